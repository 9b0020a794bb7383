"""The welcome, the menu, help, and what fits nowhere else."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import acting, missing, phrases
from bot.conversation.messages import Button, LinkButton, ShowCommands
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    changes,
    days,
    desk,
    faq,
    further,
    mine,
    practical,
    programme,
    registration,
    relaying,
    seats,
)
from bot.conversation.turn import Turn
from bot.understanding import asides, complaints, confirmations, signatures, unclear_changes, wishes
from bot.understanding.asides import Aside
from bot.understanding.intents import Intent
from bot.understanding.normal import normal

topic = Topic("menu")


@topic.command("start")
async def start(turn: Turn, argument: str) -> None:
    """/start: what a link opens; without one, a welcome."""
    await acting.end(turn)
    if await turn.topics.open(turn, argument):
        return
    if days.several(turn):
        await _greet(turn)
    elif turn.role is not None:
        hello = turn.words("welcome.hello", name=turn.person.first_name)
        await desk.show(turn, preface=hello)
    else:
        await _welcome(turn)
    if turn.role is not None:
        show_commands(turn)


async def _greet(turn: Turn) -> None:
    """Who the bot is, and the days to come."""
    turn.say(turn.words("welcome.hello", name=turn.person.first_name))
    await days.show(turn)


async def _welcome(turn: Turn) -> None:
    """Who the bot is, the day, the seats left, and where to go from here."""
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


def show_commands(turn: Turn) -> None:
    """Show the chat's own command menu: in its language, an organiser's with theirs first."""
    if turn.channel.has_menu:
        commands = turn.topics.menu(turn.words, [turn.event], turn.role)
        turn.replies.append(ShowCommands(commands))


@topic.command("menu")
@topic.pressed("menu")
async def show(turn: Turn, _argument: str) -> None:
    """The menu, with the day in short."""
    await acting.end(turn)
    text = PARAGRAPH.join([await _the_day(turn), turn.words("welcome.choose")])
    turn.show(text, *await _rows(turn))


async def introduce(turn: Turn, *said: Markup) -> None:
    """What the day is, after something else that is said, and where to go from here."""
    event, words = turn.event, turn.words
    who = words("welcome.who", kind=event.kind, title=event.title)
    text = PARAGRAPH.join([*said, who, await _the_day(turn), words("welcome.choose")])
    turn.say(text, *await _rows(turn))


async def _the_day(turn: Turn) -> Markup:
    event, words = turn.event, turn.words
    day = words("welcome.day", when=phrases.when(words, event), place=event.place.name)
    if not turn.books.is_open:
        return PARAGRAPH.join([day, phrases.closed(words, event, turn.now)])
    return day + Markup("\n") + phrases.seats(words, await turn.seats())


async def _rows(turn: Turn) -> list[tuple[Button, ...]]:
    return [
        await registration.register_row(turn),
        (
            turn.button("button.programme", programme.page),
            turn.button("button.infos", practical.show),
        ),
        (turn.button("button.seats", seats.show), turn.button("button.faq", faq.show)),
        (
            turn.button("button.mine", mine.show),
            *([turn.button("button.days", days.show)] if days.several(turn) else []),
        ),
        await _another(turn),
        *([(turn.button("button.desk", desk.show),)] if turn.role is not None else []),
    ]


async def _another(turn: Turn) -> tuple[Button, ...]:
    """« Inscrire quelqu’un d’autre », for who is registered."""
    return further.row(turn) if await turn.registered() is not None else ()


@topic.requested(Intent.HELP)
async def help_in_words(turn: Turn, _argument: str) -> None:
    """What one can write, said to somebody; commands are for who asks for them."""
    contact = phrases.reach(turn.words, turn.event)
    key = "answer.human" if asides.asks_if_human(turn.text) else "help.words"
    turn.say(turn.words(key, contact=contact), *await _rows(turn))


@topic.command("aide", "help", in_menu=True)
async def help_(turn: Turn, _argument: str) -> None:
    """/aide: what one can write, and the commands; an organiser's come last."""
    commands = turn.topics.menu(turn.words, [turn.event])
    if turn.role is not None:
        everything = turn.topics.menu(turn.words, [turn.event], turn.role)
        commands += tuple(one for one in everything if one not in commands)
    lines = [turn.words("help.line", name=name, what=what) for name, what in commands]
    turn.say(
        PARAGRAPH.join([turn.words("help.intro"), Markup("\n").join(lines)]),
        (turn.button("button.menu", show),),
    )


@topic.asked(Intent.HELP)
async def _help(turn: Turn) -> Markup:
    if turn.dialogue.draft is not None and asides.read(turn.text) is Aside.REMAINING:
        return remaining(turn)
    if asides.asks_if_human(turn.text):
        return turn.words("answer.human", contact=phrases.reach(turn.words, turn.event))
    return turn.words("answer.help")


def remaining(turn: Turn) -> Markup:
    """How many answers are still to be given of the draft."""
    steps = turn.topics.purpose(turn.draft).steps(turn.draft, turn.event)
    n = sum(one.value(turn.draft) is None for one in steps if not one.is_final)
    return turn.words("answer.remaining", n=n)


# ---- what the engine cannot hand to any topic


def say_unknown_command(turn: Turn) -> None:
    """A command that does not exist, for this person."""
    turn.say(turn.words("unknown.command"), (turn.button("button.menu", show),))


async def say_beyond(turn: Turn) -> None:
    """What is not about the day; whom to ask is said once, then what can be asked here."""
    if await say_unclear_change(turn):
        return
    words, before = turn.words, turn.missed.count(missing.BEYOND)
    turn.dialogue.missed = [*turn.missed, missing.BEYOND]
    contact = phrases.reach(words, turn.event)
    ways = (
        words(missing.BEYOND, contact=contact),
        words("answer.off_topic_again"),
        words("answer.off_topic_instead"),
    )
    turn.say(
        ways[before % len(ways)],
        await registration.register_row(turn),
        relaying.row(turn) if before else (),
        (turn.button("button.faq", faq.show), turn.button("button.menu", show)),
    )


async def say_unclear_change(turn: Turn, intents: Sequence[Intent] = ()) -> bool:
    """Say that it is not clear what is to be changed of a registration; whether it may be that.

    `intents`: what else it may be about; a question keeps its suggestions.
    """
    party = await turn.registered()
    if party is None or turn.is_organiser or not mine.is_contact(turn, party):
        return False
    likely = "?" not in turn.text or not intents or intents[0] in (Intent.CHANGE, Intent.MINE)
    names = [one.name for one in party.everyone]
    if not turn.may_change or not unclear_changes.may_be_meant(turn.text, names) or not likely:
        return False
    said = _not_understood(turn, "unknown.change", again="unknown.change_again")
    rows = [(turn.button("button.change_mine", changes.show),)]
    back = (turn.button("button.mine", mine.show), turn.button("button.menu", show))
    turn.say(said, *rows, relaying.row(turn), back)
    return True


async def say_unknown_text(turn: Turn) -> None:
    """Words that mean nothing to us, outside a registration."""
    if await _say_all_done(turn) or await say_unclear_change(turn):
        return
    said, is_again = _not_understood(turn, "unknown.text"), bool(turn.missed)
    turn.say(
        said,
        await registration.register_row(turn),
        relaying.row(turn) if is_again else (),
        (turn.button("button.faq", faq.show), turn.button("button.menu", show)),
    )


async def _say_all_done(turn: Turn) -> bool:
    """« oui », of who is registered and was asked nothing; whether it is that."""
    is_yes = confirmations.read(_CLOSING.sub("", signatures.without(turn.text))) is True
    party = await turn.registered() if is_yes else None
    if party is None or not party.members:
        return False
    if turn.books.is_open and further.waiting_rest(turn):
        await further.register_another(turn, "")  # « il reste à inscrire : une autre personne »
        return True
    mine_ = turn.button("button.mine", mine.show)
    turn.say(turn.words("heard.all_done"), (mine_, turn.button("button.menu", show)))
    return True


_CLOSING = re.compile(r"[,.\s]*\b(?:bien )?(?:cordialement|[àa] vous|cdlt)\b.*$", re.I | re.S)
_AROUND = re.compile(
    r"\b(?:bonjour|salut|bjour|svp|s il (?:vous|te) plait|merci|les|des|l|d|mes|alors|ok)\b"
)
_PRACTICAL = re.compile(r"\binformations? pratiques?\b")
_PROGRAMME = re.compile(r"\bprogramme\b")
_COMMANDS = {"information": "infos", "informations": "infos", "questions": "faq", "faq": "faq"}
"""Words that are a command, where they are all that is written."""


_LETS_GO = re.compile(
    r"^(?:(?:bon|ok|non|oh|bah|ben|ah|merci|enfin) )*(?:laisse[rz]? tomber|tant pis|(?:c est"
    r"|ce n est|c)"
    r" pas grave|peu importe|oublie[rz]?(?: ca)?|ca ira(?: comme ca)?|never mind|forget it)\b"
    r"(?: (?:pour|merci|a|et|bonne|ca|svp|thanks?)\b(?: \w+){0,8})?$"
)
_THANKS = re.compile(r"\b(?:merci|bientot|journee|thanks?)\b")


@topic.heard()
async def hear_that_it_goes(turn: Turn, text: str) -> bool:
    """« Bon, laissez tomber pour le nom », with nothing open: nothing is done, and no more said."""
    said = normal(text)
    if "?" in text or turn.awaited is not None or turn.dialogue.draft is not None:
        return False
    if not _LETS_GO.match(said) or wishes.gives_up(text) or "inscri" in said:
        return False
    if complaints.is_all(text, turn.names) and not _THANKS.search(said):
        return False  # « tant pis, je demanderai à Mme Roche »
    key = "answer.thanks" if _THANKS.search(said) else "heard.as_you_like"
    registered = await turn.registered() is not None
    own = (turn.button("button.mine", mine.show),) if registered else ()
    turn.say(turn.words(key), (*own, turn.button("button.menu", show)))
    return True


@topic.heard()
async def hear_command(turn: Turn, text: str) -> bool:
    """« infos », « questions »: whether it is a command without its stroke."""
    said = " ".join(_AROUND.sub(" ", normal(text).replace("?", " ")).split())
    name = "infos" if _PRACTICAL.search(said) else _COMMANDS.get(said)
    if name is None or not await turn.topics.obey(turn, name):
        return False
    return not _PROGRAMME.search(said) or await turn.topics.obey(turn, "programme")


def _not_understood(turn: Turn, key: str, *, again: str = "unknown.text_again") -> Markup:
    contact = phrases.reach(turn.words, turn.event)
    match missing.way(turn, key):
        case missing.Way.FIRST:
            return turn.words(key, contact=contact)
        case missing.Way.ANOTHER:
            return turn.words(again)
        case missing.Way.PERSON:
            return turn.words("lost", contact=contact)


def say_in_group(turn: Turn) -> None:
    """In a group: registrations are taken one to one."""
    write = LinkButton(turn.words.plain("group.write"), turn.link(registration.LINK))
    turn.say(turn.words("group"), (write,))
