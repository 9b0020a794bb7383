"""What people want to be sure of, of their registration."""

import pytest

from bot.understanding import assurances
from bot.understanding.assurances import Assurance


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("est-ce que je reçois une confirmation par mail ?", Assurance.IN_WRITING),
        ("un mail de confirmation, oui ou non ?", Assurance.IN_WRITING),
        ("recevrons-nous un accusé de réception écrit ?", Assurance.IN_WRITING),
        ("vous m'envoyez un mail ?", Assurance.IN_WRITING),
        ("will I get a confirmation by email?", Assurance.IN_WRITING),
        ("on recevra quelque chose avant ?", None),
        ("notre inscription est-elle définitive ?", Assurance.FINAL),
        ("Je demande si c'est définitif ou s'il faut que quelqu’un l’accepte.", Assurance.FINAL),
        ("l'équipe va-t-elle valider notre présence ou est-ce acquis ?", Assurance.FINAL),
        ("faut-il attendre une validation ?", Assurance.FINAL),
        ("avez-vous bien retiré nos noms ?", Assurance.UNDONE),
        ("Je m'enquiers de savoir si vous avez bien enlevé Claire.", Assurance.UNDONE),
        ("c'est bien annulé ?", Assurance.UNDONE),
        ("c'est tout bon maintenant ?", Assurance.STANDS),
        ("on est toujours 3, c'est bon ?", Assurance.STANDS),
        ("recevrai-je un courriel ?", Assurance.IN_WRITING),
        ("vous pouvez me rappeler ce que j'ai mis comme adresse mail ?", Assurance.RECALL),
        ("quelle adresse vous avez pour Corinne ?", Assurance.RECALL),
        ("Pouvez-vous me relire ce que vous avez pour Mme Bruyère ?", Assurance.RECALL),
        ("vous avez noté quoi ?", Assurance.RECALL),
        ("have you taken him off the list?", Assurance.UNDONE),
    ],
)
def test_what_is_to_be_sure(text: str, wanted: Assurance) -> None:
    assert assurances.read(text) is wanted


@pytest.mark.parametrize(
    "text",
    [
        "je n'ai pas reçu la confirmation par mail",
        "je confirme notre présence",
        "vous pouvez valider",
        "validez l’inscription",
        "mon mail c'est anne@exemple.fr",
        "faut-il s'inscrire ?",
        "avez-vous effacé mes données ?",
        "suis-je inscrite ?",
        "vous envoyez le programme par mail ?",
        "merci de confirmer",
        "Paul a annulé",
        "qu'est-ce que vous avez comme programme ?",
        "quels repas vous avez prévus pour midi ?",
        "rappelez-moi demain",
        "vous pouvez valider notre inscription ?",
        "c’est bon",
        "c’est bon comme programme ?",
    ],
)
def test_something_else(text: str) -> None:
    assert assurances.read(text) is None
