"""Questions by surgery on a clause: the question word takes the fact's place and case."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from quiz.languages.polish.clauses import Clause, clauses
from quiz.languages.polish.gaps import Gap, gaps, standing
from quiz.languages.polish.inflection import inflect_place
from quiz.languages.polish.morph import FINITE
from quiz.languages.polish.options import (
    date_rivals,
    number_rivals,
    person_rivals,
    pick,
    place_rivals,
    write_date,
)  # fmt: skip
from quiz.languages.polish.tables import ANAPHORS, CITIES, COUNTRY_NAMES, EVENTS, ROLES, SAY
from quiz.languages.protocol import Draft, Fact

if TYPE_CHECKING:
    from quiz.languages.polish.dates import When
    from quiz.languages.polish.document import PolishDocument, Role
    from quiz.languages.polish.morph import Word
    from quiz.languages.polish.phrases import Phrase
    from quiz.languages.protocol import Sentence

LONGEST = 190
DANGLING = re.compile(
    r",? \bwe? (?:poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę)(?! \d)(?: wieczorem| rano)?\b"
    r"|,? \b(?:na początku|pod koniec|w połowie|w ciągu) tygodnia\b"
    r"|(?<= )(?<! a )(?:obecnie|dziś|dzisiaj|niedawno|ostatnio|już|teraz|również|także|też|jednak) "
)


SPEECH = re.compile(r"[-–—\"„]\s*(?P<said>.+?)[\"”]?\s+[-–—]\s+(?P<verb>\w+)\s")
SINGLE = frozenset({"prezydent", "premier", "kanclerz", "wiceprezydent", "wicepremier"})
OWN = frozenset(
    [
        "my",
        "nas",
        "nam",
        "nami",
        "mój",
        "moje",
        "nasz",
        "nasza",
        "nasze",
        "naszego",
        "naszych",
        "naszej",
        "mi",
        "mnie",
        "mną",
        "obecnie",
        "swój",
        "swoje",
        "swoją",
    ]
)


OPENINGS = (
    ("dates", r"W _____(?: roku| r\.) (.*)", "W którym roku", ""),
    ("dates", r"W _____ (.*)", "Kiedy", "w "),
    ("dates", r"_____,? (.*)", "Kiedy", ""),
    ("places", r"(W|Na) _____ (.*)", "W którym kraju", "w "),
    ("places", r"Z _____ (.*)", "Z którego kraju", "z "),
)


def opening(gap: Gap, place: str) -> tuple[str, str] | None:
    """Turn a gap that opens its sentence into a question; what to put before every option."""
    for category, pattern, front, before in OPENINGS:
        m = re.fullmatch(pattern, gap.body)
        if m is None or category != gap.category:
            continue
        if category == "places" and not place:
            return None
        if category == "places" and place == "city":
            front = front.replace("kraju", "mieście").replace("którego mieście", "którego miasta")  # noqa: PLW2901
        if category == "dates" and gap.answer.isdigit():
            front = "W którym roku"  # noqa: PLW2901
        if m[1] == "Na":
            before = "na "  # noqa: PLW2901
        return f"{front} {m[m.lastindex or 1]}?", before if not (
            category == "dates" and gap.answer.isdigit()
        ) else ""
    return None


def tidy(text: str) -> str:
    """Leave out weekdays and adverbs that only the day of the article gives a meaning."""
    return re.sub(r"\s+", " ", DANGLING.sub("", text))


class Asker:
    """Asks everything of one document; what is doubtful is not asked."""

    def __init__(self, doc: PolishDocument) -> None:
        """Take the document; facts are looked up by their first word."""
        self.doc = doc
        self.out: list[Draft] = []
        self._facts: dict[tuple[str, int], Fact] = {(f.kind, f.words[0]): f for f in doc.facts}
        self._limit = max(
            (d.found.when.last for d in doc.dates if d.found.when.last), default=date.max
        )

    def ask(self) -> list[Draft]:
        """Return every draft, in the order of the article."""
        for sentence in self.doc.sentences:
            for clause in clauses(self.doc, sentence):
                self._when(clause)
                self._how_many(clause)
                self._who(clause)
                self._where(clause)
            self._gaps(sentence)
            self._speech(sentence)
        for role in self.doc.roles:
            self._role(role)
        return self.out

    # Rendering -----------------------------------------------------------------------------

    def _text(self, phrase: Phrase, *, initial: bool = False) -> str:
        text = re.sub(r"\s+", " ", self.doc.span(phrase.first, phrase.last))
        first = self.doc.words[phrase.first]
        named = phrase.first in self.doc.named or (first.text.isupper() and len(first.text) > 1)
        common = any(r.lemma[:1].islower() for r in first.readings)
        following = self.doc.words[min(phrase.first + 1, phrase.last - 1)]
        named = named or (following.capital and following.has("adj") and not following.has("subst"))
        if initial and common and not named:
            text = text[0].lower() + text[1:]
        return re.sub(r"\br\.$", "roku", text)

    def _rest(self, clause: Clause, skip: int, front: str) -> str:
        """Return the clause without one phrase, a question word before it."""
        start = clause.sentence.first
        items = [p for i, p in enumerate(clause.phrases) if i != skip]
        at = clause.phrases[clause.verb]
        texts = [self._text(p, initial=p.first == start) for p in items]
        k = items.index(at)
        tail = items[k + 1 :]
        subject = clause.phrases[clause.subject] if clause.subject is not None else None
        if (
            subject
            and subject in items
            and items.index(subject) < k
            and (
                not [p for p in tail if p.kind not in {"se", "adv"}]
                or not any(p.kind in {"np", "quantity"} for p in tail)
            )
            and not any(p.kind in {"inf", "adj"} for p in tail)
            and self.doc.words[at.first].lemma("praet", "fin") != "zostać"
        ):
            j = items.index(subject)
            moved = texts.pop(j)
            place = k if not (k < len(items) - 1 and items[k + 1].kind == "se") else k + 1
            texts.insert(place, moved)
        said = f", jak {clause.said}," if clause.said else ""
        return f"{front}{said} {' '.join(t for t in texts if t)}?".replace(" ,", ",").replace(
            " .", "."
        )

    def _statement(self, clause: Clause) -> str:
        text = " ".join(self._text(p) for p in clause.phrases)
        if clause.complement:
            text += ", " + self.doc.span(*clause.complement)
        text = text[0].upper() + text[1:]
        if clause.said:
            text = f"Jak {clause.said}, {text[0].lower() if text.split()[0].islower() else text[0]}{text[1:]}"
        return re.sub(r"\s+", " ", text).rstrip(".") + "."

    def _stands(self, text: str) -> bool:
        """Whether a stem needs nothing outside itself."""
        words = re.findall(r"[^\W_]+", text)
        if not (len(words) >= 4 and len(text) <= LONGEST):
            return False
        if any(w.lower() in ANAPHORS for w in words):
            return False
        if text.count('"') % 2 or text.count("„") != text.count("”"):
            return False
        return any(w[0].isupper() for w in words[1:])

    def _add(
        self,
        clause: Clause,
        prompt: str,
        answer: str,
        rivals: list[str],
        category: str,
        fact: Fact,
        certainty: float,
        note: str,
        *,
        ordered: bool = False,
        gap: bool = False,
    ) -> None:
        prompt = tidy(prompt)
        body = prompt.split("„", 1)[1] if gap else prompt
        if clause.complement:
            body = body.rstrip("?") + "?"
        names = {answer.lower()}
        rivals = [r for r in dict.fromkeys(rivals) if r.lower() not in names and r not in prompt]
        if (
            not self._stands(body)
            or len(rivals) < 3
            or re.search(rf"(?<!\w){re.escape(answer)}(?!\w)", body)
        ):
            return
        quote = self.doc.text[clause.sentence.start : clause.sentence.end]
        self.out.append(
            Draft(
                prompt,
                answer,
                pick(self.doc, answer, rivals),
                category,
                self._statement(clause),
                quote,
                clause.sentence.number,
                fact,
                certainty,
                note,
                ordered,
                gap,
            )
        )

    # Families ------------------------------------------------------------------------------

    def _date_items(self, clause: Clause) -> list[int]:
        return [i for i, p in enumerate(clause.phrases) if p.kind == "date"]

    def _when(self, clause: Clause) -> None:
        items = self._date_items(clause)
        if len(items) != 1 or clause.complement:
            return None
        i = items[0]
        phrase = clause.phrases[i]
        dated = self.doc.dated[phrase.head]
        when = dated.found.when
        fact = self._facts.get(("date", dated.first))
        word = self.doc.words[phrase.first]
        prefix = word.lower if phrase.first < dated.first else ""
        if (
            fact is None
            or when.first is None
            or when.grain in {"open", "range", "decade", "century"}
        ):
            return None
        if when.grain == "part":
            prefix = re.sub(r"\s+\S+$", "", re.split(r"\s+\d{4}", fact.text.lower())[0])
        allowed = {
            "day": {"", "od", "do"},
            "year": {"w", "od", "do"},
            "month": {"w", "we", "od", "do"},
        }
        if prefix not in allowed.get(when.grain, {prefix}):
            return None
        if not self._adverbial(clause, i):
            return None
        prefix = "w" if prefix == "we" else prefix
        value = when.first or date(2000, when.month, when.day or 1)
        shown = write_date(when, value, "" if when.grain == "year" and prefix == "w" else prefix)
        front = {"od": "Od kiedy", "do": "Do kiedy"}.get(prefix, "Kiedy")
        if when.grain == "year" and prefix == "w":
            front, prefix = "W którym roku", ""
        phrases = clause.phrases
        weekday = (
            i
            and phrases[i - 1].kind == "pp"
            and re.match(
                r"we?\s+(poniedz|wtor|śro|czwar|pią|sobo|niedz)|w dniu$",
                self._text(phrases[i - 1]).lower(),
            )
        )
        if weekday:
            return self._weekday(clause, i, front, shown, when, value, prefix, fact)
        rivals = date_rivals(self.doc, when, value, prefix, self._limit)
        note = (
            "Sprawdź, czy data odnosi się do czasownika pytania."
            if when.first
            else "Data bez roku."
        )
        self._add(
            clause,
            self._rest(clause, i, front),
            shown,
            rivals,
            "dates",
            fact,
            0.9 if when.first else 0.5,
            note,
            ordered=True,
        )
        return None

    def _weekday(
        self,
        clause: Clause,
        i: int,
        front: str,
        shown: str,
        when: When,
        value: date,
        prefix: str,
        fact: Fact,
    ) -> None:
        phrases = clause.phrases[: i - 1] + clause.phrases[i:]
        shorter = replace(
            clause,
            phrases=phrases,
            verb=clause.verb - (clause.verb >= i),
            subject=None if clause.subject is None else clause.subject - (clause.subject >= i),
        )
        rivals = date_rivals(self.doc, when, value, prefix, self._limit)
        self._add(
            shorter,
            self._rest(shorter, i - 1, front),
            shown,
            rivals,
            "dates",
            fact,
            0.8,
            "Sprawdź rok daty.",
            ordered=True,
        )

    def _adverbial(self, clause: Clause, i: int) -> bool:
        """Whether a phrase belongs to the verb: at the start, beside it, or after no noun of action."""
        events = any(
            r.lemma in EVENTS
            for p in clause.phrases[clause.verb + 1 : i]
            for k in range(p.first, p.last)
            for r in self.doc.words[k].readings[:2]
        )
        if events and i > clause.verb:
            return False
        if i == 0 or abs(i - clause.verb) == 1:
            return True
        between = clause.phrases[clause.verb + 1 : i] if i > clause.verb else ()
        if not between:
            return i < clause.verb and i - 1 == clause.subject
        for p in between:
            if p.kind in {"inf", "pp", "adj", "quantity", "other", "prep"} and i == len(
                clause.phrases
            ):
                return False
            for k in range(p.first, p.last):
                w = self.doc.words[k]
                if w.has("ger", "ppas", "pact") or w.lower.endswith(
                    ("nie", "nia", "niu", "cję", "cji", "cie", "cia")
                ):
                    return (
                        p.kind == "adj" and w.has("ppas") and k == clause.phrases[clause.verb].last
                    )
        return True

    def _how_many(self, clause: Clause) -> None:
        doc = self.doc
        for i, phrase in enumerate(clause.phrases):
            if phrase.kind != "quantity":
                continue
            quantity = doc.counted.get(phrase.first) or doc.counted.get(phrase.first + 1)
            fact = self._facts.get(("number", quantity.whole)) if quantity else None
            if (
                quantity is None
                or fact is None
                or (quantity.value > 1900 and quantity.value < 2100)
            ):
                continue
            preposition = doc.words[phrase.first].lower if phrase.first < quantity.whole else ""
            if preposition not in {"", "w", "z", "dla", "do", "u"} or clause.complement:
                continue
            noun = self._noun(quantity.last, phrase.last)
            if quantity.unit == "procent" and not preposition:
                counted = "procent " + self._after(quantity.last, phrase.last)
            elif noun is None:
                continue
            elif preposition:
                counted = self._after(quantity.last, phrase.last)
            else:
                plural = doc.morphology.inflect(noun.lemma("subst"), "subst", "pl", "gen")
                if noun.text.lower() != plural and phrase.last - quantity.last > 1:
                    continue
                counted = (
                    " ".join([plural, self._after(quantity.last + 1, phrase.last)])
                    if plural
                    else ""
                )
            spoken = doc.words[clause.phrases[clause.verb].last : phrase.first]
            if not counted.strip() or any(w.has("pcon", "pant") for w in spoken):
                continue
            person = noun is not None and any(
                "m1" in r.genders and r.pos == "subst" for r in noun.readings
            )
            word = "ilu" if person or preposition else "ile"
            front = f"{preposition} {word} {counted}".strip()
            front = front[0].upper() + front[1:]
            before = clause.phrases[i - 1] if i else None
            if before is not None and before.kind == "np" and i - 1 != clause.subject:
                numeral = doc.words[quantity.first]
                if numeral.digit or not numeral.has("num") or preposition:
                    continue
                front = f"{self._text(before, initial=True)} ilu {counted}"
                shorter = replace(
                    clause,
                    phrases=clause.phrases[: i - 1] + clause.phrases[i:],
                    verb=clause.verb - (clause.verb >= i),
                    subject=clause.subject
                    if (clause.subject is None or clause.subject < i)
                    else clause.subject - 1,
                )
                self._add(
                    clause,
                    self._rest(shorter, i - 1, front[0].upper() + front[1:]),
                    quantity.shown,
                    number_rivals(doc, quantity),
                    "numbers",
                    fact,
                    0.8,
                    "Sprawdź, co policzono.",
                    ordered=True,
                )
                continue
            changed = self._neuter(clause, i)
            if changed is None:
                continue
            about = doc.span(quantity.whole, quantity.first).lower()
            if about in {"co", "mniej więcej"}:
                continue
            if about:
                front = (
                    front.replace("Ile ", f"{about.capitalize()} ile ", 1).replace(
                        "Ilu ", f"{about.capitalize()} ilu ", 1
                    )
                    if about in {"około", "ok."}
                    else front
                )
            front = front.replace("Ok. ", "Około ")
            shown = quantity.shown
            lead = about if about not in {"około", "ok.", "ok"} else ""
            rivals = number_rivals(doc, quantity)
            if lead and not preposition:
                shown, rivals = f"{lead} {shown}", [f"{lead} {r}" for r in rivals]
            prompt = self._rest(changed, i, front)
            self._add(
                clause,
                prompt,
                shown,
                rivals,
                "numbers",
                fact,
                0.85,
                "Sprawdź, co dokładnie policzono.",
                ordered=True,
            )

    def _noun(self, first: int, last: int) -> Word | None:
        for k in range(first, last):
            w = self.doc.words[k]
            if w.has("subst") and not w.capital:
                return w if k == first else None
        return None

    def _after(self, first: int, last: int) -> str:
        return self.doc.span(first, last) if last > first else ""

    def _neuter(self, clause: Clause, i: int) -> Clause | None:
        """Let only clauses through whose verb already agrees with ile/ilu."""
        if clause.subject == i:
            verb = self.doc.words[clause.phrases[clause.verb].first]
            good = any(
                r.pos in FINITE and "sg" in r.number and (not r.genders or "n" in r.genders)
                for r in verb.readings
            )
            return clause if good else None
        return clause

    def _who(self, clause: Clause) -> None:
        if clause.subject is None or clause.said:
            return
        phrase = clause.phrases[clause.subject]
        if phrase.kind != "np":
            return
        name = next(
            (
                self.doc.named[k]
                for k in range(phrase.first, phrase.last)
                if k in self.doc.named and self.doc.named[k].kind == "person"
            ),
            None,
        )
        if (
            name is None
            or name.last != phrase.last
            or (name.first != phrase.first and not any(r.holder == name for r in self.doc.roles))
        ):
            return
        fact = self._facts.get(("person", name.first))
        verb = clause.phrases[clause.verb]
        masculine = self._masculine(self.doc.words[verb.first])
        adjectives = [p for p in clause.phrases if p.kind == "adj" and "nom" in p.cases]
        if " " not in name.base and len({n.base for n in self.doc.names if n.kind == "person"}) < 3:
            return
        if self.doc.span(name.first, name.last) not in name.base:
            return
        if fact is None or not masculine or (name.gender == "f" and adjectives):
            return
        text = self._rest(clause, clause.subject, "Kto")
        text = text.replace(f" {self._text(verb)}", f" {masculine}", 1)
        if clause.complement:
            text = text.rstrip("?") + ", " + self.doc.span(*clause.complement) + "?"
        rank = self.doc.rank(name.base)
        sentence = clause.sentence
        avoid = {
            n.base for n in self.doc.names if n.sentence == sentence.number and n.kind == "person"
        }
        rivals = person_rivals(self.doc, name, rank, avoid)
        self._add(
            clause,
            text,
            name.base,
            rivals,
            "people",
            fact,
            0.8,
            "Sprawdź, czy nikt inny nie pasuje do pytania.",
        )

    def _speech(self, sentence: Sentence) -> None:
        """Ask who said what is quoted to the letter, when it names what it speaks of."""
        doc = self.doc
        text = doc.text[sentence.start : sentence.end]
        m = SPEECH.match(text)
        if not m or not re.search(r" [A-ZŁŚŻŹĆ]", m["said"]) or not 40 <= len(m["said"]) <= 180:
            return
        if re.search(r"[\"„”«»()\[\]:]|_|\s[-–—]\s", m["said"]) or any(
            w.lower() in ANAPHORS and w.lower() not in OWN
            for w in re.findall(r"[^\W_]+", m["said"])
        ):
            return
        start = sentence.start + m.start("verb")
        verb = next(
            (i for i in range(sentence.first, sentence.last) if doc.words[i].start == start), None
        )
        if verb is None or not any(r.lemma in SAY for r in doc.words[verb].readings):
            return
        masculine = self._masculine(doc.words[verb])
        name = None
        for i in range(verb + 1, sentence.last):
            if doc.words[i].text in ",.":
                break
            found = doc.named.get(i)
            if found is not None and found.kind == "person":
                name = found
                break
        if name is None or not masculine or " " not in name.base:
            return
        fact = self._facts.get(("person", name.first))
        avoid = {n.base for n in doc.names if n.sentence == sentence.number and n.kind == "person"}
        rivals = [
            r
            for r in person_rivals(doc, name, doc.rank(name.base), avoid)
            if r.split()[-1] not in m["said"]
        ]
        if fact is None or len(rivals) < 3:
            return
        said = m["said"].rstrip(",.")
        self.out.append(
            Draft(
                f"Kto {masculine}: „{said}”?",
                name.base,
                pick(self.doc, name.base, rivals),
                "people",
                f"To słowa, które wypowiedział(a) {name.base}.".replace(
                    "wypowiedział(a)", "wypowiedziała" if name.gender == "f" else "wypowiedział"
                ),
                text,
                sentence.number,
                fact,
                0.7,
                "Sprawdź, czy cytat jest zrozumiały bez artykułu.",
            )
        )

    def _masculine(self, verb: Word) -> str:
        for r in verb.readings:
            if r.pos == "fin":
                return verb.lower if "sg" in r.number else ""
            if r.pos == "praet" and "sg" in r.number:
                if "m1" in r.genders:
                    return verb.lower
                return self.doc.morphology.inflect(r.lemma, "praet", "sg", gender="m1")
        return ""

    def _where(self, clause: Clause) -> None:
        if clause.complement:
            return
        for i, phrase in enumerate(clause.phrases):
            if phrase.kind != "pp" or "loc" not in phrase.cases or not self._adverbial(clause, i):
                continue
            prep = self.doc.words[phrase.first].lower
            name = self.doc.named.get(phrase.first + 1)
            if (
                prep not in {"w", "we", "na"}
                or name is None
                or name.kind != "place"
                or name.last != phrase.last
            ):
                continue
            kind = self._place_kind(name.base)
            if not kind or (i == len(clause.phrases) - 1 and i > clause.verb + 2):
                continue
            fact = self._facts.get(("place", name.first))
            mentioned = {n.base for n in self.doc.names if n.sentence == clause.sentence.number}
            answer = f"{prep} {self.doc.span(name.first, name.last)}"
            rivals = [
                r for p in place_rivals(self.doc, name.base, mentioned) if (r := self._locative(p))
            ]
            front = "W którym kraju" if kind == "country" else "W którym mieście"
            if fact:
                self._add(
                    clause,
                    self._rest(clause, i, front),
                    answer,
                    rivals,
                    "places",
                    fact,
                    0.75,
                    "Sprawdź, czy miejsce odnosi się do czasownika.",
                )

    def _place_kind(self, base: str) -> str:
        if base in COUNTRY_NAMES:
            return "country"
        return "city" if any(base in group for group in CITIES.values()) else ""

    def _locative(self, base: str) -> str:
        form = inflect_place(self.doc.morphology, base, "loc")
        if not form:
            return ""
        prep = (
            "na"
            if base
            in {
                "Węgry",
                "Ukraina",
                "Białoruś",
                "Słowacja",
                "Litwa",
                "Łotwa",
                "Cypr",
                "Malta",
                "Filipiny",
            }
            else "w"
        )
        if prep == "w" and form[0] == "W" and form[1] not in "aeiouyąęó":
            prep = "we"
        return f"{prep} {form}"

    def _role(self, role: Role) -> None:
        doc = self.doc
        name = role.holder
        if (
            " " not in name.base
            or (" " not in role.base and role.noun not in SINGLE)
            or role.base.startswith("był")
            or (name.gender == "f" or not doc.certain(name.base))
        ):
            return
        sentence = next(s for s in doc.sentences if s.number == name.sentence)
        fact = self._facts.get(("role", role.first))
        if fact is None or any(d.tags == (name.base,) for d in self.out):
            return
        others = [
            r.base
            for r in doc.roles
            if r.holder.base != name.base and " " in r.base and r.noun != role.noun
        ]
        mine = {r.base for r in doc.roles if r.holder.base == name.base}
        rank = ROLES[role.noun]
        tail = role.base.partition(" ")[2]
        swap = {
            "state": [
                "minister spraw zagranicznych",
                "przewodniczący parlamentu",
                "wicepremier",
                "minister obrony",
            ],
            "government": [
                "premier",
                "rzecznik rządu",
                "ambasador przy ONZ",
                "minister finansów",
                "doradca prezydenta",
            ],
            "army": ["minister obrony", "rzecznik ministerstwa obrony", "ambasador"],
            "church": [],
            "head": self._heads(role.noun, tail),
        }[rank]
        if rank in {"state", "government"} and tail and self._country_tail(tail):
            swap = [
                f"{n} {tail}"
                for n in (
                    "minister spraw zagranicznych",
                    "minister obrony",
                    "ambasador",
                    "premier",
                    "prezydent",
                )
                if not role.base.startswith(n)
            ]
        rivals = [x for x in dict.fromkeys(others[:2] + swap) if x not in mine]
        if not tail:
            rivals = [
                x
                for x in ("premier", "minister obrony", "minister spraw zagranicznych", "prezydent")
                if x != role.base
            ]
        prompt = f"Jaką funkcję pełni {name.base}?"
        if len(rivals) < 3 or re.search(r"[,()]", role.base):
            return
        quote = doc.text[sentence.start : sentence.end]
        explanation = f"{name.base} to {role.base}."
        self.out.append(
            Draft(
                prompt,
                role.base,
                pick(self.doc, role.base, rivals),
                "roles",
                explanation,
                quote,
                sentence.number,
                fact,
                0.7 if tail else 0.5,
                "Sprawdź, czy funkcja jest aktualna i podana w całości.",
                tags=(name.base,),
            )
        )

    def _heads(self, noun: str, tail: str) -> list[str]:
        """Return other posts under the same roof."""
        if noun in {"rzecznik", "rzeczniczka"}:
            return [f"{n} {tail}" for n in ("dyrektor", "zastępca dyrektora", "doradca dyrektora")]
        above = self.doc.morphology.inflect(noun, "subst", "sg", "gen")
        return (
            [f"{n} {tail}" for n in (f"zastępca {above}", f"doradca {above}", "rzecznik")]
            if above
            else []
        )

    def _country_tail(self, tail: str) -> bool:
        return any(
            n.kind == "place" and self.doc.span(n.first, n.last) == tail for n in self.doc.names
        )

    def _gaps(self, sentence: Sentence) -> None:
        """Ask by a gap what no question word fits."""
        facts = [f for f in self.doc.facts_of(sentence) if not any(d.fact == f for d in self.out)]
        quote = self.doc.text[sentence.start : sentence.end]
        for gap in gaps(self.doc, sentence, facts, self._limit):
            rivals = [
                r
                for r in dict.fromkeys(gap.rivals)
                if r.lower() != gap.answer.lower()
                and not re.search(rf"(?<!\w){re.escape(r)}(?!\w)", gap.body)
            ]
            again = re.search(rf"(?<!\w){re.escape(gap.answer)}(?!\w)", gap.body)
            if (
                len(rivals) < 3
                or again
                or not re.search(r" [A-ZŁŚŻŹĆ]", gap.body)
                or (
                    re.search(
                        r"(?:także|również|też) _____|(?:poniedziałek|wtorek|środę|czwartek|piątek) _____ ",
                        gap.body,
                    )
                    and gap.category != "dates"
                )
            ):
                continue
            kinds = {f.kind for f in facts if f != gap.fact}
            if len(gap.body.split()) < 9 and not kinds & {
                "person",
                "organisation",
                "thing",
                "number",
            }:
                continue
            note = "Luka w zdaniu: sprawdź, czy jest zrozumiałe bez artykułu."
            asked = opening(gap, self._place_kind(gap.fact.base))
            if asked:
                note = "Sprawdź, czy pytanie jest zrozumiałe bez artykułu."
            prompt, before = asked or (f"Uzupełnij zdanie: „{tidy(gap.body)}.”", "")
            self.out.append(
                Draft(
                    tidy(prompt),
                    before + gap.answer,
                    tuple(before + r for r in pick(self.doc, gap.answer, rivals)),
                    gap.category,
                    gap.body.replace("_____", gap.answer) + ".",
                    quote,
                    sentence.number,
                    gap.fact,
                    gap.certainty + (0.15 if asked else 0),
                    note,
                    gap.category in {"numbers", "dates"},
                    gap=not asked,
                )
            )
        self._subject(sentence)

    def _subject(self, sentence: Sentence) -> None:
        """Ask for the person or country that opens a sentence as its subject."""
        doc = self.doc
        ranges, said = standing(doc, sentence)
        if not ranges or said:
            return
        first, last = ranges[0]
        name = doc.named.get(first)
        role = next((r for r in doc.roles if r.first == first and r.holder.first == r.last), None)
        if role:
            name = role.holder
        if name is not None and doc.span(name.first, name.last) not in name.base:
            return
        if name is not None and name.kind == "person" and not doc.certain(name.base):
            return
        if name is None or name.kind not in {"person", "place"} or name.last + 2 > last:
            return
        k = name.last
        while k < last and doc.words[k].lower in {"nie", "się", "publicznie", "jednoznacznie"}:
            k += 1
        verb = doc.words[k]
        masculine = (
            self._masculine(verb) if verb.has("fin", "praet") and not verb.has("subst") else ""
        )
        changed = masculine != verb.text
        if not masculine or (name.kind == "place" and name.base not in COUNTRY_NAMES):
            return
        if changed and any(
            w.has("ppas", "adj", "pact") and any("nom" in r.cases for r in w.readings)
            for w in doc.words[k + 1 : k + 4]
        ):
            return
        if changed and any(
            r.pos in {"praet", "winien"}
            and "m1" not in r.genders
            and "sg" in r.number
            and not w.has("subst")
            for w in doc.words[k + 1 : last]
            for r in w.readings
        ):
            return
        body = " ".join(
            [doc.span(name.last, k), masculine, doc.span(k + 1, last)]
            + [doc.span(a, b) for a, b in ranges[1:]]
        ).strip()
        body = re.sub(r"\s+([,.])", r"\1", body)
        fact = self._facts.get((name.kind, name.first))
        if fact is None or any(d.fact == fact and not d.gap for d in self.out):
            return
        mentioned = {n.base for n in doc.names if n.sentence == sentence.number}
        if name.kind == "person":
            front, key = "Kto", name.base
            rivals = person_rivals(doc, name, doc.rank(name.base), mentioned)
            if " " not in key and not all(r.split()[-1][:5] in doc.text for r in rivals[:2]):
                return
        else:
            front, key = "Który kraj", name.base
            rivals = [
                r for r in place_rivals(doc, name.base, mentioned) if r != "Stany Zjednoczone"
            ]
        prompt = tidy(f"{front} {body}?")
        if (
            len(rivals) < 3
            or len(prompt) > LONGEST
            or not re.search(r" [A-ZŁŚŻŹĆ]", prompt[10:])
            or key in prompt
        ):
            return
        self.out.append(
            Draft(
                prompt,
                key,
                pick(self.doc, key, rivals),
                "people" if front == "Kto" else "places",
                tidy(" ".join(doc.span(a, b) for a, b in ranges)) + ".",
                doc.text[sentence.start : sentence.end],
                sentence.number,
                fact,
                0.75,
                "Sprawdź, czy nikt inny nie pasuje do pytania.",
            )
        )


def drafts(doc: PolishDocument) -> list[Draft]:
    """Return every question worth asking of a document, unranked."""
    return Asker(doc).ask()
