"""A bank while it is edited: the desk with its bank, and the hand that keeps it on the disk.

The pages that edit share one workbench. They change the desk and say so; what was changed is
written a moment later by a thread, so that no key waits for a file, and a crash costs that moment.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from quiz.app.inspector import Inspector
from quiz.banks.desk import Desk, Draft
from quiz.banks.keep import ChangedMeanwhileError, Keep, Unfinished
from quiz.base.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ThreadPoolExecutor
    from pathlib import Path

    from quiz.banks.models import Bank

PAUSE = 0.25
"""Seconds from a change to its writing: one write takes several keystrokes along."""

Form = dict[str, Any]
"""The fields of a question that is not valid yet."""


class Workbench:
    """Edits the bank of one file."""

    def __init__(self, keep: Keep, draft: Draft, hand: ThreadPoolExecutor) -> None:
        """Begin with what `keep` has just read; `hand` is the thread that writes."""
        self.keep, self.desk = keep, Desk(draft)
        self.forms: dict[str, Form] = {}
        """What is not a valid question yet, by id; a new one has the id ""."""
        self.trouble: QuizError | None = None
        """Why the bank is not saved; None where it is, or soon will be."""
        self.inspector = Inspector(self)
        self.asked = False
        """The person was asked what to do about a conflict, and has not settled it yet."""
        self.listeners: set[Callable[[], None]] = set()
        """Called when what is saved may have changed."""
        self._hand = hand
        self._saved = draft
        self._kept: dict[str, Form] = {}
        self._writing: asyncio.Task[None] | None = None
        self.holds_text = False
        """The recovery file holds a whole bank that could not be saved."""
        self.in_memory = False
        """What is not in the bank's file is nowhere else either: the recovery file was refused."""

    @property
    def bank(self) -> Bank:
        """The bank as edited."""
        return self.desk.bank

    @property
    def path(self) -> Path:
        """The bank's file."""
        return self.keep.path

    @property
    def saved(self) -> bool:
        """Whether everything is on the disk, unfinished questions too."""
        return self._saved is self.desk.draft and self._kept == self.forms

    @property
    def conflict(self) -> bool:
        """Whether somebody else has changed the file: it is not written until that is settled."""
        return isinstance(self.trouble, ChangedMeanwhileError)

    def tell(self) -> None:
        """Let the pages show what is saved."""
        self.asked = self.asked and self.conflict
        for listener in tuple(self.listeners):
            listener()

    def put_form(self, name: str, form: Form | None) -> None:
        """Keep the fields of a question that is not valid, or None: it is no longer so."""
        if form is None:
            self.forms.pop(name, None)
        else:
            self.forms[name] = form
        self.touched()

    def touched(self) -> None:
        """Bring what was changed to the disk, soon."""
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write(PAUSE))
        self.tell()

    async def flush(self) -> None:
        """Bring what was changed to the disk now; `saved` says whether that worked."""
        if self._writing is not None:
            self._writing.cancel()
            await asyncio.gather(self._writing, return_exceptions=True)
        if not self.saved:
            await self._write(0)

    async def _write(self, pause: float) -> None:
        await asyncio.sleep(pause)
        while not self.saved:
            draft, forms = self.desk.draft, dict(self.forms)
            # Once begun, a write is waited for: nobody may begin another one beside it.
            work = asyncio.wrap_future(self._hand.submit(self._put, draft, forms))
            try:
                self.trouble = await asyncio.shield(work)
            except asyncio.CancelledError:
                self.trouble = await work
                raise
            finally:
                if work.done() and not self.trouble:
                    self._saved, self._kept = draft, forms
                self.tell()
            if self.trouble:
                return
            await asyncio.sleep(pause)

    def _put(self, draft: Draft, forms: dict[str, Form]) -> QuizError | None:
        """Write what is new; runs in the thread that writes."""
        trouble: QuizError | None = None
        if self._saved is not draft:
            try:
                self.keep.save(draft.text.text)
            except QuizError as error:
                trouble = error
        text = draft.text.text if trouble else None
        try:
            if trouble or forms or self._kept or self.holds_text:
                self.keep.put_by(Unfinished(text, "", forms))
                self.holds_text = trouble is not None
            self.in_memory = False
        except QuizError as error:
            self.in_memory = True
            trouble = trouble or error
        return trouble

    async def look(self) -> bool:
        """Look whether the file was changed by others; take theirs where nothing of ours is lost.

        Return whether the bank was read again. Raises BankError where theirs cannot be read.
        """
        if not self.saved or self.trouble:
            return False
        if not await asyncio.wrap_future(self._hand.submit(self.keep.changed)):
            return False
        await self.reload()
        return True

    async def reload(self) -> None:
        """Read the file again; what was not saved is dropped. Raises BankError, then nothing is."""
        draft = await asyncio.wrap_future(self._hand.submit(read_draft, self.keep))
        self.desk = Desk(draft)
        self._saved, self.trouble = draft, None
        self.drop_text()
        self.tell()

    def drop_text(self) -> None:
        """Drop the whole bank that the recovery file holds."""
        if self.holds_text:
            self._kept = {"": {}}  # so that the recovery file is written anew
            self.touched()

    async def save_as(self, path: Path) -> None:
        """Go on in another file, where there is none yet. Raises QuizError."""
        draft = self.desk.draft
        await asyncio.wrap_future(self._hand.submit(self.keep.save_as, path, draft.text.text))
        self._saved, self._kept, self.trouble, self.holds_text = draft, {}, None, False
        self.touched()


def read_draft(keep: Keep) -> Draft:
    """Read a bank to be edited. Raises BankError."""
    return Draft.of(keep.read(), str(keep.path))


def open_bench(path: Path, folder: Path, hand: ThreadPoolExecutor) -> tuple[Workbench, Unfinished]:
    """Read the bank at `path` and what an earlier session left of it. Raises BankError.

    What is unfinished is on the bench already, but for a whole bank that could not be saved.
    """
    keep = Keep(path, folder)
    bench = Workbench(keep, read_draft(keep), hand)
    left = keep.left()
    bench.holds_text = left.text is not None
    names = bench.desk.names()
    bench.forms = {name: form for name, form in left.forms.items() if name in names or not name}
    bench._kept = dict(bench.forms)  # noqa: SLF001  # as it is on the disk
    return bench, left
