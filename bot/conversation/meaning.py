"""A question that is put again after a wrong answer: « non, je parlais de l’adresse du lieu »."""

from bot.conversation import besides
from bot.conversation.hearing import hear as hear_stated
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.turn import Turn
from bot.understanding import erasing, inquiries, meant, seeking
from bot.understanding.intents import POLITE, Intent

_NO_QUESTION = {*POLITE, Intent.CANCEL, Intent.CHANGE, Intent.REGISTER, Intent.MINE}


async def hear(turn: Turn, text: str) -> bool:
    """Answer what was meant, and nothing else; what is stated before it is heard first."""
    is_else = bool(turn.dialogue.previewed) or erasing.asks_all(text)
    is_else |= seeking.read(text) is not None  # « je parlais de l’élu, trouvez-m’en un »
    said = None if is_else else meant.read(text)
    if said is None:
        return False
    found = turn.topics.answered(inquiries.recognise(said.asked, turn.names))
    if not found or _NO_QUESTION & {*found}:
        return False
    at = len(turn.replies)
    if said.stated and await hear_stated(turn, said.stated):
        await besides.answer(turn, [said.asked], at, is_after=True)
        return True
    with turn.reading(said.asked):
        turn.say(PARAGRAPH.join(await turn.topics.answers_to(turn, found[:1])))
    return True
