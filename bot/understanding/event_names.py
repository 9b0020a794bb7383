"""What of an event its questions may name: its proper names, and questions of its own.

Sentences are learnt without the names: « le numéro de Dominique » and « le numéro de Karim » are
one question, each at its own event.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Self

from bot.domain.event import Event
from bot.understanding.normal import normal

CONTACT = "lecontact"
LEADER = "lintervenant"
TOWN = "laville"
ORGANISER = "lorganisme"
DEPARTMENT = "ledepartement"
"""The words that stand in sentences for the names of an event."""


class EventNames:
    """Who and where an event is about. Names are as people write them: « Dominique Bernier »."""

    def __init__(
        self,
        contact: str = "",
        leaders: Iterable[str] = (),
        town: str = "",
        organiser: str = "",
        department: str = "",
        own_questions: Sequence[Sequence[str]] = (),
        lines: Sequence[str] = (),
    ) -> None:
        self.own_questions = own_questions
        """Ways to ask each question of the event's own."""
        self.lines = lines
        """What its announcement says, and its answers."""
        self._stand_ins: dict[str, str] = {}
        for name in leaders:
            self._add(name, LEADER)
        self._add(contact, CONTACT)
        for whole, stand_in in ((town, TOWN), (organiser, ORGANISER)):
            if whole:
                self._stand_ins[normal(whole)] = stand_in
                self._stand_ins[normal(whole).replace(" ", "")] = stand_in
        longest_first = sorted(self._stand_ins, key=len, reverse=True)
        names = "|".join(re.escape(name) for name in longest_first)
        self._pattern = re.compile(rf"\b(?:{names})\b") if names else None
        number = re.escape(normal(department))
        self._department = re.compile(rf"\b(le|du|en) {number}\b") if department else None

    @classmethod
    def of(cls, event: Event) -> Self:
        """Give those of an event."""
        return cls(
            event.contact.name,
            [leader.name for leader in event.leaders],
            event.place.town,
            event.organiser,
            event.place.department,
            [question.asked for question in event.question],
            event.lines,
        )

    def _add(self, name: str, stand_in: str) -> None:
        words = normal(name)
        for said in (words, *words.split()):
            self._stand_ins[said] = stand_in

    def stand_in(self, sentence: str) -> str:
        """Give a sentence of normal words with the event's names replaced."""
        if self._pattern is not None:
            sentence = self._pattern.sub(lambda found: self._stand_ins[found[0]], sentence)
        if self._department is not None:
            sentence = self._department.sub(rf"\1 {DEPARTMENT}", sentence)
        return sentence


NO_NAMES = EventNames()
"""Of an event nothing is known about."""
