"""A database that cannot be opened: what is said names what to do, and never a password."""

import os
import stat
from pathlib import Path

import pytest

from bot.store.database import StoreError
from bot.store.opening import migrate, open_database
from bot.store.postgres import address_without_secrets

SECRET = "s3cr3t"


def modes_in(folder: Path) -> dict[str, int]:
    return {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}


async def test_the_files_of_sqlite_are_ours_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        database = await open_database(f"sqlite:///{tmp_path / 'binome.db'}")
        await migrate(database)
        modes = modes_in(tmp_path)
        await database.close()
    finally:
        os.umask(before)

    assert modes == {"binome.db": 0o600, "binome.db-wal": 0o600, "binome.db-shm": 0o600}


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://binome:{SECRET}@127.0.0.1:1/binome",
        f"postgresql://127.0.0.1:1/binome?user=binome&password={SECRET}",
        f"postgresql://127.0.0.1:1/binome?password=a@{SECRET}",
        f"postgresql://binome:{SECRET}@127.0.0.1:port/binome",
        f"postgresql://binome:{SECRET}/x@127.0.0.1:1/binome",
        f"postgresql://binome:1?{SECRET}@127.0.0.1:1/binome",
        f"postgresql://binome:x#{SECRET}@127.0.0.1:1/binome",
        f"postgresql://binome:{SECRET}",
        f"postgresql:///binome?host=/nowhere&password={SECRET}",
    ],
)
async def test_a_password_is_never_shown(url: str) -> None:
    with pytest.raises(StoreError) as raised:
        await open_database(url)

    assert SECRET not in str(raised.value)
    assert raised.value.__cause__ is None
    assert "BINOME_DATABASE_URL" in str(raised.value)
    assert SECRET not in address_without_secrets(url)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("postgresql://binome:x@db.example.org:5432/journees", "db.example.org/journees"),
        ("postgres://[::1]/journees?password=x", "[::1]/journees"),
        ("postgresql:///journees?host=/run/postgresql", "journees"),
        ("postgresql://binome:x", "la base PostgreSQL"),
    ],
)
def test_host_and_database_are_named(url: str, name: str) -> None:
    assert address_without_secrets(url) == name


async def test_a_database_that_does_not_exist(postgresql_url: str) -> None:
    address, _, parameters = postgresql_url.partition("?")
    with pytest.raises(StoreError, match="n’existe pas sur ce serveur"):
        await open_database(f"{address}_de_personne?{parameters}")
