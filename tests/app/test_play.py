"""Rounds played through the interface."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Static

from quiz.app import glance
from quiz.app.glance import Stopped
from quiz.app.home import HomePage
from quiz.app.keys import Keys
from quiz.app.round import RoundPage
from quiz.app.sheets import Ask, Tell
from quiz.app.summary import SummaryPage
from quiz.base.settings import load
from quiz.game.round import Phase
from quiz.scores.blocks import HEADER, encode
from quiz.scores.errors import ScoreError
from quiz.scores.file import ScoreFile
from quiz.scores.index import take
from quiz.scores.pieces import readings
from tests.app.kit import (
    answer,
    clock,
    home_filled,
    make,
    page,
    phase,
    play,
    saved,
    until,
)
from tests.scores.rounds import played

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from quiz.app.app import NewsquizApp
    from quiz.scores.pieces import Reading


async def test_a_whole_round_by_keys_is_saved(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await play(pilot, "++-++")
    [played] = ScoreFile(app.launch.scores_path).rounds()
    assert played.player == "Ala"
    assert played.bank == "delta"
    assert played.outcome == "finished"
    assert [given.correct for given in played.answers] == [True, True, False, True, True]
    assert [given.seconds for given in played.answers] == [2.0] * 5
    # 950 for two of twenty seconds, 100 for the second right answer in a row.
    assert [given.points for given in played.answers] == [950, 1050, 0, 950, 1050]
    assert played.points == 4000
    assert not list(tmp_path.glob("scores/*journal*"))


async def test_a_pause_hides_the_question_and_stops_the_clock(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 3
        await pilot.press("p")
        shown = await phase(pilot, Phase.PAUSED)
        assert not shown.query_one("#stage").display
        clock(pilot).now += 500
        await pilot.press("1")
        assert page(pilot).round.phase is Phase.PAUSED
        await pilot.press("space")
        await phase(pilot, Phase.OPEN)
        assert shown.query_one("#stage").display
        await answer(pilot, right=True, after=1)
        await phase(pilot, Phase.FEEDBACK)
        assert page(pilot).round.answers[0].seconds == 4.0


async def test_the_clock_waits_while_a_sheet_is_open(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        shown = await phase(pilot, Phase.OPEN)
        await pilot.press("question_mark")
        await until(pilot, lambda: shown.round.phase is Phase.PAUSED)
        clock(pilot).now += 500
        await pilot.press("escape")
        await phase(pilot, Phase.OPEN)
        assert shown.round.remaining(clock(pilot).now) == 20


async def test_time_runs_out(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 25
        await phase(pilot, Phase.FEEDBACK)
        [given] = page(pilot).round.answers
        assert (given.chosen, given.correct, given.seconds) == ("", False, 20)


async def test_an_exam_tells_nothing_before_the_end(tmp_path: Path) -> None:
    app = make(tmp_path, 'mode = "exam"\nquestions = 2\n')
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        for _ in range(2):
            await answer(pilot, right=True)
            assert not pilot.app.screen.query("#verdict.-shown")
        await saved(pilot)
    [played] = ScoreFile(app.launch.scores_path).rounds()
    assert played.mode == "exam"
    assert played.correct == 2


async def test_leaving_asks_and_saves_what_was_answered(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("escape", "enter")
        await until(pilot, lambda: isinstance(app.screen, RoundPage))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await saved(pilot)
    [played] = ScoreFile(app.launch.scores_path).rounds()
    assert played.outcome == "quit"
    assert len(played.answers) == 1


async def test_a_round_without_an_answer_leaves_nothing(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        await pilot.press("escape", "y")
        await until(pilot, lambda: isinstance(app.screen, HomePage))
    assert ScoreFile(app.launch.scores_path).recover().interrupted == 0
    assert not list(ScoreFile(app.launch.scores_path).rounds())


async def test_quitting_saves_the_running_round(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=False)
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: not app.is_running)
    [played] = ScoreFile(app.launch.scores_path).rounds()
    assert played.outcome == "quit"


async def test_mistakes_can_be_played_again(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await play(pilot, "+--++")
        await pilot.press("m")
        again = await phase(pilot, Phase.OPEN)
        assert len(again.round.asked) == 2
        await play(pilot, "++")
    first, second = ScoreFile(app.launch.scores_path).rounds()
    assert second.mode == "mistakes"
    wrong = {given.question for given in first.answers if not given.correct}
    assert {given.question for given in second.answers} == wrong


async def test_a_round_that_cannot_be_saved_is_kept_until_it_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: ScoreFile, _played: object) -> None:
        raise ScoreError("The scores could not be saved: the disk is read-only.")

    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        with monkeypatch.context() as patch:
            patch.setattr(ScoreFile, "append", refuse)
            await pilot.press("enter")
            await play(pilot, "+++++")
            summary = app.screen
            assert isinstance(summary, SummaryPage)
            assert summary.query_one("#trouble").display
            await pilot.press("q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("enter")
            await until(pilot, lambda: app.screen is summary)
        await pilot.press("r")
        await until(pilot, lambda: summary._saved)
        assert not summary.query_one("#trouble").display
    [played] = ScoreFile(app.launch.scores_path).rounds()
    assert played.correct == 5


async def test_a_journal_that_cannot_be_written_does_not_stop_the_round(tmp_path: Path) -> None:
    tmp_path.joinpath("file").write_text("not a folder")
    app = make(tmp_path, scores_path=tmp_path / "file" / "scores.toml")
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        shown = await phase(pilot, Phase.FEEDBACK)
        await until(pilot, lambda: shown.query("#verdict.-shown"))
        assert shown.query_one("#unsaved").display


async def test_choices_are_remembered(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("m", "n", "s")
        await pilot.press("p")
        await until(pilot, lambda: app.screen is not app.home)
        await pilot.press("end", *"da", "enter")
        await until(pilot, lambda: app.settings.player == "Alada")
        app.hand.shutdown()
    settings = load(app.launch.settings_path)
    assert (settings.mode, settings.questions, settings.seconds) == ("relaxed", 15, 0)
    assert settings.player == "Alada"


async def test_the_launch_goes_straight_to_the_round_and_is_not_remembered(tmp_path: Path) -> None:
    bank = make(tmp_path).launch.banks_folder
    assert bank is not None
    app = make(tmp_path, banks=(bank / "delta.toml",), questions=2, mode="relaxed", player="Ola")
    async with app.run_test() as pilot:
        shown = await phase(pilot, Phase.OPEN)
        assert len(shown.round.asked) == 2
        assert shown.round.asked[0].limit == 0
        await home_filled(pilot)
    assert load(app.launch.settings_path).player == "Ala"


async def test_a_broken_bank_tells_its_problem_and_its_markup_is_text(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, Tell))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.home)


async def test_a_window_too_small_says_so_and_loses_nothing(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        shown = await phase(pilot, Phase.OPEN)
        await pilot.press("down")
        await pilot.resize_terminal(50, 12)
        await until(pilot, lambda: shown.round.phase is Phase.PAUSED)
        assert shown.query_one("NoRoom").display
        clock(pilot).now += 100
        await pilot.press("enter", "1")
        assert not shown.round.answers
        await pilot.resize_terminal(80, 24)
        await pilot.press("space")
        await phase(pilot, Phase.OPEN)
        await pilot.press("enter")
        await phase(pilot, Phase.FEEDBACK)
        asked = shown.round.asked[0]
        assert shown.round.answers[0].chosen == asked.options[1]


async def test_feedback_goes_on_by_itself_where_it_is_so_set(tmp_path: Path) -> None:
    app = make(tmp_path, "advance = 3\n")
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        shown = await phase(pilot, Phase.FEEDBACK)
        clock(pilot).now += 3.5
        await phase(pilot, Phase.OPEN)
        assert shown.round.number == 2


async def test_the_mouse_plays_too(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.click("BankList", offset=(10, 0))
        shown = await phase(pilot, Phase.OPEN)
        await pilot.click("#question Option", offset=(8, 0))
        await phase(pilot, Phase.FEEDBACK)
        assert shown.round.answers[0].chosen == shown.round.asked[0].options[0]
        await pilot.click(Keys, offset=(4, 0))
        await phase(pilot, Phase.OPEN)


async def test_the_palette_starts_a_bank(tmp_path: Path) -> None:
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: app.screen is not app.home)
        await pilot.press(*"zapory")
        await until(pilot, lambda: app.screen.query("CommandList").first().display)
        await pilot.pause(0.5)
        await pilot.press("enter")
        shown = await phase(pilot, Phase.OPEN)
        assert shown._request.bank == "zapory"


async def test_what_is_due_is_told_at_home_and_r_reviews_it(tmp_path: Path) -> None:
    app = make(tmp_path, 'player = "Ala"\nquestions = 5\n')
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Tell))
        await pilot.press("escape", "enter")
        await play(pilot, "+-+++")
        await pilot.press("escape")
        await until(pilot, lambda: app.home.glance and app.home.glance.outlook.later == 5)
        assert "The next 5 are due today, the first at 20:31." in told(app)
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("escape")
        app.now = lambda: datetime(2026, 11, 22, 20, 32, tzinfo=UTC)
        await app.home._look()
        assert "r 1 question is due for review." in told(app)
        await pilot.press("r")
        round_ = (await phase(pilot, Phase.OPEN)).round
        assert (len(round_.asked), round_.rules.mode) == (1, "review")


def told(app: NewsquizApp) -> str:
    """Return the notice at the top of the home screen."""
    return str(app.home.query_one("#notice", Static).content)


async def test_a_long_history_is_read_while_the_game_is_played_and_quit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make(tmp_path)
    app.launch.scores_path.parent.mkdir()
    app.launch.scores_path.write_bytes(HEADER + b"".join(encode(played(n)) for n in range(30)))
    reading = threading.Event()
    known = threading.Event()

    def slow(file: BinaryIO, place: int = 0) -> Iterator[Reading]:
        for each in readings(file, place):
            yield each
            reading.set()
            known.wait(10)

    monkeypatch.setattr(take, "readings", slow)
    monkeypatch.setattr(take, "_OFTEN", 1)
    monkeypatch.setattr(glance, "SOON", -1.0)
    async with app.run_test() as pilot:
        await until(pilot, reading.is_set)
        await until(pilot, lambda: "Reading the history: 0%" in told(app))
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        glancer = app.home._glancer
        assert glancer is not None
    known.set()
    with pytest.raises(Stopped):
        glancer.look("Ala", {}, app.now(), lambda _share: None)
