"""Banks are found fast, and a broken one hides no other."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given

from quiz.banks import find
from quiz.banks.find import find_banks, resolve
from quiz.banks.models import Bank
from quiz.banks.write import dumps
from quiz.base.errors import QuizError
from tests.banks.strategies import banks

HEAD = 'format = 1\ntitle = "T"\nlanguage = "pl"\n'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(find, "data_folder", lambda: tmp_path / "data")
    folder = tmp_path / "data" / "banks"
    folder.mkdir(parents=True)
    return folder


def put(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_broken_bank_hides_no_other(tmp_path: Path) -> None:
    put(tmp_path, "b.toml", HEAD + "[[questions]]\n[[questions]]\nstatus = 'retired'\n")
    put(tmp_path, "a.toml", "title = ")
    put(tmp_path, "c.toml", 'format = 1\ntitle = "T"\n')
    put(tmp_path, "d.toml", "format = 9")
    (tmp_path / "e.toml").write_bytes(b"\xff")
    (tmp_path / "f.toml").mkdir()
    put(tmp_path, "bank.schema.json", "{}")
    put(tmp_path, ".hidden.toml", "")
    found = find_banks(tmp_path)
    assert [bank.name for bank in found] == list("abcdef")
    assert [bank.name for bank in found if not bank.problem] == ["b"]
    assert all(len(bank.problem.splitlines()) <= 1 for bank in found)
    assert (found[1].title, found[1].language, found[1].size) == ("T", "pl", 1)


def test_ones_own_hides_the_packaged(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "packaged"
    packaged.mkdir()
    monkeypatch.setattr("question_banks.__path__", [str(packaged)])
    put(packaged, "one.toml", HEAD)
    put(packaged, "two.toml", HEAD)
    mine = put(own, "two.toml", HEAD)
    assert [bank.name for bank in find_banks()] == ["one", "two"]
    assert resolve("two") == mine
    assert resolve("two.toml") == mine


@pytest.mark.parametrize(
    ("questions", "said"),
    [
        ("", "no question to ask"),
        ("[[questions]]\nstatus = 'retired'\n", "no question to ask"),
        ("questions = 3\n", "no array of tables"),
        ("questions = [3, {}]\n", "no array of tables"),
        ("[questions]\nid = 'x'\n", "no array of tables"),
    ],
)
def test_a_bank_with_nothing_to_ask_is_not_playable(
    tmp_path: Path, questions: str, said: str
) -> None:
    put(tmp_path, "a.toml", HEAD + questions)
    (bank,) = find_banks(tmp_path)
    assert bank.problem.startswith("a.toml: ")
    assert said in bank.problem


@pytest.mark.parametrize("name", ["nowhere", "file", "nu\0ll"])
def test_a_given_folder_that_is_none_is_an_error(tmp_path: Path, name: str) -> None:
    put(tmp_path, "file", "")
    for look in (find_banks, lambda folder: resolve("any", folder)):
        with pytest.raises(QuizError, match=r"cannot be read: (there is no|a file is|this is no)"):
            look(tmp_path / name)


def test_without_banks_of_ones_own_there_are_the_packaged(own: Path) -> None:
    own.rmdir()
    assert find_banks()


def test_problems_name_the_file_and_not_its_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.toml", "title = ")
    (tmp_path / "b.toml").write_bytes(b"\xff")
    (tmp_path / "c.toml").mkdir()
    (tmp_path / "d.toml").symlink_to(tmp_path / "nowhere")
    put(tmp_path, "e.toml", HEAD)
    for bank in find_banks(tmp_path):
        assert bank.problem.startswith(f"{bank.name}.toml:")


@pytest.mark.usefixtures("own")
def test_a_path_is_a_bank(tmp_path: Path) -> None:
    path = put(tmp_path, "any.txt", HEAD)
    assert resolve(str(path)) == path


def test_near_names_are_named(tmp_path: Path) -> None:
    put(tmp_path, "korea-rosja.toml", HEAD)
    with pytest.raises(QuizError, match="korea-rosja"):
        resolve("korea-rosia", tmp_path)
    for odd in ("", "\0", "x" * 5000, "\x1b[2J", "../.."):
        with pytest.raises(QuizError) as caught:
            resolve(odd, tmp_path)
        assert "\x1b" not in str(caught.value)


@given(banks())
def test_a_large_bank_counts_the_same(bank: Bank) -> None:
    text = dumps(bank)
    quick = find._outline(text, Path("bank.toml"))
    if quick is not None:
        head, size = quick
        assert (head["title"], head["language"], size) == (
            bank.title,
            bank.language,
            len(bank.playable()),
        )


@pytest.mark.parametrize(
    "more",
    [
        '[[questions]]\nnote = """\n[[questions]]\n"""\n',
        "[['questions']]\n",
        "[[questions]]\n'status' = 'retired'\n",
        "[[questions]]\nstatus = 'retir\\u0065d'\n",
        '[[questions]]\nstatus = "retir\\u0065d"\n',
    ],
)
def test_what_counting_lines_would_miss_is_parsed(more: str) -> None:
    assert find._outline(HEAD + more, Path("bank.toml")) is None


def test_a_large_bank_is_summed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "LARGE", 10)
    put(tmp_path, "a.toml", HEAD + "[[questions]]\nstatus = 'retired'\r\n [[ questions ]] # x\n")
    put(tmp_path, "b.toml", HEAD + "questions = [{ id = 'x' }]\n")
    assert [bank.size for bank in find_banks(tmp_path)] == [1, 1]


def test_finding_imports_no_validator() -> None:
    code = "import sys, quiz.banks.find as f; f.find_banks(); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
