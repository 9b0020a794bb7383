"""What may be a name, a function or a body at all, of what the tagger finds, by where it stands.

A name that is none makes a person of a word, and a place that is none makes a body of it: what
does not pass is cut, called what it is, or left out, and asked for then.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understanding import known_words
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.functions import FUNCTIONS, WORK
from bot.understanding.normal import vocabulary
from bot.understanding.tagger import Span

NAMES = ("name", "self", "other")
PLACES = ("of", "organisation", "territory")
STATES = vocabulary(
    "retired retraite retraitee resident volunteer student etudiant etudiante habitante habitant"
    " adherent adherente benevole citoyen citoyenne"
)
Found = tuple[Span, int, int]
"""What was found, and its first word and the one after its last."""


def only(
    text: str, words: Sequence[str], at: Sequence[tuple[int, int]], spans: Sequence[Found]
) -> list[Found]:
    """What may be what it is taken for; `words` and `at` are those of the text."""
    kept = [part for one in spans for part in _apart(words, at, _with_state(words, at, one))]
    kept = [_as_what(text, words, _begun(text, words, at, one)) for one in kept]
    kept = [_as_a_place(words, at, one) for one in _in_one(words, at, kept)]
    kept = [*_with_heads(words, at, kept)]
    addresses = [found.span() for found in _ADDRESS.finditer(text)]
    named = {word for span, a, b in kept if span.label in NAMES for word in words[a:b]}
    return [
        one
        for one in kept
        if not (_is_within(one, at, addresses) or _is_of_the_day(words, one))
        and not (_is_a_doing(words, one) or _is_none_of_many(words, one))
        and not (_is_but_a_name(words, one, named))
        and not (_is_former(words, one) or _is_one_or_other(words, one))
        and not (_is_but_a_kind(words, one, kept) or _is_only_said(words, one))
    ]


def _apart(words: Sequence[str], at: Sequence[tuple[int, int]], found: Found) -> Iterator[Found]:
    """« Gérard retraité maçon » is a name and a function; « Maclas, donc la CC » two places."""
    span, start, end = found
    if span.label in NAMES:
        start = _said_twice(words, start, end=end)
        state = next((one for one in range(start + 1, end) if words[one] in STATES), end)
        yield _cut(span, at, start, end=state)
        if state < end:
            yield _cut(replace(span, label="function"), at, state, end=end)
    elif span.label in PLACES:
        yield from (
            _cut(span, at, first, end=last) for first, last in _places(words, start, end=end)
        )
    else:
        yield found


def _with_state(words: Sequence[str], at: Sequence[tuple[int, int]], found: Found) -> Found:
    """« retraité maçon », of which « maçon » was found."""
    span, start, end = found
    is_more = span.label == "function" and words[start - 1 : start] and words[start - 1] in STATES
    return _cut(span, at, start - 1, end=end) if is_more and start else found


def _cut(span: Span, at: Sequence[tuple[int, int]], start: int, *, end: int) -> Found:
    return replace(span, start=at[start][0], end=at[end - 1][1]), start, end


def _said_twice(words: Sequence[str], start: int, *, end: int) -> int:
    """Where « Roux Luc Roux », « Roux, Luc Roux », « Luc Luc Roux », a name begun twice, begins."""
    if end - start > _TWO and words[start] == words[start + 1]:
        return start + 1
    is_twice = end - start > _TWO and words[start] == words[end - 1]
    return start + 1 + (words[start + 1] == ",") if is_twice else start


_TWO = 2
_ASIDES = (
    ("je", "crois"), ("je", "pense"), ("il", "me", "semble"), ("jcrois",), ("jpense",), ("voila",),
    ("quoi",), ("hein",), ("svp",), ("stp",), ("merci",),
)  # fmt: skip
"""What is said after a place, and is no part of its name."""
_COUNTED = vocabulary(
    "personnes habitants elus agents gens places inscriptions participants people"
)
_OF = vocabulary("du de des d of from")
"""« trois personnes du Pilat »: the Pilat."""
_THEREFORE = vocabulary("donc dc enfin soit")


def _places(words: Sequence[str], start: int, *, end: int) -> Iterator[tuple[int, int]]:
    """The places that are told by words that were taken for one."""
    of = next((at for at in range(start, end - 1) if words[at] in _COUNTED), None)
    if of is not None and words[of + 1] in _OF:
        start = of + _TWO
    for aside in _ASIDES:
        if end - start > len(aside) and tuple(words[end - len(aside) : end]) == aside:
            end -= len(aside)
    link = next((one for one in range(start + 1, end - 1) if words[one] in _THEREFORE), None)
    if link is None:
        yield start, end
    else:
        yield start, link - (words[link - 1] == ",")
        yield link + 1, end


_INITIAL = re.compile(r"(?:^|[.!?\n]\s+|\s[-–—]\s*)(?P<initial>[A-ZÀ-Ý]\.?)\s$")


def _begun(text: str, words: Sequence[str], at: Sequence[tuple[int, int]], found: Found) -> Found:
    """« T Chavas adjoint à Véranne »: an initial and a last name, and no place."""
    span, start, end = found
    is_word = span.label == "of" and end == start + 1 and text[span.start].isupper()
    is_signed = is_word and not {*words[end : end + 1]}.isdisjoint(FUNCTIONS.vocabulary | {","})
    before = _INITIAL.search(text[: span.start]) if is_signed else None
    if before is None:
        return found
    first = next(one for one, (begin, _) in enumerate(at) if begin == before.start("initial"))
    return replace(span, label="self", start=at[first][0]), first, end


_HEADS = vocabulary(
    """
    directeur directrice president presidente tresorier tresoriere secretaire maire adjoint adjointe
    animateur animatrice coordinateur coordinatrice responsable
    """
)
_ITS = vocabulary("le la notre un une leur son sa")


def _with_heads(
    words: Sequence[str], at: Sequence[tuple[int, int]], spans: Sequence[Found]
) -> Iterator[Found]:
    """« la directrice de l’école », of which but the school was found: what she is, too."""
    taken = {word for _, start, end in spans for word in range(start, end)}
    for span, start, end in spans:
        head = start - 1
        while head > 0 and words[head] in _OF_IT:
            head -= 1
        is_head = 0 < head < start - 1 and words[head] in _HEADS and head not in taken
        if span.label == "organisation" and is_head and words[head - 1] in _ITS:
            yield _cut(replace(span, label="function"), at, head, end=head + 1)
        yield span, start, end


_OF_IT = vocabulary("de d du des la le l les")
AS_WHAT = (["comme"], ["en", "tant", "que"], ["en", "tant", "qu"], ["en", "qualite", "de"])
"""Words between somebody and what they come as."""


_THERE = ["la", "-", "bas"]


def _as_what(text: str, words: Sequence[str], found: Found) -> Found:
    """« comme parent d’élève », « professeure des écoles »: what somebody is, and no body."""
    span, start, end = found
    is_body = span.label in ("organisation", "of")
    is_said = any([*words[max(0, start - len(link)) : start]] == link for link in AS_WHAT)
    if span.label == "function" and [*words[end - len(_THERE) : end]] == _THERE:
        return replace(span, end=span.end - len(" là-bas")), start, end - len(_THERE)
    is_work = text[span.start].islower() and words[start] in WORK
    return (
        (replace(span, label="function"), start, end) if is_body and (is_said or is_work) else found
    )


_PLAIN_OF = vocabulary("de d")
_WE_ARE = (["et", "moi", "c", "est"], ["et", "moi", "c"], ["nous", "c", "est"], ["nous", "c"])
_WITHIN = (["dans", "le"], ["dans", "la"], ["dans", "les"], ["dans", "l"])
_IT_IS = (["c", "est"], ["c"], ["cest"])
_A_PLACE = vocabulary("village commune ville bourg coin territoire secteur hameau")
_TERRITORIAL = vocabulary("communaute cc comcom agglo pays parc pnr interco metropole")


def _as_a_place(words: Sequence[str], at: Sequence[tuple[int, int]], found: Found) -> Found:
    """« seul, de Luc », « Luc et moi c’est Bessey », « Maclas c’est mon village »: no names."""
    span, start, end = found
    next_words = [one for one in words[end + 1 : end + 3] if one not in _ARTICLES][:1]
    is_listed = end == start + 1 and words[end : end + 1] == [","]
    if span.label == "territory" and is_listed and not _CLUBS.isdisjoint(next_words):
        is_name = known_words.is_last_name(words[start])  # « Morel, association Vivre à Luc »
        return (replace(span, label="self"), start, end) if is_name else found
    if span.label not in NAMES:
        return found
    if end - start == _TWO and words[start] in _PLAIN_OF and words[start - 1 : start] == [","]:
        return _cut(replace(span, label="of"), at, start + 1, end=end)
    is_word = end == start + 1 and words[start] not in FIRST_NAMES
    if not is_word or words[start - 1 : start] in [[one] for one in (*TITLES, ".")]:
        return found
    after = next((end + len(one) for one in _IT_IS if [*words[end : end + len(one)]] == one), end)
    is_said = after > end and not _A_PLACE.isdisjoint(words[after : after + _TWO])
    is_said |= after > end and "pour" in words[after : after + _TWO]
    is_said |= [*words[end : end + _TWO]] in _WITHIN
    is_said |= any([*words[max(0, start - len(one)) : start]] == one for one in _WE_ARE)
    is_within = is_listed and not _TERRITORIAL.isdisjoint(next_words)
    if is_within and not known_words.is_last_name(words[start]):
        return replace(span, label="territory"), start, end
    return (replace(span, label="of"), start, end) if is_said else found


_FORMERLY = vocabulary("anciennement autrefois jadis precedemment fus etais formerly previously")


def _is_former(words: Sequence[str], found: Found) -> bool:
    """« anciennement directeur d’école », « breton d’origine »: what they are no more."""
    span, start, end = found
    is_origin = [*words[end - 2 : end]] == ["d", "origine"] or [*words[end : end + 2]] == [
        "d",
        "origine",
    ]
    is_past = not _FORMERLY.isdisjoint(words[max(0, start - 1) : start])
    return span.label == "function" and (is_past or is_origin)


_ONE_OR_OTHER = (["l", "un", "a"], ["l", "autre", "a"], ["l", "une", "a"])


def _is_one_or_other(words: Sequence[str], found: Found) -> bool:
    """« l’un à Bessey, l’autre à Lupé »: a place of one of them, and who knows of which."""
    span, start, _ = found
    before = [*words[max(0, start - 3) : start]]
    return span.label in PLACES and before in _ONE_OR_OTHER


_NICKNAMED = vocabulary("dit dite alias surnomme surnommee nickname")
_CALLS = vocabulary("el elle il ele sapel sapele sapelle sappel sappelle appel appelle s")


def _is_only_said(words: Sequence[str], found: Found) -> bool:
    """« tout le monde dit Pierrot », « el sapel Mme Faure »: another name, and words of calling."""
    span, start, end = found
    is_nick = end == start + 1 and not _NICKNAMED.isdisjoint(words[max(0, start - 1) : start])
    return span.label in NAMES and (is_nick or _CALLS.issuperset(words[start:end]))


def is_a_thing(text: str, words: Sequence[str], found: Found) -> bool:
    """« I’m a smallholder, goats and vegetables »: one small word where others have capitals."""
    span, start, end = found
    is_word = span.label in ("name", "other") and end == start + 1
    is_small = text[span.start].islower() and text != text.lower()
    is_titled = words[start - 1 : start] in [[one] for one in (*TITLES, ".")]
    return is_word and is_small and not is_titled and words[start] not in FIRST_NAMES


_CLUBS = vocabulary(
    "association asso club compagnie troupe collectif comite amicale federation cooperative"
    " entreprise"
)
_ARTICLES = vocabulary("l le la un une notre")


def _is_but_a_kind(words: Sequence[str], found: Found, every: Sequence[Found]) -> bool:
    """« membre des Tréteaux, l’association de théâtre »: what a body is, called otherwise."""
    span, start, _ = found
    is_kind = span.label == "organisation" and words[start] in _CLUBS
    at = start - (words[start - 1 : start] != [] and words[start - 1] in _ARTICLES)
    is_apposed = at < start and words[at - 1 : at] == [","]
    named = [one for one in every if one[0].label == "organisation" and one[2] == at - 1]
    return is_kind and is_apposed and any(_is_held(words, one, every) for one in named)


def _is_held(words: Sequence[str], found: Found, every: Sequence[Found]) -> bool:
    """« secrétaire des Tréteaux »: whether a function stands right before a body."""
    at = found[1]
    while at > 0 and words[at - 1] in _AT_A_PLACE:
        at -= 1
    return any(one.label == "function" and end == at for one, _, end in every)


def _in_one(
    words: Sequence[str], at: Sequence[tuple[int, int]], spans: Sequence[Found]
) -> list[Found]:
    """« retraité » and « maçon » right after it: one function."""
    kept: list[Found] = []
    for one in spans:
        before = kept[-1] if kept else None
        is_more = before is not None and before[0].label == one[0].label == "function"
        if before is not None and is_more and before[2] >= one[1] and words[before[1]] in STATES:
            kept[-1] = _cut(before[0], at, before[1], end=one[2])
        else:
            kept.append(one)
    return kept


_AT = r"(?:arobase?|arobas|at|@)"
_ADDRESS = re.compile(
    r"(?<![\w+.-])[\w+-]+"
    r"(?:(?:\s?\.\s?|\s(?:point|tiret(?: du bas)?|underscore|dot)\s)[\w+-]+)*\s?"
    rf"(?:(?<=\s){_AT}\s|@\s?)[\w-]+(?:(?:\s?\.\s?|\s(?:point|dot)\s)[\w-]+)+",
    re.IGNORECASE,
)


def _is_within(
    found: Found, at: Sequence[tuple[int, int]], addresses: Sequence[tuple[int, int]]
) -> bool:
    """« gerard.vallat arobase exemple.fr »: a name that is part of an address is nobody's."""
    span, start, end = found
    begins, ends = at[start][0], at[end - 1][1]
    return span.label in NAMES and any(a <= begins and ends <= b for a, b in addresses)


_DAYS = vocabulary(
    """
    journee journees reunion reunions rencontre rencontres stage atelier ateliers formation
    seminaire evenement colloque exploration visite day event meeting workshop
    """
)
_ONE_DAY = vocabulary("journee reunion rencontre seminaire colloque evenement")
_AT_A_PLACE = vocabulary("a de d du des la le l sur pour in at of the")


def _is_of_the_day(words: Sequence[str], found: Found) -> bool:
    """« à la journée de Pélussin »: where the day is, and where nobody works."""
    span, start, _ = found
    at = start
    while at > 0 and words[at - 1] in _AT_A_PLACE:
        at -= 1
    is_there = span.label in ("of", "territory") and 0 < at < start and words[at - 1] in _DAYS
    return is_there or (span.label == "organisation" and words[start] in _ONE_DAY)


_DOING = re.compile(
    r"(?:j ?|je |on |nous )?(?:fais|fait|faisons|ai|suis|tiens|tient|travaille|bosse|vends|cultive"
    r"|jfais?|jfai|jsuis|jtiens|jbosse)\b"
)
_DONE = re.compile(
    r"\b(?:a|ai|ont|avons|avez|as) (?:monte|lance|organise|visite|aide|finance|vu|rencontre|soutenu"
    r"|imagine|invente|porte) (?:(?:le|la|l|les|un|une|des|notre) )?$"
)


_SEVERAL = vocabulary("plusieurs quelques differentes differents diverses divers des les several")
_KINDS = vocabulary("communes mairies associations entreprises collectivites ecoles structures")


def _is_none_of_many(words: Sequence[str], found: Found) -> bool:
    """« je bosse pour plusieurs communes du Pilat »: that is no body."""
    span, start, _ = found
    is_before = not _SEVERAL.isdisjoint(words[max(0, start - 1) : start])
    return span.label == "organisation" and words[start] in _KINDS and is_before


def _is_a_doing(words: Sequence[str], found: Found) -> bool:
    """« jfais du maraîchage »: what somebody does is what no body is called."""
    span, start, end = found
    said, before = " ".join(words[start:end]), " ".join([*words[max(0, start - _FEW) : start], ""])
    is_one = _DOING.match(said) is not None or _DONE.search(before) is not None
    return span.label in ("organisation", "of") and is_one


_FEW = 4


_OF_A_PLACE = vocabulary("de d du des a au aux la le l en sur commune mairie ville pour chez")


def _is_but_a_name(words: Sequence[str], found: Found, named: set[str]) -> bool:
    """« c’est écrit deux fois Chavas », of Luc Chavas: a name said again is no place."""
    span, start, end = found
    is_name = span.label == "of" and named.issuperset(words[start:end])
    return is_name and words[start - 1 : start] not in [[one] for one in _OF_A_PLACE]
