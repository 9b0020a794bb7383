"""Whether a message begins a registration, by what it says of those who come."""

import re
from collections.abc import Sequence

from bot.conversation import weighing
from bot.understanding import sentences, writers
from bot.understanding.facts import Facts
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.understanding.person import Person


def begins(given: Facts, text: str, asked: Sequence[Intent], *, wants: bool) -> bool:
    """Whether a message begins a registration.

    `wants`: it says that they want to come; `asked`: what it seems to ask as well.
    """
    stated, questions = sentences.parted(text)
    if wants or not questions:
        if wants or writers.we_come(stated):
            return given.kinds + given.is_for_others > 0
        return _tells(given, text, asked)
    if writers.we_come(stated):
        is_sure = _is_apart(text, stated=stated) and bool(_SURE.search(plain(stated)))
        return (is_sure and _tells_who(given)) or given.kinds + given.is_for_others > 1
    least = 3 if "?" in text else 2 if asked else 1
    return _names_somebody(given) and given.kinds >= least


def _is_apart(text: str, *, stated: str) -> bool:
    """Whether the question is none about what is stated: « je viens seul, c’est gênant ? »."""
    return stated.rstrip().endswith((".", "!")) or not text.rstrip().endswith("?")


def _tells(given: Facts, text: str, asked: Sequence[Intent]) -> bool:
    """Whether a message that asks nothing tells who comes: « moi et Paul », « on est deux »."""
    said = plain(text)
    if "?" in weighing.TAG.sub("", text):
        return _names_somebody(given) and given.kinds >= 3
    if given.size is not None and _SURE.search(said):
        return True
    elsewhere = [one for one in asked if one is not Intent.OFF_TOPIC]
    tells = _names_somebody(given) or (_tells_who(given) and not _HEARD_OF.search(said))
    return tells and given.kinds >= (2 if elsewhere else 1)


_SURE = re.compile(
    r"\b(?:on|nous|ns) (?:ne )?(?:est|sera|serons|sommes|vient|venons|viendra|viendrons|serez)"
    r" (?:que |donc |a |bien |juste )*(?:\d|deux|trois|quatre|cinq|six)\b(?! (?:ou|a|peut)\b)"
    r"|\b(?:on|nous|ns) (?:\w+ )?(?:est|sommes|serait|serions|sera|serons) (?:\d|deux|trois|quatre"
    r"|cinq|six)(?: \w+){0,4}? (?:a|qui|interess\w+)"
    r" (?:vouloir|vouloir y|voudr\w+|souhait\w+|venir|viendr\w+)\b"
    r"|\b(?:je|j y|j) (?:viens|viendrai|serai|vais|souhaite venir)\b(?! (?:pas|plus)\b)"
    r"|\bsinon seule?\b|\bil n y aura (?:donc )?que moi\b"
)
"""Somebody says that they come, not that they might."""
_HEARD_OF = re.compile(
    r"\b(?:m|nous|vous|on|l) (?:a|ai|ont|avez|avait|avons) (?!\d)\w+"
    r"|\b(?:dit|disent|parle|recu|vu)\b"
)
"""« Mme Roux m’a parlé de vous »: those who are mentioned need not come."""


def _names_somebody(given: Facts) -> bool:
    tells = any(one.name and (one.function or len(given.people) > 1) for one in given.people)
    return given.size is not None or tells


def _tells_who(given: Facts) -> bool:
    """« moi et Paul », « c’est pour ma patronne, Mme Roux », « deux du syndicat »."""
    coming = [one for one in given.people if not one.leaves and one.surely_comes]
    others = [one for one in coming if not one.is_writing and _is_somebody(one)]
    is_with_writer = any(one.is_writing for one in coming) or given.is_for_others
    return given.size is not None or bool(others and is_with_writer)


def _is_somebody(one: Person) -> bool:
    return bool(one.name or one.called or one.function)
