"""The text of an article, however its page is laid out, and nothing else of the page."""

from __future__ import annotations

import json

import pytest

from quiz.base.errors import QuizError
from quiz.base.text import one_line
from tests.generate.web import pages
from tests.generate.web.reading import page, read, record


def test_a_page_made_by_a_script_may_have_its_article_in_its_record() -> None:
    body = json.dumps(pages.TEXT.replace("złotych", "z&#322;otych"))
    head = record(f'"articleBody": {body}, "datePublished": "2021-05-04"')
    article = read(pages.SCRIPT.replace("</head>", head + "</head>"))
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)
    paid = record(f'"articleBody": {body}, "isAccessibleForFree": false')
    with pytest.raises(QuizError, match="only the beginning"):
        read(pages.SCRIPT.replace("</head>", paid + "</head>"))


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
