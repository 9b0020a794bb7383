"""Another e-mail address or number, and what is to be corrected without saying how."""

import re

from bot.understanding import emails, known_people, phones
from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.clauses import clauses
from bot.understanding.known_people import People
from bot.understanding.results import Doubtful, Understood
from bot.understanding.spoken import Spoken

_FIX = (
    r"(?:corrig\w+|chang\w+|modif\w+|rectif\w+|tromp\w+|erreurs?|fautes?|faux|fausse"
    r"|mauvaise?|coquille"
    r"|mal (?:ecrit|orthographi|note)\w*|mettre a jour|met\w* a jour|nouveau|nouvelle|pas"
    r" (?:le |la )?bonn?e?"
    r"|incorrecte?|wrong|change|correct|new)"
)
_FIXES = re.compile(rf"\b{_FIX}\b")
FIELDS = {
    Kind.SIZE: re.compile(r"\b(?:nombre|effectif|combien on (?:est|sera)|number of people)\b"),
    Kind.EMAIL: re.compile(r"\b(?:mails?|e mails?|emails?|courriels?|mel|adresse|boite)\b"),
    Kind.PHONE: re.compile(r"\b(?:telephone|tel|numero|num|portable|mobile|phone)\b"),
    Kind.RENAME: re.compile(r"\b(?:noms?|prenoms?|patronyme|name|surname)\b"),
}


def reached(
    text: str, said: Spoken, known: People, *, country: str, is_recap: bool
) -> Change | None:
    """An e-mail address or a number, given in the place of another."""
    if "@" in text or emails.is_dictated(text):
        kind, reading = Kind.EMAIL, emails.read(text)
    elif sum(letter.isdigit() for letter in text) >= 8 or phones.find(text, country=country):
        kind, reading = Kind.PHONE, phones.read(text, country=country)
    else:
        return None
    if not isinstance(reading, Understood | Doubtful):
        return None
    is_marked = (
        _FIXES.search(said.text) or FIELDS[kind].search(said.text) or _RATHER.search(said.text)
    )
    if not is_recap and not is_marked:
        return None
    return Change(kind, _whose(said, text, known), reading.value)


_RATHER = re.compile(r"\b(?:plutot|en fait|finalement|rather|instead|desormais|maintenant)\b")


def owner(kind: Kind, text: str, known: People) -> int | None:
    """Whose an address or a number is said to be; None: nobody's, or that of who writes."""
    holds = _holds_number if kind is Kind.PHONE else _holds_address
    held = [one for one in clauses(text) if holds(one)]
    said = held[0] if len(held) == 1 else text
    whose = _whose(Spoken(said), said, known)
    if whose is None and not _OWN.search(Spoken(text).text):
        return _whose(Spoken(text), text, known)
    return whose


def _holds_address(text: str) -> bool:
    return "@" in text or emails.is_dictated(text)


def _holds_number(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) >= _FIGURES or phones.find(text) is not None


_FIGURES = 8
"""So many figures are a number."""
_REACH = (
    r" (?:(?:nouve\w+|vraie?|propre|new|bonne?) )?(?:adresse|e mail|e?mail|mel|courriel|tel"
    r"|telephone|portable|mobile|numero|num|number|phone|fixe|boite)\b"
)
_OWN = re.compile(
    rf"\b(?:mon|ma|mes|my|notre|nos|our){_REACH}|\b(?:moi|me(?! (?:fait|dit|signale|demande|prie"
    rf"|informe"
    r"|indique|precise|charge))|mien|mienne|mine"
    r"|(?:j ai|je) (?:\w+ )?change\w* (?:de |d )?(?:num\w*|mail|tel\w*|adresse|portable)"
    r"|(?:m|nous|us) (?:ecri|appel|envo|joi|contact)\w+)\b"
)
_THEIRS = re.compile(rf"\b(?:son|sa|his|her){_REACH}")


def _whose(said: Spoken, text: str, known: People) -> int | None:
    """Whose it is: who is named beside it, unless it is told of who writes."""
    of = _OF.search(said.text)
    whose = known_people.meant(" ".join(of[1].split()[:3]), known) if of else None
    if whose is not None or _OWN.search(said.text):
        return whose
    words = Spoken(" ".join(word for word in text.split() if "@" not in word)).text
    named = known_people.named(words, known)
    named = known_people.meant(words, known) if named is None else named
    if named is None and _THEIRS.search(said.text):
        return known_people.only_other(known)
    return None if named is None or known[named].is_writing else named


_OF = re.compile(
    r"\b(?:mail|e mail|courriel|adresse|tel|telephone|numero|portable|mobile|fixe|phone|number)"
    r" (?:de|d|du|of) (.+)"
)
"""« l’adresse de Marie »: whose it is."""


def wanted(said: Spoken, known: People) -> Change | None:
    """« je voudrais changer le nombre », « mauvais prénom »."""
    if not _FIXES.search(said.text) or len(said.text.split()) > 14:
        return None
    for kind, field in FIELDS.items():
        if field.search(said.text):
            is_own = re.search(r"\b(?:mon|ma|my)\b", said.text)
            whose = known_people.named(said.text, known)
            mine = known_people.writing(known) if is_own and kind is Kind.RENAME else None
            return Change(kind, mine if whose is None else whose)
    return None
