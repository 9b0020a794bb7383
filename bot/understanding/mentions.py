"""Somebody who is told of in a message, while it is being read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding import names
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Understood
from bot.understanding.tagger import Span

NAMES = ("name", "self")
"""The labels of those who come."""
OTHERS_COME = re.compile(
    r"\b(?:(?:elle|il) (?:viendra|sera|participe)|(?:elle|il)s (?:viendront|seront|participe)"
    r"|ne (?:viens|viendrai|serai|participe\w*) pas|(?:assistante?|secr[ée]taire|collaborat\w+)"
    r" d(?:e|u) (?:m\b|mme|madame|monsieur|maire))",
    re.IGNORECASE,
)
"""Others come than who writes."""


@dataclass(slots=True)
class Mention:
    """Somebody who is being read about, as far as the text goes."""

    start: int
    end: int
    name: Name | None = None
    said: str = ""
    is_writing: bool = False
    function: str | None = None
    organisation: str | None = None
    is_same: bool = False
    email: str | None = None
    is_of_the_commune: bool = False
    is_one_of_several: bool = False
    is_ours: bool = False
    is_companion: bool = False
    """« mon adjoint »: nothing stands for their name."""

    @property
    def is_partial(self) -> bool:
        """Whether only a first name, or a last one, is told."""
        return bool(self.said) and self.name is None


def is_same(one: Mention, name: Name | None, said: str) -> bool:
    """Say whether a name, or what stands for one, is that of somebody who was mentioned."""
    if name is not None and one.name is not None:
        return plain(" ".join(name)) == plain(" ".join(one.name))
    words, before = {*plain(said).split()}, {*plain(one.said).split()}
    return bool(words and before) and (words <= before or before <= words)


def of_name(listed: Sequence[Mention], span: Span, text: str) -> Mention | None:
    """Give who is meant by the name in a span; None: nobody who comes."""
    said = text[span.start : span.end]
    reading = names.read(said)
    name = reading.value if isinstance(reading, Understood | Doubtful) else None
    return next((one for one in listed if is_same(one, name, said)), None)
