"""What can be done, a module a subject: ask the books, apply the rules, write to the books."""

from bot.usecases import (
    announcing,
    certifying,
    change,
    desk,
    notices,
    partners,
    presence,
    register,
    reminding,
    team,
    waiting_list,
)

__all__ = [
    "announcing",
    "certifying",
    "change",
    "desk",
    "notices",
    "partners",
    "presence",
    "register",
    "reminding",
    "team",
    "waiting_list",
]
