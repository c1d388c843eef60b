"""Where in a TOML text a value stands, asked only when there is something to point at.

The text is known to be valid. What the grammar of tree-sitter-toml does not know yet (TOML 1.1)
appears as errors in its tree; the nearest surrounding table is named then.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tree_sitter import Node

    from quiz.banks.problems import Path


_NO_VALUES = frozenset({"comment", "ERROR"})


MOST = 4_000_000
"""Lines, commas and brackets of a text in which positions are looked for: the grammar takes some
two hundred bytes for each, and the largest bank that is read has no more."""


class Places:
    """The positions of some paths of a text and of what surrounds them; none in a vast text."""

    def __init__(self, text: str, paths: Iterable[Path]) -> None:
        """Look through `text` once for `paths`; no other can be found."""
        self._vast = sum(map(text.count, "\n,[{=")) > MOST
        if self._vast:
            return
        import tree_sitter  # noqa: PLC0415 - a bank without problems needs no positions
        import tree_sitter_toml  # noqa: PLC0415

        # The grammar knows no carriage returns before a newline; no column depends on them.
        data = text.replace("\r\n", "\n").encode("utf-8")
        self._lines = data.split(b"\n")
        self._wanted = {path[:length] for path in paths for length in range(len(path) + 1)}
        self._keys: dict[Path, tuple[int, int]] = {}
        self._values: dict[Path, tuple[int, int]] = {(): (0, 0)}
        self._counts: defaultdict[Path, int] = defaultdict(int)
        language = tree_sitter.Language(tree_sitter_toml.language())
        self._document(tree_sitter.Parser(language).parse(data).root_node)

    def find(self, path: Path, *, at_key: bool = False) -> tuple[int, int]:
        """Return line and column, from 1, of a value or of its key, or of what surrounds it.

        Both are 0 where the text is vast.
        """
        if self._vast:
            return 0, 0
        first, second = (self._keys, self._values) if at_key else (self._values, self._keys)
        while path and path not in first and path not in second:
            path = path[:-1]
        row, column = first.get(path) or second.get(path) or (0, 0)
        before = self._lines[row][:column] if row < len(self._lines) else b""
        return row + 1, len(before.decode("utf-8", "replace")) + 1

    def _document(self, root: Node) -> None:
        for child in root.children:
            if child.type == "pair":
                self._pair(child, ())
            elif child.type in {"table", "table_array_element"}:
                base = self._header(child)
                if base in self._wanted:
                    for pair in child.children:
                        if pair.type == "pair":
                            self._pair(pair, base)

    def _header(self, table: Node) -> Path:
        parts = list(_parts(table.named_child(0))) if table.named_child_count else []
        path: Path = ()
        for position, (name, _point) in enumerate(parts):
            path = (*path, name)
            point = (table.start_point.row, table.start_point.column)
            self._keys.setdefault(path, point)
            self._values.setdefault(path, point)
            last = position == len(parts) - 1
            if last and table.type == "table_array_element":
                self._counts[path] += 1
            if self._counts.get(path):
                path = (*path, self._counts[path] - 1)
                self._values.setdefault(path, point)
        return path

    def _pair(self, pair: Node, base: Path) -> None:
        some = (pair.named_child(at) for at in range(pair.named_child_count))
        key = next((child for child in some if child.type not in _NO_VALUES), None)
        if key is None:
            return
        path = base
        for name, point in _parts(key):
            path = (*path, name)
            self._keys.setdefault(path, point)
            if path not in self._wanted:
                return
        named = [child for child in pair.named_children if child.type not in _NO_VALUES]
        if len(named) > 1:
            self._value(named[1], path)

    def _value(self, value: Node, path: Path) -> None:
        self._values.setdefault(path, (value.start_point.row, value.start_point.column))
        if value.type == "array":
            items = [c for c in value.named_children if c.type not in _NO_VALUES]
            for position, item in enumerate(items):
                if (*path, position) in self._wanted:
                    self._value(item, (*path, position))
        elif value.type == "inline_table":
            for pair in value.named_children:
                if pair.type == "pair":
                    self._pair(pair, path)


def _parts(key: Node) -> Iterator[tuple[str, tuple[int, int]]]:
    if key.type == "dotted_key":
        for child in key.named_children:
            yield from _parts(child)
        return
    text = (key.text or b"").decode("utf-8", "replace")
    if key.type == "quoted_key":
        text = _unquoted(text)
    yield text, (key.start_point.row, key.start_point.column)


def _unquoted(key: str) -> str:
    import tomli  # noqa: PLC0415 - loaded by now

    try:
        return next(iter(tomli.loads(f"{key} = 0")))
    except tomli.TOMLDecodeError:
        return key
