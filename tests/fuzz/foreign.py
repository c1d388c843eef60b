"""Readers of other programs' formats: what people download and import."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.banks.problems import BankError
from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import FORMATS, by_name, recognise, write
from quiz.exchange.protocol import UnreadableError, Wishes, most_in
from tests.fuzz.markup import (
    HTML,
    LONG,
    LONG_MARKDOWN,
    MARKDOWN,
    UNSAFE,
    evidence,
    in_cdata,
    split,
    within,
)
from tests.fuzz.reader import Reader, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.exchange.protocol import Item, Skipped


_CORPUS = Path(__file__).parent.parent / "exchange" / "corpus"
_QUESTION = Question(
    id="q", prompt="Which sea?", answer="Baltic", distractors=("Black", "=Red"), category="places",
    explanation="It is cold.", evidence=(Evidence(source="s", quote="Baltic."),), tags=("a",),
)  # fmt: skip
_BANK = Bank(
    format=1, title="Seas", language="en", sources=(Source(id="s", title="Brief"),),
    questions=(_QUESTION,),
)  # fmt: skip


def imported(data: bytes, name: str) -> int:
    """Read a file of a format into a bank, or be told why not."""
    read = by_name(name).read
    assert read
    count = 0

    def counted() -> Iterator[Item | Skipped]:
        nonlocal count
        for one in read(data):
            count += 1
            yield one

    try:
        origin = Origin(title="T", language="en")
        bank, skipped, notes = assemble(counted(), origin, most_in(len(data)))
    except UnreadableError as error:
        told(str(error))
        return count
    assert parse_bank(dumps(bank), "made") == bank
    for _line, what, reason in (*skipped, *notes):
        told(what)
        assert reason
    return count


def any_format(data: bytes) -> int:
    """Say what format a file is in, and read it so."""
    try:
        known = recognise(data, "file.dat")
    except UnreadableError as error:
        told(str(error))
        return 0
    return imported(data, known.name)


def exported(data: bytes) -> int:
    """Write any valid bank in every format, and read it again where that can be read."""
    try:
        bank = parse_bank(data.decode("utf-8", "replace"), "bank.toml")
    except BankError:
        return 0
    for known in FORMATS:
        assert known.write
        done = write(known, bank, Wishes(now=1.0))
        if done.written and known.read:
            imported(done.data, known.name)
    return len(bank.questions) * len(FORMATS)


def archive(files: dict[str, bytes]) -> bytes:
    """Put files into an archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def _unpacked(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(_written(name))) as made:
        return {entry: made.read(entry) for entry in made.namelist()}


@cache
def _written(name: str) -> bytes:
    return write(by_name(name), _BANK, Wishes(now=1.0)).data


_PARTS = ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml")
_CUT = b"\n----\n"
_SHEET_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def as_workbook(data: bytes) -> bytes:
    """Make a workbook whose parts are those of `data`, cut at lines of hyphens."""
    return archive(_workbook() | dict(zip(_PARTS, data.split(_CUT), strict=False)))


def _workbook() -> dict[str, bytes]:
    """Return the files of a workbook that shares its texts, as spreadsheet programs write it."""
    files = _unpacked("kahoot")
    types, kind = "[Content_Types].xml", _SHEET_TYPES + ".sharedStrings+xml"
    shared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
    files[types] = files[types].replace(b"</Types>", shared.encode())
    return files | {"xl/sharedStrings.xml": b"<sst><si><t>Black</t></si><si><t>1</t></si></sst>"}


def _workbook_parts() -> list[bytes]:
    files = _workbook()
    return [_CUT.join(files[name] for name in _PARTS[:some]) for some in (1, 2, 4)]


def as_package(data: bytes) -> bytes:
    """Make an Anki package: a collection as it stands, or one of the notes in `data`."""
    if not data.startswith(b"SQLite"):
        data = _collection(data)
    return archive({"collection.anki2": data, "media": b"{}"})


def _collection(data: bytes) -> bytes:
    """Put the note types and the notes in `data`, cut at lines of hyphens, into a collection."""
    models, *notes = data.split(_CUT)
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute("CREATE TABLE col (models)")
        connection.execute("INSERT INTO col VALUES (CAST(? AS TEXT))", (models,))
        connection.execute("CREATE TABLE notes (id INTEGER, mid, flds, tags)")
        for number, note in enumerate(notes):
            kind, _line, rest = note.partition(b"\n")
            row = (number, kind, rest.replace(b"|", b"\x1f"), b"a b")
            query = "INSERT INTO notes VALUES (?, CAST(? AS NUMERIC), CAST(? AS TEXT), ?)"
            connection.execute(query, row)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _package_parts() -> list[bytes]:
    models = b'{"1": {"flds": [{"name": "Question"}, {"name": "Answer"}, {"name": "Wrong 1"}]}}'
    named = b"1\nWhich?|a|b"
    card = b'2\nWhich?<ol type="A"><li>a</li><li>b</li></ol>|<b class="answer">a</b>'
    evidence = b'<blockquote class="evidence"><p>q</p><cite>s</cite></blockquote>'
    return [
        _CUT.join([models, named, card + evidence]),
        _unpacked("apkg")["collection.anki2"],
    ]


def _corpus(*suffixes: str) -> list[bytes]:
    return [
        path.read_bytes() for suffix in suffixes for path in sorted(_CORPUS.glob(f"*.{suffix}"))
    ]


_GIFT = (
    *split("{ } = ~ # #### % %50% \\ \\n : :: // [html] [markdown] [plain] $CATEGORY: / T TRUE F"),
    *split("-> [id:x] [tag:y] _____ ANSWER:"), "\n\n",
)  # fmt: skip
_GIFT_LONG = (
    ("", "Question number {n} of so many that there are of them?{=the first ~another}\n\n", ""),
    ("", "{", ""), ("", "}", ""), ("", "{}", ""), ("", "{=", ""), ("Q{", "=", "}"),
    ("Q{", "~", "}"),
    ("Q{=a", "#", "}"), ("Q{=a", "####", "}"), ("Q{=a~b", "->", "}"), ("", "::", ""),
    ("::", "a:", ""),
    ("", "\\", ""), ("Q{=a ~", "%50%", "}"), ("//", "[id:", ""), ("//", "[tag:a]", ""),
    ("", "//\n", ""),
    ("", "$CATEGORY:", ""), ("", "a\n", ""), ("", "a\n\n", ""), ("", "A?{=a ~b}\n\n", ""),
    ("", "{ \n", ""), ("Q{", " ", "}"), ("[html]Q ", "<b>", "{=a~b}"), ("", "\n", ""),
    ("", "{=\\{", ""),
)  # fmt: skip
_AIKEN_LONG = (
    ("", "A?\nA) a\nB) b\nANSWER: A\n", ""), ("", "A) a\n", ""), ("Q\n", "A) a\n \n", ""),
    ("Q\nA) a\n", "x\n", ""), ("", "ANSWER: ", ""), ("Q\nA) a\nANSWER: ", "A ", ""), ("", "\n", ""),
    ("", "Q\n", ""), ("", "A) \n", ""), ("A) x\n", "\n", ""), ("", " \t", ""),
)  # fmt: skip
_CSV = tuple(
    "prompt answer distractor·1 option·1 A B correct image tags seconds , ; \t \" ' = 1 2 60000 "
    "evidence·1 source·1 true false".replace("·", " ").split(" ")
)
_CSV_LONG = (
    ("prompt,answer,distractor 1\n", "A?,a,b\n", ""), ("prompt,answer\n", '"', ""), ("", ",", ""),
    ("prompt,answer\n", '"a""', ""), ("", "\n", ""), ("", ";", ""), ('"', "a,", '"'),
    ("", "'=", ""),
    ("prompt,answer,distractor 1\n", '"', '"'), ("", '"a",', ""), ("prompt,answer\n", ",", ""),
    ("prompt,option a,option b,correct\nA?,a,b,", "1 ", "\n"), ("prompt,answer\nA?,", "a", "\n"),
)  # fmt: skip
_XML = (
    "<quiz>", "</quiz>", "<question type='multichoice'>", "</question>", "<answer fraction='100'>",
    "</answer>", "<text>", "</text>", "<questiontext format='html'>", "</questiontext>",
    "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<?xml version='1.0'?>",
    "encoding='utf-16'", "<file name='a'/>", "<generalfeedback format='markdown'>",
    "<single>false</single>", "<tags><tag><text>a</text></tag></tags>", "type='truefalse'",
)  # fmt: skip
_XML_LONG = (
    ("<quiz>", "<a>", ""), ("<quiz>", "<a/>", ""), ("<quiz>", "<question/>", "</quiz>"),
    ("<quiz ", "a", ""), ("<quiz>", "&lt;", "</quiz>"), ("<quiz><a b='", "&lt;", "'/></quiz>"),
    ("", "<!--", ""), ("<quiz>", "<!---->", "</quiz>"), ("<quiz>", "<![CDATA[]]>", "</quiz>"),
    ("<quiz>", "<?a?>", "</quiz>"), ("", " ", "<quiz/>"),
    ("<quiz><question type='multichoice'><questiontext><text>", "&#x1b;", "</text>"),
    ("<quiz><question type='multichoice'><questiontext><text>", "a\n", "</text>"),
    ("<quiz><question type='multichoice'>", "<answer><text>a</text></answer>",
    "</question></quiz>"),
    ("<quiz><question type='multichoice'>", "<file/>", "</question></quiz>"),
)  # fmt: skip
_SHEET = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
_SHEET_LONG = (
    (_SHEET, "<row/>", "</sheetData></worksheet>"), (_SHEET, "<row><c><v>1</v></c></row>", ""),
    (_SHEET + "<row>", "<c/>", "</row></sheetData></worksheet>"), (_SHEET, "<a>", ""),
    (_SHEET + "<row>", "<c t='inlineStr'><is><t>a</t></is></c>", "</row></sheetData></worksheet>"),
    (_SHEET + "<row><c t='inlineStr'><is>", "<r><t>a</t></r>",
    "</is></c></row></sheetData></worksheet>"),
    (_SHEET + "<row><c t='str'><v>", "_x0041_", "</v></c></row></sheetData></worksheet>"),
    (_SHEET + "<row><c><f>", "A1+", "</f></c></row></sheetData></worksheet>"),
    (_SHEET + "<row><c><v>", "9", "</v></c></row></sheetData></worksheet>"),
    (_SHEET + "<row r='1048576'/>", "<row r='1048576'/>", "</sheetData></worksheet>"),
    (_SHEET + "</sheetData></worksheet>\n----\n<sst>", "<si><t>a</t></si>", "</sst>"),
)  # fmt: skip
_SHEET_WORDS = (
    "<row r='9'>", "</row>", "<c r='A9' t='inlineStr'>", "<c r='B9' t='s'>", "<c t='d'>", "</c>",
    "<c t='b'>", "<c t='e'>", "<is><t>a</t></is>", "<v>", "</v>", "<f>", "</f>", "s='1'", "s='99'",
    "XFD1048576", "1e999", "-1", "\n----\n", "<si><t>", "</t></si>", "<sst>", "<!DOCTYPE a>",
    "<mergeCell ref='A1:B2'/>", "<dimension ref='A1:ZZZ99'/>",
)  # fmt: skip
_NOTE = '{"1": {"flds": [{"name": "Question"}, {"name": "Answer"}, {"name": "Wrong 1"}]}}\n----\n'
_TABS = "#separator:tab\n#html:true\n"
_CARD = "{}\n----\n2\n"

READERS = (
    Reader(
        "gift", partial(imported, name="gift"), lambda: _corpus("gift"),
        (*_GIFT, *HTML, *MARKDOWN, *UNSAFE),
        (*_GIFT_LONG, *within("[html]", LONG, "{=a~b}"),
        *within("[markdown]", LONG_MARKDOWN, "{=a~b}"),
         *within("", LONG, "{=a~b}")),
    ),
    Reader(
        "aiken", partial(imported, name="aiken"), lambda: _corpus("aiken"),
        ("A) ", "B) ", "C) ", "D. ", "ANSWER: ", "ANSWER: A", "\n", *UNSAFE), _AIKEN_LONG,
    ),
    Reader(
        "moodle", partial(imported, name="moodle"),
        lambda: [*_corpus("moodle"), _written("moodle")], (*_XML, *HTML, *MARKDOWN, *UNSAFE),
        (*_XML_LONG, *in_cdata(LONG, "questiontext"), *in_cdata(LONG, "generalfeedback"),
         *in_cdata(LONG_MARKDOWN, "questiontext"),
         *in_cdata(evidence("newsquiz-evidence"), "generalfeedback")),
    ),
    Reader(
        "csv", partial(imported, name="csv"), lambda: [*_corpus("csv"), _written("csv")],
        (*_CSV, *UNSAFE), _CSV_LONG,
    ),
    Reader(
        "blooket", partial(imported, name="blooket"), lambda: _corpus("blooket"),
        ("Question Text", "Answer 1", "Time Limit", "Correct Answer", ",", '"', "1,2", *UNSAFE),
        (("Question Text,Answer 1,Answer 2,Time Limit,Correct Answer\n", "A?,a,b,20,1\n", ""),),
    ),
    Reader(
        "gimkit", partial(imported, name="gimkit"), lambda: _corpus("gimkit"),
        ("Question", "Correct Answer", "Incorrect Answer 1", ",", '"', *UNSAFE),
        (("Question,Correct Answer,Incorrect Answer 1\n", "A?,a,b\n", ""),),
    ),
    Reader(
        "anki", partial(imported, name="anki"),
        lambda: [_written("anki"), b"#separator:,\n#columns:Question,Answer,Wrong 1\nA?,a,b\n"],
        ("#separator:tab\n", "#html:true\n", "#tags column:2\n", "#columns:", "\t",
        "|", *HTML, *UNSAFE),
        (*within("#separator:tab\n#html:true\n", LONG, "\ta\n"),
         *within(f"{_TABS}Q<ol><li>a<li>b</ol>\t", evidence("evidence"), "\n"),
         *within(f"{_TABS}#columns:Question\tAnswer\tWrong 1\n", LONG, "\ta\tb\n"),
         ("#separator:tab\n", "#html:true\n", "")),
    ),
    Reader(
        "xlsx", partial(imported, name="kahoot"), _workbook_parts, _SHEET_WORDS, _SHEET_LONG,
        as_workbook,
    ),
    Reader(
        "apkg", partial(imported, name="apkg"), _package_parts,
        ("\n----\n", "|", "1e999\n", "1\n", '"flds"', '"name"', "[" * 2000, *HTML, *UNSAFE),
        (*within(_CARD, LONG, "|a"),
        *within(_CARD + "Q<ol><li>a<li>b</ol>|", evidence("evidence"), ""),
         *within(_NOTE + "1\n", LONG, "|a|b"), (_NOTE, "1\nA?|a|b\n----\n", ""), ("", "[", ""),
         ("", '{"a":', "")),
        as_package,
    ),
    Reader(
        "archive", any_format,
        lambda: [_written("kahoot"), _written("wayground"), _written("apkg")], ("PK\x03\x04",
        "PK\x01\x02"),
    ),
    Reader(
        "any", any_format,
        lambda: [*_corpus("gift", "aiken", "moodle", "csv", "blooket", "gimkit"), _written("anki")],
        (*_GIFT, *_CSV, *_XML[:6]), (*_GIFT_LONG, *_AIKEN_LONG, *_CSV_LONG, *_XML_LONG),
    ),
    Reader("export", exported, lambda: [dumps(_BANK).encode()], ("=", "'", "<", "&", "\\", "\n")),
)  # fmt: skip
"""All of them."""
