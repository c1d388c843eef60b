"""Sentences as clauses and statements: who depends on whom, and what stands alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.languages.polish import Polish
from quiz.languages.polish.clauses import brackets, tree
from quiz.languages.polish.speech import Speech
from quiz.languages.polish.statements import Statements

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument

POLISH = Polish()


def read(text: str) -> PolishDocument:
    return POLISH.read(text, None)


def kinds(text: str) -> list[tuple[str, str]]:
    """Return the kind of every clause with its parent's, without the full stop."""
    doc = read(text)
    phrases = brackets(doc, doc.phrases(doc.sentences[0]))
    assert phrases is not None
    return [(c.kind, up.kind if up else "") for c, up in tree(doc, phrases[:-1]).walk()]


def statements(text: str) -> list[str]:
    """Return every statement as its parts between strokes, with its speaker before it."""
    doc = read(text)
    return [
        (f"[{s.said}] " if s.said else "")
        + " | ".join(p.text or doc.span(p.first, p.last) for p in s.parts)
        for s in Statements(doc).all()
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jan Kos otworzył szkołę.", [("main", "")]),
        (
            "Jan Kos otworzył szkołę, którą zbudowało miasto.",
            [("main", ""), ("relative", "main")],
        ),
        (
            "Jan Kos powiedział, że szkoła, którą zbudowało miasto, jest gotowa.",
            [("main", ""), ("content", "main"), ("relative", "content")],
        ),
        (
            "Jan Kos otworzył szkołę, a Anna Wilk zamknęła muzeum.",
            [("main", ""), ("coordinate", "main")],
        ),
        (
            "Szkoła, którą zbudowało miasto i którą chwalą rodzice, jest gotowa.",
            [("main", ""), ("relative", "main"), ("inner", "relative")],
        ),
        ("Jan Kos wyjechał, zamykając szkołę.", [("main", ""), ("participle", "main")]),
        ("Jan Kos wyjechał, gdy zamknięto szkołę.", [("main", ""), ("reason", "main")]),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jan Kos, dyrektor szkoły w Opolu, kupił nowe ławki.",
            ["Jan Kos | kupił | nowe ławki"],
        ),
        (
            "Szef rady Opola, profesor Jan Kos, kupił nowe ławki.",
            ["szef rady Opola, profesor Jan Kos, | kupił | nowe ławki"],
        ),
        (
            "Jan Kos, który mieszka w Opolu, kupił nowe ławki.",
            ["Jan Kos | kupił | nowe ławki", "Jan Kos | mieszka | w Opolu"],
        ),
        (
            "Jan Kos kupił nowe ławki i wyremontował dach.",
            ["Jan Kos | kupił | nowe ławki", "Jan Kos | wyremontował | dach"],
        ),
        (
            "Według Jana Kosa szkoła w Opolu ma nowe ławki.",
            ["Według Jana Kosa | szkoła | w Opolu | ma | nowe ławki"],
        ),
        (
            "Jak podał Jan Kos, szkoła w Opolu ma nowe ławki.",
            ["[podał Jan Kos] szkoła | w Opolu | ma | nowe ławki"],
        ),
        (
            "Jan Kos pokonał Adama Lisa 6:2, 6:1.",
            ["Jan Kos | pokonał | Adama Lisa"],
        ),
    ],
)
def test_statements(text: str, expected: list[str]) -> None:
    assert statements(text) == expected


def test_a_noun_that_means_one_person_gets_his_name() -> None:
    text = "Jan Kos otworzył szkołę w Opolu. Polityk wyjechał potem do Rygi."
    assert "Jan Kos | wyjechał | do Rygi" in statements(text)
    text = "Jan Kos i Adam Lis otworzyli szkołę w Opolu. Polityk wyjechał potem do Rygi."
    assert not any("Rygi" in s for s in statements(text))


def test_speech_is_followed_over_sentences() -> None:
    text = "– Jest źle. Nic nie mamy – mówił Jan Kos. Opole kupiło koce."
    doc = read(text)
    speech = Speech(doc)
    assert [speech.plain(s) for s in doc.sentences] == [False, True, True]


TEXT = """Jan Kos , który – „ ” ( ) : ; że aby gdy i oraz a ale się nie jest był została kupił w na
z Opolu Polska Polski trzy 12 57. 2020 roku maja ponad osób domów jego swój tej dyrektor szkoły
powiedział podaje m.in. np. ds. / 6:2 jak by to jedna jako przez premier Anna Wilk"""
WORDS = st.sampled_from(TEXT.split())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words) + "."
    doc = read(text)
    for statement in Statements(doc).all():
        assert statement.parts[statement.verb].kind == "verb"
        assert statement.subject is None or statement.subject != statement.verb
    for draft in POLISH.drafts(doc):
        assert all(quote in text for quote in draft.quotes)
        assert draft.answer not in draft.rivals
        assert len(set(draft.rivals)) == len(draft.rivals) >= 3


def test_a_relative_clause_tells_of_the_place_before_it() -> None:
    text = "Jan Kos wyjechał do Szwecji, która w 1995 roku wstąpiła do Unii Europejskiej."
    prompts = {d.prompt for d in POLISH.drafts(POLISH.read(text, None))}
    assert "W którym roku Szwecja wstąpiła do Unii Europejskiej?" in prompts


def test_what_follows_po_tym_jak_is_kept_to_tell_the_time() -> None:
    found = statements(
        "Marek Lech wyjechał z Gdyni zaraz po tym, jak sąd ogłosił wyrok wobec Wilka."
    )
    assert found == [
        "Marek Lech | wyjechał | z Gdyni | zaraz | , po tym jak sąd ogłosił wyrok wobec Wilka"
    ]


def test_a_verb_that_agrees_with_the_first_subject_alone_is_its_own() -> None:
    text = "Marek Lech uznał, że powinno odbyć się referendum, i wezwał Gdynię do głosowania."
    assert "Marek Lech | wezwał | Gdynię | do głosowania" in statements(text)
    either = text.replace("powinno odbyć się referendum", "powinien odbyć się wiec")
    assert not any("wezwał" in s for s in statements(either))


def test_who_somebody_is_as_well_is_no_second_person() -> None:
    found = statements("W Krakowie zmarła Krystyna Lipska, ceramiczka i tłumaczka poezji.")
    assert found == ["W Krakowie | zmarła | Krystyna Lipska"]


def test_a_number_may_end_a_text() -> None:
    assert POLISH.drafts(read("Wstęp do sprawy.\n\nSkuteczność leku Brda wyniosła 75 proc")) == []


def test_meanwhile_is_left_out_as_the_text_alone_says_since_when() -> None:
    [told] = statements("W międzyczasie w wyborach w 1993 Jan Kowalski uzyskał reelekcję.")
    assert "międzyczasie" not in told
    assert "Jan Kowalski" in told
