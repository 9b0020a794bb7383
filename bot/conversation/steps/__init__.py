"""The steps of a draft, in the order in which they are asked."""

from bot.conversation.state import Draft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import MemberCategory, MemberName, MemberOrganisation, MemberRole
from bot.conversation.steps.recap import OwnRecap, Recap
from bot.conversation.steps.room import Room
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.domain.event import Event

_ABOUT_A_MEMBER = (MemberName, MemberRole, MemberOrganisation, MemberCategory)


def unasked(event: Event) -> tuple[str, ...]:
    """Names of the steps that this event does not ask, as it takes any answer or but one."""
    territory = () if event.audience.territory else (Territory.name,)
    size = () if event.seats.only_size is None else (Size.name,)
    return (*territory, *size)


def steps_of(draft: Draft) -> list[Step]:
    """All steps of this draft: those about members once for each of them."""
    return [step for step in _all_steps(draft) if step.name not in draft.unasked]


def _all_steps(draft: Draft) -> list[Step]:
    places = [draft.place] if draft.place else range(1, len(draft.members) + 1)
    members = [step(place) for place in places for step in _ABOUT_A_MEMBER]
    contact = [Email(), Phone()] if draft.place <= 1 else []
    match draft.purpose:
        case "register":
            room = [] if draft.waits == 0 else [Room()]
            return [Territory(), Size(), *room, *members, *contact, Recap()]
        case "correct":
            return [Territory(), *members, *contact, Recap()]
        case "join":
            return [*members, *contact, OwnRecap()]
        case _:
            return [*members, *contact, Recap()]


def step_named(draft: Draft, name: str) -> Step | None:
    """The step of this name; None when the draft has no such step (any more)."""
    return next((step for step in steps_of(draft) if step.name == name), None)


def next_step(draft: Draft) -> Step:
    """The first question without an answer; the recap when there is none."""
    return next(step for step in steps_of(draft) if step.value(draft) is None)


def step_before(draft: Draft, step: Step) -> Step | None:
    """The question before this one that has an answer to go back to."""
    names = [other.name for other in steps_of(draft)]
    answered = [s for s in steps_of(draft)[: names.index(step.name)] if s.value(draft) is not None]
    return answered[-1] if answered else None
