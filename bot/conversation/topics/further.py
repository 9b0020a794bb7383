"""Registering another party in the same conversation: four people are two binômes."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import given, phrases, waiting
from bot.conversation.afterwards import member_told, whole_name
from bot.conversation.asking import Asking
from bot.conversation.messages import Button
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.size import Size
from bot.conversation.topic import Topic
from bot.conversation.topics import changes, mine, registration
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import next_party, openings, roles
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person

topic = Topic("further")


@topic.pressed("another")
async def register_another(turn: Turn, argument: str) -> None:
    """Begin another party.

    `argument`: the sizes of those that belong together, « 2.2 »; where each comes alone, whose
    turn it is (`waiting.tag`).
    """
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
    reader = waiting.writing(turn, parties)
    if reader is not None:
        draft.registrar = waiting.registrar(reader)
        draft.registrar_may_come = all(one.member_at(turn.address) is None for one in parties)
    registered = [one for party in reversed(parties) for one in party.everyone]
    draft.known_bodies = [*dict.fromkeys(filter(None, (one.organisation for one in registered)))]
    draft.registered = [one.name for one in registered]
    told = _told_of_next(turn)
    later, turn.dialogue.later = [] if told is not None else turn.dialogue.later, []
    if waiting.is_each_alone(turn):
        _take_one(turn, draft, later, argument)
        size: int | None = 1
    else:
        size = _take_party(turn, draft, later, argument, parties)
    said = _own_address(turn, draft)
    if told is None:
        await registration.begin_with(turn, draft, *said, size=size)
    else:
        await _begin_told(turn, draft, told, size, *said)


def _told_of_next(turn: Turn) -> Facts | None:
    """What a message tells of those of another group; None: it names nobody of one."""
    said = next_party.read(turn.text) if turn.text and not waiting.is_each_alone(turn) else None
    if said is None:
        return None
    told = given.read(turn, said.told)
    known = {plain(one.name) for one in turn.dialogue.later if one.name}
    names = [plain(whole_name(one)) for one in told.people if one.name]
    return told if names and known.isdisjoint(names) else None


async def _begin_told(
    turn: Turn, draft: Draft, told: Facts, size: int | None, *said: Markup
) -> None:
    """« Et l’autre groupe : Luc Roux, maire… »: with all that is told of them."""
    turn.dialogue.draft = draft
    asking = Asking(turn, registration.REGISTER)
    if size is not None:
        await Size().keep(turn, size)
    before = next_party.read(turn.text)
    if before is not None and before.belongs and told.territory is None:
        draft.territory = draft.territory or await _their_territory(turn)
        told = replace(told, people=tuple(_at_their_hall(draft, one) for one in told.people))
    await given.start(asking, told, *said)


async def _their_territory(turn: Turn) -> str | None:
    parties = await turn.books.parties.of(turn.address)
    last = max(parties, key=lambda party: party.confirmed_at, default=None)
    return (last.territory or None) if last is not None else None


def _at_their_hall(draft: Draft, person: Person) -> Person:
    """« de la même commune : le maire »: at the one town hall of those who are registered."""
    halls = [one for one in draft.known_bodies if plain(one).startswith("mairie")]
    is_there = person.organisation is None and roles.is_of_a_town(person.function or "")
    return replace(person, organisation=halls[0]) if is_there and len(halls) == 1 else person


async def begins_next(turn: Turn, text: str) -> bool:
    """« Maintenant le deuxième groupe : Luc Roux, maire… », once one is registered."""
    is_free = turn.dialogue.draft is None and not turn.acting_for and turn.books.is_open
    is_free &= not waiting.is_each_alone(turn)
    said = (next_party.read(text) or await _to_the_others(turn, text)) if is_free else None
    if said is None or said.asks or said.is_later or await turn.registered() is None:
        return False
    if not said.is_bare and _told_of_next(turn) is None:
        return False
    is_told_of = bool(turn.dialogue.later) or said.size not in turn.event.seats.sizes
    await register_another(turn, _sizes(turn) if is_told_of else str(said.size))
    return True


async def _to_the_others(turn: Turn, text: str) -> next_party.NextParty | None:
    """« On passe aux deux autres », where nobody more fits into the party there is."""
    party = await turn.registered()
    is_full = party is not None and party.seats == turn.event.seats.largest
    said = next_party.goes_on(text) if is_full else None
    return said if said is not None and said.is_bare else None


async def begin_apart(turn: Turn, people: Sequence[Person]) -> None:
    """Begin the party of those who are told of and for whom theirs has no more seats.

    One of them, who may be meant for it all the same, is asked about first.
    """
    turn.dialogue.later = [member_told(one) for one in people]
    names = turn.words.listing(whole_name(one) for one in people)
    sizes = _sizes(turn)
    if len(people) == 1 and not next_party.is_of_the_same_place(turn.text):
        turn.confirm(
            turn.words("further.full_ask", name=names),
            turn.button("button.yes", register_another),
            turn.button("amend.no", mine.show),
        )
        return
    at = len(turn.replies)
    await register_another(turn, sizes if next_party.is_of_the_same_place(turn.text) else "")
    largest = turn.words.number(turn.event.seats.largest)
    turn.say_before(at, [turn.words("further.full", names=names, largest=largest)])


def _sizes(turn: Turn) -> str:
    """The sizes of the parties of those who were told of before."""
    later = turn.dialogue.later
    return ".".join(map(str, Size().parties(turn, len(later)) if later else []))


def _own_address(turn: Turn, draft: Draft) -> list[Markup]:
    """The address of whom somebody else registers: the recap has but that of who is written to."""
    others = [one for one in draft.members if draft.registrar is not None and one.email]
    lines = [turn.words("noted.email", name=one.name, email=one.email) for one in others]
    return [turn.words("noted", lines=phrases.LINE.join(lines))] if lines else []


def _take_one(turn: Turn, draft: Draft, later: Sequence[MemberDraft], argument: str) -> None:
    """Whose turn it is, and those who are registered after them."""
    meant = [one for one in later if waiting.tag(one) == argument]
    is_stale = argument.startswith("t") and not meant
    chosen = MemberDraft() if is_stale else next(iter([*meant, *later]), MemberDraft())
    others = [one for one in later if one is not chosen]
    draft.others, draft.afterwards = [one for one in others if one.name], [1] * len(others)
    draft.members = [chosen]
    if waiting.is_who_writes(turn, chosen):
        chosen.is_writing = True
        if draft.registrar is not None:
            chosen.answers = {**draft.registrar.how_reached, **chosen.answers}
        draft.registrar = None
    draft.let_registrar_come()


def _take_party(
    turn: Turn,
    draft: Draft,
    later: Sequence[MemberDraft],
    argument: str,
    parties: Sequence[Party],
) -> int | None:
    """Those who come in the next party, where those who were told of make one; its size, if so."""
    sizes = [int(size) for size in argument.split(".") if size.isdecimal()]
    before = max(parties, key=lambda party: party.confirmed_at, default=None)
    if before is not None and sizes:
        draft.territory = before.territory or None
    draft.afterwards = sizes[1:]
    size = next(iter(sizes), None) or turn.event.seats.only_size
    if size is not None or len(later) in turn.event.seats.sizes:
        size = size or len(later)
        draft.members, draft.others = [*later[:size]], [*later[size:]]
        draft.let_registrar_come()
    return size


async def wished(turn: Turn, party: Party) -> bool:
    """Begin what words want beside the party there is: another one, or somebody else in it."""
    is_apart = openings.is_for_another_party(turn.text)
    if not is_apart and not openings.is_for_somebody_else(turn.text):
        return False
    if waiting.is_each_alone(turn):
        told = waiting.told(turn, turn.text, await turn.books.parties.of(turn.address))
        for one in [one for one in told if one.name] or [MemberDraft()]:
            waiting.first(turn, one)
    else:
        _note_told(turn, party)
    await (register_another(turn, "") if is_apart else _choose(turn, party))
    return True


async def goes_on(turn: Turn, told: Facts) -> bool:
    """« L’autre binôme : Claire Abadie… »: those who were told of before and come after."""
    later = turn.dialogue.later
    known = {plain(one.name): one for one in later if one.name}
    named = [one for one in told.people if plain(whole_name(one)) in known]
    sizes = Size().parties(turn, len(later)) if later else []
    if not named or not sizes:
        return False
    for person in named:
        member = known[plain(whole_name(person))]
        member.answers = {**member_told(person).answers, **member.answers}
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
    turn.dialogue.later = [member_told(one) for one in named]


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


def rest(
    turn: Turn, sizes: Sequence[int], later: Sequence[MemberDraft] | None = None
) -> list[Markup]:
    """« Il reste un binôme à inscrire. », or nothing; `later`: who they are, if it is known."""
    if not sizes:
        return []
    if waiting.is_each_alone(turn):
        return [turn.words("further.rest", parties=_people(turn, len(sizes), later or ()))]
    return [turn.words("further.rest", parties=phrases.parties(turn.words, sizes))]


def people(turn: Turn, later: Sequence[MemberDraft]) -> str:
    """« Jeanne Morel et une autre personne »: those who are registered later."""
    return _people(turn, len(later), later)


def _people(turn: Turn, number: int, later: Sequence[MemberDraft]) -> str:
    names = [one.name for one in later if one.name]
    unknown = number - len(names)
    if unknown > 0:
        said = turn.words.number(unknown)
        names.append(turn.words.plain("further.others", n=unknown, number=said))
    return turn.words.listing(names)


def waiting_rest(turn: Turn) -> list[Markup]:
    """Who is still to be registered, where each comes alone; nothing where nobody waits."""
    later = turn.dialogue.later if waiting.is_each_alone(turn) else []
    return rest(turn, [1] * len(later), later)


def row(turn: Turn) -> tuple[Button, ...]:
    """« Inscrire quelqu’un d’autre », for who is registered where each comes alone."""
    may = waiting.is_each_alone(turn) and turn.books.is_open and not turn.acting_for
    return (button(turn, ()),) if may and turn.dialogue.draft is None else ()


def button(turn: Turn, sizes: Sequence[int]) -> Button:
    """« Inscrire l’autre binôme », or another party than those that belonged together."""
    words = turn.words
    if waiting.is_each_alone(turn):
        return _button_of_one(turn)
    if not sizes:
        return turn.button("further.another", register_another)
    size = sizes[0]
    if len(sizes) == 1:
        label = words.plain(words.of_size("further.other", size), size=size)
    else:
        label = words.plain(words.of_size("further.next", size), size=size)
    return turn.labelled(label, register_another, ".".join(map(str, sizes)))


def _button_of_one(turn: Turn) -> Button:
    """« Inscrire Jeanne Morel », or whoever it is."""
    later = turn.dialogue.later
    if not later:
        return turn.button("further.somebody", register_another)
    if later[0].name:
        tag = waiting.tag(later[0])
        return turn.button("further.one", register_another, tag, name=later[0].name)
    return turn.button("further.other.1", register_another)
