"""The command line: a thin function a command, each importing what it needs when it runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, TextIO

from quiz.base.errors import NothingToDo, QuizError
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

DONE, FINDINGS, WRONG = 0, 1, 2
ROUND = ("mode", "questions", "seconds", "category", "player", "seed", "ahead")
"""The options of a round, which the app remembers."""
UNSAID: dict[str, object] = {
    "chosen": [],
    "plain": False,
    "begin": False,
    "scores_path": None,
    "banks_folder": None,
    **dict.fromkeys(ROUND),
}
"""What holds where the command line says nothing: the app, as last used."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 nothing to do, 2 wrong use."""
    words = sys.argv[1:] if argv is None else argv
    _choose_language(words)
    # Whoever starts us may have closed any of the three.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that lacks a letter shows a question mark in its place, not a traceback.
            stream.reconfigure(errors="replace")
    try:
        status = _run(words)
        sys.stdout.flush()
    except QuizError as error:
        from quiz.base.text import clean

        print(f"newsquiz: {clean(str(error))}", file=sys.stderr)
        return FINDINGS if isinstance(error, NothingToDo) else WRONG
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        _drop_output()
        return DONE
    except OSError as error:
        from quiz.base.files import reason

        _drop_output()
        print(_("newsquiz: the output failed: {why}").format(why=reason(error)), file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return 128 + 2
    return status


def _choose_language(words: Sequence[str]) -> None:
    """Choose the language of the interface before the first message, the parser's own included."""
    from quiz.base.language import preferred, spoken, use
    from quiz.base.settings import load, settings_path

    use(preferred(spoken(words), kept=load(settings_path()).language))


def _run(words: Sequence[str]) -> int:
    if not words:
        # Most starts say nothing, and the parser is a fiftieth of such a start.
        return _play(SimpleNamespace(**UNSAID))  # type: ignore[arg-type]
    arguments = parser().parse_args(words)
    status: int = arguments.run(arguments)
    return status


def parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
    from quiz.options import build

    return build(RUN, UNSAID)


def _nowhere(mode: str) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]


def _drop_output() -> None:
    """Keep Python from complaining at exit of what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _scores_path(arguments: argparse.Namespace) -> Path:
    from quiz.scores.place import default_path

    chosen: Path | None = arguments.scores_path
    return chosen or default_path()


def _resolve(bank: str, folder: Path | None) -> Path:
    from quiz.banks.find import resolve

    return resolve(bank, folder)


def _play(arguments: argparse.Namespace) -> int:
    from quiz.base.settings import settings_path

    banks = tuple(
        dict.fromkeys(_resolve(name, arguments.banks_folder) for name in arguments.chosen)
    )
    options = {name: getattr(arguments, name) for name in ROUND}
    if arguments.plain or not (sys.stdin.isatty() and sys.stdout.isatty()):
        from quiz.plain_sitting import Wishes, sit

        return sit(
            Wishes(banks=banks, **options),
            folder=arguments.banks_folder,
            scores=_scores_path(arguments),
            settings=settings_path(),
        )
    from quiz.app.start import Launch, start

    return start(
        Launch(
            banks_folder=arguments.banks_folder,
            scores_path=_scores_path(arguments),
            settings_path=settings_path(),
            banks=banks,
            begin=arguments.begin,
            **options,
        )
    )


def _banks(arguments: argparse.Namespace) -> int:
    from quiz.banks.find import find_banks

    found = find_banks(arguments.banks_folder)
    width = max((len(bank.name) for bank in found), default=0)
    for bank in found:
        if bank.problem:
            print(f"{bank.name:{width}}  {bank.problem}")
            continue
        size = ngettext("{n} question", "{n} questions", bank.size).format(n=bank.size)
        print(f"{bank.name:{width}}  {bank.language}  {size:>13}  {bank.title}")
    if not found:
        print(_("There is no bank here."), file=sys.stderr)
        return FINDINGS
    return DONE


def _scores(arguments: argparse.Namespace) -> int:
    from quiz.scores.commands import run_scores

    return run_scores(arguments, _scores_path(arguments))


def _report(arguments: argparse.Namespace) -> int:
    from datetime import datetime

    from quiz.scores.report.commands import run_report

    return run_report(arguments, _scores_path(arguments), datetime.now().astimezone())


def _check(arguments: argparse.Namespace) -> int:
    from quiz.check.commands import run_check

    return run_check(arguments)


def _new(arguments: argparse.Namespace) -> int:
    from quiz.check.commands import run_new

    return run_new(arguments)


def _edit(arguments: argparse.Namespace) -> int:
    from quiz.app.start import edit

    path = _resolve(arguments.bank, arguments.banks_folder)
    return edit(path, arguments.banks_folder, _scores_path(arguments))


def _generate(arguments: argparse.Namespace) -> int:
    from quiz.generate.commands import run_generate

    return run_generate(arguments)


def _facts(arguments: argparse.Namespace) -> int:
    from quiz.generate.commands import run_facts

    return run_facts(arguments)


def _import(arguments: argparse.Namespace) -> int:
    from quiz.exchange.commands import run_import

    return run_import(arguments)


def _export(arguments: argparse.Namespace) -> int:
    from quiz.exchange.commands import run_export

    return run_export(arguments)


def _schema(_arguments: argparse.Namespace) -> int:
    import json

    from quiz.banks.schema import schema

    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return DONE


def _completion(arguments: argparse.Namespace) -> int:
    from quiz.base.completion import script

    print(script(parser(), arguments.shell))
    return DONE


RUN = {
    "play": _play,
    "banks": _banks,
    "scores": _scores,
    "report": _report,
    "check": _check,
    "new": _new,
    "edit": _edit,
    "generate": _generate,
    "facts": _facts,
    "import": _import,
    "export": _export,
    "schema": _schema,
    "completion": _completion,
}
"""The work of each command."""
