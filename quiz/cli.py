"""The command line: a thin function a command, each importing what it needs when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from quiz import __version__
from quiz.base.errors import NothingToDo, QuizError
from quiz.base.language import _, ngettext, use
from quiz.base.vocabulary import CATEGORIES, MODES

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FINDINGS, WRONG = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 nothing to do, 2 wrong use."""
    use()
    # Whoever starts us may have closed any of the three.
    sys.stdin = sys.stdin or _nowhere("r")
    sys.stdout = sys.stdout or _nowhere("w")
    sys.stderr = sys.stderr or _nowhere("w")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console that lacks a letter shows a question mark in its place, not a traceback.
            stream.reconfigure(errors="replace")
    words = sys.argv[1:] if argv is None else argv
    # Most starts say nothing, and the parser is a fiftieth of such a start.
    arguments = parser().parse_args(words) if words else argparse.Namespace(**_unsaid())
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except QuizError as error:
        print(f"newsquiz: {error}", file=sys.stderr)
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


def _nowhere(mode: str) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]


def _drop_output() -> None:
    """Keep Python from complaining at exit of what could not be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        hint = _("`{command} --help` shows how it is used.").format(command=self.prog)
        self.exit(WRONG, f"{self.prog}: {message}. {hint}\n")


def parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
    from quiz.check.options import add_check, add_new
    from quiz.exchange.options import add_export, add_import
    from quiz.generate.options import add_facts, add_generate
    from quiz.scores.options import add_scores
    from quiz.scores.report.options import add_report

    top = _Parser(
        prog="newsquiz",
        description=_(
            "A terminal game that teaches what is in the news. Without a command it opens the app."
        ),
        epilog=_(
            "Examples:\n"
            "  newsquiz                                     open the app\n"
            "  newsquiz play korea-russia-2025 --mode exam  one round without feedback\n"
            "  newsquiz play --plain --questions 5          line by line, for a screen reader\n"
            "  newsquiz edit my-bank.toml                   its questions, to be edited\n"
            "  newsquiz scores --csv > history.csv          every round ever played\n"
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"newsquiz {__version__}")
    _everywhere(top, None)
    top.set_defaults(**_unsaid())
    commands = top.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    _add_play(commands)
    _command(commands, "banks", _banks, _("list the banks that can be played"))
    add_scores(_command(commands, "scores", _scores, _("print every round that was played")))
    add_report(
        _command(
            commands, "report", _report, _("grades and an item analysis from a class's score files")
        )
    )
    add_check(_command(commands, "check", _check, _("check banks by the rules of good questions")))
    add_new(_command(commands, "new", _new, _("begin a bank from a commented template")))
    edit = _command(commands, "edit", _edit, _("edit the questions of a bank in the app"))
    edit.add_argument("bank", metavar="BANK", help=_("its file, or a name `newsquiz banks` lists"))
    add_generate(_command(commands, "generate", _generate, _("draft a bank from Polish articles")))
    add_facts(_command(commands, "facts", _facts, _("print the facts found in Polish articles")))
    add_import(_command(commands, "import", _import, _("make a bank of another program's file")))
    add_export(
        _command(commands, "export", _export, _("write a bank for another program or paper"))
    )
    _command(
        commands,
        "schema",
        _schema,
        _("print the JSON Schema of a bank, for editors that complete and check TOML"),
    )
    return top


def _unsaid() -> dict[str, Any]:
    """Return what holds where the command line says nothing: the app, as last used."""
    return {
        "run": _play,
        "chosen": [],
        "plain": False,
        "begin": False,
        "scores_path": None,
        "banks_folder": None,
        **dict.fromkeys(_ROUND_OPTIONS),
    }


_ROUND_OPTIONS = ("mode", "questions", "seconds", "category", "player", "seed", "ahead")


def _add_play(commands: argparse._SubParsersAction[_Parser]) -> None:
    from quiz.base.arguments import at_least_one

    play = _command(commands, "play", _play, _("play a round"))
    play.description = _(
        "Play a round on one or more banks. What is not said here is as you last chose it in the "
        "app. Without a terminal, as in a pipe, the round runs in plain mode by itself."
    )
    play.set_defaults(begin=True)
    play.add_argument(
        "chosen", nargs="*", metavar="BANK", help=_("the name or path of a bank (see: banks)")
    )
    play.add_argument(
        "--mode",
        choices=MODES,
        help=_(
            "timed; relaxed: no clock; exam: no feedback until the end; "
            "mistakes: what you got wrong, until it is right twice running; "
            "review: what is due before you forget it, of all banks where none is named"
        ),
    )
    play.add_argument("--questions", type=at_least_one, metavar="N", help=_("how many questions"))
    play.add_argument("--seconds", type=at_least_one, metavar="S", help=_("time for each question"))
    play.add_argument("--category", choices=CATEGORIES, help=_("only questions of this kind"))
    play.add_argument("--player", metavar="NAME", help=_("whose round it is"))
    play.add_argument(
        "--ahead",
        action="store_const",
        const=True,
        help=_("in review, also what is not due yet: the soonest first"),
    )
    play.add_argument(
        "--seed", type=int, metavar="N", help=_("the same number gives the same round again")
    )
    play.add_argument(
        "--plain", action="store_true", help=_("line by line, for screen readers and pipes")
    )


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    run: object,
    summary: str,
) -> _Parser:
    command = commands.add_parser(
        name, help=summary, description=f"{summary[:1].upper()}{summary[1:]}."
    )
    # An option that was given before the command must not be undone by the command's default.
    _everywhere(command, argparse.SUPPRESS)
    command.add_argument("--version", action="version", version=f"newsquiz {__version__}")
    command.set_defaults(run=run)
    return command


def _everywhere(to: argparse.ArgumentParser, default: str | None) -> None:
    to.add_argument(
        "--scores",
        type=Path,
        metavar="FILE",
        dest="scores_path",
        default=default,
        help=_("the score file (else NEWSQUIZ_SCORES, else in your data folder)"),
    )
    to.add_argument(
        "--banks",
        type=Path,
        metavar="DIR",
        dest="banks_folder",
        default=default,
        help=_("the folder of banks (else your own and those that came with the game)"),
    )


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
    options = {name: getattr(arguments, name) for name in _ROUND_OPTIONS}
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
