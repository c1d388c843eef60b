"""What all screens share: a footer of keys, help on them, and a word when there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from quiz.app.keys import Keys
from quiz.base.language import _

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.app.app import NewsquizApp
    from quiz.app.keys import Key

LEAST_COLUMNS, LEAST_ROWS = 60, 16
WIDE_COLUMNS = 110
LOW_ROWS, TALL_ROWS = 22, 30


class NoRoom(Widget):
    """Covers a screen that the window is too small for; what lies below stays as it is."""

    DEFAULT_CSS = """
    NoRoom {
        layer: cover;
        display: none;
        width: 100%;
        height: 100%;
        padding: 1 2;
        background: $paper;
        content-align: center middle;
        text-align: center;
    }
    .-small NoRoom {
        display: block;
    }
    """
    SCOPED_CSS = False
    can_focus = False

    def render(self) -> Content:
        """Say how large the window has to be."""
        told = _("The window is too small: it is {columns}×{rows}, the game needs {least}.").format(
            columns=self.app.size.width,
            rows=self.app.size.height,
            least=f"{LEAST_COLUMNS}×{LEAST_ROWS}",
        )
        return Content.assemble((told, "bold"), "\n\n", (_("Nothing is lost."), "$faint"))


class Page(Screen[None]):
    """A screen of the game.

    A page lists its keys in `keys`; the footer and the help are made of that list. Textual calls
    the handlers (`on_…`) of every class that a page is made of, so none calls the one above.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "Help", show=False),
    ]

    @property
    def game(self) -> NewsquizApp:
        """The app, as the kind it is."""
        return cast("NewsquizApp", self.app)

    def compose(self) -> ComposeResult:
        """Put the footer below the content."""
        self._fit()
        yield from self.content()
        yield Keys()

    def content(self) -> ComposeResult:
        """Make what the page shows."""
        raise NotImplementedError

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something now, the most important first, help last."""
        raise NotImplementedError

    def advice(self) -> str:
        """Return what the help says above the keys."""
        return ""

    def show_keys(self) -> None:
        """Bring the footer up to date."""
        self.query_one(Keys).show(self.keys())

    def on_mount(self) -> None:
        """Fill the footer."""
        self.show_keys()

    @property
    def too_small(self) -> bool:
        """Whether the cover lies over the page."""
        size = self.app.size
        return size.width < LEAST_COLUMNS or size.height < LEAST_ROWS

    @property
    def standing(self) -> bool:
        """Whether the page is still there: what was waited for may come when it has gone."""
        return self.is_attached and self in self.app.screen_stack

    def action_back(self) -> None:
        """Go back to the page below."""
        self.app.pop_screen()

    def quit(self) -> None:
        """Quit the app; a page with something to lose sees to that first."""
        self.app.exit()

    async def action_quit(self) -> None:
        """Quit from anywhere on the page."""
        self.quit()

    def on_resize(self) -> None:
        """Cover the page while there is no room for it; the cover is made when first needed."""
        self._fit()
        if self.too_small and not self.query(NoRoom):
            self.mount(NoRoom())

    def _fit(self) -> None:
        """Set the classes of an unusual window; a usual one has none, and pays for none."""
        size = self.app.size
        self.set_class(size.width >= WIDE_COLUMNS, "-wide")
        self.set_class(size.height < LOW_ROWS, "-low")
        self.set_class(size.height >= TALL_ROWS, "-tall")
        self.set_class(self.too_small, "-small")

    def action_help(self) -> None:
        """Show all keys of the page."""
        from quiz.app.help import HelpSheet  # noqa: PLC0415  # parsed when first asked for

        self.app.push_screen(HelpSheet(self.keys(), self.advice()))
