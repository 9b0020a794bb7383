"""What the bot cannot answer: the person sends it on to the organisers, whose answer comes back."""

from collections.abc import Iterable

from markupsafe import Markup

from bot import usecases
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import faq, menu
from bot.conversation.turn import DueMessage, Turn
from bot.domain.roles import Role
from bot.store.deliveries import ANSWER
from bot.understanding import asides, own, payment, unkept
from bot.understanding.asides import Aside
from bot.understanding.intents import Intent
from bot.usecases.questions import LONGEST

topic = Topic("relaying")


def row(turn: Turn) -> tuple[Button, ...]:
    """« Poser la question à l’équipe », of what was just written; nothing for organisers.

    Nothing either where no organiser could read it.
    """
    if not _may_ask(turn):
        return ()
    turn.dialogue.unanswered = turn.text.strip()
    return (turn.button("relay.offer", propose),)


def await_yes(turn: Turn, row: tuple[Button, ...]) -> None:
    """Let « oui, transmettez » be taken for the button of the row."""
    ways = turn.words.plain("relay.said").split("|")
    written = dict.fromkeys(turn.words.plain("relay.yes").split("|"), row[0])
    no = turn.button("relay.drop", drop)
    written |= dict.fromkeys(turn.words.plain("relay.no").split("|"), no)
    turn.wait_for(row, named=dict.fromkeys(ways, row[0]), written=written)


def _may_ask(turn: Turn) -> bool:
    roles = turn.days[turn.books.key].roles.values()
    return not turn.is_organiser and bool(turn.organisers or Role.ORGANISER in roles)


def is_unsaid(turn: Turn, intents: Iterable[Intent]) -> bool:
    """Whether the event's file answers one of these not at all."""
    return any(_is_unsaid(turn, intent) for intent in intents)


def _is_unsaid(turn: Turn, intent: Intent) -> bool:
    if intent is Intent.OTHER_QUESTION:
        if own.nearest(turn.names.own_questions, turn.text, turn.names) is not None:
            return False
    elif intent not in faq.TOLD:
        return False
    if intent is Intent.MEAL and unkept.is_diet(turn.text):
        return True
    if intent is Intent.PRICE and payment.is_asked(turn.text):
        answers = turn.event.answers
        return payment.fact([answers.get("price"), answers.get("meal")]) is None
    return turn.event.answers.get(intent.value) is None  # type: ignore[call-overload]


# ---- asking


@topic.heard
async def hear_question(turn: Turn, text: str) -> bool:
    """« Demandez-leur : y a-t-il un hôtel ? »: the question without what asks to send it."""
    question = asides.to_pass_on(text)
    if question is None or not _may_ask(turn):
        return False
    turn.dialogue.unanswered = question
    await propose(turn)
    return True


def _is_to_send(turn: Turn, text: str) -> bool:
    """« Transmettez-leur », after something that had no answer here."""
    return bool(turn.dialogue.unanswered) and _may_ask(turn) and asides.read(text) is Aside.RELAY


@topic.said(_is_to_send, meanwhile=lambda turn: turn.words("answer.finish_first"))
@topic.pressed("relay")
async def propose(turn: Turn, _argument: str = "") -> None:
    """Show what goes to the organisers, and from whom, before it does."""
    question = turn.dialogue.unanswered
    if not question:
        await ask_anew(turn)
        return
    if len(question) > LONGEST:
        said = turn.words("relay.too_long", longest=LONGEST)
        turn.prompt(said, take, "", (turn.button("relay.drop", drop),))
        return
    yes, no = turn.button("relay.send", send), turn.button("relay.drop", drop)
    paragraphs = [
        *turn.about(),
        turn.words("relay.preview"),
        turn.words("relay.quoted", question=question),
        await _from(turn),
    ]
    rows = ((yes, turn.button("relay.reword", ask_anew)), (no,))
    turn.say(PARAGRAPH.join(paragraphs), *rows)  # whom to call stays above
    ways = turn.words.plain("relay.said").split("|")
    turn.wait_for(*rows, named=dict.fromkeys(ways, yes), yes=yes, no=no)


async def _from(turn: Turn) -> Markup:
    party, words = await turn.registered(), turn.words
    if party is None:
        return words("relay.from", name=await _name(turn))
    key = "relay.from_party" if party.territory else "relay.from_party_anywhere"
    return words(key, name=await _name(turn), code=party.code, territory=party.territory)


async def _name(turn: Turn) -> str:
    """How they are called: as they registered, or as their channel presents them."""
    party = await turn.registered()
    reader = party.spoken_to_at(turn.address) if party is not None else None
    return reader.name if reader is not None else turn.called


@topic.pressed("relay_reword")
async def ask_anew(turn: Turn, _argument: str = "") -> None:
    """Ask for the question in other words."""
    turn.prompt(turn.words("relay.ask"), take, "", (turn.button("relay.drop", drop),))


@topic.written("relay_text")
async def take(turn: Turn, _argument: str) -> None:
    """The question as it is to be sent on."""
    turn.dialogue.unanswered = turn.text.strip()
    await propose(turn)


@topic.pressed("relay_yes")
async def send(turn: Turn, _argument: str) -> None:
    """Send it on; a second tap sends nothing more."""
    question, turn.dialogue.unanswered = turn.dialogue.unanswered, ""
    if not question:
        turn.toast("relay.sent_already")
        return
    is_sent = await usecases.questions.ask(
        turn.books, turn.address, await _name(turn), question[:LONGEST]
    )
    turn.show(
        turn.words("relay.sent" if is_sent else "relay.too_many"),
        (turn.button("button.menu", menu.show),),
    )


@topic.pressed("relay_no")
async def drop(turn: Turn, _argument: str) -> None:
    """Send nothing."""
    turn.dialogue.unanswered = ""
    turn.show(turn.words("relay.dropped"), (turn.button("button.menu", menu.show),))


# ---- the answer


@topic.message(ANSWER)
async def tell_answer(due: DueMessage) -> None:
    """The organisers' answer, after the question that it answers."""
    one = await due.books.questions.of_key(due.delivery.subject.question_key)
    if one is None or one.answer is None:
        return
    said = [
        due.words("relay.answered", who=one.answered_name),
        due.words("relay.quoted", question=one.question),
        due.words("fact", fact=one.answer),
    ]
    due.say(
        PARAGRAPH.join(said),
        (due.button("relay.another", ask_anew), due.button("button.menu", menu.show)),
    )
