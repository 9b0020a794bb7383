"""When two parties name the same people: both are told, so that they sort it out."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.conversation.topic import Topic
from bot.conversation.topics import mine
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Party
from bot.store.deliveries import NAMED_TWICE

topic = Topic("namesakes")


async def warn(turn: Turn, party: Party) -> None:
    """Say so, on both sides, when another party names one of the same people."""
    others = await turn.desk.tell_named_twice(party)
    if others:
        _say(turn, party, others)


@topic.message(NAMED_TWICE)
async def tell(due: DueMessage) -> None:
    """The same, to a party that was there before."""
    party = await due.desk.party(due.delivery.code)
    others = await due.desk.same_people(party) if party is not None else []
    if party is not None and others:
        _say(due, party, others)


def _say(voice: Voice, party: Party, others: Iterable[Party]) -> None:
    text = _named_twice(voice, party, others)
    voice.say(text, (voice.button("button.mine", mine.show),))


def _named_twice(voice: Voice, party: Party, others: Iterable[Party]) -> Markup:
    elsewhere = [member for other in others for member in other.everyone]
    names = [one.name for one in party.everyone if any(one.is_same(other) for other in elsewhere)]
    contact = voice.event.contact
    return voice.words(
        "named_twice",
        n=len(names),
        names=voice.words.listing(names),
        contact=contact.name,
        phone=contact.spoken_phone,
    )
