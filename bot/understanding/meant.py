"""What was meant after all: « non, je parlais de l’adresse de la salle », « pas la mienne, … ».

A « non » that is followed by what was meant refuses nothing: it asks once more.
"""

import re
from dataclasses import dataclass

from bot.understanding.normal import normal, plain


@dataclass(frozen=True, slots=True)
class Meant:
    """A question put again in other words, and what was said before it."""

    asked: str
    stated: str = ""


_I_MEANT = re.compile(
    r"\b(?:je (?:vous )?(?:parlais|parle|pensais|demandais|demande|voulais dire|veux dire"
    r"|voulais (?:parler|savoir|demander)|veux (?:juste |simplement )?savoir)"
    r"|j['’]ai demand[ée]|ma question (?:est|c['’]est|[ée]tait|c['’][ée]tait|porte)"
    r"|il s['’]agi(?:t|ssait)|i meant|i mean|i was asking|i asked)\b"
    r"(?:\s+(?:simplement|juste|seulement|bien|plut[oô]t|en fait|just|only))*\s*[:,]?"
    r"\s*(?:de savoir\s+|savoir\s+|sur\s+|about\s+|for\s+|d['’](?=o[uù])|de\s+(?=l|la|le|quand"
    r"|comment|quelle?)|[àa]\s+(?=quelle))?(?P<asked>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_NOT_THAT = re.compile(
    r"^\W*(?:(?:mais|ah|oh|euh|ben|enfin)\W+)*(?:(?:non|nan|nn|no|si)\b\W*)+", re.IGNORECASE
)
_BARE = re.compile(
    r"^(?:pas (?:la|le|l['’]|ma|mon|cette|ce|celle|celui)\s?\S+(?: (?:de|du|d['’])\s?\S+)?"
    r"\s*[,;:.!]\s*|c['’]est pas (?:[çc]a|cela)\W+)?(?:mais\s+)?(?P<asked>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_THING = re.compile(
    r"^(?:donc |plutot |juste )?(?:l adresse|l heure|les? horaires?|le lieu|l endroit|le parking"
    r"|le repas|le programme|la date|le prix|le tarif|celles? (?:de|du|d)|celui (?:de|du|d)|ou"
    r"|quand|comment|a quelle heure|the address|the place|the time)\b"
)
_OF_THE_PLACE = re.compile(
    r"\bcelle\s+(?=(?:de la|du|de l['’]|d['’]) ?(?:salle|lieu|journ|rencontre|endroit|batiment"
    r"|b[âa]timent|foyer|mairie o[uù]))",
    re.IGNORECASE,
)
_LONGEST = 12
"""Words of a thing that is but named."""


def read(text: str) -> Meant | None:
    """Read what was meant instead of what was understood; None: nothing is said to be."""
    text = text.strip()
    begun = _NOT_THAT.match(text)
    found = _I_MEANT.search(text)
    if found is not None:
        stated = text[: found.start()].strip(" ,;:.")
        is_contrary = begun is not None or re.search(r"\bpas\b", normal(stated)) is not None
        return _meant(found["asked"], stated=stated) if is_contrary or not stated else None
    rest = text[begun.end() :] if begun is not None else text
    bare = _BARE.match(rest)
    is_contrary = begun is not None or rest[:4].casefold() == "pas "
    if bare is None or not is_contrary or len(rest.split()) > _LONGEST:
        return None
    return _meant(bare["asked"], stated="") if _THING.match(normal(bare["asked"])) else None


def _meant(asked: str, *, stated: str) -> Meant:
    asked = _OF_THE_PLACE.sub("l’adresse ", asked).strip(" .!?")
    stated = "" if not plain(_NOT_THAT.sub("", stated)) else stated
    return Meant(f"{asked} ?", stated)
