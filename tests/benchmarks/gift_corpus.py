"""Parse GIFT files that have their expected parse beside them: how many are read as expected.

`python tests/benchmarks/gift_corpus.py FOLDER` takes a folder of NAME.gift and NAME.json, the JSON
in the form that GIFT-pegjs gives its questions: an array of objects with `type` (MC, TF, Short,
Numerical, Matching, Essay, Description, Category), `title`, `id`, `tags`, `stem`, `choices` …
The kind of every question is compared, and of multiple-choice and true/false questions all of it.
Then each file is imported as `newsquiz import` does it: every question must come out as a question
of the bank or as skipped with a reason. Prints what differs; the exit status is 1 if anything does.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.decode import decode
from quiz.exchange.gift import read
from quiz.exchange.gift_parse import Entry, Formatted, parse

KINDS = {
    "category": "Category",
    "description": "Description",
    "essay": "Essay",
    "matching": "Matching",
    "multiple choice": "MC",
    "numerical": "Numerical",
    "short answer": "Short",
    "true or false": "TF",
}


def as_expected(entry: Entry) -> dict[str, Any]:
    """Write an entry in the form of the expected parse."""
    kind = KINDS.get(entry.kind, entry.kind)
    found: dict[str, Any] = {"type": kind, "title": entry.title or None}
    if kind not in {"MC", "TF"}:
        return found
    found |= {
        "id": entry.id or None,
        "tags": list(entry.tags) or None,
        "stem": text(entry.stem),
        "hasEmbeddedAnswers": entry.embedded,
        "globalFeedback": text(entry.general),
    }
    if kind == "TF":
        first, second = entry.feedback
        return found | {
            "isTrue": entry.truth,
            "trueFeedback": text(first),
            "falseFeedback": text(second),
        }
    choices = [
        {
            "isCorrect": choice.right,
            "weight": choice.weight,
            "text": text(choice.text),
            "feedback": text(choice.feedback),
        }
        for choice in entry.choices
    ]
    return found | {"choices": choices}


def text(formatted: Formatted | None) -> dict[str, str] | None:
    return {"format": formatted.format, "text": formatted.text} if formatted else None


def main(folder: Path) -> int:
    """Compare every file of the folder; 0 if all are as expected."""
    files = sorted(folder.glob("*.gift"))
    matched = differing = questions = imported = reported = 0
    for path in files:
        data = path.read_bytes()
        expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
        expected = expected if isinstance(expected, list) else [expected]
        entries = [as_expected(entry) for entry in parse(decode(data))]
        wanted = [
            {key: one.get(key) for key in found}
            for found, one in zip(entries, expected, strict=False)
        ]
        same = len(entries) == len(expected) and entries == wanted
        bank, skipped, _told = assemble(read(data), Origin(title=path.stem))
        asked = [entry for entry in entries if entry["type"] != "Category"]
        whole = len(bank.questions) + len(skipped) == len(asked)
        questions += len(asked)
        imported += len(bank.questions)
        reported += len(skipped)
        matched += same and whole
        differing += not (same and whole)
        for found, want in zip(entries, wanted, strict=False):
            if found != want:
                print(f"{path.name}:\n  expected {want}\n  found    {found}")
        if len(entries) != len(expected):
            print(f"{path.name}: {len(expected)} expected, {len(entries)} found")
        if not whole:
            print(f"{path.name}: of {len(asked)} questions some are neither imported nor reported")
        for skip in skipped:
            print(f"{path.name}:{skip.line}: skipped: {skip.what}: {skip.reason}")
    print(
        f"{matched} of {len(files)} files as expected, {differing} mismatched; "
        f"{questions} questions: {imported} imported, {reported} reported as skipped"
    )
    return 0 if files and not differing else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
