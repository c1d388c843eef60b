"""Files are replaced and added to whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from platformdirs import user_data_path

from quiz.base.files import (
    append,
    data_folder,
    file_inside,
    reason,
    typed,
    write_atomically,
)


def test_a_file_is_made_with_its_folder_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.toml"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_link_and_the_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = tmp_path / "a.toml"
    write_atomically(path, b"old")

    def refuse(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(OSError, match="no space"):
            write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_append_is_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    handle = os.open(path, os.O_RDWR | os.O_APPEND)
    real = os.write
    try:
        append(handle, b" new", sync=True)
        monkeypatch.setattr(os, "write", lambda h, data: real(h, bytes(data)[:2]) if data else 0)
        append(handle, b" short", sync=False)
        monkeypatch.setattr(os, "write", lambda _h, _data: 0)
        with pytest.raises(OSError, match="space"):
            append(handle, b" never", sync=True)
    finally:
        os.close(handle)
    assert path.read_bytes() == b"old new short"


def test_what_a_person_typed_is_a_path_whatever_it_is() -> None:
    assert typed(" ~/a b.toml ") == Path.home() / "a b.toml"
    assert typed("~nobody-of-this-name/x") == Path("~nobody-of-this-name/x")
    assert typed("a\0b\ud800.toml") == Path("ab?.toml")
    assert typed("") == Path()


def test_every_reason_is_in_words() -> None:
    for number in errno.errorcode:
        assert reason(OSError(number, os.strerror(number)))
    assert reason(OSError()) == "OSError"


@pytest.mark.parametrize("chosen", [None, "", "/data", "/data/", " /data", "data", "~/data", "//x"])
@pytest.mark.parametrize("home", [None, "", "/home/ala", "/home/ala/", "ala"])
def test_the_data_folder_is_where_the_system_wishes_it(
    chosen: str | None, home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("XDG_DATA_HOME", chosen), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert data_folder() == user_data_path("newsquiz", appauthor=False)


def test_the_data_folder_is_named_after_the_game() -> None:
    assert data_folder().name == "newsquiz"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """Return a folder as somebody may send it, with ways out of it and a secret beside it."""
    folder = tmp_path / "shared"
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "a.md").write_text("a", "utf-8")
    (tmp_path / "secret").write_text("s", "utf-8")
    (folder / "out").symlink_to(tmp_path / "secret")
    (folder / "up").symlink_to(tmp_path)
    (folder / "circle").symlink_to(folder / "circle")
    (folder / "in").symlink_to(folder / "sources" / "a.md")
    return folder


@pytest.mark.parametrize(
    "path",
    [
        "../secret", "sources/../../secret", "/etc/hostname", "out", "up/secret", "circle",
        "sources",
        "", ".", "..", "none", "a" * 5000, "ż" * 200, "a\0b", "..\\secret", "C:\\secret",
        "C:secret",
        "\\\\server\\share\\a", "//server/share/a", "~/a", "/dev/stdin", "sources/a.md/b",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_its_folder(path: str, shared: Path) -> None:
    assert file_inside(shared, path) is None


@pytest.mark.parametrize("path", ["sources/a.md", "./sources//a.md", "in", "sources/../in"])
def test_a_path_inside_is_followed(path: str, shared: Path) -> None:
    found = file_inside(shared, path)
    assert found is not None
    assert found.read_text("utf-8") == "a"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["..", ".", "up", "out", "in", "sources", "secret", ""]), st.text()
        ),
        max_size=5,
    ).map("/".join)
)
def test_whatever_a_path_is_nothing_outside_is_found(shared: Path, path: str) -> None:
    found = file_inside(shared, path)
    assert found is None or found.is_relative_to(shared.resolve())
