"""Expressions declared as data, found in a text of normal words.

An expression is words with a space between; in it ``a|b`` is either word, ``(a|b)`` one that may be
missing, ``stem*`` any word that begins so, and ``_`` up to three words of any kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

V = TypeVar("V")

_GAP = "_"
_GAP_AT_MOST = 3
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """What stands for ``value`` in the words from ``start`` to ``end`` (excluded)."""

    start: int
    end: int
    value: V


@dataclass(frozen=True, slots=True)
class _Slot:
    """One place of an expression: the words and the stems that may stand there."""

    words: frozenset[str]
    stems: tuple[str, ...]
    may_be_missing: bool
    is_gap: bool

    @classmethod
    def read(cls, pattern: str) -> "_Slot":
        """Read ``a|b``, ``(a|b)``, ``stem*`` or ``_``."""
        words = pattern.strip("()").split("|")
        stems = tuple(word[:-1] for word in words if word.endswith("*"))
        whole = frozenset(word for word in words if not word.endswith("*") and word != _GAP)
        return cls(whole, stems, pattern.startswith("("), pattern == _GAP)

    def takes(self, word: str) -> bool:
        """Say whether the word may stand here."""
        return word in self.words or (bool(self.stems) and word.startswith(self.stems))


_Expression = tuple[_Slot, ...]


class Lexicon(Generic[V]):
    """Expressions and what they stand for."""

    def __init__(self, expressions: Mapping[str, V]) -> None:
        self.vocabulary: set[str] = set()
        """Every whole word of the expressions."""
        self._by_word: dict[str, list[tuple[_Expression, V]]] = {}
        self._by_stem: dict[str, list[tuple[_Expression, V]]] = {}
        for text, value in expressions.items():
            expression = tuple(_Slot.read(pattern) for pattern in text.split())
            for slot in expression:
                self.vocabulary |= slot.words
            for slot in _beginnings(expression):
                for word in slot.words:
                    self._by_word.setdefault(word, []).append((expression, value))
                for stem in slot.stems:
                    self._by_stem.setdefault(stem, []).append((expression, value))
        self._stems = tuple(self._by_stem)

    def find(self, words: list[str]) -> Iterator[Found[V]]:
        """Give the longest expression at each place, from left to right, none overlapping."""
        end = 0
        for found in self.find_all(words):
            if found.start >= end:
                end = found.end
                yield found

    def find_all(self, words: list[str]) -> Iterator[Found[V]]:
        """Give the longest expression at each place, those that lie inside another left out."""
        reached = 0
        for start, word in enumerate(words):
            longest = None
            for expression, value in self._beginning_with(word):
                end = _end(expression, 0, words, start)
                # Of two that end together, the one declared later.
                if end > reached or (longest is not None and end == longest.end):
                    longest = Found(start, end, value)
                    reached = end
            if longest is not None:
                yield longest

    def _beginning_with(self, word: str) -> Iterator[tuple[_Expression, V]]:
        yield from self._by_word.get(word, ())
        if word.startswith(self._stems):
            for stem in self._stems:
                if word.startswith(stem):
                    yield from self._by_stem[stem]

    def covers(self, words: list[str]) -> bool:
        """Say whether the words are nothing but expressions, one after the other."""
        return sum(found.end - found.start for found in self.find(words)) == len(words)

    def knows(self, word: str) -> bool:
        """Say whether an expression begins with this word or is about it."""
        return word in self.vocabulary or word.startswith(self._stems)


def _beginnings(expression: _Expression) -> Iterator[_Slot]:
    """Give the slots the first word may stand in."""
    for slot in expression:
        yield slot
        if not slot.may_be_missing:
            return


def _end(expression: _Expression, slot: int, words: list[str], at: int) -> int:
    """Give where the longest match ends that begins with this slot at this word."""
    if slot == len(expression):
        return at
    here, best = expression[slot], _NOWHERE
    if here.is_gap:
        for skipped in range(min(_GAP_AT_MOST, len(words) - at) + 1):
            best = max(best, _end(expression, slot + 1, words, at + skipped))
        return best
    if at < len(words) and here.takes(words[at]):
        best = _end(expression, slot + 1, words, at + 1)
    if here.may_be_missing:
        best = max(best, _end(expression, slot + 1, words, at))
    return best
