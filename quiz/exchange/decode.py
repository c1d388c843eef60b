"""From the bytes of a foreign text file to its text."""

from __future__ import annotations

import codecs

from quiz.base.language import _
from quiz.exchange.protocol import UnreadableError

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_POLISH = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
_ENCODINGS = ("cp1250", "iso8859-2")
"""What Polish files that are not in Unicode are written in, on Windows and elsewhere."""

_OTHER = "„”“’–—…°§€«»é\xa0\xad"
"""What else such files may hold beyond ASCII without a doubt about the encoding."""


def decode(data: bytes) -> str:
    """Decode text in UTF-8, in marked UTF-16 or UTF-32, or surely Polish in cp1250 or ISO 8859-2.

    Raises UnreadableError, with the line, where the encoding is none of these or the file is no
    text. Line ends become newlines.
    """
    text = _decode(data)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise UnreadableError(
            _("line {line} holds a NUL character: this is no text file").format(line=line)
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes) -> str:
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            data = data.removeprefix(mark)
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _undecodable(data, error, encoding.removesuffix("-le")) from None
    if unmarked := _unmarked_utf16(data):
        try:
            return data.decode(unmarked)
        except UnicodeDecodeError as error:
            raise _undecodable(data, error, unmarked) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if (text := _polish(data)) is not None:
            return text
        raise _undecodable(data, error, "UTF-8") from None


def _unmarked_utf16(data: bytes) -> str:
    """Name the byte order of ASCII-heavy UTF-16 without a mark, if this is such."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return ""
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if high > 0.6 * half and low == 0:
        return "utf-16-le"
    if low > 0.6 * half and high == 0:
        return "utf-16-be"
    return ""


def _polish(data: bytes) -> str | None:
    """Decode a text that reads as Polish in exactly one of the old encodings."""
    readings = []
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        beyond = [letter for letter in text if letter > "\x7f"]
        if beyond and all(letter in _POLISH or letter in _OTHER for letter in beyond):
            readings.append(text)
    return readings[0] if len(set(readings)) == 1 else None


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str) -> UnreadableError:
    line = data.count(b"\n", 0, error.start) + 1
    message = _(
        "line {line}: the byte {byte} is not {encoding}: save the file in the encoding UTF-8"
    )
    byte = f"0x{data[error.start]:02X}" if error.start < len(data) else "0x00"
    return UnreadableError(message.format(line=line, byte=byte, encoding=encoding.upper()))
