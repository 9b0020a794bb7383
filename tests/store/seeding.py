"""Many parties at once, written straight into the tables: what the plans of statements need."""

from bot.domain.keys import EventKey
from bot.store.database import Connection, Database

_NUMBERS = (
    "with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < {many})"
)
_AT = "'2015-02-16T08:00:00.000+00:00'"
_TABLES = (
    "insert into addresses (channel, id, language) {numbers} select 'test', 's' || n, 'fr'"
    " from numbers",
    "insert into dialogues (address, event, state) select key, {day}, '{{}}' from addresses"
    " where id like 's%'",
    "insert into updates (bot, id, address, received_at, answered_at)"
    " select '1234', key, key, {at}, {at} from addresses",
    "insert into parties (event, code, draft_id, territory, seats, confirmed_at) {numbers}"
    " select {day}, 'S-' || n, 's' || n, 'Le Pilat', 2, {at} from numbers",
    "insert into owners (party, address) select p.key, a.key from parties p"
    " join addresses a on a.channel = 'test' and a.id = p.draft_id",
    "insert into members (event, party, place, first_name, last_name, function, organisation,"
    " category, email, waiting) select event, key, 1, 'Jo', 'Nom', 'maire', 'mairie', 'elected',"
    " draft_id || '@exemple.fr', 0 from parties",
    "insert into members (event, party, place, first_name, last_name, function, organisation,"
    " category, waiting) select event, key, 2, 'Al', 'Nom', 'agent', 'mairie', 'staff', 0"
    " from parties",
    "insert into history (party, at, what) select key, confirmed_at, 'registered' from parties",
    "insert into deliveries (event, kind, subject, address, due_at, not_after)"
    " select p.event, 'reminder', 'p.' || p.key, o.address, '2015-03-04T09:00:00.000+00:00',"
    " '2015-03-05T08:30:00.000+00:00' from parties p join owners o on o.party = p.key",
    "insert into holds (subject, event, address, seats, expires_at, latest_at)"
    " select 'h' || key, {day}, key, 1, {at}, {at} from addresses",
    "update events set taken = 2 * {many} where key = {day}",
)


async def seed(database: Database, day: EventKey, many: int) -> None:
    """Register so many parties of two for a day, each of an address of its own."""
    async with database.transaction() as connection:
        await _run(connection, day, many)


async def _run(connection: Connection, day: EventKey, many: int) -> None:
    numbers = _NUMBERS.format(many=many)
    for statement in _TABLES:
        await connection.fetch(statement.format(numbers=numbers, day=day, many=many, at=_AT))
