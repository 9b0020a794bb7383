"""What the registrations written without Binôme ask: the same steps, in the same words, for both.

A text is answered with one message, a tap with `answerCallbackQuery` and one message, as most
tutorials do it. Nothing is understood: every answer is taken as it is.
"""

from dataclasses import dataclass
from typing import Final

GREETING: Final = "Bonjour. Je prends les inscriptions à la journée du 5 mars, à Pélussin."
REGISTER: Final = ("S’inscrire", "register")
DONE: Final = "C’est confirmé. Je vous écrirai la veille."
MENU: Final = ("Menu", "menu")
STOPPED: Final = "C’est arrêté."
STOP: Final = ("Arrêter", "stop")


@dataclass(frozen=True)
class Question:
    """One question; its choices are buttons (label, callback data), or it takes a text."""

    key: str
    text: str
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def buttons(self) -> tuple[tuple[str, str], ...]:
        """All buttons under it."""
        return (*self.choices, STOP)


QUESTIONS: Final = (
    Question("territory", "Quel est votre territoire ?"),
    Question("size", "Combien serez-vous ?", (("Un binôme", "2"), ("Un trinôme", "3"))),
    Question("name_1", "Qui est la première personne ? Prénom et nom."),
    Question("role_1", "Quelle est sa fonction, et dans quelle structure ?"),
    Question("name_2", "Qui est la deuxième personne ? Prénom et nom."),
    Question("role_2", "Quelle est sa fonction, et dans quelle structure ?"),
    Question("email", "À quelle adresse e-mail vous écrire ?"),
    Question("phone", "Et un téléphone ?", (("Sans téléphone", "without"),)),
    Question("recap", "Relisons.", (("Confirmer l’inscription", "yes"),)),
)
