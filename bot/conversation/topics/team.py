"""Teammates: the links the contact person forwards, and what whoever opens one is asked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from bot.conversation import phrases
from bot.conversation.asking import Asking, Purpose
from bot.conversation.messages import LinkButton
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.state import Draft, MemberDraft, new_draft_id
from bot.conversation.steps import next_step
from bot.conversation.steps.step import Choice
from bot.conversation.topics import answers, mine, registration
from bot.conversation.topics.changes import own_party
from bot.conversation.topics.infos import calendar_file
from bot.conversation.turn import Turn
from bot.domain.party import Party
from bot.usecases.team import Invitation

PREFIX = "equipe_"
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")

MOST_WRONG = 5
WRONG_FOR = timedelta(hours=1)
"""After so many links that open nothing within this time, a chat has to wait."""


# ---- inviting


async def show(turn: Turn, argument: str = "") -> None:
    """Whom to invite; with a member's mark as argument, a new link for them."""
    party = await own_party(turn)
    if party is None:
        return
    member = phrases.marked(party, argument)
    if member is not None and member.place > 1:
        await _invite(turn, party, member.place)
        return
    others = [one for one in party.everyone[1:] if one.chat_id is None]
    rows = [
        (turn.button("team.invite", "team", phrases.mark(one), name=one.name),) for one in others
    ]
    text = turn.words("team.ask" if others else "team.all_here")
    turn.show(text, *rows, (turn.button("button.mine", "mine"),))


async def _invite(turn: Turn, party: Party, place: int) -> None:
    token = await turn.desk.team.invite(party, place)
    link = turn.link(f"{PREFIX}{token}")
    name = party.everyone[place - 1].first_name
    text = turn.words.plain(
        "team.forward", name=name, title=turn.event.title, day=turn.words.day(turn.event.date)
    )
    share = turn.channel.share(link, text)
    turn.say(
        turn.words("team.link", name=name),
        (LinkButton(turn.words.plain("team.share"), share),) if share is not None else (),
        (turn.button("button.mine", "mine"),),
    )
    turn.say(Markup("{}\n{}").format(text, link))


# ---- opening a link


async def open_(turn: Turn, token: str) -> None:
    """A link was opened: show whose place it is, and ask to confirm the details."""
    registered = await turn.desk.party_of(turn.person.chat_id)
    if not turn.desk.is_open:
        answers.say_closed(turn)
        return
    if _must_wait(turn):
        turn.say(turn.words("team.too_many"), (turn.button("button.menu", "menu"),))
        return
    invitation = await turn.desk.team.invitation(token) if _TOKEN.fullmatch(token) else None
    if invitation is None:
        await _say_wrong(turn, token, registered)
    elif invitation.party.chat_id == turn.person.chat_id:
        turn.say(turn.words("team.own"), (turn.button("button.mine", "mine"),))
    elif registered is not None:
        same = registered.code == invitation.party.code
        await mine.show(turn, preface=turn.words("team.already" if same else "team.elsewhere"))
    else:
        await _ask_to_join(turn, invitation, token)


def _must_wait(turn: Turn) -> bool:
    since = turn.now - WRONG_FOR
    turn.dialogue.wrong_links = [at for at in turn.dialogue.wrong_links if at > since]
    return len(turn.dialogue.wrong_links) >= MOST_WRONG


async def _say_wrong(turn: Turn, token: str, registered: Party | None) -> None:
    turn.dialogue.wrong_links.append(turn.now)
    if registered is not None:
        await mine.show(turn, preface=turn.words("team.used"))
        return
    is_elsewhere = await turn.desk.team.is_of_other_event(token)
    wrong = turn.words("team.other_event" if is_elsewhere else "team.wrong")
    turn.say(wrong, (turn.button("button.menu", "menu"),))


async def _ask_to_join(turn: Turn, invitation: Invitation, token: str) -> None:
    member, party = invitation.member, invitation.party
    had_begun = turn.dialogue.draft is not None and turn.draft.purpose == "register"
    await registration.forget_quietly(turn)
    turn.dialogue.draft = Draft(
        id=new_draft_id(),
        purpose="join",
        party=party.code,
        token=token,
        territory=party.territory,
        size=1,
        members=[MemberDraft.of(member, is_writing=True)],
        email=member.email,
        phone=member.phone,
    )
    notice = turn.words(
        "team.welcome",
        name=party.contact.name,
        title=turn.event.title,
        keeper=turn.event.privacy.keeper,
        until=turn.words.day(turn.event.erase_at),
    )
    said = [notice, turn.words("team.instead")] if had_begun else [notice]
    await Asking(turn, Joining()).ask(next_step(turn.draft), said)


class Joining(Purpose):
    """The answers are a teammate's own details."""

    async def complete(self, asking: Asking, said: Sequence[Markup], fix: Choice | None) -> None:
        """Show the details, and ask to confirm."""
        await asking.ask(next_step(asking.turn.draft), said)

    async def confirmed(self, asking: Asking) -> None:
        """From now on they have what concerns the party in their own chat."""
        turn, draft = asking.turn, asking.turn.draft
        details = replace(draft.members[0].complete(), email=draft.email, phone=draft.phone)
        party = await turn.desk.team.join(draft.token, turn.person.chat_id, details)
        turn.end_question()
        turn.dialogue.draft = None
        if party is None:
            turn.say(turn.words("team.wrong"), (turn.button("button.menu", "menu"),))
            return
        await _say_joined(turn, party)

    async def restart(self, asking: Asking) -> None:
        """Ask everything once more."""
        turn = asking.turn
        turn.draft.members = [MemberDraft(is_writing=True)]
        turn.draft.email, turn.draft.phone, turn.draft.without_phone = None, None, False
        await asking.ask(next_step(turn.draft), [turn.words("register.restarted")])

    async def stop(self, turn: Turn) -> None:
        """Forget what was answered; the link still works."""
        turn.end_question()
        turn.dialogue.draft = None
        turn.say(turn.words("team.stopped"), (turn.button("button.menu", "menu"),))


async def _say_joined(turn: Turn, party: Party) -> None:
    comes = phrases.named(party.members, turn.person.chat_id) is not None
    if not comes:
        next_ = await mine.said_standing(turn, party)
    elif turn.now < turn.event.remind_at:
        next_ = turn.words("team.joined_next")
    else:
        next_ = turn.words("confirmed.next_is_soon")
    turn.say(
        PARAGRAPH.join(
            [turn.words("team.joined", code=party.code), mine.recap(turn, party), next_]
        ),
        (turn.button("button.mine", "mine"), turn.button("button.menu", "menu")),
    )
    if comes:
        turn.replies.append(calendar_file(turn, party.code))
    await mine.warn_of_doubles(turn, party)
