"""What is said to who asks of the registration itself: what is so of theirs, where it stands."""

import re
from collections.abc import Awaitable, Callable, Mapping

from markupsafe import Markup

from bot.conversation import concerning, noted, phrases, setting_apart
from bot.conversation.asking import open_question
from bot.conversation.messages import Button
from bot.conversation.noted import State
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import audience, for_team, menu, partners, practical, privacy
from bot.conversation.turn import Turn
from bot.understanding import procedure, reasons, sentences
from bot.understanding.concerns import Concern
from bot.understanding.intents import Intent
from bot.understanding.normal import normal
from bot.understanding.procedure import Procedure
from bot.understanding.reasons import Datum

topic = Topic("procedure")
_Answer = Callable[[Turn, str], Awaitable[Markup | None]]

_OF_DATA = frozenset(
    {
        Procedure.KEPT,
        Procedure.SEEN,
        Procedure.MESSAGES,
        Procedure.ERASED,
        Procedure.ERASING,
        Procedure.STORED,
    }
)


def _further(turn: Turn) -> Button | None:
    """The notice, to who asks of what is kept."""
    is_of_data = procedure.read(turn.text) in _OF_DATA
    return turn.button("button.privacy", privacy.show_notice) if is_of_data else None


def _kinds(text: str) -> dict[Procedure, str]:
    """What is asked, each with its words: a single question is read with what it is said beside."""
    _, asked = sentences.parted(text)
    whole = procedure.read(text)
    if whole is not None and len(asked) <= 1:
        return {whole: text}
    kinds = {procedure.read(one): one for one in asked or sentences.sentences(text)}
    found = {kind: one for kind, one in kinds.items() if kind is not None}
    return found or ({} if whole is None else {whole: text})


@topic.asked(Intent.PROCEDURE, further=_further)
async def tell(turn: Turn) -> Markup:
    """What is so, where the registration stands; where nothing fits, that it is not known."""
    said = [await _ANSWERS[kind](turn, text) for kind, text in _kinds(turn.text).items()]
    told = PARAGRAPH.join(dict.fromkeys(filter(None, said)))
    return told or await turn.topics.answer(turn, Intent.OTHER_QUESTION)


def _says(key: str) -> _Answer:
    """A sentence that is so for everybody, of this event."""

    async def say(turn: Turn, _text: str) -> Markup | None:
        return turn.words(
            key,
            contact=phrases.reach(turn.words, turn.event),
            keeper=turn.event.privacy.keeper,
            until=turn.words.day(turn.event.erase_at),
            start=turn.words.hour(turn.event.start),
            organiser=turn.event.organiser,
        )

    return say


def _as(concern: Concern, otherwise: str) -> _Answer:
    """What is so of whom it is asked; else a sentence for everybody."""
    rule = _says(otherwise)

    async def say(turn: Turn, text: str) -> Markup | None:
        return await concerning.answer_as(turn, text, concern) or await rule(turn, text)

    return say


def _by(intent: Intent) -> _Answer:
    """What a topic answers to a question about that."""

    async def say(turn: Turn, _text: str) -> Markup | None:
        return await turn.topics.answer(turn, intent)

    return say


# ---- what depends on where the registration stands


async def _done(turn: Turn, _text: str) -> Markup | None:
    party = await turn.registered()
    if turn.dialogue.draft is not None:
        return turn.words("mine.not_yet")
    if party is None:
        return turn.words("mine.none")
    names = turn.words.listing(one.name for one in party.everyone)
    return turn.words("mine.is" if party.members else "mine.waits", code=party.code, names=names)


async def _lateness(turn: Turn, _text: str) -> Markup | None:
    everyone = await noted.everyone(turn)
    return noted.hours(turn, everyone) if everyone else None


async def _detail(turn: Turn, text: str) -> Markup | None:
    """What is noted of those who are named, or of everybody."""
    everyone = [one for one in await noted.everyone(turn) if one.is_shown]
    named = concerning.named(turn, text, everyone) or everyone
    lines = [phrases.person(turn.words, one.who) for one in named]
    lines += [line for one in named for line in noted.reach(turn, one)]
    return turn.words("procedure.detail", lines=LINE.join(lines)) if lines else None


async def _meal(turn: Turn, _text: str) -> Markup | None:
    turn.leave_open()
    return await for_team.of_meals(turn)


async def _next(turn: Turn, _text: str) -> Markup | None:
    waiting = [one for one in await noted.everyone(turn) if one.state is State.NEXT]
    if waiting:
        names = turn.words.listing(one.name for one in waiting)
        key = "checked.next" if turn.dialogue.draft is not None else "checked.rest"
        return turn.words(key, names=names, n=len(waiting))
    each = turn.event.seats.only_size == 1
    return turn.words("rulings.next_one" if each else "rulings.next")


async def _remaining(turn: Turn, _text: str) -> Markup | None:
    if turn.dialogue.draft is not None:
        return menu.remaining(turn)
    if await turn.registered() is not None:
        return turn.words("concern.own.must_do")
    return turn.words("procedure.how")


async def _territory(turn: Turn, _text: str) -> Markup | None:
    if not turn.event.audience.territory:
        return turn.words("audience.absent.territory")
    return turn.words("audience.word.territory") + Markup(" ") + turn.words("procedure.territory")


async def _title(turn: Turn, _text: str) -> Markup | None:
    return turn.words("rulings.title") + Markup(" ") + turn.words("procedure.title")


async def _why(turn: Turn, text: str) -> Markup | None:
    """What the answer is for that is named, or asked for just now."""
    named: str | None = reasons.named(text) or reasons.must_be_given(text)
    if named is None and turn.dialogue.step is not None:
        topic = open_question(turn).step.topic
        named = topic if topic in {*Datum} else None
    return turn.words(f"why.{named}" if named else "procedure.why")


async def _here(turn: Turn, _text: str) -> Markup | None:
    return practical.here(turn)


async def _own_way(turn: Turn, _text: str) -> Markup | None:
    """How somebody else registers; in whose registration they are, where they may be several."""
    reach = phrases.reach(turn.words, turn.event)
    link = setting_apart.link(turn)
    said = turn.words("procedure.own_way", link=link, contact=reach)
    if turn.event.seats.largest == 1:
        return said
    return said + PARAGRAPH + turn.words("procedure.own_way.together")


async def _name_later(turn: Turn, _text: str) -> Markup | None:
    left = phrases.seats_left(turn.words, await turn.seats())
    is_each = turn.event.seats.only_size == 1
    key = "procedure.name_later_each" if is_each else "procedure.name_later"
    return turn.words(key, left=left)


async def _seat_safe(turn: Turn, text: str) -> Markup | None:
    party = await turn.registered()
    if party is not None and not party.members:
        return await _done(turn, text)
    is_safe = party is not None and turn.dialogue.draft is None
    if turn.event.seats.only_size == 1:
        return turn.words("procedure.seat.safe_each" if is_safe else "procedure.seat.once_each")
    return turn.words("procedure.seat.safe" if is_safe else "procedure.seat.once")


async def _mate(turn: Turn, _text: str) -> Markup | None:
    if turn.event.seats.largest == 1:
        return turn.words("partner.nobody")
    return await partners.told_of_proposed(turn) or turn.words("procedure.mate")


async def _by_another(turn: Turn, text: str) -> Markup | None:
    if turn.dialogue.draft is not None or await turn.registered() is not None:
        return await _done(turn, text)
    reach = phrases.reach(turn.words, turn.event)
    return turn.words("procedure.by_another", contact=reach)


async def _erased(turn: Turn, _text: str) -> Markup | None:
    """What is so of who asks, then what erasing leaves."""
    is_begun = turn.dialogue.draft is not None or turn.dialogue.introduced is not None
    is_kept = is_begun or await turn.registered() is not None
    state = turn.words("procedure.kept" if is_kept else "procedure.nothing_kept")
    reach = phrases.reach(turn.words, turn.event)
    return state + Markup(" ") + turn.words("procedure.erased", contact=reach)


async def _alone(turn: Turn, _text: str) -> Markup | None:
    return audience.alone(turn)


async def _sizes(turn: Turn, _text: str) -> Markup | None:
    return audience.sizes(turn)


_INSTEAD = re.compile(r"\b(?:rempla\w+|(?:a|en) (?:ma|sa|leur|la) place|instead|replac\w+)\b")


async def _may_add(turn: Turn, text: str) -> Markup | None:
    """Whether somebody may come too; each alone, or in somebody's place."""
    is_more = _INSTEAD.search(normal(text)) is None
    if is_more and turn.event.seats.only_size == 1 and turn.books.is_open:
        return turn.words("rulings.next_one")
    return await turn.topics.answer(turn, Intent.CHANGE)


async def _fellows(turn: Turn, _text: str) -> Markup | None:
    left = phrases.seats_left(turn.words, await turn.seats())
    said = await partners.instead_of_names(turn)
    return said or turn.words("answer.privacy.others", left=left)


async def _team_answer(turn: Turn, _text: str) -> Markup | None:
    """Whether what was passed on has been answered."""
    asked = await turn.books.questions.asked_by(turn.address)
    if not asked:
        reach = phrases.reach(turn.words, turn.event)
        return turn.words("procedure.team.nothing", contact=reach)
    waiting = [one.question for one in asked if one.answer is None]
    if not waiting:
        return turn.words("procedure.team.answered")
    return turn.words("procedure.team.waits", said=phrases.quoted(turn.words, waiting))


async def _news(turn: Turn, _text: str) -> Markup | None:
    if await turn.registered() is None:
        return turn.words("procedure.news.once")
    next_ = phrases.what_next(turn.words, turn.event, turn.now)
    return turn.words("procedure.news") + Markup(" ") + next_


_ANSWERS: Mapping[Procedure, _Answer] = {
    Procedure.RECEIVES: _as(Concern.RECEIVES, "mine.reached"),
    Procedure.THEIR_REACH: _as(Concern.NEEDED, "why.not_others"),
    Procedure.MUST_DO: _as(Concern.MUST_DO, "mine.each"),
    Procedure.INVITATION: _says("procedure.invitation"),
    Procedure.OPENED: _as(Concern.OPENED, "mine.reached"),
    Procedure.GONE: _as(Concern.ERASED, "procedure.gone"),
    Procedure.PERMISSION: _says("procedure.permission"),
    Procedure.DONE: _done,
    Procedure.IN_WRITING: _says("mine.in_writing"),
    Procedure.COMING: _as(Concern.CONFIRMED, "procedure.coming"),
    Procedure.LATENESS: _lateness,
    Procedure.DETAIL: _detail,
    Procedure.MEAL: _meal,
    Procedure.NEXT: _next,
    Procedure.REMAINING: _remaining,
    Procedure.TERRITORY: _territory,
    Procedure.TITLE: _title,
    Procedure.FUNCTION: _says("procedure.function"),
    Procedure.WHOSE_REACH: _says("procedure.whose_reach"),
    Procedure.WHY: _why,
    Procedure.HERE: _here,
    Procedure.MAY_ADD: _may_add,
    Procedure.CHANGE_LATER: _by(Intent.CHANGE),
    Procedure.CANCEL_LATER: _by(Intent.CANCEL),
    Procedure.ALONE: _alone,
    Procedure.SIZES: _sizes,
    Procedure.WHO_TOGETHER: _says("procedure.who_together"),
    Procedure.FELLOWS: _fellows,
    Procedure.TEAM_ANSWER: _team_answer,
    Procedure.NEWS: _news,
    Procedure.KEPT: _says("answer.privacy"),
    Procedure.MESSAGES: _says("procedure.messages"),
    Procedure.SEEN: _as(Concern.SEEN, "answer.privacy.seen"),
    Procedure.ERASED: _erased,
    Procedure.ERASING: _says("answer.privacy.erase"),
    Procedure.STORED: _says("procedure.stored"),
    Procedure.JOIN_LATE: _says("procedure.join_late"),
    Procedure.EARLY: _says("answer.hours.early"),
    Procedure.TOGETHER: _says("procedure.together"),
    Procedure.ELSEWHERE: _says("procedure.elsewhere"),
    Procedure.CODE: _as(Concern.CODE, "entry.how"),
    Procedure.OWN_WAY: _own_way,
    Procedure.NAME_LATER: _name_later,
    Procedure.SEAT_SAFE: _seat_safe,
    Procedure.MATE: _mate,
    Procedure.BY_ANOTHER: _by_another,
    Procedure.ORGANISER: _says("procedure.organiser"),
    Procedure.PRESS: _says("procedure.press"),
}
