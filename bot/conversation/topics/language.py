"""/langue: the language in which the bot speaks to a chat."""

from bot.conversation.asking import open_question
from bot.conversation.topic import Topic
from bot.conversation.topics import menu
from bot.conversation.turn import Turn
from bot.i18n import languages

topic = Topic("language")

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
    turn.show(turn.words("language.kept"), (turn.button("button.menu", menu.show),))
    menu.show_commands(turn)
    if turn.dialogue.step is not None:
        await open_question(turn).repeat()
