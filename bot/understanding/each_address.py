"""Whose each of several addresses of one message is: the one whose name it bears."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.understanding import addresses, each_number, emails
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.results import Understood
from bot.understanding.telling.scene import Known


def settled(told: Facts, text: str, known: Sequence[Known]) -> Facts:
    """Give each of several addresses to the one person whose name it bears.

    « Leurs mails : odile.fanget@… et k.benali@… ».
    """
    if text.count("@") < 2:
        return told
    names = [f"{one.first} {one.last}".strip() for one in known]
    new = [one for one in told.people if one.name is not None and not one.place]
    names += [
        called
        for one in new
        if plain(called := " ".join(one.name or ())) not in {*map(plain, names)}
    ]
    owners = addresses.theirs(text, names, by_first=True)
    owned = {address: names[at] for at, address in owners.items()}
    own = [address for at, address in owners.items() if at < len(known) and known[at].is_writing]
    for address, at in _said(text, known):
        if address in owned:
            continue
        if at == 0 and not own:
            own.append(address)
        elif at and names[at - 1] not in owned.values():
            owned[address] = names[at - 1]
            owners = {**owners, at - 1: address}
    if not owned or len(owned) < len(owners):
        return told
    people = [_without_others(one, _called(one, known), owned) for one in told.people]
    for address, name in owned.items():
        if address not in own:
            people = _given(people, address, name=name, known=known)
    taken = told.email in owned and told.email not in own
    email = next(iter(own), None if taken else told.email)
    return replace(told, people=tuple(people), email=email)


def _said(text: str, known: Sequence[Known]) -> Iterator[tuple[str, int]]:
    """« celle du président : s.larue@… »: whose each address is said to be, where all of them are.

    0 stands for who writes.
    """
    found = list(addresses.ADDRESS.finditer(text))
    ends = [0, *(one.end() for one in found)]
    before = [text[ends[at] : one.start()] for at, one in enumerate(found)]
    owners = each_number.owners(before, text[ends[-1] :], known)
    if len({*owners} - {None}) < len(owners):
        return
    for one, at in zip(found, owners, strict=True):
        reading = emails.read(one.group())
        if isinstance(reading, Understood) and at is not None:
            yield reading.value, at


def _called(person: Person, known: Sequence[Known]) -> str:
    if person.place:
        one = known[person.place - 1] if person.place <= len(known) else Known()
        return f"{one.first} {one.last}".strip()
    own = next((one for one in known if one.is_writing), None) if person.is_writing else None
    return f"{own.first} {own.last}".strip() if own else " ".join(person.name or ())


def _without_others(person: Person, called: str, owned: Mapping[str, str]) -> Person:
    """Nobody has an address that bears another's name."""
    owner = owned.get(person.email or "", called)
    return person if plain(owner) == plain(called) else replace(person, email=None)


def _given(
    people: Sequence[Person], address: str, *, name: str, known: Sequence[Known]
) -> list[Person]:
    at = [at for at, one in enumerate(people) if plain(_called(one, known)) == plain(name)]
    if at:
        return [
            replace(one, email=address) if place == at[0] else one
            for place, one in enumerate(people)
        ]
    places = [at for at, one in enumerate(known, 1) if f"{one.first} {one.last}".strip() == name]
    return [*people, Person(place=places[0], email=address)] if places else [*people]
