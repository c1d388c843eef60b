"""Rounds are saved, read back, and rescued from damage."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz import cli
from quiz.scores.blocks import HEADER, encode
from quiz.scores.file import NewerFormat, ScoreError, ScoreFile
from quiz.scores.lock import held
from quiz.scores.place import default_path
from tests.scores.rounds import played, read

NOW = datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


def at(path: Path) -> ScoreFile:
    return ScoreFile(path, now=lambda: NOW)


def numbers(file: ScoreFile) -> list[int]:
    return [int(each.id.replace("-", ""), 16) for each in file.rounds()]


def content(*rounds: int) -> bytes:
    return HEADER + b"".join(encode(played(number)) for number in rounds)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "scores.toml"


def test_rounds_come_back_in_the_order_they_were_saved(tmp_path: Path) -> None:
    file = at(tmp_path / "not" / "yet" / "scores.toml")
    assert read(file).rounds == []
    for number in range(1, 4):
        assert file.append(played(number)) == ()
    assert read(file).rounds == [played(1), played(2), played(3)]
    assert read(file).problems == ()
    assert file.path.read_bytes() == content(1, 2, 3)


def test_a_round_saved_twice_counts_once(path: Path) -> None:
    path.write_bytes(content(1, 2, 1))
    assert numbers(at(path)) == [1, 2]


def test_reading_neither_writes_nor_makes_a_folder(tmp_path: Path) -> None:
    read(at(tmp_path / "none" / "scores.toml"))
    at(tmp_path / "none" / "scores.toml").recover()
    torn = tmp_path / "torn.toml"
    torn.write_bytes(content(1)[:-20])
    assert read(at(torn)).problems
    assert [each.name for each in tmp_path.iterdir()] == ["torn.toml"]


def test_every_truncation_keeps_what_stood_before_it(path: Path) -> None:
    """A cut at any byte of the last three rounds costs the round it falls in, and no other."""
    blocks = [encode(played(number, 1)) for number in range(1, 6)]
    whole = HEADER + b"".join(blocks)
    ends = [len(HEADER) + sum(map(len, blocks[: count + 1])) for count in range(5)]
    for cut in range(ends[1], len(whole) + 1):
        torn = whole[:cut]
        path.write_bytes(torn)
        file = at(path)
        complete = [n + 1 for n, end in enumerate(ends) if end - 1 <= cut]  # a last newline is free
        history = read(file)
        assert numbers(file) == complete, cut
        damaged = bool(history.problems)
        # Nothing is missing where the cut falls between two rounds.
        assert damaged == (not any(cut - end in {-1, 0, 1} for end in ends)), cut
        messages = file.append(played(9))
        assert numbers(file) == [*complete, 9], cut
        tomli.loads(path.read_text("utf-8"))
        aside = path.with_name("scores.damaged-20261123-080509.toml")
        assert bool(messages) == damaged
        assert aside.exists() == damaged, cut
        if damaged:
            assert aside.read_bytes() == torn
            aside.unlink()


def test_recovery_sets_the_original_aside_and_says_so(path: Path) -> None:
    damaged = content(1) + b"\n[[rounds]]\nid = \x00\n" + encode(played(2))
    path.write_bytes(damaged)
    recovery = at(path).recover()
    assert recovery.set_aside is not None
    assert recovery.set_aside.read_bytes() == damaged
    (message,) = recovery.messages
    assert str(recovery.set_aside) in message
    assert "2 rounds were kept" in message
    assert path.read_bytes().startswith(content(1))
    assert numbers(at(path)) == [1, 2]
    assert at(path).recover().messages == ()


def test_a_second_damage_in_the_same_second_has_its_own_name(path: Path) -> None:
    for _time in range(3):
        path.write_bytes(content(1) + b"\x00")
        at(path).recover()
    assert len(list(path.parent.glob("scores.damaged-*.toml"))) == 3


def test_a_small_change_in_a_large_file_is_found(path: Path) -> None:
    good = content(*range(1, 2500))
    path.write_bytes(good)
    assert at(path).recover().set_aside is None
    assert path.with_name("scores.toml.checked").exists()
    at(path).append(played(5000))
    assert at(path).recover().set_aside is None
    path.write_bytes(path.read_bytes().replace(b"points = 871\n", b"points = 87x\n", 1))
    assert at(path).recover().set_aside is not None
    assert len(read(at(path)).rounds) == 2499


def test_blocks_that_a_person_wrote_are_kept_as_they_are(path: Path) -> None:
    mine = encode(played(1)).replace(b"points = 871\n", b"points = 871  # mine\nnew = 1979-05-27\n")
    path.write_bytes(HEADER + mine.replace(b"\n", b"\r\n") + b"\n[[rounds]]\nbroken\n")
    at(path).recover()
    assert mine.replace(b"\n", b"\r\n") in path.read_bytes()
    assert numbers(at(path)) == [1]


def test_a_line_that_looks_like_a_round_may_stand_in_a_long_text(path: Path) -> None:
    text = content(1, 2).replace(b'"Ala"', b'"""\nAla\n[[rounds]]\n"""', 1)
    for data in (text, content(3) + text.removeprefix(HEADER)):
        path.write_bytes(data)
        assert read(at(path)).problems == ()
        assert at(path).append(played(9)) == ()
        assert at(path).recover().set_aside is None
        assert numbers(at(path))[-3:] == [1, 2, 9]
        assert path.read_bytes().startswith(data)


def test_an_array_that_nothing_can_be_added_to_is_made_over(path: Path) -> None:
    tables = encode(played(1)).decode().replace("[[rounds]]", "").strip().splitlines()
    inline = ", ".join(tables[:-4]) + ", answers = []"
    path.write_text(f"format = 1\nrounds = [{{ {inline} }}]\n", "utf-8")
    assert numbers(at(path)) == [1]
    at(path).append(played(2))
    assert numbers(at(path)) == [1, 2]
    assert len(tomli.loads(path.read_text("utf-8"))["rounds"]) == 2


@pytest.mark.parametrize("text", ["format = 2\n", "format = 99\n\n[[rounds]]\nshape = 'new'\n"])
def test_a_newer_format_is_never_touched(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    assert read(at(path)).rounds == []
    assert "newer" in read(at(path)).problems[0]
    with pytest.raises(NewerFormat, match="newer"):
        at(path).append(played(1))
    with pytest.raises(NewerFormat, match="newer"):
        at(path).recover()
    assert path.read_text("utf-8") == text


HOSTILE = {
    "nothing": b"",
    "blank": b"\n\n\n",
    "no head": encode(played(1)).lstrip(),
    "a mark and no more": b"[[rounds]]",
    "no format": encode(played(1)),
    "format is a text": b'format = "1"\n',
    "format is true": b"format = true\n",
    "format is nothing": b"format = 0\n",
    "not UTF-8": content(1) + b"\xff\xfe\n",
    "not UTF-8 at the start": b"\xff\xfe" + content(1),
    "UTF-16": content(1).decode().encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + content(1),
    "zeros": bytes(70_000),
    "zeros after": content(1) + bytes(5_000),
    "brackets": content(1) + b"\n[[rounds]]\na = " + b"[" * 100_000,
    "dots": content(1) + b"\n[[rounds]]\na" + b".a" * 100_000 + b" = 1\n",
    "digits": content(1) + b"\n[[rounds]]\na = " + b"9" * 100_000 + b"\n",
    "an open text": content(1) + b'\n[[rounds]]\na = """' + b"x\n" * 50_000,
    "a long line": content(1) + b"x" * 1_000_000,
    "rounds without end": content(1) + b"[[rounds]]\n" * 20_000,
    "rounds is a table": b"format = 1\n[rounds]\na = 1\n",
    "rounds is a number": b"format = 1\nrounds = 3\n",
    "rounds of numbers": b"format = 1\nrounds = [1, 2]\n",
    "another table between": content(1) + b"[x]\n" + encode(played(2)) + b"[x]\n",
    "the same key twice": content(1) + b"\n[[rounds]]\nid = '1'\nid = '2'\n",
    "a year too many": content(1).replace(b"2026-11", b"2026-13"),
    "a long header": b"# x\n" * 5_000 + content(1),
    "a mark at the very end": content(1) + b"\n[[rounds]]",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_costs_no_round_and_no_traceback(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    file = at(path)
    history = read(file)
    before = numbers(file)
    assert set(before) <= {1, 2}
    assert all(problem.isprintable() for problem in history.problems)
    file.append(played(9))
    file.recover()
    after = read(file)
    assert after.problems == ()
    assert numbers(file) == [*before, 9]
    tomli.loads(path.read_text("utf-8"))
    copies = [each.read_bytes() for each in path.parent.glob("scores.damaged-*")]
    assert data in [*copies, path.read_bytes()[: len(data)]]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_leaves_a_valid_file(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = content(1, 2, 3)
    start = data.draw(st.integers(0, 40) | st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 60)))
    junk = data.draw(st.binary(max_size=8) | st.sampled_from([b"[[rounds]]\n", b'"""', b"]\n"]))
    path = tmp_path_factory.mktemp("any") / "scores.toml"
    path.write_bytes(whole[:start] + junk + whole[end:])
    try:
        at(path).recover()
    except NewerFormat:
        return
    at(path).append(played(9))
    assert read(at(path)).problems == ()
    tomli.loads(path.read_text("utf-8"))
    first = len(content(1))
    if start >= first:
        assert read(at(path)).rounds[0] == played(1)


def test_processes_at_once_each_save_every_round_once(path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quiz.scores.file import ScoreFile\n"
        "from tests.scores.rounds import played\n"
        "file, first = ScoreFile(Path(sys.argv[1]), patience=60), int(sys.argv[2])\n"
        "for n in range(100): file.append(played(first + n))\n"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), str(each * 100)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        for each in range(1, 17)
    ]
    for process in running:
        _out, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    saved = read(at(path))
    assert saved.problems == ()
    assert sorted(saved.rounds, key=lambda each: each.id) == [played(n) for n in range(100, 1700)]
    assert len(tomli.loads(path.read_text("utf-8"))["rounds"]) == 1600


def test_a_lock_that_stays_taken_is_told(path: Path) -> None:
    with held(path), pytest.raises(ScoreError, match="Another newsquiz"):
        ScoreFile(path, patience=0.02).append(played(1))


def test_the_place_of_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NEWSQUIZ_SCORES", str(tmp_path / "mine.toml"))
    assert default_path() == tmp_path / "mine.toml"
    monkeypatch.delenv("NEWSQUIZ_SCORES")
    assert default_path().name == "scores.toml"


@pytest.mark.parametrize(
    "data",
    [
        b'format = 1\ntitle = "Korea"\n\n[[questions]]\nid = "a"\n',
        b"format = 1\n\n[[sources]]\n",
        b"# Notes\n\nThis is a text.\n",
        b"# Notes\n",
        b"a = " + b"[" * 100_000,
    ],
)
def test_what_is_no_score_file_is_left_as_it_is(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    with pytest.raises(ScoreError, match="is no score file; choose another name"):
        at(path).append(played(1))
    with pytest.raises(ScoreError, match="is no score file; choose another name"):
        at(path).recover()
    assert path.read_bytes() == data
    assert not list(path.parent.glob("*damaged*"))
    assert read(at(path)).rounds == []
    assert read(at(path)).problems == ("it is no score file",)


@pytest.mark.parametrize(
    ("data", "status", "told"),
    [
        (content(1, 2)[:-5], 0, "is damaged (line 30: it is not valid TOML). What can be read"),
        (content(1)[:-5], 2, "is damaged (line 15: it is not valid TOML), and no round in it"),
        (b"# Notes\n", 2, "is no score file; choose another name."),
        (b"format = 2\n", 2, "was written by a newer newsquiz."),
        (b"", 1, "No round is in the score file yet"),
    ],
    ids=["torn", "torn at once", "foreign", "newer", "empty"],
)
def test_the_list_of_rounds_says_which_file_is_damaged_and_what_to_do(
    path: Path, data: bytes, status: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(data)
    assert cli.main(["scores", "--scores", str(path)]) == status
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert str(path) in line or not data
    assert path.read_bytes() == data


def test_any_torn_beginning_is_still_repaired(path: Path) -> None:
    whole = content(1)
    for cut in range(len(whole)):
        for torn in (whole[:cut], whole[:cut] + b"\0" * 9):
            path.write_bytes(torn)
            at(path).append(played(2))
            assert numbers(at(path))[-1] == 2, torn


def test_a_save_that_is_tried_again_writes_nothing(path: Path) -> None:
    at(path).append(played(1))
    at(path).append(played(2))
    at(path).append(played(2))
    assert path.read_bytes() == content(1, 2)


def test_a_syntax_error_is_told_in_our_words(path: Path) -> None:
    path.write_bytes(content(1) + b'\n[[rounds]]\nid = "\n')
    (problem,) = read(at(path)).problems
    assert problem.endswith("it is not valid TOML")
