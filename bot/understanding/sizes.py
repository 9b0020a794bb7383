"""How many people a party counts."""

import re

from rapidfuzz.distance import OSA

from bot.understanding import company
from bot.understanding.figures import with_figures
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.lexicon import Lexicon
from bot.understanding.normal import normal, vocabulary
from bot.understanding.results import Doubtful, Reading, Unclear, Understood
from bot.understanding.speech import is_speech
from bot.understanding.tidying import tidy

_NEGATIVE = re.compile(r"^\W*(?:[-−–]\s?\d|moins (?:un|une|deux|trois|\d))", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:ou|or|entre|peut etre|maybe|sais pas|sait pas|pas sure?s?|pas certain\w*|hesit\w+"
    r"|tate\w*"
    r"|depend|minimum|maximum|pas plus de)\b"
)
"""Words that hesitate between numbers, where none is said."""
_APPOSED = re.compile(
    r"(?P<name>(?:\b(?:M\.|M|Mme|Mlle|Mr|Mrs|Ms|Monsieur|Madame)|\b[A-ZÀ-Ý][\w'’-]+)"
    r" [A-ZÀ-Ý][\w'’-]+),\s*(?:(?:qui est |who is )?(?:mon|ma|notre|my|our)\s)"
    r"[\w'’-]+(?: (?:de |d['’]|du |au |à )[\w'’-]+)?"
)
"""« Mme Vial, notre vice-présidente »: one person."""
_NUMBERED_NAME = re.compile(
    r"(?<=\b[LlDd]es )(?:Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Douze|Cent|Mille|\d+)"
    r"(?= [A-ZÀ-Ý])"
)
"""« le centre social Les Quatre Vents »: that counts nobody."""
_SEEKS = re.compile(
    r"\b(?:et |mais |donc )*(?:je |j |on )(?:re)?(?:cherche\w*|aimerais? trouver) \w+(?: \w+)?"
)
"""« seule, et je cherche un binôme »: they are one."""
_THERE_WILL_BE = re.compile(r"^(?:il )?(?:n )?y (?:aura|a) (?P<only>que |qu |juste )?")
_ONE_MORE = re.compile(
    r"(?P<link>\baccompagnee? (?:d |de |par )|\bavec )(?:une|1) (?:autre )?personne\b"
)
_ITEMS = re.compile(
    r"\s*(?:,|;|\+|&|/|\bplus\b|\bet\b|\bainsi que\b|\baccompagnee? (?:de|par|d)\b|\bavec\b"
    r"|\band\b|\bwith\b)\s*"
)
_SEVERAL = re.compile(
    r"\b(ou|or|entre|peut etre|maybe|sais pas|sait pas|pas sure?s?|pas certain\w*|hesit\w+|tate\w*"
    r"|devait|devions|devrait|pas plus de|selon|si|ca depend|minimum|maximum|mais|but)\b"
)
# « trois, enfin non deux », « 3 non 2 »: what is said last is what is meant.
_CORRECTED = re.compile(
    r"^.*?\d.*?\b(?:enfin|pardon|plutot|en fait|finalement|oups|attendez|sorry|rather|no|non)\b"
    r"(?: (?:enfin|non|no|en fait|a|je|veux|dire|on|sera|plutot|pardon))* (?=\d+\b|un\b"
    r"|une\b|seule?\b)"
)
# « deux élus et un technicien »: people of two kinds; « un binôme plus une stagiaire ».
_TWO_KINDS = re.compile(
    r"(?P<one>\d+|une?|one) (?P<what>[a-z]{3,}) (?:et|plus|and) (?P<other>\d+|une?|one) [a-z]{3,}"
)
# « deux + moi »
_AND_ME = re.compile(r"(\d+)(?: collegues?| autres?)? (?:plus|et) moi(?: meme)?")
_PEOPLE = vocabulary("personne personnes gens people persons places voitures")
_KNOWN_WORDS = ("deux", "trois", "quatre", "seul", "seule", "binome", "trinome", "two", "three")
# « 3, pas 2 », « 3 au lieu de 2 »: the second number is the one that is wrong.
_INSTEAD = re.compile(r"\b(?:et non|et pas|pas|not|au lieu de|instead of) (?:a )?(\d+)\b")
_WITHOUT = re.compile(r"\b(?:sans|without) (?:mon |ma |un |une |a )?(?:binome|trinome|duo|partner)")
_BUT_ME = re.compile(r"\bpersonne d autre( que moi)?|\b(rien|nobody|no one) (que|but) (moi|me)\b")

_GROUPS = Lexicon(
    {
        "binomes|binome|duo|duos|paire|paires|couple|pair|couple": 2,
        "trinomes|trinome|trio|trios|threesome": 3,
    }
)
_ALONE = Lexicon(
    dict.fromkeys(
        (
            "seul|seule|solo|alone",
            "rien|juste|seulement|just|only (que) moi|me",
            "moi (tout) seul|seule",
            "myself",
        ),
        1,
    )
)
_ABOUT = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}
"""Numbers that are said roughly: « une dizaine »."""
_RIGHT = vocabulary("dix doux trop tres toi moi sol sel soul dieu roi rois mois")
"""Words that are no misspelt number, one letter away from one."""
_GROUP_OF_ANY_SIZE = vocabulary("equipe groupe delegation team group")
_MYSELF = vocabulary("moi me i myself je j")
# After a number, these say that it counts something else than people.
_OTHER_UNITS = re.compile(
    r"\b\d+ ?(?:voitures?|cars?|repas|h|heures?|min|minutes|jours?|semaines?|mois|ans"
    r"|euros?|km|rue|avenue|place de"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|march|o clock"
    r"|eme|e|er|th|nd)\b"
)
_ARTICLE = re.compile(
    r"^(?:le|la|les|l|un|une|mon|ma|mes|notre|nos|son|sa|ses|leur|votre|ton|ta|my|our|the|a|an|his|her"
    r"|monsieur|madame|m|mme|mr|quelqu un|somebody|someone)\b"
)
# What introduces the company: « je viens avec », « on sera ».
_OPENING = re.compile(
    r"^(?:(?:alors|bonjour|bon|oui|donc|juste) )*(?:(?:je|j|on|nous|ns|y|il|i|we) ?)"
    r"(?:(?:ai|me|m|y|en|ll|am|re|a|juste) )*(?:vien\w*|ven\w*|serai|sera|serons|suis|est"
    r"|sommes|aura"
    r"|amene\w*|come|coming|will|be|are|is)?\b *"
)


def read(text: str, largest: int) -> Reading[int]:
    """Read the number of people, from 1 to ``largest``.

    Doubtful: « sum » (people and numbers added up). Unclear: « none » (zero or less), « too_many »,
    « several » (two numbers, or a hesitation), « no_size ».
    """
    if len(text) > 200:
        return Unclear("no_size")
    if _NEGATIVE.match(text):
        return Unclear("none")
    text = company.without_things(text)
    said = tidy(_NUMBERED_NAME.sub(" ", _APPOSED.sub(r"\g<name>", text)))
    marks = re.sub(r"[,;+&/]", lambda sign: {"+": " plus ", "&": " et "}.get(sign[0], " et "), said)
    words = with_figures(_well_spelt(normal(marks).replace("?", " ").split()))
    sentence = _INSTEAD.sub(" ", " ".join(words)) if len(words) > 2 else " ".join(words)
    sentence = _SEEKS.sub(" ", _CORRECTED.sub("", sentence)).strip()
    sentence = _ONE_MORE.sub(r"\g<link>une collegue", _THERE_WILL_BE.sub(_only, sentence))
    if _OTHER_UNITS.search(sentence):
        return Unclear("no_size")
    if _WITHOUT.search(sentence):
        return Unclear("no_size")
    if _BUT_ME.search(sentence):
        return Understood(1)
    if _SEVERAL.search(sentence):
        numbers = [int(word) for word in sentence.split() if word.isdecimal()]
        surely_too_many = bool(numbers) and min(numbers) > largest
        if not numbers and not _UNSURE.search(sentence):
            return Unclear("no_size")
        return Unclear("too_many" if surely_too_many else "several")
    return _bounded(_count(sentence), largest)


def _only(found: re.Match[str]) -> str:
    """« il n’y aura que moi » is « juste moi »."""
    return "juste " if found["only"] else ""


def _well_spelt(words: list[str]) -> list[str]:
    """Put a number right that is misspelt, in a text of a few words: « deu », « tros »."""
    if len(words) > 3:
        return words
    return [_nearest(word) if len(word) > 2 and word not in _RIGHT else word for word in words]


def _nearest(word: str) -> str:
    close = (one for one in _KNOWN_WORDS if OSA.distance(word, one, score_cutoff=1) <= 1)
    return next(close, word)


def _count(sentence: str) -> Reading[int]:
    """Count the people of a sentence that hesitates about nothing."""
    words = sentence.split()
    besides = _AND_ME.fullmatch(sentence)
    if besides:
        return Doubtful(int(besides[1]) + 1, "sum")
    kinds = _TWO_KINDS.search(sentence)
    if kinds and kinds["what"] not in _PEOPLE and not set(words) & _MYSELF:
        group_size = next(_GROUPS.find([kinds["what"]]), None)
        one = _number(kinds["one"]) * (group_size.value if group_size else 1)
        return Doubtful(one + _number(kinds["other"]), "sum")
    group = next(_GROUPS.find(words), None)
    numbers = [int(word) for word in words if word.isdecimal() and len(word) < 5]
    if group is not None:
        times = next((n for n in reversed(numbers) if str(n) in words[: group.start]), 1)
        together = any(word in {"en", "a"} for word in words[: group.start])
        return Understood(group.value if together else group.value * times)
    items = [item for item in _ITEMS.split(sentence) if item]
    if len(numbers) > 1 and len(set(numbers)) > 1 and len(items) == 1:
        return Unclear("several")
    if numbers:
        return _sum(items, numbers)
    if next(_ALONE.find(words), None) is not None or set(words) == {"moi"} or words == ["me"]:
        return Understood(1)
    about = next((_ABOUT[word] for word in words if word in _ABOUT), None)
    if about is not None:
        return Doubtful(about, "sum")
    if set(words) & _GROUP_OF_ANY_SIZE:
        return Unclear("no_size")
    if words and words[0] in {"juste", "seulement", "only"}:
        words = words[1:]
    if words and words[0] in {"1", "un", "une", "one"} and len(words) <= 3:
        return Understood(1)
    if set(words) & {"aucun", "aucune", "personne", "nobody", "none", "zero"}:
        return Unclear("none")
    return _listed(sentence, items)


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else 1


def _sum(items: list[str], numbers: list[int]) -> Reading[int]:
    """Count « moi + 2 collègues », « on sera deux avec notre chargé de mission »."""
    first = items[0].split()
    if len(items) == 1 or any(word.isdecimal() for word in first):
        if len(items) > 1 and any(word.isdecimal() for item in items[1:] for word in item.split()):
            return Doubtful(sum(numbers), "sum")
        return Understood(numbers[0])
    total = 0
    for item in items:
        figures = [int(word) for word in item.split() if word.isdecimal()]
        total += figures[0] if figures else 1
    return Understood(total) if set(first) & _MYSELF else Doubtful(total, "sum")


def _listed(sentence: str, items: list[str]) -> Reading[int]:
    """Count people named one by one: « le maire et moi », « je viens avec mon président »."""
    company = _ITEMS.match(sentence)
    opening = _OPENING.match(sentence)
    if company and company.group().strip().startswith(("avec", "with", "accompagne")):
        people = ["moi", *items]
    elif opening and len(items) > 1 and items[0] in opening.group():
        people = ["moi", *items[1:]]
    else:
        people = items
    if len(people) < 2 or not all(_is_person(item) for item in people):
        return Unclear("no_size")
    if any(re.match(r"(?:mes|nos|ses|les|des)\b", item) for item in people):
        return Unclear("several")
    return Understood(len(people))


def _is_person(item: str) -> bool:
    """Say whether an item of a list names one person, or people."""
    words = item.split()
    known = bool(set(words) & _MYSELF) or bool(_ARTICLE.match(item))
    known = known or (words[0] in FIRST_NAMES and len(words) <= 3)
    return known and len(words) <= 8 and not is_speech(item, _MYSELF)


def _bounded(reading: Reading[int], largest: int) -> Reading[int]:
    """Refuse a number below 1 or above ``largest``."""
    if isinstance(reading, Unclear):
        return reading
    if reading.value < 1:
        return Unclear("none")
    return Unclear("too_many") if reading.value > largest else reading
