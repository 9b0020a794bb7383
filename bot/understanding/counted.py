"""Those who are told of, as many as are said to come: two that turn out to be one are one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Scene


def no_more_than(size: int, coming: Sequence[Person], scene: Scene) -> Sequence[Person]:
    """As many people as are said to come: « un élu, M. Petit » is one, and not two.

    Where there is one more, a function without a name is of the one name without a function.
    """
    here = [one for one in coming if not one.leaves]
    if len(here) == size + 1 and (found := _named_writer(here, scene)) is not None:
        return found
    nameless = [one for one in here if _is_new(one) and one.function and not one.name]
    untold = [one for one in here if _is_new(one) and one.name and not one.function]
    if len(here) != size + 1 or len(nameless) != 1 or len(untold) != 1:
        return coming
    told = replace(untold[0], function=nameless[0].function, organisation=nameless[0].organisation)
    return [told if one is untold[0] else one for one in coming if one is not nameless[0]]


def _named_writer(here: Sequence[Person], scene: Scene) -> list[Person] | None:
    """« ici Luc Roux, maire, je viens avec Mme Vial, on est deux »: the first of them writes."""
    own = next((one for one in here if one.is_writing and not one.place and not one.name), None)
    named = [one for one in here if one.name or one.called]
    is_so = own is not None and len(named) == len(here) - 1 > 1 and named[0].name is not None
    if own is None or not is_so or _LISTED_ME.search(scene.text) or _is_called(scene.writer):
        return None
    first, *others = named
    if own.function and first.function:
        return None
    told = replace(
        first,
        is_writing=True,
        function=first.function or own.function,
        organisation=first.organisation or own.organisation,
    )
    return [told, *others]


_LISTED_ME = re.compile(
    r"(?:\bet|\bavec|\bplus|[+&,:])\s*moi\b|\bmoi\s*(?:et\b|[+&])", re.IGNORECASE
)


def _is_called(writer: str) -> bool:
    """Whether the channel tells a whole name of who writes, and no nickname."""
    words = plain(writer).split()
    return len(words) > 1 and words[0] in FIRST_NAMES


def _is_new(one: Person) -> bool:
    return not (one.place or one.is_writing or one.called)
