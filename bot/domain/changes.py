"""What organisers change of a day on top of its file: pure functions over its facts as tables.

A table is an event's JSON, read; a key is « date », or « place.address » inside a table of it.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict

Table = dict[str, Any]

NEW = -1
"""The place of an item that a list does not have yet."""


def merged(facts: Table, changes: Table) -> Table:
    """Facts with changes on top, table by table; what was changed to None is not said any more."""
    whole = dict(facts)
    for name, value in changes.items():
        if isinstance(value, dict):
            below = whole.get(name)
            both = (below if isinstance(below, dict) else {}) | value
            whole[name] = {key: said for key, said in both.items() if said is not None}
        elif value is None:
            whole.pop(name, None)
        else:
            whole[name] = value
    return whole


def value_of(table: Mapping[str, Any], key: str) -> Any:
    """What a table says under a key; None where it says nothing."""
    name, _, inside = key.partition(".")
    value = table.get(name)
    if not inside:
        return value
    return value.get(inside) if isinstance(value, dict) else None


class Edit(BaseModel):
    """One change of a fact, which may stand under several keys: its values, one for each key."""

    model_config = ConfigDict(frozen=True)

    keys: tuple[str, ...]
    values: tuple[Any, ...] | None = None
    """Of JSON's types; None for a value: it is not said any more. None at all: what the file says
    holds again."""
    item: int | None = None
    """The item of the list under the only key that the value is of (`NEW`: one more)."""

    def seen(self, whole: Mapping[str, Any]) -> str:
        """Six letters that stand for the fact as a table has it: others once it has changed."""
        found: Any = [value_of(whole, key) for key in self.keys]
        if self.item is not None:
            items = found[0] or []
            found = items[self.item] if 0 <= self.item < len(items) else None
        if self.item == NEW:
            return "new"
        return f"{zlib.crc32(json.dumps(found, sort_keys=True).encode()) % 16**6:06x}"

    def on_top(self, facts: Table, changes: Table) -> Table:
        """The changes with this one; what says the same as the file is no change."""
        whole = merged(facts, changes)
        result: Table = json.loads(json.dumps(changes))
        for at, key in enumerate(self.keys):
            value = None if self.values is None else self._value(whole, at)
            is_files = self.values is None or value == value_of(facts, key)
            _put(result, key, value, is_files=is_files)
        return result

    def _value(self, whole: Table, at: int) -> Any:
        values = self.values or ()
        if self.item is None:
            return values[at]
        items = list(value_of(whole, self.keys[at]) or [])
        put = [values[at]] if values[at] is not None else []
        if self.item == NEW:
            return items + put
        return items[: self.item] + put + items[self.item + 1 :]


def _put(changes: Table, key: str, value: Any, *, is_files: bool) -> None:
    """Put a value under a key; what the file says by itself is left out."""
    name, _, inside = key.partition(".")
    table = changes.setdefault(name, {}) if inside else changes
    if is_files:
        table.pop(inside or name, None)
    else:
        table[inside or name] = value
    if inside and not table:
        changes.pop(name)


def changed_keys(changes: Table) -> set[str]:
    """Under which keys something was changed."""
    keys = set()
    for name, value in changes.items():
        keys |= {f"{name}.{key}" for key in value} if isinstance(value, dict) else {name}
    return keys
