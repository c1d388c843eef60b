"""For which body somebody speaks, works or stands, as a role tells: "editor of the Saudi Gazette".

What somebody founded is asked without a year, an office with the year of the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.languages.english.asking.nearby import listed, proof
from quiz.languages.english.asking.wording import Stem
from quiz.languages.english.options.bodies import body_rivals, noun_of
from quiz.languages.english.statements import Statement

if TYPE_CHECKING:
    from quiz.languages.english.asking.asker import Asker
    from quiz.languages.english.roles import Role
    from quiz.languages.protocol import Fact

NOTE = "Check that the text says so of this person and of that time."
MADE = {"founder": "found", "co-founder": "co-found", "cofounder": "co-found", "creator": "create",
        "inventor": "invent", "designer": "design"}  # fmt: skip
"""Who made a thing: that needs no year."""
BETWEEN = frozenset({"of", "at", "for", "with"})
LEFT = frozenset({"former", "then", "late", "ex", "acting", "current"})
VOWELS = frozenset("aeiou")


def memberships(ask: Asker) -> None:
    """Ask for the body of every role that has one, once a person."""
    asked: set[str] = set()
    for role in ask.doc.roles:
        if role.holder.base not in asked and _role(ask, role):
            asked.add(role.holder.base)


def _role(ask: Asker, role: Role) -> bool:
    doc, words, holder = ask.doc, ask.doc.words, role.holder
    if not holder.sure or " " not in holder.base:
        return False
    bodies = [
        f for i in range(role.first, role.last) if (f := ask.fact("organisation", i)) is not None
    ]
    if len(bodies) != 1:
        return False
    body = bodies[0]
    first, last = body.words
    if last == role.last:  # "editor at large at the Saudi Gazette"
        joint = first - 1 - (words[first - 1].text.lower() == "the")
        if joint <= role.first or words[joint].text.lower() not in BETWEEN:
            return False
        text, joint_text = doc.span(role.first, joint), words[joint].text.lower()
    elif first == role.first:  # "Google's co-founder", "State Department spokesperson"
        start = last + (words[last].tag == "POS")
        text, joint_text = doc.span(start, role.last), ""
    else:
        return False
    return _ask(ask, role, body, text, joint_text)


def _ask(ask: Asker, role: Role, body: Fact, text: str, joint: str) -> bool:
    doc, name = ask.doc, role.holder.base
    told = [w.lower() for w in text.split()]
    former = role.former or bool(told and told[0] in LEFT)
    while told and told[0] in LEFT:
        told.pop(0)
    if not told or not all(w.replace("-", "").isalpha() for w in told):
        return False
    noun, kind = told[-1], noun_of(body.base)
    if len(told) > 1 and told[1:] == ["at", "large"]:
        noun = told[0]
    text = " ".join(told)
    year = 0 if former else doc.published.year
    when = f" in {year}" if year else ""
    if noun in MADE:
        stem = f"Which {kind} did {name} {MADE[noun]}?"
    elif noun in listed("speaking"):
        stem = f"Which {kind} did {name} speak for{when}?"
    elif noun in listed("leading") and joint in {"", "of", "at"}:
        stem = f"Of which {kind} was {name} {text}{when}?"
    elif noun in listed("working") and joint in {"", "of", "at", "for"}:
        article = "an" if text[0] in VOWELS else "a"
        stem = f"At which {kind} was {name} {article} {text}{when}?"
    else:
        return False
    sentence = doc.sentences[body.sentence]
    s = Statement(sentence, (), 0, 0, sentences=proof(doc, role.holder))
    avoid = ask.others(s, "organisation") - {body.base}
    rivals = body_rivals(doc, body, avoid)
    before = len(ask.drafts.all)
    ask.add(
        s, Stem(stem, frozenset()), body.base, rivals, "organisations", body, 0.65, NOTE,
        explanation=doc.text[sentence.start : sentence.end], timeless=True,
    )  # fmt: skip
    return len(ask.drafts.all) > before
