"""What says but that something is asked: « Je vous pose une question, répondez. À quoi… »."""

import re

_SOON = r"(?:\s*,?\s+(?:r[ée]pond(?:ez|s)(?:[- ]moi)?|svp|simple))*"
_PREAMBLE = re.compile(
    r"^\W*(?:(?:mais|et|bon|non|alors|but)\s+)*(?:"
    r"(?:(?:je (?:vous|te) (?:pose|posais|ai pos[ée]e?) une (?:\w+ )?question"
    r"|j['’ ]?ai une question|r[ée]pond(?:ez|s)(?:[- ]moi)?|i asked you a question|answer me)"
    rf"{_SOON}\s*[.:!,;…–-]+\s*)"
    r"|ma question (?:est|[ée]tait|c['’ ]?est)\s*[:,]?\s*)+(?=\S)",
    re.IGNORECASE,
)


def without(text: str) -> str:
    """The text without it."""
    return _PREAMBLE.sub("", text)


_BARE = re.compile(
    r"\W*(?:mais |et |but )?(?:ma|my) question"
    r"(?: (?:est|[ée]tait|is|was)| c['’ ]?(?:est|[ée]tait))?\W*",
    re.IGNORECASE,
)


def is_all(text: str) -> bool:
    """Whether nothing else is said: « mais ma question c’était : »."""
    return _BARE.fullmatch(text) is not None
