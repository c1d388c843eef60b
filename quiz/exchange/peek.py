"""The beginning of a file, as far as it takes to say what format it is in."""

from __future__ import annotations

from functools import cached_property

from quiz.exchange.decode import decode
from quiz.exchange.protocol import UnreadableError

_HEAD = 200_000


class Peek:
    """A look at a file; what is costly is read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Keep the bytes."""
        self.data = data

    @cached_property
    def text(self) -> str:
        """The beginning of the file as text; "" where it is no text."""
        head = self.data
        if len(head) > _HEAD and 0 not in head[:_HEAD]:
            head = head[:_HEAD].rpartition(b"\n")[0] or head
        try:
            return decode(head)[:_HEAD]
        except UnreadableError:
            return ""
