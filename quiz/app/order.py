"""The settings of the round to come, as one panel: a row of columns, or a column of rows.

One widget that draws them all, as the home screen pays for each widget before its first frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.geometry import Size


_Value = TypeVar("_Value")


class Choice(NamedTuple):
    """One setting: the key that changes it, the page's action, its name and its value."""

    key: str
    action: str
    name: str
    value: str


class Order(Widget):
    """Shows the choices; a click on one does what its key does."""

    can_focus = False

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._choices: Sequence[Choice] = ()
        self._told = ""

    def show(self, choices: Sequence[Choice], told: str) -> None:
        """Print the choices; where there is room for it, `told` says what they amount to."""
        self._choices, self._told = choices, told
        self.refresh(layout=True)

    def _columns(self, width: int) -> int:
        if width < 40:
            return 1
        return 3 if width < 70 and len(self._choices) > 4 else max(1, len(self._choices))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the lines drawn."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the choices, each its name above its value."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        columns = self._columns(width)
        cell = max(1, width // columns)
        lines: list[Content] = []
        for start in range(0, len(self._choices), columns):
            row = self._choices[start : start + columns]
            if columns == 1 and lines:
                lines.append(Content())
            lines.append(Content.assemble(*(_name(choice, cell) for choice in row)))
            lines.append(Content.assemble(*(_value(choice, cell) for choice in row)))
        if columns == 1 and self._told:
            lines += [Content(), Content.styled("─" * width, "$rule"), Content()]
            lines += Content.styled(self._told, "$faint").wrap(width)
        return lines

    async def on_click(self, event: events.Click) -> None:
        """Do what the key of the choice under the mouse does."""
        at = event.get_content_offset(self)
        if at is None:
            return
        width = self.content_size.width
        columns = self._columns(width)
        height = 3 if columns == 1 else 2
        position = at.y // height * columns + min(at.x // max(1, width // columns), columns - 1)
        if position < len(self._choices):
            await self.run_action(f"screen.{self._choices[position].action}")


def _name(choice: Choice, width: int) -> Content:
    name = Content.assemble((f"{choice.key} ", "bold $signal"), (choice.name, "$faint"))
    return name.truncate(width, pad=True)


def _value(choice: Choice, width: int) -> Content:
    value = Content.assemble("  ", (choice.value, "bold"))
    return value.truncate(max(1, width - 1), ellipsis=True).truncate(width, pad=True)


def following(values: Sequence[_Value], value: _Value) -> _Value:
    """Return the value after `value`, round and round; after one that is none of them the first."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]
