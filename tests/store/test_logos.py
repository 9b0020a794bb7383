"""The pictures for the head of papers, in their order."""

from bot.domain.keys import EventKey
from bot.store.books import transaction
from bot.store.database import Database

from .samples import EVENT, NOW


async def test_logos_keep_their_places_and_belong_to_one_day(
    database: Database, days: tuple[EventKey, EventKey]
) -> None:
    async with transaction(database, NOW) as changing:
        logos = (await changing.books(days[0], EVENT)).logos
        others = (await changing.books(days[1], EVENT)).logos
        await logos.put(2, channel="test", file="two")
        await logos.put(1, channel="test", file="one")
        await others.put(1, channel="test", file="elsewhere")
        await logos.put(2, channel="test", file="another two")
        assert await logos.all() == {1: "one", 2: "another two"}
        assert await logos.remove(1) == "one"
        assert await logos.remove(1) is None
        assert await logos.all() == {2: "another two"}
        await changing.events.erase(days[0])
        assert await logos.all() == {}
        assert await others.all() == {1: "elsewhere"}
