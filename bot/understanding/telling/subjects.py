"""Of whom a fact is said by « is »: « Luc Roux est maire », « c’est moi qui suis au Parc »."""

from bot.understanding.normal import vocabulary
from bot.understanding.telling.scene import Heard, Kind

_LINKS = vocabulary(
    "le la l les un une au aux a du de des d the an of at in for chez bien donc aussi juste plutot"
    " actuellement desormais maintenant toujours just also now still ' ’"
)
_IS = frozenset(
    ["est", "es", "suis", "sera", "serai", "serais", "is", "am", "m", "s"]
) | vocabulary("travaille bosse represente represent preside dirige devient works work")
_BETWEEN = frozenset([",", "n", "ne", "y", "'", "qui", "lui", "elle", "moi"])
_FAR = 6
"""Words at most between « est » and what somebody is."""


def subject(heard: Heard, number: int) -> int | None:
    """Of whom the fact is said, as the words before it tell; None: it is not said by « is »."""
    words, (span, start, _) = heard.words, heard.spans[number]
    at = start
    while at > 0 and start - at < _FAR and words[at - 1] in _LINKS:
        at -= 1
    if number and heard.spans[number - 1][2] == at and span.label != "function":
        before = heard.spans[number - 1][0].label == "function"
        return subject(heard, number - 1) if before else None  # « présidente de la CC »
    if not at or words[at - 1] not in _IS:
        return None
    return _before(heard, at - 1)


_ARE = vocabulary("sont travaillent bossent representent seront are work works")
_AND = frozenset([",", "et", "and", "&", "+"])


def several(heard: Heard, number: int) -> list[int]:
    """« Paul et Luc travaillent à la CC »: those of whom it is said; nobody: it is of none such."""
    words, (span, start, _) = heard.words, heard.spans[number]
    at = start
    while at > 0 and start - at < _FAR and _may_stand_between(words[at - 1]):
        at -= 1
    if number and heard.spans[number - 1][2] == at and span.label != "function":
        before = heard.spans[number - 1][0].label == "function"
        return several(heard, number - 1) if before else []
    if span.label == "same" or not at or words[at - 1] not in _ARE:
        return []
    end, found = at - 1, list[int]()
    for one in reversed(heard.mentions):
        if one.end > end or one.kind not in (Kind.NAME, Kind.ME, Kind.ROLE, Kind.COMPANION):
            continue
        if not {*words[one.end : end]} <= _AND | _DET or (found and one.end == end):
            break
        found, end = [*found, one.who], one.start
    return found if len(found) > 1 else []


def _may_stand_between(word: str) -> bool:
    """« sont tous les deux techniciens à la CC »."""
    is_several = word.endswith("s") and len(word) > len("élus")
    return word in _LINKS | _ALL or is_several


_ALL = vocabulary("tous toutes les deux trois both all")
_DET = vocabulary("mon ma notre le la l m mme the my our")


def _before(heard: Heard, verb: int) -> int | None:
    """Who stands before the verb as its subject."""
    words = heard.words
    if words[verb] in ("suis", "am", "serai", "m"):
        return heard.scene.writing
    if words[verb - 1 : verb] == ["c"]:
        return None
    at = verb
    while at > 0 and words[at - 1] in _BETWEEN and not _is_mentioned(heard, at - 1):
        at -= 1
    return next((one.who for one in heard.mentions if one.end == at), None)


def _is_mentioned(heard: Heard, at: int) -> bool:
    return any(one.start <= at < one.end and one.kind is not Kind.ME for one in heard.mentions)


def shown(heard: Heard, number: int, *, who: int) -> str:
    """Whether somebody is the one of whom a fact is said: `own`, `other`, `none`."""
    said = subject(heard, number)
    return "none" if said is None else "own" if said == who else "other"
