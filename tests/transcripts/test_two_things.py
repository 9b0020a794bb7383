"""Two things told in one message once registered: both are done, whatever stands beside what."""

import itertools
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from .form import Exchange, Persona, Transcript
from .player import Player

REGISTERED = "@ inscrits, CC des Collines : Hélène Vassal (maire), Paul Martin (agent)"


@dataclass(frozen=True, slots=True)
class Told:
    """Something told, and how it shows: in what is said on the way, or in the registration."""

    text: str
    shows: str
    is_said: bool = False
    """It shows in an answer; else in the registration at the end."""


THINGS = (
    Told("mon nouveau mail c’est h.vassal@orange.fr", r"^E-mail : h\.vassal@orange\.fr"),
    Told("mon téléphone est le 06 12 34 56 78", r"^Téléphone : 06 12 34 56 78"),
    Told(
        "le numéro de Paul : 06 11 22 33 44",
        r"Paul Martin(?: :| est le) 06 11 22 33 44",
        is_said=True,
    ),
    Told("je m’appelle Vassalle et non Vassal", r"^1\. Hélène Vassalle"),
    Told("Paul est directeur", r"^2\. Paul Martin, directeur"),
    Told("ma fonction c’est présidente", r"^1\. Hélène \w+, présidente"),
    Told("je représente l’office de tourisme", r"^1\. .*office de tourisme"),
    Told("corrigez le territoire en Parc du Pilat", r"^Territoire : Parc du Pilat"),
    Told("j’aurai 30 min de retard", r"30 min de retard"),
)
QUESTION = Told("où est-ce qu’on se gare ?", r"stationnement", is_said=True)
NEWCOMER = Told("Karim Benali vient aussi", r"Karim Benali vient aussi", is_said=True)
"""They come last: a question ends a message, and somebody more is asked about last."""
PAIRS = [
    (one, other, joint)
    for (one, other), joint in zip(
        itertools.permutations(THINGS, 2), itertools.cycle([", et ", ". ", ", ", " et "])
    )
]
PAIRS += [(one, other, " et ") for one in THINGS for other in (QUESTION, NEWCOMER)]


async def told(text: str, database: Path) -> tuple[str, str]:
    """What the bot says to a message and a yes, and the registration at the end."""
    player = await Player.start(database)
    people = {"Hélène": Persona("Hélène", "Vassal", "fr")}

    async def act(what: str) -> str:
        transcript = Transcript(people, [], [Exchange(1, what, [])], [])
        lines = [line async for _, said in player.play(transcript, {}) for line in said]
        said = "\n".join(line.strip() for line in lines)
        return re.sub(r"[\u00a0\u202f]", " ", said).replace("**", "")

    try:
        await act(REGISTERED)
        said = await act(f"Hélène : {text}")
        if "c’est bien cela ?" in said.replace("C’est", "c’est"):
            said += await act("Hélène : oui")
        return said, await act("Hélène : /inscription")
    finally:
        await player.close()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0].text}{pair[2]}{pair[1].text}")
async def test_both_are_done(pair: tuple[Told, Told, str], tmp_path: Path) -> None:
    one, other, joint = pair
    said, registration = await told(f"{one.text}{joint}{other.text}", tmp_path / "bot.db")
    for thing in (one, other):
        where = said if thing.is_said else registration
        assert re.search(thing.shows, where, re.MULTILINE), (thing.text, where)
