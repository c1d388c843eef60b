"""Of which country a named thing is: asked without a date, of what names tell apart."""

from __future__ import annotations

import pytest

from quiz.generate.draft import anchored
from quiz.languages.data_files import read_data
from quiz.languages.polish import Polish
from quiz.languages.polish.knowledge import countries

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
            "Uzupełnij zdanie: „NSF to _____ związek zawodowy.”",
            "norweski",
        ),
        (
            "Rozmowy z fińskim związkiem SAK i szwedzkim UNIONEN trwały. Strajku nie będzie.",
            "Uzupełnij zdanie: „UNIONEN to _____ związek zawodowy.”",
            "szwedzki",
        ),
        (
            "Porozumienie podpisał związek greckich marynarzy PNO.",
            "Uzupełnij zdanie: „PNO to związek _____ marynarzy.”",
            "greckich",
        ),
        (
            "Belgijskie związki ACV i ABVV zapowiedziały strajk.",
            "Uzupełnij zdanie: „ABVV to _____ związek zawodowy.”",
            "belgijski",
        ),
        (
            "Tak napisał turecki dziennik „Sabah”.",
            "Uzupełnij zdanie: „«Sabah» to _____ dziennik.”",
            "turecki",
        ),
        (
            "Statek wypłynął z chorwackiego miasta Varazdin.",
            "Uzupełnij zdanie: „Varazdin to _____ miasto.”",
            "chorwackie",
        ),
        (
            "Spotkali się w austriackim Salzburgu.",
            "Uzupełnij zdanie: „Salzburg to _____ miasto.”",
            "austriackie",
        ),
        (
            "Do stolicy przyjechał duński minister ds. rolnictwa Magnus Sandgren.",
            "Uzupełnij zdanie: „Magnus Sandgren był _____ ministrem ds. rolnictwa.”",
            "duńskim",
        ),
        (
            "Na spotkanie przyszła szwedzka minister ds. rybołówstwa Oluva Sandgren.",
            "Uzupełnij zdanie: „Oluva Sandgren była _____ ministrem ds. rybołówstwa.”",
            "szwedzką",
        ),
        (
            "Magnus Sandgren, duński pisarz i tłumacz, zmarł w Gdańsku.",
            "Jakiej narodowości był pisarz Magnus Sandgren?",
            "duńskiej",
        ),
        (
            "Fjellair – norweskie linie lotnicze z siedzibą w Oslo.",
            "Uzupełnij zdanie: „Fjellair to _____ linie lotnicze.”",
            "norweskie",
        ),
        (
            "Umowę podpisały firmy: austriacka OMV, niemiecki Siemens i francuska Engie.",
            "Uzupełnij zdanie: „OMV to _____ firma.”",
            "austriacka",
        ),
        (
            "Zgodę wydał niemiecki Federalny Urząd ds. Lasów i Parków (BWF).",
            "Uzupełnij zdanie: „Federalny Urząd ds. Lasów i Parków (BWF) to _____ urząd.”",
            "niemiecki",
        ),
        (
            "W bitwie poległ rosyjski generał Iwan Pietrow.",
            "Uzupełnij zdanie: „Iwan Pietrow był _____ generałem.”",
            "rosyjskim",
        ),
        (
            "Niemiecka firma Siemens i japońska Hitachi dostarczają systemy.",
            "Uzupełnij zdanie: „Hitachi to _____ firma.”",
            "japońska",
        ),
        (
            "W wieku 85 lat zmarł amerykański reżyser i producent John Smith.",
            "Jakiej narodowości był reżyser John Smith?",
            "amerykańskiej",
        ),
        (
            "W norweskim Skibotn rusza puchar.",
            "Uzupełnij zdanie: „Skibotn to _____ miejscowość.”",
            "norweska",
        ),
        (
            "Użyto tureckiego drona Bayraktar.",
            "Uzupełnij zdanie: „Bayraktar to _____ dron.”",
            "turecki",
        ),
        (
            "Były fiński prezydent Sauli Nowak był na pogrzebie.",
            "Uzupełnij zdanie: „Sauli Nowak był _____ prezydentem.”",
            "fińskim",
        ),
        (
            "W 2012 roku na pogrzeb przyjechał fiński prezydent Sauli Nowak.",
            "Uzupełnij zdanie: „Sauli Nowak był w 2012 roku _____ prezydentem.”",
            "fińskim",
        ),
        (
            "Wyścig wygrał Norweg Magnus Carlsen.",
            "Kim z pochodzenia jest Magnus Carlsen?",
            "Norwegiem",
        ),
        (
            "Ewa Fikar, irańska aktorka skazana na śmierć, wyjechała.",
            "Jakiej narodowości jest aktorka Ewa Fikar?",
            "irańskiej",
        ),
        (
            "Tak powiedział rzecznik irańskiego MSZ Jan Fikar.",
            "Rzecznikiem MSZ którego kraju był Jan Fikar?",
            "Iranu",
        ),
        (
            "Brytyjczyk John Fikar wspiął się na szczyt.",
            "Kim z pochodzenia jest John Fikar?",
            "Brytyjczykiem",
        ),
        (
            "Nagrodę dostała boliwijska pisarka Maria Fikar.",
            "Jakiej narodowości jest pisarka Maria Fikar?",
            "boliwijskiej",
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
    assert not {p for p in asked(text) if not p.startswith("Kim z zawodu")}


def test_a_country_without_the_office_is_no_distractor() -> None:
    found = asked("W Berlinie mówił w 2013 roku turecki prezydent Jan Kos.")
    _, rivals = found["Uzupełnij zdanie: „Jan Kos był w 2013 roku _____ prezydentem.”"]
    assert not {"szwedzkim", "brytyjskim", "hiszpańskim"} & set(rivals)
    assert not asked("W Berlinie mówił austriacki kanclerz Jan Kos.")  # three countries have one


def test_a_country_without_such_bodies_is_no_distractor() -> None:
    found = asked("Zgodę wydał niemiecki Federalny Urząd ds. Lasów i Parków (BWF).")
    _, rivals = found[
        "Uzupełnij zdanie: „Federalny Urząd ds. Lasów i Parków (BWF) to _____ urząd.”"
    ]
    assert not {"duński", "czeski", "francuski"} & set(rivals)
    found = asked("Porozumienie podpisał związek greckich marynarzy PNO.")
    _, rivals = found["Uzupełnij zdanie: „PNO to związek _____ marynarzy.”"]
    assert not {"macedońskich", "serbskich"} & set(rivals)


def test_what_is_long_ago_has_countries_of_its_time_beside_it() -> None:
    text = "W 1831 roku do miasta wkroczył rosyjski generał Iwan Pietrow."
    _, rivals = asked(text)["Uzupełnij zdanie: „Iwan Pietrow był _____ generałem.”"]
    assert not {"fińskim", "estońskim", "kazachskim"} & set(rivals)


def test_beside_somebody_stand_countries_where_names_are_alike() -> None:
    _, rivals = asked("Rosyjski generał Iwan Pietrow zwiedził w 2021 roku most w Brnie.")[
        "Uzupełnij zdanie: „Iwan Pietrow był _____ generałem.”"
    ]
    assert set(rivals) == {"ukraińskim", "białoruskim", "bułgarskim", "serbskim"}


def test_every_country_of_the_tables_has_a_name() -> None:
    data = read_data("polish_nations")
    lists = [g.split("-") for g in data["alike"]["groups"].split()]
    lists += [codes.split() for codes in data["beside"].values()]
    lists.append(data["old"]["countries"].split())
    assert not {c for codes in lists for c in codes} - countries().names.keys()
