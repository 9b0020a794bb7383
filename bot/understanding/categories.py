"""In what capacity a person comes: elected, staff, or organised civil society."""

import re
from typing import Literal

from rapidfuzz.distance import OSA

from bot.domain.party import Category
from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import normal, plain, vocabulary
from bot.understanding.results import Reading, Unclear, Understood
from bot.understanding.speech import is_speech

_NONE = re.compile(r"\b(aucune?|ni|none|neither|pas|autre|sais|nothing|not)\b")
# « je suis élu », « moi c’est agent »; « pas » has its own answer.
_OF_ONESELF = vocabulary(
    "je j suis ai moi on est pas merci svp bonjour ca toujours encore"
    " i am the is we are il elle comme la en a"
)
_NAMING = (
    "elu", "elue", "agent", "agente", "technicien", "technicienne", "societe", "civile",
    "association", "associatif", "benevole", "fonctionnaire", "citoyen",
    "citoyenne", "habitant", "habitante", "adjoint", "adjointe", "secretaire", "directeur",
    "directrice", "animateur", "animatrice", "elected", "staff", "mayor", "councillor",
)  # fmt: skip
_BOTH = re.compile(r"\b(les (deux|trois)|both|un peu des deux|tous|ou|or)\b")


def read(text: str) -> Reading[Category]:
    """Read a category, from its name or from a function.

    Unclear: « several » (two of them: ask in which capacity), « none » (none of the three, or a
    denial), « vague » (a function that decides nothing), « no_category ».
    """
    sentence = normal(text)
    if "?" in sentence or len(text) > 200 or is_speech(text, _OF_ONESELF):
        return Unclear("no_category")
    if _BOTH.search(sentence):
        return Unclear("several")
    if _NONE.search(sentence):
        return Unclear("none")
    words = sentence.split()
    marks = {found.value for found in FUNCTIONS.find(words)}
    if not marks and len(words) <= 3:
        marks = {found.value for found in FUNCTIONS.find([_well_spelt(word) for word in words])}
    certain = [category for category in Category if category.value in marks]
    if "former" in marks:
        return Unclear("vague")
    if len(certain) > 1:
        return Unclear("several")
    if certain:
        return Understood(certain[0])
    return Unclear("vague" if marks else "no_category")


def _well_spelt(word: str) -> str:
    """Put the word right that names a category, one or two letters away: « tecnicienne »."""
    if len(word) < 4 or word in _NAMING:
        return word
    close = (one for one in _NAMING if OSA.distance(word, one) <= (1 if len(one) < 8 else 2))
    return next(close, word)


# The secretary of an association is none of a town hall.
_OFFICER = re.compile(
    r"(?:vice )?(?:secretaire|tresori\w+|president\w*|membre|benevole)\b(?! de mairie)"
)
_CLUB = re.compile(r"\b(?:associations?|asso|amis|amicale|club|comite|foyer|collectif|cuma|cld)\b")
# « vice-présidente en charge de l’eau »: of what, the organisation tells.
_PRESIDES = re.compile(
    r"(?:\d+ ?[eè]\w* |premi[eè]re? )?(?:vice[- ]?)?pr[ée]sidente?\b", re.IGNORECASE
)


def infer(function: str, organisation: str | None) -> Category | None:
    """Give the category a function implies, None when in doubt.

    The organisation only helps a function that needs one, such as « présidente ».
    """
    if organisation and _OFFICER.match(plain(function)) and _CLUB.search(plain(organisation)):
        return Category.CIVIL
    alone = read(function)
    if isinstance(alone, Understood):
        return alone.value
    presides = _PRESIDES.match(function)
    if organisation is None or (alone.why != "vague" and presides is None):
        return None
    together = read(f"{presides.group() if presides else function} {organisation}")
    return together.value if isinstance(together, Understood) else None


# Words before the one that has a gender.
_BEFORE = vocabulary(
    "je suis moi elle il est c vice premier premiere 1er 1ere 2e 3e 2eme 3eme deuxieme "
    "troisieme le l"
)
_FEMININE = re.compile(
    r"(trice|ienne|ere|euse|ente|ante|ee|elue|agente|adjointe|cheffe|ingenieure|mairesse|sante|ane)$"
)
_MASCULINE = re.compile(
    r"(elu|adjoint|teur|ier|ien|ller|charge|delegue|attache|ident|chef|ant|employe)$"
)


def gender(function: str) -> Literal["f", "m"] | None:
    """Give the grammatical gender of a function, None when the word serves both (« maire »)."""
    said = [word for word in normal(function).split() if word not in _BEFORE]
    if not said:
        return None
    head = said[0]
    if head in {"une", "madame", "mme", "la"}:
        return "f"
    if head in {"un", "monsieur"}:
        return "m"
    if len(said) > 1 and said[1] == "e":  # élu(e), élu·e
        return None
    if _FEMININE.search(head):
        return "f"
    return "m" if _MASCULINE.search(head) else None
