"""What a reader found: a value, a value to ask about, or the reason why there is none."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Understood(Generic[T]):
    """The text says ``value``."""

    value: T


@dataclass(frozen=True, slots=True)
class Doubtful(Generic[T]):
    """The text probably says ``value``: ask before recording it.

    ``why`` is a stable identifier of the doubt, listed in each reader's docstring.
    """

    value: T
    why: str


@dataclass(frozen=True, slots=True)
class Unclear:
    """The text gives no value.

    ``why`` is a stable identifier of what is missing or wrong, listed in each reader's docstring.
    """

    why: str


Reading = Understood[T] | Doubtful[T] | Unclear
