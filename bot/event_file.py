"""Event files: reading one, and telling an organiser in their words what is wrong in it."""

import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import phonenumbers
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.domain.event import Event


class EventError(Exception):
    """An event file that cannot be used; the message names file, key and what was expected."""


def load(path: Path) -> Event:
    """Read and check an event file.

    Raises:
        EventError: the file is missing, is not TOML, or a key is missing, unknown or wrong; the
            message has one line for each mistake.
    """
    return check(path, _table(path))


def check(path: Path, table: dict[str, Any]) -> Event:
    """The event that a table says, as `tomllib` read it from a file.

    Raises:
        EventError: a key is missing, unknown or wrong; the message has one line for each mistake.
    """
    _write_phone_whole(table)
    mistakes = list(_find_logos(path, table))
    try:
        # As JSON: it has no types but those of the file, and is what an event is kept as.
        event = Event.model_validate_json(json.dumps(table, default=lambda when: when.isoformat()))
    except ValidationError as error:
        raise EventError("\n".join([*mistakes, *_mistakes(path, error)])) from None
    if mistakes:
        raise EventError("\n".join(mistakes))
    return event


def check_changed(table: Mapping[str, Any], keys: Collection[str]) -> Event:
    """The event that its facts (JSON, read) say, some of which were changed under these keys.

    Raises:
        EventError: a line for each mistake says what was expected; where another key is wrong now,
            it is named.
    """
    try:
        return Event.model_validate_json(json.dumps(table))
    except ValidationError as error:
        raise EventError("\n".join(dict.fromkeys(_refusals(error, keys)))) from None


_SPOKEN = {
    "registration_closes": "clôture des inscriptions",
    "start": "heure de début",
    "end": "heure de fin",
}
"""What a key is called to somebody who does not see the file."""


def _refusals(error: ValidationError, keys: Collection[str]) -> Iterator[str]:
    roots = {key.partition(".")[0] for key in keys}
    for detail in error.errors():
        said = expected_of(detail)
        at = detail["loc"]
        where = _SPOKEN.get(str(at[0]), _key(at)) if at else ""
        yield said if not at or at[0] in roots else f"{where} : {said}"


def load_all(path: Path) -> list[Event]:
    """Read a file, or all files of a folder that end in `.toml`, in their order by name.

    Raises:
        EventError: as `load` does; or there is no file, or two that cannot go together.
    """
    if not path.is_dir():
        return [load(path)]
    events: dict[Path, Event] = {}
    mistakes: list[str] = []
    for file in sorted(path.glob("*.toml")):
        try:
            events[file] = load(file)
        except EventError as error:
            mistakes += str(error).splitlines()
    mistakes += clashes(events)
    if not events and not mistakes:
        mistakes = [f"{path} : ce dossier ne contient aucun fichier de journée (.toml)"]
    if mistakes:
        raise EventError("\n".join(mistakes))
    return list(events.values())


def clashes(events: Mapping[Path, Event]) -> list[str]:
    """What two events cannot share, a line each: their registrations would get mixed up."""
    lines = []
    for key, what in (("code", "le code"), ("party_prefix", "le début des codes d’inscription")):
        first: dict[str, Path] = {}
        for path, event in events.items():
            value = getattr(event, key)
            other = first.setdefault(value, path)
            if other != path:
                lines.append(f"{path} : {key} : « {value} » est déjà {what} de {other}")
    return lines


# ---- reading


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise EventError(f"{path} : {_unreadable(error)}") from None
    except UnicodeDecodeError:
        raise EventError(f"{path} : le fichier n’est pas en UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise EventError(f"{path} : {_not_toml(str(error))}") from None


def _unreadable(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "ce fichier n’existe pas"
        case IsADirectoryError():
            return "c’est un dossier, un fichier est attendu"
        case PermissionError():
            return "la lecture de ce fichier n’est pas permise"
        case _:
            return "ce fichier ne peut pas être lu"


_TOML_MISTAKES = {
    "Cannot overwrite a value": "cette clé est écrite deux fois",
    "Cannot redefine": "ce tableau est écrit deux fois",
    "Duplicate inline": "cette clé est écrite deux fois",
    "Invalid date": "cette date ou cette heure n’existe pas",
    "Cannot declare": "ce tableau est écrit deux fois",
    "Invalid initial character": "une clé ou un [tableau] est attendu",
    "Invalid statement": "une clé ou un [tableau] est attendu",
    "Expected '=' after a key": "un signe = est attendu après la clé",
    "Expected newline or end of document": "rien n’est attendu après la valeur",
    "Unclosed array": "il manque un crochet fermant",
    "Unterminated string": "il manque un guillemet fermant",
    "Illegal character": "il manque un guillemet fermant",
    "Unescaped": "un guillemet ou une barre oblique inverse est de trop",
    "Invalid value": "une valeur est attendue : un texte entre guillemets, un nombre, une date",
}
"""What `tomllib` says, by how its message begins."""


def _not_toml(message: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", message)
    where = f"ligne {found[1]}, colonne {found[2]}" if found else "à la fin du fichier"
    what = next(
        (said for begin, said in _TOML_MISTAKES.items() if message.startswith(begin)),
        "ce n’est pas du TOML",
    )
    return f"{where} : {what}"


def _write_phone_whole(table: dict[str, Any]) -> None:
    """Give the contact's telephone the code of the event's country, where it has none."""
    contact, country = table.get("contact"), table.get("country", "FR")
    if not isinstance(contact, dict):
        return  # the check that follows says so
    number = contact.get("phone")
    if isinstance(number, str) and isinstance(country, str):
        try:
            parsed = phonenumbers.parse(number, country)
        except phonenumbers.NumberParseException:
            return  # the check that follows says so
        contact["phone"] = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _find_logos(path: Path, table: dict[str, Any]) -> Iterator[str]:
    """Let the logos be whole paths: they lie beside the event's file. Those that do not, a line."""
    papers = table.get("papers")
    names = papers.get("logos") if isinstance(papers, dict) else None
    if not isinstance(papers, dict) or not isinstance(names, list):
        return  # there are none, or the check that follows says so
    found = [path.resolve().parent / one if isinstance(one, str) else one for one in names]
    for number, one in enumerate(found):
        if isinstance(one, Path) and not one.is_file():
            key = _key(("papers", "logos", number))
            yield f"{path} : {key} : l’image {names[number]} n’est pas à côté du fichier"
    papers["logos"] = [str(one) if isinstance(one, Path) else one for one in found]


def picture(file: str) -> bytes | None:
    """The content of a file that an event names; None where it cannot be read (any more)."""
    try:
        return Path(file).read_bytes()
    except OSError:
        return None


# ---- saying what is wrong

_DATE = "une date est attendue, par exemple 2026-03-05"
_TIME = "une heure est attendue, par exemple 09:30:00"
_MOMENT = "un moment est attendu, par exemple 2026-03-04T18:00:00"
_WHOLE = "un nombre entier est attendu"
_TABLE = "un tableau [entre crochets] est attendu"

_EXPECTED = {
    "missing": "clé manquante",
    "extra_forbidden": "clé inconnue, à corriger ou à retirer",
    "string_type": "un texte entre guillemets est attendu",
    "string_too_short": "le texte est vide",
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": "ce nombre est trop grand",
    "float_type": "un nombre est attendu",
    "float_parsing": "un nombre est attendu",
    "finite_number": "un nombre est attendu",
    "bool_type": "true (oui) ou false (non) est attendu, sans guillemets",
    "bool_parsing": "true (oui) ou false (non) est attendu, sans guillemets",
    "date_type": _DATE,
    "date_parsing": _DATE,
    "date_from_datetime_parsing": _DATE,
    "date_from_datetime_inexact": _DATE,
    "time_type": _TIME,
    "time_parsing": _TIME,
    "datetime_type": _MOMENT,
    "datetime_parsing": _MOMENT,
    "datetime_object_invalid": _MOMENT,
    "datetime_from_date_parsing": _MOMENT,
    "tuple_type": "une liste entre crochets est attendue",
    "list_type": "une liste entre crochets est attendue",
    "model_type": _TABLE,
    "model_attributes_type": _TABLE,
    "dict_type": _TABLE,
    "too_short": "la liste est vide",
    "too_long": "la liste est trop longue",
}
"""What was expected, said to an organiser, by pydantic's error type."""


def _mistakes(path: Path, error: ValidationError) -> Iterator[str]:
    details = error.errors()
    places = [detail["loc"] for detail in details]
    for detail in details:
        at = detail["loc"]
        has_worse_inside = any(one != at and one[: len(at)] == at for one in places)
        if detail["type"] != "default_factory_not_called" and not has_worse_inside:
            yield f"{path} : {_key(detail['loc'])} : {expected_of(detail)}"


def expected_of(error: ErrorDetails) -> str:
    """What was expected, to an organiser, in the place of what pydantic says."""
    context = error.get("ctx", {})
    match error["type"]:
        case "value_error" if "error" in context:
            return str(context["error"])
        case "value_error":
            return "une adresse e-mail est attendue, par exemple « prenom.nom@exemple.fr »"
        case "greater_than_equal":
            return f"au moins {context['ge']:g} est attendu"
        case "greater_than":
            return f"plus de {context['gt']:g} est attendu"
        case "less_than_equal":
            return f"au plus {context['le']:g} est attendu"
        case "less_than":
            return f"moins de {context['lt']:g} est attendu"
        case "literal_error":
            possible = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"valeurs possibles : {', '.join(possible)}"
        case kind:
            return _EXPECTED.get(kind, "cette valeur ne convient pas")


_ITEMS = {"programme": "partie", "leaders": "personne"}
"""What an item of a list is called; « élément » where it has no name here."""


def _key(location: tuple[int | str, ...]) -> str:
    """« seats.capacity », « programme, 1re partie, title »."""
    said = ""
    for part in location:
        if isinstance(part, int):
            item = _ITEMS.get(said, "élément")
            feminine = item in _ITEMS.values()
            first = "1re" if feminine else "1er"
            said += f", {f'{part + 1}e' if part else first} {item}"
        elif part != "[key]":
            said += f"{'' if not said else ', ' if ', ' in said else '.'}{part}"
    return said or "le fichier"
