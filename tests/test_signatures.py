"""No function takes two bare strings or numbers side by side: they could be swapped unseen."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parents[1]
BARE = {"str", "int", "float", "str | None", "int | None"}

SYMMETRIC = {"same_place", "is_same", "_alike", "_near"}
"""They say the same whichever comes first."""
READERS = {
    "digressions.py",
    "questions.py",
    "event_names.py",
    "names.py",
    "newcomers.py",
    "spoken.py",
}
"""Pure functions over words, nobody's identity among them."""
GIVEN = {"ngettext", "do_request", "_exchange"}
"""The order is a library's, or that of HTTP."""


def test_nothing_can_be_swapped() -> None:
    swappable = [
        f"{path.relative_to(ROOT)}:{line} {name}({first}, {second})"
        for path in sorted((ROOT / "bot").rglob("*.py"))
        if path.name not in READERS
        for line, name, first, second in _pairs(ast.parse(path.read_text("utf-8")))
        if name not in SYMMETRIC | GIVEN
    ]
    assert swappable == []


def _pairs(tree: ast.AST) -> Iterator[tuple[int, str, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            positional = [*node.args.posonlyargs, *node.args.args]
            for one, other in pairwise(positional):
                kinds = {ast.unparse(arg.annotation) for arg in (one, other) if arg.annotation}
                if len(kinds) == 1 and kinds <= BARE and one.annotation and other.annotation:
                    yield node.lineno, node.name, one.arg, other.arg
