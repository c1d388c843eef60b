"""What a right answer is worth: the formulas of a round's points."""

from __future__ import annotations

FULL = 1000
"""The points of a right answer at once, or at any time where speed does not count."""

AT_ONCE = 0.5
"""Seconds within which an answer counts as given at once."""

STEP = 100
LARGEST_BONUS = 500


def points(seconds: float, limit: int, *, speed: bool = True) -> int:
    """Return the points of a right answer after `seconds` of `limit` seconds.

    1000 within the first half second, then falling in a straight line towards 500 at the limit:
    `round(1000 × (1 − t/T/2))`. An answer at the limit or later is late and worth 0. Where there
    is no clock (`limit` 0) or `speed` is off, a right answer in time is worth 1000.
    """
    if limit and seconds >= limit:
        return 0
    if not limit or not speed or seconds <= AT_ONCE:
        return FULL
    return round(FULL * (1 - seconds / limit / 2))


def bonus(streak: int) -> int:
    """Return the extra points of the last of `streak` right answers in a row.

    100 for the second, 100 more for each one after it, and never more than 500.
    """
    return min(max(streak - 1, 0) * STEP, LARGEST_BONUS)
