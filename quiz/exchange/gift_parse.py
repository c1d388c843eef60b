r"""The grammar of GIFT: what stands in a file, without a judgement on what a bank can hold.

Facts: Moodle's `question/format/gift/format.php`. A blank line ends a question; `//` begins a
comment line, in which `[id:…]` and `[tag:…]` count; `::name::` comes first; `{…}` holds the
answers; `\~ \= \# \{ \} \: \\` stand for the characters themselves and `\n` for a new line.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal[
    "category", "description", "essay", "matching", "multiple choice", "numerical", "short answer",
    "true or false", "wrong",
]  # fmt: skip

_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_MARKS = re.compile(r"\\[\\:#={}~n]|(####|[{}~=#])")
_NAME_END = re.compile(r"\\[\\:#={}~n]|(::)")
_FORMAT = re.compile(r"\[(html|markdown|plain|moodle)\]")
_WEIGHT = re.compile(r"%\s*(-?\d{1,3}(?:\.\d*)?)\s*%")
_TOKEN = re.compile(r"\[(id|tag):((?:\\\]|[^\]\x00-\x1f\x7f])+)\]")
_CATEGORY = re.compile(r"\$CATEGORY:(.*)")
_SPACES = re.compile(r"\s\s+")
_LONGEST = 100_000
"""Characters of the longest question that is looked into."""

_TRUE, _FALSE = {"T", "TRUE"}, {"F", "FALSE"}


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text and the name of its format: html, markdown, plain or moodle."""

    format: str
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer that can be chosen; `weight` is in percent, None where the file gives none."""

    right: bool
    weight: float | None
    text: Formatted
    feedback: Formatted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One question of a file, or one line that names the category of those that follow.

    `choices` are those of a multiple-choice question; `truth` and `feedback` (on true or wrong,
    then on false or right) those of a true/false question. An entry of the kind "wrong" breaks the
    grammar, and `problem` says how.
    """

    kind: Kind
    line: int
    title: str = ""
    id: str = ""
    tags: tuple[str, ...] = ()
    stem: Formatted = Formatted("moodle", "")
    embedded: bool = False
    """Whether the answers stand inside the stem, where it has a blank now."""
    choices: tuple[Choice, ...] = ()
    truth: bool = False
    feedback: tuple[Formatted | None, Formatted | None] = (None, None)
    general: Formatted | None = None
    problem: str = ""


def parse(text: str) -> Iterator[Entry]:
    """Find the questions of a GIFT text one after the other; never raises."""
    comments: list[str] = []
    for first, lines in _blocks(text):
        comments += [part.strip() for part in lines if part.lstrip().startswith("//")]
        kept = ["" if part.lstrip().startswith("//") else part for part in lines]
        empty = next((n for n, part in enumerate(kept) if part.strip()), len(kept))
        line, kept = first + empty, kept[empty:]
        if kept and (found := _CATEGORY.match(kept[0].strip())):
            yield Entry(kind="category", line=line, title=found[1].strip())
            line, kept, comments = line + 1, kept[1:], []
        if any(part.strip() for part in kept):
            yield _question("\n".join(kept).strip(), line, comments)
            comments = []


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Cut a text at its blank lines; each block comes with the number of its first line."""
    block: list[str] = []
    number = 0
    for number, raw in enumerate(io.StringIO(text), 1):
        if raw.strip():
            block.append(raw.rstrip("\n"))
        elif block:
            yield number - len(block), block
            block = []
    if block:
        yield number - len(block) + 1, block


def _question(text: str, line: int, comments: list[str]) -> Entry:
    tokens = [
        (m[1], m[2].strip().replace("\\]", "]")) for m in _TOKEN.finditer("\n".join(comments))
    ]
    title = ""
    if text.startswith("::"):
        end = next((m.start() for m in _NAME_END.finditer(text, 2) if m[1]), None)
        if end is not None:
            title, text = _unescape(text[2:end]).strip(), text[end + 2 :].strip()
    entry = Entry(
        kind="description",
        line=line,
        title=title,
        id=next((token for name, token in tokens if name == "id"), ""),
        tags=tuple(token for name, token in tokens if name == "tag"),
    )
    if len(text) > _LONGEST:
        problem = _("it has {n} characters, and a question {most} at most")
        stem = Formatted("plain", text[:_LONGEST])
        return replace(
            entry, kind="wrong", stem=stem, problem=problem.format(n=len(text), most=_LONGEST)
        )
    braces = [(m.start(), m[1]) for m in _MARKS.finditer(text) if m[1] and m[1] in "{}"]
    shape = "".join(brace for _at, brace in braces)
    if not braces:
        return replace(entry, stem=_formatted(text, "moodle"))
    if shape != "{}":
        stem = Formatted("plain", text)
        return replace(entry, kind="wrong", stem=stem, problem=_braces(shape))
    (begin, _open), (end, _close) = braces
    before, body, after = text[:begin], text[begin + 1 : end].strip(), text[end + 1 :]
    entry = replace(entry, stem=_stem(before, after), embedded=bool(after.strip()))
    return _with_answers(entry, body)


def _braces(shape: str) -> str:
    if shape.startswith("{}{"):
        return _(
            "it has more than one set of answers in braces; a brace in the text is written \\{ or "
            "\\}, and a blank line ends a question"
        )
    return _(
        "its { and } do not pair: a blank line ends a question, and a brace in the text is "
        "written \\{ or \\}"
    )


def _stem(before: str, after: str) -> Formatted:
    stem = _formatted(before, "moodle")
    if not after.strip():
        return stem
    rest = _formatted(after, stem.format if before.strip() else "moodle")
    kind = stem.format if before.strip() else rest.format
    start = f"{stem.text} " if stem.text else ""
    return Formatted(kind, f"{start}_____ {rest.text}")


def _with_answers(entry: Entry, body: str) -> Entry:
    default = entry.stem.format
    marks = [(m.start(), m[1]) for m in _MARKS.finditer(body) if m[1]]
    if ends := [at for at, mark in marks if mark == "####"]:
        entry = replace(entry, general=_formatted(body[ends[-1] + 4 :], default))
        marks = [(at, mark) for at, mark in marks if at < ends[-1]]
        body = body[: ends[-1]].strip()
    kinds = {mark for _at, mark in marks}
    first = next((at for at, mark in marks if mark == "#"), len(body))
    word = body[:first].strip()
    if not body:
        return replace(entry, kind="essay")
    if body.startswith("#"):
        return replace(entry, kind="numerical")
    if "~" in kinds:
        return _with_choices(entry, body)
    if "=" in kinds and "->" in body:
        return replace(entry, kind="matching")
    if word in _TRUE | _FALSE:
        told = [_feedback(part, default) for part in _split(body, "#", 2)[1:]]
        first_told, second_told = (*told, None, None)[:2]
        feedback = (first_told, second_told)
        return replace(entry, kind="true or false", truth=word in _TRUE, feedback=feedback)
    return replace(entry, kind="short answer")


def _with_choices(entry: Entry, body: str) -> Entry:
    default = entry.stem.format
    starts = [m.start() for m in _MARKS.finditer(body) if m[1] in {"=", "~"}]
    if starts[0]:
        problem = _("text stands before the first = or ~ in the braces")
        return replace(entry, kind="wrong", problem=problem)
    choices = []
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        text, *feedback = _split(body[start + 1 : end].strip(), "#", 1)
        weight = None
        if found := _WEIGHT.match(text):
            weight, text = float(found[1]), text[found.end() :]
        told = _feedback(feedback[0], default) if feedback else None
        choices.append(Choice(body[start] == "=", weight, _formatted(text, default), told))
    return replace(entry, kind="multiple choice", choices=tuple(choices))


def _feedback(text: str, default: str) -> Formatted | None:
    return _formatted(text, default) if text.strip() else None


def _split(text: str, mark: str, most: int) -> list[str]:
    """Split a text at its first `most` unescaped marks."""
    cuts = [m for m in _MARKS.finditer(text) if m[1] and m[1][0] == mark][:most]
    begins = [0, *(cut.start() + 1 for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    return [text[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _formatted(text: str, default: str) -> Formatted:
    text = text.strip()
    kind = default
    if found := _FORMAT.match(text):
        kind, text = found[1], text[found.end() :].strip()
    if kind not in {"html", "markdown"}:
        # Where a line is broken in the file says nothing in these formats.
        text = _SPACES.sub(" ", text.replace("\n", " "))
    return Formatted(kind, _unescape(text))


def _unescape(text: str) -> str:
    return _ESCAPE.sub(lambda found: "\n" if found[1] == "n" else found[1], text)
