"""A bank of a feed: today, tomorrow, and with what may happen to a bank in between."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from quiz.banks.read import read_bank
from quiz.cli import main
from tests.generate.web import pages
from tests.generate.web.pages import article, rss
from tests.generate.web.server import site as serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.generate.web.server import Handler, Site

TUESDAY = "Tue, 04 May 2021 {}:30:00 +0200"
WEDNESDAY = "Wed, 05 May 2021 {}:30:00 +0200"


@pytest.fixture
def site() -> Iterator[Site]:
    with serve({f"/{key}": article(key) for key in pages.TOWNS}) as served:
        yield served


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("quiz.generate.target.settings_path", lambda: tmp_path / "own" / "s.toml")
    (tmp_path / "banks").mkdir()
    return tmp_path / "banks" / "news.toml"


def publish(site: Site, *entries: tuple[str, str]) -> None:
    site.pages["/rss"] = rss(*((site.address(path), time) for path, time in entries))
    site.asked.clear()


def digest(site: Site, bank: Path | str, *options: str) -> int:
    return main(["generate", site.address("/rss"), "-o", str(bank), *options])


def test_every_morning_adds_what_is_new_and_keeps_what_is_there(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tuesday = [("/b", TUESDAY.format("20")), ("/a", TUESDAY.format("08"))]
    publish(site, *tuesday, ("/e", "Sun, 02 May 2021 10:00:00 +0200"))
    assert digest(site, bank) == 0
    assert site.asked == ["/rss", "/b", "/a"]
    first = read_bank(bank)
    assert first.title == "Kurier Próbny"
    assert [source.url for source in first.sources] == [site.address("/b"), site.address("/a")]
    assert [source.published for source in first.sources] == [date(2021, 5, 4)] * 2
    assert len(first.questions) >= 4

    # A teacher edits, retires, takes a question out and writes a remark.
    text = bank.read_text("utf-8")
    text = text.replace(f'answer = "{first.questions[0].answer}"', 'answer = "moja odpowiedź"')
    cut = text.rindex("[[questions]]")
    text = "# Mój bank\n" + text[:cut] + "# koniec wtorku\n"
    bank.write_text(text, "utf-8")
    edited = read_bank(bank)

    publish(site, ("/c", WEDNESDAY.format("06")), *tuesday)
    assert digest(site, bank) == 0
    assert site.asked == ["/rss", "/c"]
    second = read_bank(bank)
    assert second.questions[: len(edited.questions)] == edited.questions
    assert second.sources[:2] == edited.sources
    assert len(second.questions) > len(edited.questions)
    assert len({question.id for question in second.questions}) == len(second.questions)
    assert first.questions[-1].prompt not in {question.prompt for question in second.questions}
    rest = iter(bank.read_text("utf-8").splitlines())
    assert all(any(line == other for other in rest) for line in text.splitlines())

    before = bank.read_bytes()
    site.asked.clear()
    capsys.readouterr()
    assert digest(site, bank) == 1
    assert site.asked == ["/rss"]
    assert bank.read_bytes() == before
    assert "nothing is new" in capsys.readouterr().err


def test_every_article_lies_beside_the_bank_with_all_that_is_quoted(site: Site, bank: Path) -> None:
    publish(site, ("/a", TUESDAY.format("08")), ("/b", TUESDAY.format("09")))
    assert digest(site, bank) == 0
    made = read_bank(bank)
    texts = {s.id: (bank.parent / str(s.path)).read_text("utf-8") for s in made.sources}
    quotes = [(e.source, e.quote) for q in made.questions for e in q.evidence]
    assert quotes
    assert all(quote in texts[source] for source, quote in quotes)
    assert main(["check", str(bank)]) in {0, 1}
    files = sorted(path.name for path in bank.parent.rglob("*"))
    assert digest(site, bank, "--force") == 0
    assert sorted(path.name for path in bank.parent.rglob("*")) == files


def test_a_broken_article_is_named_and_stops_nothing(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(handler: Handler) -> None:
        handler.answer("błąd", 500)

    site.pages |= {"/500": fails, "/paid": pages.PAID.format(free="false"), "/home": pages.HOME}
    english = (
        "<p>The mayor opened a bridge over the river and said that the city was proud.</p>" * 9
    )
    site.pages["/english"] = pages.portal(body=english)
    paths = ("/500", "/paid", "/home", "/none", "/english")
    listed = [(path, TUESDAY.format("09")) for path in paths]
    publish(site, *listed, ("/a", TUESDAY.format("08")), ("/c", TUESDAY.format("07")))
    assert digest(site, bank) == 0
    told = capsys.readouterr().err.splitlines()
    assert len(told) == len(paths) + 1
    for path, line in zip(paths, told, strict=False):
        assert line.startswith(f"Left out: {site.address(path)}: "), line
    whole = [site.address("/a"), site.address("/c")]
    assert [source.url for source in read_bank(bank).sources] == whole
    # What could not be read is tried again, and only that.
    site.asked.clear()
    site.pages["/none"] = article("b")
    assert digest(site, bank) == 0
    assert site.asked == ["/rss", *paths]
    assert [source.url for source in read_bank(bank).sources] == [*whole, site.address("/none")]


def test_a_feed_that_is_gone_or_empty_stops_no_other(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.pages["/empty"] = pages.RSS.format(items="")
    publish(site, ("/a", TUESDAY.format("08")))
    feeds = [site.address(path) for path in ("/gone", "/empty", "/rss")]
    assert main(["generate", *feeds, "-o", str(bank)]) == 0
    told = capsys.readouterr().err.splitlines()
    assert [line.startswith("Left out: ") for line in told] == [True, True, False]
    assert len(read_bank(bank).sources) == 1
    assert main(["generate", *feeds[:1], site.address("/a"), "-o", str(bank), "--force"]) == 2
    capsys.readouterr()
    assert main(["generate", feeds[1], "-o", str(bank)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_when_nothing_could_be_read_nothing_is_written(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(site, ("/x", TUESDAY.format("08")), ("/y", TUESDAY.format("09")))
    assert digest(site, bank) == 2
    assert not list(bank.parent.iterdir())
    assert capsys.readouterr().err.count("\n") == 3


def test_an_article_without_a_question_is_not_read_again(site: Site, bank: Path) -> None:
    dull = "<p>Było ciepło i spokojnie, a potem znów było ciepło i nadal spokojnie nad wodą.</p>"
    site.pages["/dull"] = pages.portal(title="Spokój", body=dull * 5)
    publish(site, ("/dull", TUESDAY.format("09")), ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 0
    publish(site, ("/dull", TUESDAY.format("09")), ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 1
    assert site.asked == ["/rss"]


def test_a_story_that_is_told_again_is_not_asked_again(site: Site, bank: Path) -> None:
    publish(site, ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 0
    count = len(read_bank(bank).questions)
    site.pages["/again"] = site.pages["/a"].replace("otwarty", "otwarty dla wszystkich")
    publish(site, ("/again", WEDNESDAY.format("08")), ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 1
    after = read_bank(bank)
    assert len(after.questions) == count
    assert [source.url for source in after.sources][1:] == [site.address("/again")]


def test_a_link_that_counts_readers_leads_to_a_known_page(site: Site, bank: Path) -> None:
    site.pages["/licznik"] = lambda handler: handler.answer("", 302, Location="/a?utm_source=rss")
    publish(site, ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 0
    publish(site, ("/licznik", TUESDAY.format("09")), ("/a?utm_medium=rss", TUESDAY.format("08")))
    assert digest(site, bank) == 1
    assert len(read_bank(bank).sources) == 1


def test_a_folder_gets_a_bank_a_day(site: Site, bank: Path) -> None:
    folder = bank.parent
    site.pages["/c"] = article("c", "2021-05-05")
    publish(site, ("/a", TUESDAY.format("08")), ("/b", TUESDAY.format("09")))
    assert digest(site, folder) == 0
    late = (("/d", TUESDAY.format("23")), ("/a", TUESDAY.format("08")))
    publish(site, ("/c", WEDNESDAY.format("07")), *late)
    assert digest(site, f"{folder}/") == 0
    assert site.asked == ["/rss", "/c", "/d"]
    found = {path.name: read_bank(path) for path in folder.glob("*.toml")}
    assert {name: len(made.sources) for name, made in found.items()} == {
        "2021-05-04.toml": 3,
        "2021-05-05.toml": 1,
    }
    assert found["2021-05-05.toml"].title == "Kurier Próbny, 2021-05-05"
    assert digest(site, folder) == 1
    # What is in another language stays out also when nothing else is new.
    site.pages["/bridge"] = pages.ENGLISH
    publish(site, ("/bridge", WEDNESDAY.format("08")))
    assert digest(site, folder) == 1
    assert len(list(folder.glob("*.toml"))) == 2


def test_since_and_the_number_of_articles_are_chosen(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = (("/b", "Mon, 03 May 2021 07:00:00 +0200"), ("/c", "Sat, 01 May 2021 07:00:00 +0200"))
    publish(site, ("/a", TUESDAY.format("08")), *old)
    assert digest(site, bank, "--since", "2021-05-01", "--articles", "2") == 0
    assert site.asked == ["/rss", "/a", "/b"]
    assert "1 older article is left out; with --articles 3" in capsys.readouterr().err


def test_a_feed_from_a_file_and_an_article_beside_it(
    site: Site, bank: Path, tmp_path: Path
) -> None:
    feed, text = tmp_path / "kurier.xml", tmp_path / "most.txt"
    feed.write_text(rss((site.address("/a"), TUESDAY.format("08"))), "utf-8")
    text.write_text("Nowy most w Gdyni\n\n" + pages.TEXT, "utf-8")
    assert main(["generate", str(text), str(feed), "-o", str(bank)]) == 0
    made = read_bank(bank)
    assert [source.title for source in made.sources] == [
        "Nowy most w Gdyni",
        "Most w Gdyni otwarty",
    ]
    assert [bool(source.path) for source in made.sources] == [False, True]


def test_any_article_can_be_added_to_a_bank(site: Site, bank: Path, tmp_path: Path) -> None:
    text = tmp_path / "most.txt"
    text.write_text("Nowy most w Gdyni\n\n" + pages.TEXT, "utf-8")
    assert main(["generate", site.address("/b"), "-o", str(bank), "--add"]) == 0
    before = read_bank(bank)
    assert main(["generate", str(text), "-o", str(bank)]) == 2
    assert main(["generate", str(text), site.address("/b/"), "-o", str(bank), "--add"]) == 2
    assert read_bank(bank) == before
    assert main(["generate", str(text), site.address("/b"), "-o", str(bank), "--add"]) == 0
    assert read_bank(bank).questions[: len(before.questions)] == before.questions
    assert len(read_bank(bank).sources) == 2
    assert main(["generate", str(text), "-o", str(bank), "--add"]) == 1


def test_a_bank_that_is_damaged_or_foreign_stays_as_it_is(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(site, ("/a", TUESDAY.format("08")))
    for text in ("mój tekst", 'format = 1\ntitle = "Rivers"\nlanguage = "en"\n'):
        bank.write_text(text, "utf-8")
        assert digest(site, bank) == 2
        assert bank.read_text("utf-8") == text
        assert "Traceback" not in capsys.readouterr().err


def test_a_disk_that_is_full_leaves_the_bank_as_it_was(
    site: Site, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(site, ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 0
    before = {path: path.read_bytes() for path in bank.parent.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    publish(site, ("/b", TUESDAY.format("09")))
    monkeypatch.setattr("quiz.banks.keep.write_atomically", full)
    assert digest(site, bank) == 2
    assert {p: p.read_bytes() for p in bank.parent.rglob("*") if p.is_file()} == before


def test_a_bank_that_somebody_else_changes_meanwhile_keeps_the_change(
    site: Site, bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(site, ("/a", TUESDAY.format("08")))
    assert digest(site, bank) == 0
    publish(site, ("/b", TUESDAY.format("09")))
    copies = set((bank.parent / "sources").iterdir())
    page = site.pages["/b"]

    def slowly(handler: Handler) -> None:
        bank.write_text(bank.read_text("utf-8") + "# pilne\n", "utf-8")
        handler.answer(page)

    site.pages["/b"] = slowly
    assert digest(site, bank) == 2
    assert "Another program has changed" in capsys.readouterr().err
    assert bank.read_text("utf-8").endswith("# pilne\n")
    assert set((bank.parent / "sources").iterdir()) == copies
    site.pages["/b"] = page
    assert digest(site, bank) == 0
