"""Measures what people's words do after the bot's own messages, and to what they have answered.

    .venv/bin/python -m tests.transcripts.said        # what goes wrong, and how many do right

Each line of `tests/data/said*.jsonl` is one utterance: the situation it is said in (a scene below),
the words, and what is to become of them (an outcome below).
"""

import asyncio
import json
import re
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import click

from .form import Exchange, Persona, Transcript
from .player import Player

FILES = [
    Path(__file__).parent.parent / "data" / name
    for name in ("said.jsonl", "said-later.jsonl", "said-last.jsonl")
]
"""The first was written before the readers, the others to see what they do with other words."""

_MARIE = "CC du Pilat Rhodanien : Marie Dupont (maire)"
_OFFERED = (
    "@ 19 février 2015 9:00",
    "@ 14 places prises",
    "@ inscrits, Vivarais : Nadia Ferrand (maire)",
    f"@ en attente, {_MARIE}",
    "Nadia : /annuler",
    "Nadia ▸ Oui, annuler",
)
_FILLED = (
    "Marie : /inscription",
    "Marie : CC du Pilat Rhodanien",
    "Marie : {size}",
    "Marie : moi",
    "Marie : maire, mairie de Maclas",
)
_REGISTERED = f"@ inscrits, {_MARIE}, Paul Martin (agent)"

SCENES: dict[str, tuple[str, ...]] = {
    "offer": _OFFERED,
    "lapsed": (*_OFFERED, "@ 21 février 2015 10:00"),
    "reminder": (_REGISTERED, "@ 4 mars 2015 10:00"),
    "proposal": (
        f"@ inscrits, {_MARIE}",
        "@ inscrits, CC du Pilat Rhodanien : Karim Benali (agent)",
        "Karim : /binome",
        "Marie : /binome",
    ),
    "hold": (
        "@ 16 février 2015 9:00",
        *(line.format(size="trois") for line in _FILLED),
        "@ 16 février 2015 9:26",
    ),
    "names": tuple(line.format(size="trois") for line in _FILLED),
    "recap": (
        *(line.format(size="deux") for line in _FILLED),
        "Marie : Julie Martin",
        "Marie : agente, Parc du Pilat",
        "Marie : marie@exemple.fr",
        "Marie : 06 39 98 12 34",
    ),
    "registered": (_REGISTERED,),
}
"""What happened before the words are said."""

_ENDS = r"[^\n]*c’est bien cela"
OUTCOMES: dict[str, str] = {
    "accepted": r"C’est confirmé",
    "declined": r"quitter la liste d’attente \?",
    "undecided": r"Prenez le temps",
    "queued": r"position sur la liste|Une place est libre pour vous",
    "coming": r"Merci, c’est noté",
    "late": r"{0}c’est noté",
    "gives_up": r"Faut-il vraiment annuler",
    "leave": r"{0} ne vient plus",
    "replace": r"{1} (?:remplace {0}|vient à votre place)" + _ENDS,
    "replaced by": r"La place de {0} reste prise",
    "matched_yes": r"J’attends la réponse de l’autre côté|Vous venez ensemble|C’est d’accord",
    "matched_no": r"je continue de chercher",
    "kept": r"réserv\w+[^\n]* jusqu’à|garde[^\n]* jusqu’à",
    "size": r"Vous serez {0}" + _ENDS,
    "unchanged": r"déjà[^\n]*\n(?:.*\n)*.*Qui est la deuxième personne",
    "ask_size": r"[Cc]ombien",
    "confirmed": r"C’est confirmé",
    "rename": r"{0}" + _ENDS,
    "phone": r"est maintenant le {0}|{0}" + _ENDS,
    "email": r"est maintenant {0}|{0}" + _ENDS,
    "add": r"{0} vient aussi" + _ENDS,
    "add whom": r"Qui est la troisième personne",
    "ask_email": r"adresse e-mail",
    "ask_change": r"Que faut-il (?:changer|corriger)|Qui est la (?:première|deuxième) personne",
    "question": r"(?s)\A(?!.*(?:c’est bien cela|vraiment))",
}
"""What the bot says when the words have done what they mean; `{0}`: what follows the colon."""

AT_ONCE: dict[str, str] = {
    "leave": r"{0} ne vient pas : c’est noté",
    "replace": r"2\. {1}",
    "size": r"{0}",
    "rename": r"{0}",
    "phone": r"{0}",
    "email": r"{0}",
    "add": r"\d\. {0}",
}
"""What it says while somebody registers: a change is done at once, and read back."""

_NUMBERS = {"1": "seul", "2": "(?:deux|binôme)", "3": "(?:trois|trinôme)"}
_LATE = {
    "0": r"retard[^\n]*",
    "10": r"10 min[^\n]*",
    "45": r"45 min[^\n]*",
    "15": r"(?:15 min|quart d’heure)[^\n]*",
    "20": r"20 min[^\n]*",
    "30": r"(?:30 min|demi-heure)[^\n]*",
    "60": r"(?:1 h|une heure)[^\n]*",
}


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words, what happened before, and what is to become of them."""

    situation: str
    text: str
    expected: str

    def is_done_by(self, said: str) -> bool:
        """Whether what the bot said is what the words ask for."""
        outcome, *details = self.expected.split(":")
        if outcome in {"replace", "add"} and not details[-1]:
            outcome = {"replace": "replaced by", "add": "add whom"}[outcome]
        if outcome == "size":
            details = [_NUMBERS[details[0]]]
        elif outcome == "late":
            details = [_LATE[details[0]]]
        elif outcome == "leave" and details == ["Marie Dupont"]:
            return re.search(r"Vous ne venez plus", said) is not None
        elif outcome != "late":
            details = [re.escape(one).replace(r"\ ", r"\s") for one in details]
        told = [OUTCOMES[outcome]]
        if self.situation in ("names", "recap") and outcome in AT_ONCE:
            told.append(AT_ONCE[outcome])
        return any(re.search(one.format(*details), said) for one in told)


def utterances(file: Path) -> list[Utterance]:
    """Those of a file."""
    return [Utterance(**json.loads(line)) for line in file.read_text("utf-8").splitlines()]


async def said_to(one: Utterance, database: Path) -> str:
    """What the bot says to it, in a database of its own."""
    acts = [*SCENES[one.situation], f"Marie : {one.text}"]
    exchanges = [Exchange(number, act, []) for number, act in enumerate(acts, 1)]
    people = {
        "Marie": Persona("Marie", "Dupont"),
        "Karim": Persona("Karim", "Benali"),
        "Nadia": Persona("Nadia", "Ferrand"),
    }
    player = await Player.start(database)
    lines: list[str] = []
    try:
        async for _, said in player.play(Transcript(people, [], exchanges, []), {}):
            lines = said
    finally:
        await player.close()
    return re.sub(r"[\u00a0\u202f]", " ", "\n".join(lines))


async def measure(file: Path) -> list[tuple[Utterance, str]]:
    """Those that do not do what they mean, with what the bot says instead."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for number, one in enumerate(utterances(file)):
            said = await said_to(one, Path(folder) / f"{number}.db")
            if not one.is_done_by(said):
                wrong.append((one, said))
    return wrong


def main() -> None:
    """Print each that goes wrong, then how many do right."""
    files = [Path(name) for name in sys.argv[1:]] or FILES
    for file in files:
        everything = Counter(one.situation for one in utterances(file))
        wrong = asyncio.run(measure(file))
        for one, said in wrong:
            answer = " / ".join(said.splitlines()[:4])
            click.echo(f"{one.situation} · {one.text}\n    {one.expected}\n    {answer}")
        missed = Counter(one.situation for one, _ in wrong)
        shares = (f"{name} {n - missed[name]}/{n}" for name, n in everything.items())
        click.echo(f"{file.name}: {', '.join(shares)}")
        click.echo(f"{everything.total() - len(wrong)} of {everything.total()}")


if __name__ == "__main__":
    main()
