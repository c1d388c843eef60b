"""Distractors somebody could believe: of the time, the country and the office that are told."""

from quiz.languages.polish.knowledge import (
    people,
)
from quiz.languages.polish.options.bodies import body_forms
from quiz.languages.polish.options.people import person_rivals
from quiz.languages.polish.options.roles import role_rivals
from tests.languages.kit import MORPHOLOGY, others, read


def people_beside(text: str, base: str) -> list[str]:
    document = read(text)
    name = next(n for n in document.names if n.base == base)
    return person_rivals(document, name, ())


def test_a_politician_stands_beside_those_of_the_same_country_and_time() -> None:
    found = people_beside(
        "W 2016 roku premier Justin Trudeau otworzył tamę w Ottawie.", "Justin Trudeau"
    )
    assert len(found) >= 3
    assert all(people().named[p].nation == "CA" for p in found)
    assert all(people().named[p].first <= 2016 <= people().named[p].last for p in found)


def test_whom_the_sentence_speaks_of_as_another_country_does_not_speak_for_it() -> None:
    text = (
        "W 2018 roku prezydent Andrzej Duda ostrzegł przed dominacją Rosji. "
        "Prezydent Władimir Putin milczał."
    )
    assert "Władimir Putin" not in people_beside(text, "Andrzej Duda")


def test_the_dead_do_nothing_any_more() -> None:
    text = (
        "W 2024 roku tamę otworzył Jan Fikar. Zmarły Adam Gudz ją zaprojektował. "
        "Piotr Norek (1901–1980) zbudował młyn. Karol Wisz mieszka obok."
    )
    found = people_beside(text, "Jan Fikar")
    assert "Karol Wisz" in found
    assert not {"Adam Gudz", "Piotr Norek"} & set(found)


def test_nobody_goes_abroad_where_they_are_at_home() -> None:
    text = "Siergiej Ławrow przyleciał w maju 2024 roku do Korei Północnej."
    found = others(text, "place", "Korea Północna")
    assert len(found) >= 3
    assert not {"Rosja", "Korea Południowa"} & set(found)


def test_a_country_without_the_office_is_no_distractor() -> None:
    text = "W 2018 roku premier Pakistanu zapewnił, że tama jest bezpieczna."
    found = others(text, "place", "Pakistan", case="gen")
    assert not {"Niemiec", "Wielkiej Brytanii", "Stanów Zjednoczonych"} & set(found)


def test_a_name_that_polish_would_inflect_is_not_left_as_it_is() -> None:
    assert body_forms(MORPHOLOGY, ["Nord Stream", "Jamał"], "dat") == ["Nord Stream"]


def test_what_a_rule_demands_of_one_thing_holds_of_its_kind() -> None:
    text = "Szczepionka Sputnik V musi być zatwierdzona przez urząd w Gdyni."
    assert not others(text, "thing", "Sputnik V")


def test_the_speaker_of_a_country_tells_which_it_is() -> None:
    text = "Siergiej Ławrow zapowiedział, że Rosja dostarczy Wietnamowi paliwo."
    assert not others(text, "place", "Rosja")
    assert len(others(text, "place", "Wietnam", case="dat")) >= 3


def test_a_firm_that_had_ended_is_no_distractor() -> None:
    text = "W styczniu 2025 roku Orlen kupił złoże."
    assert not {"Lotos", "PGNiG"} & set(others(text, "organisation", "Orlen"))
    text = "W styczniu 2015 roku Orlen kupił złoże."
    assert {"Lotos", "PGNiG"} & set(others(text, "organisation", "Orlen"))


def test_beside_an_inflected_name_stands_none_without_forms() -> None:
    text = "Prezes Orlenu podał w styczniu 2025 roku wyniki."
    assert "Energa" not in others(text, "organisation", "Orlen", case="gen", gap=True)


def test_a_name_in_the_sentence_is_no_distractor_in_another_case_either() -> None:
    text = "Iga Świątek pokonała w maju 2024 roku Arynę Sabalenkę."
    assert "Aryna Sabalenka" not in people_beside(text, "Iga Świątek")


def test_nobody_asks_what_those_did_who_govern_the_reader() -> None:
    doc = read("Prezydent Andrzej Duda otworzył w 2018 roku tamę.")
    assert role_rivals(doc, doc.roles[0]) == []


def test_a_verb_agrees_with_every_country_of_a_gap() -> None:
    text = "W 2022 roku Ukraina powinna otrzymać zaproszenie."
    found = others(text, "place", "Ukraina", gap=True)
    assert len(found) >= 3
    assert not {"Niemcy", "Węgry", "Czechy", "Włochy"} & set(found)


def test_a_secretary_of_state_stands_beside_secretaries_and_a_captain_beside_no_colonel() -> None:
    doc = read("Sekretarz stanu USA Jan Fikar otworzył tamę.")
    found = role_rivals(doc, doc.roles[0])
    assert len(found) >= 3
    assert all(post.startswith("sekretarz ") for post in found)
    doc = read("Kapitan drużyny Jan Fikar otworzył tamę.")
    assert not role_rivals(doc, doc.roles[0])


def test_nobody_known_stands_beside_a_convict_nobody_knows() -> None:
    text = "Sąd skazał burmistrza Jana Fikara. Marek Gudz i Karol Wisz płakali."
    assert not set(people_beside(text, "Jan Fikar")) & people().named.keys()


def test_towns_of_a_country_are_of_about_one_size() -> None:
    found = others("Jan Fikar przyjechał do Krakowa.", "place", "Kraków", case="gen")
    assert not {"Nysy", "Chełma", "Sopotu"} & set(found)


def test_beside_somebody_nobody_knows_stand_names_of_the_same_country() -> None:
    text = "Rzecznik rządu Gergely Fikári ogłosił w Budapeszcie, że Węgry zbudują tamę."
    found = people_beside(text, "Gergely Fikári")
    assert len(found) >= 3
    assert all(p.split()[0] in people().given["HU"]["m1"] for p in found)
    text = (
        "W Lahaur sędzia Qasim Durrani przemówił. W Pakistanie słuchano go, w Pakistanie milczano."
    )
    found = people_beside(text, "Qasim Durrani")
    assert len(found) >= 3
    assert all(p.split()[-1] in people().surnames["PK"]["m1"] for p in found)


def test_a_name_that_the_article_tells_to_be_another_of_the_same_person_is_no_distractor() -> None:
    text = (
        "Asia Gorel, a właściwie Asia Noren, wróciła do Pakistanu. "
        "Potem Asia Gorel spotkała Ewę Lis. Tariq Malik milczał w Pakistanie."
    )
    assert "Asia Noren" not in people_beside(text, "Asia Gorel")


def test_a_pope_stands_beside_other_heads_of_churches() -> None:
    found = people_beside(
        "W 2010 roku papież Benedykt XVI zaapelował o pokój w Opolu. Jezus Chrystus uczył pokoju.",
        "Benedykt XVI",
    )
    assert len(found) >= 3
    assert "Jezus Chrystus" not in found


def test_a_court_has_the_powers_of_its_own_country_beside_it() -> None:
    text = "Tak zapowiedział Sąd Najwyższy w Warszawie. {}"
    found = others(text.format("Sejm milczał."), "organisation", "Sąd Najwyższy")
    assert found
    assert not {"Biały Dom", "Izba Gmin"} & set(found)
    found = others(text.format("Kongres i Biały Dom milczały."), "organisation", "Sąd Najwyższy")
    assert not {"Sejm", "Izba Gmin"} & set(found)


def test_a_government_has_no_directors() -> None:
    document = read("Tak ogłosił rzecznik polskiego rządu Jan Fikar.")
    assert not role_rivals(document, document.roles[0])


def test_whom_an_actor_plays_does_nothing() -> None:
    text = (
        "W 2014 roku Anna Fikar otworzyła kino w Opolu. Zagrała rolę Krystyny Gudz. "
        "Ewa Norek zagrała w Łodzi. Kino zamknęła Maria Wisz."
    )
    found = people_beside(text, "Anna Fikar")
    assert "Krystyna Gudz" not in found


def test_a_party_has_no_supervisory_board() -> None:
    for body in ("Partii Pracy", "Izby Drzewnej"):
        document = read(f"Tak ogłosił prezes {body} Jan Fikar.")
        found = role_rivals(document, document.roles[0])
        assert len(found) >= 3
        assert not any("nadzorczej" in post for post in found)


def test_a_post_is_declined_as_a_man_s() -> None:
    document = read("Tak ogłosił komendant Straży Miejskiej Jan Fikar.")
    assert "zastępca komendanta Straży Miejskiej" in role_rivals(document, document.roles[0])


def test_nobody_stands_beside_a_given_name_alone() -> None:
    text = (
        "Franciszek ogłosił synod w Rzymie. Mówił o nim Jan Paweł II. Byli tam Jan Kos i Ewa Lis."
    )
    assert not people_beside(text, "Franciszek")
