"""Changing what is registered: correct an answer, replace somebody, add somebody."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.asking import Asking
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.purpose import Purpose, keep_holding
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.member import ABOUT_A_MEMBER, about_member
from bot.conversation.steps.recap import MEMBER, Recap
from bot.conversation.steps.step import Choice, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import mine, namesakes, practical, withdrawing
from bot.conversation.turn import Turn
from bot.domain.party import Member, Party
from bot.domain.seats import NoRoom
from bot.understanding.intents import Intent

topic = Topic("changes", who=Who.CONTACT_PERSON)


@topic.requested(Intent.CHANGE)
@topic.pressed("change")
async def show(turn: Turn, argument: str) -> None:
    """What can be changed; with a step's name as argument, ask for that answer anew."""
    kind, _, place = argument.partition(".")
    if not argument:
        _show_all(turn)
    elif kind == MEMBER:
        _show_member(turn, place)
    else:
        await _correct(turn, argument)


def _show_all(turn: Turn) -> None:
    members = [
        (turn.labelled(f"{member.place}. {member.name}", show, f"{MEMBER}.{member.place}"),)
        for member in turn.party.everyone
    ]
    adding = (turn.button("change.add", add),) if _may_grow(turn) else ()
    turn.show(
        turn.words("change.ask"),
        (turn.button("recap.fix.territory", show, Territory.name),),
        *members,
        (
            turn.button("recap.fix.email", show, Email.name),
            turn.button("recap.fix.phone", show, Phone.name),
        ),
        adding,
        (turn.button("button.back", mine.show),),
    )


def _may_grow(turn: Turn) -> bool:
    return not turn.party.waiting and turn.party.seats < max(turn.event.seats.sizes)


def _show_member(turn: Turn, place: str) -> None:
    member = next((one for one in turn.party.everyone if str(one.place) == place), None)
    if member is None:
        _show_all(turn)
        return
    fixes = [
        turn.button(f"recap.fix.{topic}", show, f"{topic}.{place}") for topic in ABOUT_A_MEMBER
    ]
    name_tag = phrases.name_tag(member)
    withdraw = turn.button("change.withdraw", withdrawing.ask, name_tag)
    turn.show(
        turn.words("recap.fix", name=member.name),
        tuple(fixes[:2]),
        tuple(fixes[2:]),
        (turn.button("change.replace", replace_, name_tag),),
        (withdraw,) if member.place > 1 else (),
        (turn.button("button.back", show),),
    )


# ---- step after step


async def _correct(turn: Turn, name: str) -> None:
    place = name.partition(".")[2]
    draft = CORRECT.draft(turn, int(place) if place.isdecimal() else 0)
    step = CORRECT.step_named(draft, name) if draft.place <= len(draft.members) else None
    if step is None or step.is_final:
        _show_all(turn)
        return
    await _begin(turn, draft)
    await Asking(turn, CORRECT).ask(step)


async def _begin(turn: Turn, draft: Draft) -> None:
    """Begin a change; one that was begun before is dropped, with the seat it held."""
    if turn.dialogue.draft is not None:
        await turn.desk.release(turn.draft.id)
    turn.dialogue.draft = draft


@topic.pressed("replace")
async def replace_(turn: Turn, name_tag: str) -> None:
    """Ask who comes at the place of a member."""
    member = phrases.tagged(turn.party, name_tag)
    if member is None:
        turn.toast("toast.old")
        return
    await _begin(turn, REPLACE.draft(turn, member.place))
    asking = Asking(turn, REPLACE)
    await asking.ask(asking.next_step, [turn.words("change.replacing", name=member.name)])


@topic.pressed("add")
async def add(turn: Turn, _argument: str) -> None:
    """Ask who comes too, when there is a seat: it is held meanwhile."""
    if not _may_grow(turn):
        await mine.show(turn, preface=turn.words("change.complete"))
        return
    await _begin(turn, ADD.draft(turn, len(turn.party.everyone) + 1))
    asking = Asking(turn, ADD)
    room = await ADD.keep_seats(turn)
    if room is not None:
        await ADD.lose_seats(asking, room, [])
    else:
        has_vacancy = await turn.desk.changes.vacancy(turn.party) is not None
        said = turn.words("change.filling" if has_vacancy else "change.adding")
        await asking.ask(asking.next_step, [said])


class Change(Purpose):
    """The answers change a party that is registered. This one corrects an answer."""

    def draft(self, turn: Turn, place: int) -> Draft:
        """The answers as they are registered, those about one place to be changed; 0: no place."""
        party, person = turn.party, turn.person
        own = f"{person.first_name} {person.last_name}".casefold()
        is_alone = len(party.everyone) == 1
        contact = party.contact
        return Draft(
            id=new_draft_id(),
            purpose=self.name,
            party=party.code,
            place=place,
            person=phrases.name_tag(party.everyone[place - 1])
            if 0 < place <= len(party.everyone)
            else "",
            territory=party.territory,
            size=len(party.everyone),
            members=[
                MemberDraft.of(one, is_writing=is_alone or one.name.casefold() == own)
                for one in party.everyone
            ],
            email=contact.email,
            phone=contact.phone,
            without_phone=contact.phone is None,
        )

    def steps(self, draft: Draft) -> list[Step]:
        """What can be corrected: of one member, or of all."""
        places = [draft.place] if draft.place else range(1, len(draft.members) + 1)
        members = [step for place in places for step in about_member(place)]
        contact: list[Step] = [Email(), Phone()] if draft.place <= 1 else []
        return [Territory(), *members, *contact, Recap()]

    def is_stale(self, draft: Draft, party: Party) -> bool:
        """Whether the party changed meanwhile where the draft is about to change it."""
        return bool(draft.person) and phrases.tagged(party, draft.person) is None

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Change the party; how it stands when there is no seat."""
        if draft.territory != party.territory:
            party = await turn.desk.changes.move(party, draft.territory or "")
        old = party.everyone[max(draft.place, 1) - 1]
        new = _answered(draft, old)
        return party if new == old else await turn.desk.changes.correct(party, new, "member")

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """Nobody can be added: nothing changes."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.desk.party(draft.party)
        gone = party is None or self.is_stale(draft, party)
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.gone" if gone else "change.no_room"))

    async def complete(self, asking: Asking, said: Sequence[Markup], fix: Choice | None) -> None:
        """Change it at once: there is nothing more to confirm."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.desk.party(draft.party)
        if party is None or not mine.is_contact(turn, party) or self.is_stale(draft, party):
            await _end(turn)
            await mine.show(turn, preface=turn.words("change.gone"))
            return
        changed = await self.apply(turn, draft, party)
        if isinstance(changed, NoRoom):
            await self.lose_seats(asking, changed, said)
            return
        await _end(turn)
        if changed == party:
            await mine.show(turn, preface=turn.words("change.same"))
            return
        await mine.show(turn, preface=PARAGRAPH.join([*said, turn.words("change.done")]))
        if changed.members:
            turn.replies.append(practical.calendar_file(turn, changed.code))
        await namesakes.warn(turn, changed)

    async def stop(self, turn: Turn) -> None:
        """Leave everything as it is."""
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.same"))


class Newcomer(Change):
    """Somebody else comes at a member's place."""

    def draft(self, turn: Turn, place: int) -> Draft:
        """All answers but those about that place."""
        draft = super().draft(turn, place)
        draft.members[place - 1 : place] = [MemberDraft()]
        draft.size = len(draft.members)
        if place == 1:
            draft.email, draft.phone, draft.without_phone = None, None, False
        return draft

    def steps(self, draft: Draft) -> list[Step]:
        """Who comes; the first is the one to be reached."""
        contact: list[Step] = [Email(), Phone()] if draft.place == 1 else []
        return [*about_member(draft.place), *contact, Recap()]

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Let them come instead."""
        return await turn.desk.changes.replace(party, draft.place, _answered(draft, None))


class Addition(Newcomer):
    """Somebody comes too, at a place that is new."""

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Hold a seat, unless the party has one to fill."""
        draft = turn.draft
        party = await turn.desk.party(draft.party)
        if party is None or self.is_stale(draft, party):
            return NoRoom(await turn.desk.seats())
        if await turn.desk.changes.vacancy(party) is not None:
            return None
        return await keep_holding(turn, 1)

    def is_stale(self, draft: Draft, party: Party) -> bool:
        """Whether the place has become somebody's, or another one's."""
        return len(party.everyone) != len(draft.members) - 1

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Add them, if there is a seat."""
        return await turn.desk.add(party, _answered(draft, None), draft.id)


CORRECT = topic.purpose(Change("correct"))
REPLACE = topic.purpose(Newcomer("replace"))
ADD = topic.purpose(Addition("add"))


async def _end(turn: Turn) -> None:
    await turn.desk.release(turn.draft.id)
    turn.end_question()
    turn.dialogue.draft = None


def _answered(draft: Draft, old: Member | None) -> Member:
    """The member who was asked about; `old`: as they are registered, if that is who they are."""
    place = max(draft.place, 1)
    details = draft.members[place - 1].complete()
    if old is not None:
        details = replace(details, email=old.email, phone=old.phone, chat_id=old.chat_id)
    if place == 1:
        details = replace(details, email=draft.email, phone=draft.phone)
    return replace(details, place=place)
