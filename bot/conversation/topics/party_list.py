"""/inscrits: the parties, a few a page, and those that are looked for; each opens by a button.

The welcome desk sees names and organisations, no telephone and no e-mail.
"""

import re
from collections.abc import Sequence
from itertools import chain

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.paging import arrows, page_of
from bot.conversation.phrases import DOT, LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import by_phone, desk, headcount, organisers, party_file
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.keys import AddressKey
from bot.domain.party import Member, Party, Registrar
from bot.i18n import Words
from bot.typography import spoken_phone
from bot.understanding.intents import Intent
from bot.understanding.normal import plain

topic = Topic("party_list", who=Who.STAFF)

PARTIES_A_PAGE = 5
_PAGE = re.compile(r"\d{1,3}")
"""A longer number that follows /inscrits is a telephone's."""
_FIGURES_AT_LEAST = 4


@topic.requested(Intent.LISTING)
@topic.command("inscrits", in_menu=True)
async def show_list(turn: Turn, argument: str) -> None:
    """/inscrits: a page of everybody, or those that what follows finds."""
    turn.dialogue.search = "" if _PAGE.fullmatch(argument) else argument.strip()
    await show(turn, argument if _PAGE.fullmatch(argument) else "")


@topic.pressed("list")
async def show_all(turn: Turn, page: str) -> None:
    """« Liste »: everybody, whatever was looked for before."""
    turn.dialogue.search = ""
    await show(turn, page)


@topic.pressed("found")
async def show(turn: Turn, page: str) -> None:
    """A page of what was looked for last, or of everybody; without a page, the first."""
    everybody = await turn.books.parties.everybody()
    search = turn.dialogue.search
    parties = [one for one in everybody if not search or is_meant(turn, one, search)]
    if not parties:
        _say_none(turn, search)
        return
    pages = -(-len(parties) // PARTIES_A_PAGE)
    at = page_of(page, pages)
    shown = parties[(at - 1) * PARTIES_A_PAGE : at * PARTIES_A_PAGE]
    turn.show(
        PARAGRAPH.join(
            [
                *turn.about(),
                _title(turn, n=len(parties), page=at, pages=pages),
                *await _said(turn, shown),
            ]
        ),
        *((party_file.opening_button(turn, one),) for one in shown),
        arrows(turn, show if search else show_all, at, pages=pages),
        *_rows(turn),
    )


def _title(turn: Turn, *, n: int, page: int, pages: int) -> Markup:
    search = turn.dialogue.search
    key = "list.title_found" if search else "list.title"
    return turn.words(key, n=n, page=page, pages=pages, search=search)


def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    search = turn.button("list.search", ask_what)
    everybody = [turn.button("list.everybody", show_all)] if turn.dialogue.search else []
    back = turn.button("button.desk", desk.show)
    if not turn.is_organiser:
        return [(search, *everybody), (back,)]
    return [
        (search, *everybody, turn.button("desk.phone", by_phone.begin)),
        (
            turn.button("button.headcount", headcount.show),
            turn.button("button.export", organisers.export),
        ),
        (back,),
    ]


def _say_none(turn: Turn, search: str) -> None:
    if search:
        turn.show(turn.words("list.none_found", search=search), *_rows(turn))
    else:
        phone = (turn.button("desk.phone", by_phone.begin),) if turn.is_organiser else ()
        turn.show(turn.words("list.empty"), (turn.button("button.refresh", show_all),), phone)


# ---- looking for somebody


@topic.pressed("list_search")
async def ask_what(turn: Turn, _argument: str) -> None:
    """Ask whom or what to look for."""
    key = "list.ask_search" if turn.is_organiser else "list.ask_search_names"
    turn.prompt(turn.words(key), find, "", (turn.button("list.everybody", show_all),))


@topic.written("list_find")
async def find(turn: Turn, _argument: str) -> None:
    """Look for what was written."""
    await show_list(turn, turn.text)


def is_meant(turn: Turn, party: Party, search: str) -> bool:
    """Whether a party has all that is looked for: names, place, organisation, code, telephone."""
    figures = re.sub(r"\D", "", search)
    if (
        turn.is_organiser
        and len(figures) >= _FIGURES_AT_LEAST
        and not re.search(r"[^\W\d]", search)
    ):
        return any(_has_number(one, figures=figures) for one in _numbers(party))
    known = chain.from_iterable(
        [one.name, one.organisation, *([one.function] if turn.is_organiser else [])]
        for one in party.everyone
    )
    registrars = [one.name for one in party.registrars]
    written = f" {plain(' '.join([party.code, party.territory, *known, *registrars]))}"
    return all(f" {word}" in written for word in plain(search).split())


def _numbers(party: Party) -> list[str]:
    people: list[Member | Registrar] = [*party.everyone, *party.registrars]
    return [one.phone for one in people if one.phone]


def _has_number(phone: str, *, figures: str) -> bool:
    """Whether figures are part of a number, as it is dialled here or from abroad."""
    return figures.removeprefix("00") in phone or figures in re.sub(r"\D", "", spoken_phone(phone))


# ---- a party in the list


async def _said(turn: Turn, parties: Sequence[Party]) -> list[Markup]:
    if not turn.is_organiser:
        return [names_only(turn.words, one) for one in parties]
    unreached = await turn.books.deliveries.unreached()
    return [_party(turn.words, turn.event, one, unreached) for one in parties]


def head(words: Words, party: Party) -> Markup:
    """« Parc du Pilat · PIL-7F3K · 2 places »."""
    if party.members:
        key = "list.party" if party.territory else "list.party_anywhere"
        return words(key, territory=party.territory, code=party.code, n=party.seats)
    key = "list.party_waiting" if party.territory else "list.party_waiting_anywhere"
    return words(key, territory=party.territory, code=party.code)


def names_only(words: Words, party: Party) -> Markup:
    """What the welcome desk sees of a party: names and organisations."""
    lines = [head(words, party)]
    for member in party.everyone:
        line = Markup.escape(", ".join(filter(None, [member.name, member.organisation])))
        waits = bool(party.members) and member in party.waiting
        lines.append(words("list.member_waiting", member=line) if waits else line)
    return LINE.join(lines)


def _party(words: Words, event: Event, party: Party, unreached: set[AddressKey]) -> Markup:
    lines = [head(words, party)]
    for member in party.everyone:
        lines.append(member_line(words, party, member))
        lines += phrases.asked(words, event.ask, member.answers)
    lines += phrases.asked(words, event.ask, party.answers)
    lines += contact(words, party)
    lines += unreachable(words, party, unreached)
    return LINE.join(lines)


def unreachable(words: Words, party: Party, unreached: set[AddressKey]) -> list[Markup]:
    """Why a party does not get what the bot writes, where that is so."""
    if not party.addresses:
        return [words("list.by_phone")]
    return [words("list.unreached")] if unreached.intersection(party.addresses) else []


def member_line(words: Words, party: Party, member: Member) -> Markup:
    """Who it is, whether they wait, whether they come late."""
    line = phrases.person(words, member)
    if member.late_minutes is not None:
        line = words("list.late", member=line, late=phrases.late(words, member.late_minutes))
    waits = bool(party.members) and member in party.waiting
    return words("list.member_waiting", member=line) if waits else line


def contact(words: Words, party: Party) -> list[Markup]:
    """Who registered them, if that is none of them, and how the contact person is reached."""
    one = party.contact
    reached = []
    if one.email:
        reached.append(words("list.email", email=one.email))
    if one.phone:
        reached.append(words("list.phone", phone=spoken_phone(one.phone)))
    by = [] if isinstance(one, Member) else [words("list.registrar", name=one.name)]
    return [*by, *([DOT.join(reached)] if reached else [])]
