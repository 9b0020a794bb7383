"""« Je confirme pour nous deux »: one yes for all, where each person registers alone."""

from bot.conversation import given, waiting
from bot.conversation.asking import Asking, open_question
from bot.conversation.steps.recap import YES
from bot.conversation.turn import Turn
from bot.understanding import agreed, one_by_one, yes_or_no
from bot.understanding.normal import plain
from bot.understanding.replies import Reply


def says_yes(text: str) -> bool:
    """Whether words, among others, say yes to all that was read back."""
    answer = yes_or_no.read(text)
    return agreed.says_yes(text) or (answer is not None and answer.reply is Reply.YES)


async def heard(asking: Asking, text: str) -> bool:
    """Confirm everybody of whom all is known, one after the other; whether that is said.

    The first of whom something is not known is asked about then. Who is only said to be next is
    read back: « je confirme, et la suivante ».
    """
    turn, draft, is_final = asking.turn, asking.turn.draft, asking.step.is_final
    if is_final and agreed.goes_ahead(text) and not given.tells(turn, text, asking.step):
        await asking.settle(asking.step, YES)
        return True
    is_yes = is_final and "?" not in text and says_yes(text)
    if not (is_yes and waiting.is_each_alone(turn)) or draft.purpose != "register":
        return False
    is_plain = bool(draft.afterwards) and not (agreed.excepts(text) or agreed.waits(text))
    if is_plain and (one_by_one.is_of_all(text) or _names_all(turn, text)):
        await _confirm_each(asking)
        return True
    rest = agreed.beyond(text)
    if is_plain and one_by_one.refers(rest) and not waiting.tells(turn, rest):
        await _confirm_and_go_on(asking, rest)
        return True
    return await _heard_the_next(asking, text)


async def _confirm_and_go_on(asking: Asking, rest: str) -> None:
    """« Et le suivant, Julien Bard »: what is known of them is read back at once."""
    turn, said = asking.turn, {*plain(rest).split()}
    named = [one for one in turn.draft.others if waiting.words_of(one.name) & said]
    await asking.purpose.confirmed(asking)
    if turn.dialogue.draft is None and turn.dialogue.later:
        tag = waiting.tag(named[0]) if named else ""
        await turn.topics.press(turn, "another", argument=tag)


def _names_all(turn: Turn, text: str) -> bool:
    """« je confirme pour moi et pour Julien »: whether all who wait are named so."""
    said = {*plain(one_by_one.whom_for(text)).split()}
    others = turn.draft.others
    is_known = bool(others) and len(others) == len(turn.draft.afterwards)
    return is_known and all(waiting.words_of(one.name) & said for one in others)


async def _confirm_each(asking: Asking) -> None:
    turn, waits = asking.turn, waiting.after(asking.turn.draft)
    turn.draft.others, turn.draft.afterwards = [], []
    await asking.purpose.confirmed(asking)
    while waits and turn.dialogue.draft is None:
        before = len(turn.replies)
        turn.dialogue.later, waits = waits, waits[1:]
        await turn.topics.press(turn, "another", argument="")
        if turn.dialogue.draft is None or not open_question(turn).step.is_final:
            return
        del turn.replies[before:]  # what is read back was agreed to
        turn.draft.others, turn.draft.afterwards = [], []
        await asking.purpose.confirmed(open_question(turn))


async def _heard_the_next(asking: Asking, text: str) -> bool:
    """« Oui. Deuxième personne : Mme Roux, DGS… »: whether somebody is told of besides."""
    if not waiting.keep_told(asking.turn, text):
        return False
    await asking.purpose.confirmed(asking)
    return True
