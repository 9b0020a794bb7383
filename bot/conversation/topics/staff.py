"""/inviter: who helps with the day, and in which role. For anyone else none of it exists."""

import secrets
from datetime import timedelta

from markupsafe import Markup

from bot.conversation.days import token_of
from bot.conversation.messages import Button, LinkButton
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import desk, menu
from bot.conversation.turn import Turn
from bot.domain.keys import AddressKey, Invitation
from bot.domain.roles import Role, StaffMember
from bot.store.staff import StaffLink
from bot.usecases.team import hashed

topic = Topic("staff", who=Who.ORGANISERS)

LINK = "aide_"
"""What a link carries before the token that makes somebody staff."""

VALID_FOR = timedelta(days=1)


@topic.command("inviter", in_menu=True)
@topic.pressed("staff")
async def show(turn: Turn, _argument: str) -> None:
    """/inviter: who helps, with a button to remove each, and one for each role to invite to."""
    words, staff = turn.words, await turn.books.staff.all()
    fixed = words("staff.fixed", n=len(turn.organisers))
    lines = [_line(turn, one) for one in staff]
    removable = [
        (turn.button("staff.remove", ask_to_remove, str(one.address), name=one.name),)
        for one in staff
        if one.address != turn.address
    ]
    turn.show(
        PARAGRAPH.join([*turn.about(), words("staff.title"), LINE.join([fixed, *lines])]),
        *((turn.button(f"staff.invite.{role}", invite, role),) for role in Role),
        *removable,
        (turn.button("button.desk", desk.show),),
    )


def _line(turn: Turn, one: StaffMember) -> Markup:
    role = turn.words.plain(f"staff.role.{one.role}")
    since = turn.words.short_day(one.since)
    return turn.words("staff.line", name=one.name, role=role, since=since, by=one.invited_by)


@topic.pressed("staff_invite")
async def invite(turn: Turn, role: str) -> None:
    """A link that makes whoever opens it first staff."""
    if role not in list(Role):
        await show(turn, "")
        return
    token, words = Invitation(secrets.token_urlsafe(16)), turn.words
    ends = turn.now + VALID_FOR
    await turn.books.staff.invite(hashed(token), StaffLink(Role(role), turn.called, ends))
    await turn.journal("staff_invited", after=words.plain(f"staff.role.{role}"))
    link = turn.link_of_day(LINK, token=token)
    until = {"day": words.short_day(ends), "hour": words.hour(ends)}
    text = words.plain("staff.forward", title=turn.event.title, day=words.day(turn.event.date))
    share = turn.channel.share(link, text=text)
    turn.say(
        words(f"staff.link.{role}", link=link, **until),
        (LinkButton(words.plain("staff.share"), share),) if share else (),
        (turn.button("staff.back", show),),
    )


@topic.pressed("staff_out")
async def ask_to_remove(turn: Turn, key: str) -> None:
    """Ask whether somebody is not to help any more."""
    one = await _found(turn, key)
    if one is None:
        turn.toast("staff.gone")
        await show(turn, "")
        return
    turn.confirm(
        turn.words("staff.ask_remove", name=one.name),
        yes=turn.button("staff.remove_yes", remove, key, name=one.name),
        no=turn.button("staff.back", show),
    )


@topic.pressed("staff_gone")
async def remove(turn: Turn, key: str) -> None:
    """Take a role away; it ends at once, in every process."""
    one = await _found(turn, key)
    if one is not None:
        await turn.books.staff.remove(one.address)
        role = turn.words.plain(f"staff.role.{one.role}")
        await turn.journal("staff_removed", before=f"{one.name}, {role}")
    turn.toast("staff.removed" if one is not None else "staff.gone")
    await show(turn, "")


async def _found(turn: Turn, key: str) -> StaffMember | None:
    staff = await turn.books.staff.all()
    return next((one for one in staff if str(one.address) == key), None)


@topic.opened(LINK, who=Who.EVERYBODY)
async def open_(turn: Turn, argument: str) -> None:
    """A link was opened: whoever did so has its role now."""
    if turn.is_organiser:
        # It stays for whom it was made.
        turn.say(turn.words("staff.already"), (turn.button("button.desk", desk.show),))
        return
    link = await turn.books.staff.take(hashed(Invitation(token_of(argument))))
    if link is None:
        turn.say(turn.words("staff.wrong_link"), (turn.button("button.menu", menu.show),))
        return
    await _welcome(turn, link)


async def _welcome(turn: Turn, link: StaffLink) -> None:
    one = StaffMember(AddressKey(turn.address), turn.called, link.role, turn.now, link.invited_by)
    await turn.books.staff.put(one)
    role = turn.words.plain(f"staff.role.{link.role}")
    await turn.journal("staff_joined", after=f"{one.name}, {role}")
    turn.role = link.role
    turn.say(turn.words(f"staff.welcome.{link.role}", name=link.invited_by), _home(turn))
    menu.show_commands(turn)


def _home(turn: Turn) -> tuple[Button, ...]:
    return (turn.button("button.desk", desk.show),)
