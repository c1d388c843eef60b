"""The tense of a stem: as whoever reads the question later has to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english import verbs

if TYPE_CHECKING:
    from quiz.languages.english.document import EnglishDocument
    from quiz.languages.english.statements import Statement
    from quiz.languages.english.words import Word

WAS = {"is": "was", "are": "were"}
THEN = {**WAS, "am": "was", "has": "had", "have": "had", "does": "did", "do": "did"}
"""Auxiliaries of the present, each as it was."""
HABITUAL = frozenset({"each", "every", "always", "often", "usually", "annually", "sometimes",
                      "never", "daily", "weekly", "monthly", "yearly", "rarely"})  # fmt: skip
"""Words of what is so at any time, not in one year."""
WITHIN = frozenset({"tail", "content"})
"""Kinds of parts that are clauses."""
PRESENT = frozenset({"VBZ", "VBB", "VVZ", "VVB", "VDZ", "VDB", "VHZ", "VHB"})


def current(doc: EnglishDocument, s: Statement) -> str:
    """Return whether an article of a day says what was so on that day ("in") or until then ("by").

    The present is the time of the article, and the present perfect goes on to it. Nothing comes
    back for what is told of another time, or is yet to be.
    """
    if not s.parts or not doc.of_a_day or _dated(s):
        return ""
    verb = verbs.group(doc.words, s.parts[s.verb])
    if not verb or verb[0].tag not in PRESENT or any(w.tag == "TO0" for w in verb):
        return ""
    kept = (doc.words[i].text.lower() for p in s.parts for i in p.indices())
    if HABITUAL.intersection(kept) or _measured(doc, s) or _clashing(doc, s):
        return ""
    if verb[0].text.lower() not in THEN and not verb[0].lemma.isalpha():
        return ""
    return "by" if verb[0].tag.startswith("VH") and len(verb) > 1 else "in"


def _clashing(doc: EnglishDocument, s: Statement) -> bool:
    """Whether a clause within a statement is in the present too, which stays as it is.

    "By 2015, they had kept a rule which others have criticised" is of two times.
    """
    return any(
        doc.words[i].tag in PRESENT for p in s.parts if p.kind in WITHIN for i in p.indices()
    )


def _measured(doc: EnglishDocument, s: Statement) -> bool:
    """Whether a statement tells how high or how old something is: that is of no year."""
    is_ = doc.words[s.parts[s.verb].head].lemma == "be"
    after = s.parts[s.verb + 1] if s.verb + 1 < len(s.parts) else None
    return is_ and after is not None and bool((q := doc.counted.get(after.first)) and q.unit)


def told(doc: EnglishDocument, s: Statement) -> bool:
    """Whether somebody tells in an article of a day what had happened: so it did."""
    return bool(s.said) and doc.of_a_day


def inverted(doc: EnglishDocument, s: Statement) -> tuple[str, str] | None:
    """Return what goes before and behind the subject of a question, None where that is not sure.

    A date tells the time, so that no past perfect needs to; and what an article of a day of its own
    says will happen *was to* happen.
    """
    found = verbs.inverted(doc.words, s.parts[s.verb])
    if found is not None and current(doc, s):
        return THEN.get(found[0], found[0]), found[1]
    if found is None or not (_dated(s) or told(doc, s)):
        return found
    placed = verbs.placed(doc.words, s.parts[s.verb])
    if placed is not None:
        return "did", placed[1]
    auxiliary, main = found
    if auxiliary == "had" and main.startswith("been "):
        return _was(doc, s), main.removeprefix("been ")
    if auxiliary == "would" and _foretold(doc, s):
        return "did", main
    if not doc.dateline:
        return found
    if auxiliary == "will":
        return _was(doc, s), f"to {main}"
    return (WAS[auxiliary], main) if auxiliary in WAS and main.startswith("to ") else found


def finite(doc: EnglishDocument, s: Statement, *, one: bool = False) -> str:
    """Return the verb group behind its subject; `one`: as "who" and "which" want it."""
    verb = s.parts[s.verb]
    text = verbs.agreeing(doc.words, verb) if one else verbs.plain(doc.words, verb)
    if current(doc, s):
        return _then(text, verbs.group(doc.words, verb)[0])
    if not (_dated(s) or told(doc, s)):
        return text
    placed = verbs.placed(doc.words, verb)
    if placed is not None:
        return placed[0] or text
    if text.startswith("had been "):
        return f"{'was' if one else _was(doc, s)} {text.removeprefix('had been ')}"
    auxiliary, space, main = text.partition(" ")
    if auxiliary == "would" and _foretold(doc, s):
        return verbs.past(main)
    if not doc.dateline:
        return text
    if auxiliary == "will":
        return f"{'was' if one else _was(doc, s)} to {main}"
    return WAS[auxiliary] + space + main if auxiliary in WAS and main.startswith("to ") else text


def _then(text: str, first: Word) -> str:
    """Return a verb group of the present as it was then."""
    word, space, more = text.partition(" ")
    return (THEN.get(word) or verbs.past(first.lemma.lower())) + space + more


def _foretold(doc: EnglishDocument, s: Statement) -> bool:
    """Whether "would" only looks ahead from an older past: "in 2004, a storm would hit it"."""
    verb = verbs.group(doc.words, s.parts[s.verb])
    return not s.said and s.kind in {"main", "predicate"} and len(verb) == 2 and not doc.of_a_day


def _was(doc: EnglishDocument, s: Statement) -> str:
    several = s.many or doc.words[s.parts[s.subject].head].tag == "NN2"
    return "were" if several else "was"


def _dated(s: Statement) -> bool:
    """Whether a statement tells a date."""
    return any(p.kind == "date" for p in s.parts)
