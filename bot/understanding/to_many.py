"""What an organiser wants to write to everybody, in the words in which they say so."""

import re

from bot.understanding import command_words
from bot.understanding.normal import plain

_MANY = (
    r"(?:tous|toutes|tout le monde|inscrits|participants|participantes|aux gens|everybody|everyone)"
)
_WISH = re.compile(
    r"^(?!.*\b(?:listes?|export\w*|fichiers?|tableaux?|excel|list|moi)\b)"
    r".*\b(?:envo[iy]\w*|ecri\w*|dis|dites|dire|previen\w*|prevenir|inform\w*|diffus\w*|send|write"
    rf"|tell)\b.*\b{_MANY}\b"
    r"|\b(?:faire|envoyer|ecrire|nouvelle) (?:une )?annonce\b"
)
_SAID = re.compile(
    r"\b(?:tous|toutes|monde|inscrits|inscrites|participants|participantes|gens|everybody|everyone)"
    r"\b[^:]{0,40}?(?:\s*:\s*|\s+(?:que\s+|qu['’]\s*|that\s+))(?P<said>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_GIVEN_UP = re.compile(
    r"^(?:ah |euh |bon |ben |oh )*(?:(?:non|finalement|en fait) )*"
    r"(?:n envoi\w* (?:rien|pas)|ne (?:l )?envoi\w* pas|n annonc\w+ rien|rien|pas (?:maintenant"
    r"|encore|tout de suite)|plus tard|oublie\w*|laisse\w*|non|send nothing|not now|never mind)"
    r"(?: (?:du tout|finalement|tomber|ca|cela|pour (?:le moment|l instant)|merci|svp|stp))*$"
)


LONGEST_BARE = 7
"""Words of a wish that says nothing of what is to be written."""


def is_wished(text: str) -> bool:
    """Whether something is to be written to many: « écris à tous les inscrits »."""
    return _WISH.search(plain(text)) is not None


def is_bare_wish(text: str) -> bool:
    """Whether it is but the wish: « oui envoie à tout le monde »."""
    is_short = len(text.split()) <= LONGEST_BARE
    return is_short and is_wished(text) and not said(text)


def said(text: str) -> str:
    """What they are to read, where it is said with the wish: « dis à tous que c’est complet »."""
    found = _SAID.search(text)
    if found is None:
        return ""
    words = found["said"].rstrip(" ?")
    return words[:1].upper() + words[1:]


def is_given_up(text: str) -> bool:
    """Whether nothing is to be written after all: « non finalement n’envoie rien »."""
    is_left = command_words.read(text) in ("stop", "back", "menu")
    return is_left or _GIVEN_UP.search(plain(text)) is not None
