"""The report as text, CSV, JSON and a page, for any class whatever."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.base.cells import width
from quiz.scores.report.build import Wishes, build
from quiz.scores.report.data import Part, to_csv, to_json
from quiz.scores.report.files import Found
from quiz.scores.report.items import KnownBank
from quiz.scores.report.page import to_html
from quiz.scores.report.pictures import histogram
from quiz.scores.report.text import to_text
from tests.scores.report.classes import LSAT_7, STARTED, answer, rows, save, sitting, taken
from tests.scores.rounds import rounds

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.scores.models import Played
    from quiz.scores.report.models import Report

PARTS: tuple[Part, ...] = get_args(Part)
VOID = {"meta", "br", "rect", "line", "circle", "polygon", "path"}


class Page(HTMLParser):
    """Checks that every element is closed where it should be, and gathers what is there."""

    def __init__(self, text: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def report(folder: Path, played: list[Played], wishes: Wishes | None = None) -> Report:
    found = Found((save(folder / "scores.toml", played),), ())
    return build(found, wishes or Wishes(fewest=2), lambda _name: None)


@pytest.fixture
def lsat(tmp_path: Path) -> Report:
    return report(tmp_path, taken(rows(LSAT_7)[::7]))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(played=st.lists(rounds, min_size=1, max_size=8), by=st.sampled_from(["bank", "round"]))
def test_whatever_is_in_the_files_every_form_of_it_is_sound(
    tmp_path: Path, played: list[Played], by: str
) -> None:
    found = report(tmp_path, played, Wishes(by=by, fewest=2, answers="all"))  # type: ignore[arg-type]
    assert len(json.loads(to_json(found))["pupils"]) == len(found.pupils)
    for row in csv.reader(io.StringIO(to_csv(found, PARTS))):
        assert not any(cell.startswith(("=", "+", "@", "\t", "\r")) for cell in row)
        # A cell that begins with a minus is a number.
        assert all(float(cell) for cell in row if cell.startswith("-"))
    text = to_text(found, PARTS, 80)
    assert "nan" not in text.lower() or "nan" in str(played).lower()
    for line in text.splitlines():
        longest = max(map(width, line.split()), default=0)
        assert width(line) <= 80 or longest > 76
    Page(to_html(found, STARTED))


def test_the_text_fits_a_narrow_and_uses_a_wide_terminal(lsat: Report) -> None:
    narrow = to_text(lsat, PARTS, 60).splitlines()
    assert max(map(width, narrow)) <= 60
    wide = to_text(lsat, PARTS, 140).splitlines()
    assert 100 < max(map(width, wide)) <= 140
    assert len(wide) < len(narrow)


def test_many_columns_of_grades_stand_below_each_other(tmp_path: Path) -> None:
    played = [
        sitting(number, "Ala", [answer(1, True)], bank=f"bank {number}", days=number)
        for number in range(1, 21)
    ]
    found = report(tmp_path, played)
    text = to_text(found, ["grades"], 80)
    assert all(f"bank {number}" in text for number in range(1, 21))
    assert max(map(width, text.splitlines())) <= 80
    assert to_html(found, STARTED).count("<thead>") >= 4


def test_a_table_may_be_had_alone(lsat: Report) -> None:
    assert "GRADES" not in to_text(lsat, ["questions"], 80)
    rows_of_it = list(csv.DictReader(io.StringIO(to_csv(lsat, ["questions"]))))
    assert [row["question"] for row in rows_of_it] == ["q1", "q2", "q3", "q4", "q5"]
    (bank,) = lsat.banks
    assert [float(row["facility"]) for row in rows_of_it] == [
        item.facility.value for item in bank.items
    ]
    (one,) = csv.DictReader(io.StringIO(to_csv(lsat, ["banks"])))
    assert float(one["alpha"]) == bank.alpha.value


def test_json_says_all_and_why_not(lsat: Report) -> None:
    loaded = json.loads(to_json(lsat))
    (bank,) = loaded["banks"]
    (bank_of,) = lsat.banks
    assert bank["alpha"] == bank_of.alpha.value
    assert bank["sem"] == bank_of.sem.value
    for item in bank["questions"]:
        assert set(item["verdicts"]) == {
            "facility",
            "discrimination",
            "discriminative_efficiency",
            "distractors",
            "median_seconds",
        }
        assert all(verdict["text"] for verdict in item["verdicts"].values())
    assert len(loaded["grade_book"]["rows"]) == len(loaded["pupils"])


def test_the_page_is_self_contained_and_can_be_heard(lsat: Report) -> None:
    text = to_html(lsat, STARTED)
    page = Page(text)
    tags = {tag for tag, _attributes in page.seen}
    assert not tags & {"script", "link", "img", "iframe", "object", "base", "form"}
    assert not re.search(r"https?:|@import|url\(|javascript:", text)
    assert all(
        (attributes["href"] or "").startswith("#")
        for _tag, attributes in page.seen
        if "href" in attributes
    )
    ids = [attributes["id"] for _tag, attributes in page.seen if "id" in attributes]
    assert len(ids) == len(set(ids)) == 5
    assert all(attributes.get("scope") for tag, attributes in page.seen if tag == "th")
    pictures = [attributes for tag, attributes in page.seen if tag == "svg"]
    assert all(each.get("aria-hidden") or each.get("aria-label") for each in pictures)
    assert sum(each.get("role") == "img" for each in pictures) == 2
    assert not any(name.startswith("on") for _tag, given_ in page.seen for name in given_)


HOSTILE = "<script>alert(1)</script>\"'&lt;<!-- --></style></svg>"


def test_text_from_the_files_is_text_on_the_page(tmp_path: Path) -> None:
    played = [
        sitting(
            number,
            f"{HOSTILE} {number}",
            [answer(1, number % 2 == 0, chosen=HOSTILE)],
            bank=HOSTILE,
        )
        for number in range(1, 13)
    ]
    text = to_html(report(tmp_path, played), STARTED)
    page = Page(text)
    assert "script" not in {tag for tag, _attributes in page.seen}
    assert text.count("</style>") == 1
    assert any(HOSTILE in each for each in page.texts)


def test_a_histogram_counts_everyone_once() -> None:
    picture = histogram([0.0, 0.05, 0.3, 0.95, 1.0], "x")
    assert "0–10%: 2, 30–40%: 1, 90–100%: 2" in picture


def test_verdicts_are_of_the_bank_when_it_is_known(tmp_path: Path) -> None:
    found = Found((save(tmp_path / "a.toml", taken(rows(LSAT_7)[::7])),), ())
    known = KnownBank("Reading <figures>", {"q1": ("a", "b"), "q2": ("a",)})
    built = build(found, Wishes(), lambda _name: known)
    text = to_text(built, PARTS, 80)
    assert "Reading <figures> (things)" in text
    assert "b 0% (not functioning)" in text
    assert "Reading &lt;figures&gt;" in to_html(built, STARTED)
