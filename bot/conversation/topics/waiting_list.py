"""The waiting list: where a party stands, what it is offered, taking it, leaving, coming back."""

from datetime import datetime

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases, registered
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic
from bot.conversation.topics import menu, mine, registration
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Party
from bot.store.deliveries import OFFER, OFFER_LAPSED, Delivery
from bot.understanding import replies
from bot.understanding.intents import Intent
from bot.understanding.replies import Reply
from bot.usecases.waiting_list import Standing

topic = Topic("waiting_list")


# ---- where a party stands


async def describe(turn: Turn, party: Party) -> Markup:
    """Where a party stands: its offer, its rank, or that it is not on the list any more."""
    if not turn.may_change:
        return turn.words("waiting.closed")
    standing = await usecases.waiting_list.standing(turn.books, party)
    if standing.offer_ends is not None:
        return _offered(turn, party, standing.offer_ends)
    if standing.rank is None:
        return turn.words("waiting.off", n=standing.seats)
    said = _rank(turn, party, standing, standing.rank)
    if standing.kept_for == party.key:
        day = turn.words.short_day(turn.event.keeps_seats_until)
        said += Markup(" ") + turn.words("waiting.due", day=day)
    return said


def _rank(turn: Turn, party: Party, standing: Standing, number: int) -> Markup:
    rank, free = turn.words.rank(number), _free(turn, standing, party)
    needs = standing.seats
    if _waits_for_others(party):
        names = turn.words.listing(member.name for member in party.waiting)
        return turn.words("waiting.rank_extra", n=needs, names=names, rank=rank, free=free)
    who = turn.words.plain(turn.words.of_size("waiting.party", needs), size=needs)
    return turn.words("waiting.rank", n=needs, party=who, rank=rank, free=free)


def _waits_for_others(party: Party) -> bool:
    """Whether some of them wait only, or who reads it is none of them: they are named."""
    return bool(party.members or party.registrars)


def _free(turn: Turn, standing: Standing, party: Party) -> Markup:
    """« 2 sont libres », « aucune n’est libre », or that they are kept for others."""
    if not standing.free:
        return turn.words("waiting.none_free")
    if standing.kept_for not in (None, party.key):
        return turn.words("waiting.free_kept", n=standing.free)
    return turn.words("waiting.free", n=standing.free)


async def rows(turn: Turn, party: Party) -> list[tuple[Button, ...]]:
    """What one can do while one waits; nothing for those who do not."""
    if not party.waiting:
        return []
    standing = await usecases.waiting_list.standing(turn.books, party)
    if standing.offer_ends is not None:
        return [_offer_row(turn, party)]
    leaving = turn.button("offer.leave", leave, party.code)
    if standing.rank is None:
        return [(turn.button("offer.again", join, party.code), leaving)]
    return [(leaving,)]


@topic.asked(Intent.WAITING_LIST)
async def _waiting_list(turn: Turn) -> Markup:
    party = await turn.registered()
    if party is not None and party.waiting:
        return await describe(turn, party)
    left = (await turn.seats()).left
    if left:
        return turn.words("answer.waiting_list.room", left=turn.words("seats.left", n=left))
    return turn.words("answer.waiting_list.full")


# ---- offers


def _offered(voice: Voice, party: Party, ends: datetime) -> Markup:
    words, n = voice.words, len(party.waiting)
    day, hour = words.short_day(ends), words.hour(ends)
    if _waits_for_others(party):
        names = words.listing(member.name for member in party.waiting)
        return words("offer.made_extra", n=n, names=names, day=day, hour=hour)
    whole = phrases.your_party(words, n)
    return words("offer.made", n=n, party=whole, day=day, hour=hour)


def _offer_row(voice: Voice, party: Party) -> tuple[Button, Button]:
    n, code = len(party.waiting), party.code
    if _waits_for_others(party):
        return (
            voice.button("offer.accept_extra", accept, code, n=n),
            voice.button("offer.decline_extra", leave, code, n=n),
        )
    return (
        voice.button("offer.accept", accept, code, n=n),
        voice.button("offer.decline", leave, code, n=n),
    )


@topic.message(OFFER)
async def tell_offer(due: DueMessage) -> None:
    """Seats are set aside for a party, until a deadline."""
    party = await due.party()
    if party is None:
        return
    standing = await usecases.waiting_list.standing(due.books, party)
    if standing.offer_ends is not None:
        due.say(_offered(due, party, standing.offer_ends), _offer_row(due, party))


@topic.replied(OFFER)
async def hear_offer(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Nous venons », « non, j’ai trouvé autre chose », « je ne sais pas encore »."""
    party = await turn.books.parties.of_key(message.subject.party_key)
    if party is None or not mine.is_contact(turn, party) or not party.waiting:
        return None
    if (await usecases.waiting_list.standing(turn.books, party)).offer_ends is None:
        return None
    match replies.read(text):
        case Reply.YES:
            return turn.button("reply.offer.yes", accept, party.code)
        case Reply.NO:
            return turn.button("reply.offer.no", leave, party.code)
        case Reply.UNDECIDED:
            return turn.button("reply.offer.later", ponder, party.code)
        case _:
            return None


@topic.pressed("ponder")
async def ponder(turn: Turn, code: str) -> None:
    """« Je ne sais pas encore »: until when there is time."""
    party = await mine.own_party(turn, code)
    if party is None or not party.waiting:
        turn.toast("offer.gone")
        return
    ends = (await usecases.waiting_list.standing(turn.books, party)).offer_ends
    if ends is None:
        turn.toast("offer.gone")
        return
    until = phrases.until(turn.words, ends)
    turn.show(turn.words("offer.ponder", until=until), _offer_row(turn, party))


@topic.replied(OFFER_LAPSED)
async def hear_lapsed(turn: Turn, message: Delivery, text: str) -> Button | None:
    """« Oui, remettez-moi sur la liste », or leave it."""
    party = await turn.books.parties.of_key(message.subject.party_key)
    if party is None or not mine.is_contact(turn, party) or not party.waiting:
        return None
    standing = await usecases.waiting_list.standing(turn.books, party)
    if standing.rank is not None or standing.offer_ends is not None:
        return None
    match replies.read(text):
        case Reply.YES:
            return turn.button("reply.lapsed.yes", join, party.code)
        case Reply.NO:
            return turn.button("reply.lapsed.no", leave, party.code)
        case _:
            return None


@topic.message(OFFER_LAPSED)
async def tell_lapsed(due: DueMessage) -> None:
    """They were not taken in time."""
    party = await due.party()
    if party is None or not party.waiting:
        return
    lapsed = due.words("offer.lapsed", n=len(party.waiting))
    due.say(
        PARAGRAPH.join([lapsed, due.words("offer.again_ask")]),
        (
            due.button("offer.again", join, party.code),
            due.button("offer.leave", leave, party.code),
        ),
    )


@topic.pressed("accept")
async def accept(turn: Turn, code: str) -> None:
    """« Nous venons »: take what was offered, once; late or twice it changes nothing."""
    party = await mine.own_party(turn, code)
    if party is None:
        turn.toast("offer.gone")
        return
    if not party.waiting:
        turn.toast("toast.already_registered", n=party.seats)
        return
    accepted = await usecases.waiting_list.accept(turn.books, party)
    if accepted is None:
        await mine.show(turn, preface=turn.words("offer.too_late", n=len(party.waiting)))
    else:
        registered.say_confirmed(turn, accepted)


# ---- leaving, coming back


@topic.pressed("leave")
async def leave(turn: Turn, code: str) -> None:
    """Ask whether they really leave the list, or the seats that are offered."""
    party = await mine.own_party(turn, code)
    if party is None or not party.waiting:
        _say_nothing_to_leave(turn, party)
        return
    has_offer = (await usecases.waiting_list.standing(turn.books, party)).offer_ends is not None
    if party.members:
        names = turn.words.listing(member.name for member in party.waiting)
        ask = turn.words("waiting.leave_ask_extra", names=names, n=len(party.waiting))
    else:
        ask = turn.words("waiting.leave_ask")
    if has_offer:
        ask += Markup(" ") + turn.words("waiting.leave_ask_offer", n=len(party.waiting))
    turn.confirm(
        ask,
        turn.button("waiting.leave_yes", leave_surely, party.code),
        turn.button("waiting.leave_no", mine.show),
    )


@topic.pressed("leave_yes")
async def leave_surely(turn: Turn, code: str) -> None:
    """Leave the list, or decline what is offered: it goes to others."""
    party = await mine.own_party(turn, code)
    if party is None or not party.waiting:
        turn.toast("waiting.left_already")
        return
    remaining = await usecases.waiting_list.leave(turn.books, party)
    if remaining is not None:
        await mine.show(turn, preface=turn.words("waiting.left_extra"))
    else:
        turn.show(
            turn.words("waiting.left"),
            await registration.register_row(turn),
            (turn.button("button.menu", menu.show),),
        )


def _say_nothing_to_leave(turn: Turn, party: Party | None) -> None:
    if party is not None and party.members:
        turn.toast("toast.already_registered", n=party.seats)
    else:
        turn.toast("waiting.left_already")


@topic.pressed("queue")
async def join(turn: Turn, code: str) -> None:
    """Come back on the list, at its end; somebody who is on it keeps their place."""
    party = await mine.own_party(turn, code)
    if party is None or not party.waiting:
        turn.toast("waiting.left_already")
        return
    if not turn.may_change:
        closed = phrases.closed(turn.words, turn.event, turn.now)
        turn.show(closed, (turn.button("button.menu", menu.show),))
        return
    if (await usecases.waiting_list.standing(turn.books, party)).rank is None:
        await usecases.waiting_list.join(turn.books, party)
    await mine.show(turn)
