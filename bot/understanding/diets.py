"""Diets and allergies, told or asked about."""

import re

from bot.understanding import sentences
from bot.understanding.normal import normal

_DIET = re.compile(
    r"\b(?:vegetarien\w*|vegetalien\w*|vege|vgtar\w*|vegans?|veggie"
    r"|sans (?:gluten|lactose|sel|porc|viande"
    r"|arachides?"
    r"|oeufs?)|gluten free|coeliaque\w*|celiac|coeliac|halal|casher|kosher|vegetarian\w*"
    r"|(?:intolerant\w*|intolerances?|allergi\w*)(?! aux? (?:reunions?|discours|jargon))"
    r"|diabeti\w*|au regime|regimes? (?:alimentaires?|particuliers?|special|speciaux|sans)"
    r"|dietary|(?:mange\w*|manger) (?:pas|jamais|plus|ni)(?: \w+)? (?:porc|viande\w*|poissons?"
    r"|oeufs?|gluten|fromage|lait|laitages?|pain|fruits? de mer|meat|pork|fish)"
    r"|(?:don t|doesn t|do not|does not|can t|cannot) eat(?: \w+)? (?:meat|pork|fish|gluten"
    r"|dairy|eggs?|nuts?))\b"
)
_SUITS = re.compile(
    r"\b(?:repas|dejeuner|menu|lunch|meal|buffet)\b.*\b(?:convient|conviendra|(?:me|nous) va"
    r"|parfait|perfect|ideal"
    r"|tres bien|super|fine|great|good)\b"
    r"|\b(?:vegetar\w*|vege|vegan\w*|veggie)\b.*\b(?:suits?|convient|conviendra|(?:me|nous) va"
    r"|parfait|perfect|ideal|tant mieux|ca tombe bien)\b"
    r"|\b(?:tant mieux|ca tombe bien|perfect|parfait|great|ravie?|contente?)\b.*"
    r"\b(?:vegetar\w*|vege|vegan\w*|veggie)\b"
)
"""« un repas végétarien qui me convient »: nothing is asked for."""


def is_diet(text: str) -> bool:
    """Whether a diet is told or asked about."""
    return any(_is_diet(one) for one in sentences.sentences(text))


def _is_diet(sentence: str) -> bool:
    said = normal(sentence)
    is_suited = "?" not in sentence and _SUITS.search(said) is not None
    return _DIET.search(said) is not None and not is_suited


_VEGETARIAN = re.compile(r"\b(?:vegetar\w*|vege|veggie|without meat|sans viande)\b")
_NOT = re.compile(r"\b(?:pas|not|non|jamais|never|don t|doesn t)\b")


def is_met(text: str, *, meal: str) -> bool:
    """Whether what is asked for is what everybody gets: a vegetarian lunch."""
    said = normal(text)
    others = _DIET.search(_VEGETARIAN.sub(" ", said))
    is_asked = _VEGETARIAN.search(said) is not None and others is None
    return is_asked and not _NOT.search(said) and _VEGETARIAN.search(normal(meal)) is not None
