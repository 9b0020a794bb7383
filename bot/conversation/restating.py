"""Functions and organisations said again, otherwise than they were noted, at any step.

« Non, le DGS c’est mon collègue Pascal, moi je suis adjointe »: what was noted wrongly is replaced,
and the open question goes on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.member import MemberRole
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.step import Step
from bot.conversation.turn import Turn
from bot.understanding import categories, labelled, restated, told
from bot.understanding.facts import Facts
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.roles import Role

_ABOUT_SOMEBODY = ("name", "role", "organisation", "category")
"""What is asked of a member: who is not named is whom it is asked of."""


@dataclass(frozen=True, slots=True)
class Restated:
    """Whose answer is another one; None: that one stays. Both None: the function is not theirs."""

    place: int
    function: str | None = None
    organisation: str | None = None


def found(draft: Draft, facts: Facts, text: str, asked: Step) -> list[Restated]:
    """What a message says otherwise than the draft has it of those it tells of."""
    told_of = {
        place: person for person in facts.people if (place := _place(draft, person, text, asked))
    }
    wanted = [
        one
        for place, person in told_of.items()
        if (one := _of_member(draft, place, person, text)) is not None
    ]
    if restated.says_inverse(text):
        wanted = _with_each_others_body(draft, wanted)
    return [*wanted, *_nobodys(draft, told_of, text)]


def _with_each_others_body(draft: Draft, wanted: list[Restated]) -> list[Restated]:
    """« c’est l’inverse : Léa = maire, moi = DGS »: where they work goes with it."""
    if len(wanted) != 2 or any(one.organisation or not one.function for one in wanted):
        return wanted
    one, other = wanted
    bodies = [draft.members[each.place - 1].organisation for each in (other, one)]
    return [replace(each, organisation=body) for each, body in zip(wanted, bodies, strict=True)]


async def put(turn: Turn, wanted: Sequence[Restated]) -> None:
    """Put the other answers into the draft."""
    for one in wanted:
        member = turn.draft.members[one.place - 1]
        if one.function is not None:
            _forget_category(member)
            organisation = one.organisation or member.organisation
            await MemberRole(one.place).keep(turn, Role(one.function, organisation))
        elif one.organisation is not None:
            _forget_category(member)
            await MemberOrganisation(one.place).keep(turn, one.organisation)
        else:
            _forget_category(member)
            member.answers.pop("function", None)


def _forget_category(member: MemberDraft) -> None:
    """In what capacity they come is told by the other answer, where the one before told it."""
    inferred = categories.infer(member.function or "", member.organisation)
    if member.category is not None and member.category == inferred:
        member.answers.pop("category", None)


def _place(draft: Draft, person: Person, text: str, asked: Step) -> int:
    """The place of whom it is told of; 0: nobody's who is known."""
    members = list(enumerate(draft.members, 1))
    if person.name is not None or person.called:
        known = draft.places_named(" ".join(person.name or (person.called,)))
        return known[0] if len(known) == 1 else 0
    if person.is_companion:
        return 0
    is_own = restated.says_what_i_am(text)
    alike = [
        place
        for place, one in members
        if person.function and plain(one.function or "") == plain(person.function)
    ]
    names_self = {"moi", "me", "i"} & {*plain(text).split()}
    if not is_own and not names_self and alike:
        return alike[0]  # « je viens de le dire, présidente de la CC »
    if person.is_writing or is_own:
        return draft.writing_place
    is_of_member = asked.topic in _ABOUT_SOMEBODY and asked.place <= len(members)
    return asked.place if is_of_member else int(draft.size == 1)


def _of_member(draft: Draft, place: int, person: Person, text: str) -> Restated | None:
    """What is otherwise of one; None: nothing, or it is not said that it was wrong."""
    member = draft.members[place - 1]
    is_own = member.is_writing and restated.says_what_i_am(text)
    if not (restated.corrects(text) or is_own):
        return None
    function = person.function
    if function is not None and (labelled.is_capacity(function) or not _differs(function, member)):
        function = None
    organisation = person.organisation if person.organisation != told.SAME else None
    is_other = organisation is not None and _is_other_body(organisation, member.organisation)
    if not is_other or plain(organisation or "") == plain(draft.territory or ""):
        organisation = None
    if function is None and (organisation is None or not restated.corrects(text)):
        return None
    return Restated(place, function, organisation)


def _differs(function: str, member: MemberDraft) -> bool:
    """Whether another function is noted, and not the same in more words or fewer."""
    said, known = {*plain(function).split()}, {*plain(member.function or "").split()}
    return bool(known) and not said <= known and not known <= said


def _is_other_body(organisation: str, known: str | None) -> bool:
    """Whether another organisation is noted, or the same in short: « CC »."""
    said, before = {*plain(organisation).split()}, {*plain(known or "").split()}
    return bool(before) and not said <= before


def _nobodys(draft: Draft, told_of: dict[int, Person], text: str) -> Iterator[Restated]:
    """Whose function was another's, or is denied, and who is told of no other one."""
    given = {plain(one.function) for one in told_of.values() if one.function}
    denied = restated.denied(text)
    for place, member in enumerate(draft.members, 1):
        known = plain(member.function or "")
        if not known or (place in told_of and told_of[place].function):
            continue
        is_anothers = known in given and restated.turns_round(text)
        if is_anothers or (member.is_writing and denied and denied == known.split()[0]):
            yield Restated(place)
