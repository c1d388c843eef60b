"""The tense of a stem: as whoever reads the question later has to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english import verbs

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.statements import Statement

WAS = {"is": "was", "are": "were"}


def inverted(doc: EnglishDocument, s: Statement) -> tuple[str, str] | None:
    """Return what goes before and behind the subject of a question, None where that is not sure.

    A date tells the time, so that no past perfect needs to; and what an article of a day of its own
    says will happen *was to* happen.
    """
    found = verbs.inverted(doc.words, s.parts[s.verb])
    if found is None or not _dated(s):
        return found
    told = verbs.placed(doc.words, s.parts[s.verb])
    if told is not None:
        return "did", told[1]
    auxiliary, main = found
    if not doc.dateline:
        return found
    if auxiliary == "will":
        return _was(doc, s), f"to {main}"
    return (WAS[auxiliary], main) if auxiliary in WAS and main.startswith("to ") else found


def finite(doc: EnglishDocument, s: Statement, *, one: bool = False) -> str:
    """Return the verb group behind its subject; `one`: as "who" and "which" want it."""
    verb = s.parts[s.verb]
    text = verbs.agreeing(doc.words, verb) if one else verbs.plain(doc.words, verb)
    if not _dated(s):
        return text
    told = verbs.placed(doc.words, verb)
    if told is not None:
        return told[0] or text
    auxiliary, space, main = text.partition(" ")
    if not doc.dateline:
        return text
    if auxiliary == "will":
        return f"{'was' if one else _was(doc, s)} to {main}"
    return WAS[auxiliary] + space + main if auxiliary in WAS and main.startswith("to ") else text


def _was(doc: EnglishDocument, s: Statement) -> str:
    several = s.many or doc.words[s.parts[s.subject].head].tag == "NN2"
    return "were" if several else "was"


def _dated(s: Statement) -> bool:
    """Whether a statement tells a date."""
    return any(p.kind == "date" for p in s.parts)
