"""A whole sitting in plain mode, from what the command line asks for to the saved round."""

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.banks.find import find_banks
from quiz.banks.read import BankError, read_bank
from quiz.base.errors import NothingToDo, QuizError
from quiz.base.files import typed
from quiz.base.language import _, code
from quiz.base.settings import clean_player, load
from quiz.game.round import Rules
from quiz.plain import play_plain
from quiz.scores.blocks import encode
from quiz.scores.errors import shown
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.journal import new_id
from quiz.scores.request import NotDue, Request, deal
from quiz.scores.sitting import Sitting

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.base.settings import Settings
    from quiz.game.answer import Answer
    from quiz.game.round import Round


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the command line says of a round; None leaves it to the settings."""

    banks: tuple[Path, ...] = ()
    """Empty takes the first bank there is, or to review all; one named twice is asked once."""
    mode: str | None = None
    questions: int | None = None
    seconds: int | None = None
    category: str | None = None
    player: str | None = None
    seed: int | None = None
    ahead: bool | None = None

    def request(self, folder: Path | None, settings: Settings) -> Request:
        """Fill in what was not said. Raises QuizError where there is no bank at all."""
        banks: dict[str, Path] = {}
        mode = self.mode or settings.mode
        everywhere = mode == "review" and not self.banks
        for path in self.banks or (_all_banks(folder) if everywhere else (_first_bank(folder),)):
            banks.setdefault(os.path.realpath(path), path)
        return Request(
            banks=tuple(banks.values()),
            mode=mode,
            count=self.questions or settings.questions,
            seconds=self.seconds or settings.seconds or None,
            category=self.category,
            player=clean_player(settings.player if self.player is None else self.player),
            seed=secrets.randbits(32) if self.seed is None else self.seed,
            ahead=bool(self.ahead),
            everywhere=everywhere,
        )


def sit(wishes: Wishes, *, folder: Path | None, scores: Path, settings: Path) -> int:
    """Play one round on standard input and output and save it; return the exit status.

    Raises QuizError where the round cannot begin.
    """
    choices = load(settings)
    request = wishes.request(folder, choices)
    try:
        asked = deal(request, scores, datetime.now().astimezone())
    except NotDue as error:
        raise NothingToDo(f"{error} {_('To go over them sooner: --ahead.')}") from None
    request = request.asking(asked)
    try:
        _tell(*ScoreFile(scores).recover().messages)
    except ScoreError as error:
        _tell(str(error))
    now = datetime.now().astimezone()
    sitting = Sitting(scores, request.header(new_id(now, secrets.token_bytes), now))
    if sitting.trouble:
        _tell(sitting.trouble)

    def keep(answer: Answer) -> None:
        sitting.add(answer)
        sitting.sync()
        if sitting.trouble:
            _tell(f"{_('Not saved yet:')} {sitting.trouble}")

    began = time.monotonic()
    played = play_plain(
        asked,
        Rules(mode=request.mode, speed=choices.speed, streak=choices.streak),
        read=sys.stdin,
        write=sys.stdout,
        clock=time.monotonic,
        on_answer=keep,
    )
    if not played.answers:
        sitting.drop()
        return 0
    return _save(sitting, played, time.monotonic() - began)


def _save(sitting: Sitting, played: Round, seconds: float) -> int:
    """Save the round, where the player says if it cannot be saved in its place."""
    elsewhere: Path | None = None
    while True:
        try:
            sitting.save(played, seconds, elsewhere)
        except (ScoreError, KeyboardInterrupt) as error:
            _tell(str(error) or _("Saving was interrupted."))
        else:
            told = _("The round is saved.")
            if elsewhere:
                told = _("The round is saved in {file}.").format(file=shown(elsewhere))
            _tell(*sitting.repairs, told)
            return 0
        name = _ask(_("Save it in another file? Its name, r to try again, or Enter to leave it: "))
        if not name:
            break
        elsewhere = elsewhere if name == "r" else typed(name)
    sitting.close()
    if sitting.trouble:
        _tell(_("The round could not be kept. Here it is, as a score file would hold it:"))
        print(encode(sitting.played(played, seconds)).decode(), file=sys.stderr)
    else:
        _tell(_("The round is kept beside the score file and saved at the next start."))
    return 2


def _ask(prompt: str) -> str:
    """Return the line that answers `prompt`; empty where nobody is there any more."""
    with suppress(OSError, UnicodeDecodeError, KeyboardInterrupt):
        print(prompt, end="", flush=True)
        line = sys.stdin.readline()
        if not (line and sys.stdin.isatty()):
            print(flush=True)
        return line.strip()
    return ""


def _all_banks(folder: Path | None) -> tuple[Path, ...]:
    found = find_banks(folder)
    return tuple(bank.path for bank in found if not bank.problem) or (_first_bank(folder),)


def _first_bank(folder: Path | None) -> Path:
    """Return a bank that can be read, rather in the language of the interface, then by name."""
    own, problem = code(), ""
    for bank in sorted(find_banks(folder), key=lambda bank: bank.language != own):
        problem = bank.problem
        if not problem:
            try:
                read_bank(bank.path)
            except BankError as error:
                problem = str(error)
            else:
                return bank.path
    if problem:
        raise QuizError(problem.splitlines()[0])
    raise QuizError(_("There is no bank to play here. A bank is a TOML file; see README.md."))


def _tell(*messages: str) -> None:
    for message in messages:
        print(f"newsquiz: {message}", file=sys.stderr)
