"""To be sure of what one registered: in writing, for good, by whom, undone."""

import re
from enum import StrEnum, auto

from bot.understanding.normal import normal


class Assurance(StrEnum):
    """What is asked of a registration besides whether there is one."""

    IN_WRITING = auto()
    """Whether it is confirmed by e-mail."""
    FINAL = auto()
    """Whether it holds, or somebody has to accept it."""
    RECALL = auto()
    """What was noted so far."""
    STANDS = auto()
    """Whether all is well with it."""
    UNDONE = auto()
    """Whether a name was taken off, or all was cancelled."""


_IN_WRITING = re.compile(
    r"\b(?:confirm\w+|accuse de reception|recapitulatif|recu|quelque chose|trace|preuve"
    r"|justificatif|anything)\b"
    r"(?: \w+){0,6} (?:mails?|e mails?|mel|courriels?|courrier|ecrite?|ecrit|papier|lettre"
    r"|email|writing)\b"
    r"|\b(?:mails?|e mails?|courriels?|courrier|email)(?: \w+){0,2} (?:de )?confirm\w+"
    r"|\b(?:confirmez|confirme)(?: \w+){0,3} (?:par|sur|a|by|via)(?: \w+){0,3} (?:mails?"
    r"|courriel|ecrit|email)\b"
    r"|\b(?:recoi[st]|recevrai|recevoir|recevra|recevons|envoye[rz]|envoies?|enverrez|jaurai"
    r"|aurai|get)\b"
    r"(?: (?:je|tu|vous|on|nous|moi|me|bien|aussi|un|une|le|des|an|any))* (?:mails?|e mails?"
    r"|courriels?|email)\b"
)
_ABOUT_SENDING = re.compile(
    r"\b(?:recoi\w*|recev\w+|envo\w+|enver\w+|arriv\w+|aurai|auras|aurons|jaurai|par|ecrite?"
    r"|oui ou non|get"
    r"|send|will|quand|by|in)\b"
)
_NOT_RECEIVED = re.compile(
    r"\b(?:pas|rien|jamais|toujours pas|n ai|not|never)\b.*\b(?:recu\w*|eu|received)\b"
)
_FINAL = re.compile(
    r"\b(?:definiti\w+|valid\w+ (?:par|notre|mon|ma|ma|les|la|nos)|va (?:t elle )?valider"
    r"|accept\w+ (?:par|notre|mon|les)"
    r"|faut (?:il )?(?:qu|que|attendre)(?: \w+){0,8} (?:valid\w+|accept\w+|accord|confirm\w+)"
    r"|acquis\w*|sous reserve|feu vert|agrement|attendre (?:une |un |votre |l )?(?:validation"
    r"|accord|reponse)"
    r"|(?:qui|quelqu un) (?:valide|accepte)\w*|nous refuser|me refuser|(?<!au )final|approv\w+"
    r"|accept us)\b"
)
_OF_REGISTRATION = re.compile(
    r"\b(?:inscri\w+|place\w*|presence|participation|venue|dossier|demande|reservation"
    r"|validation|valid\w+"
    r"|definiti\w+|acquis\w*|accord|feu vert|agrement|us|registration|final|it)\b"
)
_UNDONE = re.compile(
    r"\b(?:avez|as|a|ont|have|has|did)\b(?: \w+){0,4} (?:retiree?s?|enlevee?s?|supprimee?s?"
    r"|efface\w*|otee?s?|raye\w*"
    r"|annulee?s?|desinscri\w+|taken|removed|cancelled|noteb|remplacee?s?)\b"
    r"|\b(?:bien|deja) (?:retiree?s?|enlevee?s?|supprimee?s?|otee?s?|annulee?s?|desinscri\w+)\b"
    r"|\bannulation\b(?: \w+){0,4} (?:prise?|enregistre\w*|notee?|effective|valide\w*|through)\b"
    r"|\b(?:suis|sommes)(?: je| nous)? (?:bien |deja )?(?:raye\w*|desinscri\w+)\b"
    r"|\b(?:did the cancellation|is it cancelled)\b"
)
_STANDS = re.compile(
    r"^(?:(?:et|donc|alors|bon|ok|voila|merci|maintenant|du coup) )*"
    r"(?:(?:c est|tout est|on est|nous sommes) (?:toujours |bien |tout |donc )*(?:bons?|ok"
    r"|en ordre|regle|enregistre\w*|valide\w*|confirme\w*|pris en compte|passe"
    r"|a jour|complet)"
    r"|(?:on est|nous sommes|on reste) (?:toujours|bien|donc) (?:\d|deux|trois|quatre)"
    r"|is (?:it|everything) (?:all right|fine|ok|in order)|are we (?:still )?(?:good|fine|all set))"
    r"(?: (?:pour (?:nous|moi)|maintenant|la|du coup|finalement|cette fois|comme ca|now|c est bon"
    r"|alors|ou pas))*$"
)
_OF_THE_DAY = re.compile(
    r"\b(?:journee|programme|places?|repas|salle|public|prevu\w*|day|seats?)\b"
)
_ASKED_OF_US = re.compile(
    r"\b(?:pouvez|pourriez|peux|peut|veuillez|can you|merci de)(?: \w+){0,2} (?:valid|confirm"
    r"|accept)\w+"
)
_RECALL = re.compile(
    r"\b(?:rappel\w*|relire|relisez|relis|redire|redites|redis|remontr\w+|repet\w+|quoi|quelles?"
    r"|quels?"
    r"|qu est ce|what|which|read)\b(?: \w+){0,6}"
    r" (?:vous avez|tu as|avez vous|as tu|ai je|j ai|do you have|have you got|did i)"
    r"(?: \w+){0,2} (?:note\w*|mis|ecrit|donne\w*|pour|comme|de moi|enregistre\w*|for|given|got)\b"
    r"|\b(?:vous avez|tu as) (?:note |mis |ecrit )?quoi\b"
    r"|\b(?:mails?|e mail|numero|telephone|fonction|structure)\b(?: \w+){0,4}"
    r" (?:vous l avez|l avez vous|tu l as)\b"
    r"|\b(?:vous (?:m |nous |l |la |le |les |lui )?avez|avez vous|tu as|as tu|have you|did you)"
    r" (?:(?:bien|deja|tout|donc|got|m|nous|l|les|pris) )*(?:note|notee|notes|notees|change"
    r"|changee|mis"
    r"|mise|garde|compris|compte|corrige|corrigee|modifie|modifiee|retenu|retenue|marque|ajoute"
    r"|ajoutee"
    r"|noted|changed|kept|put|corrected|added|got)\b"
    r"|\b(?:recapitul\w*|resume[rz]?|montre[rz]?|affiche[rz]?|sum up"
    r"|show)\b(?: \w+){0,6} (?:groupes?"
    r"|binomes?|inscriptions?|note|marque|retenu|compris|registrations?|noted)\b"
    r"|\b(?:ce que|c que|quoi|qu est ce que|what) (?:vous avez|tu as|you have"
    r"|you ve got)(?: \w+){0,2}"
    r" (?:note|mis|marque|retenu|ecrit|enregistre|compris|garde|down|noted)\b"
    r"|\bqui (?:est |vous avez |tu as |j ai )(?:bien |deja )?(?:notee?s?|marquee?s?|mis)\b"
    r"|\bmontre[rz]?(?: \w+){0,3} (?:vous avez|tu as)$|\bshow me what you have$"
    r"|\b(?:il|elle|ils|elles|on|je) (?:est|sont|suis) passee?s? ou\b"
    r"|\b(?:je suis|suis je|on est|il est|elle est) ou dans (?:l|la|votre|cette) (?:inscription"
    r"|liste)"
    r"|\b(?:ce que|c est quoi ce que|what) (?:vous avez|tu as|you have)(?: \w+)? (?:sur|de|pour"
    r"|about|on)"
    r" (?:moi|nous|mon|me|us)\b"
)
_ASKED_OF_DATA = re.compile(
    r"\b(?:donnees|coordonnees|fichiers?|rgpd|adresse|numero|telephone|mail)\b"
)


def read(text: str) -> Assurance | None:
    """Which assurance words ask for; None: none of these."""
    sentence = normal(text).replace("?", " ")
    if _NOT_RECEIVED.search(sentence):
        return None
    if _UNDONE.search(sentence) and _is_asked(text) and not _ASKED_OF_DATA.search(sentence):
        return Assurance.UNDONE
    if _RECALL.search(sentence.strip()) and _is_asked(text) and not _OF_THE_DAY.search(sentence):
        return Assurance.RECALL
    if "?" in text and _STANDS.search(sentence.strip()):
        return Assurance.STANDS
    if _IN_WRITING.search(sentence) and _ABOUT_SENDING.search(sentence):
        return Assurance.IN_WRITING
    if _ASKED_OF_US.search(sentence):
        return None
    if _FINAL.search(sentence) and _OF_REGISTRATION.search(sentence) and _is_asked(text):
        return Assurance.FINAL
    return None


_ASKING = re.compile(
    r"\b(?:est (?:ce|elle|il)|si|faut il|doi\w+ (?:ils|elles|il|elle|on|nous)|avez vous|as tu"
    r"|qui|sont ils"
    r"|demande|savoir|enquiers|montre[rz]?|affiche[rz]?|recapitul\w*|show|suis (?:je )?ou|is"
    r"|have you|did|do|does"
    r"|will)\b|^(?:faut|vous (?:avez|m avez))\b"
)


def _is_asked(text: str) -> bool:
    return "?" in text or _ASKING.search(normal(text)) is not None


_OF_IT = frozenset({Assurance.IN_WRITING, Assurance.FINAL})


def is_of_registration(text: str) -> bool:
    """Whether it is asked how sure a registration is: « vais-je recevoir un mail ? »."""
    return read(text) in _OF_IT
