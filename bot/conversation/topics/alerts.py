"""/alertes: what organisers hear of by themselves: at once, in the summary of the day, or never."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation.messages import Button, Revise
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk, inbox
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.keys import PartyKey
from bot.domain.roles import Role
from bot.store.deliveries import ALERT, DIGEST
from bot.store.news import Kind, News, Wanted
from bot.store.questions import Question
from bot.usecases.alerting import KINDS

topic = Topic("alerts", who=Who.ORGANISERS)

MOST_LINES, MOST_QUESTIONS = 12, 4
_NEXT = {
    Wanted.SUMMED_UP: Wanted.AT_ONCE,
    Wanted.AT_ONCE: Wanted.NEVER,
    Wanted.NEVER: Wanted.SUMMED_UP,
}


# ---- what one wants


@topic.command("alertes", in_menu=True)
@topic.pressed("alerts")
async def show(turn: Turn, _argument: str = "") -> None:
    """/alertes: each kind, and how one hears of it; a tap chooses the next way."""
    words, wanted = turn.words, await usecases.alerting.preferences(turn.books, turn.address)
    turn.show(
        PARAGRAPH.join([*turn.about(), words("alerts.title"), words("alerts.how")]),
        *((_button(turn, kind, wanted[kind]),) for kind in KINDS),
        (turn.button("alerts.all.summary", choose_all, Wanted.SUMMED_UP),),
        (turn.button("alerts.all.now", choose_all, Wanted.AT_ONCE),),
        (turn.button("button.desk", desk.show),),
    )


def _button(turn: Turn, kind: Kind, wanted: Wanted) -> Button:
    how = turn.words.plain(f"alerts.wanted.{wanted}")
    label = turn.words.plain(f"alerts.kind.{kind}", how=how)
    return turn.labelled(label, choose, f"{kind}.{_NEXT[wanted]}")


@topic.pressed("alert")
async def choose(turn: Turn, argument: str) -> None:
    """Hear of a kind in this way: the button says which, so that a tap twice is a tap once."""
    kind, _, wanted = argument.partition(".")
    if kind in list(KINDS) and wanted in list(Wanted):
        await turn.books.news.want(turn.address, {Kind(kind): Wanted(wanted)})
    await show(turn)


@topic.pressed("alert_all")
async def choose_all(turn: Turn, wanted: str) -> None:
    """Hear of all kinds in this way."""
    if wanted in list(Wanted):
        await turn.books.news.want(turn.address, dict.fromkeys(KINDS, Wanted(wanted)))
    await show(turn)


# ---- what is said


@topic.message(ALERT)
async def alert(due: DueMessage) -> None:
    """What has just happened; said anew in its place when something becomes of a question."""
    news = await due.books.news.of_alert(due.delivery.subject.news_key)
    told = await _of_interest(due, news)
    if not told:
        return
    said, rows = await _said(due, told)
    due.replies.append(Revise(PARAGRAPH.join(said), rows, due.delivery.message_id))


@topic.message(DIGEST)
async def sum_up(due: DueMessage) -> None:
    """What has happened since the summary before."""
    news = await due.books.news.of_digest(due.delivery.subject.news_key)
    told = await _of_interest(due, news)
    if not told:
        return
    said, rows = await _said(due, told)
    title = due.words("alerts.summary", day=due.words.short_day(due.now))
    count = await due.seats()
    state = due.words("headcount.taken", n=count.taken, capacity=count.capacity)
    due.say(PARAGRAPH.join([title, *said, state]), *rows)


async def _of_interest(due: DueMessage, news: list[News]) -> list[News]:
    """Those that whoever reads wants to hear of; none where they organise the day no more."""
    if due.role is not Role.ORGANISER:
        return []
    kind, address = due.delivery.kind, due.delivery.address
    return await usecases.alerting.of_interest(due.books, kind, news, address)


async def _said(
    due: DueMessage, news: Sequence[News]
) -> tuple[list[Markup], tuple[tuple[Button, ...], ...]]:
    """The paragraphs, and the rows of buttons."""
    lines = [await _line(due, one) for one in news if one.question is None]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], due.words("alerts.more", n=len(lines) - MOST_LINES)]
    asked = await _questions(due, news)
    shown = asked[:MOST_QUESTIONS]
    said = [LINE.join(lines)] if lines else []
    said += [
        due.words("alerts.waits" if waits else "alerts.asked", question=await inbox.told(due, one))
        for one, waits in shown
    ]
    rows = [row for one, _ in shown if (row := _row(due, one, is_only=len(shown) == 1))]
    if len(asked) > len(shown):
        said.append(due.words("inbox.more", n=len(asked) - len(shown)))
    ways = [due.button("inbox.all", inbox.show)] if asked else []
    return said, (*rows, (*ways, due.button("button.desk", desk.show)))


def _row(due: DueMessage, one: Question, *, is_only: bool) -> tuple[Button, ...]:
    if is_only or one.answer is not None:
        return inbox.buttons(due, one)
    return (due.button("inbox.answer_to", inbox.ask_answer, str(one.key), who=one.who),)


async def _questions(due: DueMessage, news: Iterable[News]) -> list[tuple[Question, bool]]:
    """The questions, once each, and whether they wait for too long."""
    found: dict[int, tuple[Question, bool]] = {}
    for one in news:
        question = None
        if one.question is not None:
            question = await due.books.questions.of_key(one.question)
        if question is not None:
            found[question.key] = (question, one.kind is Kind.WAITING)
    return list(found.values())


async def _line(voice: Voice, one: News) -> Markup:
    if one.party is None:
        return voice.words(f"alerts.said.{one.kind}")
    return await _of_party(voice, one, one.party)


async def _of_party(voice: Voice, one: News, key: PartyKey) -> Markup:
    words, party = voice.words, await voice.books.parties.of_key(key)
    code = await voice.books.parties.code_of(key)
    if not code:
        return words("alerts.said.erased")
    if one.kind is not Kind.REGISTERED:
        return words(f"alerts.said.{one.kind}", code=code)
    if party is None:
        return words("alerts.said.registered_gone", code=code)
    names = words.listing(member.name for member in party.everyone)
    where = f" ({party.territory})" if party.territory else ""
    said = "registered" if party.members else "registered_waiting"
    return words(f"alerts.said.{said}", code=code, names=names, where=where)
