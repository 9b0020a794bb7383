"""Putting what is said of somebody into the draft: name, function, organisation."""

import re

from rapidfuzz.distance import OSA

from bot.conversation.state import MemberDraft
from bot.conversation.steps.member import MemberName, nowhere
from bot.conversation.steps.organisation import MemberOrganisation
from bot.conversation.steps.role import MemberRole
from bot.conversation.turn import Turn
from bot.domain.party import Category
from bot.understanding import categories, half_names, labelled, roles, told
from bot.understanding.firstnames import FIRST_NAMES, TITLES
from bot.understanding.names import Name
from bot.understanding.normal import plain, without_accents
from bot.understanding.person import Person
from bot.understanding.results import Understood
from bot.understanding.roles import Role
from bot.understanding.sentences import sentences


async def note_shown(turn: Turn, text: str) -> bool:
    """Take a message for the function of whom the line was just shown; whether it is one."""
    place = turn.corrects
    if not 0 < place <= len(turn.draft.members):
        return False
    step = MemberRole(place)
    reading = step.read(turn, text)
    if not isinstance(reading, Understood):
        return False
    await step.keep(turn, reading.value)  # the title stays where the function tells none
    return True


async def say(turn: Turn, person: Person, place: int) -> None:
    """Note what is said of somebody at a place."""
    draft = turn.draft
    member = draft.members[place - 1]
    if person.is_writing and not draft.is_aside and not draft.writing_place:
        member.is_writing = True
    await _name(turn, person, place)
    await _role(turn, person, place)
    if member is not draft.contact:
        _reached(member, person)


def _reached(member: MemberDraft, person: Person) -> None:
    """How somebody is reached who is not the contact."""
    reached = {"email": person.email, "phone": person.phone}
    member.put(**{key: one for key, one in reached.items() if one})


async def _name(turn: Turn, person: Person, place: int) -> None:
    member = turn.draft.members[place - 1]
    name = person.name or (own_name(turn) if person.is_writing and not person.called else None)
    if name is not None and (person.name is not None or not member.name):
        name = _full_name(turn, name, person)
        if member.last_name is None or not member.answers.get("first_name"):
            await MemberName(place).keep(turn, name)
        elif not _loses_accents(name, member):
            member.put(first_name=name.first, last_name=name.last)
    elif person.called and person.is_writing and (own := _own_in_full(turn, person.called)):
        await MemberName(place).keep(turn, own)
    elif person.called:
        _complete(member, person.called, instead_of=person.instead_of)


def _own_in_full(turn: Turn, called: str) -> Name | None:
    """« Besset », who writes, as the channel calls them; None: it does not so."""
    own = own_name(turn)
    words = {*plain(called).split()} - TITLES
    return own if own is not None and words and words < {*plain(" ".join(own)).split()} else None


def _loses_accents(name: Name, member: MemberDraft) -> bool:
    """« Zoe Marchand », who is noted as Zoé: the same name, written in haste."""
    said = " ".join(name)
    return plain(said) == plain(member.name) and said == without_accents(said)


def _full_name(turn: Turn, name: Name, person: Person) -> Name:
    """« H. de Montgolfier », who writes: the first name that the channel tells."""
    if person.is_writing and plain(name.last) == plain(turn.person.first_name):
        return Name(name.last, name.first)  # « Ghislain Arnaud », from the chat of a Ghislain
    own = own_name(turn)
    is_initial = len(name.first.strip(".")) == 1
    if own is None or not (is_initial and person.is_writing):
        return name
    return own if plain(own.last) == plain(name.last) else name


def _complete(member: MemberDraft, called: str, *, instead_of: str) -> None:
    """Half a name: the half that is missing, or another spelling of one that is known."""
    said = _untitled(called)
    if not said or len(said.split()) > 2:
        return
    is_plain = said in (said.lower(), said.upper()) and len(said) > 2
    written = said.title() if is_plain else said
    first, last = member.answers.get("first_name"), member.last_name
    if {*plain(said).split()} <= {*plain(f"{first} {last}").split()}:
        return  # « Mme de Fontenay »: a part of the name that is known
    is_first = {*plain(said.replace("-", " ")).split()} <= FIRST_NAMES and said == called
    for key, known in (("first_name", first), ("last_name", last)):
        if known is not None and (
            _is_close(said, known=known) or instead_of in (*plain(known).split(), plain(known))
        ):
            if plain(said) != plain(known):
                member.put(**{key: written})
            return
    if first is None and last is None:
        is_bare = said == called and not half_names.is_only_last(said)
        member.put(**{"first_name" if is_first or is_bare else "last_name": written})
    elif last is None:
        member.put(last_name=written)
    elif first is None:
        member.put(first_name=written)
    elif len(said.split()) == 1:  # « Paul s’appelle Martinet »
        member.put(**{"first_name" if is_first else "last_name": written})


def _is_close(said: str, *, known: str) -> bool:
    far = OSA.distance(plain(said), plain(known))
    return far <= max(1, len(known) // 4)


def _untitled(called: str) -> str:
    words = called.split()
    return " ".join(words[1:] if words and plain(words[0]) in TITLES else words)


async def _role(turn: Turn, person: Person, place: int) -> None:
    member = turn.draft.members[place - 1]
    member.is_among_us |= person.is_ours
    same = told.SAME if person.is_same else None
    organisation = person.organisation or same
    if _note_other_office(member, person):
        return
    if person.function is not None and member.function and _tells_capacity(turn, person):
        note_capacity(member, person.function, text=turn.text)
    elif person.function is not None and _is_other(person.function, member.function):
        category, is_chosen = member.category, _is_chosen(member)
        if member.function and roles.is_besides(turn.text):
            other = _held_at(roles.quiet(person.function), person, member)
            member.put(function=f"{member.function} et {other}")
            return
        _forget_category(member)
        if organisation is None and member.organisation is None:
            organisation = _none_beside(turn, person)
        await MemberRole(place).keep(turn, Role(person.function, organisation))
        if category is not None and (is_chosen or member.category is None):
            member.put(category=category)  # as before; the recap shows it
        elif member.category is None and _AT_A_CLUB.search(turn.text):
            member.put(category=Category.CIVIL)
        return
    if organisation is None and person.function is not None and member.organisation is None:
        organisation = nowhere(turn, turn.text)
    if organisation is not None and _is_other(organisation, member.organisation):
        await _organisation(turn, place, organisation)


async def _organisation(turn: Turn, place: int, organisation: str) -> None:
    """Where somebody works; « le réseau, c’est une association d’agriculteurs » names nothing."""
    member = turn.draft.members[place - 1]
    is_kind = f" une {plain(organisation)} " in f" {plain(turn.text)} "
    if member.organisation is not None and is_kind:
        return
    step = MemberOrganisation(place)
    found = step.organisation_before(turn, organisation)
    if found is not None or organisation != told.SAME:
        category = member.category
        _forget_category(member)
        await step.keep(turn, found or organisation)
        if category is not None and member.category is None:
            member.put(category=category)  # as before; the recap shows it


_AT_A_CLUB = re.compile(
    r"\(\s*(?:une |c['’ ]?est une )?asso(?:ciation)?\b[^)]*\)"
    r"|\b(?:en|c['’ ]?est (?:une|de l['’])) ?asso",
    re.IGNORECASE,
)
"""« à l’espace de vie sociale (asso) »."""


def _tells_capacity(turn: Turn, person: Person) -> bool:
    """Whether « bénévole », « élue » say in what capacity one comes whose function is known."""
    function = person.function or ""
    is_put = person.organisation is not None or _PUT.search(plain(turn.text)) is not None
    is_put &= not any(denied for *_, denied in labelled.capacities(turn.text))
    return categories.is_capacity(function) or (categories.is_status(function) and not is_put)


_PUT = re.compile(
    r"\b(?:met\w*|fonctions?|plutot|not(?:e|ez|er)|indiqu\w*|remplac\w*|(?:n est|ne suis) plus|put"
    r"|function|job)\b"
)


def _held_at(function: str, person: Person, member: MemberDraft) -> str:
    """A second function, with the body where it is held, if that is another."""
    body = person.organisation
    is_other = body is not None and plain(body) != plain(member.organisation or "")
    return f"{function} ({body})" if is_other else function


def _note_other_office(member: MemberDraft, person: Person) -> bool:
    """« Il est vice-président de celle du Val », of a mayor who is that too: where; whether so."""
    first, _, second = (member.function or "").partition(" et ")
    is_second = bool(second) and plain(person.function or "") == plain(second.split(" (")[0])
    if not is_second or person.organisation is None:
        return False
    second = _held_at(second.split(" (")[0], person, member)
    member.put(function=f"{first} et {second}")
    return True


def _none_beside(turn: Turn, person: Person) -> str | None:
    """« I’m retired, no organisation »: what stands for none, in the sentence of a function.

    « moi je suis bénévole, lui il est à la retraite »: that of another tells nothing of oneself.
    """
    said = f" {plain(person.function or '')} "
    beside = [one for one in sentences(turn.text) if said in f" {plain(one)} "]
    if len(beside) != 1:
        return None
    parts = labelled.clauses(beside[0])
    own = [one for one in parts if not (person.is_writing and _THEY.search(plain(one)))]
    return nowhere(turn, ", ".join(own))


_THEY = re.compile(r"\b(?:lui|elle|il|he|she)\b(?! (?:y )?a\b)")


def _is_other(said: str, known: str | None) -> bool:
    """Whether an answer is another one, and not the beginning of the one that is noted."""
    if known is None:
        return True
    words = [one for one in plain(said).split() if one not in _SMALL]
    noted = [one for one in plain(known).split() if one not in _SMALL]
    is_beginning = len(words) <= len(noted) and all(
        other.startswith(one) for one, other in zip(words, noted, strict=False)
    )
    return bool(words) and not is_beginning


_SMALL = frozenset(
    ["de", "du", "des", "d", "la", "le", "les", "l", "a", "au", "aux", "en", "the", "of", "at"]
)


def note_capacity(member: MemberDraft, said: str, *, text: str = "") -> None:
    """Note in what capacity somebody comes, where it is told for sure: « élue ».

    `text` may deny it: « pas agente ».
    """
    read = categories.told(said)
    denied = {one for *_, one in labelled.capacities(text)} if text else set()
    if isinstance(read, Understood) and read.value not in denied:
        member.put(category=read.value)
        member.is_titled = True


def _is_chosen(member: MemberDraft) -> bool:
    """Whether in what capacity they come was said, against what the function tells."""
    inferred = categories.infer(member.function or "", member.organisation)
    return inferred is not None and member.category != inferred


def _forget_category(member: MemberDraft) -> None:
    """In what capacity they come is told by the other answer, where the one before told it."""
    if member.is_titled:
        return
    inferred = categories.infer(member.function or "", member.organisation)
    if member.category is not None and member.category == inferred:
        member.answers = {key: said for key, said in member.answers.items() if key != "category"}


def own_name(turn: Turn) -> Name | None:
    """The name of who writes, as the channel tells it."""
    if not turn.person.family_name:
        return None
    name = Name(turn.person.first_name, turn.person.last_name)
    return name if name.is_short_enough else None
