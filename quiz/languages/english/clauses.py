"""A sentence as its clauses: subject, verb group and what follows, each fact where it belongs.

English keeps subject, verb and object in this order, so a clause is read from left to right: what
leads it, its subject up to the finite verb, and the rest. What stands between commas beside a noun
is left out of the clause and kept as a clause of its own where it is one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.english.chunks import DASHES, Phrase
from quiz.languages.english.clause import Clause
from quiz.languages.english.line import Line
from quiz.languages.english.reports import content, teller
from quiz.languages.english.reports import source as source_of
from quiz.languages.english.subjects import read_subject, timed
from quiz.languages.english.tables import RESULTS
from quiz.languages.english.tails import (
    antecedent,
    contact,
    explained,
    participle,
    stating,
    tail_end,
)
from quiz.languages.english.verbs import shared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.words import Word

FOLLOWING = frozenset({"np", "pp", "date", "inf", "ing", "ven", "adj", "prep", "adv", "quote"})
"""Kinds of phrases that follow a verb as part of its clause."""


class Parser:
    """Reads the clauses of one document's sentences."""

    def __init__(self, words: Sequence[Word], places: frozenset[int] = frozenset()) -> None:
        """Take the document's words, and which of them are names of places."""
        self._words = words
        self._places = places

    def clauses(self, phrases: list[Phrase]) -> list[Clause]:
        """Return the clauses of a sentence's phrases that can be read with certainty."""
        line = Line(self._words, self._places, phrases)
        if any(line.marked(p, "?") for p in line.phrases):
            return []
        reader = _Reader(line)
        reader.main(0, line.end, "main", None)
        return reader.found


class _Reader:
    """Reads the clauses of one line into `found`."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.found: list[Clause] = []

    def main(self, i: int, end: int, kind: str, told: Clause | None) -> None:
        """Read a clause that begins at phrase i, and all that follow it."""
        lead: list[Phrase] = []
        opened: list[tuple[int, int]] = []
        source: Phrase | None = None
        while i < end and self._line.kind(i) != "np":
            p = self._line[i]
            if self._line.marked(p, ",") or (p.kind == "conj" and not lead):
                i += 1
            elif p.kind == "source":
                source, i = source_of(self._line, i, end)
            elif p.kind in {"adv", "adj", "pp", "date"}:
                lead.append(p)
                i += 1
            elif p.kind == "conj" and lead and self._line.kind(i + 1) == "np":
                lead[-1] = replace(lead[-1], last=self._line[i + 1].last)
                i += 2
            elif p.kind in {"ing", "ven", "inf", "prep", "sub"}:
                close = self._opened(i, end)
                if close is None:
                    return
                last = self._line[close - 1].last
                kind_of = "tail" if p.kind == "sub" else "participle"
                lead.append(Phrase(kind_of, p.first, last, p.head))
                opened.append((i, close))
                i = close + 1
            else:
                return
        found = read_subject(self._line, i, end)
        if found is None:
            return
        first = found.verb
        while first - 1 > i and self._line.kind(first - 1) == "adv":
            first -= 1
        verb = replace(self._line[found.verb], first=self._line[first].first)
        subject, moment = timed(self._line, found.phrase, first)
        clause = Clause(kind, subject, verb, [*lead, *moment], [], source, told, found.many)
        self.found.append(clause)
        for noun, opener, close in found.relatives:
            if not any(w.text == "," for w in self._line.words[noun.first : noun.last]):
                self._relative(noun, opener, close)
        self._rest(clause, found.verb + 1, end)
        for first, close in opened:
            self._subordinate(first, close, told)

    def _opened(self, i: int, end: int) -> int | None:
        """Return the comma that closes what opens a sentence: a subject stands behind it."""
        close = self._line.closing(i, end, clause=self._line.kind(i) == "sub")
        first = close
        while close is not None:
            if read_subject(self._line, close + 1, end) is not None:
                return close
            close = next((k for k in range(close + 1, end) if self._line.comma(k)), None)
        return first

    def _relative(self, subject: Phrase, opener: int, end: int) -> None:
        """Read a relative clause whose pronoun is its subject: "who left", "which was sold"."""
        if self._line.words[self._line[opener].first].text.lower() not in {"who", "which", "that"}:
            return
        at = opener + 1
        while at < end and self._line.kind(at) == "adv":
            at += 1
        if at >= end or self._line.kind(at) != "verb":
            return
        verb = replace(self._line[at], first=self._line[opener + 1].first)
        clause = Clause("relative", subject, verb)
        self.found.append(clause)
        self._rest(clause, at + 1, end)

    def _rest(self, clause: Clause, i: int, end: int) -> None:
        """Read what follows a verb, and the clauses that go on behind it."""
        phrases, rest = self._line.phrases, clause.rest
        start = content(self._line, clause.verb, i, end)
        if start is not None:
            skip, at = start
            rest.extend(skip)
            last = phrases[end - 1].last
            opener = at - 1 if at > i and self._line.kind(at - 1) == "that" else at
            rest.append(Phrase("content", phrases[opener].first, last, phrases[at].head))
            self.main(at, end, "content", clause)
            return
        while i < end:
            p = phrases[i]
            if p.kind in {"np", "pp", "date", "inf", "ing", "ven", "adj", "prep", "adv", "quote"}:
                if p.kind == "np" and contact(self._line, i, end):
                    i = self._tail(clause, i, end)
                    continue
                rest.append(p)
                i += 1
            elif p.kind == "source":
                clause.source, i = source_of(self._line, i, end)
            elif p.kind in {"sub", "that", "rel"}:
                i = self._tail(clause, i, end)
            elif p.kind == "conj":
                done = self._joined(clause, i, end)
                if done is None:
                    return
                i = done
            elif self._line.marked(p, ",") or p.kind == "point":
                done = self._after_comma(clause, i, end)
                if done is None:
                    return
                i = done
            elif participle(self._line, i):
                rest.append(replace(p, kind="ven"))
                i += 1
            else:
                clause.broken = True
                return

    def _subordinate(self, i: int, end: int, told: Clause | None) -> None:
        """Read what a clause within another states by itself: "when the bridge opened in 1932"."""
        if stating(self._line, i, end):
            self.main(i + 1, end, "sub", told)

    def _tail(self, clause: Clause, i: int, end: int) -> int:
        """Keep a subordinate clause to the letter; return what follows it."""
        k = tail_end(self._line, i, end)
        p = self._line[i]
        clause.rest.append(Phrase("tail", p.first, self._line[k - 1].last, p.head))
        self._subordinate(i, k, clause.told)
        return k

    def _joined(self, clause: Clause, i: int, end: int) -> int | None:
        """Read what "and" joins: another clause, another verb, or more of the same."""
        phrases, rest = self._line.phrases, clause.rest
        k = i + 1
        while k < end and self._line.kind(k) in {"adv", "date"}:
            k += 1
        lead = k
        while k < end and self._line.kind(k) == "pp" and self._line.comma(k + 1):
            k += 2
        if self._line.kind(k) == "np" and k < end:
            found = read_subject(self._line, k, end)
            if found is not None and not found.many:
                kind = "content" if clause.told else "main"
                self.main(i + 1, end, kind, clause.told)
                return None
        if self._line.kind(lead) == "verb" and lead < end:
            clause.broken |= not clause.rest  # "arrested and questioned the student"
            verb = replace(phrases[lead], first=phrases[i + 1].first)
            if self._line.kind(i + 1) == "date":
                verb = phrases[lead]
            by = self._line.kind(lead + 1) == "pp" and self._line.low(lead + 1) == "by"
            verb = shared(self._line.words, clause.verb, verb, by=by)
            other = Clause("predicate", clause.subject, verb, [], [], clause.source, clause.told,
                           clause.many)  # fmt: skip
            self.found.append(other)
            self._rest(other, lead + 1, end)
            return None
        halved = bool(rest) and rest[-1].kind in {"pp", "date"} and self._line.kind(i + 1) == "np"
        if halved and self._line.kind(i + 2) in {"pp", "date"} and not self._line.name(i + 1):
            return None  # "… in May and ten more in June": the second half has no verb
        if self._line.name(i + 1) and self._line.kind(i + 1) == self._line.kind(i + 2) == "np":
            return None  # "Kim received two and Lee three"
        if self._line.kind(i + 1) in FOLLOWING - {"prep"}:
            rest.append(phrases[i])
            return i + 1
        clause.broken = True
        return None

    def _after_comma(self, clause: Clause, i: int, end: int) -> int | None:
        """Read what follows a comma behind the verb."""
        phrases, rest = self._line.phrases, clause.rest
        after = self._line.kind(i + 1)
        mark = self._line.words[phrases[i].first].text
        if mark in {";", ":"} or mark in DASHES:
            if mark == ":" or i + 1 >= end:
                return None
            self.main(i + 1, end, "content" if clause.told else "main", clause.told)
            return None
        if mark != "," or i + 1 >= end:
            return None
        if after == "quote":
            rest.append(phrases[i + 1])
            return i + 2
        if after == "conj":
            return self._more(clause, i + 1, end)
        if after == "source":
            clause.source, k = source_of(self._line, i + 1, end)
            return k
        if after == "rel" or (after == "prep" and self._line.kind(i + 2) == "rel"):
            close = self._line.closing(i + 1, end, clause=True)
            if after == "rel" and rest and rest[-1].kind in {"np", "pp"}:
                last = rest[-1]
                first = antecedent(self._line, i + 1, last)
                subject = Phrase("np", first, last.last, last.head)
                self._relative(subject, i + 1, close if close is not None else end)
            return None if close is None else self._resume(close, end, clause)
        if after in {"sub", "ing", "ven", "inf", "prep"}:
            close = self._line.closing(i + 1, end, clause=after == "sub")
            stop = close if close is not None else end
            opener = self._line.low(i + 1)
            if (after == "ing" and opener != "including") or after == "sub":
                aside = Phrase(
                    "aside", phrases[i].first, phrases[stop - 1].last, phrases[i + 1].head
                )
                rest.append(aside)
            self._subordinate(i + 1, stop, clause.told)
            if after == "ing" and self._line.words[phrases[i + 1].head].lemma in RESULTS:
                self._result(clause, i + 1, stop)
            return None if close is None else self._resume(close, end)
        superlative = after == "adv" and self._line.low(i + 1) == "the"
        if after in {"np", "adj"} or superlative:
            return None if self._credited(clause, i + 1, end) else self._listed(clause, i, end)
        if self._line.low(i + 1) in {"among", "amongst"}:
            return None  # "…, among them a judge"
        if after in {"pp", "date", "adv"}:
            rest.append(replace(phrases[i + 1]))
            return i + 2
        return None

    def _more(self, clause: Clause, i: int, end: int) -> int | None:
        """Read what a comma and "and" join; half a clause without a verb is left out."""
        rest = clause.rest
        circumstance = bool(rest) and rest[-1].kind in {"pp", "date", "adv", "adj"}
        done = self._joined(clause, i, end)
        if done is not None and circumstance and rest[-1] is self._line[i]:
            rest.pop()
            return None  # "…, and again in 1654"
        return done

    def _result(self, clause: Clause, i: int, end: int) -> None:
        """Read what an event brought about: ", killing four people and injuring two"."""
        if clause.kind in {"relative", "result"} or clause.broken:
            return
        verb = self._line[i]
        made = Clause("result", clause.subject, verb, [p for p in clause.lead if p.kind == "date"],
                      [], clause.source, clause.told, clause.many, cause=clause)  # fmt: skip
        for k in range(i + 1, end):
            p = self._line[k]
            if p.kind == "conj" and self._line.kind(k + 1) == "ing":
                self._result(clause, k + 1, end)
                break
            if p.kind == "conj" and k + 1 < end and self._line.low(k + 1) == "more":
                continue  # "killing 107 or more"
            if p.kind not in FOLLOWING:
                break
            made.rest.append(p)
        if made.rest:
            self.found.append(made)

    def _credited(self, clause: Clause, i: int, end: int) -> bool:
        """Enter who says a clause, where that follows it."""
        found = None if clause.told is not None else teller(self._line, i, end)
        if found is None:
            return False
        verb = self._line[found.verb]
        clause.told = Clause("main", found.phrase, verb, many=found.many)
        return True

    def _resume(self, close: int, end: int, clause: Clause | None = None) -> int | None:
        """Go on behind an aside where something follows that cannot belong to it."""
        after = self._line.kind(close + 1)
        if clause is not None and after == "np" and self._credited(clause, close + 1, end):
            return None
        if clause is not None and after in {"pp", "date", "inf"}:
            return close + 1
        if after in {"conj", "source", "sub", "ing"} and close + 1 < end:
            return close
        return None

    def _listed(self, clause: Clause, i: int, end: int) -> int | None:
        """Read a list ("A, B and C") as one, or an apposition, which is left out."""
        phrases, rest = self._line.phrases, clause.rest
        k = i + 1
        while k < end and self._line.kind(k) in {"np", "adj", "pp"}:
            k += 1
            if self._line.comma(k) and self._line.kind(k + 1) in {"np", "adj"}:
                k += 1
        joined = k < end and (
            self._line.kind(k) == "conj"
            or (self._line.comma(k) and self._line.kind(k + 1) == "conj")
        )  # fmt: skip
        at = k if self._line.kind(k) == "conj" else k + 1
        more = joined and bool(rest) and self._line.kind(at + 1) in {"np", "adj"}
        if more and read_subject(self._line, at + 1, end) is None:
            last = phrases[at + 1].last
            rest.append(Phrase("list", phrases[i].first, last, phrases[i + 1].head))
            return at + 2
        close = next((n for n in range(i + 1, end) if self._line.comma(n)), None)
        if rest:
            rest[-1] = explained(self._line, rest[-1], i + 1, end if close is None else close)
        return None if close is None else self._resume(close, end, clause)
