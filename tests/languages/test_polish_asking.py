"""Whose words something is, whose life, what began with what: families with a seam of their own."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages.polish import Polish
from quiz.languages.polish.morph import shared
from quiz.languages.polish.options import located
from quiz.languages.polish.quotations import quotations
from quiz.languages.polish.sentences import sentences

POLISH = Polish()
CAST = " Sędzia Jan Kos, adwokat Piotr Wilk i prokurator Adam Lis byli na sali w Opolu."


def asked(text: str) -> dict[str, str]:
    return {d.prompt: d.answer for d in POLISH.drafts(POLISH.read(text, None))}


def quoted(text: str) -> list[str]:
    return [q.text for q in quotations(POLISH.read(text, None))]


@pytest.mark.parametrize(
    "text",
    [
        "– Rada Opola zamknie basen już w maju – powiedział starosta Jan Kos.",
        "- Rada Opola zamknie basen już w maju - powiedział starosta Jan Kos.",
        "„Rada Opola zamknie basen już w maju” – ocenił Jan Kos.",
        "Starosta Jan Kos powiedział: „Rada Opola zamknie basen już w maju”.",
        "– Tak to bywa. Rada Opola zamknie basen już w maju – mówił Jan Kos, szef rady.",
    ],
)
def test_a_quotation_is_read_to_the_letter(text: str) -> None:
    assert quoted(text) == ["Rada Opola zamknie basen już w maju"]


@pytest.mark.parametrize(
    "text",
    [
        "– On zamknie basen w Opolu już w maju – powiedział Jan Kos.",  # who is he?
        "– Zamkniemy wszystko – powiedział Jan Kos.",  # says too little
        "– Rada Opola zamknie basen już w maju – powiedział urzędnik.",  # who was it?
        "Rada Opola zamknie „basen” już w maju.",
        "– Stanowisko Rady Opola jest żenujące i godne ubolewania – powiedział Jan Kos.",
    ],
)
def test_what_says_little_or_points_elsewhere_is_not_quoted(text: str) -> None:
    assert not quoted(text)


def test_a_name_that_opens_a_quotation_says_what_it_is_about() -> None:
    said = "Rumunia wraca na drogę europejską"
    assert quoted(f"– {said} – powiedział Jan Kos.") == [said]


def test_a_list_that_goes_on_after_its_first_and_is_read_to_its_end() -> None:
    text = "LOT przewozi 80 mln pasażerów w 25 krajach Europy oraz Izraelu, Cyprze i Maroku."
    found = asked(text)
    assert found
    assert all("Izraelu, Cyprze i Maroku" in stem for stem in found)


def test_who_said_it_is_asked_in_two_cases() -> None:
    found = asked("– Rada Opola zamknie mój basen – powiedział starosta Marek Lech." + CAST)
    assert found.get("Kto powiedział: „Rada Opola zamknie mój basen”?") == "Marek Lech"
    assert found.get("Czyje to słowa: „Rada Opola zamknie mój basen”?") == "Marka Lecha"


def test_an_opinion_is_asked_for_by_whose_it_is_and_a_report_is_not() -> None:
    said = "Marek Lech ocenił, że Opole straci na budowie mostu." + CAST
    today = {d.prompt: d.answer for d in POLISH.drafts(POLISH.read(said, date(2024, 5, 6)))}
    assert today.get("Według kogo Opole straci na budowie mostu?") == "Marka Lecha"
    assert not any(prompt.startswith("Według") for prompt in asked(said))  # others have thought so
    found = asked("Marek Lech poinformował, że Opole kupiło nowe tramwaje." + CAST)
    assert not any(prompt.startswith("Według") for prompt in found)


def test_a_bracket_tells_a_life() -> None:
    found = asked("Ewa Lis (ur. 4 maja 1934 w Opolu, zm. 2010) napisała powieść „Brzegi”.")
    assert found.get("Kiedy urodziła się Ewa Lis?") == "4 maja 1934 roku"
    assert found.get("W którym roku zmarła Ewa Lis?") == "2010"


def test_what_began_with_an_event_began_when_the_event_was() -> None:
    found = asked(
        "Spór polsko-czeski rozpoczął się od wizyty Jana Kosa w Brnie jesienią 2021 roku."
    )
    assert found.get("Kiedy rozpoczął się spór polsko-czeski?") == "jesienią 2021 roku"


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        # Whose wife, and whose rival: the name in place of "jego", or what follows it.
        ("Reżyser Jan Kos zmarł w 2022 roku. Jego syn mieszka w Paryżu.",
         "W którym mieście mieszka syn Jana Kosa?", "w Paryżu"),
        ("Jan Kos wygrał wybory w Opolu. Jego rywal Adam Lis otrzymał w 2010 roku 46 proc. głosów.",
         "Ile procent głosów Adam Lis otrzymał w 2010 roku?", "46"),
        # Whom a sentence leaves out: what a definition is about, a noun with its place, a person.
        ("Narew – rzeka na Podlasiu. Ma 499 km długości.", "Ile km długości ma Narew?", "499"),
        ("Szpital w Opolu działa od lat. Zatrudnia ponad 400 osób.",
         "Ile osób zatrudnia szpital w Opolu?", "ponad 400"),
        ("Jan Kos urodził się w Opolu. W 1962 roku wygrał konkurs w Brnie.",
         "W którym roku Jan Kos wygrał konkurs w Brnie?", "1962"),
        # A number is the subject of what goes, not of what somebody has.
        ("Jan Kos był w Opolu. Do Danii ma pojechać 1000 saperów.",
         "Ilu saperów ma pojechać do Danii?", "1000"),
        # A clock beside a date, a number within an adjective, a future of two words.
        ("Statek Pogoria wpłynął do Gdyni 26 czerwca 2019 roku o godz. 12.31.",
         "Kiedy statek Pogoria wpłynął do Gdyni?", "26 czerwca 2019 roku"),
        ("Do wypadku doszło 9 lipca 2019 roku na drodze nr 51 koło Opola.",
         "Kiedy doszło do wypadku na drodze nr 51 koło Opola?", "9 lipca 2019 roku"),
    ],
)  # fmt: skip
def test_more_is_asked(text: str, prompt: str, answer: str) -> None:
    assert asked(text).get(prompt) == answer, asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jan Kos ogłosił decyzję w Sztokholmie 4 maja 2020 roku.",  # which decision?
        "W 2024 roku podobną ustawę odrzucił Senat.",  # similar to which?
        "Kurs euro spadł w Opolu poniżej 4,20 zł.",
        "Jan Kos liczy, że Opole dogada się z hiszpańskimi.",  # Spanish what?
    ],
)
def test_what_only_the_article_explains_is_not_asked(text: str) -> None:
    found = asked(text + CAST).keys() - asked("Wstęp." + CAST).keys()
    assert not [prompt for prompt in found if "na sali" not in prompt]


def test_no_country_is_asked_for_that_the_stem_tells_by_another_word() -> None:
    found = asked("Zgodę na budowę portu w Szwecji wydał 4 maja 2020 roku szwedzki rząd.")
    assert "Szwecji" not in found.values()
    assert "w Szwecji" not in found.values()


@pytest.mark.parametrize(
    "text",
    [
        "Od początku roku obroty Jaguara na rynku brytyjskim zmalały o 26 proc.",  # which year?
        "Alan Duncan przedstawił w Londynie stanowisko brytyjskiego rządu.",  # on what?
        "Rosja musi zatwierdzić tę umowę w Moskwie do końca roku.",  # as others must
    ],
)
def test_what_holds_of_others_or_of_no_time_that_is_told_is_not_asked(text: str) -> None:
    assert not [p for p in asked(text + CAST) if p.startswith(("O ile", "Uzup", "Kto p", "Który"))]


def test_no_country_is_offered_whose_capital_speaks_for_it() -> None:
    text = "Moskwa przez rok nie prowadziła współpracy z Koreą Północną. Rosja i Ukraina milczały."
    drafts = [d for d in POLISH.drafts(POLISH.read(text, None)) if "Moskwa" in d.prompt]
    assert drafts
    assert all("Rosją" not in d.rivals for d in drafts)


def test_a_day_belongs_to_no_year_that_only_began_something() -> None:
    text = "Frekwencja była najwyższa od 1996 roku. Pierwszą turę wygrał 4 maja Jan Kos."
    values = [f.value for f in POLISH.read(text, None).facts if f.text == "4 maja"]
    assert values == ["--05-04"]


def test_a_weekday_with_its_whole_date_tells_when_an_article_came_out() -> None:
    doc = POLISH.read(
        "Sąd skazał w czwartek 14 marca 2024 roku Jana Kosa. Wyrok z 2019 roku.", None
    )
    assert doc.published.year == 2024
    assert not doc.published.exact


@pytest.mark.parametrize(
    ("place", "governor", "expected"),
    [
        ("Bośnia i Hercegowina", "w", "w Bośni i Hercegowinie"),
        ("Ułan Bator", "w", "w Ułan Bator"),
        ("Lille", "z", "z Lille"),
        ("Węgry", "do", "na Węgry"),
        ("Wrocław", "w", "we Wrocławiu"),
    ],
)
def test_a_place_takes_its_preposition_and_its_form(
    place: str, governor: str, expected: str
) -> None:
    assert located(shared(), place, governor) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Z Londynu Jan Kos (PAP).",
        "Czytaj także: Opole kupi tramwaje.",
        "Zobacz też nasz raport: Opole bez prądu.",
        "Poniżej dalsza część artykułu.",
        "Fot. Jan Kos.",
    ],
)
def test_what_speaks_of_the_page_is_no_sentence(line: str) -> None:
    text = f"Opole kupiło tramwaje. {line} Opole sprzedało autobusy."
    starts = [w.start for w in shared().words(text)]
    assert [text[s.start : s.end] for s in sentences(text, starts)] == [
        "Opole kupiło tramwaje.",
        "Opole sprzedało autobusy.",
    ]
