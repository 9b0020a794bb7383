"""Which of the facts of a message count at a step, and which are but asked, or told anew."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation import reaching
from bot.conversation.state import Draft
from bot.conversation.steps.step import Step
from bot.conversation.turn import Turn
from bot.understanding import phones, seeking, sentences, territories, which_territory
from bot.understanding.facts import Facts
from bot.understanding.firstnames import TITLES
from bot.understanding.intents import Intent
from bot.understanding.normal import plain
from bot.understanding.person import Person
from bot.understanding.seeking import Seeking

TAG = re.compile(
    r"\W(?:c['’ ]?est )?(?:not[ée]e?|ok|bon|d['’]accord|possible|[çc]a (?:va|marche)|hein"
    r"|right)\W*\?\s*$",
    re.I,
)
"""« …, c’est noté ? »: that is no question of its own."""


def done_by(told: Facts) -> frozenset[Intent]:
    """What seems asked where it is but told: « changez mon mail : … », « mon téléphone, c’est »."""
    is_reached = bool(told.email or told.phone)
    return _DONE | {Intent.CONTACT} if is_reached else _DONE


_DONE = frozenset([Intent.CHANGE, Intent.CANCEL, Intent.REGISTER, Intent.MINE])
_REQUEST = re.compile(
    r"\b(?:pouvez|pourr(?:iez|ais|ait)|peu[tx]|puis|possible|can|could|may)\b(?! (?:plus|pas))",
    re.I,
)


def but_asked(told: Facts, text: str) -> Facts:
    """« Cédric est bien enlevé ? », « et s’il est malade ? » take nobody out, and add nobody."""
    stated, asked = sentences.parted(text)
    if stated or not asked or _REQUEST.search(text) or TAG.search(text):
        return told
    people = (one for one in told.people if one.function or one.organisation)
    coming = tuple(one for one in people if not one.leaves)
    return replace(told, people=coming, is_for_others=False)


def but_sought(told: Facts, text: str) -> Facts:
    """« Je cherche quelqu’un pour venir avec moi » counts and brings in nobody without a name."""
    if seeking.read(text) is not Seeking.SEARCH:
        return told
    people = tuple(one for one in told.people if one.name or one.is_writing or one.place)
    return replace(told, people=people, size=1 if told.size == 1 else None)


def but_reached(person: Person, text: str) -> Person:
    """« celui du maire 06…, M. Roux 06… »: who is told with a number or an address comes."""
    last = person.name.last if person.name else person.called
    is_reached = bool(last) and re.search(
        rf"\b{re.escape(last)}\W{{0,4}}(?:c['’ ]?est |est |: ?)?(?:(?:le|au) )?(?:0\d|\+\d|\S+@)",
        text,
        re.IGNORECASE,
    )
    return replace(person, comes=1.0) if person.leaves and is_reached else person


def but_places(
    turn: Turn, found: Facts, told: Sequence[Person]
) -> tuple[Facts, tuple[Person, ...]]:
    """The same facts, and those who are told of, but names that are places’ and none of people."""
    town = turn.event.place.town
    people = [_not_at(town, one) for one in told if not _is_where_they_work(one)]
    here = [found.territory] if found.is_territory_claimed and found.territory else []
    people = [_not_renamed(turn, one, here) for one in people]
    places = [one for one in people if _is_a_territory(turn, one, here)]
    if places:
        people = [one for one in people if one not in places]
        name = " ".join(places[0].name or ()) or places[0].called
        found = replace(found, territory=found.territory or territories.capitalised(name))
    return found, tuple(people)


def _not_renamed(turn: Turn, person: Person, here: Sequence[str]) -> Person:
    """« Véranne c’est Roger », of one who is noted: a place is nobody’s name."""
    if not person.place or not person.name or not _is_of_places(turn, person, here):
        return person
    return replace(person, name=None, called="")


def _is_a_territory(turn: Turn, person: Person, here: Sequence[str]) -> bool:
    """« je viens seul, Pilat Rhodanien », « Roisey, oui »: all its words are the territory’s."""
    return not (person.place or person.is_writing) and _is_of_places(turn, person, here)


def _is_of_places(turn: Turn, person: Person, here: Sequence[str]) -> bool:
    """Whether all words of a name are a place’s that is known; `here`: told in this message."""
    draft = turn.dialogue.draft
    works = [one.organisation or "" for one in draft.members] if draft else []
    noted = draft.noted_territory if draft else None
    known = [turn.event.examples.territory, noted, *map(territories.of_organisation, works), *here]
    said = {*plain(" ".join(person.name or ()) or person.called).split()}
    is_one = any(said <= {*plain(one).split()} for one in known if one)
    return bool(said) and is_one


def _is_where_they_work(person: Person) -> bool:
    """« Véranne, c’est la mairie de Véranne »: that is nobody’s name."""
    said = {*plain(" ".join(person.name or ()) or person.called).split()}
    is_new = bool(said) and not (person.place or person.is_writing)
    return is_new and said <= {*plain(person.organisation or "").split()}


def _not_at(town: str, person: Person) -> Person:
    """Where the day takes place is nobody's organisation."""
    is_town = person.organisation is not None and plain(person.organisation) == plain(town)
    return replace(person, organisation=None) if is_town else person


def with_number(told: Facts, turn: Turn, text: str) -> Facts:
    """Add the number of which but the end is put right: « ça finit par 71, pas 17 »."""
    known = turn.draft.contact.phone if turn.draft.members else None
    if told.phone is not None or not known:
        return told
    country = turn.event.country
    return replace(told, phone=phones.amended(text, known=known, country=country))


def elsewhere(told: Facts, turn: Turn, text: str) -> Facts:
    """Add the territory that is put right: « le territoire c’est…, pas Nay », at whatever step."""
    known = turn.draft.noted_territory
    if known is None:
        return told
    other = which_territory.instead(text, known=known)
    other = other or which_territory.instead(text, known=territories.plain_form(known))
    other = other or (told.territory if told.is_territory_claimed else None)
    if other is None:
        return told
    is_once = plain(text).count(plain(other)) < 2  # else it is where somebody works as well
    people = tuple(
        replace(one, organisation=None)
        if is_once and one.organisation and plain(one.organisation) == plain(other)
        else one
        for one in told.people
    )
    return replace(told, territory=other, is_territory_claimed=True, people=people)


def is_all_noted(told: Facts, draft: Draft) -> bool:
    """Whether all that a message says of people is in the draft: else nothing is confirmed."""
    noted = {draft.noted_territory or ""}
    for one in (*draft.members, *draft.others):
        noted |= {one.name, one.function or "", one.organisation or ""}
    words = {*plain(" ".join(noted)).split()}
    said = {word for one in told.people if not one.leaves for word in _said_of(one)}
    return said <= words


def _said_of(person: Person) -> set[str]:
    said = [*(person.name or ()), person.called, person.function or "", person.organisation or ""]
    return {word for word in plain(" ".join(said)).split() if len(word) > 2} - TITLES


def says_more(told: Facts, step: Step, draft: Draft, *, is_read: bool) -> bool:
    """Whether there is anything that the step itself would not read as its answer.

    `is_read`: it reads one in the whole message.
    """
    topic = step.topic
    others = [
        one
        for one in told.people
        if one.says_something and not _is_plain_answer(one, step, len(told.people))
    ]
    besides = [
        told.territory and topic != "territory" and told.territory != draft.noted_territory,
        told.size and (topic != "size" or not is_read) and told.size != draft.size,
        told.email and topic != "email" and told.email != draft.contact.email,
        told.phone and topic != "phone" and told.phone != draft.contact.phone,
        told.is_for_others and draft.registrar is None and not draft.is_for_others,
        topic not in ("email", "phone") and reaching.may_do_without(draft, told),
    ]
    if topic == "registrar" and is_read:  # « Cathy Morand, son assistante »: who writes
        others = [one for one in others if one.place or (one.name and not one.is_writing)]
    return bool(others) or any(besides)


def _is_plain_answer(person: Person, step: Step, number: int) -> bool:
    """Whether what is told of somebody is but what was asked of them."""
    if person.leaves or person.phone or number > 1:
        return False
    is_about = person.place == step.place or not person.place
    match step.topic:
        case "name":
            return is_about and not person.function and not person.organisation
        case "organisation":
            is_alone = person.name is None and person.function is None
            return person.place == step.place and is_alone
        case "role" | "category":
            return person.place == step.place and person.name is None
        case "territory":
            return person.name is None and person.function is None and not person.called
        case _:
            return False
