"""Every rule has a page, and the page's examples are what it says they are."""

from __future__ import annotations

import pytest

from quiz.base.errors import QuizError
from quiz.base.language import use
from quiz.base.vocabulary import LANGUAGES
from quiz.check.pages import _tables, listing, page, page_of
from quiz.check.rules import RULES
from tests.check.kit import codes

HABITS = {"NQ504", "NQ505"}  # one question shows no habit


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    assert list(_tables()) == list(RULES)
    assert len(RULES) >= 28


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", RULES)
def test_the_bad_example_breaks_the_rule_and_the_good_one_none(code: str, language: str) -> None:
    found = page_of(code, language)
    assert found.title
    assert len(found.why) > 60
    if code not in HABITS:
        assert code in codes(found.bad[language], language)
    assert codes(found.good[language], language) == set()


def test_pages_are_printed_by_code_and_by_name() -> None:
    use("pl")
    assert page("nq206") == page("several-right")
    assert "NQ206" in page("NQ206")
    assert "czerwiec 2024" in page("NQ206")
    assert all(code in listing() for code in RULES)
    with pytest.raises(QuizError, match="może chodziło o NQ101"):
        page("NQ1O1")
    use("en")
    with pytest.raises(QuizError, match="did you mean NQ101"):
        page("NQ1O1")
