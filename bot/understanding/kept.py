"""What is said to stay as it is: « il est aussi élu, mais gardez médecin », « ne changez rien »."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.telling.scene import Known

_NOTHING = re.compile(
    r"\b(?:ne (?:change[rz]?|modifie[rz]?|touche[rz]?) (?:a )?rien"
    r"|(?<!sinon )(?<!reste )rien (?:a|n est a) (?:faire|changer|modifier)"
    r"|(?:laisse[rz]?|garde[rz]?) (?:tout )?(?:comme|tel)"
    r"|don t change (?:anything|a thing)|leave (?:it|everything) as)\b"
)
_KEPT = re.compile(
    r"\b(?:laiss(?:e|ez|er)|gard(?:e|ez|er)|conserv(?:e|ez|er)|keep|leave)"
    r"(?: (?:bien|donc|plutot|juste|le titre de|la fonction de))*"
    r" (?:l |le |la )?(?P<what>[a-z]{3,})"
)
_GOES_ON = 8
"""So many words after it tell something else."""


def untouched(text: str, known: Sequence[Known], people: Sequence[Person]) -> list[Person]:
    """The same people without what a text says is not to be changed of those who are known."""
    said = plain(text)
    nothing = _NOTHING.search(said)
    if nothing is not None and len(said[nothing.end() :].split()) < _GOES_ON:
        return [_as_noted(one) if one.place else one for one in people]
    kept = {found["what"] for found in _KEPT.finditer(said)}
    return [
        replace(one, function=None)
        if one.place and kept & {*plain(known[one.place - 1].function).split()[:1]}
        else one
        for one in people
    ]


def _as_noted(one: Person) -> Person:
    return replace(one, function=None, organisation=None, name=None, called="", instead_of="")
