"""Reading an option as an amount: "1,000 sappers", "over half a year", "2,5 mln zł".

Only what is certain is read. An option that could mean two amounts is none, for options that
stand in a wrong order would mislead where shuffled ones do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quiz.base.text import one_line
from quiz.game.measure import Measure

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEM = 3  # letters that the forms of a counted noun share: "wizyta" and "wizyt", "day" and "days"

_MONEY = {"$": "dollar", "usd": "dollar", "€": "euro", "eur": "euro", "zł": "złoty", "pln": "złoty"}
_PERCENT = "%"
_TIME = "time"


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language writes amounts."""

    figures: re.Pattern[str]
    grouping: str
    point: str
    numbers: Mapping[str, float]
    scales: Mapping[str, int]
    days: Mapping[str, float]
    """The length of a unit of time."""
    hedges: Mapping[str, int]
    """-1 where less is meant than the number says, 1 where more is."""
    halves: re.Pattern[str]
    ranges: re.Pattern[str]
    percents: frozenset[str]
    phrases: Mapping[str, str]
    """What is said without a number, with it."""


def _each(table: Mapping[str, float]) -> dict[str, float]:
    """Give every one of the words in a key the key's value."""
    return {word: value for words, value in table.items() for word in words.split()}


def _numbered(words: str) -> dict[str, float]:
    """Give groups of words their numbers from 0, the forms of one number joined by a stroke."""
    return {form: number for number, forms in enumerate(words.split()) for form in forms.split("/")}


_YEAR = 365.25
_HOUR = 1 / 24

_ENGLISH = _Words(
    figures=re.compile(r"-?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.\d+)?(?![.,]?\d)"),
    grouping=", ",
    point=".",
    numbers={
        **_numbered("zero one two three four five six seven eight nine ten eleven twelve"),
        "a": 1,
        "an": 1,
    },
    scales={
        "hundred": 100, "thousand": 1000, "k": 1000,
        "million": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12,
    },
    days=_each({
        "second seconds": _HOUR / 3600, "minute minutes": _HOUR / 60, "hour hours": _HOUR,
        "day days": 1, "week weeks": 7, "month months": _YEAR / 12, "year years": _YEAR,
        "decade decades": 10 * _YEAR,
    }),
    hedges={
        "about": 0, "around": 0, "roughly": 0, "approximately": 0, "some": 0, "exactly": 0,
        "for": 0, "over": 1, "more than": 1, "at least": 1,
        "almost": -1, "nearly": -1, "less than": -1, "fewer than": -1, "under": -1, "up to": -1,
    },
    halves=re.compile(r"\band a half\b|\bhalf(?: an?)?\b"),
    ranges=re.compile(r"(?:from |between )?(?P<start>\w.*?)(?: ?[–-] ?| to | and )(?P<end>\w.*)"),
    percents=frozenset({"%", "percent", "per cent"}),
    phrases={"once": "1 times", "twice": "2 times"},
)  # fmt: skip

_POLISH = _Words(
    figures=re.compile(r"-?(?:\d{1,3}(?:[ .]\d{3})+|\d+)(?:[,.](?!\d{3}\b)\d+)?(?![.,]?\d)"),
    grouping=" .",
    point=",",
    numbers={
        **_numbered(
            "zero jeden/jedna/jedno/jednego/jednej dwa/dwie/dwaj/dwóch/dwu trzy/trzej/trzech "
            "cztery/czterej/czterech pięć/pięciu sześć/sześciu siedem/siedmiu osiem/ośmiu "
            "dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu"
        ),
        "półtora": 1.5,
        "półtorej": 1.5,
    },
    scales={
        form: scale
        for forms, scale in (
            ("tysiąc tysiące tysięcy tysiąca tys", 10**3),
            ("milion miliony milionów miliona mln", 10**6),
            ("miliard miliardy miliardów miliarda mld", 10**9),
            ("bilion biliony bilionów biliona bln", 10**12),
        )
        for form in forms.split()
    },
    days=_each({
        "sekunda sekundę sekundy sekund": _HOUR / 3600, "minuta minutę minuty minut": _HOUR / 60,
        "godzina godzinę godziny godzin": _HOUR, "dzień dni dnia doba dobę doby dób": 1,
        "tydzień tygodnie tygodni tygodnia": 7, "miesiąc miesiące miesięcy miesiąca": _YEAR / 12,
        "rok lata lat roku": _YEAR, "dekada dekadę dekady dekad": 10 * _YEAR,
    }),
    hedges={
        "około": 0, "ok.": 0, "mniej więcej": 0, "dokładnie": 0, "przez": 0,
        "ponad": 1, "przeszło": 1, "więcej niż": 1, "dłużej niż": 1, "co najmniej": 1,
        "prawie": -1, "niemal": -1, "blisko": -1, "niespełna": -1, "mniej niż": -1,
        "krócej niż": -1, "do": -1,
    },
    halves=re.compile(r"\bi pół\b|\bpół\b"),
    ranges=re.compile(r"(?:od )?(?P<start>\w.*?)(?: ?[–-] ?| do )(?P<end>\w.*)"),
    percents=frozenset({"%", "procent", "procenta", "procentów", "proc"}),
    phrases={
        "raz": "1 raz", "dwukrotnie": "2 razy", "trzykrotnie": "3 razy",
        "rok": "1 rok", "miesiąc": "1 miesiąc", "tydzień": "1 tydzień", "dzień": "1 dzień",
        "dobę": "1 dobę", "godzinę": "1 godzinę",
    },
)  # fmt: skip

_LANGUAGES = {"en": _ENGLISH, "pl": _POLISH}

_YEAR_AND_A_HALF = re.compile(r"\b(?:an?|one) (\w+) and a half$")
_FIRST = re.compile(r"^(?:[\d.,]*\d|\w+) ?")
_MONEY_FIRST = re.compile(r"^([$€]) ?(.+)$")


def amount(text: str, language: str) -> Measure | None:
    """Read `text` in `language` as a number, a share, a sum, a duration or a count of something.

    Counts are of the same kind where the same noun is counted, in whatever form. Of equal
    numbers, "almost" stands before the bare one and "over" after it; a range stands where it
    begins.
    """
    words = _LANGUAGES[language]
    line = one_line(text).casefold().replace("\N{MINUS SIGN}", "-")
    if not _says_a_number(language).search(line):
        return None
    return _range(line, words) or _single(line, words)


@cache
def _says_a_number(language: str) -> re.Pattern[str]:
    """Find what every amount holds: a digit, or a word that stands for a number."""
    words = _LANGUAGES[language]
    said = sorted({*words.numbers, *words.scales, *words.phrases})
    return re.compile(rf"\d|½|{words.halves.pattern}|\b(?:{'|'.join(said)})\b")


def _range(text: str, words: _Words) -> Measure | None:
    """Read "one to two months", "od 5 do 10 mln"; what the end counts, the beginning counts too."""
    parts = words.ranges.fullmatch(text)
    end = parts and _single(parts["end"], words)
    if not parts or not end:
        return None
    counted = f"{parts['start']} {_FIRST.sub('', parts['end'])}"
    for beginning in (counted, parts["start"]):
        start = _single(beginning, words)
        if start and start.kind == end.kind and start < end:
            return Measure(start.kind, (*start.key[:2], end.key[0]))
    return None


def _single(text: str, words: _Words) -> Measure | None:
    """Read one number with what it counts."""
    hedge, rest = _hedge(text, words.hedges)
    rest = words.phrases.get(rest, rest)
    rest = _MONEY_FIRST.sub(r"\2 \1", rest)
    rest = _YEAR_AND_A_HALF.sub(r"1½ \1", rest)
    value, rest = _number(words.halves.sub("½", rest), words)
    counted = _counted_thing(rest, words)
    if value is None or counted is None:
        return None
    kind, worth = counted
    return Measure(kind, (value * worth, hedge, value * worth))


def _hedge(text: str, hedges: Mapping[str, int]) -> tuple[int, str]:
    """Take "almost", "for over" and the like off the beginning."""
    for words, sign in hedges.items():
        if text.startswith(f"{words} "):
            further, rest = _hedge(text.removeprefix(f"{words} "), hedges)
            return sign or further, rest
    return 0, text


def _number(text: str, words: _Words) -> tuple[float | None, str]:
    """Take the number off the beginning, with "½" and a word for its scale."""
    value: float | None = None
    if figures := words.figures.match(text):
        digits = re.sub(rf"[{words.grouping}](?=\d{{3}}(?!\d))", "", figures[0])
        value, text = float(digits.replace(words.point, ".")), text[figures.end() :]
    else:
        word, _, rest = text.partition(" ")
        if word in words.numbers:
            value, text = words.numbers[word], rest
        elif word.strip(".") in words.scales:
            value = 1.0
    text = text.lstrip()
    if text.startswith("½"):
        value, text = (value or 0.0) + 0.5, text[1:].lstrip()
    word, _, rest = text.partition(" ")
    if value is not None and word.strip(".") in words.scales:
        return value * words.scales[word.strip(".")], rest
    return value, text


def _counted_thing(rest: str, words: _Words) -> tuple[str, float] | None:
    """Return what is counted, and what one of it is worth in the unit of its kind."""
    rest = rest.strip(" .")
    if rest in words.percents:
        return _PERCENT, 1
    if rest in words.days:
        return _TIME, words.days[rest]
    if any(not (letter.isalpha() or letter in " -$€") for letter in rest):
        return None
    return " ".join(_MONEY.get(word, word)[:_STEM] for word in rest.split()), 1
