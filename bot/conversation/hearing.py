"""What people write after the bot's own messages: it answers them as a press of a button would.

What was asked in the last answer (`Turn.confirm`) comes first; then what topics hear by
themselves; then the messages owed that reached the person of late, as their topics declare
(`Topic.replied`). Where words may answer two of them, it is asked which.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.conversation import acting, besides, messages, missing, phrases
from bot.conversation.asking import open_question
from bot.conversation.buttons import is_lasting, unpack
from bot.conversation.messages import Button, Question, Replace, Say
from bot.conversation.state import Awaited
from bot.conversation.turn import Turn
from bot.days import offered
from bot.understanding import (
    asides,
    changes,
    checks,
    openings,
    passing_on,
    repeated,
    replies,
    sentences,
    signatures,
    whose_reach,
    wishes,
    without,
    yes_or_no,
)
from bot.understanding import labels as labels_read
from bot.understanding.act import Act
from bot.understanding.asides import Aside
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.understanding.replies import Reply
from bot.understanding.results import Understood
from bot.understanding.yes_or_no import Answer

COMING = "coming"
"""What notes that somebody comes; said once, it may be of several parties."""
LONGEST_WITH_A_NAME = 10
"""Words of an answer that names somebody; more tell something else."""
ANSWERED_WITHIN = timedelta(hours=48)
"""So long words may answer a message."""


async def hear(turn: Turn, text: str) -> bool:
    """Do what words ask for that answer what the bot has said; whether they do.

    What is asked besides is answered first.
    """
    text = signatures.without(text)
    if passing_on.to_pass_on(text) is None and await hear_label(turn, text):
        return True
    stated, asked = _with_requests(*sentences.parted(text))
    is_rather = bool(turn.dialogue.previewed) and passing_on.rather(text) is not None
    if stated and asked and not is_rather:
        at = len(turn.replies)
        if await _taken(turn, stated) or await _replied(turn, stated):
            await besides.answer(turn, asked, at)
            await _show_own(turn, asked)
            return True
    asks_no_more = stated and not asked and "?" in text  # « …, vous pouvez le noter ? »
    return await _heard(turn, stated if asks_no_more else text)


async def _show_own(turn: Turn, asked: Sequence[str]) -> None:
    """« … je peux revoir nos deux inscriptions ? », where nothing is asked of them now."""
    own = next((one for one in asked if openings.is_mine(one)), None)
    if own is not None and turn.dialogue.awaited is None and turn.dialogue.step is None:
        with turn.reading(own):
            await turn.topics.request(turn, [Intent.MINE])


def _with_requests(stated: str, asked: Sequence[str]) -> tuple[str, list[str]]:
    """What is stated, with what is asked to be changed: « pouvez-vous mettre adjointe ? »."""
    requests = [one for one in asked if stated and changes.is_request(one)]
    if whose_reach.is_but_reach(stated) and any(
        map(checks.named, asked)
    ):  # « une place pour Léa Morin ? l.morin@… »: it is hers
        return f"{' '.join(asked)} {stated}", [one for one in asked if one not in requests]
    told = [stated, *(one.rstrip(" ?") for one in requests)]
    return ". ".join(told), [one for one in asked if one not in requests]


async def _heard(turn: Turn, text: str) -> bool:
    """The same of words that are taken as a whole."""
    if await _taken(turn, text) or await _replied(turn, text):
        return True
    return replies.read(text) is None and await _counted(turn, text)


async def _taken(turn: Turn, text: str) -> bool:
    """Whether words answer what was asked last, or are heard by a topic."""
    return await _settled(turn, text) or await turn.topics.hear(turn, text)


async def _replied(turn: Turn, text: str) -> bool:
    """Whether words answer one of the messages owed, or what was asked with buttons."""
    awaited = turn.awaited
    is_asked = awaited is not None and bool(awaited.yes or awaited.no or awaited.question)
    since = awaited.at if awaited is not None and is_asked else turn.now - ANSWERED_WITHIN
    asked = _answer(turn, text)
    if asked is None and replies.read(text) is None:
        return False
    meant = [one for at in await _days(turn) for one in await _buttons(at, text, since)]
    if asked is not None and not meant:
        return await _press(turn, asked)
    if asked is not None:
        meant.insert(0, Button(turn.words.plain("heard.asked"), asked))
    if len(meant) > 1 and await _all_pressed(turn, meant):
        return True
    if len(meant) > 1:
        turn.choose(turn.words("heard.which"), *((button,) for button in meant))
        return True
    return await _press(turn, meant[0].data) if meant else False


async def _counted(turn: Turn, text: str) -> bool:
    """« 3 », of who is registered: so many are they now."""
    number = plain(text)
    if not number.isdecimal() or int(number) not in turn.event.seats.sizes:
        return False
    return await turn.topics.hear(turn, turn.words.plain("heard.number", number=number))


# ---- what was asked last


async def hear_label(turn: Turn, text: str) -> bool:
    """Do what the button does whose label was written; whether there is one."""
    if not text:
        return False
    data = _shown(turn.shown, text)
    if turn.awaited is not None:
        data = turn.awaited.labels.get(plain(text)) or _meant(turn.awaited, text) or data
    return data is not None and await _press(turn, data)


def _shown(labels: Mapping[str, str], text: str) -> str | None:
    """The data of the button of the answer before whose label was nearly written."""
    if plain(text) in labels:
        return labels[plain(text)]
    listed = list(labels)
    near = labels_read.near(text, listed)
    return None if near is None else labels[listed[near]]


def shown(said: Sequence[messages.Reply]) -> dict[str, str]:
    """The data of the buttons that are shown and always work, by label; no yes and no no."""
    rows = [row for one in said if isinstance(one, Say | Replace) for row in one.rows]
    buttons = [one for row in rows for one in row if isinstance(one, Button)]
    return {
        plain(one.label): one.data
        for one in buttons
        if is_lasting(one.data) and yes_or_no.read(one.label) is None
    }


def _meant(awaited: Awaited, text: str) -> str | None:
    """The data of the button that is nearly named, or named by its place or by somebody."""
    answer = yes_or_no.read(text)
    said = None if answer is None else answer.reply
    is_named = said is Reply.NO if awaited.leaving else not (awaited.yes and said is Reply.YES)
    labels = list(awaited.labels)
    near = labels_read.near(text, labels)
    if near is not None:
        return awaited.labels[labels[near]]
    named = _named(awaited.names, plain(text)) if is_named else None
    if named is not None and awaited.leaving and wishes.stays(text):
        return None  # « non, Luc vient aussi »
    if named is not None or awaited.yes:
        return named
    place = labels_read.by_place(text, len(awaited.listed))
    return None if place is None else awaited.listed[place]


_AND_ME = re.compile(r"\b(?:et|and|avec|with) (?:moi|me|i)\b|\b(?:moi|me|i) (?:et|and|avec|with)\b")


def _named(names: Mapping[str, str], text: str) -> str | None:
    """The data of the button of whoever alone is named: « ben Anne, je viens de le dire »."""
    words = text.split()
    if _AND_ME.search(text):
        return None  # « Julie et moi » are two
    found = {data for name, data in names.items() if set(name.split()) <= {*words}}
    return found.pop() if len(found) == 1 and len(words) <= LONGEST_WITH_A_NAME else None


async def _settled(turn: Turn, text: str) -> bool:
    """Whether words answer the yes or no that was asked last, and say more perhaps: both done."""
    awaited, answer = turn.awaited, yes_or_no.read(text)
    if awaited is None or not awaited.yes:
        return False
    if answer is None and await _says_again(turn, awaited, text):
        answer = Answer(Reply.YES, text)
    if answer is None:
        return False
    agrees = answer.reply is Reply.YES
    if awaited.stays and not agrees and await _still_leaves(turn, awaited, answer.rest):
        agrees = True  # « malheureusement non, elle ne vient plus »
    if not agrees:
        return await _refused(turn, awaited, text) if answer.rest else False
    if not answer.rest:
        return False  # it may answer another message as well
    if awaited.stays and await _contradicted(turn, awaited, answer.rest):
        return await _press(turn, awaited.stays)
    if turn.dialogue.previewed and passing_on.edit(answer.rest) is not None:
        return await turn.topics.hear(turn, text)  # « oui, mais rajoutez l’adresse »
    if await _taken_out(turn, awaited, answer.rest):
        return await turn.topics.hear(turn, answer.rest)  # « oui, mais c’est Paul, pas elle »
    told = await _told_besides(turn, awaited, answer.rest)
    at = len(turn.replies)
    if not await _press(turn, awaited.yes):
        return False
    said = [one.text for one in turn.replies[at:] if isinstance(one, Say | Replace | Question)]
    return await _go_on(turn, repeated.beyond(told, asked=awaited.question, said=" ".join(said)))


async def _contradicted(turn: Turn, awaited: Awaited, rest: str) -> bool:
    """Whether a yes goes on to say that they do come of whom it was asked, not somebody else."""
    if not wishes.contradicts(rest):
        return False
    party = await turn.registered()
    writer = None if party is None else party.spoken_to_at(turn.address)
    if _OF_ME.match(rest) and (writer is None or writer.name != awaited.leaving):
        return False
    return not (_OF_US.match(rest) and await _others_named(turn, awaited, rest))


_OF_ME = re.compile(r"(?:je|j|i)\b", re.IGNORECASE)
_OF_US = re.compile(r"(?:on|nous|we)\b", re.IGNORECASE)


async def _says_again(turn: Turn, awaited: Awaited, text: str) -> bool:
    """Whether words say once more of whom it was asked that they do not come."""
    if not awaited.leaving or "?" in text or not wishes.leaves(text) or wishes.stays(text):
        return False
    if replies.wants_something_first(text):
        return False
    return not await _others_named(turn, awaited, text)


async def _refused(turn: Turn, awaited: Awaited, text: str) -> bool:
    """No; and what is to be done instead, where it is said."""
    for said in dict.fromkeys([text, *_CLAUSE.split(text)]):
        if await turn.topics.hear(turn, said):
            return True
    is_staying = awaited.stays and wishes.stays(text)
    return await _press(turn, awaited.stays if is_staying else awaited.no)


async def _go_on(turn: Turn, rest: str) -> bool:
    """After a yes: take what was said besides as an answer to what is asked now, or do it."""
    if rest and turn.dialogue.step is not None:
        await _answer_now(turn, rest)
    elif rest:
        asked, turn.awaited = turn.dialogue.awaited, turn.dialogue.awaited
        turn.dialogue.awaited = None
        if not await turn.topics.hear(turn, rest):
            turn.dialogue.awaited = asked
            if asides.asks_again(rest):
                await besides.answer(turn, [f"{rest} ?"], len(turn.replies), is_after=True)
    return True


async def _answer_now(turn: Turn, rest: str) -> None:
    """Take words as the answer to the question that the yes led to, or pass them on before it."""
    asking = open_question(turn)
    if asides.read(rest) is Aside.RELAY:
        asked, turn.replies = turn.replies, []
        await turn.topics.hear(turn, rest)
        turn.replies += asked
    elif isinstance(reading := asking.step.read(turn, rest), Understood):
        turn.replies = [one for one in turn.replies if not isinstance(one, Question)]
        await asking.take(asking.step, reading)


async def _told_besides(turn: Turn, awaited: Awaited, rest: str) -> str:
    """What is said besides a yes, but for what says the same once more: « oui, il vient plus »."""
    if not awaited.stays or await _others_named(turn, awaited, rest):
        return rest
    said = [one for one in _CLAUSE.split(rest) if one and not wishes.gives_up(one)]
    return ", ".join(one for one in said if not without.is_told(one))


_CLAUSE = re.compile(r"\s*[,.;!\n]+\s*")


async def _still_leaves(turn: Turn, awaited: Awaited, rest: str) -> bool:
    """Whether a no is one of « elle ne vient plus », of whom it was asked."""
    if not wishes.gives_up(rest) or wishes.stays(rest):
        return False
    return not await _others_named(turn, awaited, rest)


async def _taken_out(turn: Turn, awaited: Awaited, rest: str) -> bool:
    """Whether somebody else is said not to come than was asked about."""
    return (
        bool(awaited.leaving)
        and wishes.gives_up(rest)
        and await _others_named(turn, awaited, rest)
        and not {*plain(awaited.leaving).split()} & {*plain(rest).split()}
    )


async def _others_named(turn: Turn, awaited: Awaited, text: str) -> bool:
    party = await turn.registered()
    others = [] if party is None else [one for one in party.everyone if one.name != awaited.leaving]
    names = {*plain(" ".join(one.name for one in others)).split()}
    names -= {*plain(awaited.leaving).split()}
    return bool(awaited.leaving) and bool(names & {*plain(text).split()})


def _answer(turn: Turn, text: str) -> str | None:
    """The data of the button that answers what was asked last."""
    if turn.awaited is None or replies.wants_something_first(text):
        return None
    if turn.awaited.stays and wishes.stays(text):
        return turn.awaited.stays
    if turn.awaited.stays and wishes.leaves(text):
        return turn.awaited.yes
    answer = yes_or_no.read(text)
    if openings.read(text, is_registered=True) is Intent.REGISTER:
        return None  # « mais non, je veux m’inscrire ! »
    match answer.reply if answer is not None else replies.read(text):
        # « nickel merci. mon inscription stp » is no yes
        case Reply.YES if not turn.asks_rather_than(Act.AGREES):
            return turn.awaited.yes or None
        case Reply.NO:
            return turn.awaited.no or None
        case _:
            return None


def is_asking(turn: Turn) -> bool:
    """Whether something was asked in the answer before that waits for its own."""
    return turn.awaited is not None and bool(turn.awaited.question)


def ask_again(turn: Turn) -> None:
    """Say that it was not understood what was answered, and ask once more."""
    if replies.read(turn.text) is Reply.UNDECIDED:
        turn.ask_again(turn.words("heard.undecided"))
        return
    match missing.way(turn, "heard.again"):
        case missing.Way.FIRST:
            turn.ask_again(turn.words("heard.again"))
        case missing.Way.ANOTHER:
            turn.ask_again(turn.words("heard.again_other"))
        case missing.Way.PERSON:
            turn.ask_again(turn.words("lost", contact=phrases.reach(turn.words, turn.event)))


# ---- the messages owed that wait for an answer


async def _days(turn: Turn) -> list[Turn]:
    """The turn about each day that somebody may have been written to about, theirs first."""
    others = [day for day in offered(turn.days, turn.now) if day.key != turn.books.key]
    return [turn, *[await turn.at(day) for day in others]]


async def _buttons(turn: Turn, text: str, since: datetime) -> list[Button]:
    """What the words stand for of each message that waits for an answer, the last one first."""
    sent = await turn.books.deliveries.sent_to(turn.address, since)
    found = [await turn.topics.reply(turn, message, text) for message in sent]
    return list({one.data: one for one in found if one is not None}.values())


async def _all_pressed(turn: Turn, meant: Sequence[Button]) -> bool:
    """Press them all where they do the same, of several parties: « oui » to two reminders."""
    verbs = {None if (one := unpack(button.data)) is None else one.verb for button in meant}
    if verbs != {COMING}:
        return False
    at = len(turn.replies)
    for button in meant:
        await _press(turn, button.data)
    turn.replies[at:] = [
        one
        for place, one in enumerate(turn.replies[at:])
        if one not in turn.replies[at : at + place]
    ]
    return True


async def _press(turn: Turn, data: str) -> bool:
    """Do what a button does, about the day that it names."""
    pressed = unpack(data)
    if pressed is None:
        return False
    day = turn.days.get(pressed.event)
    about = turn if day is None else await turn.at(day)
    await acting.follow(about, pressed)
    return await turn.topics.press(about, pressed.verb, argument=pressed.argument)
