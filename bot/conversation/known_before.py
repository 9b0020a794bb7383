"""What is known when a message comes, and who of whom it tells is no news."""

from dataclasses import replace

from bot.conversation.afterwards import whole_name
from bot.conversation.describing import own_name
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.step import Step
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party, Registrar
from bot.understanding import introduced, other_forms, whose_reach, writers
from bot.understanding.firstnames import TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known, Scene


def without_who_stays_away(turn: Turn, text: str, told: list[Person]) -> list[Person]:
    """« je suis l’assistante, Claire Roux, je ne viens pas »: she is none of those who come."""
    own = plain(turn.called)
    others = [
        one
        for one in told
        if one.name is None
        or (
            not (plain(whole_name(one)) == own and writers.stays_away(text))
            and not writers.is_who_stays_away(text, name=whole_name(one))
        )
    ]
    return others or told


def of_who_waits(draft: Draft, person: Person) -> Person:
    """Somebody told of; who is registered next is known by their name, and has no place yet."""
    at = person.place - len(draft.members) - 1
    if at < 0 or person.is_writing:
        return person
    known = draft.others[at]
    name = Name(known.answers.get("first_name", ""), known.last_name or "")
    return replace(person, place=0, name=name, called="", instead_of="")


def is_registered(draft: Draft, person: Person) -> bool:
    """« même lycée qu’Hélène », whom this chat registered before: she is nobody new."""
    said = {*plain(whole_name(person) or person.called).split()} - TITLES
    is_new = not (person.place or person.is_writing) and bool(said)
    return is_new and any(said <= {*plain(name).split()} for name in draft.registered)


# ---- what is known when a message comes

_QUESTIONS = {
    "territory": "territory",
    "size": "size",
    "room": "size",
    "name": "name",
    "role": "function",
    "category": "category",
    "organisation": "organisation",
    "email": "email",
    "phone": "phone",
    "recap": "recap",
}
"""What a scene calls what a step asks."""


def reach(turn: Turn, told_in: Scene, party: Party | None) -> whose_reach.Before:
    """What is known of how people are reached before a message."""
    draft = turn.dialogue.draft
    contact: Member | Registrar | MemberDraft | None = party.contact if party is not None else None
    if party is None and draft is not None and draft.members:
        contact = draft.contact
    return whose_reach.Before(
        _renamed(told_in),
        has_email=contact is not None and bool(contact.email),
        has_phone=contact is not None and bool(contact.phone),
        spoken_of=turn.corrects or turn.spoken_of,
        writer=turn.called,
    )


def _renamed(told_in: Scene) -> list[Known]:
    """Who is known, by the names a message gives them: an address in it bears the new one."""
    known = list(told_in.known)
    for place, (first, last) in other_forms.read(told_in.text, known).items():
        known[place - 1] = replace(known[place - 1], first=first, last=last)
    return known


def scene(turn: Turn, text: str, step: Step | None, party: Party | None) -> Scene:
    """A message, with who is known when it comes and what is asked then."""
    own = own_name(turn)
    writer = " ".join(own) if own is not None else turn.person.first_name
    if party is not None:
        reader = None if turn.acting_for else party.spoken_to_at(turn.address)
        people = tuple(
            Known(one.first_name, one.last_name, one.function, one.organisation, one is reader)
            for one in party.everyone
        )
        is_aside = not any(one.is_writing for one in people)
        asked = turn.corrects if turn.corrects <= len(people) else 0
        return Scene(text, "registered", asked, people, writer, is_aside=is_aside)
    draft = turn.dialogue.draft
    members = (*draft.members, *draft.others) if draft is not None and step is not None else ()
    known = tuple(map(_known, members))
    if introduced.name(text, account=writer) is not None:
        known, writer = tuple(_without_name(one, writer) for one in known), ""
    if draft is None or step is None:
        return Scene(text, writer=writer)
    asked = step.place or turn.corrects or turn.spoken_of
    return Scene(
        text,
        _QUESTIONS.get(step.topic, "menu"),
        asked if asked <= len(draft.members) else 0,
        known,
        writer,
        is_aside=draft.is_aside,
    )


def _without_name(one: Known, account: str) -> Known:
    """Who writes, where all that is known of their name is what their account bears."""
    is_it = one.is_writing and f"{one.first} {one.last}" == account
    return replace(one, first="", last="") if is_it else one


def _known(one: MemberDraft) -> Known:
    first, last = one.answers.get("first_name", ""), one.last_name or ""
    return Known(first, last, one.function or "", one.organisation or "", one.is_writing)
