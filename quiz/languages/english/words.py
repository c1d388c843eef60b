"""Words with their tags and lemmas, by the Hanover Tagger.

Tags are those of CLAWS C5, the British National Corpus's: NN1 and NN2 nouns, NP0 names, VVD past
tenses, CRD numbers (http://ucrel.lancs.ac.uk/claws5tags.html).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from quiz.base.language import _
from quiz.languages.protocol import LanguageMissingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quiz.languages.english.tagger import Tagger

_ABBREVIATED = (
    r"(?:Mr|Mrs|Ms|Mx|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Cmdr|Maj|Prof|Rev|Hon|Jr|Sr|Inc|Ltd|Co"
    r"|Corp|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Ave|approx)\."
)
_TOKEN = re.compile(
    r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:)]"
    r"|(?:[A-Za-z]\.){2,}"
    rf"|\b{_ABBREVIATED}"
    r"|\b[A-Z]\.(?=\s?[A-Z])"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"
    r"|\d+(?:[.,:]\d+)*(?:[½¼¾⅓⅔]|[^\W\d_]+)?(?:-\w+)*"
    r"|[^\W\d_]+(?=n['’]t\b)"
    r"|[#@]?[^\W_][\w]*(?:[-\u2011][^\W_]\w*|\.[a-z]\w+|['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]\w*)*"
    r"|\S"
)
PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark: offsets into the article, its CLAWS C5 tag, its dictionary form."""

    text: str
    start: int
    end: int
    tag: str
    lemma: str


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[tuple[str, int, int]]:
    """Cut a text into words and marks; "boy's" and "didn't" are two words each."""
    return [
        (m.group(), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, len(text) if end is None else end)
    ]


@cache
def shared() -> Tagger:
    """Return the tagger; LanguageMissingError says in one line when it is not installed."""
    try:
        from quiz.languages.english.tagger import Tagger  # its model takes 0.15 s  # noqa: PLC0415

        return Tagger()
    except ImportError as error:
        raise LanguageMissingError(
            _("English needs HanTa, which is not installed; write: pip install HanTa numpy")
        ) from error


def _plain(word: str) -> str:
    """Return a word with the quotation marks that the tagger knows."""
    return word if word.isascii() else word.translate(PLAIN)


def analyse(text: str, sentences: Iterable[tuple[int, int]]) -> tuple[Word, ...]:
    """Return the words of a text, tagged span by span; each span begins and ends a sentence."""
    tagger = shared()
    out: list[Word] = []
    for start, end in sentences:
        tokens = tokenise(text, start, end)
        quoted = False
        for (word, first, last), (tag, lemma) in zip(
            tokens, tagger.tagged([_plain(w) for w, _from, _to in tokens]), strict=True
        ):
            owner = word in {"'", "’"} and not quoted and text[first - 1 : first] in {"s", "x", "z"}
            if word in {"'", "‘", "’"}:
                quoted = not quoted and not owner
            cost = word == "cost" and tag == "NN1" and bool(out) and out[-1].tag == "CJC"
            # "was built in Leeds and cost a million"
            out.append(Word(word, first, last, "POS" if owner else "VVD" if cost else tag, lemma))
    return tuple(out)
