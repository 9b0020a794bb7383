"""The review after the day, as funders ask for it: how many came, of whom, and who did not."""

from collections.abc import Callable, Iterable, Sequence

from bot.domain.attendance import Attendance, Attendee, Session, Tally, sessions, tallies
from bot.domain.event import Event
from bot.exports.grouping import by_name
from bot.exports.spreadsheet import Cell, Table, workbook
from bot.i18n import Words


def xlsx(event: Event, attendance: Attendance, words: Words, *, with_names: bool) -> bytes:
    """The review's tables, a sheet each."""
    return workbook(tables(event, attendance, words, with_names=with_names))


def tables(event: Event, attendance: Attendance, words: Words, *, with_names: bool) -> list[Table]:
    """Everything a review says, a table a view; those that would be empty are left out.

    Args:
        event: the day.
        attendance: everybody of it.
        words: the language.
        with_names: whether those who came, did not, or waited are named.
    """
    made = _Tables(event, words)
    found = [
        made.summary(attendance),
        made.counted("review.by_category", attendance, made.category),
    ]
    if event.audience.territory:
        found.append(made.counted("review.by_territory", attendance, lambda one: one.territory))
    found.append(made.counted("review.by_organisation", attendance, lambda one: one.organisation))
    if with_names:
        found.append(made.present(attendance))
        found.append(made.named(words.plain("review.absent"), by_name(attendance.absent)))
        found.append(made.named(words.plain("review.waiting"), attendance.waiting))
    return [table for table in found if table.rows]


class _Tables:
    """Makes the tables of one day."""

    def __init__(self, event: Event, words: Words) -> None:
        self._event, self._words = event, words
        self._halves = sessions(event)

    def category(self, one: Attendee) -> str:
        """In what capacity somebody came, as a table says it."""
        return self._words.plain(f"sheet.category.{one.category}") if one.category else ""

    def summary(self, attendance: Attendance) -> Table:
        """The figures of all together."""
        words = self._words
        rows: list[list[Cell]] = [
            [words.plain("review.registered"), len(attendance.registered)],
            [words.plain("review.at_all"), len(attendance.present)],
        ]
        if len(self._halves) > 1:
            rows += [
                [words.plain(f"review.at.{one.half}"), self._there(attendance, one)]
                for one in self._halves
            ]
        rows += [
            [words.plain("review.absent"), len(attendance.absent)],
            [words.plain("review.walk_ins"), len(attendance.walk_ins)],
            [words.plain("review.waiting"), len(attendance.waiting)],
        ]
        header = [words.plain("review.figure"), words.plain("review.people")]
        return Table(words.plain("review.summary"), header, rows)

    def _there(self, attendance: Attendance, session: Session) -> int:
        return sum(one.is_present(session.half) for one in attendance.coming)

    def counted(
        self, title: str, attendance: Attendance, label: Callable[[Attendee], str]
    ) -> Table:
        """How many were registered and there, by what they have in common."""
        words = self._words
        header = [
            words.plain(f"sheet.{title.rpartition('_')[2]}"),
            words.plain("review.registered"),
            *(words.plain(f"paper.half.{one.half}") for one in self._halves),
            words.plain("review.absent"),
        ]
        rows = [self._counts(one) for one in tallies(attendance.coming, label)]
        return Table(words.plain(title), header, rows)

    def _counts(self, one: Tally) -> list[Cell]:
        label = one.label or self._words.plain("review.unsaid")
        there = (one.at(session.half) for session in self._halves)
        return [label, one.registered, *there, one.absent]

    def present(self, attendance: Attendance) -> Table:
        """Who was there, and for which half."""
        words, yes = self._words, self._words.plain("review.yes")
        people = by_name(attendance.present)
        table = self.named(words.plain("review.present"), people)
        halves = [words.plain(f"paper.half.{one.half}") for one in self._halves]
        rows = [
            [*row, *(yes if one.is_present(session.half) else None for session in self._halves)]
            for row, one in zip(table.rows, people, strict=True)
        ]
        return Table(table.title, [*table.header, *halves], rows)

    def named(self, title: str, people: Iterable[Attendee]) -> Table:
        """People by their names, with what is said of them on papers."""
        columns = ["last_name", "first_name", "function", "organisation"]
        if self._event.audience.territory:
            columns.append("territory")
        header = [self._words.plain(f"sheet.{column}") for column in columns]
        rows: list[Sequence[Cell]] = [
            [str(getattr(one, column)) for column in columns] for one in people
        ]
        return Table(title, header, rows)
