"""What a registered party answered, as the draft of a change begins with it."""

from collections.abc import Mapping
from dataclasses import replace

from bot import usecases
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.territory import Territory
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.party import Member, Party, Registrar


def reached(turn: Turn, party: Party) -> Member | Registrar | None:
    """Who writes; of a party that is acted for, who is reached."""
    return party.contact if turn.acting_for else party.spoken_to_at(turn.address)


def registering(turn: Turn, party: Party) -> Registrar | None:
    """The same, if they do not come."""
    if not turn.acting_for:
        return party.registrar_at(turn.address)
    return party.contact if isinstance(party.contact, Registrar) else None


def registrar(registrar: Registrar, *, is_writing: bool) -> MemberDraft:
    """Who registered others, as they answered."""
    answers = {"email": "", "phone": "", **registrar.answers}
    return MemberDraft(answers=answers, is_writing=is_writing)


def of_member(event: Event, member: Member, *, is_reached: bool, is_writing: bool) -> MemberDraft:
    """What a member answered; what they left out is not asked when something else is corrected."""
    draft = MemberDraft.of(member, is_writing=is_writing)
    reached = {"email": "", "phone": ""} if is_reached else {}
    draft.answers = {**reached, **left_out(event, "member"), **draft.answers}
    return draft


def left_out(event: Event, of: str) -> dict[str, str]:
    """What an event asks besides, each left without an answer."""
    return {ask.key: "" for ask in event.ask if ask.of == of}


async def correct_registrar(turn: Turn, party: Party, wanted: MemberDraft | None) -> Party:
    """Write how who registers others is called and reached; the same party where that is so."""
    own = registering(turn, party)
    if own is None or wanted is None:
        return party
    told, known = ({k: said for k, said in one.answers.items() if said} for one in (wanted, own))
    if told == known:
        return party
    return await usecases.change.reach(turn.books, party, replace(own, answers=told))


# ---- by the key of its field


def standing(party: Party, member: Member) -> dict[str, str]:
    """What is registered of a party and one of its members."""
    return {**member.answers, **party.answers, Territory.name: party.territory}


def wanted(draft: Draft) -> dict[str, str]:
    """What the draft says of the same."""
    member = draft.members[max(draft.place, 1) - 1]
    return {**member.answers, **draft.answers, Territory.name: draft.territory or ""}


def changed(wanted: Mapping[str, str], before: Mapping[str, str]) -> list[str]:
    """The keys of what is wanted otherwise than it was."""
    return [key for key, answer in wanted.items() if answer != before.get(key, "")]


def put(draft: Draft, standing: Mapping[str, str]) -> None:
    """Take over what somebody else answered."""
    member = draft.members[max(draft.place, 1) - 1]
    for key, answer in standing.items():
        if key == Territory.name:
            draft.territory = answer
        elif key in draft.answers:
            draft.answers = {**draft.answers, key: answer}
        else:
            member.put(**{key: answer})
