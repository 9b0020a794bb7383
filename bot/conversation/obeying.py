"""A button's label or a command, written while a question is open."""

import re

from bot.conversation.asking import Asking
from bot.conversation.steps.step import Choice, Step
from bot.understanding import command_words
from bot.understanding.command_words import Command
from bot.understanding.normal import plain


async def said_a_label(asking: Asking, step: Step, text: str) -> bool:
    """Whether the label of a button was written, not pressed; then it is obeyed."""
    chosen = _labelled(text, await step.choices(asking.turn))
    if chosen is not None:
        await asking.choose(chosen)
        return True
    corrected = _labelled(text, step.corrections(asking.turn))
    if corrected is not None:
        await asking.correct(corrected)
        return True
    stays = asking.step.value(asking.turn.draft) is not None and command_words.is_keeping(text)
    if stays:  # « Ne rien changer », in other words
        await asking.go_on()
    return stays


def _labelled(text: str, rows: list[list[Choice]]) -> str | None:
    said = re.sub(r"^(le|la|l) ", "", plain(text))
    choices = (choice for row in rows for choice in row)
    return next((choice.value for choice in choices if said and plain(choice.label) == said), None)


async def obey(asking: Asking, command: Command) -> None:
    """Do what a word that is a command wants: go back, stop, pass over…"""
    turn = asking.turn
    match command:
        case "back" if turn.dialogue.doubt is not None:
            await asking.ask(asking.step)
        case "back":
            await asking.back()
        case "stop":
            await asking.purpose.stop(turn)
        case "skip":
            await _skip(asking, asking.step)
        case "repeat":
            await asking.repeat()
        case "restart":
            await asking.purpose.restart(asking)
        case _:  # what the bot has a command for, wherever one is
            await turn.topics.obey(turn, command)


async def _skip(asking: Asking, step: Step) -> None:
    without = step.skipped()
    if without is not None:
        await asking.settle(step, without)
    elif step.value(asking.turn.draft) is not None:
        await asking.go_on()
    else:
        await asking.repeat(step.cannot_skip(asking.turn))
