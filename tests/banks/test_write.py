"""What is written is laid out as designed, and read again as it was."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.banks.read import BankError, parse_bank, read_bank
from quiz.banks.write import SCHEMA_LINE, dumps, write_bank
from quiz.base.errors import QuizError
from tests.banks.strategies import banks

BANK = Bank(
    format=1,
    title="T",
    language="pl",
    sources=(Source(id="s", title="S"),),
    questions=(
        Question(
            id="q",
            prompt='"Ile"?',
            answer="1",
            distractors=("2",),
            category="numbers",
            explanation="a\nb\\",
            evidence=(Evidence(source="s", quote="x\ny"),),
            shuffle=False,
        ),
    ),
)
LAYOUT = '''\
format = 1
title = "T"
language = "pl"

[[sources]]
id = "s"
title = "S"

[[questions]]
id = "q"
prompt = "\\"Ile\\"?"
answer = "1"
distractors = ["2"]
category = "numbers"
explanation = """
a
b\\\\"""
evidence = [{ source = "s", quote = "x\\ny" }]
shuffle = false
'''


@given(banks())
def test_what_is_written_is_read(bank: Bank) -> None:
    text = dumps(bank)
    assert parse_bank(text, "bank") == bank
    assert dumps(parse_bank(text, "bank")) == text
    tomllib.loads(text)


def test_the_layout() -> None:
    assert dumps(BANK) == LAYOUT
    assert dumps(BANK, schema=True) == SCHEMA_LINE + LAYOUT


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    write_bank(path, BANK)
    assert read_bank(path) == BANK
    with pytest.raises(QuizError, match="is there already"):
        write_bank(path, Bank(format=1, title="Other", language="en"))
    assert read_bank(path) == BANK
    write_bank(path, Bank(format=1, title="Other", language="en"), overwrite=True)
    assert read_bank(path).title == "Other"
    assert [found.name for found in tmp_path.iterdir()] == ["bank.toml"]


def test_a_bank_that_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "bank.toml"
    with pytest.raises(BankError):
        write_bank(path, Bank(format=1, title="\x1b", language="en"))
    assert not path.exists()


def test_no_folder_to_write_into(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizError, match="cannot be written"):
        write_bank(tmp_path / "file" / "bank.toml", BANK)
