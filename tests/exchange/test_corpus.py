"""Foreign files come in as the bank beside them, and what does not is named with its reason.

`corpus/NAME.FORMAT` is a file of a format; `NAME.FORMAT.toml` the bank it makes, and
`NAME.FORMAT.txt` what is skipped and told of it, with the line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import by_name, recognise

HERE = Path(__file__).parent / "corpus"
FILES = sorted(path for path in HERE.iterdir() if path.suffix not in {".toml", ".txt"})


def beside(path: Path, suffix: str) -> str:
    other = path.with_name(path.name + suffix)
    return other.read_text(encoding="utf-8") if other.exists() else ""


def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 5


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_comes_in_as_expected(path: Path) -> None:
    data = path.read_bytes()
    known = recognise(data)
    assert known is by_name(path.suffix[1:])
    assert known.read
    bank, skipped, told = assemble(known.read(data), Origin(title=path.stem))
    lines = [f"{line}: {what}: {reason}\n" for line, what, reason in (*skipped, *told)]
    assert "".join(lines) == beside(path, ".txt")
    text = dumps(bank)
    assert text == beside(path, ".toml")
    assert parse_bank(text, path.name) == bank
