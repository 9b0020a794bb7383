"""A database as a program of the future leaves it."""

from bot.store.opening import open_database

NEWER = 9999
"""A version of the schema that no program has yet."""


async def make_newer(url: str) -> None:
    """Let the database's schema be newer than any program."""
    database = await open_database(url)
    async with database.transaction() as connection:
        await connection.fetch("insert into schema_version values ($1)", NEWER)
    await database.close()
