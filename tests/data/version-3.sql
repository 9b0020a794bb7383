-- A database of version 3 of the schema after a rich life, as the bot of the first version left it.
-- version-3.md tells who is in it; tests/store/frozen.py loads it into SQLite or PostgreSQL.

create table schema_version (version bigint);
create table events (code text primary key);
create table chats ( event text not null, chat_id bigint not null, dialogue text not null, live_message_id bigint, blocked_at text, primary key (event, chat_id) );
create table updates ( update_id bigint primary key, event text not null, chat_id bigint not null, received_at text not null, answered_at text , claimed_until text);
create index updates_unanswered on updates (update_id) where answered_at is null;
create table holds ( draft_id text primary key, event text not null, seats bigint not null check (seats > 0), expires_at text not null , chat_id bigint not null default 0, latest_at text not null default '');
create index holds_by_event on holds (event, expires_at);
create table parties ( event text not null, code text not null, draft_id text not null unique, chat_id bigint not null, territory text not null, seats bigint not null check (seats >= 0), confirmed_at text not null, cancelled_at text, coming_at text, primary key (event, code) );
create unique index one_party_a_chat on parties (event, chat_id) where cancelled_at is null ;
create table members ( event text not null, code text not null, position bigint not null, first_name text not null, last_name text not null, function text not null, organisation text not null, category text not null, email text, phone text, waiting bigint not null default 0, chat_id bigint, joined_at text, invitation text, primary key (event, code, position), foreign key (event, code) references parties (event, code) on delete cascade );
create unique index members_by_invitation on members (invitation);
create index members_by_chat on members (event, chat_id);
create index members_by_email on members (event, email);
create index members_by_phone on members (event, phone);
create table queue ( event text not null, code text not null, seats bigint not null check (seats > 0), queued_at text not null, passed bigint not null default 0, offer_ends text, primary key (event, code), foreign key (event, code) references parties (event, code) on delete cascade );
create table history ( event text not null, code text not null, at text not null, what text not null, detail text not null default '', foreign key (event, code) references parties (event, code) on delete cascade );
create index history_by_party on history (event, code, at);
create table searches ( event text not null, code text not null, since text not null, primary key (event, code), foreign key (event, code) references parties (event, code) on delete cascade );
create table proposals ( event text not null, first_code text not null, second_code text not null, made_at text not null, first_answer text, second_answer text, primary key (event, first_code, second_code), foreign key (event, first_code) references parties (event, code) on delete cascade, foreign key (event, second_code) references parties (event, code) on delete cascade );
create table deliveries ( event text not null, kind text not null, code text not null, chat_id bigint not null, due_at text not null, not_after text not null, sent_at text, failure text, claimed_until text, primary key (event, kind, code, chat_id) );
create index deliveries_owed on deliveries (event, due_at) where sent_at is null and failure is null ;

insert into schema_version (version) values
(1),
(2),
(3);

insert into chats (event, chat_id, dialogue, live_message_id, blocked_at) values
('maclas-2014', 5210001002, '{"language":"fr","revision":10}', null, null),
('maclas-2014', 5210001003, '{"language":"fr","revision":2,"step":"size","draft":{"id":"nxed3a3b","territory":"Vivarais"}}', 114, null),
('pelussin-2015', -1001987654321, '{"language":"fr"}', null, null),
('pelussin-2015', 5210001001, '{"language":"fr"}', null, null),
('pelussin-2015', 5210001002, '{"language":"fr","revision":13,"step":"role.3","draft":{"id":"j9bhqf2k","purpose":"correct","party":"PIL-X25T","place":3,"person":"3.99cb2f54","territory":"CC du Pilat Rhodanien","size":3,"members":[{"first_name":"Marie","last_name":"Dupont","function":"adjointe au maire","organisation":"mairie de Pélussin","category":"elected","is_writing":true},{"first_name":"Paul","last_name":"Martin","function":"agent","organisation":"mairie de Pélussin","category":"staff"},{"first_name":"Luc","last_name":"Perrin","function":"président","organisation":"club des entrepreneurs","category":"civil"}],"email":"marie.dupont@pelussin.fr","phone":"+33639981234"}}', 412, null),
('pelussin-2015', 5210001004, '{"language":"fr","revision":4}', null, null),
('pelussin-2015', 5210001005, '{"language":"fr","revision":10}', null, null),
('pelussin-2015', 5210001006, '{"language":"fr","revision":12}', null, null),
('pelussin-2015', 5210001007, '{"language":"fr","revision":10}', null, null),
('pelussin-2015', 5210001008, '{"language":"fr","revision":4}', null, null),
('pelussin-2015', 5210001009, '{"language":"fr","revision":12}', null, null),
('pelussin-2015', 5210001010, '{"revision":8}', null, null),
('pelussin-2015', 5210001011, '{"language":"fr","revision":18,"step":"role.2","draft":{"id":"2mukktre","purpose":"replace","party":"PIL-R44C","place":2,"person":"2.e6d904cf","territory":"Plateau de Saint-Agrève","size":3,"members":[{"first_name":"Yvan","last_name":"Gros","function":"maire","organisation":"mairie de Saint-Agrève","category":"elected","is_writing":true},{"first_name":"Léon","last_name":"Mazet"},{"first_name":"Guy","last_name":"Mounier","function":"président","organisation":"club des entrepreneurs","category":"civil"}],"email":"yvan@saint-agreve.fr","without_phone":true}}', 420, null),
('pelussin-2015', 5210001012, '{"language":"fr","revision":9}', null, '2015-02-18T08:01:20.000+00:00'),
('pelussin-2015', 5210001013, '{"language":"fr","revision":4,"step":"role.1","draft":{"id":"8fztsjcc","territory":"Livradois","size":2,"members":[{"first_name":"Benoît","last_name":"Sagnes","is_writing":true},{}],"held_until":"2015-03-02T08:31:40Z"}}', 282, null),
('pelussin-2015', 5210001014, '{"language":"fr","revision":6,"draft":{"id":"658094jh","territory":"Trièves","size":1,"members":[{"first_name":"Gaston","last_name":"Ruel","function":"animateur","organisation":"GAL du Trièves","category":"staff","is_writing":true}],"held_until":"2015-03-02T09:33:00Z"},"wrong_links":["2015-03-02T09:01:20Z"]}', null, null),
('pelussin-2015', 5210001015, '{"language":"fr","revision":2,"step":"size","draft":{"id":"ya4z9h19","territory":"Mézenc"}}', 296, null),
('pelussin-2015', 5210001016, '{"language":"en","revision":2,"step":"size","draft":{"id":"n5vxlfx2","territory":"Royans"}}', 299, null),
('pelussin-2015', 5210001017, '{"language":"fr","revision":3,"step":"recap","draft":{"id":"j7tdnfp9","purpose":"join","party":"PIL-C9A2","token":"lHy065CRM1gbp3X3n1flCQ","territory":"Vivarais","size":1,"members":[{"first_name":"Jean","last_name":"Roche","function":"agent","organisation":"mairie de Lamastre","category":"staff","is_writing":true}],"email":"jean@lamastre.fr","without_phone":true}}', 308, null),
('pelussin-2015', 5210001018, '{"language":"fr","revision":7,"step":"recap","draft":{"id":"i2g06yt1","territory":"Pays de Saint-Flour","size":1,"members":[{"first_name":"Thomas","last_name":"Vialle","function":"technicien rivière","organisation":"syndicat du Haut-Allier","category":"staff","is_writing":true}],"email":"thomas@saint-flour.fr","without_phone":true,"held_until":"2015-03-03T09:10:20Z"}}', 315, null),
('pelussin-2015', 5210001019, '{"language":"fr","revision":6,"step":"email","draft":{"id":"ke54wprp","territory":"Cévennes","size":1,"members":[{"first_name":"Hugo","last_name":"Blanc","function":"agent","organisation":"mairie de Vialas","category":"staff","is_writing":true}],"held_until":"2015-03-03T09:12:00Z"},"doubt":"hugo@gmail.com"}', 321, null),
('pelussin-2015', 5210001020, '{"language":"fr","revision":13}', null, null),
('pelussin-2015', 5210001021, '{"language":"fr","revision":13}', null, null),
('pelussin-2015', 5210001022, '{"language":"fr","revision":9}', null, null),
('pelussin-2015', 5210001023, '{"language":"fr","revision":11}', null, null),
('pelussin-2015', 5210001024, '{"language":"fr","revision":7,"step":"phone","draft":{"id":"p0os0wit","territory":"Diois","size":1,"members":[{"first_name":"Lise","last_name":"Arnaud","function":"agente","organisation":"mairie de Die","category":"staff","is_writing":true}],"email":"lise@die.fr","waits":1},"has_keyboard":true}', 388, null);

insert into updates (update_id, event, chat_id, received_at, answered_at, claimed_until) values
(831204131, 'pelussin-2015', 5210001013, '2015-03-02T08:00:40.000+00:00', '2015-03-02T08:01:00.000+00:00', '2015-03-02T08:01:40.000+00:00'),
(831204132, 'pelussin-2015', 5210001013, '2015-03-02T08:01:00.000+00:00', '2015-03-02T08:01:20.000+00:00', '2015-03-02T08:02:00.000+00:00'),
(831204133, 'pelussin-2015', 5210001013, '2015-03-02T08:01:20.000+00:00', '2015-03-02T08:01:40.000+00:00', '2015-03-02T08:02:20.000+00:00'),
(831204134, 'pelussin-2015', 5210001013, '2015-03-02T08:01:40.000+00:00', '2015-03-02T09:01:00.000+00:00', '2015-03-02T08:02:40.000+00:00'),
(831204135, 'pelussin-2015', 5210001002, '2015-03-02T09:01:00.000+00:00', '2015-03-02T09:01:20.000+00:00', '2015-03-02T09:02:00.000+00:00'),
(831204136, 'pelussin-2015', 5210001014, '2015-03-02T09:01:20.000+00:00', '2015-03-02T09:01:40.000+00:00', '2015-03-02T09:02:20.000+00:00'),
(831204137, 'pelussin-2015', 5210001014, '2015-03-02T09:01:40.000+00:00', '2015-03-02T09:02:00.000+00:00', '2015-03-02T09:02:40.000+00:00'),
(831204138, 'pelussin-2015', 5210001014, '2015-03-02T09:02:00.000+00:00', '2015-03-02T09:02:20.000+00:00', '2015-03-02T09:03:00.000+00:00'),
(831204139, 'pelussin-2015', 5210001014, '2015-03-02T09:02:20.000+00:00', '2015-03-02T09:02:40.000+00:00', '2015-03-02T09:03:20.000+00:00'),
(831204140, 'pelussin-2015', 5210001014, '2015-03-02T09:02:40.000+00:00', '2015-03-02T09:03:00.000+00:00', '2015-03-02T09:03:40.000+00:00'),
(831204141, 'pelussin-2015', 5210001014, '2015-03-02T09:03:00.000+00:00', '2015-03-02T09:03:20.000+00:00', '2015-03-02T09:04:00.000+00:00'),
(831204142, 'pelussin-2015', 5210001014, '2015-03-02T09:03:20.000+00:00', '2015-03-03T08:30:40.000+00:00', '2015-03-02T09:04:20.000+00:00'),
(831204143, 'pelussin-2015', 5210001015, '2015-03-03T08:30:40.000+00:00', '2015-03-03T08:31:00.000+00:00', '2015-03-03T08:31:40.000+00:00'),
(831204144, 'pelussin-2015', 5210001015, '2015-03-03T08:31:00.000+00:00', null, '2015-03-03T08:32:00.000+00:00'),
(831204145, 'pelussin-2015', 5210001016, '2015-03-03T08:31:20.000+00:00', '2015-03-03T08:31:40.000+00:00', '2015-03-03T08:32:20.000+00:00'),
(831204146, 'pelussin-2015', 5210001016, '2015-03-03T08:31:40.000+00:00', '2015-03-03T08:32:00.000+00:00', '2015-03-03T08:32:40.000+00:00'),
(831204147, 'pelussin-2015', 5210001016, '2015-03-03T08:32:00.000+00:00', '2015-03-03T08:32:20.000+00:00', '2015-03-03T08:33:00.000+00:00'),
(831204148, 'pelussin-2015', 5210001017, '2015-03-03T08:32:20.000+00:00', '2015-03-03T08:32:40.000+00:00', '2015-03-03T08:33:20.000+00:00'),
(831204149, 'pelussin-2015', 5210001005, '2015-03-03T08:32:40.000+00:00', '2015-03-03T08:33:00.000+00:00', '2015-03-03T08:33:40.000+00:00'),
(831204150, 'pelussin-2015', 5210001005, '2015-03-03T08:33:00.000+00:00', '2015-03-03T08:33:20.000+00:00', '2015-03-03T08:34:00.000+00:00'),
(831204151, 'pelussin-2015', 5210001005, '2015-03-03T08:33:20.000+00:00', '2015-03-03T08:33:40.000+00:00', '2015-03-03T08:34:20.000+00:00'),
(831204152, 'pelussin-2015', 5210001017, '2015-03-03T08:33:40.000+00:00', '2015-03-03T08:34:00.000+00:00', '2015-03-03T08:34:40.000+00:00'),
(831204153, 'pelussin-2015', 5210001017, '2015-03-03T08:34:00.000+00:00', '2015-03-03T08:38:20.000+00:00', '2015-03-03T08:35:00.000+00:00'),
(831204154, 'pelussin-2015', 5210001018, '2015-03-03T08:38:20.000+00:00', '2015-03-03T08:38:40.000+00:00', '2015-03-03T08:39:20.000+00:00'),
(831204155, 'pelussin-2015', 5210001018, '2015-03-03T08:38:40.000+00:00', '2015-03-03T08:39:00.000+00:00', '2015-03-03T08:39:40.000+00:00'),
(831204156, 'pelussin-2015', 5210001018, '2015-03-03T08:39:00.000+00:00', '2015-03-03T08:39:20.000+00:00', '2015-03-03T08:40:00.000+00:00'),
(831204157, 'pelussin-2015', 5210001018, '2015-03-03T08:39:20.000+00:00', '2015-03-03T08:39:40.000+00:00', '2015-03-03T08:40:20.000+00:00'),
(831204158, 'pelussin-2015', 5210001018, '2015-03-03T08:39:40.000+00:00', '2015-03-03T08:40:00.000+00:00', '2015-03-03T08:40:40.000+00:00'),
(831204159, 'pelussin-2015', 5210001018, '2015-03-03T08:40:00.000+00:00', '2015-03-03T08:40:20.000+00:00', '2015-03-03T08:41:00.000+00:00'),
(831204160, 'pelussin-2015', 5210001018, '2015-03-03T08:40:20.000+00:00', '2015-03-03T08:40:40.000+00:00', '2015-03-03T08:41:20.000+00:00'),
(831204161, 'pelussin-2015', 5210001019, '2015-03-03T08:40:40.000+00:00', '2015-03-03T08:41:00.000+00:00', '2015-03-03T08:41:40.000+00:00'),
(831204162, 'pelussin-2015', 5210001019, '2015-03-03T08:41:00.000+00:00', '2015-03-03T08:41:20.000+00:00', '2015-03-03T08:42:00.000+00:00'),
(831204163, 'pelussin-2015', 5210001019, '2015-03-03T08:41:20.000+00:00', '2015-03-03T08:41:40.000+00:00', '2015-03-03T08:42:20.000+00:00'),
(831204164, 'pelussin-2015', 5210001019, '2015-03-03T08:41:40.000+00:00', '2015-03-03T08:42:00.000+00:00', '2015-03-03T08:42:40.000+00:00'),
(831204165, 'pelussin-2015', 5210001019, '2015-03-03T08:42:00.000+00:00', '2015-03-03T08:42:20.000+00:00', '2015-03-03T08:43:00.000+00:00'),
(831204166, 'pelussin-2015', 5210001019, '2015-03-03T08:42:20.000+00:00', '2015-03-03T08:44:40.000+00:00', '2015-03-03T08:43:20.000+00:00'),
(831204167, 'pelussin-2015', 5210001020, '2015-03-03T08:44:40.000+00:00', '2015-03-03T08:45:00.000+00:00', '2015-03-03T08:45:40.000+00:00'),
(831204168, 'pelussin-2015', 5210001020, '2015-03-03T08:45:00.000+00:00', '2015-03-03T08:45:20.000+00:00', '2015-03-03T08:46:00.000+00:00'),
(831204169, 'pelussin-2015', 5210001020, '2015-03-03T08:45:20.000+00:00', '2015-03-03T08:45:40.000+00:00', '2015-03-03T08:46:20.000+00:00'),
(831204170, 'pelussin-2015', 5210001020, '2015-03-03T08:45:40.000+00:00', '2015-03-03T08:46:00.000+00:00', '2015-03-03T08:46:40.000+00:00'),
(831204171, 'pelussin-2015', 5210001020, '2015-03-03T08:46:00.000+00:00', '2015-03-03T08:46:20.000+00:00', '2015-03-03T08:47:00.000+00:00'),
(831204172, 'pelussin-2015', 5210001020, '2015-03-03T08:46:20.000+00:00', '2015-03-03T08:46:40.000+00:00', '2015-03-03T08:47:20.000+00:00'),
(831204173, 'pelussin-2015', 5210001020, '2015-03-03T08:46:40.000+00:00', '2015-03-03T08:47:00.000+00:00', '2015-03-03T08:47:40.000+00:00'),
(831204174, 'pelussin-2015', 5210001020, '2015-03-03T08:47:00.000+00:00', '2015-03-03T08:47:20.000+00:00', '2015-03-03T08:48:00.000+00:00'),
(831204175, 'pelussin-2015', 5210001020, '2015-03-03T08:47:20.000+00:00', '2015-03-03T08:47:40.000+00:00', '2015-03-03T08:48:20.000+00:00'),
(831204176, 'pelussin-2015', 5210001020, '2015-03-03T08:47:40.000+00:00', '2015-03-03T08:48:00.000+00:00', '2015-03-03T08:48:40.000+00:00'),
(831204177, 'pelussin-2015', 5210001020, '2015-03-03T08:48:00.000+00:00', '2015-03-03T08:48:20.000+00:00', '2015-03-03T08:49:00.000+00:00'),
(831204178, 'pelussin-2015', 5210001020, '2015-03-03T08:48:20.000+00:00', '2015-03-03T08:48:40.000+00:00', '2015-03-03T08:49:20.000+00:00'),
(831204179, 'pelussin-2015', 5210001020, '2015-03-03T08:48:40.000+00:00', '2015-03-03T08:49:00.000+00:00', '2015-03-03T08:49:40.000+00:00'),
(831204180, 'pelussin-2015', 5210001021, '2015-03-03T08:49:00.000+00:00', '2015-03-03T08:49:20.000+00:00', '2015-03-03T08:50:00.000+00:00'),
(831204181, 'pelussin-2015', 5210001021, '2015-03-03T08:49:20.000+00:00', '2015-03-03T08:49:40.000+00:00', '2015-03-03T08:50:20.000+00:00'),
(831204182, 'pelussin-2015', 5210001021, '2015-03-03T08:49:40.000+00:00', '2015-03-03T08:50:00.000+00:00', '2015-03-03T08:50:40.000+00:00'),
(831204183, 'pelussin-2015', 5210001021, '2015-03-03T08:50:00.000+00:00', '2015-03-03T08:50:20.000+00:00', '2015-03-03T08:51:00.000+00:00'),
(831204184, 'pelussin-2015', 5210001021, '2015-03-03T08:50:20.000+00:00', '2015-03-03T08:50:40.000+00:00', '2015-03-03T08:51:20.000+00:00'),
(831204185, 'pelussin-2015', 5210001021, '2015-03-03T08:50:40.000+00:00', '2015-03-03T08:51:00.000+00:00', '2015-03-03T08:51:40.000+00:00'),
(831204186, 'pelussin-2015', 5210001021, '2015-03-03T08:51:00.000+00:00', '2015-03-03T08:51:20.000+00:00', '2015-03-03T08:52:00.000+00:00'),
(831204187, 'pelussin-2015', 5210001021, '2015-03-03T08:51:20.000+00:00', '2015-03-03T08:51:40.000+00:00', '2015-03-03T08:52:20.000+00:00'),
(831204188, 'pelussin-2015', 5210001021, '2015-03-03T08:51:40.000+00:00', '2015-03-03T08:52:00.000+00:00', '2015-03-03T08:52:40.000+00:00'),
(831204189, 'pelussin-2015', 5210001021, '2015-03-03T08:52:00.000+00:00', '2015-03-03T08:52:20.000+00:00', '2015-03-03T08:53:00.000+00:00'),
(831204190, 'pelussin-2015', 5210001021, '2015-03-03T08:52:20.000+00:00', '2015-03-03T08:52:40.000+00:00', '2015-03-03T08:53:20.000+00:00'),
(831204191, 'pelussin-2015', 5210001021, '2015-03-03T08:52:40.000+00:00', '2015-03-03T08:53:00.000+00:00', '2015-03-03T08:53:40.000+00:00'),
(831204192, 'pelussin-2015', 5210001021, '2015-03-03T08:53:00.000+00:00', '2015-03-03T08:53:20.000+00:00', '2015-03-03T08:54:00.000+00:00'),
(831204193, 'pelussin-2015', 5210001022, '2015-03-03T08:53:20.000+00:00', '2015-03-03T08:53:40.000+00:00', '2015-03-03T08:54:20.000+00:00'),
(831204194, 'pelussin-2015', 5210001022, '2015-03-03T08:53:40.000+00:00', '2015-03-03T08:54:00.000+00:00', '2015-03-03T08:54:40.000+00:00'),
(831204195, 'pelussin-2015', 5210001022, '2015-03-03T08:54:00.000+00:00', '2015-03-03T08:54:20.000+00:00', '2015-03-03T08:55:00.000+00:00'),
(831204196, 'pelussin-2015', 5210001022, '2015-03-03T08:54:20.000+00:00', '2015-03-03T08:54:40.000+00:00', '2015-03-03T08:55:20.000+00:00'),
(831204197, 'pelussin-2015', 5210001022, '2015-03-03T08:54:40.000+00:00', '2015-03-03T08:55:00.000+00:00', '2015-03-03T08:55:40.000+00:00'),
(831204198, 'pelussin-2015', 5210001022, '2015-03-03T08:55:00.000+00:00', '2015-03-03T08:55:20.000+00:00', '2015-03-03T08:56:00.000+00:00'),
(831204199, 'pelussin-2015', 5210001022, '2015-03-03T08:55:20.000+00:00', '2015-03-03T08:55:40.000+00:00', '2015-03-03T08:56:20.000+00:00'),
(831204200, 'pelussin-2015', 5210001022, '2015-03-03T08:55:40.000+00:00', '2015-03-03T08:56:00.000+00:00', '2015-03-03T08:56:40.000+00:00'),
(831204201, 'pelussin-2015', 5210001022, '2015-03-03T08:56:00.000+00:00', '2015-03-03T08:56:20.000+00:00', '2015-03-03T08:57:00.000+00:00'),
(831204202, 'pelussin-2015', 5210001011, '2015-03-03T08:56:20.000+00:00', '2015-03-03T08:56:40.000+00:00', '2015-03-03T08:57:20.000+00:00'),
(831204203, 'pelussin-2015', 5210001011, '2015-03-03T08:56:40.000+00:00', '2015-03-03T08:57:00.000+00:00', '2015-03-03T08:57:40.000+00:00'),
(831204204, 'pelussin-2015', 5210001023, '2015-03-03T08:57:00.000+00:00', '2015-03-03T08:57:20.000+00:00', '2015-03-03T08:58:00.000+00:00'),
(831204205, 'pelussin-2015', 5210001023, '2015-03-03T08:57:20.000+00:00', '2015-03-03T08:57:40.000+00:00', '2015-03-03T08:58:20.000+00:00'),
(831204206, 'pelussin-2015', 5210001023, '2015-03-03T08:57:40.000+00:00', '2015-03-03T08:58:00.000+00:00', '2015-03-03T08:58:40.000+00:00'),
(831204207, 'pelussin-2015', 5210001023, '2015-03-03T08:58:00.000+00:00', '2015-03-03T08:58:20.000+00:00', '2015-03-03T08:59:00.000+00:00'),
(831204208, 'pelussin-2015', 5210001023, '2015-03-03T08:58:20.000+00:00', '2015-03-03T08:58:40.000+00:00', '2015-03-03T08:59:20.000+00:00'),
(831204209, 'pelussin-2015', 5210001023, '2015-03-03T08:58:40.000+00:00', '2015-03-03T08:59:00.000+00:00', '2015-03-03T08:59:40.000+00:00'),
(831204210, 'pelussin-2015', 5210001023, '2015-03-03T08:59:00.000+00:00', '2015-03-03T08:59:20.000+00:00', '2015-03-03T09:00:00.000+00:00'),
(831204211, 'pelussin-2015', 5210001023, '2015-03-03T08:59:20.000+00:00', '2015-03-03T08:59:40.000+00:00', '2015-03-03T09:00:20.000+00:00'),
(831204212, 'pelussin-2015', 5210001023, '2015-03-03T08:59:40.000+00:00', '2015-03-03T09:00:00.000+00:00', '2015-03-03T09:00:40.000+00:00'),
(831204213, 'pelussin-2015', 5210001023, '2015-03-03T09:00:00.000+00:00', '2015-03-03T09:00:20.000+00:00', '2015-03-03T09:01:00.000+00:00'),
(831204214, 'pelussin-2015', 5210001023, '2015-03-03T09:00:20.000+00:00', '2015-03-03T09:00:40.000+00:00', '2015-03-03T09:01:20.000+00:00'),
(831204215, 'pelussin-2015', 5210001024, '2015-03-03T09:00:40.000+00:00', '2015-03-03T09:01:00.000+00:00', '2015-03-03T09:01:40.000+00:00'),
(831204216, 'pelussin-2015', 5210001024, '2015-03-03T09:01:00.000+00:00', '2015-03-03T09:01:20.000+00:00', '2015-03-03T09:02:00.000+00:00'),
(831204217, 'pelussin-2015', 5210001024, '2015-03-03T09:01:20.000+00:00', '2015-03-03T09:01:40.000+00:00', '2015-03-03T09:02:20.000+00:00'),
(831204218, 'pelussin-2015', 5210001024, '2015-03-03T09:01:40.000+00:00', '2015-03-03T09:02:00.000+00:00', '2015-03-03T09:02:40.000+00:00'),
(831204219, 'pelussin-2015', 5210001024, '2015-03-03T09:02:00.000+00:00', '2015-03-03T09:02:20.000+00:00', '2015-03-03T09:03:00.000+00:00'),
(831204220, 'pelussin-2015', 5210001024, '2015-03-03T09:02:20.000+00:00', '2015-03-03T09:02:40.000+00:00', '2015-03-03T09:03:20.000+00:00'),
(831204221, 'pelussin-2015', 5210001024, '2015-03-03T09:02:40.000+00:00', '2015-03-03T09:03:00.000+00:00', '2015-03-03T09:03:40.000+00:00'),
(831204222, 'pelussin-2015', 5210001024, '2015-03-03T09:03:00.000+00:00', '2015-03-03T08:59:20.000+00:00', '2015-03-03T09:04:00.000+00:00'),
(831204223, 'pelussin-2015', 5210001006, '2015-03-03T08:59:20.000+00:00', '2015-03-03T08:59:40.000+00:00', '2015-03-03T09:00:20.000+00:00'),
(831204224, 'pelussin-2015', 5210001006, '2015-03-03T08:59:40.000+00:00', '2015-03-03T09:00:00.000+00:00', '2015-03-03T09:00:40.000+00:00'),
(831204225, 'pelussin-2015', 5210001006, '2015-03-03T09:00:00.000+00:00', '2015-03-03T09:00:20.000+00:00', '2015-03-03T09:01:00.000+00:00'),
(831204226, 'pelussin-2015', 5210001006, '2015-03-03T09:00:20.000+00:00', '2015-03-03T09:00:40.000+00:00', '2015-03-03T09:01:20.000+00:00'),
(831204227, 'pelussin-2015', 5210001006, '2015-03-03T09:00:40.000+00:00', '2015-03-03T09:01:00.000+00:00', '2015-03-03T09:01:40.000+00:00'),
(831204228, 'pelussin-2015', 5210001006, '2015-03-03T09:01:00.000+00:00', '2015-03-03T09:01:20.000+00:00', '2015-03-03T09:02:00.000+00:00'),
(831204229, 'pelussin-2015', 5210001005, '2015-03-03T09:01:20.000+00:00', '2015-03-03T09:01:40.000+00:00', '2015-03-03T09:02:20.000+00:00'),
(831204230, 'pelussin-2015', 5210001005, '2015-03-03T09:01:40.000+00:00', '2015-03-03T09:02:00.000+00:00', '2015-03-03T09:02:40.000+00:00'),
(831204231, 'pelussin-2015', 5210001002, '2015-03-03T09:02:00.000+00:00', '2015-03-03T09:02:20.000+00:00', '2015-03-03T09:03:00.000+00:00'),
(831204232, 'pelussin-2015', 5210001002, '2015-03-03T09:02:20.000+00:00', '2015-03-03T09:02:40.000+00:00', '2015-03-03T09:03:20.000+00:00'),
(831204233, 'pelussin-2015', 5210001002, '2015-03-03T09:02:40.000+00:00', '2015-03-03T09:03:00.000+00:00', '2015-03-03T09:03:40.000+00:00'),
(831204234, 'pelussin-2015', 5210001002, '2015-03-03T09:03:00.000+00:00', '2015-03-03T09:03:20.000+00:00', '2015-03-03T09:04:00.000+00:00'),
(831204235, 'pelussin-2015', 5210001011, '2015-03-03T09:03:20.000+00:00', '2015-03-03T09:03:40.000+00:00', '2015-03-03T09:04:20.000+00:00'),
(831204236, 'pelussin-2015', 5210001011, '2015-03-03T09:03:40.000+00:00', '2015-03-03T09:04:00.000+00:00', '2015-03-03T09:04:40.000+00:00'),
(831204237, 'pelussin-2015', 5210001011, '2015-03-03T09:04:00.000+00:00', '2015-03-03T09:04:20.000+00:00', '2015-03-03T09:05:00.000+00:00'),
(831204238, 'pelussin-2015', 5210001011, '2015-03-03T09:04:20.000+00:00', '2015-03-03T09:04:40.000+00:00', '2015-03-03T09:05:20.000+00:00'),
(831204239, 'pelussin-2015', 5210001001, '2015-03-03T09:04:40.000+00:00', '2015-03-03T09:05:00.000+00:00', '2015-03-03T09:05:40.000+00:00'),
(831204240, 'pelussin-2015', 5210001001, '2015-03-03T09:05:00.000+00:00', '2015-03-03T09:04:20.000+00:00', '2015-03-03T09:06:00.000+00:00'),
(831204241, 'pelussin-2015', 5210001007, '2015-03-03T09:04:20.000+00:00', '2015-03-03T09:04:40.000+00:00', '2015-03-03T09:05:20.000+00:00'),
(831204242, 'pelussin-2015', 5210001007, '2015-03-03T09:04:40.000+00:00', '2015-03-03T09:04:40.000+00:00', '2015-03-03T09:05:40.000+00:00'),
(831204243, 'pelussin-2015', 5210001017, '2015-03-03T09:04:45.000+00:00', null, '2015-03-03T09:05:45.000+00:00');

insert into holds (draft_id, event, seats, expires_at, chat_id, latest_at) values
('8fztsjcc', 'pelussin-2015', 2, '2015-03-02T08:31:40.000+00:00', 5210001013, '2015-03-02T10:01:20.000+00:00'),
('PIL-GH6T', 'pelussin-2015', 1, '2015-03-03T19:00:00.000+00:00', 5210001006, '2015-03-03T19:00:00.000+00:00'),
('i2g06yt1', 'pelussin-2015', 1, '2015-03-03T09:10:20.000+00:00', 5210001018, '2015-03-03T10:39:00.000+00:00'),
('ke54wprp', 'pelussin-2015', 1, '2015-03-03T09:12:00.000+00:00', 5210001019, '2015-03-03T10:41:20.000+00:00');

insert into parties (event, code, draft_id, chat_id, territory, seats, confirmed_at, cancelled_at, coming_at) values
('maclas-2014', 'MAC-3KBC', 'lj328jsm', 5210001002, 'CC du Pilat Rhodanien', 2, '2014-11-10T08:03:20.000+00:00', null, null),
('pelussin-2015', 'PIL-X25T', '8xzsk2ku', 5210001002, 'CC du Pilat Rhodanien', 3, '2015-02-16T08:04:20.000+00:00', null, '2015-03-02T09:01:00.000+00:00'),
('pelussin-2015', 'PIL-C9A2', 'lg7og1vd', 5210001005, 'Vivarais', 2, '2015-02-17T08:03:20.000+00:00', null, null),
('pelussin-2015', 'PIL-GH6T', 'oat3kdqe', 5210001006, 'Monts du Forez', 1, '2015-02-17T08:06:40.000+00:00', null, null),
('pelussin-2015', 'PIL-V5XF', 'z5748xnw', 5210001007, 'Val d’Ay', 2, '2015-02-17T08:10:00.000+00:00', '2015-03-03T09:04:40.000+00:00', null),
('pelussin-2015', 'PIL-JXMQ', 'tbdsenk9', 5210001009, 'Haut Lignon', 3, '2015-02-17T08:16:20.000+00:00', '2015-02-18T08:01:00.000+00:00', null),
('pelussin-2015', 'PIL-R44C', '79exqxx3', 5210001011, 'Plateau de Saint-Agrève', 2, '2015-02-17T08:23:20.000+00:00', null, null),
('pelussin-2015', 'PIL-PVQV', 'ff31ud38', 5210001012, 'Boutières', 0, '2015-02-17T08:26:20.000+00:00', null, null),
('pelussin-2015', 'PIL-PW3Y', '6qhzexvd', 5210001020, 'Monts du Pilat', 0, '2015-03-03T08:48:40.000+00:00', null, null),
('pelussin-2015', 'PIL-CDZR', 'ma9m4gcp', 5210001021, 'Pays de Saint-Félicien', 2, '2015-03-03T08:53:00.000+00:00', null, null),
('pelussin-2015', 'PIL-LN4L', 're7oru2v', 5210001022, 'Val d’Ay', 0, '2015-03-03T08:56:00.000+00:00', null, null),
('pelussin-2015', 'PIL-X5VC', '1d64klcj', 5210001023, 'Diois', 0, '2015-03-03T09:00:20.000+00:00', null, null);

insert into members (event, code, position, first_name, last_name, function, organisation, category, email, phone, waiting, chat_id, joined_at, invitation) values
('maclas-2014', 'MAC-3KBC', 1, 'Marie', 'Dupont', 'adjointe au maire', 'mairie de Pélussin', 'elected', 'marie.dupont@pelussin.fr', null, 0, null, null, null),
('maclas-2014', 'MAC-3KBC', 2, 'Denis', 'Faye', 'agent', 'mairie de Pélussin', 'staff', null, null, 0, null, null, null),
('pelussin-2015', 'PIL-C9A2', 1, 'Nadia', 'Ferrand', 'maire', 'mairie de Lamastre', 'elected', 'nadia@lamastre.fr', null, 0, null, null, null),
('pelussin-2015', 'PIL-C9A2', 2, 'Jean', 'Roche', 'agent', 'mairie de Lamastre', 'staff', null, null, 0, null, null, 'a1841fca4f6a75e0be707074f5b42649cf67cb93c06537262b8606e144d0cd67'),
('pelussin-2015', 'PIL-CDZR', 1, 'Karim', 'Benali', 'maire', 'mairie de Saint-Félicien', 'elected', 'karim@saint-felicien.fr', null, 0, null, null, null),
('pelussin-2015', 'PIL-CDZR', 2, 'Luc', 'Moulin', 'agent', 'mairie de Saint-Félicien', 'staff', null, null, 0, null, null, null),
('pelussin-2015', 'PIL-CDZR', 3, 'Eve', 'Garnier', 'présidente', 'club des entrepreneurs', 'civil', null, null, 1, null, null, null),
('pelussin-2015', 'PIL-GH6T', 1, 'Odile', 'Chazal', 'présidente', 'association des commerçants de Montbrison', 'civil', 'odile@exemple.fr', '+33639985678', 0, null, null, null),
('pelussin-2015', 'PIL-LN4L', 1, 'Anaïs', 'Roux', 'agente', 'mairie de Satillieu', 'staff', 'anais@satillieu.fr', null, 1, null, null, null),
('pelussin-2015', 'PIL-PVQV', 1, 'Bernard', 'Vial', 'maire', 'mairie du Cheylard', 'elected', 'bernard@lecheylard.fr', null, 1, null, null, null),
('pelussin-2015', 'PIL-PW3Y', 1, 'Lucie', 'Granger', 'adjointe', 'mairie de Bourg-Argental', 'elected', 'lucie@bourg-argental.fr', null, 1, null, null, null),
('pelussin-2015', 'PIL-PW3Y', 2, 'Max', 'Oriol', 'agent', 'mairie de Bourg-Argental', 'staff', null, null, 1, null, null, null),
('pelussin-2015', 'PIL-PW3Y', 3, 'Léa', 'Fabre', 'présidente', 'association La Source', 'civil', null, null, 1, null, null, null),
('pelussin-2015', 'PIL-R44C', 1, 'Yvan', 'Gros', 'maire', 'mairie de Saint-Agrève', 'elected', 'yvan@saint-agreve.fr', null, 0, null, null, null),
('pelussin-2015', 'PIL-R44C', 2, 'Inès', 'Ravel', 'agente', 'mairie de Saint-Agrève', 'staff', null, null, 0, null, null, null),
('pelussin-2015', 'PIL-R44C', 3, 'Guy', 'Mounier', 'président', 'club des entrepreneurs', 'civil', null, null, 1, null, null, null),
('pelussin-2015', 'PIL-X25T', 1, 'Marie', 'Dupont', 'adjointe au maire', 'mairie de Pélussin', 'elected', 'marie.dupont@pelussin.fr', '+33639981234', 0, null, null, null),
('pelussin-2015', 'PIL-X25T', 2, 'Paul', 'Martin', 'agent', 'mairie de Pélussin', 'staff', 'paul@exemple.fr', null, 0, 5210001004, null, null),
('pelussin-2015', 'PIL-X25T', 3, 'Luc', 'Perrin', 'président', 'club des entrepreneurs', 'civil', null, null, 0, null, null, '17d615f60e3837c115eb264a8c6cb1a98437783470fc3875fe85e46494236b00'),
('pelussin-2015', 'PIL-X5VC', 1, 'Rémi', 'Faure', 'élu', 'mairie de Die', 'elected', 'remi@die.fr', null, 1, null, null, null),
('pelussin-2015', 'PIL-X5VC', 2, 'Ida', 'Blanc', 'agente', 'mairie de Die', 'staff', null, null, 1, null, null, null);

insert into queue (event, code, seats, queued_at, passed, offer_ends) values
('pelussin-2015', 'PIL-PW3Y', 3, '2015-03-03T08:48:40.000+00:00', 3, null),
('pelussin-2015', 'PIL-CDZR', 1, '2015-03-03T08:53:00.000+00:00', 0, '2015-03-03T19:00:00.000+00:00'),
('pelussin-2015', 'PIL-LN4L', 1, '2015-03-03T08:56:00.000+00:00', 0, '2015-03-03T19:00:00.000+00:00'),
('pelussin-2015', 'PIL-R44C', 1, '2015-03-03T08:56:40.000+00:00', 0, null),
('pelussin-2015', 'PIL-X5VC', 2, '2015-03-03T09:00:20.000+00:00', 0, null);

insert into history (event, code, at, what, detail) values
('maclas-2014', 'MAC-3KBC', '2014-11-10T08:03:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-X25T', '2015-02-16T08:04:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-X25T', '2015-02-16T08:05:20.000+00:00', 'invited', '2'),
('pelussin-2015', 'PIL-X25T', '2015-02-16T08:06:40.000+00:00', 'joined', '2'),
('pelussin-2015', 'PIL-X25T', '2015-02-16T08:07:00.000+00:00', 'invited', '3'),
('pelussin-2015', 'PIL-C9A2', '2015-02-17T08:03:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-GH6T', '2015-02-17T08:06:40.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-V5XF', '2015-02-17T08:10:00.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-V5XF', '2015-02-17T08:11:00.000+00:00', 'invited', '2'),
('pelussin-2015', 'PIL-V5XF', '2015-02-17T08:12:20.000+00:00', 'joined', '2'),
('pelussin-2015', 'PIL-JXMQ', '2015-02-17T08:16:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-R44C', '2015-02-17T08:23:20.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-R44C', '2015-02-17T08:23:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-PVQV', '2015-02-17T08:26:20.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-PVQV', '2015-02-17T08:26:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-JXMQ', '2015-02-18T08:01:00.000+00:00', 'cancelled', ''),
('pelussin-2015', 'PIL-PVQV', '2015-02-18T08:01:00.000+00:00', 'offered', ''),
('pelussin-2015', 'PIL-R44C', '2015-02-18T08:01:00.000+00:00', 'offered', ''),
('pelussin-2015', 'PIL-R44C', '2015-02-19T13:02:20.000+00:00', 'replaced', '2'),
('pelussin-2015', 'PIL-GH6T', '2015-02-19T13:04:00.000+00:00', 'corrected', 'member.2'),
('pelussin-2015', 'PIL-PVQV', '2015-02-20T10:00:00.000+00:00', 'lapsed', ''),
('pelussin-2015', 'PIL-R44C', '2015-02-20T10:00:00.000+00:00', 'lapsed', ''),
('pelussin-2015', 'PIL-C9A2', '2015-03-03T08:33:20.000+00:00', 'invited', '2'),
('pelussin-2015', 'PIL-PW3Y', '2015-03-03T08:48:40.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-PW3Y', '2015-03-03T08:48:40.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-CDZR', '2015-03-03T08:53:00.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-CDZR', '2015-03-03T08:53:00.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-LN4L', '2015-03-03T08:56:00.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-LN4L', '2015-03-03T08:56:00.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-R44C', '2015-03-03T08:56:40.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-X5VC', '2015-03-03T09:00:20.000+00:00', 'queued', ''),
('pelussin-2015', 'PIL-X5VC', '2015-03-03T09:00:20.000+00:00', 'registered', ''),
('pelussin-2015', 'PIL-GH6T', '2015-03-03T09:00:40.000+00:00', 'withdrawn', '2'),
('pelussin-2015', 'PIL-GH6T', '2015-03-03T09:01:00.000+00:00', 'searching', ''),
('pelussin-2015', 'PIL-C9A2', '2015-03-03T09:01:20.000+00:00', 'searching', ''),
('pelussin-2015', 'PIL-CDZR', '2015-03-03T09:04:40.000+00:00', 'offered', ''),
('pelussin-2015', 'PIL-LN4L', '2015-03-03T09:04:40.000+00:00', 'offered', ''),
('pelussin-2015', 'PIL-V5XF', '2015-03-03T09:04:40.000+00:00', 'cancelled', '');

insert into searches (event, code, since) values
('pelussin-2015', 'PIL-GH6T', '2015-03-03T09:01:00.000+00:00'),
('pelussin-2015', 'PIL-C9A2', '2015-03-03T09:01:20.000+00:00');

insert into proposals (event, first_code, second_code, made_at, first_answer, second_answer) values
('pelussin-2015', 'PIL-C9A2', 'PIL-GH6T', '2015-03-03T09:01:20.000+00:00', 'yes', null);

insert into deliveries (event, kind, code, chat_id, due_at, not_after, sent_at, failure, claimed_until) values
('maclas-2014', 'reminder', 'MAC-3KBC', 5210001002, '2014-11-19T09:00:00.000+00:00', '2014-11-20T08:30:00.000+00:00', '2014-11-19T09:00:00.000+00:00', null, null),
('pelussin-2015', 'offer_lapsed', 'PIL-PVQV', 5210001012, '2015-02-20T10:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, 'blocked', null),
('pelussin-2015', 'hold_ending', '8fztsjcc', 5210001013, '2015-03-02T08:26:20.000+00:00', '2015-03-02T08:31:20.000+00:00', '2015-03-02T08:26:40.000+00:00', null, null),
('pelussin-2015', 'reminder', 'PIL-X25T', 5210001002, '2015-03-02T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', '2015-03-02T09:00:40.000+00:00', null, null),
('pelussin-2015', 'reminder', 'PIL-X25T', 5210001004, '2015-03-02T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', '2015-03-02T09:00:40.000+00:00', null, null),
('pelussin-2015', 'proposal', 'PIL-C9A2', 5210001005, '2015-03-03T09:01:20.000+00:00', '2015-03-05T08:30:00.000+00:00', '2015-03-03T09:01:20.000+00:00', null, null),
('pelussin-2015', 'proposal', 'PIL-GH6T', 5210001006, '2015-03-03T09:01:20.000+00:00', '2015-03-05T08:30:00.000+00:00', '2015-03-03T09:01:20.000+00:00', null, null),
('pelussin-2015', 'party_cancelled', 'PIL-V5XF', 5210001008, '2015-03-03T09:04:40.000+00:00', '2015-03-05T08:30:00.000+00:00', '2015-03-03T09:04:40.000+00:00', null, null),
('pelussin-2015', 'offer', 'PIL-CDZR', 5210001021, '2015-03-03T09:04:40.000+00:00', '2015-03-03T19:00:00.000+00:00', '2015-03-03T09:04:40.000+00:00', null, null),
('pelussin-2015', 'offer', 'PIL-LN4L', 5210001022, '2015-03-03T09:04:40.000+00:00', '2015-03-03T19:00:00.000+00:00', null, null, '2015-03-03T09:05:40.000+00:00'),
('pelussin-2015', 'hold_ending', 'i2g06yt1', 5210001018, '2015-03-03T09:05:20.000+00:00', '2015-03-03T09:10:20.000+00:00', null, null, null),
('pelussin-2015', 'hold_ending', 'ke54wprp', 5210001019, '2015-03-03T09:06:20.000+00:00', '2015-03-03T09:11:20.000+00:00', null, null, null),
('pelussin-2015', 'reminder', 'PIL-C9A2', 5210001005, '2015-03-04T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, null, null),
('pelussin-2015', 'reminder', 'PIL-GH6T', 5210001006, '2015-03-04T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, null, null),
('pelussin-2015', 'reminder', 'PIL-R44C', 5210001011, '2015-03-04T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, null, null),
('pelussin-2015', 'reminder', 'PIL-CDZR', 5210001021, '2015-03-04T09:00:00.000+00:00', '2015-03-05T08:30:00.000+00:00', null, null, null);
