"""The registration: goes from step to step, back, aside and on again.

What to ask next is never stored: it is the first step without an answer. So a correction, a
step back, a restart or three days of silence need no case of their own.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from bot.booking.party import Party
from bot.booking.seats import NoRoom
from bot.dialogue import answers, menu, mine, phrases
from bot.dialogue.actions import Action
from bot.dialogue.state import Draft
from bot.dialogue.steps import next_step, step_before, step_named
from bot.dialogue.steps.contact import SHARE, WITHOUT, Phone
from bot.dialogue.steps.recap import Recap
from bot.dialogue.steps.size import Size
from bot.dialogue.steps.step import Choice, Kept, Refused, Step
from bot.dialogue.talk import AskPhone, Button, PutKeyboardAway
from bot.dialogue.turn import Turn
from bot.reading import confirmations, questions, words
from bot.reading.normal import plain
from bot.reading.results import Doubtful, Reading, Unclear, Understood

Row = tuple[Button, ...]

ASIDE = (questions.Intent.GREETING, questions.Intent.THANKS, questions.Intent.HELP)
"""What is answered in passing when it can be no answer."""


# ---- beginning, going on, stopping


async def begin(turn: Turn, _argument: str = "") -> None:
    """Start a registration, or go on with the one that was begun."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None:
        await mine.show(turn, preface=turn.words("register.already", n=party.seats))
    elif not turn.desk.is_open:
        answers.say_closed(turn)
    elif turn.dialogue.draft is not None:
        await resume(turn)
    elif (await turn.desk.seats()).left == 0:
        turn.show(turn.words("seats.none"), (turn.button("button.menu", "menu"),))
    else:
        turn.dialogue.draft = Draft()
        await _ask(turn, next_step(turn.draft), [_welcome(turn)])


def _welcome(turn: Turn) -> Markup:
    return turn.words("register.welcome", audience=turn.event.audience.summary)


async def resume(turn: Turn, _argument: str = "") -> None:
    """Ask again where the registration stands; begin one when there is none."""
    if turn.dialogue.draft is None:
        await begin(turn)
        return
    await _go_on(turn, [turn.words("register.resume")])


async def repeat(turn: Turn, *preface: Markup) -> None:
    """Ask the open question once more, after what had to be said first."""
    if turn.dialogue.doubt is not None:
        _ask_doubt(turn, _open_step(turn), turn.dialogue.doubt, "doubt", preface)
    else:
        await _ask(turn, _open_step(turn), preface)


def _open_step(turn: Turn) -> Step:
    step = step_named(turn.draft, turn.dialogue.step or "")
    return step or next_step(turn.draft)


async def stop(turn: Turn) -> None:
    """Leave the registration; the answers are kept, the seats are given back."""
    await turn.desk.release(turn.draft.id)
    turn.end_question()
    had_seats = turn.draft.size is not None
    turn.say(
        turn.words("register.stopped_with_seats" if had_seats else "register.stopped"),
        (turn.button("button.resume", "resume"),),
        (turn.button("button.forget", "forget"), turn.button("button.menu", "menu")),
    )


async def forget(turn: Turn, _argument: str = "") -> None:
    """Throw away the answers of a registration that was begun."""
    await forget_quietly(turn)
    turn.show(turn.words("register.forgotten"), (turn.button("button.menu", "menu"),))


async def forget_quietly(turn: Turn) -> None:
    """Throw them away and give the seats back, without a word."""
    if turn.dialogue.draft is not None:
        await turn.desk.release(turn.draft.id)
        turn.end_question()
        turn.dialogue.draft = None


# ---- an answer in words


async def answer(turn: Turn, text: str) -> None:
    """What was written while a question is open: an answer, a command word, or a question."""
    step = _open_step(turn)
    if turn.dialogue.doubt is not None and await _settled_doubt(turn, step, text):
        return
    if await _said_a_label(turn, step, text):
        return
    command = words.command(text)
    if command is not None:
        await _obey(turn, step, command)
        return
    asked = questions.digression(text, step.topic)
    if asked:
        back_to = () if isinstance(step, Recap) else (turn.words("register.back_to"),)
        await repeat(turn, *await answers.in_passing(turn, asked), *back_to)
        return
    reading = step.read(turn, text)
    aside = [intent for intent in questions.recognise(text) if intent in ASIDE]
    if isinstance(reading, Unclear) and reading != Unclear("no") and aside:
        await repeat(turn, *await answers.in_passing(turn, aside))
    else:
        await _take(turn, step, reading)


async def _said_a_label(turn: Turn, step: Step, text: str) -> bool:
    """Whether the label of a button was written instead of being pressed; then it is obeyed."""
    chosen = _labelled(text, await step.choices(turn))
    if chosen is not None:
        await _choose(turn, step, chosen)
        return True
    corrected = _labelled(text, step.corrections(turn))
    if corrected is not None:
        await _correct(turn, corrected)
    return corrected is not None


def _labelled(text: str, rows: list[list[Choice]]) -> str | None:
    said = re.sub(r"^(le|la|l) ", "", plain(text))
    choices = (choice for row in rows for choice in row)
    return next((choice.value for choice in choices if said and plain(choice.label) == said), None)


async def _settled_doubt(turn: Turn, step: Step, text: str) -> bool:
    match confirmations.read(text):
        case True:
            await _settle(turn, step, turn.dialogue.doubt or "")
        case False:
            turn.dialogue.doubt = None
            await _ask(turn, step)
        case None:
            return False  # they did not say yes or no: perhaps they answered anew
    return True


async def _obey(turn: Turn, step: Step, command: str) -> None:
    match command:
        case "back" if turn.dialogue.doubt is not None:
            await _ask(turn, step)
        case "back":
            await _back(turn, step)
        case "stop":
            await stop(turn)
        case "skip" if isinstance(step, Phone):
            await _settle(turn, step, WITHOUT)
        case "skip" if isinstance(step, Recap):
            await repeat(turn, turn.words("unclear.recap"))
        case "skip" if step.value(turn.draft) is not None:
            await _go_on(turn)
        case "skip":
            await repeat(turn, turn.words("register.no_skip"))
        case "restart":
            await turn.desk.release(turn.draft.id)
            turn.dialogue.draft = Draft()
            await _ask(turn, next_step(turn.draft), [turn.words("register.restarted")])
        case "menu":
            await menu.show(turn)
        case _:
            await repeat(turn)


async def _take(turn: Turn, step: Step, reading: Reading[Any]) -> None:
    match reading:
        case Understood(value):
            await _keep(turn, step, value)
        case Doubtful(value, why):
            key = turn.words.first(f"doubt.{step.topic}.{why}", "doubt")
            _ask_doubt(turn, step, step.doubtful(value), key)
        case Unclear(why):
            key = turn.words.first(f"unclear.{step.topic}.{why}", f"unclear.{step.topic}")
            await _ask(turn, step, [turn.words(key)])


def _ask_doubt(turn: Turn, step: Step, doubt: str, key: str, said: Sequence[Markup] = ()) -> None:
    turn.dialogue.revision += 1
    turn.dialogue.step = step.name
    turn.dialogue.doubt = doubt
    shown = doubt.replace("|", " ").strip()
    yes = turn.live_button(turn.words.plain("button.yes"), "yes")
    no = turn.live_button(turn.words.plain("button.no"), "no")
    turn.ask([*said, turn.words(key, value=shown)], (yes, no))


async def share_phone(turn: Turn, phone: str) -> None:
    """A telephone number shared with Telegram's own button."""
    turn.replies.append(PutKeyboardAway(turn.words("phone.received")))
    step = _open_step(turn)
    await _take(turn, step, step.read(turn, phone))


# ---- a press


async def press(turn: Turn, action: Action) -> None:
    """A press on a button of the open question: its draft and revision have been checked."""
    step = _open_step(turn)
    match action.verb:
        case "choose":
            await _choose(turn, step, action.argument)
        case "yes" if turn.dialogue.doubt is not None:
            await _settle(turn, step, turn.dialogue.doubt)
        case "no":
            turn.dialogue.doubt = None
            await _ask(turn, step)
        case "same":
            await _go_on(turn)
        case "back":
            await _back(turn, step)
        case "stop":
            await stop(turn)
        case "edit":
            await _correct(turn, action.argument)
        case _:
            turn.toast("toast.old")


async def _choose(turn: Turn, step: Step, value: str) -> None:
    if isinstance(step, Phone) and value == SHARE:
        turn.replies.append(AskPhone(turn.words("phone.how"), turn.words.plain("phone.share")))
    else:
        await _settle(turn, step, value)


async def _settle(turn: Turn, step: Step, chosen: str) -> None:
    value = step.chosen(turn, chosen)
    if value is None:
        await _ask(turn, step)
    else:
        await _keep(turn, step, value)


async def _back(turn: Turn, step: Step) -> None:
    if _is_correction(turn, step):
        await _go_on(turn)
    else:
        await _ask(turn, step_before(turn.draft, step) or step)


def _is_correction(turn: Turn, step: Step) -> bool:
    """Whether all is answered and this question is asked from the recap."""
    return next_step(turn.draft).name == "recap" != step.name


async def _correct(turn: Turn, name: str) -> None:
    kind, _, place = name.partition(".")
    if kind == "member":
        await _ask_what_to_correct(turn, place)
        return
    step = step_named(turn.draft, name)
    await _ask(turn, step or next_step(turn.draft))


async def _ask_what_to_correct(turn: Turn, place: str) -> None:
    step = step_named(turn.draft, f"name.{place}")
    if step is None:
        await repeat(turn)
        return
    turn.dialogue.revision += 1
    buttons = [
        turn.live_button(turn.words.plain(f"recap.fix.{topic}"), "edit", f"{topic}.{place}")
        for topic in ("name", "role", "organisation", "category")
    ]
    back = turn.live_button(turn.words.plain("button.back"), "edit", "recap")
    question = turn.words("recap.fix", name=step.value(turn.draft))
    turn.ask([question], tuple(buttons[:2]), tuple(buttons[2:]), (back,))


# ---- keeping an answer, and what comes next


async def _keep(turn: Turn, step: Step, value: Any) -> None:
    if isinstance(step, Recap):
        await _confirm(turn)
        return
    turn.dialogue.doubt = None
    match await step.keep(turn, value):
        case Refused(reason):
            await _ask(turn, step, [reason])
        case Kept(remark, fix):
            await _go_on(turn, [remark] if remark else [], fix)


async def _go_on(turn: Turn, said: Sequence[Markup] = (), fix: Choice | None = None) -> None:
    size = turn.draft.size
    if size is not None:
        held = await turn.desk.keep_holding(turn.draft.id, size, turn.person.chat_id)
        if isinstance(held, NoRoom):
            await _no_longer_fits(turn, held, said)
            return
    await _ask(turn, next_step(turn.draft), said, fix)


async def _no_longer_fits(turn: Turn, room: NoRoom, said: Sequence[Markup]) -> None:
    turn.draft.size = None
    reason = phrases.no_room(turn.words, room.count, turn.event.seats.sizes)
    if room.count.left == 0:
        turn.end_question()
        menu = (turn.button("button.resume", "resume"), turn.button("button.menu", "menu"))
        turn.say(turn.words("register.hold_over", reason=reason), menu)
    else:
        over = turn.words("register.hold_over", reason=reason)
        await _ask(turn, Size(), [*said, over])


async def _ask(
    turn: Turn, step: Step, said: Sequence[Markup] = (), fix: Choice | None = None
) -> None:
    turn.dialogue.revision += 1
    turn.dialogue.step = step.name
    turn.dialogue.doubt = None
    question = await step.question(turn)
    choices = _rows(turn, "choose", await step.choices(turn))
    corrections = _rows(turn, "edit", step.corrections(turn))
    if isinstance(step, Recap):
        turn.ask([*said, question], *corrections, *choices, _way_back(turn, step))
    else:
        rather = _rows(turn, "edit", [[fix]] if fix else [])
        turn.ask([*said, question], *choices, *rather, *corrections, _way_back(turn, step))


def _rows(turn: Turn, verb: str, rows: list[list[Choice]]) -> list[Row]:
    return [tuple(turn.live_button(one.label, verb, one.value) for one in row) for row in rows]


def _way_back(turn: Turn, step: Step) -> Row:
    buttons = []
    goes_on = isinstance(step, Recap) or _is_correction(turn, step)  # « Ne rien changer » does
    if step_before(turn.draft, step) is not None and not goes_on:
        buttons.append(turn.live_button(turn.words.plain("button.back"), "back"))
    if step.value(turn.draft) is not None:
        buttons.append(turn.live_button(turn.words.plain("button.same"), "same"))
    return (*buttons, turn.live_button(turn.words.plain("button.stop"), "stop"))


# ---- the end


async def _confirm(turn: Turn) -> None:
    result = await turn.desk.confirm(_party(turn))
    if isinstance(result, NoRoom):
        await _no_longer_fits(turn, result, [])
        return
    turn.end_question()
    turn.dialogue.draft = None
    mine.say_confirmed(turn, result)


def _party(turn: Turn) -> Party:
    draft = turn.draft
    contact, *others = (member.complete() for member in draft.members)
    return Party(
        code="",
        draft_id=draft.id,
        chat_id=turn.person.chat_id,
        territory=draft.territory or "",
        members=(replace(contact, email=draft.email, phone=draft.phone), *others),
        confirmed_at=turn.now,
    )
