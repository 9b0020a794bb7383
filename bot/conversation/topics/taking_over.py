"""Links with which somebody takes a party over that an organiser registered for them."""

import re

from markupsafe import Markup

from bot import usecases
from bot.conversation import phrases
from bot.conversation.days import token_of
from bot.conversation.messages import LinkButton
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import menu, mine, party_file, practical, team
from bot.conversation.turn import Turn
from bot.domain.keys import Invitation
from bot.domain.party import Party

topic = Topic("taking_over")

LINK = "reprise_"
"""What a link carries before the token that opens a party."""

_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


# ---- sending one


@topic.pressed("file_link", who=Who.ORGANISERS)
async def send_link(turn: Turn, code: str) -> None:
    """A new link for a party, to be forwarded; the one before opens nothing any more."""
    party = await party_file.opened(turn, code)
    if party is not None:
        await say_link(turn, party)


async def say_link(turn: Turn, party: Party) -> None:
    """Make a link, and say it so that it can be forwarded."""
    token = await usecases.desk.link(turn.books, party)
    await turn.journal("party_link", after=party.code, party=party)
    link = turn.link_of_day(LINK, token=token)
    text = turn.words.plain(
        "takeover.forward", day=turn.words.day(turn.event.date), title=turn.event.title
    )
    share = turn.channel.share(link, text=text)
    turn.say(
        turn.words("takeover.link", name=party.contact.name, link=link),
        (LinkButton(turn.words.plain("team.share"), share),) if share else (),
    )


# ---- opening it


@topic.opened(LINK)
async def open_(turn: Turn, argument: str) -> None:
    """A link was opened: what it opens is shown, and it is asked whether to take it over."""
    if team.must_wait(turn):
        turn.say(turn.words("team.too_many"), (turn.button("button.menu", menu.show),))
        return
    token = token_of(argument)
    party = await _opened(turn, token)
    if party is None:
        _say_wrong(turn)
        return
    if party.is_owned_by(turn.address):
        await mine.show(turn, party.code, preface=turn.words("takeover.own"))
        return
    turn.confirm(
        PARAGRAPH.join(
            [*turn.about(), _welcome(turn), _shown(turn, party), turn.words("takeover.ask")]
        ),
        turn.button("takeover.yes", take_over, token),
        turn.button("takeover.no", menu.show),
    )


def _say_wrong(turn: Turn) -> None:
    turn.dialogue.wrong_links.append(turn.now)
    turn.show(turn.words("takeover.wrong"), (turn.button("button.menu", menu.show),))


async def _opened(turn: Turn, token: str) -> Party | None:
    if not _TOKEN.fullmatch(token):
        return None
    return await usecases.desk.opened(turn.books, Invitation(token))


def _welcome(turn: Turn) -> Markup:
    event, words = turn.event, turn.words
    return words(
        "takeover.welcome",
        title=event.title,
        when=phrases.when(words, event),
        place=event.place.whole,
        keeper=event.privacy.keeper,
        until=words.day(event.erase_at),
    )


def _shown(turn: Turn, party: Party) -> Markup:
    """Who is registered; how they are reached, only once it is theirs."""
    return phrases.team(turn.words, turn.event, party.territory, party.everyone)


@topic.pressed("take_over")
async def take_over(turn: Turn, token: str) -> None:
    """Yes: the party is theirs, and the link works no more."""
    if team.must_wait(turn):
        turn.show(turn.words("team.too_many"), (turn.button("button.menu", menu.show),))
        return
    party = None
    if _TOKEN.fullmatch(token):
        party = await usecases.desk.take_over(turn.books, Invitation(token), turn.address)
    if party is None:
        _say_wrong(turn)
        return
    await mine.show(turn, party.code, preface=turn.words("takeover.done"))
    practical.send_anew(turn, party)
