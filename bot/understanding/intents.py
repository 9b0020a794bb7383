"""What a question can be about."""

from enum import StrEnum


class Intent(StrEnum):
    """What a question is about.

    Beside each, its name in the French corpora of ``tests/data``.
    """

    DATE = "date"  # date
    HOURS = "hours"  # horaires
    PLACE = "place"  # lieu
    ACCESS = "access"  # acces
    PROGRAMME = "programme"  # programme
    OBJECTIVES = "objectives"  # objectifs
    AUDIENCE = "audience"  # public
    SPEAKERS = "speakers"  # intervenants
    SEATS = "seats"  # places
    REGISTER = "register"  # inscription
    CHANGE = "change"  # modifier
    CANCEL = "cancel"  # annuler
    MINE = "mine"  # mon_inscription
    WAITING_LIST = "waiting_list"  # liste_attente
    CONTACT = "contact"  # contact
    PRICE = "price"  # tarif
    MEAL = "meal"  # repas
    LODGING = "lodging"  # hebergement
    CERTIFICATE = "certificate"  # attestation
    ACCESSIBILITY = "accessibility"  # accessibilite
    REMINDER = "reminder"  # rappel
    PRIVACY = "privacy"  # confidentialite
    ORGANISER = "organiser"  # organisateur
    GREETING = "greeting"  # salutation
    THANKS = "thanks"  # remerciement
    HUMAN = "human"  # humain
    HELP = "help"  # aide
    REMOTE = "remote"  # visio
    DOCUMENTS = "documents"  # documents
    DEADLINE = "deadline"  # date_limite
    OTHER_SESSION = "other_session"  # autre_session
    OTHER_QUESTION = "other_question"  # autre_question
    OFF_TOPIC = "off_topic"  # hors_sujet
