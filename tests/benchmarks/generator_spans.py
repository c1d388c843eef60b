"""Print how often a human answer is among the spans the generator proposes for a paragraph.

python tests/benchmarks/generator_spans.py QUESTIONS.json   (add --misses to print what is not)

Proposed are at most 15 facts of the kinds that the question word asks for, first those it asks for
most; the language is told by the text. An answer counts as found when it is proposed, articles,
prepositions and inflection aside.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.languages import Language, get_language
from quiz.languages.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.languages.protocol import Fact

MOST = 15
NEAR = 7
"""Characters between the members of a list: a comma, a blank, "and"."""
KINDS = {
    "when": ("date", "number", "person", "place", "organisation", "thing"),
    "how many": ("number", "date"),
    "where": ("place", "organisation", "thing"),
    "who": ("person", "organisation", "thing", "role", "place"),
}
LEADING = {
    "pl": re.compile(
        r"^(?:we?|na|od|do|z|ze|po|przy|pod|około|ok\.|o|przez|dla|roku|ponad|blisko|u)\s+",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"^(?:the|an?|in|on|at|by|from|to|of|since|until|during|for|about|around|over|nearly"
        r"|almost|approximately|some|more than|less than|at least|up to|between|before|after)\s+",
        re.IGNORECASE,
    ),
}
TRAILING = {"pl": re.compile(r"\s*(?:r\.?|roku|rok)$"), "en": re.compile(r"(?:'s|’s|['’])$")}


def trimmed(language: Language, text: str) -> tuple[str, ...]:
    """Return the lemmas of an answer without its articles and prepositions."""
    previous = None
    while previous != text:
        previous, text = text, LEADING[language.code].sub("", text.strip(" .,"))
    text = TRAILING[language.code].sub("", text)
    digits = re.findall(r"\d[\d ,.]*", text)
    return tuple(language.lemmas(text)) + tuple(d.strip() for d in digits)


def years(facts: Sequence[Fact]) -> Iterator[str]:
    """Yield the years and decades that dates hold."""
    for fact in facts:
        if fact.kind == "date":
            yield from re.findall(r"\b\d{4}s?\b|\w+(?= century\b)", fact.text)


def spans(facts: Sequence[Fact], kind: str) -> list[str]:
    """Return what is proposed for a question word, each thing once, the likeliest kind first."""
    wanted = KINDS[kind]
    ordered = sorted((f for f in facts if f.kind in wanted), key=lambda f: wanted.index(f.kind))
    # One span for each thing that is named, however often and in whatever case.
    once = {(f.kind, f.base): f for f in reversed(ordered)}
    kept = [f for f in ordered if once[f.kind, f.base] is f]
    listed = enumerated(ordered)
    first = [_shown(f) for f in kept if f.kind == wanted[0] and f not in listed]
    inner = list(years(facts)) if kind == "when" else []
    return list(dict.fromkeys(first + inner + [_shown(f) for f in kept]))[:MOST]


def enumerated(facts: Sequence[Fact]) -> list[Fact]:
    """Return the facts that follow another of their kind in a list, which are asked for least."""
    return [
        other
        for one, other in pairwise(facts)
        if one.kind == other.kind
        and one.sentence == other.sentence
        and other.start - one.end < NEAR
    ]


def _shown(fact: Fact) -> str:
    """Return a fact as an answer gives it: a number without "about", in words where it has them."""
    return fact.base if fact.kind == "number" and fact.base in fact.text else fact.text


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what is not found")
    arguments = parser.parse_args()
    paragraphs = json.loads(arguments.questions.read_text(encoding="utf-8"))
    language = get_language(recognise(" ".join(p["context"] for p in paragraphs[:20])) or "pl")
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for paragraph in paragraphs:
        facts = language.read(paragraph["context"], None).facts
        for question in paragraph["questions"]:
            kind = question["kind"]
            proposed = spans(facts, kind)
            found = {trimmed(language, text) for text in proposed}
            wanted = trimmed(language, question["answer"])
            total[kind] += 1
            hit = wanted in found or any(
                s and set(s) <= set(wanted) and len(wanted) <= len(s) + 2 for s in found
            )
            hits[kind] += hit
            if not hit and arguments.misses:
                sys.stdout.write(f"{kind}: {question['answer']} not in {proposed}\n")
    for kind in KINDS:
        sys.stdout.write(f"{kind}: {hits[kind] / max(total[kind], 1):.2f} of {total[kind]}\n")


if __name__ == "__main__":
    main()
