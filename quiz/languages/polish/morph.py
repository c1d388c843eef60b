"""Words and their dictionary readings; inflection by the same dictionary."""

import re
from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import NamedTuple

from quiz.base.language import _
from quiz.languages.polish.dictionary import load
from quiz.languages.protocol import LanguageMissingError

CASES = frozenset({"nom", "gen", "dat", "acc", "inst", "loc", "voc"})
GENDERS = frozenset({"m1", "m2", "m3", "f", "n"})
NO: frozenset[str] = frozenset()
FINITE = frozenset({"fin", "praet", "bedzie", "impt", "imps", "winien", "pred"})
NOMINAL = frozenset({"subst", "ger", "depr"})
ADJECTIVAL = frozenset({"adj", "ppas", "pact"})

_WORD = re.compile(
    r"\d+(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['’-](?:[^\W_]+))*|\.{3}|\S"
)


class Reading(NamedTuple):
    """One reading of a word: lemma, part of speech and the features its tag names."""

    lemma: str
    pos: str
    number: frozenset[str]
    cases: frozenset[str]
    genders: frozenset[str]
    rest: frozenset[str]
    labels: frozenset[str]


class Word(NamedTuple):
    """A word of the text with its offsets, every reading of it, and how it is written.

    `capital`, `alpha` and `digit` are of its first character, `poses` all its parts of speech,
    `lemmas` all its dictionary forms; they are kept, as they are asked for most.
    """

    text: str
    start: int
    end: int
    readings: tuple[Reading, ...]
    lower: str
    capital: bool
    alpha: bool
    digit: bool
    poses: frozenset[str]
    lemmas: frozenset[str]

    def has(self, *poses: str) -> bool:
        """Whether some reading is of one of these parts of speech."""
        return not self.poses.isdisjoint(poses)

    def lemma(self, *poses: str) -> str:
        """Return the lemma of the first reading (of these parts of speech), or nothing."""
        for r in self.readings:
            if not poses or r.pos in poses:
                return r.lemma
        return ""

    def labelled(self, label: str) -> bool:
        """Whether the dictionary labels some reading so (imię, nazwisko, …)."""
        return any(label in r.labels for r in self.readings)


# Made as by their names, by the thousand: a call of Python for each would take as long again.
_reading: Callable[[tuple[object, ...]], Reading] = partial(tuple.__new__, Reading)
_word: Callable[[tuple[object, ...]], Word] = partial(tuple.__new__, Word)


@lru_cache(maxsize=8192)
def _tag(tag: str) -> tuple[str, frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    pos, *fields = tag.split(":")
    number = cases = genders = NO
    rest: set[str] = set()
    for f in fields:
        values = frozenset(f.split("."))
        if values <= {"sg", "pl"}:
            number = values
        elif values <= CASES:
            cases = values
        elif values <= GENDERS:
            genders = values
        else:
            rest |= values
    return pos, number, cases, genders, frozenset(rest)


THINGS = GENDERS - {"m1"}
_GUESSES = (
    ("ował", "praet", "sg", NO, GENDERS - {"f", "n"}),
    ("owała", "praet", "sg", NO, frozenset({"f"})),
    ("owało", "praet", "sg", NO, frozenset({"n"})),
    ("owali", "praet", "pl", NO, frozenset({"m1"})),
    ("owały", "praet", "pl", NO, THINGS),
    ("owano", "imps", "", NO, NO),
    ("owany", "ppas", "sg", frozenset({"nom"}), GENDERS - {"f", "n"}),
    ("owana", "ppas", "sg", frozenset({"nom"}), frozenset({"f"})),
    ("owani", "ppas", "pl", frozenset({"nom"}), frozenset({"m1"})),
    ("owane", "ppas", "pl", frozenset({"nom", "acc"}), THINGS),
)
"""What the ending of a verb tells that the dictionary lacks: new ones all end in "-ować"."""
_STEMS = 500
"""Letters of a text that may be a stem, and how many of them are remembered."""
_STEM = 3
"""Letters before such an ending."""


def _guessed(form: str) -> tuple[Reading, ...]:
    """Read a form of a verb that is too new for the dictionary: "zbazował"."""
    if not form.islower():
        return ()
    for end, pos, number, cases, genders in _GUESSES:
        if form.endswith(end) and len(form) >= len(end) + _STEM:
            lemma = f"{form[: -len(end)]}ować"
            rest = frozenset({"aff"}) if pos == "ppas" else NO
            numbers = frozenset({number} - {""})
            return (Reading(lemma, pos, numbers, cases, genders, rest, NO),)
    return ()


Written = tuple[tuple[Reading, ...], str, bool, bool, bool, frozenset[str], frozenset[str]]
"""What a word has apart from where it stands."""


class Morphology:
    """morfeusz2 behind a cache by word form; raises LanguageMissingError when it is absent."""

    def __init__(self) -> None:
        """Load the dictionary (about 0.1 s)."""
        try:
            self._dictionary = load()
        except ImportError:
            raise LanguageMissingError(
                _("Polish needs morfeusz2, which is not installed; write: pip install morfeusz2")
            ) from None
        self._stems: dict[str, list[Word]] = {}
        """The stems looked at last: every rule that judges one reads its words."""
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._seen: dict[str, Written] = {}
        self._forms: dict[str, list[tuple[str, Reading]]] = {}

    def readings(self, form: str) -> tuple[Reading, ...]:
        """Every reading of a word form; empty for a word the dictionary does not know."""
        found = self._readings.get(form)
        if found is None:
            found = self._readings[form] = self._analyse(form)
        return found

    def _analyse(self, form: str) -> tuple[Reading, ...]:
        if not form[0].isalpha():
            return ()
        raw = self._dictionary.analyse(form)
        ends = max([j for _, j, _, _, _ in raw], default=0)
        out: list[Reading] = []
        ending = [tag for _, _, _, tag, _ in raw if tag.startswith("aglt")]
        person = {p for p in ("pri", "sec") for tag in ending if p in tag}
        whole = "-" in form
        for i, j, lemma, tag, labels in raw:
            if not (j == ends and (whole or i == 0)) and not (i == 0 and person):
                continue
            if tag == "ign" or tag.startswith(("interp", "aglt", "dig", "romandig")):
                continue
            pos, number, cases, genders, rest = _tag(tag)
            if person and pos == "praet":
                rest |= person
            base = lemma.partition(":")[0]
            out.append(_reading((base, pos, number, cases, genders, rest, labels)))
        # News give no orders: "taniej" is cheaper, and "niż" than, before either is a command.
        calm = [r for r in out if r.pos != "impt"]
        return tuple(calm or out) or _guessed(form)

    def words(self, text: str) -> list[Word]:
        """Cut a text into words, numbers and punctuation marks."""
        if len(text) > _STEMS:
            return self._cut(text)
        found = self._stems.get(text)
        if found is None:
            if len(self._stems) > _STEMS:
                self._stems.clear()
            found = self._stems[text] = self._cut(text)
        return found

    def _cut(self, text: str) -> list[Word]:
        seen = self._seen
        out: list[Word] = []
        for m in _WORD.finditer(text):
            form, (start, end) = m.group(), m.span()
            written = seen.get(form)
            if written is None:
                first = form[0]
                readings = self.readings(form)
                written = seen[form] = (
                    readings, form.lower(), first.isupper(), first.isalpha(), first.isdigit(),
                    frozenset({r.pos for r in readings}), frozenset({r.lemma for r in readings}),
                )  # fmt: skip
            out.append(_word((form, start, end, *written)))
        return out

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the first dictionary form of every word and the figures, in lower case."""
        read = self.readings
        return tuple(
            (found[0].lemma or form).lower() if (found := read(form)) else form.lower()
            for form in _WORD.findall(text)
            if form[0].isalnum()
        )

    def forms(self, lemma: str) -> list[tuple[str, Reading]]:
        """Every form the dictionary makes of a lemma."""
        found = self._forms.get(lemma)
        if found is None:
            found = []
            for form, lem, tag, labels in self._dictionary.generate(lemma):
                found.append((form, _reading((lem.partition(":")[0], *_tag(tag), labels))))
            self._forms[lemma] = found
        return found

    def inflect(
        self, lemma: str, pos: str, number: str, case: str = "", gender: str = "", need: str = ""
    ) -> str:
        """Return the form of a lemma with these features, or nothing when there is none."""
        for form, r in self.forms(lemma):
            if (
                r.pos == pos
                and number in r.number
                and (not case or case in r.cases)
                and (not gender or not r.genders or gender in r.genders)
                and (not need or need in r.rest)
            ):
                return form
        return ""


@cache
def shared() -> Morphology:
    """Return the dictionary that generator and checker share: one loads it, both remember readings.

    Raises LanguageMissingError when it is absent.
    """
    return Morphology()
