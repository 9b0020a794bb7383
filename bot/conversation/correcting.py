"""Answers put right in words once all is answered: « le territoire, c’est le Pilat ».

What a message tells is compared with what was answered; what differs is put right at once, and all
answers are shown again. Who comes, and who does not any more, is for `bot.conversation.amending`.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from bot.conversation import amending, given, naming, noting, restating
from bot.conversation.asking import Asking
from bot.conversation.naming import Correction
from bot.conversation.phrases import LINE
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import (
    MemberCategory,
    MemberName,
    MemberRole,
)
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.step import Refused, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.turn import Turn
from bot.understanding import changes, confirmations, labelled, restated
from bot.understanding.changes import Kind
from bot.understanding.facts import Facts
from bot.understanding.functions import FUNCTIONS
from bot.understanding.names import Name
from bot.understanding.normal import plain
from bot.understanding.people import Person
from bot.understanding.roles import Role
from bot.understanding.sentences import sentences


async def heard(asking: Asking, text: str) -> bool:
    """Put right what a message says is otherwise than it was answered; whether there is any."""
    turn = asking.turn
    if changes.struck(text) or confirmations.read(text) is True:
        return False
    if await _more_come(asking, text):
        return True
    people = given.read(turn, text, asked="recap").people
    change = amending.read(asking, text, people)
    is_of_newcomer = change is not None and change.kind in (Kind.ADD, Kind.REPLACE)
    wanted = list(corrections(turn, text, of_named_only=is_of_newcomer))
    if not wanted:
        return await _asked_in_what_capacity(asking, text) or await _is_so(asking, text)
    said = []
    for step, answer in wanted:
        kept = await step.keep(turn, answer)
        if isinstance(kept, Refused):
            said.append(kept.reason)
    if await amending.heard_besides(asking, change, people):
        return True
    if await _asked_in_what_capacity(asking, text):
        return True
    await asking.go_on([LINE.join([turn.words("change.done"), *said])])
    return True


async def besides(asking: Asking, text: str) -> bool:
    """Put right, where it is asked how they are reached, what is said of people; whether any is.

    « Jean-Noël est adjoint, pas maire. Mon mail, c’est … »: the rest is read as the answer.
    """
    if asking.step.topic not in ("email", "phone") or "?" in text or len(text.split()) < AT_LEAST:
        return False
    told = given.read(asking.turn, text, asked=given.question(asking.step))
    otherwise = restating.found(asking.turn.draft, told, text, asking.step)
    await restating.put(asking.turn, otherwise)
    wanted = [
        (step, answer)
        for step, answer in corrections(asking.turn, text, of_named_only=True)
        if step.topic not in ("email", "phone", "territory")
    ]
    for step, answer in wanted:
        await step.keep(asking.turn, answer)
    return bool(wanted or otherwise)


async def another_address(asking: Asking, text: str) -> bool:
    """« non, pas c.roux, claire.roux@… », where the telephone is asked: whether that is said."""
    turn, known = asking.turn, asking.turn.draft.contact.email
    if asking.step.topic != "phone" or known is None or not restated.corrects(text):
        return False
    told = given.read(turn, text, asked="email")
    if told.email in (None, known) or told.phone is not None:
        return False
    await Email().keep(turn, told.email or known)
    noted = turn.words("recap.email", email=told.email)
    await asking.go_on([turn.words("noted", lines=noted)])
    return True


AT_LEAST = 5
"""Words of a message that says something of somebody besides an address."""


async def _asked_in_what_capacity(asking: Asking, text: str) -> bool:
    """« Je ne suis pas agente »: as what, then? Whether they say so of how it was answered."""
    place = naming.wrong_capacity(asking.turn.draft, text)
    if place:
        await asking.ask(MemberCategory(place))
    return bool(place)


async def _is_so(asking: Asking, text: str) -> bool:
    said_so = naming.is_so(asking.turn, text)
    if said_so:
        await asking.repeat(asking.turn.words("change.so"))
    return said_so


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


def corrections(turn: Turn, text: str, *, of_named_only: bool = False) -> Iterator[Correction]:
    """What a message says is otherwise than the draft has it.

    `of_named_only`: who is not named is somebody new, of whom nothing is answered yet.
    """
    told = given.read(turn, text, asked="function" if turn.corrects else "recap")
    draft = turn.draft
    territory = told.territory or _named_territory(told.people, text)
    if _TRAVELS.search(text) and not told.is_territory_claimed:
        territory = None  # « je viens de Tence, où se garer ? »
    if territory and draft.territory not in (None, territory):
        yield Territory(), territory
        if told.territory is None:
            return
    yield from _reached(draft, told, text)
    named = [one for said in sentences(text) for one in naming.answers(turn, said)]
    yield from named
    of_members = [
        one
        for person in told.people
        if (person.name or person.called or not of_named_only)
        and (place := _shown(turn, person) or _whom(draft, person, text))
        for one in _of_member(draft, place, person, is_shown=bool(turn.corrects))
    ]
    of_members = [(step, said) for step, said in of_members if not _is_named(named, step)]
    if len(of_members) > 1 or any(not isinstance(step, MemberName) for step, _ in of_members):
        yield from of_members  # a name alone is asked about first, like who comes


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


def _is_named(named: Sequence[Correction], step: Step) -> bool:
    """Whether an answer about the same member is told by its name: what it says is surer."""
    told = {other.name for other, _ in named}
    place = step.name.partition(".")[2]
    return bool({f"role.{place}", f"organisation.{place}", step.name} & told)


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


def _of_member(draft: Draft, place: int, person: Person, *, is_shown: bool) -> Iterator[Correction]:
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
    is_other = person.function not in (None, member.function)
    if person.function is not None and is_other and (is_shown or _is_function(person)):
        organisation = same or person.organisation or member.organisation
        yield MemberRole(place), Role(person.function, organisation)
    elif (same or person.organisation) not in (None, member.organisation) and (
        is_shown or _is_organisation(person)
    ):
        yield MemberOrganisation(place), same or person.organisation


def _is_organisation(person: Person) -> bool:
    """Whether it is an organisation that is told, and not but a word: « rien n’a bougé »."""
    words = plain(person.organisation or "").split()
    is_of_somebody = person.name or person.called or person.is_same or person.is_writing
    return bool(is_of_somebody) or len(words) > 1


def _is_function(person: Person) -> bool:
    """Whether it is a function that is told of somebody, and not but some words of a sentence."""
    words = person.function or ""
    is_known = any(True for _ in FUNCTIONS.find(plain(words).split()))
    is_named = person.name is not None or bool(person.called)
    return (is_named or is_known) and not labelled.is_capacity(words)


def _is_misspelt(member: MemberDraft, name: Name) -> bool:
    return member.name != f"{name.first} {name.last}"


_SAID = re.compile(
    r"\bje (?:viens de|vous|te|l['’]|le)\b[^,;.:]{0,15}\b(?:dire|dis|dit|[ée]crire|[ée]crit"
    r"|r[ée]p[èé]te"
    r"|donn[ée]e?r?|pr[ée]cis\w+)\b|\bje r[ée]p[èe]te\b",
    re.IGNORECASE,
)
"""« je viens de le dire »: that is not told of who writes."""


def _shown(turn: Turn, person: Person) -> int:
    """The place of the one whose answers were just shown, unless another is named."""
    is_other = person.name is not None or person.called or person.is_writing
    return 0 if is_other else turn.corrects


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
        return draft.writing_place
    if len(members) == 1:
        return 1
    told = {*plain(f"{person.function or ''} {person.organisation or ''}").split()}
    alike = [
        place
        for place, one in members
        if told & {*plain(f"{one.function or ''} {one.organisation or ''}").split()}
    ]
    return alike[0] if len(alike) == 1 else 0
