"""Sentences of running text: headings and captions are left out, abbreviations do not break."""

import re

from quiz.languages.polish.tables import ABBREVIATIONS
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
        if start >= 0 and (text[end - 1] in '.!?…”"' or not line.lstrip()[0].islower()):
            previous = text[start:end].rsplit("\n", 1)[-1]
            if text[end - 1] in '.!?…”"' or len(previous) < 60:
                out.append((start, end))
                start = -1
        if start < 0:
            start = m.start()
        end = m.start() + len(line)
    if start >= 0:
        out.append((start, end))
    return out


def _bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begin = start
    for m in _BREAK.finditer(text, start, end):
        last = _LAST.search(text[begin : m.end()])
        if last and m.end() < end:
            word = last.group(1)
            following = text[m.end() : m.end() + 2].strip()
            if word.lower() in ABBREVIATIONS and not (
                word.lower() in {"r", "proc", "in", "zł", "itd", "itp", "br"}
                and (following[:1].isupper() or following[:1] in {"–", "—", "„"})
            ):
                continue
            if len(word) == 1 and word.isupper() and not _ON_X.search(text, begin, m.end()):
                continue
            score = text[m.start() - len(word) - 1 : m.start() - len(word)] in set(":–-")
            if word.isdigit() and len(word) <= 2 and not score:
                continue
        out.append((begin, m.end()))
        begin = m.end()
    if text[begin:end].strip():
        out.append((begin, end))
    return out


def sentences(text: str, starts: list[int]) -> tuple[Sentence, ...]:
    """Return the sentences that end like sentences; `starts` are the offsets of the words."""
    out: list[Sentence] = []
    word = 0
    blocks = paragraphs(text)
    for number, (start, end) in enumerate(blocks):
        title = (
            number == 0 and len(blocks) > 1 and end - start < 160 and text[end : end + 2] == "\n\n"
        )
        spoken = text[start:end].startswith("- ") and len(_BREAK.findall(text, start, end)) > 0
        if title or (_HEAD.match(text[start:end]) and not spoken):
            continue
        for s, e in _bounds(text, start, end):
            while s < e and text[s].isspace():
                s += 1  # the sentence begins at its first letter  # noqa: PLW2901
            if text[e - 1] not in '.!?…”"' or _ABOUT_TEXT.match(text, s, e):
                continue
            if _BYLINE.fullmatch(text, s, e):
                continue
            while word < len(starts) and starts[word] < s:
                word += 1
            first = word
            while word < len(starts) and starts[word] < e:
                word += 1
            if word > first:
                out.append(Sentence(len(out), s, e, first, word, number))
    return tuple(out)
