"""Who fits none of the three titles, and says so where they are asked."""

from collections.abc import Sequence

from bot.conversation import digressing
from bot.conversation.asking import Asking
from bot.understanding import categories
from bot.understanding.intents import Intent


async def heard(asking: Asking, text: str, asked: Sequence[Intent]) -> bool:
    """« aucun des trois ; ai-je le droit de venir »: noted as the nearest, and answered."""
    if asking.step.topic != "category" or not categories.fits_none(text):
        return False
    answers, at = await digressing.in_passing(asking, asked, text), len(asking.turn.replies)
    await asking.take(asking.step, asking.step.read(asking.turn, text))
    asking.turn.say_before(at, answers)
    return True
