"""A clause: who does what, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.languages.english.chunks import Phrase


@dataclass(slots=True)
class Clause:
    """A clause: its subject, its verb and what stands around them.

    `kind` is main, content (what is said), predicate (shares a subject), relative, sub (stands
    behind "when" or "after"), or result (a participle that tells what the `cause` brought about).

    `told` is the clause that tells a content, `source` an "according to" phrase. In `rest`, a
    "tail" is a subordinate clause to the letter, a "content" what is said, a "quote" words in
    quotation marks, an "aside" what may be left out. A clause is `broken` where reading it ended
    at something that could belong to it.
    """

    kind: str
    subject: Phrase
    verb: Phrase
    lead: list[Phrase] = field(default_factory=list)
    rest: list[Phrase] = field(default_factory=list)
    source: Phrase | None = None
    told: Clause | None = None
    many: bool = False
    broken: bool = False
    cause: Clause | None = None
