"""What kind of thing a name names: by its words, and by what stands around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.languages.english.name_words import (
    AMBIGUOUS,
    CALLING,
    HEAD_WORDS,
    HEADS,
    HUMAN,
    KIN,
    LABELS,
    LEADING,
    MOTION,
    NOTHING,
    OBJECTS,
    PEOPLES,
    PERSONAL,
    QUALIFIERS,
    ROLES,
    SURNAMES,
    demonyms,
    given_names,
    known_kind,
)
from quiz.languages.english.options.places import countries
from quiz.languages.english.spans import Span
from quiz.languages.english.tables import SAY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.runs import Runs
    from quiz.languages.english.words import Word
    from quiz.languages.protocol import Sentence

_IN = frozenset({"in", "at", "near", "across", "outside", "throughout", "around", "into", "off"})
_TO = frozenset({"to", "from"})
_NUMERAL = re.compile(r"[IVXLC]+|\d+")
_LIFE = re.compile(
    r"\(\s*(?:born|b\.|c\.|\d{4}\s*[–-]|\d{1,2}\s+\w+\s+\d{4}\s*[–-]|\w+\s+\d+,\s+\d{4}\s*[–-])"
)
_MONEY = frozenset({"$", "£", "€", "¥"})
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,6}(?:-[A-Z\d]+)?")


class Kinds:
    """Tells what the names of a document are."""

    def __init__(self, words: Sequence[Word], runs: Runs, text: str) -> None:
        """Keep the words of a text."""
        self._words, self._runs, self._whole = words, runs, text

    @staticmethod
    def head(low: str) -> str:
        """Return the kind of name that a word ends, or nothing."""
        return next((kind for kind, heads in HEADS.items() if low in heads), "")

    def _text(self, span: Span) -> str:
        words = self._words[span.first : span.last]
        return " ".join(w.text for w in words).replace(" 's", "'s").replace(" ’s", "'s")

    def certain(self, span: Span) -> str:
        """Return the kind that a name's own words tell, or what introduces it; or nothing."""
        words, a, b = self._words, span.first, span.last
        text = self._text(span)
        low = text.lower()
        single = b - a == 1
        if span.titled:
            return "person"
        byname = b - a == 3 and words[a + 1].text == "the"
        kind = "person" if byname else known_kind(text)
        if single and text.isupper() and len(text) > 3 and known_kind(text.title()) == "place":
            return "place"
        if kind:
            return self._place_or_person(span) if kind == "place" else kind
        if single and (low in NOTHING or _NUMERAL.fullmatch(text)):
            return "none"
        if single and (low in ROLES or low in QUALIFIERS) and self._runs.common(words[a]):
            return "none"
        if b < span.sentence.last and words[b].text in _MONEY:
            return "none"
        people = words[b - 1].text in PEOPLES and words[a].text not in given_names()
        if countries().codes.get(re.sub(r"ers?$", "", text)) or people:
            return "none"  # but "Peter Norman" is somebody
        if words[a].text.lower() in LABELS and words[b - 1].text.isdigit():
            return "none"
        if low in demonyms() or low.rstrip("s") in demonyms():
            return "none"
        if words[b - 1].text.lower() in HEAD_WORDS or self._of(a, b):
            return self._headed(span)
        if not single and known_kind(words[a].text) in {"organisation", "thing"}:
            return "thing"
        if not single and known_kind(words[a].text) == "place" and words[b - 1].tag == "NN2":
            return "organisation"
        given = words[a].text in given_names()
        if given and words[a].text in AMBIGUOUS:
            given = not any(self._runs.common(w) for w in words[a + 1 : b])
        if given and not single and self._place_named(span.sentence, a + 1, b):
            given = False
        if not single and words[a].text.lower() in LEADING and not self._runs.common(words[b - 1]):
            return "place"
        if not single and any(w.text.lower() in {"von", "van", "bin", "ibn"} for w in words[a:b]):
            return "person"
        if not single and given and all(self._plain(w) for w in words[a:b]):
            return "person"
        if not single and (self._initials(a, b) or self._eastern(a, b)):
            return "person"
        if single and given and not self._runs.common(words[a]):
            before = words[a - 1].text.lower() if a > span.sentence.first else ""
            titled = self._titled(span)
            if not titled and before not in _IN | _TO | {"the", "a", "an", "of"}:
                return "person"
        return self._introduced(span)

    def _place_named(self, s: Sentence, a: int, b: int) -> bool:
        return known_kind(self._text(Span(s, a, b))) == "place"

    def _of(self, a: int, b: int) -> bool:
        """Whether a name is "University of Texas", with its head ahead."""
        lows = [w.text.lower() for w in self._words[a:b]]
        return any(
            x in {"of", "for"} and lows[k - 1] in HEAD_WORDS for k, x in enumerate(lows) if k
        )

    def _headed(self, span: Span) -> str:
        """Return the kind that a name's head tells: its last word, or the one before "of"."""
        words, a, b = self._words, span.first, span.last
        lows = [w.text.lower() for w in words[a:b]]
        at = next((k for k, x in enumerate(lows) if x in {"of", "for"} and k), len(lows))
        head = lows[at - 1] if lows[at - 1] in HEAD_WORDS else lows[-1]
        kind = self.head(head)
        if b - a == 1:
            return "none" if self._tagged_common(a) else kind
        if kind == "place" and head in {"house", "hall", "field", "street", "convention"}:
            return "place" if at == len(lows) else "organisation"
        plain = all(w.tag == "NP0" for w in words[a + 1 : b - 1])  # "Roman Catholic Church"
        if plain and words[a].text in given_names() and head in SURNAMES and at == len(lows):
            return "person"
        return kind

    def _tagged_common(self, i: int) -> bool:
        """Whether a single word is a common noun with a capital: "the University"."""
        return self._words[i].tag != "NP0" or self._runs.common(self._words[i])

    def _plain(self, word: Word) -> bool:
        return word.text.replace(".", "").replace("-", "").replace("'", "").isalpha()

    def _initials(self, a: int, b: int) -> bool:
        """Whether an initial stands in a name: "L. Ron Hubbard"."""
        words = self._words[a:b]
        return (
            any(re.fullmatch(r"[A-Z]\.", w.text) for w in words[:-1]) and words[-1].text.isalpha()
        )

    def _titled(self, span: Span) -> bool:
        """Whether a name goes on as that of a thing: "Lloyd's List"."""
        words, b = self._words, span.last
        owner = b + 1 < span.sentence.last and words[b].text in {"'s", "’s"}
        return owner and words[b + 1].text[0].isupper()

    def _eastern(self, a: int, b: int) -> bool:
        """Whether a name is like "Wong Kwok-kin" or "Moon Jae-in"."""
        return b - a == 2 and any(
            re.fullmatch(r"[A-Z][a-z]{1,6}-[a-z]{1,6}", w.text) for w in self._words[a:b]
        )

    def _place_or_person(self, span: Span) -> str:
        """Tell a place from somebody of its name: "Jordan said"."""
        words, a, b = self._words, span.first, span.last
        if (
            b - a == 1
            and words[a].text in given_names()
            and not countries().codes.get(words[a].text)
        ):
            before = words[a - 1].text.lower() if a > span.sentence.first else ""
            return "place" if before in _IN | _TO or self._comma_place(span) else ""
        return "place"

    def _comma_place(self, span: Span) -> bool:
        """Whether ", Country" follows."""
        words, b = self._words, span.last
        if b + 1 >= span.sentence.last or words[b].text != ",":
            return False
        for end in range(min(b + 4, span.sentence.last), b + 1, -1):
            text = " ".join(w.text for w in words[b + 1 : end])
            if known_kind(text) == "place":
                return True
        return False

    def _introduced(self, span: Span) -> str:
        """Return the kind that what stands around a name tells for certain."""
        words, a, b = self._words, span.first, span.last
        if self._comma_place(span) and not (a and words[a - 1].text == ","):
            return "place"
        text = self._text(span)
        called = self._called(span)
        if called:
            return called
        spelled = all(self._plain(w) or w.text.lower() in {"jr.", "sr."} for w in words[a:b])
        if not spelled or text.isupper():
            return ""
        person = self._led_in(span) or self._followed(span)
        return "person" if person else ""

    def _called(self, span: Span) -> str:
        """Return the kind that a common noun beside a name tells: "the town of Crna"."""
        words, s, a, b = self._words, span.sentence, span.first, span.last
        if a > s.first + 1 and words[a - 1].text == "of" and words[a - 2].text.islower():
            kind = CALLING.get(words[a - 2].lemma.lower(), "")
            return kind if kind == "place" else ""
        if a > s.first and words[a - 1].text.islower() and words[a - 1].tag == "NN1":
            return CALLING.get(words[a - 1].text, "")
        if b + 2 >= s.last or words[b].text != "," or words[b + 1].tag != "AT0":
            return ""
        k = b + 2
        while k < min(b + 7, s.last) and words[k].tag in {"AJ0", "NN1", "NP0", "POS", "ORD"}:
            k += 1
        return CALLING.get(words[k - 1].text, "") if words[k - 1].tag == "NN1" else ""

    def _led_in(self, span: Span) -> bool:
        """Whether what somebody is stands before a name: "the painter Rosa Winter"."""
        words, s, a = self._words, span.sentence, span.first
        if a == s.first:
            return False
        before = words[a - 1]
        comma = before.text == "," and a - 2 >= s.first and span.last - a > 1
        if comma:
            before = words[a - 2]
        nouns = {"NN1"} if comma else {"NN1", "NN2", "NP0"}
        noun = before.lemma.lower()
        return before.text.islower() and (noun in ROLES or noun in KIN) and before.tag in nouns

    def _followed(self, span: Span) -> bool:
        """Whether an age, "who", what somebody is, their years or their words follow a name."""
        words, s, a, b = self._words, span.sentence, span.first, span.last
        after = words[b] if b < s.last else None
        if after is None:
            return False
        proper = all(not self._runs.common(w) or w.text in given_names() for w in words[a:b])
        if after.text == "," and b + 1 < s.last:
            following = words[b + 1].text
            mark = words[b + 2].text if b + 2 < s.last else ""
            aged = following.isdigit() and int(following) < 120 and mark in {",", ".", "and", ")"}
            if a > s.first and words[a - 1].text.lower() in _IN:
                return False  # "In Ambleford, candidate …"
            if aged or following.lower() in {"who", "whose", "whom"}:
                return True
            return self._apposed_role(b + 1, s.last) and (proper or b - a > 1)
        if after.text == "(":
            end = words[min(b + 6, s.last) - 1].end
            return _LIFE.match(self._whole[after.start : end]) is not None
        article = a > s.first and words[a - 1].text.lower() in {"the", "a", "an"}
        said = after.lemma.lower() in SAY and after.tag.startswith("VV")
        return b - a > 1 and proper and not article and said

    def _apposed_role(self, i: int, last: int) -> bool:
        """Whether "the chairman of …" or "a lawyer" begins at i."""
        words = self._words
        k = i
        while k < min(i + 6, last):
            low = words[k].text.lower()
            if words[k].lemma.lower() in ROLES and words[k].tag == "NN1":
                return True
            if not (
                words[k].tag in {"AT0", "AJ0", "NN1", "NP0", "DPS", "ORD", "POS"} or low == "-"
            ):
                return False
            k += 1
        return False

    def near(self, span: Span) -> str:
        """Return the kind that what stands around a name makes likely."""
        words, s, a, b = self._words, span.sentence, span.first, span.last
        text = self._text(span)
        if text.lower() in NOTHING:
            return "none"
        if _ACRONYM.fullmatch(text):
            return "organisation"
        before = words[a - 1].text.lower() if a > s.first else ""
        if before == "," and a - 2 >= s.first and words[a - 2].text.lower() in _IN:
            before = words[a - 2].text.lower()  # "reserved to, and dealt with at, Oslo"
        article = before in {"the", "a", "an", "this", "that", "his", "her", "its", "their"}
        after = words[b] if b < s.last else None
        common = [self._runs.common(w) for w in words[a:b]]
        if before in _IN and not article and (after is None or after.text != ":"):
            if b - a == 1:
                return "" if common[0] else "place"
            return "thing" if all(common) else "place"
        verb = after is not None and (
            after.tag in {"VVD", "VVZ"} or (after.tag == "VVN" and after.text.endswith("ed"))
        )
        told = after.lemma.lower() if after is not None else ""
        if not article and not any(common) and b - a <= 3 and not text.isupper():
            if verb and told in (PERSONAL if b - a == 1 else SAY | HUMAN | PERSONAL):
                return "person"
            nation = words[a].text in countries().adjectives
            if b - a > 1 and not nation and all(self._plain(w) for w in words[a:b]):
                finite = verb or (after is not None and after.tag in {"VBD", "VBZ", "VHD", "VHZ"})
                led = {"by", "with", "against", "and", ",", "or"}
                if finite or before in led or self._object(span):
                    return "person"
        if before in _TO and not all(common) and self._travels(span, before):
            return "place"
        named = any(common) or before == "the"
        return "thing" if b - a >= 2 and named and words[b - 1].tag != "NN2" else ""

    def _object(self, span: Span) -> bool:
        """Whether a verb stands before a name that people are the object of."""
        before = self._words[span.first - 1] if span.first > span.sentence.first else None
        return before is not None and before.tag[:2] == "VV" and before.lemma.lower() in OBJECTS

    def _travels(self, span: Span, before: str) -> bool:
        """Whether "from X to Y" or a verb of motion makes a name that of a place."""
        words, s, a, b = self._words, span.sentence, span.first, span.last
        if before == "from" and b < s.last and words[b].text == "to":
            return True
        ahead = words[max(s.first, a - 5) : a - 1]
        return any(w.lemma.lower() in MOTION or w.text == "from" for w in ahead)

    def weak(self, span: Span) -> bool:
        """Whether a single name is somebody's, as far as its place in the sentence tells."""
        words, s, a, b = self._words, span.sentence, span.first, span.last
        word = words[a]
        if b - a > 1 or word.tag == "NN2" or word.text.isupper() or not word.text.isalpha():
            return False
        if not self._runs.inner(word) or self._runs.common(word):
            return False
        before = words[a - 1].text.lower() if a > s.first else ""
        after = words[b] if b < s.last else None
        acts = after is not None and (
            after.tag in {"VVD", "VBD", "VBZ", "VHD", "VHZ"} or after.text in {"'s", "’s"}
        )
        led = before in _IN | _TO | {"the", "a", "an", "of"}
        return not led and (acts or before == "by")
