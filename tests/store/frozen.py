"""A database as the first version left it: `tests/data/version-3.sql`, told in `version-3.md`.

What can be pressed or opened in it stands here, so that tests can see that it still works after a
migration. Nothing here goes through the store, which has other tables by now.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import asyncpg

FILE = Path(__file__).parents[1] / "data" / "version-3.sql"
VERSION = 3
"""The version of its schema."""
MOMENT = datetime(2015, 3, 3, 9, 4, 50, tzinfo=UTC)
"""The bot was killed five seconds before: 3 March 2015, 10:04 in Pélussin."""
EVENT = "pelussin-2015"
EVENT_GONE = "maclas-2014"
"""The day of the autumn before, whose file is gone."""
ORGANISER = 5_210_001_001
LATEST_UPDATE = 831_204_243
"""The highest update id it has recorded; updates 831_204_144 and this one are unanswered."""

LUC_TOKEN = "bfeQuwwnVZ9s0DuszwOwDg"
"""The invitation that Luc Perrin, third of PIL-X25T, has not opened: `/start equipe_…`."""
JEAN_TOKEN = "lHy065CRM1gbp3X3n1flCQ"
"""The one that Jean Roche has opened: he is at the last question of his draft."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A button that somebody has before their eyes: of which message, with which data."""

    chat_id: int
    message_id: int
    data: str


MARIE_CORRECTS = Seen(5_210_001_002, 412, "1:same::j9bhqf2k:13")
MARIE_COMES = Seen(5_210_001_002, 269, "1:coming:PIL-X25T")
PAUL_COMES = Seen(5_210_001_004, 285, "1:coming:PIL-X25T")
PAUL_CANNOT_COME = Seen(5_210_001_004, 285, "1:cancel:PIL-X25T")
ODILE_SAYS_YES = Seen(5_210_001_006, 404, "1:partner_yes:PIL-GH6T")
ODILE_SAYS_NO = Seen(5_210_001_006, 404, "1:partner_no:PIL-GH6T")
YVAN_GOES_BACK = Seen(5_210_001_011, 420, "1:back::2mukktre:18")
BENOIT_HOLDS_ON = Seen(5_210_001_013, 283, "1:extend:8fztsjcc")
GASTON_RESUMES = Seen(5_210_001_014, 294, "1:resume")
ZOE_STOPS = Seen(5_210_001_015, 296, "1:stop::ya4z9h19:1")
JOHN_COMES_IN_TWO = Seen(5_210_001_016, 299, "1:choose:2:n5vxlfx2:2")
JEAN_WITHOUT_PHONE = Seen(5_210_001_017, 308, "1:choose:without:j7tdnfp9:2")
THOMAS_CONFIRMS = Seen(5_210_001_018, 315, "1:choose:yes:i2g06yt1:7")
HUGO_SAYS_YES = Seen(5_210_001_019, 321, "1:yes::ke54wprp:6")
LUCIE_LEAVES = Seen(5_210_001_020, 336, "1:leave:PIL-PW3Y")
KARIM_ACCEPTS = Seen(5_210_001_021, 427, "1:accept:PIL-CDZR")
ANAIS_ACCEPTS = Seen(5_210_001_022, 0, "1:accept:PIL-LN4L")
"""Her offer is claimed and not known to have left: this is what it will show."""
LISE_WITHOUT_PHONE = Seen(5_210_001_024, 388, "1:choose:without:p0os0wit:7")
DENIS_COMES_IN_TWO = Seen(5_210_001_003, 114, "1:choose:2:nxed3a3b:2")
"""Of the day whose file is gone."""


async def load(url: str) -> None:
    """Make an empty database (`sqlite:///FILE` or `postgresql://…`) that of the first version."""
    script = FILE.read_text("utf-8")
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            file.executescript(script)
        return
    server = await asyncpg.connect(url)
    try:
        await server.execute(script)
        # Where rows are locked, the bot had made one to lock for each event.
        await server.execute(f"insert into events values ('{EVENT}'), ('{EVENT_GONE}')")
    finally:
        await server.close()
