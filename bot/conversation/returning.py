"""Who was taken for a registrar, and says that they come: what they told of themselves holds."""

import re

from bot.conversation import given
from bot.conversation.asking import Asking
from bot.understanding import writers
from bot.understanding.normal import plain

_ITS_ME = re.compile(
    r"\bc est (?:bien |pour )?moi\b(?! qui inscri)|\bmoi qui (?:viens|viendrai)\b"
    r"|\bje (?:viens|viendrai) (?:bien )?moi meme\b|\bit s me\b"
)


async def heard(asking: Asking, text: str) -> bool:
    """« ah non, c’est moi qui viens »: they are the one who is not known yet; whether so."""
    draft, said = asking.turn.draft, plain(text)
    own = draft.registrar
    unknown = [at for at, one in enumerate(draft.members) if not (one.name or one.function)]
    is_told = _ITS_ME.search(said) is not None and "?" not in text
    if own is None or not own.name or draft.purpose != "register" or not (unknown and is_told):
        return False
    told = given.read(asking.turn, text, step=asking.step).people
    names = {plain(" ".join(one.name)) for one in told if one.name}
    if writers.stays_away(text) or not names <= {plain(own.name)}:
        return False
    draft.members[unknown[0]] = own
    draft.let_write(own)
    await asking.go_on()
    return True
