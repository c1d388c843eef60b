"""The history as a table to read, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.base.text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from quiz.scores.models import Outcome, Played

_GAP = "  "
_NARROWEST = 6  # columns that a name is cut to before a whole column goes
_CSV_KEYS = ("id", "player", "bank", "mode", "started", "seconds", "outcome", "correct")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


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
    """Return a line a round under a line of names; no cell is a formula to a spreadsheet.

    Text that would be one begins with an apostrophe (OWASP, "CSV Injection").
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*_CSV_KEYS, "answered", "points"])
    for played in rounds:
        values = asdict(played) | {"started": played.started.isoformat()}
        cells = [values[key] for key in _CSV_KEYS]
        writer.writerow([*map(_harmless, cells), len(played.answers), played.points])
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
        text = _cut(self.texts[row], self.width)
        space = " " * (self.width - _cells(text))
        return text + space if self.left else space + text


_Kind = tuple[str, str, str, "Callable[[Played], str]"]


def _columns() -> list[_Kind]:
    return [
        ("started", "left", _("Started"), lambda played: f"{played.started:%Y-%m-%d %H:%M}"),
        ("player", "name", _("Player"), lambda played: played.player or "-"),
        ("bank", "name", _("Bank"), lambda played: played.bank),
        ("mode", "left", _("Mode"), lambda played: played.mode),
        ("right", "", _("Right"), lambda played: f"{played.correct}/{len(played.answers)}"),
        ("points", "", _("Points"), lambda played: str(played.points)),
        ("time", "", _("Time"), lambda played: _clock(played.seconds)),
        ("outcome", "left", _("Outcome"), lambda played: outcome_word(played.outcome)),
    ]


def _laid_out(kind: _Kind, rounds: list[Played]) -> _Column:
    name, side, head, text = kind
    texts = [head, *map(text, rounds)]
    return _Column(name, texts, max(map(_cells, texts)), bool(side), side == "name")


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


def _cells(text: str) -> int:
    if text.isascii():
        return len(text)
    return sum(map(_cell_width, text))


def _cell_width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut(text: str, width: int) -> str:
    if _cells(text) <= width:
        return text
    room, kept = width - 1, ""
    for character in text:
        room -= _cell_width(character)
        if room < 0:
            break
        kept += character
    return kept + "…"


def _harmless(cell: object) -> object:
    if not isinstance(cell, str):
        return cell
    text = one_line(cell)
    return "'" + text if text.startswith(_FORMULA) else text
