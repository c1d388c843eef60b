"""A round as a state machine: what each step does, and what no order of steps can break."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from quiz.banks.models import Question
from quiz.base.vocabulary import MODES
from quiz.game.pick import Asked
from quiz.game.round import Phase, Round, Rules
from quiz.game.scoring import bonus, points

RIGHT, WRONG = 0, 1


def asked(count: int, limit: int = 20) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            bank="",
            question=Question(
                id=f"q{number}",
                prompt="?",
                answer="right",
                distractors=("wrong", "worse"),
                category="things",
            ),
            options=("right", "wrong", "worse"),
            limit=limit,
        )
        for number in range(count)
    )


def opened(count: int = 2, limit: int = 20, mode: str = "timed") -> Round:
    return Round.begin(asked(count, limit), Rules(mode=mode)).show(100.0)


def test_a_round_from_beginning_to_end() -> None:
    game = Round.begin(asked(2), Rules())
    assert (game.phase, game.number, game.outcome) == (Phase.READY, 1, None)
    game = game.show(100.0)
    assert (game.phase, game.remaining(105.0)) == (Phase.OPEN, 15.0)
    game = game.choose(RIGHT, 110.0)
    assert (game.phase, game.number, game.points, game.elapsed(500)) == (Phase.FEEDBACK, 1, 750, 10)
    game = game.advance()
    assert (game.phase, game.number, game.elapsed(500)) == (Phase.READY, 2, 0)
    game = game.show(200.0).choose(RIGHT, 200.1)
    assert game.answers[1].points == 1100
    game = game.advance()
    assert (game.phase, game.current, game.number) == (Phase.OVER, None, 2)
    assert (game.outcome, game.points, game.longest_streak) == ("finished", 1850, 2)


def test_an_answer_keeps_a_snapshot_of_its_question() -> None:
    (answer,) = opened().choose(WRONG, 103.14159).answers
    assert (answer.question, answer.answer, answer.chosen) == ("q0", "right", "wrong")
    assert (answer.correct, answer.seconds, answer.limit, answer.points) == (False, 3.14, 20, 0)


@pytest.mark.parametrize("late", [20.0, 20.001, 5000.0])
def test_at_the_limit_it_is_a_time_out_whoever_comes_first(late: float) -> None:
    game = opened()
    now = 100.0 + late
    timed_out = game.tick(now)
    assert timed_out.answers[0].chosen == ""
    assert timed_out.answers[0].seconds == 20
    assert timed_out.points == 0
    assert game.choose(RIGHT, now) == timed_out == game.pause(now)
    assert timed_out.choose(RIGHT, now) is timed_out is timed_out.tick(now)
    left = game.leave(now)
    assert (left.answers, left.outcome) == (timed_out.answers, "quit")


def test_just_before_the_limit_it_is_an_answer() -> None:
    game = opened()
    assert game.tick(119.999) is game
    answer = game.choose(RIGHT, 119.999).answers[0]
    assert (answer.correct, answer.seconds, answer.points) == (True, 20.0, 500)


def test_a_pause_takes_no_time() -> None:
    paused = opened().pause(110.0)
    assert (paused.phase, paused.elapsed(900.0), paused.remaining(900.0)) == (Phase.PAUSED, 10, 10)
    assert paused.tick(900.0) is paused.choose(RIGHT, 900.0) is paused
    resumed = paused.resume(1000.0)
    assert resumed.choose(RIGHT, 1005.0).answers[0].seconds == 15
    assert resumed.tick(1009.9) is resumed
    assert resumed.tick(1010.0).answers[0].chosen == ""


def test_time_that_goes_backwards_does_not_pass() -> None:
    game = opened()
    assert game.elapsed(50.0) == 0
    assert game.pause(50.0).resume(60.0).choose(RIGHT, 63.0).answers[0].seconds == 3
    assert game.elapsed(math.nan) == 0


def test_an_exam_goes_on_without_feedback() -> None:
    game = opened(mode="exam").choose(RIGHT, 101.0)
    assert (game.phase, game.number, game.points) == (Phase.READY, 2, 975)
    assert game.show(200.0).tick(220.0).outcome == "finished"


def test_relaxed_has_neither_clock_nor_bonus() -> None:
    game = opened(limit=0, mode="relaxed")
    assert game.remaining(9e9) == math.inf
    assert game.tick(9e9) is game
    game = game.choose(RIGHT, 9e9).advance().show(0.0).choose(RIGHT, 60.0)
    assert [answer.points for answer in game.answers] == [1000, 1000]
    assert game.streak == 2


def test_speed_and_streak_can_be_switched_off() -> None:
    rules = Rules(speed=False, streak=False)
    game = Round.begin(asked(2), rules).show(0.0).choose(RIGHT, 19.0).advance()
    assert game.show(0.0).choose(RIGHT, 19.0).points == 2000


def test_leaving_keeps_the_answers_and_not_the_open_question() -> None:
    game = opened(3).choose(RIGHT, 101.0).advance().show(200.0).leave(205.0)
    assert (game.phase, game.outcome, len(game.answers)) == (Phase.OVER, "quit", 1)
    assert game.leave(300.0) is game


def test_leaving_after_the_last_answer_leaves_nothing_out() -> None:
    assert opened(1).choose(WRONG, 101.0).leave(102.0).outcome == "finished"


def test_a_position_without_an_option_is_no_answer() -> None:
    game = opened()
    assert game.choose(3, 101.0) is game is game.choose(-1, 101.0)


def test_a_round_without_questions_is_over() -> None:
    game = Round.begin((), Rules())
    assert (game.phase, game.outcome, game.number) == (Phase.OVER, "finished", 0)
    assert (game.remaining(1.0), game.show(1.0)) == (0, game)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.floats(0, 25)), min_size=1, max_size=12),
    st.sampled_from(MODES),
    st.booleans(),
    st.booleans(),
    st.integers(0, 5),
)
def test_same_answers_make_the_same_round_however_often_it_ticks(
    given_answers: list[tuple[int, float]], mode: str, speed: bool, streak: bool, ticks: int
) -> None:
    def play(ticks: int) -> Round:
        limit = 0 if mode == "relaxed" else 20
        rules = Rules(mode=mode, speed=speed, streak=streak)
        game = Round.begin(asked(len(given_answers), limit), rules)
        for position, seconds in given_answers:
            game = game.show(0.0)
            for tick in range(ticks):
                game = game.tick(seconds * tick / ticks)
            game = game.choose(position, seconds).advance()
        return game

    game = play(0)
    assert game == play(ticks)
    run = expected = 0
    for position, seconds in given_answers:
        in_time = mode == "relaxed" or seconds < 20
        run = run + 1 if position == RIGHT and in_time else 0
        if run and mode == "relaxed":
            expected += 1000
        elif run:
            expected += points(seconds, 20, speed=speed) + (bonus(run) if streak else 0)
    assert (game.points, game.streak, game.outcome) == (expected, run, "finished")


class Steps(RuleBasedStateMachine):
    """Any steps in any order, at any time: the clock may even go backwards."""

    now = 0.0
    game = Round.begin((), Rules())

    @initialize(
        count=st.integers(0, 4), mode=st.sampled_from(MODES), limit=st.sampled_from([0, 3, 20])
    )
    def begin(self, count: int, mode: str, limit: int) -> None:
        self.game = Round.begin(asked(count, limit), Rules(mode=mode))
        self.before = self.game

    @rule(by=st.floats(-5, 25))
    def time_passes(self, by: float) -> None:
        self.now += by

    @rule(
        step=st.sampled_from(["show", "tick", "pause", "resume", "advance"])
        | st.integers(-1, 3)
        | st.just("leave")
    )
    def step(self, step: str | int) -> None:
        self.before = self.game
        if isinstance(step, int):
            self.game = self.game.choose(step, self.now)
        elif step == "advance":
            self.game = self.game.advance()
        else:
            self.game = getattr(self.game, step)(self.now)

    @invariant()
    def answers_only_grow_by_one(self) -> None:
        old, new = self.before.answers, self.game.answers
        assert new[: len(old)] == old
        assert len(new) <= min(len(old) + 1, len(self.game.asked))

    @invariant()
    def counts_agree(self) -> None:
        game = self.game
        assert game.points == sum(answer.points for answer in game.answers)
        assert game.streak <= game.longest_streak <= game.correct <= len(game.answers)
        assert all(0 <= answer.points <= 1500 for answer in game.answers)
        assert all(answer.points == 0 for answer in game.answers if not answer.correct)
        assert all(0 <= answer.seconds <= answer.limit for answer in game.answers if answer.limit)

    @invariant()
    def over_is_over(self) -> None:
        if self.before.phase is Phase.OVER:
            assert self.game is self.before
        assert (self.game.current is None) == (self.game.phase is Phase.OVER)
        assert (self.game.outcome is None) == (self.game.phase is not Phase.OVER)
        assert self.game.rules.mode != "exam" or self.game.phase is not Phase.FEEDBACK

    @invariant()
    def the_clock_stays_within_the_question(self) -> None:
        assert self.game.elapsed(self.now) >= 0
        assert self.game.remaining(self.now) >= 0


TestSteps = Steps.TestCase


def test_every_answer_names_its_own_question() -> None:
    game = Round.begin(tuple(replace(one, bank="b") for one in asked(4)), Rules(mode="exam"))
    for second in range(4):
        game = game.show(second).choose(RIGHT, second + 0.1)
    assert [answer.question for answer in game.answers] == ["q0", "q1", "q2", "q3"]
    assert {answer.bank for answer in game.answers} == {"b"}
    assert all(one.points < other.points for one, other in pairwise(game.answers))
