"""Registering a party: how it begins, what the answers to its steps become, what is said then."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from markupsafe import Markup

from bot import usecases
from bot.conversation import (
    acting,
    arriving,
    beginning,
    besides,
    for_team,
    given,
    introductions,
    phrases,
    registered,
    waiting,
    weighing,
)
from bot.conversation.asking import Asking, open_question
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.purpose import Purpose, keep_party
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps import territory
from bot.conversation.steps.asked import about_member, about_party
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.for_team import told
from bot.conversation.steps.recap import Recap
from bot.conversation.steps.room import Room
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import about_writer
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    further,
    menu,
    mine,
    practical,
    programme,
)
from bot.conversation.turn import Turn
from bot.domain.event import Ask, Event
from bot.domain.keys import PartyCode
from bot.domain.party import Application, Member, Party, Registrar
from bot.domain.seats import NoRoom
from bot.understanding import (
    not_registering,
    one_by_one,
    openings,
    seeking,
    sentences,
    wishes,
)
from bot.understanding.act import Act
from bot.understanding.facts import Facts, says_change
from bot.understanding.intents import Intent
from bot.understanding.seeking import Seeking

topic = Topic("registration")

LINK = "inscription"
"""What a link to the bot carries that begins a registration."""


@topic.opened(LINK)
@topic.requested(Intent.REGISTER)
@topic.command("inscription", in_menu=True)
@topic.pressed("register")
async def begin(turn: Turn, _argument: str) -> None:
    """Start a registration, or go on with the one that was begun."""
    await acting.end(turn)
    party = await turn.registered()
    if turn.books.is_open and REGISTER.is_of(turn.dialogue.draft):
        await Asking(turn, REGISTER).go_on([turn.words("register.resume")])
    elif party is not None and await further.wished(turn, party):
        pass
    elif party is not None:
        await mine.show(turn, preface=_already(turn, party))
    elif not turn.books.is_open:
        say_closed(turn)
    elif not_registering.asks_whether_to(turn.text) or practical.is_for_another(turn):
        said = [*await besides.answers(turn)]
        said += [] if practical.is_for_another(turn) else [turn.words("register.whether")]
        buttons = (*await register_row(turn), turn.button("button.menu", menu.show))
        turn.say(PARAGRAPH.join(said), buttons)
    else:
        await forget_quietly(turn)
        size = Size().chosen(turn, str(openings.number(turn.text) or ""))
        turn.dialogue.draft = REGISTER.draft()
        said = [*await besides.answers(turn), await _welcome(turn)]
        await begin_with(turn, turn.draft, *said, size=size)


def _already(turn: Turn, party: Party) -> Markup:
    if not party.members:
        return turn.words("register.already_waiting")
    return turn.words("register.already", n=len(party.everyone))


async def begin_saying(turn: Turn, text: str, intents: Sequence[Intent]) -> bool:
    """Begin with what a message says of those who come, if it says that they do; whether it does.

    What it asks besides is answered first.
    """
    facts = weighing.but_sought(given.read(turn, text), text)
    asked = besides.asked(turn, text, intents)
    wants = Intent.REGISTER in intents or bool(besides.ANOTHER_WISH & {*intents} and facts.people)
    begins = beginning.begins(facts, text, asked, wants=wants)
    if not begins or _means_another(turn, text, intents, facts):
        await introductions.keep(turn, facts)
        return False
    if not turn.books.is_open:
        return False
    if await turn.registered() is not None:
        return turn.dialogue.draft is None and await further.goes_on(turn, facts)
    if turn.dialogue.draft is None:
        turn.dialogue.draft = REGISTER.draft()
        if turn.event.seats.only_size is not None:
            await Size().keep(turn, turn.event.seats.only_size)
    turn.draft.for_team = for_team.all_told(turn)
    _, each = sentences.parted(text)
    answers = await turn.topics.in_passing(turn, asked, Markup()) if each else turn.about()
    answers = phrases.reached_once(
        turn.words,
        turn.event,
        [*answers, *besides.unknown(turn, [] if Intent.OFF_TOPIC in asked else each)],
    )
    if waiting.is_each_alone(turn):
        facts = waiting.who_writes_first(turn, facts)
    await given.start(Asking(turn, REGISTER), facts, *filter(None, answers))
    waiting.keep_called(turn.draft, facts)
    return True


def _means_another(turn: Turn, text: str, intents: Sequence[Intent], facts: Facts) -> bool:
    """Whether a message is about something else that is under way, or that there was before."""
    draft = turn.dialogue.draft
    if draft is not None and (not REGISTER.is_of(draft) or given.contradicts(facts, draft)):
        return True
    if turn.topics.said(turn, text) is not None and not _is_of_search(turn, text):
        return True
    is_sure = bool(facts.others) or (facts.kinds > ("?" in text) + 1 and not says_change(text))
    wishes = besides.ANOTHER_WISH & {*intents} - {*besides.only_asked_about(text)}
    return bool(wishes) and not is_sure


def _seeks(turn: Turn, text: str) -> bool:
    """« Je viens seule, trouvez-moi quelqu’un »: that is looked for once they are registered."""
    return turn.event.seats.largest > 1 and seeking.read(text) is Seeking.SEARCH


def _is_of_search(turn: Turn, text: str) -> bool:
    """The same, or but asked how it is done, of who registers: « … Vous cherchez comment ? »."""
    is_asked = seeking.asks_how(text) or seeking.asks_to_tell(text)
    return _seeks(turn, text) or (is_asked and Act.REGISTERS in turn.likely_acts())


async def begin_seeking(turn: Turn, text: str, intents: Sequence[Intent]) -> bool:
    """Begin with what is said beside the wish for a companion; whether there is anything."""
    is_new = await turn.registered() is None and turn.dialogue.draft is None
    if not is_new or not _is_of_search(turn, text) or not turn.books.is_open:
        return False
    if not await begin_saying(turn, text, intents):
        if Intent.REGISTER not in intents:
            return False
        await begin(turn, "")
    said = turn.topics.said(turn, text)
    if said is not None and turn.dialogue.draft is not None:
        turn.say_before(0, [said.meanwhile(turn)])
    return True


async def begin_with(turn: Turn, draft: Draft, *said: Markup, size: int | None = None) -> None:
    """Ask the first question of a draft; where the size is known, its seats are held."""
    turn.dialogue.draft = draft
    asking = Asking(turn, REGISTER)
    known = size or turn.event.seats.only_size
    remark = None if known is None else (await Size().keep(turn, known)).remark
    await asking.ask(asking.next_step, [*said, *([remark] if remark else [])])


async def _welcome(turn: Turn) -> Markup:
    if (await turn.seats()).left == 0:
        return turn.words("register.welcome_full")
    return turn.words("register.welcome", audience=turn.event.audience.summary)


@topic.pressed("resume")
async def resume(turn: Turn, argument: str) -> None:
    """Go on with what was begun, whatever it is."""
    if turn.dialogue.draft is None:
        await begin(turn, argument)
    else:
        await open_question(turn).go_on([turn.words("register.resume")])


@topic.pressed("forget")
async def forget(turn: Turn, _argument: str) -> None:
    """Throw away the answers that were begun."""
    await forget_quietly(turn)
    turn.show(turn.words("register.forgotten"), (turn.button("button.menu", menu.show),))


async def forget_quietly(turn: Turn) -> None:
    """Throw them away and give the seats back, without a word."""
    if turn.dialogue.draft is not None:
        await usecases.register.release(turn.books, turn.draft.id)
        turn.end_question()
        turn.dialogue.draft = None


async def register_row(turn: Turn) -> tuple[Button, ...]:
    """« S’inscrire », « Reprendre », or nothing when registered or closed."""
    if not turn.books.is_open:
        return ()
    if turn.dialogue.draft is not None:
        others = turn.draft.is_for_others
        return (turn.button("button.resume_others" if others else "button.resume", resume),)
    if await turn.registered() is not None:
        return ()
    return (turn.button("button.register", begin),)


def say_closed(turn: Turn) -> None:
    """Nobody registers any more: say so, and whom to ask."""
    closed = phrases.closed(turn.words, turn.event, turn.now)
    turn.show(
        PARAGRAPH.join([*turn.about(), closed, phrases.reach(turn.words, turn.event)]),
        (
            turn.button("button.programme", programme.page),
            turn.button("button.menu", menu.show),
        ),
    )


@topic.asked(Intent.REGISTER)
async def _register(turn: Turn) -> Markup:
    """What registering is like, to who is at it."""
    if not turn.books.is_open:
        closed = phrases.closed(turn.words, turn.event, turn.now)
        return PARAGRAPH.join([closed, phrases.reach(turn.words, turn.event)])
    draft = turn.dialogue.draft
    is_ready = draft is not None and REGISTER.next_step(draft, turn.event).is_final
    return turn.words("answer.register_ready" if is_ready else "answer.register")


@topic.asked(Intent.DEADLINE)
async def _deadline(turn: Turn) -> Markup:
    about = wishes.asked_about(turn.text)
    if about is not None:
        return await turn.topics.answer(turn, about)
    if "deadline" in turn.event.answers:
        return turn.words("fact.of.deadline", fact=turn.event.answers["deadline"])
    if turn.event.registration_closes is None:
        return turn.words("unsaid.deadline", contact=phrases.reach(turn.words, turn.event))
    closes = turn.event.closes_at
    return turn.words("answer.deadline", day=turn.words.day(closes), hour=turn.words.hour(closes))


# ---- step after step


class Registration(Purpose):
    """The answers make a party, when they are confirmed."""

    hears_all = True

    def draft(self) -> Draft:
        """A draft without answers."""
        return Draft(id=new_draft_id(), purpose=self.name)

    def steps(self, draft: Draft, event: Event) -> Sequence[Step]:
        """Where from, how many, each of them, who writes and how to reach them."""
        *steps, recap = _steps(
            event.audience.territory,
            event.seats.only_size is None,
            event.ask,
            draft.waits != 0,
            len(draft.members),
            draft.registrar is not None,
        )
        return (*steps, *told(draft), recap)

    def is_given_up(self, draft: Draft, text: str) -> bool:
        """« Jeanne ne vient plus », of the only one who is registered by somebody else."""
        if wishes.stops(text):
            return True
        if not_registering.refuses(text) and not draft.tells_of_others:
            return True
        if draft.registrar is None or draft.size != 1 or draft.afterwards:
            return False
        if one_by_one.registers_themselves(text):
            return True
        if not draft.members[0].name:
            return one_by_one.says_nobody_else(text)
        is_named = bool(draft.places_named(text)) and not one_by_one.is_instead(text)
        return is_named and "?" not in text and wishes.gives_up(text)

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Renew the hold, or take the seats again when it was over and there is room."""
        return await keep_party(turn)

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """The answers are kept; a smaller party may fit, or the list takes them."""
        turn = asking.turn
        turn.draft.waits = None
        over = turn.words("register.hold_over", n=turn.draft.size or 0)
        await asking.ask(Room(), [*said, over])

    async def confirmed(self, asking: Asking) -> None:
        """Register, or put on the waiting list: counted once more, under the event's lock."""
        turn = asking.turn
        arriving.note(turn, turn.text)
        result = await usecases.register.confirm(turn.books, _application(turn))
        if isinstance(result, NoRoom):
            await self.lose_seats(asking, result, [])
            return
        if result is not None:
            result = await arriving.keep(turn, result, turn.draft)
        afterwards, turn.dialogue.later = turn.draft.afterwards, turn.draft.others
        if waiting.is_each_alone(turn):
            turn.dialogue.later = waiting.after(turn.draft)
            afterwards = [1] * len(turn.dialogue.later)
        words = for_team.all_told(turn)
        seeks = turn.draft.seeks or _seeks(turn, turn.text)
        turn.end_question()
        turn.dialogue.draft, turn.dialogue.party = None, PartyCode("")
        if result is None:
            await mine.show(turn)
        else:
            sent = await for_team.send(turn, words, result)
            await registered.say(turn, result, afterwards, sent=sent, seeks=seeks)

    async def give_up(self, turn: Turn) -> None:
        """« Je ne m’inscris pas »: nothing is kept of a registration without answers."""
        if not turn.draft.is_empty:
            await self.stop(turn)
            return
        await forget_quietly(turn)
        turn.say(turn.words("register.nothing"), (turn.button("button.menu", menu.show),))

    async def stop(self, turn: Turn) -> None:
        """Keep the answers, give the seats back."""
        await usecases.register.release(turn.books, turn.draft.id)
        turn.draft.held_until = None
        turn.end_question()
        seats = turn.draft.seats
        stopped = turn.words("register.stopped_with_seats", n=seats)
        if seats and await turn.registered() is not None:
            stopped = turn.words("register.stopped_others", n=seats)
        turn.say(
            stopped if seats else turn.words("register.stopped"),
            (turn.button("button.resume", resume),),
            (turn.button("button.forget", forget), turn.button("button.menu", menu.show)),
        )

    async def restart(self, asking: Asking) -> None:
        """Forget the answers and ask the first question."""
        turn = asking.turn
        await usecases.register.release(turn.books, turn.draft.id)
        await begin_with(turn, self.draft(), turn.words("register.restarted"))


REGISTER = topic.purpose(Registration("register"))


@lru_cache(maxsize=64)
def _steps(
    has_territory: bool,
    has_sizes: bool,
    asks: tuple[Ask, ...],
    has_no_room: bool,
    members: int,
    has_registrar: bool,
) -> Sequence[Step]:
    """The steps by all that they depend on: they are looked through several times in each turn."""
    steps: list[Step] = [Territory()] if has_territory else []
    steps += [Size()] if has_sizes else []
    steps += [Room()] if has_no_room else []
    for place in range(1, members + 1):
        steps += about_member(asks, place, may_be_fewer=True)
    steps += about_writer(has_registrar=has_registrar)
    return (*steps, Email(), Phone(), *about_party(asks), Recap())


def _application(turn: Turn) -> Application:
    draft = turn.draft
    return Application(
        draft=draft.id,
        territory=territory.known(turn) or "",
        people=tuple(_member(turn, member) for member in draft.members),
        seats=draft.seats,
        owners=(turn.address,),
        answers=draft.answers,
        registrar=_registrar(turn),
    )


def _member(turn: Turn, member: MemberDraft) -> Member:
    """A member; whoever of them writes has the address they write from."""
    return replace(member.complete(), address=turn.address if member.is_writing else None)


def _registrar(turn: Turn) -> Registrar | None:
    known = turn.draft.registrar
    if known is None:
        return None
    return Registrar(turn.address, known.answers)
