"""Sentences of running text: headings and captions are left out, abbreviations do not break."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.paragraphs import is_title, numbered, paragraphs
from quiz.languages.polish.tables import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.protocol import Sentence

_BREAK = re.compile(r"[.!?…]+[\"”»)\]]*(?=\s+[\"„«(\[–—-]*\s*[A-ZĄĆĘŁŃÓŚŹŻ\d])|[.!?…]+[\"”»)\]]*$")
_LAST = re.compile(r"([\w.]+)\.$")
_ABOUT_TEXT = re.compile(
    r"(?:(?:Prze)?[Cc]zytaj|Zobacz|Sprawdź|Obejrzyj|Posłuchaj|Polecamy|CZYTAJ|ZOBACZ|POLECAMY)"
    r"(?: (?:też|także|również|więcej|TEŻ|TAKŻE|WIĘCEJ))?(?: [^.:]{0,30})?:"
    r"|(?:Poniżej )?[Dd]alsza część (?:artykułu|tekstu)|WARTO WIEDZIEĆ|Zapraszamy do "
    r"|(?:Artykuł|Tekst) (?:jest )?dostępny|(?:Fot|Źródło|Autor|Oprac)[.:]"
)
"""How a sentence begins that speaks of the page: a link, an invitation, whose picture it is."""
_BYLINE = re.compile(
    r"(?:Ze? (?:[A-ZĄĆĘŁŃÓŚŹŻ]\w+ ){1,3})?[A-ZĄĆĘŁŃÓŚŹŻ]\w+ [A-ZĄĆĘŁŃÓŚŹŻ][\w-]+,?"
    r"(?: ?\([A-Z]{2,5}\)| [A-Z]{2,5})?\.?"
)
"""Who wrote an article, and from where: "Z Londynu Jan Kos (PAP)"."""
_ON_X = re.compile(r"(?:serwisie|platformie|portalu|sieci) X\.$")
"""The network whose name looks like an initial."""
_HEAD = re.compile(r"^\s*(#|[-*]\s|>|\|)|^\s*(Fot|Źródło|Zobacz|Czytaj|WARTO)\b")


_MODEL = re.compile(r"\b(?!(?:Na|W|We|Do|Od|Po|Z|Ze|O|Za)\b)[A-ZŁŚŻ]\w+ \d{1,2}\.$")
"""A name with its number at the end of a sentence: "czołgów Challenger 2."."""
_OPENING = re.compile(
    r"\s+(?:W|We|Na|Po|Od|Do|Z|Ze|Za|O|Przed|Podczas|Przy|Dla|Jest|Była?|Został\w?|Jego|Jej|Ich) "
)
"""Words with which a sentence begins, and no name behind an ordinal: "31. W 1862 roku"."""

_PEOPLE = re.compile(
    r"\s+(?!(?:Kra|Rzesz|Tarn|Chorz|Bolesła|Głog|Dąb)\w+ów )"
    r"(?:[A-ZŁŚŻ]\w+(?:czyków|ców|ków|zów|nów|szów|rów|dów)|Rosjan|Polek|Hiszpanek|[A-ZŁŚŻ]\w+czan|[A-ZŁŚŻ]\w+ian)\b"
)
"""Whose part a percentage is, in the genitive."""
DASHES = frozenset("–—-")
ENDINGS = '.!?…”"'
"""What a sentence can end in."""


def _bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begin = start
    for m in _BREAK.finditer(text, start, end):
        last = _LAST.search(text, max(begin, text.rfind(" ", begin, m.start())), m.end())
        if last and m.end() < end:
            word = last.group(1)
            following = text[m.end() : m.end() + 6].lstrip()
            spoken = following[:1] in DASHES and following[1:].lstrip()[:1].isupper()
            if word.lower() == "proc" and _PEOPLE.match(text, m.end()):
                continue  # "52 proc. Brytyjczyków"
            if word.lower() in ABBREVIATIONS and not (
                word.lower() in {"r", "proc", "in", "zł", "itd", "itp", "br"}
                and (following[:1].isupper() or following[:1] == "„" or spoken)
            ):
                continue
            if len(word) == 1 and word.isupper() and not _ON_X.search(text, begin, m.end()):
                continue
            score = text[m.start() - len(word) - 1 : m.start() - len(word)] in set(":–-")
            opens = _OPENING.match(text, m.end()) or _MODEL.search(text, begin, m.end())
            if word.isdigit() and len(word) <= 2 and not score and not opens:
                continue
        out.append((begin, m.end()))
        begin = m.end()
    if text[begin:end].strip():
        out.append((begin, end))
    return out


def sentences(text: str, starts: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences that end like sentences; `starts` are the offsets of the words."""
    return numbered(_running(text), starts)


def _running(text: str) -> Iterator[tuple[int, int, int]]:
    blocks = paragraphs(text, ENDINGS)
    for number, (start, end) in enumerate(blocks):
        spoken = text[start:end].startswith("- ") and len(_BREAK.findall(text, start, end)) > 0
        if is_title(text, blocks, number) or (_HEAD.match(text[start:end]) and not spoken):
            continue
        for s, e in _bounds(text, start, end):
            while s < e and text[s].isspace():
                s += 1  # the sentence begins at its first letter  # noqa: PLW2901
            if text[e - 1] not in ENDINGS or _ABOUT_TEXT.match(text, s, e):
                continue
            if not _BYLINE.fullmatch(text, s, e):
                yield s, e, number
