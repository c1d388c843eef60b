"""Test sheets: every question once in each variant, the key true, nothing of a text lost or run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from quiz.banks.models import Bank, Question
from quiz.exchange.formats import by_name, write
from quiz.exchange.plaintext import from_html
from quiz.exchange.protocol import Wishes
from quiz.exchange.sheet import variants
from quiz.exchange.sheet_markdown import escape
from tests.exchange.strategies import exchanged

BANK = Bank(
    format=1,
    title="Seas & <rivers>",
    language="en",
    questions=tuple(
        Question(
            id=f"q{number}",
            prompt=f"Which is number {number}?",
            answer=f"right {number}",
            distractors=(f"wrong a {number}", f"wrong b {number}", f"wrong c {number}"),
            category="things",
            explanation=f"Because of {number}.",
        )
        for number in range(12)
    ),
)


def page(bank: Bank, name: str, *, seed: int = 0, many: int = 2, key: bool = False) -> str:
    wishes = Wishes(seed=seed, variants=many, key=key)
    return write(by_name(name), bank, wishes).data.decode("utf-8")


def test_variants_ask_the_same_in_other_orders() -> None:
    a, b = variants(BANK, Wishes(seed=5, variants=2))
    assert (a.name, b.name) == ("A", "B")
    assert [one.question.id for one in a.asked] != [one.question.id for one in b.asked]
    assert {one.question.id for one in a.asked} == {one.question.id for one in b.asked}
    for one in (*a.asked, *b.asked):
        assert one.options["ABCDEF".index(one.letter)] == one.question.answer
    assert len({one.letter for one in a.asked}) > 1


def test_the_seed_decides() -> None:
    assert page(BANK, "html", seed=1) == page(BANK, "html", seed=1)
    assert page(BANK, "html", seed=1) != page(BANK, "html", seed=2)


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_the_key_comes_only_where_it_is_wished(name: str) -> None:
    without, with_key = page(BANK, name), page(BANK, name, key=True)
    assert "Because of 3." not in without
    assert with_key.count("Because of 3.") == 2
    assert with_key.count("Key") == 2
    assert without.count("Which is number 3?") == with_key.count("Which is number 3?") == 2


def test_one_variant_has_no_letter() -> None:
    assert "Version" not in page(BANK, "html", many=1)
    assert "Version B" in page(BANK, "markdown", many=2)


def test_the_page_stands_alone_and_its_texts_are_data() -> None:
    text = page(BANK, "html", key=True)
    assert "Seas &amp; &lt;rivers&gt;" in text
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|<script""", text)


@settings(max_examples=20, deadline=None)
@given(exchanged())
def test_any_bank_makes_a_page_that_says_it_all(bank: Bank) -> None:
    class Closed(HTMLParser):
        open: list[str] = []  # noqa: RUF012

        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
            self.open += [] if tag in {"meta", "br"} else [tag]

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    text = page(bank, "html", key=True)
    Closed.open = []
    reader = Closed()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    shown = " ".join(from_html(text).text.split())
    for question in bank.questions:
        for part in (question.prompt, question.answer, *question.distractors, question.explanation):
            assert " ".join(part.split()) in shown


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a*b_c`d", r"a\*b\_c\`d"),
        ("# no head", r"\# no head"),
        ("1. no list", r"1\. no list"),
        ("- no item", r"\- no item"),
        ("<b> & [a](b)", r"\<b\> \& \[a\](b)"),
        ("one\ntwo", "one\\\ntwo"),
        ("one\n\ntwo", "one\n\ntwo"),
    ],
)
def test_markdown_shows_texts_as_they_are(text: str, written: str) -> None:
    assert escape(text) == written
