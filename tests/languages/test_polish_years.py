"""Stems tell their time where the article surely means one, and name whose they speak of."""

from __future__ import annotations

from datetime import date

import pytest

from quiz.languages.polish import Polish

POLISH = Polish()
DAY = date(2018, 7, 20)
REST = (
    " Rada miasta zbierze się jutro. Mieszkańcy pytają o drogę. Burmistrz milczy. Kierowcy"
    " narzekają na objazd. Urzędnicy liczą koszty. Radni się spierają. Sąsiedzi patrzą z okna."
    " Dzieci się cieszą. Pogoda dopisuje."
    " Sędzia Jan Kos, adwokat Piotr Wilk i prokurator Adam Lis byli na sali w Opolu."
)


def asked(text: str, day: date | None = DAY) -> dict[str, str]:
    return {d.prompt: d.answer for d in POLISH.drafts(POLISH.read(text + REST, day))}


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Marek Lech podziękował Ewie Lis za pomoc przy budowie.",
            "Kto w 2018 roku podziękował Ewie Lis za pomoc przy budowie?",
        ),
        (
            "Marek Lech podziękował w środę Ewie Lis za pomoc przy budowie.",
            "Kto w lipcu 2018 roku podziękował Ewie Lis za pomoc przy budowie?",
        ),
        (
            "Marek Lech poinformował, że Opole kupiło od Gdyni nowe tramwaje.",
            "Kto w 2018 roku poinformował, że Opole kupiło od Gdyni nowe tramwaje?",
        ),
        (
            "– Rada Opola zamknie basen już w maju – powiedział Marek Lech.",
            "Kto w 2018 roku powiedział: „Rada Opola zamknie basen już w maju”?",
        ),
    ],
)
def test_a_stem_without_a_time_gets_that_of_its_article(text: str, prompt: str) -> None:
    assert asked(text).get(prompt) == "Marek Lech"


def test_september_is_spoken_with_its_own_preposition() -> None:
    found = asked("Marek Lech zmarł w poniedziałek w Krakowie.", date(2022, 9, 21))
    assert found.get("W którym mieście we wrześniu 2022 roku zmarł Marek Lech?") == "w Krakowie"


def test_no_time_is_doubled_and_none_is_told_where_another_was_spoken_of() -> None:
    found = asked("Marek Lech podziękował 3 maja 2016 roku Ewie Lis za pomoc przy budowie.")
    assert found
    assert not any(prompt.count("roku") > 1 or "2018" in prompt for prompt in found)
    before = "W 2012 roku w Opolu ruszyła fabryka. "
    found = asked(f"{before}Marek Lech podziękował Ewie Lis za pomoc przy budowie.")
    assert not any("podziękował" in prompt for prompt in found)


def test_what_went_on_for_months_is_given_no_single_year() -> None:
    text = "Marek Lech przez ponad pół roku twierdził, że Opole kupiło od Gdyni nowe tramwaje."
    assert not any("2018" in prompt and "twierdził" in prompt for prompt in asked(text))
    said = "Marek Lech twierdził, że Opole kupiło od Gdyni nowe tramwaje."
    assert any("2018" in prompt and "twierdził" in prompt for prompt in asked(said))


def test_a_life_is_told_in_no_year_of_its_end() -> None:
    text = "W Krakowie zmarł Marek Lech. Lech nakręcił 23 filmy. Prezydent Polski odznaczył Lecha."
    assert not any("w 2018 roku" in prompt and "film" in prompt for prompt in asked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Opole zamierza sprzedać Gdyni 40 tramwajów.",
        "Marek Lech podkreśla, że Opole kupiło od Gdyni nowe tramwaje.",
        "LOT przewozi 80 mln pasażerów do Gdyni i Opola.",
    ],
)
def test_what_passes_is_not_asked_for(text: str) -> None:
    assert set(asked(text)) <= set(asked(""))


def test_an_office_beside_an_earlier_year_is_not_of_the_year_of_the_article() -> None:
    text = "W 2005 roku prezydent Aleksander Kwaśniewski odwiedził Opole i Gdynię."
    assert "Jaką funkcję w 2018 roku pełnił Aleksander Kwaśniewski?" not in asked(text)


def test_an_office_stands_in_the_case_of_its_question() -> None:
    found = asked("Minister zdrowia Marek Lech podziękował Ewie Lis za pomoc przy budowie.")
    assert found.get("Jaką funkcję w 2018 roku pełnił Marek Lech?") == "ministra zdrowia"


@pytest.mark.parametrize(
    "text",
    [
        "Pierwszy lot z Opola do Gdyni odbył się 4 maja 2016 roku.",
        "Marek Lech 4 maja 2016 roku unieważnił wyrok sądu w Gdyni.",
        "Marek Lech poinformował 4 maja 2016 roku o opóźnieniu akcji.",
        "W 2016 roku w Gdyni zginęły cztery osoby.",
        "Jan Kos odznaczył artystę Orderem Orła Białego w 2005 roku.",
    ],
)
def test_what_only_the_article_tells_is_not_asked_about(text: str) -> None:
    assert set(asked(text)) <= set(asked(""))


def test_what_was_said_by_nobody_is_not_asked_about() -> None:
    found = asked("W Opolu odnotowano łącznie 940 przypadków grypy – zaznaczono w komunikacie.")
    assert not any("komunikacie" in prompt for prompt in found)


def test_nothing_is_added_to_what_was_said_before() -> None:
    found = asked("Marek Lech poinformował, że Opole kupiło również od Gdyni nowe tramwaje.")
    assert found
    assert not any("również" in prompt for prompt in found)


def test_a_month_alone_gets_its_year() -> None:
    found = asked("Marek Lech odwiedził w marcu elektrownię w Gdyni.")
    assert found.get("Kto odwiedził w marcu 2018 roku elektrownię w Gdyni?") == "Marek Lech"


def test_an_office_is_of_the_year_in_which_its_sentence_gives_it() -> None:
    found = asked("W 2005 roku minister zdrowia Marek Lech odwiedził Opole i Gdynię.")
    assert found.get("Jaką funkcję w 2005 roku pełnił Marek Lech?") == "ministra zdrowia"


def test_a_subject_of_a_kind_that_has_names_must_have_one() -> None:
    text = "17 lipca 2018 roku linie lotnicze wysłały do Gdyni 40 tys. wiadomości."
    assert set(asked(text)) <= set(asked(""))


def test_nobody_is_the_one_who_held_what_many_hold() -> None:
    found = asked("Poseł Partii Zielonych Marek Lech odwiedził elektrownię w Gdyni.")
    assert not any("był posłem" in prompt for prompt in found)


@pytest.mark.parametrize(
    "text",
    [
        "Jan Kos pogratulował Polakowi w maju 2016 roku w Gdyni.",
        "Jan Kos dostarczył w 2016 roku sterowniki.",
    ],
)
def test_a_countryman_or_a_thing_that_nothing_names_is_not_asked_about(text: str) -> None:
    assert set(asked(text)) <= set(asked(""))


def test_for_how_long_is_no_time_to_come() -> None:
    found = asked("Jan Kos podziękował Ewie Lis za dwadzieścia lat startów w Gdyni.")
    assert not any("W którym roku" in prompt for prompt in found)


def test_what_has_lost_its_date_is_not_asked_about_where_nobody_knows_the_year() -> None:
    text = "W marcu zgodę na budowę elektrowni w Gdyni wydał brytyjski rząd."
    assert not any("zgodę" in p and "roku" not in p for p in asked(text, None))


def test_a_dateline_is_quoted_where_nothing_else_proves_the_year() -> None:
    text = f"Kurier\n\nOpole, 20 lipca 2018\n\nMarek Lech zmarł w środę w Krakowie.{REST}"
    found = [d for d in POLISH.drafts(POLISH.read(text, None)) if d.answer.endswith("2018 roku")]
    assert found
    assert all(d.quotes[0] == "20 lipca 2018" and text.index(d.quotes[0]) for d in found)


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Do Opola ma pojechać 1000 saperów z Gdyni.",
            "Ilu saperów, jak zapowiadano w 2018 roku, miało pojechać z Gdyni do Opola?",
        ),
        (
            "Muzeum Lecha w Opolu ma zostać otwarte w maju 2027 roku.",
            "Kiedy, jak zapowiadano w 2018 roku, Muzeum Lecha w Opolu miało zostać otwarte?",
        ),
        (
            "Jan Kos ma otworzyć w Opolu muzeum w Brnie.",
            "Kto, jak zapowiadano w 2018 roku, miał otworzyć w Opolu muzeum w Brnie?",
        ),
    ],
)
def test_what_is_to_happen_is_told_as_it_was_announced(text: str, prompt: str) -> None:
    assert prompt in asked(text)
    assert prompt not in asked(text, None)


def test_what_names_tell_apart_needs_no_year() -> None:
    found = asked("W 2012 roku ruszyła fabryka. Marek Lech wręczył Ewie Lis klucze do Opola.")
    assert "Kto wręczył Ewie Lis klucze do Opola?" in found
