"""What can be done, a module a subject: ask the books, apply the rules, write to the books."""

from bot.usecases import (
    alerting,
    announcing,
    certifying,
    change,
    desk,
    notices,
    partners,
    presence,
    questions,
    register,
    reminding,
    team,
    waiting_list,
)

__all__ = [
    "alerting",
    "announcing",
    "certifying",
    "change",
    "desk",
    "notices",
    "partners",
    "presence",
    "questions",
    "register",
    "reminding",
    "team",
    "waiting_list",
]
