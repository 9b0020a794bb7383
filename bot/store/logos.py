"""Pictures for the head of papers, as their channel knows them."""

from bot.store.scope import Scope


class Logos:
    """The logos of one event, in the order in which they were sent."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def all(self) -> dict[int, str]:
        """What each is known by, by its place (1 and up; there may be gaps)."""
        rows = await self._scope.connection.fetch(
            "select place, file from logos where event = $1 order by place", self._scope.event
        )
        return {int(row["place"]): str(row["file"]) for row in rows}

    async def put(self, place: int, *, channel: str, file: str) -> None:
        """Keep a picture at a place, instead of the one that is there."""
        await self._scope.connection.fetch(
            "insert into logos (event, place, channel, file) values ($1, $2, $3, $4)"
            " on conflict (event, place) do update set channel = excluded.channel,"
            " file = excluded.file",
            self._scope.event,
            place,
            channel,
            file,
        )

    async def remove(self, place: int) -> str | None:
        """Take a picture out; what it was known by, None where there was none."""
        rows = await self._scope.connection.fetch(
            "delete from logos where event = $1 and place = $2 returning file",
            self._scope.event,
            place,
        )
        return str(rows[0]["file"]) if rows else None
