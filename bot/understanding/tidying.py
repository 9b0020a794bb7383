"""Tidies what a person wrote, as it is recorded and shown: without what surrounds the answer."""

import re
import unicodedata

ANSWER_AT_MOST = 120
"""Characters of a territory or a function."""
NAME_AT_MOST = 80
"""Characters of a first and a last name together, with the space between."""

_DROPPED = frozenset({"So", "Sk", "Cs", "Co", "Cn", "Cf", "Cc", "Me", "Mn"})
_POLITENESS = re.compile(
    r"[\s,.!:;]*\b(?:s['’ ]?il (?:vous|te) pla[iî]t|svp|stp|merci(?: d['’]avance| bien| beaucoup)?"
    r"|bonjour|bonsoir|please|thanks|thank you)\s*[.!]*$"
    r"|^(?:bonjour|bonsoir|bjr|slt|salut|hello|hi|alors|eh bien)\b[\s,.!:;]*",
    re.IGNORECASE,
)
# What comes before an answer while one thinks, or has said it already, and what closes it.
_WRAPPING = re.compile(
    r"^(?:e+u+h+|h+e+u+|hu+m+|hm+|pf+|p+f+t+|bof|ben|bah|er+m|well|voil[àa]|disons"
    r"|je dirais|plut[ôo]t|je crois que c['’ ]est|attend(?:s|ez))\b[\s,.!:;…-]*"
    r"|^(?:mais\s+)?(?:je (?:vous|te) l['’ ]?ai|j['’ ]?ai|comme je (?:vous )?l['’ ]?ai|i)"
    r"\s*(?:d[ée]j[àa]\s+|already\s+)?(?:dit|[ée]crit|donn[ée]|indiqu[ée]|pr[ée]cis[ée]|signal[ée]"
    r"|mentionn[ée]|told you|said)(?!\w)[\s,.!:;…-]*"
    r"|[\s,]+je (?:vous|te) l['’ ]?ai (?:d[ée]j[àa] )?(?:dit|[ée]crit|donn[ée])$"
    r"|[\s,(–-]+(?:tout )?(?:comme|ainsi que|as) (?:(?:je|j['’]|i)[^,;.]{0,25})?(?:indiqu\w+"
    r"|pr[ée]cis\w+"
    r"|convenu|mentionn\w+|dit|[ée]crit|expliqu\w+|ci-dessus|said|mentioned)\)?$"
    r"|[\s,]+(?:quoi|hein|voil[àa]|je (?:crois|pense)|i (?:think|guess))$",
    re.IGNORECASE,
)
_EDGES = ' ,;:.!…-–—*_"'


class _Signs(dict[int, int]):
    """What stands for each sign, found out when it first comes: itself, or a space."""

    def __missing__(self, code: int) -> int:
        sign = chr(code)
        is_dropped = unicodedata.category(sign) in _DROPPED and sign != "°"
        self[code] = ord(" ") if is_dropped else code
        return self[code]


_SIGNS = _Signs()


def tidy(text: str) -> str:
    """The text in one line, composed, without emoji, politeness or final punctuation."""
    composed = unicodedata.normalize("NFC", text[: 4 * ANSWER_AT_MOST])
    line = " ".join(composed.translate(_SIGNS).split())
    for _ in range(3):
        before = line
        line = _POLITENESS.sub("", line).strip(_EDGES)
        line = _WRAPPING.sub("", line).strip(_EDGES)
        if line == before:
            break
    return line


def has_letters(text: str) -> bool:
    """Whether the text has at least two letters, whatever the script."""
    return sum(letter.isalpha() for letter in text) >= 2
