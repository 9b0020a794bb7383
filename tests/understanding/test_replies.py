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
    ],
)
def test_how_late_somebody_comes(text: str, minutes: int | None) -> None:
    assert lateness.read(text, START) == minutes


def test_seats_are_to_be_kept() -> None:
    assert replies.is_keeping("gardez-les encore svp")
    assert replies.is_keeping("attendez, ne les donnez pas !")
    assert not replies.is_keeping("Marie Dupont")
    assert replies.is_there("oui je suis toujours là")
    assert not replies.is_there("je suis maire")
