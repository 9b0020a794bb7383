"""/pointage: people are ticked off at the door by a tap on their name, a code, or its picture.

Each tap is a transaction of its own and says which half of the day it is for, so that several can
tick at once; the message only shows what holds. What is written next looks for a name or a code.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot import usecases
from bot.conversation import acting
from bot.conversation.messages import Button
from bot.conversation.paging import arrows
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk, party_file, walk_in
from bot.conversation.turn import Turn
from bot.domain.attendance import Attendance, Attendee, Half, session_at, sessions
from bot.domain.keys import CODE_LETTERS, MemberKey, PartyCode
from bot.domain.party import Party
from bot.understanding.normal import plain
from bot.understanding.territories import plain_form

topic = Topic("check_in", who=Who.STAFF)

NAMES_A_PAGE = 8
"""Big buttons, one name a row: what a telephone shows without scrolling much."""
MOST_AT_ONCE = 60
"""Buttons that lead to pages of names; of very many people, more stand on a page."""

LONGEST_IN_RANGE = 9
"""Letters of a name where two of them say what is on a page."""

HOME, BY_NAME, BY_TERRITORY, TERRITORY, FOUND, PARTY = "", "n", "b", "t", "s", "c"
"""Among whom: the beginning; everybody by name; the territories; one of them; those that were
looked for; the people of one party, whose code follows."""

_VIEW = re.compile(
    r"(?P<half>[ma])\.(?P<among>[nbs]|t\d{1,3}|c[A-Z]{2,5}-[2-9A-Z]{4}|)\.(?P<page>\d{1,3})"
)
_ABOUT = re.compile(r"(?P<view>.+)\.(?P<member>\d{1,9})")
_CODE = re.compile(rf"[A-Z]{{2,5}}[- ]?[{CODE_LETTERS}]{{4}}")


@dataclass(frozen=True, slots=True)
class View:
    """What somebody looks at: for which half, among whom, which page (1 and up)."""

    half: Half
    among: str = HOME
    page: int = 1

    def pack(self) -> str:
        """The same as a button carries it: « m.t3.1 »."""
        return f"{self.half[0]}.{self.among}.{self.page}"

    def of(self, member: MemberKey) -> str:
        """The same with somebody whom a button is about."""
        return f"{self.pack()}.{member}"


def view_of(turn: Turn, argument: str) -> View:
    """What a button shows; where it does not say it, the beginning, for the half it is now."""
    found = _VIEW.fullmatch(argument)
    if found is None:
        return View(session_at(turn.event, turn.now).half)
    half = Half.MORNING if found["half"] == "m" else Half.AFTERNOON
    return View(half, found["among"], max(int(found["page"]), 1))


def _about(turn: Turn, argument: str) -> tuple[View, MemberKey]:
    found = _ABOUT.fullmatch(argument)
    if found is None:
        return view_of(turn, argument), MemberKey(0)
    return view_of(turn, found["view"]), MemberKey(int(found["member"]))


# ---- what is shown


@topic.command("pointage", in_menu=True)
async def begin(turn: Turn, argument: str) -> None:
    """/pointage: everybody; with a code or a name after it, those."""
    if argument.strip():
        await _look_for(turn, view_of(turn, ""), argument)
    else:
        await show(turn, "")


@topic.pressed("ci")
async def show(
    turn: Turn, argument: str, *, said: Sequence[Markup] = (), last: Attendee | None = None
) -> None:
    """Those of a view, ticked or not; `last`: who has just been ticked, to be undone at once."""
    view = view_of(turn, argument)
    attendance = await usecases.presence.attendance(turn.books)
    people = _among(turn, view, attendance)
    if view.among in (HOME, BY_NAME) and not _fits(attendance.coming):
        rows = _pages(turn, view, people) if view.among == HOME else _names(turn, view, people)
    elif view.among == BY_TERRITORY:
        rows = _territories(turn, view, attendance)
    else:
        rows = _names(turn, view, people)
    party = await _party_rows(turn, view, people)
    undo = (
        [(turn.button("checkin.undo", untick, view.of(last.key), name=last.name),)] if last else []
    )
    turn.prompt(
        PARAGRAPH.join([*turn.about(), _head(turn, view, attendance), *said, *party.said]),
        find,
        view.pack(),
        *rows,
        *party.rows,
        *undo,
        *_ways(turn, view, attendance),
    )


def _head(turn: Turn, view: View, attendance: Attendance) -> Markup:
    """Which half, how many are there of how many; a word where it is not the day."""
    words, there = turn.words, sum(one.is_present(view.half) for one in attendance.coming)
    lines = [
        words(f"checkin.title.{view.half}" if _has_halves(turn) else "checkin.title"),
        words("checkin.count", n=there, of=len(attendance.coming)),
    ]
    if turn.now.astimezone(turn.event.zone).date() != turn.event.date:
        lines.append(words("checkin.not_today", day=words.short_day(turn.event.date)))
    return LINE.join(lines)


def _has_halves(turn: Turn) -> bool:
    return len(sessions(turn.event)) > 1


def _fits(people: Sequence[Attendee]) -> bool:
    """Whether they are so few that nobody needs a way to their page."""
    return len(people) <= 2 * NAMES_A_PAGE


def _by_name(people: Sequence[Attendee]) -> list[Attendee]:
    return sorted(people, key=lambda one: (plain(one.last_name), plain(one.first_name), one.key))


def _groups(attendance: Attendance) -> list[tuple[str, list[Attendee]]]:
    """The territories by their names, none last, as most of their people write them."""
    groups: dict[str, list[Attendee]] = {}
    for one in attendance.coming:
        groups.setdefault(plain_form(one.territory) if one.territory else "", []).append(one)
    named = [
        (Counter(one.territory for one in people).most_common(1)[0][0], people)
        for people in groups.values()
    ]
    return sorted(named, key=lambda group: (not group[0], plain(group[0])))


def _among(turn: Turn, view: View, attendance: Attendance) -> list[Attendee]:
    if view.among.startswith(TERRITORY):
        groups, at = _groups(attendance), int(view.among[1:])
        return _by_name(groups[at][1]) if at < len(groups) else []
    if view.among.startswith(PARTY):
        return [one for one in attendance.coming if one.code == view.among[1:]]
    people = _by_name(attendance.coming)
    return _found(people, turn.dialogue.search) if view.among == FOUND else people


def _found(people: Sequence[Attendee], search: str) -> list[Attendee]:
    words = plain(search).split()
    known = {one.key: f" {plain(f'{one.name} {one.organisation}')}" for one in people}
    return [one for one in people if all(f" {word}" in known[one.key] for word in words)]


def _a_page(people: Sequence[Attendee]) -> int:
    return max(NAMES_A_PAGE, -(-len(people) // MOST_AT_ONCE))


def _pages(turn: Turn, view: View, people: Sequence[Attendee]) -> list[tuple[Button, ...]]:
    """« Abel – Bon »: a way to each page of names."""
    size, buttons = _a_page(people), list[Button]()
    for at in range(0, len(people), size):
        page = people[at : at + size]
        to = replace(view, among=BY_NAME, page=at // size + 1)
        first, last = _cut(page[0].last_name), _cut(page[-1].last_name)
        label = turn.words.plain("checkin.range", first=first, last=last)
        buttons.append(turn.labelled(label, show, to.pack()))
    return [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]


def _cut(name: str) -> str:
    """A name as it fits twice into half a row."""
    return name if len(name) <= LONGEST_IN_RANGE else f"{name[: LONGEST_IN_RANGE - 1]}…"


def _territories(turn: Turn, view: View, attendance: Attendance) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    for at, (name, people) in enumerate(_groups(attendance)):
        there = sum(one.is_present(view.half) for one in people)
        label = turn.words.plain(
            "checkin.territory",
            territory=name or turn.words.plain("checkin.nowhere"),
            there=there,
            of=len(people),
        )
        to = replace(view, among=f"{TERRITORY}{at}", page=1)
        rows.append((turn.labelled(label, show, to.pack()),))
    return rows


def _names(turn: Turn, view: View, people: Sequence[Attendee]) -> list[tuple[Button, ...]]:
    """A name a row; a tap ticks, or asks whether to take the tick back."""
    size = _a_page(people) if view.among == BY_NAME else NAMES_A_PAGE
    if view.among == HOME or view.among.startswith(PARTY):
        size = max(len(people), 1)
    pages = max(-(-len(people) // size), 1)
    page = min(view.page, pages)
    here, namesakes = replace(view, page=page), Counter(one.name for one in people)
    rows: list[tuple[Button, ...]] = []
    for one in people[(page - 1) * size : page * size]:
        label = f"{one.last_name} {one.first_name}"
        if namesakes[one.name] > 1 and one.organisation:
            label = f"{label}, {one.organisation}"
        if one.is_present(view.half):
            rows.append((turn.labelled(f"✓ {label}", ask_untick, here.of(one.key)),))
        else:
            rows.append((turn.labelled(label, tick, here.of(one.key)),))
    leafing = arrows(turn, show, page, pages=pages, pack=lambda to: replace(view, page=to).pack())
    return [*rows, leafing]


def _ways(turn: Turn, view: View, attendance: Attendance) -> list[tuple[Button, ...]]:
    """Other ways to look at it, the other half, somebody who is not registered, the desk."""
    ways = []
    if view.among != HOME:
        ways.append(turn.button("checkin.by_name", show, View(view.half).pack()))
    if view.among != BY_TERRITORY and len(_groups(attendance)) > 1:
        to = View(view.half, BY_TERRITORY)
        ways.append(turn.button("checkin.by_territory", show, to.pack()))
    halves = [
        turn.button(f"checkin.to.{one.half}", show, replace(view, half=one.half).pack())
        for one in sessions(turn.event)
        if one.half is not view.half
    ]
    return [
        (*ways, *halves),
        (turn.button("checkin.walk_in", walk_in.ask, view.half[0]),),
        (
            turn.button("button.refresh", show, view.pack()),
            turn.button("button.desk", desk.show),
        ),
    ]


@dataclass(frozen=True, slots=True)
class _OfParty:
    """What is said of the one party that is looked at, and the buttons for all of it."""

    said: Sequence[Markup] = ()
    rows: Sequence[tuple[Button, ...]] = ()


async def _party_rows(turn: Turn, view: View, people: Sequence[Attendee]) -> _OfParty:
    if not view.among.startswith(PARTY):
        return _OfParty()
    party = await turn.books.parties.of_code(PartyCode(view.among[1:]))
    if party is None:
        return _OfParty([turn.words("checkin.no_party")])
    said = [_of_party(turn, party)]
    missing = [one for one in people if not one.is_present(view.half)]
    rows = []
    if len(missing) > 1:
        rows.append((turn.button("checkin.all", tick_all, view.pack(), n=len(missing)),))
    if party.waiting and turn.is_organiser:
        rows.append((party_file.opening_button(turn, party),))
    return _OfParty(said, rows)


def _of_party(turn: Turn, party: Party) -> Markup:
    """Which party it is, and who of it only waits."""
    words = turn.words
    key = "checkin.party" if party.territory else "checkin.party_anywhere"
    lines = [words(key, code=party.code, territory=party.territory)]
    if party.waiting:
        names = words.listing(one.name for one in party.waiting)
        lines.append(words("checkin.waits", names=names))
    return LINE.join(lines)


# ---- ticking


@topic.pressed("ci_tick")
async def tick(turn: Turn, argument: str) -> None:
    """A tap on a name; a second one, or somebody else's, changes nothing."""
    view, member = _about(turn, argument)
    person = await usecases.presence.person(turn.books, member)
    if person is None:
        turn.toast("checkin.gone")
        await show(turn, view.pack())
        return
    is_new = await usecases.presence.tick(turn.books, [member], view.half, turn.address)
    turn.toast("checkin.ticked" if is_new else "checkin.already", name=person.name)
    await show(turn, view.pack(), last=person if is_new else None)


@topic.pressed("ci_all")
async def tick_all(turn: Turn, argument: str) -> None:
    """All of a party at once."""
    view = view_of(turn, argument)
    people = [
        one.key
        for one in (await usecases.presence.attendance(turn.books)).coming
        if view.among == f"{PARTY}{one.code}"
    ]
    n = await usecases.presence.tick(turn.books, people, view.half, turn.address)
    turn.toast("checkin.all_ticked", n=n)
    await show(turn, view.pack())


@topic.pressed("ci_off")
async def ask_untick(turn: Turn, argument: str) -> None:
    """A tap on a ticked name: is it to be taken back?"""
    view, member = _about(turn, argument)
    person = await usecases.presence.person(turn.books, member)
    at = None
    if person is not None:
        at = person.morning if view.half is Half.MORNING else person.afternoon
    if person is None or at is None:
        await show(turn, view.pack())
        return
    turn.confirm(
        turn.words("checkin.ask_untick", name=person.name, hour=turn.words.hour(at)),
        yes=turn.button("checkin.untick", untick, argument),
        no=turn.button("button.back", show, view.pack()),
    )


@topic.pressed("ci_undo")
async def untick(turn: Turn, argument: str) -> None:
    """Take a tick back; the journal says it."""
    view, member = _about(turn, argument)
    person = await usecases.presence.person(turn.books, member)
    if person is not None and await turn.books.presences.untick(member, view.half):
        party = await turn.books.parties.of_code(person.code)
        await turn.journal("unticked", before=person.name, party=party)
        turn.toast("checkin.unticked", name=person.name)
    await show(turn, view.pack())


# ---- looking for somebody


@topic.written("ci_find")
async def find(turn: Turn, argument: str) -> None:
    """A name or a code, written while people are ticked off."""
    await _look_for(turn, view_of(turn, argument), turn.text)


@topic.heard()
async def hear_code(turn: Turn, text: str) -> bool:
    """A code that somebody of the staff writes, whatever was said before."""
    if turn.role is None or _code(turn, text) is None:
        return False
    await acting.end(turn)
    await begin(turn, text)
    return True


async def _look_for(turn: Turn, view: View, text: str) -> None:
    code = _code(turn, text)
    if code is not None:
        await show_party(turn, code, view)
        return
    turn.dialogue.search = text.strip()
    coming = (await usecases.presence.attendance(turn.books)).coming
    found = _found(coming, turn.dialogue.search)
    said = turn.words("checkin.found" if found else "checkin.none_found", search=text.strip())
    await show(turn, View(view.half, FOUND).pack(), said=[said])


async def show_party(turn: Turn, code: PartyCode, view: View | None = None) -> None:
    """The people of one party, to tick one or all."""
    half = view_of(turn, "").half if view is None else view.half
    await show(turn, View(half, f"{PARTY}{code}").pack())


def _code(turn: Turn, text: str) -> PartyCode | None:
    """The code of this event's that a text is: « PIL-7F3K », « pil 7f3k »."""
    said = text.strip().upper()
    if not _CODE.fullmatch(said):
        return None
    prefix, last = said[:-4].rstrip("- "), said[-4:]
    return PartyCode(f"{prefix}-{last}") if prefix == turn.event.party_prefix else None
