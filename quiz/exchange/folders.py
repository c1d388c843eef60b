"""Moodle's paths of categories, such as `$course$/top/History/dates`.

A slash in a name is doubled, and a name may not begin or end with one (Moodle's
`question_bank` and `qformat_default::split_category_path`).
"""

from __future__ import annotations

import re

from quiz.base.text import one_line

_SLASH = re.compile("(?<!/)/(?!/)")
_NO_FOLDER = re.compile(r"\s*$|\$.*\$\s*$|top\s*$|Default for ", re.IGNORECASE)


def path(title: str, category: str) -> str:
    """Return the path of a category of questions below one with the title of their bank."""
    name = title.replace("/", "//")
    before, behind = (" " if name[at] == "/" else "" for at in (0, -1))
    return f"{before}{name}{behind}/{category}"


def last_folder(path: str) -> str:
    """Return the last name of a path that means anything; "" where none does."""
    names = [name.replace("//", "/").strip() for name in _SLASH.split(path)]
    named = [one_line(name) for name in names if not _NO_FOLDER.match(name)]
    return named[-1] if named else ""
