"""Teammates: the links the contact person forwards, and what whoever opens one is asked."""

import re
from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.asking import Asking, open_question
from bot.conversation.days import INVITATION
from bot.conversation.messages import Button, LinkButton
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.purpose import Purpose
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps.asked import about_member
from bot.conversation.steps.contact import Email, Phone
from bot.conversation.steps.recap import OwnRecap
from bot.conversation.steps.step import Choice, Step
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import (
    entry_code,
    menu,
    mine,
    practical,
    registration,
    waiting_list,
)
from bot.conversation.turn import DueMessage, Turn
from bot.domain.event import Event
from bot.domain.keys import AddressKey, Invitation
from bot.domain.party import Member, Party
from bot.store.deliveries import PARTY_CANCELLED, SEAT_FOUND, TAKEN_OUT
from bot.understanding import inviting, known_people
from bot.understanding.known_people import Known
from bot.understanding.normal import normal
from bot.usecases.team import Invited

topic = Topic("team")

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")

MOST_WRONG = 5
WRONG_FOR = timedelta(hours=1)
"""After so many links that open nothing within this time, a chat has to wait."""


# ---- inviting


@topic.pressed("team", who=Who.CONTACT_PERSON)
async def show(turn: Turn, tag: str) -> None:
    """Whom to invite; with a member's tag, a new link for them."""
    party = turn.party
    member = phrases.tagged(party, tag)
    if member is not None and member != party.contact:
        await _invite(turn, party, member)
        return
    others = party.uninvited
    rows = [(turn.button("team.invite", show, phrases.tag(one), name=one.name),) for one in others]
    text = turn.words("team.ask" if others else "team.all_here")
    turn.show(text, *rows, (turn.button("button.mine", mine.show),))


def invite_button(turn: Turn, party: Party) -> Button:
    """« Inviter mon équipe »; for who does not come it is no team of theirs."""
    comes = party.registrar_at(turn.address) is None
    return turn.button("button.invite" if comes else "button.invite_them", show)


async def _invite(turn: Turn, party: Party, member: Member) -> None:
    token = await usecases.team.invite(turn.books, party, member)
    link = turn.link(f"{INVITATION}{token}")
    name = member.first_name
    text = turn.words.plain(
        "team.forward",
        name=name,
        title=turn.event.title,
        when=turn.words.day(turn.event.date),
        place=turn.event.place.name,
    )
    share = turn.channel.share(link, text=text)
    turn.say(
        turn.words("team.link", name=name),
        (LinkButton(turn.words.plain("team.share"), share),) if share is not None else (),
        (turn.button("button.mine", mine.show),),
    )
    turn.say(Markup("{}\n{}").format(text, link))


@topic.heard()
async def hear(turn: Turn, text: str) -> bool:
    """« Je voudrais envoyer l’invitation à ma collègue », « comment auront-ils leur code ? »."""
    asks = inviting.asks(text)
    if turn.dialogue.draft is not None or not (asks or inviting.names_a_code(text)):
        return False
    own = [one for one in await turn.parties() if mine.is_contact(turn, one)]
    first_names = frozenset(normal(one.first_name) for each in own for one in each.uninvited)
    is_of_code = inviting.asks_their_code(text, first_names)
    if not own or not turn.books.is_open or not (asks or is_of_code):
        return False
    party, member = _whom(turn, own, normal(text))
    turn.party, turn.dialogue.party = party, party.code
    if is_of_code:
        _tell_code(turn, party)
    else:
        await show(turn, "" if member is None else phrases.tag(member))
    return True


@topic.heard_meanwhile()
async def hear_meanwhile(turn: Turn, text: str) -> bool:
    """The same while a registration is under way: there is nobody to invite yet."""
    if not inviting.asks(text) or "?" in text:
        return False
    await open_question(turn).repeat(turn.words("team.once_done"))
    return True


def _whom(turn: Turn, own: Sequence[Party], said: str) -> tuple[Party, Member | None]:
    """Who is meant, and of which party: who is named, or the only one it may be."""
    for party in own:
        if (member := _named(party, said)) is not None:
            return party, member
    ordered = sorted(own, key=lambda one: (one.code != turn.dialogue.party, not one.uninvited))
    others = ordered[0].uninvited
    return ordered[0], others[0] if len(others) == 1 else None


def _named(party: Party, said: str) -> Member | None:
    """Whoever of those without a conversation is named, or meant by a function."""
    others = party.uninvited
    people = [Known(one.first_name, one.last_name, one.function) for one in others]
    at = known_people.meant(said, people)
    return None if at is None else others[at]


def _tell_code(turn: Turn, party: Party) -> None:
    """One code for all of them, and the invitation that brings it to each."""
    rows = [(entry_code.button(turn, party.code),)] if party.members else []
    invite = (invite_button(turn, party),) if party.uninvited else ()
    turn.say(turn.words("team.code"), *rows, invite, (turn.button("button.mine", mine.show),))


# ---- opening a link


@topic.opened(INVITATION)
async def open_(turn: Turn, token: str) -> None:
    """A link was opened: show whose place it is, and ask to confirm the details."""
    registered = await turn.registered()
    if not turn.books.is_open:
        registration.say_closed(turn)
        return
    if must_wait(turn):
        turn.say(turn.words("team.too_many"), (turn.button("button.menu", menu.show),))
        return
    invitation = (
        await usecases.team.invited(turn.books, Invitation(token))
        if _TOKEN.fullmatch(token)
        else None
    )
    if invitation is None:
        await _say_wrong(turn, token, registered)
    elif invitation.party.is_owned_by(turn.address):
        turn.say(turn.words("team.own"), (turn.button("button.mine", mine.show),))
    elif registered is not None:
        same = registered.code == invitation.party.code
        await mine.show(turn, preface=turn.words("team.already" if same else "team.elsewhere"))
    else:
        await _ask_to_join(turn, invitation, token)


def must_wait(turn: Turn) -> bool:
    """Whether somebody opened too many links of late that open nothing."""
    since = turn.now - WRONG_FOR
    turn.dialogue.wrong_links = [at for at in turn.dialogue.wrong_links if at > since]
    return len(turn.dialogue.wrong_links) >= MOST_WRONG


async def _say_wrong(turn: Turn, token: str, registered: Party | None) -> None:
    turn.dialogue.wrong_links.append(turn.now)
    if registered is not None:
        await mine.show(turn, preface=turn.words("team.used"))
        return
    turn.say(turn.words("team.wrong"), (turn.button("button.menu", menu.show),))


async def _ask_to_join(turn: Turn, invitation: Invited, token: str) -> None:
    had_begun = registration.REGISTER.is_of(turn.dialogue.draft)
    await registration.forget_quietly(turn)
    turn.dialogue.draft = JOIN.draft(invitation, token)
    notice = turn.words(
        "team.welcome",
        name=invitation.party.contact.name,
        title=turn.event.title,
        when=phrases.when(turn.words, turn.event),
        place=turn.event.place.whole,
        keeper=turn.event.privacy.keeper,
        until=turn.words.day(turn.event.erase_at),
    )
    said = [notice, turn.words("team.instead")] if had_begun else [notice]
    asking = Asking(turn, JOIN)
    await asking.ask(asking.next_step, said)


class Joining(Purpose):
    """The answers are a teammate's own details."""

    def draft(self, invitation: Invited, token: str) -> Draft:
        """What the contact person said of them."""
        member, party = invitation.member, invitation.party
        return Draft(
            id=new_draft_id(),
            purpose=self.name,
            party=party.code,
            token=token,
            territory=party.territory,
            size=1,
            members=[MemberDraft.of(member, is_writing=True)],
        )

    def steps(self, draft: Draft, event: Event) -> Sequence[Step]:
        """Who they are, and how to reach them."""
        return [*about_member(event.ask, 1), Email(), Phone(), OwnRecap()]

    async def complete(self, asking: Asking, said: Sequence[Markup], fix: Choice | None) -> None:
        """Show the details, and ask to confirm."""
        await asking.ask(asking.next_step, said)

    async def confirmed(self, asking: Asking) -> None:
        """From now on they have what concerns the party in their own chat."""
        turn, draft = asking.turn, asking.turn.draft
        details = draft.contact.complete()
        token = Invitation(draft.token)
        party = await usecases.team.join(turn.books, token, turn.address, details)
        turn.end_question()
        turn.dialogue.draft = None
        if party is None:
            turn.say(turn.words("team.wrong"), (turn.button("button.menu", menu.show),))
            return
        await _say_joined(turn, party)

    async def restart(self, asking: Asking) -> None:
        """Ask everything once more."""
        turn = asking.turn
        turn.draft.members = [MemberDraft(is_writing=True)]
        await asking.ask(asking.next_step, [turn.words("register.restarted")])

    async def stop(self, turn: Turn) -> None:
        """Forget what was answered; the link still works."""
        turn.end_question()
        turn.dialogue.draft = None
        turn.say(turn.words("team.stopped"), (turn.button("button.menu", menu.show),))


JOIN = topic.purpose(Joining("join"))


def _comes(party: Party, address: AddressKey) -> bool:
    return any(one.address == address for one in party.members)


async def _say_joined(turn: Turn, party: Party) -> None:
    comes = _comes(party, turn.address)
    if not comes:
        next_ = await waiting_list.describe(turn, party)
    elif turn.now < turn.event.remind_at:
        next_ = turn.words("team.joined_next")
    else:
        next_ = turn.words("confirmed.next_is_soon")
    turn.say(
        PARAGRAPH.join(
            [turn.words("team.joined", code=party.code), mine.recap(turn, party), next_]
        ),
        (turn.button("button.mine", mine.show), turn.button("button.menu", menu.show)),
    )
    if comes:
        turn.replies.append(practical.calendar_file(turn, party.code))


# ---- messages owed to teammates


@topic.message(TAKEN_OUT)
async def tell_taken_out(due: DueMessage) -> None:
    """They are not expected any more."""
    if not await due.books.parties.of(due.delivery.address):  # else they came back
        text = due.words("team.taken_out", code=await due.code())
        due.say(text, (due.button("button.menu", menu.show),))


@topic.message(PARTY_CANCELLED)
async def tell_cancelled(due: DueMessage) -> None:
    """Their party does not come any more."""
    if not await due.books.parties.of(due.delivery.address):
        code = await due.code()
        text = due.words("team.cancelled" if code else "team.erased", code=code)
        due.say(text, (due.button("button.menu", menu.show),))


@topic.message(SEAT_FOUND)
async def tell_seat_found(due: DueMessage) -> None:
    """They waited, and come now."""
    party = await due.party()
    if party is None or not _comes(party, due.delivery.address):
        return
    day = due.words.day(due.event.date)
    due.say(
        due.words("team.seat_found", day=day, place=due.event.place.name),
        (
            due.button("button.ics", practical.send_calendar),
            due.button("button.mine", mine.show),
        ),
    )
