"""« Ok, on sera toujours deux, merci »: nothing changes, and that is all that is said."""

from bot import usecases
from bot.conversation.topic import Topic
from bot.conversation.topics import coming
from bot.conversation.turn import Turn
from bot.understanding import closing

topic = Topic("nothing_changes")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Agree, where so many are registered."""
    number = closing.still_so_many(text)
    party = await turn.registered() if number is not None else None
    if party is None or len(party.everyone) != number:
        return False
    if any(one.key == party.key for one in await coming.reminded(turn)):
        await usecases.notices.note_all_coming(turn.books, party, turn.address)
        names = turn.words.listing(one.name for one in party.members)
        turn.say(turn.words("reminder.thanks_of", names=names))
        return True
    turn.say(turn.words("reminder.nothing_changes", size=turn.words.number(number)))
    return True
