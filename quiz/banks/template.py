"""Beginning a bank by hand: a commented file that can be played at once."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from quiz.banks.problems import unwritable
from quiz.banks.write import SCHEMA
from quiz.base.errors import QuizError
from quiz.base.files import write_atomically
from quiz.base.language import _, code
from quiz.base.text import one_line

_TEMPLATES = Path(__file__).parent / "templates"


def template(language: str) -> str:
    """Return the commented template of a bank in "pl" or "en"."""
    return (_TEMPLATES / f"bank.{language}.toml").read_text(encoding="utf-8")


def begin_bank(path: Path, language: str | None = None) -> str:
    """Write the template to a new file, and the schema beside it where there is none.

    `language` is that of the interface where it is None. Returns the name of the file as text.
    Raises QuizError where a file is there already or the system refuses.
    """
    from quiz.banks.schema import schema  # noqa: PLC0415 - brings the validator

    name = one_line(str(path))
    if path.suffix != ".toml":
        message = _("a bank is a file that ends in .toml: write {file}.toml")
        raise QuizError(message.format(file=name.rstrip(".")))
    beside = path.parent / SCHEMA
    text = template(language or code())
    try:
        if path.exists() or path.is_symlink():
            message = _("{file} is there already and stays as it is: choose another name")
            raise QuizError(message.format(file=name))
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise unwritable(name, error) from None
    except ValueError:
        raise QuizError(_("{file} is no file name").format(file=name)) from None
    # The bank is whole without it: what is lost is that an editor completes its keys.
    with suppress(OSError):
        if not beside.exists():
            written = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
            write_atomically(beside, written.encode("utf-8"))
    return name
