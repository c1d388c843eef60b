"""The command `report`."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO

from quiz.banks.load import LARGEST
from quiz.base.errors import QuizError
from quiz.base.files import reason, write_atomically
from quiz.base.language import _, ngettext
from quiz.base.text import one_line
from quiz.scores.report.build import Wishes, build, find_bank, untold
from quiz.scores.report.classroom import Filter
from quiz.scores.report.files import find
from quiz.scores.report.verdicts import FEWEST

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from quiz.scores.report.data import Part
    from quiz.scores.report.models import Report

_AT_ONCE = 1024 * 1024
PATIENCE = 1.0
"""Seconds after which a person on a terminal is told how far the reading is."""

_PAGE = b"<!doctype html>"
_PARTS: tuple[Part, ...] = ("grades", "banks", "questions")


def run_report(arguments: argparse.Namespace, own: Path, now: datetime) -> int:
    """Print or write the report; 0 done, 1 no round found. Raises QuizError, nothing written then.

    `own` is the person's own score file, which is read where no file is named.
    """
    if arguments.html:
        _require_page(arguments.html)
    with _named(arguments.files or [str(own)]) as names:
        report = _report(names, arguments)
    for note in report.notes:
        print(f"newsquiz: {note}", file=sys.stderr)
    parts = (arguments.only,) if arguments.only else _PARTS
    if arguments.json:
        from quiz.scores.report.data import to_json  # noqa: PLC0415  # one form of four

        print(to_json(report))
    elif arguments.csv:
        from quiz.scores.report.data import to_csv  # noqa: PLC0415

        sys.stdout.write(to_csv(report, parts))
    elif report.rounds and arguments.html:
        _write_page(arguments.html, report, now)
    elif report.rounds:
        from quiz.scores.report.text import to_text  # noqa: PLC0415

        # What is piped on is not cut to the width of a screen it will not be shown on.
        known = sys.stdout.isatty() or "COLUMNS" in os.environ
        width = shutil.get_terminal_size().columns if known else None
        sys.stdout.write(to_text(report, parts, width))
    if not report.rounds:
        print(_("There is no round in these files to report on."), file=sys.stderr)
        return 1
    return 0


def _report(names: Sequence[str], arguments: argparse.Namespace) -> Report:
    wishes = Wishes(
        by=arguments.by,
        attempts=arguments.attempts,
        answers=arguments.answers,
        filter=Filter(bank=arguments.bank, mode=arguments.mode, since=arguments.since),
        merge=arguments.merge_names,
        fewest=max(2, arguments.fewest or FEWEST),
    )
    found = find(names)
    with _progress(len(found.paths)) as progress:
        return build(
            found, wishes, cache(lambda bank: find_bank(bank, arguments.banks_folder)), progress
        )


@contextmanager
def _named(files: Sequence[str]) -> Iterator[list[str]]:
    """Give the names of what to read, standard input as a file for as long as the block lasts."""
    if "-" not in files:
        yield list(files)
        return
    with tempfile.TemporaryDirectory() as folder:
        spooled = Path(folder, "stdin.toml")
        with spooled.open("wb") as target:
            _spool(sys.stdin.buffer, target)
        yield [str(spooled) if name == "-" else name for name in files]


def _spool(source: BinaryIO, target: BinaryIO) -> None:
    """Copy standard input, which may have no end. Raises QuizError beyond `LARGEST`."""
    size = 0
    while part := source.read(min(_AT_ONCE, LARGEST + 1 - size)):
        size += len(part)
        if size > LARGEST:
            message = _("{file} is larger than {size} MB: split it into several")
            told = message.format(file=_("standard input"), size=LARGEST // 1024 // 1024)
            raise QuizError(told)
        target.write(part)


class _Progress:
    """Says on a terminal how far the reading is, once it has taken a while."""

    def __init__(self, files: int) -> None:
        self._files = files
        self._start = monotonic()
        self._told = False

    def __call__(self, files: int, rounds: int) -> None:
        if monotonic() - self._start > PATIENCE:
            told = _("Reading file {n} of {files}: {rounds} rounds so far")
            line = told.format(n=files + 1, files=self._files, rounds=rounds)
            print(f"\r{line}\033[K", end="", file=sys.stderr, flush=True)
            self._told = True

    def wipe(self) -> None:
        if self._told:
            print("\r\033[K", end="", file=sys.stderr, flush=True)


@contextmanager
def _progress(files: int) -> Iterator[Callable[[int, int], None]]:
    if not sys.stderr.isatty():
        yield untold
        return
    progress = _Progress(files)
    try:
        yield progress
    finally:
        progress.wipe()


def _require_page(name: str) -> None:
    """Make sure that nothing but a page is overwritten: a pattern may stand where its name should.

    Raises QuizError.
    """
    try:
        with Path(name).open("rb") as file:
            start = file.read(len(_PAGE))
    except (OSError, ValueError):
        return  # it is not there, or writing it will say what is wrong
    if start and start.lower() != _PAGE:
        told = _("{file} is there already and is no page: say --html FILE with another name.")
        raise QuizError(told.format(file=one_line(name)))


def _write_page(name: str, report: Report, now: datetime) -> None:
    from quiz.scores.report.page import to_html  # noqa: PLC0415

    page = to_html(report, now)
    if name == "-":
        sys.stdout.write(page)
        return
    try:
        write_atomically(Path(name), page.encode())
    except OSError as error:
        told = _("{file} could not be written: {reason}.")
        raise QuizError(told.format(file=one_line(name), reason=reason(error))) from None
    told = ngettext("{file}: {n} pupil", "{file}: {n} pupils", len(report.pupils))
    print(told.format(file=one_line(name), n=len(report.pupils)), file=sys.stderr)
