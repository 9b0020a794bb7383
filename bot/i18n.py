"""Every sentence the bot says comes from here: catalogues, French typography, dates and lists.

Sentences have keys such as `size.ask`; their words stand in `locales/<language>/LC_MESSAGES/
binome.po`. They are HTML as Telegram understands it, and whatever is inserted into one is escaped.
"""

import gettext
import io
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Never
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from bot.typography import NBSP, elided, typeset

DOMAIN = "binome"
DEFAULT_LANGUAGE = "fr"


def data_folder(name: str) -> Path:
    """Where `locales` or `events` is: beside the package in a checkout, in it once installed."""
    package = Path(__file__).parent
    return package / name if (package / name).is_dir() else package.parent / name


class _NoSuchKey(gettext.NullTranslations):
    """Behind the catalogue: a key that is in none is a mistake of ours, not something to say."""

    def gettext(self, message: str) -> Never:
        raise KeyError(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> Never:
        raise KeyError(msgid1)


@cache
def languages() -> tuple[str, ...]:
    """The languages there is a catalogue for, French first."""
    found = {path.parent.parent.name for path in data_folder("locales").glob(f"*/*/{DOMAIN}.po")}
    return tuple(sorted(found, key=lambda language: (language != DEFAULT_LANGUAGE, language)))


@cache
def _catalogue(language: str) -> gettext.GNUTranslations:
    path = data_folder("locales") / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    if language == "fr":
        for message in catalogue:
            strings = message.string or ""
            message.string = (
                typeset(strings) if isinstance(strings, str) else tuple(map(typeset, strings))
            )
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    translations = gettext.GNUTranslations(compiled)
    translations.add_fallback(_NoSuchKey())
    return translations


def language_for(code: str | None) -> str:
    """The language to speak with somebody whose Telegram has this code (`fr`, `pt-br`…).

    French when it is French or unknown, else theirs where there is a catalogue, else English.
    """
    language = (code or DEFAULT_LANGUAGE).partition("-")[0].lower()
    return language if language in languages() else "en"


class Words:
    """Says things in one language, and moments in one time zone."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self.language = language
        self._locale = Locale.parse(language)
        self._zone = zone
        self._catalogue = _catalogue(language)

    def __call__(self, key: str, /, **values: object) -> Markup:
        """The sentence of this key as HTML, with values escaped; `n` chooses its plural form."""
        shown = {name: _escaped(value) for name, value in values.items()}
        return Markup(self._template(key, values).format(**shown))  # noqa: S704

    def plain(self, key: str, /, **values: object) -> str:
        """The sentence of this key as plain text: for buttons, toasts, file contents."""
        return self._template(key, values).format(**values)

    def _template(self, key: str, values: dict[str, object]) -> str:
        n = values.get("n")
        if isinstance(n, int):
            said = self._catalogue.ngettext(key, key, n)
        else:
            said = self._catalogue.gettext(key)
        return elided(said, values) if self.language == "fr" and values else said

    def day(self, when: date) -> str:
        """« jeudi 5 mars 2015 »; a datetime is taken into the zone first."""
        return self._date(when, self.plain("format.day"))

    def short_day(self, when: date) -> str:
        """« jeudi 5 mars »."""
        return self._date(when, self.plain("format.short_day"))

    def brief_day(self, when: date) -> str:
        """« 5 mars », « 16 févr. »: where there is little room."""
        return self._date(when, self.plain("format.brief_day"))

    def _date(self, when: date, pattern: str) -> str:
        local = when.astimezone(self._zone).date() if isinstance(when, datetime) else when
        number = "1er" if local.day == 1 and self.language == "fr" else str(local.day)
        return format_date(local, pattern, locale=self._locale).replace(
            f" {local.day} ", f" {number}{NBSP}"
        )

    def hour(self, when: time | datetime) -> str:
        """« 9 h 30 », « 17 h »; a datetime is taken into the zone first."""
        local = when.astimezone(self._zone).time() if isinstance(when, datetime) else when
        pattern = self.plain("format.hour_minutes" if local.minute else "format.hour")
        pattern = pattern.replace("’", "'")
        return format_time(local, pattern, locale=self._locale).replace(" ", NBSP)

    def length(self, minutes: int) -> str:
        """« 30 min », « 3 h », « 1 h 30 »: how long something is."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.plain("length.minutes", minutes=rest)
        key = "length.hours_minutes" if rest else "length.hours"
        return self.plain(key, hours=hours, minutes=f"{rest:02}")

    def rank(self, number: int) -> str:
        """« 1ʳᵉ », « 2ᵉ »: of places, feminine."""
        return self.plain("rank", n=number)

    def listing(self, things: Iterable[str]) -> str:
        """« Marie, Paul et Luc »."""
        return format_list(list(things), locale=self._locale)

    def either(self, things: Iterable[str]) -> str:
        """« un binôme ou un trinôme »."""
        return format_list(list(things), style="or", locale=self._locale)

    def of_size(self, stem: str, size: int) -> str:
        """The key of what is said of so many people: its own where it has one, else `.more`.

        « solo », « binôme » and « trinôme » have their words; beyond, `{size}` is filled in.
        """
        return self.first(f"{stem}.{size}", f"{stem}.more")

    def number(self, number: int) -> str:
        """« deux », « trois », « 4 »: of people."""
        return self.plain(self.of_size("size.number", number), size=number)

    def first(self, *keys: str) -> str:
        """The first of the keys that has a sentence; the last one in any case."""
        return next((key for key in keys if self.has(key)), keys[-1])

    def has(self, key: str) -> bool:
        """Whether there is a sentence of this key, with a plural or without."""
        for ask in (self._catalogue.gettext, lambda one: self._catalogue.ngettext(one, one, 1)):
            with suppress(KeyError):
                ask(key)
                return True
        return False


def _escaped(value: object) -> object:
    """A value as HTML. `Markup.format` would do the same at six times the cost."""
    return value if isinstance(value, int) else escape(value)


@cache
def words(language: str, zone: ZoneInfo) -> Words:
    """The words of a language, made once; French where there is no catalogue (any more)."""
    return Words(language if language in languages() else DEFAULT_LANGUAGE, zone)
