"""Times of day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.date_rules import Found, found, rule
from quiz.languages.when import CLOCK

if TYPE_CHECKING:
    from quiz.languages.date_context import Context


def _read_hour(m: re.Match[str], _: Context) -> list[Found]:
    """Read a time of day: "15:11 GMT", "7.30 pm", "10 o'clock"."""
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    half = re.sub(r"[^a-z]", "", (m["half"] or "").lower())
    if half and not 1 <= hour <= 12:
        return []
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not (m["clock"] or ":" in m.group()):
        return []
    return _clock(m, hour, minute)


def _read_four(m: re.Match[str], _: Context) -> list[Found]:
    """Read "0630 GMT"."""
    return _clock(m, int(m["hour"]), int(m["minute"]))


def _read_noon(m: re.Match[str], _: Context) -> list[Found]:
    """Read "noon", "midday" and "midnight"."""
    return _clock(m, 0 if m.group().lower() == "midnight" else 12, 0)


def _clock(m: re.Match[str], hour: int, minute: int) -> list[Found]:
    return found(m, CLOCK, f"T{hour:02}:{minute:02}") if hour < 24 and minute < 60 else []


_ZONE = (
    r"(?-i:\s*\(?(?:GMT|UTC|BST|CET|CEST|EST|EDT|CST|CDT|"
    r"MST|MDT|PST|PDT|ET|PT|IST|AEST|AEDT|JST)\b\)?)"
)

RULES = (
    rule(
        rf"\b(?<![\d.,:$£€-])(?P<hour>[012]?\d)(?:[:.](?P<minute>[0-5]\d))?(?:\s*(?P<half>[ap]\.m\."
        rf"|[ap]m\b)|\s*(?P<clock>o['’]clock\b))?(?:{_ZONE})?(?![\d%]|[,.:]\d)",
        r"\d:\d\d|\d\s*[ap]\.?m\b|o['’]clock",
        _read_hour,
    ),
    rule(
        rf"(?<!\d)(?P<hour>[012]\d)(?P<minute>[0-5]\d)(?:{_ZONE}|\s+hours\b)",
        r"\d{4}\s*(?:\(?[a-z]{2,4}\b|hours)",
        _read_four,
    ),
    rule(r"(?<=\bat\s)(?:noon|midday|midnight)\b", r"\bat (?:noon|midday|midnight)", _read_noon),
)
"""In the order of their claims."""
