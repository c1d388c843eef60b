"""Moodle XML: Moodle's own format, which holds the most of a question.

Facts: Moodle's `question/format/xml/format.php`. The file is read as a stream: what is kept of it
at a time is one question. Document types, and with them entities and references to other files,
are refused (defusedxml).
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.handler import ContentHandler
from xml.sax.saxutils import escape as escape_xml

from quiz.base.language import _
from quiz.exchange.evidence import put_evidence, take_evidence, titles_of
from quiz.exchange.folders import path
from quiz.exchange.languages import TRUE_FALSE
from quiz.exchange.place import is_true_false, placed
from quiz.exchange.plaintext import Plain, escape, plain
from quiz.exchange.protocol import Format, Item, Option, Skipped, UnreadableError, Writing, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from xml.sax.expatreader import ExpatParser
    from xml.sax.xmlreader import AttributesImpl

    from quiz.banks.models import Bank, Question
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_CHUNK = 1 << 16
_DEEPEST, _MOST_PARTS = 50, 20_000
_EVIDENCE = "newsquiz-evidence"
_USUAL_FEEDBACK = frozenset(
    ("", "Your answer is correct.", "Your answer is partially correct.",
     "Your answer is incorrect.", "Twoja odpowiedź jest poprawna.",
     "Twoja odpowiedź jest częściowo poprawna.", "Twoja odpowiedź jest niepoprawna.")
)  # fmt: skip
"""What Moodle itself says to every right or wrong answer."""
_COMMON_FEEDBACK = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback", "hint")


@dataclass(slots=True)
class _Part:
    """An element of a question: its attributes, its text, its files and its parts."""

    attributes: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)
    files: int = 0
    parts: dict[str, list[_Part]] = field(default_factory=dict)

    def first(self, name: str) -> _Part:
        return self.parts.get(name, [_NOTHING])[0]

    def value(self) -> str:
        return "".join(self.pieces).strip()

    def text(self) -> Plain:
        """Return the text of an element that has one, with its format, as plain text."""
        read = plain(
            self.first("text").value(), self.attributes.get("format", "moodle_auto_format")
        )
        return Plain(read.text, max(read.media, self.files))


_NOTHING = _Part()


class _Handler(ContentHandler):
    """Builds one question after the other; `found` is emptied by whoever feeds the parser."""

    def __init__(self, parser: ExpatParser) -> None:
        super().__init__()
        self._parser = parser
        self.found: list[Item | Skipped] = []
        self._stack: list[_Part] = []
        self._root = ""
        self._line = 0
        self._category = ""
        self._depth = 0
        self._parts = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802  # SAX's name
        self._depth += 1
        line = self._parser.getLineNumber() or 0
        if self._depth > _DEEPEST:
            raise UnreadableError(
                _("line {line}: its elements are nested too deeply").format(line=line)
            )
        if self._depth == 1 and name != "quiz":
            raise UnreadableError(_("this is no Moodle XML: it does not begin with <quiz>"))
        if self._depth == 2:
            self._line = line
            self._parts = 0 if name == "question" else self._parts
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise UnreadableError(
                _("line {line}: a question has more than {most} elements").format(
                    line=self._line, most=_MOST_PARTS
                )
            )
        if self._depth >= 2:
            part = _Part(dict(attrs))
            if self._stack:
                self._stack[-1].parts.setdefault(name, []).append(part)
            if name == "file":
                for above in self._stack:
                    above.files += 1
            self._stack.append(part)

    def characters(self, content: str) -> None:
        if self._stack and "encoding" not in self._stack[-1].attributes:
            self._stack[-1].pieces.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802  # SAX's name
        self._depth -= 1
        if not self._stack:
            return
        part = self._stack.pop()
        if self._depth != 1 or name != "question":
            return
        if part.attributes.get("type") == "category":
            self._category = part.first("category").first("text").value()
        else:
            self.found.append(_item(part, self._line, self._category))


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the questions of a Moodle XML file. Raises UnreadableError with line and column."""
    from xml.sax import SAXParseException  # noqa: PLC0415 - only for this format

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415
    from defusedxml.sax import make_parser  # noqa: PLC0415

    parser = make_parser()
    parser.forbid_dtd = True
    handler = _Handler(parser)
    parser.setContentHandler(handler)
    stream = io.BytesIO(data)
    try:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
            yield from handler.found
            handler.found.clear()
        parser.close()
    except SAXParseException as error:
        message = _("line {line}, column {column}: this is no well-formed XML ({reason})")
        raise UnreadableError(
            message.format(
                line=error.getLineNumber(),
                column=(error.getColumnNumber() or 0) + 1,
                reason=error.getMessage(),
            )
        ) from None
    except DefusedXmlException:
        raise UnreadableError(
            _("it declares a document type or entities, which no export of Moodle does")
        ) from None
    except (LookupError, UnicodeError, ValueError):
        raise UnreadableError(_("its encoding is not known: save it in UTF-8")) from None


def _item(part: _Part, line: int, category: str) -> Item | Skipped:
    kind = part.attributes.get("type", "")
    title = part.first("name").first("text").value()
    prompt = part.first("questiontext").text()
    what = excerpt(prompt.text or title)
    if kind not in {"multichoice", "truefalse"}:
        return Skipped(line, what, _reason(kind))
    answers = part.parts.get("answer", [])
    texts = [answer.text() for answer in answers]
    feedback = [answer.first("feedback").text() for answer in answers]
    # The files of an answer's feedback hang below the answer, too.
    pictures = [
        text.media - (told.media if answer.files == text.media else 0)
        for answer, text, told in zip(answers, texts, feedback, strict=True)
    ]
    if prompt.media or any(count > 0 for count in pictures):
        return Skipped(line, what, _("it has a picture, a sound or a film, and a bank none"))
    weights = [_number(answer.attributes.get("fraction", "0")) for answer in answers]
    explanation, evidence = _explanation(part.first("generalfeedback"))
    left_out = _left_out(part, [explanation, *feedback], weights)
    common = {
        "line": line,
        "prompt": prompt.text,
        "id": part.first("idnumber").value(),
        "title": title,
        "explanation": explanation.text,
        "evidence": evidence,
        "category": category,
        "tags": tuple(tag.first("text").value() for tag in part.first("tags").parts.get("tag", [])),
        "left_out": left_out,
    }
    if kind == "truefalse":
        return _true_or_false(answers, weights, feedback, common)
    single = part.first("single").value().lower() not in {"false", "0"}
    right = [weight == 100 if single else weight > 0 for weight in weights]
    options = tuple(
        Option(text.text, is_right, told.text, weight)
        for text, is_right, told, weight in zip(texts, right, feedback, weights, strict=True)
    )
    shuffled = part.first("shuffleanswers").value().lower()
    shuffle = None if not shuffled else shuffled in {"true", "1"}
    return Item(options=options, shuffle=shuffle, **common)  # type: ignore[arg-type]


def _true_or_false(
    answers: list[_Part], weights: list[float], feedback: list[Plain], common: dict[str, object]
) -> Item | Skipped:
    named = {answer.first("text").value().lower(): at for at, answer in enumerate(answers)}
    if not {"true", "false"} <= set(named) or len(answers) != 2:
        reason = _("its answers are not true and false")
        return Skipped(int(str(common["line"])), excerpt(str(common["prompt"])), reason)
    truth = weights[named["true"]] > weights[named["false"]]
    options = tuple(
        Option("", holds is truth, feedback[named[name]].text)
        for holds, name in ((True, "true"), (False, "false"))
    )
    return Item(truth=truth, options=options, **common)  # type: ignore[arg-type]


def _reason(kind: str) -> str:
    if kind == "description":
        return _("it is a description, which asks nothing")
    message = _("it is a question of the type {kind}, and a bank holds multiple choice only")
    return message.format(kind=excerpt(kind) or "?")


def _explanation(part: _Part) -> tuple[Plain, tuple[tuple[str, str], ...]]:
    """Take the evidence that our own export has put there out of the general feedback."""
    evidence, text = take_evidence(part.first("text").value(), _EVIDENCE)
    rest = plain(text, part.attributes.get("format", ""))
    return Plain(rest.text, max(rest.media, part.files)), evidence


def _left_out(part: _Part, feedback: list[Plain], weights: list[float]) -> tuple[str, ...]:
    left_out = []
    if any(told.media for told in feedback):
        left_out.append(_("a picture, a sound or a film in its feedback is left out"))
    if any(weight not in {0, 100} for weight in weights):
        left_out.append(_("shares of the points are left out: only the right answer counts"))
    common = [one.text().text for name in _COMMON_FEEDBACK for one in part.parts.get(name, [])]
    if any(text not in _USUAL_FEEDBACK for text in common):
        left_out.append(_("its hints and its feedback on right or wrong in general are left out"))
    return tuple(left_out)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0


def write(bank: Bank, _wishes: Wishes) -> Writing:
    """Write a bank as Moodle XML: a category of its title, with one below it for each category."""
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n']
    category = ""
    titles = titles_of(bank)
    for question in bank.questions:
        if question.category != category:
            category = question.category
            folder = escape_xml(path(bank.title, category))
            parts.append(
                f'  <question type="category"><category><text>{folder}</text></category>'
                "</question>\n"
            )
        parts.append(_question(question, bank.language, titles))
    parts.append("</quiz>\n")
    return Writing("".join(parts).encode("utf-8"), len(bank.questions))


def _question(question: Question, language: str, titles: Mapping[str, str]) -> str:
    truth = is_true_false(question, language)
    general = escape(question.explanation) + put_evidence(question, titles, _EVIDENCE)
    lines = [
        f'  <question type="{"truefalse" if truth else "multichoice"}">',
        f"    <name><text>{escape_xml(question.id)}</text></name>",
        f"    {_html('questiontext', escape(question.prompt))}",
        f"    {_html('generalfeedback', general)}",
        f"    <defaultgrade>1</defaultgrade><penalty>{1 if truth else 0.3333333}</penalty>",
        "    <hidden>0</hidden>",
        f"    <idnumber>{escape_xml(question.id)}</idnumber>",
    ]
    if not truth:
        shuffle = "true" if question.shuffle else "false"
        lines.append(
            f"    <single>true</single><shuffleanswers>{shuffle}</shuffleanswers>"
            "<answernumbering>abc</answernumbering>"
        )
    names = dict(zip(TRUE_FALSE[language], ("true", "false"), strict=True))
    for option in placed(question, language):
        fraction = 100 if option == question.answer else 0
        text = names[option] if truth else _cdata(escape(option))
        kind = "moodle_auto_format" if truth else "html"
        lines.append(
            f'    <answer fraction="{fraction}" format="{kind}"><text>{text}</text>'
            '<feedback format="html"><text></text></feedback></answer>'
        )
    if question.tags:
        tags = "".join(f"<tag><text>{escape_xml(tag)}</text></tag>" for tag in question.tags)
        lines.append(f"    <tags>{tags}</tags>")
    lines.append("  </question>\n")
    return "\n".join(lines)


def _html(name: str, html: str) -> str:
    return f'<{name} format="html"><text>{_cdata(html)}</text></{name}>'


def _cdata(html: str) -> str:
    # Escaped HTML holds no "]]>": its > is &gt;.
    return f"<![CDATA[{html}]]>" if html else ""


def recognise(peek: Peek) -> bool:
    """Tell Moodle XML by its outermost element."""
    return peek.text.lstrip().startswith("<") and bool(re.search(r"<quiz\b", peek.text))


FORMAT = Format(
    name="moodle",
    title="Moodle XML",
    suffix=".xml",
    holds=frozenset({"id", "category", "explanation", "evidence", "tags", "shuffle"}),
    recognise=recognise,
    read=read,
    write=write,
)
