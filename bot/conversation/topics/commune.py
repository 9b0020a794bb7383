"""The commune of somebody, at a day that does not ask for it: it is said so."""

import re

from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, relaying
from bot.conversation.turn import Turn
from bot.understanding import commune

topic = Topic("commune")


@topic.heard()
async def hear_commune(turn: Turn, text: str) -> bool:
    """« ma commune, c’est Luc »: told by who is registered, where the day does not ask for it."""
    if not _is_commune(turn, text) or await turn.registered() is None:
        return False
    turn.leave_open()
    _offer(turn)
    return True


@topic.heard_meanwhile()
async def hear_commune_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a question is open, which is asked again."""
    asking = open_question(turn)
    if asking.step.topic in ("organisation", "name") or not _is_commune(turn, text):
        return False
    await asking.repeat(turn.words("commune"))
    return True


def _is_commune(turn: Turn, text: str) -> bool:
    is_asked_for = turn.event.audience.territory or any(
        _WHERE_FROM.search(one.label) for one in turn.event.ask
    )
    is_told = commune.is_told(text) or commune.is_told(turn.text)
    return is_told and not is_asked_for and not turn.is_organiser


_WHERE_FROM = re.compile(r"commune|territoire|ville|town", re.IGNORECASE)


def _offer(turn: Turn) -> None:
    row = relaying.row(turn)
    said = turn.words("commune.send" if row else "commune")
    turn.say(said, row, (turn.button("button.menu", menu.show),))
    if row:
        relaying.await_yes(turn, row)
