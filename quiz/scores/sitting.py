"""A round on its way into the score file: kept answer by answer, then saved as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.journal import Journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from quiz.game.answer import Answer
    from quiz.game.round import Round
    from quiz.scores.models import Played


class Sitting:
    """Keeps one running round safe.

    Its methods write to the disk, so a screen calls them from a thread. A journal that cannot be
    written does not stop the round: `trouble` then says why, and the round lives in memory until
    it is saved.
    """

    def __init__(self, path: Path, header: Played) -> None:
        """Begin to keep the round that `header` (its answers empty) describes, at `path`."""
        self.path = path
        self.header = header
        self.trouble = ""
        self.repairs: tuple[str, ...] = ()
        """What saving had to put right in the score file first, in words."""
        self._journal: Journal | None = None
        try:
            self._journal = Journal.open(path, header)
        except ScoreError as error:
            self.trouble = str(error)

    def add(self, answer: Answer) -> None:
        """Hand one answer to the operating system: from here on a crash does not lose it."""
        self._guard(lambda journal: journal.add(answer))

    def sync(self) -> None:
        """Bring the answers so far onto the disk: from here on a power failure loses none."""
        self._guard(lambda journal: journal.sync())

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

    def _guard(self, write: Callable[[Journal], None]) -> None:
        if self._journal is None:
            return
        try:
            write(self._journal)
        except ScoreError as error:
            self.trouble = str(error)
