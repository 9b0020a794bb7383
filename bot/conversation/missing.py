"""What is said when something was not understood: never the same sentence twice running.

First what is missing; when that does not help, another way to put the question; then the person
to call, and from there anew.
"""

from enum import StrEnum

from bot.conversation.turn import Turn

AT_MOST = 2
"""After so many misunderstandings in a row there is somebody to call."""


SIGH = 2
"""Words of what is no remark yet: « pfff », « grmbl xqz »."""
BEYOND = "answer.off_topic"
"""Said to what is not about the day: that was understood well enough, and does not count."""


class Way(StrEnum):
    """How to say it."""

    FIRST = "first"
    ANOTHER = "another"
    PERSON = "person"


def way(turn: Turn, key: str) -> Way:
    """How to say that something was not understood; `key` is the sentence that would be said."""
    if len([one for one in turn.missed if one != BEYOND]) >= AT_MOST:
        return Way.PERSON
    turn.dialogue.missed = [*turn.missed, key]
    return Way.ANOTHER if key in turn.missed else Way.FIRST
