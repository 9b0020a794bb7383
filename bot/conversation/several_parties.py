"""Which of a chat’s several registrations is meant, by whom a message names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import leaving, waiting
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import clauses, known_people, openings, presence
from bot.understanding.facts import Facts
from bot.understanding.normal import plain


async def follow(turn: Turn, text: str) -> None:
    """Talk about the one of several registrations that is meant.

    It is, by its code; by « je ne pourrai plus venir », where who writes comes with one; by a name.
    """
    parties = await turn.parties()
    if len(parties) < 2:
        return
    words = {*_DENIED.sub(" ", plain(text)).split()}
    said = text
    if away := [one for one in clauses.clauses(text) if presence.says_away(one)]:
        said = " ".join(away)  # « le maire ne pourra pas venir, moi je viens »
        if not _OF_ONE_NAMED.search(plain(said)):  # « Léa m’a appelée, elle ne vient plus »
            words = {*_DENIED.sub(" ", plain(said)).split()} or words
    everyone = [(party, one) for party in parties for one in leaving.people(turn, party)]
    theirs = [_names_of(one).difference(*_others(parties, one)) for one in parties]
    if not any(words & one for one in theirs):
        words = {*_DENIED.sub(" ", plain(text)).split()}  # « …, remettez-le avec Solange »
    held = known_people.by_office(plain(said), [one for _, one in everyone])
    own = [one for one in parties if one.registrar_at(turn.address) is None]
    meant = (
        [one for one in parties if {*plain(one.code).split()} <= words]
        or (own if len(own) == 1 and _is_own(turn, said) else [])
        or [one for one, names in zip(parties, theirs, strict=True) if words & names]
        or ([everyone[held][0]] if held is not None else [])
    )
    if len(meant) == 1:
        turn.dialogue.party = meant[0].code


_OF_ONE_NAMED = re.compile(r"^(?:et |mais |donc )?(?:il|elle|ils|elles|he|she|they)\b")
_DENIED = re.compile(r"\b(?:pas|non|not) (?:pour |celle de |for )?(?!moi\b|me\b)\w+")
"""« moi, pas Sandrine »: she is not meant."""


def _is_own(turn: Turn, text: str) -> bool:
    """Whether it is of who writes; « mon inscription » is, where another was spoken of."""
    is_back = bool(turn.dialogue.party) and openings.names_own(text)
    return is_back or openings.is_of_oneself(text)


async def of_this_party(turn: Turn, party: Party, told: Facts) -> Facts:
    """What is told but of those who come with another registration of this chat."""
    theirs = set[str]().union(*_others(await turn.parties(), party))
    kept = tuple(
        one
        for one in told.people
        if one.place or not {*plain(" ".join(one.name or (one.called,))).split()} & theirs
    )
    their_addresses = {one.email for one in told.people if one not in kept}
    email = None if told.email in their_addresses else told.email
    return replace(told, people=kept, email=email)


def _others(parties: Sequence[Party], party: Party) -> list[set[str]]:
    return [_names_of(one) for one in parties if one.key != party.key]


def _names_of(party: Party) -> set[str]:
    return waiting.words_of(" ".join(one.name for one in party.everyone))


def said_of(party: Party) -> set[str]:
    """What names a party: its people and what they are, its code, and the end of it."""
    people = [f"{one.name} {one.function or ''}" for one in party.everyone]
    words = waiting.words_of(" ".join([*people, party.territory or ""]))
    return words | {plain(party.code), plain(party.code.rpartition("-")[2])}
