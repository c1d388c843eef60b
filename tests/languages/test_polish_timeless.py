"""Where things lie, what acronyms mean, what people are by trade: questions without a date."""

from __future__ import annotations

import pytest

from quiz.languages.polish import Polish

POLISH = Polish()


def asked(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    document = POLISH.read("Wstęp do sprawy.\n\n" + text, None)
    return {d.prompt: (d.answer, d.rivals) for d in POLISH.drafts(document) if d.timeless}


@pytest.mark.parametrize(
    ("text", "prompt", "answer", "beside"),
    [
        (
            "Zjazd odbędzie się w szkockim Glasgow (3 maja).",
            "W której części Zjednoczonego Królestwa leży Glasgow?",
            "w Szkocji",
            "w Walii",
        ),
        (
            "Zjazd odbędzie się w bawarskiej Norymberdze.",
            "W którym niemieckim kraju związkowym leży Norymberga?",
            "w Bawarii",
            "w Saksonii",
        ),
        (
            "Zamknięto zakłady w Corby i Kettering w środkowej Anglii.",
            "W której części Anglii leży Kettering?",
            "środkowa",
            "wschodnia",
        ),
        (
            "W Lens na północy Francji wybuchł pożar.",
            "W której części Francji leży Lens?",
            "na północy",
            "na południu",
        ),
        (
            "Pożar wybuchł w Lubawie (woj. warmińsko-mazurskie).",
            "W którym województwie leży Lubawa?",
            "w warmińsko-mazurskim",
            "w lubelskim",
        ),
        (
            "Pożar wybuchł w Nowym Targu (Małopolskie).",
            "W którym województwie leży Nowy Targ?",
            "w małopolskim",
            "w śląskim",
        ),
        (
            "We wsi Sudża w obwodzie kurskim stoi młyn.",
            "W którym obwodzie leży Sudża?",
            "w kurskim",
            "w biełgorodzkim",
        ),
        (
            "Gubernator Teksasu John Smith ogłosił alarm.",
            "Którego stanu gubernatorem był John Smith?",
            "Teksasu",
            "Florydy",
        ),
        (
            "Gubernator prowincji Pendżab John Smith ogłosił alarm.",
            "Której prowincji gubernatorem był John Smith?",
            "Pendżab",
            "Sindh",
        ),
        (
            "Sprawę prowadzi prokurator Anna Nowak.",
            "Kim z zawodu jest Anna Nowak?",
            "prokuratorem",
            "adwokatem",
        ),
        (
            "Wniosek złożył poseł Platformy Obywatelskiej Marcin Nowak.",
            "Której partii posłem był Marcin Nowak?",
            "Platforma Obywatelska",
            "Lewica",
        ),
        (
            "Zamach w Bagdadzie, stolicy Iraku, potępiono.",
            "Stolicą którego kraju jest Bagdad?",
            "Iraku",
            "Iranu",
        ),
        (
            "W stolicy Turcji, Ankarze, stoi wieża.",
            "Stolicą którego kraju jest Ankara?",
            "Turcji",
            "Syrii",
        ),
        (
            "Rzecznik ukraińskiej armii Marcin Nowak podał straty.",
            "Rzecznikiem armii którego kraju był Marcin Nowak?",
            "Ukrainy",
            "Białorusi",
        ),
        (
            "Trener reprezentacji Norwegii Marcin Nowak podał skład.",
            "Trenerem reprezentacji którego kraju był Marcin Nowak?",
            "Norwegii",
            "Szwecji",
        ),
        (
            "Koncert w Kielcach (Świętokrzyskie) się udał.",
            "W którym województwie leżą Kielce?",
            "w świętokrzyskim",
            "w śląskim",
        ),
        (
            "Remont szkoły w Kluczborku na Opolszczyźnie trwa.",
            "W którym regionie Polski leży Kluczbork?",
            "Opolszczyzna",
            "Podlasie",
        ),
        (
            "Minister zdrowia Marcin Nowak zapowiedział zmiany.",
            "Ministrem jakiego resortu był Marcin Nowak?",
            "zdrowia",
            "obrony",
        ),
        (
            "Wiceminister ds. żeglugi i portów Noor-ul-Haq Wasti zapowiedział zmiany.",
            "Wiceministrem jakiego resortu był Noor-ul-Haq Wasti?",
            "do spraw żeglugi i portów",
            "do spraw rolnictwa i rozwoju wsi",
        ),
        (
            "Poseł Prawa i Sprawiedliwości Marcin Nowak złożył wniosek.",
            "Której partii posłem był Marcin Nowak?",
            "Prawo i Sprawiedliwość",
            "Konfederacja",
        ),
        (
            "Wniosek złożył Marcin Nowak (PiS), a poparł go Adam Wilk z PSL.",
            "Której partii politykiem był Adam Wilk?",
            "PSL",
            "PO",
        ),
        (
            "Lider UKIP Nigel Farage nie przyszedł.",
            "Której partii liderem był Nigel Farage?",
            "UKIP",
            "Partia Konserwatywna",
        ),
        (
            "Zwyciężył kandydat niemieckiej partii AfD Magnus Sandgren.",
            "Której partii kandydatem był Magnus Sandgren?",
            "AfD",
            "SPD",
        ),
        (
            "Spółka Drutex z siedzibą w Gdańsku zwolni ludzi.",
            "W którym mieście ma siedzibę spółka Drutex?",
            "w Gdańsku",
            "w Szczecinie",
        ),
        (
            "Artykuł w dzienniku „Sabah”, ukazującym się w Ankarze, wywołał spór.",
            "W którym mieście ukazuje się dziennik „Sabah”?",
            "w Ankarze",
            "w Teheranie",
        ),
        (
            "Zgodę wydała Europejska Agencja Leków (EMA).",
            "Co oznacza skrót EMA?",
            "Europejska Agencja Leków",
            "Światowa Organizacja Zdrowia",
        ),
        (
            "Bronił go adwokat Marcin Nowak.",
            "Kim z zawodu jest Marcin Nowak?",
            "adwokatem",
            "prokuratorem",
        ),
        (
            "Wyrok wydał sędzia Marcin Nowak.",
            "Kim z zawodu jest Marcin Nowak?",
            "sędzią",
            "adwokatem",
        ),
        (
            "W 1931 roku przyjechała tu aktorka Anna Nowak.",
            "Kim z zawodu była Anna Nowak?",
            "aktorką",
            "malarką",
        ),
        (
            "Wniosek złożył poseł Partii Pracy John Smith.",
            "Której partii posłem był John Smith?",
            "Partia Pracy",
            "Partia Konserwatywna",
        ),
        (
            "Z dziennikarzami spotkał się minister transportu Norwegii Jan Nowak.",
            "Którego kraju ministrem transportu był Jan Nowak?",
            "Norwegii",
            "Szwecji",
        ),
    ],
)
def test_what_does_not_change_is_asked_without_a_date(
    text: str, prompt: str, answer: str, beside: str
) -> None:
    found = asked(text)
    assert found[prompt][0] == answer
    assert beside in found[prompt][1]


@pytest.mark.parametrize(
    "text",
    [
        "Podała to Polska Agencja Prasowa (PAP).",  # its letters tell
        "Przyjechał były adwokat Marcin Nowak.",
        "Sygnał stacji w północnej Syrii zanikł.",
        "Wojsko weszło do prowincji i do Idlib, w północnej części kraju.",
        "Umowę podpisano z firmą, z siedzibą w Gdańsku.",
        "W 1946 roku wniosek złożył Marcin Nowak z PSL.",  # today's parties were not there
        "Szef NATO Ylva Sandgren milczy.",  # a man or a woman?
        "Adwokat Anny Kos Marcin Jan Nowak milczy.",  # two people
        "Minister zdrowia Szkocji Anna Nowak milczy.",  # part of a country
        "Trener Liverpoolu Marcin Nowak milczy.",  # of no town
        "Trener Legii Warszawa Marcin Nowak podał skład.",  # he may have led others
        "Wrócił prezydent RP Marcin Nowak.",
    ],
)
def test_what_is_told_by_the_stem_or_by_nobody_is_not_asked(text: str) -> None:
    assert not asked(text)


def test_who_heads_a_body_within_a_longer_name_is_no_acronym_of_it() -> None:
    text = "Mówił szef Grupy Doradców Europejskiej Agencji Leków (EMA)."
    assert asked(text)["Co oznacza skrót EMA?"][0] == "Europejska Agencja Leków"
    assert not asked("Tak mówi Krajowy Instytut ds. Alergii i Chorób Zakaźnych (NIAID).")


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        (
            "Film „Noc nad rzeką” w reżyserii Marcina Nowaka zdobył nagrodę w Opolu.",
            "Kto był reżyserem filmu „Noc nad rzeką”?",
        ),
        (
            "Powieść „Wyspa” autorstwa Marcina Nowaka trafiła do księgarń w Opolu.",
            "Kto był autorem powieści „Wyspa”?",
        ),
        (
            "Zespół Brzegi, założony w 1990 roku przez Marcina Nowaka, zagrał w Opolu.",
            "Kto był założycielem zespołu Brzegi?",
        ),
        (
            "Spółka Drutex została założona w 1985 r. przez Marcina Nowaka i jego żonę.",
            "Kto był założycielem spółki Drutex?",
        ),
    ],
)
def test_who_made_a_named_work_is_asked(text: str, prompt: str) -> None:
    answer, rivals = asked(text)[prompt]
    assert answer == "Marcin Nowak"
    assert len(rivals) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "Spektakl w reżyserii Marcina Nowaka zdobył nagrodę w Opolu.",  # which one?
        "Fabryka została założona w 1985 r. przez Marcina Nowaka.",
        "Zespół Brzegi, w 1990 roku nagrodzony przez Marcina Nowaka, zagrał w Opolu.",
    ],
)
def test_who_made_what_has_no_name_is_not_asked(text: str) -> None:
    assert not any(prompt.startswith("Kto był") for prompt in asked(text))


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        ("Rozbudowano gazociąg Norda Stream.", "Czym jest Norda Stream?", "gazociągiem"),
        ("Pisze o tym norweski tygodnik „Brdan”.", "Czym jest „Brdan”?", "tygodnikiem"),
        ("Strajkują piloci linii lotniczych Vega.", "Czym jest Vega?", "linią lotniczą"),
        (
            "Wystąpił w programie telewizyjnym „Nocna Fala”.",
            "Czym jest „Nocna Fala”?",
            "programem telewizyjnym",
        ),
        (
            "Zaczął się strajk dwóch związków zawodowych - Vereinigung Brda oraz Norda.",
            "Czym jest Vereinigung Brda?",
            "związkiem zawodowym",
        ),
    ],
)
def test_what_a_named_thing_is_the_noun_before_it_tells(
    text: str, prompt: str, answer: str
) -> None:
    found = asked(text)
    assert found[prompt][0] == answer
    assert len(found[prompt][1]) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "Protest poparł polski związek zawodowy OPZZ.",  # every reader knows
        "Zaapelowała o to fundacja Viva! z Gdyni.",  # the mark is part of the name
        "Ukazał się dziennik Dziennik Brdy.",
        "Mówi się o budowie kolejnych gazociągów – Norda Stream i Vega Stream.",  # not yet there
        "W 1938 roku ukazywał się tygodnik „Fala”.",  # nobody knows whether it still does
    ],
)
def test_what_a_thing_is_is_not_asked_where_its_name_or_its_time_is_unsure(text: str) -> None:
    assert not any(prompt.startswith("Czym jest") for prompt in asked(text))


def test_a_charge_is_asked_for_in_words_that_the_article_has_not() -> None:
    found = asked("Marek Lech został skazany na rok więzienia za szpiegostwo.")
    assert found["O co oskarżono Marka Lecha?"][0] == "o szpiegostwo"
    answer, rivals = asked("Sędzia Jan Kos oczyścił Marka Lecha z zarzutu bluźnierstwa.")[
        "O co oskarżono Marka Lecha?"
    ]
    assert answer == "o bluźnierstwo"
    assert "o szpiegostwo" in rivals
    assert not any("herezj" in r for r in rivals)


def test_the_one_airline_of_an_article_is_meant_by_its_noun() -> None:
    text = "Strajk ogłosili piloci Ryanair. Irlandzkie linie lotnicze milczą."
    prompt = "Uzupełnij zdanie: „Ryanair to _____ linia lotnicza.”"
    assert asked(text)[prompt][0] == "irlandzka"
    other = text.replace("piloci Ryanair", "piloci Ryanair i Wizz Air")
    assert prompt not in asked(other)


def test_the_dead_are_spoken_of_in_the_past() -> None:
    found = asked("Aktorka Emma Fikar zmarła w Opolu. Pochowano ją w Łodzi.")
    assert "Kim z zawodu była Emma Fikar?" in found
    found = asked("Brytyjski reżyser Marek Fikar zmarł w Vancouver.")
    assert "Jakiej narodowości był reżyser Marek Fikar?" in found


def test_a_man_of_a_name_no_dictionary_bends_is_no_woman() -> None:
    found = asked(
        "Rzecznik generalny Trybunału Sprawiedliwości Unii Europejskiej Dean Fikmann milczał."
    )
    assert not any("była" in prompt for prompt in found)


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "Spółka Norda, założona w 1905 roku przez Jana Kosa, zatrudnia 300 osób.",
            "W którym roku założono spółkę Norda?",
            "1905",
        ),
        (
            "Zbudowany w 1912 roku most Brdan zamknięto.",
            "W którym roku zbudowano most Brdan?",
            "1912",
        ),
        (
            "Chorych leczono w szpitalu Brdan (powstał w 1943 r.) i w Kole.",
            "W którym roku powstał szpital Brdan?",
            "1943",
        ),
        (
            "W wieku 92 lat zmarła w Krakowie Krystyna Lipska, ceramiczka i tłumaczka.",
            "W wieku ilu lat zmarła Krystyna Lipska?",
            "92",
        ),
        (
            "Nagrodę odebrał reżyser głośnego filmu „Wiatr” Jan Kos.",
            "Kto był reżyserem filmu „Wiatr”?",
            "Jan Kos",
        ),
        (
            "Przyjechała Maria Lipska, autorka powieści „Brzegi”.",
            "Kto był autorem powieści „Brzegi”?",
            "Maria Lipska",
        ),
    ],
)
def test_what_was_so_once_is_asked_by_its_name_alone(text: str, prompt: str, answer: str) -> None:
    assert asked(text)[prompt][0] == answer


def test_a_name_that_goes_on_is_not_cut_for_a_question() -> None:
    assert not asked("Leży tam założona w 1955 roku dzielnica Giwat ha-More.")


def test_who_is_told_by_his_nation_is_asked_for_it() -> None:
    found = asked("Szwed Olof Fikar został wykluczony z turnieju w Opolu.")
    assert found["Kim z pochodzenia jest Olof Fikar?"][0] == "Szwedem"


def test_what_is_of_a_country_has_no_names_of_others_beside_it() -> None:
    text = "Ryanair to irlandzkie linie lotnicze z siedzibą w Dublinie."
    document = POLISH.read("Wstęp do sprawy.\n\n" + text, None)
    assert not any(d.prompt.startswith("Jak nazywa") for d in POLISH.drafts(document))


def test_the_firm_that_a_text_is_about_is_meant_by_its_noun_and_by_jej() -> None:
    found = asked(
        "Koncern Brdan kupił port w Gdyni. Statki koncernu Brdan pływają do Brna. Spółka, "
        "założona w 1905 roku przez Jana Kosa, rośnie. Jej siedziba mieści się w Oslo."
    )
    assert found["W którym roku założono spółkę Brdan?"][0] == "1905"
    assert found["W którym mieście ma siedzibę Brdan?"][0] == "w Oslo"


def test_of_which_university_somebody_is_the_name_behind_his_tells() -> None:
    found = asked("Ceny wzrosną, ocenia prof. Jan Kos z Uniwersytetu Warszawskiego.")
    answer, rivals = found["Z której uczelni jest Jan Kos?"]
    assert answer == "Uniwersytet Warszawski"
    assert "Uniwersytet Jagielloński" in rivals


def test_a_life_in_brackets_tells_the_towns_and_whether_somebody_lives() -> None:
    found = asked("Olga Lipska (ur. 29 stycznia 1962 w Krakowie) – polska pisarka, eseistka.")
    assert found["W którym mieście urodziła się Olga Lipska?"][0] == "w Krakowie"
    assert found["Kim z zawodu jest Olga Lipska?"][0] == "pisarką"
    late = asked("Olga Lipska (ur. 29 stycznia 1962, zm. 3 maja 2020 w Gdyni) – polska pisarka.")
    assert late["Kim z zawodu była Olga Lipska?"][0] == "pisarką"
    assert late["W którym mieście zmarła Olga Lipska?"][0] == "w Gdyni"
    dead = asked("Jan Kos (ur. 1802, zm. 1870) – polski pisarz.")
    assert dead["Kim z zawodu był Jan Kos?"][0] == "pisarzem"
