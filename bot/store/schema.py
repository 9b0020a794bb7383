"""The tables. A migration is never changed once it has been used: a new one is appended."""

_FIRST = (
    # One row for each event: what is locked while its seats change.
    "create table events (code text primary key)",
    # One row for each chat: where its dialogue stands (JSON that only the dialogue reads).
    """
    create table chats (
        event text not null,
        chat_id bigint not null,
        dialogue text not null,
        live_message_id bigint,
        blocked_at text,
        primary key (event, chat_id)
    )
    """,
    # Which updates had their effect, and whether the answer has left.
    """
    create table updates (
        update_id bigint primary key,
        event text not null,
        chat_id bigint not null,
        received_at text not null,
        answered_at text
    )
    """,
    "create index updates_unanswered on updates (update_id) where answered_at is null",
    """
    create table holds (
        draft_id text primary key,
        event text not null,
        seats bigint not null check (seats > 0),
        expires_at text not null
    )
    """,
    "create index holds_by_event on holds (event, expires_at)",
    """
    create table parties (
        event text not null,
        code text not null,
        draft_id text not null unique,
        chat_id bigint not null,
        territory text not null,
        seats bigint not null check (seats > 0),
        confirmed_at text not null,
        cancelled_at text,
        coming_at text,
        primary key (event, code)
    )
    """,
    """
    create unique index one_party_a_chat on parties (event, chat_id) where cancelled_at is null
    """,
    """
    create table members (
        event text not null,
        code text not null,
        position bigint not null,
        first_name text not null,
        last_name text not null,
        function text not null,
        organisation text not null,
        category text not null,
        email text,
        phone text,
        primary key (event, code, position),
        foreign key (event, code) references parties (event, code) on delete cascade
    )
    """,
    # Messages owed: sent once, by whichever process is up when they are due.
    """
    create table deliveries (
        event text not null,
        kind text not null,
        code text not null,
        chat_id bigint not null,
        due_at text not null,
        not_after text not null,
        sent_at text,
        failure text,
        primary key (event, kind, code, chat_id),
        foreign key (event, code) references parties (event, code) on delete cascade
    )
    """,
    """
    create index deliveries_owed on deliveries (event, due_at)
    where sent_at is null and failure is null
    """,
)

MIGRATIONS = (_FIRST,)
"""The statements that lead from each version of the schema to the next."""
