"""What is known of words, whatever the event."""

from bot.understanding.known_words import UNKNOWN, WORDS, kinds


def test_a_word_is_common_or_rare_and_perhaps_a_name() -> None:
    assert "f0" in kinds("solange")
    assert "l0" in kinds("faure")
    assert "z5" in kinds("de")
    assert kinds("qwxz") == UNKNOWN


def test_the_words_are_in_their_order() -> None:
    """They are looked up by halves."""
    lines = [line for line in WORDS.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
