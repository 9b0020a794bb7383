"""In what capacity somebody is said to come, wherever it is said: « plutôt société civile »."""

import re
from collections.abc import Iterator

from bot.domain.party import Category
from bot.understanding.normal import plain

_NAMES = {
    Category.ELECTED: r"elue?s?|elected",
    Category.STAFF: r"agente?s?|technicien(?:ne)?s?|fonctionnaires?|staff|administration",
    Category.CIVIL: r"societe civile(?: organisee)?|civil society|voluntary sector"
    r"|act(?:eur|rice)s? de la societe civile",
}
"""What the three are called in so many words."""
_NAMED = re.compile("|".join(rf"\b(?P<{one}>{names})\b" for one, names in _NAMES.items()))
_BEFORE = re.compile(
    r"\b(?:pas|non|plutot qu\w*|qu\w*|rather than|than|not|instead of|ni)"
    r"(?: (?:comme|en tant que?|d|l|la|le|un|une|as|a|an|the|vraiment|really))*$"
)
_AFTER = re.compile(r"^ (?:non|pas|ne|and i m not|no)\b")
_NOT_SO = re.compile(
    r"\b(?:staff|elected|civil society|elue?|agente?) (?:and i m not|alors que non)\b"
)
_CLAIMS = re.compile(
    r"\b(?:plutot|rather|mettez|mets|mettre|ecrire|ecrivez|inscri\w+|notez|note|passez|put|qualite|titre"
    r"|capacity|categorie|category|represente|suis|est|is|should|devrait|faudrait|i m|i am|c est)\b"
)
_SELF = re.compile(r"\b(?:je|j|moi|me|ma|mon|i|my)\b")


def claimed(text: str) -> tuple[Category, str] | None:
    """Give the capacity that is claimed, and the clause that claims it; None: none, or several.

    « je ne suis pas agente, plutôt société civile »: what is denied counts for nothing.
    """
    found = {one: clause for clause in _clauses(text) for one in _affirmed(clause)}
    if len(found) != 1 or "?" in text or _NOT_SO.search(plain(text)):
        return None
    category, clause = found.popitem()
    return (category, clause) if _CLAIMS.search(clause) or _CLAIMS.search(plain(text)) else None


def is_of_writer(clause: str) -> bool:
    """Say whether a clause is told of who writes."""
    return _SELF.search(clause) is not None


def _clauses(text: str) -> list[str]:
    return [plain(one) for one in re.split(r"[,;.!:\n]+|\bet\b|\band\b", text) if one.strip()]


def _affirmed(clause: str) -> Iterator[Category]:
    for found in _NAMED.finditer(clause):
        before, after = clause[: found.start()].rstrip(), clause[found.end() :]
        if not _BEFORE.search(before) and not _AFTER.match(after):
            yield Category(str(found.lastgroup))
