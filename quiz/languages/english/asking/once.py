"""What happens to a thing once: who made it, where and when is asked without a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.years import MADE

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.chunks import Phrase
    from quiz.languages.english.statements import Statement
    from quiz.languages.protocol import Fact

KINDS = frozenset({"organisation", "place", "thing"})
ONCE = frozenset({"launch", "coin", "publish", "release", "introduce", "premiere", "inaugurate"})
"""Verbs of what happens to a named thing once, and to things without a name often."""
FOUND = frozenset({"discover", "invent", "coin"})
"""Verbs of what somebody found or made that has no name of its own."""


def made(ask: Asker, s: Statement, key: Fact) -> bool:
    """Whether a statement tells who made something that it names, where or when.

    That happens to a thing once, so that its name alone tells what is asked about.
    """
    lemma = ask.doc.words[s.parts[s.verb].head].lemma.lower() if s.parts else ""
    if lemma not in MADE | ONCE:
        return False
    at = s.subject if ask.passive(s) else s.verb + 1
    thing = s.parts[at] if at < len(s.parts) else None
    if thing is None or thing.text or thing.kind != "np":
        return False
    fact = ask.standing.fact(thing.last - 1)
    if fact is None:
        return _titled_noun(ask, thing) or (lemma in FOUND and _by_another(ask, s, key))
    return fact.kind in KINDS and fact.words != key.words


def _by_another(ask: Asker, s: Statement, key: Fact) -> bool:
    """Whether a statement names a person in full beside its key: who found "oxygen"."""
    return any(
        (f := ask.standing.fact(i)) is not None
        and f.kind == "person" and " " in f.base and f.words != key.words
        for p in s.parts if not p.text for i in p.indices()
    )  # fmt: skip


def _titled_noun(ask: Asker, part: Phrase) -> bool:
    """Whether a noun has a name of two words before it: "the Norhus Cup competition"."""
    words = ask.doc.words[part.first : part.last]
    capital = [w.text[0].isupper() for w in words]
    return len(words) > 2 and capital[-3:] == [True, True, False] and words[-1].tag == "NN1"
