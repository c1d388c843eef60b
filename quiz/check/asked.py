"""A question as the rules see it: its words, dictionary forms and measures, each read once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from quiz.base.fold import fold
from quiz.check.measures import Span, span
from quiz.game.order import arrange
from quiz.languages.words import get_words

if TYPE_CHECKING:
    from quiz.banks.models import Question
    from quiz.languages.words import Token, Words


class Asked:
    """A question of a bank, in a language; `bank` numbers the banks that are checked together."""

    def __init__(
        self, question: Question, language: str, *, seconds: int = 0, bank: int = 0
    ) -> None:
        """`seconds` is the time of the bank, 0 where there is none."""
        self.question = question
        self.language = language
        self.seconds = question.seconds or seconds
        self.bank = bank

    @cached_property
    def words(self) -> Words:
        """The language."""
        return get_words(self.language)

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The answer and the distractors."""
        return (self.question.answer, *self.question.distractors)

    @cached_property
    def stem(self) -> tuple[Token, ...]:
        """The words of the stem."""
        return self.words.tokens(self.question.prompt)

    @cached_property
    def option_words(self) -> tuple[tuple[Token, ...], ...]:
        """The words of each option."""
        return tuple(self.words.tokens(option) for option in self.options)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """Each option as a name, whatever its case."""
        return tuple(self.words.name(option) for option in self.options)

    @cached_property
    def spans(self) -> tuple[Span | None, ...]:
        """Each option as a span of time or of numbers, where it is one."""
        return tuple(span(option, self.language, self.question.category) for option in self.options)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The options in the one order that they are shown in; nothing where they are shuffled."""
        question = self.question
        if question.shuffle and question.category not in {"dates", "numbers"}:
            return ()
        first = arrange(question, self.language, 1)
        # What has an order of its own has it under every seed.
        return first if first == arrange(question, self.language, 2) else ()

    @cached_property
    def folded_stem(self) -> str:
        """The stem, spelling aside."""
        return fold(self.question.prompt).rstrip("?").strip()

    @cached_property
    def content(self) -> frozenset[str]:
        """The stem's content words, each by its likeliest dictionary form, and its numbers."""
        return frozenset(token.lemmas[0] for token in self.stem if token.content or token.number)

    @cached_property
    def stem_forms(self) -> tuple[str, ...]:
        """The stem's words in the forms in which `key` is written."""
        return self.words.name(self.question.prompt)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The answer as a sequence of dictionary forms: equal for two inflections of it."""
        return self.names[0]
