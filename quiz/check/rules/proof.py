"""What a question rests on, and how long it stays true."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule, place
from quiz.languages.words.phrases import table, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.check.asked import Asked
    from quiz.check.rule import Volume

_YEAR = re.compile(r"(?<!\d)(?:1\d{3}|20\d\d|21\d\d)(?!\d)")


def no_explanation(asked: Asked) -> Iterator[Mark]:
    """Find questions that do not say why the answer is right."""
    if not asked.question.explanation.strip():
        message = _(
            "there is no explanation: say in a sentence or two why the answer is right, which is "
            "what a player learns from"
        )
        yield Mark(message, "explanation")


def no_evidence(volume: Volume) -> Iterator[Mark]:
    """Find questions without a quote, and banks that have no source to quote."""
    if not volume.asked:
        return
    if not volume.bank.sources:
        message = _(
            "the bank names no source: add [[sources]], and to each question evidence from it, so "
            "that an answer can be proved"
        )
        yield Mark(message, "")
        return
    for asked in volume.asked:
        if not asked.question.evidence:
            message = _(
                "nothing proves the answer: write evidence = [{ source = …, quote = … }], with "
                "the sentence of the source that says it"
            )
            yield Mark(message, "evidence", asked=asked)


def quote_not_in_source(volume: Volume) -> Iterator[Mark]:
    """Find sources that cannot be read, and quotes that their source does not have."""
    if volume.texts is None:
        return
    for at, source in enumerate(volume.bank.sources):
        file = volume.texts.get(source.id)
        if file is not None and file.problem:
            yield Mark(file.problem, "sources", at)
    for asked in volume.asked:
        for at, proof in enumerate(asked.question.evidence):
            file = volume.texts.get(proof.source)
            if file is None or file.problem or file.has(proof.quote):
                continue
            if file.nearly_has(proof.quote):
                message = _(
                    "the quote differs from the source in case, quotation marks, dashes or other "
                    "punctuation: copy it from {source} to the letter"
                )
            else:
                message = _(
                    "the quote is not in {source}: copy the sentence that proves the answer to the "
                    "letter"
                )
            yield Mark(message.format(source=shown(proof.source)), "evidence", at, asked)


@cache
def _days(language: str) -> re.Pattern[str]:
    dates = table(language)["dates"]
    either = f"{dates['day']}|{dates['month']}".replace("MONTHS", dates["months"])
    flags = re.IGNORECASE if language == "en" else re.NOFLAG
    return re.compile(rf"(?<![\w-])(?:{either})", flags)


def date_without_year(asked: Asked) -> Iterator[Mark]:
    """Find a day or a month without its year, where it does not come back every year."""
    prompt = unquoted(asked.question.prompt)
    if (
        _YEAR.search(prompt)
        or asked.words.find("yearly", prompt)
        or asked.words.find("dated", prompt)
    ):
        return
    fields: list[tuple[str, int | None, str]] = [("prompt", None, prompt)]
    fields += [(*place(option), text) for option, text in enumerate(asked.options)]
    for field, item, text in fields:
        found = _days(asked.language).search(text)
        if not found or _YEAR.search(text) or asked.words.find("dated", text):
            continue
        # What is so at present, as of a plant in flower, comes back.
        if field != "prompt" and not asked.words.find("past", prompt):
            continue
        if asked.language == "en" and not any(c.isupper() for c in found.group()):
            continue
        message = _("{date} has no year, and the next one will make it wrong: write the year too")
        yield Mark(message.format(date=shown(found.group())), field, item)
        return


def outdated_soon(asked: Asked) -> Iterator[Mark]:
    """Find stems about how things are, without the day of which that is true."""
    prompt = asked.question.prompt
    if _YEAR.search(prompt) or asked.words.find("dated", prompt):
        return
    found = asked.words.find("stale", prompt) or asked.words.find("office", prompt)
    if found:
        message = _(
            "{words} will be wrong one day: write of which year the question asks, as in {example}"
        )
        example = '"w czerwcu 2025"' if asked.language == "pl" else '"in June 2025"'
        yield Mark(message.format(words=shown(found), example=example))


RULES = (
    Rule("NQ401", "no-explanation", Severity.WARNING, no_explanation),
    Rule("NQ402", "no-evidence", Severity.ADVICE, no_evidence, "bank"),
    Rule("NQ403", "quote-not-in-source", Severity.ERROR, quote_not_in_source, "bank", reads=True),
    Rule("NQ404", "date-without-year", Severity.WARNING, date_without_year),
    Rule("NQ405", "outdated-soon", Severity.WARNING, outdated_soon),
)
