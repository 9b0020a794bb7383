"""Who could make a party with whom. Pure functions."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.domain.keys import PartyKey
from bot.domain.party import Category

SAME_PLACE = 90.0
"""From this similarity (0 to 100) on, two territories are one, typed differently."""


@dataclass(frozen=True, slots=True)
class Seeker:
    """A party that looks for somebody. `territory` in its plain form: see `territories.plain`."""

    party: PartyKey
    territory: str
    categories: tuple[Category, ...]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.categories)


def best_match(
    seeker: Seeker, others: Iterable[Seeker], sizes: Collection[int], tried: Sequence[PartyKey]
) -> Seeker | None:
    """The best partner: of the same territory first, then of other categories, then the oldest.

    Args:
        seeker: who looks for somebody.
        others: those who look too, the oldest first.
        sizes: the parties that the event takes.
        tried: parties that were proposed before.
    """
    possible = [
        other
        for other in others
        if other.party != seeker.party
        and other.party not in tried
        and other.size + seeker.size in sizes
    ]
    return max(possible, key=lambda other: _worth(seeker, other), default=None)


def _worth(seeker: Seeker, other: Seeker) -> tuple[bool, int]:
    complementary = len(set(seeker.categories) | set(other.categories))
    return same_place(seeker.territory, other.territory), complementary


def same_place(one: str, other: str) -> bool:
    """Whether two territories, in their plain form, are the same."""
    return bool(one) and bool(other) and fuzz.token_sort_ratio(one, other) >= SAME_PLACE
