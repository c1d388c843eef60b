"""A bank as it is in memory: frozen values, no behaviour that needs a file or a screen.

The classes are plain dataclasses so that holding a bank needs no validator; `quiz.banks.read`
validates what comes from outside against the constraints in their annotations. The texts below the
fields become the descriptions in the JSON Schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from quiz.banks.constraints import Exact, Text
from quiz.base.vocabulary import BANK_FORMAT

Language = Literal["pl", "en"]
Category = Literal["dates", "numbers", "roles", "people", "places", "organisations", "things"]
Status = Literal["draft", "reviewed", "retired"]


Name = Annotated[str, Text(80)]
Short = Annotated[str, Text(200)]
Label = Annotated[str, Text(200, blank=True)]
Sentence = Annotated[str, Text(1000)]
Quote = Annotated[str, Text(4000, lines=True)]
Prose = Annotated[str, Text(4000, lines=True, blank=True)]
Version = Annotated[int, Exact(), Ge(BANK_FORMAT), Le(BANK_FORMAT)]
Seconds = Annotated[int, Exact(), Ge(3), Le(600)]
Day = Annotated[date, Exact()]
Flag = Annotated[bool, Exact()]
Level = Annotated[int, Exact(), Ge(1), Le(5)]

STRICT = {"extra": "forbid", "use_attribute_docstrings": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A verbatim quote of a source that proves an answer."""

    __pydantic_config__ = STRICT

    source: Name
    """The id of one of the bank's sources."""
    quote: Quote
    """The words of the source, as they stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A rule of the checker that a question breaks on purpose."""

    __pydantic_config__ = STRICT

    rule: Name
    """The code of the rule, as `newsquiz check` shows it: NQ101."""
    reason: Sentence
    """Why it may, for whoever reads the bank next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a bank was drawn from."""

    __pydantic_config__ = STRICT

    id: Name
    """What evidence calls it by; no two sources of a bank share it."""
    title: Short
    """The headline of the article."""
    publisher: Short | None = None
    """Who published it."""
    published: Day | None = None
    """The day it was published, as in 2025-06-18."""
    url: Short | None = None
    """Where it can be read."""
    path: Short | None = None
    """Where its text lies, relative to the bank's folder and never outside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A stem with its key and distractors, and what proves and explains the key."""

    __pydantic_config__ = STRICT

    id: Name
    """Stable: an edit of the text keeps it, and with it every past answer."""
    prompt: Sentence
    """The stem: what is asked."""
    answer: Short
    """The one right option."""
    distractors: Annotated[tuple[Short, ...], MinLen(1), MaxLen(5)]
    """The wrong options: three as a rule, one only for true or false."""
    category: Category
    """What is asked for."""
    explanation: Prose = ""
    """Shown after the answer: why it is right."""
    evidence: tuple[Evidence, ...] = ()
    """What the answer rests on."""
    status: Status = "draft"
    """How far the question is; a retired one is asked no more."""
    seconds: Seconds | None = None
    """The time to answer, where it is not the bank's."""
    difficulty: Level | None = None
    """From 1, nearly everybody knows, to 5, hardly anybody does."""
    tags: tuple[Name, ...] = ()
    """Words to find the question by."""
    shuffle: Flag = True
    """False: options stand in alphabetical order, as "False" and "True" should."""
    note: Prose = ""
    """For the bank's authors; players never see it."""
    allow: tuple[Allowance, ...] = ()
    """The rules of the checker that this question may break, each with a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """One TOML file of questions."""

    __pydantic_config__ = STRICT

    format: Version
    """The version of the format."""
    title: Short
    """What the bank is called in lists."""
    language: Language
    """The language of its questions."""
    description: Prose = ""
    """What the bank is about."""
    authors: tuple[Short, ...] = ()
    """Who wrote it."""
    licence: Label = ""
    """Under which licence others may use it, as its SPDX identifier."""
    seconds: Seconds = 20
    """A question's time, unless it says otherwise."""
    sources: tuple[Source, ...] = ()
    """The articles it was drawn from."""
    questions: tuple[Question, ...] = ()
    """What it asks."""

    def playable(self) -> tuple[Question, ...]:
        """Return the questions that a player may be asked: all but the retired."""
        return tuple(question for question in self.questions if question.status != "retired")
