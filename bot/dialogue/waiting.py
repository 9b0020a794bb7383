"""The waiting list's buttons: taking an offer, leaving, coming back; and keeping a hold."""

from bot.booking.party import Party
from bot.booking.seats import NoRoom
from bot.dialogue import mine, phrases
from bot.dialogue.turn import Turn


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
        await mine.show(turn, preface=turn.words("offer.too_late"))
    else:
        turn.show(turn.words("offer.accepted"))
        mine.say_confirmed(turn, accepted)


async def leave(turn: Turn, argument: str) -> None:
    """Leave the list, or decline what is offered: it goes to others."""
    party = await _own_party(turn, argument)
    if party is None or not party.waiting:
        turn.toast("waiting.left_already")
        return
    left = await turn.desk.waiting.leave(party)
    if left is not None:
        await mine.show(turn, preface=turn.words("waiting.left_extra"))
    else:
        turn.show(turn.words("waiting.left"), (turn.button("button.menu", "menu"),))


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


async def extend(turn: Turn, argument: str) -> None:
    """« Gardez-les encore »: renew the hold of the draft, if it is this chat's."""
    draft = turn.dialogue.draft
    if draft is None or draft.id != argument or draft.seats == 0:
        turn.toast("hold.gone")
        return
    held = await turn.desk.keep_holding(draft.id, draft.seats, turn.person.chat_id)
    if isinstance(held, NoRoom):
        turn.toast("hold.gone")
    else:
        until = turn.words.hour(held.expires_at)
        turn.show(turn.words("hold.extended", n=held.seats, until=until))


async def _own_party(turn: Turn, code: str) -> Party | None:
    party = await turn.desk.party_of(turn.person.chat_id)
    is_theirs = party is not None and party.chat_id == turn.person.chat_id and party.code == code
    return party if is_theirs else None
