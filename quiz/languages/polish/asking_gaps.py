"""A gap in a sentence, or a question where the gap opens it."""

from __future__ import annotations

import re

from quiz.languages.polish.gaps import Gap, gaps
from quiz.languages.polish.options import (
    pick,
)
from quiz.languages.polish.wording import Wording, tidy
from quiz.languages.protocol import Draft, Sentence

OPENINGS = (
    ("dates", r"W _____(?: roku| r\.) (.*)", "W którym roku", ""),
    ("dates", r"W _____ (.*)", "Kiedy", "w "),
    ("dates", r"_____,? (.*)", "Kiedy", ""),
    ("places", r"(W|Na) _____ (.*)", "W którym kraju", "w "),
    ("places", r"Z _____ (.*)", "Z którego kraju", "z "),
)


def opening(gap: Gap, place: str) -> tuple[str, str] | None:
    """Turn a gap that opens its sentence into a question; what to put before every option."""
    for category, pattern, front, before in OPENINGS:
        m = re.fullmatch(pattern, gap.body)
        if m is None or category != gap.category:
            continue
        if category == "places" and not place:
            return None
        if category == "places" and place == "city":
            front = front.replace("kraju", "mieście").replace("którego mieście", "którego miasta")  # noqa: PLW2901
        if category == "dates" and gap.answer.isdigit():
            front = "W którym roku"  # noqa: PLW2901
        if m[1] == "Na":
            before = "na "  # noqa: PLW2901
        return f"{front} {m[m.lastindex or 1]}?", before if not (
            category == "dates" and gap.answer.isdigit()
        ) else ""
    return None


class Gaps(Wording):
    """Questions of last resort."""

    def _gaps(self, sentence: Sentence) -> None:
        """Ask by a gap what no question word fits."""
        facts = [f for f in self.doc.facts_of(sentence) if not any(d.fact == f for d in self.out)]
        quote = self.doc.text[sentence.start : sentence.end]
        for gap in gaps(self.doc, sentence, facts, self._limit):
            rivals = [
                r
                for r in dict.fromkeys(gap.rivals)
                if r.lower() != gap.answer.lower()
                and not re.search(rf"(?<!\w){re.escape(r)}(?!\w)", gap.body)
            ]
            again = re.search(rf"(?<!\w){re.escape(gap.answer)}(?!\w)", gap.body)
            if (
                len(rivals) < 3
                or again
                or not re.search(r" [A-ZŁŚŻŹĆ]", gap.body)
                or (
                    re.search(
                        r"(?:także|również|też) _____"
                        r"|(?:poniedziałek|wtorek|środę|czwartek|piątek) _____ ",
                        gap.body,
                    )
                    and gap.category != "dates"
                )
            ):
                continue
            kinds = {f.kind for f in facts if f != gap.fact}
            if len(gap.body.split()) < 9 and not kinds & {
                "person",
                "organisation",
                "thing",
                "number",
            }:
                continue
            note = "Luka w zdaniu: sprawdź, czy jest zrozumiałe bez artykułu."
            asked = opening(gap, self._place_kind(gap.fact.base))
            if asked:
                note = "Sprawdź, czy pytanie jest zrozumiałe bez artykułu."
            prompt, before = asked or (f"Uzupełnij zdanie: „{tidy(gap.body)}.”", "")
            self.out.append(
                Draft(
                    tidy(prompt),
                    before + gap.answer,
                    tuple(before + r for r in pick(self.doc, gap.answer, rivals)),
                    gap.category,
                    gap.body.replace("_____", gap.answer) + ".",
                    quote,
                    sentence.number,
                    gap.fact,
                    gap.certainty + (0.15 if asked else 0),
                    note,
                    gap.category in {"numbers", "dates"},
                    gap=not asked,
                )
            )
