"""/inscrire: an organiser registers somebody who telephoned: the same steps, no chat needed."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import party_lines
from bot.conversation.asking import Asking
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.purpose import Purpose, keep_party
from bot.conversation.state import Draft, new_draft_id
from bot.conversation.steps import territory
from bot.conversation.steps.asked import about_member, about_party
from bot.conversation.steps.contact import about_reaching
from bot.conversation.steps.desk_room import DeskRoom
from bot.conversation.steps.recap import Recap
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    desk,
    further,
    party_file,
    taking_over,
)
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.party import Application, Party
from bot.domain.seats import NoRoom

topic = Topic("by_phone", who=Who.ORGANISERS)


@topic.command("inscrire", in_menu=True)
@topic.pressed("phone")
async def begin(turn: Turn, argument: str) -> None:
    """Register somebody; `argument`: the sizes of those that belong together, « 2.2 »."""
    if BY_PHONE.is_of(turn.dialogue.draft):
        await Asking(turn, BY_PHONE).go_on([turn.words("phone.resume")])
        return
    if turn.dialogue.draft is not None:
        await usecases.register.release(turn.books, turn.draft.id)
    sizes = [int(size) for size in argument.split(".") if size.isdecimal()]
    draft = BY_PHONE.draft()
    draft.afterwards = sizes[1:]
    turn.dialogue.draft = draft
    size = next(iter(sizes), turn.event.seats.only_size)
    remark = None if size is None else (await Size().keep(turn, size)).remark
    asking = Asking(turn, BY_PHONE)
    example = turn.event.examples.organisation or turn.words.plain("organisation.example")
    said = [turn.words("phone.welcome", example=example), *([remark] if remark else [])]
    await asking.ask(asking.next_step, [*turn.about(), *said])


class ByPhone(Purpose):
    """The answers make a party that nobody owns: its first member is who is reached."""

    hears_all = True

    def draft(self) -> Draft:
        """A draft without answers, of somebody else's party."""
        return Draft(id=new_draft_id(), purpose=self.name, is_for_others=True)

    def steps(self, draft: Draft, event: Event) -> list[Step]:
        """Where from, how many, each of them, one way to reach them."""
        room = [] if draft.waits == 0 and not draft.beyond else [DeskRoom()]
        members = [
            step
            for place in range(1, len(draft.members) + 1)
            for step in about_member(event.ask, place, may_be_fewer=True)
        ]
        party: list[Step] = [Territory()] if event.audience.territory else []
        party += [Size()] if event.seats.only_size is None else []
        reaching = about_reaching(draft) if draft.members else []
        return [*party, *room, *members, *reaching, *about_party(event.ask), Recap()]

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Keep holding them; beyond the capacity there is nothing to keep."""
        return None if turn.draft.beyond else await keep_party(turn)

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """The answers are kept; fewer may come, or they wait, or come all the same."""
        asking.turn.draft.waits = None
        await asking.ask(DeskRoom(), [*said, asking.turn.words("phone.hold_over")])

    async def confirmed(self, asking: Asking) -> None:
        """Register, put on the waiting list, or let in beyond the capacity."""
        turn = asking.turn
        draft, wanted = turn.draft, _application(turn)
        confirm = usecases.register.confirm_beyond if draft.beyond else usecases.register.confirm
        result = await confirm(turn.books, wanted)
        if isinstance(result, NoRoom):
            await self.lose_seats(asking, result, [])
            return
        turn.end_question()
        turn.dialogue.draft = None
        if result is None:
            await desk.show(turn)
            return
        what = "party_registered_beyond" if draft.beyond else "party_registered"
        lines = " ; ".join(party_lines.of(turn.words, turn.event, result))
        await turn.journal(what, after=f"{result.code} : {lines}", party=result)
        await _say_registered(turn, result, draft)

    async def stop(self, turn: Turn) -> None:
        """Forget it all: whoever telephoned would have to be asked anew."""
        await usecases.register.release(turn.books, turn.draft.id)
        turn.end_question()
        turn.dialogue.draft = None
        turn.say(
            turn.words("phone.stopped"),
            (turn.button("desk.phone", begin), turn.button("button.desk", desk.show)),
        )

    async def restart(self, asking: Asking) -> None:
        """Forget the answers and ask the first question."""
        turn = asking.turn
        await usecases.register.release(turn.books, turn.draft.id)
        turn.dialogue.draft = None
        await begin(turn)


BY_PHONE = topic.purpose(ByPhone("phone"))


def _application(turn: Turn) -> Application:
    draft = turn.draft
    return Application(
        draft=draft.id,
        territory=territory.known(turn) or "",
        people=tuple(member.complete() for member in draft.members),
        seats=draft.seats,
        answers=draft.answers,
    )


async def _say_registered(turn: Turn, party: Party, draft: Draft) -> None:
    """The code, who comes or waits, what to tell them, and the link that lets them take over."""
    words = turn.words
    names = words.listing(member.name for member in party.everyone)
    said = [words("phone.done", code=party.code, names=names)]
    if party.members:
        said.append(words("phone.done_seats", n=party.seats))
    if draft.beyond:
        count = await turn.seats()
        said.append(words("phone.done_beyond", taken=count.taken, capacity=count.capacity))
    if party.waiting:
        said.append(words("phone.done_waits", n=len(party.waiting)))
    afterwards = draft.afterwards
    sizes = ".".join(map(str, afterwards))
    key = "phone.next" if afterwards else "phone.another"
    turn.say(
        PARAGRAPH.join([LINE.join(said), *further.rest(turn, afterwards)]),
        (party_file.opening_button(turn, party),),
        (turn.button(key, begin, sizes), turn.button("button.desk", desk.show)),
    )
    await taking_over.say_link(turn, party)
