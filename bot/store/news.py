"""What happened that organisers may want to hear of, and what each of them wants to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from bot.domain.keys import AddressKey, NewsKey, PartyKey, QuestionKey
from bot.store.database import Row, moment, when
from bot.store.scope import Scope

_Way = Literal["alert", "digest"]
"""How news are told, as the columns are called that say so."""


class Kind(StrEnum):
    """A kind of news. Its values are stored: they stay as they are."""

    REGISTERED = "registered"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    FULL = "full"
    QUESTION = "question"
    WAITING = "waiting"
    """A question that nobody has answered for too long."""


class Wanted(StrEnum):
    """How somebody wants to hear of a kind. Its values are stored: they stay as they are."""

    AT_ONCE = "now"
    SUMMED_UP = "summary"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class News:
    """One of them."""

    key: NewsKey
    kind: Kind
    author: AddressKey
    """Who of the staff did it; 0: none of them."""
    party: PartyKey | None
    question: QuestionKey | None
    alert: NewsKey | None
    """The first of those that it was told with; None: it is not told yet."""


class NewsTable:
    """The news of one event, and who wants which."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    async def add(
        self,
        kind: Kind,
        author: AddressKey,
        *,
        alert_at: datetime,
        digest_at: datetime,
        party: PartyKey | None = None,
        question: QuestionKey | None = None,
    ) -> None:
        """Note one, to be told at these moments (UTC) at the earliest."""
        self._scope.connection.later(
            "insert into news (event, kind, author, party, question, alert_at, digest_at)"
            " values ($1, $2, $3, $4, $5, $6, $7)",
            [
                (
                    self._scope.event,
                    kind,
                    author,
                    party,
                    question,
                    moment(alert_at),
                    moment(digest_at),
                )
            ],
        )

    async def last_alert(self) -> datetime | None:
        """When (UTC) somebody was told news at once last; None: never yet."""
        rows = await self._scope.connection.fetch(
            "select max(alerted_at) as at from news where event = $1", self._scope.event
        )
        return when(rows[0]["at"])

    async def take_alert(self) -> list[News]:
        """All that may be told at once now; whoever takes them tells them, together."""
        return await self._take("alert")

    async def take_digest(self) -> list[News]:
        """The same of the summary."""
        return await self._take("digest")

    async def _take(self, way: _Way) -> list[News]:
        due = f"where event = $1 and {way} is null and {way}_at <= $2"
        rows = await self._scope.connection.fetch(
            f"update news set {way} = (select min(key) from news {due}) {due}"
            f" returning key, kind, author, party, question, {way} as alert",
            self._scope.event,
            moment(self._scope.now),
        )
        return _all(rows)

    async def note_alert(self, alert: NewsKey) -> None:
        """Note that somebody is told these now."""
        await self._scope.connection.fetch(
            "update news set alerted_at = $3 where event = $1 and key = $2",
            self._scope.event,
            alert,
            moment(self._scope.now),
        )

    async def of_alert(self, alert: NewsKey) -> list[News]:
        """Those that are told at once together, by the first of them."""
        return await self._of("alert", alert)

    async def of_digest(self, digest: NewsKey) -> list[News]:
        """Those of a summary, by the first of them."""
        return await self._of("digest", digest)

    async def _of(self, way: _Way, first: NewsKey) -> list[News]:
        rows = await self._scope.connection.fetch(
            f"select key, kind, author, party, question, {way} as alert from news"
            f" where event = $1 and {way} = $2",
            self._scope.event,
            first,
        )
        return _all(rows)

    async def alerts_of(self, question: QuestionKey) -> list[NewsKey]:
        """With which alerts a question was told."""
        rows = await self._scope.connection.fetch(
            "select distinct alert from news where question = $1 and alert is not null", question
        )
        return sorted(NewsKey(row["alert"]) for row in rows)

    # ---- who wants which

    async def wanted(self, address: AddressKey) -> dict[Kind, Wanted]:
        """What somebody has said; of the other kinds they have said nothing."""
        rows = await self._scope.connection.fetch(
            "select kind, wanted from alerts where event = $1 and address = $2",
            self._scope.event,
            address,
        )
        return {Kind(row["kind"]): Wanted(row["wanted"]) for row in rows}

    async def want(self, address: AddressKey, wanted: Mapping[Kind, Wanted]) -> None:
        """Keep how somebody wants to hear of these kinds from now on."""
        await self._scope.connection.execute_many(
            "insert into alerts (event, address, kind, wanted) values ($1, $2, $3, $4)"
            " on conflict (event, address, kind) do update set wanted = excluded.wanted",
            [(self._scope.event, address, kind, how) for kind, how in wanted.items()],
        )


def _all(rows: Iterable[Row]) -> list[News]:
    return sorted((_news(row) for row in rows), key=lambda one: one.key)


def _news(row: Row) -> News:
    return News(
        row["key"], Kind(row["kind"]), row["author"], row["party"], row["question"], row["alert"]
    )
