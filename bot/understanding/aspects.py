"""Which side of a subject is asked about, so that it can be named: the car park, the station…"""

import re
from collections.abc import Sequence

from bot.understanding.intents import Intent
from bot.understanding.normal import normal

_TRAINS = r"trains?|ter|tgv|bus|(?:un|des|en|le|les|par) cars?|navettes?|coach|shuttle"
_TIMES = r"horaires?|heures?|\d{1,2} ?h(?: \d\d)?|arrive\w*|correspondances?|timetables?|what time"
_ASPECTS: dict[Intent, Sequence[tuple[str, re.Pattern[str]]]] = {
    Intent.ACCESS: (
        (
            "timetable",
            re.compile(
                rf"\b(?:{_TRAINS})\b.*\b(?:{_TIMES})\b|\b(?:{_TIMES})\b.*\b(?:{_TRAINS})\b"
                r"|\b\d{1,2} ?h\b.*\btrains?\b"
            ),
        ),
        (
            "ride",
            re.compile(r"\b(?:covoit\w*|car ?pool\w*|car share|me prendre|m emmener|lift)\b"),
        ),
        (
            "parking",
            re.compile(
                r"\b(?:park\w*|parcking|se gar\w+|garer?|stationn\w*|places? de parking)\b(?! de)"
            ),
        ),
        (
            "transport",
            re.compile(
                r"\b(?:(?<!se )(?<!me )(?<!nous )gares?|trains?|bus|(?:un|des|en|le|par) cars?"
                r"|navettes?|tgv|ter|station"
                r"|coach|shuttle)\b"
            ),
        ),
    ),
    Intent.DOCUMENTS: (
        (
            "bring",
            re.compile(
                r"\b(?:apport\w*|amen\w*|ramen\w*|emmen\w*|prendre|prevoir|prepar\w*|ordinateurs?|ordi|pc"
                r"|portable"
                r"|materiel|venir avec|bring|laptop|prepare)\b"
            ),
        ),
        (
            "after",
            re.compile(
                r"\b(?:comptes? rendus?|actes|diapo\w*|supports?|slides?|minutes|presentations?"
                r"|apres)\b"
            ),
        ),
    ),
}


def read(fact: Intent, text: str) -> str | None:
    """The side that is asked about; None: the whole subject."""
    said = normal(text)
    found = [key for key, pattern in _ASPECTS.get(fact, ()) if pattern.search(said)]
    if "timetable" in found:
        return "timetable"
    if "parking" in found and re.search(r"\b(?:la|une|de|pas de) gare\b", said):
        found.remove("parking")
    return found[0] if len(found) == 1 else None


_BUS = re.compile(r"\b(?:bus|autocars?|(?:un|des|en|le|les|par) cars?|navettes?|coach|shuttle)\b")
_TRAIN = re.compile(r"\b(?:gares?|trains?|ter|tgv|station)\b")
_OWN = re.compile(
    r"\b(?:apport\w*|amen\w*|emport\w*|emmen\w*|venir|vien\w*|prendre|manger|bring|have)\b"
    r"(?: \w+){0,3} (?:son|sa|mon|ma|notre|nos|leur|le sien|la sienne|le mien|my|our|own)\b"
    r"|\b(?:casse croutes?|sandwich\w*|gamelles?|pique niqu\w+|tupperwares?|panier repas)\b"
    r"|\b(?:sans (?:prendre|manger)|pas (?:prendre|manger)) (?:le |au |du )?(?:repas|dejeuner"
    r"|lunch)\b"
)
_MAY = re.compile(
    r"\b(?:peut|peux|puis|pouvons|pourr\w+|possible|droit|permis|autorise\w*|au lieu|a la place"
    r"|plutot|can|could|may|allowed|instead)\b"
)


def untold(fact: Intent, text: str, *, told: str) -> str | None:
    """The side that is asked about of a subject that the announcement tells something of."""
    said = normal(text)
    if fact is Intent.MEAL and _OWN.search(said) and _MAY.search(said):
        return None if _MAY.search(normal(told)) else "own"
    if fact is Intent.MEAL and books_a_meal(text):
        return None if _BOOKS.search(normal(told)) else "booking"
    if fact is not Intent.ACCESS:
        return None
    if asks_if_parking_costs(text):
        return None if _COSTS.search(normal(told)) else "paid"
    is_by_bus = _BUS.search(said) and not _TRAIN.search(said) and not _BUS.search(normal(told))
    if is_by_bus and read(fact, text) != "timetable":
        return "bus_or_ride" if dict(_ASPECTS[fact])["ride"].search(said) else None
    return read(fact, text)


_COSTS = re.compile(
    r"\b(?:payante?s?|gratuite?s?|paye|payer|paie|paient|cher|couter?|coute|prix|tarifs?|combien"
    r"|free|cost|costs|pay|paid|euros?)\b"
)


def asks_if_parking_costs(text: str) -> bool:
    """« Le parking est payant ? »: what leaving a car costs, and not the day."""
    said = [normal(one) for one in re.split(r"(?<=[.!?\n])\s+", text)]
    return any(_PARKS.search(one) and _COSTS.search(one) and _IS_ASKED.search(one) for one in said)


_PARKS = dict(_ASPECTS[Intent.ACCESS])["parking"]
_IS_ASKED = re.compile(
    r"\?|\bou (?:pas|non|bien)\b|\b(?:demand\w+|savoir|est ce|si|faut|doit|combien|dit|dites)\b"
)


def is_told(fact: Intent, *, side: str, told: str) -> bool:
    """Whether what the announcement says of a subject speaks of this side of it."""
    patterns = dict(_ASPECTS.get(fact, ()))
    return side in patterns and patterns[side].search(normal(told)) is not None


_BOOKS = re.compile(
    r"\b(?:reserv\w+|command\w+|retenu\w*|suffi\w+|a (?:mon|notre|leur) nom|inscri\w+"
    r"|annonc\w+|signal\w+|prevoi\w+ pour|comptee?s?|comptez"
    r"|book\w*|reserve\w*|sign up)\b"
)
_A_MEAL = re.compile(r"\b(?:repas|dejeuners?|plateaux? repas|paniers? repas|lunch\w*|meals?)\b")
_OF_ITS_ANNOUNCEMENT = re.compile(
    r"\bl annonce\b|\bheures?\b|\bavant (?:le|la)\b|\bapres (?:le|la)\b"
)


def books_a_meal(text: str) -> bool:
    """« Dois-je réserver mon repas, ou mon inscription suffit-elle ? »: asked, in one sentence."""
    return any(_books_a_meal(normal(one)) for one in text.split("?")[:-1])


def _books_a_meal(said: str) -> bool:
    is_of_it = _A_MEAL.search(said) and _BOOKS.search(_OF_ITS_ANNOUNCEMENT.sub(" ", said))
    return bool(is_of_it) and not _OF_ITS_ANNOUNCEMENT.search(said)


def brings_a_meal(text: str) -> bool:
    """« Je peux amener mon casse-croûte, oui ou non »: asked, with or without a mark."""
    return any(
        _OWN_FOOD.search(said) and _MAY.search(said) and (_ASKS_MAY.search(said) or "?" in said)
        for said in map(normal, re.split(r"(?<=[.!?\n])\s+", text))
    )


_OWN_FOOD = re.compile(
    r"\b(?:casse croutes?|sandwich\w*|gamelles?|pique niqu\w+|tupperwares?|panier repas"
    r"|(?:mon|ma|notre|son|sa|my|our) (?:propre )?(?:repas|dejeuner|manger|bouffe|salade|lunch"
    r"|food))\b"
)
_ASKS_MAY = re.compile(
    r"\boui ou\b|\bou (?:pas|non)\b|^(?:(?:et|mais|dites|bon|alors|sinon) )*(?:on|je|nous|est ce)"
    r" (?:peux|peut|pourrai\w*|pouvons|que)\b|\b(?:peut on|puis je|savoir si)\b"
)
_JOINS = re.compile(
    r"\b(?:(?:vous |vs |te |les |le |la |l )(?:rejoi\w+|attend\w*|retrouv\w+|rattrap\w+)"
    r"|rejoi\w+ (?:le groupe"
    r"|les autres|la visite|tout le monde)|(?:serez|seras|sera|serons|etes) (?:(?:vous|vs|on"
    r"|ou|encore|deja"
    r"|toujours|a l interieur|dans|a|en|la|le|au|les) )*(?:partis?|parties?|salle|dehors"
    r"|terrain|route"
    r"|source)\b|(?:vous|vs|on|le groupe|tout le monde|ils) (?:serez|sera|seront|etes) (?:ou|oou)\b"
    r"|(?:ou|oou) (?:est ce que |serez|sera|seront)(?: \w+)? ?(?:vous|vs|on|le groupe"
    r"|tout le monde|serez"
    r"|sera)\b|je vous trouve (?:ou|oou)|(?:join|catch up with|find) you)\b"
)
_PLACES = re.compile(
    r"\b(?:ou|oou|a la|au|sur place|directement|la bas|where|endroit|salle|lieu|deja|encore"
    r"|parti\w*|comment)\b"
)


def joins(text: str) -> bool:
    """« À 11 h, vous serez à la salle ou déjà partis ? »: where the others are meanwhile."""
    said = normal(text)
    is_asked = "?" in text or re.search(r"\b(?:oou|ou) ?$", said) is not None
    return is_asked and bool(_JOINS.search(said) and _PLACES.search(said))


_WHERE_IT_IS = re.compile(r"\b(?:lieu|adresse|salle|endroit|place|address|venue|room)\b")
_IS_TOLD = re.compile(
    r"\b(?:donn\w+|sait|savez|connai\w+|connu\w*|saur\w+|dir\w+|communiq\w+|envo\w+|enver\w+|precis\w+|indiq\w+"
    r"|aur\w+|recev\w+|know|tell|told|send|get)\b"
)
_WHEN = re.compile(r"\b(?:quand|when|bientot|plus tard|later)\b")
_MORE_THAN_THE_PLACE = re.compile(r"\b(?:et (?:c est )?(?:quand|ou)|ou et quand|quand et ou)\b")


def asks_when_it_is_told(text: str) -> bool:
    """« Le lieu exact, vous me le donnerez quand ? »: and neither where nor when the day is."""
    return any(_is_told_when(normal(one)) for one in text.split("?")[:-1])


def _is_told_when(said: str) -> bool:
    asked = _WHERE_IT_IS.search(said) and _IS_TOLD.search(said) and _WHEN.search(said)
    return bool(asked) and not _MORE_THAN_THE_PLACE.search(said)


_KNOWN_WHEN = re.compile(
    r"(?:(?:et|mais|bon|ok|alors) )*(?:(?:vous|on|tu) (?:le |la |l )(?:saur\w+|connai\w+"
    r"|donner\w+|dir\w+)"
    r"(?: donc)? (?:quand|bientot)|quand (?:est ce que |est ce qu )?(?:vous |on |tu )?(?:le "
    r"|la |l )"
    r"(?:saur\w+|connai\w+)(?: vous| t on| on)?|when will (?:you|we) know)"
)


def asks_when_known(text: str) -> bool:
    """« vous le saurez quand ? », of what was just said not to be known."""
    return _KNOWN_WHEN.fullmatch(normal(text).replace("?", " ").strip()) is not None


_OF_A_PART = re.compile(
    r"\b(?:vous|on|nous|le groupe|tout le monde) (?:part|partez|partons|repart\w*|reven\w+"
    r"|revien\w+|rentre\w*)"
    r"(?: \w+){0,2} (?:a|vers) quelle heure\b"
    r"|\bquelle heure (?:est ce qu\w* )?(?:vous |on |nous )?(?:part|partez|partons|repart\w*"
    r"|revien\w*"
    r"|reven\w*|rentre\w*)\b|\bquelle heure(?: \w+){0,3} (?:depart|retour|pause|visite|marche)\b"
)


def is_of_a_part(text: str) -> bool:
    """« vous partez à quelle heure pour la source ? »: the hour of one moment of the day."""
    return _OF_A_PART.search(normal(text)) is not None
