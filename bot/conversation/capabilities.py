"""What the conversation may count on in the channel a person writes through."""

from typing import Protocol

from bot.domain.keys import Address


class Capabilities(Protocol):
    """What a channel can do besides words and buttons, and the links that lead to it."""

    @property
    def shares_number(self) -> bool:
        """Whether a person can share their own telephone number with one touch."""

    @property
    def has_menu(self) -> bool:
        """Whether a chat can have a menu of commands."""

    @property
    def edits(self) -> bool:
        """Whether a message can be changed in place; else `Replace` comes as a new one."""

    def link(self, argument: str) -> str:
        """What opens a conversation that begins with `/start argument`: an address."""

    def share(self, link: str, *, text: str) -> str | None:
        """An address that offers to forward a link with a text; None where there is no such."""

    def is_one_to_one(self, address: Address) -> bool:
        """Whether an address is one person's, as opposed to a group's."""


class WordsOnly:
    """A channel that can do nothing but words, buttons and files."""

    shares_number = False
    has_menu = False
    edits = False

    def link(self, argument: str) -> str:
        """The command to write, since there is no address."""
        return f"/start {argument}"

    def share(self, link: str, *, text: str) -> str | None:
        """There is nothing that forwards."""
        return None

    def is_one_to_one(self, address: Address) -> bool:
        """There are no groups."""
        return True


WORDS_ONLY = WordsOnly()
