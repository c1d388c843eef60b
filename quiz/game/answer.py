"""One answer of a round, with a snapshot of the question it was given to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a player did with one question; it outlives edits of the question and its bank."""

    question: str
    """The question's id in its bank."""
    category: str
    prompt: str
    answer: str
    """The key, as it was when the question was asked."""
    chosen: str
    """The option's text, or empty where the time ran out first."""
    correct: bool
    seconds: float
    """From the options on the screen to the answer, pauses left out; `limit` for a time-out."""
    limit: int
    """The question's time in seconds; 0 where there was no clock."""
    points: int
    """With the streak bonus."""
    bank: str = ""
    """The question's bank, where the round drew on several; empty where it is the round's."""
