"""From an article to a bank: questions, invariants, the commands and bad input."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.base.errors import QuizError
from quiz.cli import parser
from quiz.generate.rank import rank
from quiz.languages import Draft, get_language

POLISH = get_language("pl")
ARTICLE = """Nowa linia do Rzeszowa

12 grudnia 2012 roku Kolej Mazowiecka ogłosiła otwarcie linii do Rzeszowa. Flota Kolei Mazowieckiej
liczy 437 wagonów typu Sokół. Minister zdrowia Adam Kowalski poinformował, że szpital w Krakowie
przyjmie 300 pacjentów z Ukrainy. W 2018 roku Adam Kowalski otworzył w Polsce fabrykę Sokoła.
Z Niemiec napływają do Krakowa niepokojące wieści.
"""
WORDS = st.sampled_from(
    "Jan Nowak w Krakowie 5 tys. osób , . – „ ” ( ) że który ogłosił 3 maja 1998 roku premier "  # noqa: SIM905
    "Polska się nie została ponad 12,5 proc. \n\n i oraz UE - powiedział Adam Kowalski".split(" ")
)


def drafts(text: str) -> list[Draft]:
    return rank(POLISH.drafts(POLISH.read(text, None)))


def run(*arguments: str) -> int:
    parsed = parser().parse_args(arguments)
    status: int = parsed.run(parsed)
    return status


def sound(text: str) -> None:
    for draft in drafts(text):
        options = [draft.answer, *draft.rivals]
        assert all(quote in text for quote in draft.quotes)
        assert len({o.casefold() for o in options}) == len(options) >= 4
        assert draft.explanation


def test_an_article_gives_questions_of_several_kinds() -> None:
    found = drafts(ARTICLE)
    assert len({d.category for d in found}) >= 3
    sound(ARTICLE)


def test_a_date_is_asked_for_with_its_year() -> None:
    asked = {d.prompt: d.answer for d in drafts(ARTICLE)}
    assert asked["Kiedy Kolej Mazowiecka ogłosiła otwarcie linii do Rzeszowa?"] == (
        "12 grudnia 2012 roku"
    )


def test_a_sentence_that_points_elsewhere_is_not_asked_about() -> None:
    assert not drafts(
        "Zebranie trwało długo.\n\nWówczas on odwiedził ją w Krakowie 3 maja 1998 roku."
    )


def test_a_day_in_a_stem_gets_its_year() -> None:
    text = "Notatka z narady.\n\nMinister zdrowia Adam Kowalski przyleciał 4 czerwca do Krakowa."
    dated = POLISH.drafts(POLISH.read(text, date(2025, 6, 18)))
    assert any("4 czerwca 2025 roku" in d.prompt for d in dated)
    assert not any("4 czerwca" in d.prompt for d in POLISH.drafts(POLISH.read(text, None)))


def test_direct_speech_in_the_first_person_is_left_alone() -> None:
    assert not drafts("Wstęp do sprawy.\n\n– Byłem w Polsce 3 maja 1998 roku i widziałem 40 osób.")


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=60).map(" ".join))
@example("że tys.")
def test_nothing_breaks_on_arbitrary_polish(text: str) -> None:
    sound(text)


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_nothing_breaks_on_arbitrary_text(text: str) -> None:
    sound(text)


def test_a_bank_is_written_and_the_same_again(tmp_path: Path) -> None:
    article, bank, again = (tmp_path / n for n in ("a.txt", "b.toml", "c.toml"))
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("generate", str(article), "-o", str(bank), "--seed", "7") == 0
    assert run("generate", str(article), "-o", str(again), "--seed", "7") == 0
    assert bank.read_bytes() == again.read_bytes()
    questions = tomllib.loads(bank.read_text(encoding="utf-8"))["questions"]
    assert all(
        q.get("status", "draft") == "draft" and q["note"] and q["evidence"] for q in questions
    )


def test_an_existing_bank_is_kept(tmp_path: Path) -> None:
    article, bank = tmp_path / "a.txt", tmp_path / "b.toml"
    article.write_text(ARTICLE, encoding="utf-8")
    bank.write_text("mine", encoding="utf-8")
    with pytest.raises(QuizError, match="--force"):
        run("generate", str(article), "-o", str(bank))
    assert bank.read_text(encoding="utf-8") == "mine"
    assert run("generate", str(article), "-o", str(bank), "--force") == 0


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no text"),
        (b" \n ", "no text"),
        (b"PK\0\0", "binary"),
        (b"za\xbf\xf3\xb3\xe6", "UTF-8"),
        (b"a" * 5_000_000, "too long"),
        (b"der Hund sitzt vor dem Haus und niemand kennt seinen Namen", "language"),
    ],
)
def test_bad_input_is_one_line_and_nothing_written(
    tmp_path: Path, data: bytes, message: str
) -> None:
    article, bank = tmp_path / "a.txt", tmp_path / "b.toml"
    article.write_bytes(data)
    with pytest.raises(QuizError, match=message) as caught:
        run("generate", str(article), "-o", str(bank))
    assert "\n" not in str(caught.value)
    assert not bank.exists()


def test_facts_are_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run("facts", str(article), "--json") == 0
    assert '"value": "2012-12-12"' in capsys.readouterr().out


ENGLISH = """A new bridge for the town

The bridge in Ambleford was opened on 12 December 2012. It had cost 40 million pounds, and about
2,000 people walked over it on its first day. The mayor cut a ribbon and thanked the builders.
"""


def test_the_language_is_told_by_the_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    polish, english = tmp_path / "a.txt", tmp_path / "b.txt"
    polish.write_text(ARTICLE, encoding="utf-8")
    english.write_text(ENGLISH, encoding="utf-8")
    assert run("facts", str(english), str(polish), "--json") == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    dates = {(Path(f["file"]).name, f["text"]) for f in found if f["value"] == "2012-12-12"}
    assert ("b.txt", "12 December 2012") in dates
    assert any(name == "a.txt" for name, _ in dates)
    for fact in found:
        text = ENGLISH if fact["file"] == str(english) else ARTICLE
        assert text[fact["start"] : fact["end"]] == fact["text"]


def test_a_bank_of_two_languages_is_refused(tmp_path: Path) -> None:
    polish, english, bank = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "c.toml"
    polish.write_text(ARTICLE, encoding="utf-8")
    english.write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(QuizError, match="another language"):
        run("generate", str(polish), str(english), "-o", str(bank))
    with pytest.raises(QuizError, match="does not read like"):
        run("generate", str(polish), str(english), "-o", str(bank), "--language", "pl")
    assert not bank.exists()
