"""/annuler: giving up what is under way, one's own place, or a party's registration."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import attending, phrases
from bot.conversation.asking import open_question
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    changes,
    menu,
    mine,
    party_seats,
    registration,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.understanding import (
    absences,
    erasing,
    known_people,
    lateness,
    one_by_one,
    partly,
    signatures,
    wishes,
)
from bot.understanding import changes as changes_said
from bot.understanding.act import Act
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.intents import Intent
from bot.understanding.known_people import Known
from bot.understanding.normal import normal, plain, vocabulary

topic = Topic("cancelling")


@topic.command("annuler", "cancel", in_menu=True)
async def stop(turn: Turn, _argument: str) -> None:
    """Stop answering, if a question is open; else give up what is registered."""
    if turn.dialogue.step is not None:
        await open_question(turn).purpose.stop(turn)
    elif turn.dialogue.draft is not None:
        await mine.show(turn)
    else:
        await give_up(turn)


@topic.asked(Intent.CANCEL)
async def tell(turn: Turn) -> Markup:
    """Until when one may give up, and how; of what it costs, what the announcement says."""
    words, event = turn.words, turn.event
    if not turn.books.is_open:
        return words("answer.cancel.closed", contact=phrases.reach(words, event))
    if _ON_THE_DAY.search(plain(turn.text)) or wishes.asks_how_to_tell(turn.text):
        return words("answer.cancel.on_the_day", contact=phrases.reach(words, event))
    closes = event.closes_at
    until = words("answer.cancel", day=words.short_day(closes), hour=words.hour(closes))
    if not _PENALTY.search(plain(turn.text)):
        return until
    return until + Markup(" ") + words("answer.cancel.penalty")


_PENALTY = re.compile(
    r"\b(?:penalit\w*|frais|pay\w*|factur\w*|rembours\w*|cout\w*|penalty|fee\w*|charge\w*)\b"
)


_ON_THE_DAY = re.compile(
    r"\b(?:(?:jour|matin) meme|jour j|derniere minute|dernier moment|(?:je|on|nous"
    r"|a) (?:previen\w+|prevenir|avert\w+"
    r"|signal\w+|appel\w+) qui|qui (?:prevenir|avertir|appeler|contacter|previent on"
    r"|faut il prevenir)"
    r"|a qui (?:le |la )?(?:dire|dois je|doit on|signaler)|on the day|last minute|whom (?:do"
    r"|should))\b"
)


@topic.requested(Intent.CANCEL)
@topic.pressed("cancel")
async def give_up(turn: Turn, code: str) -> None:
    """« Je ne peux plus venir »: a teammate withdraws, the contact person cancels for all.

    `code` is the party's, where it is known.
    """
    if turn.acting_for:
        await party_seats.ask_to_cancel(turn, turn.acting_for)
        return
    party = await turn.registered()
    own = party.member_at(turn.address) if party is not None else None
    only = _only_one(turn, party) if party is not None and not code else None
    if only is not None:
        await withdrawing.ask(turn, phrases.tag(only))
    elif party is None or own is None or mine.is_contact(turn, party):
        await _ask(turn, code)
    elif not (turn.books.hears_absences or turn.may_change):
        _say_too_late(turn)
    else:
        await withdrawing.ask(turn, phrases.tag(own))


def _only_one(turn: Turn, party: Party) -> Member | None:
    """The one of several who is named alone: « Luc annule », « enlevez Luc »."""
    words = {*normal(turn.text).split()}
    if not turn.text or not mine.is_contact(turn, party) or words & _OF_ALL:
        return None
    people = [Known(one.first_name, one.last_name) for one in party.members]
    named = known_people.named(normal(turn.text), people)
    member = None if named is None else party.members[named]
    return member if member is not None and party.may_leave(member) else None


_OF_ALL = vocabulary(
    "on nous je j m me moi tout tous toutes inscription we i all everything registration"
)


_TAKES_OUT = re.compile(
    r"\b(?:enlev|retir|supprim|ote[rzs]?\b|otez|raye|vire|desinscri|remov|take (?:\w+ ){0,2}off"
    r"|take out|delete)\w*"
)
_THAT_ONE = re.compile(r"\b(?:celle (?:la|ci)|(?:cette|la) (?:derniere )?inscription|that one)\b")
LONGEST = 30
"""So many words at most say that somebody gives up."""


@topic.heard(Act.LEAVES, Act.ASKS, Act.CHECKS)
async def hear_of_nobody_on_it(turn: Turn, text: str) -> bool:
    """« Donc Samir non ? puisqu’il vient plus », of who is not on it: nobody else is meant."""
    if one_by_one.is_instead(text):
        return False  # « Mme Roux représentera M. Vial »: she is new
    if not (wishes.gives_up(text) or ("?" in text and _ABOUT_THEM.search(plain(text)))):
        return False
    party = await turn.registered()
    stranger = "" if party is None else _stranger(turn, await turn.parties())
    if party is None or not stranger:
        return False
    lines = await attending.told_besides(turn, text)
    names = turn.words.listing(one.name for one in party.everyone)
    said = turn.words("cancel.stranger", name=stranger, names=names)
    turn.say(PARAGRAPH.join([*lines, said]), (turn.button("button.mine", mine.show),))
    return True


@topic.heard(Act.LEAVES)
async def hear(turn: Turn, text: str) -> bool:
    """« Luc annule », « Luc est encore là, enlevez-le », where nothing else is meant."""
    sentence = normal(text)
    gives_up = wishes.gives_up(text) or _TAKES_OUT.search(sentence) is not None
    if "?" in text or not gives_up or len(sentence.split()) > LONGEST:
        return False
    if _is_of_something_else(turn, text):
        return False
    party = await turn.registered()
    if party is not None and _is_of_nobody_registered(turn, party, text):
        turn.say(turn.words("cancel.nobody"), (turn.button("button.mine", mine.show),))
        return True
    if party is not None and _THAT_ONE.search(sentence) and mine.is_contact(turn, party):
        await give_up(turn, party.code)
        return True
    only = _only_one(turn, party) if party is not None else None
    if party is None or only is None or changes_said.struck(text) or not _may_say(turn):
        return False
    people = [Known(one.first_name, one.last_name, one.function) for one in party.everyone]
    if changes_said.read(text, people, country=turn.event.country) is not None:
        return False
    if {*absences.settled(text, people).values()} == {True}:
        return False  # « Luc ne sera plus maire ce jour-là »: who is named comes
    if withdrawing.replaces(text):
        return False  # « à sa place Lise Morand »: a change, which is asked about as such
    await withdrawing.ask(turn, phrases.tag(only))
    return True


def _is_of_something_else(turn: Turn, text: str) -> bool:
    """Whether a lateness is meant, a part of the day, or what is kept: who says so comes."""
    start = turn.event.start
    is_late = lateness.is_taken_back(text) or lateness.is_moved(text)
    is_late |= lateness.read(text, start) is not None
    is_kept = erasing.asks_all(text) or erasing.asks_reach(text) is not None
    return is_late or is_kept or partly.says_half(text)


_ABOUT_THEM = re.compile(
    r"\b(?:rappels?|inscrite?s?|desinscrite?s?|recevr\w+|recoi\w+|enlevee?|retiree?|registered"
    r"|receive)\b"
)
_WITH_SOMEBODY = re.compile(
    r"\b(?:remplac\w+|(?:a|en) (?:sa|ma|la|leur|son) (?:place|lieu)|inscri(?:s|ve[rz]?)|ajout\w+"
    r"|avec"
    r"|instead|replac\w+|add)\b"
)


def _stranger(turn: Turn, parties: Sequence[Party]) -> str:
    """The first name of whom words say not to come, and who is on none; empty: nobody's.

    Who writes, and signs, is no stranger.
    """
    text = signatures.without(turn.text)
    everyone = [one for party in parties for one in party.everyone]
    known = {word for one in everyone for word in plain(f"{one.name} {one.function}").split()}
    known |= {*plain(turn.called).split()}
    said = [word for word in re.findall(r"[^\W\d_]+", text) if plain(word) in FIRST_NAMES]
    if {*map(plain, said)} & known or len({*map(plain, said)}) != 1:
        return ""
    return "" if _WITH_SOMEBODY.search(plain(text)) else said[0].title()


def _is_of_nobody_registered(turn: Turn, party: Party, text: str) -> bool:
    """« Ma femme ne vient pas, je viens seul », of who is registered alone."""
    own = party.member_at(turn.address)
    is_alone = own is not None and len(party.everyone) == 1
    return is_alone and wishes.comes_oneself(text) and "annul" not in normal(text)


def _may_say(turn: Turn) -> bool:
    return turn.books.hears_absences or turn.may_change


async def _ask(turn: Turn, code: str) -> None:
    """Ask whether the party is really given up."""
    party = await turn.registered()
    if party is None or code not in ("", party.code) or not mine.is_contact(turn, party):
        turn.show(turn.words("mine.none"), (turn.button("button.menu", menu.show),))
        return
    if not (turn.books.hears_absences or turn.may_change):
        _say_too_late(turn)
        return
    absent = _somebody_else(turn, party)
    key = "cancel.ask_of" if absent else "cancel.ask"
    ask = turn.words(key, code=party.code, name=absent) + Markup(" ")
    if party.members:
        ask += turn.words("cancel.ask_seats", n=party.seats)
    else:
        ask += turn.words("cancel.ask_waiting")
    everyone = len(party.everyone)
    others = {
        one.first_name: turn.button("cancel.only", withdrawing.ask, phrases.tag(one), name=one.name)
        for one in (party.members if everyone > 1 else ())
        if one is not party.spoken_to_at(turn.address)
    }
    comes = party.registrar_at(turn.address) is None
    keep = turn.button("cancel.no", mine.show, n=everyone)
    turn.confirm_leaving(
        PARAGRAPH.join([*turn.about(), ask]),
        turn.button("cancel.yes", cancel, party.code),
        keep if comes else turn.button("button.no_keep_coming", mine.show),
        turn.button("button.no_keep_coming", withdrawing.keep),
        *_rows_for_one(turn, party),
        named=others,
    )


def _rows_for_one(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    """That but one of them does not come; once registration is closed, which one."""
    if len(party.everyone) == 1:
        return []
    if turn.books.is_open:
        return [(turn.button("cancel.one", changes.show),)]
    return [
        (turn.button("cancel.only", withdrawing.ask, phrases.tag(one), name=one.name),)
        for one in party.members
    ]


def _say_too_late(turn: Turn) -> None:
    """Nothing is given up here any more: whom to tell."""
    turn.show(
        PARAGRAPH.join([turn.words("cancel.too_late"), phrases.contact(turn.words, turn.event)]),
        (turn.button("button.menu", menu.show),),
    )


@topic.pressed("cancel_yes")
async def cancel(turn: Turn, code: str) -> None:
    """Give up the party of this code, if it is this chat's; a second press says it is done."""
    party = await mine.own_party(turn, code)
    if party is None:
        turn.toast("cancel.already")
        return
    if not (turn.books.hears_absences or turn.may_change):
        _say_too_late(turn)
        return
    await usecases.change.cancel(turn.books, party)
    left = await turn.books.parties.of(turn.address)
    stays = [turn.words("cancel.stays", n=len(left), names=_names(turn, left))] if left else []
    turn.show(
        PARAGRAPH.join([_done(turn, party), *stays]),
        await registration.register_row(turn),
        (turn.button("button.menu", menu.show),),
    )


def _done(turn: Turn, party: Party) -> Markup:
    """That it is given up, and by whom where that is not who writes."""
    words, absent = turn.words, _somebody_else(turn, party)
    if not turn.books.is_open and absent:
        return words("cancel.done_closed_of", name=turn.event.contact.name, absent=absent)
    if not turn.books.is_open:
        return words("cancel.done_closed", name=turn.event.contact.name)
    if not party.members:
        return words("cancel.done_waiting")
    if absent:
        return words("cancel.done_of", name=absent)
    return words("cancel.done", n=party.seats)


def _somebody_else(turn: Turn, party: Party) -> str:
    """The name of the only one who comes, where that is not who writes; else empty."""
    only = party.everyone[0]
    is_other = len(party.everyone) == 1 and party.member_at(turn.address) is None
    return only.name if is_other else ""


def _names(turn: Turn, parties: Sequence[Party]) -> str:
    return turn.words.listing(one.name for party in parties for one in party.everyone)
