"""Announcements: who gets one, letting it leave once, how far it is, whom it reached."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.domain.keys import AddressKey, AnnouncementKey, Subject
from bot.domain.party import Member, Party, Registrar
from bot.domain.roles import Role
from bot.store.announcements import Announcement
from bot.store.books import Books
from bot.store.deliveries import ANNOUNCEMENT, PROGRESS, REPORT, Tally
from bot.understanding.territories import plain_form

PROGRESS_EVERY = timedelta(seconds=3)
"""How often its author's message says anew how far it is."""

LASTS = timedelta(days=2)
"""How long after it began to leave it still makes sense."""

SECONDS_EACH = 0.06
"""How long one takes, as long as nobody slows us down: see `channels.courier.PACE`."""

AT_ONCE = timedelta(seconds=1)
"""By so much its progress comes before it: what is due first leaves first."""


class To(StrEnum):
    """To whom an announcement may go. Its values are stored: they stay as they are."""

    ALL = "all"
    COMING = "coming"
    WAITING = "waiting"
    SILENT = "silent"
    """Those who come and have not answered the reminder."""
    TERRITORY = "territory"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom an announcement goes; `value`: which territory (however written), or category."""

    to: To
    value: str = ""

    @property
    def stored(self) -> str:
        """As it is kept."""
        return f"{self.to}:{self.value}"

    @classmethod
    def read(cls, stored: str) -> "Audience":
        """What was kept."""
        to, _, value = stored.partition(":")
        return cls(To(to), value)

    def people(self, party: Party) -> Sequence[Member]:
        """Those of a party whom it concerns."""
        match self.to:
            case To.ALL:
                return party.everyone
            case To.COMING:
                return party.members
            case To.WAITING:
                return party.waiting
            case To.SILENT:
                return [one for one in party.members if one.coming_at is None]
            case To.TERRITORY:
                return (
                    party.everyone if plain_form(party.territory) == plain_form(self.value) else ()
                )
            case To.CATEGORY:
                return [one for one in party.everyone if one.category == self.value]

    def chats(self, party: Party) -> Sequence[AddressKey]:
        """Where they read it: their own conversation, else that of who registered them.

        Who registered a party gets what concerns all of it.
        """
        people = self.people(party)
        own = [one.address for one in people if one.address is not None]
        is_personal = self.to in (To.SILENT, To.CATEGORY)
        needs_owner = people and (not is_personal or len(own) < len(people))
        return [*(party.owners if needs_owner else ()), *own]


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom an announcement is for, and how it gets there."""

    people: int
    chats: tuple[AddressKey, ...]
    without: tuple[tuple[Party, Member], ...]
    """Those who have no conversation, nor has whoever registered them: to be called."""


def reach(parties: Iterable[Party], audience: Audience) -> Reach:
    """Whom an announcement would reach."""
    concerned = [(party, one) for party in parties for one in audience.people(party)]
    parties_concerned = {party.key: party for party, _ in concerned}.values()
    chats = dict.fromkeys(key for party in parties_concerned for key in audience.chats(party))
    without = [(p, one) for p, one in concerned if one.address is None and not p.owners]
    return Reach(len(concerned), tuple(chats), tuple(without))


async def start(
    books: Books, key: AnnouncementKey, audience: Audience, message_id: int | None = None
) -> bool:
    """Let an announcement leave; False: it has left already, or was given up.

    `message_id`: the message in the place of which its author is told how far it is.
    """
    chats = reach(await books.parties.everybody(), audience).chats
    one = await books.announcements.start(key, audience.stored, chats=len(chats))
    if one is None:
        return False
    subject, until = Subject.announcement(key), books.now + LASTS
    await books.deliveries.owe(ANNOUNCEMENT, subject, chats, books.now, until)
    if message_id is None:
        await _owe_progress(books, one)
    else:  # it is said there already
        said = [one.author]
        await books.deliveries.note_said(PROGRESS, subject, said, one.at - AT_ONCE, until)
        await books.deliveries.note_message(PROGRESS, subject, one.author, message_id)
    return True


async def stop(books: Books, key: AnnouncementKey) -> bool:
    """Let no more of an announcement leave; False: none of it was leaving."""
    if not await books.announcements.stop(key):
        return False
    await books.deliveries.stop(Subject.announcement(key), ANNOUNCEMENT)
    return True


async def settle(books: Books) -> None:
    """Let those under way get on: how far they are is said anew; at the end, the report is owed."""
    for one in await books.announcements.under_way():
        subject = Subject.announcement(one.key)
        if (await tally(books, one)).pending:
            await books.deliveries.say_anew(
                PROGRESS, subject, sent_by=books.now - PROGRESS_EVERY, due_at=one.at - AT_ONCE
            )
        elif await books.announcements.end(one):
            await _owe_progress(books, one)
            until = books.now + LASTS
            await books.deliveries.owe(REPORT, subject, [one.author], books.now, until)


async def _owe_progress(books: Books, one: Announcement) -> None:
    await books.deliveries.owe(
        PROGRESS,
        Subject.announcement(one.key),
        [one.author],
        one.at - AT_ONCE,
        books.now + LASTS,
    )


async def author_may_read(books: Books, one: Announcement) -> bool:
    """Whether its author still organises the day: who was removed meanwhile hears no names."""
    if not one.invited:
        return True
    staff = {member.address: member.role for member in await books.staff.all()}
    return staff.get(one.author) is Role.ORGANISER


async def tally(books: Books, one: Announcement) -> Tally:
    """How much of an announcement has left, has still to, or cannot."""
    return await books.deliveries.tally(Subject.announcement(one.key), ANNOUNCEMENT)


def seconds_left(one: Announcement, counted: Tally, elapsed: timedelta) -> float:
    """How long the rest will take: as long for each as those before it, so far as is known."""
    gone = one.chats - counted.pending
    each = elapsed.total_seconds() / gone if gone else 0.0
    return counted.pending * max(each, SECONDS_EACH)


Somebody = tuple[Party, Member | Registrar]
"""Whom an announcement did not reach, and their party."""


@dataclass(frozen=True, slots=True)
class Report:
    """Whom an announcement reached, and whom not."""

    sent: int
    unsent: int
    """The chats it did not go to any more when it was stopped, or that had cancelled."""
    blocked: tuple[Somebody, ...]
    unreached: tuple[Somebody, ...]
    """Where it failed for another reason, and those who have no conversation."""


async def report(books: Books, one: Announcement) -> Report:
    """Whom an announcement has reached by now."""
    counted, parties = await tally(books, one), await books.parties.everybody()
    readers = {
        address: (party, reader)
        for party in parties
        for address in party.addresses
        if (reader := party.spoken_to_at(address)) is not None
    }
    failed = [(readers[address], why) for address, why in counted.failed if address in readers]
    without = reach(parties, Audience.read(one.audience)).without if one.audience else ()
    return Report(
        counted.sent,
        max(0, one.chats - counted.sent - counted.pending - len(counted.failed)),
        tuple(who for who, why in failed if why == "blocked"),
        (*(who for who, why in failed if why != "blocked"), *without),
    )
