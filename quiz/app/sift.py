"""Which questions of a bank pass: by text, category, status and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.app.questionlist import Row
from quiz.app.remarks import Remark, examined
from quiz.base.fold import fold, fold_all

if TYPE_CHECKING:
    from quiz.app.workbench import Workbench
    from quiz.banks.models import Question


class Sift:
    """Sifts the questions on a bench; what was found out about one is kept until it changes."""

    def __init__(self, bench: Workbench) -> None:
        """Let everything pass."""
        self._bench = bench
        self.text = ""
        self.status: str | None = None
        self.category: str | None = None
        self.found = False
        self._folded: dict[int, tuple[Question, str]] = {}

    @property
    def narrow(self) -> bool:
        """Whether something may not pass."""
        return bool(self.text or self.status or self.category or self.found)

    def clear(self) -> None:
        """Let everything pass."""
        self.text, self.status, self.category, self.found = "", None, None, False

    def rows(self) -> list[Row]:
        """Return what passes, in the order of the bank; an unfinished new question comes last."""
        forms = self._bench.forms
        wanted = fold(self.text) if self.text.strip() else ""
        questions = self._bench.bank.questions
        rows = []
        for question, text in zip(questions, self._texts() if wanted else questions, strict=True):
            if self.status not in {None, question.status} or (
                self.category not in {None, question.category}
            ):
                continue
            if wanted and wanted not in str(text):
                continue
            grave = question.id in forms
            known = self._bench.inspector.known(question)
            remarks = self.remarks(question.id) if grave else known
            if self.found and not remarks:
                continue
            rows.append(
                Row(question.id, question.prompt, question.category, question.status,
                    len(remarks), grave)
            )  # fmt: skip
        if "" in forms and not (self.status or self.category or wanted):
            form = forms[""]
            rows.append(Row("", form["prompt"] or "…", form["category"], form["status"], 0, True))
        return rows

    def names(self) -> tuple[str, ...]:
        """Return the ids of what passes."""
        return tuple(row.name for row in self.rows() if row.name)

    def remarks(self, name: str) -> list[Remark]:
        """Return what is to be said about a question, as far as it was looked at."""
        if name in self._bench.forms:
            form = self._bench.forms[name] | {"id": name}
            _question, remarks = examined(form, self._bench.bank, name)
            return remarks
        return self._bench.inspector.known(self._bench.desk.question(name))

    def _texts(self) -> list[str]:
        """Return the folded text of every question; folding many at once is ten times as fast."""
        questions = self._bench.bank.questions
        new = [
            question
            for question in questions
            if self._folded.get(id(question), (None, ""))[0] is not question
        ]
        for question, text in zip(new, fold_all([_text(q) for q in new]), strict=True):
            self._folded[id(question)] = (question, text)
        return [self._folded[id(question)][1] for question in questions]


def _text(question: Question) -> str:
    proofs = (proof.quote for proof in question.evidence)
    return "\n".join(
        (question.id, question.prompt, question.answer, *question.distractors, *question.tags,
         question.explanation, question.note, *proofs)
    )  # fmt: skip
