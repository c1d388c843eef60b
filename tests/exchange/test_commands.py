"""`newsquiz import` and `newsquiz export` as a person runs them."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.banks.read import read_bank
from quiz.cli import main

ROOT = Path(__file__).parents[2]
GIFT = "Who?{=she ~he}\n\nDescribe it.{}\n\nWhere is the sea?{=north ~south}\n"


class Run:
    """Runs commands in a folder and keeps what they print."""

    def __init__(self, folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
        """Work in `folder`."""
        self.folder = folder
        self._captured = capfdbinary
        self.out = b""
        self.err = ""

    def __call__(self, *words: str) -> int:
        self._captured.readouterr()
        try:
            status = main(words)
        except SystemExit as stop:
            status = int(stop.code or 0)
        captured = self._captured.readouterr()
        self.out, self.err = captured.out, captured.err.decode("utf-8")
        return status

    def file(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return name


@pytest.fixture
def run(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    monkeypatch.chdir(tmp_path)
    return Run(tmp_path, capfdbinary)


def test_a_file_becomes_a_bank_and_what_does_not_fit_is_named(run: Run) -> None:
    assert run("import", run.file("unit 3.gift", GIFT), "-o", "unit.toml") == 0
    assert run.err == (
        "unit 3.gift:3: skipped “Describe it.”: it is an essay question, and a bank holds multiple "
        "choice only\n"
        "unit.toml: 2 questions (GIFT), 1 skipped\n"
    )
    bank = read_bank(Path("unit.toml"))
    assert bank.title == "unit 3"
    assert bank.description == "Imported from unit 3.gift (GIFT)."
    assert {question.status for question in bank.questions} == {"draft"}


def test_a_brace_in_the_name_of_a_file_is_a_brace(run: Run) -> None:
    assert run("import", run.file("unit{3}{}.gift", GIFT), "-o", "unit.toml") == 0
    assert run.err.startswith("unit{3}{}.gift:3: skipped “Describe it.”: ")


def test_nothing_is_overwritten_unless_that_is_said(run: Run) -> None:
    run.file("unit.toml", "mine")
    assert run("import", run.file("a.gift", GIFT), "-o", "unit.toml") == 2
    assert "unit.toml is there already; add --force" in run.err
    assert Path("unit.toml").read_text("utf-8") == "mine"
    assert run("import", "a.gift", "-o", "unit.toml", "--force") == 0
    assert run("export", "unit.toml", "-o", "a.gift") == 2
    assert Path("a.gift").read_text("utf-8") == GIFT
    assert run("export", "unit.toml", "-o", "a.gift", "--force") == 0


def test_a_file_of_which_nothing_can_be_taken_writes_nothing(run: Run) -> None:
    assert run("import", run.file("a.gift", "Describe it.{}\n"), "-o", "a.toml") == 1
    assert "no question could be imported" in run.err
    assert not Path("a.toml").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the file is empty"),
        (b"just a letter to a friend", "its format is not recognised"),
        (b'format = 1\ntitle = "T"\n[[questions]]\n', "this is a bank already"),
        (b"A question?{=a ~b}\x00", "its format is not recognised"),
        (b"A question?\n{=a\n~b \xff}", "its format is not recognised"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old .xls"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"\x7fELF\x02\x01\x01" + bytes(range(256)), "its format is not recognised"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_line(
    run: Run, content: bytes, message: str
) -> None:
    assert run("import", run.file("a.bin", content), "-o", "a.toml") == 2
    assert run.err.startswith(f"newsquiz: a.bin: {message}")
    assert run.err.count("\n") == 1
    assert not Path("a.toml").exists()


def test_a_name_helps_where_the_content_says_nothing(run: Run) -> None:
    assert run("import", run.file("a.gift", "You may use a pencil.\n"), "-o", "a.toml") == 1
    assert "a.gift:1: skipped “You may use a pencil.”: it is a description" in run.err


def test_a_wrong_byte_is_found_where_the_format_is_said(run: Run) -> None:
    run.file("a.gift", b"A question?\n{=a\n~b \xff}")
    assert run("import", "a.gift", "-o", "a.toml", "--from", "gift") == 2
    assert "line 3: the byte 0xFF is not UTF-8" in run.err


def test_a_missing_file_a_folder_and_an_odd_name_are_told(run: Run) -> None:
    assert run("import", "none.gift", "-o", "a.toml") == 2
    assert run.err == "newsquiz: none.gift cannot be read: there is no such file or folder\n"
    assert run("import", ".", "-o", "a.toml") == 2
    assert "it is a folder" in run.err
    assert run("import", "a\0b", "-o", "a.toml") == 2
    assert "this is no file name" in run.err
    assert run("export", "none", "-o", "a.gift") == 2
    assert "There is no bank none" in run.err


def test_pipes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def standard_input(data: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    standard_input(GIFT.encode())
    assert run("import", "-", "-o", "-", "--title", "Über") == 0
    bank = run.out
    assert b'title = "\xc3\x9cber"' in bank
    standard_input(bank)
    assert run("export", "-", "-o", "-", "--to", "gift") == 0
    assert "=north" in run.out.decode()


def test_the_format_goes_by_the_name_or_is_asked_for(run: Run) -> None:
    run.file("b.toml", 'format = 1\ntitle = "T"\nlanguage = "en"\n')
    assert run("export", "b.toml", "-o", "b.xyz") == 2
    assert "does not say the format" in run.err
    assert run("export", "b.toml", "-o", "b.gift") == 1
    assert not Path("b.gift").exists()


def test_what_is_lost_and_what_stays_behind_is_told(run: Run) -> None:
    run.file(
        "b.toml",
        'format = 1\ntitle = "T"\nlanguage = "en"\n'
        '[[questions]]\nid = "a"\nprompt = "A?"\nanswer = "1"\ndistractors = ["2"]\n'
        'category = "things"\nseconds = 9\nexplanation = "E"\n'
        '[[questions]]\nid = "b"\nprompt = "B?"\nanswer = "1"\ndistractors = ["2"]\n'
        'category = "things"\nstatus = "retired"\n',
    )
    assert run("export", "b.toml", "-o", "b.txt", "--to", "aiken") == 0
    assert run.err == (
        "skipped “b”: it is retired\n"
        "note: Aiken has no place for these, which are left out: id (1), category (1), "
        "explanation (1), seconds (1)\n"
        "b.txt: 1 question (Aiken), 1 skipped\n"
    )


def test_too_many_questions_end_in_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.exchange.assemble.MOST", 1000)
    run.file("a.gift", "A?{=a ~b}\n\n" * 1001)
    assert run("import", "a.gift", "-o", "a.toml") == 2
    assert run.err == (
        "newsquiz: a.gift: the file holds more than 1000 questions: split it into several\n"
    )
    assert not Path("a.toml").exists()


def test_a_file_too_large_is_not_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.exchange.commands.LARGEST", 5)
    assert run("import", run.file("a.gift", GIFT), "-o", "a.toml") == 2
    assert "a.gift is larger than" in run.err


def test_help_teaches(run: Run) -> None:
    for command in ("import", "export"):
        assert run(command, "--help") == 0
        assert b"Examples:" in run.out
        assert b"gift" in run.out


def test_naming_the_formats_loads_no_library() -> None:
    probe = "import quiz.exchange.formats, quiz.exchange.commands, sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True
    )
    heavy = {"openpyxl", "genanki", "defusedxml", "zstandard", "pydantic", "textual", "lxml"}
    assert heavy & set(done.stdout.split()) == set()
