"""What the bot cannot answer: the person sends it on to the organisers, whose answer comes back."""

import hashlib
from collections.abc import Iterable

from markupsafe import Markup

from bot import usecases
from bot.conversation import details
from bot.conversation.asking import open_question
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import faq, menu
from bot.conversation.turn import DueMessage, Turn
from bot.domain.roles import Role
from bot.store.deliveries import ANSWER
from bot.understanding import asides, diets, inquiries, passing_on, payment, sentences
from bot.understanding.asides import Aside
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.usecases.questions import LONGEST

topic = Topic("relaying")

_SHORT = 3
"""Words of a question that only seeks a nod."""
MOST_KEPT = 5
"""Questions whose buttons still send them on; those of earlier ones ask for the words anew."""
_TELLING = 5
"""Letters of a word that tells which question is meant."""


def row(turn: Turn) -> tuple[Button, ...]:
    """« Poser la question à l’équipe », of what was just written; nothing for organisers.

    Nothing either where no organiser could read it.
    """
    if not may_ask(turn):
        return ()
    return (turn.button("relay.offer", propose, _keep(turn, _left_open(turn))),)


def _left_open(turn: Turn) -> str:
    """What a message asks that has no answer here, as it would leave."""
    said = passing_on.without_courtesy(turn.text)
    opened = [passing_on.without_courtesy(one) for one in turn.left_open]
    parts = [one for one in opened if not any(one != other and one in other for other in opened)]
    return " ".join(dict.fromkeys(parts)) or said


def _keep(turn: Turn, question: str) -> str:
    """Keep a question that may be sent on; give what its buttons call it."""
    tag = hashlib.blake2b(question.encode(), digest_size=4).hexdigest()
    unsent = turn.dialogue.unsent
    unsent.pop(tag, None)
    unsent[tag] = turn.dialogue.unanswered = question
    for old in [*unsent][:-MOST_KEPT]:
        del unsent[old]
    return tag


def await_yes(turn: Turn, row: tuple[Button, ...]) -> None:
    """Let « oui, transmettez » be taken for the button of the row."""
    ways = turn.words.plain("relay.said").split("|")
    written = dict.fromkeys(turn.words.plain("relay.yes").split("|"), row[0])
    no = turn.button("relay.drop", drop)
    written |= dict.fromkeys(turn.words.plain("relay.no").split("|"), no)
    turn.wait_for(row, named=dict.fromkeys(ways, row[0]), written=written)


def may_ask(turn: Turn) -> bool:
    """Whether somebody of the team reads what this person sends on; organisers send nothing."""
    roles = turn.days[turn.books.key].roles.values()
    return not turn.is_organiser and bool(turn.organisers or Role.ORGANISER in roles)


def is_unsaid(turn: Turn, intents: Iterable[Intent]) -> bool:
    """Whether the event's file answers one of these not at all, or not all that was asked."""
    return bool(turn.left_open) or any(_is_unsaid(turn, intent) for intent in intents)


def _is_unsaid(turn: Turn, intent: Intent) -> bool:
    if intent not in (*faq.TOLD, Intent.OTHER_QUESTION):
        return False
    if intent is Intent.MEAL and diets.is_diet(turn.text):
        return not diets.is_met(turn.text, meal=turn.event.answers.get("meal") or "")
    if intent is Intent.PRICE and payment.is_asked(turn.text):
        answers = turn.event.answers
        return payment.fact([answers.get("price"), answers.get("meal")]) is None
    return details.is_unsaid(turn, intent)


# ---- asking


@topic.heard()
async def hear_question(turn: Turn, text: str) -> bool:
    """« Demandez-leur : y a-t-il un hôtel ? », « merci de l’envoyer », and another wording."""
    if not may_ask(turn):
        return False
    question = passing_on.to_pass_on(text)
    if question is not None:
        await propose(turn, _asked_before(turn, question) or _keep(turn, _whole(turn, question)))
    elif (changed := _put_right(turn, text)) is not None:
        await (propose(turn, _keep(turn, changed)) if changed else ask_anew(turn))
    elif asides.read(text) is Aside.RELAY and (turn.dialogue.previewed or not turn.replies):
        if turn.dialogue.previewed:
            await send(turn, turn.dialogue.previewed)
        else:
            await propose(turn, _with_more(turn, text))
    elif (question := _reworded(turn, text)) is not None:
        await propose(turn, _keep(turn, question))
    else:
        return False
    return True


@topic.heard_meanwhile()
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a question is open, which is asked again after it."""
    if passing_on.to_pass_on(text) is None and asides.read(text) is not Aside.RELAY:
        return False
    if not await hear_question(turn, text):
        return False
    await open_question(turn).repeat()
    return True


def _whole(turn: Turn, question: str) -> str:
    """What is to be passed on, after what it cannot be understood without."""
    said, before = passing_on.led(turn.text, question=question), turn.dialogue.unanswered
    is_alone = " : " in said or not before or not passing_on.refers(said)
    return said if is_alone else f"{before} {said}"


def _with_more(turn: Turn, text: str) -> str:
    """« Demandez-leur, et l’adresse sera-t-elle donnée ? »: with what is asked in the message."""
    before, (_, asked) = turn.dialogue.unanswered, sentences.parted(turn.text)
    more = [one for one in asked if one not in text and len(one.split()) > _SHORT]
    if not before or not more:
        return ""
    return _keep(turn, " ".join([before, *map(passing_on.begun, more)]))


def _is_shown(turn: Turn) -> bool:
    """Whether it was just shown how a question would leave."""
    awaited, shown = turn.awaited, turn.dialogue.previewed
    is_it = awaited is not None and awaited.yes == turn.button("relay.send", send, shown).data
    return bool(shown) and is_it


def _put_right(turn: Turn, text: str) -> str | None:
    """The words as they are to be put right; empty: it is not clear how; None: not asked for."""
    change = passing_on.edit(text) if _is_shown(turn) else None
    if change is None:
        return None
    question = _unsent(turn, turn.dialogue.previewed)
    changed = passing_on.edited(question, change)
    return changed if changed != question or passing_on.is_tidied(change) else ""


def _asked_before(turn: Turn, named: str) -> str | None:
    """Which question is meant by its subject: « ma question relative à l’attestation »."""
    if not passing_on.names_question(named):
        return None
    words = {one for one in plain(named).split()[2:] if len(one) >= _TELLING}
    shared = {
        tag: len(words & {*plain(question).split()})
        for tag, question in turn.dialogue.unsent.items()
    }
    best = max(shared, key=lambda tag: shared[tag], default="")
    return best if best and 2 * shared[best] >= len(words) else None


def _reworded(turn: Turn, text: str) -> str | None:
    """The question in other words, written while it was shown how it would leave."""
    if not _is_shown(turn):
        return None
    rather = passing_on.rather(text)
    if rather is not None or "?" not in text:
        return rather
    asked = inquiries.recognise(text, turn.names)
    return text.strip() if not asked or is_unsaid(turn, asked) else None


@topic.pressed("relay")
async def propose(turn: Turn, tag: str = "") -> None:
    """Show what goes to the organisers, and from whom, before it does."""
    question = _unsent(turn, tag)
    if not question:
        await ask_anew(turn)
        return
    if len(question) > LONGEST:
        said = turn.words("relay.too_long", longest=LONGEST)
        turn.prompt(said, take, "", (turn.button("relay.drop", drop),))
        return
    await _preview(turn, question)


async def _preview(turn: Turn, question: str, *said: Markup, rather: Button | None = None) -> None:
    """Show a question as it would leave; `rather`: the button of another one."""
    tag = turn.dialogue.previewed = _keep(turn, question)
    yes, no = turn.button("relay.send", send, tag), turn.button("relay.drop", drop)
    paragraphs = [
        *turn.about(),
        *said,
        turn.words("relay.preview"),
        turn.words("relay.quoted", question=question),
        await _from(turn),
    ]
    others = () if rather is None else (rather,)
    rows = ((yes, turn.button("relay.reword", ask_anew)), others, (no,))
    turn.say(PARAGRAPH.join(paragraphs), *rows)  # whom to call stays above
    ways = turn.words.plain("relay.said").split("|")
    turn.wait_for(*filter(None, rows), named=dict.fromkeys(ways, yes), yes=yes, no=no)


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
    await propose(turn, _keep(turn, turn.text.strip()))


@topic.pressed("relay_yes")
async def send(turn: Turn, tag: str) -> None:
    """Send it on; where another was asked since, show that one first."""
    question, last = _unsent(turn, tag), turn.dialogue.unanswered
    if question and last != question and "?" in last:
        rather = turn.button("relay.first", send_it, tag)
        await _preview(turn, last, turn.words("relay.newer"), rather=rather)
        return
    await send_it(turn, tag)


@topic.pressed("relay_it")
async def send_it(turn: Turn, tag: str) -> None:
    """Send this one on; a second tap sends nothing more."""
    question = _unsent(turn, tag)
    if not question:
        turn.toast("relay.sent_already")
        return
    _forget(turn, question)
    is_sent = await usecases.questions.ask(
        turn.books, turn.address, await _name(turn), question[:LONGEST]
    )
    turn.show(
        turn.words("relay.sent" if is_sent else "relay.too_many"),
        (turn.button("button.menu", menu.show),),
    )


def _unsent(turn: Turn, tag: str) -> str:
    """A question by what its button calls it; buttons of before call none."""
    return turn.dialogue.unsent.get(tag, "") if tag else turn.dialogue.unanswered


def _forget(turn: Turn, question: str) -> None:
    dialogue = turn.dialogue
    dialogue.unsent = {tag: one for tag, one in dialogue.unsent.items() if one != question}
    dialogue.previewed = ""
    if dialogue.unanswered == question:
        dialogue.unanswered = ""


@topic.pressed("relay_no")
async def drop(turn: Turn, _argument: str) -> None:
    """Send nothing."""
    _forget(turn, turn.dialogue.unanswered)
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


async def propose_words(turn: Turn, words: str) -> None:
    """Show words as they would leave."""
    await propose(turn, _keep(turn, words))


def remember(turn: Turn, words: str) -> None:
    """Let « transmettez » show these words."""
    _keep(turn, words)


async def propose_as_written(turn: Turn) -> bool:
    """Show a message as it would leave, to who wants it passed on; whether anybody reads it."""
    if not may_ask(turn):
        return False
    await propose(turn, _keep(turn, _left_open(turn)))
    return True
