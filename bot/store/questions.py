"""Questions that people sent on to the organisers, and what these answered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.keys import AddressKey, QuestionKey
from bot.store.database import Row, moment, when
from bot.store.scope import Scope

RECALLED_AFTER = timedelta(days=1)
"""A question that waits for so long is told organisers once more."""

_COLUMNS = (
    "key, address, who, question, asked_at, taken_by, taken_name, answer, answered_name,"
    " answered_at"
)


@dataclass(frozen=True, slots=True)
class Question:
    """One of them. Moments are UTC; who answers, and who takes care of it, are names."""

    key: QuestionKey
    address: AddressKey
    who: str
    """How the person who asks is called."""
    question: str
    asked_at: datetime
    taken_by: AddressKey | None
    """Who takes care of it; None: nobody does yet."""
    taken_name: str
    answer: str | None
    answered_name: str
    answered_at: datetime | None


class Questions:
    """Those of one event."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(self, address: AddressKey, who: str, question: str) -> QuestionKey:
        """Keep a question that somebody asks now."""
        rows = await self._scope.connection.fetch(
            "insert into questions (event, address, who, question, asked_at)"
            " values ($1, $2, $3, $4, $5) returning key",
            self._scope.event,
            address,
            who,
            question,
            moment(self._scope.now),
        )
        return QuestionKey(rows[0]["key"])

    async def of_key(self, key: QuestionKey) -> Question | None:
        """The question of a key; None: whoever asked it was erased."""
        rows = await self._scope.connection.fetch(
            f"select {_COLUMNS} from questions where event = $1 and key = $2",
            self._scope.event,
            key,
        )
        return _question(rows[0]) if rows else None

    async def unanswered(self) -> list[Question]:
        """Those that nobody has answered, the oldest first."""
        rows = await self._scope.connection.fetch(
            f"select {_COLUMNS} from questions where event = $1 and answer is null order by key",
            self._scope.event,
        )
        return [_question(row) for row in rows]

    async def answered(self, most: int) -> list[Question]:
        """The last ones that were answered, the last one first."""
        rows = await self._scope.connection.fetch(
            f"select {_COLUMNS} from questions where event = $1 and answer is not null"
            " order by answered_at desc, key desc limit $2",
            self._scope.event,
            most,
        )
        return [_question(row) for row in rows]

    async def asked_by(self, address: AddressKey) -> list[Question]:
        """Those that an address has asked, the oldest first."""
        rows = await self._scope.connection.fetch(
            f"select {_COLUMNS} from questions where address = $1 and +event = $2 order by key",
            address,
            self._scope.event,
        )
        return [_question(row) for row in rows]

    async def take(self, key: QuestionKey, by: AddressKey, name: str) -> bool:
        """Let somebody take care of one; False: somebody else does, or it was answered."""
        rows = await self._scope.connection.fetch(
            "update questions set taken_by = $3, taken_name = $4 where event = $1 and key = $2"
            " and answer is null and (taken_by is null or taken_by = $3) returning key",
            self._scope.event,
            key,
            by,
            name,
        )
        return bool(rows)

    async def answer(self, key: QuestionKey, answer: str, *, name: str) -> bool:
        """Keep the answer to one; False: somebody else was faster, or it is gone."""
        rows = await self._scope.connection.fetch(
            "update questions set answer = $3, answered_name = $4, answered_at = $5"
            " where event = $1 and key = $2 and answer is null returning key",
            self._scope.event,
            key,
            answer,
            name,
            moment(self._scope.now),
        )
        return bool(rows)

    async def recall(self) -> list[QuestionKey]:
        """Those that have waited for too long and were not told again: they are now."""
        rows = await self._scope.connection.fetch(
            "update questions set recalled_at = $2 where event = $1 and answer is null"
            " and recalled_at is null and asked_at <= $3 returning key",
            self._scope.event,
            moment(self._scope.now),
            moment(self._scope.now - RECALLED_AFTER),
        )
        return sorted(QuestionKey(row["key"]) for row in rows)

    async def forget(self, address: AddressKey) -> None:
        """Forget what an address has asked, with what it was answered."""
        await self._scope.connection.fetch(
            "delete from questions where address = $1 and +event = $2", address, self._scope.event
        )


def _question(row: Row) -> Question:
    return Question(
        row["key"],
        row["address"],
        row["who"],
        row["question"],
        datetime.fromisoformat(row["asked_at"]),
        row["taken_by"],
        row["taken_name"],
        row["answer"],
        row["answered_name"],
        when(row["answered_at"]),
    )
