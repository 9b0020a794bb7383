"""Expressions declared as data, found in a text of normal words.

An expression is words with a space between; in it ``a|b`` is either word, ``(a|b)`` one that may be
missing, ``stem*`` any word that begins so, and ``_`` up to three words of any kind.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Generic, TypeVar

V = TypeVar("V")

_GAP = "_"
_GAP_AT_MOST = 3


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """What stands for ``value`` in the words from ``start`` to ``end`` (excluded)."""

    start: int
    end: int
    value: V


@dataclass(slots=True)
class _Node(Generic[V]):
    """A place in the tree of expressions: the words that may follow, the value that ends here."""

    words: dict[str, "_Node[V]"] = field(default_factory=dict)
    stems: dict[str, "_Node[V]"] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    gap: "_Node[V] | None" = None
    value: V | None = None

    def child(self, pattern: str) -> "_Node[V]":
        """Give the node after ``pattern``, made when there is none."""
        if pattern == _GAP:
            if self.gap is None:
                self.gap = _Node()
            return self.gap
        if pattern.endswith("*"):
            stem = pattern[:-1]
            self.lengths = tuple(sorted({*self.lengths, len(stem)}, reverse=True))
            return self.stems.setdefault(stem, _Node())
        return self.words.setdefault(pattern, _Node())


class Lexicon(Generic[V]):
    """Expressions and what they stand for."""

    def __init__(self, expressions: Mapping[str, V]) -> None:
        self._root: _Node[V] = _Node()
        self.vocabulary: set[str] = set()
        """Every whole word of the expressions."""
        for expression, value in expressions.items():
            for patterns in _alternatives(expression):
                node = self._root
                for pattern in patterns:
                    node = node.child(pattern)
                    if not pattern.endswith("*"):
                        self.vocabulary.add(pattern)
                node.value = value

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
        for start in range(len(words)):
            longest = self._longest(self._root, words, start)
            if longest is not None and longest[0] > reached:
                reached, value = longest
                yield Found(start, reached, value)

    def covers(self, words: list[str]) -> bool:
        """Say whether the words are nothing but expressions, one after the other."""
        return sum(found.end - found.start for found in self.find(words)) == len(words)

    def knows(self, word: str) -> bool:
        """Say whether an expression begins with this word or is about it."""
        return word in self.vocabulary or any(
            word[:length] in self._root.stems for length in self._root.lengths
        )

    def _longest(self, node: _Node[V], words: list[str], at: int) -> tuple[int, V] | None:
        """Give the end and the value of the longest expression from ``node`` on, or None."""
        best = None if node.value is None else (at, node.value)
        if at < len(words):
            word = words[at]
            nexts = [node.words[word]] if word in node.words else []
            nexts += [
                node.stems[word[:length]] for length in node.lengths if word[:length] in node.stems
            ]
            for following in nexts:
                best = _later(best, self._longest(following, words, at + 1))
        if node.gap is not None:
            for skipped in range(min(_GAP_AT_MOST, len(words) - at) + 1):
                best = _later(best, self._longest(node.gap, words, at + skipped))
        return best


def _later(one: tuple[int, V] | None, other: tuple[int, V] | None) -> tuple[int, V] | None:
    """Give the match that ends later."""
    if one is None or other is None:
        return one or other
    return other if other[0] > one[0] else one


def _alternatives(expression: str) -> Iterator[tuple[str, ...]]:
    """Write out the ``a|b`` and ``(a)`` of an expression."""
    choices = []
    for slot in expression.split():
        words = slot.strip("()").split("|")
        choices.append([*words, ""] if slot.startswith("(") else words)
    for chosen in product(*choices):
        patterns = tuple(word for word in chosen if word)
        if patterns:
            yield patterns
