"""Numbers with what they count: digits, words in every case, thousands to milliards."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.polish.morph import Word

VALUES = {
    "jeden": 1, "dwa": 2, "trzy": 3, "cztery": 4, "pięć": 5, "sześć": 6, "siedem": 7, "osiem": 8,
    "dziewięć": 9, "dziesięć": 10, "jedenaście": 11, "dwanaście": 12, "trzynaście": 13,
    "czternaście": 14, "piętnaście": 15, "szesnaście": 16, "siedemnaście": 17, "osiemnaście": 18,
    "dziewiętnaście": 19, "dwadzieścia": 20, "trzydzieści": 30, "czterdzieści": 40,
    "pięćdziesiąt": 50, "sześćdziesiąt": 60, "siedemdziesiąt": 70, "osiemdziesiąt": 80,
    "dziewięćdziesiąt": 90, "sto": 100, "dwieście": 200, "trzysta": 300, "czterysta": 400,
    "pięćset": 500, "sześćset": 600, "siedemset": 700, "osiemset": 800, "dziewięćset": 900,
    "dwoje": 2, "troje": 3, "czworo": 4, "pięcioro": 5, "sześcioro": 6, "pół": 0.5, "półtora": 1.5,
}  # fmt: skip
SCALES = {
    "tysiąc": 1_000, "tys": 1_000, "milion": 1_000_000, "mln": 1_000_000,
    "miliard": 1_000_000_000, "mld": 1_000_000_000,
}  # fmt: skip
ABOUT = frozenset(
    [
        "ponad",
        "około",
        "ok",
        "blisko",
        "prawie",
        "niemal",
        "przeszło",
        "niespełna",
        "co",
        "mniej",
        "więcej",
    ]
)
MEASURED = ("letn", "dniow", "godzinn", "osobow", "stron", "metrow", "kilometrow", "procentow")
COMPOUND = {
    "dwu": 2, "trzy": 3, "cztero": 4, "pięcio": 5, "sześcio": 6, "siedmio": 7, "ośmio": 8,
    "dziewięcio": 9, "dziesięcio": 10,
}  # fmt: skip
"""What an adjective begins with that counts: a trzydniowy, an ośmioosobowy …"""
NUMBERED = frozenset(
    {"godz", "nr", "numer", "numerze", "numerem", "art", "poz", "ust", "str", "godzinie", "godzina"}
)
UNITS = frozenset({"proc", "procent", "%", "zł", "euro", "dolar", "funt", "km", "m", "kg", "ha"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text: value, its words (half open), approximation before it, digits or not.

    `unit` is a lemma (procent, kilometr, dolar …) when the number measures instead of counting;
    `whole` includes the approximation; `shown` is the number as an option shows it.
    """

    value: float
    first: int
    last: int
    whole: int
    unit: str
    shown: str


def show(value: float, scale: str = "") -> str:
    """Write a number as Polish does: a comma, and spaces by thousands from five digits on."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
    head, _, tail = text.partition(".")
    head = head.replace(",", "" if value < 10_000 else "\u00a0")
    return head + ("," + tail if tail else "") + (f" {scale}" if scale else "")


def _digits(text: str) -> float | None:
    plain = re.sub(r"[ \u00a0\u202f]", "", text)
    if re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "")
    if not re.fullmatch(r"\d+([.,]\d+)?", plain):
        return None
    return float(plain.replace(",", "."))


def _lemma(word: Word) -> str:
    for r in word.readings:
        if (r.lemma in VALUES and r.pos in {"num", "adj"}) or r.lemma in SCALES:
            return r.lemma
    return word.lower if word.lower in SCALES else ""


def find_quantities(
    words: Sequence[Word], first: int, last: int, taken: Callable[[int], bool]
) -> list[Quantity]:
    """Return the numbers among words [first, last) that no date took; ordinals are left out."""
    out: list[Quantity] = []
    i = first
    while i < last:
        word = words[i]
        start, total, current, scale, seen = i, 0.0, 0.0, "", False
        spelled = False
        while i < last and not taken(i):
            w = words[i]
            value = _digits(w.text) if w.digit else None
            lemma = "" if value is not None else _lemma(w)
            if value is not None and not (seen and current):
                current, seen = value, True
            elif lemma in SCALES:
                total += (current or 1) * SCALES[lemma]
                scale = {"tysiąc": "tys.", "tys": "tys.", "milion": "mln", "miliard": "mld"}.get(
                    lemma, lemma
                )
                spelled = spelled or lemma in {"tysiąc", "milion", "miliard"}
                current, seen = 0.0, True
                if i + 1 < last and words[i + 1].text == "." and lemma in {"tys", "mln", "mld"}:
                    i += 1
            elif lemma and VALUES[lemma] and (not seen or current >= VALUES[lemma] * 10 or total):
                current, seen, spelled = current + VALUES[lemma], True, True
            else:
                break
            i += 1
        if not seen:
            i = max(i, start) + 1
            continue
        value = total + current
        after = words[i] if i < last else None
        before = words[start - 1] if start > first else None
        glued = before is not None and before.end == word.start and before.text not in '("„(–—-'
        glued = glued or (
            after is not None and after.start == words[i - 1].end and after.text in "-–/:"
        )
        if after is not None and after.text == "-" and i + 1 < last:
            glued = glued and not words[i + 1].lower.startswith(MEASURED)
        ordinal = after is not None and after.text == "." and word.digit and not scale
        name = (
            before is not None
            and before.capital
            and before.alpha
            and start - 1 > first
            and not scale
            and word.digit
        )
        one = value == 1 and not scale
        dotted = before is not None and before.text == "." and start - 2 >= first
        label = (words[start - 2] if dotted else before) if before is not None else None
        named = label is not None and label.lower in NUMBERED
        named = named or (
            after is not None
            and after.lower in {"rok", "roku", "rokiem"}
            and value not in {0.5, 1.5}
        )
        if glued or ordinal or name or named or one or value == 0:
            continue
        whole = start
        while whole > first and (
            words[whole - 1].lower in ABOUT
            or (words[whole - 1].text == "." and words[whole - 2].lower == "ok")
        ):
            whole -= 1
        if whole < start and words[whole].lower in {"co", "mniej", "więcej"} and start - whole < 2:
            whole = start
        unit = ""
        end = i
        if after is not None and (
            after.text == "%" or after.lower in {"proc", "procent", "procentach", "procenta"}
        ):
            unit, end = "procent", i + 1
            if end < last and words[end].text == "." and after.lower == "proc":
                end += 1
        elif after is not None and after.lower == "roku":
            unit, end = "rok", i + 1
        elif after is not None:
            lemma = after.lemma("subst") or after.lower
            if lemma in UNITS or after.lower in UNITS:
                unit = lemma
        shown = (
            show(total / _scale(scale), scale)
            if scale and not current and not (spelled and total <= 9000)
            else show(value)
        )
        out.append(Quantity(value, start, end, whole, unit, shown))
    return out


def _scale(shown: str) -> int:
    return {"tys.": 1_000, "mln": 1_000_000, "mld": 1_000_000_000}.get(shown, 1)


def compound(word: Word) -> int:
    """Return what an adjective like "ośmiodniowy" counts, or 0."""
    if len(word.text) > 7 and word.has("adj"):
        return next((n for part, n in COMPOUND.items() if word.lower.startswith(part)), 0)
    return 0
