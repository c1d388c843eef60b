"""Pictures of numbers over time, drawn with characters: a line in braille dots, columns in blocks.

Pure: numbers in, lines of text out, each as wide as it was asked to be.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BRAILLE = 0x2800
# Unicode chapter 21.1: the bit of each dot of a cell, by row and column.
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


def columns(values: Sequence[float], step: int, height: int) -> list[str]:
    """Draw a column for each value from 0 to 1, `step` cells each, in `height` lines from the top.

    Drawn to the eighth of a line; what is not nothing shows. Columns of two cells and more leave a
    gap between them.
    """
    fill = max(1, step - 1)
    eighths = [max(1, round(min(value, 1.0) * height * 8)) if value > 0 else 0 for value in values]
    lines = []
    for line in range(height):
        base = (height - 1 - line) * 8
        cells = (_EIGHTHS[min(8, max(0, each - base))] for each in eighths)
        lines.append("".join(cell * fill + " " * (step - fill) for cell in cells))
    return lines


def line(values: Sequence[float | None], step: int, height: int) -> list[str]:
    """Draw a line through the values from 0 to 1, `step` cells apart, in `height` lines.

    None is no value: the line goes straight over it. A value alone is a dot.
    """
    width = len(values) * step
    cells = [[0] * width for _line in range(height)]
    points = [
        (at * step * 2 + step - 1, round((1 - min(max(value, 0.0), 1.0)) * (height * 4 - 1)))
        for at, value in enumerate(values)
        if value is not None
    ]
    for here, there in zip(points, points[1:] or points, strict=False):
        _connect(cells, here, there)
    return ["".join(chr(_BRAILLE + cell) if cell else " " for cell in row) for row in cells]


def _connect(cells: list[list[int]], here: tuple[int, int], there: tuple[int, int]) -> None:
    steps = max(abs(there[0] - here[0]), abs(there[1] - here[1]), 1)
    for number in range(steps + 1):
        x = round(here[0] + (there[0] - here[0]) * number / steps)
        y = round(here[1] + (there[1] - here[1]) * number / steps)
        cells[y // 4][x // 2] |= _DOTS[y % 4][x % 2]


def ceiling(value: float) -> int:
    """Return the round number at or above a value that a scale ends with."""
    if value <= 10:
        return 10
    power: int = 10 ** math.floor(math.log10(value))
    return next(each * power // 2 for each in (2, 4, 5, 10, 20, 40) if each * power // 2 >= value)


def spread(labels: Sequence[tuple[int, str]], width: int) -> str:
    """Set labels at their places in a line; one that would touch the one before is left out."""
    line = ""
    for at, label in labels:
        place = max(0, min(at, width - len(label)))
        if not line or place >= len(line) + 2:
            line = line.ljust(place) + label
    return line[:width].ljust(width)
