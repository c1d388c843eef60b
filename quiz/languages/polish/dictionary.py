"""morfeusz2, read for what a question needs and no more."""

from __future__ import annotations

from typing import Any


def load() -> Any:
    """Return the dictionary (about 0.1 s), which gives a form, a lemma, a tag and kinds of names.

    The library makes the texts of tags and kinds anew for every interpretation, and those of labels
    that nobody asks for: half of its time. Here each is made once. Raises ImportError where the
    library is not installed.
    """
    import morfeusz2  # type: ignore[import-untyped]  # by platform  # noqa: PLC0415

    class Dictionary(morfeusz2.Morfeusz):  # type: ignore[misc]  # the library has no types
        def __init__(self) -> None:
            super().__init__()
            self._tags: dict[int, str] = {}
            self._kinds: dict[int, frozenset[str]] = {}

        def _interp2tuple(self, i: Any) -> tuple[str, str, str, frozenset[str]]:
            tag = self._tags.get(i.tagId)
            if tag is None:
                tag = self._tags[i.tagId] = i.getTag(self._morfeusz_obj)
            kinds = self._kinds.get(i.nameId)
            if kinds is None:
                kinds = self._kinds[i.nameId] = frozenset(i.getName(self._morfeusz_obj))
            return i.orth, i.lemma, tag, kinds

    return Dictionary()
