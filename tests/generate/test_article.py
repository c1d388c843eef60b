"""Reading articles: text, Markdown and pages; what is known of them; what is no article."""

import io
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.base.errors import QuizError
from quiz.cli import main, parser
from quiz.generate.article import read_article
from quiz.languages import get_language

TEXT = """Nowy most w Gdyni otwarty

Prezydent miasta Jan Zieliński otworzył 3 maja 2021 roku nowy most w Gdyni. Budowa trwała dwa lata.
"""
PAGE = """<!DOCTYPE html>
<html lang="pl"><head><meta charset="{charset}">
<title>Nowy most w Gdyni otwarty - Kurier Próbny</title>
<meta property="og:title" content="Nowy most w Gdyni otwarty">
<meta property="og:site_name" content="Kurier Próbny">
<meta property="article:published_time" content="2021-05-04T08:30:00+02:00">
<link rel="canonical" href="https://kurier.example/most">
</head><body>
<nav><ul><li><a href="/">Strona główna</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Nowy most w Gdyni otwarty</h1>
<figure><img src="most.jpg" alt="Most"><figcaption>Fot. Anna Kos</figcaption></figure>
<p>Prezydent miasta Jan Zieliński otworzył w poniedziałek nowy most w Gdyni. Budowa trwała dwa lata
i kosztowała 120 mln złotych, o dziesięć milionów więcej, niż zakładano na początku.</p>
<p>Przez most przejechało pierwszego dnia ponad pięć tysięcy samochodów. Mieszkańcy czekali na tę
przeprawę od 1998 roku, kiedy powódź zniszczyła stary most przy ulicy Portowej.</p>
<p>Radni zapowiadają, że w przyszłym roku powstanie obok ścieżka dla rowerów.</p>
</article>
<aside><h2>Czytaj także</h2><ul><li><a href="/a">Pożar w porcie</a></li></ul></aside>
<footer><p>© Kurier Próbny. Polityka prywatności. Kontakt z redakcją.</p></footer>
</body></html>
"""


def written(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    data = content if isinstance(content, bytes) else content.encode("utf-8")
    path.write_bytes(data)
    return str(path)


def test_a_text_file_is_read_as_it_stands(tmp_path: Path) -> None:
    article = read_article(written(tmp_path, "a.txt", TEXT))
    assert article.text == TEXT
    assert article.title == "Nowy most w Gdyni otwarty"


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_offsets_count_in_the_file_whatever_its_line_ends(tmp_path: Path, ends: str) -> None:
    raw = TEXT.replace("\n", ends)
    article = read_article(written(tmp_path, "a.txt", raw))
    assert len(article.text) == len(raw)
    for fact in get_language("pl").read(article.text, None).facts:
        assert raw[fact.start : fact.end] == fact.text


@settings(deadline=None)
@given(st.text(alphabet="ab \x1b\u202e\x07\n", min_size=1).filter(lambda t: t.strip()))
def test_nothing_unsafe_gets_in_and_no_offset_moves(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    if not text.strip("\x1b\u202e\x07 \n"):
        return
    article = read_article(written(tmp_path_factory.mktemp("a"), "a.txt", text))
    assert len(article.text) == len(text)
    assert not set(article.text) & set("\x1b\u202e\x07")


def test_markdown_tells_what_is_known_of_it(tmp_path: Path) -> None:
    text = (
        "---\ntitle: Most\ndate: 2021-05-04\npublisher: Kurier\nurl: https://kurier.example/most\n"
        "---\n# Nagłówek\n\n**Jan Kos** otworzył [most](https://x.example) _wczoraj_.\n"
    )
    article = read_article(written(tmp_path, "a.md", text))
    assert (article.title, article.published, article.publisher, article.url) == (
        "Most", date(2021, 5, 4), "Kurier", "https://kurier.example/most",
    )  # fmt: skip
    assert "Jan Kos otworzył most wczoraj." in article.text


def test_a_page_gives_its_article_and_what_is_known_of_it(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    article = read_article(written(tmp_path, "a.html", PAGE.format(charset="utf-8")))
    assert (article.title, article.published, article.publisher, article.url) == (
        "Nowy most w Gdyni otwarty", date(2021, 5, 4), "Kurier Próbny",
        "https://kurier.example/most",
    )  # fmt: skip
    assert "Budowa trwała dwa lata i kosztowała 120 mln złotych" in article.text.replace("\n", " ")
    assert "Polityka prywatności" not in article.text
    assert "Strona główna" not in article.text


def test_a_page_in_another_character_set_is_read_by_what_it_declares(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset="iso-8859-2").replace("©", "").encode("iso-8859-2")
    assert "Jan Zieliński" in read_article(written(tmp_path, "a.html", page)).text


def test_a_page_on_standard_input_is_known_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    data = io.BytesIO(PAGE.format(charset="utf-8").encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(data))
    assert read_article("-").publisher == "Kurier Próbny"


def test_a_page_without_an_article_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    page = "<!doctype html><html><body><script>let a = 1</script></body></html>"
    with pytest.raises(QuizError, match="no article in this page"):
        read_article(written(tmp_path, "a.html", page))


def test_a_page_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(QuizError, match=r"newsquiz\[html\]") as caught:
        read_article(written(tmp_path, "a.html", PAGE))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 abc", "PDF"),
        (b"PK\x03\x04abc", "DOCX"),
        ("tekst".encode("utf-16"), "UTF-16"),
        (b"ab\nc\xff", "line 2"),
        (b"---\ntitle: a\n---\n", "no text"),
    ],
)
def test_what_is_no_article_is_one_line(tmp_path: Path, data: bytes, message: str) -> None:
    with pytest.raises(QuizError, match=message) as caught:
        read_article(written(tmp_path, "a.md", data))
    assert "\n" not in str(caught.value)


def test_a_folder_and_a_missing_file_are_one_line_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (str(tmp_path), str(tmp_path / "nowhere.txt")):
        assert main(["facts", name]) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1
        assert "Traceback" not in error


def test_an_article_is_never_overwritten_by_its_bank(tmp_path: Path) -> None:
    name = written(tmp_path, "a.txt", TEXT)
    assert main(["generate", name, "-o", name, "--force"]) == 2
    assert Path(name).read_text(encoding="utf-8") == TEXT


def test_a_day_may_be_written_the_polish_way() -> None:
    arguments = parser().parse_args(["facts", "a.txt", "--published", "18.06.2025"])
    assert arguments.published == date(2025, 6, 18)


def test_help_shows_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("generate", "facts"):
        with pytest.raises(SystemExit):
            parser().parse_args([command, "--help"])
        assert f"newsquiz {command} article.txt" in capsys.readouterr().out
