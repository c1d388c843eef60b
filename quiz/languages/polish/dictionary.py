"""morfeusz2, read for what a question needs and no more."""

from __future__ import annotations

from morfeusz2 import Morfeusz  # type: ignore[import-untyped]


class Dictionary(Morfeusz):  # type: ignore[misc]  # the library has no types
    """The dictionary, its tags and kinds of names looked up once each.

    An interpretation is its form, its lemma, its tag and the kinds of names it is. Half of the
    time that the library takes for one goes into texts of these, made anew each time, and into
    labels that nobody asks for.
    """

    def __init__(self) -> None:
        """Load the dictionary (about 0.1 s)."""
        super().__init__()
        self._tags: dict[int, str] = {}
        self._kinds: dict[int, frozenset[str]] = {}

    def _interp2tuple(self, i):  # type: ignore[no-untyped-def]
        tag = self._tags.get(i.tagId)
        if tag is None:
            tag = self._tags[i.tagId] = i.getTag(self._morfeusz_obj)
        kinds = self._kinds.get(i.nameId)
        if kinds is None:
            kinds = self._kinds[i.nameId] = frozenset(i.getName(self._morfeusz_obj))
        return i.orth, i.lemma, tag, kinds
