"""The teacher's walks: article to bank, bank by hand, and what can go wrong on the way."""

from __future__ import annotations

import errno
import shutil
from typing import TYPE_CHECKING, TypeVar

from textual.widgets import Input, Static

import question_banks
from quiz.app.article import ArticlePage
from quiz.app.banklist import BankList
from quiz.app.benchpage import BenchPage
from quiz.app.choose import Choose
from quiz.app.fields import Field, Writing
from quiz.app.form import FormPage
from quiz.app.pathfield import PathField
from quiz.app.questionlist import QuestionList
from quiz.app.review import ReviewPage
from quiz.app.sheets import Ask
from quiz.app.trial import TrialPage
from quiz.app.workshop import WorkshopPage
from quiz.banks.read import read_bank
from quiz.base.files import write_atomically
from tests.app.kit import BANKS, home_filled, make, until

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from quiz.app.app import NewsquizApp

ARTICLE = """\
Nowy most w Olsztynie otwarty

Prezydent Piotr Grzymowicz otworzył w czerwcu 2019 roku most w Olsztynie. Budowa kosztowała \
23 mln złotych i trwała 18 miesięcy. Minister Adam Nowak przyjechał do Olsztyna 12 czerwca \
2019 roku. Most ma 120 metrów długości.

Rzeczniczka miasta Anna Kowalska powiedziała, że w 2017 roku most zamknięto po powodzi. \
Wykonawca zatrudnił przy budowie 45 osób.
"""

HAND = """\
# Do not touch the order, please.
format = 1
title = "Rivers"
language = "en"

# The long ones

[[questions]]
id = "longest"
prompt = 'Which is the longest?'   # of Poland
answer = "the Vistula"
distractors = [
    "the Oder",
    "the Warta",   # 808 km
]
category = "things"
status = "reviewed"

[[questions]]
id = "sea"
prompt = "Where does it end?"
answer = "in the Baltic"
distractors = ["in the Black Sea"]
category = "places"
"""

_Page = TypeVar("_Page", bound=BenchPage)


def by_hand(folder: Path, text: str = HAND) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "rivers.toml"
    path.write_text(text, "utf-8")
    return path


def app_on(tmp_path: Path, path: Path) -> NewsquizApp:
    return make(tmp_path / "own", edit=path, banks_folder=path.parent)


async def there(pilot: Pilot[None], kind: type[_Page]) -> _Page:
    """Wait until a page of this kind is in front."""
    await until(pilot, lambda: isinstance(pilot.app.screen, kind) and pilot.app.screen.is_mounted)
    screen = pilot.app.screen
    assert isinstance(screen, kind)
    return screen


async def saved(pilot: Pilot[None]) -> None:
    """Wait until everything is on the disk."""
    await until(pilot, lambda: isinstance(pilot.app.screen, BenchPage))
    screen = pilot.app.screen
    assert isinstance(screen, BenchPage)
    await until(pilot, lambda: screen.bench.saved)


def ids(path: Path) -> list[str]:
    return [question.id for question in read_bank(path).questions]


async def test_from_a_pasted_article_to_a_bank(tmp_path: Path) -> None:
    app = make(tmp_path / "own", banks_folder=tmp_path)
    async with app.run_test(size=(140, 45)) as pilot:
        await home_filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, ArticlePage) and app.screen.is_mounted)
        fields = {field.key: field.editor for field in app.screen.query(Field)}
        text = fields["text"]
        assert isinstance(text, Writing)
        text.text = ARTICLE
        await pilot.press("f2")
        page = await there(pilot, ReviewPage)
        path = tmp_path / "nowy-most-w-olsztynie-otwarty.toml"
        bank = read_bank(path)
        assert len(bank.questions) > 1
        assert all(question.status == "draft" for question in bank.questions)
        assert (tmp_path / str(bank.sources[0].path)).read_text("utf-8") == ARTICLE.strip()
        await until(pilot, lambda: page._candidates is not None)

        first = bank.questions[0]
        await pilot.press("1")
        await saved(pilot)
        swapped = read_bank(path).questions[0]
        assert swapped.distractors[1:] == first.distractors[1:]
        assert swapped.distractors[0] not in (first.answer, *first.distractors)
        await pilot.press("u", "enter", "x")
        await saved(pilot)
        after = read_bank(path).questions
        assert after[0].distractors == first.distractors
        assert after[0].status == "reviewed"
        assert [q.id for q in after] == [q.id for q in (first, *bank.questions[2:])]
        await pilot.press("u")
        assert page._queue.question == bank.questions[1]
        await pilot.press("left")
        assert page._queue.question == after[0]

        await pilot.press("e")
        await there(pilot, FormPage)
        await pilot.press("1", "escape")
        await saved(pilot)
        assert read_bank(path).questions[0].prompt == first.prompt + "1"
        left = len(bank.questions) - 1
        await pilot.press("right", *["enter"] * left)
        await saved(pilot)
        assert page._queue.question is None
        assert {question.status for question in read_bank(path).questions} == {"reviewed"}
        await pilot.press("escape")
        await there(pilot, WorkshopPage)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is app.home)
        await until(pilot, lambda: len(app.home.query_one(BankList).banks) == 1)
    assert not (tmp_path / "own" / "workshop" / "pasted.txt").exists()


async def test_ask_otherwise_goes_round_and_comes_back(tmp_path: Path) -> None:
    (tmp_path / "most.txt").write_text(ARTICLE, "utf-8")
    app = make(tmp_path / "own", banks_folder=tmp_path / "banks")
    async with app.run_test(size=(80, 24)) as pilot:
        await home_filled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, ArticlePage) and app.screen.is_mounted)
        app.screen.query_one(PathField).value = str(tmp_path / "most.txt")
        await pilot.press("f2")
        page = await there(pilot, ReviewPage)
        await until(pilot, lambda: page._candidates is not None)
        candidates = page._candidates
        assert candidates is not None
        names = page._queue.names
        asked = {page.bench.desk.question(name).prompt for name in names}
        others = {
            name: [
                one
                for one in candidates.others(page.bench.desk.question(name))
                if one.prompt not in asked
            ]
            for name in names
        }
        name = next(name for name in names if others[name])
        page._queue.visit(name)
        await pilot.press("o")
        question = page._queue.question
        assert question is not None
        assert question.prompt == others[name][0].prompt
        assert question.id == others[name][0].id
        assert question.evidence[0].source == page.bench.bank.sources[0].id
        await pilot.press("u")
        assert page._queue.question is not None
        assert page._queue.question.id == name


async def test_an_edit_changes_a_word_and_leaves_the_rest(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("enter")
        await there(pilot, FormPage)
        await pilot.press("tab", "s", "!", "escape")
        await saved(pilot)
        assert path.read_text("utf-8") == HAND.replace('"the Vistula"', '"the Vistulas!"')
        await there(pilot, WorkshopPage)
        await pilot.press("u")
        await saved(pilot)
        assert path.read_text("utf-8") == HAND


async def test_a_form_that_is_only_looked_at_changes_nothing(tmp_path: Path) -> None:
    odd = HAND.replace("Where does it end?", "Where  does it end?").replace(
        'category = "places"', 'category = "places"\ntags = ["a, b", "c;d"]\nnote = " x "'
    )
    path = by_hand(tmp_path / "banks", odd)
    async with app_on(tmp_path, path).run_test(size=(140, 45)) as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("down", "enter")
        await there(pilot, FormPage)
        await pilot.press("tab", "tab", "escape")
        await there(pilot, WorkshopPage)
        await saved(pilot)
    assert path.read_text("utf-8") == odd


async def test_the_list_sifts_orders_and_takes_back(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    async with app_on(tmp_path, path).run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        rows = page.query_one(QuestionList)
        await pilot.press("slash", *"black", "enter")
        assert [row.name for row in rows.rows] == ["sea"]
        await pilot.press("escape", "s")
        assert [row.name for row in rows.rows] == ["sea"]
        await pilot.press("s", "c")
        assert not rows.rows
        await pilot.press("escape", "home", "J", "d")
        await saved(pilot)
        assert ids(path) == ["sea", "longest", "longest-2"]
        await pilot.press("r", "ctrl+z", "x", "r")
        await saved(pilot)
        assert ids(path) == ["sea", "longest"]
        assert read_bank(path).questions[1].status == "retired"
        await pilot.press("u", "u", "u", "u")
        await saved(pilot)
        assert path.read_text("utf-8") == HAND
        await pilot.press("U")
        await saved(pilot)
        assert ids(path) == ["sea", "longest"]


async def test_an_unfinished_question_is_there_the_next_time(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    async with app_on(tmp_path, path).run_test() as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("n")
        await there(pilot, FormPage)
        await pilot.press(*"Who", "ctrl+q")
    assert path.read_text("utf-8") == HAND
    async with app_on(tmp_path, path).run_test() as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("home", "n")
        page = await there(pilot, FormPage)
        assert next(field.value for field in page.query(Field)) == "Who"
        await pilot.press("question_mark", "tab", "y", "enter", "n")
        await saved(pilot)
        assert ids(path) == ["longest", "who", "sea"]
        await pilot.press("enter", "m", "escape")
        await saved(pilot)
    questions = read_bank(path).questions
    assert questions[1].prompt == "Who?"
    assert questions[1].distractors == ("n", "m")
    assert not list((tmp_path / "own" / "workshop").glob("*.json"))


async def test_a_trial_is_played_and_leaves_no_trace(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, TrialPage))
        await pilot.pause(0.3)
        await pilot.press("1")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await there(pilot, WorkshopPage)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, TrialPage))
        await pilot.press("escape")
        await there(pilot, WorkshopPage)
    assert not (tmp_path / "own" / "scores").exists()


async def test_what_another_program_wrote_is_not_overwritten(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        theirs = HAND.replace("Rivers", "Their rivers")
        path.write_text(theirs, "utf-8")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        assert path.read_text("utf-8") == theirs
        await pilot.press("w")
        await until(pilot, lambda: bool(app.screen.query(Input)))
        await pilot.press("enter")
        await saved(pilot)
        assert ids(path.with_name("rivers-2.toml")) == ["longest", "longest-2", "sea"]
        assert path.read_text("utf-8") == theirs
        # Where nothing of ours is lost, theirs is shown.
        assert page.bench.path.name == "rivers-2.toml"
        page.bench.path.write_text(theirs, "utf-8")
        page._look()
        await until(pilot, lambda: page.bench.bank.title == "Their rivers")
        theirs_again = HAND.replace("Rivers", "Again")
        page.bench.path.write_text(theirs_again, "utf-8")
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("r")
        await until(pilot, lambda: page.bench.bank.title == "Again")
        await saved(pilot)
        assert page.bench.path.read_text("utf-8") == theirs_again


async def test_a_full_disk_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = by_hand(tmp_path / "banks")
    app = app_on(tmp_path, path)

    def full(target: Path, data: bytes) -> None:
        if target.suffix == ".toml":
            raise OSError(errno.ENOSPC, "full")
        real(target, data)

    real = write_atomically
    async with app.run_test() as pilot:
        page = await there(pilot, WorkshopPage)
        with monkeypatch.context() as patched:
            patched.setattr("quiz.banks.keep.write_atomically", full)
            await pilot.press("x")
            await until(pilot, lambda: page.bench.trouble is not None)
            assert "no space left" in str(page.query_one("#trouble", Static).render())
            await pilot.press("ctrl+q")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press("y")
    assert path.read_text("utf-8") == HAND
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("t")
        await there(pilot, WorkshopPage)
        await saved(pilot)
        assert ids(path) == ["sea"]
        await pilot.press("u")
        await saved(pilot)
    assert path.read_text("utf-8") == HAND


async def test_a_bank_with_mistakes_shows_where_and_can_be_read_again(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks", HAND.replace('"places"', '"seas"'))
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        shown = " ".join(str(widget.render()) for widget in app.screen.query("Hanging"))
        line = HAND[: HAND.index('"places"')].count("\n") + 1
        assert f"{line}:12" in shown
        by_hand(tmp_path / "banks")
        await pilot.press("r")
        await there(pilot, WorkshopPage)


async def test_a_bank_of_the_game_is_copied_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packaged = tmp_path / "package"
    shutil.copytree(BANKS, packaged)
    monkeypatch.setattr(question_banks, "__path__", [str(packaged)])
    mine = tmp_path / "mine"
    app = make(tmp_path / "own", edit=packaged / "delta.toml", banks_folder=mine)
    mine.mkdir()
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        page = await there(pilot, WorkshopPage)
        assert page.bench.path == mine / "delta.toml"
        assert (mine / "delta.toml").read_bytes() == (BANKS / "delta.toml").read_bytes()


async def test_a_layout_that_cannot_be_kept_is_written_anew_beside_it(tmp_path: Path) -> None:
    inline = (
        'format = 1\ntitle = "T"\nlanguage = "en"\nquestions = [{ id = "q", prompt = "p?", '
        'answer = "a", distractors = ["b"], category = "things" }]\n'
    )
    path = by_hand(tmp_path / "banks", inline)
    app = app_on(tmp_path, path)
    async with app.run_test() as pilot:
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        page = await there(pilot, WorkshopPage)
        assert page.bench.path.name == "rivers-2.toml"
        assert page.bench.bank == read_bank(path)
    assert path.read_text("utf-8") == inline


async def test_what_the_checker_says_stands_beside_the_field(tmp_path: Path) -> None:
    path = by_hand(tmp_path / "banks")
    async with app_on(tmp_path, path).run_test() as pilot:
        await there(pilot, WorkshopPage)
        await pilot.press("down", "enter")
        form = await there(pilot, FormPage)
        wrong = form._field("distractors.0").query_one(".remark", Static)
        editor = form._field("distractors.0").editor
        assert isinstance(editor, Writing)
        editor.text = "all of the above"
        await until(pilot, lambda: "NQ" in str(wrong.render()))
        editor.text = "in the Baltic"
        await until(pilot, lambda: "answer" in str(wrong.render()))
        assert form.bench.forms["sea"]["distractors"] == ["in the Baltic"]
        assert read_bank(path).questions[1].distractors != ("in the Baltic",)
