"""The commands `import` and `export`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.load import LARGEST
from quiz.banks.problems import unwritable
from quiz.base.errors import NothingToDo, QuizError
from quiz.base.files import reason, require_file, write_atomically
from quiz.base.language import _, ngettext, quoted
from quiz.base.text import one_line
from quiz.exchange.protocol import Skipped, UnreadableError, Wishes, most_in

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.protocol import Format, Item

_PROGRESS = 1000


def run_import(arguments: argparse.Namespace) -> int:
    """Write a bank. Raises NothingToDo if no question can be taken over, else QuizError."""
    from quiz.exchange.assemble import Origin, assemble  # noqa: PLC0415
    from quiz.exchange.formats import by_name, recognise  # noqa: PLC0415

    _require_free(arguments.output, force=arguments.force)
    data, name = _read(arguments.file)
    try:
        known = by_name(arguments.format) if arguments.format else recognise(data, name)
        assert known.read  # noqa: S101 - all of those that are offered do
        origin = Origin(
            title=arguments.title or Path(name).stem,
            description=_("Imported from {file} ({format}).").format(
                file=Path(name).name, format=known.title
            ),
            language=arguments.language,
        )
        bank, skipped, told = assemble(_counted(known.read(data)), origin, most_in(len(data)))
    except UnreadableError as error:
        raise QuizError(f"{name}: {error}") from None
    _report(skipped, _("skipped"), name)
    _report(told, _("note"), name)
    if not bank.questions:
        raise NothingToDo(_("{file}: no question could be imported").format(file=name))
    _save_bank(bank, arguments.output, force=arguments.force)
    _sum_up(arguments.output, len(bank.questions), len(skipped), known)
    return 0


def run_export(arguments: argparse.Namespace) -> int:
    """Write a foreign file. Raises NothingToDo if no question fits into it, else QuizError."""
    from quiz.exchange.formats import write  # noqa: PLC0415

    known = _chosen(arguments.format, arguments.output)
    _require_free(arguments.output, force=arguments.force)
    wishes = Wishes(
        seed=arguments.seed, variants=arguments.variants, key=arguments.key, now=time.time()
    )
    done = write(known, _bank(arguments), wishes)
    _report(done.skipped, _("skipped"))
    if done.too_long and not arguments.leave_out:
        _report(done.too_long, _("error"))
        count = len(done.too_long)
        message = ngettext(
            "{n} question is too long for {format}: shorten it, or add --leave-out",
            "{n} questions are too long for {format}: shorten them, or add --leave-out",
            count,
        )
        raise QuizError(message.format(n=count, format=known.title))
    _report(done.too_long, _("skipped"))
    if not done.written:
        raise NothingToDo(_("no question of the bank can be written in this format"))
    _say(done.told)
    _save(done.data, arguments.output)
    _sum_up(arguments.output, done.written, len(done.skipped) + len(done.too_long), known)
    return 0


def _chosen(name: str | None, output: str) -> Format:
    from quiz.exchange.formats import by_name, by_suffix  # noqa: PLC0415

    if name:
        return by_name(name)
    fitting = by_suffix(output)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(known.name for known in fitting)
        message = _("{file} may be in one of several formats: say --to with {names}")
        raise QuizError(message.format(file=one_line(output), names=names))
    message = _("the name {file} does not say the format: say it with --to")
    raise QuizError(message.format(file=one_line(output)))


def _bank(arguments: argparse.Namespace) -> Bank:
    from quiz.banks.find import resolve  # noqa: PLC0415
    from quiz.banks.load import decode  # noqa: PLC0415
    from quiz.banks.read import parse_bank, read_bank  # noqa: PLC0415

    if arguments.bank == "-":
        data, name = _read("-")
        return parse_bank(decode(data, name), name)
    return read_bank(resolve(arguments.bank, arguments.banks_folder))


def _read(file: str) -> tuple[bytes, str]:
    """Read a file or standard input, and return what messages call it. Raises QuizError."""
    name = _("standard input") if file == "-" else one_line(file)
    try:
        if file == "-":
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            path = Path(file)
            require_file(path)
            with path.open("rb") as opened:
                data = opened.read(LARGEST + 1)
    except OSError as error:
        message = _("{file} cannot be read: {reason}")
        raise QuizError(message.format(file=name, reason=reason(error))) from None
    except ValueError:
        raise QuizError(_("{file}: this is no file name").format(file=name)) from None
    if len(data) > LARGEST:
        message = _("{file} is larger than {size} MB: split it into several")
        raise QuizError(message.format(file=name, size=LARGEST // 1024 // 1024))
    return data, name


def _require_free(output: str, *, force: bool) -> None:
    try:
        taken = output != "-" and not force and Path(output).exists()
    except ValueError:
        raise QuizError(_("{file}: this is no file name").format(file=one_line(output))) from None
    except OSError as error:
        raise unwritable(output, error) from None
    if taken:
        message = _("{file} is there already; add --force to overwrite it")
        raise QuizError(message.format(file=one_line(output)))


def _save_bank(bank: Bank, output: str, *, force: bool) -> None:
    from quiz.banks.read import parse_bank  # noqa: PLC0415
    from quiz.banks.write import dumps, write_bank  # noqa: PLC0415

    if output != "-":
        write_bank(Path(output), bank, overwrite=force)
        return
    text = dumps(bank)
    parse_bank(text, _("standard output"))
    _print(text.encode("utf-8"))


def _save(data: bytes, output: str) -> None:
    if output == "-":
        _print(data)
        return
    try:
        write_atomically(Path(output), data)
    except OSError as error:
        raise unwritable(output, error) from None


def _print(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _counted(found: Iterator[Item | Skipped]) -> Iterator[Item | Skipped]:
    """Count along on a terminal: a large file takes a while."""
    shown = sys.stderr.isatty()
    number = 0
    for number, one in enumerate(found, 1):
        if shown and not number % _PROGRESS:
            count = ngettext("{n} question", "{n} questions", number).format(n=number)
            print(f"\r{count}\033[K", end="", file=sys.stderr)
        yield one
    if shown and number >= _PROGRESS:
        print("\r\033[K", end="", file=sys.stderr)


def _report(questions: Iterable[Skipped], how: str, file: str = "") -> None:
    for line, what, why in questions:
        place = f"{file}:{line}" if line else file
        begin = f"{place}: " if place else ""
        name = f" {quoted(what)}" if what else ""
        print(f"{begin}{how}{name}: {one_line(why)}", file=sys.stderr)


def _say(told: Iterable[str]) -> None:
    for line in told:
        print(f"{_('note')}: {line}", file=sys.stderr)


def _sum_up(output: str, count: int, skipped: int, known: Format) -> None:
    name = _("standard output") if output == "-" else one_line(output)
    told = ngettext("{file}: {n} question ({format})", "{file}: {n} questions ({format})", count)
    line = told.format(file=name, n=count, format=known.title)
    if skipped:
        line += ngettext(", {n} skipped", ", {n} skipped", skipped).format(n=skipped)
    print(line, file=sys.stderr)
