"""From the items of a foreign file to a bank that is sure to be valid.

One set of rules for every format. An item becomes a question, or is skipped with its reason; what
is changed or left out of one that becomes a question is told. Characters that change nothing of
what is seen (soft hyphens, zero-width spaces, byte order and direction marks) are taken out and
line separators become new lines; a terminal escape, another control character or an override of
the writing direction makes another text of what is seen, so that its question is skipped.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.base.figures import short
from quiz.base.fold import fold_all
from quiz.base.language import _, code, ngettext
from quiz.base.text import clean, first_unsafe, is_blank, name_of, one_line
from quiz.base.vocabulary import BANK_FORMAT, CATEGORIES
from quiz.exchange.folders import last_folder
from quiz.exchange.languages import TRUE_FALSE, recognise
from quiz.exchange.protocol import MOST, Item, Option, Skipped, UnreadableError, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.banks.models import Category, Language

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]")
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_PROMPT, _SHORT, _PROSE, _NAME = 1000, 200, 4000, 80
_FROM_SLUG = 60
_SAMPLE = 300
_LATIN = str.maketrans("ąćęłńóśźżĄĆĘŁŃÓŚŹŻßøæðþđ", "acelnoszzACELNOSZZsoadtd")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What an imported bank is called, where it comes from, and its language if that is known."""

    title: str
    description: str = ""
    language: Language | None = None


class _NotTaken(Exception):  # noqa: N818  # it is no error, but a question that is left
    """An item cannot become a question; its text is the reason."""


def assemble(
    found: Iterable[Item | Skipped], origin: Origin, most: int | None = None
) -> tuple[Bank, tuple[Skipped, ...], tuple[Skipped, ...]]:
    """Make a bank of what a reader found; also return what is skipped, and what is told of items.

    Raises UnreadableError where the file holds more questions than `most`, or than `MOST`.
    """
    most = MOST if most is None else min(most, MOST)
    items: list[Item] = []
    skipped: list[Skipped] = []
    for one in found:
        if len(items) + len(skipped) >= most:
            message = _("the file holds more than {most} questions: split it into several")
            raise UnreadableError(message.format(most=most))
        if isinstance(one, Item):
            items.append(one)
        else:
            skipped.append(one)
    known = origin.language or recognise(_texts(items))
    language = known or _own_language()
    told: list[Skipped] = []
    if items and not known:
        message = _("its language is not plain, and is taken to be {code}: --language says another")
        told.append(Skipped(0, "", message.format(code=language)))
    build = _Builder(language)
    for item in items:
        try:
            told += [Skipped(item.line, excerpt(item.prompt), what) for what in build.add(item)]
        except _NotTaken as reason:
            skipped.append(Skipped(item.line, excerpt(item.prompt), str(reason)))
    bank = Bank(
        format=BANK_FORMAT,
        title=_or_nothing(one_line(origin.title)[:_SHORT]) or _("Imported questions"),
        language=language,
        description=clean(origin.description)[:_PROSE],
        sources=tuple(build.sources.values()),
        questions=tuple(build.questions),
    )
    return _with_common_time(bank), tuple(sorted(skipped)), tuple(told)


def slug(text: str) -> str:
    """Write a text in lower-case ASCII letters, digits and hyphens; "" where none is left."""
    plain = unicodedata.normalize("NFKD", text.translate(_LATIN)).encode("ascii", "ignore").decode()
    words = _NOT_PLAIN.sub("-", plain.lower()).strip("-")
    return words if len(words) <= _FROM_SLUG else words[:_FROM_SLUG].rsplit("-", 1)[0]


def _with_common_time(bank: Bank) -> Bank:
    """Make the commonest time of the questions the bank's, where each of them has one."""
    times = Counter(question.seconds for question in bank.questions)
    common = times.most_common(1)[0][0] if times else None
    if common is None or None in times:
        return bank
    questions = tuple(
        replace(question, seconds=None) if question.seconds == common else question
        for question in bank.questions
    )
    return replace(bank, seconds=common, questions=questions)


def _own_language() -> Language:
    return "pl" if code() == "pl" else "en"


def _texts(items: list[Item]) -> Iterator[str]:
    for item in items[:_SAMPLE]:
        yield item.prompt
        yield item.explanation
        yield from (option.text for option in item.options)


class _Ids:
    """Ids of which no two are the same.

    What number comes next behind a name is remembered, as a file may say one thing 50,000 times.
    """

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._next: dict[str, int] = {}

    def free(self, name: str) -> str:
        """Return a name, with the first number behind it that is free where it is taken."""
        if name not in self.taken:
            return name
        stem = name[: _NAME - 8]
        number = self._next.get(stem, 2)
        while f"{stem}-{number}" in self.taken:
            number += 1
        self._next[stem] = number
        return f"{stem}-{number}"


class _Builder:
    """Makes questions and remembers their ids and sources."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.questions: list[Question] = []
        self.sources: dict[str, Source] = {}
        self._ids = _Ids()
        self._source_ids = _Ids()

    def add(self, item: Item) -> list[str]:
        """Add a question; return what of the item it does not hold. Raises _NotTaken."""
        told = [*item.left_out]
        item = self._with_options(item)
        prompt = _line(item.prompt, _PROMPT, _("the question"))
        right = [option for option in item.options if option.right]
        wrong = [option for option in item.options if not option.right]
        _require_one_right(item.options)
        answer = _line(right[0].text, _SHORT, _("an option"))
        distractors = tuple(_line(option.text, _SHORT, _("an option")) for option in wrong)
        _require_different((answer, *distractors))
        explanation, note = _explanation(item, right[0], wrong)
        question = Question(
            id=self._id(item, prompt, answer),
            prompt=prompt,
            answer=answer,
            distractors=distractors,
            category=self._category(item, (answer, *distractors)),
            explanation=_prose(explanation, _("the explanation")),
            evidence=self._evidence(item),
            seconds=self._within(item.seconds, 3, 600, told, _("the time of {n} seconds")),
            difficulty=self._within(item.difficulty, 1, 5, told, _("the difficulty {n}")),
            tags=_tags(item),
            shuffle=_shuffle(item, (answer, *distractors)),
            note=_prose(note, _("the note")),
        )
        self._ids.taken.add(question.id)
        self.questions.append(question)
        return told

    def _with_options(self, item: Item) -> Item:
        if item.truth is None:
            return item
        feedback = [option.feedback for option in item.options] or ["", ""]
        options = [
            Option(text, right, told)
            for text, right, told in zip(
                TRUE_FALSE[self.language], (item.truth, not item.truth), feedback, strict=True
            )
        ]
        return replace(item, options=tuple(options))

    def _id(self, item: Item, prompt: str, answer: str) -> str:
        digest = f"{zlib.crc32(f'{prompt}|{answer}'.encode()):08x}"
        kept = _cleaned(item.id, lines=False) if item.id else ""
        name = _or_nothing(kept[:_NAME]) or slug(item.title) or slug(prompt) or f"question-{digest}"
        if name in self._ids.taken:
            name = f"{name[: _NAME - 9].rstrip('-')}-{digest}"
        return self._ids.free(name)

    def _category(self, item: Item, options: tuple[str, ...]) -> Category:
        from quiz.game.amounts import amount  # noqa: PLC0415 - for files that do not say it
        from quiz.game.moments import moment  # noqa: PLC0415

        named = last_folder(item.category).lower()
        for category in CATEGORIES:
            if category == named:
                return category  # type: ignore[return-value]
        if all(moment(option, self.language) for option in options):
            return "dates"
        if all(amount(option, self.language) for option in options):
            return "numbers"
        return "things"

    def _evidence(self, item: Item) -> tuple[Evidence, ...]:
        quotes = []
        for quote, title in item.evidence:
            text = _prose(quote, _("the evidence"))
            name = _line(title or _("Unknown source"), _SHORT, _("the title of a source"))
            if name not in self.sources:
                key = self._source_ids.free(slug(name) or "source")
                self._source_ids.taken.add(key)
                self.sources[name] = Source(id=key, title=name)
            if not is_blank(text):
                quotes.append(Evidence(source=self.sources[name].id, quote=text))
        return tuple(quotes)

    def _within(
        self, value: int | None, least: int, most: int, told: list[str], what: str
    ) -> int | None:
        if value is None or least <= value <= most:
            return value
        message = _("{what} is left out: a bank holds {least} to {most}")
        told.append(message.format(what=what.format(n=value), least=least, most=most))
        return None


def _require_one_right(options: tuple[Option, ...]) -> None:
    right = sum(option.right for option in options)
    if right > 1:
        raise _NotTaken(
            ngettext(
                "{n} of its options is right, and a bank's question has one right answer",
                "{n} of its options are right, and a bank's question has one right answer",
                right,
            ).format(n=right)
        )
    if not right:
        raise _NotTaken(_("none of its options is marked as right"))
    if len(options) == 1:
        raise _NotTaken(_("it has no wrong option: it is a short-answer question"))
    if len(options) > 6:
        raise _NotTaken(_("it has {n} options, and a bank holds 6").format(n=len(options)))


def _require_different(options: tuple[str, ...]) -> None:
    folded = fold_all(options)
    for at, option in enumerate(folded):
        if option in folded[:at]:
            same = excerpt(options[at])
            raise _NotTaken(_("two of its options are the same: {option}").format(option=same))


def _explanation(item: Item, right: Option, wrong: list[Option]) -> tuple[str, str]:
    """Choose what explains the answer; what else was said of the options becomes a note."""
    told = [option for option in (right, *wrong) if option.feedback.strip()]
    explanation = item.explanation
    if not explanation.strip() and told and (told[0] is right or len(item.options) == 2):
        explanation = told.pop(0).feedback
    notes = [item.note] if item.note.strip() else []
    if item.title and not item.id and slug(item.title) != item.title:
        notes.append(_("Title: {title}").format(title=one_line(item.title)))
    notes += [
        _("On “{option}”: {feedback}").format(
            option=one_line(option.text), feedback=one_line(option.feedback)
        )
        for option in told
    ]
    notes += [
        _("“{option}” brought {weight} % of the points.").format(
            option=one_line(option.text), weight=short(option.weight)
        )
        for option in item.options
        if option.weight is not None and option.weight not in {0, 100}
    ]
    return explanation, "\n".join(notes)


def _tags(item: Item) -> tuple[str, ...]:
    tags = [_line(tag, _NAME, _("a tag")) for tag in item.tags if not is_blank(tag)]
    folder = last_folder(item.category)
    if not is_blank(folder) and folder.lower() not in CATEGORIES and len(folder) <= _NAME:
        tags.append(_line(folder, _NAME, _("a tag")))
    return tuple(dict.fromkeys(tags))


def _shuffle(item: Item, options: tuple[str, ...]) -> bool:
    if item.shuffle is not None:
        return item.shuffle
    return len(options) != 2 or set(fold_all(options)) not in _pairs()


@cache
def _pairs() -> list[set[str]]:
    """Return "true" and "false" of every language."""
    return [set(fold_all(pair)) for pair in TRUE_FALSE.values()]


def _line(text: str, most: int, what: str) -> str:
    """Return a text as one line. Raises _NotTaken where it is none, or unsafe or too long."""
    line = _cleaned(text, lines=False)
    if is_blank(line):
        raise _NotTaken(_("{what} is empty").format(what=what))
    return _not_longer(line, most, what)


def _prose(text: str, what: str) -> str:
    return _not_longer(_cleaned(text, lines=True), _PROSE, what)


def _not_longer(text: str, most: int, what: str) -> str:
    if len(text) > most:
        message = _("{what} has {n} characters, and a bank holds {most}")
        raise _NotTaken(message.format(what=what, n=len(text), most=most))
    return text


def _or_nothing(line: str) -> str:
    return "" if is_blank(line) else line.strip()


def _cleaned(text: str, *, lines: bool) -> str:
    """Clean what is certain. Raises _NotTaken for what is not."""
    if not text.isascii() or not text.isprintable():
        text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", text))
    if unsafe := first_unsafe(text):
        message = _("it holds the character {name}, which a text may not hold")
        raise _NotTaken(message.format(name=name_of(unsafe[0])))
    return clean(text) if lines else one_line(text)
