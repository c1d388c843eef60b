"""What is left of a damaged bank: its head and every question that is whole and in order.

A full disk, a power failure or another program may have cut a bank off anywhere. Like the score
file it is cut into pieces at the lines that begin a question, and damage in one costs no other.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.banks.load import parse_table
from quiz.banks.problems import BankError
from quiz.banks.read import examine

_QUESTION = re.compile(r"^[ \t]*\[\[[ \t]*questions[ \t]*\]\]", re.MULTILINE)
_TORN = re.compile(r"^[ \t]*\[[^\n]*\Z", re.MULTILINE)  # the line that begins one, cut off


class Salvaged(NamedTuple):
    """A bank made of what could be read, and how many questions that is."""

    text: str
    kept: int
    lost: int


def salvage(data: bytes) -> Salvaged | None:
    """Return what is left of a bank; None where that is nothing, or nothing is wrong with it."""
    # A power failure leaves zeros at an end; what is no UTF-8 becomes what is no TOML either.
    text = data.rstrip(b"\0").decode("utf-8", "surrogateescape")
    starts = [found.start() for found in _QUESTION.finditer(text)]
    if not starts:
        return None
    head = text[: starts[0]]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    if _TORN.search(pieces[-1]) and not _is_table(pieces[-1]):
        pieces[-1:] = [_TORN.sub("", pieces[-1]), ""]
    kept = [piece for piece in pieces if _is_table(piece)]
    while kept:
        whole = head + "".join(kept)
        try:
            bank, findings = examine(parse_table(whole.removeprefix("\ufeff"), ""))
        except BankError:
            return None
        if bank is not None:
            lost = len(pieces) - len(kept)
            return Salvaged(whole, len(kept), lost) if whole.encode() != data else None
        wrong = {
            finding.path[1]
            for finding in findings
            if finding.path[:1] == ("questions",) and len(finding.path) > 1
        }
        if not wrong:
            return None
        kept = [piece for at, piece in enumerate(kept) if at not in wrong]
    return None


def _is_table(piece: str) -> bool:
    try:
        return bool(parse_table(piece, ""))
    except BankError:
        return False
