"""Text from outside: what it may hold, and how it is cleaned.

Text is data. A control character, a terminal escape or a bidirectional override in a bank could
move the cursor, recolour the screen or show an option in another order than it is stored, so none
gets past the place where text enters: readers of our own formats refuse it, readers of foreign
ones clean it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

UNSAFE = (
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # C0 without tab and newline, DEL, C1
    "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffc\U000e0000-\U000e007f"
)
"""The inside of a character class of what text may not hold.

Controls (ECMA-48), the bidirectional controls of Unicode Annex 9, line and paragraph separators,
invisible operators, soft hyphens and other fillers that make two texts differ which look the same,
interlinear annotation and tag characters (which can hide a message; the flags of England, Scotland
and Wales are the price). Joiners (U+200C, U+200D) stay: several scripts and emoji need them.
Written for `re` and for pydantic's regular expressions alike.
"""

MARKS = 8
"""How many combining marks may follow each other: no script needs more, and a pile of them covers
the lines above and below."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a page that is written may do in a browser (Content Security Policy, level 3): show itself.

Every text in it is escaped; this holds should one ever not be.
"""

# Compiled when first needed, by the cache of `re`: most text is plain, and a start pays for each.
_UNSAFE = f"[{UNSAFE}]"
_SURROGATE = "[\ud800-\udfff]"
_LINE_ENDS = "\r\n?|[\x0b\x0c\x85\u2028\u2029]"
_FIRST_MARK = "\u0300"
_MAYBE_MARKS = rf"[^\x00-\u02ff\s]{{{MARKS + 1},}}"

_CONTROLS = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\t": "TAB",
    "\n": "NEW LINE",
    "\r": "CARRIAGE RETURN",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


def first_unsafe(text: str) -> re.Match[str] | None:
    """Find the first character that text may not hold."""
    return None if _plain(text) else re.search(_UNSAFE, text)


def name_of(character: str) -> str:
    """Name a character so that a person can find it: its code point and Unicode name."""
    name = _CONTROLS.get(character) or unicodedata.name(character, "")
    if not name and unicodedata.category(character) == "Cc":
        name = "CONTROL"
    return f"U+{ord(character):04X} {name}".strip()


def first_pile(text: str) -> int | None:
    """Return where more than `MARKS` combining marks begin to follow each other, if they do."""
    for stretch in re.finditer(_MAYBE_MARKS, text):
        run = 0
        for at in range(stretch.start(), stretch.end()):
            run = run + 1 if _is_mark(text[at]) else 0
            if run > MARKS:
                return at - MARKS
    return None


def is_blank(text: str) -> bool:
    """Tell whether a text says nothing: it has no character but spaces and combining marks."""
    return all(character.isspace() or _is_mark(character) for character in text)


def clean(text: str) -> str:
    """Drop what text may not hold, compose accents (NFC) and trim; tabs and newlines stay.

    Whatever ends a line becomes a newline, and a pile of combining marks is cut to `MARKS`.
    """
    if _plain(text):
        return text.strip()
    text = re.sub(_LINE_ENDS, "\n", text)
    text = re.sub(_SURROGATE, "", re.sub(_UNSAFE, "", text))
    return re.sub(_MAYBE_MARKS, _cut_marks, unicodedata.normalize("NFC", text)).strip()


def one_line(text: str) -> str:
    """Clean `text` and fold every run of white space into one space."""
    return re.sub(r"\s+", " ", clean(text))


def _plain(text: str) -> bool:
    """Whether every character is printed and stands before the first mark: it may, and is NFC."""
    return text.isprintable() and (text.isascii() or max(text) < _FIRST_MARK)


def _is_mark(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] == "M" or (category == "Cn" and _is_later_mark(character))


@cache
def _is_later_mark(character: str) -> bool:
    """Ask the validator of banks, which knows a later Unicode than Python may do."""
    from pydantic_core import SchemaValidator, ValidationError, core_schema  # noqa: PLC0415 - rare

    try:
        SchemaValidator(core_schema.str_schema(pattern=r"^\p{M}$")).validate_python(character)
    except ValidationError:
        return False
    return True


def _cut_marks(stretch: re.Match[str]) -> str:
    kept: list[str] = []
    run = 0
    for character in stretch.group():
        run = run + 1 if _is_mark(character) else 0
        if run <= MARKS:
            kept.append(character)
    return "".join(kept)
