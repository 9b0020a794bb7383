"""/langue: the language in which the bot speaks to a chat."""

from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, registration
from bot.conversation.turn import Turn
from bot.i18n import languages
from bot.understanding import openings, tongues
from bot.understanding.sentences import sentences

topic = Topic("language")

SHORT = 8
"""Words that ask for a language and nothing else."""
GREETING = 4
"""Words beside such a question that say nothing more: « Good morning! »."""
NAMES = {"fr": "Français", "en": "English"}
"""Each language in its own words; one without a name here is shown by its code."""


@topic.command("langue", "language", in_menu=True)
@topic.pressed("language")
async def choose(turn: Turn, argument: str) -> None:
    """Speak the language of this code from now on; without one, ask which."""
    if argument not in languages():
        buttons = [turn.labelled(NAMES.get(code, code), choose, code) for code in languages()]
        turn.say(turn.words("language.ask"), tuple(buttons))
        return
    turn.speak(argument)
    turn.dialogue.heard = ""
    turn.show(turn.words("language.kept"), (turn.button("button.menu", menu.show),))
    menu.show_commands(turn)
    if turn.dialogue.step is not None:
        await open_question(turn).repeat()


def _says_no_more(text: str) -> bool:
    """Whether a message asks for a language, and nothing else."""
    besides = [one for one in sentences(text) if tongues.asked_for(one) is None]
    return len(text.split()) <= SHORT or len(" ".join(besides).split()) <= GREETING


async def follow(turn: Turn, text: str) -> bool:
    """Speak the language somebody writes, asked for or heard twice; whether that is all they want.

    One message is enough where it is clear.
    """
    asked = tongues.asked_for(text)
    if asked is not None and asked in languages() and _says_no_more(text):
        await choose(turn, asked)
        return True
    if (
        tongues.asks_leave(text)
        and asked == turn.words.language
        and openings.read(text, is_registered=True) is None
    ):
        turn.say(turn.words("language.kept"), await registration.register_row(turn))
        return True
    heard = asked or tongues.likely(text)
    if heard is None or heard == turn.words.language or heard not in languages():
        turn.dialogue.heard = "" if heard is not None else turn.dialogue.heard
        return False
    if asked or heard in (tongues.clear(text), turn.dialogue.heard):
        turn.speak(heard)
        turn.dialogue.heard = ""
        turn.say(turn.words("language.kept"))
        menu.show_commands(turn)
    else:
        turn.dialogue.heard = heard
    return False


async def greet(turn: Turn) -> None:
    """« Do you speak English? A neighbour told me of the day »: yes, and which day it is."""
    kept = () if turn.replies else (turn.words("language.kept"),)
    await menu.introduce(turn, *kept)
