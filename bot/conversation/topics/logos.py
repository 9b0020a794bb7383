"""/logos: the pictures at the head of papers, sent in the chat."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.conversation.messages import Media, Paper
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import paperwork
from bot.conversation.turn import Turn
from bot.exports import papers
from bot.exports.errors import BadPictureError

topic = Topic("logos", who=Who.ORGANISERS)

MOST = 4
"""Logos: what fits beside each other."""


@topic.command("logos")
@topic.pressed("logos")
async def show(turn: Turn, _argument: str) -> None:
    """/logos: how many there are, each to be seen or taken out; a picture sent next is one more."""
    await _show(turn, [])


async def _show(turn: Turn, said: Sequence[Markup]) -> None:
    words, known = turn.words, await turn.books.logos.all()
    of_file = len(turn.event.papers.logos)
    if known:
        state = words("logos.some", n=len(known), most=MOST)
    elif of_file:
        state = words("logos.of_file", n=of_file)
    else:
        state = words("logos.none", most=MOST)
    paragraphs = [*turn.about(), *said, state]
    rows = [
        (
            turn.button("logos.see", see, str(place), place=place),
            turn.button("logos.remove", remove, str(place), place=place),
        )
        for place in known
    ]
    back = (turn.button("desk.papers", paperwork.show),)
    if len(known) < MOST:
        paragraphs.append(words("logos.send"))
        turn.prompt(PARAGRAPH.join(paragraphs), take, "", *rows, back)
    else:
        turn.show(PARAGRAPH.join(paragraphs), *rows, back)


@topic.written("logo", takes_files=True)
async def take(turn: Turn, _argument: str) -> None:
    """A picture that was sent: kept, and shown as it will be printed."""
    known, sent = await turn.books.logos.all(), turn.input
    if not isinstance(sent, Media) or not sent.file or sent.kind not in ("photo", "document"):
        await _show(turn, [turn.words("logos.no_picture")])
        return
    free = [place for place in range(1, MOST + 1) if place not in known]
    if not free:  # another organiser was faster
        await show(turn, "")
        return
    place = free[0]
    await turn.books.logos.put(place, channel=turn.person.address.channel, file=sent.file)
    await turn.journal("logo_added", after=str(place))
    turn.replies.append(_preview(turn, place, sent.file))
    await show(turn, "")


@topic.pressed("logo_see")
async def see(turn: Turn, argument: str) -> None:
    """One of them, as it will be printed."""
    known = await turn.books.logos.all()
    place = int(argument) if argument.isdecimal() else 0
    if place in known:
        turn.replies.append(_preview(turn, place, known[place]))
    else:
        turn.toast("logos.gone")
        await show(turn, "")


@topic.pressed("logo_out")
async def remove(turn: Turn, argument: str) -> None:
    """Take one out."""
    place = int(argument) if argument.isdecimal() else 0
    was_there = await turn.books.logos.remove(place) is not None
    if was_there:
        await turn.journal("logo_removed", before=str(place))
    turn.toast("logos.removed" if was_there else "logos.gone")
    await show(turn, "")


def _preview(turn: Turn, place: int, file: str) -> Paper:
    caption, sorry = (
        turn.words("logos.caption", place=place),
        turn.words("papers.bad_logo", place=place),
    )

    def made(pictures: Sequence[bytes | None]) -> bytes | Markup:
        content = pictures[0]
        if content is None:
            return sorry
        try:
            return papers.tidy_picture(content)
        except BadPictureError:
            return sorry

    return Paper(f"logo-{place}.png", caption, made, (file,), kind="photo")
