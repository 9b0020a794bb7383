"""What is learnt of questions about the registration itself: `examples/procedure`.

What is none of them is learnt from `autre.txt`, from what is asked of the day
(`examples/questions`) and from messages that ask nothing (`examples/acts`).
"""

import random
from collections.abc import Iterator

from bot.teaching.kinds import Lesson, asking_nothing, of_the_day
from bot.understanding import procedure
from bot.understanding.intents import Intent

_OF_THE_REGISTRATION = frozenset(
    {
        Intent.PRIVACY,
        Intent.HUMAN,
        Intent.CONTACT,
        Intent.CANCEL,
        Intent.CHANGE,
        Intent.MINE,
        Intent.AUDIENCE,
        Intent.REMINDER,
        Intent.PARTNER,
        Intent.WAITING_LIST,
        Intent.HELP,
        Intent.HEADCOUNT,
        Intent.LISTING,
        Intent.EXPORT,
        Intent.UNANSWERED,
        Intent.HISTORY,
    }
)
"""What overlaps with these kinds, and teaches nothing of what is none of them."""


def _others() -> Iterator[str]:
    dice = random.Random(5)  # noqa: S311, the same ones each time
    yield from of_the_day(dice, _OF_THE_REGISTRATION, each=300, off_topic=2000)
    yield from asking_nothing(dice, 3000)


LESSON = Lesson("procedure", "l’inscription elle-même", procedure.KINDS, _others)
