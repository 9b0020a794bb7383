"""Where each chat stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.database import Transaction


@dataclass(slots=True)
class Chat:
    """One chat's row. `dialogue` is the dialogue's own JSON, empty when it never spoke."""

    chat_id: int
    dialogue: str = ""
    live_message_id: int | None = None
    """The message that carries the buttons of the current question."""


async def load(transaction: Transaction, event: str, chat_ids: Iterable[int]) -> dict[int, Chat]:
    """The chats asked for, locked until the commit; one that never spoke gets a row first.

    They are locked in the order of their ids, so that two processes never wait for each other.
    """
    chats = {chat_id: Chat(chat_id) for chat_id in chat_ids}
    if not chats:
        return {}
    if transaction.for_update:
        await transaction.execute_many(
            "insert into chats (event, chat_id, dialogue) values ($1, $2, '')"
            " on conflict (event, chat_id) do nothing",
            [(event, chat_id) for chat_id in sorted(chats)],
        )
    places = ", ".join(f"${number}" for number in range(2, len(chats) + 2))
    rows = await transaction.fetch(
        f"select chat_id, dialogue, live_message_id from chats"
        f" where event = $1 and chat_id in ({places}) order by chat_id{transaction.for_update}",
        event,
        *chats,
    )
    for row in rows:
        chats[row["chat_id"]] = Chat(row["chat_id"], row["dialogue"], row["live_message_id"])
    return chats


async def read(transaction: Transaction, event: str, chat_id: int) -> Chat:
    """A chat as it stands, not locked: for what changes nothing there."""
    rows = await transaction.fetch(
        "select dialogue, live_message_id from chats where event = $1 and chat_id = $2",
        event,
        chat_id,
    )
    if not rows:
        return Chat(chat_id)
    return Chat(chat_id, rows[0]["dialogue"], rows[0]["live_message_id"])


async def lock(transaction: Transaction, event: str, chat_ids: Iterable[int]) -> None:
    """Lock those of the chats that have a row until the commit, in the order of their ids."""
    ids = set(chat_ids)
    if ids and transaction.for_update:
        places = ", ".join(f"${number}" for number in range(2, len(ids) + 2))
        await transaction.fetch(
            f"select chat_id from chats where event = $1 and chat_id in ({places})"
            f" order by chat_id{transaction.for_update}",
            event,
            *ids,
        )


async def lock_all(transaction: Transaction, event: str) -> None:
    """Lock every chat until the commit."""
    if transaction.for_update:
        await transaction.fetch(
            f"select chat_id from chats where event = $1 order by chat_id{transaction.for_update}",
            event,
        )


async def save(transaction: Transaction, event: str, chats: Iterable[Chat]) -> None:
    """Keep where these chats stand. The live message is recorded apart, once it has left."""
    await transaction.execute_many(
        "insert into chats (event, chat_id, dialogue) values ($1, $2, $3)"
        " on conflict (event, chat_id) do update set dialogue = excluded.dialogue",
        [(event, chat.chat_id, chat.dialogue) for chat in chats],
    )


async def set_live(transaction: Transaction, event: str, live: dict[int, int | None]) -> None:
    """Record which message of each chat carries live buttons."""
    await transaction.execute_many(
        "update chats set live_message_id = $3 where event = $1 and chat_id = $2",
        [(event, chat_id, message_id) for chat_id, message_id in live.items()],
    )


async def set_blocked(
    transaction: Transaction, event: str, chat_id: int, since: str | None
) -> None:
    """Record since when (a stored moment) the person blocks the bot; None: no longer."""
    await transaction.fetch(
        "insert into chats (event, chat_id, dialogue, blocked_at) values ($1, $2, '', $3)"
        " on conflict (event, chat_id) do update set blocked_at = excluded.blocked_at",
        event,
        chat_id,
        since,
    )


async def blocked(transaction: Transaction, event: str) -> set[int]:
    """The chats whose person blocks the bot."""
    rows = await transaction.fetch(
        "select chat_id from chats where event = $1 and blocked_at is not null", event
    )
    return {row["chat_id"] for row in rows}


async def erase(transaction: Transaction, event: str, chat_id: int) -> None:
    """Forget where a chat stands."""
    await transaction.fetch("delete from chats where event = $1 and chat_id = $2", event, chat_id)
