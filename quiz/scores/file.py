"""The score file: rounds are only ever added to it, and nothing that was in it is lost.

Every change is made under a lock and is on the disk when the call returns. What a crash, a full
disk or a person's editor left in pieces is copied to another name before the file is made whole.
"""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from quiz.base.aside import copy_aside
from quiz.base.files import (
    append,
    remove_leftovers,
    require_file,
    write_atomically,
)
from quiz.base.language import _, ngettext
from quiz.scores import journal
from quiz.scores.blocks import HEADER, Malformed, encode, encode_removal
from quiz.scores.ends import ends_with, sound
from quiz.scores.errors import NewerFormat, ScoreError, listed, newer, reading, shown, writing
from quiz.scores.lock import PATIENCE, held
from quiz.scores.mark import lineage, mark
from quiz.scores.pieces import Newer, Piece, Reading, examine, holds, is_foreign, joined, readings
from quiz.scores.removed import removed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from quiz.scores.models import Played, Removal

__all__ = ["NewerFormat", "Recovery", "ScoreError", "ScoreFile"]


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was put right: rounds saved from a crash, the copy of a damaged file, what to say."""

    interrupted: int = 0
    set_aside: Path | None = None
    messages: tuple[str, ...] = ()


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """The score file at `path`, which need not exist.

    `now` names what is set aside; `patience` is how many seconds to wait for others who save.
    """

    path: Path
    now: Callable[[], datetime] = _local_now
    patience: float = PATIENCE

    def append(self, played: Played) -> tuple[str, ...]:
        """Save a round; return what had to be put right before, in words.

        When the call returns the round is on the disk. Costs the same for a file of any size.
        Raises ScoreError, and then the file is as it was.
        """
        return self._save(_checked(played), played.id)

    def mark_removed(self, removal: Removal) -> tuple[str, ...]:
        """Take rounds out of the history, or put them back, by adding a mark.

        Returns what had to be put right before, in words. Raises ScoreError, and then the file is
        as it was.
        """
        return self._save(encode_removal(removal))

    def rounds(self, problems: list[str] | None = None) -> Iterator[Played]:
        """Read round by round, holding one at a time, and pass over what cannot be read.

        In the order in which they were saved; nothing is written. A file that is not there has no
        rounds. A round that was saved twice counts once, one that was removed not at all. What was
        passed over is added to `problems` in words. Raises ScoreError.
        """
        problems = [] if problems is None else problems
        seen = set[str]()
        with reading(self.path):
            require_file(self.path)
            try:
                with self.path.open("rb") as file:
                    if not os.fstat(file.fileno()).st_size:
                        return
                    removed = removed_in(file)
                    for each in readings(file):
                        problems.extend(each.problems)
                        for played in each.rounds:
                            if played.id not in seen and played.id not in removed:
                                seen.add(played.id)
                                yield played
            except FileNotFoundError:
                return
            except Newer:
                problems.append(str(newer(self.path)))

    def require_ours(self) -> None:
        """Raise ScoreError where there is something else than a score file, or a newer one."""
        with reading(self.path):
            require_file(self.path)
            try:
                with self.path.open("rb") as file:
                    if os.fstat(file.fileno()).st_size and is_foreign(file):
                        raise _foreign(self.path)
                    next(readings(file), None)  # the head says which version it is of
            except FileNotFoundError:
                return
            except Newer:
                raise newer(self.path) from None

    def recover(self) -> Recovery:
        """Make a damaged file whole and save the rounds that crashes broke off.

        For the start of the program. Raises ScoreError, and then nothing that was there is lost.
        """
        with reading(self.path):
            if not self.path.exists() and not journal.waiting(self.path):
                return Recovery()
        with held(self.path, self.patience):
            known = lineage(self.path)
            recovery = self._mend(thorough=not known)
            interrupted, messages = self._fold()
            remove_leftovers(self.path)
            # Of journals and of what was set aside; they stand where a link to the file stands.
            remove_leftovers(self.path.with_name(self.path.name.removesuffix(".toml")), kin=True)
            mark(self.path, "" if recovery.set_aside else known)
        return Recovery(interrupted, recovery.set_aside, recovery.messages + messages)

    def _save(self, block: bytes, identity: str | None = None) -> tuple[str, ...]:
        """Append a block under the lock, unless it is the round of an id that was just saved."""
        with held(self.path, self.patience):
            known = lineage(self.path)
            recovery = self._mend(thorough=False)
            if identity is None or not self._ends_with(identity):
                self._add(block)
            if known:
                mark(self.path, "" if recovery.set_aside else known)
        return recovery.messages

    def _ends_with(self, identity: str) -> bool:
        """Tell whether the round was saved just before, and make sure that it is on the disk."""
        with writing(self.path):
            try:
                with self.path.open("rb+") as file:
                    if not ends_with(file, identity):
                        return False
                    os.fsync(file.fileno())
                    return True
            except FileNotFoundError:
                return False

    def _add(self, block: bytes) -> None:
        """Append a block to a file that is whole, or begin the file with it."""
        with writing(self.path):
            if not self.path.exists() or not self.path.stat().st_size:
                write_atomically(self.path, HEADER + block)
                return
            # Never created here: a file that vanished in between would be without its header.
            handle = os.open(self.path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
            try:
                append(handle, block, sync=True)
            finally:
                os.close(handle)

    def _mend(self, *, thorough: bool) -> Recovery:
        """Set a damaged file aside and replace it by what of it can be read."""
        with reading(self.path):
            require_file(self.path)
            try:
                with self.path.open("rb") as file:
                    if not os.fstat(file.fileno()).st_size:
                        return Recovery()
                    if is_foreign(file):
                        raise _foreign(self.path)
                    if not thorough and sound(file):
                        return Recovery()
                    if not any(each.problems for each in readings(file)):
                        return Recovery()
                    found = list(readings(file))
            except FileNotFoundError:
                return Recovery()
            except Newer:
                raise newer(self.path) from None
        kept = joined(each.kept for each in found)
        if is_foreign(io.BytesIO(kept)):
            kept = HEADER  # a head with more in it than ours, and no round is left below it
        with writing(self.path):
            aside = self._set_aside(self.path)
            write_atomically(self.path, kept)
        return Recovery(0, aside, (self._told(found, aside),))

    def _set_aside(self, original: Path) -> Path:
        return copy_aside(original, self.path, "damaged", self.now())

    def _told(self, found: list[Reading], aside: Path) -> str:
        count = len({played.id for each in found for played in each.rounds})
        problems = [problem for each in found for problem in each.problems]
        damage = _("The score file {path} was damaged ({problems}).").format(
            path=shown(self.path), problems=listed(problems)
        )
        kept = ngettext("{n} round was kept.", "{n} rounds were kept.", count).format(n=count)
        copy = _("The file as it was is now {path}.").format(path=shown(aside))
        return f"{damage} {kept} {copy}"

    def _fold(self) -> tuple[int, tuple[str, ...]]:
        """Save the rounds of journals that crashes left, each once."""
        count, messages = 0, list[str]()
        for orphan in journal.orphans(self.path):
            try:
                played = orphan.read()
            except Malformed:
                with writing(self.path):
                    aside = self._set_aside(orphan.path)
                told = _("The journal of an interrupted round could not be read. It is now {path}.")
                messages.append(told.format(path=shown(aside)))
            except NewerFormat as error:
                messages.append(str(error))
                continue
            else:
                if played and not self._holds(played.id):
                    self._add(_checked(played))
                    count += 1
            orphan.remove()
        if count:
            told = ngettext(
                "{n} interrupted round was saved.", "{n} interrupted rounds were saved.", count
            )
            messages.append(told.format(n=count))
        return count, tuple(messages)

    def _holds(self, identity: str) -> bool:
        """Look for a round's id anywhere in the file."""
        with reading(self.path):
            try:
                with self.path.open("rb") as file:
                    return holds(file, f'"{identity}"'.encode())
            except FileNotFoundError:
                return False


def _foreign(path: Path) -> ScoreError:
    message = _("{path} is no score file; choose another name.")
    return ScoreError(message.format(path=shown(path)))


def _checked(played: Played) -> bytes:
    """Encode a round, and make sure that what is about to be written can be read."""
    block = encode(played)
    problems = examine(Piece(2, block[1:]))
    if problems.problems:
        message = _("The round cannot be saved: {why}.")
        raise ScoreError(message.format(why="; ".join(problems.problems)))
    return block
