"""Who is said to come of those who were reminded lately, and that it is noted."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import leaving
from bot.conversation.topics import reminder
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.store.deliveries import EXTRA_REMINDER, REMINDER
from bot.understanding import presence
from bot.understanding.known_people import Known


def people(turn: Turn, party: Party) -> list[Known]:
    """Those who come, as words may mean them."""
    return leaving.known(party.members, party.spoken_to_at(turn.address))


async def reminded(turn: Turn) -> list[Party]:
    """The parties that this address was reminded of lately."""
    sent = await turn.books.deliveries.sent_to(turn.address, turn.now - reminder.ANSWERED_WITHIN)
    keys = [one.subject.party_key for one in sent if one.kind in (REMINDER, EXTRA_REMINDER)]
    found = await turn.books.parties.of_keys([*dict.fromkeys(keys)])
    return sorted(
        (one for one in found if one.members), key=lambda one: (one.confirmed_at, one.key)
    )


async def told_besides(turn: Turn, text: str) -> list[Markup]:
    """Note who is said to come beside something else, once they were reminded, and say so."""
    parties = await reminded(turn) if presence.may_tell(text) else []
    known = [one for party in parties for one in people(turn, party)]
    coming = presence.read(text, known).coming if known else frozenset[int]()
    if not coming or not await note(turn, parties, text):
        return []
    if len(known) == 1 and known[0].is_writing:
        return [turn.words("reminder.thanks")]
    everyone = [one for party in parties for one in party.members]
    names = turn.words.listing(everyone[at].name for at in sorted(coming))
    return [turn.words("reminder.thanks_of", names=names)]


async def note(turn: Turn, parties: Sequence[Party], text: str) -> bool:
    """Note whom a text says to come; of several parties only where all are meant, or named."""
    is_noted = False
    everyone = [one for party in parties for one in people(turn, party)]
    is_of_all = presence.read(text, everyone).is_of_all
    for party in parties:
        said = presence.read(text, people(turn, party))
        everybody = frozenset(range(len(party.members)))
        meant = everybody - said.absent - said.unsure if is_of_all else said.coming
        if len(parties) > 1 and not is_of_all and len(meant) == len(party.members):
            meant = said.named  # « on vient »: which of them?
        coming = [party.members[at] for at in sorted(meant)]
        is_noted |= await usecases.notices.note_these_coming(
            turn.books, party, turn.address, coming
        )
    return is_noted
