"""« Vous avez bien Bernard aussi ? »: whether something is noted, of all the registrations here."""

from markupsafe import Markup

from bot.conversation import checking
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import further, menu, mine
from bot.conversation.turn import Turn
from bot.understanding import checks, questions, sentences

topic = Topic("checks")


@topic.heard
async def hear(turn: Turn, text: str) -> bool:
    """Answer it, and what else the message asks; whether it is that."""
    if turn.dialogue.draft is not None:
        return False
    _, asked = sentences.parted(text)
    each = [(one, await checking.answer(turn, one)) for one in asked or [text]]
    if not any(said for _, said in each):
        return False
    if len(each) == 1 and checks.counts(text) and len(await turn.parties()) == 1:
        await mine.show(turn, "", preface=each[0][1])
        return True
    paragraphs: list[Markup] = []
    for sentence, checked in each:
        paragraphs += [checked] if checked is not None else await _other(turn, sentence)
    mine_, menu_ = turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)
    turn.say(PARAGRAPH.join(dict.fromkeys(paragraphs)), *_next(turn), (mine_, menu_))
    return True


async def _other(turn: Turn, sentence: str) -> list[Markup]:
    """What another question of the message is answered with."""
    with turn.reading(sentence):
        known = turn.topics.answered(questions.recognise(sentence, turn.names))
        return await turn.topics.answers_to(turn, known)


def _next(turn: Turn) -> list[tuple[Button, ...]]:
    """The button that registers those who wait for it."""
    return [(further.button(turn, ()),)] if turn.dialogue.later else []
