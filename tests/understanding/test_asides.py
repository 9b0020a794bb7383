"""Questions beside the day itself."""

import pytest

from bot.understanding import asides, passing_on
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
        ("Transmettez-leur ma demande svp", Aside.RELAY),
        ("posez-leur la question", Aside.RELAY),
        ("please pass it on", Aside.RELAY),
        ("Je vous remercie de bien vouloir l’envoyer.", Aside.RELAY),
        ("je vous prie de bien vouloir la transmettre à l’équipe", Aside.RELAY),
        ("Pourriez-vous la transmettre à l’équipe ?", Aside.RELAY),
        ("La question relative à l’attestation peut par ailleurs être transmise", Aside.RELAY),
        ("please send it to the team", Aside.RELAY),
        ("pouvez-vous me l’envoyer par mail ?", None),
        ("ne la transmettez pas", None),
        ("ma question a-t-elle été transmise ?", None),
        ("envoyez le programme", None),
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


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("transmettez ma question à l’équipe : y a-t-il un car ?", "y a-t-il un car ?"),
        (
            "Pourriez-vous transmettre à l’équipe ma question relative à l’attestation ?",
            "Question relative à l’attestation",
        ),
        ("can you pass on my question about the car park?", "Question about the car park"),
        ("merci de faire suivre : y a-t-il un car ?", "y a-t-il un car ?"),
    ],
)
def test_a_question_that_is_to_be_passed_on(text: str, question: str) -> None:
    """Word for word, or by its subject."""
    assert passing_on.to_pass_on(text) == question


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("plutôt : y a-t-il un car ?", "y a-t-il un car ?"),
        ("non, écrivez plutôt : y a-t-il un car", "y a-t-il un car"),
        ("en fait plutôt oui", None),
        ("merci", None),
    ],
)
def test_other_words_for_it(text: str, question: str | None) -> None:
    """« Plutôt : … » replaces what was shown."""
    assert passing_on.rather(text) == question


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("je renouvelle ma question relative à l’adresse du lieu", True),
        ("merci de me préciser l’adresse", True),
        ("deux r", False),
    ],
)
def test_asking_without_a_mark(text: str, asks: bool) -> None:
    """Beside a yes."""
    assert asides.asks_again(text) is asks
