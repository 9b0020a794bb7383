"""/questions: what people have sent on to the organisers; who answers, and what was answered."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.facts import FACTS
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import day_changes, desk
from bot.conversation.turn import Turn, Voice
from bot.domain.changes import NEW, Edit
from bot.domain.keys import QuestionKey
from bot.store.questions import Question

topic = Topic("inbox", who=Who.ORGANISERS)

MOST_SHOWN, MOST_ANSWERED = 8, 3
LONGEST_ANSWER = 2000
"""Characters; more would not fit into a message with the question."""


@topic.command("questions", in_menu=True)
@topic.pressed("inbox")
async def show(turn: Turn, _argument: str = "") -> None:
    """/questions: those that wait, the oldest first, then the last ones that were answered."""
    words, waiting = turn.words, await turn.books.questions.unanswered()
    answered = await turn.books.questions.answered(MOST_ANSWERED)
    shown = waiting[:MOST_SHOWN]
    said = [words("inbox.title", n=len(waiting)) if waiting else words("inbox.none")]
    for place, one in enumerate(shown, 1):
        numbered = words("inbox.numbered", place=place, question=await told(turn, one))
        said.append(numbered)
    if len(waiting) > len(shown):
        said.append(words("inbox.more", n=len(waiting) - len(shown)))
    if answered:
        said.append(words("inbox.answered_title"))
        said += [await told(turn, one) for one in answered]
    turn.show(
        PARAGRAPH.join([*turn.about(), *said]),
        *_numbered_rows(turn, shown),
        (turn.button("button.refresh", show), turn.button("button.desk", desk.show)),
    )


def _numbered_rows(turn: Turn, shown: Sequence[Question]) -> list[tuple[Button, ...]]:
    rows = []
    for place, one in enumerate(shown, 1):
        row = [turn.button("inbox.answer_of", ask_answer, str(one.key), place=place)]
        if one.taken_by is None:
            row.append(turn.button("inbox.take_of", take, str(one.key), place=place))
        rows.append(tuple(row))
    return rows


async def told(voice: Voice, one: Question) -> Markup:
    """A question: what, from whom, since when, and what became of it."""
    words = voice.words
    party = await usecases.questions.party_of(voice.books, one)
    key = "inbox.from" if party is None else "inbox.from_party"
    code = party.code if party is not None else ""
    when = phrases.until(words, one.asked_at)
    lines = [
        words("relay.quoted", question=one.question),
        words(key, who=one.who, code=code, when=when),
    ]
    if one.answer is not None:
        lines.append(words("inbox.answered", who=one.answered_name, answer=one.answer))
    elif one.taken_by is not None:
        lines.append(words("inbox.taken", who=one.taken_name))
    return LINE.join(lines)


def buttons(voice: Voice, one: Question) -> tuple[Button, ...]:
    """What can be done about a question, where organisers are told of it."""
    if one.answer is not None:
        return ()
    answer = voice.button("inbox.answer", ask_answer, str(one.key))
    take_care = voice.button("inbox.take", take_from_alert, str(one.key))
    return (answer,) if one.taken_by is not None else (answer, take_care)


# ---- who takes care of it


@topic.pressed("q_take")
async def take(turn: Turn, key: str) -> None:
    """« Je m’en occupe », in the list."""
    await _take(turn, key)
    await show(turn)


@topic.pressed("q_mine")
async def take_from_alert(turn: Turn, key: str) -> None:
    """The same where organisers were told of it: every such message says it by itself."""
    await _take(turn, key)


async def _take(turn: Turn, key: str) -> None:
    one = await usecases.questions.take(turn.books, _key(key), turn.address, turn.called)
    if one is None:
        turn.toast("inbox.gone")
    elif one.answer is not None:
        turn.toast("inbox.answered_by", who=one.answered_name)
    elif one.taken_by == turn.address:
        turn.toast("inbox.yours")
    else:
        turn.toast("inbox.theirs", who=one.taken_name)


def _key(argument: str) -> QuestionKey:
    return QuestionKey(int(argument) if argument.isdecimal() else 0)


# ---- the answer


@topic.pressed("q_answer")
async def ask_answer(turn: Turn, key: str) -> None:
    """Ask for the answer; whoever writes it takes care of the question, where nobody does."""
    one = await usecases.questions.take(turn.books, _key(key), turn.address, turn.called)
    if one is None:
        turn.toast("inbox.gone")
        return
    if one.answer is not None:
        turn.say(await told(turn, one), _ways_back(turn))
        return
    said = [turn.words("inbox.ask", who=one.who), await _theirs(turn, one)]
    turn.say(PARAGRAPH.join(one for one in said if one), _ways_back(turn))
    turn.expect(write, str(one.key))


async def _theirs(turn: Turn, one: Question) -> Markup:
    """The question, with a word that somebody else takes care of it."""
    quoted = turn.words("relay.quoted", question=one.question)
    if one.taken_by in (None, turn.address):
        return quoted
    return PARAGRAPH.join([quoted, turn.words("inbox.taken", who=one.taken_name)])


def _ways_back(turn: Turn) -> tuple[Button, ...]:
    return (turn.button("inbox.all", show), turn.button("button.desk", desk.show))


@topic.written("q_write")
async def write(turn: Turn, argument: str) -> None:
    """Let the answer go, unless somebody else was faster: then theirs is shown."""
    key, text = _key(argument), turn.text.strip()
    one = await turn.books.questions.of_key(key)
    if one is None:
        turn.say(turn.words("inbox.gone"), _ways_back(turn))
        return
    if len(text) > LONGEST_ANSWER:
        turn.say(turn.words("inbox.too_long", longest=LONGEST_ANSWER), _ways_back(turn))
        turn.expect(write, argument)
        return
    if not await usecases.questions.answer(turn.books, key, text, name=turn.called):
        await _say_answered(turn, one, text)
        return
    # What concerns nobody who is registered stays out: it could not be cleared with them.
    party = await usecases.questions.party_of(turn.books, one)
    said = (one.question, text) if party is not None else ("", "")
    await turn.journal("question_answered", before=said[0], after=said[1], party=party)
    said_so = turn.words("inbox.sent", who=one.who)
    turn.confirm(
        PARAGRAPH.join([said_so, turn.words("inbox.keep")]),
        turn.button("inbox.keep_yes", keep, argument),
        turn.button("inbox.keep_no", show),
    )


async def _say_answered(turn: Turn, one: Question, own: str) -> None:
    answered = await turn.books.questions.of_key(one.key)
    if answered is None:
        turn.say(turn.words("inbox.gone"), _ways_back(turn))
        return
    said = [
        turn.words("inbox.faster", who=answered.answered_name),
        await told(turn, answered),
        turn.words("inbox.yours_unsent", answer=own),
    ]
    turn.say(PARAGRAPH.join(said), _ways_back(turn))


@topic.pressed("q_keep")
async def keep(turn: Turn, argument: str) -> None:
    """Propose question and answer as one of the day's own: the bot gives it by itself then."""
    one = await turn.books.questions.of_key(_key(argument))
    if one is None or one.answer is None:
        turn.toast("inbox.gone")
        await show(turn)
        return
    fact = FACTS["question"]
    value = {"asked": [one.question], "answer": one.answer}
    await day_changes.propose(turn, fact, Edit(keys=fact.keys, values=(value,), item=NEW))
