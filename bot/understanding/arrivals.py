"""When each of several comes: « moi à 10 h, Paul à 11 h », « finalement 10 h 30 pour moi »."""

import re
from datetime import time

from bot.understanding import known_people, lateness, presence, yes_or_no
from bot.understanding.known_people import People
from bot.understanding.normal import normal
from bot.understanding.replies import Reply

_PART = re.compile(
    r"[,.;:!\n]+|\b(?:mais|but|par contre|en revanche|sauf(?: que)?|alors que|tandis que)\b"
    r"|\b(?:et|and)\b(?=\s+(?:(?:que\s+)?(?:moi|me|je|j['’]|pour|vers|plutôt|i)\b"
    r"|(?-i:[A-ZÉÈÀ])\w+))",
    re.IGNORECASE,
)
_HOUR = r"(?P<hour>\d{1,2}) ?(?:h|heures?|o clock|am)? ?(?P<minute>[0-5]\d|et quart|et demie?)?"
_BARE = re.compile(
    rf"(?:(?:et|mais|plutot|finalement|peut etre|donc|enfin|and|but|maybe|moi|me|pour|lui|elle"
    rf"|par contre|ce sera|sera|c est|for|pour ma part|il) ){{0,4}}"
    rf"(?:vers|a partir de|a|at|around|about"
    rf"|pas avant|from|apres)(?: les)? {_HOUR}(?: (?:pour|for)(?: moi| me| ma part)?)?"
    r"(?: (?:j ai|on a|car|a cause|because|desole\w*|sorry|je pense|i think) .*| desolee?)?"
)
"""« vers 10 h pour moi », beside who comes: that is when they arrive."""
_RATHER = (
    r"(?:plutot|finalement|en fait|en realite|plus tard|rather|actually|in the end|instead"
    r"|finally|more like)"
)
_AGAIN = (
    re.compile(rf"(?:\w+ ){{0,6}}?{_RATHER}(?: \w+){{0,4}}? {_HOUR}\b"),
    re.compile(rf"(?:\w+ ){{0,4}}?{_HOUR}(?: \w+){{0,3}} {_RATHER}\b"),
)
_CLOCK = re.compile(r"\b(?:vers|a|around|at|about|like) (?:les )?\d|\d ?(?:h|heures?|o clock|am)\b")
_OF_THE_DAY = re.compile(
    r"\b(?:commence\w*|journee|train|bus|car|debut\w*|fin\w{0,4}|starts?|repas|dejeuner|part\w*"
    r"|repar\w*|leav\w*|reunion a|places?|personnes?)\b"
)


def may_tell(text: str) -> bool:
    """Whether a text has an hour or a lateness in several clauses, at little cost."""
    return len(_PART.split(text)) > 1 and _ANY_HOUR.search(text) is not None


_ANY_HOUR = re.compile(r"\d|\b(?:heures?|retard|late|midi)\b", re.IGNORECASE)


def says_yes_first(text: str, start: time) -> bool:
    """Whether it is said that who writes comes, beside when: « oui, je viens, vers 10 h »."""
    answer = yes_or_no.read(text)
    if answer is not None and answer.reply is Reply.YES:
        return True
    parts = [one for one in _PART.split(text) if lateness.read(one, start) is None]
    return any(map(presence.may_tell, parts))


def each(text: str, start: time, people: People) -> dict[int, int]:
    """By how many minutes each of several comes late, by their place; one alone tells nothing.

    One is told of so as well by an hour alone: « nous serons là, vers 10 h pour moi ».
    """
    found, parts = dict[int, int](), _PART.split(text)
    is_there = any(map(presence.may_tell, parts))
    is_one = not any(map(lateness.is_taken_back, parts))
    for part in parts:
        minutes, who = lateness.read(part, start), _whose(part, people)
        hour = _BARE.fullmatch(_unnamed(part, people)) if minutes is None else None
        if hour is not None and (is_there or len(parts) > 1):
            minutes = _late(hour, start)
            is_one &= minutes is None
        if minutes is not None and who is not None:
            found[who] = minutes
    return {} if is_one and len(found) < 2 else found


def _unnamed(part: str, people: People) -> str:
    """A part without the names in it: « hélène vers 11 h » is an hour alone."""
    names = frozenset(_TITLES).union(*(one.words for one in people))
    return " ".join(word for word in normal(part).split() if word not in names)


_TITLES = ("mme", "mlle", "monsieur", "madame", "mr")


def _whose(part: str, people: People) -> int | None:
    """Whose a part is: who is named in it, or who writes."""
    said = normal(part)
    named = known_people.named(said, people)
    if named is not None:
        return named
    if _OWN.search(said):
        return known_people.writing(people)
    return 0 if len(people) == 1 else None


_OWN = re.compile(r"\b(?:moi|me|je|j|i)\b")


def again(text: str, start: time) -> int | None:
    """By how much somebody comes late who was late before: « finalement c’est plutôt 11 h »."""
    said = lateness.in_figures(text)
    found = next(filter(None, (one.match(said) for one in _AGAIN)), None)
    if "?" in text or found is None or _OF_THE_DAY.search(said):
        return None
    if not _CLOCK.search(found[0]):
        return None  # « finalement on sera 10 »
    return _late(found, start)


def _late(hour: re.Match[str], start: time) -> int | None:
    """The minutes after the beginning of an hour that is said; None: it is not after it."""
    late = lateness.after_hour(start, int(hour["hour"]), hour["minute"] or "0")
    return late if 0 < late <= lateness.MOST else None
