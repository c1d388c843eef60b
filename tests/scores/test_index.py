"""The index says what the score file says, whatever happened to either of them."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.game.memory import Memory
from quiz.scores import mark, pieces
from quiz.scores.blocks import HEADER, encode, encode_removal
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.history import Filter, Streak, due, mistakes, rounds, standing, streak, total
from quiz.scores.index import source, take
from quiz.scores.index.days import Day, runs
from quiz.scores.index.index import ScoreIndex
from quiz.scores.index.store import index_path
from quiz.scores.index.tables import APPLICATION
from quiz.scores.models import Removal
from tests.scores.rounds import SAPPERS, SHOIGU, STARTED, played, read

if TYPE_CHECKING:
    from collections.abc import Callable


DAY = timedelta(days=1)
PLAYERS, BANKS = ("Ala", "Ola"), ("b", "c", "b + c")


def told(index: ScoreIndex) -> dict[str, Any]:
    """Ask an index for all that the tests compare."""
    page = rounds(index, limit=10_000)
    return {
        "rounds": [(each.id, each.points) for each in page.rounds],
        "full": [index.played(each.id) for each in page.rounds],
        "totals": [
            total(index, Filter(player=player, bank=bank))
            for player in (None, *PLAYERS)
            for bank in (None, *BANKS)
        ],
        "due": [due(index, player, STARTED, ahead=True) for player in PLAYERS],
        "mistakes": [mistakes(index, player) for player in PLAYERS],
        "standing": [standing(index, player, bank) for player in PLAYERS for bank in BANKS],
        "streaks": [streak(index, player, STARTED.date() + 2 * DAY) for player in (None, *PLAYERS)],
    }


def anew(scores: Path) -> dict[str, Any]:
    """Ask an index that is built from nothing."""
    with TemporaryDirectory() as folder:
        copy = Path(folder, "scores.toml")
        copy.write_bytes(scores.read_bytes())
        with ScoreIndex(copy) as index:
            return told(index)


def naive(scores: Path) -> dict[str, Any]:
    """Work out from the rounds themselves some of what `told` tells."""
    listed = read(ScoreFile(scores)).rounds
    order = sorted(enumerate(listed), key=lambda one: (one[1].started, one[0]), reverse=True)
    memories: defaultdict[tuple[str, str, str], Memory] = defaultdict(Memory)
    for each in listed:
        for answer in each.answers:
            key = (each.player, answer.bank or each.bank, answer.question)
            at = int(each.started.timestamp() // 1)
            memories[key] = memories[key].after(at, correct=answer.correct)
    return {
        "rounds": [(each.id, each.points) for _at, each in order],
        "full": [each for _at, each in order],
        "mistakes": [
            {key[1:] for key, memory in memories.items() if key[0] == player and memory.owed}
            for player in PLAYERS
        ],
        "due": [
            sorted((memory.due, *key[1:]) for key, memory in memories.items() if key[0] == player)
            for player in PLAYERS
        ],
    }


def check(index: ScoreIndex) -> None:
    """Compare an index with one from nothing, and both with the rounds themselves."""
    found, model = told(index), naive(index.scores)
    assert found == anew(index.scores)
    assert found["rounds"] == model["rounds"]
    assert found["full"] == model["full"]
    assert found["mistakes"] == model["mistakes"]
    assert [
        [(round(each.when.timestamp()), each.bank, each.question) for each in listed]
        for listed in found["due"]
    ] == model["due"]


some_answers = st.builds(
    lambda base, question, correct, bank: replace(
        base, question=question, correct=correct, bank=bank
    ),
    st.sampled_from([SAPPERS, SHOIGU]),
    st.sampled_from(["q1", "q2", "q3"]),
    st.booleans(),
    st.sampled_from(["", "", "b", "c"]),
)
some_rounds = st.builds(
    lambda number, player, bank, days, hours, answers: replace(
        played(number),
        player=player,
        bank=bank,
        started=(STARTED + days * DAY).astimezone(timezone(timedelta(hours=hours))),
        points=number,
        answers=tuple(answers),
    ),
    st.integers(0, 30),
    st.sampled_from(PLAYERS),
    st.sampled_from(BANKS),
    st.integers(-4, 4),
    st.sampled_from([1, 2, -8, 11]),
    st.lists(some_answers, max_size=3),
)
some_marks = st.builds(
    lambda numbers, restored: Removal(
        rounds=tuple(str(UUID(int=number)) for number in numbers), at=STARTED, restored=restored
    ),
    st.lists(st.integers(0, 30), min_size=1, max_size=12),
    st.booleans(),
)
pastes = st.sampled_from(
    [
        b"\n",
        b"# a note\n",
        b"[[rounds]]\n",
        b"\n[[removed]]\nrounds = []\n",
        b"\n[notes]\ntold = 1\n",
        b'x = """\n',
        b"\xff",
        b"format = 2\n",
        b"points = 5\n",
    ]
)
steps = st.one_of(
    some_rounds.map(lambda each: ("append", encode(each))),
    some_marks.map(lambda each: ("append", encode_removal(each))),
    pastes.map(lambda each: ("append", each)),
    st.tuples(st.just("cut"), st.floats(0, 1)),
    st.tuples(st.just("paste"), st.floats(0, 1), pastes),
    st.tuples(st.just("swap"), st.floats(0, 1)),
    st.tuples(st.just("recover")),
)


def do(scores: Path, step: tuple[Any, ...]) -> None:
    """Change the score file as a round, a person or an accident would."""
    data = scores.read_bytes()
    match step:
        case "append", bytes(block):
            with scores.open("ab") as file:
                file.write(block)
        case "cut", float(share):
            scores.write_bytes(data[: int(share * len(data))])
        case "paste", float(share), bytes(text):
            at = data.rfind(b"\n", 0, int(share * len(data))) + 1
            scores.write_bytes(data[:at] + text + data[at:])
        case "swap", float(share):  # one digit for another: the size stays
            at = int(share * len(data))
            changed = data[at:].replace(b"points = 8", b"points = 9", 1)
            scores.write_bytes(data[:at] + changed)
        case ("recover",):
            with suppress(ScoreError):  # where it is no score file any more
                ScoreFile(scores).recover()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(steps, min_size=1, max_size=3), max_size=5))
def test_an_index_that_grew_is_one_that_was_built_anew(changes: list[list[Any]]) -> None:
    with TemporaryDirectory() as folder:
        scores = Path(folder, "scores.toml")
        scores.write_bytes(HEADER)
        with ScoreIndex(scores) as index:
            for change in changes:
                for step in change:
                    do(scores, step)
                index.refresh()
                check(index)


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    path = tmp_path / "scores.toml"
    many = [
        replace(played(number), started=STARTED + number * DAY, bank="b") for number in range(5)
    ]
    path.write_bytes(HEADER + b"".join(map(encode, many)))
    with ScoreIndex(path) as index:
        assert index.is_kept
        check(index)
    return path


def parses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the pieces of the score file that are read from now on."""
    read, places = pieces.readings, list[int]()

    def counted(file: Any, place: int = 0) -> Any:
        for each in read(file, place):
            places.append(each.place)
            yield each

    monkeypatch.setattr(take, "readings", counted)
    return places


def test_opening_costs_what_is_new(scores: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places, size = parses(monkeypatch), scores.stat().st_size
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 5
    assert places == []
    ScoreFile(scores).append(played(9))
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 6
    assert places == [size + 1] or places == [size]


def test_a_large_file_that_only_we_added_to_is_not_even_read(
    scores: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mark, "_WORTH", 1)
    with scores.open("ab") as file:
        file.write(encode(played(10)))
    with ScoreIndex(scores):
        ScoreFile(scores).append(played(11))
    monkeypatch.setattr("quiz.scores.index.source._digest", lambda *_: pytest.fail("it was read"))
    monkeypatch.setattr(take, "add_segment", lambda *_: None)
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 7


def test_a_build_of_many_steps_reads_no_byte_twice(
    scores: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    digested, digest = list[int](), source._digest

    def counted(file: Any, start: int, stop: int) -> bytes:
        digested.append(stop - start)
        return digest(file, start, stop)

    index_path(scores).unlink()
    scores.write_bytes(HEADER + b"".join(encode(played(number)) for number in range(12)))
    os.utime(scores, ns=(10**18, 10**18))
    monkeypatch.setattr(source, "_SMALL", 0)
    monkeypatch.setattr(source, "_digest", counted)
    monkeypatch.setattr(take, "STEP", 3)
    with ScoreIndex(scores) as index:
        assert total(index).rounds == 12
    assert (len(digested), sum(digested)) == (4, scores.stat().st_size)


def test_a_file_that_is_replaced_between_two_steps_is_taken_in_anew(
    scores: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replaced(done: int, size: int) -> None:
        if done < size:
            many = (replace(played(number), bank="c") for number in range(20, 34))
            other.write_bytes(HEADER + b"".join(map(encode, many)))
            os.utime(other, ns=(10**18, 10**18))
            other.replace(scores)

    other = scores.with_name("other.toml")
    index_path(scores).unlink()
    os.utime(scores, ns=(10**18, 10**18))
    monkeypatch.setattr(take, "STEP", 2)
    monkeypatch.setattr(take, "_OFTEN", 2)
    with ScoreIndex(scores, replaced) as index:
        found = told(index)
    assert found == anew(scores)
    assert len(found["rounds"]) == 14


def damage_none(_index: Path) -> None:
    """Leave it as it is."""


def damage_torn(index: Path) -> None:
    index.write_bytes(index.read_bytes()[: index.stat().st_size // 2])


def damage_middle(index: Path) -> None:
    data = index.read_bytes()
    index.write_bytes(data[:4096] + b"\xa5" * (len(data) - 8192) + data[-4096:])


def damage_foreign(index: Path) -> None:
    index.write_bytes(b"a diary")


def damage_other_base(index: Path) -> None:
    index.unlink()
    with closing(sqlite3.connect(index)) as base:
        base.execute("CREATE TABLE diary (day)")


def damage_newer(index: Path) -> None:
    with closing(sqlite3.connect(index)) as base:
        base.execute("PRAGMA user_version = 99")
        base.execute("DROP TABLE cards")


def damage_empty(index: Path) -> None:
    index.write_bytes(b"")


def damage_gone(index: Path) -> None:
    index.unlink()


def damage_folder(index: Path) -> None:
    index.unlink()
    index.mkdir()


def damage_half_made(index: Path) -> None:
    with closing(sqlite3.connect(index)) as base:
        base.execute("DROP TABLE tally")
        base.execute(f"PRAGMA application_id = {APPLICATION}")


@pytest.mark.parametrize(
    "damage",
    [
        damage_none,
        damage_torn,
        damage_middle,
        damage_foreign,
        damage_other_base,
        damage_newer,
        damage_empty,
        damage_gone,
        damage_folder,
        damage_half_made,
    ],
)
def test_an_index_that_is_no_good_is_built_anew_or_done_without(
    scores: Path, damage: Callable[[Path], None]
) -> None:
    path = index_path(scores)
    damage(path)
    for _ in range(2):
        with ScoreIndex(scores) as index:
            check(index)
            assert index.is_kept is not path.is_dir()
    if damage in {damage_foreign, damage_other_base}:
        assert path.with_name(path.name + ".foreign-1").exists()


def test_damage_while_it_is_open_is_mended(scores: Path) -> None:
    with ScoreIndex(scores) as index:
        damage_torn(index_path(scores))
        check(index)
        index_path(scores).unlink()
        index.refresh()
        check(index)
        assert index_path(scores).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not hold")
@pytest.mark.parametrize("known", [True, False])
def test_a_folder_that_cannot_be_written_does_no_harm(scores: Path, known: bool) -> None:
    if not known:
        index_path(scores).unlink()
    with scores.open("ab") as file:
        file.write(encode(played(9)))
    index_path(scores).chmod(0o444) if known else None
    scores.parent.chmod(0o555)
    try:
        with ScoreIndex(scores) as index:
            check(index)
            assert not index.is_kept
    finally:
        scores.parent.chmod(0o755)


def test_an_index_that_cannot_be_written_is_taken_on_in_memory(
    scores: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = parses(monkeypatch)
    with scores.open("ab") as file:
        file.write(encode(played(9)))
    with ScoreIndex(scores) as index, closing(sqlite3.connect(index_path(scores))) as other:
        places.clear()
        other.execute("BEGIN IMMEDIATE")
        index._base.execute("PRAGMA busy_timeout = 10")
        with scores.open("ab") as file:
            file.write(encode(played(10)))
        index.refresh()
        assert len(places) == 1
        assert total(index).rounds == 7
        assert not index.is_kept


def test_a_file_of_another_kind_is_no_history(scores: Path) -> None:
    for text, problem in ((b"a diary\n", "foreign"), (b"format = 2\n", "newer")):
        scores.write_bytes(text)
        with ScoreIndex(scores) as index:
            assert (index.problem, total(index).rounds) == (problem, 0)
    scores.unlink()
    with ScoreIndex(scores) as index:
        assert (index.problem, total(index).rounds) == ("", 0)


def test_no_index_is_left_beside_what_is_no_history(tmp_path: Path) -> None:
    for name, text in (("diary.txt", b"a diary\n"), ("empty.toml", b""), ("none.toml", None)):
        path = tmp_path / name
        if text is not None:
            path.write_bytes(text)
        with ScoreIndex(path) as index:
            assert total(index).rounds == 0
        assert not index_path(path).exists()


def test_what_no_game_gives_does_no_harm(tmp_path: Path) -> None:
    path, most = tmp_path / "scores.toml", 2**53
    absurd = replace(SHOIGU, points=most, seconds=float(most), bank="c")
    edges = (
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=timezone(timedelta(hours=-12))),
    )
    many = [
        replace(
            played(number),
            started=edges[number % 2],
            points=most,
            correct=most,
            seconds=float(most),
            answers=(absurd,) * 3,
        )
        for number in range(1200)
    ]
    path.write_bytes(HEADER + b"".join(map(encode, many)))
    with ScoreIndex(path) as index:
        assert total(index).rounds == 1200
        assert {told.started for told in rounds(index, limit=2000).rounds} == set(edges)
        assert streak(index, "Ala", date(9999, 12, 31)).longest == 1
        assert len(due(index, "Ala", STARTED, ahead=True)) == 1


def test_building_tells_how_far_it_is(scores: Path) -> None:
    index_path(scores).unlink()
    seen = list[tuple[int, int]]()
    with ScoreIndex(scores, lambda done, size: seen.append((done, size))):
        size = scores.stat().st_size
    assert seen[-1] == (size, size)
    assert seen == sorted(seen)


BUILDER = """
import sys
from pathlib import Path
from quiz.scores.index import take
from quiz.scores.index.index import ScoreIndex
take.STEP = 3
def tell(done, size):
    print(done, flush=True)
    if done > size // 2 and sys.argv[2] == "die":
        import os
        os._exit(9)
take._OFTEN = 1
ScoreIndex(Path(sys.argv[1]), tell).close()
"""


def build(scores: Path, how: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, scores, how],
        stdout=subprocess.DEVNULL,
        cwd=Path(__file__).parent.parent.parent,
    )


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "scores.toml"
    path.write_bytes(HEADER + b"".join(encode(played(number)) for number in range(40)))
    return path


def test_a_build_that_was_killed_goes_on_where_it_was(
    many: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build(many, "die").wait() == 9
    places = parses(monkeypatch)
    with ScoreIndex(many) as index:
        assert 0 < len(places) < 30
        check(index)


def test_two_may_build_it_at_once(many: Path) -> None:
    with build(many, "live") as one, build(many, "live") as other:
        assert (one.wait(), other.wait()) == (0, 0)
    with ScoreIndex(many) as index:
        check(index)


def test_a_day_counts_once_by_the_calendar_of_its_own_place(tmp_path: Path) -> None:
    moments = [
        datetime.fromisoformat(text)
        for text in (
            "2026-10-23T23:50:00+02:00",
            "2026-10-24T00:10:00+02:00",
            "2026-10-25T02:30:00+02:00",
            "2026-10-25T02:30:00+01:00",  # the hour that comes twice
            "2026-10-26T23:59:00+01:00",
            "2026-10-27T08:00:00-05:00",  # flown to New York
            "2026-10-27T21:00:00-05:00",
            "2026-10-28T21:00:00-08:00",
            "2026-10-30T09:00:00+11:00",  # over the date line, which took the 29th
            "2026-10-30T23:00:00+11:00",
            "2031-01-01T00:00:00+00:00",  # a clock gone wrong
            "2026-10-31T10:00:00+11:00",
        )
    ]
    path = tmp_path / "scores.toml"
    with ScoreIndex(path) as index:
        for number, moment in enumerate(moments):
            ScoreFile(path).append(replace(played(number), started=moment))
            index.refresh()
        found = streak(index, "Ala", date(2026, 10, 31))
        assert found == Streak(current=8, longest=8, played_today=True, days=9)
        assert streak(index, "Ala", date(2026, 11, 1)).current == 8
        assert not streak(index, "Ala", date(2026, 11, 1)).played_today
        assert streak(index, "Ala", date(2026, 11, 2)).current == 0
        assert streak(index, "Ola", date(2026, 10, 31)) == Streak()


@given(st.lists(st.integers(1, 30), max_size=30))
def test_streaks_are_what_counting_finds(days: list[int]) -> None:
    played_on = sorted(set(days))
    found = list(runs(Day(day, 3600, 3600) for day in played_on))
    assert [day for run in found for day in range(run.first, run.last + 1)] == played_on
    assert all(run.days == run.last - run.first + 1 for run in found)
    longest = count = 0
    for day in range(1, 32):
        count = count + 1 if day in played_on else 0
        longest = max(longest, count)
    assert longest == max((run.days for run in found), default=0)


def test_moments_before_1970_and_at_odd_offsets_keep_their_day(tmp_path: Path) -> None:
    path = tmp_path / "scores.toml"
    early = datetime(1969, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-23, minutes=-59)))
    path.write_bytes(HEADER + encode(replace(played(1), started=early)))
    with ScoreIndex(path) as index:
        (told,) = rounds(index, Filter(since=date(1969, 12, 31), until=date(1969, 12, 31))).rounds
        assert told.started == early.astimezone(UTC)
        assert streak(index, "Ala", date(1969, 12, 31)).current == 1
