"""What words add to what is known, and what they only say once more."""

import pytest

from bot.understanding import repeated

ASKED = "Julie Faure ne vient plus, c’est bien cela ?"
SAID = "C’est changé. 1. Anne Durand, maire 2. Nadège Frappa, animatrice anne@pelussin.fr"


@pytest.mark.parametrize(
    "text",
    [
        "je viens de le dire",
        "Et moi je viens bien !",
        "mais c’est Nadège qui vient à sa place",
        "Julie ne viendra pas, je vous l’ai déjà dit",
        "Nadège et moi",
        "mon mail c’est anne@pelussin.fr",
    ],
)
def test_what_is_said_once_more_adds_nothing(text: str) -> None:
    """It is known already, by what was asked or by what is shown."""
    said = f"{SAID} mail"
    assert repeated.beyond(text, asked=ASKED, said=said) == ""


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("je viens de le dire, et je suis adjointe", "et je suis adjointe"),
        ("Mais Nadège ne vient plus", "Mais Nadège ne vient plus"),
        ("cherchez-nous quelqu’un", "cherchez-nous quelqu’un"),
        ("mon mail c’est anne.durand@pelussin.fr", "mon mail c’est anne.durand@pelussin.fr"),
    ],
)
def test_what_is_new_is_left(text: str, added: str) -> None:
    """Clause by clause."""
    assert repeated.beyond(text, asked=ASKED, said=SAID) == added
