"""Badges, certificates, the review, pictures: read back."""

import io
from dataclasses import replace
from datetime import date, time

import openpyxl
import pytest
import zxingcpp
from PIL import Image

from bot.domain.attendance import Attendance, Letterhead
from bot.domain.event import Event
from bot.exports import papers
from bot.exports.errors import NotPresentError, PaperError
from bot.exports.paper import Style
from exports.people import DIE, NOW, PELUSSIN, logo, people, person, words
from exports.reading import fonts, pages, part, plain, sizes_of, words_of

HEAD = Letterhead("RA-0873", (logo(), logo((300, 300), "JPEG", "red")))


# ---- Badges


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (3, 1), (10, 1), (11, 2), (300, 30)])
def test_ten_badges_to_a_page(number: int, expected: int) -> None:
    content = papers.badges(PELUSSIN, people(number).coming, words(), NOW)
    assert len(pages(content)) == expected
    assert all(fonts(content).values())


def test_a_badge_says_who_and_from_where() -> None:
    one = replace(
        person(0, 0, PELUSSIN), first_name="Zoé", last_name="Œuvrard", territory="Monts du Lyonnais"
    )
    (text,) = pages(papers.badges(PELUSSIN, [one], words(), NOW))
    assert "Zoé Œuvrard mairie de Saint-Julien-Molin-Molette Monts du Lyonnais" in text


@pytest.mark.parametrize(
    ("first_name", "last_name"),
    [("Li", "Wu"), ("Marie", "Dupont"), ("Jean-Baptiste", "D’Agostino"), ("Maëlle", "Lefèvre")],
)
def test_names_on_badges_are_read_at_two_metres(first_name: str, last_name: str) -> None:
    one = replace(person(0, 0, PELUSSIN), first_name=first_name, last_name=last_name)
    sizes = sizes_of(papers.badges(PELUSSIN, [one], words(), NOW))
    assert all(Style(sizes[name]).cap_height >= 7.5 for name in (first_name, last_name))


@pytest.mark.parametrize("name", ["X" * 200, "Marie Anne Claire Louise de la Tour", "A - B", ""])
def test_any_name_fits_on_a_badge(name: str) -> None:
    one = replace(
        person(0, 0, PELUSSIN), last_name=name, organisation="O" * 200, territory="T" * 200
    )
    (text,) = pages(papers.badges(PELUSSIN, [one], words(), NOW))
    assert "Marie" in text


# ---- Certificates


def test_a_certificate_says_the_hours_somebody_was_there() -> None:
    one = replace(people(30, checked_in=True).present[0], first_name="Zoé", last_name="Œuvrard")
    (text,) = pages(papers.certificate(PELUSSIN, one, words(), NOW, HEAD))
    for fact in (
        "Attestation de présence",
        "Cap Rural atteste que Zoé Œuvrard",
        "matin (9 h 30 – 12 h 30) et après-midi (14 h – 17 h)",
        "Durée 6 h",
        "jeudi 5 mars 2015",
        "RA-0873",
        "Fait à Pélussin, le jeudi 18 juin 2026",
        "Anne Carton",
    ):
        assert fact in text, fact
    assert "Pélussin (42)" in text


def test_half_a_day_is_certified_as_half_a_day() -> None:
    one = replace(person(0, 0, PELUSSIN), afternoon=NOW)
    (text,) = pages(papers.certificate(PELUSSIN, one, words(), NOW))
    assert "après-midi (14 h – 17 h)" in text
    assert "Durée 3 h" in text
    assert "matin" not in text


def test_nobody_is_certified_who_was_not_there() -> None:
    with pytest.raises(NotPresentError):
        papers.certificate(PELUSSIN, person(0, 0, PELUSSIN), words(), NOW)
    with pytest.raises(NotPresentError):
        papers.certificates(PELUSSIN, people(3).coming, words(), NOW)


def test_who_was_there_for_a_half_that_the_day_has_not_is_not_certified() -> None:
    morning = PELUSSIN.model_copy(update={"end": time(12)})
    one = replace(person(0, 0, PELUSSIN), afternoon=NOW)
    with pytest.raises(NotPresentError):
        papers.certificate(morning, one, words(), NOW)


def test_all_certificates_are_a_page_each() -> None:
    everybody = people(40, checked_in=True)
    texts = pages(papers.certificates(PELUSSIN, everybody.coming, words(), NOW, HEAD))
    assert len(texts) == len(everybody.present)


# ---- The review


@pytest.mark.parametrize("event", [PELUSSIN, DIE], ids=lambda one: one.code)
@pytest.mark.parametrize("with_names", [True, False])
def test_the_review_counts_and_names_only_when_wanted(event: Event, with_names: bool) -> None:
    everybody = people(30, event, checked_in=True)
    content = papers.review_text(
        event, everybody, words(event=event), NOW, HEAD, with_names=with_names
    )
    texts = words_of(content)
    assert "Bilan" in texts
    assert plain(event.title) in texts
    assert ("Par territoire" in texts) == event.audience.territory
    assert "Par structure" in texts
    place = texts.index("Inscriptions")
    assert texts[place + 1] == "30"
    assert texts[texts.index("Absences") + 1] == str(len(everybody.absent))
    assert texts[texts.index("Liste d’attente") + 1] == "3"
    named = {one.last_name for one in (*everybody.coming, *everybody.waiting)}
    assert bool(named.intersection(texts)) == with_names


def test_the_review_has_our_title_language_and_logos() -> None:
    content = papers.review_text(
        PELUSSIN, people(3, checked_in=True), words(), NOW, HEAD, with_names=True
    )
    core = part(content, "docProps/core.xml")
    assert "Bilan" in core
    assert "Cap Rural" in core
    assert "python-docx" not in core
    assert "fr-FR" in part(content, "word/styles.xml")
    assert part(content, "word/document.xml").count("<a:blip ") == 2
    assert "w:tblHeader" in part(content, "word/document.xml")


def test_what_xml_cannot_carry_does_no_harm() -> None:
    strange = replace(person(0, 0, PELUSSIN), last_name="A\x00\x0bB\ufffe<&>", morning=NOW)
    everybody = Attendance((strange,))
    content = papers.review_text(PELUSSIN, everybody, words(), NOW, with_names=True)
    assert "A B<&>" in " ".join(words_of(content))
    papers.review_workbook(PELUSSIN, everybody, words(), with_names=True)


@pytest.mark.parametrize("with_names", [True, False])
def test_the_review_as_tables(with_names: bool) -> None:
    everybody = people(30, checked_in=True)
    content = papers.review_workbook(PELUSSIN, everybody, words(), with_names=with_names)
    book = openpyxl.load_workbook(io.BytesIO(content))
    named = ["Présences", "Absences", "Liste d’attente"]
    assert book.sheetnames == [
        "Ensemble",
        "Par titre",
        "Par territoire",
        "Par structure",
        *(named if with_names else []),
    ]
    assert ("Inscriptions", 30) in list(book["Ensemble"].iter_rows(values_only=True))
    rows = list(book["Par territoire"].iter_rows(values_only=True, min_row=2))
    assert sum(int(str(row[1])) for row in rows) == 30


# ---- Pictures


@pytest.mark.parametrize("link", ["https://t.me/binome_bot?start=c_PIL-7F3K", "https://e.org/é?ü"])
def test_a_qr_picture_leads_to_its_link(link: str) -> None:
    image = Image.open(io.BytesIO(papers.qr_code(link)))
    assert image.width >= 400
    (found,) = zxingcpp.read_barcodes(image)
    assert found.text == link


def test_a_link_that_is_too_long_is_said() -> None:
    with pytest.raises(PaperError):
        papers.qr_code("https://e.org/" + "x" * 3000)


@pytest.mark.parametrize(
    "counted",
    [
        {},
        {date(2015, 2, 1): 2},
        {date(2015, 2, 1): 3, date(2015, 2, 12): 250},
        {date(2015, 1, 1): 1, date(2015, 12, 31): 4},
    ],
)
def test_the_chart_is_a_picture_without_colours(counted: dict[date, int]) -> None:
    image = Image.open(io.BytesIO(papers.registrations_chart(PELUSSIN, counted, words())))
    assert (image.format, image.size, image.mode) == ("PNG", (1280, 720), "L")


def test_the_highest_bar_is_the_largest_number() -> None:
    counted = {date(2015, 2, 1): 2, date(2015, 2, 2): 6, date(2015, 2, 3): 1}
    image = Image.open(io.BytesIO(papers.registrations_chart(PELUSSIN, counted, words())))
    dark = [sum(image.getpixel((x, y)) == 26 for y in range(160, 620)) for x in range(90, 1230)]
    assert dark.index(max(dark)) > 1140 / 5
    assert dark.index(max(dark)) < 1140 / 5 * 2


def test_the_chart_in_words() -> None:
    counted = {date(2015, 2, 1): 3, date(2015, 2, 12): 1}
    assert plain(papers.registrations_text(counted, words())) == (
        "4 personnes inscrites en tout dimanche 1er février : 3 jeudi 12 février : 1"
    )
    many = {date(2015, 1, 1 + day): 1 for day in range(31)} | {date(2015, 2, 1): 1}
    lines = papers.registrations_text(many, words()).splitlines()
    assert plain(lines[1]) == "Semaine du lundi 29 décembre : 4"


def test_a_tidied_logo_is_small_upright_and_says_nothing_of_its_place() -> None:
    turned = Image.new("RGB", (3000, 1000), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x9286] = "somewhere"
    file = io.BytesIO()
    turned.save(file, "JPEG", exif=exif)
    image = Image.open(io.BytesIO(papers.tidy_picture(file.getvalue())))
    assert (image.format, image.size) == ("PNG", (200, 600))
    assert not image.getexif()
