"""How many come, as a free message says it: counted, corrected, or two by « avec mon collègue »."""

import re
from collections.abc import Iterator, Sequence

from bot.understanding import company, sizes
from bot.understanding.company import without_days
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Understood
from bot.understanding.tagger import Span

_RATHER = r"(?:enfin|pardon|non|plut[ôo]t|finalement|sorry|rather)\b"
_CORRECTED = re.compile(rf"\W+{_RATHER}[^:.;!?\n]{{1,25}}", re.IGNORECASE)
_WITH = re.compile(
    r"\b(?:(?:je|j['’]?|j['’]y)\s*(?:ne\s)?(?:vi[ae]n\w*|viendrai|serai|suis|participe\w*|vais)"
    r"|jvi\w*"
    r"|je m['’]inscri\w*|inscri(?:vez|s)[- ]moi"
    r"|(?:je|j['’]?)\s*(?:veux|voudrais?|souhaite\w*|aimerais?|vx)\s(?:bien\s)?(?:m['’]? ?inscrire"
    r"|venir|participer|assister)"
    r"|i(?:['’]d| would|['’]ll| will|['’]m| am)?\s(?:(?:like|love|want)(?:ing)? to\s)?(?:com|join"
    r"|attend|register)\w*)\b"
    r"[^.;:!?\n(]{0,25}?\b(?:avec|with)\s+(?:mon|ma|une?|notre|deux|trois|2|3|my|an?|our|two"
    r"|three)\b[^.,;:!?\n(]{2,40}(?=[.,;:!?\n(]|$)",
    re.IGNORECASE,
)


_AS_A_GROUP = re.compile(
    r"\b(?:(?:inscri|enregistr|r[ée]serv)\w*(?: [\w’']+){0,3}?|(?:nous|on) (?:(?:est|sommes|sera"
    r"|serons|forme\w*|form\w+|vien\w+|venons|serions) )+(?:donc )?|(?:places?|inscription) pour)"
    r" (?:(?:d['’])?une?|en|le|ce|cette|notre) (?P<group>bin[ôo]me|duo|trin[ôo]me|trio)\b"
    r"(?![^.!\n]*\?)",
    re.IGNORECASE,
)
"""« je souhaite inscrire un trinôme », « nous venons en binôme »."""


def _as_a_group(line: str, largest: int) -> int | None:
    found = _AS_A_GROUP.search(line)
    size = 0 if found is None else 3 if plain(found["group"]).startswith("tri") else 2
    return size if 0 < size <= largest else None


_GROUPS = re.compile(
    r"\b(?:(?P<many>deux|trois|quatre|[2-4]) (?:groupes?|[ée]quipes?|fois|inscriptions?)"
    r" (?:de|d['’]) ?(?P<each>deux|trois|[23])(?: personnes)?"
    r"|(?P<number>deux|trois|quatre|[2-4]) (?P<kind>bin[ôo]mes|trin[ôo]mes|duos|trios))\b",
    re.IGNORECASE,
)


def of_groups(line: str, largest: int) -> int | None:
    """« deux groupes de deux » are four, « trois binômes » six; None: no groups are counted."""
    found = _GROUPS.search(line)
    if found is None or "?" in line[found.end() :].partition(".")[0]:
        return None
    each = found["each"] or ("3" if plain(found["kind"]).startswith("tri") else "2")
    many = (found["many"] or found["number"]).lower()
    number = (_COUNTED.get(many) or int(many)) * (_COUNTED.get(each.lower()) or int(each))
    return number if number <= largest else None


_MANY = re.compile(
    r"(?<!\bsi )\b(?:on|nous|ns) (?:(?:est|sommes|sera|serons|serait|serions|viendr\w+|vient"
    r"|venons) )+(?:(?:donc|bien|à|a|au total|en tout) )*"
    r"(?P<number>quatre|cinq|six|sept|huit|[4-8])\b"
    r"(?! (?:ou|pour cent|fois|heures?|h|km|jours?|mois|ans)\b)",
    re.IGNORECASE,
)
"""« on est cinq »: more than come together, which the tagger seldom sees."""
_A_THIRD = re.compile(
    r"\b(?:et|avec|plus|ainsi qu['’]|accompagnée? (?:de|d['’])) ?(?:aussi )?une? troisi[èe]me"
    r" (?:personne|coll[èe]gue|[ée]lue?|membre)\b(?![^.!\n]*\?)",
    re.IGNORECASE,
)
"""« je viens avec Luc et une troisième personne »."""
_ONLY_TWO = re.compile(
    r"\b(?:que|qu['’]|seulement|juste|uniquement) ?(?:(?:tous|toutes|à) (?:les )?|nous )deux\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(
    r"\b(?:pas|plus|aucune?) (?:de |d['’] ?)?(?P<rank>troisi[èe]me|3 ?[èe](?:me)?|third"
    r"|deuxi[èe]me|2 ?[èe](?:me)?|seconde?)"
    r"(?=\s(?:personne|participant|coll[èe]gue|membre)|\s*(?:[,.;!)]|$))",
    re.IGNORECASE,
)
"""« il n’y a pas de troisième personne »: they are two."""


_UNDECIDED = re.compile(
    r"\b(?:(?:ne )?(?:sai[st]|savons|saurais?) (?:pas|plus)(?: encore| trop| vraiment)*"
    r"|(?:don['’]t|do not|not) (?:know|sure)(?: yet)?|(?:j['’ ]?|on |nous )h[ée]sit\w+"
    r"|(?:c['’ ]?est )?pas (?:encore )?(?:sûr|sur|certain|décidé)\w*)"
    r"[^.;:!?\n]{0,30}?\b(?:si|s['’]|entre|combien|whether|if)\b[^.;!?\n]*",
    re.IGNORECASE,
)
"""« je ne sais pas encore si j’y vais seul ou avec une amie »: nobody is counted yet."""
_PERHAPS = re.compile(
    r"(?:\b(?:peut[- ][êe]tre|p[- ]?e(?!\w)|pt[’'e]?[êe]?t(?:re)?|[ée]ventuellement|maybe"
    r"|perhaps)\s+"
    r"(?:que\s+)?(?:(?:mon|ma|notre|le|la|une?|my|an?)\s+|l['’])\w+[^.;!?\n]*"
    r"|\b(?:mon|ma|notre|une?|my)\s+\w+\s+(?:vient|viendra|viendrait|sera|serait|may|might)\s+"
    r"(?:peut[- ][êe]tre|[ée]ventuellement)[^.;!?\n]*)",
    re.IGNORECASE,
)
"""« peut-être ma collègue vient aussi »."""
_THEY = re.compile(
    r"\b(?:ils|elles|they)\s+(?:ne\s+)?(?:sont|seront|seraient|viennent|viendront|are|will be)\s+"
    r"(?:donc |bien |à |tous (?:les )?|toutes (?:les )?)*"
    r"(?P<number>deux|trois|quatre|two|three|[2-4])"
    r"\b(?!\s*(?:h|heures?|jours?|ans|minutes?|km)\b)(?![^.!\n]*\?)",
    re.IGNORECASE,
)


def may_come(text: str, *, name: str) -> bool:
    """« je ne sais pas si mon maire (Luc Roux) vient »: whether it is not decided of somebody."""
    undecided = _UNDECIDED.search(text)
    return undecided is not None and bool(name) and name in undecided.group()


def is_perhaps(text: str) -> bool:
    """Whether somebody who has no name may come, or not: « peut-être ma collègue »."""
    return _PERHAPS.search(text) is not None


def _decided(line: str, spans: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """A text with blanks for what is not decided yet, and what is found in the rest."""
    undecided = _UNDECIDED.search(line) or _PERHAPS.search(line)
    if undecided is None:
        return line, spans
    start, end = undecided.span()
    rest = [one for one in spans if not start <= one.start < end]
    return f"{line[:start]}{' ' * (end - start)}{line[end:]}", rest


def _of_them(line: str) -> int:
    """« ils seront deux »; 0: nothing of the kind is told."""
    found = _THEY.search(line)
    said = "" if found is None else found["number"].lower()
    return _COUNTED.get(said) or int(said or 0)


def _by_words(line: str, largest: int) -> int | None:
    """« deux groupes de deux », « une troisième personne », « il n’y a pas de troisième »."""
    if (number := of_groups(line, largest)) is not None:
        return number
    if _A_THIRD.search(line) and largest > 2:
        return 3
    if _ONLY_TWO.search(line):
        return 2
    none = _NO_MORE.search(line)
    if none is None:
        return None
    return 2 if plain(none["rank"])[:1] in "t3" else 1


def read(line: str, spans: Sequence[Span], largest: int) -> int | None:
    """The number that is told; of two, the one that corrects the other."""
    line, spans = _decided(line, spans)
    if (number := _by_words(line, largest)) is not None:
        return number
    line = company.without_things(line)
    numbers = [one for one in spans if one.label == "size" and not _is_refused(line, one)]
    if not numbers and 0 < (they := _of_them(line)) <= largest:
        return they
    told = set(_said(line, spans, largest))
    corrected = _CORRECTED.search(line, numbers[-1].end) if numbers else None
    if corrected is not None and corrected.start() == numbers[-1].end:
        told.add(0)
        numbers.append(Span("size", *corrected.span(), 1.0))
    if len(told) == 1:
        return told.pop()
    line = company.without_days(line) if not told else line
    if not told and (many := _MANY.search(line)) is not None:
        reading = sizes.read(many["number"], largest)
        return reading.value if isinstance(reading, Understood) else None
    along = _WITH.search(line)
    if not told and (group := _as_a_group(line, largest)) is not None:
        return group
    if told:
        reading = sizes.read(line[numbers[0].start : numbers[-1].end], largest)
    elif along is not None:
        companion = re.split(r"\b(?:avec|with)\b", along.group(), maxsplit=1, flags=re.I)[-1]
        reading = sizes.read(f"je viens avec {companion}", largest)
    else:
        return 2 if company.are_two(line) else 1 if company.is_alone(line) else None
    if along is not None and not isinstance(reading, Understood):
        return 2 if company.brings_one(along.group()) else None
    return reading.value if isinstance(reading, Understood) else None


_GREETING = (
    r"(?:(?:bonjour|salut|slt|bjr|coucou|bonsoir|hello|hi|alors|merci|c|c est|ca sera|ce sera"
    r"|pour) )*"
)
_AND = r"(?:et|plus|avec|ainsi que|and|with)"
_LISTED = re.compile(
    rf"{_GREETING}(?:moi|me)(?: meme)? {_AND} (?!je\b|si\b)"
    r"(?!.*\b(?:voudr|aimer|question|savoir|dites)).+"
    rf"|{_GREETING}(?!.*\b(?:merci|dites|envoyez) ).+ (?:{_AND}|dont) (?:moi(?: meme)?|ma personne)"
    rf"|{_GREETING}(?:\d|une?|deux|trois|quatre) (?:pers|personnes?|places?)"
)
"""« salut moi et deux bénévoles », « 3 du conseil dont moi », « une pers »."""
_A_NUMBER = re.compile(r"\b(?:\d|deux|trois|quatre|two|three|four)\b", re.IGNORECASE)
_NAMES = ("name", "self", "other")
_LISTED_AT_MOST = 14
"""Words."""


def of_a_list(line: str, spans: Sequence[Span], largest: int) -> int | None:
    """How many a message is a list of that tells nothing else; None: it is none.

    Names after a number are those of so many: « mes deux adjoints, Léa Roux et Paul Vial ».
    """
    number = [one.end() for one in _A_NUMBER.finditer(line)]
    if number and any(one.label in _NAMES and one.start > number[-1] for one in spans):
        return None
    said = plain(re.sub(r"\+", " plus ", line).replace("&", " et "))
    if "?" in line or len(said.split()) > _LISTED_AT_MOST or not _LISTED.fullmatch(said):
        return None
    reading = sizes.read(line, largest)
    return reading.value if isinstance(reading, Understood) else None


_SO_MANY_MORE = re.compile(
    r"(?:\bavec|\bainsi que|\bplus|\+|\bet|\baccompagn[ée]+e? (?:de|par)|\bwith|\band) "
    r"(?P<number>deux|trois|quatre|two|three|[2-4]) (?P<who>[^\W\d_]+)",
    re.IGNORECASE,
)
_COUNTED = {"deux": 2, "two": 2, "trois": 3, "three": 3, "quatre": 4}
_OTHERS = vocabulary(
    "autres personnes jeunes membres enseignants habitants usagers parents adherents others people"
)
_ME = re.compile(r"\b(?:je|moi|me|i)\b|\b[jm]['’]", re.IGNORECASE)


def besides_who_writes(line: str, spans: Sequence[Span], largest: int) -> int | None:
    """« Luc Roux, DGS, et deux élus à désigner » are three; None: nobody is counted so."""
    found = _SO_MANY_MORE.search(line)
    counted = [one.group().lower() for one in _A_NUMBER.finditer(without_days(line))]
    if found is None or len(counted) != 1 or not _are_people(found["who"]):
        return None
    named = [one.start for one in spans if one.label in _NAMES]
    is_one = len(named) == 1 or (not named and _ME.search(line, 0, found.start()))
    if not is_one or any(start > found.start() for start in named):
        return None
    number = _COUNTED.get(found["number"].lower()) or int(found["number"])
    return number + 1 if number < largest else None


def _are_people(said: str) -> bool:
    word = plain(said)
    return word in _OTHERS or word.removesuffix("s") in company.SOMEBODY


_SUPPOSED = re.compile(r"\b(?:si|s['’]|if)\s[^,.;:!]*$", re.IGNORECASE)
_WORKING = re.compile(
    r"(?:tous|toutes) (?:les )?(?:deux|trois)\W{1,3}(?:[àa] l|au|aux|du|de l|employ|salari"
    r"|agent|[ée]lu)",
    re.IGNORECASE,
)
_THE_DAY = re.compile(
    r"\b(?:le|du|au|[àa]|vers|pour les?|pr le|on the|the)\s+(?:lundi |mardi |mercredi |jeudi "
    r"|vendredi |samedi |dimanche )?$",
    re.IGNORECASE,
)


def _counts_nobody(text: str, span: Span) -> bool:
    """« si on est trois » is but supposed, « le 5 » is a day."""
    before = text[: span.start]
    is_bare = text[span.start : span.end].isdigit()
    is_day = is_bare and _THE_DAY.search(before) and not re.search(r"\b[àa]\s+$", before)
    is_where_they_work = _WORKING.match(text[span.start :]) is not None
    return bool(_SUPPOSED.search(before) or is_day or is_where_they_work)


_NOT_BEFORE = re.compile(r"\b(?:pas|plus|jamais|not|never)\s(?:\w+[\s'’]){0,4}$", re.IGNORECASE)


def _is_refused(text: str, span: Span) -> bool:
    """« on ne va pas me laisser seul »: who says so is not alone."""
    is_alone = plain(text[span.start : span.end]) in ("seul", "seule", "alone")
    return is_alone and _NOT_BEFORE.search(text[: span.start]) is not None


_CORRECTS = re.compile(rf"\b{_RATHER}", re.IGNORECASE)
_WE_ARE = re.compile(
    r"\b(?:on|nous|ns|we)\s+(?:ne\s+)?(?:est|sommes|sera|serons|serions|vient|venons|are"
    r"|will be)\s+$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    rf"(?:{_WE_ARE.pattern}|\b(?:inscriptions?|inscrire|r[ée]servations?|participants?|nombre)"
    r"(?: (?:de|d['’]) ?\w+)?\s*(?:pour|de|:)?\s*)$",
    re.IGNORECASE,
)
"""« nous sommes trois », « inscription pour 3 personnes »."""


def _said(text: str, spans: Sequence[Span], largest: int) -> Iterator[int]:
    """Give the numbers of people that are told; what is only supposed is not.

    « On est quatre : deux élus et deux techniciens » are four.
    """
    told = [
        one
        for one in spans
        if one.label == "size" and not (_counts_nobody(text, one) or _is_refused(text, one))
    ]
    corrects = told and _CORRECTS.search(text[told[0].end : told[-1].start])
    counted = [] if corrects else [one for one in told if _IN_ALL.search(text[: one.start])]
    for span in counted[:1] or told:
        reading = sizes.read(text[span.start : span.end], largest)
        if isinstance(reading, Understood):
            yield reading.value
