"""Wishes for the invitation and the entry code of others."""

import pytest

from bot.understanding import inviting


@pytest.mark.parametrize(
    "text",
    [
        "Je voudrais envoyer l’invitation à Madame la Maire, s’il vous plaît.",
        "Inviter équipe.",
        "pouvez-vous lui envoyer l’invitation ?",
        "où est l’invitation de Paul",
        "how do I send the invitation to my colleague?",
    ],
)
def test_an_invitation_is_wanted(text: str) -> None:
    assert inviting.asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "j’ai bien reçu votre invitation à la journée",
        "peut-on inviter un élu ?",
        "merci pour cette invitation",
        "je m’inscris",
    ],
)
def test_no_invitation_is_wanted(text: str) -> None:
    assert not inviting.asks(text)


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        ("Nadège veut son code", True),
        ("Comment mes collègues auront-ils leur code d’entrée ?", True),
        ("mon code d’entrée", False),
        ("c’est quel code postal ?", False),
    ],
)
def test_their_code(text: str, is_theirs: bool) -> None:
    assert inviting.asks_their_code(text, frozenset({"nadege"})) is is_theirs
