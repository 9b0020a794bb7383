"""Half an address put right: « gerard.monteil et pas g.monteil, la suite est bonne »."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bot.understanding.normal import vocabulary, without_accents

_PART = r"(?<![\w.@-])[@.]?(?P<{}>[\w+](?:[\w+]|[.-](?=[\w+]))*+)"
_NEW, _OLD = _PART.format("new"), _PART.format("old")
_NOT = (
    r"(?:et |mais )?(?:(?:non|pas|surtout pas|et non)(?: pas)?|au lieu de|plut[ôo]t que"
    r"|à la place de|instead of|and not|not) (?:le |la |de |d['’])?"
)
_IS = r"(?:c['’]?est |c['’]?[ée]tait |it['’]?s |mettez |[ée]crivez |plut[ôo]t )*"
_WHERE = (
    r"(?:,? (?:au|pour le|le) d[ée]but|,? avant (?:l['’])?(?:arobase|@|at)|,? [àa] la fin"
    r"|,? devant|,? apr[èe]s (?:l['’])?(?:arobase|@))?"
)
_EXCHANGES = (
    re.compile(rf"{_IS}{_NEW}{_WHERE},? {_NOT}{_OLD}", re.IGNORECASE),
    re.compile(
        rf"\b(?:pas|non pas|not) (?:le |la )?{_OLD},? (?:mais |but |c['’]?est )+{_NEW}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:remplace[rz]?|change[rz]?|corrige[rz]?|replace|change) (?:le |la )?{_OLD} "
        rf"(?:par|en|with|to) (?:le |la )?{_NEW}",
        re.IGNORECASE,
    ),
)
"""What takes the place of what: « gmail et pas orange », « remplacez .com par .fr »."""
_REST = (
    r"(?:la suite|le reste|la fin|le domaine|l['’]arobase|apr[èe]s(?: l['’]arobase)?|the rest)"
    r" (?:(?:ne |n['’])?(?:change|bouge) (?:pas|rien)|(?:est |reste |c['’]?est |is |stays )?"
    r"(?:bon(?:ne)?|juste|exact\w*|correct\w*|pareil(?:le)?|identique"
    r"|(?:le|la|the) (?:m[êe]me|same)|ok|bien|right)|sans changement)"
)
_BEGINS = re.compile(
    rf"(?P<new>[^\W_]+(?:[._-][^\W_]+)*)(?:,? (?:au d[ée]but|avant (?:l['’])?(?:arobase|@)))?"
    rf"[,.;]? (?:et |and |mais )?{_REST}",
    re.IGNORECASE,
)
"""« c’est odile.vernet, la fin change pas »: what stands before the « @ »."""
_AND_THE_REST = re.compile(rf"[\s,.;]*(?:et |and |mais )?\b{_REST}[\s.!]*", re.IGNORECASE)
_SENTENCE = re.compile(r"[;!?\n]|\.\s|,? et (?=mo[nv]|pour|j)", re.IGNORECASE)
_SIGN = re.compile(r"[._]\w|[\d+]|@")
_ABOUT_ONE = re.compile(
    r"\b(?:e-?mail|mail|m[ée]l|courriel|adresse|arobase|point|tiret|suite|domaine|address)\b|@",
    re.IGNORECASE,
)


_LONGEST = 300
"""Characters of a message that puts an address right."""


def may_tell(text: str) -> bool:
    """Whether a text may put half an address right."""
    patterns = (*_EXCHANGES, _BEGINS, _AND_THE_REST, _ABOUT_SIGNS)
    return len(text) <= _LONGEST and any(pattern.search(text) for pattern in patterns)


def put_right(text: str, known: Sequence[str]) -> tuple[int, str, str] | None:
    """Give which known address is put right (from 0 on), as it is now, and the rest of the text.

    None: a text puts none right, or perhaps several.
    """
    if len(text) > _LONGEST or re.search(r"[\w-]@[\w-]+\.\w", text):
        return None  # a whole one
    exchanged = {(at, new): rest for at, new, rest in _exchanges(text, known)}
    begun = {(at, new): rest for at, new, rest in _begun_otherwise(text, known)}
    found = exchanged or begun
    if len(found) != 1:
        return None
    ((at, new), rest), *_ = found.items()
    return at, new, _AND_THE_REST.sub(" ", rest).strip(" ,.;")


def _exchanges(text: str, known: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    is_meant = _ABOUT_ONE.search(text) is not None
    for pattern in _EXCHANGES:
        for found in pattern.finditer(text):
            old, new = _bare(found["old"]), _bare(found["new"])
            if {old, new} & _NO_PART:
                continue
            rest = _besides(text, found)
            if is_meant or _SIGN.search(found.group()):
                for at, address in enumerate(known):
                    if (whole := _exchanged(address, old=old, new=new)) is not None:
                        yield at, whole, rest


_NO_PART = vocabulary("et la le les de du un une fin debut mail que non pas mon ma ca il elle je")


def _begun_otherwise(text: str, known: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    found = _BEGINS.search(text)
    yield from _nearly_begun(text, known)
    if found is not None and re.search(r"[._\d-]", found["new"]):
        rest, new = _besides(text, found), _bare(found["new"])
        likely = [
            at for at, one in enumerate(known) if _is_like(new, other=one.partition("@")[0])
        ] or range(len(known))
        for at in likely:
            yield at, f"{new}@{known[at].partition('@')[2]}", rest


_WRITTEN = re.compile(r"(?<![\w@.-])[^\W_]+(?:[._-][^\W_]+)+(?![\w@])")
_NEARLY = 0.8


def _nearly_begun(text: str, known: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """« fanny-colas pardon, avec un tiret »: nearly what stands before the « @ »."""
    if not (_AND_THE_REST.search(text) or _ABOUT_SIGNS.search(text)):
        return
    for found in _WRITTEN.finditer(text):
        new = _bare(found.group())
        for at, one in enumerate(known):
            local, _, domain = one.partition("@")
            if new != local and SequenceMatcher(None, new, local).ratio() > _NEARLY:
                yield at, f"{new}@{domain}", ""


_ABOUT_SIGNS = re.compile(r"\b(?:un|le|sans|avec) (?:tiret|point|underscore)\b", re.IGNORECASE)


def _besides(text: str, found: re.Match[str]) -> str:
    """The text without the sentence in which something was found."""
    before = [one.end() for one in _SENTENCE.finditer(text, 0, found.start())]
    after = _SENTENCE.search(text, found.end())
    return f"{text[: before[-1] if before else 0]} {text[after.end() :] if after else ''}"


def _bare(part: str) -> str:
    return without_accents(part).casefold()


def _is_like(one: str, *, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() > _ALIKE


_ALIKE = 0.5


def _exchanged(address: str, *, old: str, new: str) -> str | None:
    """An address with a whole part of it exchanged; None: it has none such, or two."""
    local, _, domain = address.partition("@")
    is_local = old in (local, *re.split(r"[._-]", local))
    if is_local and domain.count(old) == 0:
        return f"{_once(local, old=old, new=new)}@{domain}" if _is_like(new, other=old) else None
    if old == domain.partition(".")[0] and new in _ELSEWHERE:
        return f"{local}@{new}.{_ELSEWHERE[new]}"
    if not is_local and (old == domain or old in domain.split(".")):
        return f"{local}@{_once(domain, old=old, new=new)}"
    return None


def _once(text: str, *, old: str, new: str) -> str:
    return re.sub(rf"(?<![^\W_]){re.escape(old)}(?![^\W_])", new, text, count=1)


_ELSEWHERE = {
    "gmail": "com",
    "icloud": "com",
    "orange": "fr",
    "wanadoo": "fr",
    "free": "fr",
    "sfr": "fr",
    "laposte": "net",
}
"""How addresses end there, whatever another one ended with."""
