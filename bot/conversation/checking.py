"""Whether something is noted: of the registrations of a chat, and of the one being made."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import concerning, noted, phrases
from bot.conversation.noted import Noted, State
from bot.conversation.phrases import LINE
from bot.conversation.turn import Turn
from bot.typography import spoken_phone
from bot.understanding import by_themselves, checks, procedure, sentences
from bot.understanding.checks import Check, Of
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import plain
from bot.understanding.procedure import Procedure


def is_asked(turn: Turn, text: str) -> bool:
    """Whether it is asked if something is noted of the registration being made."""
    return concerning.is_asked(turn, text) or _read(text, noted.in_draft(turn)) is not None


async def answer(turn: Turn, text: str) -> Markup | None:
    """Yes or no with what is noted; None: that is not asked, or nothing is noted at all."""
    everyone = await noted.everyone(turn)
    if not everyone and turn.dialogue.draft is not None:
        return None
    _, asked = sentences.parted(text)
    for sentence in asked or [text]:
        if procedure.is_certain(sentence):
            continue
        if (said := await concerning.answer(turn, sentence, everyone)) is not None:
            return said
        check = _read(sentence, everyone)
        with turn.reading(sentence):
            said = None if check is None else await _answer(turn, check, everyone)
        if said is not None:
            return said
    return None


def _read(text: str, everyone: Sequence[Noted]) -> Check | None:
    is_certain = procedure.sure(text) >= procedure.CERTAIN
    if is_certain and procedure.read(text) is Procedure.THEIR_REACH:
        return None
    known = {word for one in everyone for word in plain(one.name).split()}
    return checks.read(text, known)


# ---- what is said


async def _answer(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup | None:
    match check.of:
        case Of.REACH:
            both = [await _how_reached(turn, replace(check, of=of), everyone) for of in _REACH]
            return LINE.join(dict.fromkeys(one for one in both if one is not None)) or None
        case Of.EMAIL | Of.PHONE:
            return await _how_reached(turn, check, everyone)
        case Of.HOURS:
            return noted.hours(turn, everyone)
        case Of.REPLACED | Of.GONE:
            return _gone(turn, check, everyone)
        case Of.NEXT:
            return _next(turn, everyone)
        case _:
            return await _people(turn, check, everyone)


_REACH = (Of.EMAIL, Of.PHONE)


async def _people(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup | None:
    """Those who are named or counted, each where they stand."""
    if not everyone:
        return await _strangers(turn) if check.named and check.is_sure else None
    meant = {name: noted.called(name, everyone) for name in check.named}
    missing = [name for name, found in meant.items() if not found]
    found = [one for one in everyone if any(one in those for those in meant.values())]
    if missing:
        return await _missing(turn, check, missing, found, everyone)
    if check.number is not None:
        if check.number == len(everyone):
            return _standing(turn, everyone, check)
        return turn.words("checked.other_number", names=_listing(turn, everyone))
    if check.is_of_writer:
        return await _writer(turn, check, everyone)
    return _standing(turn, found, check) if found else None


async def _strangers(turn: Turn) -> Markup:
    """« Le maire de Roisey est inscrit ? », of who registered nobody: that is not told."""
    left = phrases.seats_left(turn.words, await turn.seats())
    return turn.words("answer.privacy.others", left=left)


async def _writer(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup:
    """« et moi, je ne suis plus inscrit ? »: with all the others, so that nobody is missed."""
    own = {plain(turn.called)}
    for party in await turn.parties():
        spoken_to = party.spoken_to_at(turn.address)
        own |= {plain(spoken_to.name)} if spoken_to is not None else set()
    is_noted = any(
        plain(one.name) in own or getattr(one.who, "is_writing", False) for one in everyone
    )
    names = _listing(turn, everyone)
    if not is_noted:
        return turn.words("checked.not_you", names=names)
    all_registered = all(one.state is State.REGISTERED for one in everyone)
    if check.is_negative and all_registered:
        return turn.words("checked.still", names=names)
    return _standing(turn, everyone, check)


async def _missing(
    turn: Turn,
    check: Check,
    missing: Sequence[str],
    found: Sequence[Noted],
    everyone: Sequence[Noted],
) -> Markup | None:
    """Where a name is nobody's: a place, a body, a function; else what is noted instead."""
    about = found or everyone
    values = [one for name in missing if (one := await _value(turn, name, about)) is not None]
    if len(values) == len(missing):
        return turn.words("checked.value", value=LINE.join(dict.fromkeys(values)))
    if found:
        lines = LINE.join(phrases.person(turn.words, one.who) for one in found)
        return turn.words("checked.differs", who=lines)
    if not check.is_sure:
        return None
    if (territory := await _territory(turn)) and "territoire" in plain(turn.text).split():
        line = turn.words("recap.territory", territory=territory)
        return turn.words("checked.differs", who=line)
    is_done = check.is_of_registration and turn.dialogue.draft is None
    if by_themselves.asks(turn.text) or (is_done and _are_people(missing)):
        return turn.words("checked.apart", names=_listing(turn, everyone))
    what = turn.words.listing(missing)
    return turn.words("checked.missing", what=what, names=_listing(turn, everyone))


def _are_people(names: Sequence[str]) -> bool:
    return all(plain(name).split()[0] in FIRST_NAMES for name in names)


async def _territory(turn: Turn) -> str | None:
    if turn.dialogue.draft is not None:
        return turn.dialogue.draft.noted_territory
    party = await turn.registered()
    return None if party is None else party.territory


async def _value(turn: Turn, name: str, about: Sequence[Noted]) -> Markup | None:
    """The line in which a word is noted."""
    asked = {*plain(name).split()}
    territories = [party.territory for party in await turn.parties()]
    if turn.dialogue.draft is not None:
        territories.append(turn.dialogue.draft.noted_territory or "")
    for one in about:
        if asked <= one.told:
            return phrases.person(turn.words, one.who)
    named = next((one for one in territories if asked <= {*plain(one).split()}), None)
    return None if named is None else turn.words("recap.territory", territory=named)


_ORDER = (State.REGISTERED, State.WAITING, State.NOTED, State.NEXT)


def _standing(turn: Turn, people: Sequence[Noted], check: Check) -> Markup:
    """« Oui, c’est inscrit : … »; those who are not registered yet after those who are."""
    said = []
    for state in _ORDER:
        those = [one for one in people if one.state is state]
        if those:
            key = f"checked.{state}"
            if state is State.NOTED and check.is_of_registration:
                key = "checked.not_yet"
            if state is State.NEXT and turn.dialogue.draft is None:
                key = "checked.rest"
            counted = {"n": len(those)} if state is State.NEXT else {}
            said.append(turn.words(key, names=_listing(turn, those), **counted))
    return LINE.join(said)


def _next(turn: Turn, everyone: Sequence[Noted]) -> Markup | None:
    """Those who come after: all of them, where that was asked of « l’autre groupe »."""
    later = [one for one in everyone if one.state is State.NEXT]
    check = Check(Of.NEXT, is_of_registration=True)
    return _standing(turn, later or everyone, check) if len(everyone) > 1 else None


def _gone(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup:
    """Whether somebody was taken off, or has been replaced."""
    if check.is_of_number and (said := _number_gone(turn, check, everyone)) is not None:
        return said
    is_replaced = check.of is Of.REPLACED
    gone = check.named[:1] if is_replaced else check.named
    is_gone = not any(noted.called(name, everyone) for name in gone)
    is_there = not is_replaced or bool(noted.called(check.named[-1], everyone))
    key = "checked.gone" if is_gone and is_there else "checked.not_gone"
    return turn.words(key, names=_listing(turn, everyone))


def _number_gone(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup | None:
    """« mon numéro, vous l’avez enlevé de chez Nadège ? »: which one is noted of her, or none."""
    people = [one for name in check.named for one in noted.called(name, everyone) if one.is_shown]
    if not people:
        return None
    one, how = people[0], people[0].who.answers.get("phone")
    if not how:
        return turn.words("change.no_number", name=one.name)
    return turn.words("checked.number_still", name=one.name, how=spoken_phone(how))


async def unknown(turn: Turn, text: str) -> str:
    """The names in a text that are nobody's who is noted, listed."""
    everyone = await noted.everyone(turn)
    return turn.words.listing(one for one in checks.named(text) if not noted.called(one, everyone))


async def _how_reached(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup | None:
    """The address or the number that is noted of whoever is named, or of who is written to."""
    key = check.of.value
    about = [one for name in check.named for one in noted.called(name, everyone)]
    if check.named and not about:
        return _nobody(turn, check, everyone)
    if not about and (others := concerning.others_meant(turn, everyone)) is not None:
        about = others
        if not about:
            return turn.words("concern.erased.rest", names=_listing(turn, everyone))
    if not about:
        return await _own_reached(turn, key, check)
    lines = []
    for one in [one for one in about if one.is_shown]:
        how = one.who.answers.get(key)
        shown = spoken_phone(how) if how and check.of is Of.PHONE else how
        said = "checked.reached" if how else f"checked.no_{key}"
        lines.append(turn.words(said, name=one.name, how=shown or ""))
    return LINE.join(lines) or None


def _nobody(turn: Turn, check: Check, everyone: Sequence[Noted]) -> Markup | None:
    """« le numéro de Mme Faverjon, vous l’avez ? », where she is not noted at all."""
    if not check.is_sure or not everyone:
        return None
    what, names = turn.words.listing(check.named), _listing(turn, everyone)
    return turn.words("checked.missing", what=what, names=names)


async def _own_reached(turn: Turn, key: str, check: Check) -> Markup | None:
    """How who writes is reached, by the registration being made or the last one."""
    contact: object = None
    if turn.dialogue.draft is not None:
        contact = turn.draft.contact
    elif (party := await turn.registered()) is not None:
        contact = party.spoken_to_at(turn.address)
    if contact is None:
        return None
    how = getattr(contact, key)
    if not how:
        return turn.words(f"checked.{'none_of_yours' if check.is_negative else 'no_own'}_{key}")
    shown = spoken_phone(how) if key == "phone" else how
    if check.is_verifying:
        return turn.words(f"checked.own_is_{key}", how=shown)
    said = "checked.own_after_all" if check.is_negative else "checked.own_reached"
    return turn.words(said, how=shown)


def _listing(turn: Turn, people: Iterable[Noted]) -> str:
    return turn.words.listing(dict.fromkeys(one.name for one in people))
