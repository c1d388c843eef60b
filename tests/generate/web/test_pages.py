"""What a page says of its article, in the many ways of saying it, and what stands in front."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.base.text import first_unsafe, one_line
from quiz.cli import main
from quiz.generate.article import Article, Raw, article_of, kept_address, read_article
from quiz.generate.page.moment import day_in_address, day_of, day_written
from quiz.generate.web.address import host, same_page, shorten
from quiz.generate.web.charset import decoded, garbled
from tests.generate.web import pages
from tests.generate.web.server import site as serve

if TYPE_CHECKING:
    from pathlib import Path

    from tests.generate.web.server import Handler

ADDRESS = "https://kurier.example/most"
DAY = date(2021, 5, 4)
OPEN_GRAPH = '<meta property="og:title" content="{}"><meta property="og:site_name" content="{}">'
GRAPH = """<script type="application/ld+json">{"@graph": [
{"@type": ["WebPage", "NewsArticle"], "datePublished": "2021-05-04"}]}</script>"""


def read(html: str | bytes, address: str = ADDRESS, charset: str = "") -> Article:
    data = html.encode() if isinstance(html, str) else html
    return article_of(Raw(address or "a.html", data, address, "page", charset))


def page(head: str = "", before: str = "", lang: str = "pl") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8">{head}</head><body>'
        f"<article><h1>Nowy most</h1>{before}{pages.BODY}</article></body></html>"
    )


def record(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def test_an_article_comes_with_all_that_its_page_says() -> None:
    article = read(pages.portal())
    assert (article.title, article.published, article.publisher, article.url) == (
        "Nowy most w Gdyni otwarty", DAY, "Kurier Próbny", ADDRESS,
    )  # fmt: skip
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)
    for foreign in ("cookies", "Strona główna", "Czytaj także", "Polityka", "odsłony"):
        assert foreign not in article.text


@pytest.mark.parametrize(
    "head",
    [
        record('"datePublished": "2021-05-04T08:30:00+02:00"'),
        record('"datePublished": "2021-05-03T22:30:00Z", "dateModified": "2021-06-01"'),
        GRAPH,
        '<script type="application/ld+json">{broken</script>'
        + record('"datePublished": "2021-05-04"'),
        '<meta property="article:published_time" content="2021-05-04T08:30:00+02:00">',
        '<meta name="DC.date.issued" content="2021-05-04">',
        '<meta itemprop="datePublished" content="Tue, 04 May 2021 08:30:00 +0200">',
        '<meta name="date" content="4 maja 2021">',
    ],
)
def test_a_day_of_publication_is_read_wherever_a_head_has_it(head: str) -> None:
    assert read(page(head)).published == DAY


@pytest.mark.parametrize(
    ("before", "day"),
    [
        ('<time datetime="2021-05-04T08:30">wtorek</time>', DAY),
        ('<span class="article-date">4 maja 2021, 08:30</span>', DAY),
        ('<div><p class="data">Dodano: 04.05.2021 r.</p></div>', DAY),
        ('<span itemprop="datePublished">2021-05-04</span>', DAY),
        ('<span class="date-modified">5 maja 2021</span>', None),
        ('<p class="date">aktualizacja: 5 maja 2021</p>', None),
        (
            '<time datetime="2021-05-04">4 maja</time><time datetime="2021-05-05">5 maja</time>',
            None,
        ),
        ('<time datetime="1970-01-01T00:00:00Z">dawno</time>', None),
        ("<p>4 maja 2021 padało.</p>", None),
    ],
)
def test_a_day_beside_the_headline_counts_if_it_is_the_only_one(
    before: str, day: date | None
) -> None:
    assert read(page(before=before)).published == day


def test_whoever_has_paid_can_save_the_whole_page() -> None:
    head = record('"isAccessibleForFree": false')
    offer = "<header><a>Wykup dostęp</a></header>"
    html = page(head).replace("<body>", f"<body>{offer}")
    assert pages.PARAGRAPHS[-1] in read(html, "").text
    short = html.replace(pages.BODY, f"<p>{pages.PARAGRAPHS[0]}</p>")
    assert read(short, "").text.endswith(pages.PARAGRAPHS[0])
    with pytest.raises(QuizError, match="only the beginning"):
        read(short)


def test_a_saved_page_tells_where_it_was_saved_from() -> None:
    html = (
        "<!DOCTYPE html>\n<!-- saved from url=(0031)https://www.kurier.example/2021/05/04/most -->"
    )
    article = read(html + page().removeprefix("<!doctype html>"), "")
    assert article.url == "https://www.kurier.example/2021/05/04/most"
    assert (article.publisher, article.published) == ("kurier.example", DAY)
    foreign = read(html.replace("https://www", "file:///home") + page(), "")
    assert (foreign.url, foreign.publisher) == ("", "")


def test_without_the_extra_an_address_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(QuizError, match=r"pip install 'newsquiz\[web\]'"):
        read_article("http://127.0.0.1:9/")


def test_a_page_made_by_a_script_may_have_its_article_in_its_record() -> None:
    body = json.dumps(pages.TEXT.replace("złotych", "z&#322;otych"))
    head = record(f'"articleBody": {body}, "datePublished": "2021-05-04"')
    article = read(pages.SCRIPT.replace("</head>", head + "</head>"))
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)
    paid = record(f'"articleBody": {body}, "isAccessibleForFree": false')
    with pytest.raises(QuizError, match="only the beginning"):
        read(pages.SCRIPT.replace("</head>", paid + "</head>"))


def test_an_english_page_is_read_in_english(tmp_path: Path) -> None:
    bank = tmp_path / "bank.toml"
    with serve({"/bridge": pages.ENGLISH}) as site:
        assert main(["generate", site.address("/bridge"), "-o", str(bank)]) == 0
    made = read_bank(bank)
    assert made.language == "en"
    assert (made.sources[0].title, made.sources[0].publisher, made.sources[0].published) == (
        "Harbour bridge reopens after two years", "The Cove Courier", date(2023, 6, 20),
    )  # fmt: skip


def test_a_short_article_on_consent_is_an_article() -> None:
    told = (
        "Prezes urzędu ukarał spółkę z Gdyni za pliki cookies. Spółka nie dbała o bezpieczeństwo "
        "danych osobowych i naruszyła RODO. Kara za przetwarzanie danych bez podstawy wyniosła "
        "120 tys. złotych. Polityka prywatności spółki była z 2016 roku."
    )
    html = page().replace(pages.BODY, f"<p>{told}</p>")
    assert "120 tys. złotych" in read(html).text


@pytest.mark.parametrize(
    "line",
    [
        "Czytaj też: Pożar w porcie ugaszony po nocy",
        "Fot. Anna Kos / Kurier Próbny",
        "Źródło: Urząd Miasta w Gdyni",
        "Byliśmy tam! pic.twitter.com/abc",
        "Read more: Fire in the harbour",
        "By Jane Porter",
    ],
)
def test_what_stands_between_the_paragraphs_is_left_out(line: str) -> None:
    first, rest = pages.BODY.split("\n", 1)
    html = page().replace(pages.BODY, f"{first}<p>{line}</p>{rest}")
    assert line not in read(html).text
    kept = f"{line} to zdanie, które należy do artykułu. " + "Most w Gdyni ma 340 metrów. " * 8
    assert line in read(html.replace(line, kept)).text


FOREIGN = "Kolej w Łodzi kosztowała w 1998 roku 12 mln złotych."


@pytest.mark.parametrize(
    "block",
    [
        "<div class='related'><h3>Zobacz także</h3><p>{}</p></div>",
        "<div class='promo-box'><a href='/x'><h4>Kolej</h4><p>{}</p></a></div>",
        "<section id='disqus_thread'><div><p>{}</p></div></section>",
        "<aside><p>{}</p></aside>",
        "<p><a href='/x'>{}</a></p>",
        "<ul><li><a href='/x'>{}</a></li><li><a href='/y'>Port w Gdyni zamknięty</a></li></ul>",
        "<p class='copyright'>{}</p>",
        "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
        "<script>var a = '<p>{}</p>'</script>",
        "<p hidden style='display:none'>{}</p>",
    ],
)
def test_foreign_blocks_inside_an_article_are_left_out(block: str) -> None:
    first, rest = pages.BODY.split("\n", 1)
    for body in (f"{first}{block.format(FOREIGN)}{rest}", pages.BODY + block.format(FOREIGN)):
        text = read(page().replace(pages.BODY, body)).text
        assert FOREIGN not in text
        assert all(paragraph in text for paragraph in pages.PARAGRAPHS)


LAYOUTS = {
    "div": "<div><h1>Most</h1>{}</div>".format(
        "".join(f"<div>{p}</div>" for p in pages.PARAGRAPHS)
    ),
    "br": "<h1>Most</h1><div>{}</div>".format("<br><br>".join(pages.PARAGRAPHS)),
    "li": "<h1>Most</h1><ul>{}</ul>".format("".join(f"<li>{p}</li>" for p in pages.PARAGRAPHS)),
    "bare": "<h1>Most</h1>" + "\n\n".join(pages.PARAGRAPHS),
    "comments-open": f"<div class='single comments-open'><h1>Most</h1>{pages.BODY}</div>",
    "lead": "<article><h1>Most</h1><div class='lead'>{}</div><div>{}</div></article>".format(
        pages.PARAGRAPHS[0], pages.BODY.split("\n", 1)[1]
    ),
    "lead apart": "<header><h1>Most</h1><p class='excerpt'>{}</p></header><div>{}</div>".format(
        pages.PARAGRAPHS[0], pages.BODY.split("\n", 1)[1]
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_is_read_however_its_page_is_laid_out(layout: str) -> None:
    menu = "<nav><a href='/'>Strona główna</a></nav><footer>Regulamin serwisu.</footer>"
    text = read(f"<html><body>{LAYOUTS[layout]}{menu}</body></html>").text
    assert all(paragraph in one_line(text) for paragraph in pages.PARAGRAPHS)
    assert text.index(pages.PARAGRAPHS[0]) < text.index(pages.PARAGRAPHS[1])
    assert "główna" not in text
    assert "Regulamin" not in text


def test_a_page_that_is_laid_out_with_tables_is_read() -> None:
    cells = f"<td><a href='/'>Start</a></td><td><h1>Most</h1>{pages.BODY}</td>"
    text = read(f"<html><body><table><tr>{cells}</tr></table></body></html>").text
    assert all(paragraph in text for paragraph in pages.PARAGRAPHS)
    assert "Start" not in text


def test_a_day_in_the_address_is_the_last_resort() -> None:
    assert read(page(), "https://kurier.example/2021/05/04/most").published == DAY
    said = page('<meta name="date" content="2021-05-05">')
    assert read(said, f"{ADDRESS}/2021/05/04/a").published == date(2021, 5, 5)
    assert day_in_address("https://kurier.example/2021-05-04,most.html") == DAY
    assert day_in_address("https://kurier.example/2021/13/40/most") is None
    assert day_in_address("https://kurier.example/12021-05-044") is None


def test_universal_time_is_turned_into_that_of_the_readers() -> None:
    assert day_of("2021-05-03T22:30:00Z", "pl") == DAY
    assert day_of("2021-05-03T22:30:00Z", "en") == date(2021, 5, 3)
    assert day_of("2021-05-03T23:30:00-05:00", "pl") == date(2021, 5, 3)


@settings(deadline=None)
@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(day.isoformat()) == day_written(f"Dodano {day:%d.%m.%Y}, 10:00") == day
    assert day_in_address(f"https://a.example/{day:%Y/%m/%d}/b") == day


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_days(text: str) -> None:
    for found in (day_of(text, "pl"), day_written(text), day_in_address(text)):
        assert found is None or 1990 <= found.year <= 2200


@pytest.mark.parametrize(
    ("head", "publisher"),
    [
        ('<meta property="og:site_name" content="Kurier Próbny">', "Kurier Próbny"),
        (
            record('"publisher": {"@type": "Organization", "name": "Kurier &amp; Syn"}'),
            "Kurier & Syn",
        ),
        (record('"publisher": [{"name": "Kurier"}]'), "Kurier"),
        (record('"publisher": 7'), "kurier.example"),
        ("", "kurier.example"),
    ],
)
def test_a_publisher_is_read_or_else_is_the_host(head: str, publisher: str) -> None:
    assert read(page(head), "https://www.kurier.example/most").publisher == publisher


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (record('"headline": "Most &quot;Nowy&quot;"'), 'Most "Nowy"'),
        (OPEN_GRAPH.format("Most – nowy | Kurier", "Kurier"), "Most – nowy"),
        (OPEN_GRAPH.format("Most - nowy", "Kurier"), "Most - nowy"),
        ("<title>Coś innego - Kurier</title>", "Nowy most"),
    ],
)
def test_a_headline_is_without_the_name_of_the_site(head: str, title: str) -> None:
    assert read(page(head)).title == title


def test_nothing_unsafe_and_nothing_too_long_comes_into_a_bank() -> None:
    hostile = "Most &#27;[2J\u202eabc\u0007" + "&#9;x" * 200
    head = OPEN_GRAPH.format(hostile, hostile)
    article = read(page(head, "<p>Most \u202e w Gdyni.&#27;[31m</p>"), ADDRESS + "/" + "a" * 300)
    assert not set(article.title + article.publisher + article.text) & set("\x1b\u202e\x07\t")
    assert len(article.title) <= 160
    assert len(article.publisher) <= 160
    assert article.url == ""


@settings(deadline=None)
@given(st.text(max_size=80), st.booleans())
def test_an_address_that_a_bank_keeps_is_safe_and_leads_to_the_same_page(
    text: str, whole: bool
) -> None:
    found = kept_address(text if whole else f"https://kurier.example/{text}")
    if found:
        assert first_unsafe(found) is None
        assert found == one_line(found)
        assert len(found) <= 200
        assert found.startswith(("http://", "https://"))
        assert "@" not in found.partition("//")[2].partition("/")[0]
        assert kept_address(found) == found
        assert same_page(found) == same_page(found + "#kotwica") or "#" in text
    for cleaned in (shorten(text), host(text), shorten(found)):
        assert first_unsafe(cleaned) is None


def test_an_address_is_kept_without_what_follows_its_reader() -> None:
    address = "https://kurier.example/most?id=7&utm_source=rss&fbclid=abc"
    assert read(page(), address).url == "https://kurier.example/most?id=7"


@pytest.mark.parametrize(
    ("html", "message"),
    [
        (pages.CONSENT, "asks for consent"),
        (pages.PAID.format(free="true"), "only the beginning"),
        (pages.PAID.format(free='"False"'), "only the beginning"),
        (pages.SCRIPT, "a script brings the text"),
        (pages.ROBOTS, "wants to see a person"),
        (
            '<html><head><meta http-equiv="Refresh" content="0; url=\'/a?b=1\'"></head></html>',
            r"leads on to https://kurier\.example/a\?b=1;",
        ),
        (pages.HOME, "feed of articles at https://kurier.example/rss.xml"),
        ("<!doctype html><html><body></body></html>", "no article in this page"),
        ("<html></html>", "no article in this page"),
        ("<p>", "no article in this page"),
        (" \n ", "no text"),
        ("", "no text"),
        ("<?xml version='1.0'?><dane><most/></dane>", "no article in this page"),
        ("<rss><channel></channel></rss>", "feed of articles"),
    ],
)
def test_what_stands_in_front_of_an_article_is_one_line(html: str, message: str) -> None:
    with pytest.raises(QuizError, match=message) as caught:
        article_of(Raw(ADDRESS, html.encode(), ADDRESS, ""))
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(ADDRESS)


@pytest.mark.parametrize(
    ("html", "message"),
    [
        ("<p>" * 100_000, "too long"),
        ("<div " + " ".join(f"a{n}=1" for n in range(100_000)) + ">", "no article"),
        ("<article><p>" + "Ala ma kota. " * 100_000, "no article"),
        ("<!--" * 500_000, "no article"),
        ("<div>" * 500_000, "no article|too long"),
    ],
    ids=["elements", "attributes", "text", "comments", "depth"],
)
def test_a_page_that_would_take_minutes_is_one_line(html: str, message: str) -> None:
    with pytest.raises(QuizError, match=message):
        read("<html><body>" + html)


def test_the_front_page_of_a_site_is_no_article() -> None:
    with pytest.raises(QuizError, match="no article"):
        read(page(), "https://kurier.example/")
    assert read(page(record('"headline": "Most"')), "https://kurier.example/").title == "Most"
    assert read(page(), "https://kurier.example/?p=7").title == "Nowy most"


@pytest.mark.parametrize("word", ["cookies", "prenumerata", "JavaScript", "captcha"])
def test_an_article_about_a_wall_is_an_article(word: str) -> None:
    about = f"<p>Serwis Kurier zmienił zasady: {word} to od 2021 roku sprawa sądu w Gdyni.</p>"
    offer = "<footer><p>Używamy plików cookies. Wykup dostęp do archiwum. Polityka prywatności.</p>"
    assert "sprawa sądu" in read(page(before=about) + offer).text


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-2", "windows-1250"])
@pytest.mark.parametrize("said", ["server", "page", "wrongly", "nobody"])
def test_a_page_is_read_in_the_set_it_is_in_whatever_it_says(charset: str, said: str) -> None:
    html = pages.portal().replace("©", "")
    declared = {"page": charset, "wrongly": "iso-8859-1"}.get(said, "")
    html = html.replace(
        '<meta charset="utf-8">', f'<meta charset="{declared}">' if declared else ""
    )
    data = html.encode(charset, "xmlcharrefreplace")
    article = read(data, charset=charset if said == "server" else "")
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)


def test_letters_that_were_lost_before_are_one_line() -> None:
    html = pages.portal().encode().decode("cp1252", "replace")
    with pytest.raises(QuizError, match="garbled"):
        read(html)


def test_a_single_byte_gone_wrong_costs_its_paragraph_and_no_more() -> None:
    html = pages.portal(body=f"<p>Zdanie zepsute _ tutaj, w środku artykułu.</p>{pages.BODY}")
    text = read(html.encode().replace(b" _ ", b" \xb3 ")).text
    assert "zepsute" not in text
    assert pages.PARAGRAPHS[0] in text


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "cp1250", "punycode", "nonsense", "\0"])
)
def test_no_bytes_break_the_reading_of_character_sets(data: bytes, declared: str) -> None:
    text = decoded(data, declared)
    assert text is None or isinstance(garbled(text), bool)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_utf8_is_always_read_as_such(text: str) -> None:
    if not text.startswith(("\ufeff",)):
        assert decoded(text.encode(), "iso-8859-2") == text


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
