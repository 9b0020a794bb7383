"""A telephone number, written or said in words."""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from bot.understanding import refusals
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
# What stands between two parts of a dictated number: « et après », « euh non ».
_FILLER = (
    r"(?:et enfin|et|puis|ensuite|apres|euh+|heu+|alors|donc|le|la|c ?['’]?est|voila|ca fait"
    r"|suivi de|and|then)"
)
_TURN = r"(?:non|pardon|enfin|plutot|je me trompe|attendez|oups|sorry|rather|no)"
_GOES_ON = re.compile(rf"[\s,;.:-]*(?:{_FILLER}[\s,;.:-]*)*", re.IGNORECASE)
_TURNS = re.compile(rf"[\s,;.:-]*(?:(?:{_FILLER}|{_TURN})[\s,;.:-]*)*", re.IGNORECASE)
_SAYS_AGAIN = re.compile(rf"\b{_TURN}\b|\b[eh]u[hm]*\b", re.IGNORECASE)
_PLUS = re.compile(r"\bplus\s+(?=\d{2,3}\b)", re.IGNORECASE)
_TIMES = re.compile(
    r"\b(?:(?P<word>double|triple)|(?P<times>[23]) fois)(?: le)? (?P<what>\d{1,2})\b"
)
_DENIED = re.compile(
    r"(?:,? et )?\b(?:pas|au lieu du?|plutot que|not|instead of) (?:le |du |the )?\+?\d[\d .]*\d\b",
    re.IGNORECASE,
)
"""« et pas 17 »: figures that are said to be wrong."""
_HOURS = re.compile(
    r"(?<![\d.])\b(?:[01]?\d|2[0-4]) ?(?:h|heures?)(?: ?(?:\d{2}|et demie|et quart))?\b(?! ?\d)",
    re.IGNORECASE,
)
"""« plutôt après seize heures trente »: when to call, and no part of the number."""
_ENDS = re.compile(
    r"\bderniers? chiffres?\b|\d derniers\b|\b(?:fini\w*|termin\w*) (?:bien )?(?:par|en|avec)\b"
    r"|\blast (?:\d )?(?:digits?|figures?)\b|\bends? (?:in|with)\b",
    re.IGNORECASE,
)


def read(text: str, *, country: str = "FR") -> Reading[str]:
    """Read a telephone number, as E.164 (« +33… »).

    ``country`` (two letters) is that of numbers without a prefix. Doubtful: « several » (the
    mobile, or the last), « no_zero » (the leading zero is missing), « corrected » (its end was said
    anew). Unclear: « no_number », « incomplete », « too_long », « emergency » (« 15 »),
    « invalid », « refused ».
    """
    bare = _bare(text)
    written = _without_others(bare)
    runs = _runs(written, country=country)
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
    ending = _ending(written)
    if ending is not None and not numbers[0].endswith(ending):
        ended = _ended(ending, before=numbers[0], country=country)
        return Doubtful(ended, "corrected") if ended else Unclear("incomplete")
    if not any(run.lstrip(" (").startswith(("0", "+")) for run in runs):
        return Doubtful(numbers[0], "no_zero")
    return Understood(numbers[0])


def find(text: str, *, country: str = "FR") -> str | None:
    """Give the number that a text surely tells, in figures or in words; None: it tells none."""
    reading = read(text, country=country)
    return reading.value if isinstance(reading, Understood) else None


def amended(text: str, *, known: str, country: str = "FR") -> str | None:
    """Give a known number with the end that a text tells: « ça finit par 71 et pas 17 »."""
    ending = _ending(_without_others(_bare(text)))
    ended = _ended(ending, before=known, country=country) if ending is not None else None
    return None if ended == known else ended


def _without_others(bare: str) -> str:
    """The text with figures, but for those that are denied, or say when."""
    return _HOURS.sub(" ; ", _DENIED.sub(" ", _figures(bare)))


def _bare(text: str) -> str:
    """The text without accents, with plain spaces and hyphens, and figures that are figures."""
    bare = _SEPARATORS.sub(_plain_separator, without_accents(text[:READ_AT_MOST]))
    return _LOOKALIKES.sub(lambda found: found.group().translate(_AS_FIGURES), bare)


def _runs(written: str, *, country: str) -> list[str]:
    """Give the runs of digits, those that are the parts of one dictated number together.

    What follows a correction ends the number: « 06 42 18 73, euh non, 75 21 ».
    """
    told: list[str] = []
    again: str | None = None
    end = 0
    for found in _DIGITS.finditer(written):
        run, link = found.group(), written[end : found.start()]
        end = found.end()
        is_part = bool(told) and _is_part(run, before=told[-1])
        goes_on = is_part and _GOES_ON.fullmatch(link) is not None
        if goes_on and again is not None:
            again = f"{again} {run}"
        elif goes_on and not _numbers(told[-1], country=country):
            told[-1] = f"{told[-1]} {run}"
        elif is_part and _TURNS.fullmatch(link) and _SAYS_AGAIN.search(link):
            told[-1] = _corrected(again, before=told[-1], country=country)
            again = run
        else:
            told = [*_folded(told, again, country=country), run]
            again = None
    return _folded(told, again, country=country)


def _folded(told: list[str], again: str | None, *, country: str) -> list[str]:
    return [*told[:-1], _corrected(again, before=told[-1], country=country)] if told else []


def _corrected(again: str | None, *, before: str, country: str) -> str:
    """What was said, with the end that was said again."""
    if again is None:
        return before
    return _ended(again, before=before, country=country) or _said_again(again, before=before)


def _is_part(run: str, *, before: str) -> bool:
    """Whether a run may go on with a number that has begun; one that is whole does not."""
    is_begun = before.lstrip(" (").startswith(("0", "+"))
    return is_begun and sum(letter.isdigit() for letter in run) < 8


def _ended(end: str, *, before: str, country: str) -> str | None:
    """Give the number that begins as one does and ends with what was said last; None: none."""
    begun = re.sub(r"[^\d+]", "", before)
    last = re.sub(r"\D", "", end)
    for kept in range(len(begun), 1, -1):
        number = _e164(begun[:kept] + last, country=country)
        if number is not None:
            return number
    return None


def _said_again(run: str, *, before: str) -> str:
    """« 42 18, non 19 »: the last figures of what is not whole yet are said again."""
    digits = re.sub(r"[^\d+]", "", before)
    first = re.match(r"\d+", run)
    return f"{digits[: -len(first.group())] if first else digits} {run}"


def _ending(written: str) -> str | None:
    """Give the figures that are said to be the last ones."""
    said = _ENDS.search(written)
    after = re.search(r"(?<!\d)\d{1,4}(?!\W{0,2}\d)", written[said.end() :]) if said else None
    return after.group() if after is not None else None


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
    written = _PLUS.sub("+", "".join([*pieces, text[done:]]))
    return _TIMES.sub(_repeated, written)


def _repeated(found: re.Match[str]) -> str:
    """« double 0 », « 3 fois 12 »."""
    times = {"double": 2, "triple": 3}.get(found["word"] or "", 0) or int(found["times"] or 1)
    return " ".join([found["what"]] * times)


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
        return "refused" if refusals.read(bare) else "no_number"
    digits = ("".join(filter(str.isdigit, run)) for run in runs)
    if any(phonenumbers.is_emergency_number(one, country) for one in digits):
        return "emergency"
    if longest < 10:
        return "incomplete"
    return "too_long" if longest > 10 else "invalid"
