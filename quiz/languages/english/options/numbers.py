"""Other numbers of the same magnitude, precision and unit, in the style of the key."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from quiz.languages.chance import MOST, chance, mixed
from quiz.languages.english.numerals import style_of, written
from quiz.languages.number_options import clear, evenly, own_numbers, shuffled
from quiz.languages.values import apart, numbers_near, step_of

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.quantities import Quantity

_LIMITS = {
    "hour": 72, "minute": 180, "second": 120, "week": 60, "month": 60, "year": 110, "floor": 60,
    "storey": 60, "goal": 12, "continent": 7, "set": 5, "day": 100, "percent": 100,
}  # fmt: skip
"""The most that can be believed of what is counted."""
_PLURALS = {
    "yen": "yen", "yuan": "yuan", "foot": "feet", "inch": "inches", "century": "centuries",
    "stone": "stone",
}  # fmt: skip
_CODE = re.compile(r"(?:US|NZ|AU|HK|CA|[ACS])?\$|(?:USD|EUR|GBP|JPY|CHF|NZD|AUD|CAD|Rs)\b")
NESTING = re.compile(
    r"\b(?:than|over|under|above|below|at least|at most|up to|as (?:many|much|few|little) as)$",
    re.IGNORECASE,
)
"""What leaves a number open to one side: "more than 200" is true where "more than 700" is."""
_FEW = 3
_AGE_STEPS = (3, 5, 8, 11)
_GROWN, _OLDEST = 18, 110
_PARTS = frozenset({"of", "out", "from", "among"})


def _bounds(doc: EnglishDocument, quantity: Quantity) -> tuple[float, float]:
    """Return what a number may be at least and at most, from its unit and its sentence.

    In "12 of 40 people" neither may cross the other: a part is smaller than the whole.
    """
    words = doc.words
    low, high = 0.0, _LIMITS.get(quantity.unit, math.inf)
    if quantity.whole and words[quantity.whole - 1].text.lower() in {"magnitude", "grade"}:
        high = 10
    for word in words[slice(*quantity.noun)]:
        high = min(high, _LIMITS.get(word.lemma.lower(), math.inf))
    sentence = next((s for s, q in doc.quantities if q == quantity), None)
    for where, other in doc.quantities:
        if sentence is None or where.number != sentence.number or other == quantity:
            continue
        between = {w.text.lower() for w in words[quantity.last : other.whole]}
        if 0 <= other.whole - quantity.last <= 3 and between & _PARTS and other.value > 1:
            high = min(high, other.value)
        between = {w.text.lower() for w in words[other.last : quantity.whole]}
        if 0 <= quantity.whole - other.last <= 3 and between & _PARTS:
            low = max(low, other.value)
    return low, max(high, quantity.value)


def measure(quantity: Quantity) -> str:
    """Return the question words for what measures and counts no noun; nothing for a plain count."""
    if quantity.unit in {"percent", "percentage point"}:
        return "what percentage" if quantity.unit == "percent" else "how many percentage points"
    if not quantity.shown[:1].isalnum() or _CODE.match(quantity.shown):
        return "how much money"
    if quantity.unit and quantity.noun[0] == quantity.noun[1]:
        return f"how many {_PLURALS.get(quantity.unit, quantity.unit + 's')}"
    return ""


def number_options(doc: EnglishDocument, quantity: Quantity) -> tuple[str, list[str]]:
    """Return a number as an option shows it, and others of the same magnitude and shape.

    What makes the key less exact ("about") stands before all of them.
    """
    style = style_of(quantity.shown)
    answer = f"{quantity.about} {quantity.shown}".strip()
    if style is None:
        return answer, []
    divisor = style.worth
    core = round(quantity.value / divisor, 4)
    low, high = _bounds(doc, quantity)
    rng = chance(doc.text[:80], quantity.value, quantity.first)

    def good(other: float) -> bool:
        return (
            low < other * divisor <= high
            and apart(other, core)
            and not (other == 1 and core > _FEW and not style.scale)
            and clear(other, core, hedged=bool(quantity.about))
        )

    def alike(q: Quantity) -> bool:
        other = style_of(q.shown)
        return other is not None and (
            (other.scale, other.sign, other.tail) == (style.scale, style.sign, style.tail)
        )

    counts = [q for _, q in doc.quantities]
    own = own_numbers(counts, quantity, divisor, alike)
    # a number tells by itself not what it counts: those of the same unit only come first
    same = own_numbers((q for q in counts if q.unit == quantity.unit), quantity, divisor, alike)
    own = [*shuffled(rng, same, good), *shuffled(rng, own, good)]
    own = [n for n in own if step_of(n) * 10 >= step_of(core)]  # 91 is too exact beside 300
    own = list(dict.fromkeys(own))
    near = [n for n in numbers_near(core, rng, low / divisor, high / divisor) if good(n)]
    texts = [written(style, n * divisor) for n in evenly(rng, core, own, near)]
    lead = f"{quantity.about} " if quantity.about else ""
    out = [f"{lead}{t}" for t in dict.fromkeys(texts) if t and t != quantity.shown]
    return answer, out[:MOST]


def age_options(doc: EnglishDocument, age: int) -> list[str]:
    """Return other ages of grown or growing people like one: the article's own, then near ones."""
    rng = chance(doc.text[:80], age)
    every = {int(a.value) for a in doc.amounts if a.unit == "age" and a.value.isdigit()}
    own = [n for n in mixed(rng, sorted(every - {age})) if (n < _GROWN) == (age < _GROWN)]
    near = [age + sign * n for n in _AGE_STEPS for sign in (-1, 1) if 0 < age + sign * n <= _OLDEST]
    return [str(int(n)) for n in evenly(rng, age, own, near)][:MOST]
