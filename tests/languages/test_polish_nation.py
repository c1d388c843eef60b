"""Of which country a named thing is: asked without a date, of what names tell apart."""

from __future__ import annotations

import pytest

from quiz.generate.draft import anchored
from quiz.languages.polish import Polish

POLISH = Polish()


def asked(text: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    document = POLISH.read("Wstęp do sprawy.\n\n" + text, None)
    drafts = [d for d in POLISH.drafts(document) if d.timeless]
    assert all(anchored(d, POLISH) for d in drafts)
    return {d.prompt: (d.answer, d.rivals) for d in drafts}


@pytest.mark.parametrize(
    ("text", "prompt", "answer"),
    [
        (
            "W sporze pomógł norweski związek zawodowy NSF.",
            "Z którego kraju jest związek zawodowy NSF?",
            "z Norwegii",
        ),
        (
            "Rozmowy z fińskim związkiem SAK i szwedzkim UNIONEN trwały. Strajku nie będzie.",
            "Z którego kraju jest związek zawodowy UNIONEN?",
            "ze Szwecji",
        ),
        (
            "Porozumienie podpisał związek greckich marynarzy PNO.",
            "Z którego kraju jest związek marynarzy PNO?",
            "z Grecji",
        ),
        (
            "Belgijskie związki ACV i ABVV zapowiedziały strajk.",
            "Z którego kraju jest związek zawodowy ABVV?",
            "z Belgii",
        ),
        (
            "Tak napisał turecki dziennik „Sabah”.",
            "W którym kraju ukazuje się dziennik „Sabah”?",
            "w Turcji",
        ),
        (
            "Statek wypłynął z chorwackiego miasta Varazdin.",
            "W którym kraju leży miasto Varazdin?",
            "w Chorwacji",
        ),
        ("Spotkali się w austriackim Salzburgu.", "W którym kraju leży Salzburg?", "w Austrii"),
        (
            "Do stolicy przyjechał duński minister ds. rolnictwa Magnus Sandgren.",
            "Którego kraju ministrem ds. rolnictwa był Magnus Sandgren?",
            "Danii",
        ),
        (
            "Na spotkanie przyszła szwedzka minister ds. rybołówstwa Oluva Sandgren.",
            "Którego kraju ministrem ds. rybołówstwa była Oluva Sandgren?",
            "Szwecji",
        ),
        (
            "Magnus Sandgren, duński pisarz i tłumacz, zmarł w Gdańsku.",
            "Z którego kraju pochodzi pisarz Magnus Sandgren?",
            "z Danii",
        ),
        (
            "Fjellair – norweskie linie lotnicze z siedzibą w Oslo.",
            "Z którego kraju są linie lotnicze Fjellair?",
            "z Norwegii",
        ),
        (
            "Umowę podpisały firmy: austriacka OMV, niemiecki Siemens i francuska Engie.",
            "Z którego kraju jest firma OMV?",
            "z Austrii",
        ),
        (
            "Zgodę wydał niemiecki Federalny Urząd ds. Lasów i Parków (BWF).",
            "Z którego kraju jest Federalny Urząd ds. Lasów i Parków (BWF)?",
            "z Niemiec",
        ),
        (
            "W bitwie poległ rosyjski generał Iwan Pietrow.",
            "W armii którego kraju służył generał Iwan Pietrow?",
            "Rosji",
        ),
        (
            "Niemiecka firma Siemens i japońska Hitachi dostarczają systemy.",
            "Z którego kraju jest firma Hitachi?",
            "z Japonii",
        ),
        (
            "W wieku 85 lat zmarł amerykański reżyser i producent John Smith.",
            "Z którego kraju pochodzi reżyser John Smith?",
            "ze Stanów Zjednoczonych",
        ),
        (
            "W norweskim Skibotn rusza puchar.",
            "W którym kraju leży Skibotn?",
            "w Norwegii",
        ),
        (
            "Użyto tureckiego drona Bayraktar.",
            "Z którego kraju jest dron Bayraktar?",
            "z Turcji",
        ),
        (
            "Były fiński prezydent Sauli Nowak był na pogrzebie.",
            "Którego kraju prezydentem był Sauli Nowak?",
            "Finlandii",
        ),
        (
            "W 2012 roku na pogrzeb przyjechał fiński prezydent Sauli Nowak.",
            "Którego kraju prezydentem był w 2012 roku Sauli Nowak?",
            "Finlandii",
        ),
        (
            "Wyścig wygrał Norweg Magnus Carlsen.",
            "Z którego kraju pochodzi Magnus Carlsen?",
            "z Norwegii",
        ),
        (
            "Maria Nowak, lekarka z Kenii, przyjechała do Gdańska.",
            "Z którego kraju pochodzi lekarka Maria Nowak?",
            "z Kenii",
        ),
    ],
)
def test_an_adjective_beside_a_name_tells_its_country(text: str, prompt: str, answer: str) -> None:
    found = asked(text)
    assert found[prompt][0] == answer
    assert len(found[prompt][1]) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "Umowę podpisał brytyjsko-holenderski koncern Brentano.",  # of two countries
        "Gościem był polski i szwedzki pisarz Jan Kos.",
        "Gościem był francuski reżyser polskiego pochodzenia Jan Kos.",
        "Gościem był szwedzki pisarz Jan Kos, a jutro przyjedzie fiński pisarz Jan Kos.",
        "Wyrok wydał pakistański Sąd Najwyższy w Islamabadzie.",  # every country has one
        "Wybory wygrała norweska Partia Pracy.",
        "Decyzję ogłosiło włoskie biuro Gazpromu.",  # whose it is, not what it is called
        "Zaprotestowała niemiecka spółka Gazpromu.",
        "Loty odwołała francuska linia Air France.",  # the name tells it
        "Strajk ogłosił polski związek zawodowy OPZZ.",  # who reads Polish knows
        "Walki trwają w ukraińskim Mariupolu.",
        "Przedstawiciel hiszpańskiej spółki Ferrovial Carlos Ruiz milczał.",  # two names
        "W niemieckim Sassnitzu rusza puchar.",  # nobody knows the nominative
        "Żona brytyjskiego księcia Harry'ego Meghan Markle udzieliła wywiadu.",
        "Zwyciężył kandydat niemieckiej partii AfD Bjarne Höckel.",
        "Niemiecki rząd Angeli Merkel poparł projekt.",
        "Prezydent Niemiec przyjął delegację.",
        "Tak podała w czwartek włoska Obrona Cywilna.",
        "W Berlinie mówił turecki prezydent Jan Kos.",  # nobody knows whether he still is
        "W 2016 roku w Berlinie mówił rosyjski przywódca Władimir Putin.",  # everybody knows
        "Belgijskie związki ACV i ABVV wydały książkę.",  # a union of what?
        "Zgodę wydał niemiecki Federalny Urząd ds. Żeglugi i Hydrografii (BSH).",
    ],
)
def test_what_is_of_two_of_all_or_of_nobody_s_is_not_asked(text: str) -> None:
    assert not asked(text)


def test_a_country_without_the_office_is_no_distractor() -> None:
    found = asked("W Berlinie mówił w 2013 roku turecki prezydent Jan Kos.")
    _, rivals = found["Którego kraju prezydentem był w 2013 roku Jan Kos?"]
    assert not {"Szwecji", "Wielkiej Brytanii", "Hiszpanii"} & set(rivals)
    assert not asked("W Berlinie mówił austriacki kanclerz Jan Kos.")  # three countries have one


def test_a_country_without_such_bodies_is_no_distractor() -> None:
    found = asked("Zgodę wydał niemiecki Federalny Urząd ds. Lasów i Parków (BWF).")
    _, rivals = found["Z którego kraju jest Federalny Urząd ds. Lasów i Parków (BWF)?"]
    assert not {"z Danii", "z Czech", "z Francji"} & set(rivals)
    found = asked("Porozumienie podpisał związek greckich marynarzy PNO.")
    _, rivals = found["Z którego kraju jest związek marynarzy PNO?"]
    assert not {"z Macedonii Północnej", "z Serbii"} & set(rivals)


def test_what_is_long_ago_has_countries_of_its_time_beside_it() -> None:
    text = "W 1831 roku do miasta wkroczył rosyjski generał Iwan Pietrow."
    _, rivals = asked(text)["W armii którego kraju służył generał Iwan Pietrow?"]
    assert not {"Finlandii", "Estonii", "Kazachstanu"} & set(rivals)
