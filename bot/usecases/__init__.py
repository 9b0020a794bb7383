"""What can be done, a module a subject: ask the books, apply the rules, write to the books."""

from bot.usecases import change, desk, notices, partners, register, team, waiting_list

__all__ = ["change", "desk", "notices", "partners", "register", "team", "waiting_list"]
