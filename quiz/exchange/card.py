"""A question as an Anki card: on the front the question and its options, on the back the answer.

A card of anybody's is read if its front has a list of options and its back begins with the right
one, in its words or by its letter. Ours also carry the id, category and tags of the question.
"""

from __future__ import annotations

import re
from html import escape as escape_html
from html import unescape
from typing import TYPE_CHECKING

from quiz.base.fold import fold_all
from quiz.base.language import _
from quiz.exchange.evidence import put_evidence, take_evidence
from quiz.exchange.named import join_tags, split_tags
from quiz.exchange.place import placed
from quiz.exchange.plaintext import Plain, escape, from_html
from quiz.exchange.protocol import Item, Option, Skipped, excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.banks.models import Question

LONGEST = 200_000
"""Characters of the longest field that is looked at."""

_LIST = re.compile(r"<[ou]l\b[^<>]*>", re.IGNORECASE)
_OPTION = re.compile(r"<li\b[^<>]*>([^<]*(?:<(?!/?li\b|/[ou]l\b)[^<]*)*)", re.IGNORECASE)
_ANSWER = re.compile(r'<b class="answer">([^<]*+(?:<(?!/b>|b class="answer">)[^<]*+)*+)</b>')
_EVIDENCE = "evidence"
_DATA = re.compile(r'\bdata-(id|category|tags)="([^"<>]*)"')
_LETTER = re.compile(r"[(\[]?([A-Fa-f])[.)\]:]?$")
_SOUND = re.compile(r"\[sound:[^\[\]]*+\]")


def front(question: Question, language: str) -> str:
    """Write the front of a card."""
    data = {
        "id": question.id,
        "category": question.category,
        "tags": join_tags(question.tags),
    }
    marks = "".join(f' data-{name}="{escape_html(text)}"' for name, text in data.items() if text)
    options = "".join(f"<li>{escape(option)}</li>" for option in placed(question, language))
    return (
        f'<div class="newsquiz"{marks}>{escape(question.prompt)}</div><ol type="A">{options}</ol>'
    )


def back(question: Question, titles: Mapping[str, str]) -> str:
    """Write the back of a card; `titles` are those of the bank's sources."""
    why = f"<div>{escape(question.explanation)}</div>" if question.explanation else ""
    proof = put_evidence(question, titles, _EVIDENCE)
    return f'<b class="answer">{escape(question.answer)}</b>{why}{proof}'


def tag_names(tags: Sequence[str]) -> list[str]:
    """Write tags as Anki has them: without spaces."""
    return ["_".join(tag.split()) for tag in tags]


def read_card(line: int, front_html: str, back_html: str, tags: Sequence[str]) -> Item | Skipped:
    """Read a card whose fields are HTML."""
    what = excerpt(from_html(front_html[:LONGEST]).text)
    if max(len(front_html), len(back_html)) > LONGEST:
        return Skipped(line, what, _("a field of it holds more than a bank can"))
    data = {name: unescape(text) for name, text in _DATA.findall(front_html)}
    begin = _LIST.search(front_html)
    options = [_plain(option) for option in _OPTION.findall(front_html)] if begin else []
    prompt = _plain(front_html[: begin.start()] if begin else front_html)
    if len(options) < 2:
        return Skipped(line, what, _("its front has no list of options to choose from"))
    if prompt.media or any(option.media for option in options):
        return Skipped(line, what, _("it has a picture, a sound or a film, and a bank none"))
    answer, explanation, evidence = _back(back_html)
    texts = [option.text for option in options]
    right = _right(texts, answer)
    if right is None:
        reason = _("its back does not begin with one of its options: {answer}")
        return Skipped(line, what, reason.format(answer=excerpt(answer) or "–"))
    own = split_tags(data.get("tags", ""))
    left_out = _("a picture, a sound or a film on its back is left out")
    return Item(
        line=line,
        prompt=prompt.text,
        options=tuple(Option(text, at == right) for at, text in enumerate(texts)),
        id=data.get("id", ""),
        category=data.get("category", ""),
        explanation=explanation.text,
        evidence=evidence,
        # Tags that were not changed in Anki come back with their spaces.
        tags=tuple(own if sorted(tag_names(own)) == sorted(tags) else tags),
        left_out=(left_out,) if explanation.media else (),
    )


def _back(html: str) -> tuple[str, Plain, tuple[tuple[str, str], ...]]:
    evidence, html = take_evidence(html, _EVIDENCE)
    if found := _ANSWER.search(html):
        rest = html[: found.start()] + html[found.end() :]
        return from_html(found[1]).text, _plain(rest), evidence
    whole = _plain(html)
    first, _line, rest = whole.text.partition("\n")
    return first.strip(), Plain(rest.strip(), whole.media), evidence


def _right(options: list[str], answer: str) -> int | None:
    *folded, wanted = fold_all([*options, answer])
    if wanted in folded:
        return folded.index(wanted)
    letter = _LETTER.match(answer.strip())
    at = ord(letter[1].upper()) - ord("A") if letter else len(options)
    return at if at < len(options) else None


def _plain(html: str) -> Plain:
    plain = from_html(_SOUND.sub("", html))
    return Plain(plain.text, plain.media + len(_SOUND.findall(html)))
