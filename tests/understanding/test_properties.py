"""What holds for every text a person may send."""

import time
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.understanding import (
    categories,
    command_words,
    confirmations,
    digressions,
    emails,
    inquiries,
    names,
    phones,
    questions,
    roles,
    sizes,
    territories,
)
from bot.understanding.results import Doubtful, Understood

from .corpora import STEPS, load_answers, load_questions

READERS: dict[str, Callable[[str], object]] = {
    "categories": categories.read,
    "gender": categories.gender,
    "command": command_words.read,
    "confirmations": confirmations.read,
    "emails": emails.read,
    "infer": lambda text: categories.infer(text, text),
    "names": names.read,
    "phones": phones.read,
    "recognise": inquiries.recognise,
    "roles": roles.read,
    "sizes": lambda text: sizes.read(text, 3),
    "territories": territories.read,
    **{
        f"digression {step}": lambda text, step=step: digressions.read(text, step)  # type: ignore[misc]
        for step in STEPS.values()
    },
}
SAID = [answer.text for answer in load_answers()] + [asked.text for asked in load_questions()]

# Any Unicode, and what people really say, cut and joined in any way.
texts = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(" ".join(SAID).split()), max_size=12).map(" ".join),
    st.tuples(st.sampled_from(SAID), st.sampled_from(SAID)).map(" ".join),
    st.from_regex(r"[\w.+-]{1,12}[ ]?@[ ]?[\w-]{1,12}[.,][a-z]{2,4}", fullmatch=True),
    st.from_regex(r"(\+33|0|0033)?[ .-]?\(?[0-9 ./-]{1,18}\)?", fullmatch=True),
)


@pytest.fixture(scope="module", autouse=True)
def _what_was_learnt() -> None:
    """It is loaded by the first text that is read, which takes longer than a text."""
    for reader in READERS.values():
        reader("bonjour")


@given(texts)
def test_no_reader_raises(text: str) -> None:
    for reader in READERS.values():
        reader(text)


@given(texts)
@pytest.mark.parametrize("reader", [emails.read, phones.read])
def test_a_value_read_is_read_again(reader: Callable[[str], object], text: str) -> None:
    reading = reader(text)
    if isinstance(reading, Understood | Doubtful):
        assert reader(reading.value) == Understood(reading.value)


@given(texts, st.integers(1, 5))
def test_sizes_are_in_bounds(text: str, largest: int) -> None:
    reading = sizes.read(text, largest)
    assert not isinstance(reading, Understood | Doubtful) or 1 <= reading.value <= largest


@given(texts)
def test_values_shown_are_short_and_in_one_line(text: str) -> None:
    for reading in (territories.read(text), names.read(text), roles.read(text)):
        if isinstance(reading, Understood | Doubtful):
            parts = [reading.value] if isinstance(reading.value, str) else list(reading.value)
            for part in parts:
                assert part is None or (part.strip() == part != "" and part.isprintable())
                assert part is None or len(part) <= 200


@given(texts)
@example("< Z ADRESS:SE/GAR0!NOTR Z TEE?")
def test_so_many_intents_at_most(text: str) -> None:
    intents = inquiries.recognise(text)
    assert len(intents) <= questions.AT_ONCE
    assert len(set(intents)) == len(intents)


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    "text", ["a" * 4096, "c’est bien " * 372, "06 " * 1365, "aé@" * 1365, "x, y ; z et " * 341]
)
def test_long_texts_are_read_fast(name: str, text: str) -> None:
    reader = READERS[name]
    elapsed = []
    for _ in range(3):
        start = time.process_time()
        reader(text)
        elapsed.append(time.process_time() - start)
    # A few milliseconds at most; the bound only catches a search that explodes.
    assert min(elapsed) < 0.05
