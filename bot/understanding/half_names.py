"""One half of a name: which it is, and the other half as it is named."""

import re

from bot.understanding import known_words
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.names import Name, cased
from bot.understanding.normal import plain


def is_only_last(word: str) -> bool:
    """Whether a word is somebody's last name, as INSEE counts them, and nobody's first."""
    found = known_words.kinds(plain(word))
    kinds = {one[0] for one in found}
    return plain(word) not in FIRST_NAMES and "l" in kinds and "f" not in kinds


_FIRST_TOLD = re.compile(
    r"\b(?:pr[ée]nom|first name)\s*(?:c['’ ]?est|est|is|:|=)?\s+(?P<first>[^\W\d_][\w'’-]+)",
    re.IGNORECASE,
)
_IS_LAST = re.compile(
    r"\bc(?:['’ ]?est|['’])\s*(?:[çc]a |cela |bien )?(?:le|son|mon) nom(?: de famille)?\b(?! c)",
    re.I,
)


def other_half(text: str, *, known: str) -> Name | None:
    """« c’est ça le nom, prénom Sylvain », where one half is known; without a first: not told."""
    told = _FIRST_TOLD.search(text)
    if told is not None and plain(told["first"]) not in ("et", "nom", "and"):
        return Name(cased(told["first"]), known)
    return Name("", known) if _IS_LAST.search(text) else None
