"""Looking for somebody to come with, and looking no more."""

import pytest

from bot.understanding import seeking
from bot.understanding.seeking import Seeking


@pytest.mark.parametrize(
    "text",
    [
        "je cherche un binôme",
        "vous pourriez me dénicher quelqu’un de la vallée pour faire équipe ?",
        "pouvez-vous me trouver quelqu'un avec qui venir",
        "t'aurais pas une technicienne dans le secteur qui cherche quelqu'un aussi",
        "y a-t-il un élu qui cherche un agent ?",
        "je préférerais ne pas venir toute seule",
        "j'aimerais bien pas y aller seul",
        "ça m'embête de pas venir avec un binôme, j'ai pas envie de venir seul",
        "mettez-moi en relation avec une autre personne seule",
        "jcherche qqun pour venir avc moi",
        "vous connaissez quelqu’un dans le même cas que moi ?",
        "il me faudrait une personne pour compléter notre binôme",
        "cherche binôme svp",
        "could you find somebody to come with me?",
        "I am looking for a teammate",
        "I'd rather not come alone",
    ],
)
def test_somebody_is_to_be_looked_for(text: str) -> None:
    assert seeking.read(text) is Seeking.SEARCH


@pytest.mark.parametrize(
    "text",
    [
        "arrête de chercher, j'ai Colette",
        "mais non, arrêtez la recherche",
        "ne cherchez plus, merci",
        "plus besoin de binôme",
        "inutile de continuer à chercher",
        "vous pouvez arrêter de chercher quelqu’un",
        "stop looking, I found someone",
    ],
)
def test_the_search_is_to_end(text: str) -> None:
    assert seeking.read(text) is Seeking.STOP


@pytest.mark.parametrize(
    "text",
    [
        "je viens seul",
        "je peux venir seule ?",
        "je cherche l’adresse de la salle",
        "je cherche quelqu'un pour me renseigner",
        "je cherche à joindre quelqu’un",
        "mon adjoint est malade, je cherche quelqu’un pour le remplacer",
        "je ne trouve pas mon code",
        "quelqu’un part de Valence ?",
        "j’ai trouvé la salle",
        "on sera un binôme",
        "un binôme",
        "mon binôme est malade",
        "je veux venir avec mon adjoint",
        "arrêtez, je ne viens plus",
        "vous avez trouvé mon message ?",
        "je ne viendrai pas seul, ma collègue m’accompagne",
        "il me faut le nom du maire",
        "une autre personne",
        "chargée de recherche de partenaires",
        "Lucie cherche ses lunettes",
    ],
)
def test_something_else_is_said(text: str) -> None:
    assert seeking.read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "c'est bon j'ai trouvé",
        "on a trouvé quelqu'un",
        "jsuis encore noté à chercher ? pcq c bon jai trouvé",
        "I have found somebody",
        "ça y est, nous avons trouvé",
    ],
)
def test_it_was_found(text: str) -> None:
    assert seeking.has_found(text)


@pytest.mark.parametrize(
    "text", ["je n’ai pas trouvé", "avez-vous trouvé ?", "j’ai trouvé une faute", "c'est bon"]
)
def test_nothing_was_found(text: str) -> None:
    assert not seeking.has_found(text)
