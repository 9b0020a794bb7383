"""« Mon inscription »: what is registered, and giving it up."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topics import menu
from bot.conversation.topics.infos import calendar_file
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.party import Party
from bot.i18n import Words


async def show(turn: Turn, _argument: str = "", *, preface: Markup | None = None) -> None:
    """The party of this chat; or that there is none, and the way to one."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None:
        has_begun = turn.dialogue.draft is not None
        forget = (turn.button("button.forget", "forget"),) if has_begun else ()
        none = turn.words("mine.begun" if has_begun else "mine.none")
        turn.show(
            PARAGRAPH.join([preface, none] if preface else [none]),
            await menu.register_row(turn),
            (*forget, turn.button("button.menu", "menu")),
        )
        return
    said = [preface] if preface else []
    said += [turn.words("mine.title", code=party.code), recap(turn, party)]
    if party.waiting:
        said.append(await said_standing(turn, party))
    vacancy = await turn.desk.changes.vacancy(party) if is_contact(turn, party) else None
    if vacancy is not None:
        until = phrases.until(turn.words, vacancy.expires_at)
        said.append(turn.words("withdraw.still_kept", until=until))
    turn.show(PARAGRAPH.join(said), *await _rows(turn, party))


async def _rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    rows: list[tuple[Button, ...]] = []
    if party.members:
        rows.append((turn.button("button.ics", "ics"), turn.button("button.infos", "infos")))
    if turn.desk.is_open and party.chat_id == turn.person.chat_id:
        rows += await waiting_rows(turn, party)
        rows += await _contact_rows(turn, party)
    elif turn.desk.is_open:
        rows += _teammate_rows(turn, party)
    return [*rows, (turn.button("button.menu", "menu"),)]


async def _contact_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    change = [turn.button("button.change", "change")]
    if any(member.chat_id is None for member in party.everyone[1:]):
        change.append(turn.button("button.invite", "team"))
    rows: list[tuple[Button, ...]] = [tuple(change)]
    if await turn.desk.partners.is_searching(party):
        rows.append((turn.button("partner.stop", "search_stop"),))
    elif turn.desk.partners.may_search(party):
        rows.append((turn.button(turn.words.of_size("partner.search", party.seats), "search"),))
    if await turn.desk.changes.vacancy(party) is not None:
        rows.append((turn.button("withdraw.stay", "stay"),))
    if party.members:  # those who only wait leave the list
        rows.append((turn.button("button.cancel", "cancel", party.code),))
    return rows


def _teammate_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    own = next(one for one in party.everyone if one.chat_id == turn.person.chat_id)
    leave = turn.button("button.withdraw_me", "withdraw", phrases.mark(own))
    return [(leave,)]


async def said_standing(turn: Turn, party: Party) -> Markup:
    """Where a party stands: its offer, its rank, or that it is not on the list any more."""
    if not turn.desk.is_open:
        return turn.words("waiting.closed")
    standing = await turn.desk.waiting.standing(party)
    if standing.offer_ends is not None:
        return phrases.offer(turn.words, party, standing.offer_ends)
    if standing.rank is None:
        return turn.words("waiting.off", n=standing.seats)
    rank, free = turn.words.rank(standing.rank), phrases.free(turn.words, standing, party)
    needs = standing.seats
    if party.members:
        names = turn.words.listing(member.name for member in party.waiting)
        said = turn.words("waiting.rank_extra", n=needs, names=names, rank=rank, free=free)
    else:
        who = turn.words.plain(turn.words.of_size("waiting.party", needs), size=needs)
        said = turn.words("waiting.rank", n=needs, party=who, rank=rank, free=free)
    if standing.kept_for == party.code:
        day = turn.words.short_day(turn.event.keeps_seats_until)
        said += Markup(" ") + turn.words("waiting.due", day=day)
    return said


async def waiting_rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    """What one can do while one waits; nothing for those who do not."""
    if not party.waiting:
        return []
    standing = await turn.desk.waiting.standing(party)
    if standing.offer_ends is not None:
        return [phrases.offer_row(turn.words, party)]
    leave = turn.button("offer.leave", "leave", party.code)
    if standing.rank is None:
        return [(turn.button("offer.again", "queue", party.code), leave)]
    return [(leave,)]


def recap(turn: Turn, party: Party) -> Markup:
    """What a party has registered, a line each; how the contact person is reached is theirs."""
    words, contact = turn.words, party.contact
    if is_contact(turn, party):
        recap = phrases.recap(words, party.territory, party.everyone, contact.email, contact.phone)
    else:
        recap = phrases.team(words, party.territory, party.everyone)
        recap += LINE + words("mine.contact", name=contact.name)
    if party.members and party.waiting:
        names = words.listing(member.name for member in party.waiting)
        recap += LINE + words("recap.waiting", names=names)
    return recap


async def say_registered(turn: Turn, party: Party) -> None:
    """A party has just registered: with seats, or on the waiting list."""
    standing, rows = await _standing(turn, party)
    if party.members:
        say_confirmed(turn, party)
        if standing:
            turn.say(standing, *rows)
    else:
        said = turn.words("waiting.joined", code=party.code)
        turn.say(
            PARAGRAPH.join([said, standing] if standing else [said]),
            *rows,
            (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")),
        )
    await warn_of_doubles(turn, party)


async def _standing(turn: Turn, party: Party) -> tuple[Markup, list[tuple[Button, ...]]]:
    """Where a party that has just joined the list stands; an offer comes in its own message."""
    has_offer = (await turn.desk.waiting.standing(party)).offer_ends is not None
    if not party.waiting or has_offer:
        return Markup(), []
    return await said_standing(turn, party), await waiting_rows(turn, party)


async def warn_of_doubles(turn: Turn, party: Party) -> None:
    """Say so, on both sides, when another party names one of the same people."""
    others = await turn.desk.tell_named_twice(party)
    if others:
        text = phrases.named_twice(turn.words, turn.event, party, others)
        turn.say(text, (turn.button("button.mine", "mine"),))


def say_confirmed(turn: Turn, party: Party) -> None:
    """The registration is made: the code, who comes, what happens next, the calendar file."""
    words, event = turn.words, turn.event
    names = words.listing(member.name for member in party.members)
    size = phrases.your_party(words, party.seats)
    turn.show(
        PARAGRAPH.join(
            [
                words("confirmed", n=party.seats, party=size, code=party.code),
                words(
                    "confirmed.who" if party.territory else "confirmed.who_anywhere",
                    names=names,
                    territory=party.territory,
                )
                + LINE
                + said_day(words, event),
                _what_next(turn),
            ]
        ),
        _after_confirming(turn, party),
        (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")),
    )
    turn.replies.append(calendar_file(turn, party.code))


def _after_confirming(turn: Turn, party: Party) -> tuple[Button, ...]:
    if len(party.everyone) > 1:
        return (turn.button("button.invite", "team"),)
    return (
        (turn.button(turn.words.of_size("partner.search", party.seats), "search"),)
        if turn.desk.partners.may_search(party)
        else ()
    )


def _what_next(turn: Turn) -> Markup:
    due = turn.event.remind_at
    if turn.now >= due:
        return turn.words("confirmed.next_is_soon")
    return turn.words("confirmed.next", day=turn.words.short_day(due), hour=turn.words.hour(due))


def said_day(words: Words, event: Event) -> Markup:
    """« Jeudi 5 mars 2015, de 9 h 30 à 17 h, à Pélussin (42) »."""
    return words(
        "confirmed.day",
        day=phrases.opening(words.day(event.date)),
        start=words.hour(event.start),
        end=words.hour(event.end),
        place=event.place.name,
    )


def contact_only(turn: Turn, party: Party) -> Markup:
    """That the contact person, not this teammate, changes the registration."""
    return turn.words("change.contact_only", name=party.contact.name)


async def ask_to_cancel(turn: Turn, argument: str = "") -> None:
    """Ask whether the party is really given up. `argument`: the party's code, where known."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or argument not in ("", party.code) or not is_contact(turn, party):
        turn.show(turn.words("mine.none"), (turn.button("button.menu", "menu"),))
        return
    if not turn.desk.is_open:
        say_too_late(turn)
        return
    ask = turn.words("cancel.ask", code=party.code) + Markup(" ")
    if party.members:
        ask += turn.words("cancel.ask_seats", n=party.seats)
    else:
        ask += turn.words("cancel.ask_waiting")
    everyone = len(party.everyone)
    turn.show(
        ask,
        (
            turn.button("cancel.yes", "cancel_yes", party.code),
            turn.button("cancel.no", "mine", n=everyone),
        ),
        (turn.button("cancel.one", "change"),) if everyone > 1 else (),
    )


def say_too_late(turn: Turn) -> None:
    """Nothing is given up here any more: whom to tell."""
    turn.show(
        PARAGRAPH.join([turn.words("cancel.too_late"), phrases.contact(turn.words, turn.event)]),
        (turn.button("button.menu", "menu"),),
    )


async def cancel(turn: Turn, argument: str) -> None:
    """Give up the party of this code, if it is this chat's; a second press says it is done."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or party.code != argument or not is_contact(turn, party):
        turn.toast("cancel.already")
        return
    if not turn.desk.is_open:
        say_too_late(turn)
        return
    await turn.desk.cancel(party)
    turn.show(
        turn.words("cancel.done", n=party.seats)
        if party.members
        else turn.words("cancel.done_waiting"),
        await menu.register_row(turn),
        (turn.button("button.menu", "menu"),),
    )


async def coming(turn: Turn, argument: str) -> None:
    """« Je viens », the answer to the reminder."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or party.code != argument:
        turn.toast("cancel.already")
        return
    await turn.desk.note_coming(party)
    turn.toast("reminder.thanks")


def is_contact(turn: Turn, party: Party) -> bool:
    """Whether the party is this chat's own, to change and to cancel."""
    return party.chat_id == turn.person.chat_id
