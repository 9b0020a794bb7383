"""« Mon collègue s’inscrira lui-même »: he is not registered here, and may be sent the way in."""

from collections.abc import Collection, Sequence

from markupsafe import Markup

from bot.conversation import given, repeating, waiting
from bot.conversation.asking import open_question
from bot.conversation.messages import Text
from bot.conversation.state import MemberDraft
from bot.conversation.topics import menu, mine, registration
from bot.conversation.turn import Turn
from bot.understanding import by_themselves, checks, procedure, sentences
from bot.understanding.by_themselves import Apart
from bot.understanding.normal import plain
from bot.understanding.procedure import Procedure


async def set_apart(turn: Turn, text: str) -> tuple[str, Markup | None]:
    """What a message says besides who registers by themselves, and what is said to that, if any."""
    apart = None if turn.is_organiser else by_themselves.read(text, await _registered(turn))
    if apart is None:
        is_known = bool({*plain(text).split()} & {*turn.dialogue.apart})
        wishes = (is_known and by_themselves.wishes(text)) or by_themselves.wants_link(text)
        return ("", turn.words("apart.link", link=link(turn))) if wishes else (text, None)
    names = _names(turn, apart)
    if (noted := _noted(turn, names)) is not None:
        return f"{noted.name} ne vient pas. {apart.rest}".strip(), None
    said = await _let_go(turn, names)
    rest = apart.rest if apart.is_done else _unanswered(apart.rest)
    turn.input = Text(rest)
    if apart.is_done and rest:
        return rest, None
    turn.dialogue.apart = sorted({*turn.dialogue.apart, *names})
    return rest, said or _said(turn, apart, is_asked=rest != apart.rest)


def _said(turn: Turn, apart: Apart, *, is_asked: bool) -> Markup:
    """That nobody registers them here; how they do it, once in a while, or where it is asked."""
    if apart.is_done:
        return turn.words("apart.known")
    said = turn.words("apart.link", link=link(turn))
    is_recent = repeating.is_recent(turn, said)
    return turn.words("apart.again") if is_recent and not is_asked else said


def _unanswered(text: str) -> str:
    """What is said besides, but how they do it: that is told with the link."""
    each = sentences.sentences(text)
    return " ".join(one for one in each if "?" not in one or not _asks_the_way(one))


def _asks_the_way(text: str) -> bool:
    return procedure.read(text) in _ANSWERED or by_themselves.asks_the_way(text)


_ANSWERED = (Procedure.OWN_WAY, Procedure.INVITATION, Procedure.MUST_DO)


def link(turn: Turn) -> str:
    """What somebody opens who registers by themselves."""
    return turn.link(registration.LINK)


async def say(turn: Turn, said: Markup | None, at: int) -> None:
    """Say it before what else the message was answered with."""
    if said is None:
        return
    if len(turn.replies) > at:
        turn.say_before(at, [said])
    elif turn.dialogue.step is not None:
        await open_question(turn).repeat(said)
    else:
        own = (turn.button("button.mine", mine.show),) if await turn.registered() else ()
        turn.say(said, (*own, turn.button("button.menu", menu.show)))


async def _registered(turn: Turn) -> Collection[str]:
    """The words of the names of those who are registered here."""
    names = [one.name for party in await turn.parties() for one in party.everyone]
    names += turn.draft.registered if turn.dialogue.draft is not None else []
    return {word for name in names for word in plain(name).split()}


def _names(turn: Turn, apart: Apart) -> Collection[str]:
    told = given.read(turn, apart.told).people
    names = [f"{one.name.first} {one.name.last}" if one.name else one.called for one in told]
    names += [one for one in checks.named(apart.told) if plain(one) not in _TITLES]
    return {word for name in names for word in waiting.words_of(name or "")}


_TITLES = frozenset({"mon", "ma", "notre", "mes", "nos", "my", "our", "elle", "lui"})


def _noted(turn: Turn, names: Collection[str]) -> MemberDraft | None:
    """Who of those who are being registered together is meant."""
    if turn.dialogue.draft is None or waiting.is_each_alone(turn):
        return None
    others = [one for one in turn.draft.members if not one.is_writing and one.name]
    return next((one for one in others if waiting.words_of(one.name) & {*names}), None)


async def _let_go(turn: Turn, names: Collection[str]) -> Markup | None:
    """Wait no more for who registers by themselves, nor ask about them."""
    gone = _meant(turn, turn.dialogue.later, names)
    waiting.drop(turn, gone)
    turn.awaited = None
    draft = turn.dialogue.draft
    if draft is None or not waiting.is_each_alone(turn):
        return None
    if _meant(turn, draft.members, names) and draft.registered:
        await registration.forget_quietly(turn)
        return None
    left = _meant(turn, draft.others, names)
    if not left:
        return None
    draft.others = [one for one in draft.others if one not in left]
    draft.afterwards = draft.afterwards[len(left) :]
    return turn.words("one_by_one.without", names=turn.words.listing(one.name for one in left))


def _meant(
    turn: Turn, people: Sequence[MemberDraft], names: Collection[str]
) -> Sequence[MemberDraft]:
    """Those who are named; where nobody is, the only one besides who writes."""
    others = [one for one in people if not waiting.is_who_writes(turn, one)]
    if names:
        return [one for one in others if not one.name or waiting.words_of(one.name) & {*names}]
    return others if len(others) == 1 else []
