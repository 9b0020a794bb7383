"""Invented people, as many as wanted, some with long names; and logos."""

import io
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from bot import event_file, i18n
from bot.domain.attendance import Attendance, Attendee
from bot.domain.event import Event
from bot.domain.keys import MemberKey, PartyCode
from bot.domain.party import Category
from bot.i18n import Words

EVENTS = Path(__file__).parents[2] / "events"
PELUSSIN = event_file.load(EVENTS / "pelussin-2015.toml")
DIE = event_file.load(EVENTS / "die-2026.toml")
NOW = datetime(2026, 6, 18, 17, 5, tzinfo=UTC)

FIRST = ("Marie", "Jean-Baptiste", "Zoé", "Paul", "Maëlle", "Marie-Christine", "Łukasz", "Ali")
LAST = (
    "Dupont",
    "Œuvrard",
    "Lefèvre-Pontalis de la Tour du Pin Chambly",
    "Nguyễn",
    "D’Agostino",
    "Çelik",
    "Roux",
    "Vandenbroucke-Grandjean",
)
FUNCTIONS = (
    "adjointe au maire",
    "directeur",
    "vice-présidente déléguée à l’agriculture, à la forêt et à l’alimentation de proximité",
    "bénévole",
    "chargé de mission",
)
ORGANISATIONS = (
    "mairie de Saint-Julien-Molin-Molette",
    "Parc du Pilat",
    "Conseil de développement et groupe d’action locale du Pays de la Jeune Loire et ses rivières",
    "association Les Sources",
)
TERRITORIES = (
    "Communauté de communes du Pilat Rhodanien",
    "Monts du Lyonnais",
    "Pays d’Épinay",
    "Syndicat mixte d’aménagement et de développement des Combrailles et du Haut-Forez réunis",
)
SIZES = (2, 3, 1, 2, 5)


def words(language: str = "fr", event: Event = PELUSSIN) -> Words:
    return i18n.words(language, event.zone)


def people(number: int, event: Event = PELUSSIN, *, checked_in: bool = False) -> Attendance:
    """So many people in parties, and a tenth as many who wait and who came by themselves."""
    sizes = cycle((1,) if event.seats.only_size == 1 else SIZES)
    found: list[Attendee] = []
    while len(found) < number:
        party = len({one.code for one in found})
        for _ in range(min(next(sizes), number - len(found))):
            found.append(person(len(found), party, event, checked_in=checked_in))
    waiting = [person(1000 + place, 500 + place, event) for place in range(number // 10)]
    return Attendance(tuple(found), tuple(waiting))


def person(number: int, party: int, event: Event, *, checked_in: bool = False) -> Attendee:
    arrived = event.starts_at + timedelta(minutes=number % 20)
    return Attendee(
        key=MemberKey(number + 1),
        first_name=_pick(FIRST, number),
        last_name=_pick(LAST, number // 2 + number // len(FIRST)),
        function=_pick(FUNCTIONS, number),
        organisation=_pick(ORGANISATIONS, number),
        category=tuple(Category)[number % 3],
        territory=_pick(TERRITORIES, party) if event.audience.territory else "",
        code=PartyCode(f"{event.party_prefix}-{party:04d}"),
        morning=arrived if checked_in and number % 7 else None,
        afternoon=arrived if checked_in and number % 5 and number % 7 else None,
    )


def _pick(things: tuple[str, ...], number: int) -> str:
    return next(islice(cycle(things), number % len(things), None))


def logo(
    size: tuple[int, int] = (600, 300), kind: Literal["PNG", "JPEG"] = "PNG", colour: str = "navy"
) -> bytes:
    image = Image.new(
        "RGBA" if kind == "PNG" else "RGB", size, (0, 0, 0, 0) if kind == "PNG" else "white"
    )
    ImageDraw.Draw(image).ellipse((0, 0, size[0] - 1, size[1] - 1), fill=colour)
    file = io.BytesIO()
    image.save(file, kind)
    return file.getvalue()
