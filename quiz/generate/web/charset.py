"""Which character set a page is in: what it says of itself, and whether that can be so."""

from __future__ import annotations

import codecs
import re

DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})",
    re.IGNORECASE,
)
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16",
}  # fmt: skip
DAMAGED = 0.02
"""Of the bytes outside ASCII, so many may be no UTF-8 in a page that says it is: an advertisement
in another character set makes no page unreadable."""

_GARBLED = re.compile("Ã[\x80-\xbf³Ĺ„]|[ÅĹÄ][\x80-\xbf‚›„™…‡ťş]|â€[žťœ\x9d”“™ž]")
"""UTF-8 that was read as Latin-1, Windows-1252 or Windows-1250 and written again."""
_SINGLE = ("cp1250", "iso8859-2")
"""Single-byte character sets in which Central European pages were written."""
_LETTERS = re.compile("[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]")
_ALIEN = re.compile("(?<=[a-zA-Z])[±¶¹³¿ľĽ¦¼¯]|[\x80-\x9f]")
"""What Polish letters become in a neighbouring character set."""
_ON_THE_WEB = re.compile(
    r"utf-(?:8|16(?:-[lb]e)?)|iso8859-\d+|cp\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|euc_\w+|shift_\w+"
)
"""Python has more, some of which take forever on a long page."""


def decoded(data: bytes, declared: str = "") -> str | None:
    """Return the text of a page, None where it is in no character set that can be told.

    `declared` is what the server says. UTF-8 is what its bytes prove; next comes the server's
    word, then the page's own, and where both are wrong the set that makes sense of the letters.
    """
    for mark, name in MARKS.items():
        if data.startswith(mark):
            return _by(data, name)
    text = _by(data, "utf-8")
    if text is not None:
        return text
    found = DECLARED.search(data[:4096])
    names = [_known(declared), _known(found[1].decode("ascii")) if found else ""]
    if "utf-8" in names and _nearly_utf8(data):
        return data.decode("utf-8", "replace")
    stated = next((text for name in names if name and (text := _by(data, name)) is not None), None)
    if stated is not None and not _suspect(stated):
        return stated
    texts = [text for name in _SINGLE if (text := _by(data, name)) is not None]
    return max((stated, *texts) if stated else texts, key=_sense, default=None)


def garbled(text: str) -> bool:
    """Whether a text was read in the wrong character set before it came here."""
    return len(_GARBLED.findall(text)) > 2 + len(text) // 2000


def _suspect(text: str) -> bool:
    return len(_ALIEN.findall(text)) > 2 + len(text) // 5000


def _sense(text: str) -> int:
    return len(_LETTERS.findall(text)) - 2 * len(_ALIEN.findall(text))


def _known(name: str) -> str:
    """Return a character set by Python's name for it, as browsers understand it, or nothing."""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    # What is called Latin-1 or ASCII on the web is Windows-1252 (WHATWG Encoding, section 4.2).
    found = {"iso8859-1": "cp1252", "ascii": "cp1252"}.get(found, found)
    return found if _ON_THE_WEB.fullmatch(found) else ""


def _by(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _nearly_utf8(data: bytes) -> bool:
    wrong = data.decode("utf-8", "replace").count("\ufffd") - data.count("\ufffd".encode())
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    return wrong <= max(2, DAMAGED * high)
