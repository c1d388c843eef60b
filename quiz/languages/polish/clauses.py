"""Clauses that can stand alone: one finite verb, its subject, no subordinate debris."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.tables import DROPPED, SAY, SUBORDINATORS, VAGUE

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

FORBIDDEN = frozenset("?!:;…[]") | {"..."}


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause's phrases in order, its verb and subject by index (None: impersonal).

    `said` is the verb and speaker of a statement that somebody else answers for, ready to follow
    "jak"; `complement` is the words of a że-clause that belongs to a verb of saying.
    """

    sentence: Sentence
    phrases: tuple[Phrase, ...]
    verb: int
    subject: int | None
    said: str = ""
    complement: tuple[int, int] | None = None
    cut: bool = False


def _without_brackets(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase] | None:
    out: list[Phrase] = []
    depth = 0
    for p in phrases:
        text = doc.words[p.first].text
        if text == "(":
            depth += 1
        elif text == ")":
            depth -= 1
            if depth < 0:
                return None
        elif not depth:
            if any(doc.words[i].text in "()" for i in range(p.first, p.last)):
                return None
            out.append(p)
    return None if depth else out


def _split(doc: PolishDocument, phrases: list[Phrase]) -> list[list[Phrase]]:
    out: list[list[Phrase]] = [[]]
    for p in phrases:
        if doc.words[p.first].text == ",":
            out.append([])
        else:
            out[-1].append(p)
    return [s for s in out if s]


def _subordinate(doc: PolishDocument, segment: list[Phrase]) -> bool:
    words = doc.words
    first = words[segment[0].first]
    second = words[segment[0].first + 1] if segment[0].first + 1 < len(words) else first
    if first.lower in SUBORDINATORS or (first.has("prep") and second.lower in SUBORDINATORS):
        return True
    if first.lower in {"w", "m", "zwłaszcza", "przede", "czyli", "tj", "tzn", "np", "tzw"}:
        return True
    return first.has("pcon", "pant") or (first.has("pact", "ppas") and not first.has("subst"))


def _verbs(segment: list[Phrase]) -> list[int]:
    return [i for i, p in enumerate(segment) if p.kind == "verb"]


def clauses(doc: PolishDocument, sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence that a question may be made of; often none."""
    words = doc.words
    last = sentence.last
    texts = [w.text for w in words[sentence.first : last]]
    if texts[0] in "-–—" or FORBIDDEN & set(texts) or len(texts) > 70:
        return []
    quotes = sum(t in '"„”“»«' for t in texts)
    if quotes % 2 or any(
        "pri" in r.rest or "sec" in r.rest
        for w in words[sentence.first : last]
        for r in w.readings[:1]
        if r.pos in FINITE
    ):
        return []
    phrases = _without_brackets(doc, doc.phrases(sentence))
    if phrases is None:
        return []
    while phrases and words[phrases[-1].first].text in '."”':
        if words[phrases[-1].first].text != ".":
            return []
        phrases = phrases[:-1]
    said = ""
    for i, p in enumerate(phrases):
        if words[p.first].text in "-–—" and p.kind == "point":
            tail = phrases[i + 1 :]
            if (
                tail
                and tail[0].kind == "verb"
                and any(r.lemma in SAY for r in words[tail[0].first].readings)
            ):
                speaker = [q for q in tail[1:] if q.kind == "np"]
                if len(speaker) != 1 or "nom" not in speaker[0].cases:
                    return []
                said = (
                    doc.span(tail[0].first, tail[0].last)
                    + " "
                    + doc.span(speaker[0].first, speaker[0].last)
                )
                phrases = phrases[:i]
                break
            return []
    return _main(doc, sentence, _split(doc, phrases), said)


def _main(
    doc: PolishDocument, sentence: Sentence, segments: list[list[Phrase]], said: str
) -> list[Clause]:
    words = doc.words
    if not segments or (_subordinate(doc, segments[0]) and _verbs(segments[0])):
        return []
    taken: list[Phrase] = []
    i = 0
    removed = False
    while i < len(segments) and not _verbs(segments[i]):
        if i and _subordinate(doc, segments[i]):
            return []
        taken += segments[i]
        i += 1
        if i < len(segments) and _subordinate(doc, segments[i]) and _verbs(segments[i]):
            if not (taken[-1].kind == "np" and words[taken[-1].head].capital):
                return []
            i, removed = i + 1, True
    if i >= len(segments) or (i > 1 and not removed):
        return []
    main = segments[i]
    found = _verbs(main)
    cut = removed or i + 1 < len(segments)
    for k in found[1:]:
        stop = next((j for j in range(k, found[0], -1) if main[j].kind == "conj"), None)
        if stop is None or stop == found[0] + 1:
            return []
        main, cut = main[:stop], True
        break
    following = segments[i + 1 :]
    complement: list[Phrase] = []
    verb = main[found[0]]
    says = any(r.lemma in SAY for r in words[verb.first].readings)
    if following:
        head = words[following[0][0].first].lower
        if head in {"że", "iż"}:
            complement = following[0]
            rest = following[1:]
            if rest and not _subordinate(doc, rest[0]) and not _verbs(rest[0]):
                return []
        elif head in {"aby", "by", "żeby", "czy", "kto", "co", "jak", "ile"} or (
            not _subordinate(doc, following[0]) and not _verbs(following[0])
        ):
            return []
    items = tuple(taken + main)
    clause = _complete(doc, sentence, items, said, cut)
    out: list[Clause] = []
    if clause:
        span = (complement[0].first, complement[-1].last) if complement else None
        out.append(replace(clause, complement=span))
    if (
        complement
        and says
        and clause
        and clause.subject is not None
        and not said
        and len(_verbs(complement)) == 1
    ):
        who = clause.phrases[clause.subject]
        if doc.named.get(who.head) or words[who.last - 1].capital:
            by = doc.span(verb.first, verb.last) + " " + _lower(doc, who)
            inner = _complete(doc, sentence, tuple(complement[1:]), by, cut=True)
            if inner:
                out.append(inner)
    return out


def _lower(doc: PolishDocument, phrase: Phrase) -> str:
    text = doc.span(phrase.first, phrase.last)
    first = doc.words[phrase.first]
    proper = phrase.first in doc.named or not first.readings or first.text.isupper()
    return text if proper else text[0].lower() + text[1:]


def _merge(doc: PolishDocument, items: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Join what is one phrase: a role with its holder's name, and phrases joined by i/oraz."""
    out: list[Phrase] = []
    for p in items:
        last = out[-1] if out else None
        name = doc.named.get(p.first)
        if last is not None and p.kind == "np" and last.last == p.first and last.kind == "np":
            role = any(r.holder.first == p.first and r.last == p.first for r in doc.roles)
            shared = frozenset(t for t in p.agree if t[0] in last.cases)
            if (role or (name is not None and name.kind == "person" and shared)) and shared:
                out[-1] = replace(last, last=p.last, head=p.head, agree=shared)
                continue
        if len(out) > 1 and p.kind == "np" and doc.words[out[-1].first].lower in {"i", "oraz"}:
            left = out[-2]
            if left.kind in {"np", "pp"} and left.last == out[-1].first and out[-1].last == p.first:
                tail = frozenset(
                    c
                    for r in doc.words[left.last - 1].readings
                    for c in r.cases
                    if left.last - 1 > left.head
                )
                if left.cases & p.cases:
                    agree = frozenset(
                        (c, "pl", g) for c in left.cases & p.cases for _, _, g in left.agree
                    )
                    out[-2:] = [replace(left, last=p.last, agree=agree)]
                    continue
                if tail & p.cases or left.kind == "pp":
                    out[-2:] = [replace(left, last=p.last)]
                    continue
        out.append(p)
    return tuple(out)


def _complete(
    doc: PolishDocument, sentence: Sentence, items: tuple[Phrase, ...], said: str, cut: bool
) -> Clause | None:
    words = doc.words
    items = tuple(
        p for p in items if not (p.kind in {"adv", "conj"} and words[p.first].lower in DROPPED)
    )
    items = _merge(doc, items)
    verbs = [i for i, p in enumerate(items) if p.kind == "verb"]
    if (
        len(verbs) != 1
        or any(p.kind == "pron" for p in items)
        or any(words[p.first].text in ',-–—"„”«»' for p in items)
    ):
        return None
    verb = words[items[verbs[0]].first]
    reading = next(r for r in verb.readings if r.pos in FINITE)
    if reading.pos == "impt" or items[-1].kind in {"conj", "prep"}:
        return None
    if reading.pos in {"imps", "pred"}:
        return Clause(sentence, items, verbs[0], None, said, cut=cut)
    candidates = []
    for i, p in enumerate(items):
        if p.kind == "np":
            matching = [
                t
                for t in p.agree
                if t[0] == "nom"
                and t[1] in reading.number
                and (not reading.genders or t[2] in reading.genders)
            ]
            between = items[verbs[0] + 1 : i]
            far = any(q.kind not in {"se", "adv", "adj", "date"} for q in between)
            reflexive = any(q.kind == "se" for q in items) or reading.lemma in {"być", "zostać"}
            run = doc.named.get(p.head)
            inner = run is not None and run.first < p.first and p.first == p.head
            unclear = "acc" in p.cases and not reflexive
            if matching and not inner and (i < verbs[0] or not (far or unclear)):
                candidates.append(i)
        elif (
            p.kind == "quantity"
            and not words[p.first].has("prep")
            and "sg" in reading.number
            and (not reading.genders or "n" in reading.genders)
        ):
            candidates.append(i)
    if len(candidates) > 1:
        sure = [i for i in candidates if "acc" not in items[i].cases and items[i].kind == "np"]
        named = [i for i in candidates if items[i].head in doc.named and items[i].kind == "np"]
        before = [i for i in candidates if i < verbs[0]]
        candidates = sure if len(sure) == 1 else named if len(named) == 1 else before
    if len(candidates) != 1:
        return None
    subject = items[candidates[0]]
    if subject.kind == "np":
        head = words[subject.head]
        bare = subject.last - subject.first == 1 and not head.capital
        if (bare or (not head.capital and subject.last - subject.first == 1)) and (
            head.lemma("subst") in VAGUE or head.lower in VAGUE
        ):
            return None
        if bare and subject.first == sentence.first:
            return None
        if (
            subject.first == sentence.first
            and subject.last - subject.first == 1
            and head.lemma("subst") in VAGUE
        ):
            return None
    return Clause(sentence, items, verbs[0], candidates[0], said, cut=cut)
