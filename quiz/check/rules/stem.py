"""What a stem should be: a question that can be answered before the options are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _, ngettext
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule
from quiz.languages.words.phrases import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.check.asked import Asked

WORDS = 40
"""Words of a stem that can be read at one go: above that, Haladyna, Downing and Rodriguez's
guideline to minimise reading is broken for anyone's reading speed."""

PACE = 3
"""Words a second: a slow adult reader, or a quick one of twelve."""

_BLANK = re.compile(
    r"_{2,}|\[ *(?:\.{3}|…)? *\]|\( *(?:\.{3}|…)? *\)|(?:\.{3,}|…)(?=[ ,]*\w)|-{4,}"
)
_CLAUSE = re.compile(r"[,;:–—(]")
_ENDS = re.compile(r"[?:…_][\s\"'”»)]*$|\.\.\.$")


def negative_stem(asked: Asked) -> Iterator[Mark]:
    """Find stems that ask for what is not so; a reason or a subordinate clause may be negative."""
    prompt = asked.question.prompt
    clauses = _CLAUSE.split(unquoted(prompt))
    # The first clause with a question word asks; what commas set apart only tells more of it.
    main = next((one for one in clauses if asked.words.find("asking", one)), "")
    if asked.words.find("asks_why", main):
        return
    word = asked.words.find("negation", main) or asked.words.find("exclusion", prompt)
    if word:
        message = _(
            "{word} in a stem is overlooked, and who knows what is not so need not know what is: "
            "ask for what is so"
        )
        yield Mark(message.format(word=shown(word)))


def blank_in_stem(asked: Asked) -> Iterator[Mark]:
    """Find stems with a gap to be filled."""
    if _BLANK.search(unquoted(asked.question.prompt)):
        message = _(
            "a gap makes the reader hold half a sentence in mind: write a question that the answer "
            "answers"
        )
        yield Mark(message)


def unfocused_stem(asked: Asked) -> Iterator[Mark]:
    """Find stems that ask nothing in particular."""
    prompt = asked.question.prompt.strip()
    found = asked.words.find("unfocused", prompt)
    if found and len(found) >= 0.5 * len(prompt):
        message = _(
            "{words} asks nothing that could be answered before the options are read: ask one "
            "question about one thing"
        )
        yield Mark(message.format(words=shown(found)))
        return
    words = len(asked.stem)
    asking = asked.words.find("asking", prompt)
    # A statement that is true or false is no question, and what is wrong with that says NQ207.
    if _BLANK.search(prompt) or (asking and words > 1) or (len(asked.options) == 2 and words > 2):
        return
    if words < 3 or not _ENDS.search(prompt):
        message = _(
            "the stem asks nothing: write a whole question, so that it can be answered without the "
            "options"
        )
        yield Mark(message)


def overlong_stem(asked: Asked) -> Iterator[Mark]:
    """Find stems that take too long to read, for anybody or for their time."""
    words = len(asked.question.prompt.split())
    if words > WORDS:
        message = ngettext(
            "the stem has {words} word: {most} are enough; move what explains to the explanation",
            "the stem has {words} words: {most} are enough; move what explains to the explanation",
            words,
        )
        yield Mark(message.format(words=words, most=WORDS))
        return
    everything = words + sum(len(option.split()) for option in asked.options)
    needed = -(-everything // PACE)
    if asked.seconds and needed > asked.seconds:
        message = ngettext(
            "reading the question takes about {needed} s, and there is {seconds} s for it: shorten "
            "it, or write seconds = {enough}",
            "reading the question takes about {needed} s, and there are {seconds} s for it: "
            "shorten it, or write seconds = {enough}",
            asked.seconds,
        )
        enough = -(-needed * 2 // 5) * 5
        yield Mark(message.format(needed=needed, seconds=asked.seconds, enough=enough))


RULES = (
    Rule("NQ301", "negative-stem", Severity.WARNING, negative_stem),
    Rule("NQ302", "blank-in-stem", Severity.WARNING, blank_in_stem),
    Rule("NQ303", "unfocused-stem", Severity.WARNING, unfocused_stem),
    Rule("NQ304", "overlong-stem", Severity.ADVICE, overlong_stem),
)
