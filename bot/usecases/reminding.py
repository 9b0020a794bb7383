"""Reminders as organisers plan them: moving the event's own, adding others; who is silent."""

import json
from datetime import datetime

from bot.domain.event import Reminder
from bot.domain.keys import ExtraReminderKey, Subject
from bot.domain.party import Member, Party
from bot.store.books import Books
from bot.store.deliveries import EXTRA_REMINDER, REMINDER


async def settle(books: Books) -> None:
    """Owe the extra reminders that are due to whoever comes, as long as the day has not begun."""
    due = await books.extra_reminders.take_due()
    if not due or books.now >= books.event.starts_at:
        return
    coming = [party for party in await books.parties.everybody() if party.members]
    for one in due:
        for party in coming:
            await books.deliveries.owe(
                EXTRA_REMINDER,
                Subject.extra_reminder(one.key, party.key),
                party.coming_addresses,
                books.now,
                books.event.starts_at,
            )


def reminder_at(books: Books, at: datetime) -> Reminder | None:
    """The event's own reminder at a moment (UTC); None: it cannot be at that one.

    It leaves at least the day before, and at most thirty days.
    """
    local = at.astimezone(books.event.zone)
    days = (books.event.date - local.date()).days
    within = 1 <= days <= 30
    return Reminder(days_before=days, at=local.time().replace(tzinfo=None)) if within else None


async def move(books: Books, reminder: Reminder) -> None:
    """Let the event's own reminder leave at another moment: on top of its file, for good."""
    async with books.seats():
        changes = json.dumps({"reminder": json.loads(reminder.model_dump_json())})
        await books.events.change(books.key, changes)
    books.event = books.event.model_copy(update={"reminder": reminder})
    await books.deliveries.move(REMINDER, books.event.remind_at, books.event.starts_at)


async def send_now(books: Books) -> None:
    """Let the event's own reminder leave now, to those who have not had it, and not again.

    Whoever registers from now on reads the confirmation instead.
    """
    now = books.now.replace(second=0, microsecond=0)
    reminder = reminder_at(books, now) if books.now < books.event.remind_at else None
    if reminder is not None:
        await move(books, reminder)
    else:
        await books.deliveries.move(REMINDER, now, books.event.starts_at)


async def was_asked(books: Books, parties: list[Party]) -> bool:
    """Whether those who come have been asked by now whether they do."""
    return (
        books.now >= books.event.remind_at
        or any(one.coming_at for party in parties for one in party.members)
        or any(one.left_at for one in await books.extra_reminders.all())
    )


async def send_extra_now(books: Books, key: ExtraReminderKey) -> bool:
    """Let an extra reminder leave now; False: it has left, or was taken back."""
    return await books.extra_reminders.move(key, books.now)


def silent(parties: list[Party]) -> list[tuple[Party, Member]]:
    """Those who come and have not answered the reminder."""
    return [(party, one) for party in parties for one in party.members if one.coming_at is None]
