"""Who writes, and when."""

from datetime import UTC, datetime

from bot import event_file
from bot.domain.event import Event
from bot.domain.keys import Address, AddressKey
from bot.settings import BUNDLED_EVENT
from bot.store.books import Transaction, transaction
from bot.store.database import Database
from bot.store.deliveries import Delivery

NOW = datetime(2015, 2, 16, 8, 0, tzinfo=UTC)
EVENT: Event = event_file.load(BUNDLED_EVENT)


def address(number: int) -> Address:
    """Somebody on a channel of the tests."""
    return Address("test", str(number))


async def keys(database: Database, *numbers: int) -> list[AddressKey]:
    """The keys of addresses, which are kept from now on."""
    async with transaction(database, NOW) as changing:
        known = await changing.addresses.load([address(number) for number in numbers])
    return [known[address(number)].key for number in numbers]


async def claim_all(changing: Transaction, until: datetime) -> list[Delivery]:
    """All messages that are due, claimed one after the other until a moment."""
    found: list[Delivery] = []
    while (delivery := await changing.outgoing.claim(until)) is not None:
        found.append(delivery)
    return found
