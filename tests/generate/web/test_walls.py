"""What stands in front of an article, and articles that only look like it."""

from __future__ import annotations

import pytest

from quiz.base.errors import QuizError
from quiz.generate.article import Raw, article_of
from tests.generate.web import pages
from tests.generate.web.reading import ADDRESS, page, read, record


def test_whoever_has_paid_can_save_the_whole_page() -> None:
    head = record('"isAccessibleForFree": false')
    offer = "<header><a>Wykup dostęp</a></header>"
    html = page(head).replace("<body>", f"<body>{offer}")
    assert pages.PARAGRAPHS[-1] in read(html, "").text
    short = html.replace(pages.BODY, f"<p>{pages.PARAGRAPHS[0]}</p>")
    assert read(short, "").text.endswith(pages.PARAGRAPHS[0])
    with pytest.raises(QuizError, match="only the beginning"):
        read(short)


def test_a_short_article_on_consent_is_an_article() -> None:
    told = (
        "Prezes urzędu ukarał spółkę z Gdyni za pliki cookies. Spółka nie dbała o bezpieczeństwo "
        "danych osobowych i naruszyła RODO. Kara za przetwarzanie danych bez podstawy wyniosła "
        "120 tys. złotych. Polityka prywatności spółki była z 2016 roku."
    )
    html = page().replace(pages.BODY, f"<p>{told}</p>")
    assert "120 tys. złotych" in read(html).text


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


def test_the_front_page_of_a_site_is_no_article() -> None:
    with pytest.raises(QuizError, match="no article"):
        read(page(), "https://kurier.example/")
    assert read(page(record('"headline": "Most"')), "https://kurier.example/").title == "Most"
    assert read(page(), "https://kurier.example/?p=7").title == "Nowy most"


CONSENTS = [
    """<h2>Szanujemy Twoją prywatność</h2><p>My i nasi 842 partnerzy przechowujemy informacje na
    urządzeniu, takie jak pliki cookie, i przetwarzamy dane osobowe, na przykład unikalne
    identyfikatory.</p><p>Dzięki temu pokazujemy spersonalizowane reklamy.</p>
    <button>Więcej opcji</button><button>Zgadzam się</button>""",
    """<p>Drogi Użytkowniku! W związku z RODO informujemy, że Twoje dane przetwarza Kurier S.A.
    Prosimy o wyrażenie zgody na przetwarzanie danych w celach marketingowych.</p>
    <p>Zgodę możesz wycofać.</p><a>Akceptuję i przechodzę do serwisu</a>""",
    """<h1>Before you continue</h1><p>We and our 120 partners store information on a device, such as
    cookies, and process personal data for personalised ads.</p><p>You can change your mind.</p>
    <button>Agree and continue</button>""",
    """<h1>Zanim przejdziesz dalej</h1><p>Ten serwis używa ciasteczek. Kliknij „Zaakceptuj
    wszystkie”, aby przejść do artykułu, albo „Odrzuć wszystkie”.</p><p>Zobacz, co mówi polityka
    prywatności.</p>""",
]
OFFERS = [
    "<p>Ten artykuł jest dostępny tylko dla prenumeratorów.</p>",
    "<p>Zaloguj się, aby czytać dalej</p>",
    "<div class='paywall'><p>Dostęp na 30 dni już od 9,90 zł</p></div>",
    "<section><h3>Chcesz przeczytać całość?</h3><p>Kup subskrypcję i czytaj.</p></section>",
    "<p>Czytaj dalej z dostępem Premium</p>",
    "<div>Pozostała część artykułu dostępna po zalogowaniu</div>",
    "<p>Zostało Ci 80% artykułu</p>",
    "<p>This article is for subscribers only.</p>",
    "<p>You have reached your limit of free articles.</p>",
    "<p>To read the full story, start your free trial.</p>",
    "<p>Already a subscriber? Log in</p>",
]
SCRIPTS = [
    "<noscript>You need to enable JavaScript to run this app.</noscript><script src='a'></script>",
    "<div id='__nuxt'></div><script>window.__NUXT__={}</script>",
    "<app-root></app-root><script src='a.js'></script><script src='b.js'></script>",
    "<p>Twoja przeglądarka nie obsługuje JavaScriptu. Włącz go, aby zobaczyć treść.</p>",
]


@pytest.mark.parametrize(
    ("block", "message"),
    [(block, "asks for consent") for block in CONSENTS]
    + [(f"<p>{pages.PARAGRAPHS[0]}</p>{block}", "only the beginning") for block in OFFERS]
    + [(block, "a script brings") for block in SCRIPTS],
)
def test_walls_are_told_whatever_their_words(block: str, message: str) -> None:
    frame = "<nav><a href='/'>Start</a></nav>{}<footer>© Kurier</footer>"
    with pytest.raises(QuizError, match=message):
        read(f"<html><body>{frame.format(block)}</body></html>")


def test_a_short_article_may_stand_among_offers() -> None:
    edges = "<header><a>Wykup dostęp</a> <a>Masz już prenumeratę?</a></header>{}<footer>{}</footer>"
    banner = (
        "<div class='cookies'>Używamy plików cookies. <button>Akceptuję wszystkie</button></div>"
    )
    offer = (
        "<a>Kup prenumeratę</a> <p>Zapisz się do newslettera. Subscribe now to our newsletter!</p>"
    )
    for paragraph in pages.PARAGRAPHS:
        story = f"<main><article><h1>Most</h1><p>{paragraph}</p></article></main>{banner}"
        text = read(f"<html><body>{edges.format(story, offer)}</body></html>").text
        assert text.split("\n\n")[-1] == paragraph


@pytest.mark.parametrize("word", ["cookies", "prenumerata", "JavaScript", "captcha"])
def test_an_article_about_a_wall_is_an_article(word: str) -> None:
    about = f"<p>Serwis Kurier zmienił zasady: {word} to od 2021 roku sprawa sądu w Gdyni.</p>"
    offer = "<footer><p>Używamy plików cookies. Wykup dostęp do archiwum. Polityka prywatności.</p>"
    assert "sprawa sądu" in read(page(before=about) + offer).text
