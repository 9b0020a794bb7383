"""Who comes late, said while they register: kept with the answers, noted with the registration."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Question
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import arrivals, clauses, known_people, lateness, sentences, wishes
from bot.understanding.known_people import Known
from bot.understanding.lateness import Who
from bot.understanding.normal import normal


def is_registering(turn: Turn) -> bool:
    """Whether somebody registers here, whose lateness is kept."""
    draft = turn.dialogue.draft
    return draft is not None and draft.purpose == "register"


def told(turn: Turn, text: str) -> list[str]:
    """The clauses of a message that state that somebody comes late."""
    start, stated = turn.event.start, sentences.parted(text)[0]
    return [one for one in clauses.clauses(stated) if lateness.read(one, start) is not None]


def note(turn: Turn, text: str) -> Markup | None:
    """Keep who is said to come late, and say so; None: nobody is, or it was known."""
    if not is_registering(turn):
        return None
    before = turn.draft.model_copy(deep=True)
    for clause in told(turn, text):
        minutes = lateness.read(clause, turn.event.start)
        _keep(turn.draft, clause, minutes or lateness.UNSAID)
    people = _everyone(turn.draft)
    stated = sentences.parted(text)[0]
    for at, minutes in arrivals.each(stated, turn.event.start, _known(people)).items():
        people[at].late_minutes = minutes
    return _noted(turn, before)


def note_again(turn: Turn, text: str) -> Markup | None:
    """The same of « finalement c’est plutôt 11 h », where somebody was said to come late."""
    minutes = arrivals.again(text, turn.event.start) if is_registering(turn) else None
    late = [one for one in _everyone(turn.draft) if one.late_minutes is not None] if minutes else []
    if minutes is None or not (late or turn.draft.late_minutes is not None):
        return None
    before = turn.draft.model_copy(deep=True)
    if turn.draft.late_minutes is not None:
        turn.draft.late_minutes = minutes
    elif len(late) == 1:
        late[0].late_minutes = minutes
    else:
        _keep(turn.draft, text, minutes)
    return _noted(turn, before)


def _keep(draft: Draft, clause: str, minutes: int) -> None:
    """Note it of whom a clause tells: those named, all of them, or who writes."""
    who, people = lateness.who(clause), _everyone(draft)
    known = _known(people)
    if who is Who.ALL and people:
        for one in people:
            one.late_minutes = minutes
        return
    at = known_people.named(normal(clause), known) if who is Who.NAMED else None
    if at is None and lateness.is_of_another(clause):
        at = known_people.only_other(known)
        if at is None:
            return
    at = known_people.writing(known) if at is None else at
    if at is not None:
        people[at].late_minutes = minutes
    elif draft.registrar is None:
        draft.late_minutes = minutes


def _everyone(draft: Draft) -> list[MemberDraft]:
    return [*draft.members, *draft.others]


def _known(people: Sequence[MemberDraft]) -> list[Known]:
    return [
        Known(one.answers.get("first_name", ""), one.last_name or "", is_writing=one.is_writing)
        for one in people
    ]


def _noted(turn: Turn, before: Draft) -> Markup | None:
    """What is kept that was not before: « 30 min de retard : c’est noté »."""
    draft, event = turn.draft, turn.event
    late = {one.name: draft.late_of(one) for one in _everyone(draft)}
    known = {one.name: before.late_of(one) for one in _everyone(before)}
    found = {name: by for name, by in late.items() if by is not None and known.get(name) != by}
    if not found and draft.late_minutes not in (None, before.late_minutes):
        found = {"": draft.late_minutes or lateness.UNSAID}
    lines = []
    for name, minutes in found.items():
        by = phrases.arrival(turn.words, event, minutes)
        is_own = any(one.is_writing for one in _everyone(draft) if one.name == name)
        shown = name if len(late) > 1 and not is_own else ""
        key = "arriving.noted_of" if shown else "arriving.noted"
        by = by if shown else phrases.opening(by)
        lines.append(turn.words(key, name=shown, late=by, organiser=event.contact.name))
    return LINE.join(lines) if lines else None


def add(turn: Turn, text: str, at: int) -> None:
    """Keep what a message that was answered told of it besides; it is said before the answer."""
    said = note(turn, text)
    if said is None:
        return
    no_harm = turn.words("heard.no_harm")
    is_asked = any(map(wishes.worries, sentences.parted(text)[1]))
    is_told = any(no_harm in one.text for one in turn.replies[at:] if isinstance(one, Question))
    turn.say_before(at, [said, no_harm] if is_asked and not is_told else [said])


def lines(turn: Turn) -> list[Markup]:
    """Those of a draft who come late, a line each."""
    late = {one.name: turn.draft.late_of(one) for one in turn.draft.members}
    return [
        turn.words("mine.late", name=name, late=phrases.arrival(turn.words, turn.event, minutes))
        for name, minutes in late.items()
        if minutes is not None
    ]


async def keep(turn: Turn, party: Party, draft: Draft) -> Party:
    """Note it of those who are registered now, in the order of their draft."""
    pairs = zip(party.everyone, draft.members, strict=False)
    late = {one.key: by for one, told in pairs if (by := draft.late_of(told)) is not None}
    await usecases.notices.note_arrivals(turn.books, late)
    members = tuple(replace(one, late_minutes=late.get(one.key)) for one in party.members)
    return replace(party, members=members) if late else party
