"""When something was: centuries, runs of years, and the year beside what else is asked of a day."""

from __future__ import annotations

import re

from quiz.languages.polish import Polish

POLISH = Polish()


def asked(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    document = POLISH.read("Wstęp do sprawy.\n\n" + text, None)
    return {d.prompt: (d.answer, d.rivals) for d in POLISH.drafts(document) if not d.gap}


def test_a_century_is_asked_for_by_its_number() -> None:
    found = asked("Kopalnie srebra na terenie Brna upadły w XVII wieku.")
    answer, rivals = found["W którym wieku upadły kopalnie srebra na terenie Brna?"]
    assert answer == "XVII"
    assert {"XVI", "XVIII"} <= set(rivals)
    assert "Z którego wieku pochodzi Kodeks Brneński?" in asked(
        "Kodeks Brneński pochodzi z XIV wieku."
    )


def test_nobody_asks_for_the_century_of_what_many_remember() -> None:
    assert not asked("Kopalnie srebra na terenie Brna upadły w XX wieku.")


def test_a_century_is_no_name() -> None:
    document = POLISH.read("W XVII wieku Brno się wyludniło. Rozkwit nastąpił w wieku XV.", None)
    assert [n.base for n in document.names] == ["Brno"]


def test_a_run_of_years_is_asked_for_whole() -> None:
    found = asked("W latach 1975–1977 Jan Kos kierował stocznią Norda w Gdyni.")
    answer, rivals = found["W jakich latach Jan Kos kierował stocznią Norda w Gdyni?"]
    assert answer == "od 1975 do 1977 roku"
    assert len(rivals) >= 3
    for first, last in (map(int, re.findall(r"\d{4}", r)) for r in rivals):
        assert last < 1975 or first > 1977  # none overlaps it


def test_of_a_long_run_the_end_is_asked_for() -> None:
    found = asked("W latach 1975–1998 Jan Kos kierował stocznią Norda w Gdyni.")
    assert found["Do którego roku Jan Kos kierował stocznią Norda w Gdyni?"][0] == "do 1998 roku"


def test_what_was_to_be_by_a_day_is_told_as_a_plan() -> None:
    found = asked("Marek Lech powinien opuścić Związek Ziem Nadbrdziańskich do 29 marca 2019 roku.")
    prompt = "Do kiedy Marek Lech miał opuścić Związek Ziem Nadbrdziańskich?"
    assert found[prompt][0] == "do 29 marca 2019 roku"


def test_a_day_is_no_part_of_the_name_before_it() -> None:
    found = asked("Okręt został wcielony do Floty Bałtyckiej 5 kwietnia 1933 roku.")
    assert not any("Bałtyckiej 5" in prompt for prompt in found)
    document = POLISH.read("Wolski 6 listopada 1889 opatentował zegar.", None)
    assert all("6" not in n.base for n in document.names)


def test_beside_its_day_what_was_done_is_asked_with_its_year() -> None:
    found = asked("15 listopada 1999 roku Jan Kos otworzył w Gdyni muzeum kolei.")
    assert found["Kiedy Jan Kos otworzył muzeum kolei?"][0] == "15 listopada 1999 roku"
    assert found["W którym mieście Jan Kos otworzył muzeum kolei w 1999 roku?"][0] == "w Gdyni"


def test_figures_tell_two_answers_apart() -> None:
    assert POLISH.lemmas("do 29 marca 2019 r.")[:2] == ("do", "29")
    assert "2019" in POLISH.lemmas("do 29 marca 2019 r.")


def test_for_how_long_somebody_was_sentenced_is_asked_behind_his_name() -> None:
    found = asked("Sąd w Gdyni skazał Jana Kosa na trzy lata więzienia za napad w Opolu.")
    prompt = "Na ile lat więzienia sąd w Gdyni skazał Jana Kosa za napad w Opolu?"
    assert found[prompt][0] == "3"


def test_the_one_woman_of_a_text_is_meant_far_from_her_name() -> None:
    found = asked(
        "Maria Kos przyjechała z Łodzi do Gdyni. Port jest nowy. Miasto rośnie. Kobieta spędziła "
        "osiem lat w celi śmierci, po tym jak zatonął prom Brda."
    )
    assert (
        found["Ile lat Maria Kos spędziła w celi śmierci, po tym jak zatonął prom Brda?"][0] == "8"
    )


def test_a_figure_of_a_month_is_not_that_of_its_year() -> None:
    found = asked("Według danych GUS inflacja w Polsce wyniosła w marcu 2023 roku 16,1 proc.")
    assert not any(prompt.startswith("Ile") and "marcu" not in prompt for prompt in found)


def test_a_share_of_a_people_does_not_end_a_sentence() -> None:
    text = "W sondażu 52 proc. Brytyjczyków poparło rząd. Ceny wzrosły o 5 proc. Kraków protestuje."
    document = POLISH.read(f"Wstęp do sprawy.\n\n{text}", None)
    assert [document.text[s.start : s.end].split()[0] for s in document.sentences[-3:]] == [
        "W",
        "Ceny",
        "Kraków",
    ]


def test_where_somebody_was_born_and_who_was_the_first_needs_no_second_name() -> None:
    document = POLISH.read(
        "Wstęp.\n\nJan Kos urodził się w Krakowie. Pierwszym rektorem Politechniki Gdańskiej był "
        "Adam Lis.",
        None,
    )
    timeless = {d.prompt for d in POLISH.drafts(document) if d.timeless}
    assert "W którym mieście urodził się Jan Kos?" in timeless
    assert "Kto był pierwszym rektorem Politechniki Gdańskiej?" in timeless


def test_how_old_somebody_was_is_asked_with_what_he_did() -> None:
    found = asked("34-letni Jan Kos z Opola został zatrzymany w Pradze.")
    answer, rivals = found["Ile lat miał Jan Kos, gdy został zatrzymany w Pradze?"]
    assert answer == "34"
    assert len(rivals) >= 3


def test_a_place_behind_what_is_held_there_is_not_that_of_the_verb() -> None:
    found = asked("Jan Kos pokonał Adama Lisa w walce o awans na mistrzostwa świata w Katarze.")
    assert not any(prompt.startswith("W którym kraju") for prompt in found)


def test_a_surname_that_is_an_adjective_is_known_at_the_beginning() -> None:
    found = asked(
        "Sąd skazał polityka Aleksieja Nawalnego. Aleksiej Nawalny milczał. Nawalny został "
        "zatrzymany 17 stycznia 2021 roku na lotnisku Szeremietiewo."
    )
    assert any(
        prompt.endswith("Nawalny został zatrzymany na lotnisku Szeremietiewo?") for prompt in found
    )
    assert not any(prompt.endswith("Nawalny?") for prompt in found)


def test_the_seat_of_a_body_and_a_bare_object_are_not_asked_about() -> None:
    found = asked("Europejski Trybunał Praw Człowieka w Strasburgu wezwał Rosję do odwrotu.")
    assert not any(prompt.startswith("W którym mieście") for prompt in found)
    assert not asked("W 1981 roku rafę wpisano na listę UNESCO.")
