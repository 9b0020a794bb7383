"""Whether something may be meant to change a registration, though it is not clear what."""

import re
from collections.abc import Iterable

from bot.understanding.normal import normal, plain

_CHANGE = re.compile(
    r"\b(?:chang\w+|modif\w+|corrig\w+|rectif\w+|remet\w*|mett(?:re|ez|ons)|mets|ecri(?:re|vez|s|t)"
    r"|note[rz]?|enleve[rz]?|retire[rz]?|ajoute[rz]?|remplac\w+|oublie\w*|manque|erreurs?|fautes?"
    r"|faux|fausse|tromp\w+|a l envers|inverse\w*|majuscules?|plutot|change|put|write|correct|wrong"
    r"|mistake|spelt|spelled|add|remove|swap|use my|instead|left out|missing)\b"
)
_FACT = re.compile(
    r"\b(?:fonctions?|structures?|titres?|prenoms?|e mails?|mails?|courriels?|telephones?|tel"
    r"|portable"
    r"|numeros?|territoires?|orthographe|adjointe?|maire|president\w*|tresori\w+|directrice"
    r"|directeur|responsable|charge\w*|conseill\w+|agente?|elue?|function|organisation|surname"
    r"|first name|e ?mail|phone|number|treasurer|mayor|chair\w*|officer|owner)\b"
)
_OF_US = re.compile(r"\b(?:ma|mon|mes|sa|son|ses|leur|notre|nos|my|his|her|our|their)\b")
SHORTEST_NAME = 3
"""Letters of a word that names somebody."""


def may_be_meant(text: str, names: Iterable[str]) -> bool:
    """Whether there are words of a change, a fact of somebody's, or a name of the party in it."""
    said = normal(text)
    words = {one for one in plain(" ".join(names)).split() if len(one) >= SHORTEST_NAME}
    is_named = bool(words & {*plain(text).split()})
    changes, facts = _CHANGE.search(said) is not None, _FACT.search(said) is not None
    if "?" in text:
        return changes and (facts or is_named)
    return is_named or facts or (changes and _OF_US.search(said) is not None)
