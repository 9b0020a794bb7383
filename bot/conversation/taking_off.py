"""« Enlevez le numéro de Léa »: it is noted no more, and she comes all the same."""

from bot.conversation.asking import Asking
from bot.understanding import taken_off


async def heard(asking: Asking, text: str) -> bool:
    """Take off how somebody is reached; whether that is asked of one who is noted."""
    draft = asking.turn.draft
    said = taken_off.read(text)
    places = draft.places_named(said.whom) if said is not None else []
    if said is None or len(places) != 1:
        return False
    member = draft.members[places[0] - 1]
    if member is draft.contact:
        return False  # an address or a number of theirs is asked for
    if member.answers.pop(said.what, ""):
        key = f"taken_off.{said.what}"
        await asking.go_on([asking.turn.words(key, name=member.name)])
    else:
        await asking.repeat(asking.turn.words("change.so"))
    return True
