"""A round as text and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from quiz.base.text import first_unsafe, one_line
from quiz.scores.blocks import HEADER, Malformed, decode, decode_answer, encode, encode_answer
from tests.scores.rounds import SAPPERS, STARTED, answers, played, rounds

if TYPE_CHECKING:
    from quiz.game.answer import Answer
    from quiz.scores.models import Played

AS_DESIGNED = """format = 1

[[rounds]]
id = "00000000-0000-0000-0000-000000000007"
player = "Ala"
bank = "korea-rosja-2025"
mode = "timed"
started = 2026-11-22T21:30:00+01:00
seconds = 94.2
outcome = "finished"
correct = 0
points = 0
answers = [
    { question = "sappers-number", category = "numbers", prompt = "…?", answer = "1000", \
chosen = "5000", correct = false, seconds = 3.2, limit = 20, points = 0 },
]
"""


def test_a_round_is_written_as_designed() -> None:
    short = replace(played(7, 1), answers=(replace(SAPPERS, prompt="…?"),))
    assert (HEADER + encode(short)).decode() == AS_DESIGNED


@given(st.lists(rounds, max_size=3))
def test_what_is_written_reads_back_the_same(many: list[Played]) -> None:
    text = (HEADER + b"".join(map(encode, many))).decode()
    table = tomli.loads(text)
    assert table["format"] == 1
    assert [decode(each) for each in table.get("rounds", [])] == many


@given(answers)
def test_a_journal_holds_the_same_answer(answer: Answer) -> None:
    (table,) = tomli.loads(encode_answer(answer).decode())["answers"]
    assert decode_answer(table) == answer


@given(st.text(st.characters()))
def test_text_goes_in_as_one_clean_line(text: str) -> None:
    written = encode(replace(played(1), player=text)).decode()
    (table,) = tomli.loads(written)["rounds"]
    assert table["player"] == one_line(text)
    assert first_unsafe(written) is None
    assert len(written.splitlines()) == len(encode(played(1)).decode().splitlines())


def test_a_time_without_offset_is_local() -> None:
    naive = datetime(2026, 11, 22, 21, 30)  # noqa: DTZ001  # what is tested
    (table,) = tomli.loads(encode(replace(played(1), started=naive)).decode())["rounds"]
    assert table["started"] == naive.astimezone()


def good() -> dict[str, object]:
    (table,) = tomli.loads(encode(played(1, 1)).decode())["rounds"]
    assert isinstance(table, dict)
    return table


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", ""),
        ("id", 7),
        ("player", None),
        ("bank", ["x"]),
        ("mode", 1.0),
        ("started", "2026-11-22"),
        ("started", STARTED.replace(tzinfo=None)),
        ("started", STARTED.date()),
        ("seconds", "94"),
        ("seconds", True),
        ("seconds", float("nan")),
        ("seconds", float("inf")),
        ("seconds", -1),
        ("seconds", 10**400),
        ("outcome", "won"),
        ("outcome", []),
        ("correct", True),
        ("correct", 1.0),
        ("correct", -1),
        ("points", 10**30),
        ("answers", {}),
        ("answers", [1]),
        ("answers", [{"question": "q"}]),
    ],
)
def test_a_wrong_value_is_named(key: str, value: object) -> None:
    with pytest.raises(Malformed, match="answer|correct" if key == "answers" else key):
        decode(good() | {key: value})


@pytest.mark.parametrize("key", sorted(good()))
def test_a_missing_key_is_named(key: str) -> None:
    table = good()
    del table[key]
    with pytest.raises(Malformed, match=key):
        decode(table)


def test_keys_of_the_future_are_ignored() -> None:
    assert decode(good() | {"weather": "rain"}) == played(1, 1)


def test_text_of_another_hand_is_cleaned() -> None:
    assert decode(good() | {"player": "A\x1b[31m\nla\u202e"}).player == "A[31m la"
