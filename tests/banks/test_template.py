"""The template names every key, and nothing that is none."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from quiz.banks.models import Bank, Question, Source
from quiz.banks.read import parse_bank
from quiz.banks.template import template


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_key_is_there_once_as_itself_or_as_a_remark(language: str) -> None:
    text = template(language)
    parts = re.split(r"^\[\[\w+\]\]$", text, flags=re.MULTILINE)
    assert len(parts) == 3
    for part, model in zip(parts, (Bank, Source, Question), strict=True):
        first = part.partition("\n# [[questions]]")[0]
        named = re.findall(r"^(?:# )?([a-z]+) += ", first, flags=re.MULTILINE)
        wanted = [field.name for field in fields(model)]
        assert named == [name for name in wanted if name not in {"sources", "questions"}]


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_remark_on_a_key_can_be_used(language: str) -> None:
    text = template(language).partition("\n# [[questions]]")[0]
    used = re.sub(r"^# (?=[a-z]+ = )", "", text, flags=re.MULTILINE)
    bank = parse_bank(used, "template")
    assert bank.questions[0].allow
    assert bank.sources[0].path
    assert bank.licence
