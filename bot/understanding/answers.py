"""An answer to one question of the registration, read as the conversation reads it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.party import Category
from bot.understanding import (
    categories,
    command_words,
    confirmations,
    digressions,
    emails,
    phones,
    roles,
    told,
)
from bot.understanding.names import Name
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.roles import Role

TOPICS = {
    "territoire": "territory",
    "taille": "size",
    "nom": "name",
    "fonction": "role",
    "categorie": "category",
    "email": "email",
    "telephone": "phone",
    "confirmation": "recap",
}
"""The steps, by the names they have in the corpora, and as `digressions.read` calls them."""

BARE = 8
"""A function of so many words at most, with its organisation, is kept as it was said."""

_CATEGORIES = {Category.ELECTED: "élu", Category.STAFF: "agent", Category.CIVIL: "société civile"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What would be kept of an answer (None: nothing), and why one would ask first (None: no)."""

    value: str | int | None
    doubt: str | None


def read(text: str, *, step: str, largest: int, country: str = "FR") -> Answer:
    """Read an answer to a step of `TOPICS`, where at most `largest` people come together.

    A command or a question of their own is no answer: `command`, `question` is the doubt then.
    """
    if command_words.read(text) is not None:
        return Answer(None, "command")
    if digressions.read(text, TOPICS[step]):
        return Answer(None, "question")
    match _reading(text, step=step, largest=largest, country=country):
        case Understood(value):
            return Answer(_said(value, text), None)
        case Doubtful(value, why):
            return Answer(_said(value, text), why)
        case Unclear(why):
            return Answer(None, why)


def _reading(text: str, *, step: str, largest: int, country: str) -> Reading[Any]:
    if step == "taille":
        return told.size(text, largest)
    if step == "telephone":
        return phones.read(text, country=country)
    return _READERS[step](text)


def _confirmation(text: str) -> Reading[bool]:
    accepted = confirmations.read(text)
    return Unclear("neither") if accepted is None else Understood(accepted)


_READERS: Mapping[str, Callable[[str], Reading[Any]]] = {
    "territoire": told.territory,
    "nom": told.name,
    "fonction": told.role,
    "categorie": categories.told,
    "email": emails.read,
    "confirmation": _confirmation,
}


def _said(value: Any, text: str) -> str | int:
    """A value as the corpora write it."""
    match value:
        case Name(first, last):
            return f"{first} {last}"
        case Role():
            is_bare = len(text.split()) <= BARE and isinstance(roles.read(text), Understood)
            return roles.whole(text) if is_bare else ", ".join(filter(None, value))
        case Category():
            return _CATEGORIES[value]
        case bool():
            return "oui" if value else "non"
        case int() | str():
            return value
        case _:
            raise TypeError(f"no step gives a {type(value).__name__}")
