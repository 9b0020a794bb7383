"""The buttons of an open question, and what a press on each does.

They work until the question is answered. Buttons already sent carry these verbs: they stay.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.conversation.buttons import Verb

if TYPE_CHECKING:
    from bot.conversation.asking import Asking


class LiveButton(Verb):
    """A button of the open question; its press is told the button's argument."""

    def __init__(self, verb: str, press: Callable[["Asking", str], Awaitable[None]]) -> None:
        super().__init__(verb)
        self.press = press


CHOOSE = LiveButton("choose", lambda asking, value: asking.choose(value))
YES = LiveButton("yes", lambda asking, _: asking.settle_doubt())
NO = LiveButton("no", lambda asking, _: asking.ask(asking.step))
SAME = LiveButton("same", lambda asking, _: asking.go_on())
BACK = LiveButton("back", lambda asking, _: asking.back())
STOP = LiveButton("stop", lambda asking, _: asking.purpose.stop(asking.turn))
EDIT = LiveButton("edit", lambda asking, name: asking.correct(name))
AMEND = LiveButton("amend", lambda asking, _: asking.amend())

LIVE_BUTTONS = {one.verb: one for one in (CHOOSE, YES, NO, SAME, BACK, STOP, EDIT, AMEND)}
