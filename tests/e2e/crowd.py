"""Many people at once, registered straight through the use cases: for what is sent to all."""

import re
from pathlib import Path

from bot import event_file
from bot.days import Days
from bot.domain.keys import DraftId, telegram
from bot.domain.party import Application, Member, Party
from bot.store.books import transaction
from bot.store.opening import migrate, open_database
from bot.usecases import register

from .process import EVENT, BotProcess
from .telegram import NOW, Person, Telegram


def large_event(folder: Path, capacity: int) -> Path:
    """The event's file with so many seats."""
    file = folder / "large.toml"
    text = re.sub(r"(?m)^capacity = \d+", f"capacity = {capacity}", EVENT.read_text("utf-8"))
    file.write_text(text, "utf-8")
    return file


async def register_crowd(
    telegram_: Telegram, bot: BotProcess, many: int, *, without_chat: int = 0
) -> list[Person]:
    """So many people, one a party, who wrote to the bot once; some more have no chat at all."""
    people = [
        telegram_.join(f"Prénom{number}", f"Nomdelapersonne{number}") for number in range(many)
    ]
    for person in people:
        person.start_chat()
    event = event_file.load(bot.event)
    database, days = await open_database(bot.database_url), Days([event])
    await migrate(database)
    async with transaction(database, NOW) as changing:
        await days.enter(changing)
    async with transaction(database, NOW) as changing:
        (day,) = (await days.all(changing)).values()
        addresses = [telegram(person.id) for person in people]
        known = await changing.addresses.load(addresses)
        books = await changing.books(day.key, day.event)
        for number in range(many + without_chat):
            owner = known[addresses[number]].key if number < many else None
            names = {"first_name": f"Prénom{number}", "last_name": f"Nomdelapersonne{number}"}
            said = {"function": "maire", "organisation": "mairie", "category": "elected"}
            phone = {"phone": f"+3363998{number:04}"}
            wanted = Application(
                DraftId(f"crowd-{number}"),
                "CC du Pilat Rhodanien",
                (Member({**names, **said, **phone}),),
                1,
                () if owner is None else (owner,),
            )
            assert isinstance(await register.confirm(books, wanted), Party)
    await database.close()
    return people
