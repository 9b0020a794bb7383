"""Numbers said in words, French and English, up to 99."""

_UNITS = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6,
    "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13,
    "quatorze": 14, "quinze": 15, "seize": 16,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90, "twenty": 20, "thirty": 30,
}  # fmt: skip
_EIGHTY = ("quatre", "vingt")


def number_at(words: list[str], at: int) -> tuple[int, int] | None:
    """Give the number the words say from ``at``, the longest there is, and where it ends.

    « soixante dix sept onze » says 77, then 11. None when no number begins there.
    """
    tens, end = _tens_at(words, at)
    if not end:
        return _small_at(words, at)
    if words[end : end + 1] == ["et"]:  # vingt et un, soixante et onze
        joined = _small_at(words, end + 1)
        return (tens + joined[0], joined[1]) if joined and joined[0] in {1, 11} else (tens, end)
    small = _small_at(words, end)
    # « soixante-dix-sept » and « quatre-vingt-dix-huit » go on to 19, « trente-neuf » to 9.
    limit = 19 if tens in {60, 80} else 9
    if small and 0 < small[0] <= limit:
        return tens + small[0], small[1]
    return tens, end


def with_figures(words: list[str]) -> list[str]:
    """Write the numbers said in words with figures; « un » and « une » stay words."""
    written: list[str] = []
    at = 0
    while at < len(words):
        said = None if words[at] in {"un", "une", "one"} else number_at(words, at)
        written.append(words[at] if said is None else str(said[0]))
        at = at + 1 if said is None else said[1]
    return written


def _tens_at(words: list[str], at: int) -> tuple[int, int]:
    """Give the tens said at ``at`` and where they end; 0 and 0 when there are none."""
    if tuple(word.rstrip("s") for word in words[at : at + 2]) == _EIGHTY:
        return 80, at + 2
    if at < len(words) and words[at] in _TENS:
        return _TENS[words[at]], at + 1
    return 0, 0


def _small_at(words: list[str], at: int) -> tuple[int, int] | None:
    """Give the number up to 19 said at ``at``, and where it ends."""
    if at >= len(words) or words[at] not in _UNITS:
        return None
    number = _UNITS[words[at]]
    unit = _UNITS.get(words[at + 1], 0) if at + 1 < len(words) else 0
    if number == 10 and unit in {7, 8, 9}:  # dix-sept
        return 10 + unit, at + 2
    return number, at + 1
