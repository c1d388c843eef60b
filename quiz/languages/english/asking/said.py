"""Who said what the article quotes to the letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.quotations import quotations
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.asking.years import years_of
from quiz.languages.english.options.people import person_rivals
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.asking.quotations import Quotation

NOTE = "Check that the quotation is understood without the article."


def said(ask: Asker) -> None:
    """Ask who said every quotation whose speaker is sure, with the year of the article."""
    for quotation in quotations(ask):
        _ask(ask, quotation)


def _ask(ask: Asker, q: Quotation) -> None:
    doc, speaker = ask.doc, q.speaker
    if " " not in speaker.base:
        return
    text = doc.span(q.first, q.last)
    sentence = next(s for s in doc.sentences if s.first <= q.first < s.last)
    year = doc.published.year
    other = years_of(doc, sentence.first, sentence.last) - {year}
    when = f" in {year}" if year and not other else ""
    statement = Statement(sentence, (), 0, 0, sentences=q.sentences)
    rivals = person_rivals(doc, speaker, ask.others(statement, "person") - {speaker.base})
    ask.add(
        statement, Stem(f"Who said{when}: “{text}”?", frozenset()), speaker.base, rivals,
        "people", speaker, 0.65, NOTE, explanation=f"{speaker.base} said: “{text}”.", spoken=True,
    )  # fmt: skip
