"""Those who were told of and are registered next: who of them is meant, and who writes."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import given, newcomers
from bot.conversation.afterwards import member_told, whole_name
from bot.conversation.state import PERSONAL, Draft, MemberDraft
from bot.conversation.steps import sharing
from bot.conversation.steps.size import Size
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party, Registrar
from bot.understanding import absences, one_by_one, sentences, wishes, writers
from bot.understanding.facts import Facts
from bot.understanding.known_people import Known
from bot.understanding.normal import plain
from bot.understanding.person import Person

LONGEST_SMALL_WORD = 2
"""« de », « du »… name nobody."""


def is_each_alone(turn: Turn) -> bool:
    """Whether each person has a registration of their own at this day."""
    return turn.event.seats.largest == 1


def after(draft: Draft) -> list[MemberDraft]:
    """Those who are registered after a party of one; who is not known yet has no name."""
    unknown = len(draft.afterwards) - len(draft.others)
    return [*draft.others, *(MemberDraft() for _ in range(unknown))]


def who_writes_first(turn: Turn, facts: Facts) -> Facts:
    """What a message says of people, who writes before the others: their registration is first.

    Where it does not say how many they are, they are those whom it names.
    """
    own = plain(turn.called)
    is_own = [one.is_writing or plain(whole_name(one)) == own for one in facts.people]
    others = zip(facts.people, is_own, strict=True)
    people = tuple(one for one, _ in sorted(others, key=lambda it: not it[1]))
    named = sum(one.name is not None or bool(one.called) for one in people)
    size = named if facts.size is None and named > 1 else facts.size
    is_taken = size is not None and bool(Size().parties(turn, size))
    return replace(facts, people=people, size=size if is_taken else facts.size)


def keep_called(draft: Draft, facts: Facts) -> None:
    """Keep who is known by a first name only, where somebody is registered after this party."""
    known = {word for one in (*draft.members, *draft.others) for word in words_of(one.name)}
    for person in facts.people:
        is_new = person.name is None and person.called and not words_of(person.called) & known
        if is_new and not person.is_writing and len(draft.others) < len(draft.afterwards):
            draft.others = [*draft.others, member_told(person)]


def tag(one: MemberDraft) -> str:
    """What stands for one of them in a button; empty where there is no name."""
    return f"t{zlib.crc32(plain(one.name).encode()):08x}" if one.name else ""


def first(turn: Turn, chosen: MemberDraft) -> None:
    """Let one of them, or somebody new, be registered next."""
    others = [one for one in turn.dialogue.later if one is not chosen and not _same(one, chosen)]
    unknown = next((one for one in others if not one.answers), None)
    is_kept = any(one is chosen for one in turn.dialogue.later)
    if unknown is not None and not is_kept:  # « l’autre personne »: it is them
        others = [one for one in others if one is not unknown]
    turn.dialogue.later = [chosen, *others]


def drop(turn: Turn, dropped: Iterable[MemberDraft]) -> None:
    """Wait for these no more."""
    gone = {id(one) for one in dropped}
    turn.dialogue.later = [one for one in turn.dialogue.later if id(one) not in gone]


def named(turn: Turn, text: str, parties: Sequence[Party]) -> list[MemberDraft]:
    """Those of them whom words name; a name that somebody registered bears says nothing."""
    known = {word for party in parties for one in party.everyone for word in words_of(one.name)}
    said = {*plain(text).split()}
    return [one for one in turn.dialogue.later if (words_of(one.name) - known) & said]


def without_registered(turn: Turn, text: str) -> tuple[str, Markup | None]:
    """« Hélène est déjà inscrite »: what else a message says, and what is said to that, if any."""
    names = turn.draft.registered if turn.dialogue.draft is not None else []
    named = [name for name in names if words_of(name) & {*plain(text).split()}]
    rest = one_by_one.without_registered(text) if named and "?" not in text else text
    if rest == text:
        return text, None
    return rest, turn.words("one_by_one.already", names=turn.words.listing(named))


def told(turn: Turn, text: str, parties: Sequence[Party]) -> list[MemberDraft]:
    """Those whom a message tells of, with all that it says of them.

    « même organisme » is that of those who are registered; an address or a number that stands in
    a message about one person is theirs.
    """
    facts = given.read(turn, text)
    same = next((one.organisation for party in parties for one in party.everyone), "")
    found = [_told(turn, person, same) for person in facts.people]
    reached = {"email": facts.email, "phone": facts.phone}
    reached = {key: said for key, said in reached.items() if said}
    if reached and len(found) < 2:
        found = found or [MemberDraft()]
        found[0].put(**reached)
    return found


def _told(turn: Turn, person: Person, same: str) -> MemberDraft:
    member = member_told(person)
    member.is_writing = person.is_writing
    if person.is_same and person.organisation is None and same:
        member.put(organisation=same)
    return member


def is_who_writes(turn: Turn, one: MemberDraft) -> bool:
    """Whether one of them is who writes, by what was said or by the name that the channel tells."""
    return one.is_writing or bool(one.name and plain(one.name) == plain(turn.called))


def let_go(turn: Turn, text: str) -> Markup | None:
    """Drop those of a draft who do not come, or all but who writes; what is said then, if any."""
    draft = turn.draft
    if not is_each_alone(turn) or draft.purpose != "register" or not draft.afterwards:
        return None
    everyone, (text, _) = [*draft.members, *draft.others], sentences.parted(text)
    before = everyone
    if one_by_one.says_nobody_else(text):
        own = [one for one in everyone if is_who_writes(turn, one)]
        stay = own[:1] or draft.members
    else:
        gone = _gone(turn, everyone, text)
        everyone = [*draft.members, *draft.others]
        stay = [one for one in everyone if one not in gone]
        if not gone or not stay:
            return _says_who_writes_stays(turn, text)
    names = turn.words.listing(one.name for one in everyone if one.name and one not in stay)
    new = turn.words.listing(one.name for one in stay if one not in before)
    _keep_only(draft, stay)
    if new:
        return turn.words("further.noted", names=new)
    return turn.words("one_by_one.without" if names else "one_by_one.alone", names=names)


def _gone(turn: Turn, everyone: Sequence[MemberDraft], text: str) -> list[MemberDraft]:
    """Those who are said not to come: in so many words, or named where somebody is taken off."""
    aside = [turn.draft.registrar] if turn.draft.registrar else []
    settled = absences.settled(text, [_known(turn, one) for one in (*everyone, *aside)])
    said = {at: comes for at, comes in settled.items() if at < len(everyone)}
    away = [everyone[at] for at, comes in said.items() if not comes]
    if one_by_one.is_instead(text):
        return _replaced(turn, away, text) if _new(turn, text) else away
    if len(said) < len(everyone) and (one_by_one.keeps_only(text) or not _lets_go(text)):
        return []  # « n’inscrivez que M. Roux », who is another
    if away:
        return away
    parts = [one for one in sentences.sentences(text) if _lets_go(one)]
    coming = [everyone[at] for at in said]
    named = _named_only(everyone, " ".join(parts) or text)
    return [one for one in named if one not in coming]


def _known(turn: Turn, one: MemberDraft) -> Known:
    first, last = one.answers.get("first_name", ""), one.last_name or ""
    is_writing = one is turn.draft.registrar or is_who_writes(turn, one)
    return Known(first, last, one.function or "", is_writing=is_writing)


def _new(turn: Turn, text: str) -> list[MemberDraft]:
    """Those who are named and were not told of before."""
    everyone = [*turn.draft.members, *turn.draft.others]
    known = [words_of(one.name) for one in everyone]
    told = [one for one in given.read(turn, text).people if one.name]
    new = [one for one in told if not any(words_of(whole_name(one)) <= it for it in known)]
    return [member_told(one) for one in new]


def _replaced(turn: Turn, away: Sequence[MemberDraft], text: str) -> list[MemberDraft]:
    """« Paul Vial à la place de Julien », who waits: Paul waits then, and Julien is gone."""
    draft, new = turn.draft, _new(turn, text)
    if len(away) != 1 or len(new) != 1 or away[0] not in draft.others:
        return []
    new[0].answers = {**newcomers.post_of(away[0], text), **new[0].answers}
    at = draft.others.index(away[0])
    draft.others = [*draft.others[: at + 1], new[0], *draft.others[at + 1 :]]
    return [away[0]]


def _says_who_writes_stays(turn: Turn, text: str) -> Markup | None:
    """« enlevez-moi de la liste », of who is none of those who come."""
    aside = turn.draft.registrar
    if aside is None:
        return None
    is_said = absences.settled(text, [_known(turn, aside)]) == {0: False}
    return turn.words("name.not_coming") if is_said or writers.stays_away(text) else None


def _lets_go(text: str) -> bool:
    return wishes.gives_up(text) or one_by_one.lets_go(text)


def told_of_more(turn: Turn, text: str) -> Markup | None:
    """Note who is said, while somebody is registered, to come too; what is said then, if any."""
    draft = turn.draft
    is_asked_who = any(not one.name for one in draft.members)
    if not is_each_alone(turn) or draft.purpose != "register" or is_asked_who:
        return None
    if not one_by_one.comes_too(text):
        return None
    known = [*draft.members, *draft.others, *([draft.registrar] if draft.registrar else [])]
    new = [one for one in told(turn, text, ()) if one.last_name and not is_who_writes(turn, one)]
    new = [one for one in new if not any(_same(one, other) for other in known)]
    if not new:
        return None
    for one in new:
        if one.organisation is not None:  # « au parc aussi »
            one.put(organisation=sharing.fuller(draft, one.organisation))
    unknown = len(draft.afterwards) - len(draft.others)
    draft.others = [*draft.others, *new]
    draft.afterwards = [*draft.afterwards, *[1] * (len(new) - unknown)]
    return turn.words("further.noted", names=turn.words.listing(one.name for one in new))


def keep_told(turn: Turn, text: str) -> bool:
    """Keep who is told of with a yes: « oui, et la deuxième : Mme Roux, DGS »; whether one is."""
    draft, facts = turn.draft, given.read(turn, text)
    is_corrected = any(one.place and one.says_something for one in facts.people)
    new = [one for one in facts.people if not (one.place or one.is_writing) and one.name]
    if is_corrected or facts.territory or facts.size or not new:
        return False
    for person in new:
        one = member_told(person)
        if person.email is None and len(new) == 1 and facts.email:
            one.put(email=facts.email)
        words = words_of(one.name)
        known = next((it for it in draft.others if words_of(it.name) & words), None)
        if known is not None:
            known.answers = {**known.answers, **one.answers}
        else:
            draft.others = [*draft.others, one]
    unknown = len(draft.afterwards) - len(draft.others)
    draft.afterwards = [*draft.afterwards, *[1] * -min(unknown, 0)]
    return True


def asked_for(turn: Turn, text: str) -> Markup | None:
    """What is said of who waits and is asked for meanwhile: « et Mme Roux, c’est quand ? »."""
    draft = turn.draft
    if not is_each_alone(turn) or not draft.others:
        return None
    known = {word for one in draft.members for word in words_of(one.name)}
    said = {*plain(text).split()}
    meant = [one for one in draft.others if (words_of(one.name) - known) & said]
    if not meant or not one_by_one.asks_for_turn(text):
        return None
    told_of = given.read(turn, text)
    reached = {"email": told_of.email, "phone": told_of.phone}
    if len(meant) == 1:
        meant[0].put(**{key: one for key, one in reached.items() if one})
    return turn.words("further.noted", names=turn.words.listing(one.name for one in meant))


def tells(turn: Turn, text: str) -> bool:
    """Whether words tell who somebody is, or how they are reached."""
    facts = given.read(turn, text)
    is_told = any(one.function or one.organisation for one in facts.people)
    return bool(facts.email or facts.phone) or is_told


def _keep_only(draft: Draft, stay: Sequence[MemberDraft]) -> None:
    """Those who are registered still, one after the other; who is reached stays reached."""
    reached = draft.contact.how_reached
    left = draft.members[0]
    draft.members, draft.others = [*stay[:1]], [*stay[1:]]
    draft.afterwards = [1] * len(draft.others)
    if left.is_writing and left not in stay:
        draft.let_write(left)
    elif draft.registrar is None:
        draft.members[0].answers = {**reached, **draft.members[0].answers}


def _named_only(everyone: Sequence[MemberDraft], text: str) -> list[MemberDraft]:
    """Those whom words name by what nobody else of them is called."""
    said = {*plain(text).split()}
    return [
        one
        for one in everyone
        if said
        & (words_of(one.name) - {w for it in everyone if it is not one for w in words_of(it.name)})
    ]


def writing(turn: Turn, parties: Sequence[Party]) -> Member | Registrar | None:
    """Who writes, known from the registrations of this chat: by the channel's name, or the last."""
    latest = sorted(parties, key=lambda party: party.confirmed_at, reverse=True)
    readers = [one for party in latest if (one := party.spoken_to_at(turn.address)) is not None]
    own = [one for one in readers if plain(one.name) == plain(turn.called)]
    return next(iter([*own, *readers]), None)


def registrar(reader: Member | Registrar) -> MemberDraft:
    """Who writes, as who registers somebody else: the name and how they are reached."""
    known = {key: said for key, said in reader.answers.items() if key in PERSONAL}
    if "email" in known:
        known.setdefault("phone", "")  # they gave none then
    if known.get("phone"):
        known.setdefault("email", "")
    return MemberDraft(answers=known, is_writing=True)


def _same(one: MemberDraft, other: MemberDraft) -> bool:
    return bool(one.name) and plain(one.name) == plain(other.name)


def words_of(name: str) -> set[str]:
    """The words of names, functions, places that tell them from others."""
    return {one for one in plain(name).split() if len(one) > LONGEST_SMALL_WORD}
