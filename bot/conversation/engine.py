"""Who answers what: the topics are collected here, and each input is handed to the one it calls."""

from bot.conversation import (
    acting,
    arriving,
    for_team,
    gendered,
    pressing,
    repeating,
    setting_apart,
    written,
)
from bot.conversation.asking import open_question
from bot.conversation.collection import Topics
from bot.conversation.hearing import hear_label, shown
from bot.conversation.messages import (
    Blocking,
    Command,
    Edited,
    GroupCall,
    Interrupted,
    Media,
    Press,
    PutKeyboardAway,
    Reply,
    SharedContact,
    Text,
)
from bot.conversation.topics import (
    alerts,
    alone,
    announced,
    announcements,
    arrivals,
    audience,
    by_phone,
    cancelling,
    certificates,
    changes,
    check_in,
    checks,
    coming,
    commune,
    contact,
    day_changed,
    day_changes,
    day_facts,
    days,
    desk,
    desk_wishes,
    entry_code,
    faq,
    further,
    headcount,
    held_seats,
    inbox,
    journal,
    language,
    logos,
    menu,
    mine,
    no_number,
    nothing_changes,
    one_by_one,
    opening,
    organisers,
    paperwork,
    partner_found,
    partners,
    party_file,
    party_letters,
    party_list,
    party_seats,
    practical,
    previews,
    privacy,
    procedure,
    programme,
    registration,
    relaying,
    reminder,
    reminders,
    reworded,
    rewording,
    seats,
    staff,
    taking_over,
    team,
    theirs,
    waiting_list,
    walk_in,
    whose_lateness,
    withdrawing,
)
from bot.conversation.topics import for_team as for_team_topic
from bot.conversation.turn import DueMessage, Turn
from bot.understanding import (
    inquiries,
)
from bot.understanding.act import Situation

TOPICS = Topics(
    [
        registration.topic,
        whose_lateness.topic,
        theirs.topic,
        no_number.topic,
        checks.topic,
        relaying.topic,
        commune.topic,
        for_team_topic.topic,
        further.topic,
        one_by_one.topic,
        programme.topic,
        audience.topic,
        seats.topic,
        practical.topic,
        faq.topic,
        contact.topic,
        partners.topic,
        cancelling.topic,
        language.topic,
        privacy.topic,
        procedure.topic,
        menu.topic,
        days.topic,
        desk.topic,
        check_in.topic,
        walk_in.topic,
        entry_code.topic,
        headcount.topic,
        party_list.topic,
        party_file.topic,
        party_seats.topic,
        party_letters.topic,
        by_phone.topic,
        taking_over.topic,
        organisers.topic,
        paperwork.topic,
        certificates.topic,
        logos.topic,
        announcements.topic,
        announced.topic,
        reminders.topic,
        inbox.topic,
        alerts.topic,
        previews.topic,
        staff.topic,
        journal.topic,
        mine.topic,
        changes.topic,
        withdrawing.topic,
        waiting_list.topic,
        team.topic,
        held_seats.topic,
        reminder.topic,
        coming.topic,
        arrivals.topic,
        alone.topic,
        day_facts.topic,
        day_changes.topic,
        opening.topic,
        day_changed.topic,
        reworded.topic,
        nothing_changes.topic,
        rewording.topic,
        desk_wishes.topic,
        partner_found.topic,
    ]
)
"""In the order in which their commands are listed."""


async def write(due: DueMessage) -> list[Reply]:
    """Write a message that is owed; empty when there is nothing to say any more.

    Raises:
        UnknownMessageError: no topic writes messages of its kind.
    """
    await TOPICS.write(due)
    return due.replies


async def respond(turn: Turn) -> list[Reply]:
    """Answer one input: the turn's dialogue is brought up to date, the replies are returned."""
    turn.topics = TOPICS
    turn.awaited, turn.dialogue.awaited = turn.dialogue.awaited, None
    turn.shown, turn.dialogue.shown = turn.dialogue.shown, {}
    turn.prompted, turn.dialogue.prompt = turn.dialogue.prompt, None
    turn.missed, turn.dialogue.missed = turn.dialogue.missed, []
    turn.corrects, turn.dialogue.corrects = turn.dialogue.corrects, 0
    turn.spoken_of, turn.dialogue.spoken_of = turn.dialogue.spoken_of, 0
    turn.told, turn.dialogue.told = turn.dialogue.told, []
    turn.asked_of, turn.dialogue.asked_of = turn.dialogue.asked_of, ""
    if not await acting.resume(turn):
        pressing.answered(turn)
        return turn.replies
    if _is_too_late(turn):
        await registration.forget_quietly(turn)
        if isinstance(turn.input, Text):
            await _text_too_late(turn, turn.input.text)
            return turn.replies
    watched = await acting.watch(turn)
    await _answer(turn)
    await _resume(turn)
    repeating.once(turn)
    await gendered.agree(turn)
    turn.dialogue.shown = shown(turn.replies)
    await acting.record(turn, watched)
    return turn.replies


def _is_too_late(turn: Turn) -> bool:
    """Whether a question is open that nobody may answer any more, but organisers."""
    if turn.dialogue.step is None or turn.books.is_open or turn.prompted is not None:
        return False
    return not turn.draft.is_for_others


async def _text_too_late(turn: Turn, text: str) -> None:
    """What was meant as an answer when registration is over; a question is still answered."""
    asked = turn.topics.answered(inquiries.recognise(text, turn.names))
    if asked:
        await faq.say(turn, asked)
    else:
        registration.say_closed(turn)


async def _answer(turn: Turn) -> None:
    if isinstance(turn.input, Text | Media) and await _prompted(turn):
        return
    match turn.input:
        case Text(text):
            at = len(turn.replies)
            turn.situation = await _situation(turn)
            text, apart = await setting_apart.set_apart(turn, text)
            if text:
                await written.take(turn, text)
            await setting_apart.say(turn, apart, at)
            arriving.add(turn, text, at)
            await for_team.add(turn, text, at)
            contact.apologise(turn, text, at)
        case Command(name, argument):
            if not await turn.topics.obey(turn, name, argument=argument):
                menu.say_unknown_command(turn)
        case Press(data):
            await pressing.press(turn, data)
        case SharedContact(phone, own):
            await _contact(turn, phone, own=own)
        case Edited():
            await _again(turn, "edited")
        case Media():
            await _again(turn, "media")
        case Blocking(blocked):
            since = turn.now if blocked else None
            await turn.books.addresses.set_blocked(turn.address, since)
        case GroupCall():
            menu.say_in_group(turn)
        case Interrupted():
            await _interrupted(turn)


async def _situation(turn: Turn) -> Situation:
    """What stands open."""
    if turn.dialogue.step is not None:
        step = open_question(turn).step
        return Situation.RECAP if step.is_final else Situation.at_step(step.topic)
    if turn.awaited is not None and turn.awaited.yes:
        return Situation.SURE
    return Situation.MENU if await turn.registered() is None else Situation.REGISTERED


async def _resume(turn: Turn) -> None:
    """Do what had been asked for before it had to be asked of which registration."""
    if turn.resumed:
        turn.input, turn.awaited = Text(turn.resumed), None
        await written.take(turn, turn.resumed)


async def _prompted(turn: Turn) -> bool:
    """Let what was asked to be written be taken, or what a button does whose label was written."""
    if turn.prompted is None:
        return False
    return await hear_label(turn, turn.text) or await turn.topics.take(turn, turn.prompted)


async def _contact(turn: Turn, phone: str, *, own: bool) -> None:
    if turn.dialogue.step is not None:
        await open_question(turn).share_contact(phone, own=own)
    else:
        turn.replies.append(PutKeyboardAway(turn.words("contact.unasked")))


async def _interrupted(turn: Turn) -> None:
    """An answer never left: say where the dialogue stands."""
    if turn.dialogue.step is not None:
        await open_question(turn).repeat(turn.words("again.interrupted"), is_whole=True)
    else:
        await mine.show(turn, preface=turn.words("again.interrupted_answer"))


async def _again(turn: Turn, key: str) -> None:
    """Say something about what was received, then where the dialogue stands."""
    if turn.dialogue.step is not None:
        await open_question(turn).repeat(turn.words(f"again.{key}"))
    else:
        turn.say(turn.words(f"again.{key}"), (turn.button("button.menu", menu.show),))
