"""Where something happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.options.places import place_noun, place_rivals

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement

NOTE = "Check that the place belongs to what the question asks about."
PREPOSITIONS = {"in": "in", "to": "to", "from": "from", "near": "near", "at": "in"}


def where(ask: Asker, s: Statement) -> None:
    """Ask for a place that stands alone behind its preposition and belongs to the verb."""
    for k, part in enumerate(s.parts):
        if part.kind != "pp" or k == s.subject:
            continue
        fact = ask.only(part, "place")
        preposition = ask.doc.words[part.first].text.lower()
        if fact is None or preposition not in PREPOSITIONS or not ask.adverbial(s, k):
            continue
        if ask.linking(s) and ask.doc.words[s.parts[s.verb + 1].first].text.lower() == "one":
            continue  # "is one of ninety volcanoes in Chile"
        if k + 1 < len(s.parts) and k > s.verb and s.parts[k + 1].kind in {"conj", "list", "tail"}:
            continue
        noun = place_noun(fact.base)
        if not noun:
            continue
        told = " ".join(ask.quote(n) for n in s.sentences).replace(fact.text, "")
        rivals = place_rivals(ask.doc, fact.base, ask.others(s, "place") - {fact.base}, told)
        front = f"{PREPOSITIONS[preposition]} which {noun}"
        ask.add(
            s, ask.wording.about(s, k, front), fact.base, rivals, "places", fact, 0.75, NOTE,
        )  # fmt: skip
