"""Yes, no, not yet, and how late, in the words of a reply."""

from datetime import time

import pytest

from bot.understanding import lateness, replies
from bot.understanding.replies import Reply

START = time(9, 30)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("oui", Reply.YES),
        ("ok à demain !", Reply.YES),
        ("pourquoi pas", Reply.YES),
        ("c’est pas trop tôt, oui je la prends", Reply.YES),
        ("nous venons", Reply.YES),
        ("👍", Reply.YES),
        ("non j’ai trouvé autre chose", Reply.NO),
        ("désolée, je ne suis plus disponible", Reply.NO),
        ("laissez ma place à quelqu’un d’autre", Reply.NO),
        ("je sais pas encore, faut que je voie avec le maire", Reply.UNDECIDED),
        ("c’est à quelle heure ?", None),
        ("merci beaucoup", None),
        ("", None),
    ],
)
def test_what_is_replied(text: str, expected: Reply | None) -> None:
    assert replies.read(text) is expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("je serai en retard d’une demi-heure", 30),
        ("on aura un quart d’heure de retard", 15),
        ("j’arriverai vers 10h", 30),
        ("j’aurai une heure de retard", 60),
        ("je serai en retard d’une heure et demie", 90),
        ("I'll be 20 minutes late", 20),
        ("je risque d’être un peu en retard", lateness.UNSAID),
        ("je ne serai pas en retard", None),
        ("désolé du retard de ma réponse", None),
        ("peut-on arriver en retard ?", None),
        ("le bus est en retard", None),
        ("j’arrive à 9h15", None),
        ("on sera un peu en retard, réunion à 9h", lateness.UNSAID),
        ("Hugo ne sera là que l’après-midi", 270),
        ("il vient seulement à 14 h, il a un enterrement", 270),
        ("elle arrivera après le déjeuner", 270),
        ("Maya sera là vers midi", 150),
        ("je serai là l’après-midi aussi", None),
        ("je ne viens pas l’après-midi", None),
        ("on vient à 3", None),
        ("et si j’arrive en retard ?", None),
    ],
)
def test_how_late_somebody_comes(text: str, minutes: int | None) -> None:
    assert lateness.read(text, START) == minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("et si j’ai 1h de retard c’est grave", 60),
        ("on peut arriver à 11 h ?", 90),
        ("ma nièce peut arriver à 10h, c’est possible ?", 30),
        ("peut-on arriver en retard ?", None),
        ("on mange à 12 h ?", None),
        ("vous ouvrez la salle à 10 h ?", None),
        ("j’arrive à 10h", None),
    ],
)
def test_whether_coming_late_is_a_problem(text: str, minutes: int | None) -> None:
    assert lateness.wondered(text, START) == minutes


def test_seats_are_to_be_kept() -> None:
    assert replies.is_keeping("gardez-les encore svp")
    assert replies.is_keeping("attendez, ne les donnez pas !")
    assert not replies.is_keeping("Marie Dupont")
    assert replies.is_there("oui je suis toujours là")
    assert not replies.is_there("je suis maire")
