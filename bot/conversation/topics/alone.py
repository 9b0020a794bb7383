"""« Non, juste moi », said while somebody registers who comes alone already."""

from bot.conversation import given
from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.understanding import sentences, without
from bot.understanding.facts import Facts

topic = Topic("alone")


@topic.heard_meanwhile
async def hear(turn: Turn, text: str) -> bool:
    """That it is noted so; whether the message says that, and nothing that is to be noted."""
    draft = turn.dialogue.draft
    if draft is None or draft.purpose != "register" or draft.size != 1 or draft.registrar:
        return False
    stated, _ = sentences.parted(text)
    asking = open_question(turn)
    if not without.says_alone(stated) or _tells_more(given.read(turn, stated, step=asking.step)):
        return False
    await asking.repeat(turn.words("amend.same_size.1"))
    return True


def _tells_more(told: Facts) -> bool:
    people = any(one.name or one.function or one.organisation for one in told.people)
    return bool(people or told.email or told.phone or told.territory)
