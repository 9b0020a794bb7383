"""Frequent questions, and those that only the event file answers: never an invented fact.

What the file does not tell is said plainly, with the contact person's phone and e-mail. Other
questions are answered by the topic that they are about.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup

from bot.conversation import details, missing, phrases, repeating
from bot.conversation import for_team as kept_for_team
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Teller, Topic
from bot.conversation.topics import contact, for_team, menu, registration, relaying
from bot.conversation.turn import Turn
from bot.understanding import (
    asides,
    aspects,
    diets,
    inquiries,
    own,
    payment,
    placed,
    subjects,
    things,
)
from bot.understanding import for_team as telling
from bot.understanding.asides import Aside
from bot.understanding.intents import Intent

topic = Topic("faq")


@topic.command("faq", in_menu=True)
@topic.pressed("faq")
async def show(turn: Turn, argument: str) -> None:
    """The list of questions; with an intent as argument, its answer in the list's place."""
    offered = turn.topics.faq
    if argument in offered:
        intent = Intent(argument)
        turn.show(
            await turn.topics.answer(turn, intent),
            turn.topics.further(turn, intent),
            (turn.button("button.faq_back", show), turn.button("button.menu", menu.show)),
        )
        return
    buttons = [turn.button(f"faq.{intent}", show, intent) for intent in offered]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    turn.show(turn.words("faq.intro"), *rows, (turn.button("button.menu", menu.show),))


async def say(turn: Turn, intents: Iterable[Intent]) -> None:
    """Answer one or two questions in a new message, with the buttons that go further."""
    topics, known = turn.topics, turn.topics.answered(intents)
    said = _greeted(turn) + turn.about() + await topics.answers_to(turn, known) + _not_known(turn)
    text = PARAGRAPH.join(phrases.reached_once(turn.words, turn.event, said))
    buttons = dict.fromkeys(button for one in known for button in topics.further(turn, one))
    register = await registration.register_row(turn)
    relay = relaying.row(turn) if relaying.is_unsaid(turn, known) else ()
    turn.say(text, tuple(buttons), relay, (*register, turn.button("button.menu", menu.show)))
    if relay:
        relaying.await_yes(turn, relay)


_LETTER = 15
"""Words from which on a message that opens with a greeting is a letter: it is greeted back."""
_OPENS = re.compile(
    r"\W*(?:bonjour|bonsoir|madame|monsieur|mesdames|messieurs|hello|dear|good)\b", re.IGNORECASE
)


def _greeted(turn: Turn) -> list[Markup]:
    """« Bonjour Marie. », once, to who writes a letter."""
    is_letter = len(turn.text.split()) >= _LETTER and _OPENS.match(turn.text) is not None
    hello = turn.words("welcome.hello", name=turn.person.first_name)
    return [hello] if is_letter and not repeating.is_recent(turn, hello) else []


def _not_known(turn: Turn) -> list[Markup]:
    """Of several questions, those that were not understood: each may be sent on."""
    found = placed.unclear(turn.text, lambda one: inquiries.each_of(one, turn.names))
    for one in found:
        with turn.reading(one):
            turn.leave_open()
    reach = phrases.reach(turn.words, turn.event)
    return [turn.words("answer.not_known", question=one, contact=reach) for one in found]


_OF_THE_REGISTERED = frozenset({Intent.CHANGE, Intent.CANCEL, Intent.MINE})
_OF_OTHERS = frozenset({Intent.REGISTER})
_GRAVE = frozenset({Intent.CANCEL, Intent.PRIVACY})
"""Not offered but where nothing is likelier: nobody wants to read by mistake that they are out."""


async def suggest(turn: Turn, intents: Iterable[Intent], *, is_beyond: bool = False) -> None:
    """« Est-ce de cela qu’il s’agit ? »: what an unclear question may be about, a button each.

    `is_beyond`: it may well not be about the day at all.
    """
    idle = _OF_OTHERS if await turn.registered() is not None else _OF_THE_REGISTERED
    intents = [*intents]
    likeliest = intents[0] if intents else None
    intents = [
        intent
        for intent in intents
        if intent not in idle
        and (intent not in _GRAVE or intent is likeliest)
        and subjects.is_worth_proposing(turn.text, intent)
    ]
    if await menu.say_unclear_change(turn, intents):
        return
    if not intents:
        is_question = is_beyond and "?" in turn.text
        await (menu.say_beyond(turn) if is_question else menu.say_unknown_text(turn))
        return
    buttons = [turn.button(f"suggest.{intent}", meant, intent) for intent in intents]
    back = turn.button("button.menu", menu.show)
    only = buttons[0] if len(buttons) == 1 else None
    rows = [(button,) for button in buttons]
    ask = _unsure(turn, is_beyond=is_beyond)
    turn.leave_open()
    turn.choose(ask, *rows, (back,), yes=only, no=back, is_open=False)


def _unsure(turn: Turn, *, is_beyond: bool) -> Markup:
    """That it was not understood: each time in another way, and whom to call after a few."""
    match missing.way(turn, "suggest"):
        case missing.Way.FIRST:
            return turn.words("suggest.beyond" if is_beyond else "suggest")
        case missing.Way.ANOTHER:
            return turn.words("suggest.again")
        case missing.Way.PERSON:
            return turn.words("lost", contact=phrases.reach(turn.words, turn.event))


@topic.pressed("ask")
async def meant(turn: Turn, argument: str) -> None:
    """What `suggest` proposed, and was meant."""
    intents = [intent for intent in Intent if intent == argument]
    if await turn.topics.request(turn, intents):
        return
    if turn.topics.answered(intents):
        await say(turn, intents)
    else:
        turn.toast("toast.unknown")


# ---- what the event file may tell


def _contact_button(turn: Turn) -> Button:
    return turn.button("button.contact", contact.show)


def _told(fact: Intent) -> Teller:
    async def tell(turn: Turn) -> Markup:
        told = _said_of(turn, fact)
        diet = _of_diets(turn) if fact is Intent.MEAL else None
        if told is not None:
            if fact is Intent.MEAL and diets.is_met(turn.text, meal=told):
                return turn.words("answer.meal.met", meal=told)
            said = _with_side(turn, fact, told)
            return said if diet is None else said + PARAGRAPH + diet
        if (line := _to_bring(turn, fact)) is not None:
            return line
        turn.leave_open()
        return details.unsaid(turn, fact) if diet is None else diet

    return tell


def _of_diets(turn: Turn) -> Markup | None:
    """What can be done of a diet that is asked about; nothing where it is told, or everybody's."""
    meal = turn.event.answers.get("meal") or ""
    is_asked = diets.is_diet(turn.text) and not diets.is_met(turn.text, meal=meal)
    if not is_asked or (telling.told(turn.text) and kept_for_team.is_kept(turn)):
        return None
    turn.leave_open()
    return for_team.of_details(turn)


def _with_side(turn: Turn, fact: Intent, told: str) -> Markup:
    """What the announcement says; that it says nothing of the side that alone is asked about."""
    side = aspects.untold(fact, turn.text, told=told)
    if side is None or aspects.is_told(fact, side=side, told=told):
        return turn.words(f"fact.of.{fact}", fact=told)
    turn.leave_open()
    unsaid = turn.words(f"unsaid.{fact}.{side}", contact=phrases.reach(turn.words, turn.event))
    said = turn.words(f"fact.of.{fact}", fact=told)
    is_near = side in ("timetable", "booking", "paid") and not repeating.is_told(turn, said)
    return repeating.note(turn, said) + PARAGRAPH + unsaid if is_near else unsaid


def _said_of(turn: Turn, fact: Intent) -> str | None:
    """What the file says of it; of how one pays, wherever it says so."""
    answers = turn.event.answers
    if fact is Intent.PRICE and payment.is_asked(turn.text):
        paid = payment.fact([answers.get("price"), answers.get("meal")])
        if paid is not None:
            return paid
    told: str | None = answers.get(fact.value)  # type: ignore[call-overload]
    return told


_TO_BRING = re.compile(
    r"\b(?:chaussures?|bottes?|v[êe]tements?|tenue|apport\w+|munir|munissez|shoes|boots"
    r"|clothes)\b",
    re.IGNORECASE,
)


def _to_bring(turn: Turn, fact: Intent) -> Markup | None:
    """What the announcement says of shoes and the like, to « que faut-il apporter ? »."""
    is_bare = aspects.read(fact, turn.text) == "bring" and not things.asked(turn.text)
    if fact is not Intent.DOCUMENTS or not is_bare:
        return None
    line = next((one for one in turn.event.lines if _TO_BRING.search(one)), None)
    return None if line is None else turn.words("answer.line", fact=line)


TOLD = (
    Intent.ACCESS,
    Intent.PRICE,
    Intent.MEAL,
    Intent.LODGING,
    Intent.CERTIFICATE,
    Intent.ACCESSIBILITY,
    Intent.DOCUMENTS,
    Intent.OTHER_SESSION,
    Intent.REMOTE,
)
"""What the event's file answers, or nobody here."""
_PLACES = {
    Intent.ACCESS: 3,
    Intent.PRICE: 8,
    Intent.MEAL: 9,
    Intent.LODGING: 10,
    Intent.CERTIFICATE: 11,
    Intent.ACCESSIBILITY: 12,
}

for _fact in TOLD:
    _further = _contact_button if _fact is Intent.ACCESS else None
    topic.asked(_fact, faq=_PLACES.get(_fact), further=_further)(_told(_fact))


@topic.asked(Intent.OTHER_QUESTION)
async def _other_question(turn: Turn) -> Markup:
    """One of the event's own, or one that its file does not answer."""
    place = own.nearest(turn.names.own_questions, turn.text, turn.names)
    if place is None and asides.read(turn.text) is Aside.LANGUAGE:
        return turn.words("answer.language", contact=phrases.reach(turn.words, turn.event))
    if place is None:
        return await _told(Intent.OTHER_QUESTION)(turn)
    return turn.words("fact.told", fact=turn.event.question[place].answer)


# ---- what is no question


async def _hello(turn: Turn) -> Markup:
    return turn.words("welcome.hello", name=turn.person.first_name)


@topic.asked(Intent.GREETING, in_passing=_hello)
async def _greeting(turn: Turn) -> Markup:
    return turn.words("answer.greeting", name=turn.person.first_name)


async def _welcome(turn: Turn) -> Markup:
    return turn.words("answer.thanks_in_passing")


@topic.asked(Intent.THANKS, in_passing=_welcome)
async def _thanks(turn: Turn) -> Markup:
    return turn.words("answer.thanks")


@topic.asked(Intent.OFF_TOPIC)
async def _off_topic(turn: Turn) -> Markup:
    return turn.words("answer.off_topic", contact=phrases.reach(turn.words, turn.event))
