"""A new bank: from an article, in a file, on the web or pasted, or empty."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from quiz.app import words
from quiz.app.editing import own_banks, own_folder, show_workshop
from quiz.app.fields import Field, Pick, Writing
from quiz.app.keys import Key
from quiz.app.page import Page
from quiz.app.pathfield import PathField, completions
from quiz.app.printed import Ends, Rule
from quiz.base.errors import QuizError
from quiz.base.files import reason, typed, write_atomically
from quiz.base.language import _, ngettext
from quiz.base.text import clean, one_line
from quiz.base.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.banks.models import Bank, Language
    from quiz.generate.article import Article, Raw

PASTED = 4_000_000
"""Characters of the longest article that is read."""

PROPOSED = 8
"""How many paths are listed below the path."""

SPINNER = "◐◓◑◒"


class ArticlePage(Page):
    """Asks for an article and what is known of it, and drafts a bank."""

    CSS_PATH: ClassVar = ["bench.tcss", "fields.tcss", "article.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+g", "draft", "Draft", show=False),
        Binding("f3", "empty", "Empty bank", show=False),
        Binding("escape", "back", "Back", show=False),
    ]

    def __init__(self) -> None:
        """Begin with what was pasted the last time and not used."""
        super().__init__()
        self._busy = ""
        self._turn = 0

    # What is on the screen

    def content(self) -> ComposeResult:
        """Head and fields."""
        with Container(id="sheet"):
            yield Ends(id="head")
            yield Rule("━", "$signal")
            yield Static(self._advice(), id="told")
            with VerticalScroll(id="form", can_focus=False):
                hint = _("Its path or address: text, Markdown or HTML")
                yield Field("file", _("Article"), PathField("", hint))
                pasted = Writing("", lines=True, hint=_("… or paste the text here"), room=PASTED)
                yield Field("text", _("or text"), pasted)
                languages = [(code, words.language_name(code)) for code in LANGUAGES]
                yield Field("language", _("Language"), Pick(languages, LANGUAGES[0]))
                hint = _("The day, as in 2025-06-18: “yesterday” is then known")
                yield Field("published", _("Published"), Writing("", hint=hint))
                yield Field("publisher", _("Publisher"), Writing("", hint=_("Who published it")))
                hint = _("Of the bank; else the headline")
                yield Field("title", _("Title"), Writing("", hint=hint))
            yield Static(id="progress")

    def _advice(self) -> Content:
        return Content(
            _(
                "Questions are drafted by rule, on this machine, each with the sentence that "
                "proves it. You then review them one by one."
            )
        )

    def on_mount(self) -> None:
        """Bring back what was pasted."""
        self.query_one("#head", Ends).show(
            Content.styled(_("New bank from an article"), "bold"), Content()
        )
        self.query_one("#progress").display = False
        self.run_worker(self._bring_back())
        self.set_interval(0.15, self._spin)
        self.query_one(PathField).focus()

    @property
    def _paste(self) -> Path:
        return own_folder(self.game) / "pasted.txt"

    async def _bring_back(self) -> None:
        try:
            text = await asyncio.to_thread(self._paste.read_text, "utf-8")
        except (OSError, ValueError):
            return
        field = self._field("text").editor
        if isinstance(field, Writing) and not field.text:
            field.text = clean(text)

    def _field(self, key: str) -> Field:
        return next(field for field in self.query(Field) if field.key == key)

    def _value(self, key: str) -> str:
        return self._field(key).value

    def _spin(self) -> None:
        if self._busy:
            self._turn += 1
            mark = SPINNER[self._turn % len(SPINNER)] if self.game.settings.motion else "…"
            told = Content.assemble((f"{mark} ", "bold $signal"), self._busy)
            self.query_one("#progress", Static).update(told)

    def _work(self, told: str) -> None:
        """Say what is being done; nothing where `told` is empty."""
        self._busy = told
        self.query_one("#progress").display = bool(told)
        self._spin()

    # What is written

    def on_input_changed(self, message: Input.Changed) -> None:
        """Propose paths."""
        message.stop()
        self.run_worker(self._propose(message.value), exclusive=True, group="paths")

    async def _propose(self, text: str) -> None:
        found = await asyncio.to_thread(completions, text)
        field = self._field("file")
        if text not in found:
            names = [Path(path).name + "/" * path.endswith("/") for path in found[:PROPOSED]]
            more = "  …" if len(found) > PROPOSED else ""
            field.remark(Content.styled("  ".join(names) + more, "$faint"))
        else:
            field.remark(Content())

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Keep what is pasted: a crash shall not cost it."""
        message.stop()
        if message.text_area is self._field("text").editor:
            self.game.hand.submit(self._keep_paste, self._value("text"))
        self._field("published").remark(Content())

    def _keep_paste(self, text: str) -> None:
        try:
            write_atomically(self._paste, text.encode("utf-8", "replace"))
        except OSError as error:
            told = _("The text cannot be kept: {reason}").format(reason=reason(error))
            self.app.call_from_thread(self.notify, told, severity="warning", markup=False)

    # Making the bank

    def action_draft(self) -> None:
        """Read the article and draft questions."""
        if self._busy:
            return
        path, text = one_line(self._value("file")), self._value("text")
        if not path and not text:
            self._complain("file", _("Name a file or an address, or paste the text below"))
            return
        published = self._published()
        if published is not None:
            self.run_worker(self._draft(path, published[0]), exclusive=True, group="draft")

    def _published(self) -> tuple[date | None] | None:
        """Return the day that was written, if any; None where it is no day."""
        text = self._value("published")
        if not text:
            return (None,)
        try:
            return (date.fromisoformat(text),)
        except ValueError:
            self._complain("published", _("This is no date like 2025-06-18"))
            return None

    def _complain(self, key: str, told: str) -> None:
        field = self._field(key)
        field.remark(Content.assemble((f"{words.WRONG} ", "bold $wrong"), told))
        field.editor.focus()

    async def _draft(self, path: str, published: date | None) -> None:
        from quiz.generate.web.address import is_address  # noqa: PLC0415  # when first needed

        name = path if is_address(path) else str(typed(path)) if path else str(self._paste)
        if not path:
            await asyncio.wrap_future(self.game.hand.submit(lambda: None))  # the paste is written
        about = {key: self._value(key) for key in ("publisher", "title", "language")}
        try:
            self._work(_("Reading the article …"))
            # Leaving the page gives a page of the web up at once; a file is there soon.
            raw = await _fetch(name) if is_address(name) else None
            article = await asyncio.to_thread(_read, name, raw, published, about["publisher"])
            self._work(_("Drafting questions …"))
            bank = await asyncio.to_thread(_bank, article, about["language"], about["title"])
        except QuizError as error:
            self._work("")
            self._tell(_("The article cannot be used"), str(error).removeprefix(f"{name}: "))
            return
        self._work("")
        if not bank.questions and not await self._keep_empty():
            return
        await self._start(bank, article)
        if not path:
            self.game.hand.submit(self._paste.unlink, True)

    async def _keep_empty(self) -> bool:
        from quiz.app.choose import Choose, Way  # noqa: PLC0415  # parsed when first needed

        told = _(
            "The generator asks only what it is certain of, and of this text it is certain of "
            "nothing. You can write questions of your own beside the article."
        )
        way = Way("o", _("Open a bank with this article and no question"))
        sheet = Choose(_("No question could be drafted"), told, [way])
        return await self.app.push_screen_wait(sheet) == "o"

    def action_empty(self) -> None:
        """Make a bank without an article."""
        from quiz.banks.models import Bank  # noqa: PLC0415

        title = self._value("title")
        if not title:
            self._complain("title", _("Give the empty bank a title"))
            return
        language: Language = "en" if self._value("language") == "en" else "pl"
        bank = Bank(format=1, title=title, language=language)
        self.run_worker(self._start(bank, None), exclusive=True, group="draft")

    async def _start(self, bank: Bank, article: Article | None) -> None:
        from quiz.app.workbench import open_bench  # noqa: PLC0415

        game = self.game
        folder = own_banks(game)
        try:
            path = await asyncio.to_thread(_start, folder, bank, article)
            bench, _left = await asyncio.to_thread(open_bench, path, own_folder(game), game.hand)
        except QuizError as error:
            self._tell(_("The bank cannot be made"), str(error))
            return
        game.home.find_again()
        game.pop_screen()
        show_workshop(game, bench)
        if bank.questions:
            from quiz.app.review import ReviewPage  # noqa: PLC0415  # parsed when first needed

            game.push_screen(ReviewPage(bench))
            count = len(bank.questions)
            told = ngettext("{n} question was drafted.", "{n} questions were drafted.", count)
            game.notify(told.format(n=count), markup=False)

    def _tell(self, title: str, told: str) -> None:
        from quiz.app.sheets import Tell  # noqa: PLC0415  # parsed when first needed

        self.app.push_screen(Tell(title, told))

    def keys(self) -> tuple[Key, ...]:
        """Return the keys of the page."""
        return (
            Key("F2", _("Draft questions"), _("Read the article and draft (also Ctrl+G)"), "draft"),
            Key("Tab", _("Next field"), _("Next field; completes a path")),
            Key("F3", _("Empty bank"), _("A bank without an article, by its title"), "empty"),
            Key("Esc", _("Back"), _("Home; what you pasted is kept"), "back"),
            Key("F1", _("Help"), _("This help"), "help"),
        )

    def advice(self) -> str:
        """Say what happens to the article."""
        return _(
            "The article is copied beside the bank, so that a review shows where each answer comes "
            "from. Nothing leaves this machine; a page whose address you name is asked for without "
            "cookies and passwords."
        )


async def _fetch(address: str) -> Raw:
    from quiz.generate.article import fetched  # noqa: PLC0415  # when first needed
    from quiz.generate.web.fetch import get  # noqa: PLC0415

    return fetched(address, await get(address))


def _read(name: str, raw: Raw | None, published: date | None, publisher: str) -> Article:
    from quiz.generate.article import article_of, obtain  # noqa: PLC0415  # in a thread

    article = article_of(raw or obtain(name), published)
    # What no bank may hold, such as soft hyphens, would come back in the quotes.
    return replace(
        article,
        text=clean(article.text),
        title=one_line(article.title),
        publisher=publisher or one_line(article.publisher),
    )


def _bank(article: Article, code: str, title: str) -> Bank:
    from quiz.generate.review import draft_bank  # noqa: PLC0415  # in a thread

    return draft_bank(article, code, title)


def _start(folder: Path, bank: Bank, article: Article | None) -> Path:
    from quiz.banks.find import find_banks  # noqa: PLC0415  # in a thread
    from quiz.generate.review import start_bank  # noqa: PLC0415

    taken = {found.name for found in find_banks()}
    if folder.is_dir():
        taken |= {path.stem for path in folder.iterdir()}
    return start_bank(folder, bank, article, taken)
