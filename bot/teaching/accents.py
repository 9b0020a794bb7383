"""Writes `understanding/accents.txt`: words of names, functions and bodies that have an accent.

They are those of `examples/facts/`. `python -m bot.teaching.accents` makes the file anew.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from bot.teaching import facts
from bot.understanding.accents import ACCENTS
from bot.understanding.normal import without_accents

_WORD = re.compile(r"[^\W\d_]{3,}")
_OFTEN = 3
_ONLY = 0.9
"""From this share on of its accented forms one is the word's only one."""
_MOSTLY = 0.6
"""From this share on of all its forms, written in haste as well, a word has an accent."""
_HEAD = """\
# Words of names, functions and bodies that are known with one accented form only, by their plain
# one; * where the plain form is written too. Made by bot/teaching/accents.py of examples/facts/.
"""


def _written() -> Iterator[str]:
    """Every word of a function, a body or a first name, as it was written."""
    for message in facts.load():
        for label, said in message.pieces:
            if label in ("function", "organisation"):
                yield from _WORD.findall(said)
            elif label in ("name", "self", "other"):
                yield from _WORD.findall(said)[:1]


def lines() -> Iterator[str]:
    """A line a word: `retraite retraité *`."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word in _written():
        if not word.isupper():
            forms[without_accents(word).casefold()][word.casefold()] += 1
    for plain, written in sorted(forms.items()):
        bare = written.pop(plain, 0)
        if not written:
            continue
        best, times = written.most_common(1)[0]
        every = written.total()
        if times >= _OFTEN and times >= _ONLY * every and times >= _MOSTLY * (every + bare):
            yield f"{plain} {best}{' *' if bare else ''}"


def main() -> None:
    """Write the file."""
    ACCENTS.write_text(_HEAD + "\n".join(lines()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
