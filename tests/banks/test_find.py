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
    assert find_banks(tmp_path / "nowhere") == []


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
    quick = find._summary_of_large(text, Path("bank.toml"))
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
    assert find._summary_of_large(HEAD + more, Path("bank.toml")) is None


def test_a_large_bank_is_summed_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "LARGE", 10)
    put(tmp_path, "a.toml", HEAD + "[[questions]]\nstatus = 'retired'\r\n [[ questions ]] # x\n")
    put(tmp_path, "b.toml", HEAD + "questions = [{ id = 'x' }]\n")
    assert [bank.size for bank in find_banks(tmp_path)] == [1, 1]


def test_finding_imports_no_validator() -> None:
    code = "import sys, quiz.banks.find as f; f.find_banks(); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
