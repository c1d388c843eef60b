"""Keeping a bank that is being edited on the disk: saved as it changes, never over others' work.

The bank's own file takes every state that is a valid bank. What is not one yet (a question without
an answer) and what could not be saved (a full disk) is kept in a recovery file in a folder of the
program's own, and offered when the bank is opened next. Both are replaced in one step, so that a
crash or a power failure leaves the old or the new one.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from quiz.banks.load import decode, read_data
from quiz.banks.problems import unwritable
from quiz.base.aside import copy_aside
from quiz.base.errors import QuizError
from quiz.base.files import leftovers, reason, remove_leftovers, write_atomically
from quiz.base.language import _
from quiz.base.lock import HeldError, NoLocksError, release, take
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

PATIENCE = 5.0
"""Seconds to wait for another newsquiz that is saving the same bank."""


class ChangedMeanwhileError(QuizError):
    """Another program has changed, moved or deleted the bank since it was read; it is as it was."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What a session left that is not in the bank's file."""

    text: str | None = None
    """The whole bank, where it could not be saved."""
    seen: str = ""
    """The digest of the file that `text` was made from."""
    forms: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Questions that are not valid yet, by id; a new one has the id "". Their fields are those of
    the format, of whatever kind."""

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return self.text is not None or bool(self.forms)


class Keep:
    """The files of one bank that is being edited.

    Its methods touch the disk: call them in a thread, one at a time.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        """Take care of the bank at `path`; `folder` is for locks and recovery files."""
        self.path = path
        self.seen = ""
        """The digest of the file as it was read or written last; empty before that."""
        real = os.path.realpath(path)
        digest = hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        self._own = folder / f"{digest}.json"
        self._stamp: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """What messages call the file."""
        return one_line(self.path.name)

    def read(self) -> str:
        """Return the text of the file, a byte order mark included. Raises BankError.

        What a save that was killed left half written, hidden beside it, is removed.
        """
        self._tidy()
        data = read_data(self.path, str(self.path))
        text = decode(data, str(self.path))
        self.seen = _digest(data)
        self._stamp = self._look()
        return "\ufeff" + text if data.startswith(b"\xef\xbb\xbf") else text

    def save(self, text: str) -> None:
        """Write the bank, unless somebody else has changed it meanwhile.

        Raises ChangedMeanwhileError, or QuizError where the system refuses; the file then is as it
        was.
        """
        data = text.encode("utf-8")
        try:
            with self._lock():
                if self.seen and self._current() != self.seen:
                    raise ChangedMeanwhileError(self._told())
                write_atomically(self.path, data)
        except OSError as error:
            raise unwritable(self.name, error) from None
        self.seen = _digest(data)
        self._stamp = self._look()

    def save_as(self, path: Path, text: str) -> None:
        """Write the bank to another file, where there is none, and take care of that from now on.

        Raises QuizError, and then nothing has changed.
        """
        other = Keep(path, self._own.parent)
        try:
            if path.exists() or path.is_symlink():
                message = _("{file} is there already: choose another name")
                raise QuizError(message.format(file=one_line(str(path))))
        except OSError as error:
            raise unwritable(one_line(str(path)), error) from None
        other.save(text)
        self.discard()
        self.path, self.seen = other.path, other.seen
        self._own, self._stamp = other._own, other._stamp  # of our own kind

    def replace_damaged(self, damaged: bytes, text: str, now: datetime) -> Path:
        """Put `text` in the place of a file that cannot be read, and return where that is now.

        `now` is in the name of the copy. Raises ChangedMeanwhileError where the file no longer
        holds `damaged`, and QuizError where the system refuses; the file then is as it was.
        """
        self.seen = _digest(damaged)
        try:
            with self._lock():
                if self._current() != self.seen:
                    raise ChangedMeanwhileError(self._told())
                # Under an ending that no list of banks shows.
                aside = copy_aside(self.path, self.path.with_suffix(".bak"), "damaged", now)
                write_atomically(self.path, text.encode("utf-8"))
        except OSError as error:
            raise unwritable(self.name, error) from None
        return aside

    def changed(self) -> bool:
        """Whether somebody else has changed the file since it was read or written."""
        stamp = self._look()
        if stamp == self._stamp:
            return False
        if self._current() != self.seen:
            return True
        self._stamp = stamp
        return False

    # What is not in the bank's file

    def put_by(self, unfinished: Unfinished) -> None:
        """Keep what is not in the file, or drop what was kept. Raises QuizError."""
        if not unfinished:
            self.discard()
            return
        table = {
            "bank": os.path.realpath(self.path),
            "text": unfinished.text,
            "seen": self.seen,
            "forms": unfinished.forms,
        }
        try:
            data = json.dumps(table, ensure_ascii=False).encode("utf-8")
            with ExitStack() as stack:
                # Without a lock too: what this holds is nowhere else.
                with suppress(OSError, QuizError):
                    stack.enter_context(self._lock())
                write_atomically(self._own, data)
        except (OSError, UnicodeEncodeError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            message = _("The unfinished question cannot be kept: {reason}")
            raise QuizError(message.format(reason=why)) from None

    def left(self) -> Unfinished:
        """Return what an earlier session left; whatever is unreadable of it counts as nothing."""
        try:
            table = json.loads(self._own.read_bytes())
            json.dumps(table, ensure_ascii=False).encode("utf-8")  # no half of a character in it
            text, seen, forms = table["text"], table["seen"], table["forms"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return Unfinished()
        return Unfinished(
            text if isinstance(text, str) else None,
            seen if isinstance(seen, str) else "",
            {name: form for name, form in forms.items() if _is_form(form)}
            if isinstance(forms, dict)
            else {},
        )

    def discard(self) -> None:
        """Drop what was kept."""
        with suppress(OSError):
            self._own.unlink()

    def _tidy(self) -> None:
        places = (self.path, self._own)
        if any(map(leftovers, places)):
            # Where the lock is held somebody is writing, and the next start tidies up.
            with suppress(OSError, QuizError), self._lock(0):
                for place in places:
                    remove_leftovers(place)

    @contextmanager
    def _lock(self, seconds: float = PATIENCE) -> Iterator[None]:
        # Of its own folder: nothing appears beside a person's files.
        try:
            lock = take(self._own.with_suffix(".lock"), seconds)
        except HeldError:
            message = _("Another newsquiz is saving {file}. Try again in a moment.")
            raise QuizError(message.format(file=self.name)) from None
        except NoLocksError:
            message = _("{file} cannot be locked: the file system has no locks.")
            raise QuizError(message.format(file=self.name)) from None
        try:
            yield
        finally:
            release(lock)

    def _current(self) -> str:
        try:
            return _digest(self.path.read_bytes())
        except FileNotFoundError:
            return ""

    def _look(self) -> tuple[int, ...]:
        try:
            found = self.path.stat()
        except OSError:
            return ()
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _told(self) -> str:
        if self.path.exists():
            return _("Another program has changed {file} since it was opened.").format(
                file=self.name
            )
        return _("{file} is no longer there.").format(file=self.name)


def _is_form(form: object) -> bool:
    """Tell whether something can be shown as the fields of a question, be they right or not."""
    if not isinstance(form, dict):
        return False
    texts = [form.get(key) for key in ("prompt", "answer", "category", "status")]
    for key in ("distractors", "tags", "evidence"):
        listed = form.get(key, [])
        if not isinstance(listed, list):
            return False
        if key == "evidence":
            proofs = [each if isinstance(each, dict) else {} for each in listed]
            texts += [proof.get(part) for proof in proofs for part in ("source", "quote")]
        else:
            texts += listed
    return "distractors" in form and all(isinstance(text, str) for text in texts)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
