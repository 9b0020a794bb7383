"""« Vous avez bien Bernard aussi ? »: whether something is noted, of all the registrations here."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import checking, concerning, phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import further, menu, mine, team, withdrawing
from bot.conversation.turn import Turn
from bot.understanding import checks, inquiries, sentences
from bot.understanding.act import Act

topic = Topic("checks")


@topic.heard(Act.CHECKS, Act.ASKS)
async def hear(turn: Turn, text: str) -> bool:
    """Answer it, and what else the message asks; whether it is that."""
    if turn.dialogue.draft is not None:
        return False
    _, asked = sentences.parted(text)
    each = [(one, await checking.answer(turn, one)) for one in asked or [text]]
    if not any(said for _, said in each):
        return False
    if len(each) == 1 and checks.says_alone(text) and await _ask_of_other(turn, each[0][1]):
        return True
    if len(each) == 1 and checks.counts(text) and len(await turn.parties()) == 1:
        await mine.show(turn, "", preface=each[0][1])
        return True
    paragraphs: list[Markup] = []
    for sentence, checked in each:
        paragraphs += [checked] if checked is not None else await _other(turn, sentence)
    own = (turn.button("button.mine", mine.show),) if await turn.registered() else ()
    rows = [*await _invite(turn, asked or [text]), *_next(turn)]
    last = (*own, turn.button("button.menu", menu.show))
    turn.say(PARAGRAPH.join(dict.fromkeys(paragraphs)), *rows, last)
    turn.ask_again()
    return True


async def _ask_of_other(turn: Turn, said: Markup | None) -> bool:
    """« C’est juste moi ? », of two who are registered: whether the other one is to leave."""
    party = await turn.registered()
    if party is None or len(party.members) != 2 or not mine.is_contact(turn, party):
        return False
    others = [one for one in party.members if one is not party.spoken_to_at(turn.address)]
    if len(others) != 1 or len(await turn.parties()) > 1:
        return False
    at = len(turn.replies)
    await withdrawing.ask(turn, phrases.tag(others[0]))
    turn.say_before(at, [said] if said is not None else [])
    return True


async def _other(turn: Turn, sentence: str) -> list[Markup]:
    """What another question of the message is answered with."""
    with turn.reading(sentence):
        known = turn.topics.answered(inquiries.recognise(sentence, turn.names))
        return await turn.topics.answers_to(turn, known)


async def _invite(turn: Turn, asked: Sequence[str]) -> list[tuple[Button, ...]]:
    """The button that invites those who are not written to, where that was asked."""
    party = await turn.registered()
    may = party is not None and party.uninvited and mine.is_contact(turn, party)
    if party is None or not may or not turn.books.is_open:
        return []
    is_of_them = [one for one in asked if await concerning.may_invite(turn, one)]
    return [(team.invite_button(turn, party),)] if is_of_them else []


def _next(turn: Turn) -> list[tuple[Button, ...]]:
    """The button that registers those who wait for it."""
    return [(further.button(turn, ()),)] if turn.dialogue.later else []
