"""Registering another party in the same conversation: four people are two binômes."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import given, noting, phrases
from bot.conversation.asking import Asking
from bot.conversation.messages import Button
from bot.conversation.state import PERSONAL, MemberDraft
from bot.conversation.steps.size import Size
from bot.conversation.topic import Topic
from bot.conversation.topics import changes, mine, registration
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import openings
from bot.understanding.facts import Facts
from bot.understanding.normal import plain

topic = Topic("further")


@topic.pressed("another")
async def register_another(turn: Turn, argument: str) -> None:
    """Begin another party; `argument`: the sizes of those that belong together, « 2.2 »."""
    if not turn.books.is_open:
        registration.say_closed(turn)
        return
    if registration.REGISTER.is_of(turn.dialogue.draft):
        asking = Asking(turn, registration.REGISTER)
        await asking.go_on([turn.words("register.resume")])
        return
    await registration.forget_quietly(turn)
    draft = registration.REGISTER.draft()
    parties = await turn.books.parties.of(turn.address)
    before = max(parties, key=lambda party: party.confirmed_at, default=None)
    sizes = [int(size) for size in argument.split(".") if size.isdecimal()]
    if before is not None:
        draft.registrar = _registrar(turn, before)
        draft.territory = before.territory or None if sizes else None
    draft.afterwards = sizes[1:]
    size = next(iter(sizes), None) or turn.event.seats.only_size
    later, turn.dialogue.later = turn.dialogue.later, []
    if size is not None or len(later) in turn.event.seats.sizes:
        size = size or len(later)
        draft.members, draft.others = later[:size], later[size:]
        draft.let_registrar_come()
    await registration.begin_with(turn, draft, size=size)


async def wished(turn: Turn, party: Party) -> bool:
    """Begin what words want beside the party there is: another one, or somebody else in it."""
    is_apart = openings.is_for_another_party(turn.text)
    if not is_apart and not openings.is_for_somebody_else(turn.text):
        return False
    _note_told(turn, party)
    await (register_another(turn, "") if is_apart else _choose(turn, party))
    return True


async def goes_on(turn: Turn, told: Facts) -> bool:
    """« L’autre binôme : Claire Abadie… »: those who were told of before and come after."""
    later = turn.dialogue.later
    known = {plain(one.name): one for one in later if one.name}
    named = [one for one in told.people if plain(noting.whole_name(one)) in known]
    sizes = Size().parties(turn, len(later)) if later else []
    if not named or not sizes:
        return False
    for person in named:
        member = known[plain(noting.whole_name(person))]
        member.answers = {**noting.member_told(person).answers, **member.answers}
    await register_another(turn, ".".join(map(str, sizes)))
    return True


def _note_told(turn: Turn, party: Party) -> None:
    """Keep whom a message tells of that wants somebody else registered.

    « même organisme » is that of those who are registered.
    """
    told = given.read(turn, turn.text).people if turn.text else ()
    known = next((one.organisation for one in party.members if one.organisation), None)
    named = [
        replace(one, organisation=known) if one.is_same and not one.organisation else one
        for one in told
        if one.name is not None
    ]
    turn.dialogue.later = [noting.member_told(one) for one in named]


async def _choose(turn: Turn, party: Party) -> None:
    """Somebody else is to be registered: with them where there is room for one more, or apart."""
    if not mine.is_contact(turn, party) or not changes.may_grow(turn, party):
        await register_another(turn, "")
        return
    turn.choose(
        turn.words("further.ask", names=turn.words.listing(one.name for one in party.everyone)),
        (turn.button("further.with", changes.add), turn.button("further.apart", register_another)),
        (turn.button("button.mine", mine.show),),
    )


def _registrar(turn: Turn, party: Party) -> MemberDraft | None:
    """Who writes, known from the party before: they come with that one, or not at all."""
    reader = party.spoken_to_at(turn.address)
    if reader is None:
        return None
    known = {key: said for key, said in reader.answers.items() if key in PERSONAL}
    if "email" in known:
        known.setdefault("phone", "")  # they gave none then
    if known.get("phone"):
        known.setdefault("email", "")
    return MemberDraft(answers=known, is_writing=True)


def rest(turn: Turn, sizes: Sequence[int]) -> list[Markup]:
    """« Il reste un binôme à inscrire. », or nothing."""
    return [turn.words("further.rest", parties=phrases.parties(turn.words, sizes))] if sizes else []


def button(turn: Turn, sizes: Sequence[int]) -> Button:
    """« Inscrire l’autre binôme », or another party than those that belonged together."""
    words = turn.words
    if not sizes:
        alone = turn.event.seats.largest == 1
        return turn.button("further.somebody" if alone else "further.another", register_another)
    size = sizes[0]
    if len(sizes) == 1:
        label = words.plain(words.of_size("further.other", size), size=size)
    else:
        label = words.plain(words.of_size("further.next", size), size=size)
    return turn.labelled(label, register_another, ".".join(map(str, sizes)))
