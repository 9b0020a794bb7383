"""What a button stands for comes back to the letter, or not at all."""

import pytest

from bot.conversation.buttons import ButtonData, is_lasting, unpack
from bot.domain.keys import EventKey, PartyCode

FOR = ButtonData("change", "name.2", event=EventKey(123456), acting_for=PartyCode("PILAT-7F3K"))


@pytest.mark.parametrize(
    ("data", "packed"),
    [
        (ButtonData("programme", "2", event=EventKey(7)), "2:7:programme:2"),
        (ButtonData("choose", "2", "k3f9x2ab", 4, EventKey(7)), "2:7:choose:2:k3f9x2ab:4"),
        (FOR, "3:123456:PILAT-7F3K:change:name.2"),
    ],
)
def test_it_comes_back_as_it_was(data: ButtonData, packed: str) -> None:
    assert data.pack() == packed
    assert unpack(packed) == data


def test_the_longest_one_fits_into_what_telegram_takes() -> None:
    longest = ButtonData("a" * 12, "b" * 24, event=FOR.event, acting_for=FOR.acting_for)
    assert len(longest.pack().encode()) <= 64
    assert is_lasting(longest.pack())


@pytest.mark.parametrize(
    "forged",
    [
        "3:7:change",
        "3:7:pil-7f3k:change",
        "3:7:PIL-7F3K",
        "3::PIL-7F3K:change",
        "2:7:PIL-7F3K:change",
        "3:7:PIL-7F3K:change:;",
        "4:7:change",
    ],
)
def test_any_other_form_is_none(forged: str) -> None:
    assert unpack(forged) is None
