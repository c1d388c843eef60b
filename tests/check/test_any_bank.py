"""Whatever a bank holds, it is checked without a fault, and always in the same way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.models import Bank, Category, Question
from quiz.banks.write import dumps
from quiz.base.fold import fold_all
from quiz.check.engine import acceptable, check_bank, check_question
from quiz.check.quotes import SourceText
from quiz.check.report import as_json, as_line, locate
from tests.banks.strategies import banks

PIECES = {
    "pl": "Kto jest nie która która: w we 3 17 czerwca 2025 roku XIX wiek „ ” \" ' … ____ [...] "
    "zawsze wszyscy kilka ponad 5–10 1 i 3 KRLD Korea Północna Jan Kowalski - , . ? ! ( ) żaden",
    "en": "Who which is not the a an A 3 17 June 2025 in 19th century “ ” \" ' … ____ [...] always "
    "all of the above several over 5–10 1 and 3 UN United Nations John Smith - , . ? ! ( )",
}
KINDS: list[Category] = ["dates", "numbers", "people", "places", "things"]


def texts(language: str) -> st.SearchStrategy[str]:
    pieces = st.sampled_from(PIECES[language].split(" "))
    return st.lists(pieces, min_size=1, max_size=9).map(" ".join).filter(lambda t: bool(t.strip()))


@st.composite
def questions(draw: st.DrawFn, language: str) -> Question:
    options = draw(
        st.lists(texts(language), min_size=2, max_size=5, unique_by=lambda t: fold_all([t])[0])
    )
    category = draw(st.sampled_from(KINDS))
    return Question(
        id="q",
        prompt=draw(texts(language)),
        answer=options[0],
        distractors=tuple(options[1:]),
        category=category,
        shuffle=draw(st.booleans()),
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(banks())
def test_any_bank_is_checked_and_every_finding_has_a_place(bank: Bank) -> None:
    texts = {source.id: SourceText("A text.") for source in bank.sources}
    found = check_bank(bank, texts=texts)
    assert found == check_bank(bank, texts=texts)
    text = dumps(bank)
    located = locate(found, bank, text, "bank.toml")
    assert len(located) == len(found)
    assert as_json(located)
    for one in located:
        assert 1 <= one.line <= text.count("\n") + 1
        assert "\n" not in as_line(one)
    for question in bank.questions:
        assert {f.question for f in check_question(question, bank, texts=texts)} <= {question.id}


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["pl", "en"]).flatmap(lambda code: st.tuples(st.just(code), questions(code)))
)
def test_any_words_are_checked(drawn: tuple[str, Question]) -> None:
    language, question = drawn
    found = acceptable(question, language)
    for finding in found:
        assert finding.message
        assert "{" not in finding.message.replace("[{", "")
        fields = {"prompt", "answer", "distractors", "explanation", "category", "shuffle", "allow"}
        assert finding.field in fields
        if finding.item is not None:
            assert 0 <= finding.item < len(question.distractors)
    padded = replace(question, answer=f" {question.answer} ", prompt=f" {question.prompt}")
    acceptable(padded, language)
