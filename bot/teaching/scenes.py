"""Scenes: one message, what was noted before it, and what a good receptionist has noted after it.

A line of JSON each, in `examples/scenes/` (its README tells how one is written).
"""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.teaching import lines
from bot.understanding import names, spelling
from bot.understanding.names import Name
from bot.understanding.normal import plain, vocabulary
from bot.understanding.results import Doubtful, Understood
from bot.understanding.telling.scene import Known, Scene

FOLDER = Path(__file__).parent.parent.parent / "examples" / "scenes"
BLIND = FOLDER.with_name("scenes-blind.jsonl")
"""Scenes that nobody reads, to measure with."""


class SceneError(ValueError):
    """A line that is no scene; it says which and why."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Somebody(_Strict):
    """One of those who come, as far as they are known."""

    name: str = ""
    function: str = ""
    organisation: str = ""
    writes: bool = False
    """They are who writes."""

    @property
    def words(self) -> frozenset[str]:
        """The words of the name, in plain form."""
        return frozenset(plain(self.name).split())


class Noted(_Strict):
    """What is noted of a party."""

    territory: str = ""
    size: int | None = None
    """How many come in all, in seats."""
    people: tuple[Somebody, ...] = ()
    registrar: str = ""
    """The name of who registers them and does not come."""
    email: str = ""
    phone: str = ""
    """Ten digits, or +, country and number."""


class Expected(Noted):
    """What is noted once the message was read, and what it does."""

    confirmed: bool = False
    """It agrees to what was read back, and the party is registered."""
    stops: bool = False
    """It gives everything up."""
    asks: tuple[str, ...] = ()
    """The subjects of the questions that it asks besides; nothing judges them yet."""


class Example(_Strict):
    """A scene."""

    writer: str = ""
    """The name of who writes, as far as the messenger tells it."""
    known: Noted = Noted()
    asked: str = "none"
    """`none`, `territory`, `size`, `name 2`, `function 1`…, `email`, `phone`, `recap` or
    `registered`."""
    text: str
    expect: Expected = Expected()

    @property
    def question(self) -> str:
        """What was asked, without the place of whom it was asked about."""
        return self.asked.partition(" ")[0]

    @property
    def place(self) -> int:
        """The place, 1 and up, of whom it was asked about; 0: nobody."""
        return int(self.asked.partition(" ")[2] or 0)

    @property
    def scene(self) -> Scene:
        """What is read."""
        known = tuple(
            Known(*split(one.name), one.function, one.organisation, one.writes)
            for one in self.known.people
        )
        question = "menu" if self.question == "none" else self.question
        text = spelling.in_one(self.text)
        return Scene(text, question, self.place, known, self.writer, bool(self.known.registrar))


def load(files: Iterable[Path] | None = None) -> list[Example]:
    """Read the scenes of files; those of `examples/scenes` when none are named.

    Raises:
        SceneError: a line is no scene.
    """
    return lines.read(files or FOLDER.glob("*.jsonl"), Example.model_validate_json, SceneError)


def split(name: str) -> Name:
    """Give the first and the last name of somebody; the last one is empty where it is not known."""
    match names.read(name):
        case Understood(value=read) | Doubtful(value=read) if read.last:
            return read
    first, _, last = name.partition(" ")
    return Name(first, last)


# ---- comparing


_SHORT = {
    "pdte": "presidente",
    "pdt": "president",
    "adj": "adjoint",
    "1er": "premier",
    "1ere": "premiere",
    "2e": "deuxieme",
    "2eme": "deuxieme",
    "3e": "troisieme",
    "cc": "communaute communes",
    "vp": "vice president",
    "asso": "association",
    "sec": "secretaire",
    "cons": "conseiller",
}
_FREE = vocabulary(
    "de du des d la le les l a au aux et en mairie commune communaute communes association ville"
)
"""« mairie de Roisey », « Roisey »: the same where all other words are."""
_SPARE = 2
"""Words at most that one says and the other does not: « maire », « maire délégué de Soupex »."""


def is_same(fact: str, other: str) -> bool:
    """Whether two functions, organisations or territories are one, written in two ways."""
    if ("vice" in plain(fact).split()) != ("vice" in plain(other).split()):
        return False
    left, right = _stems(fact), _stems(other)
    if not left - _FREE or not right - _FREE:
        return left == right
    left, right = left - _FREE, right - _FREE
    return (left <= right or right <= left) and len(left ^ right) <= _SPARE


def _stems(fact: str) -> frozenset[str]:
    words = " ".join(_SHORT.get(word, word) for word in plain(fact).split()).split()
    return frozenset(_stem(word) for word in words)


_WHOLE = 4
"""Letters up to which a word stands as it is."""


def _stem(word: str) -> str:
    """« présidente », « président », « présidents »: one."""
    if word.endswith("e") and len(word) >= _WHOLE:
        return word[:-1]
    return word.rstrip("s") if len(word) > _WHOLE else word
