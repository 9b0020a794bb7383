"""The sentences the bot learns from: `examples/questions/<intent>.txt`, one a line.

A line may hold alternatives, « (quand|quel jour) a lieu <le jour> ? »: `mots.txt` says what stands
for « <le jour> ». « {ville} », « {contact} »… stand for the names of the event at hand. Lines of
`deux.txt` ask two things: « date, lieu : c'est quand et où ? ».
"""

import hashlib
import json
import random
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.understanding.event_names import EventNames
from bot.understanding.features import masked
from bot.understanding.intents import FRENCH, Intent

FOLDER = Path(__file__).parent.parent.parent / "examples"
"""Where the examples are, in the checkout."""
NAMED = {
    "contact": "Claire Vasseur",
    "animateur": "Hélène Mourier",
    "ville": "Montbrun",
    "organisateur": "Maison des territoires",
    "departement": "26",
}
"""An invented event's names, put in the place of « {ville} » and the others."""
NAMES = EventNames(
    NAMED["contact"],
    [NAMED["animateur"]],
    NAMED["ville"],
    NAMED["organisateur"],
    NAMED["departement"],
)
MOST = 30
"""At most so many sentences are made of one line."""
LIKE = 0.8
"""Sentences made of one line weigh, together, as its number of sentences to this power."""

_INTENTS = {french: intent for intent, french in FRENCH.items()}
_ALTERNATIVES = re.compile(r"\(([^()]*\|[^()]*)\)|(<[^<>]+>)")
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what it asks."""

    text: str
    intents: tuple[Intent, ...]
    line: str
    """The line it was made of; sentences of one line are near-duplicates."""
    accepted: tuple[Intent, ...] = ()
    """Other intents that a reasonable person would accept."""

    @property
    def masked(self) -> str:
        """What is learnt from."""
        return masked(self.text, NAMES)


def load(folder: Path = FOLDER / "questions") -> list[Example]:
    """Read all examples.

    Raises:
        ValueError: a file or line that cannot be used; the message says which.
    """
    words = _words(folder / "mots.txt")
    found: list[Example] = []
    for path in sorted(folder.glob("*.txt")):
        if path.name == "mots.txt":
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            said = line.strip()
            if not said or said.startswith("#"):
                continue
            try:
                found += _examples(said, words, name=path.stem)
            except (KeyError, ValueError) as error:
                raise ValueError(f"{path}, ligne {number} : {error}") from None
    return found


def _examples(line: str, words: dict[str, list[str]], *, name: str) -> Iterator[Example]:
    names, sentence = [name], line
    if name == "deux":
        before, _, sentence = line.partition(" : ")
        names = before.split(", ")
    intents = tuple(_INTENTS[french] for french in names)
    for text in expand(sentence, words):
        yield Example(filled(text), intents, line)


def load_blind(path: Path = FOLDER / "blind.jsonl") -> list[Example]:
    """Read the sentences that are measured with and never learnt from."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Example(
            filled(row["text"]),
            tuple(_INTENTS[name] for name in row["intents"]),
            row["text"],
            tuple(_INTENTS[name] for name in row.get("alt", [])),
        )
        for row in rows
    ]


def filled(text: str) -> str:
    """Put the invented event's names where they belong."""
    return _NAME.sub(lambda found: NAMED[found[1]], text)


def fingerprint(examples: Iterable[Example]) -> str:
    """Give what tells whether the examples changed since they were learnt."""
    digest = hashlib.sha256()
    for example in examples:
        digest.update(f"{example.intents}\t{example.text}\n".encode())
    return digest.hexdigest()[:16]


def expand(line: str, words: dict[str, list[str]]) -> list[str]:
    """Make the sentences of a line: every alternative is said, not every combination."""
    choices = list(_choices(line, words))
    if len(choices) == 1:
        return [_tidy(line)]
    # A line gives the same sentences always, whatever comes before it.
    chance = random.Random(zlib.crc32(line.encode()))  # noqa: S311
    combinations = 1
    for choice in choices:
        combinations *= len(choice)
    longest = max(map(len, choices))
    wanted = min(combinations, MOST, max(4, longest * 3 // 2))
    shuffled = [chance.sample(choice, len(choice)) for choice in choices]
    made: dict[str, None] = {}
    for turn in range(wanted * 3):
        parts = (
            choice[turn] if turn < len(choice) else chance.choice(choice) for choice in shuffled
        )
        for text in expand("".join(parts), words):
            made.setdefault(text)
        if len(made) >= wanted:
            break
    return list(made)


def _choices(line: str, words: dict[str, list[str]]) -> Iterator[list[str]]:
    end = 0
    for found in _ALTERNATIVES.finditer(line):
        yield [line[end : found.start()]]
        yield found[1].split("|") if found[1] is not None else words[found[2]]
        end = found.end()
    yield [line[end:]]


def _tidy(text: str) -> str:
    return re.sub(r" +", " ", text).replace(" ,", ",").strip()


def _words(path: Path) -> dict[str, list[str]]:
    """Read what stands for « <le jour> » and the like."""
    table = {}
    for line in path.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, _, said = line.partition(" = ")
            table[name] = [one.strip() for one in said.split("|")]
    return table
