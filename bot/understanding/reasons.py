"""« POUR QUOI FAIRE », « à quoi sert mon numéro ? »: what something that is asked for is for."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.understanding import sentences
from bot.understanding.normal import normal


class Datum(StrEnum):
    """What is asked for; each has a sentence, `why.…`, and the steps that ask it its topic."""

    TERRITORY = "territory"
    SIZE = "size"
    NAME = "name"
    ROLE = "role"
    ORGANISATION = "organisation"
    CATEGORY = "category"
    EMAIL = "email"
    PHONE = "phone"


_LEAD = (
    r"^(?:(?:et|mais|ah|oh|non|euh|heu|bon|alors|donc|pardon|svp|ok|attendez|bonjour|dites"
    r"|and|but|sorry|well) )*"
)
_TAIL = (
    r"(?: (?:donc|svp|stp|au juste|exactement|s il vous plait|s il te plait|merci|hein|ca|cela"
    r"|tout ca|please|that|this|it|all that))*$"
)
_NEEDS = (
    r"(?:(?:me |nous |m |y )?(?:demand\w+|voul\w+|vouloir|pos\w+|avez(?: vous)? besoin"
    r"|a(?: t on)? besoin|faut(?: il)?|dois(?: je)?|doit(?: on)?|savoir|donner|dire|mettre"
    r"|interess\w+"
    r"|servir\w*|servent|need|ask\w*|want)"
    r"(?: (?:de|a|d|le|la|l|les|cette|ca|cela|tout|savoir|dire|donner|question|informations?"
    r"|renseignements?|for|to|know|that|this))*)"
)
_WHY = r"(?:pourquoi|pour quoi|pour koi|pourkoi|pk|pkoi|pq|why)"
_BARE = re.compile(
    rf"{_LEAD}(?:"
    rf"{_WHY}(?: (?:faire|ca|cela|est ce que|que|vous|tu|on|do|you|cette question|tout))*"
    rf"(?: {_NEEDS})?|pourquoi donc|c est (?:pour quoi|pourquoi)(?: faire)?"
    r"|c est quoi (?:l |le |la )?(?:utilite|interet|raison)"
    r"|(?:mais )?(?:a )?quoi (?:ca|cela|est ce que ca|est ce) (?:vous |nous |va vous |va )*"
    rf"(?:sert\w*|servir\w*|apporte\w*)(?: {_NEEDS}| de savoir)?"
    r"|ca (?:vous )?(?:sert|servira|va servir) a quoi(?: de savoir)?"
    r"|vous (?:en )?(?:faites|ferez|allez (?:en )?faire) quoi(?: (?:de|avec))?"
    r"|qu est ce que (?:ca|cela) (?:peut )?(?:vous )?(?:fait|faire|apporte|change)"
    r"|(?:en quoi )?(?:ca|cela) vous (?:regarde|concerne|interesse)(?: en quoi)?"
    r"|quel(?:le)? (?:est l |en est l |est )?(?:interet|utilite|but)(?: de (?:cette question"
    r"|savoir))?"
    rf"|what(?: is|s)? (?:it|this|that) for|what for|why do you {_NEEDS}"
    rf"){_TAIL}"
)
"""A question that names nothing: what is being asked for is meant."""

_NAMED: Sequence[tuple[Datum, str]] = (
    (Datum.PHONE, r"telephones?|tel|num|numeros?(?: de (?:telephone|portable))?|portables?|phone"),
    (Datum.EMAIL, r"mails?|e mails?|emails?|mels?|courriels?|adresse (?:e ?)?mails?|mon adresse"),
    (Datum.TERRITORY, r"territoires?|territory"),
    (Datum.ROLE, r"fonctions?|metiers?|profession|job"),
    (Datum.ORGANISATION, r"structures?|organismes?|organisation"),
    (Datum.CATEGORY, r"titres?|categories?|category"),
    (Datum.NAME, r"noms?(?: et (?:mon |le |les )?prenoms?)?|prenoms?|identite|names?"),
    (Datum.SIZE, r"combien (?:on|nous) (?:est|sera|serons|sommes)|how many we are"),
)
_OURS = (
    r"(?:mon|ma|mes|le|la|les|l|un|une|notre|nos|votre|vos|du|de|des|d|leurs?|son|my|a|an|the|our)"
)
_ASKS_WHY = (
    r"(?:pourquoi|pour quoi|pourkoi|pk|a quoi (?:ca |cela |vous |va |vont |est ce que )*"
    r"(?:sert|servent|servir\w*)|(?:faites|ferez|faire)(?: vous)?(?: quoi)?(?: (?:de|avec))?"
    r"|(?:ca|cela) (?:vous )?(?:sert|servira|va servir) a quoi(?: donc)?|what do you do with|why)"
)
_NEEDED = (
    r"(?:(?:est ce (?:que|qu)|vous|tu|on|il|nous|je|me|m|y|do|you|i|avez|as|a|faut|demand\w+"
    r"|voul\w+|veut|dois|doit|donner|mettre|laisser|faire|need|ask|want|sert|servir\w*|besoin"
    r"|absolument|aussi|de|d|for|to|give) ){0,8}?"
)
_OF_A_FAULT = re.compile(
    r"\b(?:pas|plus|faux|fausse|deja|encore|deux fois|deuxieme|mal|autre|marche\w*|note[es]*"
    r"|refus\w+|ecrit|change\w*|wrong|not|already|again)\b"
)


def asks_why(text: str) -> bool:
    """Whether a question names nothing, and so asks what the open question is for."""
    said = normal(text).replace("?", " ").strip()
    return _BARE.fullmatch(said) is not None


def named(text: str) -> Datum | None:
    """What of ours a question wants the reason for: « pourquoi mon téléphone ? »."""
    _, asked = sentences.parted(text)
    for one in asked or ([text] if _STARTS.search(normal(text)) else []):
        said = normal(one).replace("?", " ").strip()
        if not _OF_A_FAULT.search(said) and (found := _named(said)) is not None:
            return found
    return None


_STARTS = re.compile(rf"{_LEAD}(?:{_WHY}|a quoi|what|vous faites quoi)\b")
"""How one begins that asks why without its mark."""


def _named(said: str) -> Datum | None:
    return next((one for one, pattern in _READ if pattern.search(said)), None)


_NOT_OF = r"(?! (?:de|du|des|d) (?:la |l )?(?:journee|salle|lieu|atelier|rencontre|day))"
"""« pourquoi le nom de la journée… »: none of ours."""
_READ = [
    (
        datum,
        re.compile(
            rf"\b{_ASKS_WHY} {_NEEDED}(?:{_OURS} )?(?:{words})\b{_NOT_OF}"
            rf"|\b(?:mon|ma|le|la|l|un|the|my) (?:{words}) (?:c est |ca sert |est ce )?"
            r"(?:pour quoi|pourquoi|a quoi|pour faire quoi|what for)\b"
            rf"|\b(?:vous|on) (?:faites|ferez|fait|allez faire) quoi (?:de|avec|du|des|d)"
            rf"(?: {_OURS})? (?:{words})\b"
        ),
    )
    for datum, words in _NAMED
]

_MUST = (
    r"(?:faut|faudra|oblig\w+|absolument|necessaires?|indispensables?"
    r"|forcement|force|forcee|must|required)"
)
_HARM = (
    r"(?:grave|problemes?|genant|embetant|possible|ca (?:va|ira)|bon|on fait comment"
    r"|je fais comment"
    r"|okay|ok)"
)
_GIVEN = [
    (
        datum,
        re.compile(
            rf"\b{_MUST}(?: \w+){{0,5}} (?:{words})\b{_NOT_OF}"
            rf"|\b(?:{words})(?: \w+){{0,3}} {_MUST}\b"
            rf"|\b(?:{words})(?: \w+){{0,4}} (?:passer|facultati\w+|optionn\w+|optional)\b"
            rf"|\b(?:pas|sans|aucune?|without|no)(?: \w+)? (?:{words})(?: \w+){{0,3}} {_HARM}\b"
        ),
    )
    for datum, words in _NAMED
    if datum in (Datum.EMAIL, Datum.PHONE)
]


_TO_USE = re.compile(
    r"\b(?:appel\w+|envo\w+|ecri\w+|joindre|quels?|quelle|a qui|call|send|write)\b"
)


def must_be_given(text: str) -> Datum | None:
    """« Faut une adresse mail obligatoirement ? », « j’ai pas de mail, c’est grave ? »."""
    said = normal(text).replace("?", " ").strip()
    if "?" not in text or "@" in text or _TO_USE.search(said):
        return None
    return next((datum for datum, pattern in _GIVEN if pattern.search(said)), None)


_REACH = (
    r"(?:adresses?|mails?|e mails?|emails?|courriels?|numeros?|telephones?|coordonnees|phones?)"
)
_OF_OTHERS = re.compile(
    rf"\b{_REACH}(?: (?:mail|e mail|email|de telephone|et \w+))* (?:des|de|du|d|aux?|of|for)"
    r" (?:(?:l|les|la|le|mes|mon|ma|nos|notre|the|deux|trois|toutes?|tous|my) )*"
    r"(?:autres?|collegues?|chacune?|tout le monde|tous|toutes|deuxieme|troisieme|seconde?|binome"
    r"|participant\w*|personnes?|elue?s?|adjointe?s?|others?|everyone|everybody)\b"
    rf"|\b(?:leurs?|their|others) {_REACH}\b"
)
_IS_WANTED = re.compile(
    r"\b(?:besoin|faut|faudra\w*|demand\w+|oblig\w+|necessaires?|devons|dois|doit|voulez|need\w*"
    r"|must|have to|required)\b"
)


def wants_others(text: str) -> bool:
    """« Vous avez besoin aussi des adresses des deux autres ? »."""
    said = normal(text)
    return "?" in text and bool(_OF_OTHERS.search(said) and _IS_WANTED.search(said))


def asks_of_ours(text: str) -> bool:
    """Whether a question is why something is asked for, whether it must be given, and by whom."""
    return (named(text) or must_be_given(text)) is not None or wants_others(text)
