"""Files, folders and patterns as a teacher names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quiz.base.errors import QuizError
from quiz.scores.report.files import find
from tests.scores.report.classes import save, taken

if TYPE_CHECKING:
    from pathlib import Path

BANK = 'format = 1\ntitle = "Things"\nlanguage = "en"\n\n[[questions]]\nid = "q"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ala.toml", "ewa.toml", "group/scores.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        save(path, taken([[True]]))
    return tmp_path


def names(*given: str | Path) -> list[str]:
    return [path.name for path in find(map(str, given)).paths]


def test_a_folder_stands_for_the_score_files_in_it_and_in_its_folders(folder: Path) -> None:
    assert names(folder) == ["ala.toml", "ewa.toml", "scores.toml"]


def test_a_file_that_is_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder, folder / "ala.toml", folder / "group") == names(folder)


def test_a_pattern_that_the_shell_has_left_is_expanded(folder: Path) -> None:
    assert names(folder / "*.toml") == ["ala.toml", "ewa.toml"]
    assert names(folder / "**" / "s*.toml") == ["scores.toml"]
    assert names(folder / "gr*") == ["scores.toml"]


def test_a_name_that_looks_like_a_pattern_may_be_a_file(folder: Path) -> None:
    save(folder / "class [1].toml", taken([[True]]))
    assert names(folder / "class [1].toml") == ["class [1].toml"]


def test_what_is_no_score_file_is_told_in_one_line(folder: Path) -> None:
    for number in range(7):
        (folder / f"bank{number}.toml").write_text(BANK, "utf-8")
    found = find([str(folder)])
    assert len(found.paths) == 3
    (note,) = found.notes
    assert note.startswith("7 files are no score files")
    assert note.endswith("….")


def test_what_the_program_keeps_beside_a_score_file_is_not_taken_for_one(folder: Path) -> None:
    for name in ("ala.damaged-20261123-080509.toml", "ala.journal-1.toml", ".ala.1f.toml"):
        save(folder / name, taken([[True]]))
    assert names(folder) == ["ala.toml", "ewa.toml", "scores.toml"]
    assert names(folder / "ala.damaged-20261123-080509.toml")


@pytest.mark.parametrize("name", ["nobody.toml", "no*.toml", "\0"])
def test_a_name_for_nothing_is_an_error(folder: Path, name: str) -> None:
    with pytest.raises(QuizError, match="no such file"):
        find([str(folder / name)])


def test_nothing_but_other_files_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="no score file"):
        find([str(tmp_path)])
    (tmp_path / "bank.toml").write_text(BANK, "utf-8")
    with pytest.raises(QuizError, match=r"bank\.toml"):
        find([str(tmp_path)])
