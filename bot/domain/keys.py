"""Who and what, as values of their own types: none of them can be taken for another.

Keys are the database's own numbers, given once and never again; 0 is nothing that is stored.
"""

import secrets
from dataclasses import dataclass
from typing import NewType

EventKey = NewType("EventKey", int)
"""One event, for life; small enough to travel in a button."""

AddressKey = NewType("AddressKey", int)
"""One person on one channel."""

PartyKey = NewType("PartyKey", int)
"""One party, cancelled or not."""

MemberKey = NewType("MemberKey", int)
"""One member, whatever their place in the party becomes."""

NOT_STORED = MemberKey(0)
NO_EVENT = EventKey(0)

DeliveryKey = NewType("DeliveryKey", int)
"""One message owed."""

AnnouncementKey = NewType("AnnouncementKey", int)
"""One message that organisers write to many."""

ExtraReminderKey = NewType("ExtraReminderKey", int)
"""One reminder besides the event's own."""

LetterKey = NewType("LetterKey", int)
"""What organisers told a party once."""

QuestionKey = NewType("QuestionKey", int)
"""A question that was sent on to the organisers."""

NewsKey = NewType("NewsKey", int)
"""Something that organisers may want to hear of."""

NOBODY = AddressKey(0)

DraftId = NewType("DraftId", str)
"""Eight letters and figures: one draft."""

PartyCode = NewType("PartyCode", str)
"""A party's code as people say it, such as `PIL-7F3K`; unique in its event."""

NO_CODE = PartyCode("")

CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0, 1, I or O: a code is read aloud over the telephone."""

Invitation = NewType("Invitation", str)
"""The token of a link that lets somebody be a member; a secret."""

BotId = NewType("BotId", str)
"""Which bot an update came to, as its channel calls it: two may share a database."""


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """One person on one channel; nothing but the channel knows what the id means."""

    channel: str
    id: str


def telegram(number: int) -> Address:
    """The address of somebody whose Telegram id this is, as settings and event files name them."""
    return Address("telegram", str(number))


@dataclass(frozen=True, slots=True)
class Subject:
    """What seats are held for, or what a message is about: a draft, a party, the day…"""

    stored: str
    """As the database keeps it: the draft's id, or a letter and keys, with dots between.

    `p` and the party; `m` and the member; `e` and the event; `a` and the announcement; `x`, the
    extra reminder and the party; `l` and what was told to one party; `q` and the question; `n` and
    the first of the news.
    """

    @classmethod
    def draft(cls, draft: DraftId) -> "Subject":
        """A draft that is being filled in."""
        return cls(draft)

    @classmethod
    def party(cls, party: PartyKey) -> "Subject":
        """A party that is registered."""
        return cls(f"p.{party}")

    @classmethod
    def member(cls, member: MemberKey) -> "Subject":
        """One person of a party."""
        return cls(f"m.{member}")

    @classmethod
    def day(cls, event: EventKey) -> "Subject":
        """The day itself: whoever is registered."""
        return cls(f"e.{event}")

    @classmethod
    def announcement(cls, announcement: AnnouncementKey) -> "Subject":
        """What organisers write to many."""
        return cls(f"a.{announcement}")

    @classmethod
    def extra_reminder(cls, reminder: ExtraReminderKey, party: PartyKey) -> "Subject":
        """A reminder besides the event's own, to one party."""
        return cls(f"x.{reminder}.{party}")

    @classmethod
    def letter(cls, letter: LetterKey) -> "Subject":
        """What organisers told a party once."""
        return cls(f"l.{letter}")

    @classmethod
    def question(cls, question: QuestionKey) -> "Subject":
        """A question that was sent on to the organisers."""
        return cls(f"q.{question}")

    @classmethod
    def news(cls, first: NewsKey) -> "Subject":
        """News that are told together."""
        return cls(f"n.{first}")

    @property
    def question_key(self) -> QuestionKey:
        """The question; 0 when it is none."""
        return QuestionKey(self._key("q"))

    @property
    def news_key(self) -> NewsKey:
        """The first of the news; 0 when it is about none."""
        return NewsKey(self._key("n"))

    @property
    def letter_key(self) -> LetterKey:
        """The letter; 0 when it is none."""
        return LetterKey(self._key("l"))

    @property
    def party_key(self) -> PartyKey:
        """The party; 0 when it is about none."""
        return PartyKey(self._key("p") or self._key("x", 1))

    @property
    def member_key(self) -> MemberKey:
        """The member; 0 when it is about none."""
        return MemberKey(self._key("m"))

    @property
    def announcement_key(self) -> AnnouncementKey:
        """The announcement; 0 when it is about none."""
        return AnnouncementKey(self._key("a"))

    @property
    def extra_reminder_key(self) -> ExtraReminderKey:
        """The reminder besides the event's own; 0 when it is none."""
        return ExtraReminderKey(self._key("x"))

    def _key(self, letter: str, place: int = 0) -> int:
        head, *keys = self.stored.split(".")
        return int(keys[place]) if keys and head == letter else 0

    @property
    def draft_id(self) -> DraftId:
        """The draft; empty when it is a party."""
        return DraftId("") if "." in self.stored else DraftId(self.stored)


def new_code(prefix: str) -> PartyCode:
    """A party's short code, such as `PIL-7F3K`: easy to say, no secret."""
    return PartyCode(f"{prefix}-{''.join(secrets.choice(CODE_LETTERS) for _ in range(4))}")
