"""Distractors: same type, same form; first from the article, then neighbours."""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from quiz.languages.polish.dates import LOCATIVES, MONTHS
from quiz.languages.polish.numbers import show
from quiz.languages.polish.tables import CITIES, PEOPLE, REGIONS, ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.dates import When
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.names import Name
    from quiz.languages.polish.numbers import Quantity

SEASONS = {3: "wiosną", 6: "latem", 9: "jesienią", 12: "zimą"}
FAMILIAR = frozenset(
    [
        "Jan",
        "Andrzej",
        "Piotr",
        "Krzysztof",
        "Tomasz",
        "Michał",
        "Marek",
        "Adam",
        "Jacek",
        "Paweł",
        "Marcin",
        "Zbigniew",
        "Jakub",
        "Stanisław",
    ]
)


def chance(*parts: object) -> random.Random:
    """Return a generator of numbers that depends on the given values alone."""
    return random.Random(zlib.crc32("|".join(map(str, parts)).encode()))  # no secret  # noqa: S311


def write_date(when: When, value: date, prefix: str) -> str:
    """Write a date at the granularity of another, after the preposition that governs it."""
    year = f" {value.year} roku" if when.first else ""
    if when.grain == "day":
        return f"{prefix} {value.day} {MONTHS[value.month - 1]}{year}".strip()
    if when.grain == "month":
        names = LOCATIVES if prefix == "w" else MONTHS
        w = "we" if prefix == "w" and value.month == 9 else prefix
        return f"{w} {names[value.month - 1]}{year}".strip()
    if when.grain == "season":
        return f"{SEASONS[value.month]} {value.year} roku"
    if when.grain == "part":
        return f"{prefix} {MONTHS[value.month - 1]}{year}"
    return f"{prefix} {value.year}".strip() if not prefix else f"{prefix} {value.year} roku"


def _shift(value: date, months: int) -> date:
    index = value.year * 12 + value.month - 1 + months
    return date(index // 12, index % 12 + 1, min(value.day, 28))


def pick(doc: PolishDocument, answer: str, rivals: list[str]) -> tuple[str, ...]:
    """Choose three: those the article names as often as the key come first.

    Else whoever counts words in the article would know the key without having read it.
    """
    low = doc.text.lower()

    def count(option: str) -> int:
        return len(re.findall(rf"(?<![\w,]){re.escape(option.lower())}(?!\w)", low))

    mine = count(answer)
    if not mine:
        return tuple(rivals[:3])
    often = [r for r in rivals if count(r) >= mine][:2]
    return tuple((often + [r for r in rivals if r not in often])[:3])


def date_rivals(
    doc: PolishDocument, when: When, value: date, prefix: str, limit: date
) -> list[str]:
    """Return other dates of the same granularity: the article's own, then neighbours."""
    rng = chance(doc.text[:80], value, prefix)
    out: list[date] = []
    for d in doc.dates:
        other = d.found.when
        first = other.first or (
            date(2000, other.month, min(other.day or 1, 28)) if other.month else None
        )
        if other.grain == when.grain and first and bool(other.first) == bool(when.first):
            out.append(first)
    rng.shuffle(out)
    steps: list[date] = []
    if when.grain == "year":
        steps = [value.replace(year=value.year + k) for k in (-1, 1, -2, 2, -3, -4, 3)]
    elif when.grain == "day":
        steps = [value + timedelta(days=k) for k in (-7, 7, -3, 4, -14, 11)]
        steps += [_shift(value, k) for k in (-1, 1)]
    elif when.grain == "season":
        steps = [_shift(value, k) for k in (-3, 3, -6, -12, 12)]
    else:
        steps = [_shift(value, k) for k in (-1, 1, -2, 2, -3, 3, -4)]
    below = sorted((s for s in steps if s < value), reverse=True)
    above = sorted(s for s in steps if s > value and s <= limit)
    mixed: list[date] = []
    below_count = rng.randrange(4)
    mixed += below[:below_count] + above[: 3 - below_count]
    mixed += [s for s in steps if s not in mixed and s <= limit]
    out = out[:4] + mixed
    seen = [write_date(when, value, prefix)]
    for near in out:
        text = write_date(when, near, prefix)
        if text not in seen and near != value:
            seen.append(text)
    return seen[1:]


def _round_as(value: float, like: float) -> float:
    step = 1.0
    if like == int(like):
        while like % (step * 10) == 0 and step * 10 <= like:
            step *= 10
        return max(step, round(value / step) * step)
    digits = len(str(like).split(".")[1])
    return round(value, min(digits, 3))


def same_weekday(when: When, value: date) -> list[str]:
    """Return days that fall on the same weekday, for a sentence that names it."""
    rng = chance(value)
    steps = [-14, -7, 7, 14]
    steps.pop(rng.randrange(4))
    return [write_date(when, value + timedelta(days=k), "") for k in steps]


def number_rivals(doc: PolishDocument, quantity: Quantity) -> list[str]:
    """Return other numbers of the same magnitude and shape: the article's own, then neighbours."""
    value, scale = quantity.value, ""
    for unit in ("tys.", "mln", "mld"):
        if quantity.shown.endswith(unit):
            scale = unit
    divisor = {"": 1, "tys.": 1e3, "mln": 1e6, "mld": 1e9}[scale]
    core = round(value / divisor, 4)
    rng = chance(doc.text[:80], value, quantity.first)
    own = [
        q.shown
        for _, q in doc.quantities
        if q.value != value
        and q.unit == quantity.unit
        and q.shown.endswith(scale)
        and (scale or q.shown[-1].isdigit())
        and 0.15 <= q.value / value <= 7
        and abs(q.value - value) > 0.08 * value
        and (quantity.value < 1500 or q.value > 300)
        and (value != int(value)) == (q.value != int(q.value))
    ]
    own = list(dict.fromkeys(own))
    rng.shuffle(own)
    if core == int(core) and core <= 12:
        factors = [core - 3, core - 2, core - 1, core + 1, core + 2, core + 3, core + 4]
        pool = [show(f, scale) for f in factors if f > 1]
        smaller = [show(f, scale) for f in factors if 1 < f < core][::-1]
        larger = [show(f, scale) for f in factors if f > core]
    else:
        ratios = rng.choice([(0.5, 0.7, 0.85, 1.2, 1.5, 2), (0.4, 0.6, 0.8, 1.25, 1.6, 2.4)])
        values = [_round_as(core * r, core) for r in ratios]
        if quantity.unit == "procent":
            values = [v for v in values if v < 100]
        smaller = [show(v, scale) for v in values if v < core][::-1]
        larger = [show(v, scale) for v in values if v > core]
        pool = [show(v, scale) for v in values]
    below = rng.randrange(4)
    mixed = smaller[:below] + larger[: 3 - below] + pool
    return [x for x in dict.fromkeys(own[:4] + mixed) if x != quantity.shown]


def person_rivals(doc: PolishDocument, key: Name, rank: str, avoid: set[str]) -> list[str]:
    """Return other persons, the article's own first, then people of the same rank or make."""
    own = [
        n.base
        for n in doc.names
        if n.kind == "person"
        and n.base not in avoid
        and " " in n.base
        and not (n.base.split()[-1] in key.base or key.base.split()[-1] in n.base)
        and doc.certain(n.base)
        and (n.gender in ("m1", key.gender) or not n.gender)
    ]
    rng = chance(doc.text[:80], key.base)
    mentions = Counter(own)
    own = list(mentions)
    rng.shuffle(own)
    own.sort(key=lambda base: -mentions[base])
    first = key.base.split()[0]
    if rank == "church":
        group = "church"
    elif rank in {"state", "government", "army"} or (
        not rank and any(ROLES[r.noun] in {"state", "army"} for r in doc.roles)
    ):
        group = "state"
    else:
        polish = first in FAMILIAR or key.base.endswith(("ski", "cki", "wicz"))
        group = "m" if polish else "english"
    years = [d.found.when.last.year for d in doc.dates if d.found.when.last]
    if years and max(years) < 1990:
        return own
    extra = [
        p
        for p in PEOPLE[group]
        if p not in avoid and p.split()[-1] not in doc.text and p.split()[0] not in key.base.split()
    ]
    rng.shuffle(extra)
    return own + extra


def place_rivals(doc: PolishDocument, base: str, mentioned: set[str]) -> list[str]:
    """Return other places of the same kind in base form: none that the sentence names."""
    for table in (REGIONS, CITIES):
        for group in table.values():
            if base in group:
                every = [p for g in table.values() for p in g]
                own = list(
                    dict.fromkeys(
                        n.base for n in doc.names if n.kind == "place" and n.base in every
                    )
                )
                rng = chance(doc.text[:80], base)
                near = [p for p in group if p not in own]
                rng.shuffle(near)
                rng.shuffle(own)
                rest = [p for p in every if p not in own and p not in near]
                rng.shuffle(rest)
                return [p for p in own + near + rest[:4] if p != base and p not in mentioned]
    return []
