"""/attestations: for those who were ticked off: all to be printed, or each sent to its person."""

from collections.abc import Callable

from markupsafe import Markup

from bot import usecases
from bot.conversation.phrases import LINE, PARAGRAPH
from bot.conversation.topic import Topic, Who
from bot.conversation.topics import check_in, paperwork
from bot.conversation.turn import DueMessage, Turn
from bot.domain.attendance import Letterhead, sessions
from bot.exports import papers
from bot.exports.errors import PaperError
from bot.store.deliveries import CERTIFICATE
from bot.usecases.certifying import Posting

topic = Topic("certificates", who=Who.ORGANISERS)

MOST_NAMED = 40
"""People who are named at most."""


@topic.command("attestations")
@topic.pressed("attest")
async def show(turn: Turn, _argument: str) -> None:
    """/attestations: for how many, how many have theirs, who has no conversation."""
    posting, words = await usecases.certifying.posting(turn.books), turn.words
    back = (turn.button("desk.papers", paperwork.show),)
    if not posting.everybody:
        turn.show(
            PARAGRAPH.join([*turn.about(), words("certificates.nobody")]),
            (turn.button("desk.checkin", check_in.show),),
            back,
        )
        return
    send = [turn.button("certificates.send", send_each, n=len(posting.to_send))]
    turn.show(
        PARAGRAPH.join([*turn.about(), _state(turn, posting)]),
        (turn.button("certificates.print", print_all),),
        tuple(send if posting.to_send else []),
        (turn.button("button.refresh", show),) if posting.on_their_way else (),
        back,
    )


def _state(turn: Turn, posting: Posting) -> Markup:
    words = turn.words
    lines = [words("certificates.title", n=len(posting.everybody))]
    if posting.sent:
        lines.append(words("certificates.sent", n=posting.sent))
    if posting.on_their_way:
        lines.append(words("certificates.on_their_way", n=posting.on_their_way))
    for key, people in (
        ("certificates.failed", posting.failed),
        ("certificates.unreachable", posting.unreachable),
    ):
        if people:
            names = [one.name for one in people[:MOST_NAMED]]
            if len(people) > MOST_NAMED:
                names.append(words.plain("headcount.others", n=len(people) - MOST_NAMED))
            lines.append(words(key, n=len(people), names=words.listing(names)))
    return LINE.join(lines)


@topic.pressed("attest_all")
async def print_all(turn: Turn, _argument: str) -> None:
    """All of them in one file, a page a person."""
    event, words, now = turn.event, turn.words, turn.now
    attendance = await usecases.presence.attendance(turn.books)
    people = [one for one in attendance.present if one.attended(sessions(event))]
    if not people:
        await show(turn, "")
        return
    await paperwork.send(
        turn,
        f"attestations-{event.code}.pdf",
        words("certificates.print.caption", n=len(people)),
        lambda head: papers.certificates(event, people, words, now, head),
    )


@topic.pressed("attest_send")
async def send_each(turn: Turn, _argument: str) -> None:
    """Owe each who has none yet theirs, once, whoever taps how often."""
    n = await usecases.certifying.send(turn.books)
    if n:
        await turn.journal("certificates_sent", after=str(n))
        turn.toast("certificates.leave", n=n)
    else:
        turn.toast("certificates.left")
    await show(turn, "")


@topic.message(CERTIFICATE)
async def post(due: DueMessage) -> None:
    """Somebody's certificate, as things are now: none any more for who was not there after all."""
    event, words, now = due.event, due.words, due.now
    person = await usecases.presence.person(due.books, due.delivery.subject.member_key)
    if person is None or not person.attended(sessions(event)):
        return
    caption = words("certificates.caption", name=person.name)

    def made(head: Callable[[], Letterhead]) -> bytes | Markup:
        try:
            return papers.certificate(event, person, words, now, head())
        except PaperError:  # theirs does not wait until organisers mend a logo
            plain = Letterhead(event.papers.file_number or "")
            return papers.certificate(event, person, words, now, plain)

    await paperwork.append(due, f"attestation-{event.code}.pdf", caption, made)
