"""Keys that come too late, dialogs in the way, a stopped program, a disk that is slow."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from quiz.app.round import RoundPage
from quiz.app.summary import SummaryPage
from quiz.game.round import Phase
from quiz.scores.file import ScoreFile
from tests.app.kit import answer, clock, home_filled, make, page, phase, saved, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from quiz.scores.models import Played


async def test_a_key_just_after_a_time_out_in_an_exam_answers_nothing(tmp_path: Path) -> None:
    app = make(tmp_path, 'mode = "exam"\nquestions = 3\n')
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 25
        await until(pilot, lambda: len(page(pilot).round.answers) == 1)
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 0.1
        await pilot.press("1", "enter")
        assert len(page(pilot).round.answers) == 1
        clock(pilot).now += 1
        await pilot.press("1")
        await until(pilot, lambda: len(page(pilot).round.answers) == 2)


async def test_a_key_just_after_a_time_out_does_not_skip_the_feedback(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        clock(pilot).now += 25
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("enter")
        assert page(pilot).round.phase is Phase.FEEDBACK


async def test_a_sheet_on_the_feedback_holds_the_round(tmp_path: Path) -> None:
    async with make(tmp_path, "advance = 3\n").run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        shown = await phase(pilot, Phase.FEEDBACK)
        await pilot.press("question_mark")
        clock(pilot).now += 60
        await pilot.pause(0.4)
        assert shown.round.phase is Phase.FEEDBACK
        await pilot.press("escape")
        clock(pilot).now += 4
        await until(pilot, lambda: shown.round.phase is Phase.OPEN)


async def test_the_time_behind_ctrl_z_is_not_the_players(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        shown = await phase(pilot, Phase.OPEN)
        pilot.app.app_suspend_signal.publish(pilot.app)
        clock(pilot).now += 500
        await phase(pilot, Phase.PAUSED)
        await pilot.press("space")
        await phase(pilot, Phase.OPEN)
        assert shown.round.remaining(clock(pilot).now) == 20


async def test_a_dialog_goes_with_the_round_it_lies_on(tmp_path: Path) -> None:
    (tmp_path / "scores").write_text("a file where the folder should be", "utf-8")
    async with make(tmp_path).run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("escape", "ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, SummaryPage))
        assert not any(isinstance(screen, RoundPage) for screen in pilot.app.screen_stack)


async def test_a_slow_save_is_waited_for_and_not_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    append = ScoreFile.append

    def slow(self: ScoreFile, played: Played) -> tuple[str, ...]:
        time.sleep(0.6)
        return append(self, played)

    monkeypatch.setattr(ScoreFile, "append", slow)
    monkeypatch.setattr("quiz.app.round.QUIT_PATIENCE", 0.1)
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(pilot.app.screen, SummaryPage))
        await saved(pilot)
    assert app.launch.scores_path.read_text("utf-8").count("[[rounds]]") == 1


async def test_a_failed_save_elsewhere_leaves_the_first_place_in_force(tmp_path: Path) -> None:
    blocked = tmp_path / "scores"
    blocked.write_text("a file where the folder should be", "utf-8")
    app = make(tmp_path, "questions = 1\n")
    async with app.run_test() as pilot:
        await home_filled(pilot)
        await pilot.press("enter")
        await answer(pilot, right=True)
        await phase(pilot, Phase.FEEDBACK)
        await pilot.press("enter")
        await saved(pilot)
        await pilot.press("w")
        await pilot.pause()
        pilot.app.screen.query_one("Input").value = str(tmp_path)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await saved(pilot)
        blocked.unlink()
        await pilot.press("r")
        await until(pilot, app.launch.scores_path.exists)
        await saved(pilot)
    assert len(list(ScoreFile(app.launch.scores_path).rounds())) == 1


async def test_play_without_a_bank_begins_with_the_one_home_would_choose(tmp_path: Path) -> None:
    async with make(tmp_path, begin=True).run_test() as pilot:
        await phase(pilot, Phase.OPEN)


async def test_the_player_of_the_command_line_is_one_short_line(tmp_path: Path) -> None:
    app = make(tmp_path, player="\x1b[31mAla\n" + "x" * 80)
    assert app.settings.player == "[31mAla " + "x" * 32
