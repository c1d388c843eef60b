"""Arbitrary banks that are valid."""

from datetime import date

from hypothesis import strategies as st

from quiz.banks.models import Allowance, Bank, Evidence, Question, Source
from quiz.base.fold import fold_all
from quiz.base.text import first_pile, first_unsafe
from quiz.base.vocabulary import CATEGORIES, LANGUAGES, STATUSES

_CHARACTERS = st.one_of(
    # Nearly all that no text may hold is of these, and would be drawn in vain again and again.
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]),
    st.sampled_from("aż\"\\'„”#=[]{}=,. \u200d👩❤\ufe0f\u0301"),
)


_ALLOWANCES = st.builds(
    Allowance,
    rule=st.sampled_from(["NQ101", "longest-key"]),
    reason=st.sampled_from(["tak jest", 'a "rule" and a \\ of its own']),
)


def _fits(text: str) -> bool:
    return first_unsafe(text) is None and first_pile(text) is None


def _says_something(text: str) -> bool:
    return _fits(text) and "\t" not in text and "\n" not in text and text[:1].isalnum()


def lines(size: int = 30) -> st.SearchStrategy[str]:
    return st.text(_CHARACTERS, min_size=1, max_size=size).map("x".__add__).filter(_says_something)


def prose() -> st.SearchStrategy[str]:
    characters = st.one_of(_CHARACTERS, st.sampled_from("\n\t"))
    return st.text(characters, max_size=60).filter(_fits)


def _sources() -> st.SearchStrategy[Source]:
    return st.builds(
        Source,
        id=lines(),
        title=lines(),
        publisher=st.none() | lines(),
        published=st.none() | st.dates(min_value=date(1, 1, 1)),
        url=st.none() | lines(),
        path=st.none() | st.sampled_from(["a.md", "sources/ż ó.md"]),
    )


def _options() -> st.SearchStrategy[list[str]]:
    return st.lists(lines(12), min_size=2, max_size=6).filter(
        lambda options: len(set(fold_all(options))) == len(options)
    )


@st.composite
def _questions(draw: st.DrawFn, name: str, sources: list[str]) -> Question:
    options = draw(_options())
    evidence = st.builds(Evidence, source=st.sampled_from(sources), quote=prose().map("q".__add__))
    return Question(
        id=name,
        prompt=draw(lines()),
        answer=options[0],
        distractors=tuple(options[1:]),
        category=draw(st.sampled_from(CATEGORIES)),
        explanation=draw(prose()),
        evidence=tuple(draw(st.lists(evidence, max_size=3))) if sources else (),
        status=draw(st.sampled_from(STATUSES)),
        seconds=draw(st.none() | st.integers(3, 600)),
        difficulty=draw(st.none() | st.integers(1, 5)),
        tags=tuple(draw(st.lists(lines(), max_size=2))),
        shuffle=draw(st.booleans()),
        note=draw(prose()),
        allow=tuple(draw(st.lists(_ALLOWANCES, max_size=2))),
    )


@st.composite
def banks(draw: st.DrawFn, least: int = 0) -> Bank:
    """Return any valid bank, of at least so many questions."""
    sources = draw(st.lists(_sources(), max_size=2, unique_by=lambda source: source.id))
    names = draw(st.lists(lines(), min_size=least, max_size=3, unique=True))
    return Bank(
        format=1,
        title=draw(lines()),
        language=draw(st.sampled_from(LANGUAGES)),
        description=draw(prose()),
        authors=tuple(draw(st.lists(lines(), max_size=2))),
        licence=draw(st.just("") | lines()),
        seconds=draw(st.integers(3, 600)),
        sources=tuple(sources),
        questions=tuple(draw(_questions(name, [s.id for s in sources])) for name in names),
    )
