"""Typography, dates, plurals, escaping; and every sentence of every catalogue can be said."""

import string
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot import i18n
from bot.catalogues import keys_said
from bot.domain.event import LARGEST_PARTY
from bot.typography import typeset

PARIS = ZoneInfo("Europe/Paris")
FR = i18n.words("fr", PARIS)
EN = i18n.words("en", PARIS)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Pourquoi ?", "Pourquoi\u202f?"),
        ("Oui ! Non ; peut-être : oui", "Oui\u202f! Non\u202f; peut-être\u202f: oui"),
        ("« Mon inscription »", "«\u202fMon inscription\u202f»"),
        ("«\u00a0ici\u00a0»", "«\u202fici\u202f»"),
        ("l'élu", "l’élu"),
        ("<b>Quel territoire ?</b>", "<b>Quel territoire\u202f?</b>"),
        ("à 9 h 30", "à 9 h 30"),
        ("https://t.me/binome?start=1", "https://t.me/binome?start=1"),
        ("10:30", "10:30"),
        ("15 €, à 5 % près", "15\u202f€, à 5\u202f% près"),
        ("", ""),
    ],
)
def test_typeset(typed: str, printed: str) -> None:
    assert typeset(typed) == printed


@given(st.text())
def test_what_is_typeset_stays_so(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_dates_and_hours_in_french() -> None:
    assert plain(FR.day(date(2015, 3, 5))) == "jeudi 5 mars 2015"
    assert plain(FR.short_day(date(2015, 3, 5))) == "jeudi 5 mars"
    assert plain(FR.hour(time(9, 30))) == "9 h 30"
    assert plain(FR.hour(time(17))) == "17 h"
    assert plain(FR.hour(time(10, 5))) == "10 h 05"


def test_dates_and_hours_do_not_break_at_the_end_of_a_line() -> None:
    assert " " not in FR.hour(time(9, 30))
    assert "5 mars" not in FR.day(date(2015, 3, 5))


def test_a_moment_is_said_in_the_zone_of_the_event() -> None:
    late = datetime(2015, 3, 4, 23, 30, tzinfo=UTC)
    assert plain(FR.day(late)) == "jeudi 5 mars 2015"
    assert plain(FR.hour(late)) == "0 h 30"
    summer = datetime(2015, 7, 1, 8, 0, tzinfo=UTC)
    assert plain(FR.hour(summer)) == "10 h"


def test_dates_in_english_are_english() -> None:
    assert "Thursday" in EN.day(date(2015, 3, 5))
    assert "March" in EN.day(date(2015, 3, 5))


def test_lists() -> None:
    assert FR.listing(["Marie"]) == "Marie"
    assert FR.listing(["Marie", "Paul", "Luc"]) == "Marie, Paul et Luc"
    assert FR.either(["un binôme", "un trinôme"]) == "un binôme ou un trinôme"
    assert EN.listing(["Marie", "Paul"]) == "Marie and Paul"


def test_plurals_follow_the_language() -> None:
    french = [FR("seats.left", n=n) for n in (0, 1, 2)]
    english = [EN("seats.left", n=n) for n in (0, 1, 2)]
    assert french[0].replace("0", "") == french[1].replace("1", "")  # zéro place
    assert french[1].replace("1", "") != french[2].replace("2", "")
    assert english[0].replace("0", "") == english[2].replace("2", "")  # zero seats


def test_what_is_inserted_is_escaped_in_html_and_not_in_plain_text() -> None:
    name = "<b>Marie</b> & {co}"
    assert "&lt;b&gt;Marie&lt;/b&gt; &amp; {co}" in FR("welcome.hello", name=name)
    assert name in FR.plain("welcome.hello", name=name)
    assert "<i>Marie</i>" in FR("welcome.hello", name=Markup("<i>Marie</i>"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_key_that_does_not_exist_is_a_mistake(language: str) -> None:
    words = i18n.words(language, PARIS)
    with pytest.raises(KeyError):
        words("no.such.key")
    with pytest.raises(KeyError):
        words("no.such.key", n=2)
    with pytest.raises(KeyError):
        words.plain("no.such.key")
    assert not words.has("no.such.key")


@pytest.mark.parametrize(
    ("code", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR", "fr"), ("en", "en"), ("de", "en"), (None, "fr")],
)
def test_the_language_to_speak(code: str | None, language: str) -> None:
    assert i18n.language_for(code) == language


def test_a_language_that_was_taken_away_becomes_french() -> None:
    assert i18n.words("xx", PARIS).language == "fr"


def catalogue(language: str) -> list[tuple[str, set[str], bool]]:
    """Each key, the fields of its sentences, and whether it has a plural."""
    path = i18n.data_folder("locales") / language / "LC_MESSAGES" / "binome.po"
    with path.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    entries = []
    for message in messages:
        key = message.id if isinstance(message.id, str) else message.id[0]
        strings = [message.string] if isinstance(message.string, str) else message.string or ()
        names = {name for text in strings for _, name, _, _ in string.Formatter().parse(str(text))}
        entries.append((key, {name for name in names if name}, message.pluralizable))
    return entries


@pytest.mark.parametrize("language", i18n.languages())
def test_every_sentence_can_be_said(language: str) -> None:
    words = i18n.words(language, PARIS)
    entries = catalogue(language)
    assert len(entries) > 100
    for key, fields, has_plural in entries:
        values: dict[str, object] = dict.fromkeys(fields, "<&>")
        for n in (0, 1, 2, 15) if has_plural else (None,):
            if n is not None:
                values["n"] = n
            said = words(key, **values)
            assert said.strip(), key
            assert "<&>" not in said, key
            assert "{" not in words.plain(key, **values), key


def test_french_sentences_are_set_as_french() -> None:
    for key, fields, has_plural in catalogue("fr"):
        values: dict[str, object] = dict.fromkeys(fields, "x")
        if has_plural:
            values["n"] = 2
        said = FR.plain(key, **values)
        assert typeset(said) == said, key
        assert "'" not in said or key.startswith("format."), key


def test_the_first_of_the_month_is_the_first() -> None:
    assert FR.day(date(2026, 6, 1)) == "lundi 1er\u00a0juin 2026"
    assert FR.short_day(date(2026, 6, 11)) == "jeudi 11\u00a0juin"
    assert EN.short_day(date(2026, 6, 1)) == "Monday 1\u00a0June"


STEMS = sorted(keys_said(Path(i18n.__file__).parent).stems)


@pytest.mark.parametrize("words", [FR, EN], ids=["fr", "en"])
@pytest.mark.parametrize("stem", STEMS)
def test_a_party_of_any_size_has_its_words(words: i18n.Words, stem: str) -> None:
    smallest = {"room.last": 2, "room.rest": 2, "partner.proposal_ask": 2}
    values = {"rank": "4ᵉ", "until": "10 h", "rest": "les autres"}
    for size in range(smallest.get(stem, 1), LARGEST_PARTY + 1):
        key = words.of_size(stem, size)
        counted = {"n": 2} if stem.startswith("headcount") else {}
        said = words.plain(key, size=size, **counted, **values)
        assert "{" not in said
        assert size <= 3 or "more" in key


def test_a_key_given_a_name_before_it_is_said_counts_as_said(tmp_path: Path) -> None:
    (tmp_path / "saying.py").write_text(
        "def answer(words, alone):\n"
        "    key = 'answer.alone' if alone else 'answer.of_many'\n"
        "    other = 'not.said'\n"
        "    return words(key)\n",
        "utf-8",
    )
    assert keys_said(tmp_path).named == {"answer.alone", "answer.of_many"}
