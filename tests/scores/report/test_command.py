"""The command `report`, as it is called."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from quiz.cli import main
from tests.scores.report.classes import LSAT_6, answer, rows, save, sitting, taken

if TYPE_CHECKING:
    from pathlib import Path

    from quiz.scores.models import Played

Out = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    return main(["report", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "class").mkdir()
    for number, played in enumerate(class_of(12)):
        save(tmp_path / "class" / f"p{number}.toml", [played])
    return tmp_path / "class"


def class_of(size: int) -> list[Played]:
    return taken([[at % 2 == 0, at % 3 == 0, at % 4 != 0] for at in range(size)])


def test_a_folder_becomes_a_report_to_read(folder: Path, capsys: Out) -> None:
    assert run(folder) == 0
    out, err = capsys.readouterr()
    assert out.startswith("12 pupils, 12 rounds, 23 Nov 2026")
    assert "GRADES" in out
    assert "BANKS" in out
    assert "QUESTIONS: things" in out
    assert "What is thing 3?" in out
    assert err.startswith("newsquiz: Not found among the banks")


def test_json_gives_the_published_figures(tmp_path: Path, capsys: Out) -> None:
    path = save(tmp_path / "lsat.toml", taken(rows(LSAT_6)))
    assert run(path, "--json") == 0
    (bank,) = json.loads(capsys.readouterr().out)["banks"]
    assert round(bank["alpha"], 4) == 0.2950
    assert [round(each["discrimination"], 4) for each in bank["questions"]] == [
        0.1128, 0.1532, 0.1728, 0.1444, 0.1216,
    ]  # fmt: skip


def test_csv_has_every_table_or_one(folder: Path, capsys: Out) -> None:
    assert run(folder, "--csv") == 0
    assert capsys.readouterr().out.count("\n\n") == 2
    assert run(folder, "--csv", "--only", "grades") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "player,things percent,things points,right,answered,percent,points"
    assert len(lines) == 13


def test_the_page_is_written_whole(folder: Path, tmp_path: Path, capsys: Out) -> None:
    page = tmp_path / "new" / "class.html"
    assert run(folder, "--html", page) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines()[-1] == f"{page}: 12 pupils"
    assert page.read_text("utf-8").endswith("</html>\n")
    assert run(folder, "--html", "-") == 0
    assert capsys.readouterr().out == page.read_text("utf-8")


def test_nothing_but_a_page_is_overwritten(folder: Path, tmp_path: Path, capsys: Out) -> None:
    """As where the name of the page was forgotten before a pattern."""
    before = (folder / "p0.toml").read_bytes()
    assert run("--html", *sorted(folder.iterdir())) == 2
    assert "is no page" in capsys.readouterr().err
    assert (folder / "p0.toml").read_bytes() == before
    page = tmp_path / "class.html"
    page.write_text("<!DOCTYPE html>old", "utf-8")
    assert run(folder, "--html", page) == 0
    assert "old" not in page.read_text("utf-8")


def test_a_page_that_cannot_be_written_is_one_line(folder: Path, capsys: Out) -> None:
    assert run(folder, "--html", folder) == 2
    assert (
        capsys.readouterr().err.splitlines()[-1]
        == f"newsquiz: {folder} could not be written: it is a folder."
    )


def test_standard_input_is_a_file_too(
    folder: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO((folder / "p1.toml").read_bytes()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert run("-", "--json") == 0
    assert json.loads(capsys.readouterr().out)["rounds"] == 1


def test_standard_input_without_end_is_given_up(
    folder: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (folder / "p1.toml").read_bytes()
    stream = io.TextIOWrapper(io.BytesIO(data))
    monkeypatch.setattr(sys, "stdin", stream)
    monkeypatch.setattr("quiz.scores.report.commands.LARGEST", len(data) - 1)
    assert run("-", "--json") == 2
    assert "standard input is larger than 0 MB: split it into several" in capsys.readouterr().err


def test_without_a_file_it_is_ones_own(tmp_path: Path, capsys: Out) -> None:
    path = save(tmp_path / "own.toml", class_of(3))
    assert run("--scores", path, "--json") == 0
    assert json.loads(capsys.readouterr().out)["rounds"] == 3


def test_options_choose_what_is_reported(tmp_path: Path, capsys: Out) -> None:
    path = save(
        tmp_path / "a.toml",
        [
            sitting(1, "Ala", [answer(1, False)]),
            sitting(2, "ala", [answer(1, True)], days=2),
            sitting(3, "Ala", [answer(1, True)], bank="others", mode="exam", days=3),
        ],
    )

    def got(*options: str) -> tuple[int, int, int]:
        assert run(path, "--json", *options) == 0
        loaded = json.loads(capsys.readouterr().out)
        rights = sum(each["right"] for bank in loaded["banks"] for each in bank["questions"])
        return len(loaded["pupils"]), loaded["rounds"], rights

    assert got() == (2, 3, 2)
    assert got("--merge-names") == (1, 3, 1)
    assert got("--merge-names", "--answers", "last") == (1, 3, 2)
    assert got("--bank", "others") == (1, 1, 1)
    assert got("--mode", "timed") == (2, 2, 1)
    assert got("--since", "2026-11-25") == (2, 2, 2)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nowhere.toml"],
        ["--since", "yesterday"],
        ["--fewest", "0"],
        ["--json", "--csv"],
        ["--attempts", "worst"],
    ],
)
def test_wrong_use_is_one_line(arguments: list[str], capsys: Out) -> None:
    try:
        status = run(*arguments)
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 0
    out, err = capsys.readouterr()
    assert status == 2
    assert out == ""
    assert len(err.splitlines()) == 1


def test_no_round_is_nothing_to_do(tmp_path: Path, capsys: Out) -> None:
    path = save(tmp_path / "empty.toml", [])
    page = tmp_path / "page.html"
    assert run(path, "--html", page) == 1
    assert not page.exists()
    assert run(path, "--bank", "nothing") == 1
    assert "no round" in capsys.readouterr().err
    assert run(path, "--json") == 1
    assert json.loads(capsys.readouterr().out)["banks"] == []


def test_damage_is_told_and_the_rest_reported(folder: Path, capsys: Out) -> None:
    path = folder / "p0.toml"
    path.write_bytes(path.read_bytes() + b"\n[[rounds]]\nid = \n")
    assert run(folder, "--json") == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["rounds"] == 12
    assert any("p0.toml" in line and "TOML" in line for line in err.splitlines())


def test_the_bank_of_the_game_names_what_nobody_chose(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "banks").mkdir()
    (tmp_path / "banks" / "things.toml").write_text(
        'format = 1\ntitle = "Things"\nlanguage = "en"\n'
        '[[questions]]\nid = "q1"\nprompt = "What is thing 1?"\nanswer = "K"\n'
        'distractors = ["a", "b"]\ncategory = "things"\n',
        "utf-8",
    )
    path = save(tmp_path / "a.toml", class_of(20))
    assert run(path, "--json", "--banks", tmp_path / "banks") == 0
    first, *_others = json.loads(capsys.readouterr().out)["banks"][0]["questions"]
    assert first["not_functioning"] == ["b"]
