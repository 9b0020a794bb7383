"""« Je serai en retard d’une demi-heure »: by how much somebody comes late."""

import re
from datetime import time
from enum import StrEnum, auto

from bot.understanding.figures import number_at
from bot.understanding.normal import normal

UNSAID = 0
"""Late, without saying by how much."""
MOST = 12 * 60
"""More minutes than that is another appointment."""

_LATE = re.compile(
    r"\b(?:(?:j|je|jsui|on|nous|ns|i|we) (?:\w+ ){0,2}"
    r"(?:ai|a|avons|serai|sera|serons|aurai|aura|aurons|suis|est|sommes|vais|va|allons|risqu\w+"
    r"|pense"
    r"|arriv\w+|vien\w+|peux|peut|be|am|are|ll|running)(?: \w+){0,8} (?:retard|retardee?|late)"
    r"|^(?:(?:oui|ouais|ok|bon|alors|mais|un peu|desole\w*|pardon|moi|on"
    r"|c est bon) ){0,4}en retard\b(?! (?:pour|de|dans))"
    r"|(?:petit|leger|gros) retard\b.*\b(?:mon|notre|moi|nous)"
    r"|\w+ (?:(?:n |ne |y )*(?:sera|serons|seront|aura|aurons|auront|arriv\w+|viendra|viendront"
    r"|risque\w*"
    r"|(?:will|might|may|could|would) be|is|va|vont))(?: \w+){0,8} (?:retard|retardee?s?|late)"
    r"|^(?:\w+ ){0,4}(?:min\w*|mn|h|heures?) de retard(?: \w+){0,3}$"
    r"|retard d (?:une? )?(?:\w+ ){1,3}pour"
    r"|(?:\d{1,3} ?(?:min\w*|mn)|half an hour|an hour|a bit|a little) late"
    r"|(?:heure|min\w*|mn) apres le (?:debut|commencement)|(?:hour|min\w*) after the (?:start"
    r"|beginning))\b"
)
_ASIDE = re.compile(
    r"[,.;!\n]\s*(?:est[- ]ce(?: que c['’]est)?|c['’]est|ça ira|ca ira|pas"
    r"|(?:is|would) (?:that|it|this)|ok|okay|ça va|ca va)[^,.;!?\n]*\?\s*$",
    re.IGNORECASE,
)
"""« …, c’est grave ? »: a question, but not about it."""
_APOLOGY = re.compile(r"\bretard (?:de|pour|dans) (?:ma|la|mon|cette|repondre)\b")
_NOT = re.compile(
    r"\b(?:pas|jamais|sans|not|aucun) (?:(?:dit|ecrit|annonce|parle|said) (?:\w+ ){0,5}"
    r"|(?:\w+ ){0,2})(?:retard|late)\b"
)
_NOT_AT = re.compile(
    r"\b(?:arriv\w+|viendr\w+|serai|sera|serons|viens|vient) pas (?:a|vers|en|l|a partir)\b"
    r"|\b(?:annul\w+|enlev\w+|retir\w+|oubli\w+)\b.*\b(?:arrivee|retard|heure)\b"
)
"""« Je n’arrive pas à 14 h », « enlevez ce retard »."""
_AT = re.compile(
    r"\b(?:j|je|on|nous|i|we)? ?(?:n |ne |y )*"
    r"(?:arriv\w+|ariv\w*|jariv\w*|jarriv\w*|viendr\w+|serai(?: la)?|serons(?: la)?|sera(?: la)?"
    r"|be there|arrive|come)(?: \w+){0,3}?"
    r"(?: (?:vers(?: les)?|(?:qu )?a partir de|des|a|qu a|pas avant?|apres|around|at|about|before"
    r"|from)|(?= \d{1,2} ?h))"
    r" (?P<hour>\d{1,2}) ?(?:h|heures?|o clock)? ?(?P<minute>[0-5]\d|et quart"
    r"|et demie?)?\b(?! ?(?:min|personnes"
    r"|places))"
)
_COMES_AT = re.compile(
    r"\b(?:vien[st]?|venons|viennent|venir|vient que|est la|sera present\w*|serons present\w*"
    r"|rejoin\w*|comes?|coming|join\w*)(?: \w+){0,6}? (?:vers(?: les)?|a|qu a|que a|des|at|around"
    r"|from|a partir de) (?P<hour>\d{1,2}) ?(?:h|heures?|o clock)(?: ?(?P<minute>[0-5]\d|et quart"
    r"|et demie?))?\b(?! ?min)"
)
"""« il vient à 14 h »: where hours are said; « on vient à 3 » counts people."""
_AFTERNOON = re.compile(
    r"\b(?:que|seulement|uniquement|juste|only|just|arriv\w+|viendr\w*|vien\w*|venir|sera\w*|serons"
    r"|rejoin\w*|presente?s?)(?: \w+){0,4}? (?:(?:pour |dans |en )?(?:l |le |la )?(?:apres midi"
    r"|aprem\w*)|(?:juste |just )?(?:apres|after) (?:le |l |la |avoir )?(?:dejeuner|repas|midi"
    r"|manger|mange|lunch|pause)|(?:en )?(?:debut|fin) d apres midi|in the afternoon)\b"
    r"|\b(?:pas|absente?s?|indisponible) (?:la |le |dans la |de la |du )?(?:matin|matinee)\b"
    r"|\b(?:l )?apres midi (?:seulement|uniquement|only)\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:annul\w+|enlev\w+|retir\w+|oubli\w+|histoire|comme tout le monde|des le (?:matin|debut)"
    r"|a l heure|on time|like everybody)\b"
)
"""« annulez cette histoire d’arrivée à 14 h »: nobody is late."""
_NO_LONGER = re.compile(
    r"\b(?:enlev\w*|retir\w*|supprim\w*|annul\w*|oubli\w*|efface\w*|remove|forget)\b(?: \w+){0,4}"
    r" (?:retards?|delay)\b"
    r"|\b(?:serai|sera|serons|seront|suis|est|viens|vient|arriv\w+|be)(?: \w+){0,3}"
    r" (?:a l heure|on time)\b|\b(?:plus|pas|not) (?:de |en |be )?(?:retard|late)\b"
    r"|\bpas (?:dit|ecrit|annonce|parle)\b(?: \w+){0,5} (?:retard|late)\b"
)


_LEAVES = (
    r"(?:partir\w*|partez?\b|parti\b|part\b|pars\b|partons|partent|repar[st]\w*|repartons"
    r"|quitt\w+|file\w*|filer"
    r"|s en aller"
    r"|m en v\w+|m eclips\w+|s eclips\w+|s absent\w+|rentrer|sortir|leav\w+|head off|dash)"
)
_EARLY = (
    r"(?:avant (?:la fin|l heure|les autres|\d{1,2} ?h\w*|17|16|15|le (?:dejeuner|repas|soir))"
    r"|plus tot|en avance|vers (?:les )?\d{1,2} ?(?:h\w*|heures?)?|(?:a|des|at|around|by|pour)"
    r" (?:les )?\d{1,2} ?(?:h\w*|heures?|o clock|pm|30|15|45)|(?:a|vers) midi|apres le (?:repas"
    r"|dejeuner)|en milieu d apres midi|early|before the end|at (?:two|three|four|noon)"
    r"|around (?:two|three|four))"
)
_LEAVING = re.compile(
    rf"\b{_LEAVES}(?: \w+){{0,5}}? {_EARLY}\b"
    r"|\b(?:pas|plus|not) (?:\w+ )?(?:rester|stay) (?:l apres midi|toute la journee|jusqu|until"
    r"|all day|for the afternoon)|\bdepart (?:anticipe|avance|avant la fin)"
    r"|\b(?:(?:pourr|peu|rest|ser|v)\w*|est la) (?:\w+ ){0,3}(?:que )?jusqu (?:a|au) \d{1,2} ?h"
)
_FROM_HOME = re.compile(
    r"\b(?:(?:on|nous|je|we|i|il|elle|ils|train|bus|car) (?:\w+ ){0,2}(?:part|pars|partons"
    r"|partira\w*"
    r"|partirons|partons|leave)\b(?: \w+){0,3} (?:du matin|du mat|pour (?:arriver|etre)|de (?:chez"
    r"|la maison))|(?:quitte\w*|quitter) (?:la maison|le bureau|grenoble|lyon|paris))\b"
    r"|\b(?:[5-8]) ?h(?:eures?)?\b"
)


def leaves_early(sentence: str) -> bool:
    """Whether a sentence is of somebody who is gone before the end."""
    found = _LEAVING.search(sentence) is not None
    return found and _FROM_HOME.search(sentence) is None


def is_taken_back(text: str) -> bool:
    """Whether it is said that nobody comes late after all: « enlevez le retard de Sandrine »."""
    return "?" not in text and _NO_LONGER.search(normal(text)) is not None


_MOVED = re.compile(
    r"\b(?:retards?|late|delay)(?: \w+){0,2} (?:c est|est|etait|c etait|concerne|pour|celui|s)\b"
    r"(?: \w+){0,6} (?:pas|non|not) (?:pour |celui |le |de |du )*"
    r"(?P<not>moi|le mien|mien|me|mine|[a-z]+(?: [a-z]+)?)"
)


def is_moved(text: str) -> bool:
    """Whether a lateness is said to be another's: « le retard, c’est pour Paul, pas pour moi »."""
    return _MOVED.search(normal(text)) is not None


_OTHERS_ARE = re.compile(
    r"\b(?:aura|auront|aurons|arriv\w+|sera|will be) (?:\w+ ){1,5}(?:de retard|en retard|late)\b"
)
"""« Jean aura une demi-heure de retard, moi je serai à l’heure »."""
_NOT_THEN = re.compile(
    r"\b(?:pas|plus|not) (?:(?!que|matin|seulement)\w+ ){0,3}(?:l apres midi|aprem\w*"
    r"|apres le (?:dejeuner|repas|midi)"
    r"|(?:in the )?afternoon)|\brepar\w+|\bpart(?:ir|irai|ira|ons|ant|s)?\b|\bjusqu\b"
    r"|\baussi\b|\bmatin (?:et|comme|puis)\b|\btoute? la journee\b|\ball day\b"
)
_CLOCK = re.compile(
    r"\b(?:a|vers|at|around|des) (?P<hour>\d{1,2}) ?(?:h|heures?)\b(?: (?P<minute>[0-5]\d))?"
)
AFTERNOON = time(14)
"""When those come who are there in the afternoon only."""
_HALF = (
    (re.compile(r"\b(?:trois|3) quarts? d ?heures?\b"), 45),
    (re.compile(r"\b(?:quart d ?heure|1 4 ?(?:d )?h(?:eure)?|quarter of an hour)\b"), 15),
    (re.compile(r"\b(?:une|1) ?h(?:eures?)? et demie?\b"), 90),
    (re.compile(r"\b(?:dizaine|dix) (?:de )?minutes?\b"), 10),
    (re.compile(r"\bquinzaine de minutes?\b"), 15),
    (re.compile(r"\b(?:vingtaine|vingt) (?:de )?minutes?\b"), 20),
    (re.compile(r"\btrentaine de minutes?\b"), 30),
    (re.compile(r"\b(?:demi ?e? heure|half an hour|1 2 heure|1 2 h)\b"), 30),
    (re.compile(r"\ban hour and a half\b"), 90),
    (re.compile(r"\ban hour\b"), 60),
)
_HOURS = re.compile(
    r"(?<!\ba )(?<!\bvers )(?<!\bles )(?<!\bpour )(?<!\bdes )(?<!\bat )(?<!\bavant )(?<!\bapres )"
    r"(?<!\baround )(?<!\bde )\b(?P<hours>\d{1,2}) ?(?:h|heures?|hours?|o clock)"
    r"(?: ?(?P<minutes>[0-5]\d))?\b"
)
"""A time that passes, not one on the clock: « réunion à 9 h »."""
_TOWARDS = re.compile(
    r"\bvers(?: les)? (?P<hours>\d{1,2}) ?(?:h|heures?)(?: ?(?P<minutes>[0-5]\d))?\b"
)
A_CLOCK = 7
"""« en retard, 10 h » is a time of the day: nobody is late by so many hours."""
_MINUTES = re.compile(r"\b(?P<n>\d{1,3}) ?(?:mn|min|mins|minutes?|m)\b")


_SUPPOSED = re.compile(
    r"\b(?:(?<!mais )si (?:je|j|on|nous|il|elle|jamais)"
    r"|peut on|on peut|puis je|je peux(?! (?:pas|plus))"
    r"|if (?:i|we)|can (?:i|we|he|she|they)"
    r"|(?:il|elle|ils|elles|\w+) peu(?:t|vent) (?:arriver|venir)"
    r"|est ce que|c est (?:grave|embetant|genant|possible)|ca (?:pose|gene|derange))\b"
)


_THEN = (
    r"(?:retard|late|arriv\w*|vers|aprem\w*|apres|afternoon"
    r"|\d{1,2} ?(?:h|heures?|min\w*|o clock)\b)"
)
_WE = re.compile(
    rf"\b(?<!il )(?<!elle )(?:on|nous|ns|we)\b(?: \w+){{0,7}} {_THEN}|\bnous (?:deux|trois)\b"
)
_I = re.compile(rf"\b(?:je|j|moi|jsui|i)\b(?: \w+){{0,9}} {_THEN}|\bmoi qui\b")


_SOMEBODY = re.compile(
    r"\b(?:il|elle|he|she|(?:mon|ma|notre|my|our) (?!presence|venue|participation"
    r"|train|bus|car|tgv|ter|voiture|avion|reunion|avis|cote|vol|flight|van|meeting)\w+)\b"
)


def is_of_another(text: str) -> bool:
    """Whether it is told of somebody who comes along, though not by their name."""
    return _SOMEBODY.search(normal(text)) is not None


_BREAK = re.compile(
    r"[,.;:!\n]+|\b(?:mais|but|par contre|en revanche|sauf(?: que)?|alors que|tandis que"
    r"|cependant)\b",
    re.IGNORECASE,
)


class Who(StrEnum):
    """Of whom it is said that they come late."""

    WRITER = auto()
    ALL = auto()
    NAMED = auto()


def who(text: str) -> Who:
    """Say who comes late: who writes, all of them, or somebody who is named."""
    for clause in _BREAK.split(text):
        said = normal(clause)
        if _WE.search(said):
            return Who.ALL
        if _I.search(said):
            return Who.WRITER
    return Who.NAMED


def read(text: str, start: time) -> int | None:
    """The minutes somebody says they come late; `UNSAID` where they do not say; None: not late.

    `start` is when the day begins where it takes place: « vers 10 h » is reckoned from it.
    """
    text = _ASIDE.sub("", text)
    if "?" in text or len(text) > 300:
        return None
    sentence = _sentence(text)
    if _NOT.search(sentence) or _NOT_AT.search(sentence) or _SUPPOSED.search(sentence):
        return None
    if leaves_early(sentence) and not _ARRIVES.search(sentence):
        return None  # « je viens, mais je repars à 15 h »
    return _late(sentence, start)


_ARRIVES = re.compile(r"\b(?:arriv\w+|jarriv\w+|retard\w*|late|rejoin\w+|apres midi|aprem\w*)\b")


def is_on_time(text: str, start: time) -> bool:
    """« j’arrive à 9 h 30, pas à 14 h »: another hour is denied, and the first is in time."""
    sentence = _sentence(text)
    found = _AT.search(sentence)
    if "?" in text or found is None or not _ANOTHER_HOUR.search(sentence):
        return False
    arrival = time(int(found["hour"]) % 24, _minute(found["minute"] or "0"))
    return _after(start, arrival) <= 0


_ANOTHER_HOUR = re.compile(r"\b(?:pas|non|not|plus) (?:a|vers|at) \d{1,2}\b")


def wondered(text: str, start: time) -> int | None:
    """The same of « et si j’ai une heure de retard, c’est grave ? », if it says how late."""
    sentence = _sentence(text.replace("?", " "))
    if len(text) > 300 or _NOT.search(sentence) or not ("?" in text or _SUPPOSED.search(sentence)):
        return None
    if not _OF_PEOPLE.search(sentence):
        return None
    return _late(sentence, start) or None


_OF_PEOPLE = re.compile(
    r"\b(?:je|j|jai|jarr?iv\w*|jserai|jvi\w+|on|nous|il|elle|ils|elles|mon|ma|notre|i|we|he|she"
    r"|they|my|our)\b"
    r"|\b[a-z]+ (?:peut|peuvent|pourra|pourrait|arriv\w+)\b"
)


_BEHIND = re.compile(r"\b(?:a|en) la bourre\b|\ba la ramasse\b|\bretardataires?\b")


def _sentence(text: str) -> str:
    said = re.sub(r"\b(a|vers) midi\b", r"\1 12 h", _BEHIND.sub("en retard", normal(text)))
    return _with_figures(re.sub(r"(\d)h(\d)", r"\1 h \2", said))


def _late(sentence: str, start: time) -> int | None:
    """By how many minutes, as a sentence without its question mark says it."""
    if _TAKEN_BACK.search(sentence) and not _OTHERS_ARE.search(sentence):
        return None
    said_late = _LATE.search(sentence) is not None and not _APOLOGY.search(sentence)
    said_late |= _A_LITTLE_AFTER.search(sentence) is not None
    told = _minutes(sentence) if said_late else UNSAID
    if told != UNSAID:
        return told  # « une demi-heure de retard, mon train arrive à 10 h 20 »
    for pattern in (_AT, _COMES_AT):
        for arrival in pattern.finditer(sentence):
            if pattern.search(sentence, arrival.end()) is not None:
                continue  # « mon train arrive à 9 h 50, je serai là vers 10 h »
            late = _after(start, time(int(arrival["hour"]) % 24, _minute(arrival["minute"] or "0")))
            if 0 < late <= MOST:
                return late
    if _AFTERNOON.search(sentence) and not _NOT_THEN.search(sentence):
        clock = _CLOCK.search(sentence)
        hour = 0 if clock is None else int(clock["hour"]) % 24
        said = AFTERNOON if clock is None else time(hour, int(clock["minute"] or 0))
        late = _after(start, said)
        return late if 0 < late <= MOST else None
    return _until_then(sentence, start) if said_late else None


_A_LITTLE_AFTER = re.compile(
    r"\b(?:arriv\w+|viendr\w+|sera\w*|vien[st]?) (?:\w+ ){0,3}?(?:(?:un (?:petit )?peu"
    r"|legerement|juste)"
    r" apres (?!(?:le (?:repas|dejeuner)|midi|vous|moi|nous|lui|elle)\b)"
    r"|apres (?:le )?(?:debut|commencement|demarrage)\b)"
)
"""« Luc arrivera un peu après 9 h 30 », which is when the day begins."""


def _until_then(sentence: str, start: time) -> int:
    """« en retard, 10 h »: a bare time of the day."""
    said = _HOURS.search(sentence) or _TOWARDS.search(sentence)
    if said is None or not A_CLOCK <= int(said["hours"]) < 24:
        return UNSAID
    late = _after(start, time(int(said["hours"]), int(said["minutes"] or 0)))
    return late if 0 < late <= MOST else UNSAID


def after_hour(start: time, hour: int, minute: str) -> int:
    """The minutes from the beginning to an hour; the minutes of it as they are said."""
    return _after(start, time(hour % 24, _minute(minute)))


def in_figures(text: str) -> str:
    """A text in the normal form, its numbers written with figures."""
    return _sentence(text)


def _after(start: time, arrival: time) -> int:
    return arrival.hour * 60 + arrival.minute - (start.hour * 60 + start.minute)


def _minute(said: str) -> int:
    """The minutes after the hour: figures, « et quart », « et demie »."""
    return {"et quart": 15, "et demi": 30, "et demie": 30}.get(said) or int(
        said if said.isdecimal() else 0
    )


def _with_figures(sentence: str) -> str:
    """Numbers with figures, « une » too where it counts hours or minutes."""
    words, written, at = sentence.split(), list[str](), 0
    while at < len(words):
        counts = words[at] not in {"un", "une", "one", "a"} or words[at + 1 : at + 2] in (
            ["heure"],
            ["hour"],
        )
        said = number_at(words, at) if counts else None
        written.append(words[at] if said is None else str(said[0]))
        at = at + 1 if said is None else said[1]
    return " ".join(written)


def _minutes(sentence: str) -> int:
    for pattern, minutes in _HALF:
        if pattern.search(sentence):
            return minutes
    found = _MINUTES.search(sentence)
    if found is not None:
        return min(int(found["n"]), MOST)
    hours = _HOURS.search(sentence)
    if hours is not None and int(hours["hours"]) < A_CLOCK:
        late = int(hours["hours"]) * 60 + int(hours["minutes"] or 0)
        return late if late <= MOST else UNSAID
    return UNSAID
