"""What a crash interrupts is saved at the next start."""

from __future__ import annotations

import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.scores.blocks import encode_answer
from quiz.scores.file import ScoreFile
from quiz.scores.journal import Journal, new_id
from tests.scores.rounds import SAPPERS, SHOIGU, played, read

ROOT = Path(__file__).parents[2]


@pytest.fixture
def file(tmp_path: Path) -> ScoreFile:
    return ScoreFile(tmp_path / "scores.toml")


def left(file: ScoreFile) -> list[str]:
    """Name what stands beside the score file and is not its lock."""
    known = {"scores.toml", "scores.toml.lock"}
    return sorted(each.name for each in file.path.parent.iterdir() if each.name not in known)


def abandon(file: ScoreFile, number: int, answers: int) -> Path:
    journal = Journal.open(file.path, played(number))
    for _each in range(answers):
        journal.add(SHOIGU)
    journal.close()
    return journal.path


def test_a_round_that_was_saved_leaves_nothing(file: ScoreFile) -> None:
    journal = Journal.open(file.path, played(1))
    journal.add(SAPPERS)
    journal.sync()
    file.append(played(1))
    journal.discard()
    journal.discard()
    assert left(file) == []
    assert file.recover().interrupted == 0


def test_the_journal_of_a_living_round_is_left_alone(file: ScoreFile) -> None:
    journal = Journal.open(file.path, played(1))
    journal.add(SAPPERS)
    assert file.recover().interrupted == 0
    assert journal.path.name == f"scores.journal-{played(1).id}.toml"
    assert journal.path.exists()
    journal.discard()


def test_an_abandoned_journal_becomes_an_interrupted_round(file: ScoreFile) -> None:
    journal = Journal.open(file.path, played(1))
    journal.add(SAPPERS)
    journal.add(replace(SHOIGU, bank="other"))
    journal.close()
    recovery = file.recover()
    assert recovery.interrupted == 1
    assert "1 interrupted round was saved" in recovery.messages[0]
    (saved,) = read(file).rounds
    assert saved == replace(
        played(1),
        outcome="interrupted",
        seconds=6.4,
        correct=1,
        points=871,
        answers=(SAPPERS, replace(SHOIGU, bank="other")),
    )
    assert left(file) == []
    assert file.recover().messages == ()


def test_where_nothing_was_answered_nothing_is_saved(file: ScoreFile) -> None:
    abandon(file, 1, 0)
    assert file.recover().interrupted == 0
    assert left(file) == []
    assert read(file).rounds == []


def test_a_round_that_is_already_saved_is_not_saved_again(file: ScoreFile) -> None:
    abandon(file, 1, 2)
    file.append(played(1))
    assert file.recover().interrupted == 0
    assert read(file).rounds == [played(1)]
    assert left(file) == []


def test_a_torn_answer_is_dropped_at_every_byte(file: ScoreFile) -> None:
    path = abandon(file, 1, 2)
    whole = path.read_bytes()
    start = len(whole) - len(encode_answer(SHOIGU))
    path.unlink()
    for cut in range(start, len(whole)):
        path.write_bytes(whole[:cut])
        assert file.recover().interrupted == 1
        assert len(read(file).rounds[0].answers) == 1, cut
        file.path.unlink()


@pytest.mark.parametrize("head", [b"", b"\x00" * 300, b"format = 1\n", b"id = [[[["])
def test_a_journal_without_its_head_is_set_aside(file: ScoreFile, head: bytes) -> None:
    path = abandon(file, 1, 1)
    damaged = head + encode_answer(SHOIGU)
    path.write_bytes(damaged)
    recovery = file.recover()
    (kept,) = left(file)
    assert "damaged" in kept
    assert kept in recovery.messages[0]
    assert path.with_name(kept).read_bytes() == damaged
    assert file.recover().messages == ()


def test_a_journal_of_a_newer_format_is_left_alone(file: ScoreFile) -> None:
    path = abandon(file, 1, 1)
    path.write_bytes(path.read_bytes().replace(b"format = 1", b"format = 2"))
    assert "newer" in file.recover().messages[0]
    assert path.exists()


def test_a_lock_that_outlived_its_journal_goes(file: ScoreFile) -> None:
    path = abandon(file, 1, 1)
    path.unlink()
    assert left(file) == [path.name + ".lock"]
    file.recover()
    assert left(file) == []


def test_two_recoveries_at_once_save_each_round_once(file: ScoreFile) -> None:
    for number in range(1, 6):
        abandon(file, number, 2)
    with ThreadPoolExecutor(4) as pool:
        recoveries = list(pool.map(lambda _n: file.recover(), range(4)))
    assert sum(each.interrupted for each in recoveries) == 5
    assert file.path.read_bytes().count(b"[[rounds]]") == 5
    assert left(file) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal")
def test_a_killed_process_loses_no_answer(file: ScoreFile) -> None:
    code = (
        "import sys; from pathlib import Path; from quiz.scores.journal import Journal\n"
        "from tests.scores.rounds import SHOIGU, played\n"
        "journal = Journal.open(Path(sys.argv[1]), played(1))\n"
        "for n in range(10**6):\n"
        "    journal.add(SHOIGU)\n"
        "    print(n + 1, flush=True)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(file.path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    with process.stdout as lines:
        for _line in range(50):
            lines.readline()
        process.kill()
        acknowledged = 50 + sum(line.endswith(b"\n") for line in lines)
    process.wait()
    assert file.recover().interrupted == 1
    (saved,) = read(file).rounds
    assert saved.outcome == "interrupted"
    assert acknowledged <= len(saved.answers) <= acknowledged + 1
    assert left(file) == []


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(9000, 1, 1)),  # noqa: DTZ001  # UTC is added
    st.binary(min_size=10, max_size=10),
)
def test_an_id_is_a_uuid_of_version_7(moment: datetime, chance: bytes) -> None:
    moment = moment.replace(tzinfo=UTC)
    identity = UUID(new_id(moment, lambda _count: chance))
    assert identity.version == 7
    assert identity.int >> 80 == int(moment.timestamp() * 1000)
    assert identity.int & 0xFF == chance[-1]


def test_a_number_that_was_torn_is_not_read_short(file: ScoreFile) -> None:
    journal = Journal.open(file.path, played(1))
    journal.add(SHOIGU)
    journal.path.write_bytes(journal.path.read_bytes()[: -len("71\n")])
    journal.add(SHOIGU)
    journal.close()
    file.recover()
    assert [each.answers for each in file.rounds()] == [(SHOIGU,)]
