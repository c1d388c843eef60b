"""The history as a table to read, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from quiz.base.cells import harmless, set_in
from quiz.base.cells import width as cells
from quiz.base.language import _
from quiz.base.names import mode_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.scores.models import Outcome, Played

_GAP = "  "
_NARROWEST = 6  # columns that a name is cut to before a whole column goes
_CSV_KEYS = ("id", "player", "bank", "mode", "started", "seconds", "outcome", "correct")


def table(rounds: Iterable[Played], width: int) -> str:
    """Lay the rounds out as lines of at most `width` terminal cells where that can be done.

    Names are shortened first; then columns are left out, the least telling first.
    """
    listed = list(rounds)
    if not listed:
        return _("No round has been played yet.")
    columns = [_laid_out(each, listed) for each in _columns()]
    for name in ("outcome", "time", "mode", "player", "started"):
        _shorten(columns, width)
        if _total(columns) <= width:
            break
        columns = [column for column in columns if column.name != name]
    _shorten(columns, width)
    return "\n".join(
        _GAP.join(column.cell(row) for column in columns).rstrip() for row in range(len(listed) + 1)
    )


def to_json(rounds: Iterable[Played]) -> str:
    """Return a JSON array with an object a round, each on a line of its own, answers included."""
    lines = [
        json.dumps(asdict(played) | {"started": played.started.isoformat()}, ensure_ascii=False)
        for played in rounds
    ]
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def to_csv(rounds: Iterable[Played]) -> str:
    """Return a line a round under a line of names; no cell is a formula to a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_CSV_KEYS, "answered", "points"])
    for played in rounds:
        started = played.started.isoformat()
        row = [started if key == "started" else getattr(played, key) for key in _CSV_KEYS]
        writer.writerow([*map(harmless, row), len(played.answers), played.points])
    return out.getvalue()


def outcome_word(outcome: Outcome) -> str:
    """Name an outcome in the language of the interface."""
    return {
        "finished": _("finished"),
        "quit": _("quit"),
        "interrupted": _("interrupted"),
    }[outcome]


@dataclass(slots=True)
class _Column:
    name: str
    texts: list[str]
    width: int
    left: bool
    shrinks: bool

    def cell(self, row: int) -> str:
        return set_in(self.texts[row], self.width, left=self.left)


_Kind = tuple[str, str, str, "Callable[[Played], str]"]


def _columns() -> list[_Kind]:
    return [
        ("started", "left", _("Started"), lambda played: f"{played.started:%Y-%m-%d %H:%M}"),
        ("player", "name", _("Player"), lambda played: played.player or "-"),
        ("bank", "name", _("Bank"), lambda played: played.bank),
        ("mode", "left", _("Mode"), lambda played: mode_name(played.mode)),
        ("right", "", _("Right"), lambda played: f"{played.correct}/{len(played.answers)}"),
        ("points", "", _("Points"), lambda played: str(played.points)),
        ("time", "", _("Time"), lambda played: _clock(played.seconds)),
        ("outcome", "left", _("Outcome"), lambda played: outcome_word(played.outcome)),
    ]


def _laid_out(kind: _Kind, rounds: list[Played]) -> _Column:
    name, side, head, text = kind
    texts = [head, *map(text, rounds)]
    return _Column(name, texts, max(map(cells, texts)), bool(side), side == "name")


def _total(columns: list[_Column]) -> int:
    return sum(column.width for column in columns) + len(_GAP) * (len(columns) - 1)


def _shorten(columns: list[_Column], width: int) -> None:
    names = [column for column in columns if column.shrinks]
    while (over := _total(columns) - width) > 0 and names:
        widest = max(names, key=lambda column: column.width)
        if widest.width <= _NARROWEST:
            return
        next_widest = max((each.width for each in names if each is not widest), default=0)
        step = max(1, min(over, widest.width - max(next_widest, _NARROWEST)))
        widest.width -= step


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
