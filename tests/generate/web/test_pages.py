"""Addresses on the command line: a bank, or one line that says why not."""

from __future__ import annotations

import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.cli import main
from quiz.generate.article import read_article
from tests.generate.web import pages
from tests.generate.web.reading import read
from tests.generate.web.server import site as serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.generate.web.server import Handler


def test_without_the_extra_an_address_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(QuizError, match=r"pip install 'newsquiz\[web\]'"):
        read_article("http://127.0.0.1:9/")


def test_an_english_page_is_read_in_english(tmp_path: Path) -> None:
    bank = tmp_path / "bank.toml"
    with serve({"/bridge": pages.ENGLISH}) as site:
        assert main(["generate", site.address("/bridge"), "-o", str(bank)]) == 0
    made = read_bank(bank)
    assert made.language == "en"
    assert (made.sources[0].title, made.sources[0].publisher, made.sources[0].published) == (
        "Harbour bridge reopens after two years", "The Cove Courier", date(2023, 6, 20),
    )  # fmt: skip


@settings(deadline=None)
@given(st.text("<>/!-=\"' apdivscripthml\n&;#1ą{}[]:,@", max_size=120))
def test_no_page_breaks_the_reader(html: str) -> None:
    with suppress(QuizError):
        read("<html><script type='application/ld+json'>" + html + "</script><body>" + html)


def test_a_bank_is_made_from_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank = tmp_path / "bank.toml"
    with serve({"/most": pages.portal()}) as site:
        assert main(["generate", site.address("/most?utm_source=x"), "-o", str(bank)]) == 0
        text = bank.read_text("utf-8")
        assert f'url = "{site.address("/most")}"' in text
        assert "published = 2021-05-04" in text
        assert 'publisher = "Kurier Próbny"' in text
        assert main(["facts", site.address("/most")]) == 0
    assert "[2021-05-03]" in capsys.readouterr().out


def test_a_text_at_an_address_is_an_article(tmp_path: Path) -> None:
    def text(handler: Handler) -> None:
        data = ("Nowy most w Gdyni\n\n" + pages.TEXT).encode("cp1250")
        handler.answer(data, Content_Type="text/plain; charset=windows-1250")

    bank = tmp_path / "bank.toml"
    with serve({"/most.txt": text}) as site:
        assert main(["generate", site.address("/most.txt"), "-o", str(bank)]) == 0
    assert 'title = "Nowy most w Gdyni"' in bank.read_text("utf-8")


def test_an_article_that_cannot_be_had_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = tmp_path / "bank.toml"
    for address in ("file:///etc/passwd", "ftp://kurier.example/a", "https://ala:kot@a.example/"):
        assert main(["generate", address, "-o", str(bank)]) == 2
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        assert "kot" not in told
    with serve({"/zgoda": pages.CONSENT}) as site:
        for path in ("/zgoda", "/nie-ma"):
            assert main(["generate", site.address(path), "-o", str(bank)]) == 2
            assert capsys.readouterr().err.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_an_address_without_its_beginning_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["facts", "www.kurier.example/most"]) == 2
    assert "begins with https://" in capsys.readouterr().err
