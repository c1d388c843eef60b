"""Anki's package (.apkg): a collection in SQLite inside an archive.

Anki has three layouts: `collection.anki2` and `collection.anki21`, in which the note types are JSON
in the table `col`, and since 2.1.50 `collection.anki21b`, compressed with Zstandard, in which they
are tables. All three are read; what is written (with genanki) is the first, which every Anki reads.
A collection is data from outside: it is opened in memory, may only be read, and stops a query that
runs away.
"""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from itertools import count
from typing import TYPE_CHECKING, Any
from zlib import crc32

from quiz.base.language import _
from quiz.exchange.anki_text import guid
from quiz.exchange.archive import LARGEST, open_archive, read_entry
from quiz.exchange.card import back, front, read_card, tag_names
from quiz.exchange.evidence import titles_of
from quiz.exchange.named import find_names, read_rows
from quiz.exchange.plaintext import from_html
from quiz.exchange.protocol import Format, Item, Skipped, UnreadableError, Writing
from quiz.exchange.tables import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.banks.models import Bank
    from quiz.exchange.peek import Peek
    from quiz.exchange.protocol import Wishes

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_SQLITE = b"SQLite format 3\0"
_LOG = 18
"""Where the two bytes stand that say how a database is written (SQLite's file format, 1.3)."""

_MODEL = 1_607_392_319
_STEPS = 10_000_000
_LONGEST = 8 * 1024 * 1024
_CSS = """
.card { font-family: sans-serif; font-size: 20px; text-align: left; max-width: 40em;
        margin: 0 auto; padding: 1em; }
.newsquiz { font-weight: bold; }
blockquote { border-left: 3px solid currentcolor; margin: .8em 0; padding-left: .8em; }
blockquote p { margin: 0; }
.answer { font-size: 1.1em; }
"""


def read(data: bytes) -> Iterator[Item | Skipped]:
    """Read the notes of a package. Raises UnreadableError."""
    with open_archive(data) as archive:
        names = set(archive.namelist())
        name = next((known for known in _COLLECTIONS if known in names), None)
        if name is None:
            raise UnreadableError(_("it is no package of Anki's: it holds no collection"))
        collection = read_entry(archive, name)
    if name.endswith("b"):
        collection = _decompressed(collection)
    if not collection.startswith(_SQLITE):
        raise UnreadableError(_("its collection is broken"))
    connection = sqlite3.connect(":memory:")
    try:
        yield from _notes(connection, collection)
    except (
        sqlite3.Error, ValueError, KeyError, TypeError, AttributeError, OverflowError,
        RecursionError,
    ):  # fmt: skip
        raise UnreadableError(_("its collection is broken")) from None
    finally:
        connection.close()


def _decompressed(data: bytes) -> bytes:
    import zstandard  # noqa: PLC0415 - only for new packages

    try:
        reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(data))
        whole = reader.read(LARGEST + 1)
    except (zstandard.ZstdError, MemoryError):
        raise UnreadableError(_("its collection is broken")) from None
    if len(whole) > LARGEST:
        message = _("its archive unpacks to more than {size} MB")
        raise UnreadableError(message.format(size=LARGEST // 1024 // 1024))
    return whole


def _notes(connection: sqlite3.Connection, collection: bytes) -> Iterator[Item | Skipped]:
    steps = count()
    # New collections are marked for a write-ahead log, which a database in memory cannot have.
    connection.deserialize(collection[:_LOG] + b"\x01\x01" + collection[_LOG + 2 :])
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.set_progress_handler(lambda: next(steps) > _STEPS // 1000, 1000)
    connection.set_authorizer(_only_reading)
    connection.create_collation("unicase", _compared)
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_master"))
    if kinds.get("notes") != "table":
        raise UnreadableError(_("its collection is broken"))
    fields = _fields(connection, kinds)
    query = "SELECT mid, flds, tags FROM notes ORDER BY id"
    for number, (kind, texts, tags) in enumerate(connection.execute(query), 1):
        cells = str(texts).split("\x1f")
        names = find_names(Row(0, fields.get(int(kind), [])))
        if names:
            row = Row(number, [from_html(cell).text for cell in cells])
            yield from read_rows([row], names)
        else:
            sides = [*cells, "", ""][:2]
            yield read_card(number, sides[0], sides[1], str(tags).split())


def _fields(connection: sqlite3.Connection, kinds: dict[str, str]) -> dict[int, list[str]]:
    """Return the names of the fields of each note type."""
    found: dict[int, list[str]] = {}
    if kinds.get("fields") == "table":
        query = "SELECT ntid, name FROM fields ORDER BY ntid, ord"
        for kind, name in connection.execute(query):
            found.setdefault(int(kind), []).append(str(name))
        return found
    models: dict[str, Any] = {}
    for (text,) in connection.execute("SELECT models FROM col LIMIT 1"):
        models = json.loads(text)
    for key, model in models.items():
        found[int(key)] = [str(field["name"]) for field in model["flds"]]
    return found


def _only_reading(action: int, *_names: str | None) -> int:
    allowed = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _compared(one: str, other: str) -> int:
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def write(bank: Bank, wishes: Wishes) -> Writing:
    """Write a bank as a package with one deck."""
    import genanki  # type: ignore[import-untyped]  # noqa: PLC0415 - only for packages

    model = genanki.Model(
        _MODEL,
        "newsquiz",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {
                "name": "Card 1",
                "qfmt": "{{Front}}",
                "afmt": "{{FrontSide}}<hr id=answer>{{Back}}",
            }
        ],
        css=_CSS,
    )
    deck = genanki.Deck(1 << 30 | crc32(bank.title.encode()) >> 2, bank.title)
    titles = titles_of(bank)
    for question in bank.questions:
        note = genanki.Note(
            model=model,
            fields=[front(question, bank.language), back(question, titles)],
            sort_field=question.prompt,
            tags=tag_names(question.tags),
            guid=guid(question, bank),
        )
        deck.add_note(note)
    connection = sqlite3.connect(":memory:")
    try:
        # genanki's own way to a file leaves its temporary database behind.
        genanki.Package(deck).write_to_db(
            connection.cursor(), wishes.now, count(int(wishes.now * 1000))
        )
        connection.commit()
        collection = connection.serialize()
    finally:
        connection.close()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("collection.anki2", collection)
        archive.writestr("media", "{}")
    return Writing(out.getvalue(), len(bank.questions))


def recognise(peek: Peek) -> bool:
    """Tell a package by the collection in it."""
    return peek.is_zip and bool(peek.names & set(_COLLECTIONS))


FORMAT = Format(
    name="apkg",
    title="Anki (.apkg)",
    suffix=".apkg",
    holds=frozenset({"id", "category", "explanation", "evidence", "tags"}),
    recognise=recognise,
    read=read,
    write=write,
)
