"""A round on its way into the score file: kept answer by answer, then saved as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.game.answer import Answer
    from quiz.game.round import Round
    from quiz.scores.models import Played


class Sitting:
    """Keeps one running round safe.

    Its methods write to the disk, so a screen calls them from a thread. A journal that cannot be
    written does not stop the round: `trouble` then says why, the round lives in memory until it is
    saved, and the next answer tries again to keep those before it too.
    """

    def __init__(self, path: Path, header: Played) -> None:
        """Begin to keep the round that `header` (its answers empty) describes, at `path`."""
        self.path = path
        self.header = header
        self.repairs: tuple[str, ...] = ()
        """What saving had to put right in the score file first, in words."""
        self._journal: Journal | None = None
        self._unwritten: list[Answer] = []
        self._unkept = self._unsynced = ""
        self._write()

    @property
    def trouble(self) -> str:
        """Why answers are in memory only, or may be; empty where all are kept."""
        return self._unkept or self._unsynced

    def add(self, answer: Answer) -> None:
        """Hand one answer to the operating system: from here on a crash does not lose it."""
        self._unwritten.append(answer)
        self._write()

    def sync(self) -> None:
        """Bring the answers so far onto the disk: from here on a power failure loses none."""
        try:
            if self._journal is not None:
                self._journal.sync()
        except ScoreError as error:
            # It stays: what a disk once failed to take may be gone, whatever it says later.
            self._unsynced = str(error)

    def save(self, round_: Round, seconds: float, elsewhere: Path | None = None) -> Played:
        """Append the finished or abandoned round to the score file and drop its journal.

        `elsewhere` is another score file, for when this one cannot be written.
        Raises ScoreError where that cannot be done; the round is then still in the journal, and
        `save` may be called again.
        """
        played = self.played(round_, seconds)
        self.repairs = ScoreFile(elsewhere or self.path).append(played)
        self.drop()
        return played

    def played(self, round_: Round, seconds: float) -> Played:
        """Return the round as the score file keeps it; `seconds` is how long it took in all."""
        return replace(
            self.header,
            seconds=round(seconds, 2),
            outcome=round_.outcome or "interrupted",
            correct=round_.correct,
            points=round_.points,
            answers=round_.answers,
        )

    def drop(self) -> None:
        """Forget the round: nothing was answered, or the player wants it gone."""
        if self._journal is not None:
            self._journal.discard()
            self._journal = None

    def close(self) -> None:
        """Leave the journal to the next start, which folds it in."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def _write(self) -> None:
        """Write the answers that are in memory only."""
        try:
            if self._journal is None:
                self._journal = Journal.open(self.path, self.header)
            while self._unwritten:
                self._journal.add(self._unwritten[0])
                del self._unwritten[0]
        except ScoreError as error:
            self._unkept = str(error)
        else:
            self._unkept = ""
