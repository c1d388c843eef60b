"""A round line by line: what is said, what is understood, and how it ends."""

from __future__ import annotations

import io
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.models import Evidence, Question, Source
from quiz.game.pick import Asked
from quiz.game.round import Round, Rules
from quiz.plain import play_plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.game.answer import Answer

BRIEF = Source(id="brief", title="Brief", publisher="Agency", published=date(2025, 6, 18))


def asked(number: int = 1, limit: int = 20) -> Asked:
    return Asked(
        bank="",
        question=Question(
            id=f"q{number}",
            prompt=f"How many, {number}?",
            answer="1000",
            distractors=("500", "3000", "5000"),
            category="numbers",
            explanation="A thousand went.",
            evidence=(Evidence(source="brief", quote="One thousand sappers"),),
        ),
        options=("500", "1000", "3000", "5000"),
        limit=limit,
        sources=(BRIEF,),
    )


class Typed(io.StringIO):
    """Lines typed one by one, each after some seconds; an exception may stand for a line."""

    def __init__(
        self, lines: Sequence[tuple[float, str | BaseException]], *, terminal: bool
    ) -> None:
        """Hand out `lines`, and after them the end of input."""
        super().__init__()
        self.now = 0.0
        self._lines = iter(lines)
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        del size
        seconds, line = next(self._lines, (0.0, EOFError()))
        self.now += seconds
        if isinstance(line, EOFError):
            return ""
        if isinstance(line, BaseException):
            raise line
        return f"{line}\n"


class Listener(io.StringIO):
    """Hears what is flushed, and goes away after some lines."""

    def __init__(self, patience: float = float("inf")) -> None:
        """Hear `patience` lines."""
        super().__init__()
        self.patience = patience
        self.heard = ""

    def flush(self) -> None:
        self.patience -= 1
        if self.patience < 0:
            raise BrokenPipeError
        self.heard = self.getvalue()


def play(
    *lines: tuple[float, str | BaseException] | str,
    questions: int = 1,
    limit: int = 20,
    rules: Rules | None = None,
    terminal: bool = False,
    listener: Listener | None = None,
) -> tuple[Round, str, list[Answer]]:
    """Play a round over the lines, each after one second unless it says otherwise."""
    timed = [(1.0, line) if isinstance(line, str) else line for line in lines]
    read = Typed(timed, terminal=terminal)
    write = listener or Listener()
    told: list[Answer] = []
    game = play_plain(
        tuple(asked(number, limit) for number in range(1, questions + 1)),
        rules or Rules(),
        read=read,
        write=write,
        clock=lambda: read.now,
        on_answer=told.append,
    )
    assert tuple(told) == game.answers
    return game, write.heard, told


def test_a_whole_round_as_it_is_heard() -> None:
    _game, heard, _told = play("b", "1", questions=2)
    assert heard == (
        "Question 1 of 2. Numbers. 20 seconds.\n"
        "How many, 1?\n"
        "a) 500\n"
        "b) 1000\n"
        "c) 3000\n"
        "d) 5000\n"
        "Your answer (a-d, q to quit): \n"
        "Right.\n"
        "975 points. Total: 975. Streak: 1.\n"
        "A thousand went.\n"
        "Evidence: “One thousand sappers” (Brief, Agency, 18 Jun 2025)\n"
        "\n"
        "Question 2 of 2. Numbers. 20 seconds.\n"
        "How many, 2?\n"
        "a) 500\n"
        "b) 1000\n"
        "c) 3000\n"
        "d) 5000\n"
        "Your answer (a-d, q to quit): \n"
        "Wrong. The answer is 1000.\n"
        "0 points. Total: 975. Streak: 0.\n"
        "A thousand went.\n"
        "Evidence: “One thousand sappers” (Brief, Agency, 18 Jun 2025)\n"
        "\n"
        "The round is over.\n"
        "Total: 975 points.\n"
        "Right: 1 of 2 questions (50%).\n"
        "Pace: 1.0 s a question.\n"
        "Longest streak: 1.\n"
        "\n"
        "1. How many, 1?\n"
        "Right: 1000\n"
        "\n"
        "2. How many, 2?\n"
        "Wrong: you chose 500; the answer is 1000\n"
    )


@pytest.mark.parametrize("line", ["b", "B", " b ", "2", "b)", "(b)", "2."])
def test_letter_and_number_are_understood(line: str) -> None:
    game, _heard, _told = play(line)
    assert (game.correct, game.outcome) == (1, "finished")


@pytest.mark.parametrize("line", ["", "e", "5", "0", "ab", "-1", "²", "1000", "()", "\x1b[A"])
def test_anything_else_is_asked_again_while_the_clock_runs(line: str) -> None:
    game, heard, _told = play((4.0, line), (6.0, "b"))
    assert "That is no answer. Type a letter from a to d, or ? for help." in heard
    assert game.answers[0].seconds == 10
    assert "\x1b" not in heard


def test_bytes_that_are_no_text_are_no_answer() -> None:
    game, heard, _told = play((1.0, UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), "b")
    assert "That is no answer." in heard
    assert game.correct == 1


@pytest.mark.parametrize("line", ["b", "nonsense", "p", "?", ""])
def test_what_comes_after_the_time_is_late(line: str) -> None:
    game, heard, _told = play((23.5, line))
    assert "Too late by 3.5 s; this one counts as not answered.\nTime is up." in heard
    assert (game.answers[0].chosen, game.answers[0].seconds, game.outcome) == ("", 20, "finished")


def test_a_pause_stops_the_clock_and_repeats_the_question() -> None:
    game, heard, _told = play((5.0, "p"), (500.0, ""), (5.0, "b"), terminal=True)
    assert heard.count("How many, 1?\na) 500") == 2
    assert "Paused: the clock stands still." in heard
    assert game.answers[0].seconds == 10


def test_help_says_what_can_be_typed_and_how_much_time_is_left() -> None:
    _game, heard, _told = play((5.0, "?"), "b")
    assert "p pauses and stops the clock, q ends the round" in heard
    assert "The clock runs on: 15 seconds left." in heard


def test_without_a_clock_none_is_spoken_of() -> None:
    game, heard, _told = play((9e6, "?"), "b", limit=0, rules=Rules(mode="relaxed"))
    assert "No time limit." in heard
    assert "clock runs on" not in heard
    assert game.points == 1000


def test_a_person_goes_on_with_enter_and_a_pipe_by_itself() -> None:
    game, heard, _told = play("b", "", "b", "", questions=2, terminal=True)
    assert heard.count("Press Enter to go on: ") == 2
    assert game.correct == 2


def test_an_exam_tells_nothing_until_the_end() -> None:
    _game, heard, _told = play("b", "a", questions=2, rules=Rules(mode="exam"))
    during, after = heard.split("The round is over.")
    for word in ("Right", "Wrong", "Total", "A thousand", "Evidence"):
        assert word not in during
        assert word in after


@pytest.mark.parametrize(
    "lines",
    [
        ("b", "q"),
        ("b",),
        ("b", "p"),
        ("b", "p", "q"),
        ("b", (1.0, KeyboardInterrupt())),
        ("b", (1.0, OSError())),
    ],
)
def test_every_way_out_keeps_the_answers(
    lines: tuple[str | tuple[float, BaseException], ...],
) -> None:
    game, heard, told = play(*lines, questions=2)
    assert (game.outcome, len(told), game.points) == ("quit", 1, 975)
    assert "The round was ended before its last question." in heard
    assert "Right: 1 of 1 question (100%)." in heard


@pytest.mark.parametrize("end", ["q", (1.0, KeyboardInterrupt()), (1.0, OSError())])
def test_leaving_at_the_feedback_works_too(end: str | tuple[float, BaseException]) -> None:
    game, _heard, _told = play("b", end, questions=2, terminal=True)
    assert (game.outcome, game.correct) == ("quit", 1)


def test_a_round_without_an_answer_has_no_figures() -> None:
    game, heard, _told = play()
    assert game.outcome == "quit"
    assert heard.endswith("No question was answered.\n")


@given(st.integers(0, 60))
def test_a_listener_who_goes_away_ends_the_round_quietly(patience: int) -> None:
    game, _heard, _told = play("b", "b", "b", questions=3, listener=Listener(patience))
    assert game.outcome in {"finished", "quit"}


@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.sampled_from(["a", "b", "3", "p", "?", "x", "q"])),
        max_size=20,
    ),
    st.sampled_from(["timed", "exam", "mistakes"]),
    st.booleans(),
)
def test_whatever_is_typed_the_words_stay_plain(
    lines: list[tuple[float, str]], mode: str, terminal: bool
) -> None:
    game, heard, _told = play(*lines, questions=3, rules=Rules(mode=mode), terminal=terminal)
    assert game.outcome in {"finished", "quit"}
    assert heard.endswith("\n")
    allowed = {"Ll", "Lu", "Nd", "Po", "Pd", "Ps", "Pe", "Pi", "Pf", "Zs", "Sm", "Sc"}
    assert all(letter == "\n" or unicodedata.category(letter) in allowed for letter in heard)
