"""The proper names of an event, which the question lexicon knows only by stand-ins.

So « le numéro de Dominique » and « le numéro de Karim » are one question, each at its own event.
"""

import re
from collections.abc import Iterable
from typing import Self

from bot.domain.event import Event
from bot.understanding.normal import normal

CONTACT = "lecontact"
LEADER = "lintervenant"
TOWN = "laville"
ORGANISER = "lorganisme"
"""The words that stand in expressions for the names of an event."""


class EventNames:
    """Who and where an event is about. Names are as people write them: « Dominique Bernier »."""

    def __init__(
        self,
        contact: str = "",
        leaders: Iterable[str] = (),
        town: str = "",
        organiser: str = "",
    ) -> None:
        self._stand_ins: dict[str, str] = {}
        for name in leaders:
            self._add(name, LEADER)
        self._add(contact, CONTACT)
        for whole, stand_in in ((town, TOWN), (organiser, ORGANISER)):
            if whole:
                self._stand_ins[normal(whole)] = stand_in
        longest_first = sorted(self._stand_ins, key=len, reverse=True)
        names = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"\b(?:{names})\b") if names else None

    @classmethod
    def of(cls, event: Event) -> Self:
        """Those of an event."""
        leaders = [leader.name for leader in event.leaders]
        return cls(event.contact.name, leaders, event.place.town, event.organiser)

    def _add(self, name: str, stand_in: str) -> None:
        words = normal(name)
        for said in (words, *words.split()):
            self._stand_ins[said] = stand_in

    def stand_in(self, sentence: str) -> str:
        """A sentence of normal words with the event's names replaced."""
        if self._pattern is None:
            return sentence
        return self._pattern.sub(lambda found: self._stand_ins[found[0]], sentence)


NO_NAMES = EventNames()
"""Of an event nothing is known about."""
