"""How a name or an address is spelt while it is said: « avec deux l », « f r a deux p a »."""

import re

from rapidfuzz.distance import OSA

from bot.understanding.normal import without_accents

_COUNT = r"(?:une?|deux|2|trois|un seul|une seule|a|two|one)"
_MARK = r"(?:accents?|tr[ée]mas?|c[ée]dilles?|tirets?|apostrophes?|majuscules?|trait d['’]union)"
_AID = re.compile(
    rf"[\s,(]*\b(?:(?:avec|with)\s+{_COUNT}\s+(?:\w{{1,2}}|{_MARK}(?:\s(?:grave|aigu|circonflexe)"
    rf")?)|{_COUNT} [^\W\d_](?=,)"
    r"|(?:tout |le tout )?en (?:lettres )?(?:majuscules?|minuscules?|capitales?|un (?:seul )?mot)"
    rf"|{_MARK}(?=\s+sur\b)|lower ?case|tout (?:attach[ée]e?|coll[ée]e?))\b"
    r"(?:\s+(?:sur|on)\s+(?:l[ae]s? |l['’]|the )?\w{1,2}\b)?"
    r"(?:\s+(?:[àa] la fin|au d[ée]but|at the end))?\)?,?",
    re.IGNORECASE,
)
_AS_IN = re.compile(r"\b([^\W\d_]) (?:comme|as in|like) [^\W\d_]{3,}\b", re.IGNORECASE)
_DOUBLED = r"(?:(?:deux|double|2) )?"
_LETTERS = re.compile(
    rf"(?<![\w'’-]){_DOUBLED}[^\W_](?:[ .-]{_DOUBLED}[^\W_]){{2,}}(?![\w'’-])", re.IGNORECASE
)
_TWICE = re.compile(r"(?:deux|double|2) (\w)", re.IGNORECASE)
_SAME_WORD = 2
"""A word and its spelling differ by so many letters at most."""


def without_aids(text: str) -> str:
    """Leave out what says how a word is written: « avec un y », « en majuscules »."""
    return _AS_IN.sub(r"\1", _AID.sub(" ", text)).strip()


def put_together(text: str) -> str:
    """Write in one what is spelt letter by letter; a word said and then spelt is there once."""
    spelt = _LETTERS.search(text)
    if spelt is None:
        return text
    word = re.sub(r"[ .-]", "", _TWICE.sub(r"\1\1", spelt.group()))
    before, after = text[: spelt.start()], text[spelt.end() :]
    if _is_whole_name(before, spelt=word):
        return f"{before}{after.removeprefix(')')}"
    said = re.search(r"(?P<word>[^\W_]+)[\s,:(]*$", before)
    if said is not None and len(said["word"]) > 1 and _alike(said["word"], word):
        is_right = said["word"].casefold() == word.casefold()
        before, word = before[: said.start()], said["word"] if is_right else word
    return f"{before}{word}{after}"


_NAME_SAID = re.compile(r"(?P<first>[^\W_][\w'’-]+) (?P<last>[^\W_][\w'’-]+)[\s,:(]*$")


def _is_whole_name(before: str, *, spelt: str) -> bool:
    """« Nora Saïdi, N-O-R-A S-A-I-D-I »: the first and the last name once more."""
    said = _NAME_SAID.search(before)
    return (
        said is not None
        and without_accents(spelt).casefold()
        == without_accents(re.sub(r"['’-]", "", f"{said['first']}{said['last']}")).casefold()
    )


_WORD = re.compile(r"(?<![\w'’-])[^\W\d_](?:[ .-][^\W\d_]){2,}(?![\w'’-])")


def in_one(text: str) -> str:
    """Write in one the words of a message that are spelt letter by letter; numbers stay."""
    return put_together(text) if _WORD.search(text) else text


def _alike(said: str, spelt: str) -> bool:
    return OSA.distance(said.casefold(), spelt.casefold(), score_cutoff=_SAME_WORD) <= _SAME_WORD
