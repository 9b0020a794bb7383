"""Version 4 of the schema: addresses, several events, and keys of our own for everything."""

_OLD = (
    "chats",
    "updates",
    "holds",
    "parties",
    "members",
    "queue",
    "history",
    "searches",
    "proposals",
    "deliveries",
    "events",
)

FOURTH = (
    # Keys of our own: who (addresses), which day (events), parties and members for life.
    *(f"alter table {table} rename to {table}_3" for table in _OLD),
    """
    create table addresses (
        key {new_key},
        channel text not null,
        id text not null,
        language text,
        event bigint,
        blocked_at text,
        unique (channel, id)
    )
    """,
    # `facts`: the event's file as it was read last (JSON); `changes`: what organisers changed on
    # top of it. `taken` and `waiting` are kept sums: seats of parties, parties that wait.
    """
    create table events (
        key {new_key},
        code text not null unique,
        facts text not null,
        changes text not null default '{}',
        revision bigint not null,
        taken bigint not null,
        waiting bigint not null
    )
    """,
    # Where an address stands with an event: JSON that only the dialogue reads.
    """
    create table dialogues (
        address bigint not null references addresses (key) on delete cascade,
        event bigint not null references events (key) on delete cascade,
        state text not null,
        live_message_id bigint,
        primary key (address, event)
    )
    """,
    """
    create table updates (
        bot text not null,
        id bigint not null,
        address bigint not null,
        received_at text not null,
        answered_at text,
        claimed_until text,
        primary key (bot, id)
    )
    """,
    """
    create table parties (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        code text not null,
        draft_id text not null unique,
        territory text not null,
        seats bigint not null check (seats >= 0),
        confirmed_at text not null,
        cancelled_at text,
        unique (event, code)
    )
    """,
    # Name, and how to reach them: of an owner who does not come.
    """
    create table owners (
        party bigint not null references parties (key) on delete cascade,
        address bigint not null references addresses (key) on delete cascade,
        first_name text,
        last_name text,
        email text,
        phone text,
        primary key (party, address)
    )
    """,
    """
    create table members (
        key {new_key},
        event bigint not null,
        party bigint not null references parties (key) on delete cascade,
        place bigint not null,
        first_name text not null,
        last_name text not null,
        function text not null,
        organisation text not null,
        category text not null,
        email text,
        phone text,
        waiting bigint not null,
        address bigint references addresses (key) on delete set null,
        coming_at text,
        late_minutes bigint,
        invitation text unique
    )
    """,
    # What an event asks besides: of a member, or once of the party (`member` 0).
    """
    create table answers (
        party bigint not null references parties (key) on delete cascade,
        member bigint not null,
        field text not null,
        answer text not null,
        primary key (party, member, field)
    )
    """,
    # Seats set aside for a subject: a draft, or a party somebody of which withdrew.
    """
    create table holds (
        subject text primary key,
        event bigint not null references events (key) on delete cascade,
        address bigint,
        seats bigint not null check (seats > 0),
        expires_at text not null,
        latest_at text not null
    )
    """,
    """
    create table queue (
        party bigint primary key references parties (key) on delete cascade,
        event bigint not null,
        seats bigint not null check (seats > 0),
        queued_at text not null,
        passed bigint not null default 0,
        offer_ends text
    )
    """,
    """
    create table history (
        party bigint not null references parties (key) on delete cascade,
        at text not null,
        what text not null,
        detail text not null default ''
    )
    """,
    """
    create table searches (
        party bigint primary key references parties (key) on delete cascade,
        event bigint not null,
        since text not null
    )
    """,
    """
    create table proposals (
        first bigint not null references parties (key) on delete cascade,
        second bigint not null references parties (key) on delete cascade,
        event bigint not null,
        made_at text not null,
        first_answer text,
        second_answer text,
        primary key (first, second)
    )
    """,
    # Messages owed. `failure` says why one was set aside; `tries` how often it was tried.
    """
    create table deliveries (
        key {new_key},
        event bigint not null references events (key) on delete cascade,
        kind text not null,
        subject text not null,
        address bigint not null references addresses (key) on delete cascade,
        due_at text not null,
        not_after text not null,
        sent_at text,
        failure text,
        tries bigint not null default 0,
        claimed_until text,
        unique (subject, kind, address)
    )
    """,
    # Everything is brought over; who it was at Telegram becomes an address.
    """
    insert into addresses (channel, id, blocked_at)
    select 'telegram', cast(chat_id as text), max(blocked_at) from (
        select chat_id, blocked_at from chats_3
        union all select chat_id, null from parties_3
        union all select chat_id, null from members_3 where chat_id is not null
        union all select chat_id, null from updates_3
        union all select chat_id, null from deliveries_3
    ) known group by chat_id order by chat_id
    """,
    """
    insert into events (code, facts, revision, taken, waiting)
    select code, '', 0,
        coalesce((select sum(seats) from parties_3
                  where event = known.code and cancelled_at is null), 0),
        (select count(*) from queue_3 where event = known.code and offer_ends is null)
    from (
        select event as code from chats_3 union select event from parties_3
        union select event from holds_3 union select code from events_3
    ) known order by code
    """,
    """
    insert into dialogues (address, event, state, live_message_id)
    select a.key, e.key, c.dialogue, c.live_message_id from chats_3 c
    join addresses a on a.channel = 'telegram' and a.id = cast(c.chat_id as text)
    join events e on e.code = c.event
    """,
    """
    insert into updates (bot, id, address, received_at, answered_at, claimed_until)
    select '', u.update_id, a.key, u.received_at, u.answered_at, u.claimed_until
    from updates_3 u join addresses a on a.channel = 'telegram' and a.id = cast(u.chat_id as text)
    """,
    """
    insert into parties (event, code, draft_id, territory, seats, confirmed_at, cancelled_at)
    select e.key, p.code, p.draft_id, p.territory, p.seats, p.confirmed_at, p.cancelled_at
    from parties_3 p join events e on e.code = p.event order by p.confirmed_at, p.code
    """,
    """
    insert into owners (party, address)
    select n.key, a.key from parties_3 p join events e on e.code = p.event
    join parties n on n.event = e.key and n.code = p.code
    join addresses a on a.channel = 'telegram' and a.id = cast(p.chat_id as text)
    """,
    """
    insert into members (event, party, place, first_name, last_name, function, organisation,
        category, email, phone, waiting, address, coming_at, invitation)
    select e.key, n.key, m.position, m.first_name, m.last_name, m.function, m.organisation,
        m.category, m.email, m.phone, m.waiting, a.key,
        case when m.waiting = 0 then p.coming_at end, m.invitation
    from members_3 m join events e on e.code = m.event
    join parties_3 p on p.event = m.event and p.code = m.code
    join parties n on n.event = e.key and n.code = m.code
    left join addresses a on a.channel = 'telegram' and a.id = cast(m.chat_id as text)
    order by n.key, m.position
    """,
    # The seat of somebody who withdrew was held by the party's code, what a draft holds by its id.
    """
    insert into holds (subject, event, address, seats, expires_at, latest_at)
    select coalesce('p.' || cast(n.key as text), h.draft_id), e.key, a.key, h.seats, h.expires_at,
        case when h.latest_at = '' then h.expires_at else h.latest_at end
    from holds_3 h join events e on e.code = h.event
    left join parties n on n.event = e.key and n.code = h.draft_id
    left join addresses a on a.channel = 'telegram' and a.id = cast(h.chat_id as text)
    """,
    """
    insert into queue (party, event, seats, queued_at, passed, offer_ends)
    select n.key, e.key, q.seats, q.queued_at, q.passed, q.offer_ends
    from queue_3 q join events e on e.code = q.event
    join parties n on n.event = e.key and n.code = q.code
    """,
    """
    insert into history (party, at, what, detail)
    select n.key, h.at, h.what, h.detail from history_3 h join events e on e.code = h.event
    join parties n on n.event = e.key and n.code = h.code order by h.at
    """,
    """
    insert into searches (party, event, since)
    select n.key, e.key, s.since from searches_3 s join events e on e.code = s.event
    join parties n on n.event = e.key and n.code = s.code
    """,
    """
    insert into proposals (first, second, event, made_at, first_answer, second_answer)
    select one.key, two.key, e.key, p.made_at, p.first_answer, p.second_answer
    from proposals_3 p join events e on e.code = p.event
    join parties one on one.event = e.key and one.code = p.first_code
    join parties two on two.event = e.key and two.code = p.second_code
    """,
    """
    insert into deliveries (event, kind, subject, address, due_at, not_after, sent_at, failure,
        claimed_until)
    select e.key, d.kind, coalesce('p.' || cast(n.key as text), d.code), a.key, d.due_at,
        d.not_after, d.sent_at, d.failure, d.claimed_until
    from deliveries_3 d join events e on e.code = d.event
    join addresses a on a.channel = 'telegram' and a.id = cast(d.chat_id as text)
    left join parties n on n.event = e.key and n.code = d.code
    where d.kind <> 'named_twice'
    """,
    *(
        f"drop table {table}_3"
        for table in (
            "members",
            "queue",
            "history",
            "searches",
            "proposals",
            "parties",
            "chats",
            "updates",
            "holds",
            "deliveries",
            "events",
        )
    ),
    "create index dialogues_by_event on dialogues (event)",
    "create index updates_unanswered on updates (bot, id) where answered_at is null",
    "create index updates_by_address on updates (address)",
    "create index updates_by_age on updates (received_at)",
    "create index addresses_blocked on addresses (key) where blocked_at is not null",
    "create index owners_by_address on owners (address)",
    "create index members_by_party on members (party, place)",
    "create index members_by_address on members (address)",
    "create index members_by_email on members (event, email)",
    "create index members_by_phone on members (event, phone)",
    "create index holds_by_event on holds (event, expires_at)",
    "create index queue_by_event on queue (event, queued_at)",
    "create index queue_offers on queue (event, offer_ends) where offer_ends is not null",
    "create index history_by_party on history (party, at)",
    "create index searches_by_event on searches (event, since)",
    "create index proposals_by_event on proposals (event)",
    "create index proposals_by_second on proposals (second)",
    "create index deliveries_by_address on deliveries (address)",
    "create index deliveries_by_event on deliveries (event, kind)",
    "create index deliveries_failed on deliveries (event) where failure is not null",
    """
    create index deliveries_owed on deliveries (due_at, address, key)
    where sent_at is null and failure is null
    """,
)
