"""« Non, juste moi », said while somebody registers who comes alone."""

from bot.conversation import given
from bot.conversation.asking import open_question
from bot.conversation.steps.size import Size
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.understanding import sentences, without
from bot.understanding.facts import Facts

topic = Topic("alone")


@topic.heard_meanwhile()
async def hear(turn: Turn, text: str) -> bool:
    """Note it, or say that it is; whether the message says that, and nothing else to be noted."""
    draft = turn.dialogue.draft
    if draft is None or draft.purpose != "register" or draft.size not in (1, None):
        return False
    if draft.registrar is not None or draft.tells_of_others or draft.afterwards:
        return False
    stated, _ = sentences.parted(text)
    asking = open_question(turn)
    if not without.says_alone(stated) or _tells_more(given.read(turn, stated, step=asking.step)):
        return False
    if draft.size == 1:
        await asking.repeat(turn.words("amend.same_size.1"))
    elif asking.step.topic == "size":
        return False
    else:
        kept = await Size().keep(turn, 1)
        await asking.go_on([kept.remark] if kept.remark else [])
    return True


def _tells_more(told: Facts) -> bool:
    people = any(one.name or one.function or one.organisation for one in told.people)
    return bool(people or told.email or told.phone or told.territory)
