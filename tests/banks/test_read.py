"""Every file is a bank or says, line by line, why it is none."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.problems import SHOWN, Problem
from quiz.banks.read import BankError, parse_bank, read_bank
from quiz.banks.write import dumps
from quiz.base.errors import QuizError
from quiz.base.text import first_unsafe

HERE = Path(__file__).parent
VALID = sorted((HERE / "valid").glob("*.toml"))
INVALID = sorted((HERE / "invalid").glob("*.toml"))
SAMPLE = (HERE / "valid" / "everything.toml").read_text(encoding="utf-8")
HEAD = 'format = 1\ntitle = "T"\nlanguage = "pl"\n'


def problems_of(text: str) -> list[str]:
    with pytest.raises(BankError) as caught:
        parse_bank(text, "bank.toml")
    return [f"{at.line}:{at.column}: {at.message}" for at in caught.value.problems]


def test_the_corpus_is_there() -> None:
    assert len(VALID) >= 4
    assert len(INVALID) >= 15


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid_banks_are_read_and_survive_writing(path: Path) -> None:
    bank = read_bank(path)
    assert parse_bank(dumps(bank), "again") == bank


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid_banks_say_all_that_is_wrong(path: Path) -> None:
    with pytest.raises(BankError) as caught:
        read_bank(path)
    found = [f"{at.line}:{at.column}: {at.message}" for at in caught.value.problems]
    assert found == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@given(st.binary(max_size=200))
def test_no_bytes_but_a_clear_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(data)
    with pytest.raises(BankError):
        read_bank(path)


_PIECES = (
    *("[[questions]]\n", "[questions]\n", "[[sources]]\n", 'id = "a"\n', "evidence = [{ ", "\\"),
    *('"', "'", '"""', "\n", "{", "}", "]", "=", "\ud800", "\x1b", "\u202e", "9" * 5000, "{x}"),
    *('"x"', "1", "true", "nan", "2025-06-18", "1e9", "[]", "questions.x = 1\n", "ż", "[" * 500),
)
_VALUES = (
    *("1", "-1", "1.5", "true", '"x"', '""', '" "', "[]", "[1]", "[[]]", '["a", "a"]', "{}", "inf"),
    *(
        "[{}]",
        "{ a = 1 }",
        "2025-01-01",
        "2025-01-01T10:00:00",
        "10:00:00",
        "9" * 30,
        "0x1F",
        "0x" + "F" * 5000,
    ),
    *('"\\u0000"', '"\\n"', '"' + "y" * 5000 + '"', '["{line}", "{line}"]'),
)


def refused(text: str) -> tuple[Problem, ...]:
    """Return why a bank is refused; nothing where it is read."""
    try:
        parse_bank(text, "bank.toml")
    except BankError as error:
        return error.problems
    return ()


@given(st.data())
def test_a_mutated_bank_is_read_or_refused(data: st.DataObject) -> None:
    text = SAMPLE
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 25))
        piece = data.draw(st.sampled_from(_PIECES) | st.text(max_size=3))
        text = text[:at] + piece + text[at + cut :]
    for problem in refused(text):
        assert 0 <= problem.line <= text.count("\n") + 1
        assert problem.message
        assert first_unsafe(str(problem)) is None


@given(st.data())
def test_a_swapped_value_is_read_or_refused_in_our_words(data: st.DataObject) -> None:
    lines = SAMPLE.splitlines()
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    lines[at] = f"{lines[at].partition(' = ')[0]} = {data.draw(st.sampled_from(_VALUES))}"
    for problem in refused("\n".join(lines)):
        assert problem.line >= 1 or "newer newsquiz" in problem.message
        assert not re.search("Input should|should have|Value error", problem.message)


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    path.write_bytes(b"\xef\xbb\xbf" + HEAD.encode())
    assert read_bank(path).title == "T"


def test_lines_of_windows() -> None:
    assert problems_of(HEAD.replace("\n", "\r\n") + "x = 1\r\n")[0].startswith("4:1: ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BankError, match="cannot be read"):
        read_bank(tmp_path / "none.toml")
    with pytest.raises(BankError, match="cannot be read"):
        read_bank(tmp_path)


def test_a_file_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.banks.load.LARGEST", 1024 * 1024)
    path = tmp_path / "bank.toml"
    path.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(BankError, match="larger than 1 MB"):
        read_bank(path)


def test_a_newer_format_is_one_line() -> None:
    assert len(problems_of("format = 2\nunknown = 3")) == 1


def test_of_many_problems_the_first_and_the_count_are_shown() -> None:
    text = HEAD + "".join(f'[[questions]]\nid = "{n}"\n' for n in range(100))
    with pytest.raises(BankError) as caught:
        parse_bank(text, "bank.toml")
    assert isinstance(caught.value, QuizError)
    assert len(caught.value.problems) == 400
    shown = str(caught.value).splitlines()
    assert len(shown) == SHOWN + 1
    assert shown[0].startswith("bank.toml:4:1: ")
    assert shown[-1] == "… and 350 more problems (400 in all)"


def test_the_name_of_a_file_is_text_too() -> None:
    with pytest.raises(BankError) as caught:
        parse_bank("x", "\x1b[2Jbank.toml")
    assert "\x1b" not in str(caught.value)


def test_columns_count_characters() -> None:
    assert problems_of(HEAD + 'authors = ["żółć", 5]')[0].startswith("4:20: ")


def test_inline_and_dotted_places() -> None:
    assert problems_of(HEAD + 'questions = [{ id = "a", "an\\u0073wer".x = 1 }]')[0].startswith(
        "4:14: "
    )
