"""Bodies whose name is that of two places: « le syndicat des rivières Roanne et Bez »."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.understanding.firstnames import FIRST_NAMES
from bot.understanding.normal import plain, vocabulary
from bot.understanding.tagger import Span

Found = tuple[Span, int, int]
"""What was found, and its first word and the one after its last."""
_BETWEEN = vocabulary(
    "syndicat communaute cc pays parc pnr agglo agglomeration union pole gal sivom sivu sicoval"
)
"""Bodies between places, whose name may hold two: « le syndicat Roanne et Bez »."""
_BEFORE_A_PLACE = vocabulary("et du de la des le les l d")


def with_both_places(written: Sequence[str], spans: Sequence[Found]) -> Iterator[Found]:
    """« syndicat des rivières Roanne et Bez »: the second place is part of the name."""
    ends = {start: end for _, start, end in spans}
    taken = -1
    for span, start, end in spans:
        if start == taken:
            continue  # « Bez », alone
        is_body = span.label in ("of", "organisation", "territory")
        is_between = is_body and not _BETWEEN.isdisjoint(map(plain, written[start:end]))
        at = end
        while at < len(written) and plain(written[at]) in _BEFORE_A_PLACE:
            at += 1
        joins = is_between and [plain(one) for one in written[end : end + 1]] == ["et"]
        is_free = ends.get(at, at + 1) == at + 1 and not {*range(end, at)} & ends.keys()
        is_place = joins and is_free and _is_a_place(written, at)
        taken = at if is_place else -1
        yield (span, start, at + 1 if is_place else end)


def _is_a_place(written: Sequence[str], at: int) -> bool:
    """One word with a capital, which is no first name, nor begins a whole one."""
    here, after = written[at : at + 1], written[at + 1 : at + 2]
    if not here or not here[0][:1].isupper() or plain(here[0]) in FIRST_NAMES:
        return False
    return not (after and after[0][:1].isupper())


_OF_IT = vocabulary("de du d des la le l les a au aux")


def of_a_function(written: Sequence[str], spans: Sequence[Found]) -> Iterator[Found]:
    """« directrice de la communauté de communes du Val »: where they work, and so come from."""
    before: Found | None = None
    for span, start, end in spans:
        follows = before is not None and before[0].label == "function" and before[2] < start
        between = {plain(one) for one in written[before[2] : start]} if before else set()
        is_held = span.label == "territory" and follows and between <= _OF_IT
        before = (replace(span, label="organisation") if is_held else span, start, end)
        yield before
