"""What both sides can hold comes back from a foreign file as it went in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import FORMATS, readable, recognise, write
from quiz.exchange.options import READS, WRITES
from quiz.exchange.protocol import Wishes
from tests.exchange.strategies import exchanged

if TYPE_CHECKING:
    from quiz.banks.models import Bank, Question
    from quiz.exchange.protocol import Format

BOTH = [known for known in FORMATS if known.read and known.write]


def seen(question: Question, bank: Bank, known: Format) -> dict[str, Any]:
    """Return of a question what a format holds."""
    fields: dict[str, Any] = {
        "prompt": question.prompt,
        "answer": question.answer,
        "distractors": question.distractors,
    }
    fields |= {name: getattr(question, name) for name in known.holds}
    if "seconds" in known.holds:
        fields["seconds"] = known.limit(question.seconds or bank.seconds)
    if "evidence" in known.holds:
        titles = {source.id: source.title for source in bank.sources}
        fields["evidence"] = [(one.quote, titles[one.source]) for one in question.evidence]
    return fields


def test_the_command_line_offers_just_these_formats() -> None:
    assert set(READS) == {known.name for known in readable()}
    assert set(WRITES) == {known.name for known in FORMATS if known.write}


@pytest.mark.parametrize("known", BOTH, ids=lambda known: known.name)
@settings(
    deadline=None,
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(bank=exchanged())
def test_what_a_format_can_hold_comes_back(known: Format, bank: Bank) -> None:
    done = write(known, bank, Wishes())
    left = {what for _line, what, _reason in (*done.skipped, *done.too_long)}
    sent = [question for question in bank.questions if question.id not in left]
    assert done.written == len(sent)
    assert known.read
    came, skipped, _told = assemble(
        known.read(done.data), Origin(title="T", language=bank.language)
    )
    assert not skipped
    assert [seen(q, came, known) for q in came.questions] == [seen(q, bank, known) for q in sent]
    assert parse_bank(dumps(came), "came") == came
    if sent:
        assert recognise(done.data) is known
