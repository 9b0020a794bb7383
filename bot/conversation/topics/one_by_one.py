"""Days where each person registers alone: whose turn it is once somebody is registered.

What is written then registers those who wait, or lets them go; it never touches what is confirmed.
"""

from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation import besides, waiting
from bot.conversation.buttons import unpack
from bot.conversation.describing import own_name
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.state import MemberDraft
from bot.conversation.topic import Topic
from bot.conversation.topics import further, menu, mine, registration
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import (
    by_themselves,
    calling,
    changes,
    concerns,
    erasing,
    inquiries,
    known_people,
    one_by_one,
    openings,
    procedure,
    sentences,
    wishes,
    writers,
    yes_or_no,
)
from bot.understanding.act import Act
from bot.understanding.changes import Change, Kind
from bot.understanding.concerns import Concern
from bot.understanding.intents import Intent
from bot.understanding.known_people import Known, People
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.telling import scene as telling

topic = Topic("one_by_one")

_MAY_NAME_A_NEWCOMER = (Kind.ADD, Kind.SIZE, Kind.EMAIL, Kind.PHONE)
"""Changes that are none of what is registered where they come with somebody new."""


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Et moi ? », « inscrivez Jeanne », « il n’y a personne d’autre »: whether it is that."""
    parties = () if erasing.asks_all(text) else await _parties(turn)
    if not parties:
        return False
    if _corrects_a_name(parties, text):
        return False
    if one_by_one.says_nobody_else(text):
        if _waits(turn) or one_by_one.registers(text):
            await _drop(turn, turn.dialogue.later)
            return True
        return False
    if turn.dialogue.draft is not None:
        return False
    if turn.dialogue.later and one_by_one.registers_themselves(text):
        await _drop(turn, waiting.named(turn, text, parties) or turn.dialogue.later[:1])
        return True
    return (
        await _named(turn, text, parties)
        or await _self(turn, text, parties)
        or await _referred_to(turn, text, parties)
        or await _newcomer(turn, text, parties)
    )


async def brings_in(turn: Turn, text: str) -> bool:
    """« Ma compagne Jeanne Morel peut-elle venir ? Elle est infirmière. »: whether it is that."""
    stated, _ = sentences.parted(text)
    is_settled = one_by_one.says_self(stated or text) or one_by_one.says_nobody_else(stated)
    is_other = "?" in text and not is_settled
    is_other &= concerns.read(text) is not Concern.CODE  # « a-t-il un code à part ? »
    is_other &= not by_themselves.asks(text) and not procedure.is_certain(text)
    parties = await _parties(turn) if is_other else ()
    is_answer = turn.awaited is not None and yes_or_no.read(text) is not None
    if not parties or is_answer or turn.dialogue.draft is not None:
        return False
    return not _corrects_a_name(parties, text) and await _newcomer(turn, text, parties)


def _corrects_a_name(parties: Sequence[Party], text: str) -> bool:
    """« Son prénom, c’est Denis »: of somebody registered, and nobody new."""
    known = [
        telling.Known(one.first_name, one.last_name, one.function)
        for party in parties
        for one in party.everyone
    ]
    return bool(calling.read(text, known))


async def _parties(turn: Turn) -> Sequence[Party]:
    """The registrations of this chat, where somebody else may be registered besides."""
    if not waiting.is_each_alone(turn) or turn.acting_for or not turn.books.is_open:
        return ()
    return await turn.books.parties.of(turn.address)


def _waits(turn: Turn) -> bool:
    draft = turn.dialogue.draft
    return bool(turn.dialogue.later) or registration.REGISTER.is_of(draft)


# ---- those who wait


async def _named(turn: Turn, text: str, parties: Sequence[Party]) -> bool:
    """Register who waits and is named, or let them go; whether one is."""
    if (gone := _let_go(turn, text, parties)) is not None:
        await _drop(turn, gone)
        return True
    named = waiting.named(turn, text, parties)
    if not named:
        return False
    told = waiting.told(turn, text, parties)
    instead = [one for one in told if one.name and not any(_is_same(one, it) for it in named)]
    if one_by_one.is_instead(text) and instead:
        waiting.drop(turn, named)
        await _begin(turn, instead[0], ())
        return True
    if openings.wants_a_yes(text):
        _offer(turn, named[0], turn.words("one_by_one.not_yet", name=named[0].name))
        return True
    is_told = any(one.function or one.organisation or one.how_reached for one in told)
    is_asked = "?" in text and not (one_by_one.is_only_a_turn(text) or one_by_one.registers(text))
    if is_asked or not (is_told or one_by_one.is_their_turn(text)):
        return False
    await _begin(turn, named[0], told)
    return True


def _let_go(turn: Turn, text: str, parties: Sequence[Party]) -> list[MemberDraft] | None:
    """Those who wait and do not come, by the sentences that say so; None: nobody.

    « Je ne viens pas ! Il reste seulement Bernard » lets who writes go, and not Bernard.
    """
    each = sentences.sentences(text)
    said = [one for one in each if wishes.gives_up(one) or one_by_one.lets_go(one)]
    if not said:
        return None
    if any(writers.does_not_come(one) for one in said):
        own = [one for one in turn.dialogue.later if waiting.is_who_writes(turn, one)]
        if own:
            return own
    return waiting.named(turn, " ".join(said), parties) or None


async def _self(turn: Turn, text: str, parties: Sequence[Party]) -> bool:
    """Register who writes, where they are not yet; whether they want that."""
    told = waiting.told(turn, text, parties)
    later = turn.dialogue.later
    comes = any(party.member_at(turn.address) for party in parties)
    is_told = any(one.is_writing and one.function for one in told) and (later or not comes)
    if not (one_by_one.says_self(text) or is_told):
        return False
    own = [one for one in later if waiting.is_who_writes(turn, one)]
    unknown = [one for one in later if not one.name]
    if comes and not own and not unknown:
        return False
    meant = next(iter([*own, *unknown]), MemberDraft())
    meant.is_writing = True
    if not meant.name:
        _name_self(turn, meant, parties)
    await _begin(turn, meant, [one for one in told if one.is_writing or not one.name] or told)
    return True


def _name_self(turn: Turn, meant: MemberDraft, parties: Sequence[Party]) -> None:
    """Who writes, by the name they registered others with, or by that of the channel."""
    name = own_name(turn)
    reader = waiting.writing(turn, parties)
    if reader is not None and all(one.member_at(turn.address) is None for one in parties):
        meant.put(first_name=reader.first_name, last_name=reader.answers.get("last_name"))
    elif name is not None:
        meant.put(first_name=name.first, last_name=name.last)


async def _referred_to(turn: Turn, text: str, parties: Sequence[Party]) -> bool:
    """« Inscrivez-la », « c’est qui ? »: of who waits; whether it is."""
    later = turn.dialogue.later
    if not later:
        return False
    if len(later) == 1 and wishes.gives_up(text) and one_by_one.is_of_a_relation(text):
        await _drop(turn, later)
        return True
    if one_by_one.asks_who(text):
        names = further.people(turn, later)
        _offer(turn, later[0], turn.words("one_by_one.who", names=names))
        return True
    is_of_them = len(later) == 1 and one_by_one.is_of_a_relation(text)
    is_told = _is_offered(turn) and len(later) == 1 and one_by_one.tells_of_them(text)
    if is_told or one_by_one.refers(text) or (is_of_them and one_by_one.registers(text)):
        await _begin(turn, later[0], waiting.told(turn, text, parties))
        return True
    return False


def _is_offered(turn: Turn) -> bool:
    """Whether it was asked in the answer before if somebody is to be registered next."""
    pressed = unpack(turn.awaited.yes) if turn.awaited is not None and turn.awaited.yes else None
    return pressed is not None and pressed.verb == further.register_another.verb


async def _begin(turn: Turn, meant: MemberDraft, told: Sequence[MemberDraft]) -> None:
    """Register one of them now, with what the message says of them besides."""
    is_alone = len(told) == 1 and not (told[0].name and meant.name)
    said = next((one for one in told if _is_same(one, meant) or is_alone), None)
    if said is not None:
        meant.answers = {**meant.answers, **said.answers}
    waiting.first(turn, meant)
    await further.register_another(turn, waiting.tag(meant))


def _is_same(one: MemberDraft, other: MemberDraft) -> bool:
    words, known = {*plain(one.name).split()}, {*plain(other.name).split()}
    return bool(words and known) and (words <= known or known <= words)


async def _drop(turn: Turn, dropped: Sequence[MemberDraft]) -> None:
    """Let them go: nobody registers them, and what is registered stays as it is."""
    names = turn.words.listing(one.name for one in dropped if one.name)
    waiting.drop(turn, dropped)
    if registration.REGISTER.is_of(turn.dialogue.draft):
        await registration.forget_quietly(turn)
    said = turn.words("one_by_one.dropped" if names else "one_by_one.nobody", names=names)
    later = turn.dialogue.later
    turn.say(
        PARAGRAPH.join([said, *further.waiting_rest(turn)]),
        (further.button(turn, ()),) if later else (),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )


@topic.pressed("leave_out")
async def leave_out(turn: Turn, tag: str) -> None:
    """No: this one is not registered."""
    await _drop(turn, [one for one in turn.dialogue.later if waiting.tag(one) == tag])


# ---- somebody new


async def _newcomer(turn: Turn, text: str, parties: Sequence[Party]) -> bool:
    """Offer to register somebody who comes too; whether anybody does."""
    likely = {*turn.likely_acts()}
    if one_by_one.registers_themselves(text) or one_by_one.is_instead(text):
        return False
    if Act.CHECKS in likely and not likely & _BRINGS_IN:
        return False  # « il est bien inscrit, Luc Bonnet ? »
    known = _known(turn, parties)
    told = waiting.told(turn, text, parties)
    new = [one for one in told if one.last_name and not one.is_writing and _is_new(one, known)]
    change = changes.read(text, known, country=turn.event.country, is_recap=True)
    if change is not None and change.kind not in _MAY_NAME_A_NEWCOMER:
        return False
    comes = _comes(text, change, len(parties))
    if new and (comes or _is_told_of(new[0], text)):
        meant = new[0]
    elif comes and not new:
        meant = _called(told) or next(iter(turn.dialogue.later), None) or MemberDraft()
    else:
        return False
    for one in [*new[:0:-1], meant]:  # whoever is told of besides comes after
        waiting.first(turn, one)
    _offer(turn, meant, *await _answered(turn, text))
    return True


_BRINGS_IN = frozenset({Act.ADDS, Act.REGISTERS, Act.REPLACES})


async def _answered(turn: Turn, text: str) -> Sequence[Markup]:
    """What is known of what the message asks besides whether somebody may come."""
    intents = inquiries.ask_each(text, turn.names).intents if "?" in text else ()
    asked = [one for one in besides.asked(turn, text, intents) if one not in _SAID_BY_THE_OFFER]
    return await turn.topics.in_passing(turn, asked, Markup()) if asked else ()


_SAID_BY_THE_OFFER = frozenset(
    {Intent.OTHER_QUESTION, Intent.OFF_TOPIC, Intent.SEATS, Intent.AUDIENCE}
)


def _known(turn: Turn, parties: Sequence[Party]) -> People:
    return [
        Known(one.first_name, one.last_name, one.function, one.address == turn.address)
        for party in parties
        for one in party.everyone
    ]


def _is_new(one: MemberDraft, known: People) -> bool:
    name = Name(one.answers.get("first_name", ""), one.answers.get("last_name", ""))
    return known_people.alike(name, known) is None


def _comes(text: str, change: Change | None, registered: int) -> bool:
    """Whether words say that somebody comes too."""
    if one_by_one.comes_too(text) or one_by_one.wants_own_place(text):
        return True
    if change is None:
        return False
    is_more = isinstance(change.value, int) and change.value > registered
    return change.kind is Kind.ADD or (change.kind is Kind.SIZE and is_more)


def _is_told_of(one: MemberDraft, text: str) -> bool:
    """« Luc Bonnet, adjoint à Roisey », without a word more, or with the wish to register."""
    if "?" in text:
        return one_by_one.registers(text) or one_by_one.may_come(text)
    return bool(one.function or one.organisation) or one_by_one.is_their_turn(text)


def _called(told: Sequence[MemberDraft]) -> MemberDraft | None:
    """Somebody of whom but the first name is said."""
    return next((one for one in told if one.name and not one.last_name), None)


def _offer(turn: Turn, meant: MemberDraft, *said: Markup) -> None:
    """« Jeanne Morel s’inscrit à part : je commence ? »"""
    tag = waiting.tag(meant)
    key = "one_by_one.offer" if meant.name else "one_by_one.offer_unknown"
    turn.confirm(
        PARAGRAPH.join([*said, turn.words(key, name=meant.name)]),
        turn.button("button.yes", further.register_another, tag),
        turn.button("amend.no", leave_out, tag),
    )
