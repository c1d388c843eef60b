"""Polish reading: sentences, numbers, names, roles."""

import pytest

from quiz.languages import LanguageMissingError, get_language
from quiz.languages.polish import Polish
from quiz.languages.polish.inflection import inflect_person, inflect_place
from quiz.languages.polish.morph import Morphology
from quiz.languages.polish.options import number_rivals
from quiz.languages.polish.paradigms import readings
from quiz.languages.protocol import Fact

POLISH = Polish()
MORPHOLOGY = Morphology()


def facts(text: str, kind: str) -> list[Fact]:
    return [f for f in POLISH.read(text, None).facts if f.kind == kind]


def test_abbreviations_and_initials_do_not_break_sentences() -> None:
    text = "Wg gen. J. Nowaka w 1998 r. zginęło ok. 5 tys. koni. Potem spadł śnieg."
    document = POLISH.read(text, None)
    assert [text[s.start : s.end] for s in document.sentences] == [
        "Wg gen. J. Nowaka w 1998 r. zginęło ok. 5 tys. koni.",
        "Potem spadł śnieg.",
    ]


def test_headings_are_no_sentences() -> None:
    assert not POLISH.read("Most nad Wartą otwarty\n\nFot. Jan Kos", None).sentences


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("Kupiono tysiąc rowerów.", "1000", "1000"),
        ("Wysłano pięć tysięcy koców.", "5000", "5000"),
        ("Sprzedano 3,3 mln biletów.", "3300000", "3,3 mln"),
        ("Zebrano ponad 400 tys. podpisów.", "400000", "400 tys."),
        ("Przyszło 12 345 osób.", "12345", "12\u00a0345"),
        ("Zatrudniono ośmiu kucharzy.", "8", "8"),
        ("Poparło go 72,2 proc. radnych.", "72.2", "72,2"),
    ],
)
def test_numbers(text: str, value: str, shown: str) -> None:
    found = facts(text, "number")
    assert [(f.value, f.base) for f in found] == [(value, shown)]


def test_ordinals_are_no_counts() -> None:
    assert not facts("Zajął 3. miejsce w drugim biegu.", "number")


def test_forms_of_a_person_are_linked() -> None:
    text = "Wczoraj Jan Zieliński otworzył szkołę. Radni dziękowali Janowi Zielińskiemu."
    assert {f.base for f in facts(text, "person")} == {"Jan Zieliński"}


def test_a_role_is_tied_to_its_holder() -> None:
    role = facts("Do Gdyni przyjechał minister zdrowia Adam Kowalski.", "role")
    assert [(r.base, r.value) for r in role] == [("minister zdrowia", "Adam Kowalski")]


def test_a_country_has_one_base_for_its_names() -> None:
    found = facts("Delegacja USA spotkała się z delegacją KRLD.", "place")
    assert [f.base for f in found] == ["Stany Zjednoczone", "Korea Północna"]


@pytest.mark.parametrize(
    ("base", "gender", "case", "form"),
    [
        ("Władimir Putin", "m1", "inst", "Władimirem Putinem"),
        ("Walerij Gierasimow", "m1", "dat", "Walerijowi Gierasimowowi"),
        ("Anna Nowak", "f", "gen", "Anny Nowak"),
        ("Kim Dzong Un", "m1", "inst", "Kim Dzong Unem"),
        ("Jan Paweł II", "m1", "gen", "Jana Pawła II"),
        ("Theresa May", "f", "dat", "Theresie May"),
        ("Anna Nowak-Kowalska", "f", "gen", "Anny Nowak-Kowalskiej"),
        ("Siergiej Szojgu", "m1", "inst", "Siergiejem Szojgu"),
    ],
)
def test_persons_are_inflected(base: str, gender: str, case: str, form: str) -> None:
    assert inflect_person(MORPHOLOGY, base, gender, case) == form


@pytest.mark.parametrize(
    ("base", "case", "form"),
    [
        ("Wielka Brytania", "loc", "Wielkiej Brytanii"),
        ("Korea Północna", "gen", "Korei Północnej"),
        ("Niemcy", "loc", "Niemczech"),
        ("Włochy", "loc", "Włoszech"),
        ("Węgry", "loc", "Węgrzech"),
        ("Polska", "acc", "Polskę"),
    ],
)
def test_places_are_inflected(base: str, case: str, form: str) -> None:
    assert inflect_place(MORPHOLOGY, base, case) == form


def test_every_inflected_place_is_analysed_back() -> None:
    for base in ("Kraków", "Warszawa", "Berlin", "Pakistan", "Rosja"):
        for case in ("gen", "dat", "acc", "inst", "loc"):
            form = inflect_place(MORPHOLOGY, base, case)
            assert base in {r.lemma for r in MORPHOLOGY.readings(form)}


@pytest.mark.parametrize(
    ("form", "base", "gender", "case"),
    [
        ("Gierasimowowi", "Gierasimow", "m1", "dat"),
        ("Unem", "Un", "m1", "inst"),
        ("Farage'owi", "Farage", "m1", "dat"),
        ("Theresy", "Theresa", "f", "gen"),
        ("Fauciego", "Fauci", "m1", "gen"),
        ("Szojgu", "Szojgu", "m1", "loc"),
        ("Asii", "Asia", "f", "gen"),
        ("Mii", "Mia", "f", "gen"),
        ("Edzie", "Ed", "m1", "loc"),
    ],
)
def test_unknown_names_are_read_by_their_ending(
    form: str, base: str, gender: str, case: str
) -> None:
    assert (base, gender, case) in readings(form)


def test_a_distractor_is_never_the_key() -> None:
    document = POLISH.read("Flota liczy 437 statków, a port 90 dźwigów.", None)
    for _, quantity in document.quantities:
        rivals = number_rivals(document, quantity)
        assert quantity.shown not in rivals
        assert len(set(rivals)) == len(rivals) >= 3


def test_an_unknown_language_is_one_line() -> None:
    with pytest.raises(LanguageMissingError, match="language xx"):
        get_language("xx")
