"""Reads and compares transcripts; `README.md` tells how they are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

_PERSONA = re.compile(r"# (?P<name>\w+) = (?P<whole>[^,]+?)(?:, (?P<language>[a-z-]+))?\s*$")
_BOT = re.compile(r"Bot\b|…")
_CAPTURE = re.compile(r"\{(\w+)\}")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")

NOT_CAPTURED = frozenset({"lieu", "clavier", "document", "photo", "vidéo"})
"""Words in braces that stand for a thing and not for a value to remember."""


class TranscriptError(Exception):
    """A transcript cannot be read, or asks for what is not possible."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody as Telegram presents them."""

    first_name: str
    last_name: str = ""
    language: str = "fr"


@dataclass(slots=True)
class Exchange:
    """Something happens (`act`), then the bot is to say something."""

    number: int
    """The line of the act in its file, the first being 1."""
    act: str
    before: list[str]
    """The comments above it."""
    comments: list[str] = field(default_factory=list)
    """The comments between it and what the bot says."""
    said: list[str] = field(default_factory=list)
    """What the bot is expected to say, as written."""


@dataclass(slots=True)
class Transcript:
    """A conversation: who takes part, and what happens one after the other."""

    people: dict[str, Persona]
    opening: list[str]
    exchanges: list[Exchange]
    closing: list[str]
    """Comments, at the top and at the end."""


def read(path: Path) -> Transcript:
    """Read a transcript.

    Raises:
        TranscriptError: a line stands where it means nothing.
    """
    transcript = Transcript({}, [], [], [])
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        _add(transcript, number, line.rstrip())
    return transcript


def _add(transcript: Transcript, number: int, line: str) -> None:
    exchanges = transcript.exchanges
    persona = _PERSONA.fullmatch(line)
    if persona:
        first, _, last = persona["whole"].partition(" ")
        language = persona["language"] or "fr"
        transcript.people[persona["name"]] = Persona(first, last, language)
    if line.startswith("#"):
        (transcript.closing if exchanges else transcript.opening).append(line)
    elif not line:
        if exchanges:
            exchanges[-1].said.append("")
    elif not exchanges and (line[0].isspace() or _BOT.match(line)):
        raise TranscriptError(f"ligne {number} : personne n’a encore rien dit")
    elif line[0].isspace() and not any(exchanges[-1].said):
        exchanges[-1].act += "\n" + line.strip()
    elif line[0].isspace() or _BOT.match(line):
        exchanges[-1].comments += transcript.closing
        transcript.closing.clear()
        exchanges[-1].said.append(line)
    else:
        exchanges.append(Exchange(number, line, [*transcript.closing]))
        transcript.closing.clear()


def tidy(lines: Iterable[str]) -> list[str]:
    """Lines with plain spaces and curly apostrophes, without empty lines around messages."""
    kept: list[str] = []
    for line in lines:
        text = _SPACES.sub(" ", line).strip().replace("'", "’")
        inside = line[:1].isspace()
        if text and not inside:
            while kept and not kept[-1]:
                kept.pop()
        kept.append(f"  {text}" if text and inside else text)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def matches(expected: list[str], said: list[str], captured: dict[str, str]) -> bool:
    """Whether the bot said what was expected (both `tidy`); new captures are added."""
    names = list(captured)
    found = re.fullmatch(_pattern(expected, captured, names), "".join(f"{one}\n" for one in said))
    if found is None:
        return False
    captured.update({name: found[f"_{name}"] for name in names if name not in captured})
    return True


def _pattern(expected: list[str], captured: dict[str, str], names: list[str]) -> str:
    pattern = ""
    for line in expected:
        if line == "…":
            pattern += r"(?:.*\n)*"
        elif line.strip() == "…":
            pattern += r"(?:(?:  .*)?\n)*"
        else:
            pattern += _line_pattern(line, captured, names) + r"\n"
    return pattern


def _line_pattern(line: str, captured: dict[str, str], names: list[str]) -> str:
    pattern = ""
    for at, piece in enumerate(_CAPTURE.split(line)):
        if at % 2 == 0:
            pattern += ".*".join(re.escape(part) for part in piece.split("…"))
        elif piece in NOT_CAPTURED:
            pattern += re.escape(f"{{{piece}}}")
        elif piece in captured:
            pattern += re.escape(captured[piece])
        elif piece in names:
            pattern += f"(?P=_{piece})"
        else:
            names.append(piece)
            pattern += rf"(?P<_{piece}>[\w-]+)"
    return pattern


def difference(expected: list[str], said: list[str], captured: dict[str, str]) -> str:
    """Both versions line by line: `-` expected, `+` said."""
    alike = [_as_expected(line, expected, captured) for line in said]
    shown: list[str] = []
    matcher = SequenceMatcher(None, expected, alike, autojunk=False)
    for kind, from_, to, from_said, to_said in matcher.get_opcodes():
        if kind == "equal":
            shown += [f"    {line}" for line in said[from_said:to_said]]
        else:
            shown += [f"  - {line}" for line in expected[from_:to]]
            shown += [f"  + {line}" for line in said[from_said:to_said]]
    return "\n".join(shown)


def _as_expected(line: str, expected: list[str], captured: dict[str, str]) -> str:
    # A line that a wildcard or a capture stands for is no difference.
    fits = (one for one in expected if re.fullmatch(_line_pattern(one, captured, []), line))
    return next(fits, line)


def fill_in(text: str, captured: dict[str, str]) -> str:
    """A person's line with what was captured in the place of `{name}`."""
    return _CAPTURE.sub(lambda found: captured.get(found[1], found[0]), text)
