"""Who is said to come with whom: « moi avec M. Roux, et Mme Vial avec M. Oriol »."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.normal import plain

_WITH = re.compile(r"\b(?:avec|with)\b")
_ME = re.compile(r"\b(?:moi|je|j|me|i|myself)\b")
_PARTED = re.compile(r"[.;:!?\n]|,\s*(?:et|puis|and)\b|\bet (?=(?:m|mme|monsieur|madame)\b)", re.I)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be meant."""

    name: str
    is_writing: bool = False


def read(text: str, people: Sequence[Known]) -> list[list[int]]:
    """Give the groups that a text puts together, as places in `people`; nothing: it does not."""
    groups: list[list[int]] = []
    for clause in _clauses(text):
        said = plain(clause)
        if not _WITH.search(said):
            continue
        named = [at for at, one in enumerate(people) if _is_named(said, one)]
        if len(named) > 1 and not any({*named} & {*group} for group in groups):
            groups.append(named)
    return groups


def _clauses(text: str) -> list[str]:
    """Cut a text where another group begins; « M. » ends nothing."""
    whole = re.sub(r"\b(M|Mme|Mlle|Mr|Mrs|Dr)\.", r"\1", text)
    return [one for one in _PARTED.split(whole) if one.strip()]


def _is_named(said: str, one: Known) -> bool:
    """Whether a first or a last name of somebody stands there; « moi » is who writes."""
    if one.is_writing and _ME.search(said):
        return True
    words, name = said.split(), plain(one.name).split()
    return any(word in words for word in name if len(word) > 2)
