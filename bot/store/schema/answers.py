"""Version 6 of the schema: whether an answer said anything."""

SIXTH = ("alter table updates add column is_silent integer not null default 0",)
