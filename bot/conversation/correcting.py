"""Answers put right in words once all is answered: « le territoire, c’est le Pilat ».

What a message tells is compared with what was answered; what differs is put right at once, and all
answers are shown again. Who comes, and who does not any more, is for `bot.conversation.amending`.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz.distance import OSA

from bot.conversation import given, noting
from bot.conversation.asking import Asking
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import (
    MemberCategory,
    MemberName,
    MemberOrganisation,
    MemberRole,
)
from bot.conversation.steps.step import Refused, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.turn import Turn
from bot.understanding import capacities, changes, confirmations
from bot.understanding.facts import Facts
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.roles import Role

Correction = tuple[Step, Any]
"""A step, and its answer as it is to be."""


async def heard(asking: Asking, text: str) -> bool:
    """Put right what a message says is otherwise than it was answered; whether there is any."""
    turn = asking.turn
    if changes.struck(text) or confirmations.read(text) is True:
        return False
    if await _more_come(asking, text):
        return True
    wanted = list(corrections(turn, text))
    if not wanted:
        return False
    said = []
    for step, answer in wanted:
        kept = await step.keep(turn, answer)
        if isinstance(kept, Refused):
            said.append(kept.reason)
    await asking.go_on([LINE.join([turn.words("change.done"), *said])])
    return True


_MORE = re.compile(
    r"\b(?:manque\w*|oubli\w*|aussi|[ée]galement|en plus|r?ajout\w*|missing|forgot\w*|too"
    r"|as well|also|add)\b",
    re.IGNORECASE,
)


async def _more_come(asking: Asking, text: str) -> bool:
    """« Il manque Solène Prévost », where each comes alone: she is registered right after."""
    turn, draft = asking.turn, asking.turn.draft
    if turn.event.seats.only_size != 1 or draft.purpose != "register" or not _MORE.search(text):
        return False
    known = {plain(one.name) for one in (*draft.members, *draft.others)}
    people = [one for one in given.read(turn, text, asked="menu").people if one.name is not None]
    new = [noting.member_told(one) for one in people]
    new = [one for one in new if plain(one.name) not in known]
    if not new:
        return False
    draft.others, draft.afterwards = [*draft.others, *new], [*draft.afterwards, *[1] * len(new)]
    names = turn.words.listing(one.name for one in new)
    await asking.repeat(turn.words("further.noted", names=names))
    return True


def corrections(turn: Turn, text: str) -> Iterator[Correction]:
    """What a message says is otherwise than the draft has it."""
    told = given.read(turn, text, asked="recap")
    draft = turn.draft
    territory = told.territory or _named_territory(told.people, text)
    if _TRAVELS.search(text) and not told.is_territory_claimed:
        territory = None  # « je viens de Tence, où se garer ? »
    if territory and draft.territory not in (None, territory):
        yield Territory(), territory
        if told.territory is None:
            return
    yield from _reached(draft, told, text)
    yield from _capacity(draft, text)
    of_members = [
        one
        for person in told.people
        if (place := _whom(draft, person, text))
        for one in _of_member(draft, place, person)
    ]
    if len(of_members) > 1 or any(not isinstance(step, MemberName) for step, _ in of_members):
        yield from of_members  # a name alone is asked about first, like who comes


def _capacity(draft: Draft, text: str) -> Iterator[Correction]:
    """« plutôt société civile qu’agente »: of who is named beside it, else of who writes."""
    claimed = capacities.claimed(text)
    if claimed is None:
        return
    category, clause = claimed
    members = list(enumerate(draft.members, 1))
    named = [at for at, one in members if {*plain(one.name).split()} & {*clause.split()}]
    own = [at for at, one in members if one.is_writing]
    places = named or own or [at for at, _ in members]
    if len(places) == 1 and draft.members[places[0] - 1].category not in (None, category):
        yield MemberCategory(places[0]), category


def _reached(draft: Draft, told: Facts, text: str) -> Iterator[Correction]:
    """Another address or number of the contact person's, beside something else that is told."""
    others = {*plain(" ".join(one.name for one in draft.members)).split()}
    others -= {*plain(draft.contact.name).split()}
    if (not told.people and told.territory is None) or others & {*plain(text).split()}:
        return  # alone, it is asked about first
    if told.email and draft.contact.email not in (None, told.email):
        yield Email(), told.email
    if told.phone and draft.contact.phone not in (None, told.phone):
        yield Phone(), told.phone


_TRAVELS = re.compile(
    r"\b(?:je|j['’]|on|nous) (?:vien[st]|venons|par[st]|partons|arrive|arriverai|monte)\b",
    re.IGNORECASE,
)
_TERRITORY = re.compile(r"\bterritoir\w*|\bterritor\w*", re.IGNORECASE)


def _named_territory(people: Sequence[Person], text: str) -> str | None:
    """« le territoire devrait être la CC du Pilat », which may be taken for an organisation."""
    bodies = [one.organisation for one in people if one.organisation]
    return bodies[0] if len(bodies) == 1 and _TERRITORY.search(text) else None


def _is_known(member: MemberDraft, person: Person) -> bool:
    """Whether all that is told of somebody is known of them, perhaps parted otherwise."""
    told = {*plain(f"{person.function or ''} {person.organisation or ''}").split()}
    return told <= {
        *plain(f"{member.function or ''} {member.organisation or ''}").split(),
        "mairie",
    }


def _of_member(draft: Draft, place: int, person: Person) -> Iterator[Correction]:
    member = draft.members[place - 1]
    if person.name is not None and _is_misspelt(member, person.name):
        yield MemberName(place), person.name
    if _is_known(member, person) and not person.is_same:
        return
    if person.function is None and person.organisation is not None:
        close = OSA.distance(plain(person.organisation), plain(member.last_name or ""))
        if 0 < close <= 2:  # « Benali prend deux l, Benalli »
            first = member.answers.get("first_name", "")
            yield MemberName(place), Name(first, person.organisation.title())
            return
    others = [one.organisation for one in draft.members if one is not member and one.organisation]
    same = others[0] if person.is_same and others else None
    if person.function is not None and person.function != member.function:
        organisation = same or person.organisation or member.organisation
        yield MemberRole(place), Role(person.function, organisation)
    elif (same or person.organisation) not in (None, member.organisation):
        yield MemberOrganisation(place), same or person.organisation


def _is_misspelt(member: MemberDraft, name: Name) -> bool:
    return member.name != f"{name.first} {name.last}"


_SAID = re.compile(
    r"\bje (?:viens de|vous|te|l['’]|le)\b[^,;.:]{0,15}\b(?:dire|dis|dit|[ée]crire|[ée]crit"
    r"|r[ée]p[èé]te"
    r"|donn[ée]e?r?|pr[ée]cis\w+)\b|\bje r[ée]p[èe]te\b",
    re.IGNORECASE,
)
"""« je viens de le dire »: that is not told of who writes."""


def _whom(draft: Draft, person: Person, text: str) -> int:
    """The place of whom it is told about; 0: it is not sure who that is."""
    members = list(enumerate(draft.members, 1))
    said = {*plain(" ".join(person.name) if person.name else person.called).split()}
    if said:
        shared = [(len(said & {*plain(one.name).split()}), place) for place, one in members]
        most, place = max(shared, default=(0, 0))
        is_clear = most and sum(number == most for number, _ in shared) == 1
        return place if is_clear else 0
    of_own = re.search(r"\b(?:ma|mon|je|moi|my|i am|i['’]m)\b", _SAID.sub("", text), re.I)
    if person.is_writing or of_own:
        return next((place for place, one in members if one.is_writing), 0)
    if len(members) == 1:
        return 1
    told = {*plain(f"{person.function or ''} {person.organisation or ''}").split()}
    alike = [
        place
        for place, one in members
        if told & {*plain(f"{one.function or ''} {one.organisation or ''}").split()}
    ]
    return alike[0] if len(alike) == 1 else 0
