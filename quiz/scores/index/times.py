"""Moments and days as the index keeps them: seconds since 1970 in UTC, and ordinals of dates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.toordinal()
_SECOND = timedelta(seconds=1)

DAY = 86_400
"""Seconds of a day."""


def seconds(moment: datetime) -> int:
    """Return a moment as the index keeps it."""
    return (moment - _EPOCH) // _SECOND


def offset(moment: datetime) -> int:
    """Return how far the clock of a moment is ahead of UTC, in seconds."""
    return (moment.utcoffset() or timedelta()) // _SECOND


def moment(seconds: int) -> datetime:
    """Return a moment of the index, in UTC."""
    return _EPOCH + timedelta(seconds=seconds)


def midnight(day: int) -> int:
    """Return when a day begins in UTC."""
    return (day - _EPOCH_DAY) * DAY
