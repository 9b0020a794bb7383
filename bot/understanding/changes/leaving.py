"""Somebody does not come any more, or nobody does."""

import re

from bot.understanding import known_people
from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.changes.striking import is_about_words
from bot.understanding.known_people import People
from bot.understanding.spoken import Spoken

_ADVERB = r"(?: (?:donc|finalement|malheureusement|helas|en fait|vraiment|aussi))?"
_NOT = (
    rf"{_ADVERB} (?:pas|plus|pu|pa)\b(?! (?:que|seule?s?|avant|tard|en retard|a l heure|sans"
    rf"|mal|reussi|trop|(?:de )?(?:le|la|l|toute la|ce) (?:matin\w*|apres midi|journee)|des le))"
)
_GONE = re.compile(
    r"(?P<who>(?:\w+ ){1,12})(?:(?:(?:ne|n|y|nous|me) )*"
    rf"(?:pourra|pourront|peut|peu|peuvent|vient|viennent|vien|viendra|viendront|sera|seront"
    rf"|participe\w*){_NOT}"
    rf"|(?:est|etait|tombe|sera){_ADVERB} (?:tombee? )?(?:malade|souffrante?|empechee?|clouee?"
    r"|blessee?"
    r"|bloquee?|au lit|absente?"
    r"|indisponible|alitee?|en arret"
    r"|arretee?|hospitalisee?|en conge\w*|coincee?|retenue?)"
    r"|(?:s est|se|s) (?:desist\w+|decommand\w+|retir\w+)|(?:ne )?fait plus partie\b"
    r"|ne (?:pourra|pourront|peut|peuvent) (?:se|etre|venir|participer|assister|prendre|honorer)\b"
    r"|annule(?:nt)?(?: \w+){0,2}$|(?:had|has|have) to (?:bow|pull|drop|cancel)\b|bowed out\b"
    r"|can no longer\b|a"
    r" (?:la grippe|le covid|la fievre|un empechement|annule|renonce"
    r"|eu un empechement)"
    r"|(?:m a |nous a |me |nous |vous )?(?:fait faux bond|fais faux bond|lache\w*"
    r"|plante\w*)\b|non\b$"
    r"|(?:can t|cannot|won t|isn t|is not)(?: be)? (?:come|coming|able|there)"
    r"|(?:ne )?vien\w* pu\b)"
)
_SELF = r"(?:je|j|i)"
_MYSELF_GONE = re.compile(
    r"\bmoi qui (?:ne |n )?(?:vien\w*|viendra\w*|peu\w*|pourra\w*) (?:pas|plus)\b"
    rf"|\b{_SELF} (?:(?:ne|n|y) )*(?:peux|peu|pourrai|pourrais|pourré|jpourre|can|could){_NOT}"
    r"(?: (?:\w+ ){0,2}(?:venir|etre|participer|assister|y aller|me (?:liberer|deplacer)|come"
    r"|make)|$)"
    rf"|\b{_SELF} (?:(?:ne|n|y) )*(?:viens|vien|viendrai|viendrais){_NOT}"
    rf"|\b{_SELF} (?:(?:ne|n|y) )*serai{_NOT}(?: (?:la|present\w*|des|parmi|disponible|dispo"
    rf"|venir)|$)"
    rf"|\b{_SELF} (?:(?:ne|n) )*suis (?:plus|pas) (?:dispo\w*|libre)"
    r"|\b(?:jpourr?e|jpeu|jpeux|jviens|jvien) (?:pas|plus|pa)\b|\b(?:compte\w*) (?:plus"
    r"|pas) sur moi\b"
    r"|\b(?:retire|enleve|enlev|desinscri|supprime|raye)\w* moi\b|\b(?:me (?:retirer"
    r"|desinscrire|desister))\b"
    r"|\bje me (?:desiste|decommande|retire)\b"
    r"|\b(?:viendra|vient|viendront|ira) sans moi\b"
    r"|\b(?:i (?:can t|cannot|won t))(?: be able to)? (?:come|make|attend|be there)"
)
_ALL = r"\b(?:on|nous|ns|we) (?:(?:ne|n|y|en) )*"
_ALL_GONE = re.compile(
    rf"{_ALL}(?:pourra|pourrons|peut|pouvons|pourrait|pourrions){_NOT}"
    r"(?: (?:\w+ ){0,2}(?:venir|etre|participer|assister|y aller|(?:se|nous) liberer)|$)"
    rf"|{_ALL}(?:vient|venons|viendra|viendrons){_NOT}(?! (?:2|3|deux|trois|nombreu))"
    rf"|{_ALL}(?:sera|serons|est|sommes){_NOT} (?:la\b|present\w*|des|parmi|dispo\w*|en mesure)"
    r"|\bni l une? ni l autre\b"
    r"|\b(?<!meme )(?<!la )(?<!une )(?<!cette )(?:aucune?|personne)"
    r"(?: \w+){0,3}(?: ne)? (?:vient|viendra|pourra|peut|sera la)\b"
    r"|\b(?:tous|toutes) (?:les )?(?:deux|trois|2|3)? ?(?:absente?s|empechee?s)\b"
    r"|\bwe (?:can t|cannot|won t)\b"
)
_CANCELLED = re.compile(
    r"\b(?:annul\w+|supprim\w+|cancel)(?: \w+)? (?:(?:mon|notre|l|toute l|toute notre|my|our)"
    r" (?:inscription|venue|participation|reservation|registration)|tout)\b"
)
_IF = re.compile(r"\b(?:comment|si|quand|puis je|peut on|possible|pas|how|if|can i)\b")
_REMOVED = re.compile(
    r"\b(?:retire|enlev|supprim|ote|desinscri|desinscriv|raye|vire|annul|remove)\w*"
    r"(?: (?:seulement|juste|donc|just|nous|moi))? (?P<who>(?:[a-z]+ ?){1,3})"
)
_WITHOUT = re.compile(r"\b(?:sans|without) (?P<who>[a-z]+(?: [a-z]+){0,3})")
_ABSENT = re.compile(r"\b(?:mett?ez|metre|mettre|note[rz]?) nous absente?s?\b")
_ALONE = re.compile(
    r"(?P<who>(?:\w+ ){0,6})(?:viens|vient|viendrai|viendra|serai|sera|vais venir|va venir|suis|est"
    r"|se rendra|me rendrai|ira|irai)"
    r"(?: (?:donc|finalement|la|a \w+|present\w*|tout|toute))* (?:seule?|tout seul|solo|alone)\b"
)
_ONE_LESS = re.compile(
    r"\b(?:une? (?:personne )?de moins|une? (?:personne|collegue) ne \w+ (?:pas|plus))\b"
)


def left(said: Spoken, known: People) -> Change | None:
    """Read who does not come any more."""
    sentence = said.text
    if _ABSENT.search(sentence) or (
        _ALL_GONE.search(sentence) and not _MYSELF_GONE.search(sentence)
    ):
        return Change(Kind.LEAVE_ALL)
    if _MYSELF_GONE.search(sentence):
        return Change(Kind.LEAVE, known_people.writing(known))
    for pattern in (_GONE, _REMOVED, _WITHOUT):
        if pattern is not _GONE and is_about_words(said.written):
            continue
        for found in pattern.finditer(sentence):
            is_clear = pattern is _GONE or _PERSON_FIRST.match(found["who"])
            who = _leaving(found["who"], known) if is_clear or _names(found, known) else None
            if who is not None:
                return Change(Kind.LEAVE, who)
            if pattern is _GONE and _IS_SOMEBODY.search(found["who"]):
                return Change(Kind.LEAVE)  # one of several, or somebody nobody knows
    if _CANCELLED.search(sentence) and not _IF.search(sentence):
        return Change(Kind.LEAVE_ALL)
    alone = _ALONE.search(sentence)
    if alone is not None:
        return _alone(alone["who"], known)
    return (
        Change(Kind.LEAVE, known_people.only_other(known)) if _ONE_LESS.search(sentence) else None
    )


def _names(found: re.Match[str], known: People) -> bool:
    return known_people.named(found["who"], known) is not None


_PERSON_FIRST = re.compile(
    r"(?:(?:m|monsieur|madame|mme|le|la|l|notre|mon|ma|my|the|our) )+(?:collegues?|colegue|binome"
    r"|autre|elue?|adjointe?|maire|president\w*|vice|directeur|directrice|colleague|partner|dgs"
    r"|agente?|technicien\w*|charge\w*|conseiller\w*|benevole|mayor|\w+(?:eur|rice|euse|iere|ier))\b"
    r"|(?:lui|elle|him|her|moi|me)\b"
)
"""Beside a name, what says that somebody is to be taken out."""

_IS_SOMEBODY = re.compile(
    r"\b(?:collegues?|colegue|binome|autre|elue?|adjointe?|maire|president\w*|personne|mme"
    r"|madame|monsieur|mr|m)\b"
)


def _leaving(words: str, known: People) -> int | None:
    """The last one who is named; « il » alone is nobody."""
    who = known_people.meant(words, known)
    spoken = set(words.split())
    if who is not None and known[who].is_writing and known_people.named(words, known) is None:
        is_function = not spoken & {"je", "j", "me", "moi"}
        return who if is_function else None
    return who


def _alone(words: str, known: People) -> Change | None:
    """Who comes alone comes without the others."""
    who = known_people.meant(words, known)
    if who is None:
        return None
    others = [at for at in range(len(known)) if at != who]
    return Change(Kind.LEAVE, others[0]) if len(others) == 1 else Change(Kind.SIZE, value=1)
