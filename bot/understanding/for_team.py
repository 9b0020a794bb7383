"""What people tell that a registration has no place for, and the organisers should know.

Learnt from the sentences of `examples/for_team`: a diet, a wheelchair, a child who comes along…
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.understanding import diets, sentences, tagger
from bot.understanding.kinds import AnyKind
from bot.understanding.model import FOR_TEAM
from bot.understanding.normal import normal, plain, vocabulary


class ForTeam(StrEnum):
    """What is told; the values are the names of the files of examples."""

    DIET = "regime"
    NO_MEAL = "pas_de_repas"
    MEAL = "repas"
    LEAVING = "depart"
    """That somebody leaves before the end, or comes for a part of the day."""
    ACCESS = "acces"
    """What somebody needs to take part: a wheelchair, a place in front."""
    ALONG = "avec_qui"
    """Who comes along and does not register: a child, a dog, an interpreter."""
    TRAVEL = "trajet"
    """A seat in a car, offered or needed."""
    OTHER = "autre_besoin"
    NONE = "rien"


@dataclass(frozen=True, slots=True)
class Told:
    """What is told, in their words."""

    kind: ForTeam
    words: str


KINDS = AnyKind(FOR_TEAM, ForTeam.NONE, sure=0.3)


def told(text: str) -> list[Told]:
    """Give what a message tells, in their order; what it asks tells nothing."""
    return [one for said in sentences.sentences(text) for one in _of_sentence(said)]


_CUT = re.compile(
    r"\s*(?:[,;:()]|\.\s|\s[–—-]\s)\s*"
    r"(?:(?:mais|et|par contre|en revanche|sinon|du coup|but|and)\s+)?"
    r"|\s+(?:mais|par contre|en revanche|sinon|du coup|but)\s+"
    r"|\s+(?:et|and)\s+(?:euh\s+)?(?=(?:n['’]oubliez|surtout|je|j['’]|j\w+|il|elle|on|nous|mon|ma|notre|le|la|i|my)\b)",
    re.IGNORECASE,
)


def parts(text: str) -> list[str]:
    """Give the parts of a message that are looked at one by one."""
    return [said[a:b] for said in sentences.sentences(text) for a, b in _parts(said)]


def _of_sentence(sentence: str) -> Iterable[Told]:
    """The parts that tell it, neighbours together."""
    found: list[tuple[int, int, ForTeam]] = []
    for start, end in _parts(sentence):
        kind = _stated(sentence[start:end], is_asked="?" in sentence)
        if kind is None:
            continue
        if found and not plain(sentence[found[-1][1] : start]):
            found[-1] = (found[-1][0], end, found[-1][2])
        else:
            found.append((start, end, kind))
    return [Told(kind, sentence[start:end].strip(" .!")) for start, end, kind in found]


def _parts(sentence: str) -> Iterable[tuple[int, int]]:
    """Where each part begins, but for « mais », « au fait », and ends."""
    at = 0
    for end, after in (*(cut.span() for cut in _CUT.finditer(sentence)), (len(sentence), 0)):
        opens = _OPENS.match(sentence, at, end)
        yield (at if opens is None else opens.end()), end
        at = after


_OPENS = re.compile(
    r"(?:(?:mais|et|au fait|par contre|en revanche|sinon|du coup|aussi|oui|bonjour|ah|euh|alors"
    r"|n['’]oubliez pas que?|je vous (?:signale|pr[ée]viens|informe|pr[ée]cise|rappelle) que?"
    r"|je (?:dois|voulais|voudrais) (?:vous )?(?:dire|signaler|pr[ée]ciser) que?"
    r"|sachez que?|notez que?|(?:dites|dite)[- ]?(?:leur|lui) (?:que?|ke)|qu['’]"
    r"|but|and|also|by the way)\b[\s,:]*)+",
    re.IGNORECASE,
)


def _stated(words: str, *, is_asked: bool) -> ForTeam | None:
    """The kind of what a part states; `is_asked`: its sentence ends with a question mark."""
    said = normal(words)
    if "?" in words or (is_asked and _MAY.search(said)):
        return None
    kind = ForTeam.DIET if diets.is_diet(words) else KINDS.read(words)
    if kind is None or not _NEEDED.get(kind, _ANYTHING).search(said):
        return None
    if kind is ForTeam.OTHER and KINDS.likely(words)[kind] < _SURE_OF_OTHERS:
        return None
    return None if _is_fact(words, kind) else kind


def _is_fact(words: str, kind: ForTeam) -> bool:
    """« I’m a beekeeper near Die »: whether a part tells of those who come, and is noted."""
    spans = tagger.tag(words, question="menu")
    labels, left = {span.label for span in spans}, words
    for span in reversed(spans):
        left = f"{left[: span.start]} {left[span.end :]}"
    is_more = not _LIGHT.issuperset(plain(left).split())
    if labels & _REACH or (kind is ForTeam.ALONG and "name" in labels):
        return True
    return not is_more and kind is not ForTeam.DIET


_LIGHT = vocabulary(
    """
    je j suis moi c est nous sommes on il elle i m am a an the near at in from de d du des la le les
    l un une a au aux chez pres pour et and of we are he she is s
    """
)


_MAY = re.compile(
    r"\b(?:peut on|on peut|puis je|je peux|est ce|possible|si (?:je|on|nous|il|elle)|can (?:i|we)"
    r"|may (?:i|we)|is it)\b"
)
_ANYTHING = re.compile("")
_NEEDED = {
    ForTeam.DIET: re.compile(
        r"\b(?:j?mang\w*|allerg\w*|intoler\w*|regime\w*|veg\w*|gluten|lactose|sans|ni|pas|plus|jamais"
        r"|diabet\w*|hall?al|casher|coeliaq\w*|supporte\w*|evite\w*|eat\w*|diet\w*|free|nuts?|kosher"
        r"|celiac|coeliac|can t|no|not|avoid)\b"
    ),
    ForTeam.ALONG: re.compile(
        r"\b(?:chien\w*|chat|bebe\w*|enfants?|fils|filles?|petite?s?|gamine?s?|gosses?|nourrisson"
        r"|interprete|traduct\w+|auxiliaire|avs|aidante?|chauffeur|poussette|landau|dogs?|baby"
        r"|child\w*|kids?|son|daughter|interpreter|carer|driver)\b"
        r"|\b(?:mari|femme|epouse|epoux|conjointe?|compagn\w+|mere|pere|maman|husband|wife|partner)\b"
        r".*\b(?:depos\w+|condui\w+|attend\w*|amen\w+|particip\w+|accompagn\w+|drops?|drives?|waits?)\b"
    ),
    ForTeam.TRAVEL: re.compile(
        r"\b(?:voitures?|vehicule|covoit\w*|trains?|gare|bus|cars?|navette|permis|condui\w+|caisse"
        r"|places?|emmen\w+|amen\w+|depos\w+|cherch\w+|prendre|prenez|ramen\w+|route|trajet|passag\w+"
        r"|velo|stop|lift|ride|drive|station|pick)\b"
    ),
}
"""What is named wherever these are told: « je viens avec mon adjoint » tells who comes."""
_SURE_OF_OTHERS = 0.6
_REACH = frozenset({"email", "phone", "self"})


def only(text: str) -> list[Told]:
    """Give what a message tells where it says nothing else: « au fait, je suis coeliaque »."""
    found = told(text)
    rest = _left(text, found)
    return found if _BESIDE.issuperset(plain(rest).split()) else []


_BESIDE = vocabulary(
    """
    et ou mais aussi donc alors sinon puis par contre en revanche bonjour bonsoir merci svp stp s il
    vous te plait au fait ah oh euh oui non je j tiens a vous te le la l les un une de d que qu pour
    info information signale signaler previens prevenir precise preciser dire dis note notez noter
    pouvez peux bien prendre compte sachez cordialement bonne journee and also but so by the way
    please thanks thank you hello just to let know
    """
)
"""What may stand beside it, and tells nothing."""


def without(text: str) -> str:
    """Give a message without what it tells the team, which tells nothing of who comes.

    What names somebody stays: « Paul Martin, qui ne mange pas de porc ».
    """
    return _left(text, [one for one in told(text) if not _names(one.words)])


def _left(text: str, told: Iterable[Told]) -> str:
    """What is left of a message without these words, and without « vous pouvez le noter ? »."""
    for one in told:
        before, _, after = text.partition(one.words)
        text = f"{before} {_NOTE_IT.sub('', after)}"
    return text


_NOTE_IT = re.compile(
    r"^[\s,;.]*(?:et\s+)?(?:(?:vous\s+)?(?:pouvez|pourriez|avez|aurez|l['’]avez)(?:[- ]vous)?"
    r"|tu peux|merci de|est-ce|c['’]est|(?:can|could|will) you)\s+(?:bien\s+|que c['’]est\s+)?"
    r"(?:(?:le|la|leur|l['’]|les)\s*)?(?:not[ée]\w*|dire|signal\w+|transmet\w+|pr[ée]ven\w+|pass\w+"
    r"|note)"
    r"(?:\s(?:it|them|svp|s['’]il vous pla[iî]t|please|aux? \w+|[àa] l['’][ée]quipe))*\s*\?+",
    re.IGNORECASE,
)


def _names(words: str) -> bool:
    return bool(_NAMED & {span.label for span in tagger.tag(words, question="menu")})


_NAMED = frozenset({"name", "self", "email", "phone"})
