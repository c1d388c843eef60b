"""HTML and SVG that is safe by construction: a text is escaped unless this module made it."""

from __future__ import annotations

from html import escape

_VOID = frozenset(("br", "circle", "line", "meta", "path", "polygon", "rect"))


class Safe(str):
    """Markup that is finished and is not to be escaped again."""

    __slots__ = ()


def element(name: str, /, *children: str, **attributes: str | float | None) -> Safe:
    """Build an element. An attribute's `_` stands for `-`, and one at its end for nothing.

    An attribute that is None is left out, as is a child that is an empty text.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_plain(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Safe(f"<{name}{given}/>")
    return Safe(f"<{name}{given}>{join(*children)}</{name}>")


def join(*children: str) -> Safe:
    """Put markup and texts one after the other."""
    return Safe("".join(child if isinstance(child, Safe) else escape(child) for child in children))


def _plain(value: str | float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
