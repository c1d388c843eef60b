"""The page on the generator shows what the generator does."""

import re

from tests.generate.stages import BLOCK, PAGE, written

ROOT = PAGE.parent.parent.parent


def test_every_stage_is_shown_as_it_is() -> None:
    page = PAGE.read_text("utf-8")
    assert written(page) == page, "run tests/generate/stages.py --write, and read what changed"
    assert [m[1] for m in BLOCK.finditer(page)] == [
        "article", "words", "facts", "phrases", "drafts", "bank",
    ]  # fmt: skip


def test_every_file_the_page_names_is_there() -> None:
    named = re.findall(r"`([\w/]+\.(?:py|toml|tsv|md))`", PAGE.read_text("utf-8"))
    parts = [ROOT / folder for folder in ("", "quiz/languages", "quiz/generate")]
    missing = [n for n in named if not any((p / n).exists() for p in parts)]
    assert named
    assert not missing
