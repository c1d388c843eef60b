"""English sentences as clauses: who does what, what is left out, and whose words it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.languages.english import English
from quiz.languages.english.clauses import Parser
from quiz.languages.english.verbs import agreeing, inverted, third

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.clause import Clause
    from quiz.languages.english.document import EnglishDocument

ENGLISH = English()


def told(doc: EnglishDocument, p: Phrase) -> str:
    return " ".join(doc.words[i].text for i in p.indices())


def read(text: str) -> tuple[EnglishDocument, list[Clause]]:
    doc = ENGLISH.read(text, None)
    parser = Parser(doc.words, doc.places)
    return doc, [c for s in doc.sentences for c in parser.clauses(doc.phrases(s))]


def plain(text: str) -> list[tuple[str, str]]:
    """Return the subject and the verb of every clause that was read whole."""
    doc, clauses = read(text)
    return [(told(doc, c.subject), told(doc, c.verb)) for c in clauses if not c.broken]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The old mill burned down in the night.", [("The old mill", "burned down")]),
        (
            "The miller sold the mill and his son bought a boat.",
            [("The miller", "sold"), ("his son", "bought")],
        ),
        (
            "The miller sold the mill and moved to the coast.",
            [("The miller", "sold"), ("The miller", "moved")],
        ),
        (
            "The thief was caught on Monday and charged with burglary.",
            [("The thief", "was caught"), ("The thief", "was charged")],
        ),
        (
            "The council will close the pool and cut two buses.",
            [("The council", "will close"), ("The council", "will cut")],
        ),
        (
            "Bakers, butchers and grocers closed their shops at noon.",
            [("Bakers , butchers and grocers", "closed")],
        ),
        (
            "After the rain stopped, the players returned to the field.",
            [("the players", "returned"), ("the rain", "stopped")],
        ),
        (
            "The ship that carried the grain left the harbour at dawn.",
            [("The ship that carried the grain", "left")],
        ),
        (
            "The bridge, which was built of oak, collapsed in the flood.",
            [("The bridge", "collapsed"), ("The bridge", "was built")],
        ),
        (
            "The farmers the bank had sued won their case.",
            [("The farmers the bank had sued", "won")],
        ),
        ("The doctor quickly examined the boy.", [("The doctor", "quickly examined")]),
        ("Did the doctor examine the boy?", []),
    ],
)
def test_subjects_and_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "teller", "content"),
    [
        ("The mayor said that the road was safe.", "The mayor", "the road"),
        ("The mayor said the road was safe.", "The mayor", "the road"),
        ("The road was safe, the mayor said on Friday.", "the mayor", "The road"),
        ("The guards told reporters that the gate was open.", "The guards", "the gate"),
    ],
)
def test_who_answers_for_what_is_said(text: str, teller: str, content: str) -> None:
    doc, clauses = read(text)
    reported = [c for c in clauses if c.told is not None]
    assert [told(doc, c.subject) for c in reported] == [content]
    assert reported[0].told is not None
    assert told(doc, reported[0].told.subject) == teller


def test_a_source_is_no_part_of_the_clause() -> None:
    doc, (clause,) = read("According to the harbour office, two boats sank in the storm.")
    assert clause.source is not None
    assert told(doc, clause.source) == "According to the harbour office"
    assert told(doc, clause.subject) == "two boats"
    assert not clause.lead


def test_a_helping_verb_has_an_object_and_an_infinitive() -> None:
    doc, (clause,) = read("The guide helped the children cross the river.")
    assert [(p.kind, told(doc, p)) for p in clause.rest] == [
        ("np", "the children"), ("inf", "cross"), ("np", "the river"),
    ]  # fmt: skip


def test_a_number_with_its_approximation_is_one_noun_phrase() -> None:
    doc, (clause,) = read("The firm hired more than 300 welders.")
    assert [told(doc, p) for p in clause.rest] == ["more than 300 welders"]


def test_half_a_clause_behind_a_comma_is_left_out() -> None:
    doc, (clause,) = read("The river flooded the town in 1851, and again in 1872.")
    assert [told(doc, p) for p in clause.rest] == ["the town", "in 1851"]


def test_brackets_are_left_out() -> None:
    doc, (clause,) = read("The tower (the tallest of its kind) fell in May.")
    assert told(doc, clause.subject) == "The tower"


def test_a_title_in_quotation_marks_is_a_noun_and_a_sentence_is_a_quote() -> None:
    doc, (clause,) = read('The editor called the novel "a slow river".')
    assert clause.rest[-1].kind == "np"
    doc, (clause,) = read('The editor wrote, "Nobody has read this novel to the end".')
    assert clause.rest[-1].kind == "quote"
    del doc


@pytest.mark.parametrize(
    ("text", "auxiliary", "main"),
    [
        ("The storm sank the boat.", "did", "sink"),
        ("The storm sinks the boat.", "does", "sink"),
        ("The storms sink the boat.", "do", "sink"),
        ("The storm has sunk the boat.", "has", "sunk"),
        ("The boat was sunk by the storm.", "was", "sunk"),
        ("The boat is old.", "is", ""),
        ("The crew had a radio.", "did", "have"),
        ("The crew will not leave the boat.", "will", "not leave"),
        ("The crew did n't leave the boat.", "did", "not leave"),
        ("The crew reportedly left the boat.", "did", "reportedly leave"),
        ("The crew also left the boat.", "did", "leave"),
        ("The crew should have left the boat.", "should", "have left"),
    ],
)
def test_a_question_fronts_the_auxiliary_or_a_form_of_do(
    text: str, auxiliary: str, main: str
) -> None:
    doc, (clause, *_) = read(text)
    assert inverted(doc.words, clause.verb) == (auxiliary, main)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The boats were sunk.", "was sunk"),
        ("The boats have left the harbour.", "has left"),
        ("The boats leave the harbour.", "leaves"),
        ("The boats left the harbour.", "left"),
        ("The boats will leave the harbour.", "will leave"),
    ],
)
def test_who_and_which_take_a_verb_in_the_singular(text: str, verb: str) -> None:
    doc, (clause, *_) = read(text)
    assert agreeing(doc.words, clause.verb) == verb


def test_the_third_person_is_spelled_as_english_spells_it() -> None:
    assert [third(v) for v in ("go", "carry", "play", "watch", "miss", "sell")] == [
        "goes", "carries", "plays", "watches", "misses", "sells",
    ]  # fmt: skip
