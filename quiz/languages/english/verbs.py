"""Verb groups turned into questions: inversion, do-support and agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.chunks import Phrase
from quiz.languages.english.nouns import FINITE
from quiz.languages.english.tables import DOUBLING, DROPPABLE, IRREGULAR, PASTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.languages.english.words import Word

HELPED = {"VM": {"VVB", "VVI"}, "VD": {"VVB", "VVI"}, "VB": {"VVN"}, "VH": {"VVN"}}
"""What form of a verb an auxiliary before "and" helps as well."""
VOWELS = "aeiou"
SINGULAR = {"were": "was", "are": "is", "have": "has", "do": "does"}
CONTRACTED = {"'ve": "have", "'re": "are", "'ll": "will", "'m": "am", "ca": "can", "wo": "will",
              "n't": "not", "'d": "had"}  # fmt: skip


def written(word: Word) -> str:
    """Return a word of a verb group in full: "not" for "n't"."""
    low = word.text.lower().replace("’", "'")
    if low == "'s":
        return "has" if word.tag.startswith("VH") else "is"
    return CONTRACTED.get(low, word.text if word.tag == "NP0" else low)


def group(words: Sequence[Word], verb: Phrase) -> list[Word]:
    """Return the words of a verb group without adverbs that only join it to what came before."""
    kept = [words[i] for i in verb.indices()]
    return [w for w in kept if w.tag != "AV0" or w.text.lower() not in DROPPABLE]


def inverted(words: Sequence[Word], verb: Phrase) -> tuple[str, str] | None:
    """Return what goes before the subject of a question and what goes behind it.

    The first auxiliary is fronted; a verb without one takes a form of "do". None where the form
    of the verb is not certain.
    """
    parts = group(words, verb)
    if words[verb.head].tag == "VVG" and len(parts) == 1:
        return "did", words[verb.head].lemma.lower()  # what an event of the past brought about
    at = next((k for k, w in enumerate(parts) if w.tag in FINITE or w.tag == "VVN"), None)
    if at is None:
        return None
    first, main = parts[at], words[verb.head]
    others = [written(w) for w in (*parts[:at], *parts[at + 1 :])]
    auxiliary = first.tag.startswith(("VM", "VB")) or (first is not main)
    if auxiliary:
        return written(first), " ".join(others)
    support = {"D": "did", "N": "did", "Z": "does", "B": "do"}.get(first.tag[2:3], "")
    if not support or not first.lemma.isalpha():
        return None
    before = [written(w) for w in parts[:at]]
    after = [written(w) for w in parts[at + 1 :]]
    return support, " ".join([*before, first.lemma.lower(), *after])


def agreeing(words: Sequence[Word], verb: Phrase) -> str:
    """Return a verb group as "who" and "which" want it: in the singular."""
    out: list[str] = []
    done = False
    for word in group(words, verb):
        text = written(word)
        if not done and word.tag in FINITE:
            done = True
            text = SINGULAR.get(text, text)
            if word.tag == "VVB":
                text = third(word.lemma.lower())
        out.append(text)
    return " ".join(out)


def active(words: Sequence[Word], verb: Phrase) -> str | None:
    """Return a passive of the past in the active voice, as "who" wants it; None for any other.

    "was founded" is "founded", "has been criticised" is "has criticised".
    """
    parts = group(words, verb)
    helpers = [w for w in parts[:-1] if w.tag[:2] in {"VB", "VH", "VM", "VD"}]
    main = parts[-1]
    said = [written(w) for w in helpers]
    if main is not words[verb.head] or any(w.tag == "XX0" for w in parts):
        return None
    adverbs = [written(w) for w in parts[:-1] if w not in helpers]
    done = main.text.lower()
    if said in (["was"], ["were"]):
        past = _past(main)
        return " ".join([*adverbs, past]) if past else None
    if len(said) == 2 and said[0] in {"has", "have", "had"} and said[1] == "been":
        return " ".join([SINGULAR.get(said[0], said[0]), *adverbs, done])
    return None


def placed(words: Sequence[Word], verb: Phrase) -> tuple[str, str] | None:
    """Return the simple past and the base form of a past perfect: "opened", "open".

    The past is empty where it is not known; None for any other form of a verb.
    """
    parts = group(words, verb)
    main = words[verb.head]
    if len(parts) < 2 or parts[0].tag != "VHD" or parts[-1] is not main or main.tag[:2] != "VV":
        return None
    if any(w.tag != "AV0" for w in parts[1:-1]):
        return None
    past = _past(main)
    before = [written(w) for w in parts[1:-1]]
    return " ".join([*before, past]) if past else "", " ".join([*before, main.lemma.lower()])


def _past(participle: Word) -> str:
    """Return the past tense of a participle, nothing where that is another word not known."""
    done = participle.text.lower()
    return PASTS.get(done) or ("" if done.endswith(("en", "wn", "rn")) else done)


def plain(words: Sequence[Word], verb: Phrase) -> str:
    """Return a verb group as it stands, without what it leans on."""
    return " ".join(written(w) for w in group(words, verb))


def third(lemma: str) -> str:
    """Return the third person singular of a verb in the present."""
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def past(lemma: str) -> str:
    """Return the past tense of a verb, by its dictionary form."""
    told = IRREGULAR.get(lemma)
    if told:
        return told
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ied"
    closed = lemma[-1] not in f"{VOWELS}wxy" and lemma[-2:-1] in VOWELS
    short = sum(a in VOWELS for a in lemma) == 1
    return lemma + (lemma[-1] if lemma in DOUBLING or (closed and short) else "") + "ed"


def shared(words: Sequence[Word], before: Phrase, verb: Phrase, *, by: bool) -> Phrase:
    """Give a verb behind "and" the auxiliaries of the verb before: "was arrested and fined".

    `by`: "by" follows, so that the verb is in the passive as well.
    """
    main = words[verb.head]
    helpers = [i for i in before.indices() if i != before.head and words[i].tag != "AV0"]
    if words[before.head].text.lower() == "born":
        return verb  # "was born in Whitby and studied in Paris"
    if not helpers or words[verb.first].tag.startswith(("VM", "VB", "VH", "VD")):
        return verb
    first = words[helpers[0]].tag[:2]
    base = first in {"VM", "VD"} and main.text.lower() == main.lemma.lower()
    passive = by and first == "VB" and main.tag == "VVD"
    if main.tag not in HELPED.get(first, set()) and not base and not passive:
        return verb
    return Phrase("verb", helpers[0], verb.last, verb.head, ((helpers[-1] + 1, verb.first),))
