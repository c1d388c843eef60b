"""Who did, said or is the subject of something."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.polish.options import (
    person_rivals,
    pick,
    place_rivals,
)
from quiz.languages.polish.standing import standing
from quiz.languages.polish.tables import ANAPHORS, COUNTRY_NAMES, SAY
from quiz.languages.polish.wording import LONGEST, Wording, tidy
from quiz.languages.protocol import Draft, Sentence

if TYPE_CHECKING:
    from quiz.languages.polish.clauses import Clause

SPEECH = re.compile(r"[-–—\"„]\s*(?P<said>.+?)[\"”]?\s+[-–—]\s+(?P<verb>\w+)\s")

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


class People(Wording):
    """Questions for persons, and for countries that act."""

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
