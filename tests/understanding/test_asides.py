"""Questions beside the day itself."""

import pytest

from bot.understanding import asides
from bot.understanding.asides import Aside


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("what language are the workshops in?", Aside.LANGUAGE),
        ("Will it all be in French?", Aside.LANGUAGE),
        ("la journée est-elle traduite ?", Aside.LANGUAGE),
        ("combien de questions encore ?", Aside.REMAINING),
        ("c'est bientôt fini ?", Aside.REMAINING),
        ("vous avez encore beaucoup de questions comme ça ?", Aside.REMAINING),
        ("les gens du plateau viennent aussi ?", Aside.OTHERS),
        ("qui d'autre vient ?", Aside.OTHERS),
        ("who else is coming?", Aside.OTHERS),
        ("Transmettez-leur ma demande svp", Aside.RELAY),
        ("posez-leur la question", Aside.RELAY),
        ("please pass it on", Aside.RELAY),
        ("qui peut venir ?", None),
        ("je parle français", None),
        ("combien de questions pendant l’atelier ?", None),
        ("ça finit bientôt la journée ?", None),
        ("transmettez mon bonjour à Mme Vasseur qui était si gentille au téléphone hier", None),
        ("quelqu’un du parc peut venir ?", None),
    ],
)
def test_asides(text: str, aside: Aside | None) -> None:
    assert asides.read(text) is aside
