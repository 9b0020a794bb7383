"""Facts that people give unasked, or several at once: noted, shown, and not asked again."""

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import phrases, restating
from bot.conversation.asking import Asking
from bot.conversation.noting import note, own_name, whole_name
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Choice, Kept, Step
from bot.conversation.turn import Turn
from bot.domain.dividing import PARTIES_AT_MOST
from bot.typography import spoken_phone
from bot.understanding import (
    addresses,
    facts,
    organisations,
    sentences,
    territories,
    which_territory,
    writers,
)
from bot.understanding.facts import Facts
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.results import Doubtful, Unclear, Understood

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
    own = own_name(turn)
    writer = " ".join(own) if own is not None else ""
    found = facts.read(text, most, country=event.country, question=asked, writer=writer)
    ours = {plain(event.contact.name)} | {plain(one.name) for one in event.leaders}
    coming = [one for one in found.people if one.name is None or plain(whole_name(one)) not in ours]
    if len(coming) != len(found.people):
        return Facts(territory=found.territory, email=found.email, phone=found.phone)
    told = tuple(_not_at(event.place.town, one) for one in found.people)
    size = found.size if found.size and Size().parties(turn, found.size) else None
    return replace(found, size=size, people=told)


def _not_at(town: str, person: Person) -> Person:
    """Where the day takes place is nobody's organisation."""
    is_town = person.organisation is not None and plain(person.organisation) == plain(town)
    return replace(person, organisation=None) if is_town else person


_TAG = re.compile(
    r"\W(?:c['’ ]?est )?(?:not[ée]e?|ok|bon|d['’]accord|possible|[çc]a (?:va|marche)|hein"
    r"|right)\W*\?\s*$",
    re.I,
)
"""« …, c’est noté ? »: that is no question of its own."""


def begins(given: Facts, text: str, *, asks: bool, wants: bool) -> bool:
    """Whether a message begins a registration.

    `wants`: it says that they want to come; `asks`: it seems to be about something else as well.
    """
    told = given.size is not None or any(one.name and one.function for one in given.people)
    if wants:
        return given.kinds > 0
    stated, asked = sentences.parted(text)
    if writers.we_come(stated):
        return given.kinds > (1 if asked else 0)
    least = 3 if "?" in _TAG.sub("", text) else 2 if asks else 1
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
    if await _noted_addresses(asking, text):
        return True
    everything = read(turn, text, asked=question(step))
    besides = step.heard_besides(text)
    is_aside = turn.draft.registrar is not None and not everything.people
    if (
        not everything.rest or is_aside
    ):  # nothing but how to reach the contact person, who is asked for it
        besides = ("email", "phone")
    given = _counted(_only(everything, besides, step), step, turn.draft)
    given = _elsewhere(given, everything, turn, text)
    otherwise = restating.found(turn.draft, everything, text, step)
    ours = organisations.ours(text) is not None
    is_ours = ours and any(one.organisation is None for one in turn.draft.members)
    if (
        not otherwise
        and not is_ours
        and not (asked and given.kinds)
        and not _says_more(given, step, turn.draft)
        and not _has_contacts(everything, step)
    ):
        return False
    is_pasted = turn.draft.is_for_others and step.topic == "territory" and bool(given.people)
    is_asked = not asked and _is_asked_apart(given, step) and not is_pasted
    is_asked &= not (otherwise and step.topic in _OF_SOMEBODY)
    reading = step.read(turn, given.rest) if is_asked else None
    if isinstance(reading, Understood) and _is_name_of(given, reading.value):
        reading = None
    before = turn.draft.model_copy(deep=True)
    said: list[Markup] = []
    await restating.put(turn, otherwise)
    if isinstance(reading, Understood):
        kept = await step.keep(turn, reading.value)
        said += [kept.remark] if isinstance(kept, Kept) and kept.remark else []
        said = said if step.topic == "size" else []
    said += await note(turn, given, step)
    shown = newly_noted(turn, before)
    if asked and not shown:
        return False
    answers = await turn.topics.in_passing(turn, asked, step.finish_first(turn)) if asked else ()
    is_all = isinstance(reading, Unclear) and not shown
    if isinstance(reading, Doubtful) or (reading is not None and is_all):
        await asking.take(step, reading, [*shown, *said])
    else:
        await go_on(asking, [*answers, *said], shown)
    return True


_OF_SOMEBODY = ("name", "role", "organisation", "category")
"""What is answered in the words of whom it is told of, where those put right what was noted."""


def _is_name_of(given: Facts, value: object) -> bool:
    """Whether what was read is the name of somebody who is told of: no territory."""
    names = {plain(whole_name(one)) for one in given.people if one.name is not None}
    return isinstance(value, str) and plain(value) in names


def _elsewhere(given: Facts, everything: Facts, turn: Turn, text: str) -> Facts:
    """Add the territory that is put right: « le territoire c’est…, pas Nay », at whatever step."""
    known = turn.draft.territory
    if known is None:
        return given
    other = which_territory.instead(text, known=known)
    other = other or (everything.territory if everything.is_territory_claimed else None)
    if other is None:
        return given
    people = tuple(
        replace(one, organisation=None)
        if one.organisation and plain(one.organisation) == plain(other)
        else one
        for one in given.people
    )
    return replace(given, territory=other, is_territory_claimed=True, people=people)


async def _noted_addresses(asking: Asking, text: str) -> bool:
    """Give each of several members the address that is theirs by its name; whether there are."""
    turn = asking.turn
    found = addresses.theirs(text, [one.name for one in turn.draft.members])
    if len(found) < 2:
        return False
    for place, address in found.items():
        turn.draft.members[place].put(email=address)
    lines = [
        turn.words("noted.email", name=turn.draft.members[place].name, email=address)
        for place, address in found.items()
    ]
    await asking.go_on([turn.words("noted", lines=LINE.join(lines))], _fix(asking))
    return True


def _counted(given: Facts, step: Step, draft: Draft) -> Facts:
    """Asked how many they are, they name those who come with them: who writes is one more."""
    named = [one for one in given.people if one.name is not None and not one.is_writing]
    members, told = draft.members, given.people
    writes = any(one.is_writing for one in members) or any(one.is_writing for one in told)
    if step.topic != "size" or given.size is not None or not named or not writes:
        return given
    return replace(given, size=len(named) + 1)


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
    shown = newly_noted(asking.turn, before)
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
    if step.topic == "organisation" and any(one.function for one in given.people):
        return True  # « premier adjoint, pas adjoint tout court »
    is_work_told = any(one.function for one in given.people)
    if step.topic == "role" and not is_work_told and any(one.organisation for one in given.people):
        return True  # « à la mairie, comme moi »
    if step.topic in ("role", "organisation", "category"):
        others = [one for one in given.people if one.name and not _is_asked_about(step, one, draft)]
        told["people"] = given.people if others or len(given.people) > 1 else None
    if step.topic == "size":
        told["people"] = tuple(
            one for one in given.people if one.name or (one.function and one.called)
        )
    return any(value for kind, value in told.items() if kind != step.topic)


def _is_asked_about(step: Step, person: Person, draft: Draft) -> bool:
    """Whether a name is that of the member who is asked about, as far as it is known."""
    known = draft.members[step.place - 1].name if step.place <= len(draft.members) else ""
    return bool({*plain(whole_name(person)).split()} & {*plain(known).split()})


def _has_contacts(told: Facts, step: Step) -> bool:
    """Whether an address or a number stands beside the answer, which it is no part of."""
    is_asked = step.topic in ("email", "phone")
    return not is_asked and bool(told.rest) and (told.email or told.phone) is not None


def _is_asked_apart(given: Facts, step: Step) -> bool:
    """Whether the answer to the open question is read by the step, from what is left."""
    answered = {
        "size": given.size,
        "territory": given.territory,
        "name": [one for one in given.people if one.name is not None] or None,
        "role": given.people or None,
        "organisation": [one for one in given.people if one.organisation or one.is_same] or None,
        "email": None,
        "phone": given.phone,
    }.get(step.topic)
    return answered is None and bool(given.rest)


# ---- showing them


def newly_noted(turn: Turn, before: Draft) -> list[Markup]:
    """« J’ai noté : », a line for each thing that is new; nothing where nothing is."""
    words, draft = turn.words, turn.draft
    lines = []
    if draft.territory != before.territory:
        lines.append(words("recap.territory", territory=draft.territory))
    known = dict(enumerate(before.members, 1))
    for place, member in enumerate(draft.members, 1):
        earlier = known.get(place, MemberDraft())
        if _line(member) != _line(earlier) and (member.name or member.function):
            lines.append(_person(turn, place, member))
    for place, member in enumerate(draft.others, len(draft.members) + 1):
        if member not in before.others:
            lines.append(_person(turn, place, member))
    contact = draft.contact if draft.members else MemberDraft()
    reached = before.contact if before.members else MemberDraft()
    if contact.email != reached.email:
        lines.append(words("recap.email", email=contact.email))
    if contact.phone and contact.phone != reached.phone:
        lines.append(words("recap.phone", phone=spoken_phone(contact.phone)))
    return [words("noted", lines=LINE.join(lines))] if lines else []


def _line(member: MemberDraft) -> tuple[str, str | None, str | None]:
    return member.name, member.function, member.organisation


def _person(turn: Turn, place: int, member: MemberDraft) -> Markup:
    words = turn.words
    is_other = member.function is not None and not member.is_writing
    name = member.name or ("" if is_other else words.plain("noted.you"))
    told = ", ".join(filter(None, [name, member.function, member.organisation]))
    category = phrases.capacity(words, member)
    if category is None:
        return words("noted.person", place=place, told=told)
    return words("noted.person_as", place=place, told=told, category=category)
