"""Several questions in a sentence: each is one, and what is told stays told."""

import pytest

from bot.understanding import sentences


@pytest.mark.parametrize(
    ("text", "stated", "number"),
    [
        ("y a un repas et c est combien? et c est ou", "", 3),
        (
            "J’ai des questions : c’est à quel endroit, et c’est gratuit ? Le repas est prévu ?",
            "",
            3,
        ),
        ("Où est-ce exactement, on peut se garer ?", "", 2),
        ("where exactly do we go, and is there somewhere to park?", "", 2),
        ("c’est combien, c’est où et c’est quand ?", "", 3),
        ("Quand est-ce que ça commence ?", "", 1),
        ("Et pour l’élu ? Il en faut un ?", "", 1),
        ("je viens, mais y a til un repas finalement?", "je viens", 1),
        ("J’ai trouvé des clés, où les déposer ?", "", 1),
        ("Pouvez-vous me dire ce qu’elles vont recevoir, et quand ?", "", 1),
    ],
)
def test_each_question_is_one(text: str, stated: str, number: int) -> None:
    told, asked = sentences.parted(text)
    assert (told, len(asked)) == (stated, number)
