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

from quiz.languages.polish.knowledge import countries
from quiz.languages.polish.mentions import FAMILY_FIRST
from quiz.languages.polish.numbers import show
from quiz.languages.polish.options.decline import decline, place_in
from quiz.languages.polish.options.numbers import plural
from quiz.languages.quantities import Quantity
from quiz.languages.styles import Style, best_written, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quiz.languages.polish.morph import Morphology
    from quiz.languages.protocol import Draft

WORDS = {"mln": ("milionów", "miliona"), "mld": ("miliardów", "miliarda")}
"""What a number in figures is followed by, from five on and after a fraction."""
HEDGES = (("około ", "ok. "), ("ok. ", "około "), ("ponad ", "więcej niż "), ("prawie ", "niemal "))
_SCALED = re.compile(r"(\d(?:[\d,\u00a0 ]*\d)?) (tys\.|mln|mld)$")
_WHICH = re.compile(r"(?:We?|Na|Ze?|Do) któr(?:ym|ego) (?:kraju|mieście|miasta|państwie)\b")
_YEAR = re.compile(r"\d{4}")
_NAMED = re.compile(r"[^\W\d_]\w+(?:-\w+)? [^\W\d_]\w{2,}(?:-\w+)?")
"""A given name and a surname: no initial, no particle, no number of a ruler."""


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


def _spelt(draft: Draft) -> Iterator[Style]:
    """Return dates with "roku" spelt otherwise, which every sentence bears."""
    options: Style = (draft.answer, *draft.rivals)
    for old, new in ((" roku", " r."), (" r.", " roku")):
        if all(o.endswith(old) for o in options):
            yield tuple(o.removesuffix(old) + new for o in options)


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


def _placed(draft: Draft, morphology: Morphology) -> Iterator[Style]:
    """Return the places of a question in the nominative.

    "W którym kraju?" is answered by "Polska" as well as by "w Polsce".
    """
    if _WHICH.match(draft.prompt) and (base := _bare(morphology, draft.answer)):
        yield (base, *(_bare(morphology, o) for o in draft.rivals))


def _posts(draft: Draft, morphology: Morphology) -> Iterator[Style]:
    """Return offices in the genitive, as "jaką funkcję" is answered by "funkcję prezesa" too."""
    yield tuple(decline(morphology, o, "gen") for o in (draft.answer, *draft.rivals))


def _surnames(draft: Draft) -> Iterator[Style]:
    """Return people by their surnames, as the press calls those it has named before."""
    options: Style = (draft.answer, *draft.rivals)
    if draft.prompt.startswith("Kto ") and all(_NAMED.fullmatch(o) for o in options):
        yield from _alike(options)


def _alike(options: Style) -> Iterator[Style]:
    """Return people by their surnames where these tell them apart; in Korea they stand first."""
    found = tuple(o if o.split()[0] in FAMILY_FIRST else o.rpartition(" ")[2] for o in options)
    if len(set(found)) == len(found):
        yield found


def _styles(draft: Draft, morphology: Morphology) -> Iterator[Style]:
    options: Style = (draft.answer, *draft.rivals)
    detail = draft.fact.detail
    if draft.category == "places":
        yield from _placed(draft, morphology)
    elif draft.category == "people":
        yield from _surnames(draft)
    elif draft.category == "roles":
        yield from _posts(draft, morphology)
    elif draft.category == "dates":
        yield from _dates(options)
    elif draft.category == "numbers":
        yield from _numbers(options, detail.unit if isinstance(detail, Quantity) else "")


def restyled(draft: Draft, text: str, morphology: Morphology) -> Draft:
    """Write a draft's options so that a text in lower case does not name the key most, if it can.

    A gap is filled as the sentence wants it: of that only "roku" may be written shorter.
    """
    if draft.gap and draft.category != "dates":
        return draft
    options: Style = (draft.answer, *draft.rivals)
    if draft.category == "people" and len({" " in o for o in options}) > 1:
        plain = all(" " not in o or _NAMED.fullmatch(o) for o in options)
        if " " not in draft.answer and plain:
            # Among whole names the key would stand out by its one word.
            for answer, *rivals in _alike(options):
                return replace(draft, answer=answer, rivals=tuple(rivals))
        # Among whole names a surname that the article leaves alone would stand out.
        for answer, *rivals in _alike(options):
            if counted((answer, *rivals), text) <= counted(options, text):
                return replace(draft, answer=answer, rivals=tuple(rivals))
    return best_written(draft, text, _spelt(draft) if draft.gap else _styles(draft, morphology))
