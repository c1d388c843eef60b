"""Numbers with what they count: digits, words in every case, thousands to billions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import CASES
from quiz.languages.polish.nouns import noun_phrase
from quiz.languages.polish.numerals import (
    ABOUT,
    LABELS,
    SIGNS,
    UNITS,
    VAGUE,
    VALUES,
    Numeral,
    compound,
    digits,
    numeral_lemma,
    numeric,
    read_numeral,
)
from quiz.languages.polish.phrases import DASHES
from quiz.languages.quantities import Amount, Quantity, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.languages.polish.morph import Word

__all__ = ["VALUES", "compound", "find_amounts", "find_quantities", "show"]

_MEASURED = (
    "let", "lat", "dniow", "godzin", "osob", "stron", "metr", "kilometr", "procent", "minut",
    "tygodni", "miesięcz", "krot", "pięt", "ton", "hektar",
)  # fmt: skip
_RATES = {"%": "procent", "proc": "procent", "procent": "procent"}
_ADJECTIVE_UNITS = {"let": "rok", "lat": "rok", "dniow": "dzień", "godzin": "godzina"}
_FRACTIONS = {
    "trzeci": 3, "czwarty": 4, "piąty": 5, "szósty": 6, "siódmy": 7, "ósmy": 8, "dziewiąty": 9,
    "dziesiąty": 10,
}  # fmt: skip
_FROM = frozenset({"od", "między", "pomiędzy"})
_DURATIONS = frozenset(
    {"dzień", "tydzień", "miesiąc", "rok", "godzina", "minuta", "doba", "dekada"}
)


def show(value: float, scale: str = "") -> str:
    """Write a number as Polish does: a comma, and spaces by thousands from five digits on."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".") if value != int(value) else f"{int(value):,}"
    head, _, tail = text.partition(".")
    head = head.replace(",", "" if value < 10_000 else "\u00a0")
    return head + ("," + tail if tail else "") + (f" {scale}" if scale else "")


def _approximation(words: Sequence[Word], first: int, start: int) -> int:
    """Return where an approximation before a number begins, or the number itself."""
    whole = start
    for phrase in ABOUT:
        begin = start - len(phrase)
        if begin < first or words[start - 1].lower != phrase[-1]:
            continue
        if all(w.lower == part for w, part in zip(words[begin:start], phrase, strict=True)):
            whole = begin
            break
    return whole


def _unit(words: Sequence[Word], at: int, last: int) -> tuple[str, int]:
    """Return the unit after a number, and where the number with a per cent sign or so ends."""
    if at >= last:
        return "", at
    w = words[at]
    lemmas = [w.lower, *(r.lemma for r in w.readings if r.pos == "subst")]
    rate = next((_RATES[x] for x in lemmas if x in _RATES), "")
    if rate:
        end = at + 1
        if end < last and words[end].text == "." and w.lower == "proc":
            end += 1
        return rate, end
    if w.lower in {"punkt", "punkty", "punktów", "pkt"} and at + 1 < last:
        after = words[at + 1 + (words[at + 1].text == "." and at + 2 < last)]
        if after.lower.startswith("proc"):
            return "punkt procentowy", at
    if w.lower == "roku":
        return "rok", at + 1
    unit = next((UNITS[x] for x in lemmas if x in UNITS), "")
    return unit, at + 1 if w.text in SIGNS else at


def _no_count(words: Sequence[Word], first: int, last: int, found: Numeral, value: float) -> bool:
    """Whether a numeral is a label, an ordinal, a score, a part of a name or of another number."""
    start, end = found.first, found.last
    word = words[start]
    after = words[end] if end < last else None
    before = words[start - 1] if start > first else None
    glued = (
        before is not None
        and before.end == word.start
        and before.text not in '("„(–—-«'
        and before.text not in SIGNS
    )
    glued = glued or (
        after is not None and after.start == words[end - 1].end and after.text in "-–/:"
    )
    if after is not None and after.text == "-" and end + 1 < last:
        glued = glued and not words[end + 1].lower.startswith(_MEASURED)
    if re.fullmatch(r"\d{1,2}\.\d\d", word.text):
        return True  # a time of day or a section: a decimal has a comma
    ordinal = after is not None and after.text == "." and word.digit and not found.scale
    if glued or (ordinal and end + 1 < last):
        return True
    if word.digit and not found.scale:
        named = before is not None and before.capital and before.alpha and start - 1 > first
        if named and before is not None and not before.labelled("nazwa_geograficzna"):
            return True
        spaced = [w for w in (before, after) if w is not None and w.digit]
        if spaced:
            return True
    if before is not None:
        dotted = before.text == "." and start - 2 >= first
        label = words[start - 2] if dotted else before
        if label.lower in LABELS or any(r.lemma in LABELS for r in label.readings):
            return True
        if before.text in {"§", "#"} or (
            found.scale and (before.lemma() in VAGUE or before.lower in VAGUE)
        ):
            return True
    if after is not None and after.lower in {"rok", "roku", "rokiem"} and value not in {0.5, 1.5}:
        return True
    return (value == 1 and not found.scale) or value == 0


def find_quantities(
    words: Sequence[Word], first: int, last: int, taken: Callable[[int], bool]
) -> list[Quantity]:
    """Return the numbers among words [first, last) that no date took; ordinals are left out."""
    out: list[Quantity] = []
    i = first
    while i < last:
        begins = numeric(words[i]) and not taken(i)
        found = read_numeral(words, i, last, taken) if begins else None
        if found is None:
            i += 1
            continue
        i = found.last
        value = found.value
        if _no_count(words, first, last, found, value):
            continue
        start = found.first
        if start > first and words[start - 1].text in SIGNS:
            unit, end = UNITS[words[start - 1].text], i
            whole = _approximation(words, first, start - 1)
        else:
            unit, end = _unit(words, i, last)
            whole = _approximation(words, first, start)
        shown = (
            show(found.total / _scale(found.scale), found.scale)
            if found.scale and not found.rest and not (found.spelled and found.total <= 9000)
            else show(value)
        )
        about = " ".join(w.text.lower() for w in words[whole:start] if w.text not in SIGNS)
        named = end < last and not words[end].has("prep", "conj")
        noun = noun_phrase(words, end, last, CASES - {"voc"}) if named else None
        out.append(
            Quantity(
                value, start, end, whole, unit, shown, about.replace(" .", "."),
                (noun.first, noun.last) if noun else (end, end),
            )
        )  # fmt: skip
    return out


def _scale(shown: str) -> int:
    return {"tys.": 1_000, "mln": 1_000_000, "mld": 1_000_000_000, "bln": 10**12}.get(shown, 1)


def find_amounts(
    words: Sequence[Word], first: int, last: int, taken: Callable[[int], bool]
) -> list[Amount]:
    """Return ranges, fractions, ages and single durations among words [first, last)."""
    out: list[Amount] = []
    i = first
    while i < last:
        found = None
        if taken(i):
            i += 1
            continue
        if numeric(words[i]) or words[i].lower in _FROM:
            found = (
                _range(words, i, last, taken) or _fraction(words, i, last) or _aged(words, i, last)
            )
        found = found or _duration(words, first, i)
        if found is not None:
            out.append(found)
        i = found.last if found is not None else i + 1
    return out


def _range(words: Sequence[Word], i: int, last: int, taken: Callable[[int], bool]) -> Amount | None:
    """Read "od 5 do 7 tys.", "5–7 mln", "między 10 a 12"."""
    lead = words[i].lower
    start = i + (lead in _FROM)
    one = read_numeral(words, start, last, taken)
    if one is None or one.last + 1 >= last:
        return None
    joint = words[one.last]
    dash = joint.text in DASHES and joint.start == words[one.last - 1].end
    fitting = (
        dash or (joint.lower == "do" and lead == "od") or (joint.lower == "a" and lead != "od")
    )
    if not fitting or (start == i and not dash):
        return None
    if dash and words[one.last + 1].start != joint.end:
        return None
    other = read_numeral(words, one.last + 1, last, taken)
    if other is None or (other.last < last and words[other.last].text in "-–:/"):
        return None
    low = one.value * (_scale(other.scale) if other.scale and not one.scale else 1)
    if low >= other.value or (dash and i and words[i - 1].capital and not other.scale):
        return None
    unit, end = _unit(words, other.last, last)
    shown = f"{show(one.value)}–{show(other.value / _scale(other.scale), other.scale)}"
    return Amount(i, end, f"{plain(low)}/{plain(other.value)}", shown, unit)


def _fraction(words: Sequence[Word], i: int, last: int) -> Amount | None:
    """Read "jedna trzecia", "trzy czwarte", "1/3"."""
    w = words[i]
    if w.digit and i + 2 < last and words[i + 1].text == "/" and words[i + 2].digit:
        above, below = digits(w.text), digits(words[i + 2].text)
        tight = w.end == words[i + 1].start and words[i + 1].end == words[i + 2].start
        if tight and above and below and above < below <= 10 and above == 1:
            return Amount(i, i + 3, plain(above / below), f"{w.text}/{words[i + 2].text}", "część")
        return None
    if i + 1 >= last or w.digit:
        return None
    above = VALUES.get(numeral_lemma(w), 0)
    lemma = next((r.lemma for r in words[i + 1].readings if r.lemma in _FRACTIONS), "")
    feminine = any("f" in r.genders or "f" in r.rest for r in words[i + 1].readings)
    if not (lemma and feminine and 1 <= above < _FRACTIONS[lemma]) or above != int(above):
        return None
    value = above / _FRACTIONS[lemma]
    return Amount(i, i + 2, plain(value), f"{int(above)}/{_FRACTIONS[lemma]}", "część")


def _aged(words: Sequence[Word], i: int, last: int) -> Amount | None:
    """Read "49-latek", "14-letni", "75-stronicowy"."""
    w = words[i]
    if not (w.digit and i + 2 < last and words[i + 1].text in "-–"):
        return None
    adjective = words[i + 2]
    value = digits(w.text)
    if value is None or words[i + 1].start != w.end or adjective.start != words[i + 1].end:
        return None
    part = next((p for p in _MEASURED if adjective.lower.startswith(p)), "")
    if not part:
        return None
    return Amount(i, i + 3, plain(value), show(value), _ADJECTIVE_UNITS.get(part, ""))


def _duration(words: Sequence[Word], first: int, i: int) -> Amount | None:
    """Read "ponad rok", "około tygodnia": one of a unit of time, approximately."""
    w = words[i]
    if w.lemmas.isdisjoint(_DURATIONS):
        return None
    unit = next((r.lemma for r in w.readings if r.lemma in _DURATIONS and "sg" in r.number), "")
    start = _approximation(words, first, i) if unit else i
    if start == i or words[start].lower in {"nawet", "jakieś", "rzędu", "najmniej", "najwyżej"}:
        return None
    return Amount(start, i + 1, "1", "1", unit)
