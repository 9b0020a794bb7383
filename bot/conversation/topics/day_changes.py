"""Changing a fact of the day: what was written is shown as it will be heard, confirmed, told."""

import secrets
from dataclasses import replace

from markupsafe import Markup

from bot import days, usecases
from bot.conversation.facts import (
    FACTS,
    About,
    Fact,
    UnreadError,
    consequences,
    section_of,
    table_of,
)
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.state import Proposed
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import day_changed, day_facts
from bot.conversation.turn import Turn
from bot.domain.changes import NEW, Edit
from bot.domain.event import Event
from bot.domain.party import Party
from bot.event_file import EventError
from bot.typography import spoken_phone

topic = Topic("day_changes", who=Who.ORGANISERS)

LONGEST_IN_JOURNAL = 200
LATEST = 20
"""Among so many deeds it is looked for who changed a fact."""


# ---- what was written, tapped, or is to go


@topic.written("day_take")
async def take(turn: Turn, argument: str) -> None:
    """What was written for a fact, which was seen as it was then."""
    target, seen = day_facts.target_of(turn, argument), day_facts.seen_of(argument)
    if target is None:
        turn.say(turn.words("facts.gone"))
        await day_facts.show(turn)
        return
    fact, item = target
    await read_and_propose(turn, fact, item, turn.text, seen)


@topic.pressed("day_choose")
async def choose(turn: Turn, argument: str) -> None:
    """A value that was tapped instead."""
    name, place, *_ = [*argument.split("."), ""]
    fact = FACTS.get(name)
    choices = fact.choices(turn.words, turn.event) if fact is not None else ()
    if fact is None or not place.isdecimal() or int(place) >= len(choices):
        turn.toast("facts.gone")
        await day_facts.show(turn)
        return
    seen = day_facts.seen_of(argument)
    await read_and_propose(turn, fact, None, choices[int(place)], seen)


async def read_and_propose(
    turn: Turn, fact: Fact, item: int | None, text: str, seen: str | None = None
) -> None:
    """Read a value, and propose it; where it is none, say what was expected."""
    try:
        values = fact.read(text, _about(turn))
    except UnreadError as error:
        said = turn.words(f"facts.not.{error.why}")
        await day_facts.prompt(turn, fact, item, said, seen)
        return
    await propose(turn, fact, Edit(keys=fact.keys, values=values, item=item), seen)


def is_read(turn: Turn, fact: Fact, text: str) -> bool:
    """Whether a text has a value of a fact."""
    try:
        fact.read(text, _about(turn))
    except UnreadError:
        return False
    return True


def _about(turn: Turn) -> About:
    return About(turn.event, turn.now.astimezone(turn.event.zone))


@topic.pressed("day_remove")
async def ask_to_remove(turn: Turn, argument: str) -> None:
    """Propose that a fact is not said any more, or an item goes."""
    target = day_facts.target_of(turn, argument)
    if target is None or (target[1] is None and target[0].empty is None):
        turn.toast("facts.gone")
        await day_facts.show(turn)
        return
    fact, item = target
    values = fact.empty if item is None else (None,)
    edit = Edit(keys=fact.keys, values=values, item=item)
    await propose(turn, fact, edit, day_facts.seen_of(argument))


@topic.pressed("day_back")
async def ask_to_take_back(turn: Turn, argument: str) -> None:
    """Propose that what the file says holds again."""
    fact = FACTS.get(argument.partition(".")[0])
    if fact is None:
        await day_facts.show(turn)
        return
    file = await days.as_in_file(turn.books)
    values = fact.back(turn.event, file) if fact.back is not None else None
    edit = Edit(keys=fact.keys, values=values)
    await propose(turn, fact, edit, day_facts.seen_of(argument))


# ---- shown before it holds


async def propose(turn: Turn, fact: Fact, edit: Edit, seen: str | None = None) -> None:
    """Show how participants will hear it, and what follows from it; a yes makes it so."""
    if seen is None:
        seen = edit.seen(table_of(turn.event))
    try:
        event = await days.foresee(turn.books, edit)
    except EventError as error:
        said = turn.words("facts.refused", why=LINE.join(map(_sentence, str(error).splitlines())))
        await day_facts.prompt(turn, fact, edit.item, said, seen)
        return
    if event == turn.event:
        turn.dialogue.proposed = None
        turn.show(
            PARAGRAPH.join([turn.words("facts.same"), await fact.heard_by(turn)]),
            _home(turn, fact),
        )
        return
    proposed = Proposed(id=secrets.token_hex(4), fact=fact.name, edit=edit, seen=seen)
    turn.dialogue.proposed = proposed
    then = _as_if(turn, event)
    paragraphs = [turn.words("facts.preview"), await _heard(then, fact, edit)]
    paragraphs += await consequences.of(turn, then)
    turn.confirm(
        PARAGRAPH.join([*turn.about(), *paragraphs]),
        turn.button("facts.yes", confirm, proposed.id),
        turn.labelled(turn.words.plain("facts.leave"), leave, proposed.id),
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _as_if(turn: Turn, event: Event) -> Turn:
    """The turn, had the day these facts: to say what would be heard."""
    then = replace(turn, books=turn.books.as_if(event))
    then.topics = turn.topics
    return then


async def _heard(then: Turn, fact: Fact, edit: Edit) -> Markup:
    """What will be heard: of a list whose items are heard by themselves, the item."""
    items = fact.items(then.event)
    is_there = edit.item is not None and edit.values is not None and edit.values[0] is not None
    if fact.heard_item is None or edit.item is None or not is_there or not items:
        return await fact.heard_by(then)
    return fact.heard_item(then.words, items[edit.item])


@topic.pressed("day_leave")
async def leave(turn: Turn, argument: str) -> None:
    """Leave everything as it was."""
    proposed = turn.dialogue.proposed
    if proposed is None or proposed.id != argument:
        await day_facts.show(turn)
        return
    turn.dialogue.proposed = None
    turn.toast("change.same")
    await day_facts.show_section(turn, section_of(FACTS[proposed.fact]))


# ---- done


@topic.pressed("day_yes")
async def confirm(turn: Turn, argument: str) -> None:
    """Let what was proposed hold, unless somebody else was faster: then both are shown."""
    proposed = turn.dialogue.proposed
    if proposed is None or proposed.id != argument:
        turn.toast("facts.settled")
        await day_facts.show(turn)
        return
    fact, before = FACTS[proposed.fact], turn.event
    turn.dialogue.proposed = None
    try:
        await days.change(turn.books, proposed.edit, proposed.seen)
    except days.ChangedMeanwhileError:
        await _say_changed(turn, fact, proposed)
        return
    except EventError as error:
        why = LINE.join(map(_sentence, str(error).splitlines()))
        turn.show(turn.words("facts.refused", why=why), _home(turn, fact))
        return
    await _note(turn, fact, proposed.edit, before)
    async with turn.books.seats() as seats:
        await usecases.waiting_list.offer_free_seats(turn.books, seats)
    await _say_done(turn, fact, proposed.edit)


async def _say_changed(turn: Turn, fact: Fact, proposed: Proposed) -> None:
    """Somebody else has changed it: theirs is shown, and one's own is not lost."""
    edit = proposed.edit
    if edit.item is not None and edit.item >= len(fact.items(turn.event)):
        edit = edit.model_copy(update={"item": NEW})
    again = Proposed(
        id=secrets.token_hex(4),
        fact=fact.name,
        edit=edit,
        seen=edit.seen(table_of(turn.event)),
    )
    turn.dialogue.proposed = again
    who = await _who_changed(turn, fact)
    try:
        own = await _heard(_as_if(turn, await days.foresee(turn.books, edit)), fact, edit)
    except EventError as error:
        turn.show(turn.words("facts.refused", why=str(error)), _home(turn, fact))
        return
    words = turn.words
    turn.confirm(
        PARAGRAPH.join(
            [
                words("facts.meanwhile_by", who=who) if who else words("facts.meanwhile"),
                await fact.heard_by(turn),
                words("facts.yours"),
                own,
            ]
        ),
        turn.button("facts.replace", confirm, again.id),
        turn.button("facts.keep", leave, again.id),
    )


async def _who_changed(turn: Turn, fact: Fact) -> str:
    """Whoever changed it last, as the journal tells."""
    label = day_facts.label_of(turn, fact)
    for deed in await turn.books.journal.latest(LATEST):
        if deed.what == "day" and deed.before.startswith(f"{label} : "):
            return deed.who
    return ""


async def _note(turn: Turn, fact: Fact, edit: Edit, before: Event) -> None:
    """Journal a change: what it is about, before and after."""
    label = day_facts.label_of(turn, fact)
    is_gone = edit.values is not None and edit.item is not None and edit.values[0] is None
    was = "" if edit.item == NEW else _short(turn, fact, edit, before)
    now = "" if is_gone else _short(turn, fact, edit, turn.event)
    nothing = turn.words.plain("facts.unsaid")
    await turn.journal("day", before=f"{label} : {was or nothing}", after=now or nothing)


def _short(turn: Turn, fact: Fact, edit: Edit, event: Event) -> str:
    """A value on one line, as the journal keeps it."""
    items = fact.items(event)
    if edit.item is not None and -len(items) <= edit.item < len(items):
        said = day_facts.written_item(fact, items[edit.item])
    else:
        said = fact.said(turn.words, event)
    line = " ".join(said.split())
    return line if len(line) <= LONGEST_IN_JOURNAL else f"{line[: LONGEST_IN_JOURNAL - 1]}…"


def _home(turn: Turn, fact: Fact) -> tuple[Button, ...]:
    page = turn.words.plain(f"facts.section.{section_of(fact)}")
    return (
        turn.labelled(page, day_facts.show_section, section_of(fact)),
        turn.button("facts.back", day_facts.show),
    )


# ---- whoever is registered hears of it


async def _say_done(turn: Turn, fact: Fact, edit: Edit) -> None:
    """What holds now; « prévenir les inscrits ? », with the text as each will read it."""
    words, parties = turn.words, await turn.books.parties.everybody()
    said = [words("facts.done"), await _heard(turn, fact, edit)]
    if not fact.is_told or turn.now >= turn.event.starts_at or not parties:
        turn.show(PARAGRAPH.join(said), _home(turn, fact))
        return
    n = len({address for party in parties for address in party.addresses})
    if n:
        said += [words("facts.tell", n=n), day_changed.text(turn, turn.person.first_name)]
    unreached = [_reached(one) for one in parties if not one.addresses]
    if unreached:
        said.append(words("facts.to_call", people=words.listing(unreached)))
    if not n:
        turn.show(PARAGRAPH.join(said), _home(turn, fact))
        return
    turn.dialogue.to_tell = secrets.token_hex(4)
    turn.confirm(
        PARAGRAPH.join(said),
        turn.button("facts.tell_yes", tell, turn.dialogue.to_tell),
        turn.button("facts.tell_no", tell_nobody, turn.dialogue.to_tell),
    )


def _reached(party: Party) -> str:
    contact = party.contact
    by = spoken_phone(contact.phone) if contact.phone else contact.email
    return f"{contact.name} ({by})" if by else contact.name


@topic.pressed("day_tell")
async def tell(turn: Turn, argument: str) -> None:
    """Owe everybody who is registered the day as it is now, with its calendar entry; once."""
    if not argument or turn.dialogue.to_tell != argument:
        turn.toast("facts.settled")
        return
    turn.dialogue.to_tell = ""
    await usecases.notices.tell_day_changed(turn.books)
    await turn.journal("day_told")
    turn.show(turn.words("facts.told"), (turn.button("facts.back", day_facts.show),))


@topic.pressed("day_untold")
async def tell_nobody(turn: Turn, argument: str) -> None:
    """Nobody is told."""
    if argument and turn.dialogue.to_tell == argument:
        turn.dialogue.to_tell = ""
    turn.show(turn.words("facts.untold"), (turn.button("facts.back", day_facts.show),))
