"""The papers of a day, from values to bytes: the one module to import for them.

Their libraries take tens of MiB and a quarter of a second to load, so each is loaded with the
first paper that needs it. Making one takes up to a second of processor time: not for an event loop.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, datetime

from bot.domain.attendance import Attendance, Attendee, Letterhead
from bot.domain.event import Event
from bot.domain.keys import AddressKey
from bot.domain.party import Party
from bot.i18n import Words

NO_LETTERHEAD = Letterhead()
NOBODY_YET = Attendance(())


def attendance_sheet(
    event: Event,
    attendance: Attendance,
    words: Words,
    made_at: datetime,
    letterhead: Letterhead = NO_LETTERHEAD,
) -> bytes:
    """The sheet that everybody signs (PDF).

    Raises:
        BadPictureError: one of the logos cannot be read.
    """
    from bot.exports import attendance_sheet as sheet

    return sheet.make(event, attendance, words, made_at, letterhead)


def badges(event: Event, people: Iterable[Attendee], words: Words, made_at: datetime) -> bytes:
    """Badges to cut out, ten to a page of A4 (PDF)."""
    from bot.exports import badges as cards

    return cards.make(event, people, words, made_at)


def certificate(
    event: Event,
    attendee: Attendee,
    words: Words,
    made_at: datetime,
    letterhead: Letterhead = NO_LETTERHEAD,
) -> bytes:
    """The certificate of one person's presence (PDF).

    Raises:
        NotPresentError: they were checked in for no half of the day.
        BadPictureError: one of the logos cannot be read.
    """
    from bot.exports import certificates

    return certificates.make(event, [attendee], words, made_at, letterhead)


def certificates(
    event: Event,
    people: Iterable[Attendee],
    words: Words,
    made_at: datetime,
    letterhead: Letterhead = NO_LETTERHEAD,
) -> bytes:
    """The certificates of all who were there, to be printed: a page a person, by name (PDF).

    Those who were not are left out.

    Raises:
        NotPresentError: nobody was checked in.
        BadPictureError: one of the logos cannot be read.
    """
    from bot.exports import certificates as pages
    from bot.exports.grouping import by_name

    present = by_name(pages.present(event, people))
    return pages.make(event, present, words, made_at, letterhead)


def tidy_picture(content: bytes) -> bytes:
    """A logo as it is worth keeping: a small PNG, upright, on white, without where it was taken.

    Raises:
        BadPictureError: it is no PNG or JPEG, is damaged, or is far too large.
    """
    from bot.exports import pictures

    return pictures.read(content).content


def workbook(
    event: Event,
    parties: Sequence[Party],
    words: Words,
    attendance: Attendance = NOBODY_YET,
    unreached: Set[AddressKey] = frozenset(),
) -> bytes:
    """Members, parties, waiting list and counts, a sheet each (XLSX).

    Args:
        event: the day.
        parties: all of its parties, those that wait too.
        words: the language of the headers.
        attendance: who was checked in; the members' sheet says it once somebody was.
        unreached: addresses that messages do not reach.
    """
    from bot.exports import lists

    return lists.xlsx(lists.Everybody(event, parties, attendance, unreached), words)


def members_csv(
    event: Event,
    parties: Sequence[Party],
    words: Words,
    attendance: Attendance = NOBODY_YET,
    unreached: Set[AddressKey] = frozenset(),
) -> bytes:
    """The workbook's first sheet as CSV; nothing in it is calculated when it is opened."""
    from bot.exports import lists

    return lists.csv(lists.Everybody(event, parties, attendance, unreached), words)


def review_text(
    event: Event,
    attendance: Attendance,
    words: Words,
    made_at: datetime,
    letterhead: Letterhead = NO_LETTERHEAD,
    *,
    with_names: bool,
) -> bytes:
    """The review after the day as a text to be completed (DOCX).

    Raises:
        BadPictureError: one of the logos cannot be read.
    """
    from bot.exports import review_text as text

    return text.make(event, attendance, words, made_at, letterhead, with_names=with_names)


def review_workbook(
    event: Event, attendance: Attendance, words: Words, *, with_names: bool
) -> bytes:
    """The same review as tables (XLSX)."""
    from bot.exports import review

    return review.xlsx(event, attendance, words, with_names=with_names)


def qr_code(link: str) -> bytes:
    """A link as a picture that telephones read (PNG).

    Raises:
        PaperError: the link is longer than such a picture can carry.
    """
    from bot.exports import codes

    return codes.picture(link)


def registrations_chart(event: Event, counted: Mapping[date, int], words: Words) -> bytes:
    """People registered a day, as bars that read in black and white (PNG)."""
    from bot.exports import chart

    return chart.picture(words.plain("chart.title", title=event.title), counted, words)


def registrations_text(counted: Mapping[date, int], words: Words) -> str:
    """What `registrations_chart` shows, for those who do not see it."""
    from bot.exports import chart

    return chart.text(counted, words)
