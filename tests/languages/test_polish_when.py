"""What stands beside a date, and where a town is asked for: nothing that is right as well."""

from __future__ import annotations

import pytest

from quiz.languages.polish import Polish

POLISH = Polish()
CAST = " Sędzia Jan Kos, adwokat Piotr Wilk i prokurator Adam Lis byli na sali w Opolu."
REST = (
    " Rada miasta zbierze się jutro. Mieszkańcy pytają o drogę. Burmistrz milczy. Kierowcy"
    " narzekają na objazd. Urzędnicy liczą koszty. Radni się spierają. Sąsiedzi patrzą z okna."
)


def asked(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    document = POLISH.read(f"Wstęp.\n\n{text}", None)
    return {d.prompt: (d.answer, d.rivals) for d in POLISH.drafts(document)}


def test_the_year_of_a_figure_stands_among_years_near_it() -> None:
    found = asked(
        "W 1985 roku linia Fjellair przewiozła 5 tys. pasażerów. W 1995 roku otwarto hangar. "
        "W 2006 roku linia Fjellair przewiozła 27 mln pasażerów."
    )
    answer, rivals = found["W którym roku linia Fjellair przewiozła 27 mln pasażerów?"]
    assert answer == "2006"
    assert len(rivals) >= 3
    assert all(abs(int(r) - 2006) <= 3 for r in rivals)


def test_another_day_of_the_article_may_be_one_on_which_they_met_again() -> None:
    text = (
        "4 czerwca 2015 roku Marek Lech rozmawiał z Ewą Lis o budowie mostu w Opolu. "
        "17 czerwca 2015 roku Ewa Lis otworzyła żłobek w Opolu."
    )
    found = asked(text)
    _, rivals = found["Kiedy Marek Lech rozmawiał z Ewą Lis o budowie mostu w Opolu?"]
    assert len(rivals) >= 3
    assert "17 czerwca 2015 roku" not in rivals
    _, rivals = found["Kiedy Ewa Lis otworzyła żłobek w Opolu?"]
    assert "4 czerwca 2015 roku" in rivals


@pytest.mark.parametrize("verb", ["oświadczył", "zapowiedział"])
def test_where_something_was_said_is_not_asked_without_a_day(verb: str) -> None:
    text = f"Wojewoda opolski Marek Lech {verb} w Kielcach, że most w Opolu będzie gotowy. "
    assert not any(p.startswith("W którym mieście") for p in asked(text + REST))


def test_a_town_is_not_asked_for_where_the_stem_tells_its_country() -> None:
    text = (
        "Zacieśnienie sojuszu niemiecko-norweskiego rozpoczęło się od wizyty Macrona w {} "
        "latem 2014 roku."
    )
    assert not any("W którym mieście" in p or "_____" in p for p in asked(text.format("Oslo")))


def test_a_town_is_not_asked_for_beside_its_region() -> None:
    found = asked("W 2015 roku firma Fjellair otworzyła hangar w Gliwicach w województwie śląskim.")
    assert not any(p.startswith("W którym mieście") for p in found)
    found = asked("W 2015 roku firma Fjellair otworzyła hangar w Gliwicach.")
    assert any(p.startswith("W którym mieście") for p in found)


def test_what_is_counted_from_a_date_is_proved_by_it() -> None:
    document = POLISH.read(
        "Wstęp.\n\nMarek Lech złożył śluby w Opolu 29 sierpnia 1981 r. "
        "W następnym roku Marek Lech uzyskał tytuł magistra teologii w Łodzi.",
        None,
    )
    found = {d.prompt: d for d in POLISH.drafts(document)}
    draft = found["W którym roku Marek Lech uzyskał tytuł magistra teologii w Łodzi?"]
    assert draft.answer == "1982"
    assert any("1981" in quote for quote in draft.quotes)
    assert draft.explanation.count("1982") == 1


def test_what_goes_on_only_now_is_not_asked() -> None:
    text = "Z urzędu prefekta Dykasterii ds. Biskupów odchodzi kanadyjski kardynał Marek Lech."
    assert not any(p.startswith("Kto") for p in asked(text))
