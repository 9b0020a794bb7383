"""An event as the file that says it: what holds, whoever changed it where."""

from collections.abc import Mapping
from typing import Any

import tomli_w

from bot.domain.event import Event


def written(event: Event, heading: str) -> bytes:
    """The TOML of an event, which `event_file.load` reads as the same event again.

    `heading`: lines that tell what the file is.
    """
    table = _filled(event.model_dump(mode="python", exclude_none=True))
    lines = "".join(f"# {line}\n" for line in heading.splitlines())
    return f"{lines}\n{tomli_w.dumps(table, multiline_strings=False)}".encode()


def _filled(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table without the lists and tables of its own that are empty: they go without saying."""
    return {
        key: value
        for key, value in table.items()
        if value not in ((), {}, {"logos": ()})
        or key not in ("ask", "question", "organisers", "answers", "papers")
    }
