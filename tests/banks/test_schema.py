"""The schema that editors use says what the reader says."""

import json
import shutil
import subprocess
import sysconfig
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft4Validator

import question_banks
from quiz.banks.models import Bank
from quiz.banks.schema import schema
from quiz.banks.template import template
from quiz.banks.write import SCHEMA_LINE, dumps
from quiz.base.vocabulary import LANGUAGES
from tests.banks.strategies import banks

HERE = Path(__file__).parent
TAPLO = shutil.which("taplo", path=sysconfig.get_path("scripts"))


def as_json(text: str) -> Any:
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def walk(value: Any) -> list[dict[str, Any]]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    inside = [found for part in parts for found in walk(part)]
    return [value, *inside] if isinstance(value, dict) else inside


def test_it_is_draft_4() -> None:
    made = schema()
    Draft4Validator.check_schema(made)
    later = {"$defs", "const", "prefixItems", "exclusiveMinimum", "exclusiveMaximum", "if"}
    assert not [part for part in walk(made) if later & part.keys()]


def test_every_key_is_described() -> None:
    made = schema()
    tables = [made, *made["definitions"].values()]
    assert len(tables) == 5
    for table in tables:
        assert table["description"]
        for name, key in table["properties"].items():
            assert key.get("description"), name
            assert len(key.get("pattern", "")) < 10


def test_the_shipped_file_is_in_step() -> None:
    path = Path(question_banks.__file__).parent / "bank.schema.json"
    made = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    assert path.read_text(encoding="utf-8") == made


@pytest.mark.parametrize("path", sorted((HERE / "valid").glob("*.toml")), ids=lambda p: p.stem)
def test_valid_banks_fit(path: Path) -> None:
    Draft4Validator(schema()).validate(as_json(path.read_text(encoding="utf-8-sig")))


@given(banks())
def test_whatever_is_written_fits(bank: Bank) -> None:
    assert Draft4Validator(schema()).is_valid(as_json(dumps(bank)))


def test_mistakes_do_not_fit() -> None:
    validator = Draft4Validator(schema())
    good = {"format": 1, "title": "T", "language": "pl"}
    assert validator.is_valid(good)
    for change in ({"format": 2}, {"language": "xx"}, {"seconds": 1}, {"more": 1}, {"title": " "}):
        assert not validator.is_valid(good | change)


@pytest.mark.skipif(TAPLO is None, reason="taplo has no wheel for this platform")
def test_the_usual_language_server_accepts_it_and_marks_mistakes(tmp_path: Path) -> None:
    folder = Path(question_banks.__file__).parent
    (tmp_path / "bank.schema.json").write_text(json.dumps(schema()), encoding="utf-8")
    for language in LANGUAGES:
        text = template(language)
        (tmp_path / f"{language}.toml").write_text(text, encoding="utf-8")
        wrong = text.replace('status = "draft"', 'status = "darft"')
        (tmp_path / f"{language}-wrong.toml").write_text(wrong, encoding="utf-8")
    good = [*sorted(folder.glob("*.toml")), *(tmp_path / f"{code}.toml" for code in LANGUAGES)]
    assert all(path.read_text("utf-8").startswith(SCHEMA_LINE) for path in good)
    assert lint(*good) == (0, 0)
    assert lint(*(tmp_path / f"{code}-wrong.toml" for code in LANGUAGES)) == (1, 2)


def lint(*paths: Path) -> tuple[int, int]:
    """Return the exit status of taplo, and how often it says that `darft` is no status."""
    assert TAPLO is not None
    done = subprocess.run(
        [TAPLO, "lint", "--no-auto-config", *map(str, paths)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stderr.count('error: "darft" is not one of')
