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


_NAMED_FIRST = re.compile(
    r"^\W*(?:et|mais|and|but)\s+(?P<who>(?-i:(?:(?:M\.|Mme|Monsieur|Madame)\s+)?[A-ZÀ-Ý][\w'’-]+"
    r"(?:\s[A-ZÀ-Ý][\w'’-]+)+))\s*\?\s+(?=(?:il|elle|he|she|\w+[- ]l[ea])\b)",
    re.IGNORECASE,
)
"""« Et Bruno Tessier ? Il n’est pas inscrit, ajoutez-le »: who is meant, and nothing is asked."""


_NOT_YET = re.compile(
    r"\s*[:,]?\s*\b(?:il|elle|he|she|qui)?\s*n['’]est (?:pas|toujours pas)(?: encore)? (?:inscrite?"
    r"|not[ée]e?|dessus|dedans|sur la liste)\s*[,.;:]?\s*(?:et |donc |alors )*"
    r"(?=(?:\w+[- ]l[ea]\b|(?:pouvez|pourriez)[- ]vous l['’]))",
    re.IGNORECASE,
)
"""« Paul Roux n’est pas inscrit, ajoutez-le »: that he is to be is all that is told."""


def without(text: str) -> str:
    """The text without it."""
    text = _NAMED_FIRST.sub(r"\g<who> : ", _PREAMBLE.sub("", text))
    text = _NOT_YET.sub(", ", text) if _NOT_YET.search(text, 1) else text
    return _THEM.sub(r"\g<do> \g<who>", text)


_THEM = re.compile(
    r"^\W*(?:et\s+)?(?P<who>(?-i:[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)+))\s*[:,]\s*"
    r"(?P<do>(?:r?ajoutez|inscrivez|remettez|mettez|notez|add))[- ](?:l[ea]|him|her)\b",
    re.IGNORECASE,
)
"""« Paul Roux, ajoutez-le avec Odile »: that is Paul Roux."""


_BARE = re.compile(
    r"\W*(?:mais |et |but )?(?:ma|my) question"
    r"(?: (?:est|[ée]tait|is|was)| c['’ ]?(?:est|[ée]tait))?\W*",
    re.IGNORECASE,
)


def is_all(text: str) -> bool:
    """Whether nothing else is said: « mais ma question c’était : »."""
    return _BARE.fullmatch(text) is not None
