"""What a sentence of Polish holds together: where phrases begin and end, and what is one."""

from __future__ import annotations

import pytest

from quiz.languages.polish.joining import join
from quiz.languages.polish.statements import Statements
from tests.languages.kit import POLISH, read


def phrases(text: str) -> list[str]:
    """Return the phrases of the last sentence with their kinds, without the full stop."""
    doc = read(text)
    found = join(doc, doc.phrases(doc.sentences[-1]))
    return [f"{p.kind} {doc.span(p.first, p.last)}" for p in found if p.kind != "point"]


def statements(text: str) -> list[str]:
    doc = read(text)
    return [
        " | ".join(p.text or doc.span(p.first, p.last) for p in s.parts)
        for s in Statements(doc).all()
    ]


def asked(text: str) -> dict[str, str]:
    return {d.prompt: d.answer for d in POLISH.drafts(read(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ewa Lis zdobyła medal na Euro 2012.", "pp na Euro 2012"),
        (
            "Firma kupiła trzy samoloty typu Fokker 70-200.",
            "quantity trzy samoloty typu Fokker 70-200",
        ),
        ("Jan Kos napisał książkę pt. Most.", "np książkę pt. Most"),
        (
            "Decyzja Ryanaira związana jest z zapowiadanym na lipiec strajkiem pilotów.",
            "pp z zapowiadanym na lipiec strajkiem pilotów",
        ),
        (
            "Zespół wyruszył w trasę po całych Stanach Zjednoczonych.",
            "pp po całych Stanach Zjednoczonych",
        ),
        (
            "Książka ukazała się zarówno w Danii, jak i w Norwegii.",
            "pp zarówno w Danii, jak i w Norwegii",
        ),
        ("Sprawa stała się głośna.", "verb stała"),
        ("Gmina wzmocniła też więzi z miastem.", "np więzi"),
    ],
)
def test_what_belongs_together_is_one_phrase(text: str, expected: str) -> None:
    assert expected in phrases(text)


def test_kings_of_two_lands_stay_the_subject() -> None:
    text = "W 1805 roku władcy Bawarii i Wirtembergii przyjęli tytuły królewskie."
    assert statements(text) == [
        "W 1805 roku | władcy Bawarii i Wirtembergii | przyjęli | tytuły królewskie"
    ]


def test_a_nominative_is_no_part_of_what_a_preposition_governs() -> None:
    text = "Po ogłoszeniu porozumienia zwolennicy Jana Kosa opuścili Opole."
    assert statements(text)[0].endswith("zwolennicy Jana Kosa | opuścili | Opole")


def test_a_semicolon_parts_sentences() -> None:
    text = "W 1901 roku Jan Kos założył hutę w Opolu; w 1905 roku sprzedał ją Ewie Lis."
    assert "W którym roku Jan Kos założył hutę w Opolu?" in asked(text)
    found = statements("Jan Kos założył hutę w Opolu; w 1905 roku kupił młyn w Brzegu.")
    assert found[-1] == "w 1905 roku | Jan Kos | kupił | młyn | w Brzegu"


def test_a_dash_behind_a_name_says_what_it_is() -> None:
    found = asked("Drwęca – najdłuższa rzeka Litwy.")
    assert found["Uzupełnij zdanie: „Drwęca to najdłuższa rzeka _____.”"] == "Litwy"


def test_what_a_thing_is_needs_no_second_name() -> None:
    drafts = POLISH.drafts(read("Drwęca to najdłuższa rzeka Litwy."))
    assert any(d.timeless and d.answer == "Litwy" for d in drafts)


def test_nobody_asks_where_it_is_something() -> None:
    assert not any(p.startswith("W którym") for p in asked("Drwęca to rzeka w Polsce koło Opola."))


def test_children_are_counted_of_whom_they_are() -> None:
    assert asked("Ewa Lis jest matką pięciorga dzieci.")["Matką ilorga dzieci jest Ewa Lis?"]
    assert asked("Jan Kos ma dwóch synów.")["Ilu synów ma Jan Kos?"] == "2"


def test_men_and_women_are_counted_as_people() -> None:
    text = "W 1392 roku Jan Kos osądził 443 podejrzanych w Opolu."
    assert any(p.startswith("Ilu podejrzanych") for p in asked(text))
