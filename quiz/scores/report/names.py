"""Names of players that may be one person's."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from quiz.base.text import one_line
from quiz.base.toml import loads

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STROKES = str.maketrans("łøđ", "lod")  # letters that Unicode does not take apart
_SPACES = re.compile(r"\s+")


def bare(name: str) -> str:
    """Reduce a name to what is left when case, spaces and Unicode forms do not count."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _SPACES.sub("", unicodedata.normalize("NFKC", folded))


def in_order(name: str) -> tuple[str, str]:
    """Return a key that sorts names as a class list has them: Ł beside L, and not behind Z."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(_STROKES)
    return "".join(each for each in plain if not unicodedata.combining(each)), name


def similar(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of two names or more that differ by case, spaces or Unicode form only."""
    groups = defaultdict[str, list[str]](list)
    for name in names:
        groups[bare(name)].append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def written(path: Path) -> set[str]:
    """Return the names of players in a score file just as they are written there.

    A reader of rounds trims them and takes any run of spaces for one. Raises OSError.
    """
    names = set[str]()
    with path.open("rb") as file:
        lines = {line for line in file if line.startswith(b"player")}
    for line in lines:
        try:
            name = loads(line.decode()).get("player")
        except (ValueError, RecursionError):
            continue
        if isinstance(name, str) and one_line(name):
            names.add(name)
    return names
