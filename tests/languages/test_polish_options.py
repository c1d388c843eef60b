"""Distractors: believable, in the form of the key, and never right as well."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.polish.knowledge import (
    areas,
    countries,
    organisation_groups,
    people,
    thing_groups,
)
from quiz.languages.polish.options import located, place_kind
from quiz.languages.polish.options.bodies import organisation_rivals, related
from quiz.languages.polish.options.decline import decline, fits, preposition
from quiz.languages.polish.options.numbers import plural, score_rivals
from quiz.languages.polish.options.people import person_rivals, same_person
from quiz.languages.polish.options.places import place_forms, place_rivals
from quiz.languages.polish.options.styles import restyled
from quiz.languages.protocol import Draft, Fact
from tests.languages.kit import MORPHOLOGY, others, read


def test_every_country_of_a_region_has_a_name_and_can_be_told() -> None:
    known = countries()
    assert set(known.regions) == set(known.names)
    missing = [n for c, n in known.names.items() if not located(MORPHOLOGY, n, "w")]
    assert len(missing) < len(known.names) / 4
    for name in ("Polska", "Węgry", "Korea Północna", "Stany Zjednoczone", "Arabia Saudyjska"):
        assert located(MORPHOLOGY, name, "w")


@pytest.mark.parametrize(
    ("base", "governor", "told"),
    [
        ("Polska", "w", "w Polsce"), ("Węgry", "w", "na Węgrzech"), ("Węgry", "do", "na Węgry"),
        ("Kuba", "w", "na Kubie"), ("Włochy", "w", "we Włoszech"), ("Francja", "w", "we Francji"),
        ("Wrocław", "w", "we Wrocławiu"), ("Warszawa", "w", "w Warszawie"),
        ("Szwecja", "z", "ze Szwecji"), ("Szczecin", "z", "ze Szczecina"),
        ("Serbia", "z", "z Serbii"), ("Słowacja", "z", "ze Słowacji"),
        ("Niemcy", "do", "do Niemiec"), ("Stany Zjednoczone", "z", "ze Stanów Zjednoczonych"),
    ],
)  # fmt: skip
def test_a_place_stands_behind_its_preposition(base: str, governor: str, told: str) -> None:
    assert located(MORPHOLOGY, base, governor) == told


@pytest.mark.parametrize(
    ("base", "case", "form"),
    [
        ("obwód ługański", "gen", "obwodu ługańskiego"),
        ("województwo śląskie", "loc", "województwie śląskim"),
        ("Parlament Europejski", "inst", "Parlamentem Europejskim"),
        ("Rada Europy", "gen", "Rady Europy"),
        ("Europol", "gen", ""),
        ("Komisja Europejska", "acc", "Komisję Europejską"),
    ],
)
def test_a_phrase_is_declined_as_one(base: str, case: str, form: str) -> None:
    assert decline(MORPHOLOGY, base, case) == form


@given(
    st.sampled_from(sorted(countries().names.values())), st.sampled_from(["gen", "loc", "acc"]),
)  # fmt: skip
def test_every_form_of_a_country_is_read_back(base: str, case: str) -> None:
    for form in place_forms(read("Nic."), [base], case):
        first = form.split()[0].split("-")[0]
        cases = {c for r in MORPHOLOGY.readings(first) for c in r.cases}
        assert not cases or case in cases


def test_nothing_in_a_group_is_another_name_of_its_neighbour() -> None:
    for groups in (organisation_groups(), thing_groups()):
        for members in groups.values():
            names = [n for m in members for n in m]
            assert len(names) == len(set(names))
            assert len(members) >= 4 or len(names) >= 3
    assert related("Narodowy Bank Polski", "NBP")
    assert not related("Lech Poznań", "Legia Warszawa")


def test_people_have_a_gender_and_lived_forwards() -> None:
    for one in people().known:
        assert one.gender in {"m1", "f"}
        assert one.first <= one.last


def test_the_same_person_is_known_under_less_of_the_name() -> None:
    assert same_person("Duda", "Andrzej Duda")
    assert not same_person("Jan Paweł II", "Pius II")
    assert not same_person("Jan Kowalski", "Jan Nowak")


def test_a_country_never_stands_beside_its_other_name_or_what_the_sentence_tells() -> None:
    found = others(
        "Delegacja rosyjska odwiedziła KRLD w maju 2024 roku.", "place", "Korea Północna"
    )
    assert len(found) >= 3
    assert not {"KRLD", "Korea Północna", "Rosja"} & set(found)


def test_a_country_of_a_named_whole_is_no_distractor() -> None:
    text = "Budowie sprzeciwiają się Polska, kraje bałtyckie i Ukraina."
    assert not {"Litwa", "Łotwa", "Estonia", "Ukraina"} & set(others(text, "place", "Polska"))


def test_a_town_is_not_the_capital_of_a_country_in_the_sentence() -> None:
    found = others("Ambasador Rosji w Polsce przyjechał do Krakowa.", "place", "Kraków")
    assert "Moskwa" not in found
    assert all(countries().towns[t] == "PL" for t in found)


def test_places_are_of_one_kind() -> None:
    doc = read("W Krakowie mówiono o Niemczech i Francji.")
    found = place_rivals(doc, "Kraków", set())
    assert {place_kind(p) for p in found} == {"city"}


def test_a_gap_after_a_preposition_gets_what_fits_it() -> None:
    text = "Umowę podpisano w Niemczech wiosną 2024 roku."
    found = others(text, "place", "Niemcy", case="loc", preposition="w", gap=True)
    assert len(found) >= 3
    assert not {"Węgrzech", "Włoszech", "Francji"} & set(found)
    assert fits("w", "Polska", "Polsce")
    assert not fits("w", "Węgry", "Węgrzech")
    assert preposition("z", "Zgierza") == "ze"
    assert preposition("z", "Zakopanego") == "z"


def test_a_person_has_no_rival_who_did_it_too_or_had_died_long_before() -> None:
    text = (
        "W 2024 roku prezydent Francji Emmanuel Macron i kanclerz Niemiec Olaf Scholz "
        "podpisali układ."
    )
    found = others(text, "person", "Emmanuel Macron")
    assert "Olaf Scholz" not in found
    assert not {"Charles de Gaulle", "Georges Pompidou", "Jacques Chirac"} & set(found)


def test_nobody_of_today_stands_beside_a_man_of_the_past() -> None:
    text = "W 1920 roku marszałek Józef Piłsudski dowodził wojskiem polskim."
    found = others(text, "person", "Józef Piłsudski")
    assert not {"Donald Tusk", "Andrzej Duda", "Rajmund Andrzejczak"} & set(found)


def test_a_woman_in_an_oblique_case_has_women_beside_her() -> None:
    text = "Nagrodę odebrano z rąk dyrektor Anny Nowak w Krakowie w 2023 roku."
    for form in others(text, "person", "Anna Nowak", case="gen", gap=True):
        assert form.endswith(("y", "i", "j")) or form.split()[0].endswith(("y", "i"))


@pytest.mark.parametrize("month", range(1, 13))
def test_no_date_that_the_calendar_does_not_have(month: int) -> None:
    for one in others(f"Most otwarto 28.{month:02}.2023.", "date", f"28.{month:02}.2023"):
        m = re.match(r"(\d+) (\w+) (\d{4})", one)
        assert m
        assert int(m[1]) <= 31
        assert not (int(m[1]) == 31 and m[2] in {"kwietnia", "czerwca", "września", "listopada"})


def test_nothing_happened_after_the_article_was_published() -> None:
    text = "Most otwarto 17 czerwca 2025 roku w Krakowie."
    for one in others(text, "date", "17 czerwca 2025 roku", date(2025, 6, 18)):
        day, month, _year, _ = one.split()
        assert (month, int(day)) <= ("czerwca", 18) or month in {"maja", "kwietnia"}


def test_a_told_weekday_is_kept() -> None:
    found = others("Most otwarto we wtorek 17 czerwca 2025 roku.", "date", "17 czerwca 2025 roku")
    for one in found:
        day, month, year, _ = one.split()
        number = {"maja": 5, "czerwca": 6, "lipca": 7, "kwietnia": 4}[month]
        assert date(int(year), number, int(day)).weekday() == 1


def test_a_number_in_a_gap_takes_the_same_form_of_its_noun() -> None:
    found = others("Flota liczy 437 okrętów.", "number", "437", gap=True)
    assert len(found) >= 3
    assert all(plural(float(n.replace("\u00a0", ""))) == 5 for n in found)


def test_a_part_is_smaller_than_its_whole() -> None:
    found = others("Uratowano 30 z 40 pasażerów promu.", "number", "30")
    assert all(float(n) <= 40 for n in found)


def test_an_approximation_keeps_clear_of_its_neighbours() -> None:
    for n in others("Zginęło ponad 300 osób.", "number", "300"):
        assert not 225 < float(n.replace("\u00a0", "")) < 390


def test_the_winner_of_a_game_stays_the_winner() -> None:
    for one in score_rivals(read("Nic."), "3:1"):
        a, b = map(int, one.split(":"))
        assert a > b
    assert not score_rivals(read("Nic."), "3 do 1")


@pytest.mark.parametrize(
    ("text", "key", "never"),
    [
        ("Prezydent USA Donald Trump wygłosił mowę.", "prezydent USA", "premier USA"),
        ("Premier Szwecji Jan Kowal wygłosił mowę.", "premier Szwecji", "prezydent Szwecji"),
        ("Minister obrony narodowej Jan Kowal wygłosił mowę.", "minister obrony narodowej",
         "minister obrony"),
    ],
)  # fmt: skip
def test_an_office_is_one_that_its_country_has(text: str, key: str, never: str) -> None:
    found = others(text, "role", key)
    assert len(found) >= 3
    assert never not in found
    assert key not in found


def test_a_former_office_has_former_ones_beside_it() -> None:
    found = others(
        "Były minister zdrowia Jan Kowal wygłosił mowę.", "role", "były minister zdrowia"
    )
    assert all(one.startswith("były ") for one in found)


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("Wojewoda pomorska Anna Nowak zwołała sztab.", "wojewoda pomorska", set()),
        ("Wojewoda pomorski Jan Kowal zwołał sztab.", "wojewoda pomorski",
         {"wicewojewoda pomorski", "marszałek pomorski", "kurator pomorski"}),
    ],
)  # fmt: skip
def test_an_adjective_agrees_with_every_office(text: str, key: str, expected: set[str]) -> None:
    assert set(others(text, "role", key)) == expected


def test_an_acronym_has_acronyms_beside_it_and_nothing_it_belongs_to() -> None:
    found = others("O sprawie poinformowała w Brukseli ONZ.", "organisation", "ONZ")
    assert len(found) >= 3
    assert "Organizacja Narodów Zjednoczonych" not in found


def test_nothing_is_offered_for_what_is_not_known() -> None:
    assert organisation_rivals(read("Firma Brzdęk ogłosiła upadłość."), "Brzdęk") == []


def _draft(answer: str, options: tuple[str, ...], category: str) -> Draft:
    fact = Fact("date", answer, 0, len(answer), "", answer, 0, (0, 1))
    return Draft("Kiedy?", answer, options, category, "", (), 0, fact, 1, "")


def test_a_date_that_stands_in_the_article_is_written_otherwise() -> None:
    draft = _draft("3 maja 2024 roku", tuple(f"{n} maja 2024 roku" for n in (5, 7, 9)), "dates")
    changed = restyled(draft, "otwarto go 3 maja 2024 roku.", MORPHOLOGY)
    assert changed.answer == "3 maja 2024 r."
    assert changed.rivals == ("5 maja 2024 r.", "7 maja 2024 r.", "9 maja 2024 r.")
    assert restyled(draft, "otwarto go wiosną.", MORPHOLOGY) == draft


def test_a_number_that_stands_in_the_article_is_written_otherwise() -> None:
    draft = _draft("50 tys.", ("20 tys.", "30 tys.", "80 tys."), "numbers")
    assert restyled(draft, "sprzedano 50 tys. biletów", MORPHOLOGY).answer == "50\u00a0000"
    draft = _draft("ponad 50 tys.", ("ponad 20 tys.", "ponad 30 tys.", "ponad 80 tys."), "numbers")
    assert (
        restyled(draft, "sprzedano ponad 50 tys. biletów", MORPHOLOGY).answer == "ponad 50\u00a0000"
    )
    draft = _draft("27,6 mln", ("12,5 mln", "31,8 mln", "40,2 mln"), "numbers")
    assert restyled(draft, "było ich 27,6 mln", MORPHOLOGY).answer == "27,6 miliona"


def test_areas_share_their_noun() -> None:
    assert all(one.startswith(noun) for noun, group in areas().items() for one in group)


def test_a_town_abroad_does_not_stand_beside_one_that_is_no_capital() -> None:
    text = (
        "Sąd w Krakowie wydał wyrok. Pisarka odebrała nagrodę w Sztokholmie i wróciła do Gdańska."
    )
    found = others(text, "place", "Kraków")
    assert found[0] == "Gdańsk"
    assert "Sztokholm" not in found


def test_a_place_is_named_in_the_form_that_the_article_has_not() -> None:
    options = ("w Czechach", "w Niemczech", "na Litwie", "na Węgrzech")
    asked = replace(_draft("w Polsce", options, "places"), prompt="W którym kraju otwarto most?")
    changed = restyled(asked, "most otwarto w polsce, nie na litwie.", MORPHOLOGY)
    assert changed.answer == "Polska"
    assert changed.rivals == ("Czechy", "Niemcy", "Litwa", "Węgry")
    assert restyled(asked, "polska ma most w polsce.", MORPHOLOGY) == asked


def test_an_office_stands_in_the_genitive_where_the_article_has_it_as_asked() -> None:
    options = ("rzecznik huty", "doradca prezesa huty", "sekretarz huty")
    asked = replace(_draft("prezes huty", options, "roles"), prompt="Jaką funkcję pełni Jan Kos?")
    changed = restyled(asked, "prezes huty jan kos mówił o węglu.", MORPHOLOGY)
    assert changed.answer == "prezesa huty"
    assert changed.rivals == ("rzecznika huty", "doradcy prezesa huty", "sekretarza huty")


def test_people_go_by_their_surnames_where_a_whole_name_is_what_the_article_names_most() -> None:
    options = ("Piotr Wilk", "Adam Lis", "Ewa Sowa")
    asked = replace(_draft("Jan Kos", options, "people"), prompt="Kto otworzył most w Opolu?")
    text = "jan kos otworzył most. wilk i lis byli za, wilk mówił o lisie."
    assert restyled(asked, text, MORPHOLOGY).answer == "Kos"
    assert restyled(asked, text, MORPHOLOGY).rivals == ("Wilk", "Lis", "Sowa")
    family = replace(asked, rivals=("Ewa Kos", "Adam Lis", "Ewa Sowa"))
    assert restyled(family, text, MORPHOLOGY).answer == "Jan Kos"


def test_among_whole_names_no_surname_stands_alone() -> None:
    asked = replace(
        _draft("Jan Kos", ("Piotr Wilk", "Lis", "Kim Dzong Un"), "people"),
        prompt="Kto otworzył most w Opolu?",
    )
    changed = restyled(asked, "lis i wilk, a także jan kos", MORPHOLOGY)
    assert (changed.answer, *changed.rivals) == ("Kos", "Wilk", "Lis", "Kim Dzong Un")
    # Where the surname would be what the article names most, the whole name stays.
    assert restyled(asked, "kos i kos, i kos", MORPHOLOGY) == asked


def test_a_gap_keeps_its_case_and_loses_only_the_word_for_year() -> None:
    options = tuple(f"{n} maja 2024 roku" for n in (5, 7, 9))
    asked = replace(_draft("3 maja 2024 roku", options, "dates"), gap=True)
    assert restyled(asked, "otwarto go 3 maja 2024 roku.", MORPHOLOGY).answer == "3 maja 2024 r."


def test_beside_a_surname_stand_surnames() -> None:
    text = (
        "Prezydent Rosji Władimir Putin mówił o Opolu. Minister Siergiej Ławrow mówił o Brnie. "
        "Wicepremier Czech Jan Fikar mówił o Gdyni. Szojgu mówił o Kursku. Szojgu milczał."
    )
    document = read(text)
    name = next(n for n in document.names if n.base == "Szojgu")
    found = person_rivals(document, name, ())
    assert "Putin" in found
    assert all(" " not in one for one in found)
