"""Somebody comes in the place of another, or comes too."""

import re

from bot.understanding import known_people, names
from bot.understanding.changes.fields import FIELDS
from bot.understanding.changes.kinds import Change, Kind
from bot.understanding.changes.phrases import kernel
from bot.understanding.known_people import People
from bot.understanding.names import Name
from bot.understanding.normal import vocabulary
from bot.understanding.results import Doubtful, Understood
from bot.understanding.spoken import Spoken

_NEW = r"(?P<new>[a-z]+(?: [a-z]+){0,5}?)"
_WHO = r"(?P<who>[a-z]+(?: [a-z]+){0,4})"
_PLACE = r"(?:cede|laisse|donne|passe)(?:rai)? (?:donc )?ma place a"
_COMES = (
    r"(?:vien\w*|viendra\w*|prend\w*|ira|sera (?:la|present\w*)|va venir|assist\w+|monte"
    r"|participe\w*|y va)"
)
_INSTEAD = r"(?:a la place|au lieu|en lieu et place|plutot que)"
_REPLACING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NEW} (?:qui )?{_COMES}(?: \w+){{0,2}}? (?:a |en )?(?P<whose>ma|sa|son|leur"
        rf"|notre) (?:place|lieu)\b",
        rf"{_NEW} (?:qui )?{_COMES}(?: \w+){{0,2}}? {_INSTEAD} (?:de |du |d )?{_WHO}$",
        rf"{_NEW} (?:qui )?{_COMES}(?: \w+){{0,2}}? a (?P<whose>la) place$",
        rf"{_NEW} (?:qui )?(?:va )?(?P<whose>me|m|le|la|l|lui) (?:remplac\w+|suppl\w+)\b",
        rf"\b(?P<whose>je) {_PLACE} {_NEW}$",
        rf"\b(?:c est|ce sera)(?: finalement| plutot)? {_NEW} qui (?:m|nous) accompagn\w+(?: et)?"
        rf" (?:plus|pas|non|a la place de) {_WHO}$",
        rf"\b(?P<whose>je) (?:suis|serai) remplacee? (?:par|with|by) {_NEW}$",
        rf"{_WHO} (?:est|sera|va etre) remplacee? par {_NEW}$",
        rf"\b(?:il y aura|ce sera|c est) {_NEW} {_INSTEAD} (?:de |du |d )?{_WHO}$",
        rf"\bremplac\w+ {_WHO} (?:par|with|by) {_NEW}$",
        rf"\breplace {_WHO} (?:with|by) {_NEW}$",
        rf"\bsubstitu\w+ {_NEW} (?:a|au) {_WHO}$",
        rf"\b(?:met\w*|inscri\w+|note\w*|prene\w*) {_NEW} {_INSTEAD} (?:de |du |d )?{_WHO}$",
        rf"{_INSTEAD} (?:de |du |d ){_WHO} (?:ce sera|c est|il y aura|met\w+|viendra"
        rf"|je viens avec|note\w*) {_NEW}$",
        rf"\bc est {_NEW} qui {_COMES}(?: et)? (?:plus|pas|non) {_WHO}$",
        rf"{_NEW} remplace(?:ra)? {_WHO}$",
        rf"\b(?:c est|ce sera) {_NEW} qui {_COMES}$",
        r"\b(?:en ai trouve|en a trouve|en avons trouve|en prends|en amene) (?P<new>une? autre)\b",
        rf"^{_NEW} (?:is coming|will come|comes) instead of {_WHO}$",
        r"\b(?P<whose>me) (?:faire )?remplacer (?:par )?(?P<new>quelqu un)\b",
    )
)


def replaced(said: Spoken, known: People) -> Change | None:
    """Read who comes in whose place."""
    for pattern in _REPLACING:
        for found in pattern.finditer(said.text):
            change = _replacement(said, known, found)
            if change is not None:
                return change
    return None


_NOBODY_NEW = vocabulary("moi je j on nous personne il elle")
_ONLY_BEFORE = vocabulary("de d du a pour sans ne pas le la les faut")
"""What ends no name: « inutile de la remplacer »."""


def _replacement(said: Spoken, known: People, found: re.Match[str]) -> Change | None:
    parts = found.groupdict()
    start, end = kernel(said.text, start=found.start("new"), end=found.end("new"))
    new = said.text[start:end]
    if not new or new.split()[-1] in _ONLY_BEFORE or set(new.split()) & _NOBODY_NEW:
        return None
    before = said.text[:start]
    match parts.get("whose"):
        case "ma" | "me" | "m" | "je":
            who = known_people.writing(known)
        case None if parts.get("who"):
            who = known_people.meant(parts["who"], known)
            if who is None:
                return None  # somebody else's place, or no place at all
        case _:
            who = known_people.named(before, known)
            who = known_people.meant(before, known) if who is None else who
            who = known_people.only_other(known) if who is None else who
    if who is not None and known_people.named(new, known) == who and len(new.split()) < 2:
        return None
    return Change(Kind.REPLACE, who, _name(said, start, end))


_RELATION = re.compile(
    r"^(?:son|sa|mon|ma|notre|votre|leur|le|la|l|un|une) [a-z]+ (?=[a-z]+ [a-z]+)"
)
_RELATED = vocabulary("son sa ca mon ma notre leur le la l un une quelqu his her my a le")


def _name(said: Spoken, start: int, end: int) -> Name | None:
    """The name that stands there; None for « ma collègue »."""
    words = said.text[start:end]
    relation = _RELATION.match(words)
    if relation is not None:
        start += relation.end()
    elif words.split()[:1] and words.split()[0] in _RELATED:
        return None
    written = said.raw(start, end)
    last = written.rpartition(",")[2]
    reading = names.read(last if len(last.split()) > 1 else written)
    return reading.value if isinstance(reading, Understood | Doubtful) else None


# ---- somebody comes too

_ADDING = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:rajout\w*|ajout\w*|add)(?: (?:aussi|svp|nous|juste))* {_NEW}"
        r"(?: (?:avec (?:nous|moi)|svp|a (?:l|notre|mon|ma) \w+|en plus|aussi|merci))*$",
        rf"{_NEW} (?:vient|viendra|va venir|sera la|sera des notres|is coming)(?: (?:aussi"
        rf"|egalement|en plus|avec (?:nous|moi)|too|as well))+$",
        rf"\b(?:on|nous) (?:sera|serons|est|sommes) (?:aussi )?accompagnee?s? (?:de|par|d) {_NEW}$",
        rf"{_NEW} (?:se joint a nous|nous (?:rejoint|rejoindra|accompagne\w*)|m accompagne\w*)$",
        rf"\b(?:finalement|en fait|aussi) (?:j|je|nous|on) (?:emmene|amene|emmenons"
        rf"|viens avec|vient avec) {_NEW}$",
        rf"\b(?:y a|y aura|y aurait) (?:aussi )?{_NEW} (?:en plus|aussi|qui (?:vient|viendra))\b",
        r"\b(?P<new>(?:une?|1) (?: autre)?(?: personne| collegue| elue?| agente?)?) (?:de plus"
        r"|en plus|supplementaire)\b",
        rf"\b(?:une?|1) (?:personne )?de plus (?:avec |c est )?{_NEW}$",
        r"\b(?P<new>quelqu un) (?:de plus|en plus|d autre (?:vient|viendra) aussi)\b",
    )
)


def added(said: Spoken, known: People) -> Change | None:
    """Read who comes too."""
    for pattern in _ADDING:
        found = pattern.search(said.text)
        if found is None:
            continue
        start, end = kernel(said.text, start=found.start("new"), end=found.end("new"))
        new = said.text[start:end]
        is_field = any(field.search(new) for field in FIELDS.values())
        if new and not is_field and known_people.named(new, known) is None:
            return Change(Kind.ADD, None, _name(said, start, end))
    return None
