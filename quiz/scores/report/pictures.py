"""The pictures of the page, as SVG that is drawn in the page's own colours.

Shape and pattern say what colour says, and a title says in words what each picture shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, hypot
from typing import TYPE_CHECKING

from quiz.base.figures import decimal
from quiz.base.language import _, ngettext
from quiz.scores.report.markup import Safe, element, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.scores.report.models import Item, Level

_WIDTH = 460
_HEIGHT = 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 54, 18, 18, 44
_BINS = 10
_RADIUS = 9.0


def histogram(shares: Sequence[float], name: str) -> Safe:
    """Draw how many pupils have which share of right answers, in ten steps."""
    counts = [0] * _BINS
    for share in shares:
        counts[min(_BINS - 1, int(share * _BINS + 1e-9))] += 1
    top = max(4, *counts)
    step = _step(top)
    frame = _Frame(0, 1, 0, top)
    marks = [frame.across(value, str(value)) for value in range(0, top + 1, step)]
    marks += [frame.below(value / 10, f"{value * 10}%") for value in range(0, 11, 2)]
    bars = list[Safe]()
    for at, count in enumerate(counts):
        if count:
            x, y = frame.place(at / _BINS, count)
            width = frame.place((at + 1) / _BINS, 0)[0] - x
            height = frame.place(0, 0)[1] - y
            bars.append(element("rect", x=x + 2, y=y, width=width - 4, height=height, class_="bar"))
            bars.append(_text(x + width / 2, y - 4, str(count), "value"))
    told = [
        _("{low}–{high}%: {n}").format(low=at * 10, high=at * 10 + 10, n=count)
        for at, count in enumerate(counts)
        if count
    ]
    title = ngettext(
        "How {n} pupil did on {bank}, by per cent right: {counts}",
        "How {n} pupils did on {bank}, by per cent right: {counts}",
        len(shares),
    ).format(n=len(shares), bank=name, counts=", ".join(told))
    return _picture(title, *marks, *bars, *_axes(_("right answers"), _("pupils")))


def scatter(items: Sequence[Item], name: str) -> Safe:
    """Draw each question's number where its facility and discrimination are."""
    shown = [
        item
        for item in items
        if item.facility.value is not None and item.discrimination.value is not None
    ]
    values = [item.discrimination.value or 0.0 for item in shown]
    low, high = min(-0.2, *values), max(0.8, *values)
    # Whole two tenths, so that the lines have round numbers.
    frame = _Frame(0, 1, floor(low * 5 + 1e-9) / 5, ceil(high * 5 - 1e-9) / 5)
    marks = [
        frame.across(tenth / 10, decimal(tenth / 10, 1, signed=True) if tenth else "0")
        for tenth in range(round(frame.low * 10), round(frame.high * 10) + 1, 2)
    ]
    marks += [frame.below(value / 10, f"{value * 10}%") for value in range(0, 11, 2)]
    x, y = frame.place(0, frame.high)
    right, zero = frame.place(1, 0)
    bottom = frame.place(0, frame.low)[1]
    zones = [
        element("rect", x=x, y=zero, width=right - x, height=bottom - zero, class_="against"),
        element("line", x1=x, y1=zero, x2=right, y2=zero, class_="zero"),
        _text(x + 6, bottom - 6, _("check the key"), "zone"),
        _text(x + 6, y + 12, _("tells them apart"), "zone"),
    ]
    true = [
        frame.place(item.facility.value or 0.0, item.discrimination.value or 0.0) for item in shown
    ]
    spots = _apart(true)
    points = list[Safe]()
    for place, spot in zip(true, spots, strict=True):
        if hypot(place[0] - spot[0], place[1] - spot[1]) > 1:
            points.append(
                element("line", x1=place[0], y1=place[1], x2=spot[0], y2=spot[1], class_="leader")
            )
    points += [_marker(item, *spot) for item, spot in zip(shown, spots, strict=True)]
    title = _(
        "Each question of {bank} by how easy it is (to the right) and how well it tells those who "
        "know more from the others (upwards); the table below has the numbers"
    ).format(bank=name)
    axes = _axes(_("facility: how many are right"), _("discrimination"))
    return _picture(title, *zones, *marks, *points, *axes)


def bar(share: float, kind: str) -> Safe:
    """Draw a share as a bar with a tick at 5 per cent; the number stands beside it as text."""
    width, height = 200, 12
    return element(
        "svg",
        element("rect", x=0, y=1, width=width, height=height - 2, class_="track"),
        element("rect", x=0, y=1, width=share * width, height=height - 2, class_=f"share {kind}"),
        element("line", x1=width * 0.05, y1=0, x2=width * 0.05, y2=height, class_="tick"),
        viewBox=f"0 0 {width} {height}",
        preserveAspectRatio="none",
        aria_hidden="true",
        class_="option",
    )


def sign(level: Level) -> Safe:
    """Draw the shape that stands for a verdict: disc, triangle, square, ring."""
    return element(
        "svg", _shape(level, 8.0, 8.0, 6.5), viewBox="0 0 16 16", aria_hidden="true", class_="sign"
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """The plane of a picture: from values to places."""

    left: float
    right: float
    low: float
    high: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where on the picture a point is."""
        across = (x - self.left) / (self.right - self.left) * (_WIDTH - _LEFT - _RIGHT)
        up = (y - self.low) / (self.high - self.low) * (_HEIGHT - _TOP - _BOTTOM)
        return _LEFT + across, _HEIGHT - _BOTTOM - up

    def across(self, value: float, text: str) -> Safe:
        """Draw a line across at a value of the upright axis, and its label."""
        x, y = self.place(self.left, value)
        line = element("line", x1=x, y1=y, x2=_WIDTH - _RIGHT, y2=y, class_="grid")
        return join(line, _text(x - 6, y + 4, text, "end"))

    def below(self, value: float, text: str) -> Safe:
        """Draw the label of a value of the level axis."""
        x, y = self.place(value, self.low)
        return _text(x, y + 16, text, "middle")


def _picture(title: str, *parts: Safe) -> Safe:
    return element(
        "svg",
        element("title", title),
        *parts,
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=title,
        class_="picture",
    )


def _axes(level: str, upright: str) -> Iterator[Safe]:
    yield _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 8, level, "axis middle")
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    yield element(
        "text",
        upright,
        x=12,
        y=middle,
        transform=f"rotate(-90 12 {middle:.0f})",
        class_="axis middle",
    )


def _text(x: float, y: float, text: str, kind: str) -> Safe:
    return element("text", text, x=x, y=y, class_=kind)


def _marker(item: Item, x: float, y: float) -> Safe:
    return element(
        "g",
        _shape(item.verdict.level, x, y, _RADIUS),
        # The middle of a triangle's room is below its centre.
        _text(x, y + (6 if item.verdict.level == "fair" else 3.5), str(item.number), "number"),
    )


def _shape(level: Level, x: float, y: float, size: float) -> Safe:
    if level == "poor":
        return element(
            "rect", x=x - size, y=y - size, width=2 * size, height=2 * size, class_="poor"
        )
    if level == "fair":
        wide, high = 1.35 * size, 1.2 * size
        points = (
            f"{x:.1f},{y - high:.1f} {x + wide:.1f},{y + high:.1f} {x - wide:.1f},{y + high:.1f}"
        )
        return element("polygon", points=points, class_="fair")
    return element("circle", cx=x, cy=y, r=size, class_=level)


def _apart(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Move points that cover each other apart, a little at a time, inside the frame."""
    spots = [list(place) for place in places]
    if len(spots) > 150:
        return list(places)
    room = 2 * _RADIUS + 2
    for _time in range(60):
        moved = False
        for at, one in enumerate(spots):
            for number, other in enumerate(spots[:at]):
                across, up = one[0] - other[0], one[1] - other[1]
                distance = hypot(across, up)
                if distance >= room:
                    continue
                moved = True
                if distance < 0.01:
                    # Points on the very same place part in directions of their own.
                    across, up, distance = 1.0, (number % 5 - 2) / 2, 1.0
                push = (room - distance) / 2 / distance
                one[0] += across * push
                one[1] += up * push
                other[0] -= across * push
                other[1] -= up * push
        for one in spots:
            one[0] = min(max(one[0], _LEFT + _RADIUS), _WIDTH - _RIGHT - _RADIUS)
            one[1] = min(max(one[1], _TOP + _RADIUS), _HEIGHT - _BOTTOM - _RADIUS)
        if not moved:
            break
    return [(one[0], one[1]) for one in spots]


def _step(top: int) -> int:
    return next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000, 10**6) if top / step <= 6)
