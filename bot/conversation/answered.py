"""What a registered party answered, as the draft of a change begins with it."""

from bot.conversation.state import MemberDraft
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
