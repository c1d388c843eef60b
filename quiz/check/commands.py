"""The commands `check` and `new`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.find import resolve
from quiz.banks.load import LARGEST, decode, read_text, require_sane
from quiz.banks.problems import BankError
from quiz.banks.read import parse_bank
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.check.engine import check_banks, skipped
from quiz.check.finding import Severity
from quiz.check.report import as_json, as_line, locate
from quiz.check.sources import read_sources
from quiz.languages.words import missing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from quiz.banks.models import Bank
    from quiz.check.report import Located

CLEAN, FOUND, UNREADABLE = 0, 1, 2


def run_check(arguments: argparse.Namespace) -> int:
    """Print findings or pages; QuizError where neither is asked for, or there is no such rule."""
    if arguments.explain is not None:
        from quiz.check.pages import listing, page  # noqa: PLC0415 - no check needs a page

        print(page(arguments.explain) if arguments.explain else listing())
        return CLEAN
    if not arguments.checked:
        raise QuizError(
            _("say which bank to check, as in: newsquiz check my-bank.toml (or: --explain)")
        )
    read: list[tuple[Bank, str, str, Path]] = []
    unreadable = False
    for name in dict.fromkeys(arguments.checked):
        try:
            read.append(_read(name, arguments.banks_folder))
        except QuizError as error:
            unreadable = True
            print(
                f"newsquiz: {error}" if not isinstance(error, BankError) else error, file=sys.stderr
            )
    findings = check_banks([(bank, read_sources(bank, folder)) for bank, _t, _f, folder in read])
    located = [
        one
        for (bank, text, file, _folder), found in zip(read, findings, strict=True)
        for one in locate(found, bank, text, file)
    ]
    if arguments.format == "json":
        print(as_json(located))
    else:
        for one in located:
            print(as_line(one))
    sys.stdout.flush()
    _say_what_was_left_out([bank for bank, *_rest in read])
    if read and arguments.format == "text":
        print(_summary(located, [bank for bank, *_rest in read]), file=sys.stderr)
    if unreadable:
        return UNREADABLE
    return FOUND if located else CLEAN


def _from_stdin() -> bytes:
    data = sys.stdin.buffer.read(LARGEST + 1)
    require_sane(data, "<stdin>")
    return data


def _read(name: str, folder: Path | None) -> tuple[Bank, str, str, Path]:
    """Return a bank, its text, what to call its file, and the folder that sources lie in."""
    if name == "-":
        file, text, beside = "<stdin>", decode(_from_stdin(), "<stdin>"), Path()
    else:
        path = resolve(name, folder)
        file, text, beside = str(path), read_text(path), path.parent
    return parse_bank(text, file), text.removeprefix("\ufeff"), file, beside


def _say_what_was_left_out(banks: Sequence[Bank]) -> None:
    for language in sorted({bank.language for bank in banks}):
        rules, why = skipped(language), missing(language)
        if rules and why is not None:
            message = _("newsquiz: {why}. Left out without it: {rules}.")
            codes = ", ".join(f"{rule.code} ({rule.name})" for rule in rules)
            print(message.format(why=why, rules=codes), file=sys.stderr)


def _summary(located: Sequence[Located], banks: Sequence[Bank]) -> str:
    count = sum(len(bank.playable()) for bank in banks)
    checked = ngettext("{n} question checked", "{n} questions checked", count).format(n=count)
    if not located:
        return _("{checked}, nothing found.").format(checked=checked)
    of = {one: sum(at.finding.severity is one for at in located) for one in Severity}
    errors, warnings, advice = of.values()
    parts = (
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice),
    )
    return _("{checked}: {parts}. Why, and how else: newsquiz check --explain {code}").format(
        checked=checked, parts=", ".join(parts), code=located[0].finding.code
    )


def run_new(arguments: argparse.Namespace) -> int:
    """Write the template of a bank; QuizError where a file is there or the system refuses."""
    from quiz.banks.template import begin_bank  # noqa: PLC0415 - no check begins a bank

    made = begin_bank(Path(arguments.bank), arguments.language)
    told = _("{file} is begun: write on in any editor, then: newsquiz check {file}")
    print(told.format(file=made), file=sys.stderr)
    return CLEAN
