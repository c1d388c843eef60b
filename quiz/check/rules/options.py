"""What options should not be, and how they should stand together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule, place
from quiz.languages.words.alone import alone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.check.asked import Asked

_SENTENCE = re.compile(r"\w.*\s\w.*[.!]$")


def all_or_none(asked: Asked) -> Iterator[Mark]:
    """Find "all of the above", "none of these" and the like."""
    for option, text in enumerate(asked.options):
        found = asked.words.find("all_or_none", text)
        if found and len(found) >= 0.6 * len(text.rstrip(". ")):
            message = _(
                "{option} tests how options are combined, and the game shuffles them, so that "
                "nothing is above: write an option of its own"
            )
            yield Mark(message.format(option=shown(text)), *place(option))


def vague_term(asked: Asked) -> Iterator[Mark]:
    """Find options that say "often" or "some", which everybody takes otherwise."""
    found = [asked.words.find("vague", option) for option in asked.options]
    if all(found):
        return
    for option, word in enumerate(found):
        if word:
            message = _("{word} means something else to everybody: say how often or how many")
            yield Mark(message.format(word=shown(word)), *place(option))


def mixed_kinds(asked: Asked) -> Iterator[Mark]:
    """Find options of which some are dates or amounts and others are not, or of another kind."""
    spans = asked.spans
    read = [n for n, found in enumerate(spans) if found is not None]
    if not read:
        yield from _sentences(asked)
        return
    if asked.question.category not in {"dates", "numbers"} and 2 * len(read) < len(spans):
        return  # "3 Maja" is a street among streets
    for option, text in enumerate(asked.options):
        if (
            spans[option] is None
            and not any(c.isdigit() for c in text)
            and not _counts(asked, option)
        ):
            message = _(
                "{option} is no date or number, as {other} is: options are of one kind, or the one "
                "that is not stands out"
            )
            other = shown(asked.options[read[0]])
            yield Mark(message.format(option=shown(text), other=other), *place(option))
            return
    kinds = [_kind(found.kind) for found in spans if found is not None]
    if len(kinds) == len(spans) and len(set(kinds)) > 1:
        odd = next(n for n, kind in enumerate(kinds) if kind != kinds[0])
        message = _("{option} and {other} measure different things: give all options in one unit")
        one, other = shown(asked.options[odd]), shown(asked.options[0])
        yield Mark(message.format(option=one, other=other), *place(odd))


def _kind(kind: str) -> str:
    """Return what two amounts have to share to be compared; what is counted may be left out."""
    if kind in {"date", "day of any year"}:
        return "date"
    return kind if kind in {"%", "time"} else "amount"


def _counts(asked: Asked, option: int) -> bool:
    """Whether an option names a number, a date or a length of time that is not read as one."""
    return bool(asked.words.find("counts", asked.options[option]))


def _sentences(asked: Asked) -> Iterator[Mark]:
    """Find an answer that alone is a sentence, or something done, or alone is not."""
    whole = [bool(_SENTENCE.match(option)) for option in asked.options]
    if alone(whole):
        message = _(
            "the answer is a sentence and the distractors are not, or the other way round: write "
            "all options alike"
        )
        yield Mark(message, "answer")
    elif alone([asked.words.acts(option) for option in asked.options]):
        message = _(
            "the answer is something that is done and the distractors are not, or the other way "
            "round: write all options alike"
        )
        yield Mark(message, "answer")


def unordered(asked: Asked) -> Iterator[Mark]:
    """Find dates or numbers that are shown, or stand in the file, in another order than theirs."""
    spans = [found for found in asked.spans if found]
    if len(spans) < len(asked.options) or len({found.kind for found in spans}) > 1:
        return
    rank = dict(zip(asked.options, spans, strict=True))
    shown_order = [rank[option][1:3] for option in asked.order]
    others = [one[1:3] for one in spans[1:]]
    if asked.question.category not in {"dates", "numbers"}:
        message = _(
            'the options are dates or numbers, but are shuffled: write category = "numbers" or '
            '"dates", and they are shown in order'
        )
        yield Mark(message, "category")
    elif not asked.question.shuffle and shown_order != sorted(shown_order):
        message = _(
            "the options are dates or numbers, but are shown by the alphabet: take shuffle out, "
            "and they stand in order"
        )
        yield Mark(message, "shuffle")
    elif others != sorted(others):
        order = sorted(asked.question.distractors, key=lambda option: rank[option][1:3])
        message = _("the distractors are easier to read in order: write {order}")
        listed = ", ".join(f'"{option}"' for option in order)
        yield Mark(message.format(order=f"[{listed}]"), "distractors")


def k_type(asked: Asked) -> Iterator[Mark]:
    """Find options that combine others, such as "1 and 3" or "both A and C"."""
    found = [asked.words.find("k_type", option) == option.strip(" .") for option in asked.options]
    labelled = bool(asked.words.find("labels", asked.question.prompt))
    if sum(found) >= (1 if labelled else 2):
        message = _(
            "options that combine numbered answers test patience: ask about one thing, or make two "
            "questions of it"
        )
        first = found.index(True)
        yield Mark(message, *place(first))


def true_false(asked: Asked) -> Iterator[Mark]:
    """Find questions that half of the guesses get right."""
    if len(asked.options) > 2:
        return
    said = [asked.words.find("true_false", option) == option for option in asked.options]
    if all(said):
        message = _(
            "true or false is right by chance half of the time: ask for the fact itself, with "
            "three distractors"
        )
    else:
        message = _("one distractor leaves a chance of one in two: write two more")
    yield Mark(message, "distractors")


RULES = (
    Rule("NQ201", "all-or-none", Severity.WARNING, all_or_none),
    Rule("NQ202", "vague-term", Severity.ADVICE, vague_term),
    Rule("NQ203", "mixed-kinds", Severity.WARNING, mixed_kinds),
    Rule("NQ204", "unordered-options", Severity.ADVICE, unordered),
    Rule("NQ205", "k-type", Severity.WARNING, k_type),
    Rule("NQ207", "true-false", Severity.ADVICE, true_false),
)
