"""Where several work, said once: « A et B, mairie de Die », « B, juriste au syndicat, là-bas »."""

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.understanding.normal import plain, vocabulary
from bot.understanding.roles import hall, is_of_a_town
from bot.understanding.telling.reading import Telling, Told
from bot.understanding.telling.scene import Heard, Kind
from bot.understanding.territories import capitalised

_WHERE = ("organisation", "of")
_NAMES = ("name", "self", "other")
_OF_IT = r"(?:(?:de|du|des|d['’]|à|a|au|aux|chez|pour|la|le|les|l['’]|notre) ?)*"
_ALL_OF = re.compile(
    rf"\b(?:tou(?:s|te?s)|both|elle et lui|lui et elle)(?: (?:les )?(?:deux|trois|quatre|[2-4]))? "
    rf"(?:viennent |sont |from )?{_OF_IT}$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"[^.;!?\n]{0,30}?\s*(?::|->|→)")
_FOR_ALL = re.compile(
    r"(?:\n\W*|[,(–-]\s*(?:et )?de (?:la |l['’])|, (?:du|des|d['’]) ?|\bpour )"
    r"(?:la |l['’]|le |notre )?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<!\bM)(?<!\bMme)[.;!?]\s")
_LISTED = re.compile(rf"\s*[,(:–-]\s*{_OF_IT}$", re.IGNORECASE)
_JOINS = frozenset(["et", "and", "+", "&", ",", "plus", "avec", "ainsi", "que", "ses", "deux"])
_ADVERBS = re.compile(r"\s+(?:également|aussi|too|as well)$", re.IGNORECASE)
_THERE = re.compile(
    r"\W{0,3}(?:là[- ]?bas|ici|chez (?:eux|lui|elle)|y travaille|du même|de la même"
    r"|dans (?:le|la) même|au même|à la même)\b",
    re.IGNORECASE,
)
_HOLDERS = vocabulary("son sa ses leur leurs his her their")


def spread(found: Told) -> Told:
    """Give those who are told of where they work, where it is said once for several."""
    people = [_in_full(found, one) for one in found.people]
    found = replace(found, people=tuple(people))
    found = replace(found, people=tuple(_of_all(found)))
    return replace(found, people=tuple(_beside(found, one) for one in found.people))


def body_of(found: Told, one: Telling) -> str | None:
    """Where somebody works, as far as it is told or known."""
    known = found.heard.scene.one(one.who)
    if one.where is None:
        return known.organisation or None
    function = one.function or known.function
    if not one.is_place:
        return one.where
    town = capitalised(one.where)
    return hall(function, town=town, link="a") if is_of_a_town(function) else None


# ---- « au syndicat », where it is named in full


def _in_full(found: Told, one: Telling) -> Telling:
    if one.where is None or one.is_place:
        return one
    said = _ADVERBS.sub("", one.where)
    words = plain(said).split()
    bodies = {plain(body): body for other in found.people if (body := _other(found, one, other))}
    longer = [body for key, body in bodies.items() if f"{key} ".startswith(f"{' '.join(words)} ")]
    longer = [body for body in longer if len(plain(body).split()) > len(words)]
    return replace(one, where=longer[0] if len(longer) == 1 else said)


def _other(found: Told, one: Telling, other: Telling) -> str | None:
    return None if other is one else body_of(found, other)


# ---- one body for all


def _of_all(found: Told) -> Iterator[Telling]:
    number = _common(found)
    theirs = _who_share(found, number) if number is not None else []
    where = found.heard.said(number) if number is not None else ""
    is_place = number is not None and found.heard.spans[number][0].label == "of"
    for one in found.people:
        is_free = one.who in theirs and not one.leaves and not one.is_same
        is_free &= body_of(found, one) is None and one.where is None
        yield replace(one, where=where, is_place=is_place) if is_free else one


def _common(found: Told) -> int | None:
    """The number of what is said to be the body of all; None: nothing is."""
    heard = found.heard
    numbers = [at for at, (span, _, _) in enumerate(heard.spans) if span.label in _WHERE]
    explicit = [at for at in numbers if _ALL_OF.search(_before(heard, at))]
    if explicit:
        return explicit[-1]
    bodies = {plain(heard.said(at)) for at in numbers}
    at = numbers[-1] if numbers else None
    if at is None or len(bodies) != 1 or heard.spans[at][0].label != "organisation":
        return None
    is_all = _heads(heard, numbers[0]) or _ends(heard, at) or len(_listed(heard, at)) > 1
    return at if is_all else None


def _before(heard: Heard, number: int) -> str:
    return heard.scene.text[: heard.spans[number][0].start]


def _heads(heard: Heard, number: int) -> bool:
    """« Mairie de Die : », before everybody."""
    span, _, end = heard.spans[number]
    named = [one.start for one in heard.mentions if one.kind is Kind.NAME]
    is_first = bool(named) and end <= min(named)
    return is_first and _HEADING.match(heard.scene.text, span.end) is not None


def _ends(heard: Heard, number: int) -> bool:
    """« …, de la mairie de Die », « … \\n Mairie de Die », after everybody."""
    _, start, _ = heard.spans[number]
    named = [one for one in heard.mentions if one.kind is Kind.NAME]
    before = _before(heard, number)
    end = _FOR_ALL.search(before)
    if end is None or not all(one.end <= start for one in named):
        return False
    begun = 0 if "\n" in end.group() else max(0, *(at.end() for at in _STOP.finditer(before)), 0)
    return len({one.who for one in named if heard.at[one.start][0] >= begun}) > 1


def _listed(heard: Heard, number: int) -> list[int]:
    """Those whose names are joined right before a body: « Luc et Léa, Radio Cactus »."""
    _, start, _ = heard.spans[number]
    if not _LISTED.search(_before(heard, number)):
        return []
    found: list[int] = []
    for span, first, end in reversed(heard.spans[:number]):
        between = {*heard.words[end:start]} - {"m", "mme", ".", "mr", "monsieur", "madame"}
        is_next = between <= ({",", "(", ":", "-"} | _STRAY if not found else _JOINS)
        if span.label not in _NAMES or not is_next:
            break
        found += [one.who for one in heard.mentions if one.start == first]
        start = first
    return found


_STRAY = vocabulary("de du des d la le l les a au aux chez pour notre")


def _who_share(found: Told, number: int) -> list[int]:
    heard = found.heard
    listed = _listed(heard, number)
    is_of_these = len(listed) > 1 and not _heads(heard, number) and not _ends(heard, number)
    if is_of_these and not _ALL_OF.search(_before(heard, number)):
        return listed
    return [one.who for one in found.people if one.who > 0 or _is_told(found, one)]


def _is_told(found: Told, one: Telling) -> bool:
    is_me = one.who == found.me and (one.is_mentioned or one.function is not None)
    return is_me or bool(one.name or one.called or one.function)


# ---- where another does


def _beside(found: Told, one: Telling) -> Telling:
    """« son adjoint », « animatrice là-bas aussi »: where whoever is told of before works."""
    if body_of(found, one) is not None or one.leaves or one.is_place:
        return one
    heard = found.heard
    for _, start, end in (place for place in _places(found, one)):
        after = heard.scene.text[heard.at[end - 1][1] :]
        is_there = _THERE.match(after) is not None or one.is_same
        is_held = start > 0 and heard.words[start - 1] in _HOLDERS and one.who != found.me
        holder = _last_before(found, one, start)
        is_hall = plain(holder or "").split()[:1] in (["mairie"], ["ville"], ["commune"])
        if is_of_a_town(one.function or "") and not is_hall:
            continue  # « notre maire » is at no school
        if holder is not None and (is_there or is_held):
            return replace(one, where=holder, is_place=False, is_same=False)
    return one


def _places(found: Told, one: Telling) -> Iterator[tuple[str, int, int]]:
    """Where the function of somebody stands, and their name."""
    for span, start, end in found.heard.spans:
        said = found.heard.text(start, end=end)
        if span.label == "function" and one.function and said == one.function:
            yield "function", start, end


def _last_before(found: Told, one: Telling, start: int) -> str | None:
    """The body of the last one who is told of before, and has one."""
    told = {other.who: other for other in found.people if other is not one}
    before = [m.who for m in found.heard.mentions if m.end <= start and m.who in told]
    bodies = [body for who in reversed(before) if (body := body_of(found, told[who]))]
    return bodies[0] if bodies else None
