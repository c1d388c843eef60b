"""How the interface names and writes things: modes, categories, numbers, results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from quiz.base import dates
from quiz.base.figures import decimal, whole
from quiz.base.language import _, ngettext, pgettext

if TYPE_CHECKING:
    from quiz.banks.models import Source

RIGHT, WRONG, HERE, LATE, NOTE = "✓", "✗", "▸", "◷", "※"
"""The marks; each stands beside a word or in a legend that says it in words."""

ALL = 1000
"""As many questions as the settings allow: the round takes all there are."""


def mode_told(mode: str) -> str:
    """Say in one line what a mode is."""
    told = {
        "timed": _("Against the clock; quick answers are worth more."),
        "relaxed": _("No clock: every right answer is worth the same."),
        "exam": _("Against the clock, and no word on right or wrong until the end."),
        "mistakes": _("What you answered wrong, until it is right twice running."),
        "review": _("What is due today, before you forget it."),
    }
    return told.get(mode, "")


def category_name(category: str | None) -> str:
    """Name a category; None is all of them."""
    names = {
        None: pgettext("category", "all"),
        "dates": _("dates"),
        "numbers": _("numbers"),
        "roles": _("roles"),
        "people": _("people"),
        "places": _("places"),
        "organisations": _("organisations"),
        "things": _("things"),
    }
    return names.get(category, category or "")


def status_name(status: str | None) -> str:
    """Name how far a question is; None is any."""
    names = {
        None: pgettext("status", "all"),
        "draft": _("draft"),
        "reviewed": _("reviewed"),
        "retired": _("retired"),
    }
    return names.get(status, status or "")


def severity_name(severity: str) -> str:
    """Name how grave a finding of the checker is."""
    names = {"error": _("error"), "warning": _("warning"), "advice": _("advice")}
    return names.get(severity, severity)


def language_name(language: str) -> str:
    """Name a language of questions."""
    return {"pl": _("Polish"), "en": _("English")}.get(language, language)


def own_name(language: str) -> str:
    """Name a language of the interface as who speaks it does; empty is that of the system."""
    return {"pl": "polski", "en": "English"}.get(language) or _("as the system")


def theme_name(theme: str) -> str:
    """Name a theme."""
    return {"dark": _("night"), "light": _("day")}.get(theme, theme)


def on_off(value: object) -> str:
    """Name the state of a switch."""
    return _("on") if value else _("off")


def number(value: int) -> str:
    """Write a whole number with its thousands apart."""
    return whole(value)


def questions(count: int) -> str:
    """Say how many questions."""
    return ngettext("{n} question", "{n} questions", count).format(n=number(count))


def points(count: int) -> str:
    """Say how many points."""
    return ngettext("{n} point", "{n} points", count).format(n=number(count))


def seconds(value: float) -> str:
    """Write a time in seconds, to a tenth."""
    return _("{n} s").format(n=decimal(value, 1))


def quotation(text: str) -> Content:
    """Quote a text, the quotation marks in the colour of what is to be noticed."""
    before, _text, after = _("“{text}”").partition("{text}")
    return Content.assemble((before, "bold $signal"), (text, "italic"), (after, "bold $signal"))


def source_told(source: Source | None) -> str:
    """Say where a quote is from: title, publisher, date."""
    if source is None:
        return ""
    published = dates.day(source.published) if source.published else ""
    return ", ".join(part for part in (source.title, source.publisher, published) if part)
