"""Somebody who comes and whose name is not known yet: « un technicien, à désigner »."""

import re

from bot.understanding.normal import plain

_UNKNOWN = re.compile(
    r"\b(?:nom|prenom|identite|name)\b.{0,40}\b(?:pas|plus tard|a preciser|inconnue?|unknown"
    r"|not known)\b"
    r"|\b(?:a (?:preciser|designer|definir|confirmer|determiner)|pas encore (?:connue?|designee?"
    r"|choisie?)"
    r"|(?:ne )?(?:connai\w+|sai[st]|savons) pas(?: encore)? (?:son |le |sa |qui|comment)\w*"
    r"|on ne sait pas (?:encore )?qui|je (?:vous )?(?:dirai|donnerai|communiquerai)(?: \w+){0,3}"
    r" (?:qui|nom|prenom|plus tard)|to be (?:named|announced|confirmed)|tbc|tbd)\b"
    r"|\b(?:ai|as|a|avons|connai\w+|sai[st]|savons) (?:toujours )?pas (?:encore |toujours )?"
    r"(?:son|leur|le|de) (?:pre)?nom\b"
    r"|\b(?:do not|don t|dont) (?:yet )?(?:have|know) (?:his|her|their|the|a) name\b"
)
_NOBODY = re.compile(
    r"\b(?:je |j |on |nous )?(?:n )?(?:ai|avons|a|trouve\w*|connai\w+|vois)"
    r" (?:encore |pour l instant )?personne\b(?! (?:morale|physique|de|d|qui|en plus))"
    r"|^(?:\w+ ){0,2}personne(?: encore| pour (?:l instant|le moment)| d autre)?$"
    r"|\b(?:nobody|no one)(?: yet| else)?$|\bi (?:have|know|found) (?:nobody|no one)\b"
)


def is_unknown(text: str) -> bool:
    """« nom pas encore connu », « à préciser »: whether it is said that the name is not known."""
    return _UNKNOWN.search(plain(text)) is not None


def is_nobody(text: str) -> bool:
    """« je n’ai personne », where it is asked who comes too: nobody does for now."""
    return _NOBODY.search(plain(text)) is not None


_LATER = r"(?:apres|plus tard|ensuite|un peu plus tard|later|another time|une autre fois|a la fin)"
_PUT_OFF = re.compile(
    rf"^(?:\w+ ){{0,3}}?(?:plus tard|later)(?: \w+)?$"
    r"|\b(?:on|nous|je|j|i|we|can (?:i|we)) (?:(?:peut|peux|pourra|pourrait|pouvons|verra|voit"
    r"|verrai|vois|repond\w*|dirai|donnerai|le|la|les|vous|revien\w*|y|see|do|tell you|give it|that"
    r"|this"
    rf"|it|can|will|voir|faire|remplir|dire|donner|mettre|completer|ca|cela) )+{_LATER}\b"
    r"|\b(?:peut|pourrait|peux) (?:on|t on|je) (?:(?:le|la|voir|faire|dire|donner|mettre|ca"
    rf"|cela) )+{_LATER}\b|\bpas tout de suite\b|\bnot (?:right )?now\b"
)


def puts_off(text: str) -> bool:
    """« On peut voir ça après ? », « plus tard »: whether an answer is put off."""
    return _PUT_OFF.search(plain(text)) is not None
