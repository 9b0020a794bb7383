"""Checks the catalogues against the code: every key said has its sentence in every language."""

import ast
import re
import string
from collections import Counter
from collections.abc import Iterable, Iterator
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
    literal = said.counted | said.uncounted | said.named
    literal |= {f"{stem}.more" for stem in said.stems}
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
    """The keys that code says: with a number, without, by a name, patterns, and stems of sizes."""

    counted: set[str]
    uncounted: set[str]
    named: set[str]
    patterns: set[str]
    stems: set[str]


_SPEAKS = re.compile(rf"\b(?:{'|'.join(sorted(_SAYS))}|of_size)\(")


def keys_said(package: Path) -> Said:
    """The keys that the code of a package says."""
    said = Said(set(), set(), set(), set(), set())
    for path in package.rglob("*.py"):
        text = path.read_text("utf-8")
        if _SPEAKS.search(text):
            _collect(ast.parse(text), said)
    return said


def _collect(tree: ast.AST, said: Said) -> None:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for function in (node for node in ast.walk(tree) if isinstance(node, functions)):
        said.named.update(_texts(_given_a_name(function)))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        match call:
            case ast.Call(ast.Attribute(attr="of_size"), [ast.Constant(str(stem)), *_]):
                said.stems.add(stem)
        has_number = any(keyword.arg == "n" for keyword in call.keywords)
        keys = list(_keys(call))
        (said.counted if has_number else said.uncounted).update(_texts(keys))
        said.patterns.update(_pattern(key) for key in keys if isinstance(key, ast.JoinedStr))


def _keys(call: ast.Call) -> Iterator[ast.expr]:
    """What a call says: its first argument, of some every one, and the label of a button."""
    function = call.func
    name = function.attr if isinstance(function, ast.Attribute) else None
    name = function.id if isinstance(function, ast.Name) else name
    if name not in _SAYS or not call.args:
        return
    labels = [keyword.value for keyword in call.keywords if keyword.arg == "label"]
    for argument in call.args if name == "first" else [*call.args[:1], *labels]:
        yield from _branches(argument)


def _given_a_name(function: ast.AST) -> Iterator[ast.expr]:
    """The keys that a function gives a name before it says them: « key = … if … else … »."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    said = {key.id for call in calls for key in _keys(call) if isinstance(key, ast.Name)}
    for node in ast.walk(function):
        match node:
            case ast.Assign([ast.Name(name)], value) if name in said:
                yield from _branches(value)


def _branches(expression: ast.expr) -> Iterator[ast.expr]:
    if isinstance(expression, ast.IfExp):
        yield from _branches(expression.body)
        yield from _branches(expression.orelse)
    else:
        yield expression


def _texts(keys: Iterable[ast.expr]) -> Iterator[str]:
    for key in keys:
        match key:
            case ast.Constant(str(text)) if _KEY.fullmatch(text):
                yield text


def _pattern(key: ast.JoinedStr) -> str:
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[a-z0-9_]+"
        for part in key.values
    ]
    return "".join(parts)
