"""What a question can be about."""

from enum import StrEnum


class Intent(StrEnum):
    """What a question is about."""

    DATE = "date"
    HOURS = "hours"
    PLACE = "place"
    ACCESS = "access"
    PROGRAMME = "programme"
    OBJECTIVES = "objectives"
    AUDIENCE = "audience"
    PARTNER = "partner"
    SPEAKERS = "speakers"
    SEATS = "seats"
    REGISTER = "register"
    CHANGE = "change"
    CANCEL = "cancel"
    MINE = "mine"
    WAITING_LIST = "waiting_list"
    CONTACT = "contact"
    PRICE = "price"
    MEAL = "meal"
    LODGING = "lodging"
    CERTIFICATE = "certificate"
    ACCESSIBILITY = "accessibility"
    REMINDER = "reminder"
    PRIVACY = "privacy"
    ORGANISER = "organiser"
    GREETING = "greeting"
    THANKS = "thanks"
    HUMAN = "human"
    HELP = "help"
    REMOTE = "remote"
    DOCUMENTS = "documents"
    DEADLINE = "deadline"
    OTHER_SESSION = "other_session"
    OTHER_QUESTION = "other_question"
    OFF_TOPIC = "off_topic"
    PROCEDURE = "procedure"
    """Of the registration itself: which of its questions, `procedure` tells."""
    HEADCOUNT = "headcount"
    LISTING = "listing"
    EXPORT = "export"
    UNANSWERED = "unanswered"
    HISTORY = "history"


FRENCH: dict[Intent, str] = {
    Intent.DATE: "date",
    Intent.HOURS: "horaires",
    Intent.PLACE: "lieu",
    Intent.ACCESS: "acces",
    Intent.PROGRAMME: "programme",
    Intent.OBJECTIVES: "objectifs",
    Intent.AUDIENCE: "public",
    Intent.PARTNER: "binome",
    Intent.SPEAKERS: "intervenants",
    Intent.SEATS: "places",
    Intent.REGISTER: "inscription",
    Intent.CHANGE: "modifier",
    Intent.CANCEL: "annuler",
    Intent.MINE: "mon_inscription",
    Intent.WAITING_LIST: "liste_attente",
    Intent.CONTACT: "contact",
    Intent.PRICE: "tarif",
    Intent.MEAL: "repas",
    Intent.LODGING: "hebergement",
    Intent.CERTIFICATE: "attestation",
    Intent.ACCESSIBILITY: "accessibilite",
    Intent.REMINDER: "rappel",
    Intent.PRIVACY: "confidentialite",
    Intent.ORGANISER: "organisateur",
    Intent.GREETING: "salutation",
    Intent.THANKS: "remerciement",
    Intent.HUMAN: "humain",
    Intent.HELP: "aide",
    Intent.REMOTE: "visio",
    Intent.DOCUMENTS: "documents",
    Intent.DEADLINE: "date_limite",
    Intent.OTHER_SESSION: "autre_session",
    Intent.OTHER_QUESTION: "autre_question",
    Intent.OFF_TOPIC: "hors_sujet",
    Intent.HEADCOUNT: "equipe_effectif",
    Intent.LISTING: "equipe_liste",
    Intent.EXPORT: "equipe_export",
    Intent.UNANSWERED: "equipe_sans_reponse",
    Intent.HISTORY: "equipe_historique",
}
"""Each intent's name in the files of examples, and in what `binome ask` prints."""
BY_EXAMPLES = tuple(FRENCH)
"""Those that the files of questions teach."""

OF_ORGANISERS: dict[Intent, Intent] = {
    Intent.HEADCOUNT: Intent.SEATS,
    Intent.LISTING: Intent.PRIVACY,
    Intent.EXPORT: Intent.PRIVACY,
    Intent.UNANSWERED: Intent.PRIVACY,
    Intent.HISTORY: Intent.OTHER_QUESTION,
}
"""What organisers alone may ask, each with what it is when anybody else says it."""

POLITE = frozenset({Intent.GREETING, Intent.THANKS})
"""What does not count beside a request."""
