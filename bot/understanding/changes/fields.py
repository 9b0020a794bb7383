"""Another e-mail address or number, and what is to be corrected without saying how."""

import re

from bot.understanding import emails, known_people, phones
from bot.understanding.changes.kinds import Change, Kind
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
    if "@" in text:
        kind, reading = Kind.EMAIL, emails.read(text)
    elif sum(letter.isdigit() for letter in text) >= 8:
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


def _whose(said: Spoken, text: str, known: People) -> int | None:
    """Whose it is: who is named beside it, unless it is told of who writes."""
    owner = known_people.named(_without_address(said.text), known)
    if owner is not None or re.search(r"\b(?:mon|ma|mes|moi|my|me)\b", said.text):
        return owner
    words = " ".join(word for word in text.split() if "@" not in word)
    named = known_people.named(Spoken(words).text, known)
    return None if named is None or known[named].is_writing else named


def _without_address(sentence: str) -> str:
    """Of « marie dupont exemple fr » the name says nothing of whose address it is."""
    owner = re.search(
        r"\b(?:mail|e mail|courriel|adresse|tel|telephone|numero|portable) (?:de|d) (.+)", sentence
    )
    return " ".join(owner[1].split()[:3]) if owner else ""


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
