"""Somebody whom a message tells of."""

from dataclasses import dataclass

from bot.understanding.names import Name
from bot.understanding.telling.reading import COMES

_SURE = 0.75


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is told of."""

    name: Name | None = None
    function: str | None = None
    organisation: str | None = None
    is_writing: bool = False
    is_same: bool = False
    """The organisation is said to be that of another."""
    email: str | None = None
    """An address that stands after their name."""
    phone: str | None = None
    """A number that is said to be theirs, and not who writes': E.164."""
    called: str = ""
    """What they are called where that is no whole name: « Gérard »."""
    instead_of: str = ""
    """The word of their name, in plain form, that is said to be wrong."""
    place: int = 0
    """Their place (1 and up) among those who are known; 0: they are none of them."""
    comes: float = 1.0
    """How likely they come, from 0 to 1."""
    is_ours: bool = False
    """« notre directeur »: where they work is where who writes does."""

    @property
    def leaves(self) -> bool:
        """Whether it is somebody known who does not come."""
        return self.place > 0 and self.comes < COMES

    @property
    def surely_comes(self) -> bool:
        """Whether there is hardly a doubt that they are said to come."""
        return self.comes >= _SURE

    @property
    def surely_leaves(self) -> bool:
        """Whether there is hardly a doubt that they are said not to."""
        return self.leaves and self.comes <= 1 - _SURE

    @property
    def says_something(self) -> bool:
        """Whether there is anything to note of them."""
        told = [self.name, self.function, self.organisation, self.called or None]
        told += [self.email, self.phone]
        return self.is_same or self.leaves or any(one is not None for one in told)
