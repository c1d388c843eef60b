"""The commands: what they print, where, and with which status."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.banks.read import read_bank
from quiz.base.errors import QuizError
from quiz.check.engine import check_bank
from quiz.check.finding import Finding, Severity
from quiz.check.report import Located, as_json
from quiz.cli import main, parser
from quiz.languages import words
from quiz.languages.polish import morph
from quiz.languages.words.polish import PolishWords

GOOD = Path(__file__).parent / "banks" / "good-en.toml"
BAD = Path(__file__).parent / "banks" / "bad-pl.toml"


def run(*arguments: str) -> int:
    parsed = parser().parse_args(arguments)
    status: int = parsed.run(parsed)
    return status


def test_a_clean_bank(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(GOOD)) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "30 questions checked, nothing found.\n"


def test_findings_are_lines_that_editors_can_jump_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(BAD), str(GOOD)) == 1
    out, err = capsys.readouterr()
    lines = out.splitlines()
    assert lines[0].startswith(f"{BAD}:15:8: NQ403 error: ")
    assert f"{BAD}:26:10: NQ404 warning [kiedy]: " in out
    assert "42 questions checked: " in err
    assert "--explain NQ403" in err


def test_json_has_the_documented_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(BAD), "--format", "json") == 1
    out, err = capsys.readouterr()
    records = json.loads(out)
    assert err == ""
    assert list(records[0]) == [
        "file", "line", "column", "code", "name", "severity", "message", "question", "field",
        "item", "other",
    ]  # fmt: skip
    by_code = {(record["code"], record["question"]): record for record in records}
    several = by_code["NQ206", "burmistrz"]
    assert (several["line"], several["field"], several["item"]) == (46, "distractors", 0)
    assert by_code["NQ502", "rok-mlyna-znow"]["other"] == "luka"
    assert run("check", str(GOOD), "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == []


def test_an_unreadable_bank_does_not_keep_the_others_from_being_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\ntitle = \n", encoding="utf-8")
    assert run("check", str(broken), "no-such-bank", str(BAD)) == 2
    out, err = capsys.readouterr()
    assert "NQ404" in out
    assert f"{broken}:2:9: " in err
    assert "There is no bank no-such-bank" in err


def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = BAD.read_bytes().replace(b"sources/mlyn.md", b"none.md")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert run("check", "-") == 1
    assert "<stdin>:26:10: NQ404 " in capsys.readouterr().out


def test_nothing_to_check_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 2
    assert "say which bank" in capsys.readouterr().err
    assert main(["check", "--explain", "NQ000"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_rules_are_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--explain") == 0
    assert "NQ101" in capsys.readouterr().out
    assert run("check", "--explain", "longest-key") == 0
    assert "guidelines 24" in capsys.readouterr().out


def test_without_the_dictionary_the_rest_is_checked_and_that_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "morfeusz2", None)
    monkeypatch.delitem(sys.modules, "quiz.languages.polish.dictionary", raising=False)
    morph.shared.cache_clear()
    words.get_words.cache_clear()
    try:
        bare = words.get_words("pl")
        assert isinstance(bare, PolishWords)
        assert not bare.inflects
        found = {finding.code for finding in check_bank(read_bank(BAD))}
        assert {"NQ101", "NQ206", "NQ301", "NQ404"} <= found
        assert not {"NQ102", "NQ103", "NQ502", "NQ503"} & found
        assert run("check", str(BAD), str(BAD.with_name("good-pl.toml"))) == 1
        err = capsys.readouterr().err
        assert err.count("morfeusz2") == 2  # what is missing, and how it is installed
        assert "NQ102 (repeated-word), NQ103" in err
    finally:
        words.get_words.cache_clear()


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_new_bank_is_whole_and_clean(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my.toml"
    assert run("new", str(path), "--language", language) == 0
    made = read_bank(path)
    assert made.language == language
    assert check_bank(made) == []
    assert (tmp_path / "bank.schema.json").is_file()
    assert run("check", str(path)) == 0
    capsys.readouterr()
    before = path.read_bytes()
    with pytest.raises(QuizError, match="is there already"):
        run("new", str(path))
    assert path.read_bytes() == before


def test_a_schema_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / "bank.schema.json").write_text("{}", encoding="utf-8")
    assert run("new", str(tmp_path / "my.toml")) == 0
    assert (tmp_path / "bank.schema.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("name", ["my", "my.txt", "a\0.toml", "file/my.toml"])
def test_a_name_that_cannot_be_a_bank(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("", encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        run("new", name)
    assert "\n" not in str(caught.value)
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_json_is_indented_as_a_general_writer_would() -> None:
    findings = [
        Finding(code="Q-1", name="a", severity=Severity.ADVICE, message='ł "q"\n', item=2),
        Finding(code="Q-2", name="b", severity=Severity.ERROR, message="", other="another"),
    ]
    for some in (findings, findings[:1], []):
        found = [Located("a.toml", 1, 2, one) for one in some]
        written = as_json(found)
        assert written == json.dumps(json.loads(written), ensure_ascii=False, indent=2)
        assert len(json.loads(written)) == len(some)
