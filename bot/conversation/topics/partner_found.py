"""« C’est bon, j’ai trouvé »: said while somebody is looked for, it ends the search.

Its words tell something else to everybody else, and those who say who was found are heard before:
so this comes last.
"""

from bot.conversation.topic import Topic
from bot.conversation.topics import partners
from bot.conversation.turn import Turn
from bot.understanding import seeking

topic = Topic("partner_found")


@topic.heard()
async def hear_found(turn: Turn, text: str) -> bool:
    """Stop looking, where a search is open."""
    if not seeking.has_found(text):
        return False
    party = await turn.registered()
    if party is None or not await turn.books.searches.is_open(party.key):
        return False
    await partners.stop_saying(turn, "")
    return True
