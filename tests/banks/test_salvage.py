"""What is left of a damaged bank, and that the rest is set aside."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.keep import ChangedMeanwhileError, Keep
from quiz.banks.read import BankError, parse_bank
from quiz.banks.salvage import salvage
from tests.banks.test_edit import HAND, crlf

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 23, 8, 5, 9, tzinfo=UTC)
WHOLE = "".join(
    [HAND.split("[[questions]]")[0].rsplit("# Measured", 1)[0]]
    + [
        f'\n[[questions]]\nid = "q{n}"\nprompt = "Ile to zażółć {n}?"\nanswer = "{n}"\n'
        f'distractors = ["{n + 1}", "{n + 2}"]\ncategory = "numbers"\n'
        for n in range(5)
    ]
).encode()


def names(data: bytes) -> list[str]:
    return [question.id for question in parse_bank(data.decode(), "b.toml").questions]


def starts(data: bytes) -> list[int]:
    found, at = list[int](), data.find(b"[[questions]]")
    while at >= 0:
        found.append(at)
        at = data.find(b"[[questions]]", at + 1)
    return found


def test_every_truncation_keeps_the_questions_before_it(tmp_path: Path) -> None:
    """A cut at any byte of the last three questions costs the one it falls in, and no other."""
    path = tmp_path / "banks" / "b.toml"
    path.parent.mkdir()
    begun = starts(WHOLE)
    assert len(begun) == 5
    ends = [*begun[1:], len(WHOLE)]
    for cut in range(begun[2], len(WHOLE) + 1):
        torn = WHOLE[:cut]
        path.write_bytes(torn)
        # The line ends behind a question are no part of it.
        whole = [f"q{n}" for n, end in enumerate(ends) if len(WHOLE[:end].rstrip()) <= cut]
        try:
            assert names(torn) == whole, cut
        except (BankError, UnicodeDecodeError):
            left = salvage(torn)
            assert left is not None, cut
            assert (names(left.text.encode()), left.lost) == (whole, 1), cut
            aside = Keep(path, tmp_path / "own").replace_damaged(torn, left.text, NOW)
            assert aside.read_bytes() == torn
            aside.unlink()
        kept = Keep(path, tmp_path / "own")
        text = kept.read()
        kept.save(text + "# more\n")
        assert names(path.read_bytes()) == whole, cut


@given(st.data())
def test_any_damage_costs_no_question_before_it(data: st.DataObject) -> None:
    begun = starts(WHOLE)
    start = data.draw(st.integers(begun[0], len(WHOLE)))
    end = data.draw(st.integers(start, min(len(WHOLE), start + 60)))
    junk = data.draw(st.binary(max_size=8) | st.sampled_from([b"[[questions]]\n", b'"""', b"]\n"]))
    left = salvage(WHOLE[:start] + junk + WHOLE[end:])
    if left is None:
        return
    found = names(left.text.encode())
    assert len(found) == left.kept
    # Damage to the line that begins a question may cost the one above that line, too.
    after = [at + len("[[questions]]\n") for at in begun[1:]]
    whole = [f"q{n}" for n, at in enumerate(after) if at <= start]
    assert found[: len(whole)] == whole


def test_what_breaks_a_rule_is_left_out_and_all_else_kept() -> None:
    wrong = WHOLE.replace(b'"q3"', b'"q1"').replace(b'answer = "0"', b'answer = "1"')
    left = salvage(wrong)
    assert left is not None
    assert (names(left.text.encode()), left.lost) == (["q1", "q2", "q4"], 2)


@pytest.mark.parametrize(
    "data",
    [b"", b"[[questions]]", b"\xff", WHOLE, WHOLE[20:], WHOLE.replace(b'"en"', b'"xx"')],
    ids=["empty", "a mark", "no text", "whole", "no head", "a wrong head"],
)
def test_there_is_nothing_to_salvage(data: bytes) -> None:
    assert salvage(data) is None


def test_what_a_power_failure_fills_with_zeros_costs_one_question() -> None:
    for torn in (WHOLE[:-20] + bytes(4096), WHOLE + bytes(9)):
        left = salvage(torn)
        assert left is not None
        assert names(left.text.encode()) == [f"q{n}" for n in range(4 + torn.startswith(WHOLE))]


def test_lines_that_end_otherwise_and_a_mark_stay() -> None:
    torn = ("\ufeff" + crlf(WHOLE.decode())).encode()[:-30]
    left = salvage(torn)
    assert left is not None
    assert torn.startswith(left.text.encode())


def test_a_bank_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "b.toml"
    path.write_bytes(b"theirs")
    with pytest.raises(ChangedMeanwhileError):
        Keep(path, tmp_path / "own").replace_damaged(WHOLE[:-5], "ours", NOW)
    assert path.read_bytes() == b"theirs"
    assert not list(tmp_path.glob("*damaged*"))
