"""Too many people for one party are several parties."""

from bot.domain.event import Seats

PARTIES_AT_MOST = 4


def divided(people: int, seats: Seats) -> list[int]:
    """The sizes of the fewest parties that so many people make, the larger first.

    Those that the day prefers if that is possible; empty if so many cannot be divided. Nobody is
    left alone, but where all come alone.
    """
    if seats.only_size == 1:
        return [1] * people if 1 < people <= PARTIES_AT_MOST else []
    fair = [_fair(people, among=among) for among in range(2, PARTIES_AT_MOST + 1)]
    for liked in (seats.preferred_sizes, seats.sizes):
        for sizes in fair:
            if 1 not in sizes and set(sizes) <= set(liked):
                return sizes
    return []


def _fair(people: int, *, among: int) -> list[int]:
    each, more = divmod(people, among)
    return [each + 1] * more + [each] * (among - more)
