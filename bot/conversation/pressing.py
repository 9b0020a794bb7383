"""What a button that is pressed does: those of a question while it is open, and lasting ones."""

from bot.conversation.asking import open_question
from bot.conversation.buttons import ButtonData, unpack
from bot.conversation.live_buttons import LIVE_BUTTONS
from bot.conversation.messages import Press, Toast
from bot.conversation.topics import menu, registration
from bot.conversation.turn import Turn


async def press(turn: Turn, data: str) -> None:
    """Do what a button says, or tell why it does nothing any more."""
    pressed = unpack(data)
    if pressed is None:
        turn.toast("toast.unknown")
        await menu.show(turn)
    elif pressed.draft:
        await _live_press(turn, pressed)
    elif not await turn.topics.press(turn, pressed.verb, argument=pressed.argument):
        turn.toast("toast.unknown")
    answered(turn)


def answered(turn: Turn) -> None:
    """Answer a press that nothing has answered yet, or its button spins on."""
    if isinstance(turn.input, Press) and not any(isinstance(one, Toast) for one in turn.replies):
        turn.replies.append(Toast(""))


async def _live_press(turn: Turn, pressed: ButtonData) -> None:
    draft = turn.dialogue.draft
    if draft is None or pressed.draft != draft.id:
        await _gone_press(turn, pressed)
    elif pressed.revision != turn.dialogue.revision or turn.dialogue.step is None:
        await _late_press(turn, pressed)
    elif pressed.verb in LIVE_BUTTONS:
        await LIVE_BUTTONS[pressed.verb].press(open_question(turn), pressed.argument)
    else:
        turn.toast("toast.old")


async def _gone_press(turn: Turn, pressed: ButtonData) -> None:
    party = await turn.registered()
    if party is not None and party.draft == pressed.draft:
        turn.toast("toast.already_registered", n=party.seats)
    elif not turn.books.is_open:
        registration.say_closed(turn)
    else:
        turn.toast("toast.unknown")
        if turn.dialogue.step is not None:
            await open_question(turn).repeat()


async def _late_press(turn: Turn, pressed: ButtonData) -> None:
    turn.toast("toast.old")
    # The question before this one: a double tap. What stands just below needs no repeating.
    if turn.dialogue.step is not None and pressed.revision < turn.dialogue.revision - 1:
        await open_question(turn).repeat()
