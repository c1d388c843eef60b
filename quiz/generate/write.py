"""A drafted bank as TOML, in the layout of DESIGN.md."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import tomli_w

if TYPE_CHECKING:
    from quiz.banks.models import Bank


def dumps(bank: Bank) -> str:
    """Write a bank; empty and unset fields are left out."""

    def table(value: object, *names: str) -> dict[str, object]:
        pairs = ((n, getattr(value, n)) for n in names)
        return {
            n: list(v) if isinstance(v, tuple) else v for n, v in pairs if v not in {None, "", ()}
        }

    plain = ("format", "title", "language", "description", "authors", "licence", "seconds")
    out = ["#:schema ./bank.schema.json\n", tomli_w.dumps(table(bank, *plain))]
    for source in bank.sources:
        keys = tuple(f.name for f in fields(source))
        out.append("\n[[sources]]\n" + tomli_w.dumps(table(source, *keys)))
    for item in bank.questions:
        keys = ("id", "prompt", "answer", "distractors", "category", "explanation")
        out.append("\n[[questions]]\n" + tomli_w.dumps(table(item, *keys)))
        quotes = ", ".join(
            "{ " + ", ".join(tomli_w.dumps({k: v}).strip() for k, v in
                             (("source", e.source), ("quote", e.quote))) + " }"
            for e in item.evidence
        )  # fmt: skip
        out.append(f"evidence = [{quotes}]\n" + tomli_w.dumps(table(item, "status", "note")))
    return "".join(out)
