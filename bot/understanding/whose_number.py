"""Whose telephone number is whose: « le 06 est celui de Bruno », « le sien : 06… »."""

import re

from bot.understanding.normal import plain
from bot.understanding.telling.scene import Heard

NUMBER = re.compile(r"(?<![\w+])(?:\+|\b)\(?[\doO](?:[ ./()_-]{0,2}[\doO]){8,13}\b")
_MINE = re.compile(r"\b(?:mon|le mien|moi|me|m['’]|my|mine|nous|notre)\b", re.IGNORECASE)
MINE_AFTER = re.compile(
    r"\s*[,:(]?\s*(?:(?:c['’]?\s?est|est|is|it['’]s)\s+)?(?:pour moi|le mien|[àa] moi|moi|mine"
    r"|for me)\b",
    re.IGNORECASE,
)
_THE_OTHERS = re.compile(
    r"\b(?:le sien|la sienne|sien|son|sa|his|hers|her)"
    r" ?(?:num\w*|port\w*|t[ée]l\w*|mobile|phone)?\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:son|sa|his|her)\b", re.IGNORECASE)
_WHAT = r"(?:celui|num[ée]ro|portable|mobile|fixe|t[ée]l\w*|06|07|phone|number)"
_OF_THEM = re.compile(
    rf"\b{_WHAT}\s*(?:de|d['’]|du|pour|of|for|:)?\s*(?:m\.?|mr|mme|monsieur|madame|mon|ma)?\s*$",
    re.IGNORECASE,
)
_IT_IS = re.compile(
    rf"\W*(?:(?:c['’ ]?est|est|lui|elle|le|la|son|sa|joignable|au|sur|is|{_WHAT})\b\W*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*\(?\s*(?:[,:]?\s*(?:c['’]?est|est|pour|de|celui|for|is)\s+)?(?:celui\s+)?(?:de\s+|d['’]|à\s+)?$",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[.;\n]|\b(?:et|and)\b", re.IGNORECASE)
_MOBILE = re.compile(r"(?:\+ ?33 ?|0)[67]")


_WHOSE = re.compile(
    r"\b(?:(?:le|la|les) (?:mien(?:ne)?|sien(?:ne)?|leurs?)|mon|ma|a moi|pour moi|moi|mine|my"
    r"|celui|celle|du maire|de la mairie) ?(?:\w+ ){0,2}ou (?:bien |plutot )?(?:\w+ ){0,2}"
    r"(?:mien(?:ne)?|sien(?:ne)?|leurs?|celui|celle|ceux|celles|eux|elles?|lui|moi|autres?)\b"
    r"|\b(?:de qui|lequel|laquelle|a qui|whose|which one)\b(?! (?:est|sont|doit|peut))"
    r"|\b(?:mine|yours|my own) or (?:\w+ ){0,2}(?:his|hers|theirs|the other\w*|mine)\b"
)


def is_mine_alone(text: str) -> bool:
    """Whether the one number of a text is who writes': « 06… pour moi, le sien je ne l’ai pas »."""
    numbers = list(NUMBER.finditer(text))
    return len(numbers) == 1 and MINE_AFTER.match(text, numbers[0].end()) is not None


def asks_whose(text: str) -> bool:
    """« Le mien ou celui de Julien ? »: whether it is asked whose address or number is meant."""
    return "?" in text and _WHOSE.search(plain(text)) is not None


def theirs(heard: Heard) -> dict[int, str]:
    """The numbers of others than who writes, as they are written, by whose they are.

    Where there is but one, it is somebody else's only where that is said in so many words.
    """
    text, me = heard.scene.text, heard.scene.writing
    numbers = list(NUMBER.finditer(text))
    owned: dict[int, str] = {}
    at, last = 0, me
    for place, number in enumerate(numbers):
        end = numbers[place + 1].start() if place + 1 < len(numbers) else len(text)
        who = _named_before(heard, at, end=number.start(), is_only=len(numbers) == 1)
        begin, at = at, number.end()
        if MINE_AFTER.match(text, number.end()):
            last = me
            continue  # « 06… pour moi, le sien je ne l’ai pas »
        if who is None:
            who, at = _named_after(heard, number.end(), end=end)
        if who is None and begin and not _PARTS.search(text[begin : number.start()]):
            who = last  # « Bruno : 04…, portable 06… »
        last = me if who is None else who
        if last != me and (last not in owned or _MOBILE.match(number.group())):
            owned[last] = number.group()
    return owned


def _named_before(heard: Heard, start: int, *, end: int, is_only: bool) -> int | None:
    """Who is named between a number and the one before; None: nobody."""
    text, me = heard.scene.text, heard.scene.writing
    marks = [one for one in _marks(heard) if start <= one[0] and one[1] <= end]
    begun, named, who = marks[-1] if marks else (start, start, None)
    after = re.split(r"[.;\n]", text[named:end])[-1]
    if _MINE.search(after):
        return me
    if who is None and _THE_OTHERS.search(after):
        others = {one for one in heard.people if one != me}
        others |= {*range(1, len(heard.scene.known) + 1)} - {me}
        return others.pop() if len(others) == 1 else None
    if who is None or who == me or not is_only:
        return who
    before = text[start:begun]
    opens = not plain(before) or plain(before) in ("et", "pour", "and")
    is_said = _OF_THEM.search(before) is not None or (opens and bool(plain(after)))
    is_said |= _THEIRS.search(after) is not None
    return who if is_said and _IT_IS.fullmatch(text[named:end]) else None


def _named_after(heard: Heard, start: int, *, end: int) -> tuple[int | None, int]:
    """Who is named right after a number, as in « 06… (Bruno) », and where what is read ends."""
    text = heard.scene.text
    marks = [one for one in _marks(heard) if start <= one[0] and one[1] <= end]
    link = text[start : marks[0][0]] if marks else ""
    if not marks or link.strip() in ("", ",", "et") or not _AFTER.fullmatch(link):
        return None, start
    return marks[0][2], marks[0][1]


def _marks(heard: Heard) -> list[tuple[int, int, int]]:
    """Where in the text somebody is mentioned, and who."""
    return [
        (heard.at[one.start][0], heard.at[one.end - 1][1], one.who)
        for one in heard.mentions
        if one.start < one.end <= len(heard.at)
    ]


_TEL = r"(?:numeros?|telephones?|tel|portables?|phone|number)"
_WHO = r"\w+(?: \w+){0,2}"
_TAKES_OFF = re.compile(
    rf"\b(?:enlev|retir|supprim|effac|ote|vire|remov|delet)\w*\b(?: \w+){{0,3}}? {_TEL}"
    rf" (?:(?:de|d|pour|a|chez|of|for) )?(?P<off>{_WHO})"
    rf"|\b(?:pas|aucun|sans|no) (?:besoin )?(?:de |d )?{_TEL}(?: \w+)?"
    rf" (?:pour|chez|a|de|d|for) (?P<none>{_WHO})"
    rf"|\b(?:celui|le {_TEL}) (?:de|d) (?P<unknown>{_WHO}?)"
    r" (?:(?:je|j|on) (?:ne |n )?(?:l |le )?(?:ai|a|connais|connait)|n est) pas\b"
)


def taken_off(text: str) -> str:
    """Whom no number is to be noted of: « enlevez le numéro de Nadège »; empty: of nobody."""
    found = None if "?" in text else _TAKES_OFF.search(plain(text))
    return "" if found is None else found["off"] or found["none"] or found["unknown"]
