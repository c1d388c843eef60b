"""Print how often a human answer is among the spans the generator proposes for a paragraph.

python tests/benchmarks/generator_spans.py QUESTIONS.json
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from quiz.languages import Language, get_language

MOST = 15
KINDS = {
    "when": ("date",),
    "how many": ("number",),
    "where": ("place", "organisation", "thing"),
    "who": ("person", "organisation", "thing", "role", "place"),
}
LEADING = re.compile(
    r"^(?:we?|na|od|do|z|ze|po|przy|pod|około|ok\.|o|przez|dla|roku|ponad|blisko|u)\s+",
    re.IGNORECASE,
)


def trimmed(language: Language, text: str) -> tuple[str, ...]:
    """Return the lemmas of an answer without its prepositions."""
    previous = None
    while previous != text:
        previous, text = text, LEADING.sub("", text.strip(" .,"))
    text = re.sub(r"\s*(?:r\.?|roku|rok)$", "", text)
    digits = re.findall(r"\d[\d ,.]*", text)
    return tuple(language.lemmas(text)) + tuple(d.strip() for d in digits)


def main(path: Path) -> None:
    """Measure and print."""
    language = get_language("pl")
    hits: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for paragraph in json.loads(path.read_text(encoding="utf-8")):
        facts = language.read(paragraph["context"], None).facts
        for question in paragraph["questions"]:
            kind = question["kind"]
            years = [y for f in facts if f.kind == "date" for y in re.findall(r"\b\d{4}\b", f.text)]
            ordered = sorted(
                (f for f in facts if f.kind in KINDS[kind]), key=lambda f: KINDS[kind].index(f.kind)
            )
            # One span for each thing that is named, however often and in whatever case.
            once = {(f.kind, f.base): f for f in reversed(ordered)}
            proposed = [f.text for f in ordered if once[f.kind, f.base] is f]
            proposed = (proposed + (years if kind == "when" else []))[:MOST]
            spans = {trimmed(language, text) for text in proposed}
            wanted = trimmed(language, question["answer"])
            total[kind] += 1
            found = wanted in spans or any(
                s and set(s) <= set(wanted) and len(wanted) <= len(s) + 2 for s in spans
            )
            hits[kind] += found
            if not found and "--misses" in sys.argv:
                sys.stdout.write(f"{kind}: {question['answer']} not in {proposed}\n")
    for kind in KINDS:
        sys.stdout.write(f"{kind}: {hits[kind] / max(total[kind], 1):.2f} of {total[kind]}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
