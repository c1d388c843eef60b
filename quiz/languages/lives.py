"""When something happened that is asked about, and who could have had a part in it then."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.date_context import Publication
    from quiz.languages.date_rules import Dated
    from quiz.languages.known import Known
    from quiz.languages.protocol import Sentence

Years = tuple[int, int]
NOW: Years = (2015, 2026)
"""The years of a text that tells none."""
AKIN = (
    frozenset({"politics", "army", "royals", "kings"}),
    frozenset({"church", "clergy"}),
    frozenset({"film", "actors"}),
)
"""Fields whose people are met in the same sentences."""


class DatedText(Protocol):
    """A document whose dates have been read."""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""

    published: Publication
    dates: list[Dated]


def years_of(doc: DatedText, sentence: int, known: Known | None = None) -> Years:
    """Return the first and the last year in which what a sentence tells may have happened.

    It is the year that the sentence names, else that of the article, else the last that stands
    before it; `known` is the person told of, who was not active outside their own years.
    """
    at = next((s for s in doc.sentences if s.number == sentence), None)
    dated = [(d.first, d.found.when.last.year) for d in doc.dates if d.found.when.last]
    inside = [y for i, y in dated if at and at.first <= i < at.last]
    before = [y for i, y in dated if at and i < at.first]
    day = doc.published.day
    if inside:
        found = max(inside), max(inside)
    elif day is not None or doc.published.year:
        year = day.year if day is not None else doc.published.year or NOW[1]
        found = year, year
    elif dated:
        year = before[-1] if before else dated[0][1]
        found = year, year
    else:
        found = NOW
    if known is None:
        return found
    return tuple(min(max(y, known.first), known.last) for y in found)  # type: ignore[return-value]


def active(one: Known, years: Years) -> bool:
    """Whether a person was in public life in some of the years."""
    return one.first <= years[1] and years[0] <= one.last


def apart(one: str, other: str) -> bool:
    """Whether people of two fields are not met in the same sentences."""
    if not one or not other or one == other:
        return False
    return not any({one, other} <= kin for kin in AKIN)


def of_nation(bases: Sequence[str], nations: Sequence[str], nation: str) -> list[str]:
    """Return those of some people who may be of a nation: of it, or of none that is known."""
    pairs = zip(bases, nations, strict=True)
    return [base for base, other in pairs if not nation or other in {"", nation}]
