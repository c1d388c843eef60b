"""A bank as it is in memory: frozen values, no behaviour that needs a file or a screen.

The classes are plain dataclasses so that holding a bank needs no validator; `quiz.banks.read`
validates what comes from outside against the constraints in their annotations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from annotated_types import Ge, Le, MaxLen, MinLen

from quiz.banks.constraints import Exact, Line, Paragraphs

FORMAT = 1
"""The version of the bank format that this program reads and writes."""

LANGUAGES = ("pl", "en")
CATEGORIES = ("dates", "numbers", "roles", "people", "places", "organisations", "things")
STATUSES = ("draft", "reviewed", "retired")

Language = Literal["pl", "en"]
Category = Literal["dates", "numbers", "roles", "people", "places", "organisations", "things"]
Status = Literal["draft", "reviewed", "retired"]


Name = Annotated[str, Line(80)]
Short = Annotated[str, Line(200)]
Sentence = Annotated[str, Line(1000)]
Prose = Annotated[str, Paragraphs(4000)]
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
    quote: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article that a bank was drawn from."""

    __pydantic_config__ = STRICT

    id: Name
    title: Short
    publisher: Short | None = None
    published: Day | None = None
    url: Short | None = None
    path: Short | None = None
    """Where its text lies, relative to the bank's folder and never outside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A stem with its key and distractors, and what proves and explains the key."""

    __pydantic_config__ = STRICT

    id: Name
    """Stable: an edit of the text keeps it, and with it every past answer."""
    prompt: Sentence
    answer: Short
    distractors: Annotated[tuple[Short, ...], MinLen(1), MaxLen(5)]
    category: Category
    explanation: Prose = ""
    evidence: tuple[Evidence, ...] = ()
    status: Status = "draft"
    seconds: Seconds | None = None
    difficulty: Level | None = None
    """From 1, nearly everybody knows, to 5, hardly anybody does."""
    tags: tuple[Name, ...] = ()
    shuffle: Flag = True
    """False: options stand in alphabetical order, as "False" and "True" should."""
    note: Prose = ""
    """For the bank's authors; players never see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """One TOML file of questions."""

    __pydantic_config__ = STRICT

    format: Annotated[Literal[1], Exact()]
    title: Short
    language: Language
    description: Prose = ""
    authors: tuple[Short, ...] = ()
    licence: Short = ""
    seconds: Seconds = 20
    """A question's time, unless it says otherwise."""
    sources: tuple[Source, ...] = ()
    questions: tuple[Question, ...] = ()

    def playable(self) -> tuple[Question, ...]:
        """Return the questions that a player may be asked: all but the retired."""
        return tuple(question for question in self.questions if question.status != "retired")
