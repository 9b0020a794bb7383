"""What is done of a message that nobody understood by its words, as far as what it does was learnt.

Nothing that cannot be taken back: something is shown, or asked.
"""

from collections.abc import Awaitable, Callable, Mapping

from bot.conversation import for_team, missing, serving
from bot.conversation.topics import (
    cancelling,
    changes,
    faq,
    menu,
    mine,
    partners,
    privacy,
    registration,
    relaying,
)
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import complaints
from bot.understanding.act import Act
from bot.understanding.intents import Intent


async def do(turn: Turn) -> bool:
    """Do the likeliest thing that can be done; whether anything was."""
    if words := [one.words for one in for_team.told(turn, turn.text)]:
        if await turn.registered() is None:
            return False  # said apart
        await for_team.offer(turn, words)
        return True
    likely = [*turn.likely_acts()]
    if Act.LEAVES not in likely and turn.may_well(Act.LEAVES):
        likely.insert(0, Act.LEAVES)  # asked about, which harms nothing
    for act in sorted(likely, key=lambda act: act in _BESIDE_OTHERS):
        if act in _BESIDE_OTHERS and Act.ASKS in likely:
            return False  # what is asked is told, or said not to be known
        if act in _DOERS and await _DOERS[act](turn):
            return True
    return False


_BESIDE_OTHERS = frozenset({Act.RELAYS, Act.IS_POLITE, Act.REMARKS, Act.WAITS})
"""What people do beside something else, which then comes first; or what asking looks like."""


async def _show_registered(turn: Turn) -> bool:
    if await turn.registered() is None:
        return False
    await mine.show(turn, "")
    return True


async def _begin(turn: Turn) -> bool:
    if await turn.registered() is not None or not turn.books.is_open:
        return False
    await registration.begin(turn, "")
    return True


async def _ask_who_leaves(turn: Turn) -> bool:
    party = await turn.registered()
    if party is None or not party.members:
        return False
    if len(party.members) > 1 and mine.is_contact(turn, party):
        turn.party = party
        await serving.ask_who_leaves(turn)
    else:
        await cancelling.give_up(turn, "")
    return True


async def _changeable(turn: Turn) -> Party | None:
    """Their registration, where it can still be changed."""
    return await turn.registered() if turn.may_change else None


async def _ask_who_more(turn: Turn) -> bool:
    party = await _changeable(turn)
    if party is None or not changes.may_grow(turn, party):
        return False
    if await mine.is_contact_person(turn):
        await changes.add(turn, "")
    return True


async def _ask_who_is_replaced(turn: Turn) -> bool:
    if await _changeable(turn) is None:
        return False
    if await mine.is_contact_person(turn):
        await serving.ask_who_is_replaced(turn)
    return True


async def _ask_who_is_late(turn: Turn) -> bool:
    if await turn.registered() is None:
        return False
    turn.leave_open()
    turn.say(turn.words("reminder.late_unclear"), relaying.row(turn))
    return True


async def _agree(turn: Turn) -> bool:
    """Nothing changes; whose coming was not understood is not noted."""
    if await turn.registered() is None:
        return False
    turn.say(turn.words("cancel.nobody"), (turn.button("button.mine", mine.show),))
    return True


async def _ask_to_erase(turn: Turn) -> bool:
    await privacy.ask_to_erase(turn, "")
    return True


async def _offer_a_search(turn: Turn) -> bool:
    await partners.offer(turn, "")
    return True


async def _be_polite(turn: Turn) -> bool:
    await faq.say(turn, [Intent.THANKS])
    return True


async def _let_them_think(turn: Turn) -> bool:
    turn.say(turn.words("heard.undecided"), (turn.button("button.menu", menu.show),))
    return True


async def _say_it_was_read(turn: Turn) -> bool:
    """What calls for nothing; a reproach gets somebody to talk to."""
    if len(turn.text.split()) <= missing.SIGH or complaints.is_blaming(turn.text):
        return False
    if missing.way(turn, "heard.remark") is not missing.Way.FIRST:
        return False
    registered = await turn.registered() is not None
    own = (turn.button("button.mine", mine.show),) if registered else ()
    said = turn.words("heard.remark_registered" if registered else "heard.remark")
    turn.say(said, relaying.row(turn), (*own, turn.button("button.menu", menu.show)))
    return True


_DOERS: Mapping[Act, Callable[[Turn], Awaitable[bool]]] = {
    Act.CHECKS: _show_registered,
    Act.REGISTERS: _begin,
    Act.LEAVES: _ask_who_leaves,
    Act.ADDS: _ask_who_more,
    Act.REPLACES: _ask_who_is_replaced,
    Act.CORRECTS: menu.say_unclear_change,
    Act.IS_LATE: _ask_who_is_late,
    Act.COMES: _agree,
    Act.ERASES: _ask_to_erase,
    Act.RELAYS: relaying.propose_as_written,
    Act.SEARCHES: _offer_a_search,
    Act.IS_POLITE: _be_polite,
    Act.WAITS: _let_them_think,
    Act.REMARKS: _say_it_was_read,
}
