"""Putting the facts that a message tells into the draft, where it has no answer yet."""

import re

from markupsafe import Markup
from rapidfuzz.distance import OSA

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName, MemberRole
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import registrar
from bot.conversation.turn import Turn
from bot.understanding import categories, organisations, roles, told
from bot.understanding.facts import Facts
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.roles import Role


async def note(turn: Turn, given: Facts, asked: Step | None = None) -> list[Markup]:
    """Put facts into the draft where it has no answer yet; give what must be said of the seats.

    Whoever is named first is whose name is `asked` for.
    """
    draft, said = turn.draft, list[Markup]()
    is_new = draft.territory is None or given.is_territory_claimed
    # « Annonay Rhône Agglo si vous préférez », right after the territory was asked
    is_new |= isinstance(asked, Size) and given.size is None and not given.people
    if given.territory and is_new and turn.event.audience.territory:
        await Territory().keep(turn, given.territory)
    only = turn.event.seats.only_size
    is_more = only is not None and given.size and given.size > only and not draft.afterwards
    if given.size and (draft.size is None or is_more):
        kept = await Size().keep(turn, given.size)
        said += [kept.remark] if kept.remark else []
    if (
        given.is_for_others
        and not draft.party
        and draft.registrar is None
        and not any(one.is_writing for one in draft.members)
    ):
        draft.members = draft.members or [MemberDraft()]
        draft.let_write(registrar(turn))
        said = [turn.words("name.not_coming"), *said]
    if given.writer is not None and draft.registrar is not None and not draft.registrar.last_name:
        draft.registrar.put(first_name=given.writer.first, last_name=given.writer.last)
    at = asked.place if asked is not None else 0
    for person in sorted(given.people, key=lambda one: one.is_companion):
        is_asked = at and _is_asked_about(draft, at, person)
        await _note_person(turn, person, at if is_asked else 0)
        at = 0 if is_asked else at
    _note_ours(draft, turn.text)
    if given.email or given.phone:
        await _note_contacts(turn, given)
    return said


def _note_ours(draft: Draft, text: str) -> None:
    """« on est de la MJC »: where each of them works of whom that is not known yet."""
    body = organisations.ours(text) if text else None
    for member in draft.members if body is not None else ():
        if member.organisation is None:
            sharing.give(member, organisations.tidied(body or ""))


def _is_asked_about(draft: Draft, place: int, person: Person) -> bool:
    """Whether it is told of who was asked about."""
    if person.name is not None:
        return _is_to_be_named(draft, place, person)
    writes = draft.registrar is not None or any(one.is_writing for one in draft.members)
    is_own = person.is_writing and writes and not draft.members[place - 1].is_writing
    return not person.called and not is_own


def _is_to_be_named(draft: Draft, place: int, person: Person) -> bool:
    """Whether this is the name that was asked for: nobody else is known by it."""
    others = [one for at, one in enumerate(draft.members, 1) if at != place]
    is_known = any(plain(one.name) == plain(whole_name(person)) for one in others if one.name)
    return draft.members[place - 1].last_name is None and not is_known


async def _note_contacts(turn: Turn, given: Facts) -> None:
    draft = turn.draft
    if not draft.members:
        draft.members = [MemberDraft()]
    if given.email and draft.contact.email is None:
        await Email().keep(turn, given.email)
    if given.phone and "phone" not in draft.contact.answers:
        await Phone().keep(turn, given.phone)


# ---- each of them


async def _note_person(turn: Turn, person: Person, asked_at: int) -> None:
    draft = turn.draft
    is_aside = draft.is_for_others or draft.registrar is not None
    if person.is_writing and draft.registrar is not None and not asked_at:
        return  # it is told of who does not come
    if not asked_at and person.name is None and not person.is_writing:
        asked_at = _place_of_unnamed(draft, person)
    name = person.name or (own_name(turn) if person.is_writing and not is_aside else None)
    says_more = person.function or person.organisation or person.is_same
    if name is None and not (person.is_writing or (says_more and asked_at)):
        return
    place = asked_at or _place_of(draft, person)
    if place is None:
        _keep_for_later(draft, person)
        return
    member = draft.members[place - 1]
    if person.is_writing and not is_aside:
        member.is_writing = True
    is_guessed = member.last_name is None and member.function is not None and person.name
    if name is not None and _is_unnamed(member):
        await MemberName(place).keep(turn, _full_name(turn, name, person))
    await _note_role(turn, person, place, is_new=bool(is_guessed))
    if member.is_among_us and member.organisation is None:
        own = next((one.organisation for one in draft.members if one.is_writing), None)
        if own is not None:
            sharing.give(member, own)


def _full_name(turn: Turn, name: Name, person: Person) -> Name:
    """« H. de Montgolfier », who writes: the first name that the channel tells."""
    own = own_name(turn)
    is_initial = len(name.first.strip(".")) == 1
    if own is None or not (is_initial and person.is_writing):
        return name
    return own if plain(own.last) == plain(name.last) else name


def _is_unnamed(member: MemberDraft) -> bool:
    return not (member.answers.get("first_name") and member.last_name)


def _place_of_unnamed(draft: Draft, person: Person) -> int:
    """The place of who is called « Lucien », or of « mon adjoint »; 0: there is none for them."""
    if person.called:
        return _place_called(draft, person.called) or _seat_called(draft, person.called)
    if person.is_companion and draft.size is not None and person.function is not None:
        free = [
            at
            for at, one in enumerate(draft.members, 1)
            if not one.is_writing and not one.name and one.function is None
        ]
        writes = any(one.is_writing for one in draft.members) or draft.registrar is not None
        return free[0] if free and (writes or len(free) > 1) else 0
    return 0


def _place_called(draft: Draft, called: str) -> int:
    """The place of the one person who is called so, by a first name or a last one; 0: nobody's."""
    found = draft.places_named(called)
    return found[0] if len(found) == 1 else 0


_TITLE = re.compile(r"^(?:m|mme|mlle|mr|mrs|ms|monsieur|madame)\b\.?\s*", re.IGNORECASE)


def _seat_called(draft: Draft, called: str) -> int:
    """The first free place, where they are noted as they are called: the rest is asked; 0: none."""
    said = _TITLE.sub("", called)
    known = [one for one in draft.members if {*plain(one.name).split()} & {*plain(said).split()}]
    free = [
        at
        for at, one in enumerate(draft.members, 1)
        if not one.is_writing and not one.name and not known
    ]
    if not free or draft.size is None or not said or len(said.split()) > 2:
        return 0
    is_first = {*plain(said).split()} <= FIRST_NAMES
    if said == called and not is_first:
        return 0  # « Bourrin », alone: perhaps no name at all
    key = "first_name" if is_first and said == called else "last_name"
    draft.members[free[0] - 1].put(**{key: said if said != said.lower() else said.title()})
    return free[0]


def _keep_for_later(draft: Draft, person: Person) -> None:
    """Somebody who does not fit into this party, where there are more to register."""
    known = {plain(one.name) for one in draft.others}
    if draft.afterwards and person.name is not None and plain(whole_name(person)) not in known:
        draft.others = [*draft.others, member_told(person)]


def member_told(person: Person) -> MemberDraft:
    """What is told of somebody who is registered later."""
    member = MemberDraft()
    if person.name is not None:
        member.put(first_name=person.name.first, last_name=person.name.last)
    organisation = person.organisation
    if person.function is not None:
        function, organisation = roles.parted(Role(roles.quiet(person.function), organisation))
        member.put(function=function)
        category = categories.infer(function, organisation)
        if category is not None:
            member.put(category=category)
    for key, said in (("organisation", organisation), ("email", person.email)):
        if said is not None:
            member.put(**{key: said})
    return member


async def _note_role(turn: Turn, person: Person, place: int, *, is_new: bool) -> None:
    """Note function and organisation; `is_new`: the function before was but « mon adjoint »."""
    member = turn.draft.members[place - 1]
    member.is_among_us |= person.is_ours
    same = told.SAME if person.is_same else None
    organisation = person.organisation or same
    if person.function is not None and (
        is_new or member.function is None or _says_it_better(person.function, known=member.function)
    ):
        await MemberRole(place).keep(turn, Role(person.function, organisation))
    elif organisation is not None and member.organisation is None:
        step = MemberOrganisation(place)
        same = step.organisation_before(turn, organisation)
        if same is not None or organisation != told.SAME:
            await step.keep(turn, same or organisation)


def _says_it_better(function: str, *, known: str) -> bool:
    """« premier adjoint », and not « adjoint »: the same in more words."""
    said, before = plain(function).split(), plain(known).split()
    is_more = len(said) > len(before) and {*before} < {*said}
    is_respelt = 0 < OSA.distance(plain(function), plain(known), score_cutoff=2) <= 2
    return is_more or (is_respelt and len(known) > _LONG)


_LONG = 8
"""Letters of a word of which one or two others are a slip, and no other word."""


def own_name(turn: Turn) -> Name | None:
    """The name of who writes, as the channel tells it."""
    if not turn.person.last_name:
        return None
    name = Name(turn.person.first_name, turn.person.last_name)
    return name if name.is_short_enough else None


def _place_of(draft: Draft, person: Person) -> int | None:
    """Their place: the one they have, else the first without anybody; None where there is none."""
    members = draft.members
    for place, member in enumerate(members, 1):
        is_known = person.name is not None and _may_be(member, person.name)
        if is_known or (person.is_writing and member.is_writing):
            return place
    free = [at for at, one in enumerate(members, 1) if not one.name and not one.is_writing]
    untold = [at for at in free if members[at - 1].function is None]
    if untold or (free and person.name is not None):
        return (untold or free)[0]
    if draft.size is not None:
        return None
    draft.members = [*members, MemberDraft()]
    return len(draft.members)


def _may_be(member: MemberDraft, name: Name) -> bool:
    """Whether somebody bears this name, as far as theirs is known: « Lucien », « M. Barou »."""
    first, last = member.answers.get("first_name"), member.last_name
    if not (first or last):
        return False
    is_first = not first or plain(first) == plain(name.first)
    return is_first and (not last or plain(last) == plain(name.last))


def whole_name(person: Person) -> str:
    """First and last name of somebody; empty: not told."""
    return " ".join(person.name) if person.name else ""
