"""Which handler answers which input: the tables of commands, buttons and questions."""

from collections.abc import Awaitable, Callable

from bot.conversation.asking import Asking, Purpose
from bot.conversation.buttons import Action, unpack
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
    Toast,
)
from bot.conversation.topics import (
    answers,
    changes,
    headcount,
    infos,
    menu,
    mine,
    organisers,
    partners,
    privacy,
    programme,
    registration,
    team,
    waiting,
)
from bot.conversation.turn import Turn
from bot.i18n import languages
from bot.understanding import questions
from bot.understanding.questions import Intent

Handler = Callable[[Turn, str], Awaitable[None]]


PURPOSES: dict[str, Purpose] = {
    "register": registration.Registration(),
    "correct": changes.Change(),
    "replace": changes.Change(),
    "add": changes.Change(),
    "join": team.Joining(),
}
"""What the answers of a draft are for."""


def _asking(turn: Turn) -> Asking:
    return Asking(turn, PURPOSES[turn.draft.purpose])


async def _start(turn: Turn, argument: str) -> None:
    if argument == "inscription":
        await registration.begin(turn)
    elif argument.startswith(team.PREFIX):
        await team.open_(turn, argument.removeprefix(team.PREFIX))
    else:
        await menu.welcome(turn)


async def _resume(turn: Turn, _argument: str) -> None:
    if turn.dialogue.draft is None:
        await registration.begin(turn)
    else:
        await _asking(turn).go_on([turn.words("register.resume")])


async def _extend(turn: Turn, argument: str) -> None:
    draft = turn.dialogue.draft
    if draft is None or draft.id != argument or turn.dialogue.step is None:
        turn.toast("hold.gone")
    else:
        await _asking(turn).extend()


async def _cancel(turn: Turn, _argument: str) -> None:
    if turn.dialogue.step is not None:
        await PURPOSES[turn.draft.purpose].stop(turn)
    elif turn.dialogue.draft is not None:
        await mine.show(turn)
    else:
        await changes.give_up(turn)


async def _seats(turn: Turn, _argument: str) -> None:
    if turn.desk.is_open:
        await menu.seats(turn)
    else:
        answers.say_closed(turn)


async def _language(turn: Turn, argument: str) -> None:
    await menu.language(turn, argument)
    if argument in languages() and turn.dialogue.step is not None:
        await _asking(turn).repeat()


async def _suggested(turn: Turn, argument: str) -> None:
    """What « Vous vouliez parler de… ? » proposed and the person touched."""
    intent = next((one for one in Intent if one == argument), None)
    if intent in REQUESTS:
        await REQUESTS[intent](turn, "")
    elif intent in answers.ANSWERS:
        await answers.say(turn, [intent])
    else:
        turn.toast("toast.unknown")


COMMANDS: dict[str, Handler] = {
    "start": _start,
    "menu": menu.show,
    "aide": menu.help_,
    "help": menu.help_,
    "programme": programme.page,
    "inscription": registration.begin,
    "places": _seats,
    "infos": infos.show,
    "faq": answers.faq,
    "contact": menu.contact,
    "binome": partners.search,
    "annuler": _cancel,
    "cancel": _cancel,
    "langue": _language,
    "language": _language,
    "confidentialite": privacy.notice,
    "privacy": privacy.notice,
}

ORGANISERS_COMMANDS: dict[str, Handler] = {
    "effectif": headcount.show,
    "inscrits": organisers.listing,
    "export": organisers.export,
    "historique": organisers.history,
}

BUTTONS: dict[str, Handler] = {
    "menu": menu.show,
    "programme": programme.page,
    "page": programme.where,
    "register": registration.begin,
    "resume": _resume,
    "forget": registration.forget,
    "seats": _seats,
    "infos": infos.show,
    "map": infos.on_map,
    "ics": infos.ics,
    "contact": menu.contact,
    "faq": answers.faq,
    "ask": _suggested,
    "mine": mine.show,
    "cancel": changes.give_up,
    "cancel_yes": mine.cancel,
    "coming": mine.coming,
    "change": changes.show,
    "replace": changes.replace_,
    "add": changes.add,
    "withdraw": changes.withdraw,
    "withdraw_yes": changes.withdrawn,
    "stay": changes.stay,
    "team": team.show,
    "accept": waiting.accept,
    "leave": waiting.leave,
    "leave_yes": waiting.left,
    "queue": waiting.queue,
    "extend": _extend,
    "search": partners.search,
    "search_stop": partners.stop,
    "partner_yes": partners.accept,
    "partner_no": partners.decline,
    "language": _language,
    "privacy": privacy.notice,
    "see_data": privacy.see,
    "erase": privacy.ask_to_erase,
    "erase_yes": privacy.erase,
}

ORGANISERS_BUTTONS: dict[str, Handler] = {
    "headcount": headcount.show,
    "list": organisers.listing,
    "export": organisers.export,
}

REQUESTS: dict[Intent, Handler] = {
    Intent.REGISTER: registration.begin,
    Intent.MINE: mine.show,
    Intent.CHANGE: changes.show,
    Intent.CANCEL: changes.give_up,
    Intent.HELP: menu.help_,
}
"""What is not asked but wanted, in words, outside a registration."""

ORGANISERS_REQUESTS: dict[Intent, Handler] = {
    Intent.HEADCOUNT: headcount.show,
    Intent.LISTING: organisers.listing,
    Intent.UNANSWERED: organisers.listing,
    Intent.EXPORT: organisers.export,
    Intent.HISTORY: organisers.history,
}
"""The same, for organisers alone."""


async def respond(turn: Turn) -> list[Reply]:
    """Answer one input: the turn's dialogue is brought up to date, the replies are returned."""
    if turn.dialogue.step is not None and not turn.desk.is_open:
        await registration.forget_quietly(turn)
        if isinstance(turn.input, Text):
            await _text_too_late(turn, turn.input.text)
            return turn.replies
    await _answer(turn)
    return turn.replies


async def _text_too_late(turn: Turn, text: str) -> None:
    """What was meant as an answer when registration is over; a question is still answered."""
    asked = [
        intent for intent in questions.recognise(text, turn.names) if intent in answers.ANSWERS
    ]
    if asked:
        await answers.say(turn, asked)
    else:
        answers.say_closed(turn)


async def _answer(turn: Turn) -> None:
    match turn.input:
        case Text(text):
            await _text(turn, text)
        case Command(name, argument):
            await _command(turn, name, argument)
        case Press(data):
            await _press(turn, data)
        case SharedContact(phone, own):
            await _contact(turn, phone, own)
        case Edited():
            await _again(turn, "edited")
        case Media():
            await _again(turn, "media")
        case Blocking(blocked):
            await turn.desk.note_blocked(turn.person.chat_id, blocked=blocked)
        case GroupCall(bot_username):
            menu.group(turn, bot_username)
        case Interrupted():
            await _again(turn, "interrupted")


async def _text(turn: Turn, text: str) -> None:
    if turn.dialogue.step is not None:
        await _asking(turn).answer(text)
        return
    if partners.is_asked(text):
        await partners.search(turn)
        return
    asked = questions.ask(text, turn.names, organiser=turn.is_organiser)
    requests = {**REQUESTS, **ORGANISERS_REQUESTS}  # theirs are recognised for them alone
    request = next((requests[intent] for intent in asked.intents if intent in requests), None)
    if request is not None:
        await request(turn, "")
    elif asked.intents:
        await answers.say(turn, asked.intents)
    elif asked.suggestions:
        await answers.suggest(turn, asked.suggestions)
    else:
        await answers.not_understood(turn)


async def _command(turn: Turn, name: str, argument: str) -> None:
    handler = COMMANDS.get(name)
    if handler is None and turn.is_organiser:
        handler = ORGANISERS_COMMANDS.get(name)
    if handler is None:
        await menu.unknown_command(turn)
    else:
        await handler(turn, argument)


async def _press(turn: Turn, data: str) -> None:
    action = unpack(data)
    if action is None:
        turn.toast("toast.unknown")
        await menu.show(turn)
    elif action.draft:
        await _live_press(turn, action)
    else:
        await _lasting_press(turn, action)
    if not any(isinstance(reply, Toast) for reply in turn.replies):
        turn.replies.append(Toast(""))  # a press is always answered, or its button spins on


async def _lasting_press(turn: Turn, action: Action) -> None:
    handler = BUTTONS.get(action.verb)
    if handler is None and turn.is_organiser:
        handler = ORGANISERS_BUTTONS.get(action.verb)
    if handler is None:
        turn.toast("toast.unknown")
    else:
        await handler(turn, action.argument)


async def _live_press(turn: Turn, action: Action) -> None:
    draft = turn.dialogue.draft
    if draft is None or action.draft != draft.id:
        await _gone_press(turn, action)
    elif action.revision != turn.dialogue.revision or turn.dialogue.step is None:
        await _late_press(turn, action)
    else:
        await _asking(turn).press(action)


async def _gone_press(turn: Turn, action: Action) -> None:
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None and party.draft_id == action.draft:
        turn.toast("toast.already_registered", n=party.seats)
    elif not turn.desk.is_open:
        answers.say_closed(turn)
    else:
        turn.toast("toast.unknown")
        if turn.dialogue.step is not None:
            await _asking(turn).repeat()


async def _late_press(turn: Turn, action: Action) -> None:
    turn.toast("toast.old")
    # The question before this one: a double tap. What stands just below needs no repeating.
    if turn.dialogue.step is not None and action.revision < turn.dialogue.revision - 1:
        await _asking(turn).repeat()


async def _contact(turn: Turn, phone: str, own: bool) -> None:
    asked = turn.dialogue.step == "phone"
    if asked and (own or not turn.draft.members[0].is_writing):
        await _asking(turn).share_phone(phone)
        return
    refusal = turn.words("contact.of_other" if asked else "contact.unasked")
    turn.replies.append(PutKeyboardAway(refusal))
    if turn.dialogue.step is not None:
        await _asking(turn).repeat()


async def _again(turn: Turn, key: str) -> None:
    """Say something about what was received, then where the dialogue stands."""
    if turn.dialogue.step is not None:
        await _asking(turn).repeat(turn.words(f"again.{key}"))
    elif key == "interrupted":
        await mine.show(turn, preface=turn.words("again.interrupted_answer"))
    else:
        turn.say(turn.words(f"again.{key}"), (turn.button("button.menu", "menu"),))
