"""What is read in a shorter way says the same as the longer one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.languages.polish.asking.gap import _around
from quiz.languages.polish.dictionary import load
from quiz.languages.polish.options.death import said_dead

morfeusz2 = pytest.importorskip("morfeusz2")

LONGER = (
    r"(?i:śp\.|zmarł\w{{0,3}}|nieżyjąc\w+|świętej pamięci) (?:\w+ ){{0,4}}(?:\w+ )?{stem}",
    r"{stem}\w*,? (?:nie żyje|zmarła?|zginęła?|zginął|poległ|poległa)\b",
    r"{stem}\w*, [^,.;()]{{3,60}}, (?:nie żyje|zmarła?|zginęła?|zginął|poległ|poległa)\b",
    r"{stem}\w* \([^()]*[–-] ?(?:[^()]* )?\d{{4}}\)",
)
PIECES = (
    "śp. ", "Zmarły ", "zmarł ", "nieżyjący ", "świętej pamięci ", "Nowak", "Nowakiem", "em", ", ",
    ",", " nie żyje", " zmarła", " zginął", " polegli", " (", ")", "1931–2015", " – ", "-", "2015",
    "ur. 1931 ", "aktor ", "w ", "\n", "Skłodowska-Curi", "e", "_", "1931-",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Zmarły w maju Jan Nowak grał w Gdyni.", True),
        ("Adam Nowak, nie żyje.", True),
        ("Z Nowakiem (1931–2015) przyjaźnił się długo.", True),
        ("Jan Nowak (ur. 1931) otworzył most.", False),
        ("Zmarł sołtys. Jan Nowak otworzył most.", False),
        ("Zmarły w maju w Gdyni po długiej chorobie znał Nowaka.", False),
    ],
)
def test_an_article_tells_who_is_dead(text: str, *, dead: bool) -> None:
    assert said_dead(text, "Nowak") is dead


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_who_is_dead_is_what_an_expression_for_each_name_would_find(text: str) -> None:
    for stem in ("Nowak", "Skłodowska-Curi"):
        found = any(re.search(one.format(stem=re.escape(stem)), text) for one in LONGER)
        assert said_dead(text, stem) == found


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["4,2", "1", "11", "Nowak", "w 2012"]),
    st.text("142, Nowakźd.", max_size=30),
)
def test_an_answer_is_cut_out_where_it_is_a_word_of_its_own(answer: str, text: str) -> None:
    for whole in (text, f"{text} {answer}", f"{answer},{text}", f"{text}, {answer} {answer}."):
        expected = re.split(rf"(?<![\w,]){re.escape(answer)}(?![\w]|,\d)", whole)
        assert _around(answer, whole) == expected


def test_the_dictionary_says_what_the_library_says() -> None:
    plain, ours = morfeusz2.Morfeusz(), load()
    for word in ("Nowak", "zrobiłbym", "Gdyni", "nieznajdywań", "xyzzy", "12", "biało-czerwoni"):
        expected = plain.analyse(word)
        assert ours.analyse(word) == [
            (i, j, lemma, tag, frozenset(kinds))
            for i, j, (_form, lemma, tag, kinds, _style) in expected
        ]
    for lemma in ("Nowak", "robić", "Gdynia"):
        assert ours.generate(lemma) == [
            (form, base, tag, frozenset(kinds))
            for form, base, tag, kinds, _style in plain.generate(lemma)
        ]
