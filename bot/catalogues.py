"""Checks the catalogues against the code: every key said has its sentence in every language."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from bot.i18n import DOMAIN, data_folder, languages

_SAYS = {"words", "plain", "toast", "button", "first", "lay_keyboard", "put_keyboard_away"}
"""The functions whose first argument is a key (of some, every argument)."""

_KEY = re.compile(r"[a-z_]+(\.[a-z0-9_]+)*")


def mistakes() -> list[str]:
    """What is missing, left over or inconsistent, a line each; empty when all is well."""
    found = {language: _catalogue(language) for language in languages()}
    said = keys_said(Path(__file__).parent)
    sized = {rf"{re.escape(stem)}\.\d" for stem in said.stems}
    patterns = [re.compile(one) for one in sorted(said.patterns | sized)]
    literal = said.counted | said.uncounted | {f"{stem}.more" for stem in said.stems}
    lines = []
    reference = found[languages()[0]]
    for language, messages in found.items():
        where = f"locales/{language}"
        lines += [f"{where} : {key} : la même clef deux fois" for key in sorted(_twice(language))]
        lines += [f"{where} : phrase manquante : {key}" for key in sorted(literal - set(messages))]
        lines += [
            f"{where} : phrase manquante : {key}" for key in sorted(set(reference) - set(messages))
        ]
        for key, message in messages.items():
            if key not in literal and not any(one.fullmatch(key) for one in patterns):
                lines.append(f"{where} : phrase que rien ne dit : {key}")
            if key in (said.uncounted if message.pluralizable else said.counted):
                lines.append(f"{where} : {key} : singulier et pluriel sont attendus, ou aucun")
            lines += [f"{where} : {key} : {what}" for what in _wrong(message, reference.get(key))]
    return lines


def _path(language: str) -> Path:
    return data_folder("locales") / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def _twice(language: str) -> set[str]:
    """The keys that stand twice in a catalogue: only one of their sentences would be said."""
    keys = Counter(re.findall(r'^msgid "(.+)"$', _path(language).read_text("utf-8"), re.MULTILINE))
    return {key for key, times in keys.items() if times > 1}


def _catalogue(language: str) -> dict[str, Message]:
    path = _path(language)
    with path.open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language, abort_invalid=True)
    messages = {}
    for message in catalogue:
        if message.id:
            messages[message.id if isinstance(message.id, str) else message.id[0]] = message
    return messages


def _wrong(message: Message, reference: Message | None) -> Iterator[str]:
    strings = _strings(message)
    if not all(strings):
        yield "phrase vide"
    if message.fuzzy:
        yield "traduction à revoir (fuzzy)"
    if reference is not None and _fields(message) != _fields(reference):
        yield f"les accolades diffèrent : {sorted(_fields(message) ^ _fields(reference))}"
    for text in strings:
        if re.findall(r"</?b>", text) != ["<b>", "</b>"] * text.count("<b>"):
            yield "une balise <b> n’est pas refermée"
        if re.search(r"<(?!/?b>)|&(?!amp;|lt;|gt;)", text):
            yield "signe < ou & inattendu : écrire &lt; ou &amp;"


def _strings(message: Message) -> tuple[str, ...]:
    strings = message.string
    return (strings,) if isinstance(strings, str) else tuple(strings or ("",))


def _fields(message: Message) -> set[str]:
    return {
        field
        for text in _strings(message)
        for _, field, _, _ in string.Formatter().parse(text)
        if field is not None
    }


@dataclass(frozen=True, slots=True)
class Said:
    """The keys that code says: with a number, without, patterns of others, and stems of sizes."""

    counted: set[str]
    uncounted: set[str]
    patterns: set[str]
    stems: set[str]


_SPEAKS = re.compile(rf"\b(?:{'|'.join(sorted(_SAYS))}|of_size)\(")


def keys_said(package: Path) -> Said:
    """The keys that the code of a package says."""
    said = Said(set(), set(), set(), set())
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        if _SPEAKS.search(text):
            _collect(ast.parse(text), said)
    return said


def _collect(tree: ast.AST, said: Said) -> None:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node:
            case ast.Call(ast.Attribute(attr="of_size"), [ast.Constant(str(stem)), *_]):
                said.stems.add(stem)
        for key, has_number in _keys(node):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                if _KEY.fullmatch(key.value):
                    (said.counted if has_number else said.uncounted).add(key.value)
            elif isinstance(key, ast.JoinedStr):
                said.patterns.add(_pattern(key))


def _keys(call: ast.Call) -> Iterator[tuple[ast.expr, bool]]:
    """What a call says: its first argument, and whether a number goes with it."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else None
    name = function.id if isinstance(function, ast.Name) else name
    if name not in _SAYS or not call.args:
        return
    has_number = any(keyword.arg == "n" for keyword in call.keywords)
    labels = [keyword.value for keyword in call.keywords if keyword.arg == "label"]
    for argument in call.args if name == "first" else [*call.args[:1], *labels]:
        yield from ((key, has_number) for key in _branches(argument))


def _branches(expression: ast.expr) -> Iterator[ast.expr]:
    if isinstance(expression, ast.IfExp):
        yield from (expression.body, expression.orelse)
    else:
        yield expression


def _pattern(key: ast.JoinedStr) -> str:
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_]+"
        for part in key.values
    ]
    return "".join(parts)
