"""/papiers: the sheet to sign, badges, certificates, the review, the lists: made and sent here.

A paper takes up to a second to make: it is made when it leaves, beside everything else.
"""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from bot import event_file, usecases
from bot.conversation.messages import Paper
from bot.conversation.phrases import PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import certificates, desk, logos, organisers
from bot.conversation.turn import Turn, Voice
from bot.domain.attendance import Letterhead
from bot.exports import papers
from bot.exports.errors import BadPictureError, PaperError

topic = Topic("paperwork", who=Who.ORGANISERS)

REVIEWS = {
    "text_names": ("docx", True),
    "text": ("docx", False),
    "table_names": ("xlsx", True),
    "table": ("xlsx", False),
}
"""The forms of the review by what their buttons carry: the sort of file, whether with names."""


class UnreadableLogoError(PaperError):
    """A logo cannot be had, or is no picture that can be read; its place is the argument."""


@topic.command("papiers", in_menu=True)
@topic.pressed("papers")
async def show(turn: Turn, _argument: str) -> None:
    """/papiers: what can be made."""
    turn.show(
        PARAGRAPH.join([*turn.about(), turn.words("papers.title")]),
        (turn.button("papers.sheet", send_sheet), turn.button("papers.badges", send_badges)),
        (
            turn.button("papers.certificates", certificates.show),
            turn.button("papers.review", show_review),
        ),
        (turn.button("papers.lists", organisers.export), turn.button("papers.logos", logos.show)),
        (turn.button("button.desk", desk.show),),
    )


@topic.command("emargement")
@topic.pressed("sheet")
async def send_sheet(turn: Turn, _argument: str) -> None:
    """/emargement: the sheet that everybody signs."""
    event, words, now = turn.event, turn.words, turn.now
    attendance = await usecases.presence.attendance(turn.books)
    caption = words("papers.sheet.caption", n=len(attendance.coming), day=words.day(event.date))
    await send(
        turn,
        f"emargement-{event.code}.pdf",
        caption,
        lambda head: papers.attendance_sheet(event, attendance, words, now, head),
    )


@topic.command("badges")
@topic.pressed("badges")
async def send_badges(turn: Turn, _argument: str) -> None:
    """/badges: for everybody who comes, ten to a page."""
    event, words, now = turn.event, turn.words, turn.now
    people = (await usecases.presence.attendance(turn.books)).coming
    if not people:
        turn.say(words("papers.nobody"), (turn.button("desk.papers", show),))
        return
    turn.replies.append(
        Paper(
            f"badges-{event.code}.pdf",
            words("papers.badges.caption", n=len(people)),
            lambda _: papers.badges(event, people, words, now),
        )
    )


@topic.command("bilan")
@topic.pressed("review")
async def show_review(turn: Turn, _argument: str) -> None:
    """/bilan: as a text or as tables, with the names or without?"""
    said = [turn.words("papers.review.ask")]
    if not any((await turn.books.presences.all()).values()):
        said.append(turn.words("papers.review.nobody"))
    turn.choose(
        PARAGRAPH.join([*turn.about(), *said]),
        *((turn.button(f"papers.review.{form}", send_review, form),) for form in REVIEWS),
        (turn.button("desk.papers", show),),
    )


@topic.pressed("review_as")
async def send_review(turn: Turn, form: str) -> None:
    """What a funder asks after the day, in the form of the button."""
    if form not in REVIEWS:
        await show_review(turn, "")
        return
    suffix, with_names = REVIEWS[form]
    event, words, now = turn.event, turn.words, turn.now
    attendance = await usecases.presence.attendance(turn.books)
    name = f"bilan-{event.code}.{suffix}"
    caption = words("papers.review.caption", n=len(attendance.present), of=len(attendance.coming))
    if suffix == "xlsx":
        turn.replies.append(
            Paper(
                name,
                caption,
                lambda _: papers.review_workbook(event, attendance, words, with_names=with_names),
            )
        )
        return
    await send(
        turn,
        name,
        caption,
        lambda head: papers.review_text(event, attendance, words, now, head, with_names=with_names),
    )


# ---- papers with the funder's head


async def send(
    voice: Voice, name: str, caption: Markup, make: Callable[[Letterhead], bytes]
) -> None:
    """Send a paper with the logos at its head; or say which of them cannot be read."""
    words = voice.words

    def made(head: Callable[[], Letterhead]) -> bytes | Markup:
        try:
            return make(head())
        except UnreadableLogoError as error:
            return words("papers.bad_logo", place=error.args[0])
        except PaperError:
            return words("papers.cannot")

    await append(voice, name, caption, made)


async def append(
    voice: Voice,
    name: str,
    caption: Markup,
    make: Callable[[Callable[[], Letterhead]], bytes | Markup],
) -> None:
    """Send a paper that is made of the day's head: the number of its file, and its logos."""
    number, files = voice.event.papers.file_number or "", voice.event.papers.logos
    sent = await voice.books.logos.all()

    def made(pictures: Sequence[bytes | None]) -> bytes | Markup:
        def head() -> Letterhead:
            found = zip(sent, pictures, strict=True) if sent else enumerate(_read(files), 1)
            return Letterhead(number, tuple(_picture(place, one) for place, one in found))

        return make(head)

    voice.replies.append(Paper(name, caption, made, tuple(sent.values())))


def _read(files: Sequence[str]) -> list[bytes | None]:
    return [event_file.picture(one) for one in files]


def _picture(place: int, content: bytes | None) -> bytes:
    if content is None:
        raise UnreadableLogoError(place)
    try:
        return papers.tidy_picture(content)
    except BadPictureError:
        raise UnreadableLogoError(place) from None
