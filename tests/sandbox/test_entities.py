import pytest
from hypothesis import given
from hypothesis import strategies as st

from telegram_sandbox.entities import parse_html, trim, utf16_length, web_link
from telegram_sandbox.errors import ApiError
from telegram_sandbox.rendering import detect, to_html


def entity(kind: str, offset: int, length: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("", "", []),
        ("a &lt;b&gt; &amp;amp; &quot; &#39; &#x1F44B; &nbsp;", "a <b> &amp; \" ' 👋 &nbsp;", []),
        ("👋 <b>gras</b>", "👋 gras", [entity("bold", 3, 4)]),
        ("<STRONG>x</strong>", "x", [entity("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
        (
            "<ins>a</ins><del>b</del>",
            "ab",
            [entity("underline", 0, 1), entity("strikethrough", 1, 1)],
        ),
        ('<span class="tg-spoiler">s</span>', "s", [entity("spoiler", 0, 1)]),
        (
            "<a href='https://a.fr/?x=1&amp;y=2'>l</a>",
            "l",
            [entity("text_link", 0, 1, url="https://a.fr/?x=1&y=2")],
        ),
        ('<a href="tel:+33666466276">t</a>', "t", []),
        (
            "<a>caprural.org</a>",
            "caprural.org",
            [entity("text_link", 0, 12, url="http://caprural.org/")],
        ),
        (
            '<pre><code class="language-py">x</code></pre>',
            "x",
            [entity("pre", 0, 1, language="py")],
        ),
        ("<blockquote expandable>q</blockquote>", "q", [entity("expandable_blockquote", 0, 1)]),
        (
            '<tg-emoji emoji-id="5">👋</tg-emoji>',
            "👋",
            [entity("custom_emoji", 0, 2, custom_emoji_id="5")],
        ),
    ],
)
def test_html_is_parsed(html: str, text: str, entities: list[dict[str, object]]) -> None:
    assert parse_html(html) == (text, entities)


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("é <", "Unclosed start tag at byte offset 3"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b ", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a =x>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<a href="x>', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_with_telegrams_words(html: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_trimming_moves_entities_and_drops_those_left_empty() -> None:
    entities = [entity("bold", 0, 4), entity("italic", 8, 2)]
    assert trim("  abcdef  ", entities) == ("abcdef", [entity("bold", 0, 2)])


@pytest.mark.parametrize(
    ("link", "stored"),
    [
        ("https://a.fr", "https://a.fr/"),
        ("a.fr/x", "http://a.fr/x"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("mailto:a@b.fr", None),
        ("tel:+33666466276", None),
        ("http://localhost:8081/", None),
        ("javascript:alert(1)", None),
        ("ftp://a.fr", None),
        ("http://a.fr:x/", None),
        ("", None),
    ],
)
def test_links(link: str, stored: str | None) -> None:
    assert web_link(link) == stored


def test_links_and_commands_are_found_but_not_in_code() -> None:
    text = "👋 /aide a@b.fr www.cap.org/x. 1/2 code /x"
    kinds = [(e["type"], e["offset"], e["length"]) for e in detect(text, [entity("code", 34, 7)])]
    assert kinds == [
        ("bot_command", 3, 5),
        ("email", 9, 6),
        ("url", 16, 13),
        ("code", 34, 7),
    ]


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("<b>&", [], "&lt;b&gt;&amp;"),
        ("ab", [entity("bold", 0, 2), entity("italic", 1, 1)], "<b>a<i>b</i></b>"),
        ("abc", [entity("bold", 0, 2), entity("italic", 1, 2)], "<b>a<i>b</i></b><i>c</i>"),
        ("s", [entity("spoiler", 0, 1)], '<span class="tg-spoiler">s</span>'),
        ("👋b", [entity("code", 2, 1)], "👋<code>b</code>"),
    ],
)
def test_rendering(text: str, entities: list[dict[str, object]], html: str) -> None:
    assert to_html(text, entities) == html


def test_a_link_cannot_leave_its_attribute() -> None:
    html = to_html("x", [entity("text_link", 0, 1, url='javascript:"><script>')])
    assert "<script" not in html
    assert 'href="http://javascript:' in html


@given(
    st.text(),
    st.lists(
        st.tuples(st.sampled_from(["bold", "code", "url"]), st.integers(0, 9), st.integers(1, 9))
    ),
)
def test_rendering_shows_all_the_text_and_only_known_tags(
    text: str, spans: list[tuple[str, int, int]]
) -> None:
    text = text.encode("utf-16-le", "ignore").decode("utf-16-le")
    fitting = [entity(k, o, n) for k, o, n in spans if o + n <= utf16_length(text)]
    reread = to_html(text, fitting)
    for tag in ("<b>", "</b>", "<code>", "</code>", "</a>"):
        reread = reread.replace(tag, "")
    assert reread.count("<") == reread.count("<a href=")


@given(st.text(alphabet="<>/b &;=\"'a#x1é👋", max_size=40))
def test_any_html_is_parsed_or_refused(html: str) -> None:
    try:
        text, entities = parse_html(html)
    except ApiError as refused:
        assert refused.code == 400
        return
    assert all(0 < e["length"] <= utf16_length(text) - e["offset"] for e in entities)
