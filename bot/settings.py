"""The settings, read from the environment: `BINOME_TOKEN`, `BINOME_EVENT`…"""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, HttpUrl, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.i18n import data_folder

HEALTH_PATH = "/healthz"
"""Where `run --webhook` says whether it is well."""

LOOPBACK = {"localhost", "127.0.0.1", "[::1]"}

S = TypeVar("S", bound=BaseSettings)

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
    """The event file, or a folder of them."""
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


class WebhookSettings(BaseSettings):
    """What `run --webhook` needs besides."""

    model_config = SettingsConfigDict(env_prefix="BINOME_", env_ignore_empty=True, frozen=True)

    webhook_url: HttpUrl
    """Where Telegram posts updates: the public address, whatever stands before this process."""
    webhook_secret: Annotated[SecretStr, Field(min_length=1, max_length=256)]
    """What Telegram sends with each update, so that nobody else can."""
    listen: Annotated[str, Field(pattern=r"^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+):[0-9]{1,5}$")] = (
        "127.0.0.1:8080"
    )
    """Host (an IPv6 one in brackets) and port to listen on."""

    @field_validator("webhook_url")
    @classmethod
    def _over_https(cls, value: HttpUrl) -> HttpUrl:
        if value.scheme != "https" and value.host not in LOOPBACK:
            raise ValueError("not https")
        path = value.path or "/"
        if path == HEALTH_PATH or not re.fullmatch(r"[A-Za-z0-9/._~-]*", path):
            raise ValueError("not a path of ours")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _allowed_characters(cls, value: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]*", value.get_secret_value()):
            raise ValueError("characters that Telegram does not allow")
        return value

    @field_validator("listen")
    @classmethod
    def _port_in_range(cls, value: str) -> str:
        if int(value.rpartition(":")[2]) > 65535:
            raise ValueError("no such port")
        return value

    @property
    def path(self) -> str:
        """The path of the address that Telegram posts to."""
        return self.webhook_url.path or "/"

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen on."""
        host, _, port = self.listen.rpartition(":")
        return host.strip("[]"), int(port)


_EXPECTED = {
    "token": "le jeton donné par BotFather, de la forme 123456789:AAE…",
    "api_url": "une adresse http:// ou https://",
    "database_url": "sqlite:/// et un nom de fichier, ou postgresql://…",
    "event": "le chemin d’un fichier de journée, ou d’un dossier qui en contient plusieurs",
    "organisers": "des identifiants Telegram séparés par des virgules, par exemple 1001,1002",
    "now": "un moment, par exemple 2015-02-16T09:00:00+01:00, ou « api »",
    "webhook_url": "l’adresse https:// où Telegram envoie les messages"
    " (http:// sur cette machine seulement)",
    "webhook_secret": "de 1 à 256 lettres sans accent, chiffres, _ ou -",
    "listen": "une machine et un port, par exemple 127.0.0.1:8080",
}
"""What each setting should be, said to whoever starts the bot."""


def load() -> Settings:
    """Read the settings from the environment.

    Raises:
        SettingsError: a setting is missing or wrong. Values are not repeated: the token is one.
    """
    return _read(Settings)


def load_webhook() -> WebhookSettings:
    """Read what `run --webhook` needs besides.

    Raises:
        SettingsError: a setting is missing or wrong. Values are not repeated: the secret is one.
    """
    return _read(WebhookSettings)


def _read(kind: type[S]) -> S:
    try:
        return kind()  # they come from the environment
    except ValidationError as error:
        lines = []
        for detail in error.errors():
            name = str(detail["loc"][0])
            what = "manque" if detail["type"] == "missing" else "ne va pas"
            lines.append(f"BINOME_{name.upper()} {what} : attendu {_EXPECTED[name]}.")
        raise SettingsError("\n".join(dict.fromkeys(lines))) from None
