"""« Ok, on sera toujours deux, merci »: nothing changes, and that is all that is said."""

from collections.abc import Sequence

from bot import usecases
from bot.conversation import attending
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import closing

topic = Topic("nothing_changes")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Agree, where so many are registered."""
    number, is_as_planned = closing.still_so_many(text), closing.is_as_planned(text)
    if number is not None and len(parties := await attending.reminded(turn)) > 1:
        return await _all_of(turn, parties, number)
    party = await turn.registered() if is_as_planned or number is not None else None
    if party is None or number not in (None, len(party.everyone)):
        return False
    if any(one.key == party.key for one in await attending.reminded(turn)):
        await usecases.notices.note_all_coming(turn.books, party, turn.address)
        names = turn.words.listing(one.name for one in party.members)
        turn.say(turn.words("reminder.thanks_of", names=names))
        return True
    if number is None:
        return False
    turn.say(turn.words("reminder.nothing_changes", size=turn.words.number(number)))
    return True


async def _all_of(turn: Turn, parties: Sequence[Party], number: int) -> bool:
    """« On est toujours trois », where each of them has a registration."""
    everyone = [one for party in parties for one in party.members]
    if len(everyone) != number:
        return False
    for party in parties:
        await usecases.notices.note_all_coming(turn.books, party, turn.address)
    names = turn.words.listing(one.name for one in everyone)
    turn.say(turn.words("reminder.thanks_of", names=names))
    return True
