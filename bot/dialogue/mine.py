"""« Mon inscription »: what is registered, and giving it up."""

from markupsafe import Markup

from bot.booking.party import Party
from bot.dialogue import menu, phrases
from bot.dialogue.infos import calendar_file
from bot.dialogue.phrases import LINE, PARAGRAPH
from bot.dialogue.turn import Turn
from bot.event import Event
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
    paragraphs = [preface] if preface else []
    paragraphs += [turn.words("mine.title", code=party.code), recap(turn.words, party)]
    cancel = (turn.button("button.cancel", "cancel", party.code),) if turn.desk.is_open else ()
    turn.show(
        PARAGRAPH.join(paragraphs),
        (turn.button("button.ics", "ics"), turn.button("button.infos", "infos")),
        cancel,
        (turn.button("button.menu", "menu"),),
    )


async def change(turn: Turn, _argument: str = "") -> None:
    """Somebody wants to change what is registered: how that is done, and what there is."""
    person = turn.event.contact
    how = turn.words("mine.change", name=person.name, phone=person.spoken_phone)
    registered = await turn.desk.party_of(turn.person.chat_id) is not None
    await show(turn, preface=how if registered else None)


def recap(words: Words, party: Party) -> Markup:
    """What a party has registered, a line each."""
    contact = party.contact
    return phrases.recap(words, party.territory, party.members, contact.email, contact.phone)


def say_confirmed(turn: Turn, party: Party) -> None:
    """The registration is made: the code, who comes, what happens next, the calendar file."""
    words, event = turn.words, turn.event
    names = words.listing(member.name for member in party.members)
    size = words.plain(f"size.your_party.{party.seats}")
    turn.say(
        PARAGRAPH.join(
            [
                words("confirmed", n=party.seats, party=size, code=party.code),
                words("confirmed.who", names=names, territory=party.territory)
                + LINE
                + said_day(words, event),
                _what_next(turn),
            ]
        ),
        (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")),
    )
    turn.replies.append(calendar_file(turn, party.code))


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


async def ask_to_cancel(turn: Turn, argument: str = "") -> None:
    """Ask whether the party is really given up. `argument`: the party's code, where known."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or argument not in ("", party.code):
        turn.show(turn.words("mine.none"), (turn.button("button.menu", "menu"),))
        return
    if not turn.desk.is_open:
        turn.show(
            PARAGRAPH.join(
                [turn.words("cancel.too_late"), phrases.contact(turn.words, turn.event)]
            ),
            (turn.button("button.menu", "menu"),),
        )
        return
    turn.show(
        turn.words("cancel.ask", n=party.seats, code=party.code),
        (
            turn.button("cancel.yes", "cancel_yes", party.code),
            turn.button("cancel.no", "mine", n=party.seats),
        ),
    )


async def cancel(turn: Turn, argument: str) -> None:
    """Give up the party of this code, if it is this chat's; a second press says it is done."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None or party.code != argument:
        turn.toast("cancel.already")
        return
    if not turn.desk.is_open:
        await ask_to_cancel(turn, argument)
        return
    await turn.desk.cancel(party)
    turn.show(
        turn.words("cancel.done", n=party.seats),
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
