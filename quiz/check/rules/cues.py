"""What gives the key away to somebody who does not know it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from quiz.banks.problems import shown
from quiz.base.language import _
from quiz.check.finding import Severity
from quiz.check.rule import Mark, Rule, place
from quiz.languages.words.alone import alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quiz.check.asked import Asked
    from quiz.languages.words import Misfit

LONGER, MORE = 1.4, 8
"""A key gives itself away where it is so many times as long as the longest distractor, and so many
characters longer: half as long again is what people notice; a letter or two they do not."""

_JOINERS = re.compile(r"\s*(?:,|;|/|\+|&|\band\b|\bi\b|\boraz\b)\s*")
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"^\s*(?:(?:the|an?) +)?(?=\S)", re.IGNORECASE)


def longest_key(asked: Asked) -> Iterator[Mark]:
    """Find a key that is much longer than every distractor; names are as long as they are."""
    key, *others = (len(option) for option in asked.options)
    if len(others) < 2 or all(_is_name(option) for option in asked.options):
        return
    if asked.question.category in {"dates", "numbers"} or asked.spans[0]:
        return
    longest = max(others)
    if key >= LONGER * longest and key - longest >= MORE:
        message = _(
            "the answer has {key} characters and the longest distractor {other}: shorten the "
            "answer, or write distractors as long and as exact as it"
        )
        yield Mark(message.format(key=key, other=longest), "answer")


def _is_name(option: str) -> bool:
    words = [word for word in _WORD.findall(option) if word[0].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)


def repeated_word(asked: Asked) -> Iterator[Mark]:
    """Find a word of the stem in the key and in no distractor."""
    if len(asked.options) < 3:
        return
    stem = {lemma for token in asked.stem if token.content for lemma in token.lemmas}
    others = {
        lemma for words in asked.option_words[1:] for token in words for lemma in token.lemmas
    }
    for token in asked.option_words[0]:
        if token.number or not token.content or len(token.text) < 3:
            continue
        if stem.intersection(token.lemmas) and not others.intersection(token.lemmas):
            message = _(
                "of all options only the answer repeats {word} from the stem: say it in other "
                "words, or use the word in a distractor too"
            )
            yield Mark(message.format(word=shown(token.text)), "answer")
            return


def grammatical_cue(asked: Asked) -> Iterator[Mark]:
    """Find options that grammar or a capital letter tells apart."""
    found = list(asked.words.misfits(asked.question.prompt, asked.options))
    for misfit in found:
        yield _misfit(misfit, asked.options)
    if not found and asked.spans[0] is None:
        yield from _capital(asked.options)


def _misfit(misfit: Misfit, options: Sequence[str]) -> Mark:
    option = shown(options[misfit.option])
    expected = _feature(misfit.expected)
    match misfit.kind:
        case "article" if misfit.expected:
            message = _(
                "{option} does not go with the {article} that ends the stem: end the stem with "
                '"a(n)", or put the article into the options'
            )
        case "article":
            message = _(
                "only {option} has another article than the others: write all options with one or "
                "all without"
            )
        case "preposition":
            message = _(
                "{option} and the distractors do not all begin with a preposition: write all of "
                "them with one or all without"
            )
        case "number" if misfit.expected:
            message = _("{option} does not fit a stem that asks for the {expected}: put it so")
        case "gender" if misfit.expected:
            message = _(
                "the stem asks for {expected}, which rules {option} out: choose another option or "
                "another word in the stem"
            )
        case _other:
            message = _(
                "{option} has another case or gender than the other options: put all of them into "
                "the form that answers the stem"
            )
    text = message.format(option=option, expected=expected, article=shown(misfit.expected))
    return Mark(text, *place(misfit.option))


def _feature(name: str) -> str:
    return {
        "sg": _("singular"),
        "singular": _("singular"),
        "pl": _("plural"),
        "plural": _("plural"),
        "f": _("a woman"),
        "m1": _("a man"),
    }.get(name, name)


def _capital(options: Sequence[str]) -> Iterator[Mark]:
    firsts = [_ARTICLE.sub("", option)[0] for option in options]
    if not all(letter.isalpha() for letter in firsts):
        return
    if alone([letter.isupper() for letter in firsts]):
        message = _(
            "the first letter tells the answer from all the distractors: begin all options with a "
            "capital letter or none"
        )
        yield Mark(message, "answer")


def convergence(asked: Asked) -> Iterator[Mark]:
    """Find a key whose every part some distractor has too, where that holds of no distractor."""
    parts = [_parts(option) for option in asked.options]
    if len(parts) < 4 or len(parts[0]) < 2 or len({len(part) for part in parts}) > 1:
        return
    counts = Counter(part for option in parts for part in option)
    shared = [all(counts[part] > 1 for part in option) for option in parts]
    if shared[0] and not any(shared[1:]):
        message = _(
            "every part of the answer comes back in a distractor, and of no distractor is that "
            "true, so that the answer can be put together: use each part equally often"
        )
        yield Mark(message, "answer")


def _parts(option: str) -> frozenset[str]:
    return frozenset(filter(None, _JOINERS.split(option.casefold().strip())))


def absolute_term(asked: Asked) -> Iterator[Mark]:
    """Find options that say "always" or "never", which seldom is true."""
    found = [asked.words.find("absolute", option) for option in asked.options]
    if asked.question.category == "numbers" or all(found):
        return
    if any(asked.words.find("k_type", option) for option in asked.options):
        return  # "only 2" says which, not how often
    for option, word in enumerate(found):
        if word and not asked.words.find("all_or_none", asked.options[option]):
            message = _(
                "{word} makes an option look wrong, as hardly anything is so without exception: "
                "leave it out, or say what is meant"
            )
            yield Mark(message.format(word=shown(word)), *place(option))


RULES = (
    Rule("NQ101", "longest-key", Severity.WARNING, longest_key),
    Rule("NQ102", "repeated-word", Severity.WARNING, repeated_word, inflects=True),
    Rule("NQ103", "grammatical-cue", Severity.WARNING, grammatical_cue, inflects=True),
    Rule("NQ104", "convergence", Severity.WARNING, convergence),
    Rule("NQ105", "absolute-term", Severity.WARNING, absolute_term),
)
