"""Banks as they can come back from another format: what every import folds is folded already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.base.fold import fold_all
from quiz.base.text import clean, one_line
from quiz.base.vocabulary import CATEGORIES, LANGUAGES
from quiz.exchange.languages import TRUE_FALSE

if TYPE_CHECKING:
    from collections.abc import Callable

_HARD = (
    "= ~ # { } : \\ [html] <b>x</b> <i & &amp; &#33; -> // ::t:: $CATEGORY: %50% ANSWER: A) ' \" , "
    "; | **x** _y_ `z` =1+1 +48 -5 @x ＝1 '=1 ''- \\n <!--x--> ]]> {{c}} [tag:a] ţéxt ёж 中文 "
    "עברית 👩‍🚀 a̧ \\] ] #separator:tab"
)
_WORDS = st.sampled_from(_HARD.split(" "))
_ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def line(most: int) -> st.SearchStrategy[str]:
    """One line of ordinary and of awkward text, never empty."""
    pieces = st.lists(st.one_of(st.sampled_from("abcżół19"), _WORDS, _ANY), min_size=1, max_size=6)
    texts = st.builds(
        lambda parts, by: one_line(by.join(parts))[:most], pieces, st.sampled_from(" ")
    )
    return texts.map(lambda text: one_line(text) or "x")


def prose() -> st.SearchStrategy[str]:
    """Return some lines, or none; no blank line is doubled."""
    lines = st.lists(st.one_of(line(80), st.just("")), max_size=4)
    return lines.map(lambda some: clean("\n".join(some)).replace("\n\n\n", "\n\n"))


def distinct(least: int, most: int) -> st.SearchStrategy[list[str]]:
    """Options of which no two are the same to a bank."""

    def different(options: list[str]) -> list[str]:
        kept: dict[str, str] = {}
        for option, folded in zip(options, fold_all(options), strict=True):
            kept.setdefault(folded, option)
        return [*kept.values(), *(f"option {at}" for at in range(least - len(kept)))]

    return st.lists(line(70), min_size=least, max_size=most).map(different)


@st.composite
def questions(draw: st.DrawFn, language: str, sources: list[str]) -> Question:
    truth = draw(st.integers(0, 5)) == 0
    options = draw(st.permutations(TRUE_FALSE[language]) if truth else distinct(2, 6))
    evidence = st.builds(Evidence, source=st.sampled_from(sources), quote=prose().map("q".__add__))
    return Question(
        id=draw(line(60)),
        prompt=draw(line(110)),
        answer=options[0],
        distractors=tuple(options[1:]),
        category=draw(st.sampled_from(CATEGORIES)),
        explanation=draw(prose()),
        evidence=tuple(draw(st.lists(evidence, max_size=2))),
        seconds=draw(st.none() | st.integers(3, 600)),
        difficulty=draw(st.none() | st.integers(1, 5)),
        tags=tuple(draw(st.lists(line(40), max_size=2, unique=True))),
        shuffle=not truth and draw(st.booleans()),
        note=draw(prose()),
    )


def exchanged() -> st.SearchStrategy[Bank]:
    """Return banks of drafts."""
    return st.sampled_from(LANGUAGES).flatmap(_bank)


@st.composite
def _bank(draw: st.DrawFn, language: str) -> Bank:
    titles = draw(st.lists(line(60), min_size=1, max_size=2, unique=True))
    sources = [Source(id=f"s{at}", title=title) for at, title in enumerate(titles)]
    asked: Callable[..., st.SearchStrategy[Question]] = questions
    drawn = st.lists(
        asked(language, [source.id for source in sources]), max_size=3, unique_by=lambda q: q.id
    )
    return Bank(
        format=1,
        title=draw(line(60)),
        language="pl" if language == "pl" else "en",
        seconds=draw(st.integers(3, 600)),
        sources=tuple(sources),
        questions=tuple(draw(drawn)),
    )
