"""From a clause to a statement: its own phrases, and what of the clauses below it belongs to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from quiz.languages.polish.clauses import Clause
from quiz.languages.polish.listing import after_listing, alike
from quiz.languages.polish.phrases import Phrase, governs
from quiz.languages.polish.subjects import (
    IMPERSONAL,
    UNSURE,
    find_subject,
    finite_reading,
    freed_subject,
)
from quiz.languages.polish.tables import CONDITIONS, INTRANSITIVE, LISTING, REASONS

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.standing import Standing
    from quiz.languages.protocol import Sentence

OF = frozenset({"z", "ze", "spośród"})
HERE = frozenset({"tu", "tutaj", "tam"})
LONGEST_TAIL = 22
"""Words of a subordinate clause that is kept to the letter; a longer one makes no good stem."""
TAILS = frozenset({"tail", "relative", "aside"})
"""Kinds of parts that are kept to the letter: a clause that must stay, one that belongs to the
noun before it, and one that may be left out."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article states: parts in order, the finite verb and the subject by index.

    `subject` is None where the verb has none. `said` is the verb and the speaker of what somebody
    else answers for, ready to follow "jak", `speaker` who that is. `sentences` are the numbers of
    those that prove it.
    `doubt` from 0 to 1 tells how much was left out or filled in.
    """

    sentence: Sentence
    parts: tuple[Phrase, ...]
    verb: int
    subject: int | None
    said: str = ""
    speaker: Phrase | None = None
    sentences: tuple[int, ...] = ()
    doubt: float = 0.0

    def without(self, k: int) -> Statement:
        """Return the statement without part k."""
        subject = self.subject
        if subject is not None:
            subject = None if subject == k else subject - (subject > k)
        parts = self.parts[:k] + self.parts[k + 1 :]
        return replace(self, parts=parts, verb=self.verb - (self.verb > k), subject=subject)

    def put(self, k: int, part: Phrase) -> Statement:
        """Return the statement with another part in place of part k."""
        return replace(self, parts=(*self.parts[:k], part, *self.parts[k + 1 :]))

    def short(self) -> Statement:
        """Return the statement without what may be left out, for a stem that says one thing."""
        out = self
        for k in range(len(self.parts) - 1, 0, -1):
            p, before = self.parts[k], self.parts[k - 1]
            needed = before.kind in {"np", "pp"} and before.last - before.first <= 1 + (
                before.kind == "pp"
            )
            if p.kind == "aside" or (p.kind == "relative" and not needed):
                out = out.without(k)
        return out


class Builder:
    """Builds statements of one document."""

    def __init__(self, doc: PolishDocument, standing: Standing) -> None:
        """Take the document."""
        self._doc = doc
        self._standing = standing

    def build(self, sentence: Sentence, clause: Clause, *, bare: bool = False) -> Statement | None:
        """Make a statement of a clause; None where it is none.

        `bare` leaves out all that is below it, to learn who says something.
        """
        parts: list[Phrase] = []
        doubt = 0.0
        for k, item in enumerate(clause.items):
            if isinstance(item, Phrase):
                if k >= clause.opener:
                    parts.append(item)
                continue
            if item.kind == "coordinate" or bare:
                continue
            tail = self._tail(clause, item, parts)
            if tail is None:
                return None
            if tail:
                parts.append(tail)
            else:
                doubt += 0.05
        return self._statement(sentence, parts, doubt)

    def others(self, sentence: Sentence, clause: Clause, whole: Statement) -> list[Statement]:
        """Return a statement for every further item of a list that stands apart: ", a także X"."""
        doc = self._doc
        out: list[Statement] = []
        listed = [c for c in clause.items if isinstance(c, Clause) and c.kind == "loose"]
        lead = ""
        for loose in reversed(listed):
            items = [p for p in loose.own if p.kind != "point"]
            at = after_listing(doc, items)
            if at and at < len(items) and items[at].kind == "pp":
                lead = doc.words[items[at].first].lower
            elif not at and lead and items and items[0].kind == "np":
                # "o A, B, a także o C": the preposition holds for what stands between as well.
                text = f"{lead} {doc.span(items[0].first, items[0].last)}"
                items[0] = replace(items[0], kind="pp", text=text)
            elif not at:
                continue
            if at >= len(items):
                continue
            item = items[at]
            for k in range(len(whole.parts) - 1, whole.verb, -1):
                p = whole.parts[k]
                if p.kind in TAILS or not alike(doc, p, item):
                    continue
                governor = lead if item.text else doc.words[item.first].lower
                if p.kind != item.kind or (p.kind == "pp" and doc.words[p.first].lower != governor):
                    continue
                parts = [q for q in whole.parts[:k] if q.kind not in TAILS]
                parts += items[at:]
                made = self._statement(sentence, parts, whole.doubt + 0.05)
                if made is not None and made.subject == whole.subject:
                    out.append(made)
                break
        return out

    def _stays(self, parts: list[Phrase]) -> bool:
        """Whether a verb tells what is or happens somewhere: "zamieszkało tu wielu górali"."""
        verbs = (self._doc.words[p.first] for p in parts if p.kind == "verb")
        return any(r.lemma in INTRANSITIVE for w in verbs for r in w.readings)

    def _statement(self, sentence: Sentence, parts: list[Phrase], doubt: float) -> Statement | None:
        if any(p.kind == "quantity" for p in parts) and any(map(self._standing.points, parts)):
            return None  # "w tej sprawie zapadło 12 wyroków": not so many of all there are
        if not any(p.kind == "quantity" for p in parts) and not self._stays(parts):
            # What was done there was done, wherever that is; so many, and who stays, only there.
            parts = [
                p for p in parts if p.kind != "adv" or self._doc.words[p.first].lower not in HERE
            ]
        parts = self._standing.tidy(parts)
        if any(self._one(p, parts[k + 1 : k + 2]) for k, p in enumerate(parts)):
            return None
        verbs = [k for k, p in enumerate(parts) if p.kind == "verb"]
        if len(verbs) != 1 or any(p.kind == "point" for p in parts):
            return None
        reading = finite_reading(self._doc.words[parts[verbs[0]].first])
        subject = find_subject(self._doc, parts, verbs[0])
        if subject is None and reading.pos not in IMPERSONAL:
            freed = freed_subject(self._doc, parts, verbs[0])
            if freed is not None:
                parts, verbs = freed, [verbs[0] + 1]
                subject = find_subject(self._doc, parts, verbs[0])
        # "w dorobku Goldflama": a name behind a phrase that is no part of the clause belongs to it.
        for k in range(verbs[0] - 1, 0, -1):
            stray = parts[k].kind == "np" and k != subject and parts[k].head in self._doc.named
            if stray and parts[k - 1].kind == "pp" and "gen" in parts[k].cases:
                parts[k - 1 : k + 1] = [replace(parts[k - 1], last=parts[k].last)]
                verbs[0] -= 1
                subject = subject - 1 if subject is not None and subject > k else subject
        if reading.pos == "impt" or subject == UNSURE:
            return None
        return Statement(
            sentence, tuple(parts), verbs[0], subject, "", None, (sentence.number,), doubt
        )

    def _one(self, p: Phrase, after: list[Phrase]) -> bool:
        """Whether "jednym" has lost of what it is one: "z tematów poniedziałkowych rozmów"."""
        if p.kind not in {"np", "adj"} or p.last - p.first > 1:
            return False
        word = self._doc.words[p.first]
        of = any(self._doc.words[q.first].lower in OF and "gen" in q.cases for q in after)
        return any(r.lemma == "jeden" for r in word.readings) and not of

    def _words(self, clause: Clause) -> str:
        """Return a clause to the letter, without what below it may be left out."""
        pieces: list[str] = []
        for item in clause.items:
            if isinstance(item, Phrase):
                pieces.append(self._doc.span(item.first, item.last))
            elif item.kind in {"content", "condition", "relative", "coordinate", "inner"}:
                pieces.append(("" if item.kind == "inner" else ", ") + self._words(item))
        return " ".join(pieces).replace(" ,", ",")

    def _tail(
        self, clause: Clause, item: Clause, parts: list[Phrase]
    ) -> Phrase | Literal[False] | None:
        """Return a lower clause as it is kept, False where it is left out.

        None where the statement is none without it and it cannot be kept.
        """
        doc = self._doc
        kept = [
            c
            for c, up in item.walk()
            if up is None or c.kind not in {"reason", "participle", "loose"}
        ]
        length = sum(p.last - p.first for c in kept for p in c.own)
        first = doc.words[item.first]
        since = item.kind == "reason" and first.lower == "po"  # "po tym, jak"
        whole = length <= LONGEST_TAIL and all(
            self._standing.holds(p.first, p.last, opens=k == 0) and not self._standing.headless(p)
            for c in kept
            for k, p in enumerate(c.own)
            if k or not since
        )
        last = clause.items[-1] is item
        kind = ""
        inner = [c for c in item.items if isinstance(c, Clause) and c.kind == "inner"]
        second = doc.words[min(item.first + 1, item.last - 1)].lower
        unsaid = not item.finite or second in CONDITIONS | REASONS
        told = doc.words[item.first].lower in {"że", "iż"}
        if told and unsaid and not any(c.finite for c in inner):
            return None  # its verb is one that the dictionary does not tell: "że chciałby, aby"
        if item.kind in {"content", "condition"}:
            purpose = first.lower in {"by", "aby", "żeby"} and any(
                r.lemma in INTRANSITIVE for p in parts if p.kind == "verb"
                for r in doc.words[p.first].readings
            )  # fmt: skip
            if not whole:
                return False if purpose else None
            kind = "aside" if purpose else "tail"
        elif since:
            kind = "tail" if whole and last else ""  # it tells which time it was
        elif item.kind == "relative":
            before = parts[-1] if parts else None
            named = before is not None and before.last - 1 in doc.named
            kind = "relative" if not named and whole and last else ""
            if not kind and not named and before is not None and _unfinished(doc, before):
                return None
        elif item.kind == "loose":
            if first.lower in {"a", "ale", "lecz", "tylko"} and not parts:
                return None
            kind = "aside" if whole and governs(first) and last else ""
            before = parts[-1] if parts else None
            if not kind and before is not None and _first_of_several(doc, before, item):
                verb = next((k for k, p in enumerate(parts) if p.kind == "verb"), len(parts))
                free = [p for p in parts[verb + 1 : -1] if p.kind in {"np", "quantity"}]
                if before.kind != "pp" or not free:
                    return None
                # "kupiła 60 mln dawek z firm A, B i C": the list is left out, and the object stays.
                parts.pop()
                while parts[-1].kind == "adv":
                    parts.pop()
        if not kind:
            return False
        text = ("" if item.kind == "loose" else ", ") + self._words(item)
        return Phrase(kind, item.first, item.last, item.first, text=text)


def _unfinished(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a part says nothing without its relative clause: "ustawę", "… i kraj"."""
    bare = p.kind == "np" and p.last - p.first == 1 and not doc.words[p.first].capital
    return bare or (p.last - p.first > 1 and doc.words[p.last - 2].lower in LISTING)


def _first_of_several(doc: PolishDocument, p: Phrase, item: Clause) -> bool:
    """Whether what is left out goes on a list: "z firm A, B oraz C" without B and C is wrong."""
    head = doc.words[p.head]
    several = any("pl" in r.number for r in head.readings if r.pos == "subst") and not head.capital
    name = doc.named.get(p.last - 1)
    beside = name is not None and name.first == p.head + 1
    return several and beside and item.first in doc.named
