"""Names and roles of English texts: what each is, and whom a surname means."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.languages import get_language
from quiz.languages.protocol import Fact

ENGLISH = get_language("en")


def facts(text: str, kind: str) -> list[Fact]:
    return [f for f in ENGLISH.read(text, None).facts if f.kind == kind]


def found(text: str, kind: str) -> set[tuple[str, str]]:
    return {(f.base, f.value) for f in facts(text, kind)}


@pytest.mark.parametrize(
    ("text", "kind", "bases"),
    [
        ("The painter Ilse Brandauer lived in Graz, Austria.", "person", {"Ilse Brandauer"}),
        ("The painter Ilse Brandauer lived in Graz, Austria.", "place", {"Graz", "Austria"}),
        ("Mr Okafor thanked the crew.", "person", {"Okafor"}),
        ("Ada Nwosu, 42, and her son Tom, 9, were found alive.", "person", {"Ada Nwosu", "Tom"}),
        ("They met J. R. Hartnell at dawn.", "person", {"J. R. Hartnell"}),
        ("Wages rose, Moon Sang-hoon told reporters.", "person", {"Moon Sang-hoon"}),
        ("The University of Leeds and the Bank of Ghana agreed.", "organisation",
         {"University of Leeds", "Bank of Ghana"}),
        ("The Ministry of Trade and Industry closed it.", "organisation",
         {"Ministry of Trade and Industry"}),
        ("He was taken to King's College on Monday.", "organisation", {"King's College"}),
        ("The bill cost US $ 40 and NZ $ 60.", "organisation", set()),
        ("The Treaty of Utrecht ended the war.", "thing", {"Treaty of Utrecht"}),
        ("A French teacher and two Germans left.", "place", set()),
        ("Hadrian's Wall runs near Carlisle.", "place", {"Hadrian's Wall", "Carlisle"}),
        ("Sigurd the Brave died. Sigurd ruled the islands.", "person", {"Sigurd the Brave"}),
        ("The house stands in Ambleford, Texas.", "place", {"Ambleford", "Texas"}),
        ("STOP shouting, said the sign.", "organisation", set()),
    ],
)  # fmt: skip
def test_names_are_told_apart(text: str, kind: str, bases: set[str]) -> None:
    assert {f.base for f in facts(text, kind)} == bases


def test_a_surname_means_whoever_was_named_in_full() -> None:
    text = (
        "Mayor Lena Hoyt opened the bridge. Hoyt said it was late. Her deputy, Paul Reyes, agreed. "
        "Reyes had planned it with Lena."
    )
    assert {f.base for f in facts(text, "person")} == {"Lena Hoyt", "Paul Reyes"}
    assert [f.base for f in facts(text, "person") if f.text == "Lena"] == ["Lena Hoyt"]


def test_a_surname_that_two_share_is_left_open() -> None:
    text = "Karl Vogt and Anna Vogt bought a mill. Vogt sold the mill. Mrs Vogt kept the house."
    named = {f.start: f.base for f in facts(text, "person")}
    assert named[text.index("Vogt sold")] == "Vogt"
    assert named[text.index("Vogt kept")] == "Anna Vogt"


def test_gender_is_told_by_titles_names_and_pronouns() -> None:
    text = "Mr Okafor left. Lena Hoyt stayed. Inspector Ximo Ferrer sat. He waited."
    genders = {f.base: getattr(f.detail, "gender", "") for f in facts(text, "person")}
    assert (genders["Okafor"], genders["Lena Hoyt"]) == ("m", "f")


def test_an_acronym_stands_for_its_long_form() -> None:
    text = "The Norwood Harbour Authority (NHA) lost money. The NHA closed a pier."
    values = {f.value for f in facts(text, "organisation")}
    assert values == {"Norwood Harbour Authority"}


def test_other_names_of_a_country_have_its_name_as_value() -> None:
    assert found("Soldiers of the DPRK crossed into the UK.", "place") == {
        ("DPRK", "North Korea"), ("UK", "United Kingdom"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Norway's Prime Minister Olga Dahl left.", {("Prime Minister of Norway", "Olga Dahl")}),
        ("Olga Dahl, the head of the harbour board, resigned.",
         {("head of the harbour board", "Olga Dahl")}),
        ("The head of the harbour board, Olga Dahl, resigned.",
         {("head of the harbour board", "Olga Dahl")}),
        ("Olga Dahl, 61, a spokeswoman for the port, resigned.",
         {("spokeswoman for the port", "Olga Dahl")}),
        ("Former judge Olga Dahl is the chairwoman of the panel.",
         {("former judge", "Olga Dahl"), ("chairwoman of the panel", "Olga Dahl")}),
        ("Dutch premier Olga Dahl spoke.", {("Dutch premier", "Olga Dahl")}),
        ("Malaysian premier Olga Dahl spoke.", {("premier of Malaysia", "Olga Dahl")}),
        ("Dutch painter Olga Dahl spoke.", {("Dutch painter", "Olga Dahl")}),
        ("Texas governor Olga Dahl spoke.", {("governor of Texas", "Olga Dahl")}),
        ("The firm's director, Olga Dahl, spoke.", {("director", "Olga Dahl")}),
        ("It came from Norway’s supreme leader, Olga Dahl.",
         {("supreme leader of Norway", "Olga Dahl")}),
        ("Olga Dahl was head of the General Staff.", {("head of the General Staff", "Olga Dahl")}),
        ("Olga Dahl was mayor.", set()),
        ("His lawyer Olga Dahl spoke.", set()),
        ("Olga Dahl, who was late, met the mayor.", set()),
        ("Olga Dahl met teachers, nurses and a judge.", set()),
        ("The mayor, nurses and Olga Dahl met.", set()),
    ],
)  # fmt: skip
def test_roles_are_tied_to_their_holders(text: str, roles: set[tuple[str, str]]) -> None:
    assert found(text, "role") == roles


PARTS = st.sampled_from(
    "The Olga Dahl , . ( ) “ ” 's of and for the in Norway UN said Mr judge St. O'Neill U.S. – "  # noqa: SIM905
    "Bank University president who was 61 , on 3 May 2011 \n\n Ltd. al-Amin de ’ … 12% A".split(" ")
)


@given(st.lists(PARTS, max_size=40))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_every_fact_is_a_span_of_whole_words_in_one_sentence(parts: list[str]) -> None:
    text = " ".join(parts)
    document = ENGLISH.read(text, None)
    for fact in document.facts:
        assert text[fact.start : fact.end] == fact.text
        sentence = document.sentences[fact.sentence]
        assert sentence.start <= fact.start < fact.end <= sentence.end
        assert sentence.first <= fact.words[0] < fact.words[1] <= sentence.last
        assert fact.base.strip()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The bakery chain Hollin sells bread.", "organisation"),
        ("Hollin, a bakery chain, sells bread.", "organisation"),
        ("They left the town of Hollin.", "place"),
        ("They sailed from Hollin to Oslo.", "place"),
        ("The ferry Hollin sank.", "thing"),
        ("The singer Hollin spoke.", "person"),
        ("Hollin, 40, spoke.", "person"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, kind: str) -> None:
    assert [f.kind for f in ENGLISH.read(text, None).facts if f.base == "Hollin"] == [kind]


def test_a_pronoun_tells_no_gender_where_somebody_else_could_be_meant() -> None:
    text = "The singer Ute Marr died. President Ekwe Obi said that she was great. She was loved."
    genders = {f.base: getattr(f.detail, "gender", "") for f in facts(text, "person")}
    assert genders["Ekwe Obi"] == ""


def test_a_surname_may_be_that_of_a_people() -> None:
    found = ENGLISH.read("A statue of Peter Norman stands in Leeds.", None).facts
    assert "Peter Norman" in {f.base for f in found if f.kind == "person"}
