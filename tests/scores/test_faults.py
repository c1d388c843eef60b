"""What the system refuses costs no round that was saved."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import tomli

from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.journal import Journal
from tests.scores.rounds import SAPPERS, SHOIGU, played

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ERRORS = {
    errno.ENOSPC: "no space",
    errno.EDQUOT: "no space",
    errno.EIO: "disk reported",
    errno.EACCES: "no permission",
    errno.EROFS: "read-only",
    errno.EINTR: "interrupted",
}
CALLS = ("open", "write", "fsync", "replace")


@dataclass
class Faulty:
    """A system call that refuses at its nth use, having written part of what it was given."""

    real: Callable[..., Any]
    number: int
    at: int
    used: int = 0

    def __call__(self, *args: Any, **options: Any) -> Any:
        self.used += 1
        if self.used != self.at:
            return self.real(*args, **options)
        if self.real.__name__ == "write":
            self.real(args[0], bytes(args[1])[: len(args[1]) // 2])
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize("number", ERRORS)
@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("before", ["missing", "whole", "torn"])
def test_no_refusal_costs_a_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, before: str
) -> None:
    """Every use of every call is made to fail in turn, until a save needs no more of them."""
    for at in range(1, 40):
        path = tmp_path / str(at) / "scores.toml"
        file = ScoreFile(path)
        if before != "missing":
            file.append(played(1))
            file.append(played(2))
        if before == "torn":
            with path.open("ab") as handle:
                handle.write(b"\n[[rounds]]\nid = ")
        old = file.read().rounds
        fault = Faulty(getattr(os, call), number, at)
        told = ""
        with monkeypatch.context() as patch:
            patch.setattr(os, call, fault)
            try:
                file.append(played(3))
            except ScoreError as error:
                told = str(error)
        failed = bool(told)
        assert not failed or ERRORS[number] in told
        assert file.read().rounds == (old if failed else [*old, played(3)])
        assert not list(path.parent.glob(".*.tmp"))
        if failed:
            file.append(played(3))
        assert file.read().rounds == [*old, played(3)]
        assert file.read().problems == ()
        if fault.used < at:
            assert not failed
            return
    pytest.fail("a save needs more calls than this test makes fail")


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
    assert [each.id for each in file.read().rounds] == [played(n).id for n in (1, 2, 3)]


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
    for act in (ScoreFile(tmp_path).read, ScoreFile(tmp_path).recover):
        with pytest.raises(ScoreError, match="folder"):
            act()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ScoreError, match="permission"):
            ScoreFile(tmp_path / "scores.toml").append(played(1))
        with pytest.raises(ScoreError, match="permission"):
            Journal.open(tmp_path / "scores.toml", played(1))
    finally:
        tmp_path.chmod(0o700)


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
    (saved,) = file.read().rounds
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
        fault = Faulty(getattr(os, call), errno.EIO, at)
        with monkeypatch.context() as patch:
            patch.setattr(os, call, fault)
            try:
                file.recover()
            except ScoreError as error:
                assert "disk reported" in str(error)  # noqa: PT017  # it need not be raised
        file.recover()
        assert [each.points for each in file.read().rounds] == [871, 871]
        tomli.loads(file.path.read_text("utf-8"))
        if fault.used < at:
            return
    pytest.fail("a recovery needs more calls than this test makes fail")
