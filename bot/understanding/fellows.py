"""What is asked of the others who come: how many they are, who they are, whether some are near."""

import re
from enum import StrEnum, auto

from bot.understanding import sentences
from bot.understanding.normal import normal


class Fellows(StrEnum):
    """What is asked of them."""

    NUMBER = auto()
    """How many are registered so far."""
    NEAR = auto()
    """Whether somebody comes from a place: « quelqu’un de mon coin »."""
    WHO = auto()
    """Who they are."""


_PEOPLE = (
    r"(?:gens|monde|quelqu un|quelques uns|plusieurs|(?<!une )personnes?|voisins|voisines"
    r"|inscrite?s"
    r"|participante?s|autres|elue?s|maires|agents|collegues|communes|habitante?s|mairies"
    r"|associations|membres)"
)
_COMES = (
    r"(?:vien\w+|viendr\w+|inscri\w+|sera|seront|serons|aura|y vont|participe\w*|present\w*"
    r"|annonce\w*)"
)
_SO_FAR = (
    r"(?:inscri\w+|prevue?s?|attendue?s?|annoncee?s?|deja|pour l instant|a ce jour|actuellement)"
)
_NUMBER = re.compile(
    r"\bcombien (?:de |d )?(?:gens|monde|personnes?|participants?|inscrits?|inscriptions?|noms?)"
    r"(?: \w+){0,2}? (?:est ce (?:que|qu)|vien\w+|viendr\w+|seront|sera|aura\w*|participe\w*"
    rf"|{_SO_FAR})\b"
    rf"|\bcombien (?:\w+ ){{0,2}}?(?:sont|seront|se sont|etes|serez|vous etes)(?: \w+)? {_SO_FAR}\b"
    r"|\bcombien (?:viennent|viendront|participent)\b"
    r"|\bcombien (?:d inscrits|de participants|d inscriptions|serez vous|serons nous)"
    r"(?: (?:y a t il|il y a|avez vous|vous avez|on a|sont|attend\w+|vous|en tout|au total"
    rf"|alors|svp|a la journee|{_SO_FAR}))*(?= \?|$)"
    r"|\b(?:vous etes|etes vous) combien (?:a venir|d inscrits|inscrits|a participer)\b"
    r"|\b(?:on|nous|vous) (?:sera|serons|serez) (?:(?:deja|donc|a peu pres) )*combien"
    r"(?: (?:en tout|au total|a peu pres|environ|a (?:la|cette|votre) journee|ce jour la|le jour j"
    r"|de participants|d inscrits|alors|a venir|a participer))*(?= \?|$)"
    r"|\b(?:attend\w+|comptez|prevoy\w+|avez deja) combien (?:de|d) (?:monde|gens|personnes?"
    r"|participants?)\b"
    r"|\b(?:nombre|nb) (?:d inscrits|d inscriptions|de participants|de personnes inscrites)\b"
    r"|\b(?:y a|y aura|a t il|aura t il)(?: \w+){0,2} (?:du monde|beaucoup (?:de monde|d inscrits"
    r"|de gens))(?: (?:d inscrits?|inscrits?|deja|pour l instant|en ce moment|svp))*(?= \?|$)"
    r"|\b(?:beaucoup|assez) d inscrits\b"
    r"|\bhow many (?:people )?(?:are|have|will) (?:\w+ )?(?:coming|registered|come|be there"
    r"|signed up)\b"
)
_NO_NUMBER = re.compile(
    r"\b(?:peu\w*|pouvons|pourr\w*|maxi\w*|mini\w*|max|au plus|limite\w*|faut|doi\w+|groupes?"
    r"|binomes?"
    r"|trinomes?|restent?|reste|places?|libres?|salles?|heures?|temps|jours?|euros?|voitures?"
    r"|can|may|seats?|left|room|notee?s?|marquee?s?|questions?|fois|table|cout\w*|paye\w*|km"
    r"|kilometres?|de chez nous|dans (?:mon|notre) (?:groupe|equipe)|mon|ma)\b"
)
_WHO = re.compile(
    r"\bqui (?:d autres?|vient|sera la|seront la|est inscrit|sont les (?:autres|inscrits"
    r"|participants))\b"
    r"|\b(?:liste|noms) des (?:autres |participants|inscrits|presents)"
    r"|\b(?:who else|who is coming)\b"
)
_OF = r"(?:du|de la|des|d|de|chez|par|pres|autour|dans|sur|en)"
_OURS = re.compile(
    r"\b(?:(?:mon|ma|mes|notre|nos|votre|meme|ce|cette) (?:petite? )?(?:coin|secteur|commune"
    r"|territoire|village"
    r"|vallee|canton|pays|region|departement|ville|intercommunalite|comcom|com com|interco|agglo"
    r"|communaute|plateau)|(?:de |par )?chez (?:moi|nous)|du coin|d ici|a cote de chez"
    r"|dans les parages"
    r"|mon voisinage|my area|near me|around here)\b"
)
_FROM = re.compile(
    rf"\b{_PEOPLE}\b(?: \w+){{0,4}} {_OF}(?: \w+){{0,4}} {_COMES}\b"
    rf"|\b{_COMES}\b(?: \w+){{0,3}} {_PEOPLE}(?: d autres?)? {_OF} (?!equipe|organis)\w+"
    rf"|\b{_PEOPLE}(?: d autres?)? (?:du|de|de la|de l|d|des) \w+(?: \w+){{0,4}} {_COMES}\b"
    r"|(?<!ma )(?<!notre )(?<!votre )\b(?:commune|mairie|communaute|intercommunalite|agglo|parc)"
    r" (?:\w+ ){0,5}(?:sera|seront|est|etait) (?:bien |deja |aussi )?(?:represente|presente"
    r"|la)\w*\b"
    rf"|\b(?:y a|y aura|a t il|aura t il) (?:\w+ ){{0,2}}{_PEOPLE}(?: d autres?)? (?:du|de|des|d)"
    r" (?!plus|moins|l |la |prevu|dispo|bien|tout)\w+ (?:\w+ )?(?:\?|$)"
    rf"|\binscrite?s (?:du|de|de la|d) \w+"
    r"|\b(?:anyone|anybody|somebody|people) (?:else )?from\b"
)
_NEARBY = re.compile(rf"\b{_PEOPLE}\b")
_NEIGHBOURS = re.compile(r"\b(?:des|mes|nos|d autres) (?:voisins?|voisines?)\b")
_NOT_OTHERS = re.compile(
    r"\b(?:peut|peuvent|peux|pouvons|pourr\w*|anime\w*|interv\w+|parle\w*|parler|places?|may|can"
    r"|avec moi"
    r"|accueil\w*|equipe d|organis\w+|joindre|repond\w*|appel\w*|disponible|droit|reserve\w*"
    r"|ouver\w*|cherch\w*|trouv\w*|remplac\w*|interdit|permis|obligat\w*|faut|doi\w+|heures?"
    r"|gare|train|parking|repas|salle|moins de|plus de|ans)\b"
)
_NOT_WHO = re.compile(r"\b(?:peuvent|anime\w*|interv\w+|parle\w*|place|may|can|avec moi)\b")
_OURSELVES = re.compile(
    r"\b(?:une|deux|trois|quatre|\d+|mes|nos) (?:personnes?|collegues|agents|elus)\b"
)
"""« Deux personnes de ma commune viennent, c’est bon ? » tells who comes along."""
_WITH_WHOM = re.compile(r"\b(?:avec|a|pour) (?:qui|lesquels|laquelle|lequel) .*$")
_BLAMING = re.compile(
    r"\b(?:vous|tu) (?:ne |n )?(?:\w+ ){0,2}repond\w+(?: pas| jamais)?(?: (?:a|sur|ma|la|mes))*"
    r"(?: questions?)?\b"
)
_IS_ASKED = re.compile(
    r"\?|\b(?:demand\w+|savoir|dit|dire)\b.*\b(?:s il|si|combien|qui)\b|^(?:\w+ ){0,2}(?:est ce|y a"
    r"|il y a|il y aura|combien|how many|qui)\b"
)


def read(text: str) -> Fellows | None:
    """What is asked of the others who come; None: nothing."""
    return next(filter(None, map(_read, sentences.sentences(text))), None)


def _read(sentence: str) -> Fellows | None:
    said = _BLAMING.sub(" ", _WITH_WHOM.sub("", normal(sentence)))
    if _IS_ASKED.search(normal(sentence)) is None:
        return None
    is_near = _is_near(said)
    if _NUMBER.search(said) and not _NO_NUMBER.search(said) and not is_near:
        return Fellows.NUMBER
    is_near |= _WHO.search(said) is not None and _OURS.search(said) is not None
    if is_near and not _NOT_OTHERS.search(said):
        return Fellows.NEAR
    return Fellows.WHO if _WHO.search(said) and not _NOT_WHO.search(said) else None


def _is_near(said: str) -> bool:
    """Whether it is asked of people of a place."""
    if _OURSELVES.search(said):
        return False
    if _FROM.search(said) or _NEIGHBOURS.search(said):
        return True
    return bool(_OURS.search(said) and _NEARBY.search(said) and re.search(_COMES, said))
