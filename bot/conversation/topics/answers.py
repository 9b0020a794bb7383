"""Answers to questions about the day: facts of the event file, never an invented one.

What the file does not tell is said plainly, with the contact person's phone and e-mail.
`ANSWERS` is the one place where an intent meets its answer.
"""

from collections.abc import Awaitable, Callable, Iterable

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.messages import Button, Text
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topics import menu, mine, programme
from bot.conversation.turn import Turn
from bot.understanding import named, own
from bot.understanding.questions import Intent

Answer = Callable[[Turn], Awaitable[Markup]]

FAQ = (
    Intent.DATE,
    Intent.PLACE,
    Intent.ACCESS,
    Intent.OBJECTIVES,
    Intent.AUDIENCE,
    Intent.SPEAKERS,
    Intent.SEATS,
    Intent.PRICE,
    Intent.MEAL,
    Intent.LODGING,
    Intent.CERTIFICATE,
    Intent.ACCESSIBILITY,
)
"""The questions offered as buttons, two a row."""


async def faq(turn: Turn, argument: str = "") -> None:
    """The list of questions; with an intent as argument, its answer in the list's place."""
    if argument in FAQ:
        intent = Intent(argument)
        turn.show(
            await ANSWERS[intent](turn),
            _button_for(turn, intent),
            (turn.button("button.faq_back", "faq"), turn.button("button.menu", "menu")),
        )
        return
    buttons = [turn.button(f"faq.{intent}", "faq", intent) for intent in FAQ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turn.show(turn.words("faq.intro"), *rows, (turn.button("button.menu", "menu"),))


async def say(turn: Turn, intents: Iterable[Intent]) -> None:
    """Answer one or two questions in a new message, with the buttons that go further."""
    known = [intent for intent in intents if intent in ANSWERS]
    text = PARAGRAPH.join([await ANSWERS[intent](turn) for intent in known])
    buttons = [button for intent in known for button in _button_for(turn, intent)]
    register = await menu.register_row(turn)
    turn.say(text, tuple(dict.fromkeys(buttons)), (*register, turn.button("button.menu", "menu")))


async def in_passing(turn: Turn, intents: Iterable[Intent]) -> list[Markup]:
    """The same answers as paragraphs, to be said before a question is asked again."""
    return [await IN_PASSING.get(intent, _later)(turn) for intent in intents]


def say_closed(turn: Turn) -> None:
    """Nobody registers any more: say so, and whom to ask."""
    turn.show(
        PARAGRAPH.join([phrases.closed(turn.words, turn.event, turn.now), _reach(turn)]),
        (turn.button("button.programme", "programme"), turn.button("button.menu", "menu")),
    )


async def suggest(turn: Turn, intents: Iterable[Intent]) -> None:
    """« Vous vouliez parler de… ? »: what an unclear question may be about, a button each."""
    rows = [(turn.button(f"suggest.{intent}", "ask", intent),) for intent in intents]
    turn.say(turn.words("suggest"), *rows, (turn.button("button.menu", "menu"),))


async def not_understood(turn: Turn) -> None:
    """Words that mean nothing to us, outside a registration."""
    turn.say(
        turn.words("unknown.text"),
        await menu.register_row(turn),
        (turn.button("button.faq", "faq"), turn.button("button.menu", "menu")),
    )


def _button_for(turn: Turn, intent: Intent) -> tuple[Button, ...]:
    match intent:
        case Intent.DATE | Intent.HOURS:
            return (turn.button("button.ics", "ics"),)
        case Intent.PROGRAMME | Intent.OBJECTIVES | Intent.SPEAKERS:
            return (turn.button("button.programme", "programme"),)
        case Intent.CONTACT | Intent.HUMAN | Intent.ACCESS:
            return (turn.button("button.contact", "contact"),)
        case Intent.PRIVACY:
            return (turn.button("button.privacy", "privacy"),)
        case _:
            return ()


# ---- what is said


async def _date(turn: Turn) -> Markup:
    day = turn.words.day(turn.event.date)
    right = named.is_the_day(_said(turn), turn.event.date)
    if right is None:
        return turn.words("answer.date", day=day)
    return turn.words("answer.date.yes" if right else "answer.date.no", day=day)


async def _hours(turn: Turn) -> Markup:
    event, words = turn.event, turn.words
    return words(
        "answer.hours",
        start=words.hour(event.start),
        end=words.hour(event.end),
        day=words.day(event.date),
    )


async def _place(turn: Turn) -> Markup:
    place, words = turn.event.place, turn.words
    if place.address is not None:
        return words("answer.place", place=place.name, address=place.address)
    return words("answer.place_without_address", place=place.name, contact=_reach(turn))


async def _other_question(turn: Turn) -> Markup:
    """One of the event's own, or one that its file does not answer."""
    place = own.nearest(turn.names.own_questions, _said(turn), turn.names)
    if place is None:
        return await _unsaid("other_question")(turn)
    return turn.words("fact", fact=turn.event.question[place].answer)


def _said(turn: Turn) -> str:
    return turn.input.text if isinstance(turn.input, Text) else ""


async def _programme(turn: Turn) -> Markup:
    return PARAGRAPH.join(programme.parts(turn.event, turn.words))


async def _objectives(turn: Turn) -> Markup:
    return PARAGRAPH.join(programme.objectives(turn.event, turn.words))


async def _audience(turn: Turn) -> Markup:
    return PARAGRAPH.join(programme.audience(turn.event, turn.words)[:1])


async def _speakers(turn: Turn) -> Markup:
    return programme.leaders(turn.event, turn.words)


async def _seats(turn: Turn) -> Markup:
    if not turn.desk.is_open:
        return phrases.closed(turn.words, turn.event, turn.now)
    count = await turn.desk.seats()
    left = phrases.seats_left(turn.words, count)
    return turn.words("answer.seats", n=count.capacity, left=left)


async def _contact(turn: Turn) -> Markup:
    return phrases.contact(turn.words, turn.event)


async def _human(turn: Turn) -> Markup:
    return turn.words("answer.human", contact=_reach(turn))


async def _organiser(turn: Turn) -> Markup:
    return turn.words("answer.organiser", organiser=turn.event.organiser, contact=_reach(turn))


async def _reminder(turn: Turn) -> Markup:
    when = turn.event.remind_at
    return turn.words("answer.reminder", day=turn.words.short_day(when), hour=turn.words.hour(when))


async def _privacy(turn: Turn) -> Markup:
    privacy = turn.event.privacy
    until = turn.words.day(turn.event.erase_at)
    return turn.words("answer.privacy", keeper=privacy.keeper, until=until)


async def _greeting(turn: Turn) -> Markup:
    return turn.words("answer.greeting", name=turn.person.first_name)


async def _hello(turn: Turn) -> Markup:
    return turn.words("welcome.hello", name=turn.person.first_name)


async def _welcome(turn: Turn) -> Markup:
    return turn.words("answer.thanks_in_passing")


async def _thanks(turn: Turn) -> Markup:
    return turn.words("answer.thanks")


async def _help(turn: Turn) -> Markup:
    return turn.words("answer.help")


async def _waiting_list(turn: Turn) -> Markup:
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None and party.waiting:
        return await mine.said_standing(turn, party)
    left = (await turn.desk.seats()).left
    if left:
        return turn.words("answer.waiting_list.room", left=turn.words("seats.left", n=left))
    return turn.words("answer.waiting_list.full")


async def _off_topic(turn: Turn) -> Markup:
    return turn.words("answer.off_topic", contact=_reach(turn))


async def _later(turn: Turn) -> Markup:
    # What only makes sense outside a registration: changing it, cancelling it, seeing it.
    if turn.dialogue.step == "recap":
        return turn.words("unclear.recap")
    return turn.words("answer.finish_first")


def _reach(turn: Turn) -> Markup:
    return phrases.reach(turn.words, turn.event)


def _unsaid(topic: str) -> Answer:
    async def answer(turn: Turn) -> Markup:
        fact = turn.event.answers.get(topic)  # type: ignore[call-overload]
        if fact is not None:
            return turn.words("fact", fact=fact)
        return turn.words(f"unsaid.{topic}", contact=_reach(turn))

    return answer


async def _deadline(turn: Turn) -> Markup:
    if "deadline" in turn.event.answers:
        return turn.words("fact", fact=turn.event.answers["deadline"])
    if turn.event.registration_closes is None:
        return turn.words("unsaid.deadline", contact=_reach(turn))
    closes = turn.event.closes_at
    return turn.words("answer.deadline", day=turn.words.day(closes), hour=turn.words.hour(closes))


ANSWERS: dict[Intent, Answer] = {
    Intent.DATE: _date,
    Intent.HOURS: _hours,
    Intent.PLACE: _place,
    Intent.PROGRAMME: _programme,
    Intent.OBJECTIVES: _objectives,
    Intent.AUDIENCE: _audience,
    Intent.SPEAKERS: _speakers,
    Intent.SEATS: _seats,
    Intent.CONTACT: _contact,
    Intent.HUMAN: _human,
    Intent.ORGANISER: _organiser,
    Intent.REMINDER: _reminder,
    Intent.PRIVACY: _privacy,
    Intent.GREETING: _greeting,
    Intent.THANKS: _thanks,
    Intent.HELP: _help,
    Intent.WAITING_LIST: _waiting_list,
    Intent.DEADLINE: _deadline,
    Intent.OFF_TOPIC: _off_topic,
    Intent.ACCESS: _unsaid("access"),
    Intent.ACCESSIBILITY: _unsaid("accessibility"),
    Intent.CERTIFICATE: _unsaid("certificate"),
    Intent.DOCUMENTS: _unsaid("documents"),
    Intent.LODGING: _unsaid("lodging"),
    Intent.MEAL: _unsaid("meal"),
    Intent.OTHER_QUESTION: _other_question,
    Intent.OTHER_SESSION: _unsaid("other_session"),
    Intent.PRICE: _unsaid("price"),
    Intent.REMOTE: _unsaid("remote"),
}

IN_PASSING = {**ANSWERS, Intent.GREETING: _hello, Intent.THANKS: _welcome}
"""What is said while a question is open: politeness is returned without asking what next."""
