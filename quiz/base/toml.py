"""Parsing TOML that somebody else may have written."""

from __future__ import annotations

from typing import Any

LONGEST = 4300
"""Digits of the longest number that Python reads (`sys.int_info.default_max_str_digits`)."""

_DIGITS = frozenset("0123456789_")


class LongNumberError(ValueError):
    """A number has more digits than can be read."""


def loads(text: str) -> dict[str, Any]:
    """Parse a text as tomli does, but refuse a number without end before it is looked at.

    tomli takes more than a hundred bytes for each digit of it. Raises tomli.TOMLDecodeError,
    RecursionError, and LongNumberError where a number is longer than any that can be read.
    """
    import tomli  # noqa: PLC0415  # a start lists banks in a thread and may have none to parse

    if long_number(text) is not None:
        raise LongNumberError
    return tomli.loads(text)


def long_number(text: str) -> int | None:
    """Return where more digits follow each other than any number has; underscores count as well.

    Only every `LONGEST`th character need be looked at: none of so many digits lies between two.
    """
    for at in range(LONGEST - 1, len(text), LONGEST):
        if text[at] not in _DIGITS:
            continue
        first, last = at, at + 1
        while first and text[first - 1] in _DIGITS:
            first -= 1
        while last < len(text) and text[last] in _DIGITS and last - first <= LONGEST:
            last += 1
        if last - first > LONGEST:
            return first
    return None
