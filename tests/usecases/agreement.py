"""What must hold after each step: the database agrees with the paper, and the rules are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.event import Event
from bot.domain.waiting import Rules
from bot.store.database import Database, Row, moment

from .paper import Paper

Rows = Sequence[Row]
_TABLES = {
    "parties": "code, chat_id, seats, cancelled_at from parties",
    "members": "code, position, first_name, waiting, chat_id from members order by code, position",
    "holds": "draft_id, seats, expires_at from holds",
    "queue": "code, seats, passed, offer_ends from queue order by queued_at, code",
    "searches": "code from searches order by since, code",
    "proposals": "first_code, second_code, first_answer, second_answer from proposals",
    "deliveries": "kind, code, chat_id, due_at from deliveries",
}
TOGETHER = 3
"""The largest party."""


@dataclass
class Books:
    """All that the database says, at one moment."""

    parties: Rows
    members: Rows
    holds: Rows
    queue: Rows
    searches: Rows
    proposals: Rows
    deliveries: Rows

    @classmethod
    async def open(cls, database: Database) -> "Books":
        async with database.transaction() as transaction:
            read = {
                table: await transaction.fetch(f"select {what}") for table, what in _TABLES.items()
            }
        return cls(**read)

    @property
    def open_proposals(self) -> list[tuple[str, str]]:
        return [
            (row["first_code"], row["second_code"])
            for row in self.proposals
            if "no" not in (row["first_answer"], row["second_answer"])
            and not row["first_answer"] == row["second_answer"] == "yes"
        ]

    def owed(self, kind: str) -> set[tuple[str, int]]:
        """To whom messages of a kind are owed: codes and chats."""
        return {(row["code"], row["chat_id"]) for row in self.deliveries if row["kind"] == kind}


@dataclass
class Agreement:
    """The paper beside the books, after a step."""

    paper: Paper
    books: Books
    event: Event
    now: datetime
    most_before: int
    """The seats given away before the step: more than the capacity, once that was lowered."""
    is_settled: bool
    """Whether free seats have been offered since time passed or the capacity changed."""

    def check(self) -> None:
        """Check everything, and write the new offers on the paper."""
        self._parties_are_those_of_the_paper()
        self._holds_are_those_of_the_paper()
        self._offers_follow_the_order()
        self._no_more_than_there_is()
        self._only_who_waits_is_on_the_list()
        self._no_seat_is_idle()
        self._nobody_is_owed_too_much_or_too_little()
        self._proposals_are_possible()

    def _parties_are_those_of_the_paper(self) -> None:
        live = {row["code"]: row for row in self.books.parties if row["cancelled_at"] is None}
        assert {code: (row["chat_id"], row["seats"]) for code, row in live.items()} == {
            code: (one.chat, one.seats) for code, one in self.paper.groups.items()
        }
        members: dict[str, list[tuple[Any, ...]]] = {}
        for row in self.books.members:
            seen = row["position"], row["first_name"], row["waiting"], row["chat_id"]
            members.setdefault(row["code"], []).append(seen)
        assert members == {
            code: [
                (place, name, int(place > one.seats), one.chats.get(name))
                for place, name in enumerate(one.names, 1)
            ]
            for code, one in self.paper.groups.items()
        }

    def _holds_are_those_of_the_paper(self) -> None:
        now = moment(self.now)
        live = {row["draft_id"]: row for row in self.books.holds if row["expires_at"] > now}
        assert {of: (row["seats"], row["expires_at"]) for of, row in live.items()} == {
            of: (hold.seats, moment(hold.expires_at))
            for of, hold in self.paper.holds.items()
            if hold.expires_at > self.now
        }

    def _offers_follow_the_order(self) -> None:
        paper, rows = self.paper, self.books.queue
        assert {row["code"]: row["seats"] for row in rows} == {
            row["code"]: paper.groups[row["code"]].waits for row in rows
        }
        offers = {
            row["code"]: datetime.fromisoformat(row["offer_ends"])
            for row in rows
            if row["offer_ends"] is not None
        }
        for code in [one for one in paper.offers if one not in offers]:
            assert paper.offers[code] <= self.now, "an offer that was live is gone"
            paper.leave_line(code)
        assert {code: ends for code, ends in offers.items() if code in paper.offers} == paper.offers
        new = [code for code in paper.line if code in offers]
        assert set(offers) == {*paper.offers, *new}, "an offer to somebody who did not wait"
        for code in new:
            assert self.now < offers[code] <= self.event.closes_at
        still = [code for code in paper.line if code not in new]
        waiting = [row for row in rows if row["offer_ends"] is None]
        assert [row["code"] for row in waiting] == still, "the order of the list has changed"
        for row in waiting:
            place = paper.line.index(row["code"])
            behind = sum(code in new for code in paper.line[place:])
            assert row["passed"] == paper.passed[row["code"]] + behind
            self._may_be_passed_over(row["code"], behind)
        for code in new:
            paper.leave_line(code)
            paper.offers[code] = offers[code]
        for row in waiting:
            paper.passed[row["code"]] = row["passed"]

    def _may_be_passed_over(self, code: str, times: int) -> None:
        rules = Rules.of(self.event, self.now)
        if rules.keeps and times:
            assert self.paper.passed[code] + times <= rules.passes, "passed over once too often"

    def _no_more_than_there_is(self) -> None:
        given = self.given_away()
        assert given <= max(self.paper.capacity, self.most_before)
        total = sum(row["seats"] for row in self.books.parties if row["cancelled_at"] is None)
        assert total == self.paper.taken()

    def given_away(self) -> int:
        """The seats that are taken, held and offered."""
        paper, now = self.paper, self.now
        return paper.taken() + paper.held(now) + paper.offered(now)

    def _only_who_waits_is_on_the_list(self) -> None:
        codes = [row["code"] for row in self.books.queue if row["offer_ends"] is None]
        assert codes == self.paper.line
        on_list = {*self.paper.line, *self.paper.offers}
        assert all(self.paper.groups[code].waits for code in on_list)

    def _no_seat_is_idle(self) -> None:
        if not self.is_settled or self.now >= self.event.closes_at:
            return
        due = self.paper.first_due(Rules.of(self.event, self.now))
        up_to = self.paper.line.index(due) + 1 if due else len(self.paper.line)
        free = self.paper.free(self.now)
        for code in self.paper.line[:up_to]:
            assert self.paper.groups[code].waits > free, (
                "a seat is idle while somebody who fits waits"
            )

    def _nobody_is_owed_too_much_or_too_little(self) -> None:
        groups = self.paper.groups
        coming = {(code, chat) for code, one in groups.items() for chat in one.coming_chats}
        reminded = self.books.owed("reminder")
        assert reminded <= coming
        if self.now < self.event.remind_at:
            assert reminded == coming
        offered = {(code, groups[code].chat) for code in self.paper.offers}
        assert self.books.owed("offer") == offered
        # Cancelled parties are owed nothing, their former members a last word.
        last_words = {"party_cancelled", "taken_out"}
        for row in self.books.deliveries:
            is_draft = row["kind"] == "hold_ending"
            assert is_draft or row["kind"] in last_words or row["code"] in groups

    def _proposals_are_possible(self) -> None:
        groups = self.paper.groups
        seeking = [row["code"] for row in self.books.searches]
        assert set(seeking) == {code for code, one in groups.items() if one.seeks}
        proposals = self.books.open_proposals
        proposed = [code for pair in proposals for code in pair]
        assert len(set(proposed)) == len(proposed), "two proposals at once"
        assert set(proposed) <= set(seeking)
        for first, second in proposals:
            assert groups[first].seats + groups[second].seats <= TOGETHER
            assert groups[first].waits == groups[second].waits == 0
        tried = {(row["first_code"], row["second_code"]) for row in self.books.proposals}
        free = [code for code in seeking if code not in proposed]
        for one in free:
            for other in free:
                fits = groups[one].seats + groups[other].seats <= TOGETHER
                met = (one, other) in tried or (other, one) in tried
                assert one == other or met or not fits, "two who look for somebody do not meet"
