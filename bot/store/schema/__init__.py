"""The tables. A migration is never changed once it has been used: a new one is appended.

`{new_key}` stands for a column of keys that the database gives.
"""

from bot.store.schema.answers import SIXTH
from bot.store.schema.desk import FIFTH
from bot.store.schema.one_day import FIRST, SECOND, THIRD
from bot.store.schema.several_days import FOURTH

MIGRATIONS = (FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH)
"""The statements that lead from each version of the schema to the next."""
