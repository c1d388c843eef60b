"""Ids, sources, order and what a reviewer is offered."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from quiz.game.order import in_order
from quiz.generate.article import Article
from quiz.generate.draft import (
    anchored,
    draft_questions,
    identify,
    make_bank,
    proven,
    slug,
    sources,
)
from quiz.generate.rank import order, rank
from quiz.languages import Draft, get_language
from quiz.languages.protocol import Fact

POLISH = get_language("pl")
TEXT = """Nowy most w Toruniu

Prezydent Polski Andrzej Duda otworzył 12 maja 2021 roku most w Toruniu. Budowa mostu w Toruniu
kosztowała 437 mln zł. Premier Czech Jan Fikar odwiedził Gdańsk w lipcu 2020 roku. Minister
zdrowia Adam Kowalski poinformował, że szpital w Krakowie przyjmie 300 pacjentów z Ukrainy.
"""
ARTICLE = Article("most.txt", TEXT, "Nowy most w Toruniu", date(2021, 6, 1), "Gazeta Toruńska")


def draft(prompt: str, answer: str, *, sentence: int = 0, certainty: float = 0.8) -> Draft:
    fact = Fact("person", answer, 0, 1, answer, answer, sentence, (0, 1))
    rivals = ("Jan Nowak", "Piotr Wilk", "Adam Sowa")
    return Draft(
        prompt, answer, rivals, "people", prompt, ("Zdanie.",), sentence, fact, certainty, ""
    )


@given(st.text(max_size=200))
def test_a_slug_is_plain(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slug(text))
    assert len(slug(text)) <= 48


def test_an_id_tells_what_is_asked() -> None:
    assert (
        identify(draft("Kto otworzył most w Łebie?", "Ala"), set()) == "kto-otworzyl-most-w-lebie"
    )
    gap = draft("Uzupełnij zdanie: „Most otworzył _____.”", "Ala")
    assert identify(gap, set()) == "most-otworzyl"


def test_ids_differ_where_the_stems_do_not() -> None:
    taken: set[str] = set()
    names = [identify(draft("Kto otworzył most?", who), taken) for who in ("Ala", "Ewa", "Iga")]
    assert len(set(names)) == 3
    long = " ".join(["bardzo"] * 20)
    one, other = (identify(draft(f"Kto {long} {end}?", "Ala"), set()) for end in ("tu", "tam"))
    assert one != other
    assert max(map(len, (one, other))) < 60


def test_sources_have_ids_of_their_own() -> None:
    assert len({s.id for s in sources([ARTICLE] * 3)}) == 3


def test_a_bank_is_the_same_for_a_seed_and_proves_every_key() -> None:
    bank = make_bank([ARTICLE], POLISH, "", None, 5)
    assert bank == make_bank([ARTICLE], POLISH, "", None, 5)
    assert bank.questions
    assert all(e.quote in TEXT for q in bank.questions for e in q.evidence)
    assert all(q.status == "draft" and q.note and q.explanation for q in bank.questions)
    assert all(len({q.answer, *q.distractors}) == 4 for q in bank.questions)


def test_a_day_that_only_the_text_tells_is_the_day_of_the_source() -> None:
    for line, day in (("18 czerwca 2021 r.", date(2021, 6, 18)), ("Toruń, latem", None)):
        undated = replace(ARTICLE, text=TEXT.replace("\n\n", f"\n\n{line}\n\n", 1), published=None)
        assert make_bank([undated], POLISH, "", None, 0).sources[0].published == day


def test_the_best_are_the_first_of_all() -> None:
    every = [q.prompt for q in make_bank([ARTICLE], POLISH, "", None, 0).questions]
    assert [q.prompt for q in make_bank([ARTICLE], POLISH, "", 2, 0).questions] == every[:2]


def test_questions_of_several_articles_take_turns() -> None:
    second = Article("b.txt", TEXT.replace("Toruniu", "Opolu"), "Most w Opolu", date(2021, 6, 1))
    bank = make_bank([ARTICLE, second], POLISH, "", 2, 0)
    assert len({e.source for q in bank.questions for e in q.evidence}) == 2


def test_a_reviewer_gets_candidates_and_other_questions_on_the_sentence() -> None:
    drafted = draft_questions([ARTICLE], POLISH, None, 0, reviewed=True)
    assert any(d.candidates for d in drafted)
    for d in drafted:
        assert not set(d.candidates) & {d.question.answer, *d.question.distractors}
        assert all(q.evidence for q in d.alternatives)


def test_what_the_checker_finds_fault_with_is_not_asked() -> None:
    assert draft_questions([ARTICLE], POLISH, None, 0, judge=lambda _: False) == []


def test_no_stem_states_what_another_asks_for() -> None:
    one = draft("Kto otworzył most Jana Sowy w Toruniu?", "Ala Kot")
    other = draft("Jak nazywa się most, który w Toruniu otworzyła Ala Kot?", "most Jana Sowy")
    assert len(rank([one, other])) == 1


def test_a_date_is_asked_of_what_a_name_tells_apart() -> None:
    def dated(prompt: str) -> Draft:
        return replace(draft(prompt, "3 maja 2019 roku"), category="dates")

    assert not anchored(dated("Kiedy rybacy uratowali ponad 700 osób w 12 godzin?"), POLISH)
    assert anchored(dated("Kiedy rybacy uratowali ponad 700 osób koło Gdyni?"), POLISH)


def test_a_fact_is_asked_for_once() -> None:
    one = draft("Kto otworzył most?", "Ala Kot")
    other = draft("Kto przeciął wstęgę?", "Ala Kot", certainty=0.7)
    assert [d.prompt for d in rank([one, other])] == ["Kto otworzył most?"]


def test_what_is_guessed_from_the_article_alone_comes_later() -> None:
    drafts = [draft("Kto otworzył most?", "Ala"), draft("Kto pisze o Toruniu?", "Ewa", sentence=1)]
    first = order([(drafts, None)], guessed=lambda d: float(d.answer == "Ala"))[0]
    assert first.draft.answer == "Ewa"


def test_a_key_told_by_its_surname_is_proven_with_the_whole_name() -> None:
    text = "Nagroda.\n\nMinister zdrowia Adam Kowalski mówił o Krakowie. Kowalski chwalił Gdańsk."
    document = POLISH.read(text, None)
    told = [f for f in document.facts if f.kind == "person" and f.value == "Adam Kowalski"]
    last = document.sentences[told[-1].sentence]
    quote = text[last.start : last.end]
    asked = replace(draft("Kto chwalił Gdańsk?", "Adam Kowalski"), fact=told[-1], quotes=(quote,))
    found = proven(asked, document).quotes
    assert found[-1] == quote
    assert "Adam Kowalski" in found[0]
    assert proven(replace(asked, fact=told[0]), document).quotes == found
    assert proven(replace(asked, fact=told[0], quotes=found), document).quotes == found


def test_counting_names_finds_no_more_than_chance_and_a_little() -> None:
    deeds = ("otworzył basen w Opolu", "zamknął szkołę w Brnie", "kupił prom w Gdyni",
             "sprzedał zamek w Kłodzku", "zbudował most w Toruniu")  # fmt: skip
    text = "Wieści.\n\n" + " ".join(f"Władimir Putin {deed}." for deed in deeds)
    article = Article("a.txt", text, "Wieści", date(2021, 6, 1))
    made = make_bank([article], POLISH, "", None, 0).questions
    low = text.lower()
    telling = [
        q
        for q in made
        if all(low.count(q.answer.lower()) > low.count(d.lower()) for d in q.distractors)
    ]
    assert len(telling) <= max(1, 0.3 * len(made))


def test_distractors_that_have_an_order_are_written_in_it() -> None:
    bank = make_bank([ARTICLE], POLISH, "", None, 3)
    dated = [q for q in bank.questions if q.category == "dates"]
    assert dated
    for asked in dated:
        assert asked.distractors == in_order(asked.distractors, "dates", "pl")
