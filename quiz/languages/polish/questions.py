"""Every question the generator dares to ask of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.polish.asking_gaps import Gaps
from quiz.languages.polish.asking_how_many import Counts
from quiz.languages.polish.asking_roles import Roles
from quiz.languages.polish.asking_when import Whens
from quiz.languages.polish.asking_where import Places
from quiz.languages.polish.asking_who import People
from quiz.languages.polish.clauses import clauses

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


def drafts(doc: PolishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked."""
    return Asker(doc).ask()
