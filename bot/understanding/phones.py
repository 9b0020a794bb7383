"""A telephone number, written or said in words."""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from bot.understanding.figures import number_at
from bot.understanding.normal import READ_AT_MOST, normal, without_accents
from bot.understanding.results import Doubtful, Reading, Unclear, Understood

_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"(?:\+\s?|\b)\(?\d(?:[ .,/()_-]{0,3}\d)*")
_SEPARATORS = re.compile(r"[\s\u2010-\u2015\u2212]")
_CORRECTED = re.compile(r"\b(non|pardon|enfin|plutot|rather|sorry)\b", re.IGNORECASE)
# « o6 39 98 », « O6399812 »: letters that look like figures.
_LOOKALIKES = re.compile(r"(?<![^\W\d_])(?=[OoIl\d]*\d)[\dOoIl]{2,}(?![^\W\d_])")
_AS_FIGURES = str.maketrans("OoIl", "0011")
_CUT = re.compile(r"\b(?:non|pardon|enfin|plutot|sorry)\b\D*\d{1,8}\b(?!\W*\d)", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(prefere pas|veux pas|ne (souhaite|donne|veux)|souhaite pas|donne pas|pas de|sans|no phone"
    r"|aucun|ai pas|ne pas (?:le |la )?(?:donner|communiquer|dire|laisser)|rather not)\b",
    re.IGNORECASE,
)


def read(text: str, *, country: str = "FR") -> Reading[str]:
    """Read a telephone number, as E.164 (« +33… »).

    ``country`` (two letters) is that of numbers without a prefix. Doubtful: « several » (the
    mobile, or the last), « no_zero » (the leading zero is missing). Unclear: « no_number »,
    « incomplete », « too_long », « emergency » (« 15 »), « invalid », « refused ».
    """
    bare = _SEPARATORS.sub(_plain_separator, without_accents(text[:READ_AT_MOST]))
    bare = _LOOKALIKES.sub(lambda found: found.group().translate(_AS_FIGURES), bare)
    written = _figures(bare)
    runs = _DIGITS.findall(written)
    numbers: list[str] = []
    for run in runs:
        numbers += [number for number in _numbers(run, country=country) if number not in numbers]
    if not numbers:
        return Unclear(_why_none(runs, bare, country=country))
    if len(numbers) > 1:
        if _CORRECTED.search(bare):
            return Understood(numbers[-1])
        mobiles = [number for number in numbers if _is_mobile(number)]
        return Doubtful((mobiles or numbers)[-1], "several")
    if _CUT.search(written):  # « 44, pardon, 43 à la fin »
        return Unclear("incomplete")
    if not any(run.lstrip(" (").startswith(("0", "+")) for run in runs):
        return Doubtful(numbers[0], "no_zero")
    return Understood(numbers[0])


_ONLY = re.compile(
    r"\b(?:que|seulement|juste|uniquement|only|just) (?:le |un |mon |du |a |the |my )?"
    r"(?:tel|telephone|fixe|portable|mobile|phone)\b"
)


def is_all_there_is(text: str) -> bool:
    """Whether somebody says that they have but a telephone: « je n’ai que le téléphone »."""
    return _ONLY.search(normal(text)) is not None


def _plain_separator(found: re.Match[str]) -> str:
    """Turn spaces of any kind into a space, dashes of any kind into a hyphen."""
    return " " if found.group().isspace() else "-"


def _figures(text: str) -> str:
    """Write numbers said in words with figures."""
    spans = [(found.group().casefold(), found.span()) for found in _WORD.finditer(text)]
    words = [word for word, _ in spans]
    pieces: list[str] = []
    done = at = 0
    while at < len(words):
        said = number_at(words, at) if words[at] not in {"un", "une"} or pieces else None
        if said is None:
            at += 1
            continue
        number, end = said
        start = spans[at][1][0]
        pieces += [text[done:start], str(number)]
        done, at = spans[end - 1][1][1], end
    return "".join([*pieces, text[done:]])


def _numbers(run: str, *, country: str) -> list[str]:
    """Give the valid numbers of a run of digits, which may hold two separated by a comma."""
    whole = _e164(run, country=country)
    if whole is not None:
        return [whole]
    return [number for part in re.split(r"[,/]", run) if (number := _e164(part, country=country))]


def _e164(run: str, *, country: str) -> str | None:
    """Give the number in E.164, None when it is not a valid one."""
    if not 8 <= sum(letter.isdigit() for letter in run) <= 16:
        return None
    try:
        # Bare figures: to the library a comma begins an extension.
        number = phonenumbers.parse(re.sub(r"[^\d+]", "", run), country)
    except phonenumbers.NumberParseException:
        return None
    # Length and first figure only: the ranges kept for fiction are not « valid » numbers.
    if not phonenumbers.is_possible_number(number) or _national(number).startswith("0"):
        return None
    if phonenumbers.number_type(number) == PhoneNumberType.PREMIUM_RATE:
        return None
    written = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return written if len(written) > 8 else None


def _national(number: phonenumbers.PhoneNumber) -> str:
    """Give the figures of a number after the country's prefix, leading zeros kept."""
    return phonenumbers.national_significant_number(number)


def _is_mobile(number: str) -> bool:
    """Say whether a number in E.164 is that of a mobile."""
    if number.startswith(("+336", "+337")):
        return True
    return phonenumbers.number_type(phonenumbers.parse(number, None)) == PhoneNumberType.MOBILE


def _why_none(runs: list[str], bare: str, *, country: str) -> str:
    """Say why no valid number was found."""
    longest = max((sum(letter.isdigit() for letter in run) for run in runs), default=0)
    if longest == 0:
        return "refused" if _REFUSED.search(bare) else "no_number"
    digits = ("".join(filter(str.isdigit, run)) for run in runs)
    if any(phonenumbers.is_emergency_number(one, country) for one in digits):
        return "emergency"
    if longest < 10:
        return "incomplete"
    return "too_long" if longest > 10 else "invalid"
