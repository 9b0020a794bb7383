"""The waiting list's buttons: taking an offer, leaving, coming back."""

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.topics import menu, mine
from bot.conversation.turn import Turn
from bot.domain.party import Party


async def accept(turn: Turn, argument: str) -> None:
    """« Nous venons »: take what was offered, once; late or twice it changes nothing."""
    party = await _own_party(turn, argument)
    if party is None:
        turn.toast("offer.gone")
        return
    if not party.waiting:
        turn.toast("toast.already_registered", n=party.seats)
        return
    accepted = await turn.desk.waiting.accept(party)
    if accepted is None:
        await mine.show(turn, preface=turn.words("offer.too_late", n=len(party.waiting)))
    else:
        mine.say_confirmed(turn, accepted)


async def leave(turn: Turn, argument: str) -> None:
    """Ask whether they really leave the list, or the seats that are offered."""
    party = await _own_party(turn, argument)
    if party is None or not party.waiting:
        _nothing_to_leave(turn, party)
        return
    has_offer = (await turn.desk.waiting.standing(party)).offer_ends is not None
    if party.members:
        names = turn.words.listing(member.name for member in party.waiting)
        ask = turn.words("waiting.leave_ask_extra", names=names, n=len(party.waiting))
    else:
        ask = turn.words("waiting.leave_ask")
    if has_offer:
        ask += Markup(" ") + turn.words("waiting.leave_ask_offer", n=len(party.waiting))
    turn.show(
        ask,
        (
            turn.button("waiting.leave_yes", "leave_yes", party.code),
            turn.button("waiting.leave_no", "mine"),
        ),
    )


async def left(turn: Turn, argument: str) -> None:
    """Leave the list, or decline what is offered: it goes to others."""
    party = await _own_party(turn, argument)
    if party is None or not party.waiting:
        turn.toast("waiting.left_already")
        return
    remaining = await turn.desk.waiting.leave(party)
    if remaining is not None:
        await mine.show(turn, preface=turn.words("waiting.left_extra"))
    else:
        turn.show(
            turn.words("waiting.left"),
            await menu.register_row(turn),
            (turn.button("button.menu", "menu"),),
        )


def _nothing_to_leave(turn: Turn, party: Party | None) -> None:
    if party is not None and party.members:
        turn.toast("toast.already_registered", n=party.seats)
    else:
        turn.toast("waiting.left_already")


async def queue(turn: Turn, argument: str) -> None:
    """Come back on the list, at its end; somebody who is on it keeps their place."""
    party = await _own_party(turn, argument)
    if party is None or not party.waiting:
        turn.toast("waiting.left_already")
        return
    if not turn.desk.is_open:
        turn.show(
            phrases.closed(turn.words, turn.event, turn.now), (turn.button("button.menu", "menu"),)
        )
        return
    if (await turn.desk.waiting.standing(party)).rank is None:
        await turn.desk.waiting.join(party)
    await mine.show(turn)


async def _own_party(turn: Turn, code: str) -> Party | None:
    party = await turn.desk.party_of(turn.person.chat_id)
    is_theirs = party is not None and party.chat_id == turn.person.chat_id and party.code == code
    return party if is_theirs else None
