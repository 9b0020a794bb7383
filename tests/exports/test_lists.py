"""The workbook of everybody, and the CSV of the members."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from bot.domain.attendance import Attendance
from bot.domain.event import Event
from bot.domain.keys import AddressKey, DraftId, MemberKey, PartyCode, PartyKey
from bot.domain.party import Member, Party, in_order
from bot.exports import papers
from exports.people import DIE, PELUSSIN, person, words

SINCE = datetime(2015, 2, 16, 8, 30, tzinfo=UTC)


def member(key: int, first_name: str, **answers: str) -> Member:
    known = {
        "first_name": first_name,
        "last_name": "Dupont",
        "function": "adjointe",
        "organisation": "mairie de Roisey",
        "category": "elected",
    }
    return Member({**known, **answers}, MemberKey(key))


def party(key: int, *members: Member, waiting: tuple[Member, ...] = ()) -> Party:
    return Party(
        PartyKey(key),
        PartyCode(f"PIL-{key:04}"),
        DraftId("a"),
        (AddressKey(key),),
        "Pilat",
        in_order(members),
        SINCE,
        waiting,
    )


PARTIES = [
    party(
        1,
        member(1, "Marie", phone="+33639981234", email="marie@example.org"),
        replace(member(2, "Paul", category="staff"), late_minutes=90),
        waiting=(member(3, "Zoé", category="civil"),),
    ),
    party(2, replace(member(4, "Luc"), coming_at=SINCE)),
]


def book(parties: list[Party], event: Event = PELUSSIN, **values: Any) -> Workbook:
    content = papers.workbook(event, parties, words(event=event), **values)
    return openpyxl.load_workbook(io.BytesIO(content))


def lines(found: Workbook, title: str) -> list[dict[str, Any]]:
    header, *rows = found[title].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def test_a_sheet_a_view_each_with_a_header_that_filters() -> None:
    found = book(PARTIES)
    assert found.sheetnames == ["Inscrits", "Groupes", "Liste d’attente", "Comptes"]
    for name in found.sheetnames:
        assert found[name].freeze_panes == "A2"
        assert found[name].auto_filter.ref.startswith("A1:")


def test_members() -> None:
    marie, paul, zoe, luc = lines(book(PARTIES), "Inscrits")
    assert marie["Téléphone"] == "06 39 98 12 34"
    assert marie["Inscription"] == datetime(2015, 2, 16, 9, 30)
    assert "1 h 30" in paul["Rappel"].replace("\u00a0", " ")
    assert paul["Téléphone du contact"] == "06 39 98 12 34"
    assert (zoe["Place"], luc["Place"]) == ("en attente", "inscrit·e")
    assert luc["Rappel"] == "vient"
    assert "Matin" not in marie


def test_parties_waiting_list_and_counts() -> None:
    found = book(PARTIES)
    first, second = lines(found, "Groupes")
    assert (first["Inscriptions"], first["En attente"], first["Groupe"]) == (2, 1, "trinôme")
    assert first["Personnes"] == "Marie Dupont, Paul Dupont, Zoé Dupont"
    assert second["Inscriptions"] == 1
    assert [one["Prénom"] for one in lines(found, "Liste d’attente")] == ["Zoé"]
    counts = lines(found, "Comptes")
    assert counts[0]["Inscriptions"] == 3
    assert {one["Par"] for one in counts[1:]} == {"Territoire", "Titre", "Structure", "Groupe"}
    for view in ("Territoire", "Titre", "Structure", "Groupe"):
        assert sum(one["Inscriptions"] for one in counts if one["Par"] == view) == 3


def test_who_was_checked_in_and_who_came_besides() -> None:
    here = replace(person(0, 0, PELUSSIN), key=MemberKey(1), morning=SINCE)
    walk_in = replace(person(98, 0, PELUSSIN), afternoon=SINCE, is_walk_in=True)
    rows = lines(book(PARTIES, attendance=Attendance((here, walk_in))), "Inscrits")
    assert (rows[0]["Matin"], rows[0]["Après-midi"]) == (datetime(2015, 2, 16, 9, 30), None)
    assert rows[1]["Matin"] is None
    assert (len(rows), rows[-1]["Place"]) == (5, "sur place")


def test_who_is_not_reached() -> None:
    rows = lines(book(PARTIES, unreached={AddressKey(2)}), "Inscrits")
    assert [one["Messages"] for one in rows] == [None, None, None, "ne les reçoit plus"]


def test_where_everybody_comes_alone_and_from_no_territory() -> None:
    found = book([PARTIES[1]], DIE)
    assert "Territoire" not in lines(found, "Inscrits")[0]
    assert "Groupe" not in lines(found, "Inscrits")[0]
    assert {one["Par"] for one in lines(found, "Comptes")} >= {"Titre", "Structure"}


def test_nobody_yet() -> None:
    assert lines(book([]), "Inscrits") == []


@pytest.mark.parametrize("name", ["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", " =1+1", "＝1"])
def test_nothing_in_the_csv_is_calculated(name: str) -> None:
    content = papers.members_csv(PELUSSIN, [party(1, member(1, name))], words())
    assert content.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row[header.index("Prénom")] == f"'{name}"
    assert row[header.index("Inscription")] == "16/02/2015 09:30"


def test_semicolons_and_lines_stay_in_their_cell() -> None:
    written = 'Zoé ; "la"\nmaire'
    content = papers.members_csv(PELUSSIN, [party(1, member(1, written))], words())
    header, row = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert row[header.index("Prénom")] == written
    assert len(row) == len(header)
