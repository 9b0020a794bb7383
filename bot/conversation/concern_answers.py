"""What is said of each person of a party who is asked about: what is so of that very person."""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.noted import Noted, State
from bot.conversation.phrases import LINE
from bot.conversation.turn import Turn
from bot.domain.party import Member
from bot.store.deliveries import EXTRA_REMINDER, REMINDER
from bot.understanding import concerns, subjects
from bot.understanding.concerned import Whom
from bot.understanding.concerns import Concern, Thing
from bot.understanding.intents import Intent
from bot.understanding.normal import normal, plain


@dataclass(frozen=True, slots=True)
class Question:
    """A question about people who are noted."""

    concern: Concern
    text: str
    whom: Whom
    people: tuple[Noted, ...]
    """Those it is about."""
    everyone: Sequence[Noted]

    @property
    def others(self) -> list[Noted]:
        """Those it is about, without who writes."""
        return [one for one in self.people if not one.is_writing]

    @property
    def is_of_nobody(self) -> bool:
        """Whether it is of somebody else, and nobody else is known who is meant."""
        return self.whom.is_other and not self.others


def of_anybody(turn: Turn, text: str) -> Markup | None:
    """The rule, to who has registered nobody yet."""
    match concerns.read(text):
        case Concern.RECEIVES | Concern.TOLD | Concern.OPENED:
            return turn.words("mine.reached")
        case Concern.MUST_DO if turn.event.seats.largest > 1:
            return turn.words("mine.each")
        case _:
            return None


async def _receives(turn: Turn, question: Question) -> Markup | None:
    """Whether they will be written to."""
    if not question.whom.is_other:
        return _own_next(turn, question)
    said = []
    if question.whom.with_writer:
        said.append(turn.words("concern.receives.you", **_when(turn)))
    is_of_it = concerns.thing(question.text) is Thing.REMINDER
    is_of_it &= all(one.state is State.REGISTERED for one in question.others)
    said += _each(turn, question, "receives_reminder" if is_of_it else "receives_anything")
    if said and concerns.names_an_address(question.text):
        with_one = [one for one in question.others if one.who.email and not one.has_chat]
        said += _about(turn, "address.only", with_one)
    return LINE.join(said) or None


async def _received(turn: Turn, question: Question) -> Markup | None:
    if not question.whom.is_other:
        return None
    match concerns.thing(question.text):
        case Thing.REMINDER:
            return await _reminded(turn, question)
        case Thing.INVITATION:
            return LINE.join(_each(turn, question, "received_invitation")) or None
        case Thing.ANYTHING:
            return LINE.join(_each(turn, question, "receives_anything")) or None


async def _reminded(turn: Turn, question: Question) -> Markup | None:
    """Whether the reminder has reached them."""
    if turn.now < turn.event.remind_at:
        return LINE.join(_each(turn, question, "reminded_early")) or None
    reached = [one for one in question.others if await _has_been_reminded(turn, one)]
    rest = [one for one in question.others if one not in reached]
    said = _about(turn, "reminded.reached", reached)
    return LINE.join([*said, *_each(turn, question, "reminded", rest)]) or None


async def _has_been_reminded(turn: Turn, one: Noted) -> bool:
    if not isinstance(one.who, Member) or one.who.address is None:
        return False
    sent = await turn.books.deliveries.sent_to(one.who.address, datetime.min.replace(tzinfo=UTC))
    return any(message.kind in (REMINDER, EXTRA_REMINDER) for message in sent)


async def _opened(turn: Turn, question: Question) -> Markup | None:
    return LINE.join(_each(turn, question, "opened")) or None if question.whom.is_other else None


async def _told(turn: Turn, question: Question) -> Markup | None:
    if not question.whom.is_other:
        return None
    is_to_tell = concerns.asks_whether_to_tell(question.text)
    return LINE.join(_each(turn, question, "to_tell" if is_to_tell else "told")) or None


async def _must_do(turn: Turn, question: Question) -> Markup | None:
    if not question.whom.is_other:
        return _own_next(turn, question) if _NOTHING_MORE.search(normal(question.text)) else None
    if concerns.is_seat_kept_so(question.text):
        others = question.others or [one for one in question.everyone if not one.is_writing]
        if others and all(one.state is State.REGISTERED for one in others):
            names = turn.words.listing(one.name for one in others)
            return turn.words("concern.even_so", names=names, n=len(others))
    if question.is_of_nobody or (question.whom.is_kin and _REGISTERS.search(normal(question.text))):
        return of_anybody(turn, question.text) if question.others else None
    return LINE.join(_each(turn, question, "must_do")) or None


_NOTHING_MORE = re.compile(r"\bai (?:\w+ )*(?:rien|quelque chose|autre chose|un truc)\b")
_REGISTERS = re.compile(r"\binscri\w+\b")


def _own_next(turn: Turn, question: Question) -> Markup | None:
    """What who writes has to do, and hears next."""
    is_made = any(one.state is State.REGISTERED for one in question.everyone)
    if not is_made or turn.dialogue.draft is not None or not question.whom.places:
        return None
    return turn.words(f"concern.own.{question.concern}") + Markup(" ") + _what_next(turn)


def _what_next(turn: Turn) -> Markup:
    if turn.now < turn.event.remind_at:
        return turn.words("concern.own.next", **_when(turn))
    return phrases.what_next(turn.words, turn.event, turn.now)


async def _confirmed(turn: Turn, question: Question) -> Markup | None:
    """Whether they have said that they come, and not only are registered."""
    people = [one for one in question.people if one.state is State.REGISTERED]
    if not question.others or len(people) < len(question.people):
        return None
    coming = [one for one in people if isinstance(one.who, Member) and one.who.coming_at]
    rest = [one for one in people if one not in coming]
    is_early = turn.now < turn.event.remind_at
    if is_early and not _CONFIRMED.search(normal(question.text)):
        return None  # whether they are registered is what is asked
    key = "confirmed.early" if is_early else "confirmed.not_yet"
    return LINE.join([*_about(turn, "confirmed.yes", coming), *_about(turn, key, rest)])


_CONFIRMED = re.compile(r"\b(?:confirm\w+|valid\w+|venue|presence|participation)\b")


async def _for_what(turn: Turn, question: Question) -> Markup | None:
    if not question.whom.is_other:
        is_asked_for = turn.dialogue.draft is not None
        return None if is_asked_for else turn.words("concern.for_what.own")
    with_one = [one for one in question.others if one.who.email or one.who.phone]
    without = [one for one in question.others if one not in with_one]
    said = _about(turn, "for_what.known", with_one)
    return LINE.join([*said, *_about(turn, "for_what.none", without)]) or None


async def _needed(turn: Turn, question: Question) -> Markup | None:
    if question.is_of_nobody or not question.whom.is_other:
        return None
    return LINE.join(_each(turn, question, "needed")) or None


async def _seen(turn: Turn, question: Question) -> Markup | None:
    if question.others and not _MINE.search(normal(question.text)):
        return turn.words("concern.seen", names=_names(turn, question.others))
    party = await turn.registered()
    if party is not None and not party.is_owned_by(turn.address) and not turn.acting_for:
        return turn.words("concern.seen.teammate", name=party.contact.name)
    has_team = party is not None and len(party.addresses) > 1
    return turn.words("concern.seen.team" if has_team else "concern.seen.own")


_MINE = re.compile(r"\b(?:mon|ma|mes|nos|notre|nous|my|our)\b")


async def _erased(turn: Turn, question: Question) -> Markup | None:
    """Whether anything is kept of those who are meant."""
    if not question.whom.is_other:
        return None
    is_known = bool(question.others) and not question.whom.is_kin
    if is_known and _STILL_HAVE.search(normal(question.text)):
        return None
    if not (is_known or question.whom.unknown):
        return turn.words("concern.erased.rest", names=_names(turn, question.everyone))
    if question.others:
        return turn.words("checked.kept", names=_names(turn, question.others))
    is_feared = _STILL.search(normal(question.text)) is not None
    names = turn.words.listing(question.whom.unknown)
    return turn.words("concern.erased.gone" if is_feared else "checked.erased", names=names)


_STILL_HAVE = re.compile(
    r"\b(?:avez|gardez|have) .*\b(?:e ?mails?|adresses?|numeros?|telephones?|portables?|phone)\b"
)
"""« vous avez toujours son téléphone ? », of who is registered: what it is, is told."""
_STILL = re.compile(r"\b(?:encore|toujours|still|gardez|conservez|keep)\b")


async def _code(turn: Turn, question: Question) -> Markup | None:
    """The code of each registration that those belong to who are meant."""
    if not question.whom.is_other or question.is_of_nobody:
        return None
    names = {plain(one.name) for one in question.people}
    if all(one.state in (State.NOTED, State.NEXT) for one in question.people):
        is_one = len(question.people) == 1 or turn.event.seats.largest > 1
        return turn.words("concern.code.draft" if is_one else "concern.code.draft_each")
    said = []
    for party in await turn.parties():
        if names & {plain(one.name) for one in party.everyone}:
            listed = turn.words.listing(one.name for one in party.everyone)
            n = len(party.everyone)
            said.append(turn.words("concern.code", names=listed, code=party.code, n=n))
    return LINE.join([*said, turn.words("concern.code.name")]) if said else None


async def _meal(turn: Turn, question: Question) -> Markup | None:
    """No lunch is reserved here; how it is, the event's text tells."""
    labels = [f"{one.label} {one.question}" for one in turn.event.ask]
    if any(subjects.is_plausible(one, Intent.MEAL) for one in labels):
        return None  # what was answered is shown
    with turn.reading(""):
        told = await turn.topics.answer(turn, Intent.MEAL)
    return turn.words("concern.meal") + Markup(" ") + told


async def _listing(turn: Turn, question: Question) -> Markup | None:
    """All who are registered, of several registrations; one is shown whole."""
    parties = await turn.parties()
    drafted = [one for one in question.everyone if one.state in (State.NOTED, State.NEXT)]
    if not parties and not drafted:
        return None
    said = []
    for party in parties:
        names = turn.words.listing(one.name for one in party.everyone)
        is_waiting = not party.members
        said.append(
            turn.words(
                "concern.listing.waiting" if is_waiting else "concern.listing",
                names=names,
                code=party.code,
            )
        )
    return LINE.join([*said, *_about(turn, "listing.draft", drafted)])


_Answer = Callable[[Turn, Question], Awaitable[Markup | None]]
ANSWERS: Mapping[Concern, _Answer] = {
    Concern.CODE: _code,
    Concern.MEAL: _meal,
    Concern.LISTING: _listing,
    Concern.FOR_WHAT: _for_what,
    Concern.NEEDED: _needed,
    Concern.SEEN: _seen,
    Concern.ERASED: _erased,
    Concern.OPENED: _opened,
    Concern.RECEIVED: _received,
    Concern.CONFIRMED: _confirmed,
    Concern.MUST_DO: _must_do,
    Concern.RECEIVES: _receives,
    Concern.TOLD: _told,
}


# ---- of each, where they stand


def _each(
    turn: Turn, question: Question, key: str, people: Sequence[Noted] | None = None
) -> list[Markup]:
    """A line for those who have a conversation of their own, and for those who have none.

    `concern.<key>.open`, `.alone`, `.draft`: of those who are being registered.
    """
    others = question.others if people is None else people
    leaving = turn.dialogue.awaited.leaving if turn.dialogue.awaited is not None else ""
    if leaving and key != "must_do" and [one.name for one in others] == [leaving]:
        return [turn.words("concern.leaving", name=leaving)]
    is_made = {State.REGISTERED, State.WAITING}
    drafted = [one for one in others if one.state not in is_made]
    alone = [one for one in others if one.state in is_made and not one.has_chat]
    with_chat = [one for one in others if one.has_chat]
    said = list[Markup]()
    if key != "must_do":  # whoever registered opened no invitation
        said += _about(turn, "written_to.contact", [one for one in with_chat if one.is_contact])
        with_chat = [one for one in with_chat if not one.is_contact]
    said += _about(turn, f"{key}.open", with_chat)
    said += _about(turn, f"{key}.alone", alone)
    said += _about(turn, f"{key}.draft", drafted)
    if question.whom.unknown:
        names = turn.words.listing(question.whom.unknown)
        said.append(turn.words("concern.unknown", names=names, n=len(question.whom.unknown)))
    elif not others and people is None:
        everyone = _names(turn, question.everyone)
        said.append(turn.words("concern.nobody_else", names=everyone))
    return said


def _about(turn: Turn, key: str, people: Sequence[Noted]) -> list[Markup]:
    """The sentence `concern.<key>` of some people, where there are any."""
    if not people:
        return []
    what, _, state = key.partition(".")
    names, n = _names(turn, people), len(people)
    return [turn.words(f"concern.{what}.{state}", names=names, n=n, **_when(turn))]


def _names(turn: Turn, people: Iterable[Noted]) -> str:
    return turn.words.listing(dict.fromkeys(one.name for one in people))


def _when(turn: Turn) -> dict[str, object]:
    due = turn.event.remind_at
    return {"day": turn.words.short_day(due), "hour": turn.words.hour(due)}
