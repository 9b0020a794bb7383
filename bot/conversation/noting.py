"""Putting what a message tells into the draft: who comes, who does not, and what is said of them.

What is noted is shown to who writes, and all of it again before it is confirmed: nothing here asks.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from bot.conversation import afterwards, describing, joining, newcomers, reaching
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.size import Size
from bot.conversation.steps.step import Step
from bot.conversation.steps.territory import Territory
from bot.conversation.steps.writer import registrar
from bot.conversation.turn import Turn
from bot.understanding import organisations, roles, sentences, writers
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.person import Person


@dataclass(slots=True)
class Noted:
    """What became of a message beside the answers that it gave."""

    said: list[Markup] = field(default_factory=list)
    """What must be said of who comes and who does not."""
    held: Markup | None = None
    """What must be said of the seats, as they are held last."""
    left: list[str] = field(default_factory=list)
    """The names of those who were taken out."""

    def say(self, said: Markup | None) -> None:
        """Have this said too; None: there is nothing to say."""
        self.said += [said] if said is not None else []

    @property
    def remarks(self) -> list[Markup]:
        """All that must be said beside what is shown."""
        return [*self.said, *([self.held] if self.held else [])]


async def note(turn: Turn, given: Facts, asked: Step | None = None) -> Noted:
    """Put what a message tells into the draft; `asked`: the open question."""
    draft, noted = turn.draft, Noted()
    await _note_territory(turn, given, asked)
    _note_aside(turn, given, noted)
    if asked is not None and asked.is_final:
        noted.say(afterwards.let_registrar_follow(turn))
    before, least = len(draft.members), _least_seats(draft)
    if given.size and given.size > (draft.size or 0):  # those who are told of have places
        await _note_size(turn, given, before, noted)
    bodies = [one.organisation for one in given.people if one.organisation]
    told = [_with_whole_body(turn, one, bodies) for one in given.people]
    people = [one for one in told if not (one.is_writing and draft.is_aside)]
    if asked is not None and asked.topic in _OF_SOMEBODY:  # « je », in a question, is no answer
        people = [one for one in people if one.says_something or not one.is_writing]
    newcomers = [
        one for one in people if _is_new(draft, one) and not afterwards.tells_of_one(draft, one)
    ]
    for person in people:
        if not person.leaves and not _is_new(draft, person):
            await describing.say(turn, person, _place_known(draft, person))
    places = _let_leave(turn, [one for one in people if one.leaves], len(newcomers), noted)
    at = asked.place if asked is not None and asked.topic == "name" else 0
    grown, taken = 0, set[int]()
    for person in newcomers:
        place = places.pop(0) if places else _slot(draft, person, at, taken)
        if place is None:
            grown += await _grow(turn, person, noted)
            place = len(draft.members) if grown else None
        if place is None:
            noted.say(afterwards.keep(turn, person))
            continue
        at = 0 if place == at else at
        taken |= {place} if person.function else set()
        await describing.say(turn, person, place)
    joining.join_the_same(draft, given.size, turn.text)
    await _once_each(turn, least, noted)
    await _note_size(turn, given, before, noted)
    _work_at_the_hall(draft, turn.text)
    _note_ours(draft, turn.text)
    is_read_back = bool(draft.party) or (asked is not None and asked.is_final)
    _note_of_all(draft, given, turn.text, is_read_back=is_read_back)
    _share_own(draft)
    sharing.share_hall(draft)
    if is_read_back:
        sharing.share_capacity(draft)
    reaching.hand_over(turn, given)
    if given.email or given.phone or given.without:
        without = await reaching.note(turn, given)
        noted.said += [turn.words(f"noted.without.{what}") for what in without]
    return noted


def _with_whole_body(turn: Turn, person: Person, told: Sequence[str]) -> Person:
    """« Ina c’est le club, Max la mairie », « elle est trésorière de l’asso »: as it is called."""
    body = person.organisation or organisations.kind_after(person.function, turn.text)
    if body is None:
        return person
    whole = sharing.fuller(turn.draft, body, told)
    is_known = person.organisation is not None or whole != body
    return replace(person, organisation=whole) if is_known else person


async def _note_territory(turn: Turn, given: Facts, asked: Step | None) -> None:
    """A territory that is told, where none is noted or it is said to be the territory."""
    draft = turn.draft
    is_new = draft.territory is None or given.is_territory_claimed
    # « Annonay Rhône Agglo si vous préférez », right after the territory was asked
    is_new |= isinstance(asked, Size) and given.size is None and not given.people
    if given.territory and is_new and turn.event.audience.territory:
        await Territory().keep(turn, given.territory)


def _work_at_the_hall(draft: Draft, text: str) -> None:
    """« deux élus de la commune de Roisey »: at its town hall."""
    hall = organisations.hall_of("mairie", draft.noted_territory)
    if hall is None or f"commune de {plain(draft.noted_territory or '')}" not in plain(text):
        return
    for member in draft.members:
        is_theirs = roles.is_of_a_town(member.function or "")
        if is_theirs and member.organisation is None:
            sharing.give(member, hall)


def _note_aside(turn: Turn, given: Facts, noted: Noted) -> None:
    """Who writes registers others, and does not come."""
    draft = turn.draft
    may = not draft.party and draft.registrar is None and not draft.is_for_others
    if draft.writing_place and draft.members[draft.writing_place - 1].function and draft.others:
        may = may and writers.does_not_come(turn.text)  # « inscrivez Mme Roux », who is next
    if given.is_for_others and may and (not draft.writing_place or len(draft.members) == 1):
        _step_aside(turn)
        noted.said.append(turn.words("name.not_coming"))
    aside = draft.registrar
    if given.writer is not None and aside is not None and aside.name in ("", turn.called):
        aside.put(first_name=given.writer.first, last_name=given.writer.last)


def _step_aside(turn: Turn) -> None:
    """Let who writes be who registers others; who waits to be registered next is first then."""
    draft = turn.draft
    if not draft.writing_place:
        draft.members = draft.members or [MemberDraft()]
        draft.let_write(registrar(turn))
        return
    own = draft.members[0]
    draft.members = [draft.others.pop(0) if draft.others else MemberDraft()]
    draft.afterwards = draft.afterwards[1:] if draft.afterwards else []
    draft.let_write(own)


_OF_SOMEBODY = ("name", "role", "category", "organisation")
"""What is asked of one of them."""


def _is_new(draft: Draft, person: Person) -> bool:
    """Whether somebody is none of those who are noted."""
    if person.leaves:
        return False
    return _place_known(draft, person) == 0


def _place_known(draft: Draft, person: Person) -> int:
    if 0 < person.place <= len(draft.members):
        return person.place
    if person.is_writing:
        return draft.writing_place or _only_one(draft, person)
    return _half_name_told(draft, person)


def _only_one(draft: Draft, person: Person) -> int:
    """« je suis simple adhérent », while the one who comes is asked for the rest of their name."""
    is_it = draft.size == len(draft.members) == 1 and not draft.is_aside
    is_told = is_it and bool(draft.members[0].name) and draft.members[0].function is None
    return int(is_told and person.name is None)


def _half_name_told(draft: Draft, person: Person) -> int:
    """The place of whom but half of the name is noted: « ma femme, c’est Colette Roux »; or 0."""
    halves = {*map(plain, person.name)} if person.name is not None else set()
    found = [
        place
        for place, one in enumerate(draft.members, 1)
        if one.name and plain(one.name) in halves
    ]
    return found[0] if len(found) == 1 else 0


# ---- who does not come


def _let_leave(turn: Turn, leaving: Sequence[Person], new: int, noted: Noted) -> list[int]:
    """Take out who does not come; the places that as many newcomers take over.

    Who is registered already is asked about first: see `amending`.
    """
    draft = turn.draft
    if draft.party:
        return []
    places = sorted(one.place for one in leaving if one.place <= len(draft.members))
    if not places or (len(places) == len(draft.members) and not new):
        return []
    kept, gone = places[:new], places[new:]
    for place in places:
        member = draft.members[place - 1]
        if member.is_writing:
            noted.said.append(turn.words("name.not_coming"))
        elif member.name:
            noted.left.append(member.name)
    for place in kept:
        _vacate(turn, place)
    for place in reversed(gone):
        draft.take_out(place)
    if gone and draft.size is not None:
        draft.size = max(len(draft.members), 1)
    return [place - sum(one < place for one in gone) for place in kept]


def _vacate(turn: Turn, place: int) -> None:
    """Make room for whoever comes instead; how the party is reached goes on."""
    draft = turn.draft
    left = draft.members[place - 1]
    draft.members[place - 1] = MemberDraft(answers=newcomers.post_of(left, turn.text))
    if left.is_writing:
        draft.let_write(left)
    elif place == 1 and not draft.writing_place and draft.registrar is None:
        draft.members[0].put(**left.how_reached)


# ---- who comes


def _slot(draft: Draft, person: Person, asked_at: int, taken: Set[int]) -> int | None:
    """The place that somebody new takes: the one asked about, or one that waits for a name.

    `taken`: those of whom the same message tells what they are, who are somebody else.
    """
    free = [at for at, one in enumerate(draft.members, 1) if not one.name and not one.is_writing]
    if asked_at and (asked_at in free or _is_asked_self(draft, person, asked_at)):
        return asked_at
    alike = [at for at in free if _is_alike(draft.members[at - 1], person)]
    untold = [at for at in free if draft.members[at - 1].function is None]
    others = taken if person.function else set()
    named = [at for at in free if at not in others] if person.name or person.called else []
    found = [*alike, *untold, *named]
    return found[0] if found else None


def _is_asked_self(draft: Draft, person: Person, at: int) -> bool:
    """Whether it is who writes who was asked for their name."""
    return person.is_writing and draft.members[at - 1].is_writing


def _is_alike(member: MemberDraft, person: Person) -> bool:
    said, known = {*plain(person.function or "").split()}, {*plain(member.function or "").split()}
    return bool(said & known)


async def _grow(turn: Turn, person: Person, noted: Noted) -> bool:
    """One more than there were places for; whether there is room in this party."""
    draft = turn.draft
    if draft.size is None:
        draft.members = [*draft.members, MemberDraft()]
        return True
    if draft.afterwards:  # they are in another group
        return False
    wanted = len(draft.members) + 1
    if wanted not in turn.event.seats.sizes:
        return False
    kept = await Size().keep(turn, wanted)
    noted.held = kept.remark or noted.held
    return True


def _least_seats(draft: Draft) -> int:
    """The seats that stay where two turn out to be one: a party in which all are named has less."""
    is_full = bool(draft.members) and all(one.name for one in draft.members)
    return (draft.size or 0) - int(is_full)


async def _once_each(turn: Turn, least: int, noted: Noted) -> None:
    """« c’est M. Thiollier, moi je suis président »: who is noted twice by one name is one.

    What is told of either is kept, and the party has `least` seats again, or as many as it needs.
    """
    draft = turn.draft
    for place in range(0 if draft.party else len(draft.members), 1, -1):
        again = draft.members[place - 1]
        same = [one for one in draft.members[: place - 1] if _is_same(one, again)]
        if not same:
            continue
        same[0].answers = {**again.answers, **same[0].answers}
        if again.is_writing:
            draft.let_write(same[0])
            again.is_writing = False
        draft.members.remove(again)
        if draft.size is not None:
            kept = await Size().keep(turn, max(least, len(draft.members)))
            noted.held = kept.remark or noted.held


def _is_same(one: MemberDraft, other: MemberDraft) -> bool:
    """Whether two bear one whole name, in whichever order it is written."""
    words = sorted(plain(one.name).split())
    return len(words) > 1 and words == sorted(plain(other.name).split())


async def _note_size(turn: Turn, given: Facts, before: int, noted: Noted) -> None:
    """How many they are: as it is told, or as many as are named where several are."""
    draft = turn.draft
    here = [one for one in draft.members if one.name or one.function or one.is_writing]
    size = given.size
    is_several = len(draft.members) > max(1, before)
    is_for_others = draft.registrar is not None and bool(here)
    if size is None and draft.size is None and (is_several or is_for_others):
        size = len(draft.members)
    if size is None or size in (draft.size, (draft.size or 0) + sum(draft.afterwards)):
        return  # « deux groupes de deux », of which one is asked about
    if draft.size is not None and size < len(here) and not _leave_others(draft, given, size, noted):
        return
    first, *more = Size().parties(turn, size) or [size]
    if more:  # several parties, one after the other: those who do not fit come next
        draft.others = [*draft.members[first:], *draft.others]
        draft.members = draft.members[:first]
    kept = await Size().keep(turn, size)
    noted.held = kept.remark or noted.held


def _leave_others(draft: Draft, given: Facts, size: int, noted: Noted) -> bool:
    """« juste Paul et moi, donc 2 »: whoever is not among so many does not come; whether so."""
    told = {one.place for one in given.people if one.place and not one.leaves}
    staying = told | ({draft.writing_place} if draft.writing_place else set())
    if len(staying) != size:
        return False
    for place in range(len(draft.members), 0, -1):
        if place not in staying:
            noted.left.append(draft.members[place - 1].name)
            draft.take_out(place)
    noted.left = [name for name in noted.left if name]
    return True


# ---- what is said of all of them


def _note_ours(draft: Draft, text: str) -> None:
    """« on est de la MJC »: where each of them works of whom that is not known yet."""
    body = organisations.ours(text) if text else None
    for member in draft.members if body is not None else ():
        if member.organisation is None:
            sharing.give(member, organisations.tidied(body or ""))


def _note_of_all(draft: Draft, given: Facts, text: str, *, is_read_back: bool) -> None:
    """« Thermes de Salies tous les deux »: the one organisation of a message is that of each.

    `is_read_back`: all was answered, and another one that is said so is put right for each.
    """
    bodies = [one.organisation for one in given.people if one.organisation]
    told = {*bodies}
    if len(told) != 1 or len(bodies) > 1 or not text or not organisations.is_of_all(text):
        return
    body = next(iter(told))
    if any(organisations.is_behind(text, function=one.function, body=body) for one in given.people):
        return  # « nous sommes le maire et le président de l’association »
    about = [one for one in sentences.sentences(text) if plain(body) in plain(one)]
    is_put_right = is_read_back and any(map(organisations.is_of_all, about))
    for member in draft.members:
        is_open = member.organisation is None or is_put_right
        if is_open and (member.name or member.is_writing):
            sharing.give(member, organisations.tidied(body))


def _share_own(draft: Draft) -> None:
    """« notre directeur » works where who writes does, once that is known."""
    among = [one for one in draft.members if one.is_writing or one.is_among_us]
    known = {one.organisation for one in among if one.organisation is not None}
    for member in among if len(known) == 1 else ():
        if member.is_among_us and member.organisation is None:
            sharing.give(member, next(iter(known)))
