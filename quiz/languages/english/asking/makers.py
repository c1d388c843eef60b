"""Who wrote, directed or founded a thing that has a name: that happened once and needs no year."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from quiz.languages.data_files import read_data
from quiz.languages.english.asking.nearby import proof, torn
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.people import person_rivals
from quiz.languages.english.options.places import countries
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.names import Name
    from quiz.languages.english.roles import Role
    from quiz.languages.protocol import Fact

NOTE = "Check that the text says so of this very work, and that nobody else had a part in it."
FARTHEST = 5
SORTS = frozenset({"graphic", "short", "feature", "documentary", "animated", "silent", "stage"})
"""What makes another sort of work of one."""
INNER = frozenset({"NN1", "AJ0", "ORD", "NN0", "CRD"})
QUOTES = frozenset({'"', "“", "”", "‘", "’"})


@cache
def _verbs(table: str) -> dict[str, str]:
    """Return the past of every noun of a table."""
    return {noun: verb for verb, nouns in read_data("english_asking")[table].items()
            for noun in nouns.split()}  # fmt: skip


@cache
def _made() -> dict[str, str]:
    return dict(pair.split(":") for pair in read_data("english_asking")["made"]["pairs"].split())


def makers(ask: Asker) -> None:
    """Ask for whoever made a named work or body, once a name."""
    asked: set[str] = set()
    for name in ask.doc.names:
        if name.kind == "person" or name.base in asked or torn(ask.doc, name.last):
            continue
        if name.kind == "place" and _noun(ask, name) < 0:
            continue  # "her novel Whale Harbour"
        found = _owned(ask, name) or _by(ask, name)
        if found is not None and _ask(ask, name, *found):
            asked.add(name.base)
    for role in ask.doc.roles:
        _role(ask, role, asked)


def _start(ask: Asker, name: Name) -> int:
    """Return where a title begins, with the article that belongs to it."""
    words, i = ask.doc.words, name.first - 1
    titled = i > 0 and words[i].text in {"The", "A", "An"}
    return i if titled and (words[i - 1].text in QUOTES or words[i - 1].text.islower()) else i + 1


def _noun(ask: Asker, name: Name) -> int:
    """Return the word that says what a named work is, or -1."""
    words = ask.doc.words
    i = _start(ask, name) - 1
    while i > 0 and words[i].text in QUOTES:
        i -= 1
    if i > 1 and words[i].text == "," and words[i + 1].text in {"The", "A", "An", *QUOTES}:
        i -= 1  # "her first novel, The Pier"
    return i if i >= 0 and words[i].text in _verbs("works") else -1


def _called(ask: Asker, name: Name) -> str:
    noun = _noun(ask, name)
    written = ask.doc.span(_start(ask, name), name.last)
    if noun < 0:
        return written
    before = ask.doc.words[noun - 1].text.lower() if noun else ""
    kind = f"{before} " if before in SORTS else ""
    return f"the {kind}{ask.doc.words[noun].text} {written}"


def _owned(ask: Asker, name: Name) -> tuple[str, str, Fact] | None:
    """Read "Ann Lee's second novel The Pier"."""
    words, noun = ask.doc.words, _noun(ask, name)
    if noun < 1:
        return None
    i = noun - 1
    while i > 0 and words[i].tag in INNER and noun - i < FARTHEST:
        i -= 1
    if words[i].tag == "DPS" and words[i].text.lower() in {"his", "her"}:
        sentence = ask.doc.sentences[name.sentence]
        person = ask.standing.pronouns.antecedent(i, sentence)
        named = ask.standing.persons(sentence.first, i)
        person = person or (named[0] if len(named) == 1 else None)
        if person is None:
            return None
        return _verbs("works")[words[noun].text], _called(ask, name), person
    if words[i].tag != "POS":
        return None
    person = next(iter(ask.standing.persons(i - 1, i)), None)
    if person is None or person.words[1] != i:
        return None
    return _verbs("works")[words[noun].text], _called(ask, name), person


def _by(ask: Asker, name: Name) -> tuple[str, str, Fact] | None:
    """Read "The Pier, written by Ann Lee" and "the film The Pier by Ann Lee"."""
    doc, words = ask.doc, ask.doc.words
    last = doc.sentences[name.sentence].last
    i = name.last
    while i < last and (words[i].text in QUOTES or words[i].text == ","):
        i += 1
    if i + 1 >= last:
        return None
    verb = _made().get(words[i].text.lower(), "")
    noun = _noun(ask, name)
    if not verb and noun >= 0 and words[i].text == "by":
        verb, i = _verbs("works")[words[noun].text], i - 1
    if not verb or words[i + 1].text != "by":
        return None
    end = next((k for k in range(i + 2, min(i + 2 + FARTHEST, last))
                if ask.fact("person", k) is not None), None)  # fmt: skip
    if end is None or not all(
        w.tag in INNER | {"AT0"} and w.text.islower() for w in words[i + 2 : end]
    ):
        return None
    person = ask.fact("person", end)
    if person is None or (person.words[1] < last and words[person.words[1]].text == "and"):
        return None  # two wrote it
    return verb, _called(ask, name), person


def _role(ask: Asker, role: Role, asked: set[str]) -> None:
    """Read "Ann Lee, author of The Pier" and "Pier Games founder Ann Lee"."""
    doc, words = ask.doc, ask.doc.words
    names = [
        n
        for n in doc.names
        if role.first <= n.first and n.last <= role.last and n.base not in countries().adjectives
    ]
    person = ask.fact("person", role.holder.first)
    if len(names) != 1 or person is None or names[0].kind in {"person", "place"}:
        return
    name = names[0]
    if name.last == role.last:
        at = _start(ask, name) - 1
        at -= words[at].text in _verbs("works")
        at -= words[at].text.lower() == "the"
        noun = words[at - 1].text.lower() if words[at].text == "of" and at > role.first else ""
    else:
        at = name.last + (words[name.last].tag == "POS")
        noun = words[at].text.lower() if at == role.last - 1 else ""
    verb = _verbs("makers").get(noun, "")
    if verb and name.base not in asked and _ask(ask, name, verb, _called(ask, name), person):
        asked.add(name.base)


def _ask(ask: Asker, name: Name, verb: str, called: str, person: Fact) -> bool:
    doc = ask.doc
    holder = next((n for n in doc.names if n.first == person.words[0]), None)
    if holder is None or not holder.sure or " " not in person.base:
        return False
    before_name = doc.words[name.first - 1].text.lower() if name.first else ""
    if before_name == "the" and not called.lower().startswith("the "):
        called = f"the {called}"
    sentence = doc.sentences[name.sentence]
    numbers = tuple(sorted({*proof(doc, holder), sentence.number}))
    s = Statement(sentence, (), 0, 0, sentences=numbers)
    rivals = person_rivals(doc, person, ask.others(s, "person") - {person.base})
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(f"Who {verb} {called}?", frozenset()), person.base, rivals, "people", person, 0.65,
        NOTE, explanation=f"{person.base} {verb} {called}.", timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
