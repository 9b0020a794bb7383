"""What is written while a question is open: an answer, a button's label, a command, a question."""

import re
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from bot.conversation import (
    agreeing,
    amending,
    besides,
    confirming_all,
    digressing,
    doubts,
    elsewhere,
    for_team,
    given,
    naming,
    next_group,
    obeying,
    pairing,
    reaching,
    respelling,
    returning,
    unread,
    untitled,
    waiting,
)
from bot.conversation.asking import Asking
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.showing import newly_noted
from bot.conversation.steps.step import Step
from bot.understanding import (
    agreed,
    changes,
    command_words,
    concerns,
    confirmations,
    dictated,
    digressions,
    eligibility,
    labelled,
    office_words,
    one_by_one,
    openings,
    preambles,
    repeated,
    replies,
    seeking,
    sentences,
    signatures,
    writers,
)
from bot.understanding import respelling as respelt
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.questions import Intent
from bot.understanding.results import Reading, Unclear
from bot.understanding.seeking import Seeking


async def listen(asking: Asking, text: str) -> None:
    """Take what was written for what it is; what is asked besides is answered first."""
    text = dictated.written(
        _unsigned(asking, text),
        is_one_asked=asking.step.topic in ("email", "phone"),
        country=asking.turn.event.country,
    )
    text = office_words.put_plainly(text, writer=asking.turn.called)
    text = naming.by_name(asking.turn.draft, text) if asking.turn.dialogue.draft else text
    text = await reaching.with_whole_addresses(asking.turn, text)
    if asking.step.topic == "for_team" and asking.turn.dialogue.doubt is None:
        await asking.take(asking.step, asking.step.read(asking.turn, text))
        return
    if words := _for_team(asking, text):
        noted = for_team.keep(asking.turn, words)
        if for_team.is_all(text):
            await asking.repeat(noted)
            return
        text = for_team.without(text)
    await _heard(asking, text)


def _for_team(asking: Asking, text: str) -> list[str]:
    """What a message tells that only the team has use for, where that is kept."""
    turn = asking.turn
    return [one.words for one in for_team.told(turn, text)] if for_team.is_kept(turn) else []


async def _heard(asking: Asking, text: str) -> None:
    text, known = waiting.without_registered(asking.turn, text)
    if known is not None:
        at = len(asking.turn.replies)
        await (listen(asking, text) if text else asking.repeat())
        asking.turn.say_before(at, [known])
        return
    if only := digressing.only(asking, text):
        await asking.repeat(*await digressing.in_passing(asking, only, text))
        return
    if await _respelt(asking, text):
        return
    stated, asked_sentences = sentences.parted(text)
    asked_sentences = [one for one in asked_sentences if not preambles.is_all(one)]
    if asking.turn.dialogue.draft is not None and asking.turn.draft.afterwards:
        asked_sentences = [one for one in asked_sentences if not one_by_one.asks_who(one)]
    if stated and not asked_sentences and "?" in text and "?" not in stated:
        text = stated  # « …, vous pouvez corriger ? » asks nothing more
    if stated and asked_sentences and not digressions.courtesy(stated, asking.turn.names):
        is_held = agreed.hinders(text) or replies.wants_something_first(text)
        if asking.step.is_final and is_held:
            await _answer_first(asking, stated, asked_sentences)
            return
        if asked := digressing.each(asking, asked_sentences):
            await _both(asking, stated, asked_sentences, asked)
            return
        was_final, at = asking.step.is_final, len(asking.turn.replies)
        await _listen(asking, text)
        if was_final and asking.turn.dialogue.step is None:
            await _answer_after(asking, asked_sentences)
        elif any(digressing.is_answered_besides(asking, one) for one in asked_sentences):
            await besides.answer(asking.turn, asked_sentences, at)
        return
    await _listen(asking, text)


async def _respelt(asking: Asking, text: str) -> bool:
    """Whether a word was spelt otherwise; what is said besides is taken as usual."""
    turn = asking.turn
    words = [*respelt.read(text)] if turn.dialogue.draft is not None else []
    if not words:
        return False
    before, at = turn.draft.model_copy(deep=True), len(turn.replies)
    rest = respelling.put_right(turn.draft, words)
    if rest is None:
        return False
    if not rest:
        await given.go_on(asking, [], before)
        return True
    shown = newly_noted(turn, before)
    await listen(asking, rest)
    turn.say_before(at, shown)
    return True


async def _both(
    asking: Asking, stated: str, asked_sentences: Sequence[str], asked: Sequence[Intent]
) -> None:
    """Take what is stated, and answer what is asked: before the next question, or once done."""
    turn, was_final, at = asking.turn, asking.step.is_final, len(asking.turn.replies)
    text = " ".join(asked_sentences)
    if was_final and agreed.is_remark(stated):
        await asking.repeat(*await digressing.in_passing(asking, asked, text))
        return
    if _is_no_answer(asking, stated):
        await asking.repeat(*await digressing.in_passing(asking, asked, text))
        return
    is_of_noted = Intent.MINE in asked
    is_later = is_of_noted or was_final  # what is so once this is noted, or registered
    answers = () if is_later else await digressing.in_passing(asking, asked, text)
    await _listen(asking, stated)
    if turn.dialogue.draft is None and is_of_noted:
        await _answer_after(asking, asked_sentences)
    elif was_final and turn.dialogue.step is None:
        turn.say(PARAGRAPH.join(await turn.topics.in_passing(turn, asked, Markup())))
    else:
        later = await digressing.in_passing(asking, asked, text) if is_later else answers
        turn.say_before(at, later)


def _is_no_answer(asking: Asking, stated: str) -> bool:
    """« J’ai déjà donné un mail ! », where a number is asked: nothing to note stands there."""
    reading = asking.step.read(asking.turn, stated)
    if asking.step.is_final:
        told = given.read(asking.turn, stated, step=asking.step)
        is_told = told.kinds > 0 or told.agrees or changes.may_be_told(stated)
        return isinstance(reading, Unclear) and not is_told
    is_reach = asking.step.topic in ("email", "phone")
    is_none = reading in _NOTHING if is_reach else isinstance(reading, Unclear)
    is_none &= not labelled.names_one(stated) and not changes.may_be_told(stated)
    return is_none and given.read(asking.turn, stated, step=asking.step).kinds == 0


_NOTHING = (Unclear("no_number"), Unclear("no_address"), Unclear("no_at"))


async def _answer_after(asking: Asking, asked: Sequence[str]) -> None:
    """What is asked beside the yes that confirmed all, but how a yes is given."""
    asked = [one for one in asked if not for_team.told(asking.turn, one)]
    more = [one for one in asked if concerns.read(one) or not confirmations.asks_how(one)]
    more = [one for one in more if seeking.read(one) is not Seeking.SEARCH]  # that is done
    await besides.answer(asking.turn, more, len(asking.turn.replies), is_after=True)


async def _answer_first(asking: Asking, stated: str, asked: Sequence[str]) -> None:
    """« Oui. Mais attendez, y a-t-il un parking ? »: answered, and asked to confirm again."""
    asked = [one for one in map(confirmations.without_hanging, asked) if one]
    answers = await digressing.in_passing(asking, digressing.each(asking, asked), " ".join(asked))
    at, more = len(asking.turn.replies), agreed.beyond(stated)
    if more:
        await _listen(asking, more)
        asking.turn.say_before(at, answers)
    else:
        await asking.repeat(*answers)


_SIGN_OFF = re.compile(
    r"(?:\n\s*(?:[-–—_*]{2,}|[A-Z]\.?[A-Z]\.?|cordialement\W*|cdlt\W*))+\s*$", re.I
)


_SEE_BELOW = re.compile(r"\b(?:ci-dessous|ci-apr[èe]s|signature|below)\b", re.IGNORECASE)


def _unsigned(asking: Asking, text: str) -> str:
    """Leave out a signature that comes under every message, once what it tells is noted."""
    signed = signatures.of(text)
    known = asking.turn.draft.contact if asking.turn.draft.members else None
    if signed is None or known is None or not known.last_name:
        return text
    if asking.step.topic == "territory" or _SEE_BELOW.search(text):
        return text  # their organisation may be the answer
    is_known = plain(signed.name.last) == plain(known.last_name)
    is_told = known.email is not None or known.function is not None
    body = _SIGN_OFF.sub("", text[: signed.start].rstrip()).strip()
    return body if is_known and is_told and body else text


async def _listen(asking: Asking, text: str) -> None:
    """Take what was written for what it is, in this order."""
    turn, step = asking.turn, asking.step
    if await _is_about_who_comes(asking, text):
        return
    people = _people(asking, text)
    command, asked = command_words.read(text), digressing.read(asking, text)
    if (
        await _settled(asking, text, people)
        or await obeying.said_a_label(asking, step, text)
        or await untitled.heard(asking, text, asked)
    ):
        return
    is_wondered = step.topic == "territory" and digressing.only_asks_number(text)
    if command is None and not is_wondered and await _told(asking, text, asked):
        return
    if turn.dialogue.doubt is None and step.is_answer(turn, text):
        await asking.take(step, step.read(turn, text))
    elif command is not None:
        await obeying.obey(asking, command)
    elif await _amended(asking, text, people):
        pass
    elif step.is_final and confirmations.read(text) is True and not agreed.excepts(text):
        await _read(asking, step, text)
    elif turn.draft.registrar is not None and writers.only_registers(text):
        await asking.repeat(turn.words("name.not_coming"))
    elif (said := turn.topics.said(turn, text)) is not None:
        await asking.repeat(said.meanwhile(turn))
    elif eligibility.only_asks_a_word(text):
        await asking.repeat(*await digressing.answered(asking, text, [Intent.AUDIENCE]))
    elif answers := await digressing.answered(asking, text, asked):
        await asking.repeat(*answers)
    else:
        await _read(asking, step, text)


async def _amended(asking: Asking, text: str, people: Sequence[Person]) -> bool:
    """Whether it is a change of what is noted; what it tells besides is noted too, and shown."""
    lines = await given.note_besides(asking, text) if amending.tells(asking, text) else []
    at = len(asking.turn.replies)
    if not await amending.heard(asking, text, people):
        return False
    if lines:
        asking.turn.say_before(at, lines)
    return True


async def _told(asking: Asking, text: str, asked: Sequence[Intent]) -> bool:
    """Whether it is heard by a topic, or tells more than the open question asks."""
    return (
        await asking.turn.topics.hear_meanwhile(asking.turn, text)
        or await elsewhere.hear(asking, text)
        or await given.hear(asking, text, asked)
        or await _completed(asking, text)
    )


async def _completed(asking: Asking, text: str) -> bool:
    """« mais c’est Ponet-et-Saint-Auban »: whether a place that is noted is told in full."""
    turn = asking.turn
    before = turn.draft.model_copy(deep=True) if turn.dialogue.draft is not None else None
    if before is None or "?" in text or not respelling.complete(turn.draft, text):
        return False
    await given.go_on(asking, [], before)
    return True


async def _is_about_who_comes(asking: Asking, text: str) -> bool:
    """Whether nobody comes too after all, who writes does not, or it is said who comes together."""
    if asking.purpose.is_given_up(asking.turn.draft, text):
        await asking.purpose.give_up(asking.turn)
        return True
    for heard in (pairing.heard, returning.heard):
        if await heard(asking, text):
            return True
    is_next = openings.is_for_somebody_else(text) and not asking.turn.draft.places_named(text)
    if asking.step.is_final and is_next and agreed.says_yes(text):
        await asking.purpose.confirmed(asking)  # « je confirme ; j’inscris ensuite ma directrice »
        if asking.turn.dialogue.draft is None:
            await asking.turn.topics.press(asking.turn, "another", argument="")
        return True
    return await next_group.heard(asking, text) or await _is_about_who_waits(asking, text)


async def _is_about_who_waits(asking: Asking, text: str) -> bool:
    """Whether somebody is registered next after all, or is not; what else it says is heard."""
    if await confirming_all.heard(asking, text):
        return True
    more = waiting.told_of_more(asking.turn, text)
    if more is not None and asking.step.is_final and agreed.says_yes(text):
        await asking.purpose.confirmed(asking)
        return True
    if more is not None:
        lines = await given.note_besides(asking, text)
        await (asking.go_on([*lines, more]) if lines else asking.repeat(more))
        return True
    if (next_one := waiting.asked_for(asking.turn, text)) is not None:
        lines = await given.note_besides(asking, text)
        if asking.step.is_final and confirming_all.says_yes(text):
            await asking.purpose.confirmed(asking)
        else:
            await asking.repeat(*lines, next_one)
        return True
    said = waiting.let_go(asking.turn, text)
    if said is None:
        return False
    at, rest = len(asking.turn.replies), one_by_one.besides(text)
    if rest and ("?" in rest or waiting.tells(asking.turn, rest)):
        await _listen(asking, rest)
        asking.turn.say_before(at, [said])
    else:
        await asking.go_on([said])
    return True


async def _settled(asking: Asking, text: str, people: Sequence[Person]) -> bool:
    """Whether it answers what waits for a yes: a change, a value that was doubtful."""
    dialogue = asking.turn.dialogue
    if dialogue.change is not None and await agreeing.settled(asking, text, people):
        return True
    if dialogue.doubt is not None and await doubts.settled(asking, text, _listen):
        return True
    is_same_person = repeated.is_same_person(text)
    if is_same_person:
        await asking.repeat(asking.turn.words("change.same_person"))
    return is_same_person


def _people(asking: Asking, text: str) -> Sequence[Person]:
    """Those whom a text tells of, where it may tell a change."""
    if given.is_bare(text) or not (asking.step.is_final or changes.may_be_told(text)):
        return ()
    return given.read(asking.turn, text, step=asking.step).people


async def _read(asking: Asking, step: Step, text: str) -> None:
    reading = step.read(asking.turn, text)
    aside = _aside(asking, text, reading)
    if aside:
        await asking.repeat(*await digressing.in_passing(asking, aside, text))
    elif not (isinstance(reading, Unclear) and await unread.heard(asking, text, reading)):
        await asking.take(step, reading)


def _aside(asking: Asking, text: str, reading: Reading[Any]) -> list[Intent]:
    """A greeting, thanks, a call for help: when it can be no answer."""
    if not isinstance(reading, Unclear) or reading == Unclear("no"):
        return []
    return list(digressions.courtesy(text, asking.turn.names))
