"""What is said of a registration that has just been made: its code, what comes next."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topics import (
    entry_code,
    further,
    menu,
    mine,
    partners,
    practical,
    team,
    waiting_list,
)
from bot.conversation.turn import Turn
from bot.domain.party import Party, Registrar


async def say(
    turn: Turn,
    party: Party,
    afterwards: Sequence[int],
    *,
    sent: Markup | None = None,
    seeks: bool = False,
) -> None:
    """A party has just registered: with seats, or on the waiting list.

    `sent`: what was sent to the team with it; `seeks`: who comes alone asked that somebody be
    looked for.
    """
    at = len(turn.replies)
    said, rows = await _standing(turn, party)
    if party.members:
        say_confirmed(turn, party, afterwards)
        if said:
            turn.say(said, *rows)
        if seeks and party.seats == 1 and usecases.partners.may_search(turn.books, party):
            await partners.search_for(turn, party)
    else:
        joined = turn.words("waiting.joined", code=party.code)
        rest = further.rest(turn, afterwards, turn.dialogue.later)
        turn.say(
            PARAGRAPH.join([joined, *([said] if said else []), *rest]),
            *rows,
            (further.button(turn, afterwards),),
            (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
        )
    if sent is not None:
        turn.say_after(at, [sent])


async def _standing(turn: Turn, party: Party) -> tuple[Markup, list[tuple[Button, ...]]]:
    """Where a party that has just joined the list stands; an offer comes in its own message."""
    if not party.waiting:
        return Markup(), []
    if (await usecases.waiting_list.standing(turn.books, party)).offer_ends is not None:
        return Markup(), []
    return await waiting_list.describe(turn, party), await waiting_list.rows(turn, party)


def say_confirmed(turn: Turn, party: Party, afterwards: Sequence[int] = ()) -> None:
    """The registration is made: the code, who comes, what happens next, the calendar file."""
    words = turn.words
    names = words.listing(member.name for member in party.members)
    is_other = party.seats == 1 and isinstance(party.spoken_to_at(turn.address), Registrar)
    size = names if is_other else phrases.your_party(words, party.seats)
    key = "confirmed.who" if party.territory else "confirmed.who_anywhere"
    who = words(key, names=names, territory=party.territory)
    turn.show(
        PARAGRAPH.join(
            [
                words("confirmed", n=party.seats, party=size, code=party.code),
                who + LINE + phrases.confirmed_day(words, turn.event),
                phrases.what_next(words, turn.event, turn.now),
                *further.rest(turn, afterwards, turn.dialogue.later),
            ]
        ),
        _after_confirming(turn, party),
        (entry_code.button(turn, party.code),),
        (further.button(turn, afterwards),) if turn.books.is_open else (),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )
    turn.replies.append(practical.calendar_file(turn, party.code))


def _after_confirming(turn: Turn, party: Party) -> tuple[Button, ...]:
    if len(party.uninvited) == 1:
        other = party.uninvited[0]
        return (turn.button("team.invite", team.show, phrases.tag(other), name=other.name),)
    if party.uninvited:
        return (team.invite_button(turn, party),)
    if usecases.partners.may_search(turn.books, party):
        return (partners.search_button(turn, party),)
    return ()
