"""The command `scores`: print the history, check the file, rewrite it."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.scores.errors import ScoreError, listed, shown

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from quiz.scores.models import Played


def run_scores(arguments: argparse.Namespace, path: Path) -> int:
    """Do what the options say; return the exit status. Raises QuizError."""
    narrowed = any(getattr(arguments, name) is not None for name in ("since", "player", "bank"))
    if (arguments.verify or arguments.compact) and narrowed:
        raise QuizError(_("--verify and --compact are about the whole file: leave the others out."))
    if arguments.verify:
        return _verify(path)
    if arguments.compact:
        return _compact(path)
    return _print(arguments, path)


def _verify(path: Path) -> int:
    from quiz.scores.care import told, verify  # noqa: PLC0415  # a list of rounds needs it not

    finding = verify(path)
    print("\n".join(told(finding, path)))
    return 1 if finding.problems or finding.doubts else 0


def _compact(path: Path) -> int:
    from quiz.scores.care import compact  # noqa: PLC0415  # a list of rounds needs it not

    done = compact(path, datetime.now().astimezone())
    dropped = ngettext("{n} round was dropped", "{n} rounds were dropped", done.dropped)
    told = _("{dropped}; {n} kept. {before} bytes became {after}. The old file is {backup}.")
    print(
        told.format(
            dropped=dropped.format(n=done.dropped),
            n=done.rounds,
            before=done.before,
            after=done.after,
            backup=shown(done.backup),
        )
    )
    return 0


def _print(arguments: argparse.Namespace, path: Path) -> int:
    from quiz.scores import export  # noqa: PLC0415
    from quiz.scores.file import ScoreFile  # noqa: PLC0415

    problems, rounds, others = list[str](), list["Played"](), False
    file = ScoreFile(path)
    file.require_ours()
    for played in file.rounds(problems):
        if _fits(played, arguments):
            rounds.append(played)
        else:
            others = True
    if problems and not rounds and not others:
        told = _(
            "{path} is damaged ({problems}), and no round in it can be read. The next start of the "
            "game sets it aside under another name."
        )
        raise ScoreError(told.format(path=shown(path), problems=listed(problems)))
    if problems:
        told = _(
            "newsquiz: {path} is damaged ({problems}). What can be read of it is listed; the next "
            "start of the game sets the damaged file aside under another name and keeps that."
        )
        print(told.format(path=shown(path), problems=listed(problems)), file=sys.stderr)
    if arguments.json:
        print(export.to_json(rounds))
    elif arguments.csv:
        sys.stdout.write(export.to_csv(rounds))
    elif rounds:
        # What is piped on is not cut to the width of a screen it will not be shown on.
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else sys.maxsize
        print(export.table(rounds, width))
    if not rounds:
        told = _("No round is in the score file yet: play one with `newsquiz`.")
        if others:
            told = _("None of the rounds in the score file fits.")
        print(told, file=sys.stderr)
        return 1
    return 0


def _fits(played: Played, arguments: argparse.Namespace) -> bool:
    if arguments.since is not None and played.started.date() < arguments.since:
        return False
    if arguments.player not in {None, played.player}:
        return False
    banks = {played.bank, *(answer.bank for answer in played.answers)}
    return arguments.bank is None or arguments.bank in banks
