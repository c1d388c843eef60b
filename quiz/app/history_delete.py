"""Deleting from the history, and bringing back what was deleted in this sitting."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from quiz.app.archive import or_tell
from quiz.app.history_filter import player_name
from quiz.app.page import Page
from quiz.base import dates
from quiz.base.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from quiz.scores.history.values import Told
    from quiz.scores.models import Played


class Deleting(Page):
    """What the pages of the history share: to delete, after a question, and to undo."""

    def ask_to_delete_round(self, played: Told | Played, then: Callable[[], object]) -> None:
        """Ask whether to delete a round; `then` follows when it is deleted."""
        told = _(
            "{bank}, {day}, {player}: it no longer counts in history, bars and reviews. "
            "u brings it back."
        ).format(
            bank=played.bank or "–",
            day=dates.moment(played.started),
            player=player_name(played.player),
        )
        self._ask(_("Delete this round?"), told, partial(_remove_round, played.id), then)

    def ask_to_delete_player(self, player: str, rounds: int, then: Callable[[], object]) -> None:
        """Ask whether to delete all rounds of a player."""
        title = _("Delete all rounds of {player}?").format(player=player_name(player))
        told = ngettext(
            "{n} round no longer counts in history, bars and reviews. u brings it back.",
            "{n} rounds no longer count in history, bars and reviews. u brings them back.",
            rounds,
        ).format(n=rounds)
        self._ask(title, told, partial(_remove_player, player), then)

    def _ask(
        self,
        title: str,
        told: str,
        work: Callable[[Path, datetime], tuple[str, ...]],
        then: Callable[[], object],
    ) -> None:
        from quiz.app.sheets import Ask  # noqa: PLC0415  # parsed when first needed

        def answered(delete: bool | None) -> None:
            if delete:
                self.game.run_worker(self._delete(work, then))

        self.app.push_screen(Ask(title, told, _("Delete"), _("Keep")), answered)

    async def _delete(
        self, work: Callable[[Path, datetime], tuple[str, ...]], then: Callable[[], object]
    ) -> None:
        game = self.game
        removed = await or_tell(game, game.archive.change(lambda scores: work(scores, game.now())))
        if removed is None:
            return
        if removed:
            game.archive.deleted.append(removed)
            told = ngettext(
                "{n} round deleted. u brings it back.",
                "{n} rounds deleted. u brings them back.",
                len(removed),
            )
            game.notify(told.format(n=len(removed)), markup=False)
        then()

    async def bring_back(self) -> bool:
        """Undo the last deletion of this sitting; tell whether anything came back."""
        game = self.game
        if not game.archive.deleted:
            return False
        rounds = game.archive.deleted[-1]
        restored = await or_tell(
            game, game.archive.change(lambda scores: _restore(scores, rounds, game.now()))
        )
        if restored is None:
            return False
        game.archive.deleted.pop()
        told = ngettext("{n} round is back.", "{n} rounds are back.", len(restored))
        game.notify(told.format(n=len(restored)), markup=False)
        return True


def _remove_round(identity: str, scores: Path, now: datetime) -> tuple[str, ...]:
    from quiz.scores.removal import remove_rounds  # noqa: PLC0415  # after the first frame

    return remove_rounds(scores, (identity,), now)


def _remove_player(player: str, scores: Path, now: datetime) -> tuple[str, ...]:
    from quiz.scores.removal import remove_player  # noqa: PLC0415  # after the first frame

    return remove_player(scores, player, now)


def _restore(scores: Path, rounds: tuple[str, ...], now: datetime) -> tuple[str, ...]:
    from quiz.scores.removal import restore  # noqa: PLC0415  # after the first frame

    return restore(scores, rounds, now)
