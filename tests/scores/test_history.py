"""Looking back: pages of rounds, sums over time, streaks, mastery, and what is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from quiz.scores.blocks import HEADER, encode
from quiz.scores.history import (
    Filter,
    Standing,
    banks,
    calendar,
    due,
    look_up,
    mastery,
    missed_most,
    mistakes,
    modes,
    outlook,
    players,
    progress,
    round_in_full,
    rounds,
    standing,
    streak,
    total,
)
from quiz.scores.index.index import ScoreIndex
from tests.scores.rounds import SAPPERS, SHOIGU, STARTED, played

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from quiz.scores.models import Played

    Opened = Callable[[Iterable[Played]], ScoreIndex]

BANK = "korea-rosja-2025"
DAY = timedelta(days=1)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """Open the index of a score file of the rounds given."""

    def opened(listed: Iterable[Played]) -> ScoreIndex:
        path = tmp_path / "scores.toml"
        path.write_bytes(HEADER + b"".join(map(encode, listed)))
        return ScoreIndex(path)

    return opened


def on(number: int, started: datetime, **changes: object) -> Played:
    """Make a round that began then."""
    return replace(played(number), started=started, **changes)  # type: ignore[arg-type]


def identity(number: int) -> str:
    return str(UUID(int=number))


def test_nothing_was_played(opened: Opened) -> None:
    index = opened([])
    assert rounds(index).rounds == ()
    assert total(index).accuracy is None
    assert streak(index, "Ala", STARTED.date()).current == 0
    assert (players(index), mastery(index), missed_most(index)) == ((), [], [])
    assert outlook(index, "Ala", STARTED).next_when is None
    assert standing(index, "Ala", BANK) is None


def test_pages_follow_each_other_newest_first(opened: Opened) -> None:
    index = opened([on(number, STARTED + number // 2 * DAY) for number in range(7)])
    ids, after = list[str](), None
    for _page in range(4):
        page = rounds(index, Filter(player="Ala"), after=after, limit=2)
        assert page.total == 7
        ids += [told.id for told in page.rounds]
        after = page.last
    assert after is None
    assert ids == [identity(number) for number in reversed(range(7))]


def test_a_filter_has_player_bank_mode_and_days(opened: Opened) -> None:
    index = opened(
        [
            on(1, STARTED),
            on(2, STARTED + DAY, player="Ola"),
            on(3, STARTED + 2 * DAY, bank="delta", mode="exam"),
            on(4, STARTED + 3 * DAY),
        ]
    )
    assert (players(index), banks(index), modes(index)) == (
        ("Ala", "Ola"),
        ("delta", BANK),
        ("exam", "timed"),
    )
    day = STARTED.date()
    for which, expected in (
        (Filter(), [4, 3, 2, 1]),
        (Filter(player="Ala"), [4, 3, 1]),
        (Filter(bank="delta"), [3]),
        (Filter(mode="timed", player="Ala"), [4, 1]),
        (Filter(since=day + DAY, until=day + 2 * DAY), [3, 2]),
        (Filter(player="nobody"), []),
    ):
        page = rounds(index, which)
        assert [told.id for told in page.rounds] == list(map(identity, expected))
        assert page.total == total(index, which).rounds == len(expected)


def test_a_round_over_several_banks_belongs_to_each(opened: Opened) -> None:
    answers = (replace(SAPPERS, bank="delta"), replace(SHOIGU, bank=BANK))
    both = on(1, STARTED, bank=f"{BANK} + delta", answers=answers, correct=1, points=871)
    index = opened([both, on(2, STARTED)])
    assert [told.id for told in rounds(index, Filter(bank="delta")).rounds] == [identity(1)]
    delta = total(index, Filter(bank="delta"))
    assert (delta.rounds, delta.answered, delta.correct, delta.points) == (1, 1, 0, 0)
    assert total(index, Filter(bank=BANK)).answered == 3
    assert total(index, Filter(bank=f"{BANK} + delta")).answered == 2
    assert total(index).answered == 4
    assert mistakes(index, "Ala") == {("delta", "sappers-number"), (BANK, "sappers-number")}
    assert [one.name for one in mastery(index, by="bank")] == ["delta", BANK]


def test_a_round_in_full_with_its_questions_of_today(opened: Opened) -> None:
    index = opened([played(1)])
    full = round_in_full(index, identity(1))
    assert full == played(1)
    sappers, shoigu = look_up(full)
    assert sappers.question is not None
    assert sappers.question.explanation
    assert shoigu.bank is not None
    assert shoigu.question is None
    assert look_up(replace(full, bank="gone"))[0].bank is None
    assert round_in_full(index, "unknown") is None


def test_progress_by_day_week_and_month(opened: Opened) -> None:
    index = opened([on(number, STARTED + number * DAY) for number in range(10)])  # a Sunday
    assert [each.first for each in calendar(index)] == [
        STARTED.date() + number * DAY for number in range(10)
    ]
    weeks = progress(index, by="week")
    assert [(each.first, each.sums.rounds) for each in weeks] == [
        (date(2026, 11, 16), 1),
        (date(2026, 11, 23), 7),
        (date(2026, 11, 30), 2),
    ]
    assert [each.sums.answered for each in progress(index, by="month")] == [18, 2]
    assert weeks[0].sums.accuracy == 0.5


def test_missed_most_tells_the_words_of_the_last_time(opened: Opened) -> None:
    later = on(2, STARTED + DAY, answers=(replace(SAPPERS, prompt="How many sappers?"),))
    (missed,) = missed_most(opened([played(1), later]))
    assert (missed.prompt, missed.asked, missed.wrong, missed.mended) == (
        "How many sappers?",
        2,
        2,
        False,
    )


def test_mastered_is_right_twice_running(opened: Opened) -> None:
    (numbers,) = mastery(opened([played(1), played(2)]))
    assert (numbers.questions, numbers.mastered, numbers.mistakes) == (2, 1, 1)
    assert numbers.share == 0.5


def test_due_by_the_scheduler(opened: Opened) -> None:
    index = opened([played(1)])
    at = STARTED.astimezone(UTC)
    assert [(each.question, each.when - at) for each in due(index, "Ala", at, ahead=True)] == [
        ("sappers-number", timedelta(minutes=1)),
        ("shoigu", timedelta(minutes=10)),
    ]
    soon = outlook(index, "Ala", STARTED + timedelta(minutes=5))
    assert (soon.now, soon.next_when, soon.next_count) == (1, at + timedelta(minutes=10), 1)
    kept = outlook(index, "Ala", STARTED + DAY, playable={(BANK, "shoigu")})
    assert (kept.now, kept.later) == (1, 0)


def test_standing_is_of_the_last_round_and_the_best(opened: Opened) -> None:
    index = opened([played(1, 4), played(2, 2), played(3, 0)])
    assert standing(index, "Ala", BANK) == Standing(rounds=3, correct=1, answered=2, best=1742)
