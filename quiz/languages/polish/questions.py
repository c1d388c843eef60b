"""Every question the generator dares to ask of a document."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.asking_gaps import Gaps
from quiz.languages.polish.asking_how_many import Counts
from quiz.languages.polish.asking_roles import Roles
from quiz.languages.polish.asking_when import Whens
from quiz.languages.polish.asking_where import Places
from quiz.languages.polish.asking_who import People
from quiz.languages.polish.clauses import clauses
from quiz.languages.polish.dates import MONTHS

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.protocol import Draft


class Asker(Whens, Counts, People, Places, Roles, Gaps):
    """Asks everything of one document; what is doubtful is not asked."""

    def ask(self) -> list[Draft]:
        """Return every draft, in the order of the article."""
        for sentence in self.doc.sentences:
            for clause in clauses(self.doc, sentence):
                self._when(clause)
                self._how_many(clause)
                self._who(clause)
                self._where(clause)
            self._gaps(sentence)
            self._subject(sentence)
            self._speech(sentence)
        for role in self.doc.roles:
            self._role(role)
        return self.out


YEARLESS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b(?! \d{{4}})(?! _)")


def dated(doc: PolishDocument, prompt: str) -> str:
    """Return a stem whose days have their year, or nothing where the year is not known."""
    for m in list(YEARLESS.finditer(prompt)):
        day, month = int(m[1]), MONTHS.index(m[2]) + 1
        whens = {d.found.when.first for d in doc.dates if d.found.when.grain == "day"}
        known = {w for w in whens if w and (w.day, w.month) == (day, month)}
        if len(known) != 1:
            return ""
        prompt = prompt.replace(m[0], f"{m[0]} {known.pop().year} roku", 1)
    return prompt


def drafts(doc: PolishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked."""
    asked = ((draft, dated(doc, draft.prompt)) for draft in Asker(doc).ask())
    return [replace(draft, prompt=prompt) for draft, prompt in asked if prompt]
