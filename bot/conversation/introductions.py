"""What somebody says of themselves before they register: it is not asked again."""

from dataclasses import replace

from markupsafe import Markup

from bot.conversation.afterwards import member_told
from bot.conversation.showing import person
from bot.conversation.turn import Turn
from bot.understanding.facts import Facts


async def keep(turn: Turn, told: Facts) -> None:
    """« Je suis conseillère municipale à Die. Est-ce payant ? », of who is not registered yet."""
    own = next((one for one in told.people if one.is_writing and one.function), None)
    if own is None or turn.dialogue.draft is not None or await turn.registered() is not None:
        return
    turn.dialogue.introduced = member_told(replace(own, name=None, email=None))


def take_up(turn: Turn) -> list[Markup]:
    """Note it of who writes, once they come; « J’ai noté : … », or nothing."""
    told, draft = turn.dialogue.introduced, turn.draft
    if told is None or not draft.writing_place or draft.purpose != "register":
        return []
    turn.dialogue.introduced = None
    member = draft.members[draft.writing_place - 1]
    if member.function is not None or member.organisation is not None:
        return []
    member.put(**told.answers)
    line = person(turn, draft.writing_place, member)
    return [turn.words("noted", lines=line)]
