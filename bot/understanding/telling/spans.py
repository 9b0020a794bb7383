"""What the tagger finds in a message, put right where words tell better, in words and places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from bot.understanding import diets, tagger
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary, without_accents
from bot.understanding.tagger import Span
from bot.understanding.telling import plausible
from bot.understanding.telling.plausible import NAMES, STATES, Found


def read(text: str, *, question: str) -> tuple[list[str], list[tuple[int, int]], list[Found]]:
    """The words of a text in plain form, where each stands, and what is found there.

    `question`: one of `tagger.QUESTIONS`.
    """
    tokens = tagger.tokens(text)
    written, at = [one.group() for one in tokens], [one.span() for one in tokens]
    words = [without_accents(one).casefold().strip("'’") for one in written]
    spans = [
        (span, start, end)
        for span in tagger.tag(text, question=question)
        if (start := _word_at(at, span.start)) < (end := _word_after(at, span.end))
    ]
    spans = [one for one in map(partial(_without_sighs, words), spans) if one[1] < one[2]]
    spans = [one for one in spans if not _is_elsewhere(words, one)]
    spans = plausible.only(text, words, at, spans)
    spans = _in_full(words, _dictated(words, spans))
    spans = _with_states(words, at, [_society(words, one) for one in spans])
    spans = _with_titles(words, [_assistant(words, one) for one in spans])
    spans = [_at_work(words, _like_the_places(words, one, spans)) for one in spans]
    spans = [*_with_both_places(written, [*_of_a_function(written, spans)])]
    spans = [_without_verb(words, one) for one in spans]
    spans = [(replace(span, end=at[end - 1][1]), start, end) for span, start, end in spans]
    return words, at, list(_each_apart(words, spans))


_SIGHS = vocabulary("pff pfff pffff ba bah nan ben euh heu ouf zut bof ah oh hein bon")


def _without_sighs(words: Sequence[str], found: Found) -> Found:
    """« Pff. Marc Gilbert », « pff Pilat »: what is said before is no part of it."""
    span, start, end = found
    while start < end and words[start] in _SIGHS:
        start += 1
    return span, start, end


_SAINTS = (["st"], ["ste"], ["saint"], ["sainte"])
"""« c’est St Julien »: a town, and nobody."""
_CONTACT = vocabulary(
    "mail mel email courriel adresse telephone tel portable numero phone number address"
)


_ALL_RIGHT = vocabulary(
    "otherwise fine ok okay good all right correct everything else sinon bon bien"
)


_SECONDED = vocabulary("detache detachee detaches affecte affectee")
"""« Mme Vial est détachée au Département »: where, and not what."""


def _is_elsewhere(words: Sequence[str], found: Found) -> bool:
    """« même téléphone » is no organisation said again, « chez nous » no place, « végétarienne » no
    function, and « j point teyssier » nobody.
    """
    span, start, end = found
    if _ALL_RIGHT.issuperset(words[start:end]):
        return True
    if span.label in NAMES:
        is_saint = end == start + 1 and words[start - 1 : start] in _SAINTS
        return is_saint or words[start - 1 : start] == ["point"]
    if span.label == "function":
        if {*words[start:end]} <= _SECONDED:
            return True
        return diets.is_diet(" ".join(words[start:end]))
    is_contact = span.label == "same" and not _CONTACT.isdisjoint(words[start:end])
    is_body = span.label in ("of", "organisation")
    return is_contact or (is_body and words[end - 2 : end] == ["chez", "nous"])


_SPELLS_ON = vocabulary("point dot tiret underscore arobase")


def _dictated(words: Sequence[str], spans: Sequence[Found]) -> list[Found]:
    """« denise point morel arobase… »: an address begins before its first sign."""
    kept: list[Found] = []
    for span, start, end in spans:
        goes_on = span.label == "email" and words[start] in _SPELLS_ON and kept
        if goes_on and kept[-1][1:] == (start - 1, start):
            before = kept.pop()
            kept.append((replace(span, start=before[0].start), start - 1, end))
        else:
            kept.append((span, start, end))
    return kept


def _in_full(words: Sequence[str], spans: Sequence[Found]) -> list[Found]:
    """« Mme Ravel, Solange », « Marta » and « Vidal » right after it: one name."""
    kept: list[Found] = []
    for span, start, end in spans:
        before = kept[-1] if kept and span.label in NAMES else None
        is_first = end == start + 1 and words[start] in FIRST_NAMES
        if before is not None and (
            _goes_on(words, before, start, is_first=is_first)
            or (is_first and _is_surname(words, before, start))
        ):
            kept[-1] = (replace(before[0], end=span.end), before[1], end)
        else:
            kept.append((span, start, end))
    return kept


def _goes_on(words: Sequence[str], found: Found, at: int, *, is_first: bool) -> bool:
    """Whether a name is but its first or its last half, and right after it stands the other.

    `is_first`: there stands a first name, and nothing else.
    """
    span, start, end = found
    is_half = span.label in NAMES and end == start + 1 == at
    begins = words[start] in FIRST_NAMES
    return is_half and (words[at] not in FIRST_NAMES if begins else is_first)


def _is_surname(words: Sequence[str], found: Found, at: int) -> bool:
    """Whether a name is but a last one, with its title, and a comma stands before a place."""
    span, start, end = found
    is_titled = title_before(words, start) < start
    return span.label in NAMES and is_titled and end == start + 1 and words[end:at] == [","]


def title_before(words: Sequence[str], start: int) -> int:
    """Where « M. », « Mme » stands before a name; the name's own start where none does."""
    at = start - 2 if words[start - 1 : start] == ["."] and start > 1 else start - 1
    return at if at >= 0 and words[at] in TITLES else start


_TWO = 2


def _each_apart(
    words: Sequence[str], spans: Sequence[tuple[Span, int, int]]
) -> Iterator[tuple[Span, int, int]]:
    """« Luc Roux et Anne Vial, maire et adjointe »: a function of each."""
    for number, (span, start, end) in enumerate(spans):
        named = [one for one, _, _ in spans[:number] if one.label in NAMES]
        link = next((at for at in range(start + 1, end - 1) if words[at] in ("et", "and")), 0)
        is_each = span.label == "function" and link and len(named) == _TWO
        if is_each and {words[start], words[link + 1]} <= FUNCTIONS.vocabulary:
            yield span, start, link
            yield span, link + 1, end
        else:
            yield span, start, end


def _word_at(at: Sequence[tuple[int, int]], place: int) -> int:
    return next((number for number, (_, end) in enumerate(at) if end > place), len(at))


def _word_after(at: Sequence[tuple[int, int]], place: int) -> int:
    return next((number for number, (start, _) in enumerate(at) if start >= place), len(at))


_ASSISTANTS = vocabulary(
    "assistante assistant secretaire collaboratrice collaborateur secretariat assistant's parent"
    " parente parents parentes"
)
_TO = (
    ["d"],
    ["du"],
    ["de", "la"],
    ["de", "l"],
    ["de", "notre"],
    ["de", "madame", "la"],
    ["de", "la"],
)


def _assistant(words: Sequence[str], found: Found) -> Found:
    """« l’assistante du président »: that is what she is, and no president."""
    span, start, end = found
    for link in _TO if span.label == "function" else ():
        first = start - len(link) - 1
        if first >= 0 and list(words[first + 1 : start]) == link and words[first] in _ASSISTANTS:
            return span, first, end
    return found


_SOCIETIES = vocabulary("association society club group trust federation union council charity")


def _society(words: Sequence[str], found: Found) -> Found:
    """« the Pilat Beekeepers’ Association »: what it is comes last, and it is no territory."""
    span, start, end = found
    after = end + (words[end : end + 1] in ([""], ["'"], ["’"], ["s"]))
    is_one = span.label in ("territory", "organisation", "of") and after < len(words)
    if is_one and words[after] in _SOCIETIES:
        return replace(span, label="organisation"), start, after + 1
    return found


_BEFORE_A_STATE = vocabulary("m am suis is s est just just simply a an une un simple only")
_BEING = vocabulary("m am suis is s est")


def _with_states(
    words: Sequence[str], places: Sequence[tuple[int, int]], spans: Sequence[Found]
) -> list[Found]:
    """« I’m just a resident », « je suis retraité », where the tagger found nothing."""
    taken = {at for _, start, end in spans for at in range(start, end)}
    found = list(spans)
    for at, word in enumerate(words):
        first = at
        while first > 0 and words[first - 1] in _BEFORE_A_STATE:
            first -= 1
        if word in STATES and at not in taken and _BEING & {*words[first:at]}:
            found.append((Span("function", *places[at], 1.0), at, at + 1))
    return sorted(found, key=lambda one: one[1])


_OURS = vocabulary("notre mon ma le la l our my the")


def _with_titles(words: Sequence[str], spans: Sequence[Found]) -> list[Found]:
    """« notre Président Philippe Arnoux »: the word between « notre » and a name is what he is."""
    taken = {at for _, start, end in spans for at in range(start, end)}
    found: list[Found] = []
    for span, start, end in spans:
        at = start - 1
        is_title = span.label in NAMES and at > 0 and at not in taken
        if is_title and words[at] in FUNCTIONS.vocabulary - TITLES and words[at - 1] in _OURS:
            found.append((replace(span, label="function", end=span.start), at, start))
        found.append((span, start, end))
    return found


_COMES = vocabulary("vient viendra viennent viendront sera seront participe participera")


def _without_verb(words: Sequence[str], found: Found) -> Found:
    """« un technicien du Parc viendra »: that he comes is no part of its name."""
    span, start, end = found
    while span.label not in NAMES and end > start + 1 and words[end - 1] in _COMES:
        end -= 1
    return span, start, end


_COMPANION_IS_AT = re.compile(
    r"\b(?:(?:ma|mon|notre|la|le|l|une?) (?:collegue|voisine?|binome|amie?|femme|mari|copine?)"
    r"|elle|il|lui|celle ci|celui ci)(?: (?:qui|elle|il))*"
    r" (?:est|travaille|bosse) (?:a la|au|a l|de la|du|dans la|dans le) $"
)


def _at_work(words: Sequence[str], found: Found) -> Found:
    """« ma collègue est à la CC du Pilat », whatever was asked: that is where she works."""
    span, start, end = found
    before = " ".join([*words[max(0, start - _FAR) : start], ""])
    is_one = span.label == "territory" and _COMPANION_IS_AT.search(before) is not None
    return (replace(span, label="organisation"), start, end) if is_one else found


_FAR = 9
"""Words before a body that may say who works there."""


def _like_the_places(words: Sequence[str], found: Found, spans: Sequence[Found]) -> Found:
    """« Pélussin pour nous, et Maclas pour Gérard »: what « pour » follows there is a place too."""
    span, start, end = found
    is_word = span.label in NAMES and end == start + 1 and words[start] not in FIRST_NAMES
    is_one = is_word and words[end : end + 1] == ["pour"]
    places = [one for one in spans if one[0].label in ("territory", "of", "organisation")]
    is_alike = is_one and any(words[after : after + 1] == ["pour"] for *_, after in places)
    is_alike |= is_one and _FOR_US in " ".join(words[:start])
    return (replace(span, label="of"), start, end) if is_alike else found


_FOR_US = "pour nous"


_BETWEEN = vocabulary(
    "syndicat communaute cc pays parc pnr agglo agglomeration union pole gal sivom sivu sicoval"
)
"""Bodies between places, whose name may hold two: « le syndicat Roanne et Bez »."""
_BEFORE_A_PLACE = vocabulary("et du de la des le les l d")


def _with_both_places(written: Sequence[str], spans: Sequence[Found]) -> Iterator[Found]:
    """« syndicat des rivières Roanne et Bez »: the second place is part of the name."""
    ends = {start: end for _, start, end in spans}
    taken = -1
    for span, start, end in spans:
        if start == taken:
            continue  # « Bez », alone
        is_body = span.label in ("of", "organisation", "territory")
        is_between = is_body and not _BETWEEN.isdisjoint(map(plain, written[start:end]))
        at = end
        while at < len(written) and plain(written[at]) in _BEFORE_A_PLACE:
            at += 1
        joins = is_between and [plain(one) for one in written[end : end + 1]] == ["et"]
        is_free = ends.get(at, at + 1) == at + 1 and not {*range(end, at)} & ends.keys()
        is_place = joins and is_free and _is_a_place(written, at)
        taken = at if is_place else -1
        yield (span, start, at + 1 if is_place else end)


def _is_a_place(written: Sequence[str], at: int) -> bool:
    """One word with a capital, which is no first name, nor begins a whole one."""
    here, after = written[at : at + 1], written[at + 1 : at + 2]
    if not here or not here[0][:1].isupper() or plain(here[0]) in FIRST_NAMES:
        return False
    return not (after and after[0][:1].isupper())


_OF_IT = vocabulary("de du d des la le l les a au aux")


def _of_a_function(written: Sequence[str], spans: Sequence[Found]) -> Iterator[Found]:
    """« directrice de la communauté de communes du Val »: where they work, and so come from."""
    before: Found | None = None
    for span, start, end in spans:
        follows = before is not None and before[0].label == "function" and before[2] < start
        between = {plain(one) for one in written[before[2] : start]} if before else set()
        is_held = span.label == "territory" and follows and between <= _OF_IT
        before = (replace(span, label="organisation") if is_held else span, start, end)
        yield before
