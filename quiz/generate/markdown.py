"""The text of a Markdown file, and what the block at its head says of it.

Nothing is looked at twice, whatever is opened and never closed: the time grows with the length.
"""

from __future__ import annotations

import re
from bisect import bisect_left

_HEAD = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_CODE = re.compile(r"```.*?(?:```|$)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TARGET = r"\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]*+\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]*+)\](?:{_TARGET}|\[[^\[\]\n]*+\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]++\]:?")
_OPENS = re.compile(r"\*\*(?=\S)|__(?=\S)|`(?=\S)|\*(?=\S)|(?<!\w)_(?=\S)")
_CLOSES = re.compile(r"(?<=\S)(?=[*_`])")


def front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Split off a `---` block of `key: value` lines, and return what is below it, and the pairs."""
    found = _HEAD.match(text)
    if not found:
        return text, {}
    pairs = (line.partition(":") for line in found[1].split("\n"))
    said = {key.strip().lower(): value.strip(" \"'") for key, _colon, value in pairs if value}
    return text[found.end() :], said


def plain(text: str) -> str:
    """Take links, images and emphasis out; headings stay, for what reads the text skips them."""
    text = _CODE.sub("", text)
    closed = text.rfind("-->") + 3  # behind it no comment is closed
    text = _COMMENT.sub("", text[:closed]) + text[closed:] if closed > 2 else text
    text = _FOOTNOTE.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    return "\n".join(map(_without_emphasis, text.split("\n")))


def _without_emphasis(line: str) -> str:
    """Drop the marks around what is emphasised or code; each pair is the nearest there is."""
    ends: dict[str, list[int]] = {}
    for found in _CLOSES.finditer(line):
        at = found.start()
        for mark in (line[at], line[at : at + 2]):
            ends.setdefault(mark, []).append(at)
    if not ends:
        return line
    kept: list[str] = []
    begin = at = 0
    while opening := _OPENS.search(line, at):
        start, at = opening.start(), opening.end()
        for mark in dict.fromkeys((opening[0], opening[0][0])):
            inside = start + len(mark)
            places = ends.get(mark, [])
            nearest = bisect_left(places, inside + 1)
            if nearest < len(places) and _may_open(line, start, mark):
                end = places[nearest]
                kept += [line[begin:start], line[inside:end]]
                begin = at = end + len(mark)
                break
        else:
            at = start + 1
    return "".join([*kept, line[begin:]])


def _may_open(line: str, at: int, mark: str) -> bool:
    return mark != "_" or not at or not (line[at - 1].isalnum() or line[at - 1] == "_")
