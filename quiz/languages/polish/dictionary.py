"""morfeusz2, read for what a question needs and no more."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

_NAMED = attrgetter("tagId", "nameId")
_ANALYSED = attrgetter("startNode", "endNode", "_lemma")
_GENERATED = attrgetter("_orth", "_lemma")
"""What the library calls an interpretation's texts, past the properties that pass them on."""


def load() -> Any:
    """Return the dictionary (about 0.1 s), to analyse a form and to generate those of a lemma.

    The library makes the texts of tags and kinds anew for every interpretation, and texts that
    nobody asks for: half of its time. Here each is made once. Raises ImportError where the library
    is not installed.
    """
    import morfeusz2  # type: ignore[import-untyped]  # by platform  # noqa: PLC0415

    class Dictionary(morfeusz2.Morfeusz):  # type: ignore[misc]  # the library has no types
        def __init__(self) -> None:
            super().__init__()
            self._named: dict[tuple[int, int], tuple[str, frozenset[str]]] = {}

        def analyse(self, form: str) -> list[tuple[int, int, str, str, frozenset[str]]]:
            """Return where each interpretation begins and ends, its lemma, tag and kinds."""
            named = self._named.get
            return [
                (*_ANALYSED(i), *(named(_NAMED(i)) or self._names(i)))
                for i in self._morfeusz_obj.analyse(form)
            ]

        def generate(self, lemma: str) -> list[tuple[str, str, str, frozenset[str]]]:
            """Return each form of a lemma, its own lemma, tag and kinds."""
            named = self._named.get
            return [
                (*_GENERATED(i), *(named(_NAMED(i)) or self._names(i)))
                for i in self._morfeusz_obj.generate(lemma)
            ]

        def _names(self, i: Any) -> tuple[str, frozenset[str]]:
            tag, kinds = i.getTag(self._morfeusz_obj), i.getName(self._morfeusz_obj)
            found = self._named[_NAMED(i)] = tag, frozenset(kinds)
            return found

    return Dictionary()
