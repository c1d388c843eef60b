"""pydantic's findings in words that say what to write instead."""

from __future__ import annotations

from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from quiz.banks.models import Allowance, Bank, Evidence, Question, Source
from quiz.banks.problems import Finding, Path, shown
from quiz.base.language import _, ngettext
from quiz.base.text import MARKS, first_pile, first_unsafe, name_of
from quiz.base.vocabulary import CATEGORIES, LANGUAGES, STATUSES

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_EXAMPLES = {
    "format": "format = 1",
    "language": 'language = "en"',
    "category": 'category = "numbers"',
    "status": 'status = "draft"',
    "distractors": 'distractors = ["…", "…", "…"]',
    "authors": 'authors = ["…"]',
    "tags": 'tags = ["…"]',
    "evidence": 'evidence = [{ source = "…", quote = "…" }]',
    "allow": 'allow = [{ rule = "NQ101", reason = "…" }]',
    "published": "published = 2025-06-18",
    "seconds": "seconds = 20",
    "difficulty": "difficulty = 3",
    "shuffle": "shuffle = false",
}
_CHOICES = {"language": LANGUAGES, "category": CATEGORIES, "status": STATUSES}
_MULTIPLE_LINES = frozenset({"description", "explanation", "note", "quote"})


def explain(error: ErrorDetails, *, hint: bool = True) -> Finding:
    """Turn one finding of pydantic into ours; types are those of pydantic_core's error list.

    `hint` looks up the nearest known word, where there is one.
    """
    path: Path = tuple(error["loc"])
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    value = error.get("input")
    context: dict[str, Any] = error.get("ctx") or {}
    match error["type"]:
        case "missing":
            message = _("the key {key} is missing: write {example}").format(
                key=key, example=_example(key)
            )
            return Finding(path[:-1], message)
        case "unexpected_keyword_argument" | "invalid_key":
            return Finding(path, _unknown(path, hint=hint), at_key=True)
        case "literal_error":
            message = _choice(key, value, hint=hint)
        case "string_too_long":
            message = _length(context["max_length"], len(str(value)))
        case "string_pattern_mismatch":
            message = _bad_text(str(value), lines=key in _MULTIPLE_LINES)
        case "too_short":
            message = _("there is no wrong option: write {example}").format(example=_example(key))
        case "too_long":
            message = ngettext(
                "there is room for {most} of these, not for {count}: take some out",
                "there is room for {most} of these, not for {count}: take some out",
                context["max_length"],
            ).format(most=context["max_length"], count=len(value or ()))
        case "greater_than_equal":
            message = _number(key, _("at least {n}").format(n=context["ge"]))
        case "less_than_equal":
            message = _number(key, _("at most {n}").format(n=context["le"]))
        case _other:
            message = _wrong_type(path, key, value)
    return Finding(path, message)


def _example(key: str) -> str:
    return _EXAMPLES.get(key, f'{key} = "…"')


def _number(key: str, bound: str) -> str:
    if key == "format":
        return _("this program knows no such format: write {example}").format(example=_example(key))
    return _("{key} is {bound}: write as in {example}").format(
        key=key, bound=bound, example=_example(key)
    )


def _unknown(path: Path, *, hint: bool) -> str:
    name = str(path[-1])
    known = [field.name for field in fields(_table_at(path[:-1]))]
    near = get_close_matches(name[:80].lower(), known, n=1) if hint else []
    if near:
        return _("there is no key {key}: did you mean {near}?").format(
            key=shown(name), near=near[0]
        )
    return _("there is no key {key}: write one of {known}").format(
        key=shown(name), known=", ".join(known)
    )


def _table_at(path: Path) -> type[Any]:
    match path:
        case ("sources", _):
            return Source
        case ("questions", _):
            return Question
        case ("questions", _, "evidence", _):
            return Evidence
        case ("questions", _, "allow", _):
            return Allowance
        case _:
            return Bank


def _choice(key: str, value: object, *, hint: bool) -> str:
    choices = _CHOICES.get(key, ())
    word = value[:80].lower() if isinstance(value, str) and hint else ""
    near = get_close_matches(word, choices, n=1)
    known = ", ".join(f'"{choice}"' for choice in choices)
    if near:
        return _("the {key} {value} is not known: did you mean {near}? ({known})").format(
            key=key, value=shown(value), near=f'"{near[0]}"', known=known
        )
    return _("the {key} {value} is not known: write one of {known}").format(
        key=key, value=shown(value), known=known
    )


def _length(most: int, length: int) -> str:
    return ngettext(
        "the text has {length} characters, and {most} is the most: shorten it",
        "the text has {length} characters, and {most} are the most: shorten it",
        most,
    ).format(length=length, most=most)


def _bad_text(text: str, *, lines: bool) -> str:
    unsafe = first_unsafe(text)
    if unsafe:
        return _(
            "character {position} of the text is {name}, which no text may hold: take it out"
        ).format(position=unsafe.start() + 1, name=name_of(unsafe.group()))
    for position, character in enumerate(text, 1):
        if character in "\t\n" and not lines:
            return _(
                "character {position} of the text is {name}, but it is one line: write a space"
            ).format(position=position, name=name_of(character))
    pile = first_pile(text)
    if pile is not None:
        return _(
            "more than {most} combining marks follow each other from character {position} of the "
            "text: take them out"
        ).format(most=MARKS, position=pile + 1)
    return _("the text is blank: write something, or leave the key out if it may be")


def _wrong_type(path: Path, key: str, value: object) -> str:
    inside = bool(path) and isinstance(path[-1], int)
    if key in {"sources", "questions"} and not inside:
        return _("{key} are tables: begin each with a line [[{key}]]").format(key=key)
    if key in {"sources", "questions"} or (key in {"evidence", "allow"} and inside):
        return _("{value} is no table: write as in {example}").format(
            value=shown(value), example=_EXAMPLES.get(key, f"[[{key}]]")
        )
    if key == "published" and isinstance(value, str):
        return _("a date stands without quotation marks: write {example}").format(
            example=_EXAMPLES[key]
        )
    if inside or key not in _EXAMPLES or key in _CHOICES:
        if isinstance(value, (list, dict)):
            return _("a text should stand here: write as in {example}").format(
                example=_example(key)
            )
        return _('a text stands between quotation marks: write "{value}"').format(
            value=shown(value)
        )
    return _("this is not what {key} can be: write as in {example}").format(
        key=key, example=_example(key)
    )
