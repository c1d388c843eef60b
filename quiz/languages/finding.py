"""Words within texts, without the cost of making a pattern for each."""

from __future__ import annotations


def occurrences(text: str, words: str, *, whole: bool = True) -> int:
    """Return how often `words` stand in `text` at the beginning of a word.

    With `whole` they end with a word as well. Upper and lower case differ.
    """
    count, at = 0, text.find(words) if words else -1
    while at >= 0:
        end = at + len(words)
        begins = at == 0 or not _inner(text[at - 1])
        if begins and not (whole and end < len(text) and _inner(text[end])):
            count += 1
        at = text.find(words, at + 1)
    return count


def occurs(text: str, words: str, *, whole: bool = True) -> bool:
    """Whether `words` stand in `text`; see `occurrences`."""
    return words in text and occurrences(text, words, whole=whole) > 0


def _inner(character: str) -> bool:
    return character.isalnum() or character == "_"
