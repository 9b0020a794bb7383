"""What a registration has no place for, a diet, an early leave: offered to the team."""

import re

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.asking import open_question
from bot.conversation.messages import Question, Replace, Reply, Say
from bot.conversation.topic import Topic
from bot.conversation.topics import coming, menu, relaying
from bot.conversation.turn import Turn
from bot.understanding import agreed, passing_on, subjects, unkept, wishes
from bot.understanding.act import Act
from bot.understanding.intents import Intent
from bot.understanding.unkept import Unkept

topic = Topic("unkept")


def diet(turn: Turn) -> Markup | None:
    """What can be done of a diet, where one is told or asked about; None: it is not, or is kept."""
    if not unkept.is_diet(turn.text) or _is_asked_for(turn, Unkept.DIET):
        return None
    turn.leave_open()
    return note(turn, Unkept.DIET)


def _is_asked_for(turn: Turn, what: Unkept) -> bool:
    """Whether the event asks for it itself, and keeps it, or gives it to everybody."""
    meal = turn.event.answers.get("meal") or ""
    if what is Unkept.DIET and unkept.is_met(turn.text, meal=meal):
        return True
    labels = [f"{one.label} {one.question}" for one in turn.event.ask]
    about_meal = any(subjects.is_plausible(one, Intent.MEAL) for one in labels)
    return what is not Unkept.LEAVING and about_meal


def note(turn: Turn, what: Unkept) -> Markup:
    """That it is not noted here, and how it reaches the team."""
    meal = turn.event.answers.get("meal")
    if what is Unkept.MEAL and meal is not None:
        return turn.words("unkept.meal.told", meal=meal)
    may_send = turn.dialogue.step is None and bool(relaying.row(turn))
    if may_send:
        return turn.words(f"unkept.{what}.send")
    return _short(turn, what)


def _short(turn: Turn, what: Unkept) -> Markup:
    return turn.words(f"unkept.{what}", contact=phrases.reach(turn.words, turn.event))


async def add(turn: Turn, text: str, at: int) -> None:
    """Say what cannot be kept of what a text told, unless the replies from a place on say it."""
    what = unkept.read(text)
    if (
        what is None
        or _is_asked_for(turn, what)
        or turn.is_organiser
        or passing_on.to_pass_on(text) is not None
    ):
        return
    said = note(turn, what)
    if any(_says(one, said) for one in turn.replies[at:]):
        return
    if turn.dialogue.step is not None or turn.dialogue.awaited is not None:
        turn.say_before(at, [note(turn, what)])
        return
    if what is Unkept.MEAL:
        turn.say(said)
        return
    with turn.reading(unkept.told_in(text)):
        turn.leave_open()
    offer(turn, said)


def _says(reply: Reply, note: Markup) -> bool:
    """Whether a reply has this in it, but for whom to call, which may stand below."""
    first = str(note).partition(". ")[0]
    return isinstance(reply, Say | Replace | Question) and first in str(reply.text)


def offer(turn: Turn, note: Markup) -> None:
    """Say it, with the button that sends what was written to the team."""
    row = relaying.row(turn)
    turn.say(note, row, (turn.button("button.menu", menu.show),))
    if row:
        relaying.await_yes(turn, row)


@topic.heard()
async def hear_no_meal(turn: Turn, text: str) -> bool:
    """« je mange pas, vous avez noté ? »: it is not, and can be passed on."""
    if not _is_no_meal(turn, text):
        return False
    turn.leave_open()
    offer(turn, note(turn, Unkept.NO_MEAL))
    return True


@topic.heard_meanwhile()
async def hear_no_meal_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a question is open, which is asked again."""
    if not _is_no_meal(turn, text) or agreed.says_yes(text):
        return False
    await open_question(turn).repeat(note(turn, Unkept.NO_MEAL))
    return True


def _is_no_meal(turn: Turn, text: str) -> bool:
    is_it = unkept.tells_only_no_meal(text) and passing_on.to_pass_on(text) is None
    return is_it and not turn.is_organiser and not _is_asked_for(turn, Unkept.NO_MEAL)


@topic.heard()
async def hear_commune(turn: Turn, text: str) -> bool:
    """« ma commune, c’est Luc »: told by who is registered, where the day does not ask for it."""
    if not _is_commune(turn, text) or await turn.registered() is None:
        return False
    turn.leave_open()
    offer(turn, note(turn, Unkept.COMMUNE))
    return True


@topic.heard_meanwhile()
async def hear_commune_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a question is open, which is asked again."""
    asking = open_question(turn)
    if asking.step.topic in ("organisation", "name") or not _is_commune(turn, text):
        return False
    await asking.repeat(note(turn, Unkept.COMMUNE))
    return True


def _is_commune(turn: Turn, text: str) -> bool:
    is_asked_for = turn.event.audience.territory or any(
        _WHERE_FROM.search(one.label) for one in turn.event.ask
    )
    is_told = unkept.tells_commune(text) or unkept.tells_commune(turn.text)
    return is_told and not is_asked_for and not turn.is_organiser


_WHERE_FROM = re.compile(r"commune|territoire|ville|town", re.IGNORECASE)


@topic.heard(Act.IS_LATE)
async def hear_leaving(turn: Turn, text: str) -> bool:
    """« Le président devra partir vers 16 h »; what is said besides of who comes is noted."""
    if unkept.read(text) is not Unkept.LEAVING or wishes.gives_up(text) or "?" in text:
        return False
    if passing_on.to_pass_on(text) is not None:
        return False  # « transmettez à l’équipe qu’il part à midi »
    if await turn.registered() is None:
        return False
    if not await coming.hear_late(turn, text):
        await coming.hear_present(turn, text)
    offer(turn, note(turn, Unkept.LEAVING))
    return True
