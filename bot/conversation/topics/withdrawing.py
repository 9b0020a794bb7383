"""One of a party does not come any more: who may say so, who is told, what becomes of the seat."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import given, phrases
from bot.conversation.messages import Button
from bot.conversation.newcomers import Newcomer, names_of
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import cancelling, changes, menu, mine, partners
from bot.conversation.turn import DueMessage, Turn, Voice
from bot.domain.party import Member, Party
from bot.store.deliveries import MEMBER_LEFT
from bot.understanding import sentences, without
from bot.understanding.act import Act
from bot.understanding.normal import plain

topic = Topic("withdrawing")


@topic.pressed("withdraw")
async def ask(turn: Turn, tag: str) -> None:
    """Ask whether a member really does not come any more."""
    found = await _member_to_withdraw(turn, tag)
    if found is None:
        await mine.show_gone(turn)
        return
    party, member = found
    staying = [one for one in party.everyone if one is not member]
    is_said = _is_without(turn, party) or _all_named(turn, party, staying)
    without_them = turn.books.is_open and is_said
    yes = turn.button("withdraw.yes", withdraw_and_stay if without_them else withdraw, tag)
    no = turn.button("button.no_keep_coming", mine.show)
    stays = turn.button("button.no_keep_coming", keep)
    if not mine.is_contact(turn, party):
        ask_self = turn.words("withdraw.ask_self", contact=party.contact.name)
        turn.confirm_leaving(ask_self, yes, no, stays)
    elif not turn.acting_for and member is party.spoken_to_at(turn.address):
        is_open = turn.books.is_open
        names = turn.words.listing([one.name for one in staying])
        turn.confirm_leaving(
            turn.words("withdraw.ask_me", n=len(staying), names=names),
            yes,
            no,
            stays,
            (turn.button("withdraw.replace_me", changes.replace_, tag),) if is_open else (),
            (turn.button("withdraw.nobody", cancelling.give_up, party.code),),
            who=member.name,
        )
    else:
        asked = turn.words(
            "withdraw.ask_alone" if without_them else "withdraw.ask", name=member.name
        )
        instead = {
            one.first_name: turn.labelled(one.name, ask, phrases.tag(one))
            for one in party.everyone
            if one is not member and one is not party.spoken_to_at(turn.address)
        }
        turn.confirm_leaving(asked, yes, no, stays, who=member.name, named=instead)


@topic.pressed("keep")
async def keep(turn: Turn, _argument: str) -> None:
    """Nobody was to leave: say sorry, and what is registered."""
    await mine.show(turn, "", preface=turn.words("change.misheard"))


async def _member_to_withdraw(turn: Turn, tag: str) -> tuple[Party, Member] | None:
    """A teammate withdraws themselves, the contact person anybody; not the last one. Else None."""
    party = await turn.registered()
    member = phrases.tagged(party, tag) if party is not None else None
    if party is None or member is None or not party.may_leave(member):
        return None
    if not (turn.books.hears_absences or turn.may_change):
        return None
    may = mine.is_contact(turn, party) or member.address == turn.address
    return (party, member) if may else None


@topic.pressed("withdraw_yes")
async def withdraw(turn: Turn, tag: str) -> None:
    """Take a member out; those who stay choose what becomes of the seat."""
    found = await _member_to_withdraw(turn, tag)
    if found is None:
        await mine.show_gone(turn)
        return
    party, member = found
    staying = [one for one in party.everyone if one is not member]
    stays = _is_without(turn, party) or _all_named(turn, party, staying)
    await _take_out(turn, party, member, stays=stays)


def _is_without(turn: Turn, party: Party) -> bool:
    """Whether it is said, or asked about, that nobody comes in the place of who leaves."""
    stated, asked = sentences.parted(turn.text)
    said = [stated or turn.text.rpartition(",")[0], *(one.rstrip("? ") for one in asked)]
    return any(without.is_said(one, len(party.everyone) - 1) for one in said)


def _all_named(turn: Turn, party: Party, staying: Sequence[Member]) -> bool:
    """Whether all who stay are named, and no one comes instead: « oui, Paul et moi »."""
    words = {*plain(turn.text).split()}
    writer = party.spoken_to_at(turn.address)
    others = [one for one in staying if one is not writer]
    is_of_all = len(others) == len(staying) or bool(words & {"moi", "je", "j", "me", "i"})
    is_replaced = _REPLACES.search(plain(turn.text)) is not None
    named = bool(others) and all(
        {*plain(one.first_name).split()} <= words or {*plain(one.last_name).split()} <= words
        for one in others
    )
    return named and is_of_all and not is_replaced


@topic.pressed("left_alone")
async def withdraw_and_stay(turn: Turn, tag: str) -> None:
    """The same where it was said already that nobody comes in their place."""
    found = await _member_to_withdraw(turn, tag)
    if found is None:
        await mine.show_gone(turn)
        return
    await _take_out(turn, *found, stays=True)


async def _take_out(turn: Turn, party: Party, member: Member, *, stays: bool) -> None:
    changed = await usecases.change.withdraw(turn.books, party, member)
    if mine.is_contact(turn, party):
        await usecases.change.tell_taken_out(turn.books, party, member)
        if not await _filled(turn, changed, member):
            await _say_withdrawn(turn, changed, member, stays=stays)
    else:
        await usecases.change.tell_contact(turn.books, changed)
        turn.show(turn.words("withdraw.done_self"), (turn.button("button.menu", menu.show),))


async def _filled(turn: Turn, party: Party, left: Member) -> bool:
    """Whether it was said at once who comes in their place: then the rest is asked of them."""
    if not replaces(turn.text) or not turn.may_change:
        return False
    newcomer = _newcomer(turn, party, turn.text, but=left.name)
    if newcomer is None or await usecases.change.vacancy(turn.books, party) is None:
        return False
    turn.party, at = party, len(turn.replies)
    await changes.add(turn, "", newcomer=newcomer)
    turn.say_before(at, [turn.words("withdraw.done", name=left.name)])
    return True


async def _say_withdrawn(turn: Turn, party: Party, left: Member, *, stays: bool) -> None:
    """Ask what to do with the seat; where somebody of the party has it now, show who comes."""
    name = left.name
    if not turn.books.is_open:
        await usecases.change.give_vacancy_back(turn.books, party)
        contact = turn.event.contact.name
        await mine.show(turn, preface=turn.words("withdraw.closed", name=name, contact=contact))
        return
    vacancy = await usecases.change.vacancy(turn.books, party)
    if vacancy is None:
        await mine.show(turn, preface=turn.words("withdraw.done", name=name))
        return
    if stays:
        await usecases.change.give_vacancy_back(turn.books, party)
        await mine.show(turn, preface=turn.words("withdraw.done_alone", name=name))
        return
    until = phrases.until(turn.words, vacancy.expires_at)
    said = turn.words(
        "withdraw.choose_for" if turn.acting_for else "withdraw.choose", name=name, until=until
    )
    _choose(turn, said, party)


def _choose(turn: Turn, ask: Markup, party: Party) -> None:
    """Ask what becomes of the seat: « non » leaves it to others."""
    turn.choose(ask, *_vacancy_rows(turn, party), no=turn.button("withdraw.stay", stay))


@topic.heard(Act.LEAVES, Act.REPLACES, Act.ADDS)
async def hear(turn: Turn, text: str) -> bool:
    """« On viendra sans lui », « on remplace par Julie Faure », of who withdrew's seat."""
    if "?" in text:
        return False
    party = await turn.registered()
    if party is None or not mine.is_contact(turn, party) or not turn.may_change:
        return False
    asked = turn.awaited is not None and turn.awaited.no == turn.button("withdraw.stay", stay).data
    stays = (without.is_answer if asked else without.is_said)(text, len(party.everyone))
    is_replaced = replaces(text)
    if not (asked or stays or is_replaced):
        return False
    if await usecases.change.vacancy(turn.books, party) is None:
        return False
    turn.party = party
    if stays:
        await stay(turn)
        return True
    newcomer = _newcomer(turn, party, text)
    if newcomer is None and asked and _SEARCHES.search(plain(text)):
        await partners.search(turn, "")
        return True
    if newcomer is None and not (asked and is_replaced):
        return False
    await changes.add(turn, "", newcomer=newcomer)
    return True


_SEARCHES = re.compile(
    r"\b(?:cherch\w*|recherch\w*|trouv\w*|look for|find)\b(?! (?:pas|plus|personne|rien)\b)"
)
_REPLACES = re.compile(
    r"\b(?:r[ae]mplac\w*|replac\w*|a (?:sa|leur|la) place|instead|suppl[ee]e\w*)\b"
)


def replaces(text: str) -> bool:
    """Whether words say that somebody comes in the place of another."""
    return _REPLACES.search(plain(text)) is not None


def _newcomer(turn: Turn, party: Party, text: str, *, but: str = "") -> Newcomer | None:
    """Whoever is named and does not come yet; `but`: nor is it who left."""
    known = {plain(one.name) for one in party.everyone} | {plain(but)}
    people = given.read(turn, text, party=party).people
    new = [one for one in names_of(people) if plain(" ".join(one)) not in known]
    return Newcomer.among(people, new[0]) if len(new) == 1 else None


@topic.message(MEMBER_LEFT)
async def tell_contact(due: DueMessage) -> None:
    """To the contact person: who comes now, and what to do with the seat."""
    party = await due.party()
    if party is None:
        return
    names = due.words.listing(one.name for one in party.everyone)
    left = due.words("withdraw.left", names=names)
    vacancy = await usecases.change.vacancy(due.books, party)
    if vacancy is None:
        due.say(left, (due.button("button.mine", mine.show),))
        return
    kept = due.words("withdraw.kept", until=phrases.until(due.words, vacancy.expires_at))
    due.say(PARAGRAPH.join([left, kept]), *_vacancy_rows(due, party))


def _vacancy_rows(voice: Voice, party: Party) -> tuple[tuple[Button, ...], ...]:
    """What becomes of the seat: replace, search, stay, cancel."""
    return (
        (
            voice.button("withdraw.replace", changes.add),
            partners.search_button(voice, party),
        ),
        (voice.button("withdraw.stay", stay),),
        (
            voice.button(
                "file.cancel" if voice.acting_for else "button.cancel",
                cancelling.give_up,
                party.code,
            ),
        ),
    )


@topic.pressed("stay", who=Who.CONTACT_PERSON)
async def stay(turn: Turn, _argument: str) -> None:
    """Come without the one who withdrew."""
    party = turn.party
    if await usecases.change.vacancy(turn.books, party) is None:
        turn.toast("toast.old")
        return
    await usecases.change.give_vacancy_back(turn.books, party)
    await mine.show(turn, preface=turn.words("withdraw.stays"))
