"""Showing what was noted: « J’ai noté : », a line for each thing."""

from collections.abc import Iterator

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps import territory
from bot.conversation.turn import Turn
from bot.typography import spoken_phone


def newly_noted(turn: Turn, before: Draft, *, is_of_others: bool = False) -> list[Markup]:
    """« J’ai noté : », a line for each thing that is new; nothing where nothing is.

    `is_of_others`: only for those who are registered after this party.
    """
    draft = turn.draft
    lines = [] if is_of_others else [*_new_of_party(turn, before)]
    for place, member in enumerate(draft.others, len(draft.members) + 1):
        if member not in before.others:
            lines.append(person(turn, place, member))
    if not is_of_others:
        lines += [*_new_contact(turn, before), *_newly_reached(turn, before)]
    return [turn.words("noted", lines=LINE.join(lines))] if lines else []


def noted(turn: Turn) -> Markup:
    """« J’ai noté : », what was answered so far; empty where that is nothing."""
    words, draft, whence = turn.words, turn.draft, territory.shown(turn)
    lines = [words("recap.territory", territory=whence)] if whence else []
    for place, member in enumerate(draft.members, 1):
        told = ", ".join(filter(None, [member.name, member.function, member.organisation]))
        lines += [words("noted.person", place=place, told=told)] if told else []
    contact = draft.contact
    if contact.email:
        lines.append(words("recap.email", email=contact.email))
    if contact.phone:
        lines.append(words("recap.phone", phone=spoken_phone(contact.phone)))
    return words("noted", lines=LINE.join(lines)) if lines else Markup()


def changed(turn: Turn, before: Draft) -> list[Markup]:
    """A line for each thing that is otherwise, where the same people come; else nothing."""
    draft = turn.draft
    if draft.size != before.size or len(draft.members) != len(before.members):
        return []
    titles = [
        person(turn, place, one)
        for place, (one, old) in enumerate(zip(draft.members, before.members, strict=True), 1)
        if _line(one) == _line(old) and one.category not in (None, old.category)
    ]
    told = [*_new_of_party(turn, before), *titles]
    return [*told, *_new_contact(turn, before), *_newly_reached(turn, before)]


def _new_of_party(turn: Turn, before: Draft) -> Iterator[Markup]:
    draft, shown = turn.draft, territory.shown(turn)
    if shown is not None and draft.noted_territory != before.noted_territory:
        yield turn.words("recap.territory", territory=shown)
    known = [_line(one) for one in before.members]
    for place, member in enumerate(draft.members, 1):
        if _line(member) not in known and (member.name or member.function):
            yield person(turn, place, member)


def _new_contact(turn: Turn, before: Draft) -> Iterator[Markup]:
    contact = turn.draft.contact if turn.draft.members else MemberDraft()
    reached = before.contact if before.members else MemberDraft()
    if contact.email != reached.email:
        yield turn.words("recap.email", email=contact.email)
    if contact.phone and contact.phone != reached.phone:
        yield turn.words("recap.phone", phone=spoken_phone(contact.phone))


def _newly_reached(turn: Turn, before: Draft) -> Iterator[Markup]:
    """How others than the contact are reached, where that is told."""
    draft, known = turn.draft, {phrases.reached(one) for one in (*before.members, *before.others)}
    for member in (*draft.members, *draft.others):
        how = phrases.reached(member)
        if member is not draft.contact and member.name and how and how not in known:
            yield turn.words("recap.reached", name=member.name, how=how)


def _line(member: MemberDraft) -> tuple[str, str | None, str | None]:
    return member.name, member.function, member.organisation


def person(turn: Turn, place: int, member: MemberDraft) -> Markup:
    """« 1. Marie Dupont, maire, mairie de Pélussin (élue) »."""
    words = turn.words
    is_other = member.function is not None and not member.is_writing
    name = member.name or ("" if is_other else words.plain("noted.you"))
    told = ", ".join(filter(None, [name, member.function, member.organisation]))
    category = phrases.capacity(words, member)
    if category is None:
        return words("noted.person", place=place, told=told)
    return words("noted.person_as", place=place, told=told, category=category)
