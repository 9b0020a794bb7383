"""Facts that people give unasked, or several at once: noted, shown, and not asked again."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.asking import Asking
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberName, MemberOrganisation, MemberRole
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import registrar
from bot.conversation.turn import Turn
from bot.domain.dividing import PARTIES_AT_MOST
from bot.typography import spoken_phone
from bot.understanding import categories, facts, territories, told
from bot.understanding.facts import Facts
from bot.understanding.intents import Intent
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.results import Doubtful, Unclear, Understood
from bot.understanding.roles import Role

_QUESTIONS = {
    "territory": "territory",
    "size": "size",
    "room": "size",
    "name": "name",
    "role": "function",
    "category": "function",
    "organisation": "organisation",
    "email": "email",
    "phone": "phone",
    "recap": "recap",
}
"""What the tagger calls what a step asks."""


def question(step: Step) -> str:
    """What was asked, as the tagger calls it."""
    return _QUESTIONS.get(step.topic, "menu")


def read(turn: Turn, text: str, *, asked: str = "menu") -> Facts:
    """What a message says of those who come; the day's own people are not among them.

    `asked`: see `question`.
    """
    event = turn.event
    most = event.seats.largest * PARTIES_AT_MOST
    found = facts.read(text, most, country=event.country, question=asked)
    ours = {plain(event.contact.name)} | {plain(one.name) for one in event.leaders}
    coming = [one for one in found.people if one.name is None or plain(_whole(one)) not in ours]
    if len(coming) != len(found.people):
        return Facts(territory=found.territory, email=found.email, phone=found.phone)
    told = tuple(_not_at(event.place.town, one) for one in found.people)
    size = found.size if found.size and Size().parties(turn, found.size) else None
    return replace(found, size=size, people=told)


def _not_at(town: str, person: Person) -> Person:
    """Where the day takes place is nobody's organisation."""
    is_town = person.organisation is not None and plain(person.organisation) == plain(town)
    return replace(person, organisation=None) if is_town else person


def begins(given: Facts, text: str, *, asks: bool, wants: bool) -> bool:
    """Whether a message begins a registration.

    `wants`: it says that they want to come; `asks`: it seems to be about something else as well.
    """
    told = given.size is not None or any(one.name and one.function for one in given.people)
    if wants:
        return given.kinds > 0
    least = 3 if "?" in text else 2 if asks else 1
    return told and given.kinds >= least


def contradicts(given: Facts, draft: Draft) -> bool:
    """Whether a message says another number or territory than was answered: that is a change."""
    other_size = None not in (given.size, draft.size) and given.size != draft.size
    other_place = (
        given.territory
        and draft.territory
        and (territories.plain_form(given.territory) != territories.plain_form(draft.territory))
    )
    return other_size or bool(other_place)


async def hear(asking: Asking, text: str, asked: Sequence[Intent] = ()) -> bool:
    """Note what a message says beyond the answer to the open question; whether there is any.

    `asked`: what it asks besides, which is answered before the next question.
    """
    turn, step = asking.turn, asking.step
    is_open = turn.dialogue.doubt is None and step.value(turn.draft) is None
    if not is_open or not asking.purpose.hears_all or is_bare(text):
        return False
    if step.topic == "email" and facts.is_address(text):
        return False
    everything = read(turn, text, asked=question(step))
    besides = step.heard_besides(text)
    if not everything.rest:  # nothing but how to reach the contact person, who is asked for it
        besides = ("email", "phone")
    given = _only(everything, besides, step)
    if (
        not (asked and given.kinds)
        and not _says_more(given, step, turn.draft)
        and not _has_contacts(everything, step)
    ):
        return False
    is_pasted = turn.draft.is_for_others and step.topic == "territory" and bool(given.people)
    is_asked = not asked and _is_asked_apart(given, step) and not is_pasted
    reading = step.read(turn, given.rest) if is_asked else None
    before = turn.draft.model_copy(deep=True)
    said: list[Markup] = []
    if isinstance(reading, Understood):
        kept = await step.keep(turn, reading.value)
        said += [kept.remark] if isinstance(kept, Kept) and kept.remark else []
        said = said if step.topic == "size" else []
    said += await note(turn, given, step)
    shown = _shown(turn, before)
    if asked and not shown:
        return False
    answers = await turn.topics.in_passing(turn, asked, step.finish_first(turn)) if asked else ()
    is_all = isinstance(reading, Unclear) and not shown
    if isinstance(reading, Doubtful) or (reading is not None and is_all):
        await asking.take(step, reading, [*shown, *said])
    else:
        await go_on(asking, [*answers, *said], shown)
    return True


def is_bare(text: str) -> bool:
    """A word or two without figures or an address: they can be but one answer."""
    return len(text.split()) < 3 and not any(sign.isdigit() or sign == "@" for sign in text)


async def go_on(asking: Asking, said: Sequence[Markup], shown: Sequence[Markup]) -> None:
    """Ask for the rest; what was noted is shown, unless the recap is what comes next."""
    is_complete = asking.next_step.is_final
    fix = None if is_complete else _fix(asking)
    await asking.go_on([*said] if is_complete else [*shown, *said], fix)


async def start(asking: Asking, given: Facts, *said: Markup) -> None:
    """Begin with what the first message says: note it, and ask for the rest."""
    before = asking.turn.draft.model_copy(deep=True)
    remarks = await note(asking.turn, given)
    shown = _shown(asking.turn, before)
    await go_on(asking, remarks, [*said, *shown])


def _fix(asking: Asking) -> Choice:
    label = asking.turn.words.plain("noted.fix")
    return Choice(label, asking.final_step.name)


# ---- which of the facts count


def _only(given: Facts, kinds: Sequence[str], step: Step) -> Facts:
    """Those of these kinds, and what answers the open question itself."""
    kept = {*kinds, step.topic}
    return replace(
        given,
        size=given.size if "size" in kept else None,
        territory=given.territory if "territory" in kept else None,
        people=given.people if kept & {"people"} else (),
        email=given.email if "email" in kept else None,
        phone=given.phone if "phone" in kept else None,
    )


def _says_more(given: Facts, step: Step, draft: Draft) -> bool:
    """Whether there is anything that the step itself would not read."""
    told = {
        "size": given.size,
        "territory": given.territory,
        "email": given.email,
        "phone": given.phone,
        "people": given.people or None,
    }
    if step.topic == "name":
        more = any(one.function or one.organisation for one in given.people)
        is_named = any(one.name for one in given.people)
        told["people"] = given.people if is_named and (more or len(given.people) > 1) else None
    if step.topic in ("role", "organisation"):
        others = [one for one in given.people if one.name and not _is_asked_about(step, one, draft)]
        told["people"] = given.people if others or len(given.people) > 1 else None
    if step.topic == "size":
        told["people"] = tuple(one for one in given.people if one.name) or None
    return any(value for kind, value in told.items() if kind != step.topic)


def _is_asked_about(step: Step, person: Person, draft: Draft) -> bool:
    """Whether a name is that of the member who is asked about, as far as it is known."""
    known = draft.members[step.place - 1].name if step.place <= len(draft.members) else ""
    return bool({*plain(_whole(person)).split()} & {*plain(known).split()})


def _has_contacts(told: Facts, step: Step) -> bool:
    """Whether an address or a number stands beside the answer, which it is no part of."""
    is_asked = step.topic in ("email", "phone")
    return not is_asked and bool(told.rest) and (told.email or told.phone) is not None


def _is_asked_apart(given: Facts, step: Step) -> bool:
    """Whether the answer to the open question is read by the step, from what is left."""
    answered = {
        "size": given.size,
        "territory": given.territory,
        "name": given.people or None,
        "role": given.people or None,
        "organisation": given.people or None,
        "email": None,
        "phone": given.phone,
    }.get(step.topic)
    return answered is None and bool(given.rest)


# ---- noting them


async def note(turn: Turn, given: Facts, asked: Step | None = None) -> list[Markup]:
    """Put facts into the draft where it has no answer yet; give what must be said of the seats.

    Whoever is named first is whose name is `asked` for.
    """
    draft, said = turn.draft, list[Markup]()
    if given.territory and draft.territory is None and turn.event.audience.territory:
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
    at = asked.place if asked is not None else 0
    for person in given.people:
        is_asked = (
            at and not person.called and (person.name is None or _is_to_be_named(draft, at, person))
        )
        await _note_person(turn, person, at if is_asked else 0)
        at = 0 if is_asked else at
    if given.email or given.phone:
        await _note_contacts(turn, given)
    return said


def _is_to_be_named(draft: Draft, place: int, person: Person) -> bool:
    """Whether this is the name that was asked for: nobody else is known by it."""
    others = [one for at, one in enumerate(draft.members, 1) if at != place]
    is_known = any(plain(one.name) == plain(_whole(person)) for one in others if one.name)
    return draft.members[place - 1].last_name is None and not is_known


async def _note_contacts(turn: Turn, given: Facts) -> None:
    draft = turn.draft
    if not draft.members:
        draft.members = [MemberDraft()]
    if given.email and draft.contact.email is None:
        await Email().keep(turn, given.email)
    if given.phone and "phone" not in draft.contact.answers:
        await Phone().keep(turn, given.phone)


async def _note_person(turn: Turn, person: Person, asked_at: int) -> None:
    for_others = turn.draft.is_for_others
    if person.called and not asked_at:
        asked_at = _place_called(turn.draft, person.called)
    name = person.name or (_own_name(turn) if person.is_writing and not for_others else None)
    says_more = person.function or person.organisation
    if name is None and not (person.is_writing or (says_more and asked_at)):
        return
    place = asked_at or _place_of(turn.draft, person)
    if place is None:
        _keep_for_later(turn.draft, person)
        return
    member = turn.draft.members[place - 1]
    if person.is_writing and not for_others:
        member.is_writing = True
    if name is not None and member.last_name is None:
        await MemberName(place).keep(turn, name)
    await _note_role(turn, person, place)


def _keep_for_later(draft: Draft, person: Person) -> None:
    """Somebody who does not fit into this party, where there are more to register."""
    known = {plain(one.name) for one in draft.others}
    if draft.afterwards and person.name is not None and plain(_whole(person)) not in known:
        draft.others = [*draft.others, member_told(person)]


def member_told(person: Person) -> MemberDraft:
    """What is told of somebody who is registered later."""
    member = MemberDraft()
    if person.name is not None:
        member.put(first_name=person.name.first, last_name=person.name.last)
    if person.function is not None:
        member.put(function=person.function)
        category = categories.infer(person.function, person.organisation)
        if category is not None:
            member.put(category=category)
    for key, said in (("organisation", person.organisation), ("email", person.email)):
        if said is not None:
            member.put(**{key: said})
    return member


async def _note_role(turn: Turn, person: Person, place: int) -> None:
    member = turn.draft.members[place - 1]
    organisation = told.SAME if person.is_same else person.organisation
    if person.function is not None and member.function is None:
        await MemberRole(place).keep(turn, Role(person.function, organisation))
    elif organisation is not None and member.organisation is None:
        step = MemberOrganisation(place)
        same = step.organisation_before(turn, organisation)
        if same is not None or organisation != told.SAME:
            await step.keep(turn, same or organisation)


def _place_called(draft: Draft, called: str) -> int:
    """The place of the one person who is called so, by a first name or a last one; 0: nobody's."""
    said = {*plain(called).split()}
    found = [at for at, one in enumerate(draft.members, 1) if said & {*plain(one.name).split()}]
    return found[0] if len(found) == 1 else 0


def _own_name(turn: Turn) -> Name | None:
    """The name of who writes, as the channel tells it."""
    if not turn.person.last_name:
        return None
    name = Name(turn.person.first_name, turn.person.last_name)
    return name if name.is_short_enough else None


def _place_of(draft: Draft, person: Person) -> int | None:
    """Their place: the one they have, else the first without anybody; None where there is none."""
    members = draft.members
    for place, member in enumerate(members, 1):
        is_known = person.name is not None and plain(member.name) == plain(_whole(person))
        if is_known or (person.is_writing and member.is_writing):
            return place
    for place, member in enumerate(members, 1):
        if member.last_name is None and not member.is_writing:
            return place
    if draft.size is not None:
        return None
    draft.members = [*members, MemberDraft()]
    return len(draft.members)


def _whole(person: Person) -> str:
    return " ".join(person.name) if person.name else ""


# ---- showing them


def _shown(turn: Turn, before: Draft) -> list[Markup]:
    """« J’ai noté : », a line for each thing that is new; nothing where nothing is."""
    words, draft = turn.words, turn.draft
    lines = []
    if draft.territory != before.territory:
        lines.append(words("recap.territory", territory=draft.territory))
    known = dict(enumerate(before.members, 1))
    for place, member in enumerate(draft.members, 1):
        earlier = known.get(place, MemberDraft())
        if (member.name, member.function) != (earlier.name, earlier.function):
            lines.append(_person(turn, place, member))
    contact = draft.contact if draft.members else MemberDraft()
    reached = before.contact if before.members else MemberDraft()
    if contact.email != reached.email:
        lines.append(words("recap.email", email=contact.email))
    if contact.phone and contact.phone != reached.phone:
        lines.append(words("recap.phone", phone=spoken_phone(contact.phone)))
    return [words("noted", lines=LINE.join(lines))] if lines else []


def _person(turn: Turn, place: int, member: MemberDraft) -> Markup:
    words = turn.words
    name = member.name or words.plain("noted.you")
    told = ", ".join(filter(None, [name, member.function, member.organisation]))
    if member.category is None:
        return words("noted.person", place=place, told=told)
    category = phrases.category(words, member.category, member.function)
    return words("noted.person_as", place=place, told=told, category=category)
