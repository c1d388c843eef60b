"""What "i", "oraz", "a także" and commas list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.phrases import DASHES
from quiz.languages.polish.subjects import finite_reading
from quiz.languages.polish.tables import LISTING, PEOPLE_NOUNS, PERSON_NOUNS, ROLES

if TYPE_CHECKING:
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.phrases import Phrase

LISTED = frozenset({"np", "pp", "quantity", "date"})


def lists(doc: PolishDocument, phrases: list[Phrase]) -> list[Phrase]:
    """Return the phrases with what is listed joined."""
    out = list(phrases)
    k = 1
    while k < len(out) - 1:
        width = _joint(doc, out, k)
        right = out[k + width] if width and k + width < len(out) else None
        left = out[k - 1]
        mixed = width > 1 and right is not None and left.kind != right.kind
        if right is None or mixed or not alike(doc, left, right) or _clause_follows(out, k, width):
            k += 1
            continue
        start = k - 1
        # "A, B i C": what stands before the comma belongs to the list as well.
        while (
            start >= 2
            and doc.words[out[start - 1].first].text == ","
            and (out[start - 2].kind in {out[start].kind, "pp"} or _listed(doc, out[start - 2]))
            and alike(doc, out[start - 2], right)
            and not _tells_who(
                doc,
                out[start - 2],
                out[start],
                [*out[k + width + 1 :], *reversed(out[: start - 2])],
            )
        ):
            start -= 2
        whole = _joined(doc, out[start], right)
        if start < k - 1 and _who(doc, out[start], right):
            # "premierzy Danii i Norwegii, Jan Kos i Adam Lis,": who they are stands between commas.
            text = f"{doc.span(whole.first, whole.last)},"
            opens = whole.first in doc.openings
            whole = replace(whole, text=text[0].lower() + text[1:] if opens else text, many=True)
        out[start : k + width + 1] = [whole]
        k = max(start, 1)
    return out


def _who(doc: PolishDocument, first: Phrase, last: Phrase) -> bool:
    """Whether a list begins with what the persons in it are."""
    plural = any(n == "pl" for _, n, _ in first.agree)
    role = first.kind == "np" and any(r.lemma in ROLES for r in doc.words[first.head].readings)
    name = doc.named.get(last.last - 1)
    return plural and role and name is not None and name.kind == "person"


def _listed(doc: PolishDocument, p: Phrase) -> bool:
    """Whether a phrase is a list already: "kraje oraz Cypr", which ", Malta i Maroko" goes on."""
    return any(doc.words[k].lower in LISTING for k in range(p.first, p.last))


def _tells_who(doc: PolishDocument, name: Phrase, p: Phrase, beside: list[Phrase]) -> bool:
    """Whether a phrase says who the person before it is: "Jan Kos, pisarz i tłumacz".

    The verb beside it tells as well: of several people it would stand in the plural.
    """
    named = doc.named.get(name.last - 1)
    if named is None or named.kind != "person" or doc.names_in(p):
        return False
    verb = next((doc.words[q.first] for q in beside if q.kind == "verb"), None)
    if verb is not None and verb.has(*FINITE):
        return finite_reading(verb).number == {"sg"}
    lemma = doc.words[p.head].lemma("subst")
    return lemma in ROLES or lemma in PEOPLE_NOUNS or lemma in PERSON_NOUNS


def _joint(doc: PolishDocument, phrases: list[Phrase], k: int) -> int:
    """Return how many phrases from k on are a word that lists: "i", ", a także"; or 0."""
    words = [doc.words[p.first].lower for p in phrases[k : k + 3]]
    if words[0] in LISTING:
        return 1
    if words[:2] == ["a", "także"]:
        return 2
    if words == [",", "a", "także"]:
        return 3
    return 0


def _tail_cases(doc: PolishDocument, p: Phrase) -> frozenset[str]:
    """Return the cases of a phrase's last word, which a list may carry on: "liczba A i B"."""
    last = doc.words[p.last - 1]
    return (
        frozenset(c for r in last.readings for c in r.cases) if p.last - 1 > p.head else frozenset()
    )


def alike(doc: PolishDocument, left: Phrase, right: Phrase) -> bool:
    """Whether two phrases could be items of one list."""
    if left.kind not in LISTED or right.kind not in LISTED:
        return False
    if left.kind == "pp":
        return right.kind == "pp" or (
            right.kind == "np" and bool((left.cases | _tail_cases(doc, left)) & right.cases)
        )
    if left.kind == right.kind == "np":
        return bool((left.cases | _tail_cases(doc, left)) & right.cases)
    return left.kind == right.kind or {left.kind, right.kind} == {"np", "quantity"}


def _clause_follows(phrases: list[Phrase], k: int, width: int) -> bool:
    """Whether what looks like a list is the subject of a new clause: "A zrobił B i C zrobił D"."""
    ahead = []
    for p in phrases[k + width + 1 :]:
        if p.kind in {"point", "conj"}:
            break
        ahead.append(p)
    verb_ahead = any(p.kind == "verb" for p in ahead)
    behind = []
    for p in reversed(phrases[:k]):
        if p.kind == "point":
            break
        behind.append(p)
    right = phrases[k + width]
    return (
        verb_ahead
        and any(p.kind == "verb" for p in behind)
        and (right.kind != "pp" or phrases[k - 1].kind != "pp")
    )


def _joined(doc: PolishDocument, left: Phrase, right: Phrase) -> Phrase:
    named = left.last - 1 in doc.named and left.head not in doc.named and right.first in doc.named
    if left.kind == right.kind == "np" and named and _tail_cases(doc, left) & right.cases:
        return replace(left, last=right.last)  # "królowie Danii i Norwegii" are many already
    common = left.cases & right.cases
    if left.kind == "np" and right.kind == "np" and common:
        agree = frozenset((c, "pl", g) for c, _, g in left.agree | right.agree if c in common)
        return replace(left, last=right.last, agree=agree, many=True)
    return replace(left, last=right.last, many=left.many or left.kind != "np")


def ellipses(
    doc: PolishDocument, phrases: list[Phrase]
) -> tuple[list[Phrase], list[tuple[Phrase, Phrase]]]:
    """Part "…, w 1986 roku – 82 osoby, a w 1990 – 95 osób" from the clause whose verb it shares.

    Returns the phrases before it, and the date and the number of each of its members.
    """
    found: list[tuple[Phrase, Phrase]] = []
    start = len(phrases)
    for k in range(1, len(phrases) - 2):
        date, dash, count = phrases[k : k + 3]
        marked = dash.kind == "point" and doc.words[dash.first].text in DASHES
        if date.kind == "date" and marked and count.kind == "quantity":
            start = min(start, k)
            found.append((date, count))
    while start and phrases[start - 1].kind in {"point", "conj"}:
        start -= 1
    return phrases[:start] if found else phrases, found


def after_listing(doc: PolishDocument, items: list[Phrase]) -> int:
    """Return where the item of a list begins that "i", "oraz" or "a także" opens, or 0."""
    words = [doc.words[p.first].lower for p in items[:2]]
    if words[:1] and words[0] in LISTING:
        return 1
    return 2 if words == ["a", "także"] else 0
