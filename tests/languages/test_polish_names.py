"""Polish names: whom a mention means, what it is in the nominative, which kind it is of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.languages.polish import Polish
from quiz.languages.polish.document import PolishDocument
from quiz.languages.polish.inflection import inflect_person
from quiz.languages.polish.mentions import GIVEN
from quiz.languages.polish.morph import Morphology
from quiz.languages.polish.paradigms import CASES, paradigm, readings

POLISH = Polish()
MORPHOLOGY = Morphology()


def read(text: str) -> PolishDocument:
    return POLISH.read(text, None)


def named(text: str, kind: str) -> list[str]:
    return [f.base for f in read(text).facts if f.kind == kind]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Rozmawiano z Imranem Khanem.", ["Imran Khan"]),
        ("Przemówienie Theresy May trwało godzinę.", ["Theresa May"]),
        ("List Alessandra Rossiego dotarł. Rossi dziękował.", ["Alessandro Rossi"] * 2),
        ("Premier Jan Zieliński milczał. Zielińskiego bronił rząd.", ["Jan Zieliński"] * 2),
        ("Xi Jinping odleciał. Spotkano się z Xi Jinpingiem.", ["Xi Jinping"] * 2),
        ("Kim Dzong Un podziękował. Sojusz Kima trwa.", ["Kim Dzong Un"] * 2),
        ("Francuz Pierre Martin wygrał.", ["Pierre Martin"]),
        ("Aresztowano 34-letniego Kamila Z., stolarza.", ["Kamil Z"]),
        ("Senator Adam Górski wyszedł. Górski milczał.", ["Adam Górski"] * 2),
        ("Rozmawiano z premierem Wielkiej Brytanii Rishim Sunakiem.", ["Rishi Sunak"]),
        ("Trener Lecha John van den Brom milczał.", ["Lech", "John van den Brom"]),
        ("Sprawę Julii Przyłębskiej odroczono.", ["Julia Przyłębska"]),
        ("Żona Pierre’a Curie została.", ["Pierre Curie"]),
        ("Sędzia Anna Nowak-Kowalska orzekała. Skarga na Annę Nowak-Kowalską wpłynęła.",
         ["Anna Nowak-Kowalska"] * 2),
    ],
)  # fmt: skip
def test_persons_are_linked_and_named_in_the_nominative(text: str, bases: list[str]) -> None:
    assert named(text, "person") == bases


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Wyrok Sądu Najwyższego zapadł.", "Sąd Najwyższy"),
        ("Posłowie Partii Konserwatywnej wyszli.", "Partia Konserwatywna"),
        ("Lekarze z Krajowego Instytutu ds. Alergii i Chorób Zakaźnych radzą.",
         "Krajowy Instytut ds. Alergii i Chorób Zakaźnych"),
        ("Spór z Europejską Agencją Leków trwa.", "Europejska Agencja Leków"),
        ("Kraje Grupy Wyszehradzkiej protestują.", "Grupa Wyszehradzka"),
        ("Obrazy z Muzeum Narodowego wróciły.", "Muzeum Narodowe"),
        ("Legia Warszawa wygrała.", "Legia Warszawa"),
        ("Kibice Lecha Poznań śpiewali.", "Lech Poznań"),
    ],
)  # fmt: skip
def test_organisations_are_named_in_the_nominative(text: str, base: str) -> None:
    assert named(text, "organisation") == [base]


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("Kraje Europy Środkowej rosną.", ["Europa Środkowa"]),
        ("Statek płynie po Morzu Bałtyckim.", ["Morze Bałtyckie"]),
        ("Przyleciał z Nowego Jorku do Polski.", ["Nowy Jork", "Polska"]),
        ("Wojska weszły do obwodu kurskiego.", ["obwód kurski"]),
        ("Rozmawiano z Niemcami o Niemczech.", ["Niemcy", "Niemcy"]),
    ],
)
def test_places_are_named_in_the_nominative(text: str, bases: list[str]) -> None:
    assert named(text, "place") == bases


def test_a_people_is_no_place() -> None:
    assert named("Umowa dotyczy Polaków i Żydów.", "place") == []


def test_an_acronym_is_what_stands_before_it() -> None:
    facts = read("Raport Światowej Organizacji Zdrowia (WHO) wyszedł. WHO milczy.").facts
    assert {f.value for f in facts if f.kind == "organisation"} == {"Światowa Organizacja Zdrowia"}


def test_an_ambiguous_name_is_not_sure() -> None:
    document = read("W tekście wspomniano Paula Offita.")
    assert not any(document.certain(f.base) for f in document.facts if f.kind == "person")


@given(
    st.sampled_from([(n, g) for n, genders in sorted(GIVEN.items()) for g in sorted(genders)]),
    st.sampled_from(CASES),
)
def test_every_form_of_a_name_is_read_back(name: tuple[str, str], case: str) -> None:
    base, gender = name
    for form in () if "-" in base else paradigm(base, gender).get(case, ()):
        assert (base, gender, case) in readings(form)
    form = inflect_person(MORPHOLOGY, base, gender, case)
    for piece, whole in zip(form.split("-"), base.split("-"), strict=True) if form else ():
        lemmas = {r.lemma for r in MORPHOLOGY.readings(piece)} | {b for b, _, _ in readings(piece)}
        assert whole in lemmas


_WORDS = st.sampled_from(
    [
        *("Anna", "Nowak", "premier", "Rosji", "Władimir", "Putin", ",", ".", "(", ")", "WHO", "„"),
        *("”", "Sąd", "Najwyższy", "w", "Gdyni", "z", "ds", "i", "2", "Kim", "Un", "powiedział"),
        *("-", "van", "der", "ul-Haq", "&", "Światowa", "Organizacja", "generał", "były", "a"),
    ]
)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_a_fact_is_its_place_in_the_text(text: str) -> None:
    for fact in read(text + ".").facts:
        assert (text + ".")[fact.start : fact.end] == fact.text


def test_a_club_behind_a_preposition_and_the_player_after_it_are_two() -> None:
    text = "W meczu przeciwko Memphis Grizzlies Hunter zdobył osiem punktów. Hunter odpoczywał."
    assert [n.base for n in POLISH.read(text, None).names] == ["Memphis Grizzlies", "Hunter"]
