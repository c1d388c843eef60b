"""Texts that try to do more than be read, and what of them must never reach a terminal."""

from __future__ import annotations

from typing import NamedTuple


class Attempt(NamedTuple):
    """A text, and the bytes of it that a terminal would act on or hide."""

    name: str
    text: str
    bytes: bytes


_CODES = {
    "colour": "\x1b[7;31m",
    "cursor": "\x1b[99;137H",
    "title": "\x1b]0;taken over\x07",
    "link": "\x1b]8;;https://taken.example\x1b\\",
    "clipboard": "\x1b]52;c;dGFrZW4=\x07",
    "reset": "\x1bc",
    "device control": "\x1bP1$r0m\x1b\\",
    "C1 sequence": "\x9b7;31m",
    "C1 command": "\x9d0;taken over\x9c",
    "NUL": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "delete": "\x7f",
    "carriage return": "\r",
    "override of direction": "\u202e",
    "isolate": "\u2066",
    "mark of direction": "\u200f",
    "zero-width space": "\u200b",
    "byte order mark": "\ufeff",
    "line separator": "\u2028",
    "tag": "\U000e0041",
}
REFUSED = (
    *(Attempt(name, f"be{code}ware", code.encode()) for name, code in _CODES.items()),
    Attempt("marks without end", "be" + "\u0301" * 40 + "ware", "\u0301".encode() * 9),
)
"""What no bank may hold."""

SHOWN = (
    "[bold red]beware[/]",
    "[@click=app.quit]beware[/]",
    "[link=https://taken.example]beware[/link]",
    "[/] [/bold] [[beware]] \\[beware]",
    "{beware} %s %(beware)s {0.__class__}",
    "<b>beware</b> &amp; &#27;[31m",
    "\\u001b[31mbeware \\x1b[0m ^[[31m",
    "=1+1 beware",
    "אבג beware דהו",
    "مرحبا beware",
    "漢字かな beware",
    "👩‍👩‍👧 🇵🇱 ❤️ beware",
    "e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308 beware",
)
"""What is odd to look at and does no harm; `beware` stands in each."""
