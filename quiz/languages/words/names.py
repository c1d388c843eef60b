"""Names that mean the same, and places that lie in one another (data/names.toml)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.languages.data_files import read_data

if TYPE_CHECKING:
    from collections.abc import Callable

Forms = tuple[str, ...]
"""The dictionary forms of a name's words."""


class Names:
    """The names of a language, found by their dictionary forms."""

    def __init__(self, table: dict[str, Any], name: Callable[[str], Forms]) -> None:
        """`name` gives a name's dictionary forms."""
        self._same: dict[Forms, Forms] = {}
        for line in table["same"]:
            first, *others = (name(alias.strip()) for alias in line.split("="))
            self._same.update(dict.fromkeys((first, *others), first))
        self._around: dict[Forms, Forms] = {}
        for place, inside in table["inside"].items():
            around = self.canonical(name(place))
            for part in inside.split(","):
                self._around[self.canonical(name(part.strip()))] = around

    def canonical(self, forms: Forms) -> Forms:
        """Return the name that stands for all that mean the same."""
        return self._same.get(forms, forms)

    def inside(self, inner: Forms, outer: Forms) -> bool:
        """Whether one place lies within another."""
        inner, outer = self.canonical(inner), self.canonical(outer)
        around = self._around.get(inner)
        while around is not None:
            if around == outer:
                return True
            around = self._around.get(around)
        return False


def get_names(code: str, name: Callable[[str], Forms]) -> Names:
    """Return the names of a language."""
    return Names(read_data("names")[code], name)
