"""Making of a catalogue what gettext reads, when it is built and when it has changed.

Only `newsquiz.po` is kept under version control. A build puts the compiled `newsquiz.mo` into the
package; in a checkout a `.mo` that is missing or belongs to another `.po` is made at the start,
so that neither an update of the checkout nor an edit of a translation needs a command.
"""

from __future__ import annotations

import io
import os
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path


def compiled(source: Path) -> BinaryIO:
    """Return the compiled catalogue of the `.po` at `source`, made anew if that has changed.

    A compiled catalogue bears the time stamp of what it was made of. Raises OSError where there
    is neither, ValueError where the source is damaged.
    """
    made = source.with_suffix(".mo")
    try:
        stamp = source.stat().st_mtime_ns
    except FileNotFoundError:  # installed: what was built is all there is
        return io.BytesIO(made.read_bytes())
    with suppress(OSError):
        if made.stat().st_mtime_ns == stamp:
            return io.BytesIO(made.read_bytes())
    data = compile_catalogue(source)
    # A folder that cannot be written to costs time at each start, nothing else.
    with suppress(OSError):
        keep(made, data, stamp)
    return io.BytesIO(data)


def compile_catalogue(source: Path) -> bytes:
    """Return what gettext reads of the `.po` at `source`; fuzzy translations are left out.

    Raises OSError and ValueError.
    """
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # only after a change
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except PoFileError as error:
        raise ValueError(str(error)) from None
    made = io.BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def keep(made: Path, data: bytes, stamp: int) -> None:
    """Write a compiled catalogue with the time stamp of its source. Raises OSError.

    Several starts may do so at once, so that each writes a file of its own and puts it in place.
    """
    temporary = made.with_name(f".{made.name}.{os.getpid()}")
    try:
        temporary.write_bytes(data)
        os.utime(temporary, ns=(stamp, stamp))
        temporary.replace(made)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
