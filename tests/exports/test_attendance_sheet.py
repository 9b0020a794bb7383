"""The attendance sheet, read back."""

import io
import re
from dataclasses import replace
from datetime import time

import pypdf
import pytest

from bot.domain.attendance import Attendance, Letterhead
from bot.domain.event import Event, Leader
from bot.domain.keys import PartyCode
from bot.exports import papers
from bot.exports.errors import BadPictureError
from exports.people import DIE, NOW, PELUSSIN, logo, people, person, words
from exports.reading import fonts, pages, plain

HEAD = Letterhead("RA-0873", (logo(), logo((300, 300), "JPEG", "red")))


def sheet(attendance: Attendance, event: Event = PELUSSIN, letterhead: Letterhead = HEAD) -> bytes:
    return papers.attendance_sheet(event, attendance, words(event=event), NOW, letterhead)


def test_its_head_says_all_that_a_funder_asks() -> None:
    (first, *_) = pages(sheet(people(3)))
    for fact in (
        "Feuille d’émargement",
        plain(PELUSSIN.title)[:40],
        "jeudi 5 mars 2015",
        "9 h 30 – 12 h 30 et 14 h – 17 h",
        "Pélussin (42)",
        "Cap Rural",
        "RA-0873",
        "Matin",
        "Après-midi",
        "Arrivées sans inscription",
        "Anne Carton",
        "directrice de Cap Rural",
        "Dominique Bernier",
        "Page 1 sur 1",
    ):
        assert fact in first, fact


@pytest.mark.parametrize("number", [0, 1, 3, 30, 300])
@pytest.mark.parametrize("event", [PELUSSIN, DIE], ids=lambda one: one.code)
def test_everybody_is_on_it_once(number: int, event: Event) -> None:
    everybody = people(number, event)
    content = sheet(everybody, event)
    texts = pages(content)
    whole = " ".join(texts)
    if event is PELUSSIN:
        codes = {one.code for one in everybody.coming}
        assert all(whole.count(code) == 1 for code in codes)
    assert len(re.findall("Jean-Baptiste", whole)) == sum(
        one.first_name == "Jean-Baptiste" for one in everybody.coming
    )
    for place, text in enumerate(texts, 1):
        assert f"Page {place} sur {len(texts)}" in text
        assert "RA-0873" in text


def test_the_header_comes_again_on_each_page_with_names() -> None:
    texts = pages(sheet(people(300)))
    assert all("Nom et prénom" in text for text in texts if "PIL-" in text)
    assert len(texts) < 40


def test_a_party_stays_on_one_page() -> None:
    everybody = people(300)
    texts = pages(sheet(everybody))
    for code in {one.code for one in everybody.coming}:
        (page,) = [text for text in texts if code in text]
        members = [one for one in everybody.coming if one.code == code]
        after = page[page.index(code) :]
        assert all(one.first_name in after for one in members)


def test_a_party_larger_than_a_page_goes_on_with_its_code() -> None:
    code = PartyCode("PIL-LONG")
    large = [replace(person(n, 0, PELUSSIN), code=code, territory="Ici") for n in range(30)]
    texts = pages(sheet(Attendance(tuple(large))))
    assert sum(code in text for text in texts) == 3
    assert "Ici (suite)" in texts[1]


def test_territories_are_in_order_and_named_again_on_the_next_page() -> None:
    whole = " ".join(pages(sheet(people(60))))
    places = [whole.index(name) for name in ("Communauté de communes", "Monts du L", "Pays d’É")]
    assert places == sorted(places)
    assert "(suite)" in whole


def test_no_telephone_and_no_email() -> None:
    whole = " ".join(pages(sheet(people(30))))
    assert "@" not in whole
    assert PELUSSIN.contact.email not in whole
    assert PELUSSIN.contact.spoken_phone not in whole


def test_a_day_of_one_half_has_one_box() -> None:
    morning = PELUSSIN.model_copy(update={"end": time(12)})
    (text,) = pages(sheet(people(2), morning))
    assert "Matin" in text
    assert "Après-midi" not in text


def test_who_belongs_to_no_party_or_territory_is_on_it() -> None:
    walk_in = replace(person(5, 0, PELUSSIN), code=PartyCode(""), territory="", is_walk_in=True)
    whole = " ".join(pages(sheet(Attendance((*people(2).coming, walk_in)))))
    assert "Sans territoire" in whole
    assert "sur place" in whole


def test_many_leaders_all_sign() -> None:
    leaders = tuple(Leader(name=f"Personne {n}", function="animatrice " * 9) for n in range(11))
    event = PELUSSIN.model_copy(update={"leaders": leaders})
    whole = " ".join(pages(sheet(people(3), event)))
    assert all(leader.name in whole for leader in leaders)


def test_endless_words_and_strange_letters_do_no_harm() -> None:
    strange = replace(
        person(0, 0, PELUSSIN),
        first_name="Zoé\u0301 🎉 李\x00\t",
        last_name="X" * 200,
        organisation="anticonstitutionnellement-" * 7,
        function="عمدة",
        territory="W" * 200,
    )
    whole = " ".join(pages(sheet(Attendance((strange,)))))
    assert whole.count("X") >= 200
    assert "□" in whole


def test_fonts_are_embedded_and_it_can_be_archived() -> None:
    content = sheet(people(3))
    found = fonts(content)
    assert len(found) == 2
    assert all(found.values())
    reader = pypdf.PdfReader(io.BytesIO(content))
    metadata = reader.xmp_metadata
    assert metadata is not None
    assert b"pdfaid:part" in content
    assert "/OutputIntents" in reader.root_object
    assert str(reader.root_object["/Lang"]) == "fr"
    assert "Feuille d’émargement" in str(metadata.dc_title)
    assert reader.pages[0].mediabox.width > reader.pages[0].mediabox.height


@pytest.mark.parametrize("number", [0, 1, 4])
def test_logos(number: int) -> None:
    letterhead = Letterhead("", tuple(logo((600, 100 + 40 * one)) for one in range(number)))
    reader = pypdf.PdfReader(io.BytesIO(sheet(people(3), letterhead=letterhead)))
    assert len(reader.pages[0].images) == number


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", logo()[:200], b"GIF89a\x01\x00\x01\x00"]
)
def test_a_picture_that_is_none_is_said(content: bytes) -> None:
    with pytest.raises(BadPictureError):
        sheet(people(3), letterhead=Letterhead("", (content,)))
    with pytest.raises(BadPictureError):
        papers.tidy_picture(content)
