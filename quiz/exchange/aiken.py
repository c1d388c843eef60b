"""Aiken: a question on a line, an option a line with its letter, and `ANSWER: B`.

Facts: Moodle's `question/format/aiken/format.php`. Beyond it, a question or an option may go on
over the next lines, and letters may be small.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.decode import decode
from quiz.exchange.place import placed
from quiz.exchange.protocol import Format, Item, Option, Skipped, Writing, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_OPTION = re.compile(r"([A-Za-z])[).](?:[ \t]+(.*)|$)")
_ANSWER = re.compile(r"ANSWER:[ \t]*(.*)", re.IGNORECASE)
_LIKE = re.compile(r"^[ \t]*[A-Za-z][).][ \t].*\n\s*ANSWER:", re.MULTILINE | re.IGNORECASE)
_LETTERS = re.compile(r"[A-Za-z](?![^\W_])")
_FIRST = "A"


class _Open:
    """A question that is still being read."""

    def __init__(self) -> None:
        self.line = 0
        self.stem: list[str] = []
        self.options: list[list[str]] = []

    def is_option(self, line: str) -> re.Match[str] | None:
        """Match an option: its letter must be the next, so that "A. Smith" may begin a line."""
        found = _OPTION.match(line) if self.stem else None
        expected = chr(ord(_FIRST) + len(self.options))
        return found if found and found[1].upper() == expected else None

    def close(self, answer: str) -> Item | Skipped:
        stem = " ".join(self.stem)
        texts = [" ".join(option).strip() for option in self.options]
        letters = [letter.upper() for letter in _LETTERS.findall(answer.split(")", maxsplit=1)[0])]
        right = {ord(letter) - ord(_FIRST) for letter in letters}
        if reason := self._problem(texts, right, answer):
            return Skipped(self.line, excerpt(stem or answer), reason)
        options = tuple(Option(text, at in right) for at, text in enumerate(texts))
        return Item(line=self.line, prompt=stem, options=options)

    @staticmethod
    def _problem(texts: list[str], right: set[int], answer: str) -> str:
        if not texts:
            return _("it has no options: each is a line like A) Warsaw")
        if not right:
            return _("its ANSWER line names no letter: write it as in ANSWER: B")
        if not right <= set(range(len(texts))):
            return _("its answer {answer} is none of its options").format(answer=excerpt(answer))
        return ""


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of an Aiken file. Raises UnreadableError where it is no text."""
    now = _Open()
    for number, raw in enumerate(io.StringIO(decode(data)), 1):
        line = raw.strip()
        if not line:
            continue
        now.line = now.line or number
        if found := _ANSWER.match(line):
            yield now.close(found[1])
            now = _Open()
        elif found := now.is_option(line):
            now.options.append([found[2] or ""])
        elif now.options:
            now.options[-1].append(line)
        else:
            now.stem.append(line)
    if now.stem:
        yield Skipped(now.line, excerpt(" ".join(now.stem)), _("it has no ANSWER line"))


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as Aiken: its questions and options, which is all that Aiken holds."""
    parts: list[str] = []
    skipped: list[Skipped] = []
    for question in bank.questions:
        if _ANSWER.match(question.prompt) or len(question.prompt) < 2:
            reason = _("Aiken would not read its text as a question")
            skipped.append(Skipped(0, question.id, reason))
            continue
        options = placed(question, bank.language)
        lines = [f"{chr(ord(_FIRST) + at)}) {option}\n" for at, option in enumerate(options)]
        letter = chr(ord(_FIRST) + options.index(question.answer))
        parts.append(f"{question.prompt}\n{''.join(lines)}ANSWER: {letter}\n")
    return Writing("\n".join(parts).encode("utf-8"), len(parts), tuple(skipped))


def recognise(peek: Peek) -> bool:
    """Tell Aiken by a line with an answer after one with an option."""
    return bool(_LIKE.search(peek.text))


FORMAT = Format(
    name="aiken",
    title="Aiken",
    suffix=".txt",
    holds=frozenset(),
    recognise=recognise,
    read=read,
    write=write,
)
