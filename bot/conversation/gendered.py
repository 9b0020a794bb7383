"""« Vous êtes inscrit·e », said as the first name of who reads tells it plainly."""

import re
from dataclasses import replace

from markupsafe import Markup

from bot.conversation.messages import Question, Replace, Reply, Say
from bot.conversation.turn import Turn
from bot.understanding.firstnames import plain_gender_of

_OF_READER = re.compile(
    r"(?P<lead>(?!vous ai)\b[Vv]ous(?! (?:ne )?(?:cherche|voulez))[^.!?\n:;·]{0,50}?"
    r"\b(?:inscrit|seul|attendu|invité|enregistré|noté))·e\b(?!·)"
)


async def agree(turn: Turn) -> None:
    """Write what is said of who reads in their gender; both where it is not plain."""
    if not any(_says_both(one) for one in turn.replies):
        return
    gender = plain_gender_of(await _first_name(turn))
    if gender:
        turn.replies = [_agreed(one, gender) for one in turn.replies]


def _says_both(reply: Reply) -> bool:
    return isinstance(reply, Say | Replace | Question) and _OF_READER.search(reply.text) is not None


def _agreed(reply: Reply, gender: str) -> Reply:
    if not isinstance(reply, Say | Replace | Question):
        return reply
    said = _OF_READER.sub(rf"\g<lead>{'e' if gender == 'f' else ''}", str(reply.text))
    return replace(reply, text=Markup(said))  # noqa: S704, what is said, but for a letter


async def _first_name(turn: Turn) -> str:
    """Of who writes, as they are registered or register; empty: that is not known."""
    draft = turn.dialogue.draft
    if draft is not None and draft.purpose == "register":
        writing = draft.registrar or next((one for one in draft.members if one.is_writing), None)
        return writing.answers.get("first_name", "") if writing is not None else ""
    party = await turn.registered()
    reader = party.spoken_to_at(turn.address) if party is not None else None
    return reader.first_name if reader is not None else ""
