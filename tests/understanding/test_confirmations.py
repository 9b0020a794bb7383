"""Yes and no, with what people say around them."""

import pytest

from bot.understanding import confirmations

ACCEPTED = (
    "C’est exactement cela, merci à vous.",
    "Tout ceci me semble conforme, vous pouvez valider, je vous prie.",
    "Je vous en prie, enregistrez.",
    "c bon pa grave",
    "pa de souci c parfait",
    "yes everything is right, go ahead",
    "Yes it's all fine, you can register us",
    "oui c’est bon, je dois cliquer quelque part ?",
    "ça ira, on valide comment ?",
    "mais non je viens, validez",
    "parfait pour moi, bonne journée",
    "c’est bon de mon côté, merci encore et à bientôt",
    "C’est parfait, je vous en remercie par avance.",
    "ui",
    "non rien ne change je dis oui",
    "mais oui c’est juste, allez zou",
    "rien ne change ! confirmez, c’est pas croyable",
    "c’est exact pour ces trois-là",
    "ah voilà, là c’est parfait",
)
NOT_ACCEPTED = (
    "oui mais le mail est faux",
    "rien ne change sauf le mail",
    "rien ne va",
    "oui trois",
    "oui et ajoutez Luc",
    "c’est bon ?",
    "vous confirmez ?",
    "je vous remercie",
    "je vous en prie",
    "pas grave",
    "mais non pas du tout",
    "oui, on sera trois",
    "oui, à quelle heure ça commence ?",
    "je dois confirmer où ?",
    "bonne journée",
)


@pytest.mark.parametrize("text", ACCEPTED)
def test_a_yes_with_politeness_is_a_yes(text: str) -> None:
    """Thanks, wishes and how a yes is given change nothing."""
    assert confirmations.read(text) is True


@pytest.mark.parametrize("text", NOT_ACCEPTED)
def test_politeness_alone_and_reserves_are_no_yes(text: str) -> None:
    """Nothing may be confirmed that was not accepted."""
    assert confirmations.read(text) is not True


def test_the_words_of_what_was_asked_about_change_nothing() -> None:
    """« oui, wanadoo c’est ça » accepts jm@wanadoo.fr, and no other address."""
    assert confirmations.read("oui orange c’est bien ça", about="a.b@orange.fr") is True
    assert confirmations.read("oui free c’est bien ça", about="a.b@orange.fr") is not True
