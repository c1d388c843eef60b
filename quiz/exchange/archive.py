"""Archives from outside: looked over before anything in them is unpacked."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib

from quiz.base.language import _
from quiz.exchange.protocol import UnreadableError

ZIP = b"PK\x03\x04"
"""What an archive begins with."""

BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, OverflowError,
    RuntimeError, ValueError,
)  # fmt: skip
"""What the standard library raises for archives that are broken."""

ENTRIES = 10_000
LARGEST = 128 * 1024 * 1024
"""Bytes that all files of an archive together may unpack to."""

_DENSEST = 200
"""How many times its packed size a large file may unpack to; text seldom gets beyond 30."""
_LARGE = 8 * 1024 * 1024


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open an archive whose files stay inside it and unpack to a sane size.

    Raises UnreadableError. No file of it can unpack to more than it declares: reading stops there.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN:
        raise UnreadableError(_("it is a broken archive")) from None
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise UnreadableError(_("its archive holds more than {n} files").format(n=ENTRIES))
    for entry in entries:
        name = entry.filename.replace("\\", "/")
        if name.startswith("/") or ".." in name.split("/") or ":" in name.split("/")[0]:
            raise UnreadableError(_("a file of its archive lies outside the archive"))
        if entry.external_attr >> 28 == 0xA:
            raise UnreadableError(_("its archive holds a link to another file"))
        if entry.flag_bits & 1:
            raise UnreadableError(_("it is locked with a password: save it without one"))
        packed = max(entry.compress_size, 1)
        if entry.file_size > _LARGE and entry.file_size > packed * _DENSEST:
            raise UnreadableError(_("its archive unpacks to far more than it can hold"))
    # What counts here is what the files say of themselves; none is read beyond that.
    if sum(entry.file_size for entry in entries) > LARGEST:
        message = _("its archive unpacks to more than {size} MB")
        raise UnreadableError(message.format(size=LARGEST // 1024 // 1024))
    return archive


def read_entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Unpack one file. Raises UnreadableError; KeyError where there is none of that name."""
    try:
        return archive.read(name)
    except BROKEN:
        raise UnreadableError(_("its archive is broken: a file cannot be unpacked")) from None
