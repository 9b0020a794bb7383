"""Files of examples, one a line, and what tells that they changed."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def read(files: Iterable[Path], one: Callable[[str], T], error: type[ValueError]) -> list[T]:
    """Read the examples of files in the order of their names; `one` reads a line.

    Raises:
        error: a line is no example; it says which and why.
    """
    found = []
    for file in sorted(files):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            try:
                found.append(one(line))
            except ValueError as wrong:
                raise error(f"{file.name}, ligne {number} : {wrong}") from wrong
    return found


def digest(told: str) -> str:
    """Give the fingerprint of all that is learnt from."""
    return hashlib.sha256(told.encode()).hexdigest()[:16]
