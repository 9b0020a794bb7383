"""What people ask to be erased: all that is kept of them, or how they are reached."""

import re
from enum import StrEnum

from bot.understanding.changes.kinds import Kind
from bot.understanding.normal import normal

_ERASE = r"(?:effac|supprim|detrui|retir|enlev|erase|delete|remove)\w*"
_ALL = re.compile(
    rf"\b{_ERASE}(?: \w+){{0,3}}? (?:(?:toutes? )?(?:mes|nos|my|our) (?:donnees|informations?"
    rf"|coordonnees|data|details)"
    r"|tout ce (?:que|qui)|tout(?:es)? (?:me|ce|sur)|everything|all (?:my|you))\b"
    rf"|\b{_ERASE} (?:moi )?tout\b(?! (?:de suite|simplement|a fait|ca))"
)
_ASKED_ABOUT = re.compile(
    r"\b(?:quand(?! meme)|combien|comment|est ce que|when|how|puis je|peut on|on peut)\b"
)
_REACH = re.compile(
    rf"\b{_ERASE}(?: (?:donc|bien|aussi|moi|please))? (?:mon|l|ma|my) "
    r"(?:(?P<email>(?:e )?mail|email|mel|courriel|adresse)"
    r"|(?P<phone>numero|telephone|portable|mobile|phone|number))\b"
    r"|\b(?:mon|my) (?:(?P<email2>(?:e )?mail|email|courriel|adresse(?: mail)?)|(?P<phone2>numero"
    r"|telephone|portable))"
    rf" (?:doit|devrait|must|should)(?: \w+){{0,2}} {_ERASE}"
)


def asks_all(text: str) -> bool:
    """Whether all that is kept of who writes is to be erased, and it is not asked when or how."""
    said = normal(text)
    return _ALL.search(said) is not None and _ASKED_ABOUT.search(said) is None


_SEES = re.compile(
    r"\b(?:que|qu|quoi|quelles? \w+|what)\b(?: \w+){0,5} (?:gard|conserv|sav|ave|stock|not|keep"
    r"|know|have|hold)\w*"
    r"(?: \w+){0,3} (?:sur|about) (?:moi|nous|lui|elle|eux|me|us|him|her|them"
    r"|(?:mon|ma|mes|my) (?!inscription|dossier|fiche|groupe|place|registration)\w+)\b"
    r"|\b(?:que|qu|quoi|quelles? \w+|what)\b(?: \w+){0,5} (?:gard|conserv|sav|ave|stock|not|keep"
    r"|know|have|hold)\w*"
    r"(?: \w+){0,3} de (?:moi|nous|me|us)\b"
    r"|\b(?:reste|restera|gard\w+|conserv\w+|ave[zr]|as|sa(?:vez|it|is)|have|know)(?: \w+){0,3}"
    r" (?:quoi|quelque chose|qqch|qque chose|des (?:choses|trucs|infos|informations|donnees|traces)"
    r"|anything|something)(?: \w+){0,2} (?:sur|de|about|on|of) (?:moi|nous|me|us)\b"
    r"|\bquoi (?:d autre )?(?:il )?reste\w* (?:\w+ )?sur (?:moi|nous)\b"
    r"|\bwhat(?: s| is) left (?:of|about|on) (?:me|us)\b"
    r"|\b(?:voir|montr\w+|see|show me) (?:toutes )?(?:mes|my) (?:donnees|infos|informations|data)\b"
)


def asks_to_see(text: str) -> bool:
    """« Qu’est-ce que vous gardez sur moi ? »: whether what is kept of them is to be shown."""
    return _SEES.search(normal(text)) is not None


_WHEN = re.compile(
    r"\b(?:quand|combien|jusqu a|jusque|when|how long)\b(?: \w+){0,8} (?:effac|supprim|detrui"
    r"|conserv|gard|eras|delet"
    r"|keep|kept)\w*"
    r"|\b(?:effac|supprim|detrui|conserv|gard|eras|delet|kept)\w*(?: \w+){0,6} (?:quand"
    r"|combien|longtemps"
    r"|when|how long)\b"
)


def asks_when(text: str) -> bool:
    """« Vous effacez quand ? »: whether it is asked until when what is told is kept."""
    return _WHEN.search(normal(text)) is not None


class Data(StrEnum):
    """What is asked of what is kept, each with a sentence of its own, `answer.privacy.…`."""

    SEEN = "seen"
    """Who sees it."""
    ADS = "ads"
    """Whether it is used for anything else."""
    ERASE = "erase"
    """How it is erased."""


_SEEN = re.compile(
    r"\bqui (?:d autre |est ce qui |donc |pourra |peut |va |aura |a |aurait )*(?:le |la |les |l "
    r"|y |en |mes |mon |ma |nos )?(?:\w+ )?(?:verra(?:it)?|voit(?! (?:t )?on)|verront|verraient"
    r"|voient|voir|lit|lira|consulte\w*|consulter|acces)\b"
    r"|\b(?:mon|ma|mes|notre|nos|le|la|les|l) (?:maire|mairie|chefs?|cheffe|patronn?e?|employeur"
    r"|direct\w+|collegues?|autres?|participant\w*|elue?s?|president\w*|voisins?|prefet|etat"
    r"|administration)(?: \w+){0,2} (?:verra|verront|voit|voient|saura|sauront|va (?:le |la "
    r"|les )?(?:voir|savoir)|vont (?:le |les )?(?:voir|savoir)|sera au courant|seront au courant"
    r"|aura acces|auront acces)\b"
    r"|\b(?:c est|ca reste|cela reste|ce sera|restera|reste) (?:bien |vraiment )?(?:confidentiel\w*"
    r"|entre nous|prive)\b"
    r"|\bwho (?:else )?(?:will|would|can|could|gets to)? ?(?:see|sees|read|reads|access)\b"
    r"|\b(?:my|the) (?:mayor|boss|employer|others|colleagues?)(?: \w+)? (?:see|know)\b"
)
_ADS = re.compile(
    r"\b(?:pubs?|publicites?|spams?|spammer|demarch\w+|newsletters?|prospection|commercia\w+"
    r"|revend\w+|vend(?:re|ez|u\w*)|adverts?|advertis\w+|junk|marketing)\b"
)
_OF_DATA = re.compile(
    r"\b(?:donnees|informations?|infos|coordonnees|tout|ca|adresse|mail|numero|telephone|data"
    r"|everything|details)\b"
)
_HOW_TO = re.compile(
    r"\b(?:comment|je fais quoi|que (?:dois|faut)|faut il|puis je|(?:je|on) (?:peux|peut"
    r"|pourrai\w*|pourra)|peut on|possible|how|can i)\b"
)


def asked(text: str) -> Data | None:
    """What is asked of what is kept; None: nothing of these."""
    said = normal(text).replace("?", " ")
    if "?" not in text and not re.search(r"\b(?:comment|savoir|how)\b", said):
        return None
    if _ADS.search(said) and re.search(_SENT, said):
        return Data.ADS
    if _SEEN.search(said) and not _OF_THE_DAY.search(said):
        return Data.SEEN
    is_erased = re.search(rf"\b{_ERASE}", said) is not None
    if is_erased and _HOW_TO.search(said) and _OF_DATA.search(said) and not asks_when(text):
        return Data.ERASE
    return None


_SENT = (
    r"\b(?:envo\w+|enver\w+|recev\w+|recoi\w*|aur\w+|fai\w+|utilis\w+|sert|servir\w*|mail\w*"
    r"|adresse|donnees|pas de|no|send|get|use\w*|coordonnees|numero|data)\b"
)
_OF_THE_DAY = re.compile(
    r"\b(?:programme|repas|salle|film|montagne|intervenant\w*|anime\w*|parle\w*|organise\w*"
    r"|documents?|riviere|terrain|visite)\b"
)


def asks_reach(text: str) -> Kind | None:
    """Which way to reach who writes is to be erased; None: none, or another is given for it."""
    said = normal(text)
    found = _REACH.search(said)
    if (
        found is None
        or "@" in text
        or re.search(r"\d\d[ .]?\d\d", text)
        or _ASKED_ABOUT.search(said)
    ):
        return None
    return Kind.EMAIL if found["email"] or found["email2"] else Kind.PHONE
