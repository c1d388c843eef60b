"""Narrowing a look back: what the keys for player, bank, mode and days ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType

from quiz.app.history_filter import (
    SPANS,
    Known,
    bank_name,
    days_of,
    days_told,
    is_open,
    mode_name,
    player_name,
    within,
)
from quiz.app.page import Page
from quiz.base.language import _
from quiz.scores.history.values import Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from quiz.app.picksheet import Picked

_Value = TypeVar("_Value")


class Narrowing(Page):
    """Asks for the sides of a filter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "player", "Player", show=False),
        Binding("b", "bank", "Bank", show=False),
        Binding("m", "mode", "Mode", show=False),
        Binding("s", "span", "Span", show=False),
        Binding("x", "clear", "Show all", show=False),
    ]

    which: Filter | None = None
    """What passes; None until something was read."""
    known = Known()
    """What there is to choose from."""

    @property
    def today(self) -> date:
        """The day up to which one looks back."""
        return self.game.now().date()

    @property
    def narrowed(self) -> bool:
        """Whether something does not pass."""
        return self.which is not None and not is_open(self.which)

    def show_part(self) -> None:
        """Show what passes now."""
        raise NotImplementedError

    def narrow(self, **changes: object) -> None:
        """Let other rounds pass."""
        if self.which is not None:
            self.which = replace(self.which, **changes)  # type: ignore[arg-type]
            self.show_part()

    def action_player(self) -> None:
        """Ask whose rounds."""
        self._ask_side("player", _("Whose rounds?"), player_name, self.known.players)

    def action_bank(self) -> None:
        """Ask for a bank."""
        self._ask_side("bank", _("Which bank?"), bank_name, self.known.banks)

    def action_mode(self) -> None:
        """Ask for a mode."""
        self._ask_side("mode", _("Which mode?"), mode_name, self.known.modes)

    def _ask_side(
        self, side: str, title: str, name: Callable[[str | None], str], known: Iterable[str]
    ) -> None:
        if self.which is not None:
            offered = [(name(each), each) for each in (None, *known)]
            chosen: str | None = getattr(self.which, side)
            self._pick(title, offered, chosen, lambda value: self.narrow(**{side: value}))

    def action_span(self) -> None:
        """Ask for a span of days."""

        def take(days: int | None) -> None:
            if self.which is not None:
                narrowed = within(self.which, days, self.today)
                self.narrow(since=narrowed.since, until=narrowed.until)

        if self.which is not None:
            offered = [(days_told(each), each) for each in (None, *SPANS)]
            self._pick(_("Which days?"), offered, days_of(self.which, self.today), take)

    def _pick(
        self,
        title: str,
        offered: Sequence[tuple[str, _Value]],
        chosen: _Value,
        take: Callable[[_Value], None],
    ) -> None:
        from quiz.app.picksheet import PickSheet  # noqa: PLC0415  # parsed when first needed

        def picked(one: Picked[_Value] | None) -> None:
            if one is not None:
                take(one.value)

        self.app.push_screen(PickSheet(title, offered, chosen), picked)

    def action_clear(self) -> None:
        """Let everything pass."""
        if self.narrowed:
            self.which = Filter()
            self.show_part()
