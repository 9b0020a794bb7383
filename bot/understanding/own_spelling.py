"""How who writes spells their own name: « mon nom s’écrit Lefèbvre, avec un b »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from bot.understanding.firstnames import TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Scene

_WORD = r"[A-ZÀ-ÖØ-Ý][^\W\d_]+(?:[-'’][^\W\d_]+)*"
_IS = r"(?:\s*:|,?\s+(?:s['’](?:é|e)crit|c['’]est|est|is)(?:\s+bien)?\s*:?)?\s+"
_LAST = re.compile(
    rf"\b[Mm](?:on|y) (?:last )?n(?:om|ame)(?: de famille)?{_IS}(?P<name>{_WORD})(?! {_WORD})"
)
_FIRST = re.compile(rf"\b[Mm](?:on|y) (?:pr[ée]nom|first name){_IS}(?P<name>{_WORD})")
_SPELT = re.compile(
    r"\b(?:s ecrit|s ecrivent|orthograph\w+|epel\w+|accents?|trait d union|tiret|cedille|trema"
    r"|(?:avec|sans) (?:une? |deux |le |la )?[a-z]\b|mon (?:pre)?nom|my (?:first "
    r"|last )?name|spelt|spelled)\b"
)


def told(scene: Scene, people: Sequence[Person]) -> list[Person]:
    """The same people: another spelling of the writer’s own name is nobody new."""
    own = scene.writer.split()
    if len(own) < 2 or scene.is_aside or not _SPELT.search(plain(scene.text)):
        return [*people]
    again = [one for one in people if _is_own(one, scene)]
    last, first = _LAST.search(scene.text), _FIRST.search(scene.text)
    if not again and (last is None or not _is_near(last["name"], writer=scene.writer)):
        return [*people]
    said_first, said_last = (found["name"] if found else "" for found in (first, last))
    name = _name(scene, again, first=said_first, last=said_last)
    writers = [one for one in people if one.is_writing]
    writer = writers[0] if writers else Person(is_writing=True, place=scene.writing)
    rest = [one for one in people if one not in again and not one.is_writing]
    return [replace(writer, name=name, called="", instead_of="", comes=1.0), *rest]


def _name(scene: Scene, again: Sequence[Person], *, first: str, last: str) -> Name:
    whole = next((one.name for one in again if one.name), None)
    if whole is not None:
        return whole
    own_first, _, own_last = scene.writer.partition(" ")
    near = [one.called for one in again if _is_near(one.called, writer=own_last)]
    return Name(first or own_first, last or next(iter(near), own_last))


def _is_own(one: Person, scene: Scene) -> bool:
    """Whether somebody without function is who writes by another spelling, or by « mon prénom »."""
    if one.is_writing or one.place or one.function:
        return False
    said = " ".join(one.name) if one.name else one.called
    words = [word for word in plain(said.replace("-", " ")).split() if word not in TITLES]
    first = _FIRST.search(scene.text)
    if first is not None and words == plain(first["name"].replace("-", " ")).split():
        return True
    if not words or not _is_near(words[-1], writer=scene.writer):
        return False
    own = plain(scene.writer).split()
    return bool({*own[:1]} & {*words[:-1]}) if len(words) > 1 else words[-1] != own[-1]


def _is_near(word: str, *, writer: str) -> bool:
    """Whether a word is nearly the writer’s last name, or just that."""
    last, said = plain(writer).split()[-1:], plain(word)
    return bool(last) and len(said) > 3 and OSA.distance(said, last[0]) <= max(1, len(said) // 4)
