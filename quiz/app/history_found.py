"""What the look back reads at a time, in a thread, and what it says where there is nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from quiz.app.history_filter import Known
from quiz.app.history_section import Look
from quiz.base.language import _
from quiz.scores.history.values import Filter

if TYPE_CHECKING:
    from datetime import date

    from quiz.app.history_section import Section
    from quiz.scores.history.values import Sums
    from quiz.scores.index.index import ScoreIndex


class Found(NamedTuple):
    """What was read for the page."""

    look: Look
    known: Known
    problem: str
    """Why there is nothing though there is a file: "newer", "foreign" or nothing."""
    everything: int
    """All rounds there are."""
    sums: Sums
    """Of those that pass the filter."""
    shown: object
    """What the part on the screen shows."""


def find(
    index: ScoreIndex, which: Filter | None, player: str, section: Section, today: date
) -> Found:
    """Read what `section` shows of the rounds that pass `which`.

    None begins with everything, or in a file that several share with the rounds of `player`.
    """
    from quiz.scores.history.progress import total  # noqa: PLC0415  # after the first frame
    from quiz.scores.history.rounds import banks, modes, players  # noqa: PLC0415

    known = Known(players(index), banks(index), modes(index))
    several = len(known.players) > 1
    if which is None:
        which = Filter(player=player if several and player in known.players else None)
    look = Look(which, today, shared=which.player is None and several)
    sums = total(index, which)
    shown = section.read(index, look) if sums.rounds else None
    return Found(look, known, index.problem, total(index).rounds, sums, shown)


def nothing(found: Found) -> Content:
    """Say why there is nothing to see, and what to do."""
    if found.problem:
        told = {
            "newer": _("The score file is of a newer version of newsquiz. Update it to look back."),
            "foreign": _("What lies in the place of the score file is none. It is left alone."),
        }
        return Content(told[found.problem])
    if found.everything:
        return Content.assemble(
            (_("No round fits this choice."), "bold"),
            "\n\n",
            _("p, b, m and s change it; x shows everything again."),
        )
    return Content.assemble(
        (_("Nothing played yet."), "bold"),
        "\n\n",
        _(
            "Every round you finish is kept here: each question with what you chose and what was "
            "right, how your accuracy goes over time, what you know by category, and the days "
            "you played."
        ),
        "\n\n",
        _("Press Escape and then Enter for the first one."),
    )
