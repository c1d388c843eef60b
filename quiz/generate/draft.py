"""From articles to a bank: drafts ranked, three distractors each, an id that says what is asked."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, get_args

from quiz.banks.models import Bank, Category, Evidence, Question, Source
from quiz.banks.models import Language as Code
from quiz.base.cycles import undisturbed
from quiz.check.engine import acceptable
from quiz.check.finding import Severity
from quiz.game.order import in_order
from quiz.generate.before import Before
from quiz.generate.choose import Choice, choose
from quiz.generate.guessing import COUNTING, TELLING, Counted, Ledger, named_most
from quiz.generate.rank import Ranked, order
from quiz.languages.anchors import LEAST

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from quiz.generate.article import Article
    from quiz.languages import Draft, Language
    from quiz.languages.protocol import Document

    Judge = Callable[[Question], bool]

_LONGEST_ID = 48
_FIGURES = re.compile(r"\d")
_LEAD = re.compile(r"^[^:„]{0,40}:\s*[„\"“]")
"""What a gap is introduced by: the same in every question, so no part of its id."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A question with what a reviewer may put in its place.

    `candidates` are further distractors, best first; `alternatives` other questions on the same
    sentence, which the ranking left out.
    """

    question: Question
    candidates: tuple[str, ...]
    alternatives: tuple[Question, ...] = ()


def slug(text: str, length: int = _LONGEST_ID) -> str:
    """Return a text as an id: small ASCII letters, digits and hyphens, cut between words."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ł", "l"))
    plain = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")
    if len(plain) <= length:
        return plain
    return plain[: length + 1].rpartition("-")[0] or plain[:length]


def identify(draft: Draft, taken: set[str]) -> str:
    """Return an id that tells what is asked and does not depend on the draft's place.

    Where the stem is too long to tell it whole, or another has the same id, a digest follows.
    """
    stem = _LEAD.sub("", draft.prompt)
    whole, name = slug(stem, len(stem) * 4), slug(stem)
    digest = f"{zlib.crc32(f'{draft.prompt}|{draft.answer}'.encode()) & 0xFFFF:04x}"
    if name != whole or not name:
        name = f"{name}-{digest}".strip("-")
    while name in taken:
        name = f"{name}-{digest}"
    taken.add(name)
    return name


def question(choice: Choice, source: str, name: str, language: str) -> Question:
    """Turn a draft and its distractors into a question of the given id.

    What can be put in order in a language, dates and numbers, is written in it: so a teacher
    reads it.
    """
    draft = choice.draft
    ordered = in_order(choice.distractors, draft.category, language)
    category = next(c for c in get_args(Category) if c == draft.category)
    return Question(
        id=name,
        prompt=draft.prompt,
        answer=draft.answer,
        distractors=ordered or choice.distractors,
        category=category,
        explanation=draft.explanation,
        evidence=tuple(Evidence(source=source, quote=quote) for quote in draft.quotes),
        status="draft",
        note=draft.note,
    )


def proven(draft: Draft, document: Document) -> Draft:
    """Return a draft whose quotes tell the whole of its key.

    Where they have a surname alone, the sentence that gives the whole name is quoted as well.
    """
    fact, whole = draft.fact, len(draft.answer.split())
    told = len(fact.text.split()) >= whole and any(fact.text in quote for quote in draft.quotes)
    if fact.kind != "person" or whole < 2 or told:
        return draft
    named = [
        f.sentence
        for f in document.facts
        if f.kind == fact.kind and f.value == fact.value and len(f.text.split()) >= whole
    ]
    quotes = {
        s.number: document.text[s.start : s.end]
        for s in document.sentences
        if s.number in named[:1] or document.text[s.start : s.end] in draft.quotes
    }
    every = [document.text[s.start : s.end] for s in document.sentences]
    above = [quote for quote in draft.quotes if quote not in every]  # a dateline
    return replace(draft, quotes=(*above, *(quotes[n] for n in sorted(quotes)))) if named else draft


def anchored(draft: Draft, language: Language) -> bool:
    """Whether a stem is about one thing that is named, so that it can be asked away from its text.

    One that asks for a date needs a name and no more: the date is what ties it down. A timeless
    one asks what the one thing that it names is.
    """
    if draft.category == "dates":
        return language.anchors(_FIGURES.sub("", draft.prompt)) > 0
    return draft.timeless or language.anchors(draft.prompt) >= LEAST


def fair(made: Question, language: str) -> bool:
    """Whether the checker has nothing worse than advice to say of a question."""
    return all(f.severity == Severity.ADVICE for f in acceptable(made, language))


def sources(articles: Sequence[Article], beside: Bank | None = None) -> tuple[Source, ...]:
    """Return a source for each article, every one under its own id, also in the bank `beside`."""
    out: list[Source] = []
    taken = {s.id for s in beside.sources} if beside else set()
    for article in articles:
        name = base = slug(article.title, 40) or "article"
        number = 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        out.append(
            Source(id=name, title=article.title, publisher=article.publisher or None,
                   published=article.published, url=article.url or None)
        )  # fmt: skip
    return tuple(out)


@undisturbed()
def draft_questions(
    articles: Sequence[Article],
    language: Language,
    count: int | None,
    seed: int,
    *,
    judge: Judge | None = None,
    reviewed: bool = False,
    beside: Bank | None = None,
) -> list[Drafted]:
    """Return the best questions on articles, with candidates and alternatives for a reviewer.

    A draft that `judge` (the checker, if not given) finds fault with is asked with other
    distractors, or not at all. Only for a bank that is to be `reviewed` are alternatives made:
    they cost as much as the questions. What the bank `beside` asks is not asked again.
    """
    names = [s.id for s in sources(articles, beside)]
    before = Before(beside, language.lemmas)
    documents = [language.read(a.text, a.published) for a in articles]
    groups = [
        (
            [
                proven(language.restyled(d, document), document)
                for d in language.drafts(document)
                if not before.asks(d) and anchored(d, language)
            ],
            document,
        )
        for document in documents
    ]
    ledger = Ledger()
    taken = {q.id for q in beside.questions} if beside else set()

    def ask(ranked: Ranked, book: Ledger) -> Choice | None:
        source = names[ranked.article]

        def sound(distractors: tuple[str, ...]) -> bool:
            made = question(Choice(ranked.draft, distractors, {}), source, "trial", language.code)
            return judge(made) if judge else fair(made, language.code)

        text = articles[ranked.article].text
        return choose(ranked.draft, language.code, text, book, seed, sound=sound)

    guessed = {
        id(d): named_most(d, low)
        for article, (drafts, _) in zip(articles, groups, strict=True)
        for low in (article.text.lower(),)
        for d in drafts
    }
    lemmas = cache(language.lemmas)
    chosen: list[tuple[Ranked, Choice]] = []
    asked: set[int] = set()
    counted = Counted()

    def rank(drafts: Callable[[Draft], bool]) -> list[Ranked]:
        pool = [([d for d in found if drafts(d)], document) for found, document in groups]
        return order(pool, lemmas, lambda d: guessed[id(d)], [r for r, _ in chosen])

    def accept(ranked: list[Ranked]) -> None:
        for best in ranked:
            if count is not None and len(chosen) >= count:
                return
            asked.add(id(best.draft))
            choice = ask(best, ledger)
            if choice is not None and counted.bears(choice.hits[COUNTING]):
                counted.add(choice.hits[COUNTING])
                chosen.append((best, choice))

    best_of_all = rank(lambda _: True)
    telling = {id(r.draft) for r in best_of_all if guessed[id(r.draft)] > TELLING}
    # What counting names finds waits, and leaves room for what it kept away, as long as the bank
    # does not bear it.
    accept([r for r in best_of_all if id(r.draft) not in telling])
    if telling:
        accept(rank(lambda d: id(d) not in asked and guessed[id(d)] <= TELLING))
        accept(rank(lambda d: id(d) in telling))
    out: list[Drafted] = []
    for best, choice in chosen:
        made = question(choice, names[best.article], identify(best.draft, taken), language.code)
        alternatives: tuple[Question, ...] = ()
        if reviewed:
            others = [
                Ranked(d, best.article, 0, (), (), ())
                for d in groups[best.article][0]
                if d.sentence == best.draft.sentence and id(d) not in asked
            ]
            choices = [c for r in others if (c := ask(r, Ledger()))]
            alternatives = tuple(
                question(c, names[best.article], identify(c.draft, set()), language.code)
                for c in choices
            )
        out.append(Drafted(made, choice.candidates, alternatives))
    return out


def make_bank(
    articles: Sequence[Article],
    language: Language,
    title: str,
    count: int | None,
    seed: int,
    *,
    beside: Bank | None = None,
) -> Bank:
    """Draft a bank from articles; the same articles and seed give the same bank.

    Its ids are others than those in the bank `beside`, and so is what it asks.

    A day of publication that only the text tells is the source's day from then on, so that whoever
    reads the article again reads its dates in the same way.
    """
    articles = [replace(a, published=a.published or language.published(a.text)) for a in articles]
    drafted = draft_questions(articles, language, count, seed, beside=beside)
    code: Code = "pl" if language.code == "pl" else "en"
    return Bank(
        format=1, title=title or articles[0].title, language=code,
        sources=sources(articles, beside), questions=tuple(d.question for d in drafted),
    )  # fmt: skip
