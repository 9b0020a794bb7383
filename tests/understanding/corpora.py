"""The two corpora of ``tests/data``, and how an answer of the readers is judged."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.understanding import (
    categories,
    command_words,
    confirmations,
    emails,
    names,
    phones,
    questions,
    roles,
    sizes,
    territories,
)
from bot.understanding.event_names import EventNames
from bot.understanding.intents import FRENCH
from bot.understanding.normal import plain

PELUSSIN = EventNames(
    "Dominique Bernier", ["Anne Carton", "Dominique Bernier"], "Pélussin", "Cap Rural", "42"
)
"""The names of the event the corpora are about."""

DATA = Path(__file__).parent.parent / "data"
STEPS = {
    "territoire": "territory",
    "taille": "size",
    "nom": "name",
    "fonction": "role",
    "categorie": "category",
    "email": "email",
    "telephone": "phone",
    "confirmation": "recap",
}
CATEGORIES = {"élu": "elected", "agent": "staff", "société civile": "civil", None: None}
CONFIRMATIONS = {"oui": True, "non": False, None: None}

INTENTS = {french: str(intent) for intent, french in FRENCH.items()}


@dataclass(frozen=True)
class Question:
    """A line of questions.jsonl."""

    line: int
    text: str
    expected: frozenset[str]
    tolerated: frozenset[str]

    def is_right(self) -> bool:
        """Say whether just what is asked was recognised; off topic may be not recognised."""
        return self.answer() == self.expected

    def is_tolerable(self) -> bool:
        """Say whether the answer is right, or one a reasonable person would accept."""
        answer = self.answer()
        return self.is_right() or (len(answer) == 1 and answer <= self.expected | self.tolerated)

    def answer(self) -> frozenset[str]:
        """Give what was recognised."""
        found = questions.ask(self.text, PELUSSIN)
        told = questions.of_things(self.text, found, PELUSSIN) or found.intents
        return frozenset(map(str, told)) or frozenset({"off_topic"})


@dataclass(frozen=True)
class Answer:
    """A line of answers.jsonl."""

    text: str
    step: str
    accepted: tuple[str | int | None, ...]
    note: str

    def reading(self) -> Any:
        """Give what the step's reader says."""
        match self.step:
            case "taille":
                return sizes.read(self.text, 3)
            case "territoire":
                return territories.read(self.text)
            case "nom":
                return names.read(self.text)
            case "fonction":
                return roles.read(self.text)
            case "categorie":
                return categories.read(self.text)
            case "email":
                return emails.read(self.text)
            case "telephone":
                return phones.read(self.text)
            case _:
                return confirmations.read(self.text)

    def is_right(self) -> bool:
        """Say whether the reader gives an accepted value, or none where none is accepted."""
        reading = self.reading()
        value = getattr(reading, "value", None)
        match self.step:
            case "confirmation":
                return reading in [CONFIRMATIONS[str(a) if a else None] for a in self.accepted]
            case "categorie":
                return value in [CATEGORIES[str(a) if a else None] for a in self.accepted]
            case "nom":
                return _same(None if value is None else " ".join(value), self.accepted)
            case "fonction":
                return self._is_right_role(value)
            case "territoire":
                return _same(value, self.accepted)
            case _:
                return value in self.accepted

    def _is_right_role(self, value: roles.Role | None) -> bool:
        """Compare words: the link between function and organisation may be left out."""
        if value is None:
            # A command is not for the reader: the dialogue asks for it first.
            return None in self.accepted or command_words.read(self.text) is not None
        said = set(plain(" ".join(part for part in value if part)).split())
        wanted = [set(plain(str(a)).split()) for a in self.accepted if a is not None]
        return any(said <= w and len(w - said) <= 1 for w in wanted)

    def is_wrong_yes(self) -> bool:
        """Say whether a « oui » was read where it is not accepted."""
        return self.reading() is True and "oui" not in self.accepted

    def digression(self) -> str | None:
        """Give the intent the note says is a digression, None when there is none."""
        found = re.search(r"digression: (\w+)", self.note)
        return INTENTS[found[1]] if found else None


def _same(value: str | None, accepted: tuple[str | int | None, ...]) -> bool:
    """Compare without case, accents, apostrophes and hyphens."""
    return plain(value or "") in [plain(str(a or "")) for a in accepted]


def load_questions() -> list[Question]:
    """Read questions.jsonl."""
    loaded = []
    for line, row in enumerate(_rows("questions.jsonl"), 1):
        expected = row["intent"] if isinstance(row["intent"], list) else [row["intent"]]
        loaded.append(
            Question(
                line,
                row["text"],
                frozenset(INTENTS[name] for name in expected),
                frozenset(INTENTS[name] for name in row.get("alt", [])),
            )
        )
    return loaded


def load_answers() -> list[Answer]:
    """Read answers.jsonl."""
    return [
        Answer(row["text"], row["step"], (row["expected"], *row.get("alt", [])), row["note"])
        for row in _rows("answers.jsonl")
    ]


def _rows(name: str) -> list[dict[str, Any]]:
    """Give the objects of a file, one a line."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]
