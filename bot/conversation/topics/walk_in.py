"""Somebody is at the door who is not registered: a line says who, and they are in."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from bot import usecases
from bot.conversation import given
from bot.conversation.messages import Button
from bot.conversation.phrases import LINE
from bot.conversation.state import new_draft_id
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import check_in, desk
from bot.conversation.turn import Turn
from bot.domain.attendance import Attendee, Half
from bot.domain.fields import LONGEST
from bot.domain.party import Category, Member
from bot.understanding import categories, names, roles
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.results import Doubtful, Understood

topic = Topic("walk_in", who=Who.STAFF)

ANYWAY = "anyway"
"""What a button carries, in the place of a category, that registers a namesake."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What was written of somebody."""

    name: Name
    function: str = ""
    organisation: str = ""

    @property
    def whole(self) -> str:
        """First and last name."""
        return " ".join(self.name)

    @property
    def category(self) -> Category | None:
        """What their function tells; None: nothing."""
        return categories.infer(self.function, self.organisation) if self.function else None


@topic.pressed("ci_walk")
async def ask(turn: Turn, argument: str) -> None:
    """Who is it? `argument`: for which half of the day they are ticked off, « m » or « a »."""
    _prompt(turn, argument, turn.words("walkin.ask"))


def _prompt(turn: Turn, half: str, said: Markup) -> None:
    turn.prompt(said, take, half, (turn.button("checkin.back", check_in.show),))


@topic.written("ci_who")
async def take(turn: Turn, argument: str) -> None:
    """Read who it is; ask only for what is missing."""
    turn.dialogue.newcomer = turn.text[:LONGEST]
    newcomer = _read(turn, turn.dialogue.newcomer)
    if newcomer is None:
        _prompt(turn, argument, turn.words("walkin.unclear"))
        return
    coming = (await usecases.presence.attendance(turn.books)).coming
    known = [one for one in coming if plain(one.name) == plain(newcomer.whole)]
    if known:
        _say_known(turn, argument, newcomer, known)
    else:
        await _go_on(turn, argument, newcomer, newcomer.category)


def _say_known(turn: Turn, half: str, newcomer: Newcomer, known: Sequence[Attendee]) -> None:
    parties = {one.code: one for one in known}
    view = check_in.view_of(turn, f"{half}..1")
    turn.show(
        turn.words("walkin.known", name=newcomer.whole),
        *((_party_button(turn, view, one),) for one in parties.values()),
        (turn.button("walkin.other", register, f"{half}.{ANYWAY}", name=newcomer.whole),),
        (turn.button("checkin.back", check_in.show),),
    )


def _party_button(turn: Turn, view: "check_in.View", one: Attendee) -> Button:
    to = check_in.View(view.half, f"{check_in.PARTY}{one.code}")
    label = turn.words.plain("mine.one", code=one.code, names=one.name)
    return turn.labelled(label, check_in.show, to.pack())


@topic.pressed("ci_as")
async def register(turn: Turn, argument: str) -> None:
    """Register whom was written of last, in the capacity that the button says."""
    half, _, capacity = argument.partition(".")
    newcomer = _read(turn, turn.dialogue.newcomer)
    if newcomer is None:
        turn.toast("toast.old")
        await check_in.show(turn, "")
        return
    chosen = next((one for one in Category if one == capacity), newcomer.category)
    await _go_on(turn, half, newcomer, chosen)


async def _go_on(turn: Turn, half: str, newcomer: Newcomer, category: Category | None) -> None:
    if category is None:
        rows = [
            (turn.button(f"category.choice.{one}", register, f"{half}.{one}"),) for one in Category
        ]
        turn.choose(
            turn.words("category.ask.other", name=newcomer.whole),
            *rows,
            (turn.button("checkin.back", check_in.show),),
        )
        return
    person = Member(
        {
            "first_name": newcomer.name.first,
            "last_name": newcomer.name.last,
            "function": newcomer.function,
            "organisation": newcomer.organisation,
            "category": category,
        }
    )
    view = check_in.view_of(turn, f"{half}..1")
    result = await usecases.presence.walk_in(
        turn.books, new_draft_id(), person, view.half, turn.address
    )
    turn.dialogue.newcomer = ""
    if result is None:  # pragma: no cover - a new draft was never given up
        return
    party, is_beyond = result
    what = "walked_in_beyond" if is_beyond else "walked_in"
    await turn.journal(what, after=f"{party.code} : {newcomer.whole}", party=party)
    _say_in(turn, view.half, newcomer, party.code, await _beyond(turn) if is_beyond else None)


async def _beyond(turn: Turn) -> Markup:
    count = await turn.seats()
    return turn.words("walkin.beyond", taken=count.taken, capacity=count.capacity)


def _say_in(turn: Turn, half: Half, newcomer: Newcomer, code: str, beyond: Markup | None) -> None:
    told = ", ".join(filter(None, [newcomer.whole, newcomer.function, newcomer.organisation]))
    said = turn.words("walkin.done", told=told, code=code)
    turn.show(
        said if beyond is None else said + LINE + beyond,
        (turn.button("walkin.another", ask, half[0]),),
        (turn.button("checkin.back", check_in.show), turn.button("button.desk", desk.show)),
    )


def _read(turn: Turn, text: str) -> Newcomer | None:
    """« Marie Dupont, adjointe, mairie de Maclas », or the same in a sentence."""
    if not text.strip():
        return None
    head, _, rest = text.partition(",")
    name = names.read(head)
    if isinstance(name, Understood):
        return _with_role(name.value, rest)
    told = next((one for one in given.read(turn, text).people if one.name is not None), None)
    if told is not None and told.name is not None:
        return Newcomer(told.name, told.function or "", told.organisation or "")
    return _with_role(name.value, rest) if isinstance(name, Doubtful) else None


def _with_role(name: Name, rest: str) -> Newcomer:
    role = roles.read(rest) if rest.strip() else None
    if isinstance(role, Understood | Doubtful):
        return Newcomer(name, role.value.function or "", role.value.organisation or "")
    return Newcomer(name, rest.strip())
