"""Changing what is registered: correct an answer, replace somebody, add somebody."""

from collections.abc import Sequence

from markupsafe import Markup

from bot import usecases
from bot.conversation import answered, phrases
from bot.conversation.asking import Asking
from bot.conversation.newcomers import Newcomer
from bot.conversation.purpose import Purpose, keep_holding
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps.asked import about_member, about_party
from bot.conversation.steps.contact import Email, Phone, about_reaching
from bot.conversation.steps.recap import MEMBER, Recap
from bot.conversation.steps.step import Choice, Step
from bot.conversation.steps.territory import Territory
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import mine, withdrawing
from bot.conversation.turn import Turn
from bot.domain.event import Event
from bot.domain.party import Member, Party
from bot.domain.seats import NoRoom
from bot.understanding import wishes, without
from bot.understanding.intents import Intent

topic = Topic("changes", who=Who.CONTACT_PERSON)

TERRITORY = Territory.name
"""Stands among the keys of fields for the party's territory."""


@topic.asked(Intent.CHANGE)
async def _change(turn: Turn) -> Markup:
    """Until when what can be changed, and how."""
    words, closes = turn.words, turn.event.closes_at
    if not turn.books.is_open:
        return words("answer.change.closed", contact=phrases.reach(words, turn.event))
    if wishes.asks_to_add_later(turn.text):
        day, hour = words.short_day(closes), words.hour(closes)
        return words("answer.change.add", day=day, hour=hour)
    return words("answer.change", day=words.short_day(closes), hour=words.hour(closes))


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
    adding = (turn.button("change.add", add),) if may_grow(turn, turn.party) else ()
    territory = turn.button("recap.fix.territory", show, Territory.name)
    turn.show(
        turn.words("change.ask"),
        (territory,) if turn.event.audience.territory else (),
        *members,
        (
            turn.button("recap.fix.email", show, Email.name),
            turn.button("recap.fix.phone", show, Phone.name),
        ),
        tuple(
            turn.labelled(one.label(turn), show, one.name) for one in about_party(turn.event.ask)
        ),
        adding,
        () if turn.acting_for else (turn.button("button.back", mine.show),),
    )


def may_grow(turn: Turn, party: Party) -> bool:
    """Whether the day takes parties of one more, and nobody of this one waits."""
    return not party.waiting and party.seats + 1 in turn.event.seats.sizes


def _show_member(turn: Turn, place: str) -> None:
    member = next((one for one in turn.party.everyone if str(one.place) == place), None)
    if member is None:
        _show_all(turn)
        return
    fixes = [
        turn.labelled(step.label(turn), show, step.name)
        for step in about_member(turn.event.ask, member.place)
    ]
    turn.dialogue.corrects = member.place
    tag = phrases.tag(member)
    withdraw = turn.button("change.withdraw", withdrawing.ask, tag)
    turn.show(
        turn.words("recap.fix", name=member.name),
        *(tuple(fixes[at : at + 2]) for at in range(0, len(fixes), 2)),
        (turn.button("change.replace", replace_, tag),),
        (withdraw,) if turn.party.may_leave(member) else (),
        (turn.button("button.back", show),),
    )


# ---- step after step


async def _correct(turn: Turn, name: str) -> None:
    place = name.partition(".")[2]
    own = answered.reached(turn, turn.party)
    reached = own.place if isinstance(own, Member) and name in (Email.name, Phone.name) else 0
    draft = CORRECT.draft(turn, int(place) if place.isdecimal() else reached)
    step = (
        CORRECT.step_named(draft, turn.event, name) if draft.place <= len(draft.members) else None
    )
    if step is None or step.is_final:
        _show_all(turn)
        return
    await _begin(turn, draft)
    await Asking(turn, CORRECT).ask(step)


async def _begin(turn: Turn, draft: Draft) -> None:
    """Begin a change; one that was begun before is dropped, with the seat it held."""
    if turn.dialogue.draft is not None:
        await usecases.register.release(turn.books, turn.draft.id)
    turn.dialogue.draft = draft


@topic.pressed("replace")
async def replace_(turn: Turn, tag: str) -> None:
    """Ask who comes at the place of a member."""
    member = phrases.tagged(turn.party, tag)
    if member is None:
        await mine.show_gone(turn)
        return
    await _begin(turn, REPLACE.draft(turn, member.place))
    asking = Asking(turn, REPLACE)
    await asking.ask(asking.next_step, [turn.words("change.replacing", name=member.name)])


async def replace_by(turn: Turn, member: Member, newcomer: Newcomer) -> None:
    """Ask the rest about somebody who comes at the place of a member."""
    await _begin(turn, REPLACE.draft(turn, member.place))
    await newcomer.join(turn, member.place)
    await Asking(turn, REPLACE).go_on()


@topic.pressed("add")
async def add(turn: Turn, _argument: str, *, newcomer: Newcomer | None = None) -> None:
    """Ask who comes too, when there is a seat: it is held meanwhile."""
    if not may_grow(turn, turn.party):
        await mine.show(turn, preface=turn.words("change.complete"))
        return
    draft = ADD.draft(turn, len(turn.party.everyone) + 1)
    await _begin(turn, draft)
    if newcomer is not None:
        await newcomer.join(turn, len(draft.members))
    asking = Asking(turn, ADD)
    room = await ADD.keep_seats(turn)
    if room is not None:
        await ADD.lose_seats(asking, room, [])
    else:
        has_vacancy = await usecases.change.vacancy(turn.books, turn.party) is not None
        said = turn.words("change.filling" if has_vacancy else "change.adding")
        await asking.go_on([said] if newcomer is None else [])


class Change(Purpose):
    """The answers change a party that is registered. This one corrects an answer."""

    def draft(self, turn: Turn, place: int) -> Draft:
        """The answers as they are registered, those about one place to be changed; 0: no place."""
        party, person = turn.party, turn.person
        named = f"{person.first_name} {person.last_name}".casefold()
        is_alone = len(party.everyone) == 1
        own = answered.reached(turn, party)
        registrar = answered.registering(turn, party)
        acts = bool(turn.acting_for)
        asked_about = party.everyone[max(place, 1) - 1 : max(place, 1)]
        return Draft(
            id=new_draft_id(),
            purpose=self.name,
            party=party.code,
            place=place,
            person=phrases.tag(asked_about[0]) if asked_about else "",
            territory=party.territory,
            size=len(party.everyone),
            members=[
                answered.of_member(
                    turn.event,
                    one,
                    is_reached=one == own,
                    is_writing=one == own
                    and not acts
                    and (one.address is not None or is_alone or one.name.casefold() == named),
                )
                for one in party.everyone
            ],
            registrar=answered.registrar(registrar, is_writing=not acts) if registrar else None,
            is_for_others=acts,
            reached=own.place if acts and isinstance(own, Member) else 0,
            answers={**answered.left_out(turn.event, "party"), **party.answers},
            before=answered.standing(party, asked_about[0]) if asked_about else {},
        )

    def steps(self, draft: Draft, event: Event) -> Sequence[Step]:
        """What can be corrected: of one member, or of all."""
        places = [draft.place] if draft.place else range(1, len(draft.members) + 1)
        members = [step for place in places for step in about_member(event.ask, place)]
        is_reached = draft.place == 0 or draft.members[draft.place - 1] is draft.contact
        contact = about_reaching(draft) if is_reached else []
        territory: list[Step] = [Territory()] if event.audience.territory else []
        return [*territory, *members, *contact, *about_party(event.ask), Recap()]

    def is_stale(self, draft: Draft, party: Party) -> bool:
        """Whether the member who was asked about is in the party no more."""
        return bool(draft.person) and phrases.tagged(party, draft.person) is None

    def overtaken(self, draft: Draft, party: Party) -> dict[str, str]:
        """What is to be changed and somebody else changed meanwhile: as it stands now."""
        now = answered.standing(party, _asked_about(draft, party))
        wanted, before = answered.wanted(draft), draft.before or now
        return {
            key: now.get(key, "")
            for key in answered.changed(wanted, before)
            if now.get(key, "") not in (before.get(key, ""), wanted.get(key, ""))
        }

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Write what was answered, and nothing else; how it stands when there is no seat."""
        member = _asked_about(draft, party)
        now = answered.standing(party, member)
        wanted = answered.wanted(draft)
        changed = {key: wanted[key] for key in answered.changed(wanted, draft.before or now)}
        changed = {key: said for key, said in changed.items() if said != now.get(key, "")}
        if TERRITORY in changed:
            party = await usecases.change.move(turn.books, party, changed.pop(TERRITORY))
        of_party = {key: changed.pop(key) for key in list(changed) if key in draft.answers}
        if of_party:
            party = await usecases.change.correct_party(turn.books, party, of_party)
        if changed:
            party = await usecases.change.correct(turn.books, party, member, changed)
        return await answered.correct_registrar(turn, party, draft.registrar)

    async def lose_seats(self, asking: Asking, room: NoRoom, said: Sequence[Markup]) -> None:
        """Nobody can be added: nothing changes."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.books.parties.of_code(draft.party)
        gone = party is None or self.is_stale(draft, party)
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.gone" if gone else "change.no_room"))

    async def complete(self, asking: Asking, said: Sequence[Markup], fix: Choice | None) -> None:
        """Change it at once: there is nothing more to confirm."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.books.parties.of_code(draft.party)
        if party is None or not mine.is_contact(turn, party) or self.is_stale(draft, party):
            await _end(turn)
            await mine.show(turn, preface=turn.words("change.gone"))
            return
        overtaken = self.overtaken(draft, party)
        if overtaken:
            await self._ask_again(asking, party, overtaken)
            return
        is_searching = await turn.books.searches.is_open(party.key)
        changed = await self.apply(turn, draft, party)
        if isinstance(changed, NoRoom):
            await self.lose_seats(asking, changed, said)
            return
        await _end(turn)
        if changed == party:
            await mine.show(turn, preface=turn.words("change.same"))
            return
        await mine.show_changed(turn, party, changed, said, goes_on=True)
        if is_searching and not await turn.books.searches.is_open(party.key):
            turn.say_after(len(turn.replies) - 1, [turn.words("partner.no_longer")])

    async def _ask_again(self, asking: Asking, party: Party, overtaken: dict[str, str]) -> None:
        """Somebody else answered first: that stays, is shown, and may be changed after all."""
        draft, step = asking.turn.draft, asking.step
        draft.before = answered.standing(party, _asked_about(draft, party))
        answered.put(draft, overtaken)
        answer = step.value(draft) or asking.turn.words.plain("change.nothing")
        await asking.ask(step, [asking.turn.words("change.overtaken", answer=answer)])

    async def let_leave(self, asking: Asking, place: int) -> None:
        """Take somebody registered out, and go on; with who was asked about, that is all."""
        turn, draft = asking.turn, asking.turn.draft
        party = await turn.books.parties.of_code(draft.party)
        member = party.everyone[place - 1] if party and place <= len(party.everyone) else None
        if party is None or member is None or not party.may_leave(member):
            await asking.repeat()
            return
        if place == draft.place:
            await _end(turn)
            await withdrawing.withdraw(turn, phrases.tag(member))
            return
        is_own = not turn.acting_for and member is party.spoken_to_at(turn.address)
        turn.party = await usecases.change.withdraw(turn.books, party, member)
        turn.dialogue.draft = self._without(turn, draft, place)
        key = "name.not_coming" if is_own else "withdraw.done"
        await asking.go_on([turn.words(key, name=member.name)])

    def _without(self, turn: Turn, draft: Draft, place: int) -> Draft:
        """The same draft, once somebody else has left."""
        at = draft.place - (place < draft.place)
        fresh = self.draft(turn, at)
        fresh.id, fresh.held_until = draft.id, draft.held_until
        if draft.place:
            fresh.members[at - 1] = draft.members[draft.place - 1]
        return fresh

    async def stop(self, turn: Turn) -> None:
        """Leave everything as it is."""
        await _end(turn)
        await mine.show(turn, preface=turn.words("change.same"))


class Replacement(Change):
    """Somebody else comes at a member's place."""

    hears_all = True

    def draft(self, turn: Turn, place: int) -> Draft:
        """All answers but those about that place."""
        draft = super().draft(turn, place)
        left = draft.members[place - 1 : place]
        draft.known_bodies = [one.organisation for one in left if one.organisation]
        draft.members[place - 1 : place] = [MemberDraft()]
        draft.size = len(draft.members)
        return draft

    def steps(self, draft: Draft, event: Event) -> Sequence[Step]:
        """Who comes; whom an organiser notes first is to be reached: nobody else may be."""
        contact = about_reaching(draft) if draft.place == 1 and draft.is_for_others else []
        return [*about_member(event.ask, draft.place), *contact, Recap()]

    def overtaken(self, draft: Draft, party: Party) -> dict[str, str]:
        """Nothing: somebody new is not what was answered before."""
        return {}

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Let them come instead."""
        left = _asked_about(draft, party)
        newcomer = draft.members[draft.place - 1].complete()
        return await usecases.change.replace(turn.books, party, left, newcomer)


class Addition(Replacement):
    """Somebody comes too, at a place that is new."""

    async def keep_seats(self, turn: Turn) -> NoRoom | None:
        """Hold a seat, unless the party has one to fill."""
        draft = turn.draft
        party = await turn.books.parties.of_code(draft.party)
        if party is None or self.is_stale(draft, party):
            return NoRoom(await turn.seats())
        if await usecases.change.vacancy(turn.books, party) is not None:
            return None
        return await keep_holding(turn, 1)

    def is_given_up(self, draft: Draft, text: str) -> bool:
        """« On reste à deux », « personne d’autre »: nobody comes too."""
        return without.is_said(text, len(draft.members) - 1)

    def is_stale(self, draft: Draft, party: Party) -> bool:
        """Whether the place has become somebody's, or another one's."""
        return len(party.everyone) != len(draft.members) - 1

    async def apply(self, turn: Turn, draft: Draft, party: Party) -> Party | NoRoom:
        """Add them, if there is a seat."""
        newcomer = draft.members[draft.place - 1].complete()
        return await usecases.change.add(turn.books, party, newcomer, draft.id)


CORRECT = topic.purpose(Change("correct"))
REPLACE = topic.purpose(Replacement("replace"))
ADD = topic.purpose(Addition("add"))


async def _end(turn: Turn) -> None:
    await usecases.register.release(turn.books, turn.draft.id)
    turn.end_question()
    turn.dialogue.draft = None


def _asked_about(draft: Draft, party: Party) -> Member:
    return phrases.tagged(party, draft.person) or party.everyone[max(draft.place, 1) - 1]
