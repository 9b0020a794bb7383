"""Texts that are too long: nothing is lost, nothing is refused, tags stay balanced."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.channels.telegram.splitting import pieces, split
from bot.conversation.messages import (
    AskPhone,
    Button,
    Document,
    LinkButton,
    Question,
    Replace,
    Revise,
    Say,
    SentFile,
    Toast,
)

ROWS = ((Button("Oui", "1:yes"), LinkButton("Voir", "https://example.org")),)
PARAGRAPH = "<b>Territoire</b> : 3 élu·es &amp; 2 agent·es 🌳 réparti·es par groupe"


def shown(text: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", text))


def units(text: str) -> int:
    return len(shown(text).encode("utf-16-le")) // 2


def is_balanced(text: str) -> bool:
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened


def long_text(paragraphs: int) -> Markup:
    return Markup("\n\n".join(f"{PARAGRAPH} {number}" for number in range(paragraphs)))


def test_a_text_that_fits_is_left_as_it_is() -> None:
    for text in (Markup("Bonjour"), Markup("é" * 4096), Markup("<b>" + "&amp;" * 4096 + "</b>")):
        assert pieces(Say(text, ROWS)) == (Say(text, ROWS),)


def test_it_is_cut_between_paragraphs() -> None:
    parts = split(long_text(200), 4096)

    assert len(parts) == 4
    assert all(part.startswith("<b>Territoire</b>") for part in parts)
    assert all(re.search(r"groupe \d+$", part) for part in parts)
    assert "\n\n".join(parts) == long_text(200)


def test_then_between_lines_then_between_words_then_wherever() -> None:
    assert split(Markup("un deux\ntrois quatre\ncinq"), 22) == ["un deux\ntrois quatre", "cinq"]
    assert split(Markup("un deux trois quatre"), 14) == ["un deux trois", "quatre"]
    assert split(Markup("abcdefghij"), 4) == ["abcd", "efgh", "ij"]
    assert split(Markup("🌳🌳🌳"), 3) == ["🌳", "🌳", "🌳"]


def test_tags_are_closed_and_opened_again() -> None:
    text = Markup('<i>un <a href="https://example.org/?a=1&amp;b=2">deux trois</a></i> quatre')

    assert split(text, 9) == [
        '<i>un <a href="https://example.org/?a=1&amp;b=2">deux</a></i>',
        '<i><a href="https://example.org/?a=1&amp;b=2">trois</a></i>',
        "quatre",
    ]


def test_buttons_stay_with_the_last_part() -> None:
    text = long_text(200)
    *before, last = pieces(Question(text, ROWS))
    assert all(isinstance(one, Say) and one.rows == () for one in before)
    assert isinstance(last, Question)
    assert last.rows == ROWS

    first, *_, end = pieces(Replace(text, ROWS))
    assert isinstance(first, Replace)
    assert first.rows == ()
    assert isinstance(end, Say)
    assert end.rows == ROWS

    *_, asking = pieces(AskPhone(text, "Partager"))
    assert isinstance(asking, AskPhone)


def test_what_does_not_fit_under_a_file_follows_it() -> None:
    first, *after = pieces(Document("journee.ics", b"x", long_text(20)))

    assert isinstance(first, Document)
    assert units(first.caption) <= 1024
    texts = [one.text for one in after if isinstance(one, Say)]
    assert "\n\n".join([first.caption, *texts]) == long_text(20)


def test_a_notice_is_cut_short() -> None:
    (toast,) = pieces(Toast("x" * 300))
    assert isinstance(toast, Toast)
    assert len(toast.text) == 200


def test_a_text_of_nothing_but_gaps_is_cut() -> None:
    assert split(Markup(" \n\n\n\n"), 4) == [" \n\n\n"]


FRAGMENTS = st.sampled_from(
    (
        *("mot", "é", "🌳", "&amp;", "&#39;", "&rien;", " ", "\n", "\n\n"),
        *("<b>gras</b>", "<i>x\n\ny</i>"),
    )
)


@given(st.lists(FRAGMENTS, max_size=60), st.integers(4, 40))
def test_nothing_but_gaps_is_lost(fragments: list[str], limit: int) -> None:
    text = Markup("".join(fragments))

    parts = split(text, limit)

    assert all(units(part) <= limit for part in parts)
    assert all(is_balanced(part) for part in parts)
    assert "".join("".join(map(shown, parts)).split()) == "".join(shown(text).split())
    assert len(parts) == 1 or all(shown(part).strip() for part in parts)


def test_what_is_said_anew_and_what_is_sent_on_are_cut_as_well() -> None:
    first, *_, last = pieces(Revise(long_text(200), ROWS, 7))
    assert isinstance(first, Revise)
    assert (first.message_id, first.rows) == (7, ())
    assert isinstance(last, Say)
    assert last.rows == ROWS
    assert pieces(Revise(Markup("court"), ROWS, 7)) == (Revise(Markup("court"), ROWS, 7),)
    picture, *after = pieces(SentFile("photo", "f1", long_text(40)))
    assert isinstance(picture, SentFile)
    assert units(picture.caption) <= 1024
    assert after
