"""An article beside a question, with what proves the answer marked in it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.app import words
from quiz.base.errors import QuizError
from quiz.base.files import file_inside
from quiz.base.language import _, quoted
from quiz.base.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from textual.app import ComposeResult

    from quiz.banks.models import Source
    from quiz.generate.article import Article


def place_of(quote: str, text: str) -> tuple[int, int] | None:
    """Return where `quote` stands in `text`, however either is broken into lines."""
    pattern = r"\s+".join(map(re.escape, quote.split()))
    found = re.search(pattern, text) if pattern else None
    return found.span() if found else None


class SourcePane(VerticalScroll):
    """Shows an article, or only the quotes where there is none."""

    can_focus = False

    def compose(self) -> ComposeResult:
        """Make title and text, empty."""
        yield Static(classes="origin")
        yield Static(classes="text")

    def prove(
        self,
        sources: Sequence[Source],
        articles: Mapping[str, Article],
        proofs: Sequence[tuple[str, str]],
    ) -> None:
        """Show the article of the first proof; proofs are pairs of a source's id and a quote."""
        name = proofs[0][0] if proofs else ""
        source = next((one for one in sources if one.id == name), None)
        article = articles.get(name)
        quotes = [quote for origin, quote in proofs if origin == name]
        self.show(source, article.text if article else None, quotes)

    def show(self, source: Source | None, text: str | None, quotes: Sequence[str]) -> None:
        """Show `text`, the article of `source`, with `quotes` marked and the first in sight."""
        self.query_one(".origin", Static).update(
            Content.styled(words.source_told(source), "$faint")
        )
        body = self.query_one(".text", Static)
        if text is None:
            told = [Content.styled(quoted(quote), "italic") for quote in quotes]
            if not told:
                told = [Content.styled(_("The question has no evidence."), "$faint")]
            body.update(Content("\n\n").join(told))
            self.scroll_home(animate=False)
            return
        content = Content(text)
        found = [(quote, place_of(quote, text)) for quote in quotes]
        places = [place for _quote, place in found if place]
        for start, end in places:
            content = content.stylize("bold $ink on $chosen", start, end)
        lost = [quote for quote, place in found if not place]
        for quote in lost:
            mark = Content.assemble((f"{words.NOTE} ", "bold $signal"), _("Not in the article:"))
            content = Content.assemble(mark, " ", (quoted(quote), "italic"), "\n\n", content)
        body.update(content)
        if places and not lost:
            start = min(place[0] for place in places)
            self.call_after_refresh(self._follow, text[:start])
        else:
            self.scroll_home(animate=False)

    def _follow(self, before: str) -> None:
        """Bring what stands behind `before` into sight, with a line above it."""
        body = self.query_one(".text", Static)
        row = len(Content(before).wrap(max(1, body.content_size.width))) - 1
        self.scroll_to(y=max(0, row + body.region.y - self.region.y + int(self.scroll_y) - 2),
                       animate=False)  # fmt: skip


def read_articles(sources: tuple[Source, ...], folder: Path) -> dict[str, Article]:
    """Read what can be read; a link out of the bank's folder is not followed."""
    from quiz.generate.article import read_article  # noqa: PLC0415  # in a thread

    articles = {}
    for source in sources:
        path = file_inside(folder, source.path or "")
        if path is not None:
            with suppress(QuizError):
                article = read_article(str(path), source.published)
                articles[source.id] = replace(article, text=clean(article.text))
    return articles
