"""Which of a chat’s several registrations is meant, by whom a message names."""

from dataclasses import replace

from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import openings
from bot.understanding.facts import Facts
from bot.understanding.normal import plain


async def follow(turn: Turn, text: str) -> None:
    """Talk about the one of several registrations that is meant by its code, or by a name."""
    parties = await turn.books.parties.of(turn.address) if not turn.acting_for else []
    if len(parties) < 2:
        return
    words = {*plain(text).split()}
    codes = [one for one in parties if {*plain(one.code).split()} <= words]
    own = [one for one in parties if one.registrar_at(turn.address) is None]
    named = codes or (own if len(own) == 1 and openings.is_of_oneself(text) else [])
    named = named or [
        one
        for one in parties
        if words & _names_of(one) - {w for it in parties if it is not one for w in _names_of(it)}
    ]
    if len(named) == 1:
        turn.dialogue.party = named[0].code


async def of_this_party(turn: Turn, party: Party, told: Facts) -> Facts:
    """What is told but of those who come with another registration of this chat."""
    parties = await turn.books.parties.of(turn.address)
    theirs = {word for one in parties if one.key != party.key for word in _names_of(one)}
    kept = tuple(
        one
        for one in told.people
        if one.place or not {*plain(" ".join(one.name or (one.called,))).split()} & theirs
    )
    return replace(told, people=kept)


def _names_of(party: Party) -> set[str]:
    words = plain(" ".join(one.name for one in party.everyone)).split()
    return {one for one in words if len(one) > LONGEST_SMALL_WORD}


def said_of(party: Party) -> set[str]:
    """What names a party: its people and what they are, its code, and the end of it."""
    people = [f"{one.name} {one.function or ''}" for one in party.everyone]
    people.append(party.territory or "")
    words = {one for one in plain(" ".join(people)).split() if len(one) > LONGEST_SMALL_WORD}
    return words | {plain(party.code), plain(party.code.rpartition("-")[2])}


LONGEST_SMALL_WORD = 2
"""« de », « du »… name nobody."""
