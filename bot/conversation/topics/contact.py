"""The contact person of the day: their card, and whom to ask what nobody else can answer."""

import re

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button, ContactCard, Question, Replace, Say
from bot.conversation.topic import Topic
from bot.conversation.turn import Turn
from bot.understanding import complaints
from bot.understanding.intents import Intent
from bot.understanding.normal import plain

topic = Topic("contact")


@topic.command("contact", in_menu=True)
@topic.pressed("contact")
async def show(turn: Turn, _argument: str) -> None:
    """The contact person's card."""
    person = turn.event.contact
    turn.say(phrases.contact(turn.words, turn.event))
    turn.replies.append(ContactCard(person.first_name, person.last_name, person.phone))


def _button(turn: Turn) -> Button:
    return turn.button("button.contact", show)


@topic.asked(Intent.CONTACT, further=_button)
async def _contact(turn: Turn) -> Markup:
    return phrases.contact(turn.words, turn.event)


@topic.asked(Intent.HUMAN, further=_button)
async def _human(turn: Turn) -> Markup:
    contact = phrases.reach(turn.words, turn.event)
    if complaints.gives_up(turn.text, turn.names):
        return turn.words("answer.human.sure", contact=contact)
    if complaints.is_blaming(turn.text):
        return turn.words("answer.sorry") + " " + contact
    if _CALLED.search(plain(turn.text)):
        return turn.words("answer.human.call", contact=contact)
    return turn.words("answer.human", contact=contact)


def apologise(turn: Turn, text: str, at: int) -> None:
    """Say sorry to who blames the bot besides, unless the replies from a place on do."""
    if not complaints.is_blaming(text) or complaints.gives_up(text, turn.names):
        return
    sorry = turn.words("answer.sorry")
    said = [one.text for one in turn.replies[at:] if isinstance(one, Say | Replace | Question)]
    if not any(sorry in one for one in said):
        turn.say_before(at, [sorry])


_CALLED = re.compile(
    r"\b(?:(?:me|m|nous|vous|on|elle|il) r?appel\w+"
    r"|r?appel\w+ (?:moi|nous|t elle|t il|t on|vous)"
    r"|call (?:me|us)|(?:phone|ring) (?:me|us))\b"
)


@topic.asked(Intent.ORGANISER)
async def _organiser(turn: Turn) -> Markup:
    organiser, reach = turn.event.organiser, phrases.reach(turn.words, turn.event)
    if _FUNDING.search(turn.text) and not any(map(_FUNDED.search, turn.event.lines)):
        turn.leave_open()
        return turn.words("answer.organiser.funding", organiser=organiser, contact=reach)
    return turn.words("answer.organiser", organiser=organiser, contact=reach)


_FUNDING = re.compile(
    r"\b(?:financ\w+|subvention\w*|sponsor\w*|qui\W+(?:(?:c['’]est|qui)\W+)*(?:paie|paye)"
    r"|argent public|fund\w*|who pays)\b",
    re.IGNORECASE,
)
_FUNDED = re.compile(r"financée? par|avec le soutien|soutenue? par|subventionn", re.IGNORECASE)
