"""Deleting by marks, undoing it, checking a file, and dropping for good what was removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz import cli
from quiz.base.errors import NothingToDo
from quiz.scores.blocks import HEADER, Malformed, decode_removal, encode, encode_removal
from quiz.scores.care import compact, verify
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.history import Filter, missed_most, total
from quiz.scores.index.index import ScoreIndex
from quiz.scores.models import Removal
from quiz.scores.removal import remove_player, remove_rounds, restore
from tests.scores.rounds import STARTED, moments, played, read, texts

if TYPE_CHECKING:
    from pathlib import Path

AS_DESIGNED = """
[[removed]]
at = 2026-11-22T21:30:00+01:00
rounds = [
    "00000000-0000-0000-0000-000000000001",
    "00000000-0000-0000-0000-000000000002",
]
"""


def identity(number: int) -> str:
    return str(UUID(int=number))


def ids(scores: Path) -> list[int]:
    return [UUID(each.id).int for each in ScoreFile(scores).rounds()]


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    path = tmp_path / "scores.toml"
    many = [replace(played(number), player="AlaOla"[number % 2 * 3 :][:3]) for number in range(6)]
    path.write_bytes(HEADER + b"".join(map(encode, many)))
    return path


def test_a_mark_is_written_as_designed() -> None:
    removal = Removal(rounds=(identity(1), identity(2)), at=STARTED)
    assert encode_removal(removal).decode() == AS_DESIGNED


@given(st.builds(Removal, rounds=st.lists(texts).map(tuple), at=moments, restored=st.booleans()))
def test_a_mark_reads_back_the_same(removal: Removal) -> None:
    (table,) = tomli.loads(encode_removal(removal).decode())["removed"]
    assert decode_removal(table) == removal


@pytest.mark.parametrize(
    "table",
    [1, {}, {"rounds": "x", "at": STARTED}, {"rounds": [1], "at": STARTED}, {"rounds": ["x"]}],
)
def test_a_wrong_mark_is_told(table: object) -> None:
    with pytest.raises(Malformed):
        decode_removal(table)


def test_rounds_go_and_come_back(scores: Path) -> None:
    before = scores.read_bytes()
    assert remove_rounds(scores, [identity(1), identity(4), "unknown"], STARTED) == (
        identity(1),
        identity(4),
    )
    assert scores.read_bytes().startswith(before)
    assert ids(scores) == [0, 2, 3, 5]
    assert remove_rounds(scores, [identity(1)], STARTED) == ()
    assert restore(scores, [identity(4), identity(5)], STARTED) == (identity(4),)
    assert ids(scores) == [0, 2, 3, 4, 5]
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 5
        assert index.played(identity(1)) is None


def test_a_player_goes_and_comes_back(scores: Path) -> None:
    gone = remove_player(scores, "Ala", STARTED)
    assert gone == tuple(map(identity, (0, 2, 4)))
    ScoreFile(scores).append(replace(played(8), player="Ala"))
    assert ids(scores) == [1, 3, 5, 8]
    with ScoreIndex(scores) as index:
        assert total(index, Filter(player="Ala")).rounds == 1
        assert missed_most(index, Filter(player="Ala"))[0].asked == 1
    restore(scores, gone, STARTED)
    assert ids(scores) == [0, 1, 2, 3, 4, 5, 8]


def test_a_torn_mark_removes_nothing_and_is_set_aside(scores: Path) -> None:
    whole = scores.read_bytes()
    remove_rounds(scores, [identity(1)], STARTED)
    for size in range(len(whole) + 1, scores.stat().st_size - 1, 7):
        torn = scores.with_name(f"torn-{size}.toml")
        torn.write_bytes(scores.read_bytes()[:size])
        ScoreFile(torn).append(played(9))
        assert ids(torn) == [0, 1, 2, 3, 4, 5, 9]
        assert not read(ScoreFile(torn)).problems


def test_a_mark_beside_a_table_of_another_hand_counts(scores: Path) -> None:
    remove_rounds(scores, [identity(1)], STARTED)
    with scores.open("ab") as file:
        file.write(b"\n[notes]\ntold = true\n")
    assert ids(scores) == [0, 2, 3, 4, 5]
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 5


def test_a_check_says_what_is_there(scores: Path) -> None:
    remove_rounds(scores, [identity(1)], STARTED)
    with scores.open("ab") as file:
        file.write(encode(played(2)))
    finding = verify(scores)
    assert (finding.rounds, finding.removed, finding.repeated) == (5, 1, 1)
    assert (finding.answers, finding.players, finding.size) == (10, 2, scores.stat().st_size)
    assert (finding.problems, finding.doubts) == ((), ())
    with scores.open("ab") as file:
        file.write(encode(replace(played(7), correct=2)) + b"\n[[rounds]]\nid = ")
    finding = verify(scores)
    assert len(finding.problems) == len(finding.doubts) == 1


def test_compacting_drops_for_good_and_keeps_a_backup(scores: Path) -> None:
    with pytest.raises(NothingToDo):
        compact(scores, STARTED)
    with scores.open("ab") as file:
        file.write(encode(played(2)) + b"# kept\n")
    whole = scores.read_bytes()
    gone = remove_player(scores, "Ala", STARTED)
    restore(scores, gone[:1], STARTED)
    before, listed = scores.read_bytes(), read(ScoreFile(scores))
    done = compact(scores, STARTED)
    assert done.backup.name == "scores.backup-20261122-213000.toml"
    assert done.backup.read_bytes() == before
    assert (done.rounds, done.dropped) == (4, 3)
    assert (done.before, done.after) == (len(before), scores.stat().st_size)
    assert read(ScoreFile(scores)) == listed
    assert b"removed" not in scores.read_bytes()
    assert len(scores.read_bytes()) < len(whole)
    ScoreFile(scores).append(played(9))
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 5


def test_nothing_is_compacted_that_is_damaged_or_not_ours(scores: Path) -> None:
    remove_rounds(scores, [identity(1)], STARTED)
    with scores.open("ab") as file:
        file.write(b"\n[[rounds]]\nid = ")
    for text in (scores.read_bytes(), b"a diary\n", b"format = 2\n"):
        scores.write_bytes(text)
        with pytest.raises(ScoreError):
            compact(scores, STARTED)
        assert scores.read_bytes() == text
    scores.unlink()
    with pytest.raises(NothingToDo):
        compact(scores, STARTED)


def test_a_failed_write_leaves_the_old_file(scores: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remove_rounds(scores, [identity(1)], STARTED)
    before = scores.read_bytes()

    def full(*_about: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.base.files.os.replace", full)
    with pytest.raises(ScoreError, match="no space"):
        compact(scores, STARTED)
    assert scores.read_bytes() == before


def run(scores: Path, *words: str) -> int:
    return cli.main(["scores", "--scores", str(scores), *words])


def test_the_command_checks_and_compacts(scores: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(scores, "--verify") == 0
    assert "6 rounds, 12 answers, 2 players" in capsys.readouterr().out
    assert run(scores, "--compact") == 1
    remove_rounds(scores, [identity(1)], STARTED)
    assert run(scores, "--compact") == 0
    assert "1 round was dropped; 5 kept." in capsys.readouterr().out
    with scores.open("ab") as file:
        file.write(b"\n[[rounds]]\nid = ")
    assert run(scores, "--verify") == 1
    assert "not valid TOML" in capsys.readouterr().out
    scores.write_text("a diary", "utf-8")
    assert run(scores, "--verify") == 2
    assert run(scores, "--verify", "--player", "Ala") == 2
    assert run(scores.with_name("none.toml"), "--verify") == 1


def test_the_command_narrows_what_it_prints(
    scores: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    many = replace(played(9), bank="b + c", started=STARTED.replace(year=2027))
    many = replace(many, answers=(replace(many.answers[0], bank="c"),))
    ScoreFile(scores).append(many)
    for words, count in (
        (["--player", "Ola"], 3),
        (["--bank", "c"], 1),
        (["--bank", "b + c"], 1),
        (["--since", "2026-11-22"], 7),
        (["--since", "2026-11-23"], 1),
    ):
        assert run(scores, "--csv", *words) == 0
        assert len(capsys.readouterr().out.splitlines()) == 1 + count
    assert run(scores, "--json", "--player", "nobody") == 1
    assert capsys.readouterr().out == "[]\n"
    with pytest.raises(SystemExit) as wrong:
        run(scores, "--since", "yesterday")
    assert wrong.value.code == 2
