"""Those who are told of and do not fit into this party: they are registered after it."""

from dataclasses import replace

from markupsafe import Markup

from bot.conversation.describing import note_capacity
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.turn import Turn
from bot.understanding import categories, one_by_one, roles
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.roles import Role


def member_told(person: Person) -> MemberDraft:
    """What is told of somebody, by their whole name or by what they are called."""
    member = MemberDraft()
    if person.name is not None:
        member.put(first_name=person.name.first, last_name=person.name.last)
    elif person.called and not person.is_writing:
        words = person.called.split()
        last = [word for word in words if plain(word) not in TITLES]
        said = " ".join(last) or person.called
        said = said if said != said.lower() else said.title()
        member.put(**{"last_name" if len(last) < len(words) else "first_name": said})
    organisation = person.organisation
    if person.function is not None:
        function, organisation = roles.parted(Role(roles.quiet(person.function), organisation))
        member.put(function=function)
        category = categories.infer(function, organisation)
        if category is not None:
            member.put(category=category)
    told = {"organisation": organisation, "email": person.email, "phone": person.phone}
    member.put(**{key: said for key, said in told.items() if said is not None})
    return member


def whole_name(person: Person) -> str:
    """First and last name of somebody; empty: not told."""
    return " ".join(person.name) if person.name else ""


def tells_of_one(draft: Draft, person: Person) -> bool:
    """Note what is told of one of them; whether it is of one of them."""
    said = {*plain(person.called or whole_name(person)).split()} - TITLES
    theirs = [one for one in draft.others if said and said <= {*plain(one.name).split()}]
    if len(theirs) != 1 or person.is_writing:
        return False
    if person.function is not None and categories.is_capacity(person.function):
        note_capacity(theirs[0], person.function)
        person = replace(person, function=None)
    told = member_told(replace(person, name=None, called="")).answers
    theirs[0].answers = {**theirs[0].answers, **told}
    return True


def keep(turn: Turn, person: Person) -> Markup | None:
    """Keep somebody for one of the parties afterwards; what there is to say of it.

    Where each comes alone, they are registered right after.
    """
    draft = turn.draft
    known = [{*plain(one.name).split()} for one in (*draft.members, *draft.others)]
    said = whole_name(person) or (person.called if plain(person.called) in FIRST_NAMES else "")
    if not said or any({*plain(said).split()} <= one for one in known):
        return None
    member = member_told(person)
    if not member.name:
        return None
    is_next = turn.event.seats.only_size == 1 and len(draft.others) >= len(draft.afterwards)
    if is_next and draft.purpose == "register":
        return _put_next(turn, member)
    if draft.afterwards:
        draft.others = [*draft.others, member]
    return None


def let_registrar_follow(turn: Turn) -> Markup | None:
    """« C’est exact. Je voudrais m’inscrire également »: who registers comes next; what to say."""
    draft = turn.draft
    aside = draft.registrar
    if aside is None or turn.event.seats.only_size != 1 or draft.purpose != "register":
        return None
    known = {plain(one.name) for one in (*draft.members, *draft.others)}
    wants = one_by_one.says_self(turn.text) and "inscri" in plain(turn.text)
    if not wants or not aside.name or plain(aside.name) in known:
        return None
    member = MemberDraft()
    member.put(first_name=aside.answers.get("first_name"), last_name=aside.last_name)
    return _put_next(turn, member)


def _put_next(turn: Turn, member: MemberDraft) -> Markup:
    draft = turn.draft
    draft.afterwards, draft.others = [*draft.afterwards, 1], [*draft.others, member]
    return turn.words("further.noted", names=member.name)
