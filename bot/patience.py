"""How long to wait before something that did not go through is tried again."""

MOST_TRIES = 20
"""Tries that failed for no clear reason until a message is set aside: about two hours in all."""

LONGEST_PAUSE = 600.0
"""Seconds between two such tries at most: each of them may have got through after all."""

LONGEST_WAIT = 30.0
"""Seconds between two tries at most while a server cannot be reached: nothing gets through then."""


def pause(tries: int) -> float:
    """Seconds after so many tries (from 1 on) that failed for no clear reason."""
    return min(2.0 ** (min(tries, 30) - 1), LONGEST_PAUSE)


def wait(times: int) -> float:
    """Seconds after a server could not be reached so many times (from 1 on)."""
    return min(2.0 ** (min(times, 30) - 2), LONGEST_WAIT)
