"""The facts of a day that organisers change in the chat: how each is written, and how it is heard.

A fact is declared once, here: its keys in the event's file, what reads it, how organisers see it
in short, and what participants hear of it. Its label is `facts.label.<name>`, what is to be
written for it `facts.write.<how>`.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.facts import reading
from bot.conversation.facts.fact import About, Fact, Reader, UnreadError, Values, table_of
from bot.conversation.facts.reading import local
from bot.conversation.phrases import LINE
from bot.conversation.turn import Turn
from bot.domain.changes import value_of
from bot.domain.event import Event
from bot.i18n import Words
from bot.typography import spoken_phone
from bot.understanding.intents import Intent

__all__ = [
    "FACTS",
    "SECTIONS",
    "About",
    "Fact",
    "UnreadError",
    "changed_among",
    "local",
    "section_of",
    "table_of",
]

# ---- what is heard


async def _when(turn: Turn) -> Markup:
    return turn.words("infos.when", when=phrases.when(turn.words, turn.event))


async def _map_heard(turn: Turn) -> Markup:
    has_map = turn.event.place.latitude is not None
    return turn.words("facts.map" if has_map else "facts.no_map")


async def _closing_heard(turn: Turn) -> Markup:
    words, event = turn.words, turn.event
    if not turn.books.is_open:
        return phrases.closed(words, event, turn.now)
    closes = event.closes_at
    if event.registration_closes is None:
        return words("facts.until_start", day=words.day(closes), hour=words.hour(closes))
    return words("answer.deadline", day=words.day(closes), hour=words.hour(closes))


async def _seats_heard(turn: Turn) -> Markup:
    _, count = await usecases.waiting_list.would_be_offered(turn.books)
    return phrases.seats(turn.words, count)


async def _title_heard(turn: Turn) -> Markup:
    return turn.words("welcome.who", kind=turn.event.kind, title=turn.event.title)


def _question_text(one: Mapping[str, Any]) -> str:
    return " / ".join(one["asked"])


def _question_heard(words: Words, one: Mapping[str, Any]) -> Markup:
    return words("facts.question", asked=" ".join(one["asked"]), answer=one["answer"])


async def _questions_heard(turn: Turn) -> Markup:
    said = [_question_heard(turn.words, one.model_dump()) for one in turn.event.question]
    return LINE.join(said) if said else turn.words("facts.nothing")


def _closing_choices(words: Words, event: Event) -> Sequence[str]:
    return [words.plain(f"facts.closing.{one}") for one in ("week", "days", "eve", "now")]


def _capacity_choices(_words: Words, event: Event) -> Sequence[str]:
    n = event.seats.capacity
    return [str(one) for one in (n - 2, n - 1, n + 1, n + 2, n + 5) if one > 0]


# ---- the facts


def _said(key: str) -> Callable[[Words, Event], str]:
    def said(_words: Words, event: Event) -> str:
        value = value_of(table_of(event), key)
        return "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")

    return said


def _a_text(
    name: str,
    heard: Intent | Callable[[Turn], Awaitable[Markup]] | None = None,
    *,
    key: str,
    may_lack: bool = False,
    is_line: bool = False,
) -> Fact:
    return Fact(
        name=name,
        keys=(key,),
        how="line" if is_line else "text",
        read=reading.LINE_OF_TEXT if is_line else reading.WHOLE_TEXT,
        said=_said(key),
        heard=heard,
        empty=(None,) if may_lack else None,
    )


def _some_lines(name: str, *, key: str, may_lack: bool = False) -> Fact:
    empty: Values | None = ([],) if may_lack else None
    said, read = _said(key), reading.lines
    return Fact(name=name, keys=(key,), how="lines", read=read, said=said, empty=empty)


def _an_answer(topic: str) -> Fact:
    return _a_text(topic, Intent(topic), key=f"answers.{topic}", may_lack=True)


def _hours_said(words: Words, event: Event) -> str:
    return words.plain("facts.hours", start=words.hour(event.start), end=words.hour(event.end))


def _closing_said(words: Words, event: Event) -> str:
    return phrases.until(words, event.closes_at)


def _map_said(_words: Words, event: Event) -> str:
    place = event.place
    return f"{place.latitude}, {place.longitude}" if place.latitude is not None else ""


def _titles(key: str, item: Callable[[Any], str]) -> Callable[[Words, Event], str]:
    def said(words: Words, event: Event) -> str:
        return words.listing(item(one) for one in value_of(table_of(event), key) or [])

    return said


def _list(
    name: str,
    read: Reader,
    item: Callable[[Any], str],
    heard: Intent | Callable[[Turn], Awaitable[Markup]],
    heard_item: Callable[[Words, Any], Markup] | None = None,
    *,
    how: str,
) -> Fact:
    return Fact(
        name=name,
        keys=(name,),
        how=how,
        read=read,
        said=_titles(name, item),
        heard=heard,
        heard_item=heard_item,
        item=item,
    )


_PLACE = ("place.address", "place.latitude", "place.longitude")

SECTIONS: dict[str, tuple[Fact, ...]] = {
    "day": (
        Fact(
            name="date",
            keys=("date", "registration_closes"),
            how="date",
            read=reading.date,
            said=lambda words, event: words.day(event.date),
            heard=_when,
            is_told=True,
            back=reading.date_again,
        ),
        Fact(
            name="hours",
            keys=("start", "end"),
            how="hours",
            read=reading.hours,
            said=_hours_said,
            heard=Intent.HOURS,
            is_told=True,
        ),
        Fact(
            name="closing",
            keys=("registration_closes",),
            how="closing",
            read=reading.closing,
            said=_closing_said,
            heard=_closing_heard,
            empty=(None,),
            choices=_closing_choices,
        ),
        Fact(
            name="capacity",
            keys=("seats.capacity",),
            how="capacity",
            read=reading.capacity,
            said=lambda _words, event: str(event.seats.capacity),
            heard=_seats_heard,
            choices=_capacity_choices,
        ),
    ),
    "place": (
        Fact(
            name="town",
            keys=("place.town", "place.department", *_PLACE),
            how="town",
            read=reading.town,
            said=lambda _words, event: event.place.name,
            heard=Intent.PLACE,
            is_told=True,
        ),
        Fact(
            name="address",
            keys=_PLACE,
            how="address",
            read=reading.address,
            said=_said("place.address"),
            heard=Intent.PLACE,
            empty=(None, None, None),
            is_told=True,
        ),
        Fact(
            name="map",
            keys=("place.latitude", "place.longitude"),
            how="map",
            read=reading.point,
            said=_map_said,
            heard=_map_heard,
            empty=(None, None),
        ),
        _an_answer("access"),
        _an_answer("accessibility"),
    ),
    "answers": tuple(
        _an_answer(topic)
        for topic in (
            "meal",
            "price",
            "lodging",
            "remote",
            "documents",
            "certificate",
            "deadline",
            "other_session",
            "other_question",
        )
    ),
    "programme": (
        _list(
            "programme",
            reading.part,
            lambda one: str(one["title"]),
            Intent.PROGRAMME,
            how="part",
        ),
    ),
    "question": (
        _list(
            "question",
            reading.question,
            _question_text,
            _questions_heard,
            _question_heard,
            how="question",
        ),
    ),
    "contact": (
        Fact(
            name="contact_name",
            keys=("contact.first_name", "contact.last_name"),
            how="name",
            read=reading.name,
            said=lambda _words, event: event.contact.name,
            heard=Intent.CONTACT,
        ),
        _a_text("contact_function", Intent.CONTACT, key="contact.function", is_line=True),
        Fact(
            name="contact_phone",
            keys=("contact.phone",),
            how="phone",
            read=reading.phone,
            said=lambda _words, event: spoken_phone(event.contact.phone),
            heard=Intent.CONTACT,
        ),
        Fact(
            name="contact_email",
            keys=("contact.email",),
            how="email",
            read=reading.email,
            said=lambda _words, event: event.contact.email,
            heard=Intent.CONTACT,
        ),
    ),
    "texts": (
        _a_text("title", _title_heard, key="title", is_line=True),
        _a_text("kind", _title_heard, key="kind", is_line=True),
        _a_text("organiser", key="organiser", is_line=True),
        _a_text("audience", Intent.AUDIENCE, key="audience.summary"),
        _a_text("categories", Intent.AUDIENCE, key="audience.categories"),
        _a_text("invitation", key="audience.invitation", may_lack=True),
        _a_text("limit", key="audience.limit", may_lack=True),
        _a_text("aims_intro", Intent.OBJECTIVES, key="objectives.intro"),
        _some_lines("aims", key="objectives.points"),
    ),
    "people": (
        _list(
            "leaders",
            reading.leader,
            lambda one: f"{one['name']}, {one['function']}",
            Intent.SPEAKERS,
            how="leader",
        ),
    ),
    "why": (
        _some_lines("context", key="why.context"),
        _some_lines("questions", key="why.questions"),
        _some_lines("stakes", key="why.stakes", may_lack=True),
        _a_text("conclusion", key="why.conclusion", may_lack=True),
    ),
}
"""The pages of the day, and the facts of each."""

FACTS: dict[str, Fact] = {fact.name: fact for facts in SECTIONS.values() for fact in facts}


def section_of(fact: Fact) -> str:
    """The page a fact is on."""
    return next(name for name, facts in SECTIONS.items() if fact in facts)


def changed_among(facts: Iterable[Fact], keys: set[str]) -> list[Fact]:
    """Those of the facts that do not hold as the file says, by the keys that were changed."""
    return [one for one in facts if keys.intersection(one.keys[:1])]
