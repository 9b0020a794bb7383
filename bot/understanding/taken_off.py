"""What is to be noted of somebody no more: « enlevez le numéro de Léa », who comes all the same."""

import re
from dataclasses import dataclass
from typing import Literal

_PHONE = r"(?:num[ée]ros?|t[ée]l(?:[ée]phone)?|portable|mobile|fixe)"
_EMAIL = r"(?:adresses?(?: e-?mail| mail)?|e-?mail|mail|courriel)"
_TAKE = r"(?:enl[eè]v\w+|retir\w+|supprim\w+|effac\w+|[ôo]te[rz]?|vire[rz]?)"
_OF = r"(?: de t[ée]l[ée]phone)?(?: (?:de|du|à|pour|chez) | d['’])(?P<whom>[^,.;!?\n]{2,40})"
_SAID = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, word in (("phone", _PHONE), ("email", _EMAIL))
    for pattern in (
        rf"\b{_TAKE}(?:[- ]moi)? (?:donc |aussi |juste )?(?:le |l['’]|son |sa )?{word}{_OF}",
        rf"\bpas (?:de |d['’]){word}{_OF}",
    )
)


@dataclass(frozen=True, slots=True)
class TakenOff:
    """How somebody is reached, that is to be noted no more, and the words that mean them."""

    what: Literal["phone", "email"]
    whom: str


def read(text: str) -> TakenOff | None:
    """What is to be taken off; None: nothing of the kind is said, or another is told."""
    if re.search(r"\d{2}|@", text):
        return None
    for what, said in _SAID:
        if (found := said.search(text)) is not None:
            return TakenOff("phone" if what == "phone" else "email", found["whom"])
    return None
