"""« Et celle de Sylvie ? », just after one’s own registration: hers, or that it is the same."""

import re

from bot.conversation import leaving
from bot.conversation.topic import Topic
from bot.conversation.topics import mine
from bot.conversation.turn import Turn
from bot.understanding import known_people
from bot.understanding.normal import normal, plain

topic = Topic("theirs")

_THEIRS = re.compile(
    r"^(?:(?:et|ok|bon|merci|alors|mais|and) )*(?:(?:celle|l inscription) (?:de|d|du)"
    r"|(?:pour|what about|for)) (?:(?:mme|m|mr|monsieur|madame) )?"
    r"(?P<who>\w+(?: \w+){0,2})(?: \?)?$"
)


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Show the registration of whoever is named, where one was shown in the answer before."""
    found = _THEIRS.match(normal(text))
    if found is None or plain(turn.words.plain("button.change")) not in turn.shown:
        return False
    for party in await turn.parties():
        people = leaving.people(turn, party)
        who = known_people.named(found["who"], people)
        if who is not None:
            same = turn.words("mine.same_party", name=party.everyone[who].name)
            is_same = party.spoken_to_at(turn.address) in party.members
            await mine.show(turn, party.code, preface=same if is_same else None)
            return True
    return False
