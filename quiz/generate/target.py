"""The file that a bank is drafted into: new, overwritten, or there already and added to."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.banks.desk import Draft
from quiz.banks.grow import grown
from quiz.banks.keep import Keep
from quiz.banks.problems import unwritable
from quiz.banks.slug import fresh
from quiz.banks.write import write_bank
from quiz.base.errors import QuizError
from quiz.base.files import write_atomically
from quiz.base.language import _
from quiz.base.settings import settings_path
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from quiz.banks.models import Bank, Source

SOURCES = "sources"
"""The folder beside a bank in which its articles lie."""


class Target:
    """A bank's file, as it was when this was made."""

    def __init__(self, path: Path, *, add: bool, force: bool) -> None:
        """Read the bank at `path`, if there is one and it is to be added to.

        Raises QuizError where there is a file that may be neither added to nor overwritten, or
        that is no bank.
        """
        self.path = path
        self._force = force
        self._keep: Keep | None = None
        self._draft: Draft | None = None
        if not path.exists() or force:
            return
        if not add:
            message = _(
                "{file} is there already; add --force to overwrite it, or --add to add to it"
            )
            raise QuizError(message.format(file=one_line(str(path))))
        # The app locks a bank that it edits by the same folder.
        self._keep = Keep(path, settings_path().parent / "workshop")
        self._draft = Draft.of(self._keep.read(), str(path))

    @property
    def bank(self) -> Bank | None:
        """The bank that is added to."""
        return self._draft.bank if self._draft else None

    def write(self, bank: Bank, texts: Mapping[str, str]) -> None:
        """Write a new bank, or add its sources and questions to the one that is there.

        `texts` are the articles, by the id of their source, that are to lie beside the bank.
        Raises QuizError, and then nothing has changed.
        """
        made: list[Path] = []
        try:
            placed = tuple(self._placed(s, texts.get(s.id), made) for s in bank.sources)
            if self._keep and self._draft:
                name = one_line(self.path.name)
                whole = grown(self._draft, placed, bank.questions, name)
                self._keep.save(whole.text.text)
            else:
                write_bank(self.path, replace(bank, sources=placed), overwrite=self._force)
        except BaseException:
            for path in made:
                with suppress(OSError):
                    path.unlink()
            raise

    def _placed(self, source: Source, text: str | None, made: list[Path]) -> Source:
        """Put an article beside the bank; what lies there already stays."""
        if text is None:
            return source
        folder, data = self.path.parent / SOURCES, text.encode("utf-8")
        try:
            path = folder / f"{source.id}.txt"
            if not (path.is_file() and path.read_bytes() == data):
                taken = {path.stem for path in folder.iterdir()} if folder.is_dir() else set()
                path = folder / f"{fresh(source.id, taken)}.txt"
                write_atomically(path, data)
                made.append(path)
        except OSError as error:
            raise unwritable(f"{SOURCES}/{source.id}.txt", error) from None
        return replace(source, path=f"{SOURCES}/{path.name}")
