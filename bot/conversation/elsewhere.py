"""What is written alone and answers another question than the open one: a territory, an address."""

from bot.conversation import given
from bot.conversation.asking import Asking
from bot.conversation.showing import newly_noted
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.understanding import addresses, agreed, facts, territories
from bot.understanding import told as told_names
from bot.understanding.results import Understood


async def hear(asking: Asking, text: str) -> bool:
    """Note it where it belongs; whether it is one of these."""
    if not asking.purpose.hears_all or asking.turn.dialogue.doubt is not None:
        return False
    return await _territory(asking, text) or await _addresses(asking, text)


async def _territory(asking: Asking, text: str) -> bool:
    """« Plutôt le Pilat »: whether it is but another territory than the one that is noted."""
    turn, step = asking.turn, asking.step
    is_noted = turn.event.audience.territory and turn.draft.noted_territory is not None
    is_answer = step.topic != "role" and isinstance(step.read(turn, text), Understood)
    if not is_noted or step.topic in _MAY_BE_PLACES or is_answer:
        return False
    territory, before = told_names.only_territory(text), turn.draft.model_copy(deep=True)
    if territory is None or _may_be_meant(step, text, place=territory):
        return False
    kept = await Territory().keep(turn, territory)
    if turn.draft.noted_territory == before.noted_territory and kept.remark:
        await asking.repeat(kept.remark)
    else:
        await given.go_on(asking, [], before)
    return True


_MAY_BE_PLACES = ("territory", "organisation")
"""Answers that may be the name of a place."""


def _may_be_meant(step: Step, text: str, *, place: str) -> bool:
    """Whether a place may answer the open question: a body one works for, a family name."""
    if territories.is_body(place):
        return step.topic == "role"
    return step.topic == "name" and len(text.split()) <= len(place.split())


async def _addresses(asking: Asking, text: str) -> bool:
    """Give members the address that is theirs by its name; whether several are told, or it alone.

    One among other words is read with them.
    """
    turn = asking.turn
    everyone = [*turn.draft.members, *turn.draft.others]
    found = addresses.theirs(text, [one.name for one in everyone])
    is_elsewhere = asking.step.topic != "email" and not asking.step.is_final
    is_alone = bool(found) and facts.is_address(text) and is_elsewhere
    if len(found) < 2 and not is_alone:
        return False
    before = turn.draft.model_copy(deep=True)
    for place, address in found.items():
        everyone[place].put(email=address)
    left = addresses.others(text, {*found.values()})
    if turn.draft.contact.email is None and len(left) == 1:
        turn.draft.contact.put(email=left[0])
    _note_numbers(asking, text)
    is_held = "?" in text or agreed.waits(text) or agreed.is_request(text)
    if asking.step.is_final and agreed.says_yes(text) and not is_held:
        shown = newly_noted(turn, before)
        await asking.purpose.confirmed(asking)
        turn.say_before(0, shown)
    else:
        await given.go_on(asking, [], before)
    return True


def _note_numbers(asking: Asking, text: str) -> None:
    """Give each member the number that is said to be theirs."""
    turn, draft = asking.turn, asking.turn.draft
    for one in given.read(turn, text, step=asking.step).people:
        if one.phone and 0 < one.place <= len(draft.members):
            draft.members[one.place - 1].put(phone=one.phone)
    phone = facts.number_in(text, country=turn.event.country)
    if draft.contact.phone is None and phone not in [None, *(one.phone for one in draft.members)]:
        draft.contact.put(phone=phone)
