"""Archives made to hurt: bombs, links, paths outside, locks, broken parts."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest
import zstandard

from quiz.banks.models import Bank, Question
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import by_name, recognise, write
from quiz.exchange.protocol import UnreadableError, Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = Question(
    id="q", prompt="Which sea?", answer="Baltic", distractors=("Black",), category="places"
)
BANK = Bank(format=1, title="Seas", language="en", questions=(QUESTION,))


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def unpacked(name: str) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write(by_name(name), BANK, Wishes()).data)) as made:
        return {entry: made.read(entry) for entry in made.namelist()}


def outcome(name: str, data: bytes) -> str:
    """Return what reading ends in: the line of the error, or the ids of the questions."""
    known = by_name(name)
    assert known.read
    try:
        bank, _skipped, _told = assemble(known.read(data), Origin(title="T", language="en"))
    except UnreadableError as error:
        return str(error)
    return ", ".join(question.id for question in bank.questions)


@pytest.mark.parametrize("name", ["kahoot", "apkg"])
@pytest.mark.parametrize(
    ("extra", "message"),
    [
        ("../outside", "outside the archive"),
        ("/etc/outside", "outside the archive"),
        ("a/..\\..\\b", "outside the archive"),
        ("C:/outside", "outside the archive"),
    ],
)
def test_a_path_outside_is_refused(name: str, extra: str, message: str) -> None:
    assert message in outcome(name, archive(unpacked(name) | {extra: b"x"}))


@pytest.mark.parametrize("name", ["kahoot", "apkg"])
def test_a_link_is_refused(name: str) -> None:
    out = io.BytesIO(archive(unpacked(name)))
    with zipfile.ZipFile(out, "a") as made:
        link = zipfile.ZipInfo("media0")
        link.external_attr = 0o120777 << 16
        made.writestr(link, "/etc/hostname")
    assert "link" in outcome(name, out.getvalue())


@pytest.mark.parametrize("name", ["kahoot", "apkg"])
def test_a_zip_bomb_is_not_unpacked(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.exchange.archive._LARGE", 100_000)
    monkeypatch.setattr("quiz.exchange.archive.LARGEST", 5_000_000)
    dense = archive(unpacked(name) | {"media1": b"0" * 1_000_000})
    assert "far more" in outcome(name, dense)
    monkeypatch.setattr("quiz.exchange.archive._DENSEST", 10**9)
    wide = archive(unpacked(name) | {f"media{n}": b"0" * 1_000_000 for n in range(6)})
    assert "unpacks to more than" in outcome(name, wide)
    monkeypatch.setattr("quiz.exchange.archive.ENTRIES", 3)
    many = archive(unpacked(name) | {f"media{n}": b"" for n in range(4)})
    assert "more than 3 files" in outcome(name, many)


def test_a_file_that_lies_about_its_size_is_read_no_further() -> None:
    files = unpacked("apkg")
    data = bytearray(archive(files))
    at = data.rindex(b"PK\x01\x02")  # the last entry of the directory
    assert data[at + 46 :].startswith(b"media")
    first = data.index(b"PK\x01\x02")
    data[first + 24 : first + 28] = (10).to_bytes(4, "little")
    assert "broken" in outcome("apkg", bytes(data))


@pytest.mark.parametrize("name", ["kahoot", "wayground", "apkg"])
def test_a_torn_archive_is_refused_wherever_it_is_torn(name: str) -> None:
    whole = write(by_name(name), BANK, Wishes()).data
    for end in range(5, len(whole), max(1, len(whole) // 25)):
        assert "broken" in outcome(name, whole[:end])


@pytest.mark.parametrize("name", ["kahoot", "apkg"])
def test_a_changed_byte_harms_nobody(name: str) -> None:
    whole = write(by_name(name), BANK, Wishes()).data
    for at in range(0, len(whole), max(1, len(whole) // 60)):
        changed = bytearray(whole)
        changed[at] ^= 0xFF
        assert "\n" not in outcome(name, bytes(changed))


def test_entities_in_a_spreadsheet_are_refused() -> None:
    files = unpacked("kahoot")
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>"
    for name in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml"):
        assert "entities" in outcome("kahoot", archive(files | {name: bomb}))


def test_entities_are_refused_whatever_the_part_is_called() -> None:
    files = unpacked("kahoot")
    sheet = files.pop("xl/worksheets/sheet1.xml")
    for name in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        files[name] = files[name].replace(b"worksheets/sheet1.xml", b"worksheets/sheet1.bin")
    moved = files | {"xl/worksheets/sheet1.bin": sheet}
    assert outcome("kahoot", archive(moved)) == outcome("kahoot", archive(unpacked("kahoot")))
    bomb = b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'ha'>]>" + sheet
    assert "entities" in outcome("kahoot", archive(moved | {"xl/worksheets/sheet1.bin": bomb}))


def test_what_is_another_archive_is_not_recognised() -> None:
    with pytest.raises(UnreadableError, match="not recognised"):
        recognise(archive({"word/document.xml": b"<a/>"}))
    assert "no spreadsheet" in outcome("kahoot", archive({"a": b""}))
    assert "no package" in outcome("apkg", archive({"a": b""}))


def collection(change: Callable[[sqlite3.Connection], object]) -> bytes:
    """Return the collection of our own package after a change."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(unpacked("apkg")["collection.anki2"])
        change(connection)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def as_new(connection: sqlite3.Connection) -> None:
    """Lay a collection out as Anki does since its schema 18."""
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    connection.executescript(
        "CREATE TABLE notetypes (id integer NOT NULL PRIMARY KEY, name text COLLATE unicase);"
        "CREATE TABLE fields (ntid integer NOT NULL, ord integer NOT NULL, "
        "name text NOT NULL COLLATE unicase, config blob NOT NULL, PRIMARY KEY (ntid, ord)) "
        "WITHOUT ROWID;"
        "INSERT INTO fields VALUES (1607392319, 0, 'Front', x''), (1607392319, 1, 'Back', x'');"
        "UPDATE col SET models = '';"
    )


def test_all_three_layouts_of_anki_are_read() -> None:
    files = unpacked("apkg")
    old = files["collection.anki2"]
    dummy = collection(lambda c: c.execute("DELETE FROM notes"))
    logged = bytearray(collection(as_new))
    logged[18:20] = b"\x02\x02"  # Anki leaves its collections in the mode of a write-ahead log
    new = zstandard.ZstdCompressor().compress(bytes(logged))
    packages = [
        archive({"collection.anki2": old}),
        archive({"collection.anki2": dummy, "collection.anki21": old}),
        archive({"collection.anki2": dummy, "collection.anki21b": new, "meta": b"\x08\x03"}),
    ]
    for package in packages:
        assert recognise(package) is by_name("apkg")
        assert outcome("apkg", package) == "q"


def test_a_zstandard_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.exchange.anki_package.LARGEST", 100_000)
    bomb = zstandard.ZstdCompressor().compress(b"0" * 1_000_000)
    assert "unpacks to more" in outcome("apkg", archive({"collection.anki21b": bomb}))
    assert "broken" in outcome("apkg", archive({"collection.anki21b": bomb[:20]}))


ENDLESS = """
    DROP TABLE notes;
    CREATE VIEW notes AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
        SELECT i AS id, 1 AS mid, 'a' AS flds, '' AS tags FROM n
    """


@pytest.mark.parametrize(
    "script",
    [
        ENDLESS,
        "DROP TABLE notes",
        "UPDATE col SET models = '[1, 2'",
        "UPDATE col SET models = '{\"1\": 5}'",
        "UPDATE notes SET mid = 'x'",
        "DROP TABLE col",
    ],
)
def test_a_collection_made_to_hurt_is_refused(script: str) -> None:
    made = collection(lambda c: c.executescript(script))
    assert "broken" in outcome("apkg", archive({"collection.anki2": made}))


def test_a_deck_of_anybody() -> None:
    def change(connection: sqlite3.Connection) -> None:
        notes = [
            ("Which?<ol><li>one</li><li>two</li></ol>", "B<br>Because."),
            ("Which?<ul><li>one<li>two</ul>", "<i>one</i>"),
            ("Word", "Meaning"),
            ("Which <img src=a.png>?<ol><li>one</li><li>two</li></ol>", "one"),
            ("Which? [sound:a.mp3]<ol><li>one</li><li>two</li></ol>", "one"),
            ("Which?<ol><li>one</li><li>two</li></ol>", "three"),
        ]
        connection.execute("DELETE FROM notes")
        for number, sides in enumerate(notes):
            row = (number, f"g{number}", 1607392319, 0, 0, "", "\x1f".join(sides), "", 0, 0, "")
            connection.execute(f"INSERT INTO notes VALUES ({', '.join('?' * 11)})", row)  # noqa: S608

    known = by_name("apkg")
    assert known.read
    package = archive({"collection.anki2": collection(change)})
    bank, skipped, _told = assemble(known.read(package), Origin(title="T", language="en"))
    assert [(q.answer, q.explanation) for q in bank.questions] == [("two", "Because."), ("one", "")]
    assert [line for line, _what, _reason in skipped] == [3, 4, 5, 6]


@pytest.mark.parametrize(("row", "ends_in"), [(5_000, "q-2"), (99_999_999, "broken")])
def test_rows_far_below_are_read_or_refused_and_never_passed_over(row: int, ends_in: str) -> None:
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Question", "Correct Answer", "Incorrect Answer 1"])
    book.save(out)
    with zipfile.ZipFile(out) as made:
        files = {entry: made.read(entry) for entry in made.namelist()}
    name = "xl/worksheets/sheet1.xml"
    cells = "".join(
        f'<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>'
        for column, text in (("A", "Q 2"), ("B", "a"), ("C", "b"))
    )
    far = f'<row r="{row}">{cells}</row></sheetData>'.encode()
    files[name] = files[name].replace(b"</sheetData>", far)
    assert ends_in in outcome("gimkit", archive(files))
