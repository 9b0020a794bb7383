"""Registering a party: what the answers to the steps are for, most of the time."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation.asking import Asking, Purpose, keep_holding
from bot.conversation.state import Draft, new_draft_id
from bot.conversation.steps import next_step, unasked
from bot.conversation.steps.room import Room
from bot.conversation.steps.size import Size
from bot.conversation.topics import answers, mine
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.domain.seats import NoRoom


async def begin(turn: Turn, _argument: str = "") -> None:
    """Start a registration, or go on with the one that was begun."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is not None:
        already = turn.words("register.already", n=len(party.everyone))
        waits = turn.words("register.already_waiting")
        await mine.show(turn, preface=already if party.members else waits)
    elif not turn.desk.is_open:
        answers.say_closed(turn)
    elif turn.dialogue.draft is not None and turn.dialogue.draft.purpose == "register":
        await Asking(turn, Registration()).go_on([turn.words("register.resume")])
    else:
        await forget_quietly(turn)
        await _begin_with(turn, await _welcome(turn))


async def _begin_with(turn: Turn, *said: Markup) -> None:
    """Ask the first question of a new draft; where there is one size, its seats are held."""
    turn.dialogue.draft = Draft(id=new_draft_id(), unasked=unasked(turn.event))
    asking = Asking(turn, Registration())
    only = turn.event.seats.only_size
    if only is None:
        await asking.ask(next_step(turn.draft), said)
        return
    remark = (await Size().keep(turn, only)).remark
    await asking.ask(next_step(turn.draft), [*said, *([remark] if remark else [])])


async def _welcome(turn: Turn) -> Markup:
    if (await turn.desk.seats()).left == 0:
        return turn.words("register.welcome_full")
    return turn.words("register.welcome", audience=turn.event.audience.summary)


async def forget(turn: Turn, _argument: str = "") -> None:
    """Throw away the answers that were begun."""
    await forget_quietly(turn)
    turn.show(turn.words("register.forgotten"), (turn.button("button.menu", "menu"),))


async def forget_quietly(turn: Turn) -> None:
    """Throw them away and give the seats back, without a word."""
    if turn.dialogue.draft is not None:
        await turn.desk.release(turn.draft.id)
        turn.end_question()
        turn.dialogue.draft = None


class Registration(Purpose):
    """The answers make a party, when they are confirmed."""

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Renew the hold, or take the seats again when it was over and there is room."""
        draft = turn.draft
        if draft.size is not None and draft.waits is None:
            again = await turn.desk.hold(draft.id, draft.size, turn.person.chat_id)
            draft.waits = None if isinstance(again, NoRoom) else 0
            return None  # where there is none, that is the next question
        if draft.seats == 0:
            return None
        return await keep_holding(turn, draft.seats)

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """The answers are kept; a smaller party may fit, or the list takes them."""
        turn = asking.turn
        turn.draft.waits = None
        over = turn.words("register.hold_over", n=turn.draft.size or 0)
        await asking.ask(Room(), [*said, over])

    async def confirmed(self, asking: Asking) -> None:
        """Register, or put on the waiting list: counted once more, under the event's lock."""
        turn = asking.turn
        result = await turn.desk.confirm(_party(turn))
        if isinstance(result, NoRoom):
            await self.lose_seats(asking, result, [])
            return
        turn.end_question()
        turn.dialogue.draft = None
        if result is None:
            await mine.show(turn)
        else:
            await mine.say_registered(turn, result)

    async def stop(self, turn: Turn) -> None:
        """Keep the answers, give the seats back."""
        await turn.desk.release(turn.draft.id)
        turn.end_question()
        seats = turn.draft.seats
        stopped = turn.words("register.stopped_with_seats", n=seats)
        turn.say(
            stopped if seats else turn.words("register.stopped"),
            (turn.button("button.resume", "resume"),),
            (turn.button("button.forget", "forget"), turn.button("button.menu", "menu")),
        )

    async def restart(self, asking: Asking) -> None:
        """Forget the answers and ask the first question."""
        turn = asking.turn
        await turn.desk.release(turn.draft.id)
        await _begin_with(turn, turn.words("register.restarted"))


def _party(turn: Turn) -> Party:
    draft = turn.draft
    contact, *others = (member.complete() for member in draft.members)
    everyone = (replace(contact, email=draft.email, phone=draft.phone), *others)
    return Party(
        code="",
        draft_id=draft.id,
        chat_id=turn.person.chat_id,
        territory=draft.territory or "",
        members=everyone[: draft.seats],
        confirmed_at=turn.now,
        waiting=everyone[draft.seats :],
    )
