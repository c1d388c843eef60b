"""The teacher's walks: article to bank, and bank by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from quiz.app.article import ArticlePage
from quiz.app.banklist import BankList
from quiz.app.fields import Field, Writing
from quiz.app.form import FormPage
from quiz.app.pathfield import PathField
from quiz.app.questionlist import QuestionList
from quiz.app.review import ReviewPage
from quiz.app.trial import TrialPage
from quiz.app.workshop import WorkshopPage
from quiz.banks.read import read_bank
from tests.app.kit import home_filled, make, until
from tests.app.workshop_kit import ARTICLE, HAND, app_on, by_hand, ids, saved, there
from tests.generate.web.pages import portal
from tests.generate.web.server import site as serve

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from tests.generate.web.server import Handler


async def test_an_article_on_the_web_is_read_or_given_up(tmp_path: Path) -> None:
    def silent(handler: Handler) -> None:
        handler.over.wait(5)

    app = make(tmp_path / "own", banks_folder=tmp_path)
    with serve({"/most": portal(), "/none": silent}) as site:
        async with app.run_test(size=(100, 35)) as pilot:
            await home_filled(pilot)
            await pilot.press("a")
            page = await there_is_article(pilot)
            page.query_one(PathField).value = site.address("/none")
            await pilot.press("f2")
            await until(pilot, lambda: bool(site.asked))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is app.home)
            await pilot.press("a")
            page = await there_is_article(pilot)
            page.query_one(PathField).value = site.address("/most")
            await pilot.press("f2")
            await there(pilot, ReviewPage)
        bank = read_bank(tmp_path / "nowy-most-w-gdyni-otwarty.toml")
        assert bank.sources[0].url == site.address("/most")
        assert bank.sources[0].publisher == "Kurier Próbny"


async def there_is_article(pilot: Pilot[None]) -> ArticlePage:
    await until(
        pilot, lambda: isinstance(pilot.app.screen, ArticlePage) and pilot.app.screen.is_mounted
    )
    screen = pilot.app.screen
    assert isinstance(screen, ArticlePage)
    return screen


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
