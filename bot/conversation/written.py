"""What is written: an answer to what the bot said, a wish, a question, or none of these."""

from collections.abc import Sequence

from bot.conversation import (
    besides,
    doing,
    meaning,
    proposed,
    reaching,
    several_parties,
    wanting,
)
from bot.conversation.asking import open_question
from bot.conversation.hearing import ask_again, hear, is_asking
from bot.conversation.listening import listen
from bot.conversation.messages import (
    Say,
    Text,
)
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Said
from bot.conversation.topics import (
    desk_wishes,
    faq,
    further,
    language,
    menu,
    one_by_one,
    registration,
)
from bot.conversation.turn import Turn
from bot.understanding import (
    closing,
    complaints,
    concerns,
    dictated,
    preambles,
    questions,
    replies,
    sentences,
    subjects,
    tongues,
)
from bot.understanding import procedure as procedure_words
from bot.understanding.act import Act
from bot.understanding.intents import POLITE, Intent
from bot.understanding.questions import Asked


async def take(turn: Turn, text: str) -> None:
    """Do what words ask for, take them for an answer, or say that they were not understood."""
    if await language.follow(turn, text):
        return
    text = preambles.without(text)
    turn.input = Text(text)
    if turn.dialogue.step is not None:
        await listen(open_question(turn), text)
        return
    text = dictated.written(text, is_one_asked=False, country=turn.event.country)
    text = await reaching.with_whole_addresses(turn, text)
    await several_parties.follow(turn, text)
    if await desk_wishes.follow(turn, text) or await _follows(turn, text):
        return
    if await one_by_one.brings_in(turn, text) or await hear(turn, text):
        _ask_after(turn, text)
        return
    asked = await wanting.asked(turn, text)
    if await registration.begin_seeking(turn, text, asked.intents):
        return
    said = turn.topics.said(turn, text)
    if said is not None and await turn.topics.serve(turn, said.entry):
        await _answer_others(turn, text, said)
        return
    if await registration.begin_saying(turn, text, asked.intents):
        return
    wanted = [one for one in asked.intents if one is not Intent.REGISTER or not is_asking(turn)]
    if await turn.topics.request(turn, wanting.wanted(turn, text, wanted)):
        await _besides(turn, asked.intents)
        _ask_after(turn, text)
        return
    if is_asking(turn):
        await _meanwhile(turn, asked)
    else:
        await _tell(turn, asked)


async def _answer_others(turn: Turn, text: str, served: Said) -> None:
    """« vous arrêtez de chercher ? et Luc doit s’inscrire ? »: what else was asked."""
    stated, asked = sentences.parted(text)
    others = [one for one in asked if turn.topics.said(turn, one) is not served]
    is_stated = bool(stated) and turn.topics.said(turn, stated) is served
    if others and (is_stated or len(others) < len(asked)):
        await besides.answer(turn, others, len(turn.replies), is_after=True)


async def _follows(turn: Turn, text: str) -> bool:
    """Whether it goes on from what was said just before, and that was done."""
    if await proposed.hear(turn, text) or await meaning.hear(turn, text):
        return True
    if closing.says_to_reach_them(text):
        await _be_polite(turn, Asked((Intent.THANKS,), (), 1.0))
        return True
    is_of_procedure = procedure_words.is_certain(text) and concerns.read(text) is None
    is_of_procedure &= procedure_words.read(text) is not procedure_words.Procedure.MATE
    if turn.is_organiser or not is_of_procedure:
        return await further.begins_next(turn, text)
    await _meanwhile(turn, Asked((Intent.PROCEDURE,), (), 1.0))
    return True


def _ask_after(turn: Turn, text: str) -> None:
    """Ask once more what was asked, where something else was to be done before: and now is."""
    is_asked = turn.dialogue.awaited is not None or turn.dialogue.step is not None
    if not is_asked and replies.wants_something_first(text):
        turn.ask_again()


async def _besides(turn: Turn, intents: Sequence[Intent]) -> None:
    """Answer what is asked of the day beside what was done: « qui est noté, et à quelle heure »."""
    beside = [one for one in intents if one in subjects.OF_THE_DAY]
    if Intent.MINE in intents and beside:
        turn.replies.append(Say(PARAGRAPH.join(await turn.topics.answers_to(turn, beside))))


async def _tell(turn: Turn, asked: Asked) -> None:
    """Answer what is asked, or do what is meant, or say that it was not understood."""
    is_checked = asked.intents == (Intent.OTHER_QUESTION,) and Act.CHECKS in turn.likely_acts()
    is_unknown = {*asked.intents} <= {Intent.OFF_TOPIC} or is_checked
    if is_unknown and await doing.do(turn):
        return
    if things := questions.of_things(turn.text, asked, turn.names):
        await faq.say(turn, things)
    elif tongues.asked_for(turn.text) and {*asked.intents} <= {Intent.OFF_TOPIC, Intent.HELP}:
        await language.greet(turn)
    elif asked.intents == (Intent.OFF_TOPIC,):
        await menu.say_beyond(turn)
    elif asked.intents:
        await faq.say(turn, asked.intents)
    elif complaints.is_blaming(turn.text):
        await faq.say(turn, [Intent.HUMAN])
    elif asked.suggestions:
        await faq.suggest(turn, asked.suggestions, is_beyond=asked.is_beyond)
    else:
        await menu.say_unknown_text(turn)


async def _meanwhile(turn: Turn, asked: Asked) -> None:
    """The same while a question of the bot's own waits, which is asked again."""
    if asked.intents and {*asked.intents} <= POLITE:
        await _be_polite(turn, asked)
    elif asked.intents and not _MEANS_NOTHING.issuperset(asked.intents):
        await faq.say(turn, asked.intents)
        turn.ask_again()
    else:
        ask_again(turn)


async def _be_polite(turn: Turn, asked: Asked) -> None:
    """Thanks and good-byes are no wrong answer; a yes that is waited for is asked for again."""
    await faq.say(turn, asked.intents)
    if turn.awaited is not None and turn.awaited.yes:
        turn.ask_again()
    else:
        turn.dialogue.awaited = turn.awaited


_MEANS_NOTHING = frozenset(
    {Intent.OFF_TOPIC, Intent.GREETING, Intent.THANKS, Intent.HELP, Intent.REGISTER}
)
"""What is no question that could be answered while the bot waits for an answer of its own."""
