"""How many come, where nobody counts them: « ma voisine et moi », « the two of us »."""

import re

from bot.understanding.functions import FUNCTIONS
from bot.understanding.normal import plain, vocabulary

_PEOPLE = vocabulary(
    """
    collegue colleague voisin voisine neighbour neighbor binome partner ami amie copain copine
    friend mari femme husband wife fille fils daughter son frere soeur brother sister mere pere chef
    cheffe boss patron patronne manager stagiaire trainee collaborateur collaboratrice homologue
    papa maman dad mum mom conjoint conjointe compagnon compagne epoux epouse cousin cousine oncle
    tante neveu niece coloc pote alternant alternante apprenti apprentie associe associee confrere
    consoeur
    """
)
SOMEBODY = (_PEOPLE | FUNCTIONS.vocabulary) - vocabulary("commune mairie projet mission")
"""What somebody may be called: a colleague, a friend, a function."""
_ONE = r"(?:mon|ma|notre|une?|my|our|a|an)\s+(?P<who>[^\W\d_][\w-]+)"
_AND = r"\s*(?:\bet\b|\band\b|\bavec\b|\bplus\b|[+&])\s*"
_NAMED = r"(?:[\s,]+(?!et\b|and\b)[^\W\d_][\w'’-]+){0,3}?"
_PAIRS = (
    re.compile(rf"\b(?:moi|me|i|nous)(?:[ -]m[êe]me)?{_AND}{_ONE}", re.IGNORECASE),
    re.compile(rf"(?<!\bam )(?<!['’]m )\b{_ONE}{_NAMED}{_AND}(?:moi|me|i|myself)\b", re.IGNORECASE),
)
_US_TWO = re.compile(
    r"\b(?:the )?(?:two|pair|both) of us\b|\b(?:a |juste? )?nous deux\b", re.IGNORECASE
)
_A_THIRD = re.compile(
    r"(?:\bet\b|\band\b|\bavec\b|\bplus\b|\bainsi que\b|[+&,])\s*"
    r"(?:(?:mon|ma|mes|notre|nos|une?|des|deux|trois|\d|my|our|two|three)\b|(?-i:[A-ZÉ])\w+ "
    r"(?-i:[A-ZÉ]))",
    re.IGNORECASE,
)
_A_FIRST = re.compile(
    r"(?:\bet|\band|[+&]|(?:\b(?:mon|ma|notre|my|our)\s|(?-i:[A-ZÉ])\w+\s(?-i:[A-ZÉ]))[^.,]{1,30},)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?\n]")
_MONTHS = (
    r"janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre"
    r"|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november"
    r"|december"
)
_DAY = re.compile(
    rf"\b(?:(?:le|du|au|pour le|on the|the|of the|dès le)\s+\d{{1,2}}(?:er|th|st|nd|rd)?"
    rf"(?!\s*(?:personnes?|places?|people|coll))\b|\d{{1,2}}(?:er)?)(?:\s+(?:{_MONTHS})\b)"
    r"(?:\s+\d{4})?"
    r"|\b(?:le|du|au|pour le|on the)\s+\d{1,2}(?:er|th|st|nd|rd)?\b"
    r"(?!\s*(?:personnes?|places?|h\b))",
    re.IGNORECASE,
)


_WITH_A_THING = re.compile(
    r"\b(?:avec|et|with|and)\s+(?:mon|ma|mes|un|une|notre|my|a)\s+(?:\w+\s)?(?:chiens?|chiots?|chats?|v[ée]los?"
    r"|voitures?|motos?|camion\w*|fourgon\w*|ordinateurs?|ordi|portable|pc|fauteuil|cannes?|poussette"
    r"|casse[- ]cro[uû]te|pique[- ]nique|sandwich\w*|repas|mat[ée]riel|appareil|dogs?|cars?|bikes?"
    r"|laptops?|wheelchair)\b",
    re.IGNORECASE,
)


_NOT_WITHOUT = re.compile(
    r"\b(?P<who>je|j['’]|on|nous|il|elle)\s?(?:n['’]|ne\s)?(?:y\s)?"
    r"(?:peux|peut|pouvons|veux|veut|voulons|viens|vient|venons|viendrai|viendra|irai|ira|vais|saurais)"
    r"\s(?:pas|plus)(?:\s(?:y\s)?(?:aller|venir|participer|faire (?:ça"
    r"|cela)))?\ssans\s(?!doute|faute)",
    re.IGNORECASE,
)


def not_without(text: str) -> str:
    """« je ne peux pas y aller sans Karim » as what it says: « je viens avec Karim »."""
    return _NOT_WITHOUT.sub(lambda found: f"{found['who']} viens avec ", text)


def without_things(text: str) -> str:
    """Blank out « avec mon chien », « avec ma voiture »: they count nobody; places stay."""
    return _WITH_A_THING.sub(lambda found: " " * len(found.group()), text)


def without_days(text: str) -> str:
    """Give a text without its dates: « votre réunion du 5 » counts nobody."""
    return _DAY.sub(" ", text)


_TWO_OTHERS = re.compile(
    r"\b(?:le|la|l['’]|notre|monsieur|madame)\s*(?:le\s|la\s)?(?P<first>[^\W\d_]+)"
    r"(?: (?:de|d['’]|du) ?[\w'’-]+)?"
    rf"{_AND}(?:(?:l['’])?une?|son|sa)\s+(?:de\s+)?(?:ses\s|nos\s|leurs\s|vos\s)?(?P<who>[^\W\d_]+)",
    re.IGNORECASE,
)
"""« M. le maire et une de ses adjointes »."""


def _are_two_others(text: str) -> bool:
    found = _TWO_OTHERS.search(text)
    if found is None:
        return False
    said = [plain(found["first"]), plain(found["who"]).removesuffix("s")]
    return all(one in FUNCTIONS.vocabulary for one in said) and _is_pair(text, found)


def are_two(text: str) -> bool:
    """Whether who writes comes with one other, or two others come; no third is told of."""
    if _US_TWO.search(text) or _are_two_others(text):
        return True
    pairs = (pair.search(text) for pair in _PAIRS)
    return any(found is not None and _is_pair(text, found) for found in pairs)


_ALONE = re.compile(
    r"(?:(?:je|j|i) )?(?:(?:viens|viendrai|vien|vais|y vais|serai|come|ll come) )?(?:avec personne"
    r"|non accompagnee?|pas accompagnee?|sans personne|on my own|by myself)"
    r"|(?:il )?(?:n )?y aura (?:donc |plus )?que moi"
    r"|(?:(?:et|donc|alors|mais) )*(?:(?:mettez|inscrivez|comptez|notez|mets|inscris) (?:moi )?"
    r"(?:bien |donc )?)?(?:tout |toute )?seule? (?:pour (?:le moment|l instant|l heure)|svp|merci)"
    r"|(?:mettez|inscrivez|comptez|notez|mets|inscris) moi (?:bien |donc )?(?:tout |toute )?seule?"
    r"|(?:(?:moi|donc|et|mais|car) )*(?:je|j) (?:suis|serai|viens|viendrai|m inscris|participe\w*)"
    r" (?:bien |donc |seulement )?(?:tout |toute )?seule?"
    r"(?: (?:pour (?:le moment|l instant|l heure)|merci|svp|hein|la|moi))*"
    r"|(?:(?:pour|et|mais|donc|c est|ce sera|ce serait|il y a|y a|y aura|il n y a|it s|for) )*"
    r"(?:juste|seulement|uniquement|rien que|que|just|only) (?:pour )?(?:moi|me)"
    r"(?: (?:seule?|tout seul|toute seule|merci|svp|stp|please))*"
)


def is_alone(text: str) -> bool:
    """« je veux m’inscrire. Juste moi »: whether who writes says they come alone."""
    return any(_ALONE.fullmatch(plain(one)) for one in re.split(r"[.,;:!?\n]", text))


_WITH_ONE = re.compile(rf"\b(?:avec|with)\s+{_ONE}", re.IGNORECASE)


def brings_one(text: str) -> bool:
    """Whether who comes brings one other: « je viens avec une collègue à votre réunion »."""
    found = _WITH_ONE.search(text)
    return found is not None and _is_pair(text, found)


def _is_pair(text: str, found: re.Match[str]) -> bool:
    said = plain(found["who"])
    if not {said, said.removesuffix("s")} & SOMEBODY:
        return False
    before = _SENTENCE.split(text[: found.start()])[-1]
    after = _SENTENCE.split(text[found.end() :])[0]
    return not _A_THIRD.search(after) and not _A_FIRST.search(before)
