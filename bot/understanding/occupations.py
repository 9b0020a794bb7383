"""What those who come do, and where: each function is given to whom it is told of."""

import re
from collections.abc import Sequence

from bot.understanding import emails
from bot.understanding.functions import FUNCTIONS
from bot.understanding.mentions import NAMES, OTHERS_COME, Mention, of_name
from bot.understanding.normal import plain
from bot.understanding.results import Understood
from bot.understanding.roles import hall
from bot.understanding.tagger import Span
from bot.understanding.territories import capitalised

_I_AM = re.compile(
    r"\b(?:(?:je|j['’]|chui|chuis|jsuis|jsui) ?(?:suis)?|moi|moi-m[êe]me|en tant que"
    r"|i am|i['’]m|my job is|ma fonction(?: est| c['’]est)?)\W*(?:\w+['’]?\W+){0,2}$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[.;!?\n]")
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:to?us|toutes|tts?|ts) )?les (?:deux|trois|2|3)\b|\b(?:to?us|toutes) (?:deux|trois)\b"
    r"|\bboth\b|\btous\b",
    re.IGNORECASE,
)
_BOTH_BEFORE = 30
"""Characters before a function or an organisation in which it may be said to be of all."""
_COMPANION = re.compile(
    r"\b(?:mon|ma|mes|notre|nos|son|sa|leur|un|une|my|our|his|her|their)\s+$", re.IGNORECASE
)
_THE_COMMUNE = re.compile(r"\s*de (?:la|notre) (?:commune|mairie|ville)\b", re.IGNORECASE)
_WHERE = ("organisation", "of", "same")


def hand_out(text: str, spans: Sequence[Span], listed: list[Mention], *, is_asked: bool) -> None:
    """Give each function and organisation to whom it is told of."""
    owner: Mention | None = None
    last = ""
    in_turn = _in_turn(text, spans, listed)
    for at, span in enumerate(spans):
        said = " ".join(text[span.start : span.end].split())
        if span.label in NAMES:
            owner = of_name(listed, span, text) or owner
        elif span.label == "function":
            owner = in_turn.get(at) or _owner(text, spans, at, listed, owner, is_asked=is_asked)
            owner.function = owner.function or _quiet(said, opens=span.start == 0)
            owner.end = span.end
            owner.is_of_the_commune |= bool(_THE_COMMUNE.match(text[span.end :]))
        elif span.label == "email" and owner is not None:
            reading = emails.read(said)
            owner.email = reading.value if isinstance(reading, Understood) else owner.email
        elif span.label in _WHERE:
            if owner is None:
                owner = _for_whom(text, spans, at, listed)
            if owner is None:
                owner = _unnamed(listed, span, text, is_asked=is_asked)
            where = _where(text, span, said, owner, last)
            owner.is_same |= span.label == "same" and where is None
            owner.organisation = owner.organisation or where
            last = owner.organisation or last
        if span.label in ("function", *_WHERE) and _is_of_all(text, span, owner):
            _share(listed, owner)
    _at_the_commune(listed)


def _at_the_commune(listed: Sequence[Mention]) -> None:
    """« DGS de la commune », beside the mayor of Roisey: at Roisey’s town hall."""
    halls = {one.organisation for one in listed if (one.organisation or "").startswith("mairie ")}
    for one in listed:
        if one.is_of_the_commune and one.organisation is None and len(halls) == 1:
            one.organisation = next(iter(halls))


def _for_whom(
    text: str, spans: Sequence[Span], at: int, listed: Sequence[Mention]
) -> Mention | None:
    """« mairie de Roisey pour Colette »: the name that follows."""
    for span in spans[at + 1 :]:
        between = text[spans[at].end : span.start]
        if not re.match(r"\W*(?:pour|for)\b", between) or len(between) > 30:
            return None
        if span.label in NAMES:
            return of_name(listed, span, text)
    return None


def _owner(
    text: str,
    spans: Sequence[Span],
    at: int,
    listed: list[Mention],
    owner: Mention | None,
    *,
    is_asked: bool,
) -> Mention:
    """Whose function it is: of the name before, of the one that follows, or of who writes."""
    span = spans[at]
    since = owner.end if owner is not None else 0
    if _I_AM.search(text[since : span.start]):
        own = next((one for one in listed if one.is_writing), None)
        return own if own is not None else _unnamed(listed, span, text, is_asked=is_asked)
    following = _next_name(text, spans, at)
    after = of_name(listed, following, text) if following is not None else None
    if following is not None and after is not None:
        is_near = (
            not text[span.end : following.start]
            .strip(" .")
            .casefold()
            .removeprefix("m")
            .strip(" .me")
        )
        parted = owner is not None and re.search(
            r"\b(?:et|avec|and|with|plus)\b|[.;\n]", text[since : span.start]
        )
        if owner is None or owner.function is not None or (is_near and parted):
            return after
    if following is None and _COMPANION.search(text[: span.start]) and not is_asked:
        # « mon adjoint »: somebody whose name is not told.
        companion = Mention(span.start, span.end, said=text[span.start : span.end])
        listed.append(companion)
        return companion
    if owner is None:
        return _unnamed(listed, span, text, is_asked=is_asked)
    return owner


def _in_turn(text: str, spans: Sequence[Span], listed: Sequence[Mention]) -> dict[int, Mention]:
    """« Gérard Oriol et Luc Vial, maire et adjoint »: to each of them, in their order."""
    people = [one for one in spans if one.label in NAMES]
    work = [at for at, one in enumerate(spans) if one.label == "function"]
    if len(people) < 2 or len(people) != len(work) or spans[work[0]].start < people[-1].start:
        return {}
    owners = [of_name(listed, one, text) for one in people]
    return {at: one for at, one in zip(work, owners, strict=True) if one is not None}


_APART = re.compile(
    r"\b(?:et|avec|and|with|puis|suis|est|am|is|moi|appelle)\b|,\s*,", re.IGNORECASE
)


def _next_name(text: str, spans: Sequence[Span], at: int) -> Span | None:
    """The name that follows a function in the same breath: « le maire Jean Granger »."""
    for span in spans[at + 1 :]:
        between = text[spans[at].end : span.start]
        if (
            span.label == "function"
            or len(between) > 60
            or _BREAK.search(re.sub(r"\b(?:M|Mme|Mlle|Mr|Mrs|Dr)\.", "", between))
        ):
            return None
        if span.label in NAMES:
            return None if _APART.search(between) else span
    return None


def _unnamed(listed: list[Mention], span: Span, text: str, *, is_asked: bool) -> Mention:
    """Who is not named: who was asked about, else who writes."""
    known = next((one for one in listed if one.name is None and not one.is_partial), None)
    if known is not None:
        return known
    one = Mention(span.start, span.end, is_writing=not is_asked)
    if is_asked or (not listed and not OTHERS_COME.search(text)):
        listed.append(one)  # else it is told of somebody who only writes
    return one


def _is_of_all(text: str, span: Span, owner: Mention | None) -> bool:
    """« animateurs », « animatrices toutes les deux »."""
    if owner is not None and span.label == "function":
        alone = _singular(text[span.start : span.end])
        if alone is not None:
            owner.function, owner.is_one_of_several = alone, True
    is_several = owner is not None and owner.is_one_of_several
    before = text[max(0, span.start - _BOTH_BEFORE) : span.start]
    is_of_all = _ALL_OF_THEM.match(text[span.end :].lstrip(" ,(")) or _ALL_OF_THEM.search(before)
    return is_several or bool(is_of_all)


def _singular(function: str) -> str | None:
    """One of several: « élus » gives « élu ». None: it is one."""
    first, space, rest = function.partition(" ")
    words = FUNCTIONS.vocabulary
    is_plural = first.endswith("s") and plain(first[:-1]) in words and len(first) > 3
    return f"{first[:-1]}{space}{rest}" if is_plural else None


def _share(listed: Sequence[Mention], owner: Mention | None) -> None:
    """« animateurs tous les deux »."""
    for one in listed:
        if owner is not None:
            one.function = one.function or owner.function
            one.organisation = one.organisation or owner.organisation


def _quiet(function: str, *, opens: bool) -> str:
    """A function that was shouted is said quietly, as is « le Maire »."""
    if not opens and function.istitle() and plain(function) in FUNCTIONS.vocabulary:
        return function.lower()
    words = [
        word.lower() if word.isupper() and len(word) > 4 else word for word in function.split()
    ]
    return " ".join(words)


def _where(text: str, span: Span, said: str, owner: Mention, last: str) -> str | None:
    match span.label:
        case "same":
            return last or None
        case "of":
            link = re.search(r"(?:\b(?:d['’]|de|à|a|of|in|du|des)\s*)$", text[: span.start], re.I)
            return hall(
                owner.function or "", town=capitalised(said), link=link[0] if link else "de "
            )
        case _:
            return capitalised(said) if said.isupper() and len(said) > 8 else said
