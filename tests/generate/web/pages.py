"""Pages as Polish sites serve them, in our own words; every name in them is made up."""

TEXT = """\
Prezydent miasta Jan Zieliński otworzył w poniedziałek nowy most w Gdyni. Budowa trwała dwa lata i \
kosztowała 120 mln złotych, o dziesięć milionów więcej, niż zakładano na początku.
Przez most przejechało pierwszego dnia ponad pięć tysięcy samochodów. Mieszkańcy czekali na tę \
przeprawę od 1998 roku, kiedy powódź zniszczyła stary most przy ulicy Portowej.
Minister infrastruktury Anna Kowalska przyjechała do Gdyni 12 kwietnia 2021 roku. Powiedziała, że \
w 2019 roku rząd przekazał miastu 45 mln złotych na drogi dojazdowe.
Wykonawca zatrudnił przy budowie 230 osób. Most ma 340 metrów długości, a jego pylon wznosi się na \
62 metry. W 2022 roku powstanie obok ścieżka dla rowerów.
"""
PARAGRAPHS = tuple(TEXT.splitlines())
BODY = "\n".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)

PORTAL = """<!DOCTYPE html>
<html lang="pl"><head><meta charset="utf-8">
<title>{title} - Kurier Próbny</title>
<meta property="og:title" content="{title} - Kurier Próbny">
<meta property="og:site_name" content="Kurier Próbny">
<link rel="canonical" href="https://kurier.example/">
<link rel="alternate" type="application/rss+xml" href="/rss.xml">
<script type="application/ld+json">
{{"@context": "https://schema.org", "@graph": [
  {{"@type": "Organization", "@id": "#wydawca", "name": "Wydawnictwo Próbne"}},
  {{"@type": "NewsArticle", "headline": "{title}", "datePublished": "{published}",
    "dateModified": "2021-09-01T10:00:00+02:00", "publisher": {{"@id": "#wydawca"}}}}]}}
</script>
<script>window.dane = {{"odsłony": 17, "tekst": "to nie jest artykuł"}};</script>
</head><body>
<div class="cookie-banner"><p>Szanujemy Twoją prywatność. Używamy plików cookies.</p>
<button>Akceptuję</button></div>
<header><nav><ul><li><a href="/">Strona główna</a></li><li><a href="/sport">Sport</a></li></ul>
</nav></header>
<main><article><h1>{title}</h1>
<div class="meta"><span class="author">Anna Kos</span></div>
<figure><img src="most.jpg" alt="Most"><figcaption>Fot. Anna Kos</figcaption></figure>
{body}
<div class="share"><a href="#">Udostępnij</a></div>
</article></main>
<aside><h2>Czytaj także</h2><ul><li><a href="/a">Pożar w porcie</a></li></ul></aside>
<footer><p>© Kurier Próbny. Polityka prywatności. Kontakt z redakcją.</p></footer>
</body></html>
"""


def portal(
    title: str = "Nowy most w Gdyni otwarty",
    body: str = BODY,
    published: str = "2021-05-04T08:30:00+02:00",
) -> str:
    return PORTAL.format(title=title, body=body, published=published)


CONSENT = """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Kurier Próbny</title>
</head><body><div id="zgoda"><h1>Zanim przejdziesz do serwisu</h1>
<p>Klikając „Przejdź do serwisu”, wyrażasz zgodę na przetwarzanie Twoich danych osobowych przez nas
i naszych zaufanych partnerów w celach marketingowych, w tym na profilowanie.</p>
<p>Używamy plików cookies. Możesz zmienić ustawienia zaawansowane w każdej chwili. Szczegóły zawiera
polityka prywatności, zgodna z RODO.</p>
<button>Przejdź do serwisu</button><button>Ustawienia zaawansowane</button></div></body></html>
"""

PAID = """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8">
<title>Kto zapłaci za most</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Kto zapłaci za most",
"isAccessibleForFree": {free}}}</script></head><body><article><h1>Kto zapłaci za most</h1>
<p>Prezydent miasta Jan Zieliński otworzył w poniedziałek nowy most w Gdyni. Budowa trwała dwa lata
i kosztowała 120 mln złotych, o dziesięć milionów więcej, niż zakładano na początku. Kto pokryje
różnicę, tego urzędnicy nie potrafią jeszcze powiedzieć, a radni mają o to coraz więcej pytań…</p>
<div class="oferta"><p>Pozostało 82% tekstu. Wykup dostęp, aby czytać dalej.</p></div>
</article></body></html>
"""

SCRIPT = """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Kurier</title>
<script src="/static/main.js"></script></head><body><noscript>Włącz obsługę JavaScript, aby czytać
ten serwis.</noscript><div id="root"></div></body></html>
"""

ROBOTS = """<!DOCTYPE html><html lang="en"><head><title>Just a moment...</title></head><body>
<h1>kurier.example</h1><p>Verifying you are human. This may take a few seconds.</p></body></html>
"""

HOME = """<!DOCTYPE html><html lang="pl"><head><meta charset="utf-8"><title>Kurier Próbny</title>
<link rel="alternate" type="application/rss+xml" href="/rss.xml"></head>
<body><ul><li><a href="/a">Most</a></li><li><a href="/b">Port</a></li></ul></body></html>
"""

ENGLISH = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Harbour bridge reopens after two years | The Cove Courier</title>
<meta property="og:site_name" content="The Cove Courier">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Harbour bridge reopens after two years", "datePublished": "2023-06-20T07:15:00+01:00",
"publisher": {"@type": "Organization", "name": "Cove Media Ltd"}}</script></head>
<body><nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<main><h1>Harbour bridge reopens after two years</h1><p>By Jane Porter</p>
<p>Mayor Helen Carter visited Millport on 12 June 2023 and promised another £3 million for a cycle
path. The bridge was closed in May 2021 after engineers found cracks in 18 of its 64 cables.</p>
<p>Work was led by Norton Steel, which employed 210 people. Helen Carter opened the Harbour Bridge
in Millport on Monday in front of 3,000 people.</p>
<p>About 22,000 vehicles used the bridge every day before it was closed. The council expects that
number to fall to 19,000, and it wants to count again in the autumn.</p></main>
<footer>Copyright Cove Media Ltd. Privacy policy. Cookies.</footer></body></html>
"""

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Kurier Próbny</title><link>https://kurier.example/</link><language>pl-PL</language>
<description>Wiadomości</description>
{items}
</channel></rss>
"""
ITEM = """<item><title>{title}</title><link>{link}</link><guid isPermaLink="false">{link}</guid>
<pubDate>{time}</pubDate><description>&lt;img src="a.jpg"&gt; Zapowiedź …</description></item>
"""
TOWNS = {"a": "Gdyni", "b": "Opolu", "c": "Radomiu", "d": "Toruniu", "e": "Lublinie"}


def article(key: str, day: str = "2021-05-04", hour: int = 8) -> str:
    """Return a page of its own for each key: another town, other people, other numbers."""
    town, number = TOWNS[key], ord(key)
    body = f"""<p>Prezydent Piotr {key.upper()}adowski otworzył w czerwcu {number + 1910} roku
most w {town}. Budowa kosztowała {number} mln złotych i trwała {number - 80} miesięcy.</p>
<p>Minister Adam Nowak przyjechał do Warszawy {number - 90} kwietnia 2019 roku. Przy budowie mostu
w {town} pracowało w 2018 roku {number * 3} osób z całego kraju,
a nadzór trwał {number - 94} lat.</p>"""
    return portal(f"Most w {town} otwarty", body, f"{day}T{hour:02}:30:00+02:00")


def rss(*entries: tuple[str, str]) -> str:
    """Return a feed of links with their times."""
    return RSS.format(
        items="".join(ITEM.format(title="Most", link=link, time=time) for link, time in entries)
    )
