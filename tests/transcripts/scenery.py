"""What happens at the desk without a conversation: other people register, or give seats back."""

import re
from dataclasses import replace
from datetime import timedelta

from bot import usecases
from bot.domain.keys import Address, DraftId
from bot.domain.party import Application, Member, Party
from bot.store.books import Books
from bot.understanding import categories
from bot.understanding.normal import plain

from .form import TranscriptError

ELSEWHERE = ("Monts du Forez", "Haut-Vivarais", "Val d’Ay", "Plateau de Saint-Agrève", "Bas-Rhône")
"""Territories of the people who are registered to take seats."""
STRANGERS = "elsewhere"
"""The channel of people who say nothing here."""

TAKEN = re.compile(r"(?P<n>\d+) places? (?:déjà )?prises?")
GIVEN_BACK = re.compile(r"(?P<n>\d+) places? rendues?")
CAPACITY = re.compile(r"capacité de (?P<n>\d+) places?")
MOVED = re.compile(r"journée déplacée au (?P<day>.+)")
TOLD = re.compile(r"les inscrits sont prévenus du changement")
REGISTERED = re.compile(
    r"(?:sont |est )?(?P<how>inscrite?s?|en attente)(?:, (?P<territory>[^:]+))? : (?P<people>.+)"
)
_PERSON = re.compile(r"(?P<first>[\w-]+) (?P<last>[^,(]+) \((?P<function>[^)]+)\)")


async def take_seats(books: Books, seats: int) -> None:
    """Register strangers from elsewhere, in threes (or the largest size) as far as that goes.

    Raises:
        TranscriptError: there are not so many seats.
    """
    taken = len(await _strangers(books))
    most = min(3, books.event.seats.largest)
    parties = [most] * (seats // most) + [seats % most] * (seats % most > 0)
    for number, size in enumerate(parties, taken):
        email = f"jo{number + 1}@a.fr"
        people = tuple(
            _member(f"Jo{place or ''}", "Ailleurs", "maire", email if place == 0 else None)
            for place in range(size)
        )
        territory = ELSEWHERE[number % len(ELSEWHERE)]
        await _register(books, Address(STRANGERS, str(number)), territory, people, size)


async def _strangers(books: Books) -> list[Party]:
    everybody = await books.parties.everybody()
    return [one for one in everybody if one.everyone[0].last_name == "Ailleurs" and one.members]


async def give_back(books: Books, seats: int) -> None:
    """Let one of these parties cancel, the last of that size.

    Raises:
        TranscriptError: none has so many seats.
    """
    for party in reversed(await _strangers(books)):
        if party.seats == seats:
            await usecases.change.cancel(books, party)
            return
    raise TranscriptError(f"aucun groupe n’a {seats} places à rendre")


async def register(books: Books, address: Address, found: re.Match[str]) -> None:
    """Register people of the transcript, or put them on the waiting list.

    Raises:
        TranscriptError: there is no room, or somebody has no name or function.
    """
    first, *others = (_read(text) for text in found["people"].split(", "))
    people = (first, *(other.answering(email=None) for other in others))
    seats = 0 if found["how"] == "en attente" else len(people)
    await _register(books, address, found["territory"] or "", people, seats)


async def link(books: Books) -> str:
    """The word that opens the place of a stranger's teammate."""
    await take_seats(books, 2)
    party = (await books.parties.everybody())[0]
    return f"equipe_{await usecases.team.invite(books, party, party.everyone[1])}"


async def _register(
    books: Books, address: Address, territory: str, people: tuple[Member, ...], seats: int
) -> None:
    # One after the other, though the clock stands still, and before what is said next.
    already = len(await books.parties.everybody()) + len(await books.parties.on_list())
    earlier = books.at(books.now + timedelta(milliseconds=already - 1000))
    owner = (await books.addresses.load([address]))[address].key
    wanted = Application(
        draft=DraftId(f"scene-{address.id}-{already}-{earlier.now:%d%H%M%S}"),
        territory=territory if books.event.audience.territory else "",
        people=(replace(people[0], address=owner), *people[1:]),
        seats=seats,
        owners=(owner,),
    )
    if not isinstance(await usecases.register.confirm(earlier, wanted), Party):
        raise TranscriptError(f"il n’y a pas {len(people)} places")
    earlier.finish()


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
            return Member(
                {
                    "first_name": first,
                    "last_name": last,
                    "function": function,
                    "organisation": organisation,
                    "category": category,
                    "email": email or "",
                }
            )
    raise TranscriptError(f"à quel titre vient-on quand on est {function} ?")
