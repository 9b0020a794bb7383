"""« Vous êtes trop compliqué, je verrai avec Mme Roche »: who gives up talking to a bot."""

import re

from bot.understanding import sentences
from bot.understanding.event_names import CONTACT, LEADER, NO_NAMES, EventNames
from bot.understanding.features import masked
from bot.understanding.normal import normal

_BOT = r"(?:vous(?: etes)?|t es|tu es|tes|c est|ce|cet|cette|votre|it s|you are|you re|this)"
_BAD = (
    r"(?:compliqu\w+|null?e?s?|nul|bete\w*|idiot\w*|inutil\w*|penibl\w+|fatigu?ant\w*|lourd\w*"
    r"|sourd\w*|useless|stupid"
    r"|hopeless|complicated|decevant\w*|insupportable\w*)"
)
_BLAMED = re.compile(
    rf"\b{_BOT}(?: \w+){{0,3}} (?:trop |vraiment |completement |bien |so |too )?{_BAD}\b"
    r"(?! (?:d |de |pour |a |si |que |mais ))"
    r"|\b(?:vous|tu) (?:ne )?(?:me |m )?(?:comprene[zs]|comprends?|repond(?:ez|s)?|ecoute[zs]"
    r"|lise[zs]|savez lire)"
    r" (?:pas|rien|jamais|mal)\b"
    r"|\b(?:marche|fonctionne|works?) (?:pas|mal|not)(?: \w+){0,2} (?:votre|ton|ce|cet)"
    r"|\b(?:vous|tu) (?:n )?(?:avez|as) (?:toujours )?(?:pas|rien) (?:repondu|compris)\b"
    r"|(?:^|\bc est |\b(?:vraiment|grand) )n importe quoi\b(?! (?:quand|ou|a|d|de|comme)\b)"
    r"|\b(?:vous (?:vous )?|tu (?:te )?|on (?:se |s ))(?:foute[zs]|fout|fous|fiche[zs]?|moque[zs]?"
    r"|paye[zs]?|rire?z?) (?:de |la )(?:ma |moi|nous|la |notre |gueule|tete)"
    r"|\b(?:c est|est ce) (?:une (?:blague|plaisanterie|honte)|du foutage|pas serieux|lamentable"
    r"|ridicule|abuse|insense|la (?:meilleure|honte))"
    r"|\b(?:ras le bol|j en ai (?:marre|assez|ras le bol)|ca (?:suffit|saoule|m enerve))"
    r"(?: (?:la|maintenant|vraiment|(?:de|avec) (?:vous|votre|ton|ce|cette|tes|vos)\b.*))?$"
    r"|\b(?:are you (?:kidding|joking|serious)|you must be (?:kidding|joking)|this is (?:ridiculous"
    r"|nonsense|rubbish)|fed up)\b"
    r"|\b(?:you don t (?:understand|listen)|you didn t (?:answer|understand))\b"
)
_PERSON = (
    rf"(?:{CONTACT}|{LEADER}|madame|mme|monsieur|mr|la dame|le monsieur|la responsable"
    rf"|quelqu un|l organisat\w+"
    r"|un humain|vos collegues|une vraie personne|somebody|someone|a human|the organis\w+)"
)
_GOES = re.compile(
    r"\b(?:(?:verrai|demanderai|appellerai|telephonerai|contacterai|m adresserai|reglerai"
    r"|m arrangerai)"
    r"|(?:vais|va|prefere|vais plutot) (?:plutot )?(?:voir|appeler|demander|telephoner"
    r"|contacter|regler|m adresser)"
    r"|(?:ll|will|d rather) (?:ask|call|ring|phone|see|talk to))\b"
    rf"(?: \w+){{0,5}} {_PERSON}\b"
    r"|\b(?:tant pis|laisse\w* tomber|bon ben)\b(?: \w+){0,3}"
    r" (?:appellerai|telephonerai|demanderai|appeler|telephoner|verrai)\b"
)


def is_blaming(text: str) -> bool:
    """Whether words say that the bot does not understand, or is a pain."""
    return _BLAMED.search(normal(text).replace("?", " ").strip()) is not None


def gives_up(text: str, names: EventNames = NO_NAMES) -> bool:
    """Whether words say that they will ask a person instead; `names` are the event's."""
    said = masked(text, names).replace("?", " ")
    return _GOES.search(said) is not None or _GOES.search(normal(text)) is not None


def _asks_more(sentence: str) -> bool:
    """Whether something is asked besides: « vous vous moquez de moi ? » asks nothing."""
    rest = _BLAMED.sub(" ", normal(sentence).replace("?", " ").strip())
    return "?" in sentence and len(rest.split()) > _RHETORICAL


_RHETORICAL = 3
"""Words beside the blame in a question that wants no answer."""


def is_all(text: str, names: EventNames = NO_NAMES) -> bool:
    """Whether nothing else is said, and nothing asked."""
    every = sentences.sentences(text)
    return bool(every) and all(
        gives_up(one, names) or (is_blaming(one) and not _asks_more(one)) for one in every
    )
