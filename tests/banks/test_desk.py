"""Editing a bank step by step, and keeping it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.desk import Desk, Draft, examine_question
from quiz.banks.keep import ChangedMeanwhileError, Keep, Unfinished
from quiz.banks.models import Question
from quiz.banks.read import parse_bank
from quiz.banks.slug import LONGEST, fresh, slug
from quiz.banks.write import as_table
from quiz.base.errors import QuizError
from quiz.base.lock import release, take
from tests.banks.test_edit import HAND, crlf
from tests.faulty import CALLS, ERRORS, MOST, no_file_larger_than, refusing

NEW = Question(id="new", prompt="New?", answer="yes", distractors=("no",), category="things")


FORM = {"prompt": "Wh", "answer": "", "distractors": [], "category": "things", "status": "draft"}


def desk(text: str = HAND) -> Desk:
    return Desk(Draft.of(text, "b.toml"))


def ids(desk: Desk) -> list[str]:
    return [question.id for question in desk.bank.questions]


def test_steps_are_taken_back_and_done_again() -> None:
    d = desk()
    d.remove("delta")
    d.insert(0, NEW)
    copy = d.duplicate("longest")
    d.move("old", 0)
    assert copy == "longest-2"
    assert ids(d) == ["old", "new", "longest", "longest-2"]
    assert parse_bank(d.draft.text.text, "b.toml") == d.bank
    assert [d.undo() for _ in range(4)] == ["old", "longest-2", "new", "delta"]
    assert d.undo() is None
    assert d.draft.text.text == HAND
    assert d.redo() == "delta"
    d.change("old", replace(d.question("old"), answer="of course"))
    assert not d.can_redo


def test_what_is_typed_in_one_sitting_is_one_step() -> None:
    d, sitting = desk(), object()
    for answer in ("a", "ab", "abc"):
        d.change("old", replace(d.question("old"), answer=answer), sitting)
    d.change("old", d.question("old"), sitting)
    d.undo()
    assert d.draft.text.text == HAND
    d.redo()
    assert d.question("old").answer == "abc"


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9)), max_size=12))
def test_any_steps_can_all_be_taken_back(steps: list[tuple[int, int]]) -> None:
    d = desk(crlf(HAND))
    for kind, number in steps:
        names = ids(d)
        name = names[number % len(names)] if names else ""
        if kind == 0 or not names:
            d.insert(number % (len(names) + 1), replace(NEW, id=d.fresh_id("A new one?")))
        elif kind == 1:
            d.remove(name)
        elif kind == 2:
            d.move(name, number % len(names))
        elif kind == 3:
            d.duplicate(name)
        elif kind == 4:
            d.undo()
        else:
            d.change(name, replace(d.question(name), seconds=number + 3, note="n" * number))
        assert parse_bank(d.draft.text.text, "b.toml") == d.bank
    while d.can_redo:
        d.redo()
    while d.can_undo:
        d.undo()
    assert d.draft.text.text == crlf(HAND)


def test_a_question_is_examined_before_it_is_one() -> None:
    bank = desk().bank
    table = as_table(bank.questions[0])
    assert examine_question(table, bank, itself="longest") == (bank.questions[0], [])
    found, findings = examine_question(
        {**table, "prompt": " ", "distractors": ["the vistula"], "id": "old"}, bank
    )
    assert found is None
    assert {finding.path[0] for finding in findings} == {"prompt", "distractors", "id"}
    none, findings = examine_question(
        {**table, "distractors": [], "seconds": 1}, bank, itself="longest"
    )
    assert none is None
    assert {finding.path[0] for finding in findings} == {"distractors", "seconds"}


def test_a_name_is_readable() -> None:
    assert slug("Kto zażądał głosu?", "q") == "kto-zazadal-glosu"
    assert slug("？", "question") == "question"
    assert fresh("a", {"a", "a-2"}) == "a-3"


@given(st.text())
def test_any_name_is_short_and_plain(text: str) -> None:
    name = slug(text, "question")
    assert 0 < len(name) <= LONGEST
    assert all(part.isalnum() and part.isascii() for part in name.split("-"))


# On the disk


@pytest.fixture
def kept(tmp_path: Path) -> Keep:
    path = tmp_path / "banks" / "b.toml"
    path.parent.mkdir()
    path.write_bytes(HAND.encode())
    return Keep(path, tmp_path / "workshop")


def test_a_bank_is_saved_and_nothing_appears_beside_it(kept: Keep) -> None:
    assert kept.read() == HAND
    kept.save(HAND + "# more\n")
    kept.save(HAND + "# and more\n")
    assert kept.path.read_bytes().decode() == HAND + "# and more\n"
    assert [path.name for path in kept.path.parent.iterdir()] == ["b.toml"]


@pytest.mark.parametrize("text", [crlf(HAND), "\ufeff" + HAND])
def test_line_ends_and_a_mark_come_through(kept: Keep, text: str) -> None:
    kept.path.write_bytes(text.encode())
    assert kept.read() == text
    kept.save(kept.read())
    assert kept.path.read_bytes() == text.encode()


def test_what_others_wrote_is_never_overwritten(kept: Keep, tmp_path: Path) -> None:
    kept.read()
    assert not kept.changed()
    kept.path.write_bytes(b"theirs")
    assert kept.changed()
    with pytest.raises(ChangedMeanwhileError, match="changed"):
        kept.save(HAND)
    assert kept.path.read_bytes() == b"theirs"
    kept.path.unlink()
    assert kept.changed()
    with pytest.raises(ChangedMeanwhileError, match="no longer"):
        kept.save(HAND)
    mine = tmp_path / "banks" / "mine.toml"
    kept.save_as(mine, HAND)
    kept.save(HAND + "# more\n")
    assert mine.read_bytes().decode() == HAND + "# more\n"
    with pytest.raises(QuizError, match="already"):
        kept.save_as(mine, HAND)


def test_a_file_written_again_with_the_same_bytes_has_not_changed(kept: Keep) -> None:
    kept.read()
    time.sleep(0.01)
    kept.path.write_bytes(HAND.encode())
    assert not kept.changed()


@pytest.mark.parametrize("number", ERRORS)
@pytest.mark.parametrize("call", CALLS)
def test_no_refusal_costs_a_bank_or_what_is_unfinished(
    kept: Keep, tmp_path: Path, call: str, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every use of every call is made to fail in turn, until a save needs no more of them."""
    kept.read()
    old, kept_by = HAND, Unfinished(text="old")
    kept.put_by(kept_by)
    for at in range(1, MOST):
        new, told = f"{HAND}# {at}\n", list[str]()
        with refusing(monkeypatch, call, number, at) as fault:
            try:
                kept.save(new)
            except QuizError as error:
                told.append(str(error))
        assert kept.path.read_bytes().decode() == (old if told else new)
        with refusing(monkeypatch, call, number, at) as other:
            try:
                kept.put_by(Unfinished(text=new))
            except QuizError as error:
                told.append(str(error))
            else:
                kept_by = Unfinished(text=new, seen=kept.seen)
        assert all(ERRORS[number] in each for each in told)
        assert kept.left().text == kept_by.text
        assert [path.name for path in kept.path.parent.iterdir()] == ["b.toml"]
        assert not list((tmp_path / "workshop").glob(".*"))
        kept.save(new)
        old = new
        if fault.used < at and other.used < at:
            return
    pytest.fail("a save needs more calls than this test makes fail")


@pytest.mark.skipif(os.name != "posix", reason="the system has no such limit")
def test_a_disk_that_is_full_at_any_byte_leaves_the_old_bank(kept: Keep) -> None:
    kept.read()
    for limit in range(0, len(HAND.encode()) + 400, 7):
        with pytest.raises(QuizError, match="no space left"), no_file_larger_than(limit):
            kept.save(HAND + "# more\n" * 60)
        assert kept.path.read_bytes() == HAND.encode()
    assert [path.name for path in kept.path.parent.iterdir()] == ["b.toml"]


def test_what_a_killed_save_left_half_written_goes(kept: Keep, tmp_path: Path) -> None:
    own = tmp_path / "workshop"
    kept.put_by(Unfinished(text="x"))
    recovery = next(own.glob("*.json")).name
    ours = [kept.path.with_name(".b.toml.0123456789abcdef.tmp")]
    ours.append(own / f".{recovery}.0123456789abcdef.tmp")
    others = [kept.path.with_name(".c.toml.0123456789abcdef.tmp")]
    others.append(kept.path.with_name(".b.toml.mine.tmp"))
    for path in (*ours, *others):
        path.write_bytes(b"half")
    lock = take(own / recovery.replace(".json", ".lock"), 0)
    kept.read()
    assert all(path.exists() for path in ours), "somebody may be writing them"
    release(lock)
    kept.read()
    assert not any(path.exists() for path in ours)
    assert all(path.exists() for path in others)
    assert kept.left().text == "x"


@pytest.mark.parametrize("error", [NotImplementedError, RuntimeError, PermissionError])
def test_a_lock_that_cannot_be_taken_is_told(
    kept: Keep, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise error

    kept.read()
    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(QuizError, match=r"b\.toml"):
        kept.save("x")
    assert kept.path.read_bytes() == HAND.encode()


def test_what_is_unfinished_is_there_the_next_time(kept: Keep, tmp_path: Path) -> None:
    kept.read()
    unfinished = Unfinished(HAND, kept.seen, {"": FORM})
    kept.put_by(unfinished)
    again = Keep(kept.path, tmp_path / "workshop")
    assert again.left() == unfinished
    again.put_by(Unfinished())
    assert not kept.left()


@pytest.mark.parametrize(
    "wrong",
    [
        3,
        {},
        {"prompt": "Wh"},
        FORM | {"prompt": 3},
        FORM | {"distractors": [3]},
        FORM | {"tags": "a, b"},
        FORM | {"evidence": ["a"]},
        FORM | {"evidence": [{"source": "a"}]},
    ],
)
def test_what_cannot_be_shown_as_a_question_is_not_offered(kept: Keep, wrong: Any) -> None:
    kept.put_by(Unfinished(forms={"a": wrong, "b": FORM}))
    assert kept.left().forms == {"b": FORM}


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[]", b"[" * 9999, b'{"text": 1, "seen": [], "forms": 3}']
)
def test_a_damaged_recovery_file_is_nothing(kept: Keep, data: bytes) -> None:
    kept.put_by(Unfinished(text="x"))
    next(iter((kept.path.parent.parent / "workshop").glob("*.json"))).write_bytes(data)
    assert not kept.left()


KILLED = """
import sys
from pathlib import Path
from quiz.banks.keep import Keep, Unfinished
kept = Keep(Path(sys.argv[1]), Path(sys.argv[2]))
text = kept.read()
print("ready", flush=True)
for n in range(10**9):
    kept.save(text + f"# {n}\\n" * 2000)
    kept.put_by(Unfinished(forms={"": {"prompt": "x" * 5000}}))
"""


def test_killed_in_the_middle_the_bank_is_whole(kept: Keep, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED, str(kept.path), str(tmp_path / "workshop")]
    for delay in (0.0, 0.013, 0.031):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2])
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
        process.wait()
        process.stdout.close()
        parse_bank(kept.path.read_text("utf-8"), "b.toml")
    kept.read()
    kept.save(HAND)
