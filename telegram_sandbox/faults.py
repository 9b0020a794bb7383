"""What goes wrong on demand: shares, decided by a seeded random, and exact sequences."""

import random
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from telegram_sandbox.errors import PeopleError

SHARES = {"duplicate", "repeat_press", "reorder", "too_many", "no_answer"}
SEND_FAULTS = ("too_many", "no_answer", "outage", "lost", "ok")
UPDATE_FAULTS = ("duplicate", "repeat_press", "reorder", "ok")


@dataclass
class Faults:
    """What goes wrong at the moment; the fields are those of docs/sandbox.md."""

    duplicate: float = 0.0
    repeat_press: float = 0.0
    reorder: float = 0.0
    too_many: float = 0.0
    no_answer: float = 0.0
    retry_after: int = 1
    outage: bool = False
    latency: float = 0.0
    next: list[str] = field(default_factory=list)
    next_updates: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """The faults as the page sees them."""
        return asdict(self)

    def send_fault(self, rng: random.Random) -> str:
        """What happens to the next send: one of SEND_FAULTS."""
        if self.next:
            return self.next.pop(0)
        return next((name for name in ("too_many", "no_answer") if self.happens(name, rng)), "ok")

    def update_faults(self, rng: random.Random) -> set[str]:
        """What happens to the next update: some of UPDATE_FAULTS."""
        if self.next_updates:
            return {self.next_updates.pop(0)}
        return {name for name in UPDATE_FAULTS if name != "ok" and self.happens(name, rng)}

    def happens(self, name: str, rng: random.Random) -> bool:
        """Throw the dice for one share; none is thrown for a share that is off."""
        share: float = getattr(self, name)
        return share > 0 and rng.random() < share


def read_faults(value: Any) -> Faults:
    """Faults from JSON, those left out being off. Raises PeopleError that names what is wrong."""
    if not isinstance(value, dict):
        raise PeopleError(400, "faults are an object")
    known = {item.name for item in fields(Faults)}
    for name, given in value.items():
        if name not in known:
            raise PeopleError(400, f"unknown fault {name}")
        check_fault(name, given)
    return Faults(**value)


def check_fault(name: str, given: Any) -> None:
    """Refuse a value that this fault cannot have."""
    number = isinstance(given, int | float) and not isinstance(given, bool)
    if name in SHARES and not (number and 0 <= given <= 1):
        raise PeopleError(400, f"{name} is a share from 0 to 1")
    if name == "outage" and not isinstance(given, bool):
        raise PeopleError(400, "outage is true or false")
    if name == "retry_after" and not (type(given) is int and given >= 1):
        raise PeopleError(400, "retry_after is a number of whole seconds")
    if name == "latency" and not (number and 0 <= given <= 60):
        raise PeopleError(400, "latency is from 0 to 60 seconds")
    for sequence, names in (("next", SEND_FAULTS), ("next_updates", UPDATE_FAULTS)):
        if name == sequence and not (isinstance(given, list) and all(n in names for n in given)):
            raise PeopleError(400, f"{sequence} is a list of {', '.join(names)}")
