"""A stem speaks of nothing that only its article tells apart."""

from __future__ import annotations

import pytest

from quiz.languages.polish import Polish

POLISH = Polish()


def asked(text: str) -> dict[str, str]:
    return {d.prompt: d.answer for d in POLISH.drafts(POLISH.read(text, None))}


def test_the_first_to_do_something_keeps_what_it_was() -> None:
    cut = asked(
        "W 2012 roku Marek Lech został pierwszym biegaczem po amputacji obu nóg, który wygrał bieg."
    )
    whole = asked("W 2012 roku Marek Lech został pierwszym burmistrzem Opola.")
    assert not cut
    assert whole["W którym roku Marek Lech został pierwszym burmistrzem Opola?"] == "2012"


@pytest.mark.parametrize(
    "text",
    [
        "4 km na północny wschód powstała w 1950 roku dzielnica Zielona Łąka.",
        "Dzielnica Zielona Łąka powstała w 1950 roku w odległości 4 km.",
    ],
)
def test_a_way_needs_a_place_to_begin_at(text: str) -> None:
    assert not asked(text)


def test_a_way_from_a_place_is_told() -> None:
    found = asked("Dzielnica Zielona Łąka powstała w 1950 roku na północ od Opola.")
    assert "W którym roku powstała Dzielnica Zielona Łąka na północ od Opola?" in found


@pytest.mark.parametrize(
    "text",
    [
        "W 1972 roku ekranizacji dramatu dokonał Marek Lech.",
        "W 1994 roku Marek Lech został członkiem zespołu.",
    ],
)
def test_what_belongs_to_something_mentioned_is_as_unknown(text: str) -> None:
    assert not asked(text)


def test_who_wins_may_win_again() -> None:
    cup = "Górnik Zabrze zdobył Puchar Polski w 1971 roku."
    assert not [p for p in asked(cup) if p.startswith(("W którym roku", "Uzupełnij"))]
    assert "W którym roku Górnik Zabrze zdobył swój pierwszy Puchar Polski?" in asked(
        "Górnik Zabrze zdobył swój pierwszy Puchar Polski w 1965 roku."
    )


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Marek Lech trafił przed sąd 7 listopada 2010 roku.",
            "Kiedy Marek Lech trafił przed sąd?",
        ),
        (
            "Wyrokiem sądu w Opolu z 16 lutego 2009 roku Marek Lech został uniewinniony.",
            "Kto został uniewinniony wyrokiem sądu w Opolu z 16 lutego 2009 roku?",
        ),
        ("W maju 1945 roku Brno zostało wyzwolone.", "Kiedy Brno zostało wyzwolone?"),
    ],
)
def test_what_names_tell_apart_is_asked(text: str, prompt: str) -> None:
    assert prompt in asked(text)


def test_a_post_is_not_taken_for_the_title_of_who_gets_it() -> None:
    found = asked("W lipcu 1987 roku AS Monaco zatrudniło na stanowisko trenera Marka Lecha.")
    assert all("trenera" in prompt for prompt in found)


def test_a_number_that_another_is_added_to_is_not_asked_for() -> None:
    text = "W 2013 roku na płycie Marka Lecha znalazło się 12 piosenek oraz jeden utwór Ewy Lis."
    assert not [p for p in asked(text) if p.startswith("Ile")]


def test_a_nameless_paper_is_dated_by_the_visit_at_which_it_was_signed() -> None:
    found = asked("Umowę podpisano 3 maja 2019 roku podczas wizyty Jana Kosa w Opolu.")
    assert found == {"Kiedy doszło do wizyty Jana Kosa w Opolu?": "3 maja 2019 roku"}
    named = asked(
        "Umowę o budowie mostu w Brnie podpisano 3 maja 2019 roku podczas wizyty Jana Kosa."
    )
    assert not any("doszło" in prompt for prompt in named)


def test_a_guest_told_by_a_former_post_is_who_came_to_that_country() -> None:
    visit = (
        "Umowę podpisano 3 maja 2019 roku podczas wizyty byłego szefa szwedzkiej policji w Iranie."
    )
    came = " Jan Kos przyleciał do Iranu, by kontynuować rozmowy."
    found = asked(visit + came)
    assert found["Kiedy doszło do wizyty Jana Kosa w Iranie?"] == "3 maja 2019 roku"
    other = " Adam Lis przyleciał do Iranu z kwiatami."
    for text in (visit, visit + came + other, visit + came.replace("Iranu", "Omanu")):
        assert not any("doszło" in prompt for prompt in asked(text))


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("Szkoła w Brnie utworzona została 2 maja 1922 roku.", "szkoła w Brnie została utworzona"),
        ("W maju 1868 roku dotarła „Wisła” do Gdyni.", "„Wisła” dotarła do Gdyni"),
    ],
)
def test_a_stem_has_the_order_of_a_question(text: str, prompt: str) -> None:
    assert f"Kiedy {prompt}?" in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "3 maja 1904 roku zatonął na minie w okolicy Port Artur.",
        "Mieszkający w Opolu Jan Kos w 2010 roku kupił zamek w Brnie.",
        "Od 2014 roku nastąpiła zmiana w Urzędzie Miasta Opola.",
        "Jeden egzemplarz podarował w 1996 roku goszczącej w Polsce królowej Elżbiecie II.",
        "Podstawą ochrony było Rozporządzenie Rady Opola. Od 2014 roku nie podlega opłacie.",
        "W 2009 roku burmistrz Jan Kos dokonał w Opolu jego ponownego otwarcia.",
        "Jan Kos w lutym 2009 roku kilkukrotnie wystąpił w Brnie.",
        "Jan Kos przybył prawdopodobnie do Opola 5 sierpnia 1944 roku.",
        "We wrześniu 2019 roku rozpoczęto w Opolu zdjęcia do filmu Fikara: Kasacja.",
        "Od 2009 roku ukazało się sześć przekładów Piotra Fikara.",
        "W Opolu w 2016 roku rozegranych zostanie 528 meczów.",
    ],
)
def test_what_is_torn_hedged_repeated_or_dated_by_the_wrong_word_is_not_asked(text: str) -> None:
    assert not asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "W 2004 roku Ryszard Fikar zrealizował serial dokumentalny.",
        "W 1991 roku po wojnie zamieszkało tu wielu górali z Etiopii.",
        "Kuter storpedował i zatopił zbudowany w 1899 roku prom o długości 90 metrów.",
        "W listopadzie 2013 roku wybrano Bombardier Dash 8.",
        "W 1866 roku położono stępkę okrętu w Rio de Janeiro.",
        "W styczniu 2013 roku nadawca publiczny ogłosił, że w konkursie wystąpi Marek Fikar.",
    ],
)
def test_what_only_the_article_tells_apart_is_not_asked(text: str) -> None:
    assert not asked(text)


def test_who_was_appointed_may_be_who_is_spoken_of_next() -> None:
    found = asked(
        "19 czerwca 2018 roku prezydent Marek Lech powołał Jana Fikara na urząd ministra zdrowia. "
        "W lipcu 2018 roku zapowiedział w Opolu zakaz hodowli lisów."
    )
    assert found
    assert not any("zakaz" in prompt for prompt in found)


def test_a_day_for_which_something_is_planned_is_no_day_of_planning() -> None:
    found = asked("Polska armia planowała ofensywę przeciw Litwie na wiosnę 1920 roku.")
    assert not any(prompt.startswith("Kiedy") for prompt in found)


def test_what_many_do_in_one_place_is_not_asked_of_one() -> None:
    cast = "Sędzia Jan Kos, adwokat Piotr Wilk i prokurator Adam Lis byli w Opolu. "
    for deed in ("mieszkał w Kanadzie", "był aktorem Teatru Nowego", "studiował w Łodzi"):
        found = asked(f"{cast}W 1990 roku Marek Lech {deed}.")
        assert not any(prompt.startswith("Kto") for prompt in found)
        assert not any(prompt.endswith(("mieszkał Marek Lech?",)) for prompt in found)


def test_a_participle_before_its_verb_follows_it() -> None:
    found = asked(
        "Ewa Lis zmarła w Opolu. W 1994 roku obsadzona została jako Alice w serialu „Pastor”."
    )
    assert "W którym roku Ewa Lis została obsadzona jako Alice w serialu „Pastor”?" in found


@pytest.mark.parametrize(
    "text",
    [
        "Partia Pracy zdobyła w okręgu opolskim 229 tys. głosów.",
        "Marek Lech wygrał wybory w Opolu.",
        "Marek Lech zajął 48. miejsce w wyścigu dookoła Opola.",
        "Do Aten przyleciało 40 strażaków z Cypru.",
        "Dane komisji w Opolu wskazują, że niedzielne wybory do Sejmu wygrał Marek Lech.",
    ],
)
def test_what_happens_again_and_again_is_not_asked_without_a_year(text: str) -> None:
    assert not asked(text)


def test_where_somebody_is_from_goes_with_the_name() -> None:
    found = asked("Marek Lech z grupy Vega wygrał w 2019 roku wyścig dookoła Opola.")
    assert "Kto wygrał w 2019 roku wyścig dookoła Opola?" in found
    assert not any("z grupy" in prompt for prompt in found if prompt.startswith("Kto"))


def test_what_follows_a_participle_stays_with_it() -> None:
    found = asked("W Szwecji do 3 czerwca 2020 roku zmarły 4542 osoby zakażone wirusem.")
    assert "Ile osób zakażonych wirusem zmarło w Szwecji do 3 czerwca 2020 roku?" in found


def test_a_body_that_many_towns_have_needs_its_town() -> None:
    whole = "W 1879 roku w Łodzi otwarto Muzeum Narodowe w Opolu."
    assert asked(whole)
    assert not any("Narodowe?" in prompt for prompt in asked(whole))
    assert not asked("Sąd Okręgowy uniewinnił w 2010 roku Marka Lecha.")


def test_nobody_is_named_twice_in_a_stem() -> None:
    found = asked(
        "Marek Malczewski mieszkał w Opolu. Kupiono tam obraz Marka Malczewskiego „Brzegi”. "
        "Malczewski namalował obraz w 1908 roku w Łodzi."
    )
    assert not any(prompt.count("Malczewsk") > 1 for prompt in found)


def test_half_a_list_is_not_the_whole() -> None:
    text = "W 2020 roku Europejska Agencja Leków zatwierdziła szczepionkę firm Pfizer i BioNTech."
    assert not any("firm Pfizer?" in prompt for prompt in asked(text))


def test_a_station_is_no_part_of_who_speaks_there() -> None:
    document = POLISH.read("Wstęp.\n\nTak powiedział w TVN24 Michał Fikar, szef biura.", None)
    assert [n.base for n in document.names if n.kind == "person"] == ["Michał Fikar"]


def test_nobody_knows_which_martyr() -> None:
    found = asked("Od 1664 roku dopuszczono do kultu męczennika w Saragossie za zgodą papieża.")
    assert not any(prompt.startswith("W którym mieście") for prompt in found)


def test_a_noun_keeps_its_own_place() -> None:
    found = asked("Litewska ofensywa na Ukrainie była zaskoczeniem dla dowództwa NATO.")
    assert not any(prompt.startswith("W którym kraju") for prompt in found)


def test_a_title_at_the_beginning_keeps_its_capital() -> None:
    found = asked(
        "Premiera Wesela odbyła się w Opolu. "
        "Wesele zostało nagrodzone Srebrnym Lwem w Gdyni w 1973 roku."
    )
    assert "W którym roku Wesele zostało nagrodzone Srebrnym Lwem w Gdyni?" in found


def test_no_gap_is_left_for_a_name_whose_case_is_unknown() -> None:
    found = asked("W 1875 roku ukazały się Dzieła dramatyczne Williama Shakespeare.")
    assert set(found.values()) == {"1875"}


def test_the_first_flight_is_that_of_the_airline_all_is_about() -> None:
    about = "Linia lotnicza Ryanair lata do Opola. Linia lotnicza Ryanair lata też do Gdyni. "
    flight = "Pierwszy lot odbył się 3 maja 2015 roku z Opola do Gdyni."
    found = asked(about + flight)
    assert (
        found["Kiedy odbył się pierwszy lot linii Ryanair z Opola do Gdyni?"] == "3 maja 2015 roku"
    )
    other = asked(f"{about}Z linią konkuruje LOT. {flight}")
    assert not any("pierwszy lot" in prompt for prompt in other)
    assert not any(
        "lot linii" in p for p in asked(f"{about}Pierwszy lot odbył się 3 maja 2015 roku.")
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Islandia opuściła Wspólnotę 3 marca 2010 roku.", False),
        ("Islandia opuściła Wspólnotę Niepodległych Państw 3 marca 2010 roku.", True),
    ],
)
def test_a_union_is_named_whole(text: str, *, year: bool) -> None:
    assert bool(asked(text)) is year


@pytest.mark.parametrize(
    "text",
    [
        "Za budową mostu w Brnie opowiedziało się 51,89 proc. mieszkańców Opola.",
        "Marek Lech wezwał Partię Pracy do głosowania za budową mostu w Brnie.",
    ],
)
def test_what_is_voted_on_or_called_for_needs_its_year(text: str) -> None:
    assert not [p for p in asked(text) if p.startswith(("Ile", "Kto", "Którą"))]
