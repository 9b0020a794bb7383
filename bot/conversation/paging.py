"""What does not fit into one message, in pages that it leafs through."""

from collections.abc import Callable

from bot.conversation.buttons import Verb
from bot.conversation.messages import Button
from bot.conversation.turn import Turn


def page_of(argument: str, pages: int) -> int:
    """The page (1 and up) that an argument names; the first where it names none."""
    return min(max(int(argument), 1), pages) if argument.isdecimal() else 1


def arrows(
    turn: Turn,
    show: Verb,
    page: int,
    *between: Button,
    pages: int,
    pack: Callable[[int], str] = str,
) -> tuple[Button, ...]:
    """« ◀ » and « ▶ », where there is a page; `pack`: a page as `show` takes it."""
    before = [turn.button("button.before", show, pack(page - 1))] if page > 1 else []
    after = [turn.button("button.after", show, pack(page + 1))] if page < pages else []
    return (*before, *between, *after)
