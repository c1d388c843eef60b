"""English articles: questions of several kinds, their proof, and what no text may break."""

import tomllib
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.cli import parser
from quiz.generate.article import Article
from quiz.generate.draft import make_bank
from quiz.languages import Draft, get_language

ENGLISH = get_language("en")
ARTICLE = """A new ferry for Skerry Bay

Thursday, 12 March 2026

The ferry Northern Dawn sailed from Holm to Skerry Bay on Tuesday and carried 130 passengers.
Norway's transport minister, Ingrid Solberg, had opened the pier in Holm in 2024. According to the
Skerry Harbour Trust, the ferry cost 21 million euros.

The Skerry Harbour Trust sold its old ferry to a shipyard in Hamburg in January 2025. Mayor Ole
Berg thanked the crew of 14 sailors. "I was here in 1998," he said.
"""
WORDS = st.sampled_from(
    [
        "The",
        "mayor",
        "Olga",
        "Dahl",
        "Dr.",
        "Hill",
        "of",
        "Oslo",
        "opened",
        "was",
        "built",
        "by",
        "in",
        "on",
        "Tuesday",
        "3",
        "May",
        "1998",
        ",",
        ".",
        "–",
        "“",
        "”",
        "'",
        "(",
        ")",
        "$",
        "1.2",
        "million",
        "14",
        "people",
        "who",
        "had",
        "said",
        "that",
        "she",
        "it",
        "12%",
        "\n\n",
        "UN",
        "the",
        "bridge",
        "Lake",
        "Vostrik",
        "'s",
        "and",
        "a",
        "it's",
        "U.S.",
        "more",
        "than",
        "two",
        "years",
        "ago",
        ",",
        "42",
        ",",
        "is",
        "chairman",
        "didn't",
        "“I",
        "President",
    ]
)


def sound(text: str, published: date | None = None) -> list[Draft]:
    """Check every draft of a text, and return them."""
    drafts = ENGLISH.drafts(ENGLISH.read(text, published))
    for draft in drafts:
        options = [draft.answer, *draft.rivals]
        assert draft.quotes
        assert all(quote in text for quote in draft.quotes)
        assert len({o.casefold() for o in options}) == len(options)
        assert draft.prompt.endswith(("?", "”"))
        assert draft.explanation
        assert draft.note
    return drafts


def test_an_article_gives_questions_of_several_kinds() -> None:
    found = sound(ARTICLE)
    assert {"dates", "numbers", "people", "roles"} <= {d.category for d in found}
    asked = {d.prompt: d for d in found}
    when = asked["When in 2026 did the ferry Northern Dawn sail from Holm to Skerry Bay?"]
    assert when.answer.startswith("Tuesday")
    assert "10" in when.answer
    assert when.quotes[0] == "Thursday, 12 March 2026"
    assert not any("1998" in d.prompt + d.answer for d in found)


def test_a_sentence_that_points_elsewhere_is_not_asked_about() -> None:
    assert not sound("The talks went on.\n\nThere he met her on 3 May 1998, and it was signed.")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_nothing_breaks_on_arbitrary_english(text: str) -> None:
    sound(text, date(2020, 2, 29))


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_nothing_breaks_on_arbitrary_text(text: str) -> None:
    sound(text)
    ENGLISH.knows(text)
    ENGLISH.lemmas(text)
    ENGLISH.published(text)


def test_what_was_read_before_changes_nothing() -> None:
    other = ARTICLE.replace("Skerry", "Dahl").replace("Northern Dawn", "Ingrid")
    article = Article("a.txt", ARTICLE, "A new ferry for Skerry Bay")
    first = make_bank([article], ENGLISH, "", None, 0)
    make_bank([Article("b.txt", other, "Another")], ENGLISH, "", None, 0)
    assert make_bank([article], ENGLISH, "", None, 0) == first


def test_a_bank_of_an_english_article_says_so(tmp_path: Path) -> None:
    article, bank = tmp_path / "a.txt", tmp_path / "b.toml"
    article.write_text(ARTICLE, encoding="utf-8")
    parsed = parser().parse_args(["generate", str(article), "-o", str(bank), "--language", "en"])
    assert parsed.run(parsed) == 0
    written = tomllib.loads(bank.read_text(encoding="utf-8"))
    assert written["language"] == "en"
    assert written["sources"][0]["published"] == date(2026, 3, 12)
    assert all(e["quote"] in ARTICLE for q in written["questions"] for e in q["evidence"])
    assert len(written["questions"]) >= 3


def test_a_sentence_without_an_end_breaks_nothing() -> None:
    assert not sound(
        "Title\n\nThe mayor of Oslo opened it on Tuesday "
        + "and the people who were there with him said that it was good " * 400
        + "."
    )
