"""How texts and numbers are printed. Pure functions."""

import re
from collections.abc import Mapping

import phonenumbers

NARROW_NBSP = "\u202f"
NBSP = "\u00a0"

_BEFORE = re.compile(r"[ \u00a0](?=[;:!?»€%](?:\s|[<.,)…]|$))")
_AFTER_GUILLEMET = re.compile(r"«[ \u00a0]")


def typeset(text: str) -> str:
    """Set a text as French is printed: narrow no-break spaces before ; : ! ? » € %, and ’ for '.

    A text that is set already stays as it is.
    """
    text = _BEFORE.sub(NARROW_NBSP, text)
    return _AFTER_GUILLEMET.sub(f"«{NARROW_NBSP}", text).replace("'", "’")


_BEFORE_A_VOWEL = re.compile(r"\b(?P<word>[dD]|[qQ]u)e \{(?P<key>\w+)\}")
_YOD = re.compile(r"[yY][aeiouéè]")
"""« de Yannick », « d’Yves »."""
_SILENT_H = re.compile(r"H(?:[ée]l|enri|erv|ermin|ortense|onor|ubert|ugo\b|uguette|ippol|ilaire)")
"""First names of French; others, as Hassan, keep their « de »."""
_VOWELS = "aàâäeéèêëiîïoôöœuùûüyAÀÂÄEÉÈÊËIÎÏOÔÖŒUÙÛÜY"


def elided(template: str, values: Mapping[str, object]) -> str:
    """A French sentence to be filled in: « de {name} » is « d’{name} » where a vowel follows."""

    def before(found: re.Match[str]) -> str:
        follows = str(values.get(found["key"], ""))
        is_vowel = follows[:1] in _VOWELS and follows != "" and _YOD.match(follows) is None
        is_vowel = is_vowel or _SILENT_H.match(follows) is not None
        return f"{found['word']}’{{{found['key']}}}" if is_vowel else found[0]

    return _BEFORE_A_VOWEL.sub(before, template)


HOME = 33
"""The country whose numbers are written without its code."""


def spoken_phone(number: str) -> str:
    """An E.164 number as it is dialled in France: « 06 39 98 12 34 », « +44 7700 900417 »."""
    parsed = phonenumbers.parse(number, None)
    is_home = parsed.country_code == HOME
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(parsed, form.NATIONAL if is_home else form.INTERNATIONAL)
