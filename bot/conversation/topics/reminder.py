"""The message of the day before."""

from datetime import datetime

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.buttons import Action
from bot.conversation.messages import Button, Reply, Say
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.domain.event import Event
from bot.domain.party import Party
from bot.i18n import Words


def message(words: Words, event: Event, party: Party, chat_id: int, now: datetime) -> Reply:
    """When, where, who comes, whom to call, and a button for those who cannot."""
    reader = phrases.named(party.members[1:], chat_id) or party.contact
    others = [member.name for member in party.members if member is not reader]
    who = _who(words, reader.name, others, party.territory)
    when = words(
        "reminder.when",
        day=phrases.opening(words.short_day(event.date)),
        start=words.hour(event.start),
        end=words.hour(event.end),
        place=event.place.name,
    )
    contact = event.contact
    paragraphs = [
        words("reminder.title", when=_how_far(words, event, now)),
        when + LINE + who,
        words("reminder.contact", name=contact.name, phone=contact.spoken_phone),
    ]
    coming = Button(words.plain("reminder.coming"), Action("coming", party.code).pack())
    cancel = Button(words.plain("reminder.cancel"), Action("cancel", party.code).pack())
    return Say(PARAGRAPH.join(paragraphs), ((coming, cancel),))


def _who(words: Words, reader: str, others: list[str], territory: str) -> Markup:
    if others:
        key = "reminder.with" if territory else "reminder.with_anywhere"
        return words(key, names=words.listing(others), territory=territory)
    key = "reminder.solo" if territory else "reminder.solo_anywhere"
    return words(key, name=reader, territory=territory)


def _how_far(words: Words, event: Event, now: datetime) -> str:
    if now.astimezone(event.zone).date() == event.date:  # it could not leave before
        return words.plain("reminder.today")
    if event.reminder.days_before == 1:
        return words.plain("reminder.tomorrow")
    return words.plain("reminder.on", day=words.short_day(event.date))
