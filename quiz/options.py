"""The command line as it is written: its commands, their options, and the help on them.

A part that has a command of its own names the options of it in an `options.py`; the rest is here.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from quiz import __version__
from quiz.base.arguments import at_least_one, translate_parser
from quiz.base.completion import SHELLS
from quiz.base.language import OPTION, VARIABLE, _
from quiz.base.text import one_line
from quiz.base.vocabulary import CATEGORIES, LANGUAGES, MODES
from quiz.check.options import add_check, add_new
from quiz.exchange.options import add_export, add_import
from quiz.generate.options import add_facts, add_generate
from quiz.scores.options import add_scores
from quiz.scores.report.options import add_report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Run = Callable[[argparse.Namespace], int]

WRONG = 2
"""The exit status after wrong use."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        hint = _("`{command} --help` shows how it is used.").format(command=self.prog)
        self.exit(WRONG, f"{self.prog}: {one_line(message)}. {hint}\n")


def build(run: Mapping[str, Run], unsaid: Mapping[str, object]) -> argparse.ArgumentParser:
    """Build the parser of the whole command line.

    `run` has the work of each command by its name, `unsaid` what holds where no command is given.
    """
    translate_parser()
    top = _Parser(
        prog="newsquiz",
        description=_(
            "A terminal game that teaches what is in the news. Without a command it opens\nthe app."
        ),
        epilog=_(
            "Examples:\n"
            "  newsquiz                                     open the app\n"
            "  newsquiz play korea-russia-2025 --mode exam  one round without feedback\n"
            "  newsquiz play --plain --questions 5          line by line, for a screen reader\n"
            "  newsquiz generate article.txt -o bank.toml   draft questions from an article\n"
            "  newsquiz edit bank.toml                      review and edit them\n"
            "  newsquiz scores --csv > history.csv          every round ever played\n"
            "  newsquiz report class/ --html class.html     how a class did, and its questions\n"
            "\n"
            "`newsquiz COMMAND --help` explains a command.\n"
            "\n"
            "A BANK is a file or a name that `newsquiz banks` lists; - is standard input or\n"
            "output. Results go to standard output, messages to standard error.\n"
            "\n"
            "Environment:\n"
            "  NEWSQUIZ_SCORES    the score file, where --scores does not say it\n"
            "  NEWSQUIZ_LANGUAGE  pl or en, where --interface-language does not say it\n"
            "  NEWSQUIZ_NO_MOUSE  anything: the mouse is left to the terminal, to select text\n"
            "  NO_COLOR           anything: no colours\n"
            "\n"
            "Exit status: 0 done, 1 findings or nothing to do, 2 wrong use or unreadable input."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _everywhere(top, None)
    top.set_defaults(run=run["play"], **unsaid)
    commands = top.add_subparsers(title=_("commands"), metavar=_("COMMAND"))
    for name, (summary, add) in _commands().items():
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[:1].upper()}{summary[1:]}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        # An option that was given before the command must not be undone by its default.
        _everywhere(command, argparse.SUPPRESS)
        command.set_defaults(run=run[name])
        add(command)
    return top


def _commands() -> dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]]:
    """Return a line on each command, and what adds its options."""
    return {
        "play": (_("play a round"), _add_play),
        "banks": (_("list the banks that can be played"), _add_banks),
        "scores": (_("print every round that was played"), add_scores),
        "report": (_("grades and an item analysis from a class's score files"), add_report),
        "check": (_("check banks by the rules of good questions"), add_check),
        "new": (_("begin a bank from a commented template"), add_new),
        "edit": (_("edit the questions of a bank in the app"), _add_edit),
        "generate": (_("draft a bank from articles"), add_generate),
        "facts": (_("print the facts found in articles"), add_facts),
        "import": (_("make a bank of another program's file"), add_import),
        "export": (_("write a bank for another program or paper"), add_export),
        "schema": (
            _("print the JSON Schema of a bank, for editors that complete and check TOML"),
            _add_schema,
        ),
        "completion": (_("print a script that completes commands in a shell"), _add_completion),
    }


def _add_play(play: argparse.ArgumentParser) -> None:
    play.description = _(
        "Play a round on one or more banks. What is not said here is as you last chose it\n"
        "in the app. Without a terminal, as in a pipe, the round runs in plain mode by\n"
        "itself."
    )
    play.epilog = _(
        "Examples:\n"
        "  newsquiz play                               the bank and mode you chose last\n"
        "  newsquiz play korea-russia-2025 --mode exam\n"
        "  newsquiz play my.toml other.toml --category dates --questions 10\n"
        "  newsquiz play --mode review                 what is due today, of all banks\n"
        "  newsquiz play --mode review --ahead         and what is due next\n"
        "  yes 1 | newsquiz play --plain --player Robot --seed 1\n"
        "\n"
        "Exit status: 0 done, 1 nothing to ask, 2 wrong use or unreadable input."
    )
    play.set_defaults(begin=True)
    play.add_argument(
        "chosen", nargs="*", metavar=_("BANK"), help=_("the name or path of a bank (see: banks)")
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
    play.add_argument("--player", metavar=_("NAME"), help=_("whose round it is"))
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


def _add_banks(banks: argparse.ArgumentParser) -> None:
    banks.description = _(
        "List the banks that can be played: name, language, number of questions and title.\n"
        "A bank with a mistake is listed with what is wrong with it."
    )
    banks.epilog = _(
        "Examples:\n"
        "  newsquiz banks\n"
        "  newsquiz banks --banks ~/lessons    those in a folder of yours\n"
        "\n"
        "Exit status: 0 done, 1 there is no bank."
    )


def _add_edit(edit: argparse.ArgumentParser) -> None:
    edit.description = _(
        "Edit the questions of a bank in the app: review drafts beside their article, write\n"
        "new ones, check them, and see them as a player will. Every change is saved at once;\n"
        "remarks and layout of a file written by hand stay as they are."
    )
    edit.epilog = _(
        "Examples:\n"
        "  newsquiz edit my-bank.toml\n"
        "  newsquiz edit korea-russia-2025    a bank of the game: a copy is edited"
    )
    edit.add_argument(
        "bank", metavar=_("BANK"), help=_("its file, or a name `newsquiz banks` lists")
    )


def _add_schema(schema: argparse.ArgumentParser) -> None:
    schema.epilog = _(
        "Examples:\n"
        "  newsquiz schema > bank.schema.json\n"
        "Then let the first line of a bank be:\n"
        "  #:schema ./bank.schema.json"
    )


def _add_completion(completion: argparse.ArgumentParser) -> None:
    completion.epilog = _(
        "Once for your shell:\n"
        "  newsquiz completion bash > ~/.local/share/bash-completion/completions/newsquiz\n"
        "  newsquiz completion zsh > ~/.zfunc/_newsquiz      # a folder of your fpath\n"
        "  newsquiz completion fish > ~/.config/fish/completions/newsquiz.fish\n"
        "  newsquiz completion powershell >> $PROFILE\n"
        "The Tab key then completes commands, options, names of banks and files."
    )
    completion.add_argument("shell", choices=SHELLS, help=_("the shell that is to complete"))


def _everywhere(to: argparse.ArgumentParser, default: str | None) -> None:
    to.add_argument(
        "--version", action="version", version=f"newsquiz {__version__}", help=_("show the version")
    )
    to.add_argument(
        "--scores",
        type=Path,
        metavar=_("FILE"),
        dest="scores_path",
        default=default,
        help=_("the score file (else NEWSQUIZ_SCORES, else in your data folder)"),
    )
    to.add_argument(
        "--banks",
        type=Path,
        metavar=_("DIR"),
        dest="banks_folder",
        default=default,
        help=_("the folder of banks (else your own and those that came with the game)"),
    )
    to.add_argument(
        OPTION,
        choices=LANGUAGES,
        default=default,
        help=_("the language of the interface (else {variable}, else as in the app)").format(
            variable=VARIABLE
        ),
    )
