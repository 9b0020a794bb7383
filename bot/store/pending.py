"""A connection on which writes that nobody waits for are made together."""

from collections.abc import Iterable, Sequence

from bot.store.database import Argument, Connection, Row


class Pending:
    """The connection of a transaction; what is written `later` goes before the next statement.

    So what a batch of updates writes one by one is one statement, as long as nothing is read in
    between. Statements given `later` must be such that their order among each other is the same.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[str, list[Sequence[Argument]]] = {}
        self.for_update = connection.for_update
        self.skip_locked = connection.skip_locked
        self.no_wait = connection.no_wait
        self.new_key = connection.new_key

    def later(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run a statement for each row of arguments, before the next one or at the end."""
        self._rows.setdefault(sql, []).extend(rows)

    async def flush(self) -> None:
        """Run what waits."""
        rows, self._rows = self._rows, {}
        for sql, arguments in rows.items():
            await self._connection.execute_many(sql, arguments)

    async def lock_schema(self) -> None:
        """Keep other processes from changing the schema until the commit."""
        await self._connection.lock_schema()

    async def fetch(self, sql: str, *arguments: Argument) -> Sequence[Row]:
        """Run one statement and give its rows."""
        if self._rows:
            await self.flush()
        return await self._connection.fetch(sql, *arguments)

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Argument]]) -> None:
        """Run one statement once for each row of arguments, in one go."""
        if self._rows:
            await self.flush()
        await self._connection.execute_many(sql, rows)
