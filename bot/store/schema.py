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
        seats bigint not null check (seats >= 0),
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
        primary key (event, kind, code, chat_id)
    )
    """,
    """
    create index deliveries_owed on deliveries (event, due_at)
    where sent_at is null and failure is null
    """,
)

_SECOND = (
    # A hold can be renewed until `latest_at`, and is one chat's.
    "alter table holds add column chat_id bigint not null default 0",
    "alter table holds add column latest_at text not null default ''",
    # A member who waits takes no seat yet; one who opened their link has a chat of their own.
    "alter table members add column waiting bigint not null default 0",
    "alter table members add column chat_id bigint",
    "alter table members add column joined_at text",
    "alter table members add column invitation text",
    "create unique index members_by_invitation on members (invitation)",
    "create index members_by_chat on members (event, chat_id)",
    "create index members_by_email on members (event, email)",
    "create index members_by_phone on members (event, phone)",
    # Who waits for seats, and until when the seats offered to them are set aside.
    """
    create table queue (
        event text not null,
        code text not null,
        seats bigint not null check (seats > 0),
        queued_at text not null,
        passed bigint not null default 0,
        offer_ends text,
        primary key (event, code),
        foreign key (event, code) references parties (event, code) on delete cascade
    )
    """,
    # What happened to a party; no name, address or number in it.
    """
    create table history (
        event text not null,
        code text not null,
        at text not null,
        what text not null,
        detail text not null default '',
        foreign key (event, code) references parties (event, code) on delete cascade
    )
    """,
    "create index history_by_party on history (event, code, at)",
    # Parties that look for somebody, and those the bot brings together.
    """
    create table searches (
        event text not null,
        code text not null,
        since text not null,
        primary key (event, code),
        foreign key (event, code) references parties (event, code) on delete cascade
    )
    """,
    """
    create table proposals (
        event text not null,
        first_code text not null,
        second_code text not null,
        made_at text not null,
        first_answer text,
        second_answer text,
        primary key (event, first_code, second_code),
        foreign key (event, first_code) references parties (event, code) on delete cascade,
        foreign key (event, second_code) references parties (event, code) on delete cascade
    )
    """,
    # Which process is sending a message, until when: nobody else sends it meanwhile.
    "alter table deliveries add column claimed_until text",
)

_THIRD = (
    # Until when the process that received an update is taken to be sending its answer.
    "alter table updates add column claimed_until text",
)

_FOURTH = (
    # How many tries to send it failed for no clear reason.
    "alter table deliveries add column tries bigint not null default 0",
    """
    create index deliveries_by_chat on deliveries (event, chat_id)
    where sent_at is null and failure is null
    """,
)

MIGRATIONS = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""The statements that lead from each version of the schema to the next."""
