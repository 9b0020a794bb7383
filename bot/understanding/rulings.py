"""What is asked of how groups are made up: who must be in one, what becomes of the next one."""

import re
from enum import StrEnum, auto

from bot.understanding import sentences
from bot.understanding.normal import READ_AT_MOST, normal


class Ruling(StrEnum):
    """What is asked."""

    REQUIRED = auto()
    """Whether somebody of a kind has to be there: « il faut absolument un élu ? »."""
    TITLE = auto()
    """Which of two titles fits: « agente ou société civile, vous mettriez quoi ? »."""
    NEXT = auto()
    """How the next group is registered, and who is in which."""
    HELD = auto()
    """Whether seats are kept for those who are registered afterwards."""
    SIZES = auto()
    """How many one comes: « il faut venir à combien ? »."""


_KIND = (
    r"(?:elue?s?|maires?|agente?s?|technicien\w*|associations?|associati(?:f|ve)s?"
    r"|societe civile|fonctionnaires?|elected (?:person|member|official|representative)s?"
    r"|councillors?|mayors?)"
)
_MUST = (
    r"(?:faut|faudra\w*|oblig\w+|absolument|forcement|imperati\w+|necessaire\w*|indispensable\w*"
    r"|exig\w+|impose\w*|doit|doi[st]|devons|must|have to|need\w*|required|mandatory|compulsory)"
)
_REQUIRED = re.compile(
    rf"\b{_MUST}(?: (?!etre (?:un |une )?{_KIND}|pour\b|inscri\w*)\w+){{0,6}}"
    rf" (?:un|une|d|des|a|an|avec|l|le)"
    rf" {_KIND}\b"
    rf"|\b(?:un|une|d|des|l|le|la|an|a) {_KIND}\b(?: \w+){{0,4}} (?:oblig\w+|imperati\w+"
    r"|indispensable\w*|necessaire\w*|exige\w*|required|mandatory|compulsory)\b"
    r"|\ben faut(?: il)? (?:un|une)\b(?: \w+){0,3} (?:oblig\w+|absolument|forcement|imperati\w+)\b"
    r"|\b(?:oblig\w+|absolument|forcement)(?: \w+){0,3} en (?:avoir|faut|faudrait) (?:un|une)\b"
    rf"|\b(?:ven\w+|vien\w*|inscri\w+|come|register)(?: \w+){{0,3}} (?:sans|without)"
    rf" (?:un |une |aucune? |an? |any )?(?:{_KIND}|$)"
)
_TITLES = (
    re.compile(r"\b(?:elue?s?|elected)\b"),
    re.compile(r"\b(?:agente?s?|technicien\w*|staff)\b"),
    re.compile(r"\b(?:societe civile|associati\w+|asso|civil society)\b"),
)
_EITHER = re.compile(r"\b(?:ou|or)\b")
_CHOOSE = re.compile(
    r"\b(?:mettriez|mettre|mettrais|mettez|met[s]?|choisi\w*|coche\w*|conseill\w+|dir(?:iez|ais)"
    r"|quoi|plutot|laquelle|lequel|mieux|classe\w*|which|should|choose|pick|would you)\b"
)
_GROUP = (
    r"(?:(?:second\w*|deuxieme|2e|2eme|autres?|suivante?s?|troisieme|premiere?|deux|next|other"
    r"|second|first) (?:groupes?|binomes?|trinomes?|equipes?|inscriptions?|groups?|parties|party"
    r"|pair)|(?:le|la) (?:second|seconde|deuxieme)|les deux autres|l autre groupe)"
)
_HOW = (
    r"(?:comment|que se passe|qu est ce qui se passe|(?:fai[st]|fait on|faire) (?:quoi|comment)"
    r"|que (?:faire|dois je faire|faut il)|(?:re|tout re)(?:fass\w*|fai\w*|commenc\w*)"
    r"|recommence\w*|how|what (?:happens|about))"
)
_NEXT = re.compile(
    rf"\b{_HOW}\b.*\b{_GROUP}\b|\b{_GROUP}\b.*\b{_HOW}\b"
    r"|\bcomment\b(?: \w+){0,5} (?:repart\w+|divise\w*|compose\w*)(?: \w+){0,3} (?:personnes?"
    r"|groupes?|gens|binomes?|equipes?)\b|\b(?:qui (?:va|est|se met)|dans quel groupe|quel binome)"
    r" (?:avec qui|dans quel|met)\b|\bcomment (?:on )?se repart\w*\b"
    rf"|^(?:(?:et|mais|alors|donc|pour) )*(?:l |les? |la )?{_GROUP}(?: (?:apres|ensuite|alors|donc"
    r"|du coup|c est quand|on (?:le|les) inscrit quand))*$"
    r"|\bdans (?:le|la) (?:second|seconde|deuxieme|premier|premiere)\b.*\b(?:convien\w*|possible"
    r"|va|ok|permis)\b"
)
_HELD = re.compile(
    r"\bplaces?\b(?: \w+){0,5} (?:reservee?s?|gardee?s?|retenue?s?|prises|bloquee?s?)\b"
    rf"(?=.*\b(?:pour (?:eux|elles|lui|elle|les autres)|{_GROUP})\b)"
    rf"|\b(?:reserve\w*|garde\w*|kept|held)(?: \w+){{0,5}} places?\b(?=.*\b(?:pour (?:eux|elles"
    rf"|lui|elle|les autres)|leurs?|{_GROUP})\b)"
    rf"|\b(?:seats?|places?)\b(?: \w+){{0,4}} (?:kept|held|reserved)\b"
    rf"(?=.*\b(?:for them|{_GROUP})\b)"
    r"|\bleurs places?\b(?: \w+){0,4} (?:reservee?s?|gardee?s?)\b"
)


_COME = (
    r"(?:venir|vien\w*|etre|serait|s inscri(?:re|t)|nous inscrire|participer|former|come|be"
    r"|register)"
)
_SIZES = re.compile(
    rf"\b{_COME}(?: (?!c\b|est\b|ca\b|pay\w*|cout\w*)\w+){{0,3}} combien\b"
    r"(?! (?:de|d|ca|cela|c|coute\w*|on paie|on paye|avant)\b)"
    rf"|\b(?:(?:a |de )?combien|how many(?: of us| people)?)(?: (?:de personnes?|est ce qu\w*))?"
    rf" (?:(?:faut|peut|doit|pouvons|devons|on|nous|il|dois|je|can|must|should|do|have|we|to) )+"
    rf"(?:t )?(?:on |il |nous )?{_COME}\b"
    r"|\b(?:a combien|combien) (?:vient|viennent|on vient|faut il|on doit|on peut)(?: on)?$"
    r"|\bcombien (?:de personnes?|de gens|on est)(?: \w+){0,2} (?:par (?:groupe|commune|mairie"
    r"|territoire|inscription|equipe|structure|asso\w*)|au (?:max\w*|minimum|mini))\b"
    r"|\b(?:nombre|number) (?:(?:de|d) personnes? )?(?:minimum|minimal|maximum|maximal)\b"
    r"|\ba (?:deux|trois|plusieurs|2|3)(?: \w+)? (?:c est|ce serait|est ce) (?:mieux|preferable)\b"
    r"|\bvaut(?: il)? mieux (?:etre |venir |s inscrire )?(?:a )?(?:deux|trois|plusieurs"
    r"|seule?|2|3)\b"
    r"|\binscri\w+(?: \w+){0,3} (?:ensemble|en une fois|a deux|en groupe|tous|toutes) ou (?:bien )?"
    r"(?:chacune?|separement|un par un|une par une)\b"
    r"|\bchacune? (?:s inscrit|doit s inscrire|son inscription)(?: \w+){0,3} ou\b"
    r"|\bcombien(?: de personnes?)? par (?:groupe|commune|mairie|territoire|equipe)\b"
)


def read(text: str) -> Ruling | None:
    """What of this a message asks, the first that it does; None: nothing."""
    text = text[:READ_AT_MOST]
    _, asked = sentences.parted(text)
    found = (_one(one) for one in asked)
    told = next((one for one in found if one is not None), None)
    if told is None and not asked and _ONLY_SIZES.match(normal(text)):
        return Ruling.SIZES if _SIZES.search(normal(text)) else None
    if told is None and any(map(refers, asked)):
        return Ruling.NEXT if _NEXT.search(normal(text)) else None
    return told


_ONLY_SIZES = re.compile(
    r"(?:(?:et|mais|alors|sinon|du coup|bonjour|slt|bon) )*(?:(?:il )?(?:faut|fo)|on|combien"
    r"|a combien|nous)\b"
)
"""« faut être combien au juste », without its mark."""


def refers(question: str) -> bool:
    """Whether a question may be about groups that were told of before it: « cela convient ? »."""
    return _REFERS.search(normal(question)) is not None


_REFERS = re.compile(
    r"\b(?:refass\w*|refai\w*|recommenc\w*|convien\w*|(?:ca|cela) (?:va|marche)|start again)\b"
)
"""What a question says of groups that were told of before it."""


def _one(question: str) -> Ruling | None:
    said = normal(question).replace("?", " ").strip()
    if _HELD.search(said):
        return Ruling.HELD
    if _NEXT.search(said):
        return Ruling.NEXT
    titles = [one for one in _TITLES if one.search(said)]
    if len(titles) > 1 and _EITHER.search(said) and _CHOOSE.search(said):
        return Ruling.TITLE
    if _REQUIRED.search(said):
        return Ruling.REQUIRED
    return Ruling.SIZES if _SIZES.search(said) else None
