"""A sentence as a tree of clauses: who depends on whom, and by which word.

Commas, dashes and conjunctions part clauses; the word that opens a clause tells its kind. Where a
piece without an opening word could belong to two clauses, the later one takes it and is marked.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quiz.languages.polish.joining import join
from quiz.languages.polish.listing import after_listing
from quiz.languages.polish.phrases import DASHES, QUOTES, Phrase
from quiz.languages.polish.tables import CONDITIONS, CONTENT, COORDINATORS, REASONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.protocol import Sentence

WEEKDAY = re.compile(
    r"(?:w|we) (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)$", re.IGNORECASE
)
RELATIVES = frozenset({"który", "jaki"})
SINCE = frozenset({"jak", "gdy", "kiedy"})
"""What follows "po tym"."""
RELATIVE_ADVERBS = frozenset({"gdzie", "skąd", "dokąd"})
LEAVE = 6
"""How far into a clause its relative pronoun may stand: "na mocy którego", "z których trzy"."""


@dataclass(slots=True)
class Clause:
    """A clause: its own phrases and the clauses below it, in the order of the sentence.

    `kind` is main, coordinate, inner (beside a clause below the main one), relative, content (że,
    czy), condition, reason (any circumstance that may be left out), participle, or loose (no verb:
    an apposition, an addition); `opener` is how many of its first phrases open it; `doubtful` that
    it may end earlier.
    """

    kind: str
    items: list[Phrase | Clause] = field(default_factory=list)
    opener: int = 0
    doubtful: bool = False

    @property
    def own(self) -> list[Phrase]:
        """The phrases of this clause alone."""
        return [item for item in self.items if not isinstance(item, Clause)]

    @property
    def first(self) -> int:
        """The first word."""
        return self.items[0].first

    @property
    def last(self) -> int:
        """The word after the last one."""
        return max(item.last for item in self.items)

    @property
    def finite(self) -> bool:
        """Whether it has its finite verb."""
        return any(p.kind == "verb" for p in self.own)

    def walk(self) -> Iterator[tuple[Clause, Clause | None]]:
        """Return this clause and all below it, each with its parent."""
        yield self, None
        for item in self.items:
            if isinstance(item, Clause):
                for clause, parent in item.walk():
                    yield clause, parent or self


def opening(doc: PolishDocument, segment: list[Phrase]) -> tuple[str, int]:
    """Return the kind of clause that a segment begins, and how many phrases open it."""
    words = doc.words
    first = words[segment[0].first]
    low = first.lower
    second = words[segment[0].first + 1].lower if segment[0].first + 1 < len(words) else ""
    for k, p in enumerate(segment[:3]):
        stop = min(p.last, segment[0].first + LEAVE)
        if any(r.lemma in RELATIVES for i in range(p.first, stop) for r in words[i].readings[:1]):
            return "relative", k + 1
        if p.kind not in {"np", "pp", "prep", "quantity"}:
            break
    if low in RELATIVE_ADVERBS:
        return "relative", 1
    if len(segment) > 1 and _after(doc, segment[0]) and words[segment[1].first].lower in SINCE:
        return "reason", 2
    verb = any(p.kind == "verb" for p in segment)
    if low in CONTENT or (low in {"aby", "by", "żeby", "ażeby", "iżby"}):
        return "content", 1
    if low in CONDITIONS:
        return "condition", 1
    counts = segment[0].kind == "quantity"  # "co najmniej 19 dzieci" opens no clause with "co"
    if (low in REASONS and not counts) or (
        second in {"że", "jak"} and segment[0].kind in {"prep", "adv", "conj"}
    ):
        return "reason", 1
    if segment[0].kind == "pcon" or (
        low == "nie" and len(segment) > 1 and segment[1].kind == "pcon"
    ):
        return "participle", 0
    if not verb and first.has("pact", "ppas") and not first.capital:
        return "participle", 0
    if low in COORDINATORS and verb:
        return "coordinate", 1
    return "", 0


def segments(doc: PolishDocument, phrases: list[Phrase]) -> list[list[Phrase]]:
    """Cut phrases at commas, and at a conjunction between two finite verbs."""
    out: list[list[Phrase]] = [[]]
    for k, p in enumerate(phrases):
        text = doc.words[p.first].text
        if text == "," and p.kind == "point":
            if not _dated(doc, phrases, k):
                after = phrases[k + 1] if k + 1 < len(phrases) else None
                led = after is not None and doc.words[after.first].lower in SINCE
                # "po tym, jak …" is one conjunction.
                out.append([out[-1].pop()] if led and out[-1] and _after(doc, out[-1][-1]) else [])
            continue
        if p.kind == "pcon" and any(q.kind == "verb" for q in out[-1]):
            out.append([p])  # "wygrał strzelając gola": the comma is often left out
            continue
        if p.kind == "conj" and doc.words[p.first].lower in COORDINATORS:
            verbs = [q for q in out[-1] if q.kind == "verb"]
            ahead = []
            for q in phrases[k + 1 :]:
                if q.kind == "point" or (
                    q.kind == "conj" and doc.words[q.first].lower in COORDINATORS
                ):
                    break
                ahead.append(q)
            if verbs and any(q.kind == "verb" for q in ahead):
                out.append([p])
                continue
        out[-1].append(p)
    return [s for s in out if s]


def _after(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a phrase is the "po tym" of "po tym, jak"."""
    return p.kind == "pp" and doc.span(p.first, p.last).lower() == "po tym"


def _dated(doc: PolishDocument, phrases: list[Phrase], k: int) -> bool:
    """Whether a comma parts a weekday from its day: "we wtorek, 17 czerwca"."""
    if not 0 < k < len(phrases) - 1 or phrases[k + 1].kind != "date":
        return False
    before = phrases[k - 1]
    return bool(WEEKDAY.match(doc.span(before.first, before.last)))


def _unclosed(segment: list[Phrase]) -> int:
    """Return where the clause goes on that a relative one stands in without a comma behind it.

    "Referendum, które nic nie zmieniło odbyło się w maju": of two verbs side by side the second
    is the other clause's.
    """
    verbs = [k for k, p in enumerate(segment) if p.kind == "verb"]
    if len(verbs) != 2 or any(p.kind == "conj" for p in segment[verbs[0] : verbs[1]]):
        return 0
    at = verbs[1]
    while at > verbs[0] + 1 and segment[at - 1].kind in {"adv", "se"}:
        at -= 1
    return at


def _resumes(stack: list[Clause], segment: list[Phrase]) -> int:
    """Return the place on the stack of the clause that a segment carries on, or -1."""
    if any(p.kind == "verb" for p in segment):
        waiting = [
            k for k, c in enumerate(stack) if not c.finite and c.kind not in {"loose", "participle"}
        ]
        return waiting[-1] if waiting else -1
    return -1


def tree(doc: PolishDocument, phrases: list[Phrase]) -> Clause:
    """Return the main clause of a sentence's phrases, everything else below it."""
    main = Clause("main")
    stack = [main]
    waiting = segments(doc, join(doc, phrases))
    while waiting:
        segment = waiting.pop(0)
        kind, opener = opening(doc, segment)
        if kind == "relative" and not stack[-1].finite and (at := _unclosed(segment)):
            waiting.insert(0, segment[at:])
            segment = segment[:at]
        verb = any(p.kind == "verb" for p in segment)
        if kind in {"relative", "content", "condition", "reason"} and not verb:
            # A subordinate clause whose verb stands behind another one that it encloses.
            kind = kind if any(q.kind == "inf" for q in segment) or opener else "loose"
        if kind in {"relative", "content", "condition", "reason", "participle"}:
            clause = Clause(kind, list(segment), opener)
            stack[-1].items.append(clause)
            stack.append(clause)
            continue
        at = _resumes(stack, segment) if kind != "coordinate" else -1
        if at >= 0 and (at or stack[0].items or segment):
            del stack[at + 1 :]
            stack[at].items.extend(segment)
            continue
        if not verb and not main.items:
            main.items.extend(segment)
            continue
        if not verb:
            _back_to_list(doc, stack, segment)
            loose = Clause("loose", list(segment), doubtful=len(stack) > 1)
            stack[-1].items.append(loose)
            continue
        # A further clause with its own verb stands beside the one before it or beside the main one.
        clause = Clause("coordinate", list(segment), opener, doubtful=len(stack) > 1)
        if main.finite:
            del stack[1:]
            stack.append(clause)
        else:
            clause.kind = "inner"
        stack[-1 if clause.kind == "inner" else 0].items.append(clause)
    return main


def _back_to_list(doc: PolishDocument, stack: list[Clause], segment: list[Phrase]) -> None:
    """Close what stands within a list: "stu saperów, którzy …, a także pięciu lekarzy"."""
    at = after_listing(doc, segment)
    if not at or at >= len(segment) or segment[at].kind != "quantity":
        return
    for k in range(len(stack) - 1, -1, -1):
        own = stack[k].own
        if own and own[-1].kind == "quantity":
            del stack[k + 1 :]
            return


def brackets(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase] | None:
    """Return the phrases outside brackets; none where brackets do not pair."""
    out: list[Phrase] = []
    depth = 0
    for p in phrases:
        text = doc.words[p.first].text
        if text in "([":
            depth += 1
        elif text in ")]":
            depth -= 1
            if depth < 0:
                return None
        elif not depth:
            if p.last - p.first > 1 and any(c in doc.span(p.first, p.last) for c in "()[]"):
                return None
            out.append(p)
    return None if depth else out


def parted(doc: PolishDocument, phrases: list[Phrase]) -> list[list[Phrase]]:
    """Part phrases at semicolons; what stands between quotation marks across one is left out."""
    out: list[list[Phrase]] = [[]]
    for p in phrases:
        if p.kind == "point" and doc.words[p.first].text == ";":
            out.append([])
        else:
            out[-1].append(p)
    if len(out) == 1:
        return out
    return [
        piece
        for piece in out
        if piece and not sum(p.kind == "point" and doc.words[p.first].text in QUOTES for p in piece)
    ]


def copula(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Read the dash of "Wisła – najdłuższa rzeka Polski" as the "to" it stands for.

    So it is where a name begins a sentence that has no verb before the next clause; so is "to"
    behind "most we Wrocławiu", which is no nominative.
    """
    k = next((k for k, p in enumerate(phrases[:4]) if p.kind not in {"np", "pp"}), 0)
    said = phrases[k + 1] if 0 < k < len(phrases) - 1 else None
    if said is None or said.kind != "np" or "nom" not in said.cases:
        return phrases
    name, mark = phrases[0], phrases[k]
    known = doc.named.get(name.first)
    alone = known is not None and (known.first, known.last) == (name.first, name.last)
    placed = k > 1 and all(p.kind == "pp" for p in phrases[1:k]) and doc.names_in(phrases[1])
    spaced = doc.words[mark.first - 1].end < doc.words[mark.first].start
    dash = mark.kind == "point" and doc.words[mark.first].text in DASHES and spaced
    rest = list(itertools.takewhile(lambda p: doc.words[p.first].text != ",", phrases[k + 1 :]))
    verb = any(p.kind == "verb" or doc.words[p.first].text in DASHES for p in rest)
    bare = mark.kind == "conj" and doc.words[mark.first].lower == "to"
    if "nom" not in name.cases or not (alone or placed) or verb or not (dash or bare):
        return phrases
    return [*phrases[:k], replace(mark, kind="verb", text="to"), *phrases[k + 1 :]]


def _tight(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a dash stands within a word: "Boeing 737-800"."""
    words = doc.words
    left = words[p.first - 1].end == words[p.first].start
    return left and p.last < len(words) and words[p.last - 1].end == words[p.last].start


def dashes(doc: PolishDocument, sentence: Sentence, phrases: list[Phrase]) -> list[Phrase]:
    """Leave out what stands between two dashes, and what follows a single one."""
    at = [
        k
        for k, p in enumerate(phrases)
        if doc.words[p.first].text in DASHES
        and p.kind == "point"
        and p.first > sentence.first
        and not (p.first - 1 in doc.named and p.last in doc.named)
        and not _tight(doc, p)
    ]
    if not at:
        return phrases
    if len(at) == 2:
        return phrases[: at[0]] + phrases[at[1] + 1 :]
    return phrases[: at[0]]


def without_scores(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Leave out the score of a match, "6:2, 6:1", which is no part of the grammar."""
    words = doc.words
    out: list[Phrase] = []
    k = 0
    while k < len(phrases):
        p = phrases[k]
        colon = phrases[k + 1] if k + 2 < len(phrases) else None
        if (
            colon is not None
            and words[p.first].digit
            and words[colon.first].text == ":"
            and words[phrases[k + 2].first].digit
            and words[colon.first].end == words[phrases[k + 2].first].start
        ):
            if out and words[out[-1].first].text == ",":
                out.pop()
            k += 3
            continue
        out.append(p)
        k += 1
    return out
