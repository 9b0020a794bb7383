"""What those who come do, and where: each function is given to whom it is told of."""

import re
from collections.abc import Iterator, Sequence

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
_BROUGHT_ALONG = re.compile(
    r"\b(?:moi|moi-m[êe]me|me|i)\s*(?:,|\bet\b|\band\b|\bavec\b|\bplus\b|[+&])\s*"
    r"(?:avec )?(?:mon|ma|notre|une?|my|our|a)\s+$"
    r"|\b(?:inscri\w+|am[èe]ne|remplace|accompagne|repr[ée]sente|register\w*|bring\w*)\s+"
    r"(?:avec |with )?(?:l[ae]\s+|l['’]|(?:mon|ma|notre|the|our|my)\s+)$",
    re.IGNORECASE,
)
"""« moi + notre DGS »: that is not told of who writes."""
_BREAK = re.compile(r"[.;!?\n]")
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:to?us|toutes|tts?|ts) )?les (?:deux|trois|2|3)\b|\b(?:to?us|toutes) (?:deux|trois)\b"
    r"|\bboth\b|\btous\b",
    re.IGNORECASE,
)
_BOTH_BEFORE = 30
"""Characters before a function or an organisation in which it may be said to be of all."""
_COMPANION = re.compile(
    r"\b(?:(?:mon|ma|mes|notre|nos|son|sa|leur|un|une|my|our|his|her|their)\s+"
    # « mon chef, le DGS »
    r"|(?:mon|ma|notre|my|our)\s+(?:chef\w*|cheffe|patronn?e?|boss|directeur|directrice|sup[ée]rieure?"
    r"|coll[èe]gue|bin[ôo]me|ni[èe]ce|neveu|mari|femme|voisine?|copine|copain|amie?|manager)"
    r"\W{1,3}(?:qui est |l[ae] |l['’]|the )?)$",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\bpas|\bnon pas|\bnot|\bni|\bplut[ôo]t que|\binstead of)\s+(?:en tant qu[e'’]\s*"
    r"|comme |vraiment "
    r"|tout à fait |exactement )?(?:l[ae] |l['’]|une? |an? |the )?[«\"“]?\s*$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«“\"]\s*$")
_ABOUT_WORDS = re.compile(
    r"[^«“\"]{0,40}[»”\"]\W*(?:c['’]?est|[çc]a veut|je (?:ne )?(?:sais|connais|comprends)|non\b"
    r"|qu['’]est)",
    re.IGNORECASE,
)
_THE_COMMUNE = re.compile(r"\s*\bde (?:la|notre) (?:commune|mairie|ville)\b", re.IGNORECASE)
_WHERE = ("organisation", "of", "same")


def hand_out(text: str, spans: Sequence[Span], listed: list[Mention], *, is_asked: bool) -> None:
    """Give each function and organisation to whom it is told of."""
    spans = [one for one in spans if one.label != "function" or not _is_denied(text, one)]
    names = [one for one in spans if one.label in NAMES]
    spans = [one for one in _each_apart(text, spans) if not _is_of_nobody(text, one, names)]
    owner: Mention | None = None
    last = ""
    in_turn = {**_in_turn(text, spans, listed), **_stated(text, spans, listed)}
    for at, span in enumerate(spans):
        said = " ".join(text[span.start : span.end].split())
        if span.label in NAMES:
            owner = of_name(listed, span, text) or owner
        elif span.label == "function":
            owner = in_turn.get(at) or _owner(text, spans, at, listed, owner, is_asked=is_asked)
            of_commune = _THE_COMMUNE.search(said)
            if of_commune is not None and of_commune.end() == len(said):
                said, owner.is_of_the_commune = said[: of_commune.start()], True
            if _is_of_their_town(text, spans, at, owner):
                owner.function, owner.is_ours = None, False
            owner.function = owner.function or _quiet(said, opens=span.start == 0)
            if last and _THERE.search(text[: span.start]):
                owner.organisation = owner.organisation or last
            owner.is_ours |= not owner.is_writing and _is_ours(text, span)
            owner.end = span.end
            owner.is_of_the_commune |= bool(_THE_COMMUNE.match(text[span.end :]))
        elif span.label == "email" and owner is not None:
            reading = emails.read(said)
            owner.email = reading.value if isinstance(reading, Understood) else owner.email
        elif span.label in _WHERE:
            if owner is None:
                owner = _for_whom(text, spans, at, listed)
            if owner is None or _turns_to_self(text, owner, span):
                owner = _unnamed(listed, span, text, is_asked=is_asked)
            where = _where(text, span, said, owner, last)
            owner.is_same |= span.label == "same" and where is None
            owner.organisation = owner.organisation or where
            last = owner.organisation or last
        if span.label in ("function", *_WHERE) and _is_of_all(text, span, owner):
            _share(listed, owner)
    _at_the_commune(listed)


_SWITCHBOARD = re.compile(r"(?:standard|secr[ée]tariat|fixe|domicile|portable)\b", re.IGNORECASE)
_CAPACITY = re.compile(
    r"(?:organised )?(?:societe civile(?: organisee)?|civil society|voluntary sector)"
)
_NOT_YET = re.compile(
    r"\b(?:l[ea]|un|une) (?:3e|3[èe]me|troisi[èe]me|autre|derni[èe]re?|deuxi[èe]me|2e) "
    r"(?:nom|personne|place|participante?)\b[^.;!?\n]*$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bj?['’]?y (?:est|sont|suis|travaille\w*|bosse\w*)\b[^.;,]{0,20}$", re.IGNORECASE
)


def _is_of_nobody(text: str, span: Span, names: Sequence[Span]) -> bool:
    """« au standard du centre »; « le 3e nom suivra, sans doute du Collectif »: of nobody named."""
    if span.label == "function" and _CAPACITY.fullmatch(plain(text[span.start : span.end])):
        return True
    if span.label == "organisation" and _SWITCHBOARD.match(text, span.start):
        return True
    unnamed = _NOT_YET.search(text[: span.start])
    is_named = unnamed is not None and any(
        unnamed.start() < one.start < span.start for one in names
    )
    return span.label in ("organisation", "of") and unnamed is not None and not is_named


_AND = re.compile(r"\s+(?:et|and|&)\s+")


def _each_apart(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """« maire et adjoint », after two people: a function of each."""
    for at, span in enumerate(spans):
        link = _AND.search(text, span.start, span.end)
        before = [one for one in spans[:at] if one.label in NAMES]
        if span.label != "function" or link is None or len(before) != 2:
            yield span
            continue
        first, second = plain(text[span.start : link.start()]), plain(text[link.end() : span.end])
        if first in FUNCTIONS.vocabulary and second.split()[0] in FUNCTIONS.vocabulary:
            yield Span("function", span.start, link.start(), span.sure)
            yield Span("function", link.end(), span.end, span.sure)
        else:
            yield span


def _is_denied(text: str, span: Span) -> bool:
    """« pas élu », « « société civile » c’est des grands mots »: nobody's function."""
    before = text[: span.start]
    if _NOT.search(before) and not re.search(r"\bpourquoi pas\W+$", before, re.IGNORECASE):
        return True
    return bool(_QUOTED.search(before)) and _ABOUT_WORDS.match(text[span.end :]) is not None


_OURS = re.compile(r"\b(?P<whose>mon|ma|notre|my|our)\s+$", re.IGNORECASE)
_OF_THE_TOWN = re.compile(
    r"(?:maire|mairesse|d[ée]put|s[ée]nat|conseill|[ée]lue?|mayor)", re.IGNORECASE
)


def _is_of_their_town(text: str, spans: Sequence[Span], at: int, owner: Mention) -> bool:
    """« notre présidente Odile Faye, maire de Lupé »: where she works is not where we do."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    is_told = owner.is_ours and owner.function is not None and owner.organisation is None
    is_office = _OF_THE_TOWN.match(text, spans[at].start) is not None
    return is_told and is_office and after is not None and after.label == "of"


def _is_ours(text: str, span: Span) -> bool:
    """« notre directeur », « ma secrétaire »; « notre maire » may be that of an association."""
    found = _OURS.search(text[: span.start])
    return found is not None and not (
        found["whose"].lower() in ("notre", "our") and _OF_THE_TOWN.match(text, span.start)
    )


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
    is_own = owner is not None and _turns_to_self(text, owner, span)
    is_along = _BROUGHT_ALONG.search(text[: span.start]) is not None
    if not is_along and (is_own or _I_AM.search(text[since : span.start])):
        own = next((one for one in listed if one.is_writing), None)
        return own if own is not None else _unnamed(listed, span, text, is_asked=is_asked)
    following = _next_name(text, spans, at)
    if owner is None and is_asked and _has_own_work(text, spans, following):
        return _unnamed(listed, span, text, is_asked=is_asked)
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
    if owner is not None and owner.function is None and _APPOSED.fullmatch(text, since, span.start):
        return owner
    is_known = {*plain(text[span.start : span.end]).split()[:2]} & FUNCTIONS.vocabulary
    if following is None and is_known and _COMPANION.search(text[: span.start]) and not is_asked:
        # « mon adjoint »: somebody whose name is not told.
        said = text[span.start : span.end]
        companion = Mention(span.start, span.end, said=said, is_companion=True)
        listed.append(companion)
        return companion
    if owner is None:
        return _unnamed(listed, span, text, is_asked=is_asked)
    return owner


_ABOUT_THEM = re.compile(
    r"[\s,]*(?:(?:elle|il|lui|he|she)\b[\s,]*){0,2}(?:c['’ ]?est|est|is|:|=)\s*"
    r"(?:l[ae]\s|l['’]|une?\s|the\s|an?\s)?\s*$",
    re.IGNORECASE,
)


def _has_own_work(text: str, spans: Sequence[Span], named: Span | None) -> bool:
    """« animateur à la MJC, Soraya elle est coordinatrice »: the first is not told of Soraya."""
    if named is None:
        return False
    after = next((one for one in spans if one.start >= named.end), None)
    if after is None or after.label != "function":
        return False
    return _ABOUT_THEM.fullmatch(text[named.end : after.start]) is not None


_APPOSED = re.compile(
    r"\s*,\s*(?:qui est )?(?:mon|ma|notre|son|sa|my|our|his|her)\s+", re.IGNORECASE
)
"""« Pierre Vial, notre secrétaire »."""


def _turns_to_self(text: str, owner: Mention, span: Span) -> bool:
    """« c’est Patrice le maire ! moi c’est…, chargée de mission à la mairie »."""
    since = text[owner.end : span.start]
    return not owner.is_writing and re.search(r"[.!;?,]\s*moi\b", since, re.I) is not None


def _in_turn(text: str, spans: Sequence[Span], listed: Sequence[Mention]) -> dict[int, Mention]:
    """« Gérard Oriol et Luc Vial, maire et adjoint »: to each of them, in their order."""
    people = [one for one in spans if one.label in NAMES]
    work = [at for at, one in enumerate(spans) if one.label == "function"]
    if len(people) < 2 or len(people) != len(work) or spans[work[0]].start < people[-1].start:
        return {}
    owners = [of_name(listed, one, text) for one in people]
    return {at: one for at, one in zip(work, owners, strict=True) if one is not None}


_IS = re.compile(
    r"\W{0,2}(?:c['’ ]?est|c|est|is|was|=|:)\s*"
    r"(?:pas\s(?:moi|[^\W\d_]+)[\s,;]+(?:mais\s+)?(?:c['’ ]?est\s+|c\s+)?)?"
    r"(?:(?:M|Mme|Mr|Mrs)\b\.?\s*|(?:mon|ma|notre|my|our)\s+[\w-]+[\s,]+)?",
    re.IGNORECASE,
)
_ME = re.compile(r"(?:moi|me)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:l[ae]\s|l['’]|the\s)\s*$", re.IGNORECASE)


def _stated(text: str, spans: Sequence[Span], listed: Sequence[Mention]) -> dict[int, Mention]:
    """« le DGS c’est Luc Vial », « la secrétaire c’est pas moi, c’est Odile »: of whom follows."""
    found = {}
    for at, span in enumerate(spans):
        link = _IS.match(text, span.end)
        if span.label != "function" or link is None or not _ARTICLE.search(text[: span.start]):
            continue
        named = next((one for one in spans[at + 1 :] if one.start == link.end()), None)
        meant = of_name(listed, named, text) if named is not None else None
        if meant is None and _ME.match(text, link.end()):
            meant = next((one for one in listed if one.is_writing), None)
        if meant is not None:
            found[at] = meant
    return found


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
    says_own = _I_AM.search(text[: span.start]) is not None
    is_anothers = is_asked and says_own and known is not None and known.function is not None
    if known is not None and not is_anothers:
        return known
    one = Mention(span.start, span.end, is_writing=says_own or not is_asked)
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


_OFFICE_AT = re.compile(
    r"(?:the |le |la )?(?:mayor|maire|councillor) (?:of |de |d['’])", re.IGNORECASE
)


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
            office = _OFFICE_AT.match(said)  # « the mayor of Lupé »
            said = said[office.end() :] if office is not None else said
            return capitalised(said) if said.isupper() and len(said) > 8 else said
