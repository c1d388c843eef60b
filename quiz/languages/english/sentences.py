"""Sentences of running text: headings and captions are left out, abbreviations do not break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from quiz.languages.english.date_words import MONTH_SHORT, WEEKDAY_NAMES
from quiz.languages.paragraphs import is_title, numbered, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.protocol import Sentence

_BREAK = re.compile(
    r"[.!?…]+[\"”’')\]]*(?:\[\d+\])*(?=\s+[\"“‘'(\[—–-]*\s*[A-Z\d])|[.!?…]+[\"”’')\]]*(?:\[\d+\])*$"
)
_LAST = re.compile(r"([\w.&'’-]+)\.$")
_NEVER = frozenset(
    {
        "mr", "mrs", "ms", "mx", "dr", "gen", "sen", "rep", "gov", "lt", "col", "sgt", "capt",
        "cmdr", "maj", "prof", "rev", "hon", "st", "mt", "ft", "vs", "v", "messrs", "pres", "supt",
        "det", "insp", "adm", "brig", "pvt", "cpl", "fr", "sr", "e.g", "i.e", "cf", "approx",
        "c", "ca",
    }
)  # fmt: skip
"""Abbreviations that something always follows."""
_NUMBERED = frozenset(
    {"no", "nos", "p", "pp", "vol", "fig", "art", "sec", "jan", "feb", "mar", "apr", "jun", "jul",
     "aug", "sept", "sep", "oct", "nov", "dec", "ch", "para"}
)  # fmt: skip
"""Abbreviations that a number follows."""
_SOMETIMES = re.compile(
    r"(?:[A-Za-z]\.)+[A-Za-z]|inc|ltd|co|corp|jr|sr|bros|ph\.?d|etc|al|dept|est|univ", re.IGNORECASE
)
"""Abbreviations that may end a sentence."""
_OPENERS = re.compile(
    r"\s+[\"“‘(]*(?:The|A|An|In|On|At|He|She|It|They|We|I|You|This|That|These|Those|But|And|However|After"
    r"|Before|When|While|As|For|From|By|His|Her|Its|Their|If|Although|Since|During|There|Then|Some|Many"
    r"|Most|More|Other|Another|According|Under|With|Last|Both|One|Two|Three|Not|No|So|Now|Officials|Police)\b"
)
_HEAD = re.compile(
    r"^\s*(?:#|[-*•]\s|>|\||={2,})"
    r"|^\s*(?:Related|See also|Read more|Sources?|Photo|Image|Updated|Share)\b:?"
)
_CAPTION = re.compile(
    r"\b(?:Image|Images|Photo|Photos|Photograph|Picture|Credit|File photo|Screenshot)s?:\s|"
    r"\bfrom file,\s|\b(?:file|archive|stock) (?:photo|image|picture)\b"
    r"|\((?:Reuters|AP|AFP|Getty Images)\)\.?$"
)
_GLUED = re.compile(
    rf"(?<=[a-z\d\w)])\s(?=(?:In|On|At|During|After|For|While|Although|Following)\s(?:the|a|an|his|her|its|their|\d|{WEEKDAY_NAMES}"
    rf"|{MONTH_SHORT})\b)"
)
"""Where a caption, a heading or a dateline has run into the sentence after it."""
_ENDED = re.compile(r"[.!?…][\"”’')\]]*(?:\[\d+\])*$")
_ENDINGS = ".!?…”\"’')]"
_LONGEST_QUOTE = 600
_SHORT = 120
"""Characters: a longer sentence is no caption."""


class Block(NamedTuple):
    """A paragraph's offsets, its sentences' offsets, and whether it is running text."""

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    running: bool


def _breaks(text: str, begin: int, m: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at a full stop: not after "Mr." or an initial."""
    stop = m.start() + 1
    last = _LAST.search(text[begin:stop]) if text[m.start()] == "." and m.end() == stop else None
    if last is None or m.end() >= end:
        return True
    word, following = last[1], text[m.end() : m.end() + 24]
    low = word.lower()
    if low in _NEVER or (low in _NUMBERED and following.strip()[:1].isdigit()):
        return False
    if len(word) == 1 and word.isupper():
        return word == "I" and _OPENERS.match(following) is not None
    if _SOMETIMES.fullmatch(word):
        return _OPENERS.match(following) is not None
    return True


def _quotes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of quotations that begin and end in a paragraph."""
    return [
        (start + m.start(), start + m.end())
        for m in re.finditer(r"“[^“”]*”|\"[^\"]*\"", text[start:end])
        if m.end() - m.start() <= _LONGEST_QUOTE
    ]


def _bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the offsets of sentences; one does not end within a quotation."""
    out: list[tuple[int, int]] = []
    quotes = _quotes(text, start, end)
    begin = start
    for m in _BREAK.finditer(text, start, end):
        quoted = any(a < m.start() and m.end() < b for a, b in quotes)
        if quoted or not _breaks(text, begin, m, end):
            continue
        out.append((begin, m.end()))
        begin = m.end()
    if text[begin:end].strip():
        out.append((begin, end))
    trimmed: list[tuple[int, int]] = []
    for one, other in out:
        first = one
        while first < other and text[first].isspace():
            first += 1
        glued = None if any(a < first + 80 and first < b for a, b in quotes) else _GLUED.search(
            text, first, min(other, first + 100)
        )  # fmt: skip
        if glued:
            trimmed.append((first, glued.start()))
            first = glued.end()
        trimmed.append((first, other))
    return trimmed


def blocks(text: str) -> list[Block]:
    """Return every paragraph with its sentences."""
    out: list[Block] = []
    bounds = paragraphs(text, _ENDINGS)
    for number, (start, end) in enumerate(bounds):
        body = text[start:end]
        aside = _HEAD.match(body) or (_CAPTION.search(body) and len(body) < 400)
        running = not (is_title(text, bounds, number) or aside)
        out.append(Block(start, end, tuple(_bounds(text, start, end)), running))
    return out


def sentences(text: str, found: list[Block], starts: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences that end like sentences; `starts` are the offsets of the words."""
    return numbered(_running(text, found), starts)


def _running(text: str, found: list[Block]) -> Iterator[tuple[int, int, int]]:
    for number, block in enumerate(found):
        for s, e in block.spans if block.running else ():
            if e - s < _SHORT and _CAPTION.search(text, s, e):
                continue
            if text[e - 1] in _ENDINGS and _ENDED.search(text[s:e]):
                yield s, e, number
