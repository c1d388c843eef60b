"""The options: how points count, how a round goes on, how the game looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from quiz.app import words
from quiz.app.lines import ends, pointer
from quiz.app.order import following
from quiz.base.language import _
from quiz.base.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from quiz.app.app import NewsquizApp

VALUES: dict[str, tuple[object, ...]] = {
    "speed": (True, False),
    "streak": (True, False),
    "advance": (0, 3, 5, 8, 12),
    "theme": ("dark", "light"),
    "motion": (True, False),
    "language": ("", *LANGUAGES),
}
"""The settings of this sheet, and the values each goes round."""


class Rows(Widget):
    """The settings with a cursor."""

    can_focus = False
    cursor = reactive(0)

    @property
    def game(self) -> NewsquizApp:
        """The app, as the kind it is."""
        return cast("NewsquizApp", self.app)

    def _printed(self) -> list[tuple[str, str]]:
        settings = self.game.settings
        wait = settings.advance
        going = _("after {n} s").format(n=wait) if wait else _("with a key")
        return [
            (_("Quick answers are worth more"), words.on_off(settings.speed)),
            (_("Bonus for right answers in a row"), words.on_off(settings.streak)),
            (_("Go on from the feedback"), going),
            (_("Theme"), words.theme_name(settings.theme)),
            (_("Motion"), words.on_off(settings.motion)),
            (_("Language"), words.own_name(settings.language)),
        ]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return a line a setting."""
        return len(VALUES)

    def render(self) -> Content:
        """Draw the settings."""
        width = self.content_size.width
        lines = []
        for at, (name, value) in enumerate(self._printed()):
            here = at == self.cursor
            left = Content.assemble(pointer(here=here), name)
            line = ends(left, Content.styled(f"{value} ", "bold"), width)
            lines.append(line.stylize("on $chosen") if here else line)
        return Content("\n").join(lines)

    def change(self) -> None:
        """Take the next value of the setting under the cursor."""
        name, values = list(VALUES.items())[self.cursor]
        self.game.remember(**{name: following(values, getattr(self.game.settings, name))})
        cast("OptionsSheet", self.screen).speak()
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Change the setting under the mouse."""
        if event.y < len(VALUES):
            self.cursor = event.y
            self.change()


class OptionsSheet(ModalScreen[None]):
    """Changes take effect at once; those on points with the next round."""

    CSS_PATH = "sheets.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("enter,space,right,left", "change", "Change", show=False),
        Binding("escape,o,q", "close", "Back", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Print the settings."""
        with VerticalScroll(classes="sheet", can_focus=False):
            yield Static(classes="title")
            yield Rows()
            yield Static(classes="faint")

    def on_mount(self) -> None:
        """Print what stands around the settings."""
        self.speak()

    def speak(self) -> None:
        """Say everything in the language of the interface, which may be another than before."""
        self.query_one(".title", Static).update(Content(_("Options")))
        self.query_one(".faint", Static).update(
            Content.assemble(
                ("Enter", "bold $signal"),
                f" {_('Change')}   ",
                ("Esc", "bold $signal"),
                f" {_('Back')}",
            )
        )

    def action_move(self, by: int) -> None:
        """Move the cursor round."""
        rows = self.query_one(Rows)
        rows.cursor = (rows.cursor + by) % len(VALUES)

    def action_change(self) -> None:
        """Change what is under the cursor."""
        self.query_one(Rows).change()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
