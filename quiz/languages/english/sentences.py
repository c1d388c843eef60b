"""Sentences of running text: headings and captions are left out, abbreviations do not break."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.languages.english.date_words import MONTH_SHORT, WEEKDAY_NAMES
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


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the offsets of paragraphs; hard-wrapped lines are one, headings are none."""
    out: list[tuple[int, int]] = []
    start = end = -1
    for m in re.finditer(r"[^\n]*\n?", text):
        line = m.group().rstrip()
        if not line.strip():
            if start >= 0:
                out.append((start, end))
            start = -1
            continue
        if start >= 0 and (text[end - 1] in _ENDINGS or not line.lstrip()[0].islower()):
            previous = text[start:end].rsplit("\n", 1)[-1]
            if text[end - 1] in _ENDINGS or len(previous) < 60:
                out.append((start, end))
                start = -1
        if start < 0:
            start = m.start()
        end = m.start() + len(line)
    if start >= 0:
        out.append((start, end))
    return out


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
    bounds = paragraphs(text)
    for number, (start, end) in enumerate(bounds):
        body = text[start:end]
        title = (
            number == 0 and len(bounds) > 1 and end - start < 160 and text[end : end + 2] == "\n\n"
        )
        running = not (title or _HEAD.match(body) or (_CAPTION.search(body) and len(body) < 400))
        out.append(Block(start, end, tuple(_bounds(text, start, end)), running))
    return out


def sentences(text: str, found: list[Block], starts: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences that end like sentences; `starts` are the offsets of the words."""
    out: list[Sentence] = []
    word = 0
    for number, block in enumerate(found):
        for s, e in block.spans if block.running else ():
            if e - s < _SHORT and _CAPTION.search(text, s, e):
                continue
            if text[e - 1] not in _ENDINGS or not re.search(
                r"[.!?…][\"”’')\]]*(?:\[\d+\])*$", text[s:e]
            ):
                continue
            while word < len(starts) and starts[word] < s:
                word += 1
            first = word
            while word < len(starts) and starts[word] < e:
                word += 1
            if word > first:
                out.append(Sentence(len(out), s, e, first, word, number))
    return tuple(out)
