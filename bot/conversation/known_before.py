"""Who is no news: who writes and stays away, who waits, who is registered already."""

from dataclasses import replace

from bot.conversation.afterwards import whole_name
from bot.conversation.state import Draft
from bot.conversation.turn import Turn
from bot.understanding import writers
from bot.understanding.firstnames import TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person


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
