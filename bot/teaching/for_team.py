"""What is learnt of what people tell that the organisers should know: `examples/for_team`.

What is none of it is learnt from `rien.txt`, from what is asked of the day, and from the clauses of
messages (`examples/acts`) that tell none of it.
"""

import random
from collections.abc import Iterator

from bot.teaching import acts, examples
from bot.teaching.kinds import Lesson, of_the_day
from bot.understanding import for_team
from bot.understanding.for_team import ForTeam

_FOLDER = examples.FOLDER / "for_team"


def _others() -> Iterator[str]:
    dice = random.Random(7)  # noqa: S311, the same ones each time
    yield from of_the_day(dice, frozenset(), each=60, off_topic=400)
    told = _told()
    for text in sorted({one.text for one in acts.load()}):
        if not any(one in text for one in told):
            yield from for_team.parts(text)


def _told() -> list[str]:
    """What is told somewhere: messages have it in them in the same words."""
    files = [_FOLDER / f"{kind}.txt" for kind in ForTeam if kind is not ForTeam.NONE]
    return [line for file in files for line in file.read_text("utf-8").splitlines()]


LESSON = Lesson("for_team", "ce que l’équipe doit savoir", for_team.KINDS, _others)
