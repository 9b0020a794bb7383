"""What is looked at to tell whose a fact is, who comes, and who of the named writes.

Each function gives names of features; `bot.teaching.telling` learns what each is worth.
"""

from bot.understanding.telling.features.agreement import agrees
from bot.understanding.telling.features.coming import presence
from bot.understanding.telling.features.facts import NEW, candidates, owner
from bot.understanding.telling.features.naming import denied, renamed, renames, writes
from bot.understanding.telling.features.sharing import shares

__all__ = [
    "NEW",
    "agrees",
    "candidates",
    "denied",
    "owner",
    "presence",
    "renamed",
    "renames",
    "shares",
    "writes",
]
