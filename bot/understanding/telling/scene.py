"""A message with what is known when it is written, and who is meant in it."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.tagger import Span


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is noted already, as far as they are."""

    first: str = ""
    last: str = ""
    function: str = ""
    organisation: str = ""
    is_writing: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of the name, in plain form."""
        return frozenset(plain(f"{self.first} {self.last}").split())


@dataclass(frozen=True, slots=True)
class Scene:
    """A message, and what is known when it is written."""

    text: str
    question: str = "menu"
    """What was asked: one of `tagger.QUESTIONS`, `category` or `registered`."""
    asked: int = 0
    """The place (1 and up) among the known of whom it was asked about; 0: nobody."""
    known: tuple[Known, ...] = ()
    writer: str = ""
    """The name of who writes, as far as the channel tells it."""
    is_aside: bool = False
    """Who writes registers others, and does not come."""

    @property
    def writing(self) -> int:
        """The place of who writes; `ME`: they are none of the known."""
        return next((at for at, one in enumerate(self.known, 1) if one.is_writing), ME)

    def kind(self, who: int) -> str:
        """`me`: who writes; `known`, `new`: somebody else."""
        return "me" if who == self.writing else "known" if who > 0 else "new"

    def one(self, who: int) -> Known:
        """What is known of somebody; nothing of who is new."""
        return self.known[who - 1] if 0 < who <= len(self.known) else Known()


ME = 0
"""Stands for who writes, where they are none of the known; those are 1 and up, others below 0."""


class Kind(StrEnum):
    """How somebody is mentioned."""

    NAME = "name"
    ME = "me"
    THEY = "they"
    """« il », « elle », « lui »."""
    COMPANION = "companion"
    """« mon collègue », without a name."""
    ROLE = "role"
    """« le maire », of somebody known who is."""


@dataclass(slots=True)
class Mention:
    """A place in a message where somebody is meant."""

    kind: Kind
    start: int
    """The first of the words that mean them."""
    end: int
    """The word after the last one."""
    who: int
    """ME, the place of somebody known, or a number below 0: somebody new."""
    said: str = ""
    name: Name | None = None
    label: str = ""
    """What the tagger takes a name for: `self`, `name` or `other`."""
    is_companion: bool = False
    """« Mireille Fauchier, ma femme »: they are said to be another than who writes."""


@dataclass(slots=True)
class Heard:
    """A message as it is being read."""

    scene: Scene
    words: list[str]
    """Plain words and signs."""
    at: list[tuple[int, int]]
    """Where each stands in the text."""
    spans: list[tuple[Span, int, int]]
    """What the tagger found, with its first word and the one after its last."""
    mentions: list[Mention] = field(default_factory=list)

    def text(self, start: int, *, end: int) -> str:
        """The text from a word to the one before another."""
        return self.scene.text[self.at[start][0] : self.at[end - 1][1]] if end > start else ""

    def said(self, number: int) -> str:
        """The words of a fact as they are written, with single blanks."""
        _, start, end = self.spans[number]
        return " ".join(self.text(start, end=end).split())

    @property
    def people(self) -> list[int]:
        """Everybody who is mentioned, each once, in their order."""
        return list(dict.fromkeys(one.who for one in self.mentions))
