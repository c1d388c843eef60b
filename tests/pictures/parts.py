"""Draw the parts of the program and what imports what, from the imports themselves.

    python tests/pictures/parts.py

The picture is parts.svg beside this file. An arrow says that one part imports the other; what can
be told from other arrows is left out (a transitive reduction), and all of them point down.
"""

from __future__ import annotations

from pathlib import Path

import grimp

HERE = Path(__file__).parent
PLACES = {
    "cli": (1.5, 0),
    "options": (2.4, 1),
    "app": (1.2, 1),
    "plain_sitting": (0, 2),
    "generate": (2, 2),
    "plain": (0, 3),
    "scores": (1, 3),
    "check": (2, 3),
    "exchange": (3, 3),
    "game": (0.6, 4),
    "banks": (1.8, 4),
    "languages": (3, 4),
    "base": (1.2, 5),
}
"""The column and the row of each part."""
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
    'width="{width}" font-family="ui-monospace, monospace" font-size="14">'
)
_ARROWHEAD = (
    '<defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
    'markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z" fill="#555"/></marker></defs>'
)
COLUMN, ROW, WIDTH, HEIGHT = 170, 76, 136, 40


def imports() -> dict[str, set[str]]:
    """Return, for each part of the program, the parts that it imports."""
    graph = grimp.build_graph("quiz", exclude_type_checking_imports=True)
    found: dict[str, set[str]] = {}
    for module in sorted(graph.modules):
        part = _part(module)
        if part:
            theirs = map(_part, graph.find_modules_directly_imported_by(module))
            found.setdefault(part, set()).update(other for other in theirs if other)
    return {part: others - {part} for part, others in found.items()}


def _part(module: str) -> str:
    part = module.split(".")[1] if "." in module else ""
    return "" if part == "__main__" else part


def reduced(arrows: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the arrows that cannot be told from others, sorted."""

    def reached(part: str) -> set[str]:
        return arrows[part].union(*(reached(other) for other in arrows[part]))

    kept = []
    for part, others in sorted(arrows.items()):
        beyond = set[str]().union(*(reached(other) for other in others))
        kept += [(part, other) for other in sorted(others - beyond)]
    return kept


def draw() -> str:
    """Return the picture as SVG."""
    arrows = imports()
    lines = [_arrow(part, other) for part, other in reduced(arrows)]
    boxes = [_box(part) for part in sorted(arrows)]
    width = 4 * COLUMN
    height = 5 * ROW + HEIGHT + 40
    return "\n".join(
        [
            _HEAD.format(width=width, height=height),
            "<title>The parts of newsquiz; each imports only what stands below it</title>",
            _ARROWHEAD,
            '<rect width="100%" height="100%" rx="8" fill="#fff"/>',
            *lines,
            *boxes,
            "</svg>\n",
        ]
    )


def _corner(part: str) -> tuple[float, float]:
    column, row = PLACES[part]
    return 17 + column * COLUMN, 20 + row * ROW


def _arrow(part: str, other: str) -> str:
    (x1, y1), (x2, y2) = _corner(part), _corner(other)
    if y1 >= y2:
        raise ValueError(f"{part} imports {other}, which does not stand below it")
    return (
        f'<line x1="{x1 + WIDTH / 2:g}" y1="{y1 + HEIGHT:g}" x2="{x2 + WIDTH / 2:g}" '
        f'y2="{y2 - 2:g}" stroke="#555" stroke-width="1.5" marker-end="url(#head)"/>'
    )


def _box(part: str) -> str:
    x, y = _corner(part)
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#fdf3e0" '
        f'stroke="#8a5a00" stroke-width="1.5"/><text x="{x + WIDTH / 2:g}" y="{y + 25:g}" '
        f'text-anchor="middle" fill="#222">{part}</text>'
    )


if __name__ == "__main__":
    (HERE / "parts.svg").write_text(draw(), "utf-8")
