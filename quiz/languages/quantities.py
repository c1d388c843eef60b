"""Numbers of a text with what they count or measure; nothing here belongs to one language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text: value, its words (half open), what is before and after it.

    `unit` is a lemma (procent, kilometr, dollar …) when the number measures instead of counting;
    `whole` is where the approximation before it begins, `about` what that says ("over");
    `noun` are the words of what is counted; `shown` is the number as an option shows it.
    """

    value: float
    first: int
    last: int
    whole: int
    unit: str
    shown: str
    about: str = ""
    noun: tuple[int, int] = (0, 0)

    @property
    def exact(self) -> bool:
        """Whether the text gives the number without an approximation."""
        return not self.about


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is no plain count: a range, a fraction, an age, "over a year"."""

    first: int
    last: int
    value: str
    shown: str
    unit: str = ""


def plain(value: float) -> str:
    """Write a number as data: no spaces, a point."""
    return str(int(value)) if value == int(value) else f"{value:.6f}".rstrip("0")
