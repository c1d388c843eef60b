"""Questions in a table with named columns: what the columns may be called, and what they hold.

The right answer stands in a column of its own, with the wrong ones in others; or all options stand
in columns and one says which is right, by its number, its letter or its words. Names are read in
English and Polish, in any order and case.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.exchange.protocol import Item, Option, Skipped, excerpt
from quiz.exchange.tables import numbered, seconds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quiz.exchange.tables import Row

_NAMES = {
    "prompt": "prompt|question|question text|stem|front|pytanie|treść|treść pytania",
    "answer": "answer|correct answer|right answer|key|odpowiedź|poprawna odpowiedź|prawidłowa "
    "odpowiedź",
    "right": "correct|right|correct option|correct answers?|answer key|poprawna|prawidłowa|klucz",
    "wrong": r"(?:distractor|wrong|wrong answer|wrong option|incorrect|incorrect answer|dystraktor|"
    r"błędna|błędna odpowiedź|zła odpowiedź) ?\d?",
    "option": r"(?:option|choice|opcja|answer|odpowiedź|wariant) ?(?:[1-9]|[a-i])|[a-f]",
    "id": "id|identifier|guid",
    "explanation": "explanation|feedback|general feedback|answer explanation|wyjaśnienie",
    "category": "category|kategoria",
    "tags": "tags?|tagi|etykiety",
    "seconds": "seconds|time|time limit|time in seconds|sekundy|czas",
    "difficulty": "difficulty|trudność",
    "shuffle": "shuffle",
    "note": "note|notes|notatka|uwagi",
    "evidence": r"(?:evidence|quote|cytat) ?\d?",
    "source": r"(?:source|źródło) ?\d?",
    "picture": "image|image link|picture|media|obraz|ilustracja",
}
_PATTERNS = {field: re.compile(names) for field, names in _NAMES.items()}
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)
_FALSE = frozenset({"false", "no", "0", "nie", "fałsz"})

Named = dict[str, list[int]]


def find_names(row: Row) -> Named | None:
    """Say which columns hold what; None where a row does not name a question and its answer."""
    found: Named = {}
    for at, cell in enumerate(row.cells[:100]):
        name = re.sub(r"[\s_]+", " ", cell).strip().casefold()
        for field, pattern in _PATTERNS.items():
            if pattern.fullmatch(name):
                found.setdefault(field, []).append(at)
                break
    marked = "option" in found and ("right" in found or "answer" in found)
    if "prompt" not in found or not ("answer" in found or marked):
        return None
    return found if "wrong" in found or marked else None


def read_rows(rows: Iterable[Row], at: Mapping[str, list[int]]) -> Iterable[Item | Skipped]:
    """Read the rows below a header."""
    for row in rows:
        if any(cell.strip() for cell in row.cells):
            yield _item(row, at)


def _item(row: Row, at: Mapping[str, list[int]]) -> Item | Skipped:
    def all_of(field: str) -> list[str]:
        return [row.cell(place) for place in at.get(field, [])]

    def one(field: str) -> str:
        return next(iter(all_of(field)), "")

    prompt = one("prompt")
    if one("picture"):
        reason = _("it has a picture, a sound or a film, and a bank none")
        return Skipped(row.line, excerpt(prompt), reason)
    if "option" in at:
        texts = all_of("option")
        right = one("right") or _place(one("answer"), texts)
        item = _marked(row, prompt, texts, right)
        if isinstance(item, Skipped):
            return item
        options = item.options
    else:
        wrong = [text for text in all_of("wrong") if text]
        options = (
            Option(one("answer"), right=True),
            *(Option(text, right=False) for text in wrong),
        )
    quotes, sources = all_of("evidence"), all_of("source")
    sources += [sources[-1] if sources else ""] * (len(quotes) - len(sources))
    return Item(
        line=row.line,
        prompt=prompt,
        options=options,
        id=one("id"),
        explanation=one("explanation"),
        category=one("category"),
        tags=tuple(split_tags(one("tags"))),
        seconds=seconds(one("seconds")),
        difficulty=seconds(one("difficulty")),
        shuffle=one("shuffle").lower() not in _FALSE if one("shuffle") else None,
        note=one("note"),
        evidence=tuple(pair for pair in zip(quotes, sources, strict=False) if pair[0]),
    )


def _place(answer: str, options: list[str]) -> str:
    """Return which option an answer is that is given in words, or else the answer as it is."""
    folded = [option.casefold() for option in options]
    return str(folded.index(answer.casefold()) + 1) if answer.casefold() in folded else answer


def _marked(row: Row, prompt: str, options: list[str], right: str) -> Item | Skipped:
    letters = right.replace(" ", "").split(",")
    if all(_LETTER.fullmatch(letter) for letter in letters):
        places = [ord(letter.lower()) - ord("a") + 1 for letter in letters]
        # An option may itself be a letter, and then it is meant.
        if right.casefold() not in (option.casefold() for option in options):
            right = ",".join(map(str, places))
    return numbered(row, prompt, options, right)


def split_tags(cell: str) -> list[str]:
    r"""Split the tags in a cell at semicolons; `\;` is a semicolon in a tag, `\\` a backslash."""
    tags, now, escaped = [], "", False
    for character in cell:
        if escaped:
            now += character if character in ";\\" else f"\\{character}"
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ";":
            tags.append(now)
            now = ""
        else:
            now += character
    tags.append(now + ("\\" if escaped else ""))
    return [tag.strip() for tag in tags if tag.strip()]


def join_tags(tags: Iterable[str]) -> str:
    """Write tags so that `split_tags` gives them back."""
    return "; ".join(tag.replace("\\", "\\\\").replace(";", "\\;") for tag in tags)
