"""The least that Textual can show: what the game's start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """Show the line that the benchmark waits for."""
        yield Static("bare-app-is-drawn")


if __name__ == "__main__":
    Bare().run()
