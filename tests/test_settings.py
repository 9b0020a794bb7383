"""Settings: what is taken, and one clear line for each that is not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot import settings
from bot.settings import SettingsError

TOKEN = "123456:AAE-secret"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing set but a token."""
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"BINOME_{name.upper()}", raising=False)
    monkeypatch.setenv("BINOME_TOKEN", TOKEN)


def test_only_the_token_is_needed() -> None:
    found = settings.load()
    assert found.token.get_secret_value() == TOKEN
    assert str(found.api_url).rstrip("/") == settings.TELEGRAM
    assert found.database_url == "sqlite:///binome.db"
    assert found.event.is_file()
    assert found.organisers == frozenset()
    assert found.now is None


@pytest.mark.parametrize(
    ("name", "given", "taken"),
    [
        ("ORGANISERS", "1001", {1001}),
        ("ORGANISERS", " 1001, 1002 ,", {1001, 1002}),
        ("ORGANISERS", "", set()),
        ("EVENT", "events/autre.toml", Path("events/autre.toml")),
        ("DATABASE_URL", "sqlite:////data/binome.db", "sqlite:////data/binome.db"),
        ("NOW", "", None),
        ("NOW", "api", "api"),
        ("NOW", "2015-02-16T09:00:00+01:00", datetime(2015, 2, 16, 8, tzinfo=UTC)),
        ("NOW", "2015-02-16T09:00:00", datetime(2015, 2, 16, 9, tzinfo=UTC)),
    ],
)
def test_what_is_taken(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str, taken: object
) -> None:
    monkeypatch.setenv(f"BINOME_{name}", given)
    assert getattr(settings.load(), name.lower()) == taken


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("TOKEN", ""),
        ("TOKEN", "AAE-secret-without-id"),
        ("TOKEN", "12a:AAE-secret"),
        ("TOKEN", "123456:"),
        ("API_URL", "api.telegram.org"),
        ("API_URL", "ftp://api.telegram.org"),
        ("DATABASE_URL", "binome.db"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "mysql://secret@host/db"),
        ("ORGANISERS", "Dominique"),
        ("ORGANISERS", "1001;1002"),
        ("NOW", "demain"),
    ],
)
def test_a_wrong_one_is_named_in_one_line_and_its_value_is_not_repeated(
    monkeypatch: pytest.MonkeyPatch, name: str, given: str
) -> None:
    monkeypatch.setenv(f"BINOME_{name}", given)
    with pytest.raises(SettingsError) as caught:
        settings.load()
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"BINOME_{name} ")
    assert "secret" not in line


def test_each_wrong_one_has_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BINOME_TOKEN")
    monkeypatch.setenv("BINOME_NOW", "demain")
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert [line.split()[0] for line in str(caught.value).splitlines()] == [
        "BINOME_TOKEN",
        "BINOME_NOW",
    ]


def test_the_token_does_not_show_when_settings_are_printed() -> None:
    assert "secret" not in repr(settings.load())
