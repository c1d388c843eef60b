"""When, how long since, until when."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.options import (
    date_rivals,
    write_date,
)
from quiz.languages.polish.wording import Wording

if TYPE_CHECKING:
    from datetime import date

    from quiz.languages.polish.clauses import Clause
    from quiz.languages.polish.dates import When
    from quiz.languages.protocol import Fact


class Whens(Wording):
    """Questions for dates."""

    def _date_items(self, clause: Clause) -> list[int]:
        return [i for i, p in enumerate(clause.phrases) if p.kind == "date"]

    def _when(self, clause: Clause) -> None:
        items = self._date_items(clause)
        if len(items) != 1 or clause.complement:
            return None
        i = items[0]
        phrase = clause.phrases[i]
        dated = self.doc.dated[phrase.head]
        when = dated.found.when
        fact = self._facts.get(("date", dated.first))
        word = self.doc.words[phrase.first]
        prefix = word.lower if phrase.first < dated.first else ""
        if (
            fact is None
            or when.first is None
            or when.relative
            or when.grain not in {"day", "month", "part", "season", "year"}
        ):
            return None
        if when.grain == "part":
            prefix = re.sub(r"\s+\S+$", "", re.split(r"\s+\d{4}", fact.text.lower())[0])
        allowed = {
            "day": {"", "od", "do"},
            "year": {"w", "od", "do"},
            "month": {"w", "we", "od", "do"},
        }
        if prefix not in allowed.get(when.grain, {prefix}):
            return None
        if not self._adverbial(clause, i):
            return None
        prefix = "w" if prefix == "we" else prefix
        value = when.first
        shown = write_date(when, value, "" if when.grain == "year" and prefix == "w" else prefix)
        front = {"od": "Od kiedy", "do": "Do kiedy"}.get(prefix, "Kiedy")
        if when.grain == "year" and prefix == "w":
            front, prefix = "W którym roku", ""
        phrases = clause.phrases
        weekday = (
            i
            and phrases[i - 1].kind == "pp"
            and re.match(
                r"we?\s+(poniedz|wtor|śro|czwar|pią|sobo|niedz)|w dniu$",
                self._text(phrases[i - 1]).lower(),
            )
        )
        if weekday:
            return self._weekday(clause, i, front, shown, when, value, prefix, fact)
        rivals = date_rivals(self.doc, when, value, prefix, self._limit)
        note = "Sprawdź, czy data odnosi się do czasownika pytania."
        self._add(
            clause,
            self._rest(clause, i, front),
            shown,
            rivals,
            "dates",
            fact,
            0.9,
            note,
            ordered=True,
        )
        return None

    def _weekday(
        self,
        clause: Clause,
        i: int,
        front: str,
        shown: str,
        when: When,
        value: date,
        prefix: str,
        fact: Fact,
    ) -> None:
        phrases = clause.phrases[: i - 1] + clause.phrases[i:]
        shorter = replace(
            clause,
            phrases=phrases,
            verb=clause.verb - (clause.verb >= i),
            subject=None if clause.subject is None else clause.subject - (clause.subject >= i),
        )
        rivals = date_rivals(self.doc, when, value, prefix, self._limit)
        self._add(
            shorter,
            self._rest(shorter, i - 1, front),
            shown,
            rivals,
            "dates",
            fact,
            0.8,
            "Sprawdź rok daty.",
            ordered=True,
        )
