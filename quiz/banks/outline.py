"""What a list shows of a very large bank, read by its lines."""

from __future__ import annotations

import re
from typing import Any

from quiz.banks.load import parse_table
from quiz.banks.problems import BankError

# A line begins with the newline before it: `re` finds that far faster than `^`.
_FIRST_TABLE = re.compile(r"\n[ \t]*\[\[")
_QUESTION = re.compile(r"\n[ \t]*\[\[[ \t]*questions[ \t]*\]\]")
_STATUS = re.compile(r"\n[ \t]*status[ \t]*=(.*)")
_KNOWN_STATUS = re.compile(r"[ \t]*[\"'](draft|reviewed|retired)[\"'][ \t]*(?:#.*)?\r?")
_QUOTED_KEY = re.compile(r"\n[ \t]*[\"'][^\"'\n]*[\"'][ \t]*=|\n[ \t]*\[\[[ \t]*[\"']")


def outline(text: str, name: str) -> tuple[dict[str, Any], int] | None:
    """Return the keys before a bank's first table, and how many questions are not retired.

    Read by lines rather than parsed; None where that might miscount, as a line is what it
    seems only where no text runs over several lines and no key is quoted.
    """
    text = "\n" + text
    first = _FIRST_TABLE.search(text)
    if first is None or '"""' in text or "'''" in text or _QUOTED_KEY.search(text):
        return None
    try:
        head = parse_table(text[: first.start()], name)
    except BankError:
        return None
    known = [_KNOWN_STATUS.fullmatch(line) for line in _STATUS.findall(text)]
    if {"questions", "sources"} & head.keys() or not all(known):
        return None
    retired = sum(match is not None and match.group(1) == "retired" for match in known)
    return head, sum(1 for _line in _QUESTION.finditer(text)) - retired
