"""Other numbers of the same magnitude, precision and unit, that fit the noun they count."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.number_options import clear, own_numbers, ranked, shuffled
from quiz.languages.polish.numbers import VALUES, show
from quiz.languages.values import apart, numbers_near, placed, step_of

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Reading
    from quiz.languages.quantities import Quantity

SCALES = {"tys.": 1e3, "mln": 1e6, "mld": 1e9}
LIMITS = {
    "godzina": 72, "minuta": 180, "sekunda": 120, "tydzień": 60, "miesiąc": 60, "rok": 110,
    "lato": 110, "piętro": 60, "bramka": 12, "gol": 12, "punkt": math.inf, "set": 5,
    "województwo": 16, "kontynent": 7,
}  # fmt: skip
"""The most that can be believed of what is counted."""
PARTS = frozenset({"z", "ze", "spośród", "na"})


def plural(value: float) -> int:
    """Return which form of a noun a number takes: 1, 2 (two to four), 5, or 0 for a fraction."""
    if value != int(value):
        return 0
    if value == 1:
        return 1
    tens, units = int(value) % 100, int(value) % 10
    return 2 if units in {2, 3, 4} and tens not in {12, 13, 14} else 5


def _bounds(doc: PolishDocument, quantity: Quantity) -> tuple[float, float]:
    """Return what a number may be at least and at most, from its unit and its sentence.

    In "12 z 40 osób" neither may cross the other: a part is smaller than the whole.
    """
    low, high = 0.0, math.inf
    if quantity.unit == "procent" and quantity.value <= 100:
        high = 100
    words = doc.words
    for i in range(quantity.last, min(quantity.last + 2, len(words))):
        for lemma in {r.lemma for r in words[i].readings}:
            high = min(high, LIMITS.get(lemma, math.inf))
    sentence = next((s for s, q in doc.quantities if q is quantity or q == quantity), None)
    for where, other in doc.quantities:
        if sentence is None or where.number != sentence.number or other == quantity:
            continue
        between = {w.lower for w in words[quantity.last : other.whole]}
        if 0 <= other.whole - quantity.last <= 2 and between & PARTS and other.value > 1:
            high = min(high, other.value)
        between = {w.lower for w in words[other.last : quantity.whole]}
        if 0 <= quantity.whole - other.last <= 2 and between & PARTS:
            low = max(low, other.value)
    return low, max(high, quantity.value)


def number_rivals(
    doc: PolishDocument, quantity: Quantity, *, agreeing: bool = False, lead: str = ""
) -> list[str]:
    """Return other numbers of the same magnitude and shape: the article's own, then neighbours.

    With `agreeing`, only such as take the same form of the counted noun as the key (5 lat, not
    2 lata). `lead` is what is said before the number ("ponad"): the others keep clear of it.
    """
    value = quantity.value
    unit = next((u for u in SCALES if quantity.shown.endswith(u)), "")
    divisor = SCALES.get(unit, 1.0)
    core = round(value / divisor, 4)
    hedged = bool(lead) or quantity.whole < quantity.first
    low, high = _bounds(doc, quantity)
    rng = chance(doc.text[:80], value, quantity.first)

    def good(other: float) -> bool:
        if not low < other * divisor <= high or not apart(other, core):
            return False
        if other == 1 and core > 3 and not unit:
            return False
        if not clear(other, core, hedged=hedged):
            return False
        return unit != "" or not agreeing or plural(other) == plural(core)

    def alike(q: Quantity) -> bool:
        written = q.shown.endswith(unit) if unit else q.shown[-1:].isdigit()
        return written and q.unit == quantity.unit

    own = shuffled(rng, own_numbers((q for _, q in doc.quantities), quantity, divisor, alike), good)
    near = [n for n in numbers_near(core, rng, low / divisor, high / divisor) if good(n)]
    if agreeing and not unit and len(near) < 3:
        near = [n for n in _agreeing(core) if good(n)]
    texts = [show(n, unit) for n in ranked(rng, core, own, near)]
    out = [t for t in dict.fromkeys(texts) if t != quantity.shown][:MOST]
    return out if len(out) >= 3 or not agreeing else []


def _agreeing(core: float) -> list[float]:
    """Return whole numbers around one that take the same form of a noun, nearest first."""
    reach = max(6, round(core * 0.8))
    step = max(1, int(step_of(core)))
    found = [core + k * step for k in range(-reach, reach + 1) if k]
    found = [n for n in found if n > 1 and plural(n) == plural(core)]
    return sorted(found, key=lambda n: abs(n - core))[:12]


def _length(value: float) -> int:
    """Return which words a number is told by: up to ten, the teens, tens, hundreds."""
    return (value > 10) + (value >= 20) + (value >= 100)


def spelled_rivals(doc: PolishDocument, quantity: Quantity, word: Reading) -> list[str]:
    """Return other number words in the case and gender of the key's ("pięciu" -> "siedmiu")."""
    out: list[tuple[float, str]] = []
    for lemma, value in VALUES.items():
        if (
            value == quantity.value
            or value != int(value)
            or plural(value) != plural(quantity.value)
            or lemma.endswith(("oro", "oje"))
            or value <= 1
            or _length(value) != _length(quantity.value)
        ):
            continue
        form = next(
            (
                f
                for f, r in doc.morphology.forms(lemma)
                if r.pos == "num" and r.cases == word.cases and r.genders == word.genders
            ),
            "",
        )
        if form:
            out.append((value, form))
    rng = chance(doc.text[:80], quantity.value, quantity.first)
    near = sorted(out, key=lambda pair: abs(pair[0] - quantity.value))
    below = [f for v, f in near if v < quantity.value]
    above = [f for v, f in near if v > quantity.value]
    chosen = placed(below, above, rng.randrange(4))
    return list(dict.fromkeys([*chosen, *(f for _, f in near)]))[:MOST]


def score_rivals(doc: PolishDocument, score: str) -> list[str]:
    """Return other results of the same game ("3:1"): the winner stays the winner."""
    m = re.fullmatch(r"(\d{1,3})\s*([:–-])\s*(\d{1,3})", score)
    if m is None:
        return []
    one, sign, two = int(m[1]), m[2], int(m[3])
    rng = chance(doc.text[:80], score)
    if max(one, two) > 30:
        steps = [(-6, -4), (5, 3), (-3, 4), (8, -2), (4, 9), (-9, -7)]
    else:
        steps = [(1, 0), (0, 1), (1, 1), (-1, 0), (0, -1), (-1, -1), (2, 0), (2, 1), (1, 2)]
    found = [(one + a, two + b) for a, b in steps if one + a >= 0 and two + b >= 0]
    kept = [(a, b) for a, b in found if (a > b) == (one > two) and (a == b) == (one == two)]
    return [f"{a}{sign}{b}" for a, b in mixed(rng, kept)][:MOST]
