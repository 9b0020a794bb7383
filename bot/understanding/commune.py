"""Which commune somebody says to be from: « ma commune, c’est Luc »."""

import re

from bot.understanding import sentences
from bot.understanding.normal import normal

_COMMUNE = re.compile(
    r"\b(?:ma|mon|notre|la) (?:commune|ville|village|code postal)\b(?: \w+){0,6}"
    r" (?:est|note\w*|ajout\w+|mettre|mis|manque\w*|indiqu\w+|precis\w+|inscri\w+|enregistr\w+"
    r"|apparai\w+|figure\w*|vois)\b"
    r"|\b(?:vois|voit|trouve|manque\w*|oubli\w+|mis|note\w*|ajoute[rz]?|mett\w+|indique[rz]?"
    r"|precise[rz]?|changer?|corriger?)(?: (?:pas|bien|donc|aussi|plus))* (?:ma|mon|notre|la)"
    r" (?:commune|ville|village)\b"
)
_TOWN = (
    r"[A-ZÀ-Ý][\w'’-]+(?: (?:[A-ZÀ-Ý][\w'’-]+|(?:en|sur|sous|lès|la|le|les|de|du)"
    r" [A-ZÀ-Ý][\w'’-]+)){0,2}"
)
_FROM_PLACE = re.compile(
    r"^\W*(?i:(?:bonjour|au fait|notez(?: bien)? que|sachez que|et|merci de noter que)\W+)*"
    r"(?:(?i:je suis|je viens|nous sommes|nous venons|on est|on vient) (?i:de |d['’]|du )"
    r"|(?i:j['’]habite|nous habitons|on habite|je vis|nous vivons)(?i: à| en)? )"
    rf"(?P<town>{_TOWN})(?:\W*$|, c['’]est)"
)


def is_told(text: str) -> bool:
    """« ma commune, c’est Luc, l’avez-vous notée ? », « je suis de Luc »."""
    return any(map(_tells, sentences.sentences(text)))


def _tells(sentence: str) -> bool:
    if _COMMUNE.search(normal(sentence)):
        return True
    return "?" not in sentence and _FROM_PLACE.match(sentence) is not None
