"""Other ways to write the same options, so that whoever looks the key up to the letter finds none.

An article names its own dates and figures and none of those around them. Written in another of
the ways that Polish has ("r." for "roku", "26%" for "26 proc."), neither stands in it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from quiz.languages.polish.numbers import show
from quiz.languages.polish.options.decline import place_in
from quiz.languages.polish.options.knowledge import countries
from quiz.languages.polish.options.numbers import plural
from quiz.languages.quantities import Quantity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.languages.polish.morph import Morphology
    from quiz.languages.protocol import Draft

Style = tuple[str, ...]
WORDS = {"mln": ("milionów", "miliona"), "mld": ("miliardów", "miliarda")}
"""What a number in figures is followed by, from five on and after a fraction."""
HEDGES = (("około ", "ok. "), ("ok. ", "około "), ("ponad ", "więcej niż "), ("prawie ", "niemal "))
_SCALED = re.compile(r"(\d(?:[\d,\u00a0 ]*\d)?) (tys\.|mln|mld)$")
_WHICH = re.compile(r"(?:We?|Na|Ze?|Do) któr(?:ym|ego) (?:kraju|mieście|miasta|państwie)\b")
_YEAR = re.compile(r"\d{4}")


def frequency(text: str, option: str) -> int:
    """Return how often an option stands in a text in lower case, be it inside a word."""
    return text.count(option.lower())


def _value(figures: str) -> float:
    return float(re.sub(r"[\u00a0 ]", "", figures).replace(",", "."))


def _written_out(option: str) -> str:
    """Return "27,6 mln" as "27,6 miliona" and "50 tys." as "50 000"."""
    m = _SCALED.search(option)
    if m is None:
        return ""
    value = _value(m[1])
    if m[2] == "tys.":
        return option[: m.start()] + show(round(value * 1000))
    form = plural(value)
    if form not in {0, 5}:
        return ""
    return f"{option[: m.start(2)]}{WORDS[m[2]][form == 0]}"


def _spaced(option: str) -> str:
    """Return "5700" as "5 700"."""
    m = re.search(r"(?<![\d,])(\d)(\d{3})$", option)
    if m is None:
        return option if re.search(r"\d\u00a0\d{3}$|(?<!\d)\d{1,3}$", option) else ""
    return f"{option[: m.start()]}{m[1]}\u00a0{m[2]}"


def _hedged(old: str, new: str, option: str) -> str:
    return option.replace(old, new, 1) if option.startswith(old) else ""


def _dates(options: Style) -> Iterator[Style]:
    if all(_YEAR.fullmatch(o) for o in options):
        yield tuple(f"w {o} r." for o in options)
        yield tuple(f"w {o} roku" for o in options)
    elif all(o.endswith(" roku") for o in options):
        yield tuple(o.removesuffix(" roku") + " r." for o in options)
        yield tuple(o.removesuffix(" roku") for o in options)
    elif all(re.search(r"\w \d{4}$", o) for o in options):
        yield tuple(f"{o} roku" for o in options)
        yield tuple(f"{o} r." for o in options)


def _numbers(options: Style, unit: str) -> Iterator[Style]:
    if unit == "procent":
        yield tuple(f"{o}%" for o in options)
        yield tuple(f"{o} proc." for o in options)
        return
    changes: list[Callable[[str], str]] = [_written_out, _spaced]
    changes += [partial(_hedged, old, new) for old, new in HEDGES]
    for number in (1, 2):
        for chain in combinations(changes, number):
            out = options
            for change in chain:
                out = tuple(change(o) if o else "" for o in out)
            if all(out):
                yield out


def _bare(morphology: Morphology, option: str) -> str:
    """Return "w Polsce" as "Polska", where it is one country or town."""
    _, _, form = option.partition(" ")
    known = countries()
    for base in (*known.codes, *known.towns):
        if base[:2] == form[:2] and any(
            place_in(morphology, base, case) == form for case in ("loc", "gen", "acc")
        ):
            return base
    return ""


def _placed(draft: Draft, text: str, morphology: Morphology) -> Draft:
    """Return a draft with its places in the nominative, where that makes the key no more frequent.

    "W którym kraju?" is answered by "Polska" as well as by "w Polsce", and the article has one.
    """
    if not _WHICH.match(draft.prompt):
        return draft
    bases = [_bare(morphology, o) for o in (draft.answer, *draft.rivals)]
    key, others = bases[0], [b for b in bases[1:] if b]
    mine = frequency(text, key)
    if not key or len(others) < 3 or sum(frequency(text, o) >= mine for o in others) < 3:
        return draft
    return replace(draft, answer=key, rivals=tuple(others))


def restyled(draft: Draft, text: str, morphology: Morphology) -> Draft:
    """Return a draft whose key does not stand to the letter in a text in lower case, if it can.

    Gaps stay: their options are written as the sentence wants them. So does a draft with enough
    distractors that the text names as often as the key.
    """
    mine = frequency(text, draft.answer)
    rivals = sum(frequency(text, r) >= mine for r in draft.rivals)
    if not mine or draft.gap or rivals >= 3:
        return draft
    if draft.category == "places":
        return _placed(draft, text, morphology)
    if draft.category not in {"dates", "numbers"}:
        return draft
    options: Style = (draft.answer, *draft.rivals)
    detail = draft.fact.detail
    unit = detail.unit if isinstance(detail, Quantity) else ""
    styles = _dates(options) if draft.category == "dates" else _numbers(options, unit)
    for key, *others in styles:
        if not frequency(text, key):
            unnamed = [o for o in others if not frequency(text, o)]
            if len(unnamed) >= 3:
                return replace(draft, answer=key, rivals=tuple(unnamed))
    return draft
