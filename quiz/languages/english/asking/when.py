"""When something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.dates import date_options

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement

NOTE = "Check that the date belongs to the verb of the question."
RELATIVE_NOTE = "The date follows from the day of the article or from elsewhere in it: check it."


def when(ask: Asker, s: Statement) -> None:
    """Ask for the date of a statement that has one, where it belongs to the verb."""
    items = [k for k, p in enumerate(s.parts) if p.kind == "date"]
    if len(items) != 1:
        return
    k = items[0]
    part = s.parts[k]
    dated = ask.doc.dated.get(part.head)
    if dated is None or dated.found.when.first is None or not ask.adverbial(s, k):
        return
    fact = ask.fact("date", dated.first)
    if fact is None:
        return
    led = ask.doc.words[part.first].text.lower() if part.first < dated.first else ""
    front, answer, rivals = date_options(ask.doc, dated, led)
    if not front:
        return
    ask.add(
        s, ask.wording.about(s, k, front), answer, rivals, "dates", fact, 0.9,
        RELATIVE_NOTE if dated.found.when.relative else NOTE,
    )  # fmt: skip
