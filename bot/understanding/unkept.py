"""What people tell that a registration has no place for: a diet, that somebody leaves early."""

import re
from enum import StrEnum

from bot.understanding import sentences
from bot.understanding.normal import normal


class Unkept(StrEnum):
    """What is told; each has sentences of its own, `unkept.…`."""

    DIET = "diet"
    LEAVING = "leaving"
    MEAL = "meal"
    """That somebody has lunch."""
    NO_MEAL = "no_meal"
    """That somebody has none."""
    COMMUNE = "commune"
    """Where they come from, at a day that does not ask for it."""


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
_ASKS_OF_THE_MEAL = re.compile(
    r"^(?:\W*\w+\W+){0,6}?(?:est il|est ce|c est|sera|y a t il|il y a|y a|is (?:it|there)"
    r"|are there|options?|plats?|menus?|repas)\b"
)
_LEAVES = (
    r"(?:partir\w*|partez?\b|parti\b|part\b|pars\b|partons|partent|repar[st]\w*|repartons"
    r"|quitt\w+|file\w*|filer"
    r"|s en aller"
    r"|m en v\w+|m eclips\w+|s eclips\w+|s absent\w+|rentrer|sortir|leav\w+|head off|dash)"
)
_EARLY = (
    r"(?:avant (?:la fin|l heure|les autres|\d{1,2} ?h\w*|17|16|15|le (?:dejeuner|repas|soir))"
    r"|plus tot|en avance|vers (?:les )?\d{1,2} ?(?:h\w*|heures?)?|(?:a|des|at|around|by|pour)"
    r" (?:les )?\d{1,2} ?(?:h\w*|heures?|o clock|pm|30|15|45)|(?:a|vers) midi|apres le (?:repas"
    r"|dejeuner)|en milieu d apres midi|early|before the end|at (?:two|three|four|noon)"
    r"|around (?:two|three|four))"
)
_LEAVING = re.compile(
    rf"\b{_LEAVES}(?: \w+){{0,5}}? {_EARLY}\b"
    r"|\b(?:pas|plus|not) (?:\w+ )?(?:rester|stay) (?:l apres midi|toute la journee|jusqu|until"
    r"|all day|for the afternoon)|\bdepart (?:anticipe|avance|avant la fin)"
    r"|\b(?:(?:pourr|peu|rest|ser|v)\w*|est la) (?:\w+ ){0,3}(?:que )?jusqu (?:a|au) \d{1,2} ?h"
)
_FROM_HOME = re.compile(
    r"\b(?:(?:on|nous|je|we|i|il|elle|ils|train|bus|car) (?:\w+ ){0,2}(?:part|pars|partons"
    r"|partira\w*"
    r"|partirons|partons|leave)\b(?: \w+){0,3} (?:du matin|du mat|pour (?:arriver|etre)|de (?:chez"
    r"|la maison))|(?:quitte\w*|quitter) (?:la maison|le bureau|grenoble|lyon|paris))\b"
    r"|\b(?:[5-8]) ?h(?:eures?)?\b"
)
_MAY = re.compile(
    r"\b(?:peut on|on peut|puis je|je peux|est ce|possible|si (?:je|on|nous|il|elle)|can (?:i|we)"
    r"|may (?:i|we)|is it|ok si|grave)\b"
)


_NOTED = re.compile(r"\b(?:note[rz]?|pris note|retenu|compris|noted|(?:en )?tenir compte)\b")
"""« Avez-vous bien noté que je pars à 15 h ? » tells it once more."""


def read(text: str) -> Unkept | None:
    """Which of these a message tells; None: nothing, or it is only asked about."""
    for one in sentences.sentences(text):
        said = normal(one).replace("?", " ").strip()
        if is_diet(one) and not ("?" in one and _ASKS_OF_THE_MEAL.search(said)):
            return Unkept.DIET
        is_told = "?" not in one or _NOTED.search(said) is not None
        if is_told and _EATS_NOT.search(said) and not _MAY.search(said):
            return Unkept.NO_MEAL
        if "?" not in one and _EATS.search(said):
            return Unkept.MEAL
        if leaves_early(said) and is_told and not _MAY.search(said):
            return Unkept.LEAVING
    return None


_EATS = re.compile(
    r"\b(?:je|j|nous|on|i|we) (?:(?:ne|n|y|me|nous|will|am|are) )*(?:dejeune\w*|mange\w*"
    r"|resterai\w*"
    r"|reste|restons|serai|serons|sera|participe\w*|pren\w+|viendr\w+|stay\w*|eat\w*|hav\w+"
    r"|join\w*)"
    r"(?: (?:pas|plus|bien|aussi|donc|egalement|volontiers|part|sur place|avec (?:vous"
    r"|tout le monde)"
    r"|manger|dejeuner|not|you))*(?: (?:au|a|le|du|pour|for|to))*(?: (?:le|l|the))?"
    r" ?(?:repas|dejeuner|lunch|avec vous (?:le|a) midi|sur place le midi)\b"
    r"|\b(?:je|nous) (?:dejeuner\w+|mangerai|mangerons) (?:sur place|avec vous|la bas|ensemble)\b"
    r"|\b(?:repas|dejeuner) (?:je|nous|on) (?:le )?(?:prend\w*|prenons)\b"
    r"|\b(?:compte[rz]|note[rz]|inscri\w+|mette[rz])(?: \w+)? (?:moi|nous)(?: \w+){0,2}"
    r" (?:repas|dejeuner|lunch)\b"
)
"""« je prendrai part au déjeuner », « comptez-moi pour le repas »."""


_EATS_NOT = re.compile(
    r"\b(?:je|j|nous|on|i|we) (?:(?:ne|n|y) )*(?:dejeun\w*|mang\w*)"
    r"(?: (?:donc|finalement|en fait))* (?:pas|plus)"
    r"(?: (?:midi|la|ici|ce jour la)$|$| vous\b| merci\b| svp\b| notez\b)"
    r"|\b(?:je|j|nous|on) (?:(?:ne|n|y) )*(?:dejeun\w*|mang\w*|prend\w*|reste\w*|participe\w*)"
    r"(?: (?:donc|finalement|en fait))* (?:pas|plus)"
    r"(?: (?:au|a|le|du|de|pour|part|avec vous|sur place))* (?:repas|dejeuner|manger|midi)\b"
    r"|\b(?:je|nous|on) (?:(?:ne|n) )?(?:dejeun\w*|mang\w*) (?:pas|plus)"
    r" (?:sur place|avec (?:vous|les autres|le groupe)|la bas|le midi|a midi)\b"
    r"|\b(?:pas|plus) (?:de|besoin de|besoin du) (?:repas|dejeuner)(?: (?:du )?midi)?"
    r" (?:pour|a) (?:moi|nous|prevoir)\b"
    r"|\b(?:viens|viendrai|venons|participe) sans (?:dejeuner|manger|prendre (?:le|de) repas)\b"
    r"|\b(?:repas|dejeuner)(?: du midi)?(?: \w+){0,2} (?:(?:j|on|nous) )?(?:en )?(?:veux|veut"
    r"|voulons|prends|prend|prenons) (?:pas|plus)\b"
    r"|\b(?:veux|veut|voulons|prends|prendrai) (?:pas|plus) (?:\w+ ){0,3}(?:repas|dejeuner)\b"
    r"|\b(?:je|j|nous|on) (?:\w+ ){0,2}mang\w*"
    r" (?:chez (?:moi|nous)|mon (?:sandwich|casse croute))\b"
    r"|\b(?:i|we) (?:won t|will not|don t|am not|are not) (?:be )?(?:have|having|eat|eating)"
    r" (?:the )?(?:lunch|there|with you)\b"
)
"""« je mange pas sur place », « pas de repas pour moi »: no meal is kept for them."""
_SHORT = 16
"""Words of a message that tells nothing else."""


def tells_only_no_meal(text: str) -> bool:
    """« je mange pas, vous avez noté ? », and nothing else."""
    is_reached = "@" in text or re.search(r"\d\d", text) is not None
    is_short = len(text.split()) <= _SHORT and len(sentences.sentences(text)) < _SEVERAL
    is_short &= not is_reached
    return is_short and read(text) is Unkept.NO_MEAL


_SEVERAL = 3


def leaves_early(sentence: str) -> bool:
    """Whether a sentence is of somebody who is gone before the end."""
    found = _LEAVING.search(sentence) is not None
    return found and _FROM_HOME.search(sentence) is None


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


def told_in(text: str) -> str:
    """The sentence of a message that tells it; all of it where several do."""
    every = [one for one in sentences.sentences(text) if read(one) is not None]
    return every[0] if len(every) == 1 else text


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


def tells_commune(text: str) -> bool:
    """« ma commune, c’est Luc, l’avez-vous notée ? », « je suis de Luc »."""
    return any(map(_tells_commune, sentences.sentences(text)))


def _tells_commune(sentence: str) -> bool:
    if _COMMUNE.search(normal(sentence)):
        return True
    return "?" not in sentence and _FROM_PLACE.match(sentence) is not None
