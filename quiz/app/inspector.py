"""What the checker says of the questions on a bench, found out in a thread."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from quiz.app.remarks import Remark, from_findings
from quiz.base.language import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quiz.app.workbench import Workbench
    from quiz.banks.models import Bank, Question, Source
    from quiz.check.finding import Finding
    from quiz.check.quotes import SourceText

MANY = 500
"""From so many questions on, the whole bank is checked only once: it takes seconds."""


class Inspector:
    """Remembers what was found, by question; a question that was changed since has no remarks."""

    def __init__(self, bench: Workbench) -> None:
        """Begin without having looked."""
        self._bench = bench
        self._known: dict[str, tuple[Question, list[Remark]]] = {}
        self._bank: Bank | None = None
        self._turn = asyncio.Lock()
        self._texts: Mapping[str, SourceText] | None = None
        self._read: tuple[Source, ...] = ()

    def known(self, question: Question) -> list[Remark]:
        """Return what was found out about a question as it is."""
        seen, remarks = self._known.get(question.id, (None, []))
        return remarks if seen == question else []

    async def look_at(self, question: Question) -> list[Remark]:
        """Check one question, whether it is in the bank yet or not."""
        bank = self._bench.bank
        remarks = await asyncio.to_thread(self._one, question, bank)
        self._known[question.id] = (question, remarks)
        return remarks

    async def look_at_all(self) -> None:
        """Check the whole bank, unless it was checked as it is."""
        async with self._turn:
            bank = self._bench.bank
            if self._bank is bank or (self._bank is not None and len(bank.questions) > MANY):
                return
            found = await asyncio.to_thread(self._all, bank)
            self._known = {
                question.id: (question, from_findings(found.get(question.id, [])))
                for question in bank.questions
            }
            self._bank = bank

    def _one(self, question: Question, bank: Bank) -> list[Remark]:
        from quiz.check.engine import check_question  # noqa: PLC0415  # in a thread, when first needed

        try:
            findings = check_question(question, bank, texts=self._sources(bank))
        except Exception as error:  # a mistake in a rule must not cost anybody their form
            told = _("The checker failed at this question: {error}").format(error=repr(error)[:200])
            return [Remark("", told, False)]
        return from_findings(findings)

    def _all(self, bank: Bank) -> dict[str, list[Finding]]:
        from quiz.check.engine import check_bank  # noqa: PLC0415  # in a thread, when first needed

        found: dict[str, list[Finding]] = {}
        try:
            findings = check_bank(bank, texts=self._sources(bank))
        except Exception:  # as above; what fails at a question is said in its form
            return found
        for finding in findings:
            found.setdefault(finding.question, []).append(finding)
        return found

    def _sources(self, bank: Bank) -> Mapping[str, SourceText]:
        from quiz.check.sources import read_sources  # noqa: PLC0415

        if self._texts is None or self._read is not bank.sources:
            self._texts = read_sources(bank, self._bench.path.parent)
            self._read = bank.sources
        return self._texts
