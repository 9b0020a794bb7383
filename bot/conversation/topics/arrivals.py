"""Who comes late, said while a question of a registration is open."""

from bot.conversation import arriving, given
from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.understanding import agreed, clauses, sentences, wishes
from bot.understanding.act import Act

topic = Topic("arrivals")


@topic.heard_meanwhile(Act.IS_LATE)
async def hear_late_meanwhile(turn: Turn, text: str) -> bool:
    """Keep it with the answers, where a message tells nothing else; whether it does not."""
    if not arriving.is_registering(turn):
        return False
    asking = open_question(turn)
    late = arriving.told(turn, text)
    stated, asked = sentences.parted(text)
    rest = " ".join(one for one in clauses.clauses(stated) if one not in late)
    is_more = bool(late) and given.tells(turn, rest, asking.step)
    if is_more or not all(map(wishes.worries, asked)) or agreed.says_yes(text):
        return False
    said = arriving.note(turn, text) if late else arriving.note_again(turn, text)
    if said is None:
        return False
    await asking.repeat(said, *([turn.words("heard.no_harm")] if asked else []))
    return True
