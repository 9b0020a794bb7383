"""What answers and messages owed are said with: sentences, buttons, the day's facts."""

from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from bot import usecases
from bot.conversation.buttons import ButtonData, Verb
from bot.conversation.messages import Button, LinkButton, Reply, Rows, Say
from bot.domain.event import Event
from bot.domain.keys import NO_EVENT, EventKey, PartyCode, Subject
from bot.domain.party import Party
from bot.domain.roles import Role
from bot.domain.seats import SeatCount
from bot.i18n import Words
from bot.store.books import Books
from bot.store.deliveries import Delivery


@dataclass(slots=True, kw_only=True)
class Voice:
    """What the bot speaks with, whether it answers or writes first: sentences, buttons, facts."""

    books: Books
    words: Words
    replies: list[Reply] = field(default_factory=list)

    @property
    def event(self) -> Event:
        """The day that is talked about."""
        return self.books.event

    @property
    def now(self) -> datetime:
        """The moment of all that is said and done, UTC."""
        return self.books.now

    async def seats(self, without: Subject | None = None) -> SeatCount:
        """The seats as they are; `without` leaves out what that subject holds."""
        return await usecases.waiting_list.seat_count(self.books, without)

    @property
    def acting_for(self) -> PartyCode:
        """The party that an organiser acts for: their buttons say so; empty: none."""
        return PartyCode("")

    def say(self, text: Markup, *rows: tuple[Button | LinkButton, ...]) -> None:
        """Say it in a new message."""
        self.replies.append(Say(text, filled(rows)))

    def button(self, key: str, to: Verb, argument: str = "", /, **values: object) -> Button:
        """A button that works whenever it is pressed, and calls a topic's handler."""
        return self.labelled(self.words.plain(key, **values), to, argument)

    def labelled(
        self, label: str, to: Verb, argument: str = "", *, about: EventKey = NO_EVENT
    ) -> Button:
        """The same, whose label is no sentence of ours; `about`: another event."""
        event, party = about or self.books.key, PartyCode("") if about else self.acting_for
        return Button(label, ButtonData(to.verb, argument, event=event, acting_for=party).pack())


@dataclass(slots=True, kw_only=True)
class DueMessage(Voice):
    """A message that is due: what it says now, or that there is nothing to say any more."""

    delivery: Delivery
    role: Role | None = None
    """What whoever reads it may do at the day."""

    async def party(self) -> Party | None:
        """The party it is about, unless it was cancelled."""
        return await self.books.parties.of_key(self.delivery.subject.party_key)

    async def code(self) -> PartyCode:
        """The code of the party it is about, cancelled or not."""
        return await self.books.parties.code_of(self.delivery.subject.party_key)


def filled(rows: Rows) -> Rows:
    """The rows that have a button."""
    return tuple(row for row in rows if row)
