"""The figures as Markdown tables: medians, and between which values the rounds lay."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from bench.contenders import CONTENDERS
from bench.rounds import Figures
from bench.statements import Statements


@dataclass(frozen=True)
class Entry:
    """A contender, and how many parties are registered before it starts."""

    name: str
    parties: int = 0

    @property
    def title(self) -> str:
        """What the report calls it."""
        title = CONTENDERS[self.name].title
        return f"{title}, {self.parties:,} parties" if self.parties else title


Rounds = Mapping[Entry, Sequence[Figures]]

RATIOS: Final = (
    ("Binôme / ConversationHandler", Entry("binome"), Entry("conversation"), 3.3),
    ("Binôme / echo", Entry("binome"), Entry("echo"), 2.5),
    ("Binôme / aiogram FSM", Entry("binome"), Entry("aiogram"), None),
    ("PostgreSQL / SQLite", Entry("binome-postgres"), Entry("binome"), 0.75),
    ("two processes / one", Entry("binome-postgres-2"), Entry("binome-postgres"), 1.0),
)
"""What is divided by what, round by round, and the least it is to be."""
WITH_PARTIES: Final = 0.85
"""The least share of its steps a second that Binôme is to keep with many parties registered."""


def figures(rounds: Rounds) -> str:
    """Every bot's figures."""
    head = (
        "bot",
        *("steps/s", "between", "a CPU second", "p50 ms", "p99 ms", "calls a step"),
        *("peak MB", "bot CPU", "load CPU"),
    )
    return _table(head, [_row(entry, measured) for entry, measured in rounds.items()])


def _row(entry: Entry, measured: Sequence[Figures]) -> tuple[str, ...]:
    def middle(value: Callable[[Figures], float]) -> float:
        return median(map(value, measured))

    return (
        entry.title,
        f"{middle(lambda one: one.rate):,.0f}",
        _between([one.rate for one in measured], ",.0f"),
        f"{middle(lambda one: one.by_processor):,.0f}",
        f"{middle(lambda one: one.percentile(50)) * 1000:.1f}",
        f"{middle(lambda one: one.percentile(99)) * 1000:.1f}",
        f"{middle(lambda one: one.calls_a_step):.2f}",
        f"{middle(lambda one: one.memory) / 1e6:.0f}",
        f"{middle(lambda one: one.bot_load):.0%}",
        f"{middle(lambda one: one.server_load):.0%}",
    )


def ratios(rounds: Rounds) -> str:
    """The ratios that were measured, each the median of those of every round."""
    crowded = [
        (f"{entry.title} / with none", entry, Entry(entry.name), WITH_PARTIES)
        for entry in rounds
        if entry.parties
    ]
    rows = []
    for title, above, below, least in (*RATIOS, *crowded):
        if above in rounds and below in rounds:
            pairs = list(zip(rounds[above], rounds[below], strict=True))
            values = [one.rate / other.rate for one, other in pairs]
            by_processor = median(one.by_processor / other.by_processor for one, other in pairs)
            aim = "" if least is None else f"{least:g}"
            spread = _between(values, ".2f")
            rows.append((title, f"{median(values):.2f}", spread, aim, f"{by_processor:.2f}"))
    head = ("ratio", "median", "between", "at least", "by CPU second")
    return _table(head, rows) if rows else ""


def statements(counted: Mapping[str, Statements]) -> str:
    """The statements of a batch, by engine."""
    head = ("SQL statements", "questions and taps, one person", "twenty people", "a confirmation")
    rows = [
        (engine, str(one.alone), str(one.together), str(one.confirmation))
        for engine, one in counted.items()
    ]
    return _table(head, rows)


def starts(seconds: Mapping[Entry, float]) -> str:
    """The time from the start of the process to the first answer."""
    rows = [(entry.title, f"{taken:.2f}") for entry, taken in seconds.items()]
    return _table(("bot", "first answer after, s"), rows)


def memory(resident: Mapping[Entry, tuple[int, int]], chats: int) -> str:
    """The memory before and after so many chats."""
    head = ("bot", "MB at rest", f"after {chats:,} chats", "more")
    rows = [
        (entry.title, f"{before / 1e6:.0f}", f"{after / 1e6:.0f}", f"{(after - before) / 1e6:.1f}")
        for entry, (before, after) in resident.items()
    ]
    return _table(head, rows)


def _between(values: Sequence[float], form: str) -> str:
    return f"{min(values):{form}}–{max(values):{form}}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    rule = ("---", *("---:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows)) + "\n"
