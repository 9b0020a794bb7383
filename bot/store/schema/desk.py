"""Version 5 of the schema: what organisers do, from the first call to the signed sheet."""

FIFTH = (
    # Who helps with a day by invitation; those of settings and event files are not kept.
    """
    create table staff (
        event bigint not null references events (key) on delete cascade,
        address bigint not null references addresses (key) on delete cascade,
        name text not null,
        role text not null,
        since text not null,
        invited_by text not null,
        primary key (event, address)
    )
    """,
    # Links that make somebody staff: the hash of a token, used once.
    """
    create table staff_links (
        token text primary key,
        event bigint not null references events (key) on delete cascade,
        role text not null,
        invited_by text not null,
        expires_at text not null
    )
    """,
    # What organisers did. `party` and `member` are whom it concerns: with them goes what it says
    # of them (`before`, `after`).
    """
    create table journal (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        at text not null,
        address bigint not null,
        who text not null,
        what text not null,
        party bigint,
        member bigint,
        before text not null default '',
        after text not null default ''
    )
    """,
    # What each of the staff wants to hear of: a kind of news, or when (a setting).
    """
    create table alerts (
        event bigint not null references events (key) on delete cascade,
        address bigint not null references addresses (key) on delete cascade,
        kind text not null,
        wanted text not null,
        primary key (event, address, kind)
    )
    """,
    # Who was there: `half` is `morning` or `afternoon`.
    """
    create table presences (
        member bigint not null references members (key) on delete cascade,
        half text not null,
        event bigint not null,
        at text not null,
        ticked_by bigint not null,
        primary key (member, half)
    )
    """,
    # Those of them who came without being registered before.
    """
    create table walk_ins (
        member bigint primary key references members (key) on delete cascade,
        event bigint not null
    )
    """,
    # What an event's links at the door are signed with.
    """
    create table entry_secrets (
        event bigint primary key references events (key) on delete cascade,
        secret text not null
    )
    """,
    # What only organisers see of a party.
    """
    create table notes (
        key {new_key},
        party bigint not null references parties (key) on delete cascade,
        at text not null,
        who text not null,
        note text not null
    )
    """,
    # Links with which a party that registered by telephone is taken over: the hash of a token.
    """
    create table party_links (
        token text primary key,
        event bigint not null,
        party bigint not null references parties (key) on delete cascade
    )
    """,
    # What organisers tell a party's people, in plain text; whom it is owed to, deliveries say.
    """
    create table letters (
        key {new_key},
        party bigint not null references parties (key) on delete cascade,
        at text not null,
        about text not null,
        message text not null
    )
    """,
    # Questions that were sent on to the organisers. `who` asked, `taken_name` takes care of it.
    # `recalled_at`: when organisers were told that it still waits.
    """
    create table questions (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        address bigint not null references addresses (key) on delete cascade,
        who text not null,
        question text not null,
        asked_at text not null,
        taken_by bigint,
        taken_name text not null default '',
        answer text,
        answered_name text not null default '',
        answered_at text,
        recalled_at text
    )
    """,
    # What organisers may want to hear of. `author`: who of the staff did it, and is not told.
    # `alert_at` and `digest_at`: when it may be told at once, and in the summary, at the earliest;
    # `alert` and `digest`: with the news of which key it was told, `alerted_at` when.
    """
    create table news (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        kind text not null,
        author bigint not null,
        party bigint,
        question bigint references questions (key) on delete cascade,
        alert_at text not null,
        digest_at text not null,
        alert bigint,
        alerted_at text,
        digest bigint
    )
    """,
    # What is written to many at once. `file_kind` and `file` are what the channel knows it by;
    # `audience` says to whom, `chats` how many that were. To each of them a message is owed.
    # `invited`: whether its author is staff by invitation, which can be taken back.
    """
    create table announcements (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        address bigint not null,
        who text not null,
        invited bigint not null,
        at text not null,
        message text not null,
        file_kind text not null default '',
        file text not null default '',
        audience text not null default '',
        chats bigint not null default 0,
        state text not null,
        ended_at text
    )
    """,
    # Reminders besides the one of the event's own: `message` is what organisers add to it.
    # They are owed to the parties of the moment when they are due (`left_at`).
    """
    create table extra_reminders (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        due_at text not null,
        message text not null default '',
        left_at text
    )
    """,
    # The message that a delivery has become, so that it can be said anew in its place.
    "alter table deliveries add column message_id bigint",
    # Pictures for the papers, as the channel knows them.
    """
    create table logos (
        event bigint not null references events (key) on delete cascade,
        place bigint not null,
        channel text not null,
        file text not null,
        primary key (event, place)
    )
    """,
    "create index staff_by_address on staff (address)",
    "create index journal_by_event on journal (event, key)",
    "create index journal_by_party on journal (party)",
    "create index alerts_by_address on alerts (address)",
    "create index presences_by_event on presences (event)",
    "create index walk_ins_by_event on walk_ins (event)",
    "create index notes_by_party on notes (party)",
    "create index party_links_by_party on party_links (party)",
    "create index letters_by_party on letters (party)",
    "create index questions_by_event on questions (event, key)",
    "create index questions_by_address on questions (address)",
    "create index questions_unanswered on questions (asked_at)"
    " where answer is null and recalled_at is null",
    "create index news_by_event on news (event, key)",
    "create index news_by_question on news (question)",
    "create index news_to_tell on news (alert_at) where alert is null",
    "create index news_to_sum_up on news (digest_at) where digest is null",
    "create index announcements_by_event on announcements (event, key)",
    "create index announcements_under_way on announcements (event)"
    " where state in ('sending', 'stopping')",
    "create index extra_reminders_by_event on extra_reminders (event)",
    "create index extra_reminders_to_come on extra_reminders (due_at) where left_at is null",
)
