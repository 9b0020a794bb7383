"""What happens at the desk without a conversation: other people register, or give seats back."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.domain.party import Member, Party
from bot.understanding import categories
from bot.understanding.normal import plain
from bot.usecases.desk import Desk

from .form import TranscriptError

ELSEWHERE = ("Monts du Forez", "Haut-Vivarais", "Val d’Ay", "Plateau de Saint-Agrève", "Bas-Rhône")
"""Territories of the people who are registered to take seats."""
STRANGERS = 50_000
"""Chats from this number on are those of people who say nothing."""

TAKEN = re.compile(r"(?P<n>\d+) places? (?:déjà )?prises?")
GIVEN_BACK = re.compile(r"(?P<n>\d+) places? rendues?")
CAPACITY = re.compile(r"capacité de (?P<n>\d+) places?")
REGISTERED = re.compile(
    r"(?:sont |est )?(?P<how>inscrite?s?|en attente)(?:, (?P<territory>[^:]+))? : (?P<people>.+)"
)
_PERSON = re.compile(r"(?P<first>[\w-]+) (?P<last>[^,(]+) \((?P<function>[^)]+)\)")


async def take_seats(desk: Desk, seats: int) -> None:
    """Register strangers from elsewhere, in threes (or the largest size) as far as that goes.

    Raises:
        TranscriptError: there are not so many seats.
    """
    taken = len([one for one in await desk.parties() if one.chat_id >= STRANGERS])
    most = min(3, desk.event.seats.largest)
    parties = [most] * (seats // most) + [seats % most] * (seats % most > 0)
    for number, size in enumerate(parties, taken):
        email = f"jo{number + 1}@a.fr"
        people = tuple(
            _member(f"Jo{place or ''}", "Ailleurs", "maire", email if place == 0 else None)
            for place in range(size)
        )
        territory = ELSEWHERE[number % len(ELSEWHERE)]
        await _register(desk, STRANGERS + number, territory, people)


async def give_back(desk: Desk, seats: int) -> None:
    """Let one of these parties cancel, the last of that size.

    Raises:
        TranscriptError: none has so many seats.
    """
    for party in reversed(await desk.parties()):
        if party.chat_id >= STRANGERS and party.seats == seats:
            await desk.cancel(party)
            return
    raise TranscriptError(f"aucun groupe n’a {seats} places à rendre")


async def register(desk: Desk, chat_id: int, found: re.Match[str]) -> None:
    """Register people of the transcript, or put them on the waiting list.

    Raises:
        TranscriptError: there is no room, or somebody has no name or function.
    """
    first, *others = (_read(text) for text in found["people"].split(", "))
    people = (first, *(replace(other, email=None) for other in others))
    waits = found["how"] == "en attente"
    await _register(desk, chat_id, found["territory"] or "", people, people if waits else ())


async def link(desk: Desk) -> str:
    """The word that opens the place of a stranger's teammate."""
    await take_seats(desk, 2)
    party = (await desk.parties())[0]
    return f"equipe_{await desk.team.invite(party, 2)}"


async def _register(
    desk: Desk,
    chat_id: int,
    territory: str,
    people: tuple[Member, ...],
    waiting: tuple[Member, ...] = (),
) -> None:
    # One after the other, though the clock stands still, and before what is said next.
    already = len(await desk.parties()) + len(await desk.waiting.parties())
    desk = Desk(desk.transaction, desk.event, desk.now + timedelta(milliseconds=already - 1000))
    draft = f"scene-{chat_id}-{desk.now:%d%H%M%S}"
    members = () if waiting else people
    territory = territory if desk.event.audience.territory else ""
    party = Party("", draft, chat_id, territory, members, desk.now, waiting=waiting)
    if not isinstance(await desk.confirm(party), Party):
        raise TranscriptError(f"il n’y a pas {len(people)} places")


def _read(text: str) -> Member:
    found = _PERSON.fullmatch(text)
    if found is None:
        raise TranscriptError(f"« Prénom Nom (fonction) » est attendu : {text}")
    email = f"{plain(found['first'])}@exemple.fr"
    return _member(found["first"], found["last"], found["function"], email)


def _member(first: str, last: str, function: str, email: str | None) -> Member:
    for organisation in ("mairie", "association"):
        category = categories.infer(function, organisation)
        if category is not None:
            return Member(first, last, function, organisation, category, email)
    raise TranscriptError(f"à quel titre vient-on quand on est {function} ?")
