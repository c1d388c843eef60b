"""From bytes to a TOML table, with a clear line for every way in which that can fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quiz.banks.problems import BankError, Problem, shown, whole
from quiz.base.files import reason
from quiz.base.language import _
from quiz.base.text import name_of, one_line
from quiz.base.toml import loads, long_number
from quiz.base.vocabulary import BANK_FORMAT

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest file that is read as a bank: some 150,000 questions."""


def read_text(path: Path, name: str | None = None) -> str:
    """Read the text of a bank. Raises BankError where there is none, in UTF-8, of a sane size.

    `name` is what problems call the file; its whole path if None.
    """
    name = str(path) if name is None else name
    return decode(read_data(path, name), name)


def read_data(path: Path, name: str) -> bytes:
    """Read the file of a bank, whatever is in it. Raises BankError where there is none, or huge."""
    try:
        if path.exists() and not path.is_file():
            raise whole(name, _("the bank cannot be read: it is no file"))
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = _("the bank cannot be read: {reason}").format(reason=reason(error))
        raise whole(name, message) from None
    except ValueError:
        raise whole(name, _("this is no file name")) from None
    require_sane(data, name)
    return data


def require_sane(data: bytes, name: str) -> None:
    """Raise BankError where a bank is larger than `LARGEST`."""
    if len(data) > LARGEST:
        message = _("the bank is larger than {size} MB: split it into several")
        raise whole(name, message.format(size=LARGEST // 1024 // 1024))


def decode(data: bytes, name: str) -> str:
    """Decode UTF-8, with or without a byte order mark. Raises BankError."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        start = data.rfind(b"\n", 0, error.start) + 1
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8")) + 1
        message = _("the byte {byte} is not UTF-8: save the file in the encoding UTF-8").format(
            byte=f"0x{data[error.start]:02X}"
        )
        raise BankError([Problem(one_line(name), line, column, message)]) from None


def parse_table(text: str, name: str) -> dict[str, Any]:
    """Parse the TOML of a bank of our format. Raises BankError with one problem."""
    import tomli  # noqa: PLC0415 - naming a bank needs no parser

    name = one_line(name)
    try:
        text.encode("utf-8")
        table = loads(text)
    except UnicodeEncodeError as error:
        raise _at(text, error.start, name, _unreadable(text[error.start])) from None
    except tomli.TOMLDecodeError as error:
        message = _syntax(error.msg, text[error.pos : error.pos + 1])
        raise BankError([Problem(name, error.lineno, error.colno, message)]) from None
    except RecursionError:
        raise whole(name, _("arrays or tables are nested too deeply for a bank")) from None
    except ValueError:
        message = _("a number has more digits than can be read: shorten it")
        raise _at(text, long_number(text) or 0, name, message) from None
    version = table.get("format")
    if type(version) is int and version > BANK_FORMAT:
        message = _(
            "the bank is written in format {version}, and this program reads format {known}: "
            "get a newer newsquiz"
        )
        raise whole(name, message.format(version=shown(version), known=BANK_FORMAT))
    return table


def _at(text: str, position: int, name: str, message: str) -> BankError:
    line = text.count("\n", 0, position) + 1
    column = position - text.rfind("\n", 0, position)
    return BankError([Problem(name, line, column, message)])


def _unreadable(character: str) -> str:
    return _("the character {name} may not stand here: take it out").format(name=name_of(character))


def _syntax(message: str, character: str) -> str:
    """Put tomli's words for a syntax error (tomli/_parser.py) into ours, with what to do."""
    misplaced = _unclosed() if character in {"", "\n"} else _unreadable(character)
    known = {
        "Illegal character": misplaced,
        "Found invalid character": misplaced,
        "Invalid statement": _("a line is KEY = VALUE or [[TABLE]]; a remark begins with #"),
        "Expected newline": _(
            "the value ends before this; a text needs one pair of quotation marks"
        ),
        "Expected '=' after a key": _("after a key comes = and its value"),
        "Expected ']]'": _("the name of the table is not closed: write ]] after it"),
        "Expected ']'": _("the name of the table is not closed: write ] after it"),
        "Expected": _unclosed(),
        "Invalid initial character": _("a key of letters, digits, - and _ should stand here"),
        "Invalid value": _("this is no value: a text goes between quotation marks"),
        "Invalid date": _("there is no such date: write it as in 2025-06-18"),
        "Invalid hex": _unescaped(),
        "Escaped character": _unescaped(),
        "Unescaped": _unescaped(),
        "Unclosed array": _("the array is not closed, or a comma is missing: write , or ]"),
        "Unclosed inline": _("the table is not closed, or a comma is missing: write , or }"),
        "Unterminated": _unclosed(),
        "Cannot overwrite": _("this key already has a value: write it once"),
        "Duplicate inline": _("this key already has a value: write it once"),
        "Cannot declare": _(
            "this table was already begun: write its name once, or [[…]] for one more"
        ),
        "Cannot mutate": _("this table was closed before: write all of it in one place"),
        "Cannot redefine": _("this name already stands for something else"),
    }
    for beginning, words in known.items():
        if message.startswith(beginning):
            return words
    return _("this is not valid TOML")


def _unclosed() -> str:
    return _("a text is not closed: write the quotation mark at its end")


def _unescaped() -> str:
    return _("a backslash in a text is written twice: \\\\")
