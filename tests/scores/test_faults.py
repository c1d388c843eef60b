"""What the system refuses costs no round that was saved."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
import tomli

from quiz.base.files import write_atomically
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.journal import Journal
from tests.faulty import CALLS, ERRORS, MOST, Faulty, no_file_larger_than, refusing
from tests.scores.rounds import SAPPERS, SHOIGU, played, read

if TYPE_CHECKING:
    from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

NOBODY = 65534


@pytest.mark.parametrize("number", ERRORS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("before", ["missing", "whole", "torn"])
def test_no_refusal_costs_a_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, before: str
) -> None:
    """Every use of every call is made to fail in turn, until a save needs no more of them."""
    for at in range(1, MOST):
        path = tmp_path / str(at) / "scores.toml"
        file = ScoreFile(path)
        if before != "missing":
            file.append(played(1))
            file.append(played(2))
        if before == "torn":
            with path.open("ab") as handle:
                handle.write(b"\n[[rounds]]\nid = ")
        old = read(file).rounds
        told = ""
        with refusing(monkeypatch, call, number, at) as fault:
            try:
                file.append(played(3))
            except ScoreError as error:
                told = str(error)
        failed = bool(told)
        assert not failed or ERRORS[number] in told
        assert read(file).rounds == (old if failed else [*old, played(3)])
        assert not list(path.parent.glob(".*.tmp"))
        if failed:
            file.append(played(3))
        assert read(file).rounds == [*old, played(3)]
        assert read(file).problems == ()
        if fault.used < at:
            assert not failed
            return
    pytest.fail("a save needs more calls than this test makes fail")


@pytest.mark.skipif(os.name != "posix", reason="the system has no such limit")
def test_a_disk_that_is_full_at_any_byte_costs_no_round(tmp_path: Path) -> None:
    file = ScoreFile(tmp_path / "scores.toml")
    file.append(played(1))
    small = file.path.stat().st_size
    with pytest.raises(ScoreError, match="no space"), no_file_larger_than(small):
        file.append(played(2))
    file.append(played(2))
    whole = file.path.read_bytes()
    for limit in range(0, len(whole), 3):
        file.path.write_bytes(whole[:small])
        journal = Journal.open(file.path, played(3))
        with pytest.raises(ScoreError, match="no space"), no_file_larger_than(limit):
            file.append(played(2))
        assert file.path.read_bytes() == whole[:small]
        full = max(limit, journal.path.stat().st_size + 9)
        with suppress(ScoreError), no_file_larger_than(full):
            for _answer in range(3):
                journal.add(SHOIGU)
        journal.close()
        assert file.recover().interrupted == (len(read(file).rounds) == 2)
        assert read(file).problems == ()
        assert not list(tmp_path.glob(".*"))
        tomli.loads(file.path.read_text("utf-8"))


def test_short_writes_are_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, bytes(data)[:7]))
    file = ScoreFile(tmp_path / "scores.toml")
    file.append(played(1))
    file.append(played(2))
    journal = Journal.open(file.path, played(3))
    journal.add(SAPPERS)
    journal.close()
    assert file.recover().interrupted == 1
    assert [each.id for each in read(file).rounds] == [played(n).id for n in (1, 2, 3)]


def test_an_interrupt_takes_back_what_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = ScoreFile(tmp_path / "scores.toml")
    file.append(played(1))
    before = file.path.read_bytes()

    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            file.append(played(2))
    assert file.path.read_bytes() == before


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    file = ScoreFile(tmp_path / "file" / "scores.toml")
    with pytest.raises(ScoreError, match="a file is where a folder should be"):
        file.append(played(1))
    with pytest.raises(ScoreError, match="a file is where a folder should be"):
        Journal.open(file.path, played(1))


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    for act in (partial(read, ScoreFile(tmp_path)), ScoreFile(tmp_path).recover):
        with pytest.raises(ScoreError, match="folder"):
            act()


@pytest.fixture
def locked_out() -> Iterator[Path]:
    """Give a folder with a score file that this process may look into and not write to."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ScoreFile(folder / "scores.toml").append(played(1))
        is_root = os.geteuid() == 0
        folder.chmod(0o555)
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system knows no such permissions")
def test_a_folder_without_permission_is_told(locked_out: Path) -> None:
    file = ScoreFile(locked_out / "scores.toml")
    other = ScoreFile(locked_out / "new.toml")
    for act in (
        lambda: other.append(played(2)),
        lambda: Journal.open(other.path, played(2)),
        lambda: write_atomically(file.path, b""),
    ):
        with pytest.raises((ScoreError, PermissionError), match=r"permission|denied"):
            act()
    assert read(file).rounds == [played(1)]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="the system knows no such permissions")
def test_a_folder_that_is_closed_is_told(locked_out: Path) -> None:
    closed = ScoreFile(locked_out / "scores.toml")
    owner = os.geteuid()
    if owner == NOBODY:
        os.seteuid(0)
    locked_out.chmod(0)
    if owner == NOBODY:
        os.seteuid(NOBODY)
    for act in (partial(read, closed), closed.recover, lambda: closed.append(played(2))):
        with pytest.raises(ScoreError, match="no permission"):
            act()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_is_not_a_file_is_told_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for place in (pipe, Path("/dev/null")):
        file = ScoreFile(tmp_path / "link")
        file.path.symlink_to(place)
        for act in (partial(read, file), file.recover, partial(file.append, played(1))):
            with pytest.raises(ScoreError, match="not a file"):
                act()
        assert not place.is_file()
        file.path.unlink()


@pytest.mark.parametrize("error", [NotImplementedError, RuntimeError, PermissionError])
def test_a_lock_that_cannot_be_taken_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(ScoreError):
        ScoreFile(tmp_path / "scores.toml").append(played(1))
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_half_written_goes(tmp_path: Path) -> None:
    file = ScoreFile(tmp_path / "scores.toml")
    file.append(played(1))
    ours = [".scores.toml.0123456789abcdef.tmp", ".scores.journal-1.toml.0123456789abcdef.tmp"]
    theirs = {".others.toml.0123456789abcdef.tmp", ".scores.toml.mine.tmp"}
    for name in (*ours, *theirs):
        (tmp_path / name).write_bytes(b"half")
    file.recover()
    assert {each.name for each in tmp_path.glob(".*")} == theirs


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_journal_that_cannot_be_written_keeps_its_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    file = ScoreFile(tmp_path / "scores.toml")
    journal = Journal.open(file.path, played(1))
    journal.add(SAPPERS)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, Faulty(getattr(os, call), errno.ENOSPC, 1))
        with pytest.raises(ScoreError, match="no space"):  # noqa: PT012  # either may
            journal.add(SHOIGU)
            journal.sync()
    journal.add(SHOIGU)
    journal.close()
    file.recover()
    (saved,) = read(file).rounds
    assert saved.answers[0] == SAPPERS
    assert saved.answers[-1] == SHOIGU


@pytest.mark.parametrize("call", CALLS)
def test_no_refusal_costs_an_interrupted_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    for at in range(1, 20):
        file = ScoreFile(tmp_path / str(at) / "scores.toml")
        file.append(played(1))
        journal = Journal.open(file.path, played(2))
        journal.add(SHOIGU)
        journal.close()
        with refusing(monkeypatch, call, errno.EIO, at) as fault:
            try:
                file.recover()
            except ScoreError as error:
                assert "disk reported" in str(error)  # noqa: PT017  # it need not be raised
        file.recover()
        assert [each.points for each in read(file).rounds] == [871, 871]
        tomli.loads(file.path.read_text("utf-8"))
        if fault.used < at:
            return
    pytest.fail("a recovery needs more calls than this test makes fail")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder that takes no file")
def test_a_lock_file_that_cannot_be_made_is_told_at_once() -> None:
    with pytest.raises(ScoreError, match="could not be saved"):
        ScoreFile(Path("/proc/scores.toml"), patience=0.5).append(played(1))
