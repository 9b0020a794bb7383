"""What organisers ask for in words, as the command that does it: the nearest of a few wordings.

Nothing is trained for it. What carries a value (« ferme les inscriptions ce soir ») is read by the
topic that it is about, before this.
"""

import re
from collections.abc import Mapping

from bot.understanding import own, sentences
from bot.understanding.event_names import NO_NAMES, EventNames
from bot.understanding.normal import plain

WORDINGS: Mapping[str, tuple[str, ...]] = {
    "organiser": (
        "tableau de bord",
        "où en est la journée",
        "où en est-on",
        "où en sont les inscriptions",
        "fais le point",
        "on en est où des inscriptions",
        "ça donne quoi les inscriptions",
        "où on en est",
        "on en est où pour le 5",
        "ça avance les inscriptions",
        "l’état de la journée",
        "dashboard",
    ),
    "effectif": (
        "combien d’inscrits",
        "combien d’inscriptions",
        "on est combien d’inscrits",
        "combien de personnes sont inscrites",
        "combien de participants",
        "l’effectif de la journée",
        "les inscriptions par jour",
        "quels territoires manquent",
        "qui arrive en retard",
        "qui a prévenu d’un retard",
        "il y a des retards annoncés",
        "how many people registered",
    ),
    "inscrits": (
        "qui est inscrit",
        "qui s’est inscrit",
        "montre la liste des inscrits",
        "envoie-moi la liste des inscrits",
        "donne-moi la liste",
        "la liste des participants",
        "montre-moi les inscriptions",
        "who registered",
    ),
    "inscrire": (
        "inscris quelqu’un par téléphone",
        "inscrire une personne qui a téléphoné",
        "quelqu’un a appelé pour s’inscrire",
        "enregistre une inscription par téléphone",
        "j’ai quelqu’un au téléphone qui veut s’inscrire",
        "une personne m’appelle pour s’inscrire",
        "j’ai une dame au téléphone, elle voudrait s’inscrire",
        "register somebody by phone",
    ),
    "questions": (
        "quelles questions attendent",
        "les questions sans réponse",
        "les questions des participants",
        "voir les questions posées",
        "quelqu’un a posé une question",
        "est-ce qu’on a des questions",
        "il y a des questions en attente",
        "où voir les questions à répondre",
        "unanswered questions",
    ),
    "rappels": (
        "quand part le rappel",
        "le rappel part quand",
        "le rappel est prévu pour quand",
        "est-ce que le rappel est parti",
    ),
    "alertes": (
        "règle mes alertes",
        "mes alertes",
        "mes notifications",
        "ne m’alerte plus",
        "préviens-moi des inscriptions",
        "préviens-moi quand quelqu’un s’inscrit",
    ),
    "journal": (
        "montre le journal",
        "le journal de la journée",
        "qui a changé quoi",
        "qui a fait quoi",
    ),
    "inviter": (
        "invite quelqu’un à l’accueil",
        "inviter quelqu’un à organiser",
        "ajoute une organisatrice",
        "ajoute un organisateur",
        "qui est dans l’équipe",
    ),
    "journee": (
        "montre la journée",
        "changer la journée",
        "les informations de la journée",
    ),
    "emargement": (
        "imprime la feuille d’émargement",
        "la feuille de présence",
        "la feuille à signer",
        "une liste sur papier pour faire signer",
        "m’envoyer la liste d’émargement en pdf",
        "liste d’émargement",
        "attendance sheet",
    ),
    "badges": ("imprime les badges", "fais les badges", "les étiquettes avec les noms"),
    "attestations": (
        "fais les attestations de présence",
        "envoie les attestations",
        "les attestations des participants",
    ),
    "bilan": ("fais le bilan de la journée", "le bilan pour le financeur", "le bilan"),
    "pointage": (
        "pointer les présents",
        "faire l’appel",
        "qui est arrivé",
        "commence le pointage",
        "check in",
    ),
}
"""The wordings of each command."""

NEAR = 0.6
"""From this likeness on it is one: organisers ask what participants ask, too. Chosen in
tests/understanding/test_desk_words.py."""
SURE = 0.8
"""The same where an answer to a question of the bot's own is awaited."""
_COMMANDS = tuple(WORDINGS)
_OF_ONESELF = re.compile(
    r"\b(?:je|j|m|mon|ma|mes|nous|notre) (?:\w+ )?(?:inscri\w*|inscription|attestation)\b"
)
"""« Je veux m’inscrire » is no wish of an organiser's."""


_REQUEST = re.compile(
    r"\b(?:tu (?:peux|pourrais)|(?:peux|pourrais) tu|vous (?:pouvez|pourriez)|pouvez vous"
    r"|pourriez vous|on (?:peut|pourrait)|(?:peut|pourrait) on|est il possible|(?:can|could) you)\b"
)


def is_wish(text: str) -> bool:
    """Whether something is to be done: no question, or « tu peux fermer les inscriptions ? »."""
    return "?" not in text or _REQUEST.search(plain(text)) is not None


def read(text: str, names: EventNames = NO_NAMES, *, near: float = NEAR) -> str | None:
    """The command that one of the sentences asks for; None: none. `near`: from which likeness."""
    for sentence in sentences.sentences(text):
        if _OF_ONESELF.search(plain(sentence)):
            continue
        place = own.nearest(tuple(WORDINGS.values()), sentence, names, near=near)
        if place is not None:
            return _COMMANDS[place]
    return None
