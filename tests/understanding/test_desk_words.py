"""What organisers ask for in words, and what is no such wish."""

import pytest

from bot.teaching import examples
from bot.understanding import desk_words
from bot.understanding.intents import OF_ORGANISERS


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("imprime la feuille d’émargement", "emargement"),
        ("tu peux me sortir la feuille d'emargement ?", "emargement"),
        ("je voudrais la feuille de présence", "emargement"),
        ("imprime moi les badges", "badges"),
        ("envoie les attestations à tout le monde", "attestations"),
        ("inscris quelqu’un par téléphone", "inscrire"),
        ("quelqu'un a téléphoné pour s'inscrire", "inscrire"),
        ("combien d’inscrits ?", "effectif"),
        ("on a combien d'inscrits", "effectif"),
        ("qui est inscrit ?", "inscrits"),
        ("quelles sont les questions sans réponse ?", "questions"),
        ("où en est la journée ?", "organiser"),
        ("fais le point stp", "organiser"),
        ("tableau de bord", "organiser"),
        ("montre-moi le journal", "journal"),
        ("invite quelqu’un à l’accueil", "inviter"),
        ("prépare le bilan pour le financeur", "bilan"),
        ("règle mes alertes", "alertes"),
    ],
)
def test_wishes(text: str, command: str) -> None:
    assert desk_words.read(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "c’est à quelle heure ?",
        "je veux m’inscrire",
        "nous souhaitons nous inscrire",
        "je peux avoir mon attestation ?",
        "bonjour",
        "où se garer ?",
        "oui",
        "combien de places reste-t-il ?",
        "",
    ],
)
def test_what_is_no_wish(text: str) -> None:
    assert desk_words.read(text) is None


def test_what_participants_write_is_hardly_ever_taken_for_one() -> None:
    others = [one for one in examples.load_blind() if OF_ORGANISERS.keys().isdisjoint(one.intents)]
    taken = [one.text for one in others if desk_words.read(one.text) is not None]
    assert len(taken) <= len(others) * 0.01, taken
