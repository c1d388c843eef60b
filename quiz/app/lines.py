"""How a line is set: two ends of one, text beside its lead, the mark of a cursor."""

from __future__ import annotations

from textual.content import Content

from quiz.app import words


def ends(left: Content, right: Content, width: int) -> Content:
    """Set two texts at the ends of a line; the left one gives way."""
    room = max(0, width - right.cell_length - 2)
    left = left.truncate(room, ellipsis=True)
    gap = max(0, width - left.cell_length - right.cell_length)
    return Content.assemble(left, " " * gap, right)


def hang(lead: Content, text: Content, width: int) -> list[Content]:
    """Wrap `text` beside `lead`."""
    indent = lead.cell_length
    first, *others = text.wrap(max(1, width - indent)) or [Content()]
    return [Content.assemble(lead, first), *(Content.assemble(" " * indent, o) for o in others)]


def pointer(*, here: bool) -> tuple[str, str]:
    """Return the lead of a row in a list, with the mark of the cursor where that is `here`."""
    return (f" {words.HERE if here else ' '} ", "bold $signal")
