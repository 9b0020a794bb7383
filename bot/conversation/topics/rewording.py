"""Changes of what is registered, said in words: « c’est Luc Bonnet qui vient à ma place ».

Each is confirmed once, by its name; then it does what the buttons of « Modifier » do.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import usecases
from bot.conversation import (
    given,
    leaving,
    phrases,
    putting_right,
    serving,
    several_parties,
    striking,
)
from bot.conversation.newcomers import names_of, with_theirs
from bot.conversation.topic import Topic
from bot.conversation.topics import (
    changes,
    menu,
    mine,
    registration,
    reworded,
    withdrawing,
)
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.understanding import (
    acts,
    calling,
    checks,
    clauses,
    known_people,
    labelled,
    mistyped,
    openings,
    repeated,
    signatures,
    whose_reach,
    wishes,
)
from bot.understanding import changes as said_changes
from bot.understanding import sentences as sentences_read
from bot.understanding.act import Act
from bot.understanding.changes import Change, Kind
from bot.understanding.facts import Facts
from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.known_people import People
from bot.understanding.names import Name
from bot.understanding.normal import normal, plain
from bot.understanding.person import Person
from bot.understanding.telling import scene as telling

topic = Topic("rewording")


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """Do what is meant, or ask whether it is; whether a change of theirs is."""
    party = await turn.registered()
    if party is None or openings.is_for_another_party(text):
        return False
    text = whose_reach.without_denied(mistyped.spelt_out(signatures.without(text)))
    if mine.is_contact(turn, party) and await _struck(turn, party, text):
        return True
    if not turn.may_change and "?" not in text and any(one.is_own for one in labelled.stated(text)):
        registration.say_closed(turn)  # « ma structure, c’est … »
        return True
    if await _hear_same_person(turn, text) or await _hear_taken_back(turn, text):
        return True
    text = _without_what_asks(turn, text)
    return bool(text) and await _hear_told(turn, party, text)


async def _hear_told(turn: Turn, party: Party, text: str) -> bool:
    """The same of what a message tells, or wants."""
    people = leaving.people(turn, party)
    is_request = said_changes.is_request(text)
    stated = text if is_request else sentences_read.without_questions(text)
    stated = text if whose_reach.is_but_reach(stated) and checks.named(text) else stated
    told = with_theirs(given.read(turn, stated, party=party), text)
    told = replace(told, people=serving.with_denied(turn, told.people, text))
    told = _without_strangers(turn, putting_right.staying(told, stated, people), people)
    if _tells_of_the_next(turn, told):
        return False
    told = await several_parties.of_this_party(turn, party, told)
    told = _without_signing(turn, party, told, text)
    coming = _who_comes(turn, party, told, text) if _may_tell(text) else []
    if mine.is_contact(turn, party) and _may_tell(text):
        done = await putting_right.put_right(turn, party, told, text, people)
        before, party = party, done.party
        turn.dialogue.spoken_of = done.spoken_of
        asked = turn.awaited.leaving if turn.awaited is not None else ""
        coming = leaving.instead(coming, party, text, asked=asked)
        wanted = [*done.asked, *coming]
        if not any(one.kind is Kind.LEAVE_ALL for one in wanted):
            wanted = _by_clauses(turn, party, stated, told, wanted, is_more=done.is_changed)
        wanted = [_come_back(turn, party, text, one) for one in wanted]
        waiting, people_waiting = serving.waiting(turn, party, text) if wanted else ([], [])
        wanted = [one for one in wanted if turn.may(*said_changes.ACTS[one.kind])]
        wanted = [*(one for one in waiting if not _is_told_anew(one, wanted)), *wanted]
        wanted.sort(key=lambda one: one.kind in _ASK_MORE)
        told_of = [*told.people, *people_waiting]
        if wanted and await serving.serve_all(turn, party, wanted, told_of):
            return True
        if done.is_changed:
            await mine.show_changed(turn, before, party)
            return True
    change = _meant(turn, party, text, told)
    if change is None and not turn.may_change and _is_put_right(turn, told, text):
        registration.say_closed(turn)
        return True
    if change is None or not turn.may(*said_changes.ACTS[change.kind]):
        return await putting_right.is_so(turn, party, text) or await _told_of(
            turn, party, text, told.people
        )
    if mine.is_contact(turn, party):
        change = _come_back(turn, party, text, change)
        return await serving.serve(turn, party, change, told.people)
    return await serving.serve_teammate(turn, party, change)


def _without_what_asks(turn: Turn, text: str) -> str:
    """Leave out the sentences that but ask of a message that but asks as a whole.

    « Elle est où la salle à Pélussin » tells nothing of who is registered, « Josiane c’est
    Véranne, je demandais où est la salle » does.
    """
    if not _but_asks(turn.likely_acts()) or said_changes.is_request(text):
        return text
    each = sentences_read.sentences(text)
    return " ".join(one for one in each if not _but_asks(acts.likely(one, turn.situation)))


def _but_asks(likely: Sequence[Act]) -> bool:
    return Act.ASKS in likely and {*likely} <= _TELLS_NOTHING


_TELLS_NOTHING = frozenset({Act.ASKS, Act.CHECKS, Act.REMARKS, Act.IS_POLITE, Act.REFUSES})


def _is_put_right(turn: Turn, told: Facts, text: str) -> bool:
    """« Samira s’écrit avec deux s », once nothing may be changed any more."""
    tells = any(one.place and not one.leaves and one.says_something for one in told.people)
    return tells and "?" not in text and Act.CORRECTS in turn.likely_acts()


def _without_strangers(turn: Turn, told: Facts, people: People) -> Facts:
    """Leave out what is told of whom only a first name is said, which is nobody's here.

    « On peut ajouter Hélène ? Elle est animatrice » tells nothing of the one who is registered.
    """
    known = {word for one in people for word in one.words}
    words = plain(turn.text).split()
    strangers = {plain(one) for one in _CAPITALISED.findall(turn.text)} & FIRST_NAMES - known

    def is_strange(one: Person) -> bool:
        if one.name is not None or one.is_writing:
            return False
        if one.called and not {*plain(one.called).split()} & known:
            return not one.place or f"{one.instead_of} reste" in " ".join(words)
        own = people[one.place - 1].words if 0 < one.place <= len(people) else frozenset(words)
        return bool(strangers) and not own & {*words}

    return replace(told, people=tuple(one for one in told.people if not is_strange(one)))


_CAPITALISED = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-Ý][a-zà-ÿ]+")


def _without_signing(turn: Turn, party: Party, told: Facts, text: str) -> Facts:
    """Leave out who registered others and signs: « merci. Martine Grangier, mairie de Véranne »."""
    aside = party.registrar_at(turn.address)
    if aside is None or _ADD_ME.search(normal(text)) or _COMES_ONESELF.search(normal(text)):
        return told
    own = plain(aside.name)
    kept = [one for one in told.people if one.place or plain(" ".join(one.name or ())) != own]
    return replace(told, people=tuple(kept))


def _is_told_anew(change: Change, wanted: Sequence[Change]) -> bool:
    """Whether what waits for a yes is said otherwise by now, or of somebody who leaves."""
    return any(
        (one.who == change.who and (one.kind == change.kind or one.kind in _LEAVING))
        or (isinstance(one.value, Name) and one.value == change.value)
        for one in wanted
    )


_LEAVING = frozenset({Kind.LEAVE, Kind.LEAVE_ALL, Kind.REPLACE})


def _come_back(turn: Turn, party: Party, text: str, change: Change) -> Change:
    """« Amandine ne vient plus, c’est moi qui viens », of who registered her: in her place.

    « Ajoutez-moi aussi »: besides her.
    """
    aside = party.registrar_at(turn.address)
    if aside is not None and change == Change(Kind.ADD) and _ADD_ME.search(normal(text)):
        return Change(Kind.ADD, None, Name(aside.first_name, aside.answers.get("last_name", "")))
    is_leaving = change.kind in (Kind.LEAVE, Kind.LEAVE_ALL) and len(party.everyone) == 1
    if aside is None or not is_leaving or not _COMES_ONESELF.search(normal(text)):
        return change
    return Change(Kind.REPLACE, 0, Name(aside.first_name, aside.answers.get("last_name", "")))


_ADD_ME = re.compile(
    r"\b(?:ajout\w*|inscri\w*|rajout\w*|compt\w*|met\w*|add) (?:moi|me)\b"
    r"|\b(?:je|i) (?:\w+ ){0,2}(?:viens|viendrai|come) (?:\w+ )?(?:aussi|egalement|too)\b"
)
_COMES_ONESELF = re.compile(
    r"\b(?:c est moi qui (?:viens|viendrai|y vais)|(?:finalement|du coup) je (?:viens|viendrai)"
    r"|je (?:re)?viens"
    r" (?:moi meme|a (?:sa|leur) place)|je (?:la|le) remplace|i (?:will|ll|am going to"
    r"|m) com\w+ (?:myself|instead))\b"
)


def _by_clauses(
    turn: Turn,
    party: Party,
    text: str,
    told: Facts,
    wanted: Sequence[Change],
    *,
    is_more: bool,
) -> list[Change]:
    """The changes that a message tells, with what single clauses tell besides.

    One clause alone tells no more than the message as a whole, unless something else was done
    already (`is_more`).
    """
    people, country = leaving.people(turn, party), turn.event.country
    new = {it for one in told.people if not one.place for it in (one.email, one.phone)}
    noted = {it for one in party.everyone for it in (one.email, one.phone)} - {None}
    parts, found = clauses.clauses(text), [*wanted]
    for part in parts if len(parts) > 1 else ():
        one = said_changes.read(part, people, country=country, is_recap=True) or _renamed(
            people, part
        )
        is_noted = one is not None and one.who is None and one.value in noted
        if (
            one is not None
            and not is_noted
            and one.value not in new
            and _is_news(party, one, found)
        ):
            found.append(one)
    return found if wanted or is_more or len(found) > 1 else []


def _renamed(people: People, text: str) -> Change | None:
    """« mon nom s’écrit Vassalle »: the one other name that a clause tells."""
    known = [
        telling.Known(one.first, one.last, one.function, is_writing=one.is_writing)
        for one in people
    ]
    told = calling.read(text, known)
    return next((Change(Kind.RENAME, at - 1, name) for at, name in told.items()), None)


def _is_news(party: Party, change: Change, wanted: Sequence[Change]) -> bool:
    """Whether a change says all that it needs, is none already, and nothing is said of them."""
    if change.kind is Kind.LEAVE:
        return change.who is not None and all(
            one.who != change.who or one.kind in _REACHES for one in wanted
        )
    if change.kind in _REACHES:
        reached = serving.member_at(party, change.who) or party.contact
        is_told = any((one.kind, one.who or 0) == (change.kind, change.who or 0) for one in wanted)
        values = {one.value for one in wanted} | {None, reached.email, reached.phone}
        return not is_told and change.value not in values
    if change.kind is Kind.RENAME and isinstance(change.value, Name):
        member = serving.member_at(party, change.who)
        is_told = any(one.who == change.who for one in wanted)
        return member is not None and not is_told and " ".join(change.value) != member.name
    return False


_REACHES = (Kind.EMAIL, Kind.PHONE)


def _tells_of_the_next(turn: Turn, told: Facts) -> bool:
    """« L’autre binôme : Claire Abadie… »: who was told of before and is registered next."""
    waiting = {plain(one.name) for one in turn.dialogue.later if one.name}
    return any(one.name and plain(" ".join(one.name)) in waiting for one in told.people)


_ASK_MORE = (Kind.REPLACE, Kind.ADD)
"""What may have to be asked of somebody new: what else is told is done before."""


def _may_tell(text: str) -> bool:
    """Whether a message tells something, and does not only ask."""
    stated, asked = sentences_read.parted(text)
    return not asked or bool(stated) or said_changes.is_request(text)


def _who_comes(turn: Turn, party: Party, told: Facts, text: str) -> list[Change]:
    return leaving.who_comes(
        party,
        told,
        text,
        known=leaving.people(turn, party),
        country=turn.event.country,
        is_asked=_is_asked_who_leaves(turn, party),
    )


def _is_asked_who_leaves(turn: Turn, party: Party) -> bool:
    listed = turn.awaited.listed if turn.awaited is not None else []
    tags = map(phrases.tag, party.everyone)
    return bool(listed) and listed == [turn.labelled("", withdrawing.ask, tag).data for tag in tags]


async def _told_of(turn: Turn, party: Party, text: str, told: Sequence[Person]) -> bool:
    """« Luc Bonnet, adjoint à Roisey », without a word more: does he come too?"""
    may = mine.is_contact(turn, party) and turn.may_change and changes.may_grow(turn, party)
    new = [
        one
        for one in told
        if one.name and known_people.alike(one.name, leaving.people(turn, party)) is None
    ]
    if not may or "?" in text or len(new) != 1 or not (new[0].function or new[0].organisation):
        return False
    turn.party = party
    await serving.add(turn, new[0].name, told)
    return True


async def _hear_same_person(turn: Turn, text: str) -> bool:
    """« C’est la même personne »: yes to another name, or nothing to change."""
    if not repeated.is_same_person(text):
        return False
    wanted = turn.dialogue.change if turn.awaited is not None else None
    if wanted is not None and wanted.kind is Kind.RENAME:
        await reworded.do(turn, wanted.id)
    else:
        await mine.show(turn, "", preface=turn.words("change.same_person"))
    return True


_AND_MORE = re.compile(
    r"\W*(?:\S+\s+){3,}?(?:sinon|pour le reste|le reste|otherwise|the rest)\b", re.IGNORECASE
)
"""« Dumas, c’est avec un z, sinon rien à changer »: something is."""


async def _hear_taken_back(turn: Turn, text: str) -> bool:
    """« Non, je n’annule pas, je voulais savoir »: nothing is changed."""
    if "?" in text or not wishes.takes_back(text) or _AND_MORE.match(text):
        return False
    rest = [one for one in clauses.clauses(text) if not wishes.takes_back(one)]
    if rest and await turn.topics.hear(turn, ". ".join(rest)):
        return True
    turn.say(
        turn.words("change.taken_back"),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )
    return True


async def _struck(turn: Turn, party: Party, text: str) -> bool:
    """Take words out of the one answer that has them: « enlevez le « euh » »; whether it does."""
    if not turn.books.is_open:
        return False
    found = striking.found(text, party.territory, party.everyone)
    if found is None:
        return False
    if found.member is None:
        await usecases.change.move(turn.books, party, found.rest)
    else:
        await usecases.change.correct(turn.books, party, found.member, {found.key: found.rest})
    await mine.show(turn, "", preface=turn.words("change.struck", value=found.rest))
    return True


def _meant(turn: Turn, party: Party, text: str, told: Facts) -> Change | None:
    """The change that a text tells by its words, or tells anew after a no."""
    people, country, named = leaving.people(turn, party), turn.event.country, names_of(told.people)
    pending = turn.dialogue.change if turn.awaited is not None else None
    if pending is not None and said_changes.is_refused(text):
        at = next((one for one in party.everyone if phrases.tag(one) == pending.tag), None)
        before = Change(pending.kind, None if at is None else at.place - 1, pending.value)
        again = said_changes.instead(text, before, people, named=named, country=country)
        if again is not None:
            return again
    found = said_changes.read(text, people, country=country, is_recap=True)
    return None if found is not None and _stays(found, told) else found


def _stays(change: Change, told: Facts) -> bool:
    """« Rose ne vient pas en voiture »: they are said to come whom cue words take out."""
    if change.kind is not Kind.LEAVE or change.who is None:
        return False
    return any(one.place == change.who + 1 and one.surely_comes for one in told.people)
