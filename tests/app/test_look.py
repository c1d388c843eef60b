"""Looking back in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.app.history import HistoryPage, parts
from quiz.app.history_round import PastRoundPage
from quiz.app.history_rounds import CHUNK, RoundList, Rounds
from quiz.app.home import HomePage
from quiz.app.sheets import Ask, Tell
from quiz.game.round import Phase
from quiz.scores.errors import ScoreError
from quiz.scores.file import ScoreFile
from quiz.scores.index.index import ScoreIndex
from tests.app.history_kit import NOW, filled, look_back, renamed, rounds, save
from tests.app.kit import make, page, phase, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot


async def opened(pilot: Pilot[None]) -> PastRoundPage:
    """Wait for a round in full."""

    def there() -> bool:
        screen = pilot.app.screen
        return isinstance(screen, PastRoundPage) and screen._whole is not None

    await until(pilot, there)
    screen = pilot.app.screen
    assert isinstance(screen, PastRoundPage)
    return screen


async def test_from_home_to_a_round_and_its_mistakes_again(tmp_path: Path) -> None:
    save(tmp_path, rounds(3))
    async with make(tmp_path).run_test() as pilot:
        await look_back(pilot)
        await pilot.press("down", "enter")
        shown = await opened(pilot)
        assert shown._whole is not None
        wrong = [each.question for each in shown._whole.played.answers if not each.correct]
        assert wrong
        await pilot.press("m")
        await phase(pilot, Phase.OPEN)
        assert {asked.question.id for asked in page(pilot).round.asked} == set(wrong)
        assert page(pilot).round.rules.mode == "mistakes"


async def test_nothing_played_yet_teaches_and_escape_goes_back(tmp_path: Path) -> None:
    async with make(tmp_path).run_test() as pilot:
        shown = await look_back(pilot)
        assert "Nothing played yet." in str(shown.query_one("#empty").render())
        await pilot.press("enter", "a", "d", "escape")
        assert isinstance(pilot.app.screen, HomePage)


async def test_a_filter_by_keys_and_all_again(tmp_path: Path) -> None:
    others = [renamed(each, 900 + at, player="Bo") for at, each in enumerate(rounds(2))]
    save(tmp_path, [*rounds(4), *others])
    async with make(tmp_path).run_test() as pilot:
        shown = await look_back(pilot)
        assert shown.query_one(RoundList).count == 4, "a shared file begins with its player"
        await pilot.press("p", "b", "enter")
        await filled(pilot)
        assert shown.query_one(RoundList).count == 2
        await pilot.press("x")
        await filled(pilot)
        assert shown.query_one(RoundList).count == 6


async def test_a_deleted_round_is_gone_and_comes_back(tmp_path: Path) -> None:
    save(tmp_path, rounds(3))
    app = make(tmp_path)
    async with app.run_test() as pilot:
        shown = await look_back(pilot)
        await pilot.press("d", "enter")
        assert len(app.archive.deleted) == 0
        await pilot.press("d")
        assert isinstance(app.screen, Ask)
        await pilot.press("y")
        await until(pilot, lambda: shown.query_one(RoundList).count == 2)
        assert len(list(ScoreFile(app.launch.scores_path).rounds())) == 2
        await pilot.press("u")
        await until(pilot, lambda: shown.query_one(RoundList).count == 3)
        assert len(list(ScoreFile(app.launch.scores_path).rounds())) == 3


async def test_a_player_is_deleted_as_a_whole(tmp_path: Path) -> None:
    others = [renamed(each, 900 + at, player="Bo") for at, each in enumerate(rounds(2))]
    save(tmp_path, [*rounds(3), *others])
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await look_back(pilot)
        await pilot.press("D")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("y")
        await until(pilot, lambda: app.archive.deleted)
        left = {each.player for each in ScoreFile(app.launch.scores_path).rounds()}
        assert left == {"Bo"}


async def test_a_lost_bank_leaves_the_answers_and_says_so(tmp_path: Path) -> None:
    [gone] = rounds(1, bank="lost")
    save(tmp_path, [gone])
    app = make(tmp_path)
    async with app.run_test() as pilot:
        await look_back(pilot)
        await pilot.press("enter")
        shown = await opened(pilot)
        assert shown._whole is not None
        assert all(each.bank is None for each in shown._whole.reviewed)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, Tell))
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, HistoryPage)


async def test_rows_are_read_as_they_come_into_sight(tmp_path: Path) -> None:
    made = rounds(5)
    many = [renamed(made[at % 5], 5000 + at) for at in range(CHUNK * 4)]
    save(tmp_path, many)
    async with make(tmp_path).run_test() as pilot:
        shown = await look_back(pilot)
        listed = shown.query_one(RoundList)
        assert listed.count == CHUNK * 4
        assert set(listed._chunks) == {0}
        await pilot.press("end")
        await until(pilot, lambda: listed._chunks.get(3))
        assert 1 not in listed._chunks
        assert listed.chosen is not None


async def test_a_history_that_cannot_be_read_any_more_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = rounds(5)
    many = [renamed(made[at % 5], 5000 + at) for at in range(CHUNK * 2)]
    save(tmp_path, [*many, renamed(made[0], 1, player="Bo")])
    app = make(tmp_path)

    def broken(*_given: object) -> None:
        raise ScoreError("the disk is gone")

    async with app.run_test() as pilot:
        await look_back(pilot)
        monkeypatch.setattr(ScoreIndex, "refresh", broken)
        await pilot.press("D", "end", "a")
        await until(pilot, lambda: len(app._notifications) == 3)
        assert {note.message for note in app._notifications} == {"the disk is gone"}
        assert isinstance(app.screen, HistoryPage)


async def test_a_foreign_file_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "scores" / "scores.toml"
    path.parent.mkdir()
    path.write_text("a letter to somebody\n", "utf-8")
    async with make(tmp_path).run_test() as pilot:
        shown = await look_back(pilot)
        assert shown.query_one("#empty").display
        assert path.read_text("utf-8") == "a letter to somebody\n"


async def test_every_part_by_its_key_and_from_days_to_their_rounds(tmp_path: Path) -> None:
    save(tmp_path, rounds(12))
    async with make(tmp_path).run_test() as pilot:
        shown = await look_back(pilot)
        for key, kind in zip("2345", list(parts())[1:], strict=True):
            await pilot.press(key)
            await filled(pilot)
            assert isinstance(shown.section, kind[1])
            assert shown.section.display
        await pilot.press("left", "right", "enter")
        await filled(pilot)
        assert isinstance(shown.section, Rounds)
        listed = shown.query_one(RoundList)
        assert 0 < listed.count < 12
        assert listed.chosen is not None
        assert listed.chosen.started.date() == NOW.date()


async def test_what_is_missed_most_is_played(tmp_path: Path) -> None:
    made = rounds(6)
    save(tmp_path, made)
    wrong = {each.question for one in made for each in one.answers if not each.correct}
    async with make(tmp_path).run_test() as pilot:
        await look_back(pilot)
        await pilot.press("4")
        await filled(pilot)
        await pilot.press("enter")
        await phase(pilot, Phase.OPEN)
        assert {asked.question.id for asked in page(pilot).round.asked} == wrong
