"""Between the fields of a form and a question as TOML holds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from quiz.banks.write import as_table
from quiz.base.vocabulary import CATEGORIES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.banks.models import Question

_WORDS = ("explanation", "note")
"""Texts that are left out where they are empty."""


def blank_form() -> dict[str, Any]:
    """Return the fields of a question of which nothing is written yet."""
    return {
        "prompt": "",
        "answer": "",
        "distractors": [],
        "category": CATEGORIES[-1],
        "status": STATUSES[0],
    }


def form_of(question: Question) -> dict[str, Any]:
    """Return the fields of a question, but for its id."""
    table = blank_form() | as_table(question)
    del table["id"]
    return table


def changed(
    form: Mapping[str, Any], before: Mapping[str, str], after: Mapping[str, str]
) -> dict[str, Any]:
    """Return `form` with what differs between the values of its fields `before` and `after`.

    A field writes some texts in another way than a bank may hold them (tags between commas, one
    space for several): what nobody has touched stays as it was.
    """
    old, new = _gathered(before, form), _gathered(after, form)
    result = dict(form)
    for key in old | new:
        if old.get(key) == new.get(key):
            continue
        if key in new:
            result[key] = new[key]
        else:
            result.pop(key, None)
    return result


def _gathered(values: Mapping[str, str], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return the table that the `values` of a form hold, each given by its field's key.

    Evidence of a bank with one source has no field for it; `before` says which it was.
    """
    form: dict[str, Any] = {key: values[key] for key in ("prompt", "answer", "category", "status")}
    form["distractors"] = [text for text in _all(values, "distractors") if text]
    form |= {key: values[key] for key in _WORDS if values[key]}
    quotes = _all(values, "evidence")
    old = [proof["source"] for proof in before.get("evidence", [])]
    evidence = [
        {"source": values.get(f"source.{at}") or _known(old, at), "quote": quote}
        for at, quote in enumerate(quotes)
        if quote
    ]
    if evidence:
        form["evidence"] = evidence
    for key in ("seconds", "difficulty"):
        if values[key]:
            form[key] = _number(values[key])
    tags = [tag.strip() for tag in re.split("[,;]", values["tags"]) if tag.strip()]
    if tags:
        form["tags"] = tags
    if values["shuffle"] == "false":
        form["shuffle"] = False
    return form


def _all(values: Mapping[str, str], kind: str) -> list[str]:
    return [value for key, value in values.items() if key.partition(".")[0] == kind]


def _known(old: list[str], at: int) -> str:
    return old[at] if at < len(old) else ""


def _number(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text
