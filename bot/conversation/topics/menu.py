"""The welcome, the menu, help, and what does not fit anywhere else."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button, ContactCard, LinkButton, ShowCommands
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.turn import Turn
from bot.i18n import Words, languages

PARTICIPANT_COMMANDS: tuple[str, ...] = (
    "inscription",
    "programme",
    "places",
    "infos",
    "faq",
    "contact",
    "binome",
    "annuler",
    "langue",
    "confidentialite",
    "aide",
)
ORGANISER_COMMANDS = ("effectif", "inscrits", "export", "historique")

LANGUAGE_NAMES = {"fr": "Français", "en": "English"}
"""Each language in its own words; one without a name here is shown by its code."""


def commands(words: Words, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Commands with their descriptions, for Telegram's menu."""
    return tuple((name, words.plain(f"command.{name}")) for name in names)


async def welcome(turn: Turn, _argument: str = "") -> None:
    """/start: who the bot is, the day, the seats left, and where to go from here."""
    event, words = turn.event, turn.words
    turn.say(
        PARAGRAPH.join(
            [
                words("welcome.hello", name=turn.person.first_name),
                words("welcome.who", kind=event.kind, title=event.title),
                await _the_day(turn),
                words("welcome.choose"),
            ]
        ),
        *await _rows(turn),
    )
    if turn.is_organiser:
        show_commands(turn)


def show_commands(turn: Turn) -> None:
    """Show the chat's own command menu: in its language, an organiser's with theirs first."""
    if not turn.channel.has_menu:
        return
    names = PARTICIPANT_COMMANDS
    if turn.is_organiser:
        names = ORGANISER_COMMANDS + names
    turn.replies.append(ShowCommands(commands(turn.words, names)))


async def show(turn: Turn, _argument: str = "") -> None:
    """The menu, with the day in short."""
    text = PARAGRAPH.join([await _the_day(turn), turn.words("welcome.choose")])
    turn.show(text, *await _rows(turn))


async def _the_day(turn: Turn) -> Markup:
    event, words = turn.event, turn.words
    day = words("welcome.day", when=phrases.when(words, event), place=event.place.name)
    if not turn.desk.is_open:
        return PARAGRAPH.join([day, phrases.closed(words, event, turn.now)])
    return day + Markup("\n") + phrases.seats(words, await turn.desk.seats())


async def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    return [
        await register_row(turn),
        (turn.button("button.programme", "programme"), turn.button("button.infos", "infos")),
        (turn.button("button.seats", "seats"), turn.button("button.faq", "faq")),
        (turn.button("button.mine", "mine"),),
    ]


async def register_row(turn: Turn) -> tuple[Button, ...]:
    """« S’inscrire », « Reprendre », or nothing when registered or closed."""
    if not turn.desk.is_open or await turn.desk.party_of(turn.person.chat_id) is not None:
        return ()
    if turn.dialogue.draft is not None:
        return (turn.button("button.resume", "resume"),)
    return (turn.button("button.register", "register"),)


async def seats(turn: Turn, _argument: str = "") -> None:
    """The seats left, and what still fits."""
    words, count = turn.words, await turn.desk.seats()
    sentences = [words("seats.now", left=phrases.seats_left(words, count), n=count.capacity)]
    if count.held:
        sentences.append(words("seats.held", n=count.held))
    fitting = count.fitting(turn.event.seats.sizes)
    if fitting and len(fitting) < len(turn.event.seats.sizes):
        sentences.append(words("seats.fitting", parties=phrases.sizes(words, fitting)))
    turn.show(
        Markup(" ").join(sentences),
        await register_row(turn),
        (turn.button("button.refresh", "seats"), turn.button("button.menu", "menu")),
    )


async def help_(turn: Turn, _argument: str = "") -> None:
    """/aide: what one can write, and the commands."""
    names = PARTICIPANT_COMMANDS
    if turn.is_organiser:
        names = names + ORGANISER_COMMANDS
    lines = [
        turn.words("help.line", name=name, what=what) for name, what in commands(turn.words, names)
    ]
    turn.say(
        PARAGRAPH.join([turn.words("help.intro"), Markup("\n").join(lines)]),
        (turn.button("button.menu", "menu"),),
    )


async def contact(turn: Turn, _argument: str = "") -> None:
    """The contact person's card."""
    person = turn.event.contact
    turn.say(phrases.contact(turn.words, turn.event))
    turn.replies.append(ContactCard(person.first_name, person.last_name, person.phone))


async def language(turn: Turn, argument: str = "") -> None:
    """/langue: choose a language; the buttons carry the language's code."""
    if argument not in languages():
        buttons = tuple(
            Button(
                LANGUAGE_NAMES.get(code, code), turn.button("button.menu", "language", code).data
            )
            for code in languages()
        )
        turn.say(turn.words("language.ask"), buttons)
        return
    turn.speak(argument)
    turn.show(turn.words("language.kept"), (turn.button("button.menu", "menu"),))
    show_commands(turn)


async def unknown_command(turn: Turn) -> None:
    """A command that does not exist, for this person."""
    turn.say(turn.words("unknown.command"), (turn.button("button.menu", "menu"),))


def group(turn: Turn) -> None:
    """In a group: registrations are taken one to one."""
    write = LinkButton(turn.words.plain("group.write"), turn.link("inscription"))
    turn.say(turn.words("group"), (write,))
