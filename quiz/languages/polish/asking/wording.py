"""How a statement becomes a stem: a question word before it, the rest in an order that is Polish.

The neutral order after a question word is: subject, verb, what follows the verb, and then the
circumstances that stood before them; a verb with nothing behind it goes before its subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.asking.years import Years
from quiz.languages.polish.building import TAILS
from quiz.languages.polish.date_words import LOCATIVES
from quiz.languages.polish.dates import MONTHS
from quiz.languages.polish.standing import Standing
from quiz.languages.polish.tables import HAPPENING, IMPERSONAL_VERBS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.polish.building import Statement
    from quiz.languages.polish.document import PolishDocument
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase

GAP = "_____"
PLANNED = "jak zapowiadano w {year} roku"
AGREEING = {
    "kto": "m1", "co": "n", "ile": "n", "ilu": "n", "który": "m1", "która": "f", "które": "n",
}  # fmt: skip
"""The gender in which a verb agrees with the word that asks for its subject."""
ALSO = re.compile(
    r" (?<!, a )(?<!\bjak )(?<!\bale )(?<!\blecz )(?<!\bani )(?<!\bi )(?<!\boraz )(?<!, )"
    r"(?:również|także|też) "
)
"""What adds to something said before, a second member of a list within the sentence aside."""
NOW = re.compile(r"(, (?:że|iż) .*?) (?:teraz|obecnie|dzisiaj|dziś)\b")
QUOTED = re.compile(r'[„"«]')
_MONTH_ALONE = re.compile(rf"^(?!.*\d)(?:.* )?(?:{'|'.join((*MONTHS, *LOCATIVES))})$")
_YEARLESS = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})\b(?! \d{{4}})")

_YEAR_NOUN = re.compile(r"\b(?:rok|roku|latach|lat)\b")
_BARE_YEAR = re.compile(r"(?<![\d–/-])\d{4}$")


class Wording:
    """Words stems and statements of one document."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document."""
        self.doc = doc
        self._standing = Standing(doc)
        self.years = Years(doc)
        self._texts: dict[tuple[int, int, str, str], str] = {}
        self._wholes: dict[int, tuple[Statement, str]] = {}
        """By the identity of statements, which are kept: one family after another asks for it."""

    def text(self, part: Phrase) -> str:
        """Return a part as it is written within a sentence, a day with its year."""
        key = part.first, part.last, part.kind, part.text
        found = self._texts.get(key)
        if found is None:
            found = self._texts[key] = self._written(part)
        return found

    def _written(self, part: Phrase) -> str:
        text = self._standing.lowered(part)
        text = re.sub(r"(?<=\d) r\.$", " roku", text)
        if part.kind == "date" and _MONTH_ALONE.search(text):
            return f"{text} {self.years.of_month(part.head)}".strip()
        return self._dated(text)

    def _dated(self, text: str) -> str:
        for m in list(_YEARLESS.finditer(text)):
            day, month = int(m[1]), MONTHS.index(m[2]) + 1
            known = {
                w.year
                for d in self.doc.dates
                if (w := d.found.when.first) and (w.day, w.month) == (day, month)
            }
            if len(known) == 1:
                text = text.replace(m[0], f"{m[0]} {known.pop()} roku", 1)
        return text

    def leans(self, part: Phrase) -> bool:
        """Whether a part is a date that only the article's day gives a meaning."""
        return part.kind == "date" and self._standing.relative_date(part)

    def stem(self, s: Statement, k: int, front: str, verb: str = "") -> str:
        """Return the question that `front` opens, about a statement without its part k.

        `verb` takes the place of the verb where it must agree with the question word.
        """
        order, source = self._order(s, k)
        planned = self._planned(s, front.partition(" ")[0] if k == s.subject else "")
        verb = planned or verb
        texts = [verb if verb and i == s.verb else self._told(s.parts[i]) for i in order]
        time = "" if k >= 0 and s.parts[k].kind == "date" else self.years.of(s)
        if planned and not s.said and self.years.announced(s):
            front = f"{front}, {PLANNED.format(year=self.years.year)},"
        elif s.said:
            front = f"{front}, jak {time} {s.said},"
        else:
            front = f"{front}, {source}, {time}" if source else f"{front} {time}"
        return independent(_punctuated(f"{front} {' '.join(texts)}")) + "?"

    def _planned(self, s: Statement, asked: str) -> str:
        """Return "miał" for the "ma" of what a date or a dated article tells of, else nothing.

        Whoever reads the question later knows no more than that it was announced then. `asked` is
        the word that asks for the subject and tells what the verb agrees with.
        """
        if not (self.years.announced(s) or self.years.scheduled(s)):
            return ""
        low = asked.lower()
        if low in AGREEING:
            number, gender = "sg", AGREEING[low]
        else:
            part = s.parts[s.subject] if s.subject is not None and not asked else None
            found = {(n, g) for c, n, g in part.agree if c == "nom"} if part is not None else set()
            name = self.doc.named.get(part.head) if part is not None else None
            if part is not None and part.kind == "quantity":
                found = {("sg", "n")}
            elif name is not None and name.kind == "person" and name.gender:
                found = {("sg", name.gender)}
            if len({(n, "m" if g[0] == "m" and n == "sg" else g) for n, g in found}) != 1:
                return ""
            number, gender = found.pop()
        return self.doc.morphology.inflect("mieć", "praet", number, gender=gender)

    def _order(self, s: Statement, k: int) -> tuple[list[int], str]:
        """Return the other parts in the order of a stem, and whose words they are."""
        parts = s.parts
        skipped = {k} | {i for i, p in enumerate(parts) if self.leans(p)}
        start = s.verb
        while start > 0 and parts[start - 1].kind in {"adv", "conj", "se"} and start - 1 != k:
            start -= 1
        before = [i for i in range(start) if i not in skipped]
        # "utworzona została": the participle follows the verb as in any other order.
        inverted = [i for i in before[-1:] if i == start - 1 and self._participle(parts[i])]
        before = [i for i in before if i not in inverted]
        source = ""
        for i in before:
            if self.doc.words[parts[i].first].lower in SOURCES and parts[i].kind == "pp":
                source = self.text(parts[i])
                before.remove(i)
                break
        verb = [i for i in range(start, s.verb + 1) if i not in skipped]
        after = inverted + [i for i in range(s.verb + 1, len(parts)) if i not in skipped]
        while after and parts[after[0]].kind == "se":
            verb.append(after.pop(0))
        tails = [i for i in after if parts[i].kind in {"tail", "aside"}]
        after = [i for i in after if i not in tails]
        heads = [i for i in before if parts[i].kind in {"np", "quantity"} or i == s.subject]
        at = s.subject if s.subject in before else heads[0] if heads else None
        group = [i for i in before if at is not None and i >= at]
        lead = [i for i in before if i not in group]
        if self._moves(s, after):
            # "królem strzelców został Jan Kos z Danii": what stood first follows the verb.
            moved = [i for i in after if i == s.subject]
            after = [*group, *(i for i in after if i != s.subject)]
            group = moved
        if s.subject in after:
            # "została utworzona autonomia": the participle stays with its verb.
            after.sort(
                key=lambda i: (parts[i].kind not in {"adj", "inf"}, i) if i > s.verb else (1, i)
            )
        follows = [i for i in after if parts[i].kind != "relative"]
        if s.subject in group and s.subject in before and self._happens(s, bool(follows)):
            order = verb + group + after + lead
        elif (s.subject in group and (follows or tails)) or (
            s.subject is not None and s.subject in after
        ):
            order = group + verb + after + lead
        elif s.subject is None and verb and self._impersonal(s):
            order = verb + lead + group + after  # "doszło do wypadku na drodze koło Olsztyna"
        else:
            # "ile lasów zostanie objęte ochroną": the participle stays with its verb here too.
            beside = [i for i in after[:1] if s.subject == k and parts[i].kind == "adj"]
            order = verb + beside + group + [i for i in after if i not in beside] + lead
        # A relative clause stays only where the noun it speaks of still stands before it.
        bound = [
            i
            for n, i in enumerate(order)
            if parts[i].kind != "relative"
            or (n and order[n - 1] == i - 1 and i == order[-1] and not tails)
        ]
        return bound + tails, source

    def _participle(self, part: Phrase) -> bool:
        return part.kind == "adj" and self.doc.words[part.first].has("ppas")

    def _moves(self, s: Statement, after: Sequence[int]) -> bool:
        """Whether a name behind its verb goes before it: "kiedy okręt dotarł do portu"."""
        k = s.subject
        if k is None or k not in after or after[0] != k or len(after) < 2:
            return False
        parts = s.parts
        quoted = parts[k].text or self.doc.span(parts[k].first, parts[k].last)
        others = all(parts[i].kind in {"np", "pp", "date", "adv"} for i in after[1:])
        person = self.doc.named.get(parts[k].head)
        named = QUOTED.match(quoted) or (person is not None and person.kind == "person")
        return bool(named) and others and not self._happens(s, more=False)

    def _impersonal(self, s: Statement) -> bool:
        """Whether a verb without a subject takes its complement first: "doszło do", "brakuje"."""
        readings = self.doc.words[s.parts[s.verb].first].readings
        return any(r.lemma in IMPERSONAL_VERBS for r in readings)

    def _happens(self, s: Statement, more: bool) -> bool:
        """Whether a verb tells that its subject came about or ended: it is asked for verb first.

        Who died or was born goes before the verb where `more` follows it.
        """
        name = self.doc.named.get(s.parts[s.subject or 0].head)
        if more and name is not None and name.kind == "person":
            return False
        readings = self.doc.words[s.parts[s.verb].first].readings
        after = s.parts[s.verb + 1 :]
        return any(r.lemma in HAPPENING for r in readings) and not any(
            p.kind in {"adj", "inf"} or (p.kind == "np" and "acc" in p.cases) for p in after
        )

    def predicate(self, s: Statement) -> str:
        """Return what a statement says of its subject, as it follows a conjunction."""
        if s.subject is None:
            return ""
        order, _ = self._order(s, s.subject)
        return _punctuated(" ".join(self.text(s.parts[i]) for i in order))

    def whole(self, s: Statement, k: int = -1, filling: str = "", *, timed: bool = True) -> str:
        """Return a statement as a sentence, its part k replaced by `filling`.

        `timed`: with the time that the article surely means, where the statement has none.
        """
        if k >= 0 or not timed:
            return self._whole(s, k, filling, timed=timed)
        kept = self._wholes.get(id(s))
        if kept is None:
            kept = self._wholes[id(s)] = s, self._whole(s, k, filling, timed=timed)
        return kept[1]

    def _whole(self, s: Statement, k: int, filling: str, *, timed: bool) -> str:
        planned = self._planned(s, "")
        texts = [
            filling if i == k else planned if planned and i == s.verb else self._told(p)
            for i, p in enumerate(s.parts)
            if i == k or not self.leans(p)
        ]
        text = _punctuated(" ".join(t for t in texts if t))
        time = self.years.of(s) if timed else ""
        if planned and not s.said and self.years.announced(s):
            text = f"{PLANNED.format(year=self.years.year)}, {text}"
        else:
            text = f"jak {time} {s.said}, {text}" if s.said else f"{time} {text}"
        text = independent(" ".join(text.split()))
        text = text[0].upper() + text[1:]
        return text if text.endswith(".") else f"{text}."

    def _told(self, p: Phrase) -> str:
        """Return a part as a whole sentence has it: a year has its noun, "w 2012 roku"."""
        text = self.text(p)
        bare = p.kind == "date" and _BARE_YEAR.search(text) and not _YEAR_NOUN.search(text)
        return f"{text} roku" if bare else text

    def masculine(self, verb: Word, gender: str = "m1") -> str:
        """Return the third person singular of a verb in a gender, as "kto" or "ile" wants it."""
        for r in verb.readings:
            if r.pos in {"fin", "bedzie"}:
                return verb.lower if "sg" in r.number else self._singular(r.lemma, r.pos)
            if r.pos in {"praet", "winien"}:
                if "sg" in r.number and gender in r.genders:
                    return verb.lower
                return self.doc.morphology.inflect(r.lemma, r.pos, "sg", gender=gender)
        return ""

    def _singular(self, lemma: str, pos: str) -> str:
        return self.doc.morphology.inflect(lemma, pos, "sg", need="ter")


def _punctuated(text: str) -> str:
    """Close the comma of a subordinate clause in mid-sentence, and tidy the blanks."""
    text = " ".join(text.split()).replace(" ,", ",").replace(" .", ".")
    return text.rstrip(" ,")


def independent(text: str) -> str:
    """Leave out "również", "także" and "też", which point to what was said before.

    So does "teraz" in what somebody said, for he said it then.
    """
    return NOW.sub(r"\1", ALSO.sub(" ", text)) if not QUOTED.search(text) else text


def closed(parts: Sequence[Phrase]) -> bool:
    """Whether every kept subordinate clause stands at the end, where it needs no closing comma."""
    tail = False
    for p in parts:
        below = p.kind in TAILS
        if tail and not below:
            return False
        tail = tail or below
    return True
