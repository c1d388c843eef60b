"""The language of the interface: every string a person reads passes through here.

English is the language of the source; the others are gettext catalogues in
`quiz/locales/LANGUAGE/LC_MESSAGES/newsquiz.po`. The language is chosen by `use`, at the start and
whenever the person chooses another; `_`, `pgettext` and `ngettext` look a message up at each call,
so that no constant of a module or class may hold what they return.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from quiz.base.vocabulary import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from gettext import GNUTranslations

Code = Literal["pl", "en"]

DOMAIN = "newsquiz"
LOCALES = Path(__file__).parent.parent / "locales"
SOURCE: Code = "en"
VARIABLE = "NEWSQUIZ_LANGUAGE"
OPTION = "--interface-language"


class _Chosen:
    language: Code = SOURCE
    catalogue: GNUTranslations | None = None
    """None in the language of the source, and where the catalogue cannot be read."""


def use(language: str) -> None:
    """Show every message in `language` from now on: "pl", "en" or a locale's name of them."""
    chosen = _known(language) or SOURCE
    if chosen != _Chosen.language:
        _Chosen.catalogue = _catalogue(chosen)
        _Chosen.language = chosen


def code() -> Code:
    """Return the language of the interface, as banks name it."""
    return _Chosen.language


def spoken(words: Sequence[str]) -> str | None:
    """Return the language that a command line names; the parser that reads it speaks it already.

    What is wrong with it is left to the parser to say.
    """
    said = None
    for word, after in zip(words, [*words, ""][1:], strict=True):
        if word == "--":
            break
        option, equals, value = word.partition("=")
        # The shortest that argparse takes for this option.
        if option.startswith("--in") and OPTION.startswith(option):
            said = value if equals else after
    return said


def preferred(
    said: str | None = None, environment: Mapping[str, str] = os.environ, kept: str = ""
) -> Code:
    """Return the language a person wants.

    What the command line says comes first, then `NEWSQUIZ_LANGUAGE`, then what the settings keep,
    then the locale. A language that is not spoken here counts as not said.
    """
    for name in (said, environment.get(VARIABLE), kept):
        if known := _known(name or ""):
            return known
    return of_locale(environment)


def of_locale(environment: Mapping[str, str] = os.environ) -> Code:
    """Return the language of the person's locale, English where it is another.

    The variables rank as gettext has them: LC_ALL, LC_MESSAGES and LANG say whether there is a
    locale at all, and only then LANGUAGE, a list by preference. Where none of them is set, as on
    Windows and in programs that macOS starts, the system is asked.
    """
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, names), "")
    wanted = environment.get("LANGUAGE", "")
    if locale.partition(".")[0] in {"C", "POSIX"}:
        return SOURCE
    if not locale and not wanted:
        return _first_known(_of_system())
    return _first_known([*wanted.split(":"), locale])


def _first_known(names: Iterable[str]) -> Code:
    return next(filter(None, map(_known, names)), SOURCE)


def _known(name: str) -> Code | None:
    """Return the language of a locale's name, "pl_PL.UTF-8" or "pl-PL", if it is spoken here."""
    language = name.replace("-", "_").partition(".")[0].partition("_")[0].strip().lower()
    return cast("Code", language) if language in LANGUAGES else None


def _of_system() -> Iterable[str]:
    """Return the names of the locales that the system itself prefers, best first."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  # where it is needed
        import locale  # noqa: PLC0415

        return [locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")]
    if sys.platform == "darwin":
        import plistlib  # noqa: PLC0415

        path = Path("~/Library/Preferences/.GlobalPreferences.plist").expanduser()
        with suppress(OSError, ValueError, plistlib.InvalidFileException), path.open("rb") as file:
            names = plistlib.load(file).get("AppleLanguages", [])
            return [name for name in names if isinstance(name, str)]
    return []


def _catalogue(language: Code) -> GNUTranslations | None:
    if language == SOURCE:
        return None
    folder = LOCALES / language / "LC_MESSAGES"
    from gettext import GNUTranslations  # noqa: PLC0415  # English needs none of this
    from struct import error as torn  # noqa: PLC0415

    from quiz.base.catalogue import compiled  # noqa: PLC0415

    with suppress(OSError, ValueError, ImportError, torn):
        return GNUTranslations(compiled(folder / f"{DOMAIN}.po"))
    return None


def _(message: str) -> str:
    """Return `message` in the language of the interface."""
    catalogue = _Chosen.catalogue
    return message if catalogue is None else catalogue.gettext(message)


def quoted(text: str) -> str:
    """Put a text between the quotation marks of the language."""
    return _("“{text}”").format(text=text)


def pgettext(context: str, message: str) -> str:
    """Return `message` in the language of the interface, as it is said in `context`.

    For a word that is one in English and several in another language.
    """
    catalogue = _Chosen.catalogue
    return message if catalogue is None else catalogue.pgettext(context, message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with `count`, by the language's plural rule."""
    catalogue = _Chosen.catalogue
    if catalogue is None:
        return one if count == 1 else many
    return catalogue.ngettext(one, many, count)
