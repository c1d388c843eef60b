"""Where files live, and how they are written so that a crash leaves the old or the new one."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable


def data_folder() -> Path:
    """Return the folder of what the person makes: scores, settings and banks of their own."""
    return _plain_data_folder() or _asked_for_data_folder()


def _asked_for_data_folder() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415  # a fiftieth of a start

    return user_data_path("newsquiz", appauthor=False)


def _plain_data_folder() -> Path | None:
    """Return the data folder on Linux, where nothing about it is unusual (XDG Base Directories)."""
    if sys.platform != "linux" or "ANDROID_DATA" in os.environ:
        return None
    chosen, home = os.environ.get("XDG_DATA_HOME", ""), os.environ.get("HOME", "")
    if chosen.startswith("/") and chosen == chosen.strip():
        return Path(chosen, "newsquiz")
    return Path(home, ".local/share/newsquiz") if home.startswith("/") and not chosen else None


def typed(name: str) -> Path:
    """Return the path that a person typed: "~" is their home; nothing here raises.

    What no path can hold is left out of it.
    """
    clean = name.strip().replace("\0", "").encode("utf-8", "replace").decode()
    return Path(os.path.expanduser(clean))  # noqa: PTH111  # the other one raises


def write_atomically(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Replace the file at `path` by `data`, whole or in parts, as one step even if the power fails.

    The folder is made where it is missing; a link is followed, and the permissions of a file that
    was there stay. Raises OSError, and then `path` is as it was and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    require_file(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name[:_LONGEST]}.{os.urandom(8).hex()}.tmp")
    try:
        handle = os.open(temporary, _CREATE, 0o666)
        try:
            _keep_permissions(target, temporary)
            for part in (data,) if isinstance(data, bytes) else data:
                write_all(handle, part)
            os.fsync(handle)
        finally:
            os.close(handle)
        os.replace(temporary, target)  # noqa: PTH105  # named, as tests make this very call fail
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(target.parent)


def leftovers(path: Path, *, kin: bool = False) -> list[Path]:
    """Return what killed processes left half written of the file at `path`.

    With `kin` also of files whose names begin with its name and a full stop. What processes that
    are alive are writing looks the same.
    """
    target = Path(os.path.realpath(path))
    name = re.escape(f".{target.name[:_LONGEST]}") + (r"\..*" if kin else "")
    half_written = re.compile(name + r"\.[0-9a-f]{16}\.tmp", re.DOTALL)
    with suppress(OSError):
        return [each for each in target.parent.iterdir() if half_written.fullmatch(each.name)]
    return []


def remove_leftovers(path: Path, *, kin: bool = False) -> None:
    """Remove what `leftovers` returns. Only while nobody else can be writing these files."""
    for each in leftovers(path, kin=kin):
        with suppress(OSError):
            each.unlink()


def require_file(path: Path) -> None:
    """Raise OSError if there is something at `path` that is not a file: a folder, a device."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.ESPIPE, os.strerror(errno.ESPIPE))


def file_inside(folder: Path, path: str) -> Path | None:
    """Return the file at a path that somebody wrote, if there is one and it lies in `folder`.

    None where it leads out, be it by .., by a link or as a path of its own; nothing is raised.
    """
    try:
        file = (folder / path).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
    except (OSError, ValueError, RuntimeError):  # too long, a NUL, links that lead in a circle
        return None


def append(handle: int, data: bytes, *, sync: bool) -> None:
    """Write `data` at the end of an open file, whole or not at all.

    With `sync` it is on the disk when the call returns. Raises OSError (or what interrupted it)
    after taking back what part was written.
    """
    size = os.fstat(handle).st_size
    try:
        write_all(handle, data)
        if sync:
            os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            os.ftruncate(handle, size)
        raise


def write_all(handle: int, data: bytes) -> None:
    """Write every byte: the system may take fewer at a time. Raises OSError."""
    rest = memoryview(data)
    while rest:
        written = os.write(handle, rest)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk, where the system can do that."""
    # Windows opens no folder, and some file systems cannot sync one: the file itself is on the
    # disk by now, so that a refusal here is not a failure to save.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def reason(error: OSError) -> str:
    """Say in words why the system refused to read or write."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return _("there is no space left on the disk")
        case errno.EACCES | errno.EPERM:
            return _("there is no permission")
        case errno.EROFS:
            return _("the disk is read-only")
        case errno.ENOENT:
            return _("there is no such file or folder")
        case errno.ENOTDIR | errno.EEXIST:
            return _("a file is where a folder should be")
        case errno.EISDIR:
            return _("it is a folder")
        case errno.ESPIPE:
            return _("it is not a file")
        case errno.EINTR:
            return _("it was interrupted")
        case errno.EIO:
            return _("the disk reported an error")
        case _other:
            return error.strerror or type(error).__name__


_LONGEST = 100  # of a name, so that what is added to it still makes one
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _keep_permissions(old: Path, new: Path) -> None:
    with suppress(OSError):
        new.chmod(stat.S_IMODE(old.stat().st_mode))
