"""Names for questions, sources and files that a person can read, made from what they are about."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST = 48
"""Characters of a name; it ends with a whole word where it can."""

_OTHER = re.compile(r"[^a-z0-9]+")
_UNMARKED = str.maketrans("łøđħŧıæœß", "lodhtiaos")


def slug(text: str, otherwise: str) -> str:
    """Return lower-case ASCII words joined by hyphens; `otherwise` where the text has none."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_UNMARKED))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    name = _OTHER.sub("-", plain).strip("-")
    if len(name) > LONGEST:
        cut = name[: LONGEST + 1].rpartition("-")[0]
        name = cut or name[:LONGEST]
    return name or otherwise


def fresh(name: str, taken: Container[str]) -> str:
    """Return `name`, with a number behind it where it is taken."""
    if name not in taken:
        return name
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"
