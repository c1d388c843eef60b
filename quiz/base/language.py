"""The language of the interface: every string a person reads passes through here.

Catalogues are gettext's, in `quiz/locales/LANGUAGE/LC_MESSAGES/newsquiz.mo`; English is the
language of the source. The catalogue is chosen once, by `use`, before the first string is asked
for; `_` and `ngettext` look it up at each call, so that module constants must not hold a
translated string.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAIN = "newsquiz"
LOCALES = Path(__file__).parent.parent / "locales"


class _Chosen:
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str | None = None) -> None:
    """Choose the catalogue: of `language`, or where it is None of the person's locale."""
    languages = [language] if language else None
    _Chosen.catalogue = gettext.translation(DOMAIN, LOCALES, languages, fallback=True)


def code(environment: Mapping[str, str] = os.environ) -> str:
    """Return the language of the person's locale as banks name it: "pl", or else "en"."""
    names = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "pl" if next(filter(None, names), "").startswith("pl") else "en"


def _(message: str) -> str:
    """Return `message` in the language of the interface."""
    return _Chosen.catalogue.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with `count`, by the language's plural rule."""
    return _Chosen.catalogue.ngettext(one, many, count)
