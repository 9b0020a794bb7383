"""What is registered is put right in words: « ma fonction : directrice », « c’est le Pilat »."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot import usecases
from bot.conversation import answered, describing, naming, noting, respelling
from bot.conversation.state import Draft, MemberDraft
from bot.conversation.steps.member import MemberCategory
from bot.conversation.topics import changes, mine
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import (
    addresses,
    clauses,
    known_people,
    labelled,
    presence,
    whose_reach,
    wishes,
)
from bot.understanding import changes as changes_read
from bot.understanding.changes import Change, Kind
from bot.understanding.facts import Facts
from bot.understanding.known_people import People
from bot.understanding.names import Name
from bot.understanding.normal import normal
from bot.understanding.person import Person

_CORRECTS = re.compile(
    r"\b(?:contact|corrig\w*|chang\w*|modif\w*|met(?:s|tez|tre)|plutot|erreurs?|titre|wrong|asso\w*"
    r"|qualite|categorie|nom|societe civile|civil society|elected|should be|change"
    r"|(?:suis|est|es|am|s|m) (?:pas |not )?(?:une? )?(?:elue?|agente?|technicien\w*|staff))\b"
)


@dataclass(frozen=True, slots=True)
class PutRight:
    """What became of a message that puts something right."""

    party: Party
    """As it is now."""
    is_changed: bool = False
    spoken_of: int = 0
    """The place of the only one whose answers are others now, who does not write; 0: nobody's."""
    asked: tuple[Change, ...] = ()
    """All that it says are other names, or how somebody is reached: that is asked about first."""


_ASKED = {
    "first_name": Kind.RENAME,
    "last_name": Kind.RENAME,
    "email": Kind.EMAIL,
    "phone": Kind.PHONE,
}
"""What is asked about first, by the key of the answer."""


_OF_A_FUNCTION = re.compile(
    r"\b(?:n['’]est |est |c['’ ]?est |suis )?pas (?!l[àa]\b|en\b)[^\W\d_]{4,}", re.IGNORECASE
)
"""« Léa est pas chargée de mission, c’est animatrice »: she comes, and does something else."""


def staying(told: Facts, text: str, people: People) -> Facts:
    """The same facts where who is told of otherwise than of coming is nobody who leaves.

    « le mail de Lucas, c’est… », « la structure de Lucas, c’est… ».
    """
    reached = {changes_read.owner(kind, text, people) for kind, _ in _reaches(told)}
    reached |= {known_people.named(normal(one.whom), people) for one in labelled.stated(text)}
    is_away = presence.says_away(text) or wishes.gives_up(text)
    is_leaving = is_away and presence.says_away(_OF_A_FUNCTION.sub(" ", text))
    return replace(
        told,
        people=tuple(
            replace(one, comes=1.0)
            if one.place - 1 in reached
            or (one.place and not (is_away or one.surely_leaves))
            or one.phone
            or ((one.function or one.organisation) and not is_leaving)
            else one
            for one in told.people
        ),
    )


def _reaches(told: Facts) -> list[tuple[Kind, str]]:
    """The address and the number that are told."""
    new = {one.email for one in told.people if not (one.place or one.is_writing)}
    said = ((Kind.EMAIL, None if told.email in new else told.email), (Kind.PHONE, told.phone))
    return [(kind, value) for kind, value in said if value]


async def put_right(turn: Turn, party: Party, told: Facts, text: str, people: People) -> PutRight:
    """Put right what a message says otherwise of those registered, who are `people`.

    Who comes and who does not is not looked at here.
    """
    if not turn.may_change or turn.dialogue.draft is not None:
        return PutRight(party)
    turn.party = party
    turn.dialogue.draft = wanted = changes.CORRECT.draft(turn, 0)
    known = tuple(one for one in told.people if _is_told(one))
    territory = told.territory if told.is_territory_claimed else None
    await noting.note(turn, Facts(territory=territory, people=known, is_territory_claimed=True))
    named = [one for part in clauses.clauses(text) for one in naming.answers(turn, part)]
    for step, answer in named:
        await step.keep(turn, answer)
    if turn.corrects and not (known or named or "?" in text):
        await describing.note_shown(turn, text)
    if not (known or named or "?" in text):
        respelling.complete(wanted, text)
    noted = {it for one in party.everyone for it in (one.email, one.phone)}
    theirs = addresses.theirs(text, [one.name for one in wanted.members])
    for place, address in theirs.items():
        wanted.members[place].put(email=address)
    for kind, value in _reaches(told):
        if value in theirs.values():
            continue
        at = _whose(turn, told, kind, text, people)
        if at is None and value in noted and not whose_reach.says_own(text):
            continue  # « l’adresse de Paul est bien …@… ? »
        whose = wanted.contact if at is None else wanted.members[at]
        whose.put(**{str(kind): value})
    turn.dialogue.draft = None
    asked = _asked(turn, party, wanted)
    if asked:
        return PutRight(party, asked=asked)
    turn.party = changed = await _written(turn, party, wanted)
    others = [
        at
        for at, (one, before) in enumerate(zip(changed.everyone, party.everyone, strict=True), 1)
        if one.answers != before.answers
    ]
    is_other = len(others) == 1 and others[0] != wanted.writing_place
    return PutRight(changed, changed is not party, others[0] if is_other else 0)


def _whose(turn: Turn, told: Facts, kind: Kind, text: str, people: People) -> int | None:
    """Whose an address or a number is; of two numbers, the other is of who is named by it."""
    if kind is Kind.PHONE and any(one.phone for one in told.people):
        return None
    at = changes_read.owner(kind, text, people)
    return changes_read.owner(kind, turn.text, people) if at is None else at


def _asked(turn: Turn, party: Party, wanted: Draft) -> tuple[Change, ...]:
    """The other names, addresses and numbers, where nothing else differs."""
    if wanted.territory and wanted.territory != party.territory:
        return ()
    known: list[tuple[int | None, Mapping[str, str], MemberDraft]] = [
        (at, member.answers, told)
        for at, (member, told) in enumerate(zip(party.everyone, wanted.members, strict=True))
    ]
    registrar = answered.registering(turn, party)
    if registrar is not None and wanted.registrar is not None:
        known.append((None, registrar.answers, wanted.registrar))
    found: list[Change] = []
    for at, before, told in known:
        keys = [key for key, said in told.answers.items() if said != before.get(key, "")]
        if not _ASKED.keys() >= {*keys}:
            return ()
        kinds = dict.fromkeys(_ASKED[key] for key in keys)
        found += [Change(kind, at, _value(kind, told)) for kind in kinds]
    return tuple(found)


def _value(kind: Kind, told: MemberDraft) -> str | Name:
    if kind is Kind.RENAME:
        return Name(told.answers.get("first_name", ""), told.last_name or "")
    return told.answers[str(kind)]


def _is_told(person: Person) -> bool:
    return bool(person.place) and not person.leaves and person.says_something


async def is_so(turn: Turn, party: Party, text: str) -> bool:
    """Whether what is said is registered so already, or is denied: then it is asked anew."""
    may = mine.is_contact(turn, party) and turn.may_change and turn.dialogue.draft is None
    is_told = turn.corrects or _CORRECTS.search(normal(text))
    if not may or "?" in text or not is_told:
        return False
    turn.party = party
    turn.dialogue.draft = wanted = changes.CORRECT.draft(turn, 0)
    is_so, wrong = naming.is_so(turn, text), naming.wrong_capacity(wanted, text)
    turn.dialogue.draft = None
    if wrong:
        await changes.show(turn, f"{MemberCategory.topic}.{wrong}")
    elif is_so:
        await mine.show(turn, "", preface=turn.words("change.so"))
    return is_so or bool(wrong)


async def _written(turn: Turn, party: Party, wanted: Draft) -> Party:
    """Write what is otherwise than it is registered; the same party where nothing is."""
    for member, told in zip(party.everyone, wanted.members, strict=True):
        answers = {key: said for key, said in told.answers.items() if said}
        answers = {k: said for k, said in answers.items() if said != member.answers.get(k)}
        if answers:
            party = await usecases.change.correct(turn.books, party, member, answers)
    party = await answered.correct_registrar(turn, party, wanted.registrar)
    if wanted.territory and wanted.territory != party.territory:
        party = await usecases.change.move(turn.books, party, wanted.territory)
    return party
