"""The settings, read from the environment: `BINOME_TOKEN`, `BINOME_EVENT`…"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.i18n import data_folder

TELEGRAM = "https://api.telegram.org"
BUNDLED_EVENT = data_folder("events") / "pelussin-2015.toml"
"""The event file that comes with the project, also once it is installed."""


class SettingsError(Exception):
    """A setting is missing or wrong; the message has one line a setting."""


class Settings(BaseSettings):
    """What differs from one installation to the next."""

    model_config = SettingsConfigDict(env_prefix="BINOME_", env_ignore_empty=True, frozen=True)

    token: SecretStr = Field(min_length=1)
    """The bot's token, from BotFather."""
    api_url: HttpUrl = HttpUrl(TELEGRAM)
    """The root of the Bot API server."""
    database_url: Annotated[str, Field(pattern=r"^(sqlite:///|postgres(ql)?://).+$")] = (
        "sqlite:///binome.db"
    )
    """Where everything is kept: `sqlite:///` and a file, or `postgresql://…`."""
    event: Path = BUNDLED_EVENT
    """The event file."""
    organisers: Annotated[frozenset[int], NoDecode] = frozenset()
    """Telegram user ids of those allowed the organisers' commands."""
    now: datetime | Literal["api"] | None = None
    """A moment at which the clock starts; `api`: the Bot API server's clock; else the real one."""

    @field_validator("organisers", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        if isinstance(value, str):
            return [part for part in value.replace(" ", "").split(",") if part]
        return value

    @field_validator("token")
    @classmethod
    def _shape_of_a_token(cls, value: SecretStr) -> SecretStr:
        bot_id, colon, secret = value.get_secret_value().partition(":")
        if not (bot_id.isdigit() and colon and secret):
            raise ValueError("not a token")
        return value

    @field_validator("now")
    @classmethod
    def _in_utc(cls, value: datetime | str | None) -> datetime | str | None:
        if isinstance(value, datetime):
            return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)
        return value


_EXPECTED = {
    "token": "le jeton donné par BotFather, de la forme 123456789:AAE…",
    "api_url": "une adresse http:// ou https://",
    "database_url": "sqlite:/// et un nom de fichier, ou postgresql://…",
    "event": "le chemin d’un fichier TOML",
    "organisers": "des identifiants Telegram séparés par des virgules, par exemple 1001,1002",
    "now": "un moment, par exemple 2015-02-16T09:00:00+01:00, ou « api »",
}
"""What each setting should be, said to whoever starts the bot."""


def load() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: a setting is missing or wrong. Values are not repeated: the token is one.
    """
    try:
        return Settings()  # type: ignore[call-arg]  # they come from the environment
    except ValidationError as error:
        lines = []
        for detail in error.errors():
            name = str(detail["loc"][0])
            what = "manque" if detail["type"] == "missing" else "ne va pas"
            lines.append(f"BINOME_{name.upper()} {what} : attendu {_EXPECTED[name]}.")
        raise SettingsError("\n".join(dict.fromkeys(lines))) from None
