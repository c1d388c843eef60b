"""According to whom something is so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.options.bodies import body_rivals, group_of, noun_of
from quiz.languages.english.options.people import person_rivals

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.statements import Statement

NOTE = "Check that nobody else says so."


def source(ask: Asker, s: Statement) -> None:
    """Ask whose words a statement is, where a person or a body of a known kind answers for it."""
    if not s.said:
        return
    told, bare = s.said[0], replace(s, said=())
    person, body = ask.person(told), ask.only(told, "organisation")
    if person is not None and " " in person.base:
        rivals = person_rivals(ask.doc, person, ask.others(s, "person") - {person.base})
        front, key, category = "according to whom", person, "people"
    elif body is not None and group_of(body.base):
        rivals = body_rivals(ask.doc, body, ask.others(s, "organisation") - {body.base})
        front, key, category = f"according to which {noun_of(body.base)}", body, "organisations"
    else:
        return
    stem = ask.wording.about(bare, None, front)
    explanation = ask.wording.whole(s)
    ask.add(
        bare, stem, key.base, rivals, category, key, 0.65, NOTE,
        explanation=explanation.text if explanation is not None else "",
    )  # fmt: skip
