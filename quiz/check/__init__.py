"""The rules of good questions: which of them a question, a bank or several banks break.

`check_question` is for a form while one types, `check_bank` and `check_banks` for files,
`acceptable` for a question that is in no bank yet. None of them touches a file.
"""

from __future__ import annotations

from quiz.check.engine import acceptable, check_bank, check_banks, check_question, skipped
from quiz.check.finding import Finding, Severity
from quiz.check.quotes import SourceText
from quiz.check.rule import Rule
from quiz.check.rules import RULES

__all__ = [
    "RULES",
    "Finding",
    "Rule",
    "Severity",
    "SourceText",
    "acceptable",
    "check_bank",
    "check_banks",
    "check_question",
    "skipped",
]
