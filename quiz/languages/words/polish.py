"""Polish words by morfeusz2: dictionary forms, case, number and gender."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.protocol import LanguageMissingError
from quiz.languages.words import phrases
from quiz.languages.words.alone import alone
from quiz.languages.words.protocol import Misfit, Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.languages.polish.morph import Morphology, Reading, Word

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOUN = frozenset({"subst", "ger", "depr"})
_ADJECTIVE = frozenset({"adj", "ppas", "pact"})
_CONTENT = _NOUN | _ADJECTIVE | {"fin", "praet", "inf", "impt", "imps", "pcon", "pant", "adv"}
_PREPOSITIONS = frozenset(
    [
        "w",
        "we",
        "na",
        "do",
        "z",
        "ze",
        "od",
        "u",
        "nad",
        "pod",
        "przy",
        "przez",
        "dla",
        "o",
        "po",
        "za",
        "przed",
        "między",
        "wobec",
    ]
)
_ASKING = frozenset({"który", "jaki", "czyj"})


class PolishWords:
    """Polish; without morfeusz2 `inflects` is False and a word is its own dictionary form."""

    code = "pl"

    def __init__(self) -> None:
        """Load the dictionary, where it is installed."""
        from quiz.languages.polish.morph import shared  # noqa: PLC0415 - loads the generator

        self.missing: LanguageMissingError | None = None
        self._morphology: Morphology | None = None
        try:
            self._morphology = shared()
        except LanguageMissingError as error:
            self.missing = error
        self.inflects = self._morphology is not None
        self._stop = phrases.word_list("pl", "stop")
        self._known = cache(self._token)

    def tokens(self, text: str) -> tuple[Token, ...]:
        """Cut a text into its words and numbers."""
        return tuple(map(self._known, _WORD.findall(text)))

    def _token(self, word: str) -> Token:
        lower = word.lower()
        readings = self._readings(word)
        content = not readings or any(r.pos in _CONTENT for r in readings)
        lemmas = tuple(
            dict.fromkeys(r.lemma.lower() for r in readings if not content or r.pos in _CONTENT)
        )
        lemmas = lemmas or (lower,)
        stop = lower in self._stop or any(lemma in self._stop for lemma in lemmas)
        return Token(word, lemmas, content and not stop and len(word) > 1)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self._morphology.readings(word) if self._morphology else ()

    def find(self, kind: str, text: str) -> str:
        """Return the first phrase of a kind in a text, or nothing."""
        return phrases.find("pl", kind, text)

    def name(self, text: str) -> tuple[str, ...]:
        """Return the first dictionary form of a name's words, without a leading preposition."""
        words = _WORD.findall(text)
        if len(words) > 1 and words[0].lower() in _PREPOSITIONS:
            del words[0]
        return tuple(self._name(word) for word in words)

    def _name(self, word: str) -> str:
        """Return the dictionary form of a word, of a name rather than of a common word."""
        readings = [r for r in self._readings(word) if r.pos in _NOUN | _ADJECTIVE]
        if word[0].isupper():
            readings = [r for r in readings if r.lemma[0].isupper()] or readings
            # "Krakowie" is of Kraków rather than of its founder Krak.
            readings = [r for r in readings if "nazwa_geograficzna" in r.labels] or readings
        return (readings[0].lemma if readings else word).lower()

    def acts(self, text: str) -> bool:
        """Whether an option begins with an infinitive and nothing else it could be."""
        first = _WORD.match(text)
        readings = self._readings(first.group()) if first else ()
        return bool(readings) and all(reading.pos == "inf" for reading in readings)

    def misfits(self, stem: str, options: Sequence[str]) -> Iterator[Misfit]:
        """Find options that differ in case or preposition, or from the stem in number or gender."""
        if self._morphology is None:
            return
        heads = [self._head(option) for option in options]
        yield from _by_preposition(options)
        if None not in heads and not any(_preposition(option) for option in options):
            known = [head for head in heads if head is not None]
            yield from _odd([head.cases for head in known])
            if all(head.adjective for head in known):
                yield from _odd([head.genders for head in known])
        yield from self._against_stem(stem, options, heads)

    def _head(self, option: str) -> _Head | None:
        """Read the word that carries the case of an option; None where that is not certain."""
        if self._morphology is None or not option[0].isalpha():
            return None
        words = [w for w in self._morphology.words(option) if w.alpha]
        first = words[0] if words else None
        if first is None or not first.readings or not first.has(*_NOUN, *_ADJECTIVE):
            return None
        if not all(r.pos in _NOUN | _ADJECTIVE for r in first.readings):
            return None
        head = _features(first, adjective=not first.has(*_NOUN))
        if head.adjective and len(words) > 1 and words[1].has(*_NOUN):
            noun = _features(words[1], adjective=False)
            both = _Head(head.cases & noun.cases, head.numbers & noun.numbers, noun.genders, False)
            return both if both.cases else head
        return head

    def _against_stem(
        self, stem: str, options: Sequence[str], heads: Sequence[_Head | None]
    ) -> Iterator[Misfit]:
        asked = self._asked(stem)
        if asked is None or self._morphology is None:
            return
        nouns, numbers = asked
        if all(option == option.lower() for option in options) and heads[0] is not None:
            numbers = numbers & heads[0].numbers if len(numbers) > 1 else numbers
            if len(numbers) == 1 and numbers <= heads[0].numbers:
                expected = next(iter(numbers))
                found = [
                    Misfit(n, "number", expected)
                    for n, head in enumerate(heads)
                    if head is not None and not head.numbers & numbers
                ]
                # One alone may be a word that only the plural has, such as "drzwi".
                if 2 * len(found) >= len(options) - 1:
                    yield from found
        yield from self._by_given_name(nouns, options)

    def _asked(self, stem: str) -> tuple[frozenset[str], frozenset[str]] | None:
        """Return what noun "który" or "jaki" asks for, in its dictionary forms, and its number."""
        if self._morphology is None:
            return None
        words = [w for w in self._morphology.words(stem[:200]) if w.alpha]
        for at, word in enumerate(words[:3]):
            asking = [r for r in word.readings if r.lemma in _ASKING]
            if not asking:
                continue
            for noun in words[at + 1 : at + 4]:
                if noun.has("prep"):
                    return None
                agreeing = [
                    (r.lemma.lower(), r.number & a.number)
                    for r in noun.readings
                    for a in asking
                    if r.pos in _NOUN and r.cases & a.cases and r.number & a.number
                    and (not r.genders or r.genders & a.genders)
                ]  # fmt: skip
                if agreeing:
                    numbers = frozenset[str]().union(*(number for _lemma, number in agreeing))
                    return frozenset(lemma for lemma, _number in agreeing), numbers
        return None

    def _by_given_name(self, lemmas: frozenset[str], options: Sequence[str]) -> Iterator[Misfit]:
        wanted, other = "f", "m1"
        if lemmas & phrases.word_list("pl", "men"):
            wanted, other = "m1", "f"
        elif not lemmas & phrases.word_list("pl", "women"):
            return
        genders = [self._given_name(option) for option in options]
        if genders[0] in {wanted, ""}:
            yield from (
                Misfit(n, "gender", wanted) for n, found in enumerate(genders) if found == other
            )

    def _given_name(self, option: str) -> str:
        """Return the gender of the given name that begins an option, where it is one."""
        words = option.split()
        if len(words) < 2 or not words[1][0].isupper():
            return ""
        named = [r for r in self._readings(words[0]) if "imię" in r.labels and "sg" in r.number]
        genders = frozenset[str]().union(*(r.genders for r in named))
        return next(iter(genders)) if len(genders) == 1 else ""


class _Head:
    """The grammar of the word that carries an option."""

    __slots__ = ("adjective", "cases", "genders", "numbers")

    def __init__(
        self,
        cases: frozenset[str],
        numbers: frozenset[str],
        genders: frozenset[str],
        adjective: bool,
    ) -> None:
        self.cases, self.numbers, self.genders = cases, numbers, genders
        self.adjective = adjective


def _features(word: Word, *, adjective: bool) -> _Head:
    wanted = _ADJECTIVE if adjective else _NOUN
    readings = [r for r in word.readings if r.pos in wanted]
    empty: frozenset[str] = frozenset()
    return _Head(
        empty.union(*(r.cases for r in readings)),
        empty.union(*(r.number for r in readings)),
        empty.union(*(r.genders for r in readings)),
        adjective,
    )


def _odd(features: Sequence[frozenset[str]]) -> Iterator[Misfit]:
    """Find the one option that shares no feature with the others, which share one."""
    if len(features) < 3 or not all(features):
        return
    for n, own in enumerate(features):
        shared = frozenset.intersection(*(f for m, f in enumerate(features) if m != n))
        if shared and not own & shared:
            yield Misfit(n, "form")
            return


def _preposition(option: str) -> bool:
    return option.split(maxsplit=1)[0].lower() in _PREPOSITIONS


def _by_preposition(options: Sequence[str]) -> Iterator[Misfit]:
    if any(letter.isdigit() for option in options for letter in option):
        return  # of dates and amounts some are said with a preposition
    if alone([_preposition(option) for option in options]):
        yield Misfit(0, "preposition")
