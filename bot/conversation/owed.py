"""The messages the bot owes to people, as they read when they leave.

Each kind has one function. It may find that there is nothing to say any more: the party was
cancelled, the hold renewed, the offer answered.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.conversation import phrases
from bot.conversation.buttons import Action
from bot.conversation.messages import Button, Reply, Say
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topics import partners, reminder
from bot.domain.event import Event
from bot.i18n import Words
from bot.store.deliveries import (
    HOLD_ENDING,
    MATCHED,
    MEMBER_LEFT,
    NAMED_TWICE,
    OFFER,
    OFFER_LAPSED,
    PARTY_CANCELLED,
    PROPOSAL,
    PROPOSAL_OVER,
    REMINDER,
    SEAT_FOUND,
    TAKEN_OUT,
    Delivery,
)
from bot.usecases.desk import Desk


@dataclass(frozen=True, slots=True)
class Owed:
    """A message that is due, and what is needed to write it."""

    delivery: Delivery
    desk: Desk
    event: Event
    words: Words


async def message(owed: Owed) -> Reply | None:
    """The message; None when there is nothing to say any more."""
    return await MESSAGES[owed.delivery.kind](owed)


async def _reminder(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None or not party.members:
        return None
    return reminder.message(owed.words, owed.event, party, owed.delivery.chat_id, owed.desk.now)


async def _hold_ending(owed: Owed) -> Reply | None:
    draft_id = owed.delivery.code
    hold = await owed.desk.warn_later(draft_id, owed.delivery.chat_id)
    if hold is None or not owed.desk.is_about_to_end(hold):
        return None
    until = owed.words.hour(hold.expires_at)
    extend = owed.words.plain("hold.extend", n=hold.seats)
    return Say(
        owed.words("hold.ending", n=hold.seats, until=until),
        ((Button(extend, Action("extend", draft_id).pack()),),),
    )


async def _offer(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None:
        return None
    standing = await owed.desk.waiting.standing(party)
    if standing.offer_ends is None:
        return None
    text = phrases.offer(owed.words, party, standing.offer_ends)
    return Say(text, (phrases.offer_row(owed.words, party),))


async def _offer_lapsed(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None or not party.waiting:
        return None
    again = Button(owed.words.plain("offer.again"), Action("queue", party.code).pack())
    leave = Button(owed.words.plain("offer.leave"), Action("leave", party.code).pack())
    return Say(
        owed.words("offer.lapsed", n=len(party.waiting))
        + PARAGRAPH
        + owed.words("offer.again_ask"),
        ((again, leave),),
    )


async def _proposal(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    proposed = await owed.desk.partners.proposed(party) if party is not None else None
    if party is None or proposed is None or proposed.answered:
        return None
    yes = Button(owed.words.plain("partner.yes"), Action("partner_yes", party.code).pack())
    no = Button(owed.words.plain("partner.no"), Action("partner_no", party.code).pack())
    return Say(partners.proposal(owed.words, party, proposed.other), ((yes,), (no,)))


async def _proposal_over(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None or not await owed.desk.partners.is_searching(party):
        return None
    stop = _button(owed, "partner.stop", "search_stop")
    return Say(owed.words("partner.over"), ((stop,),))


async def _matched(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None:
        return None
    mine = _button(owed, "button.mine", "mine")
    return Say(partners.matched(owed.words, party), ((mine,),))


async def _member_left(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None:
        return None
    left = owed.words("withdraw.left", names=owed.words.listing(one.name for one in party.everyone))
    vacancy = await owed.desk.changes.vacancy(party)
    if vacancy is None:
        return Say(left, ((_button(owed, "button.mine", "mine"),),))
    until = phrases.until(owed.words, vacancy.expires_at)
    choose = owed.words("withdraw.kept", until=until)
    return Say(PARAGRAPH.join([left, choose]), phrases.vacancy_rows(owed.words, party))


async def _taken_out(owed: Owed) -> Reply | None:
    party = await owed.desk.party_of(owed.delivery.chat_id)
    if party is not None:
        return None  # they came back, with these people or others
    menu = _button(owed, "button.menu", "menu")
    return Say(owed.words("team.taken_out", code=owed.delivery.code), ((menu,),))


async def _party_cancelled(owed: Owed) -> Reply | None:
    party = await owed.desk.party_of(owed.delivery.chat_id)
    if party is not None:
        return None
    menu = _button(owed, "button.menu", "menu")
    return Say(owed.words("team.cancelled", code=owed.delivery.code), ((menu,),))


async def _seat_found(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    if party is None or phrases.named(party.members, owed.delivery.chat_id) is None:
        return None
    rows = ((_button(owed, "button.ics", "ics"), _button(owed, "button.mine", "mine")),)
    day = owed.words.day(owed.event.date)
    return Say(owed.words("team.seat_found", day=day, place=owed.event.place.name), rows)


async def _named_twice(owed: Owed) -> Reply | None:
    party = await owed.desk.party(owed.delivery.code)
    others = await owed.desk.same_people(party) if party is not None else []
    if party is None or not others:
        return None
    mine = _button(owed, "button.mine", "mine")
    return Say(phrases.named_twice(owed.words, owed.event, party, others), ((mine,),))


def _button(owed: Owed, key: str, verb: str) -> Button:
    return Button(owed.words.plain(key), Action(verb).pack())


MESSAGES: dict[str, Callable[[Owed], Awaitable[Reply | None]]] = {
    REMINDER: _reminder,
    HOLD_ENDING: _hold_ending,
    OFFER: _offer,
    OFFER_LAPSED: _offer_lapsed,
    PROPOSAL: _proposal,
    PROPOSAL_OVER: _proposal_over,
    MATCHED: _matched,
    MEMBER_LEFT: _member_left,
    TAKEN_OUT: _taken_out,
    PARTY_CANCELLED: _party_cancelled,
    SEAT_FOUND: _seat_found,
    NAMED_TWICE: _named_twice,
}
