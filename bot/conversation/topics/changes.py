"""Changing what is registered: correct an answer, replace, add or withdraw somebody."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.asking import Asking, Purpose, keep_holding
from bot.conversation.messages import Button
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps import next_step, step_named, unasked
from bot.conversation.steps.step import Choice
from bot.conversation.topics import answers, mine
from bot.conversation.topics.infos import calendar_file
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.domain.seats import NoRoom

ABOUT_A_MEMBER = ("name", "role", "organisation", "category")


async def show(turn: Turn, argument: str = "") -> None:
    """What can be changed; with a step's name as argument, ask for that answer anew."""
    party = await own_party(turn)
    if party is None:
        return
    kind, _, place = argument.partition(".")
    if not argument:
        _show_all(turn, party)
    elif kind == "member":
        _show_member(turn, party, place)
    else:
        await _correct(turn, party, argument)


async def own_party(turn: Turn) -> Party | None:
    """The party this chat may change; else what there is to say is said."""
    party = await turn.desk.party_of(turn.person.chat_id)
    if party is None:
        await mine.show(turn)
        return None
    if not mine.is_contact(turn, party):
        await mine.show(turn, preface=mine.contact_only(turn, party))
        return None
    if not turn.desk.is_open:
        answers.say_closed(turn)
        return None
    return party


def _show_all(turn: Turn, party: Party) -> None:
    words = turn.words
    members = [
        (Button(f"{member.place}. {member.name}", f"1:change:member.{member.place}"),)
        for member in party.everyone
    ]
    add = (turn.button("change.add", "add"),) if _may_grow(turn, party) else ()
    asks_territory = turn.event.audience.territory
    turn.show(
        words("change.ask"),
        (turn.button("recap.fix.territory", "change", "territory"),) if asks_territory else (),
        *members,
        (
            turn.button("recap.fix.email", "change", "email"),
            turn.button("recap.fix.phone", "change", "phone"),
        ),
        add,
        (turn.button("button.back", "mine"),),
    )


def _may_grow(turn: Turn, party: Party) -> bool:
    return not party.waiting and party.seats < max(turn.event.seats.sizes)


def _show_member(turn: Turn, party: Party, place: str) -> None:
    member = next((one for one in party.everyone if str(one.place) == place), None)
    if member is None:
        _show_all(turn, party)
        return
    fixes = [
        turn.button(f"recap.fix.{topic}", "change", f"{topic}.{place}") for topic in ABOUT_A_MEMBER
    ]
    withdraw = turn.button("change.withdraw", "withdraw", phrases.mark(member))
    turn.show(
        turn.words("recap.fix", name=member.name),
        tuple(fixes[:2]),
        tuple(fixes[2:]),
        (turn.button("change.replace", "replace", phrases.mark(member)),),
        (withdraw,) if member.place > 1 else (),
        (turn.button("button.back", "change"),),
    )


# ---- with steps


def _draft(turn: Turn, party: Party, purpose: str, place: int = 0) -> Draft:
    own = f"{turn.person.first_name} {turn.person.last_name}".casefold()
    members = [
        MemberDraft.of(member, is_writing=member.name.casefold() == own or len(party.everyone) == 1)
        for member in party.everyone
    ]
    contact = party.contact
    return Draft(
        id=new_draft_id(),
        purpose=purpose,
        unasked=unasked(turn.event),
        party=party.code,
        place=place,
        person=phrases.mark(party.everyone[place - 1]) if 0 < place <= len(members) else "",
        territory=party.territory,
        size=len(members),
        members=members,
        email=contact.email,
        phone=contact.phone,
        without_phone=contact.phone is None,
    )


async def _correct(turn: Turn, party: Party, name: str) -> None:
    place = name.partition(".")[2]
    draft = _draft(turn, party, "correct", int(place) if place.isdecimal() else 0)
    step = step_named(draft, name) if draft.place <= len(party.everyone) else None
    if step is None or name in ("size", "recap"):
        _show_all(turn, party)
        return
    await _begin(turn, draft)
    await Asking(turn, Change()).ask(step)


async def _begin(turn: Turn, draft: Draft) -> None:
    """Begin a change; one that was begun before is dropped, with the seat it held."""
    if turn.dialogue.draft is not None:
        await turn.desk.release(turn.draft.id)
    turn.dialogue.draft = draft


async def replace_(turn: Turn, argument: str) -> None:
    """Ask who comes at the place of a member (`argument` marks them)."""
    party = await own_party(turn)
    member = phrases.marked(party, argument) if party is not None else None
    if party is None or member is None:
        turn.toast("toast.old")
        return
    draft = _draft(turn, party, "replace", member.place)
    draft.members[member.place - 1] = MemberDraft()
    if member.place == 1:
        draft.email, draft.phone, draft.without_phone = None, None, False
    await _begin(turn, draft)
    said = turn.words("change.replacing", name=member.name)
    await Asking(turn, Change()).ask(next_step(draft), [said])


async def add(turn: Turn, _argument: str = "") -> None:
    """Ask who comes too, when there is a seat: it is held meanwhile."""
    party = await own_party(turn)
    if party is None:
        return
    if not _may_grow(turn, party):
        await mine.show(turn, preface=turn.words("change.complete"))
        return
    draft = _draft(turn, party, "add", len(party.everyone) + 1)
    draft.members.append(MemberDraft())
    draft.size = len(draft.members)
    await _begin(turn, draft)
    asking = Asking(turn, Change())
    room = await asking.purpose.keep_seats(turn)
    if room is not None:
        await asking.purpose.lose_seats(asking, room, [])
    else:
        has_vacancy = await turn.desk.changes.vacancy(party) is not None
        said = turn.words("change.filling" if has_vacancy else "change.adding")
        await asking.ask(next_step(draft), [said])


class Change(Purpose):
    """The answers change a party that is registered."""

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Hold a seat for somebody who is added, unless the party has one to fill."""
        draft = turn.draft
        if draft.purpose != "add":
            return None
        party = await turn.desk.party(draft.party)
        if party is None or _is_stale(draft, party):
            return NoRoom(await turn.desk.seats())
        if await turn.desk.changes.vacancy(party) is not None:
            return None
        return await keep_holding(turn, 1)

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """Nobody can be added: nothing changes."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.desk.party(draft.party)
        gone = party is None or _is_stale(draft, party)
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.gone" if gone else "change.no_room"))

    async def complete(self, asking: Asking, said: Sequence[Markup], fix: Choice | None) -> None:
        """Change it at once: there is nothing more to confirm."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.desk.party(draft.party)
        if party is None or party.chat_id != turn.person.chat_id or _is_stale(draft, party):
            await _end(turn)
            await mine.show(turn, preface=turn.words("change.gone"))
            return
        changed = await _apply(turn, draft, party)
        if isinstance(changed, NoRoom):
            await self.lose_seats(asking, changed, said)
            return
        await _end(turn)
        if changed == party:
            await mine.show(turn, preface=turn.words("change.same"))
            return
        await mine.show(turn, preface=PARAGRAPH.join([*said, turn.words("change.done")]))
        if changed.members:
            turn.replies.append(calendar_file(turn, changed.code))
        await mine.warn_of_doubles(turn, changed)

    async def stop(self, turn: Turn) -> None:
        """Leave everything as it is."""
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.same"))


def _is_stale(draft: Draft, party: Party) -> bool:
    """Whether the party changed meanwhile where the draft is about to change it."""
    if draft.purpose == "add":
        return len(party.everyone) != len(draft.members) - 1
    return bool(draft.person) and phrases.marked(party, draft.person) is None


async def _end(turn: Turn) -> None:
    await turn.desk.release(turn.draft.id)
    turn.end_question()
    turn.dialogue.draft = None


async def _apply(turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
    changes = turn.desk.changes
    match draft.purpose:
        case "add":
            return await turn.desk.add(party, _answered(draft, None), draft.id)
        case "replace":
            return await changes.replace(party, draft.place, _answered(draft, None))
    if draft.territory != party.territory:
        party = await changes.move(party, draft.territory or "")
    old = party.everyone[max(draft.place, 1) - 1]
    new = _answered(draft, old)
    return party if new == old else await changes.correct(party, new, "member")


def _answered(draft: Draft, old: Member | None) -> Member:
    """The member who was asked about; `old`: as they are registered, if that is who they are."""
    place = max(draft.place, 1)
    details = draft.members[place - 1].complete()
    if old is not None:
        details = replace(details, email=old.email, phone=old.phone, chat_id=old.chat_id)
    if place == 1:
        details = replace(details, email=draft.email, phone=draft.phone)
    return replace(details, place=place)


# ---- withdrawing


async def give_up(turn: Turn, argument: str = "") -> None:
    """« Je ne peux plus venir »: a teammate withdraws, the contact person cancels for all."""
    chat_id = turn.person.chat_id
    party = await turn.desk.party_of(chat_id)
    own = phrases.named(party.everyone, chat_id) if party is not None else None
    if party is None or own is None or mine.is_contact(turn, party):
        await mine.ask_to_cancel(turn, argument)
    elif not turn.desk.is_open:
        mine.say_too_late(turn)
    else:
        await withdraw(turn, phrases.mark(own))


async def withdraw(turn: Turn, argument: str) -> None:
    """Ask whether a member (`argument` marks them) really does not come any more."""
    party = await turn.desk.party_of(turn.person.chat_id)
    member = phrases.marked(party, argument) if party is not None else None
    if party is None or member is None or not _may_withdraw(turn, party, member):
        turn.toast("toast.old")
        return
    own = member.chat_id == turn.person.chat_id
    turn.show(
        turn.words("withdraw.ask_self", contact=party.contact.name)
        if own
        else turn.words("withdraw.ask", name=member.name),
        (
            turn.button("withdraw.yes", "withdraw_yes", argument),
            turn.button("button.no_keep_coming", "mine"),
        ),
    )


def _may_withdraw(turn: Turn, party: Party, member: Member) -> bool:
    chat_id = turn.person.chat_id
    return turn.desk.is_open and member.place > 1 and chat_id in (party.chat_id, member.chat_id)


async def withdrawn(turn: Turn, argument: str) -> None:
    """Take a member out; those who stay choose what becomes of the seat."""
    party = await turn.desk.party_of(turn.person.chat_id)
    member = phrases.marked(party, argument) if party is not None else None
    if party is None or member is None or not _may_withdraw(turn, party, member):
        turn.toast("toast.old")
        return
    changed = await turn.desk.withdraw(party, member)
    if party.chat_id == turn.person.chat_id:
        await turn.desk.changes.tell_taken_out(party, member)
        await _say_withdrawn(turn, changed, member.name)
    else:
        await turn.desk.changes.tell_contact(changed)
        turn.show(turn.words("withdraw.done_self"), (turn.button("button.menu", "menu"),))


async def _say_withdrawn(turn: Turn, party: Party, name: str) -> None:
    """Ask what to do with the seat; where somebody of the party has it now, show who comes."""
    vacancy = await turn.desk.changes.vacancy(party)
    if vacancy is None:
        await mine.show(turn, preface=turn.words("withdraw.done", name=name))
        if party.members:
            turn.replies.append(calendar_file(turn, party.code))
        return
    until = phrases.until(turn.words, vacancy.expires_at)
    text = turn.words("withdraw.choose", name=name, until=until)
    turn.show(text, *phrases.vacancy_rows(turn.words, party))


async def stay(turn: Turn, _argument: str = "") -> None:
    """Come without the one who withdrew."""
    party = await own_party(turn)
    if party is None:
        return
    if await turn.desk.changes.vacancy(party) is None:
        turn.toast("toast.old")
        return
    await turn.desk.changes.give_vacancy_back(party)
    await mine.show(turn, preface=turn.words("withdraw.stays"))
    turn.replies.append(calendar_file(turn, party.code))
