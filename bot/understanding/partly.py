"""« On peut venir que l’après-midi ? », « il repart à 15 h, ça va ? »: a part of the day."""

import re

from bot.understanding.normal import normal

_HALF = re.compile(
    r"\b(?:(?:que|qu|seulement|uniquement|juste|faire|rien que|only|just)(?: \w+){0,4}"
    r" (?:matin\w*|apres midi|aprem|demi journee|une partie|morning|afternoon|part of)"
    r"|(?:apres midi|matin|matinee|aprem|afternoon|morning) (?:seulement|uniquement|only)"
    r"|(?:une |la )?demi journee (?:c est )?(?:possible|seulement|suffit)|mi temps|a la carte"
    r"|toute la journee (?:oblig\w+|c est oblig\w+)|(?:rester|etre la) (?:toute la journee"
    r"|jusqu (?:au bout|a la fin))"
    r"|stay (?:all day|until the end))\b"
)
_HALF_ONLY = re.compile(
    r"\b(?:que|seulement|uniquement|juste|only|just)(?: (?:pour|a|sur|in|for))?(?: (?:le|la|l"
    r"|the))?"
    r" (?:matin|matinee|apres midi|aprem|morning|afternoon)\b"
    r"|\b(?:matin|matinee|apres midi|aprem|morning|afternoon) (?:seulement|uniquement|only)\b"
)
_COMES_OR_GOES = re.compile(
    r"\b(?:arriv\w+|repart\w*|partir\w*|part|pars|partira\w*|partant|filer|quitter\w*"
    r"|absent\w+|debarqu\w+"
    r"|rejoin\w+|retard\w*|leave|leaving|arriv\w+|late)\b"
)
_NOT_AT_THE_HOURS = re.compile(
    r"\b(?:\d{1,2} ?h\w*|heures?|uneheure|avant la fin|plus (?:tot|tard)|retard\w*"
    r"|apres (?:le )?(?:repas|dejeuner|midi)"
    r"|midi|en cours de|matinee|early|earlier|late|later|one|two|three)\b"
)
_MAY = re.compile(
    r"\b(?:peut|peux|pourra\w*|pouvons|possible|grave|embet\w+|gen(?:e|ant)\w*|probleme|souci"
    r"|derange\w*|droit|ok"
    r"|oui ou non|doit|dois|oblig\w+|laisse\w*|si (?:j|je|on|il|elle|nous)|may|can|could"
    r"|all right)\b"
)
_HOURS_ASKED = re.compile(r"\b(?:a quelle heure|quand|quelle heure|au plus tard|what time|when)\b")


def read(text: str) -> bool:
    """Whether words ask if one may be there for a part of the day only."""
    sentence = normal(text).replace("?", " ")
    if _HALF.search(sentence) and not _HOURS_ASKED.search(sentence):
        return True
    return (
        _COMES_OR_GOES.search(sentence) is not None
        and _NOT_AT_THE_HOURS.search(sentence) is not None
        and _MAY.search(sentence) is not None
        and not _HOURS_ASKED.search(sentence)
    )


def says_half(text: str) -> bool:
    """Whether words say that somebody is there for one half: « elle vient que l’après-midi »."""
    sentence = normal(text)
    return _HALF_ONLY.search(sentence) is not None and " plus" not in sentence


_EARLY = re.compile(
    r"\b(?:arriv\w+|venir|viens|vient|etre|entrer|come|get there)\b(?: \w+){0,5} (?:en avance"
    r"|plus tot|avant (?:l heure|le debut|\d{1,2}|les autres)|early|earlier|before)\b"
    r"|\b(?:c est|ca|la salle|le lieu|les portes|vous) (?:sera )?(?:ouv\w+) (?:avant|des|a quelle"
    r"|quand)\b|\bdoors open\b"
)
_OUT = re.compile(r"\b(?:par\w+|finir|terminer|leave)\b")


def comes_early(text: str) -> bool:
    """Whether words are of coming before the beginning: « on arrive en avance, c’est ouvert ? »."""
    sentence = normal(text).replace("?", " ")
    return _EARLY.search(sentence) is not None and _OUT.search(sentence) is None
