"""Who is mentioned in a message, and where: by name, as « moi », « elle », « mon collègue »."""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.understanding import names
from bot.understanding.firstnames import FIRST_NAMES, TITLES, gender_of
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Understood
from bot.understanding.tagger import Span
from bot.understanding.telling import spans
from bot.understanding.telling.plausible import NAMES, is_a_thing
from bot.understanding.telling.scene import ME, Heard, Kind, Mention, Scene
from bot.understanding.telling.spans import title_before

_QUESTIONS = {"category": "function", "registered": "menu"}
_ME = vocabulary("moi je j me m chui jsuis jsui chuis jvien jviens jvi i myself")
_THEY = vocabulary("il elle lui he she him her")
_OTHER = vocabulary(
    """
    collegue colleague voisin voisine neighbour neighbor binome partner partenaire ami amie copain
    copine friend pote compagnon compagne mari femme epouse epoux husband wife fille fils daughter
    son frere soeur brother sister mere pere chef cheffe boss patron patronne responsable manager
    collaborateur collaboratrice homologue remplacant remplacante acolyte camarade coequipier
    coequipiere stagiaire apprenti apprentie collegues
    """
)
FAMILY = vocabulary(
    """
    mari femme epouse epoux conjoint conjointe fils fille frere soeur mere pere husband wife son
    daughter brother sister mother father
    """
)
_WHOSE = vocabulary("mon ma notre un une my our a an son sa his her l le la the")


def hear(scene: Scene) -> Heard:
    """Find the words, the facts and the people of a message."""
    question = _QUESTIONS.get(scene.question, scene.question)
    found = spans.read(scene.text, question=question)
    if question in _NARROW and _tells_of_somebody(scene, found[0]):
        again = spans.read(scene.text, question="recap")
        found = again if _functions(again[2]) and not _functions(found[2]) else found
    heard = Heard(scene, *found)
    heard.mentions = sorted(_mentions(heard), key=lambda one: (one.start, one.end))
    _mean_them(heard)
    return heard


_NARROW = ("organisation", "email", "phone", "size")
"""What is asked where hardly anybody tells a function."""


def _tells_of_somebody(scene: Scene, words: Sequence[str]) -> bool:
    """« c’est moi l’employée communale », of those known: no answer, but what is put right."""
    known = {word for one in scene.known for word in one.words} - TITLES
    return len(words) >= _FEW and not {*words}.isdisjoint(known | {"moi", "me"})


_FEW = 4
"""Words of a message that may put something right."""


def _functions(found: Sequence[tuple[Span, int, int]]) -> int:
    return sum(span.label == "function" for span, _, _ in found)


def _mentions(heard: Heard) -> Iterator[Mention]:
    named = list(_named(heard))
    yield from named
    taken = {word for one in named for word in range(one.start, one.end)}
    taken |= {
        word
        for span, start, end in heard.spans
        if span.label != "function"
        for word in range(start, end)
    }
    writing = heard.scene.writing
    for at, word in enumerate(heard.words):
        if at in taken:
            continue
        if (word == "ma" and heard.words[at + 1 : at + 2] == ["place"]) or (
            word in _ME and not (word == "m" and heard.words[at + 1 : at + 2] == ["."])
        ):
            yield Mention(Kind.ME, at, at + 1, writing)
        elif word.partition("'")[0] in _THEY and not _is_impersonal(heard.words, at):
            yield Mention(Kind.THEY, at, at + 1, ME)
        elif _DET.issuperset(heard.words[at - 1 : at]) and at and (holder := _holder(heard, at)):
            yield Mention(Kind.ROLE, at, at + 1, holder, said=word)
        elif word in _OTHER and heard.words[at - 1 : at] and heard.words[at - 1] in _WHOSE:
            yield Mention(Kind.COMPANION, at, at + 1, ME, said=word)


_DET = frozenset(["le", "la", "l", "mon", "ma", "notre", "the", "our", "my", "monsieur", "madame"])


def _holder(heard: Heard, at: int) -> int:
    """The place of the one of the known whose function is called so; 0: nobody's, or several's."""
    word, scene = heard.words[at], heard.scene
    held = [
        place
        for place, one in enumerate(scene.known, 1)
        if word in plain(one.function).split()[:2] and not one.is_writing and len(word) > 2
    ]
    return held[0] if len(held) == 1 else 0


def _is_impersonal(words: Sequence[str], at: int) -> bool:
    """« il faut », « il y a », « il reste », « s’il vous plaît »."""
    after = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    return words[at] == "il" and (
        after in {"faut", "faudrait", "faudra", "y", "reste", "manque", "convient", "s"}
        or before in {"s", "t"}
        or (after == "est" and words[at + 2 : at + 3] == ["possible"])
    )


def _named(heard: Heard) -> Iterator[Mention]:
    """Names as the tagger finds them, and those of the known wherever they stand."""
    scene, new = heard.scene, dict[frozenset[str], int]()
    taken: set[int] = set()
    for span, start, end in heard.spans:
        taken |= set(range(start, end))
        if span.label not in NAMES:
            continue
        said = _name_alone(heard.text(title_before(heard.words, start), end=end))
        reading = names.read(said)
        name = reading.value if isinstance(reading, Understood | Doubtful) else None
        who = _whose(scene, said)
        is_asked = scene.question == "name"
        if who is None and not is_asked and is_a_thing(scene.text, heard.words, (span, start, end)):
            continue
        yield Mention(
            Kind.NAME,
            start,
            end,
            _new(new, name, said) if who is None else who,
            said,
            name,
            span.label,
        )
    for at, word in enumerate(heard.words):
        if at not in taken and len(word) > 2:
            whose = [
                place
                for place, one in enumerate(scene.known, 1)
                if word in one.words and word not in TITLES
            ]
            if len(whose) == 1:
                yield Mention(
                    Kind.NAME, at, at + 1, whose[0], heard.text(at, end=at + 1), None, "known"
                )


def title_at(heard: Heard, one: Mention) -> int:
    """The word where a name begins, with « M. » before it."""
    return title_before(heard.words, one.start)


def _new(found: dict[frozenset[str], int], name: Name | None, said: str) -> int:
    """Who somebody new is: one who was named before in this message, or the next one."""
    key = frozenset(plain(" ".join(name) if name is not None else said).split()) - TITLES
    same = next((one for one in found if key and (key <= one or one <= key)), None)
    who = found[same] if same is not None else -1 - len({*found.values()})
    if same is None or same < key:
        found[key] = who
    return who


_VERBS = vocabulary(
    "doit peut peu va vient viens sera est sappelle appelle sapelle can could will would is does"
    " officially officiellement"
)


def _name_alone(said: str) -> str:
    """« lea sappelle gonet », « lea doit », « Jeanne’s »: the name in it."""
    kept = " ".join(word for word in said.split() if plain(word) not in _VERBS)
    return (kept or said).rstrip("'’")


def _whose(scene: Scene, said: str) -> int | None:
    """The place of whom a name means among the known, though misspelt; None: somebody new."""
    words = {*plain(said).split()} - TITLES
    if not words:
        return None
    scores = [alike(words, one.words) for one in scene.known]
    best = max(scores, default=0.0)
    if best >= _ALIKE and scores.count(best) == 1:
        return scores.index(best) + 1
    return None


_ALIKE = 0.75


def alike(said: frozenset[str] | set[str], known: frozenset[str]) -> float:
    """How far a name is another's, from 0 to 1: the share of its words that are."""
    if not known:
        return 0.0
    found = sum(max((_near(one, other) for other in known), default=0.0) for one in said)
    return found / len(said)


def _near(one: str, other: str) -> float:
    if one == other:
        return 1.0
    far = OSA.distance(one, other)
    if min(len(one), len(other)) >= 4 and far <= (1 if min(len(one), len(other)) < 7 else 2):
        return 0.0 if one in FIRST_NAMES and other in FIRST_NAMES else 0.9
    return 0.0


def _mean_them(heard: Heard) -> None:
    """Find whom « elle » and « mon collègue » mean: who was named last, or who is asked about."""
    scene = heard.scene
    others = [at for at, one in enumerate(scene.known, 1) if not one.is_writing]
    is_other = scene.asked != scene.writing and bool(scene.one(scene.asked).words)
    last = scene.asked if is_other else None
    fresh = min((one.who for one in heard.mentions), default=0) - 1
    kept = []
    for number, one in enumerate(heard.mentions):
        if one.kind in (Kind.NAME, Kind.ROLE):
            last = one.who
        elif one.kind is Kind.THEY:
            one.who = _antecedent(heard, number, last, others)
        elif one.kind is Kind.COMPANION:
            if _is_named_after(heard, number):
                named = next(
                    other for other in heard.mentions[number + 1 :] if other.kind is Kind.NAME
                )
                named.is_companion |= one.said in FAMILY  # « ma fille, elle s’appelle… »
                continue
            if _is_named_before(heard, number):
                heard.mentions[number - 1].is_companion = True
                continue
            if len(others) == 1 and _may_be(scene, one, others[0]):
                one.who = others[0]
            else:
                one.who, fresh = min(fresh, -1), min(fresh, -1) - 1
            last = one.who
        if one.who != _NOBODY:
            kept.append(one)
    heard.mentions = kept


_NOBODY = 99


def _antecedent(heard: Heard, number: int, last: int | None, others: Sequence[int]) -> int:
    """Whom « elle » means: of those named before, the last one who may be a woman."""
    said = heard.words[heard.mentions[number].start].partition("'")[0]
    gender = "f" if said in {"elle", "she", "her"} else "m"
    scene = heard.scene
    for one in reversed(heard.mentions[:number]):
        is_named = one.kind in (Kind.NAME, Kind.COMPANION, Kind.ROLE)
        is_other = is_named and one.who not in (scene.writing, ME)
        if is_other and _gender(scene, one) in (gender, ""):
            return one.who
    is_known = last is not None and 0 < last <= len(scene.known)
    if is_known and gender_of(plain(scene.one(last or 0).first)) in (gender, ""):
        return last or _NOBODY
    named = [at for at in others if scene.one(at).words]
    alike = [at for at in named if gender_of(plain(scene.one(at).first)) in (gender, "")]
    return alike[0] if len(alike) == 1 else last if last is not None else _NOBODY


def _gender(scene: Scene, one: Mention) -> str:
    if one.kind is Kind.COMPANION:
        return companion_gender(one.said)
    title = plain(one.said).split()[:1]
    if title and title[0] in TITLES:
        return "f" if title[0] in ("mme", "madame", "mlle", "mrs", "ms", "mademoiselle") else "m"
    first = scene.one(one.who).first or (one.name or ("",))[0] or one.said
    words = plain(first).split()
    return gender_of(words[0]) if words and words[0] in FIRST_NAMES else ""


def companion_gender(said: str) -> str:
    """« ma voisine » is `f`, « mon voisin » `m`; empty: the word does not tell."""
    return "f" if said in _WOMEN else "m" if said in _MEN else ""


def _may_be(scene: Scene, one: Mention, place: int) -> bool:
    """« ma fille » is none of the known who is a man, or has another last name than who writes."""
    known, writer = scene.one(place), scene.one(scene.writing)
    said, gender = _gender(scene, one), gender_of(plain(known.first))
    is_family = one.said not in FAMILY or plain(known.last) == plain(writer.last)
    return is_family and (not (said and gender) or said == gender)


_WOMEN = vocabulary(
    "voisine amie copine compagne femme epouse wife fille soeur mere cheffe patronne"
)
_MEN = vocabulary("voisin ami copain compagnon mari epoux husband fils frere pere patron")


def _is_named_before(heard: Heard, number: int) -> bool:
    """« Mireille Fauchier, ma femme »: the name stands right before."""
    one = heard.mentions[number]
    before = heard.mentions[number - 1] if number else None
    between = heard.words[before.end : one.start - 1] if before is not None else []
    return before is not None and before.kind is Kind.NAME and between in ([], [","], ["("], ["."])


def _is_named_after(heard: Heard, number: int) -> bool:
    """« ma collègue Julie Faure », « mon chef, il s’appelle… »: the name follows."""
    one = heard.mentions[number]
    for other in heard.mentions[number + 1 :]:
        if other.kind is Kind.NAME:
            between = heard.words[one.end : other.start]
            return len(between) <= 5 and not {"et", ".", ";", "avec", "and"} & {*between}
    return False
