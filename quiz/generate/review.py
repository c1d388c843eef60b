"""What a review needs of the generator: a first draft of a bank, and other ways to ask its facts.

Other candidates are not kept anywhere: the generator gives the same ones for the same article
again, in less time than a file of them would take to read and to keep in step with the bank.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.banks.problems import unwritable
from quiz.banks.slug import fresh, slug
from quiz.banks.write import write_bank
from quiz.base.errors import QuizError
from quiz.base.files import write_atomically
from quiz.base.fold import fold
from quiz.base.language import _
from quiz.generate.draft import draft_questions, make_bank
from quiz.generate.languages import LEAST_KNOWN, language_for, language_of
from quiz.languages.recognise import recognise

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path

    from quiz.banks.models import Bank, Question
    from quiz.generate.article import Article
    from quiz.generate.draft import Drafted
    from quiz.languages import Draft


def draft_bank(article: Article, code: str, title: str) -> Bank:
    """Draft a bank from an article in the language `code`; it may be without a question.

    An article that reads like another language of ours is drafted from in that one. Raises
    QuizError where the language is not there, or the text is in none that is.
    """
    language = language_of(code)
    if language.knows(article.text) < LEAST_KNOWN:
        told = recognise(article.text)
        if told in {"", code}:
            raise QuizError(_("The article does not read like a text in that language."))
        language = language_for([article], told)
    return make_bank([article], language, title, None, 0)


@dataclass(frozen=True, slots=True)
class Candidates:
    """Everything the generator would ask of the articles of a bank, by the source it is from."""

    drafts: Mapping[str, tuple[Draft, ...]]
    """Everything the generator dares to ask, by the id of its source."""
    asked: tuple[Drafted, ...]
    """What it chose of that, each with what else it would ask of the same sentence."""

    @classmethod
    def of(cls, articles: Mapping[str, Article], code: str) -> Candidates:
        """Read `articles`, given by the id of their source. Raises QuizError as `draft_bank`."""
        language = language_of(code)
        drafts, asked = {}, []
        for source, article in articles.items():
            document = language.read(article.text, article.published)
            drafts[source] = tuple(
                language.restyled(draft, document) for draft in language.drafts(document)
            )
            for drafted in draft_questions([article], language, None, 0, reviewed=True):
                others = tuple(_from(other, source) for other in drafted.alternatives)
                question = _from(drafted.question, source)
                asked.append(replace(drafted, question=question, alternatives=others))
        return cls(drafts, tuple(asked))

    def rivals(self, question: Question) -> tuple[str, ...]:
        """Return what else could be a distractor, the best first; no two are the same option.

        First what was found for the same answer, then the answers of like questions.
        """
        sources = dict.fromkeys(proof.source for proof in question.evidence)
        near = [draft for source in sources for draft in self.drafts.get(source, ())]
        quotes = _quotes(question)
        near.sort(key=lambda draft: quotes.isdisjoint(draft.quotes))
        same = [draft for draft in near if _same(draft.answer, question.answer)]
        found = [rival for draft in same for rival in draft.rivals]
        if not found:
            found = [draft.answer for draft in near if draft.category == question.category]
        unique: dict[str, str] = {}
        for rival in found:
            unique.setdefault(fold(rival), rival)
        unique.pop(fold(question.answer), None)
        return tuple(unique.values())

    def others(self, question: Question) -> tuple[Question, ...]:
        """Return other questions on the same fact, or else from the same sentence.

        Their ids are proposals: some other question of the bank may have them.
        """
        quotes = _quotes(question)
        families = [(drafted.question, *drafted.alternatives) for drafted in self.asked]
        own = [one for one in families if any(_same(q.prompt, question.prompt) for q in one)]
        own += [one for one in families if quotes & _quotes(one[0])]
        chosen: dict[str, Question] = {}
        for other in (other for family in own for other in family):
            chosen.setdefault(fold(other.prompt), other)
        chosen.pop(fold(question.prompt), None)
        return tuple(chosen.values())


def _from(question: Question, source: str) -> Question:
    """Return a question with the evidence of a source that the bank calls by another id."""
    evidence = tuple(replace(proof, source=source) for proof in question.evidence)
    return replace(question, evidence=evidence)


def _quotes(question: Question) -> set[str]:
    return {proof.quote for proof in question.evidence}


def _same(one: str, other: str) -> bool:
    return fold(one) == fold(other)


def start_bank(folder: Path, bank: Bank, article: Article | None, taken: Container[str]) -> Path:
    """Write a new bank into `folder`, and its article beside it, and return where the bank is.

    Its name is made from its title; it is none of `taken`. Raises QuizError, and then there is no
    new bank.
    """
    name = fresh(slug(bank.title, "bank"), taken)
    if article is not None and bank.sources:
        path = f"sources/{name}.txt"
        source = replace(bank.sources[0], path=path)
        bank = replace(bank, sources=(source, *bank.sources[1:]))
        try:
            write_atomically(folder / path, article.text.encode("utf-8"))
        except OSError as error:
            raise unwritable(path, error) from None
    target = folder / f"{name}.toml"
    write_bank(target, bank)
    return target
