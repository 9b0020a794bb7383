"""The documents name what there is: files they link to, settings, keys of an event file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.domain.event import Event
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


def test_every_setting_is_explained() -> None:
    guide = (ROOT / "docs/organisateurs.md").read_text("utf-8")
    names = [f"`BINOME_{name.upper()}`" for name in Settings.model_fields]
    assert [name for name in names if name not in guide] == []


def test_every_key_of_an_event_file_is_explained() -> None:
    guide = (ROOT / "docs/evenement.md").read_text("utf-8")
    written = {key: (f"`{key}`", f"{key}]", f'`"{key}"`') for key in _keys(Event)}
    assert [key for key, ways in written.items() if not any(way in guide for way in ways)] == []


def _keys(table: type[BaseModel]) -> Iterator[str]:
    for name, field in table.model_fields.items():
        yield name
        for part in (field.annotation, *_parts(field.annotation)):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _keys(part)
            elif isinstance(part, str):
                yield part


def _parts(annotation: object) -> Iterator[object]:
    for part in get_args(annotation):
        yield part
        yield from _parts(part)
