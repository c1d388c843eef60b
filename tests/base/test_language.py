"""Which language the interface speaks, and where its catalogue comes from."""

from __future__ import annotations

import argparse
import gettext
import os
import plistlib
import sys
from typing import TYPE_CHECKING

import pytest

from quiz.base import catalogue
from quiz.base.catalogue import compiled
from quiz.base.language import _, code, ngettext, of_locale, preferred, spoken, use
from quiz.cli import main

if TYPE_CHECKING:
    from pathlib import Path

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "{}"\nmsgstr "{}"\n'


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LC_ALL": "", "LC_MESSAGES": "pl", "LANG": "en_GB"}, "pl"),
        ({"LC_ALL": "C", "LANG": "pl_PL"}, "en"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "pl"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANG": "plt_MG"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "de:pl:en"}, "pl"),
        ({"LANG": "pl_PL.UTF-8", "LANGUAGE": "en_GB:pl"}, "en"),
        ({"LANG": "pl_PL.UTF-8", "LANGUAGE": ""}, "pl"),
        ({"LANGUAGE": "pl"}, "pl"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert of_locale(environment) == language


def test_without_a_locale_macos_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert of_locale({}) == "en"
    path = tmp_path / "Library" / "Preferences" / ".GlobalPreferences.plist"
    path.parent.mkdir(parents=True)
    path.write_bytes(plistlib.dumps({"AppleLanguages": [3, "kl-GL", "pl-PL"]}))
    assert of_locale({}) == "pl"
    assert of_locale({"LANG": "en_GB.UTF-8"}) == "en"
    path.write_bytes(b"bplist00 torn")
    assert of_locale({}) == "en"


@pytest.mark.parametrize(
    ("said", "environment", "kept", "language"),
    [
        ("pl", {"NEWSQUIZ_LANGUAGE": "en", "LANG": "en_GB"}, "en", "pl"),
        (None, {"NEWSQUIZ_LANGUAGE": "pl_PL.UTF-8", "LANG": "en_GB"}, "en", "pl"),
        (None, {"NEWSQUIZ_LANGUAGE": "", "LANG": "en_GB"}, "pl", "pl"),
        (None, {"LANG": "pl_PL"}, "", "pl"),
        ("xx", {"NEWSQUIZ_LANGUAGE": "xx", "LANG": "pl_PL"}, "", "pl"),
    ],
)
def test_what_is_said_ranks_above_what_is_kept(
    said: str | None, environment: dict[str, str], kept: str, language: str
) -> None:
    assert preferred(said, environment, kept) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["banks", "--interface-language", "pl"], "pl"),
        (["--interface-language=pl", "banks"], "pl"),
        (["--interf", "pl"], "pl"),
        (["--interface-language", "pl", "--interface-language", "en"], "en"),
        (["--interface-language"], ""),
        ([], None),
        (["--", "--interface-language", "pl"], None),
        (["check", "interface-language", "--insane"], None),
    ],
)
def test_the_command_line_is_heard_before_it_is_read(
    words: list[str], language: str | None
) -> None:
    assert spoken(words) == language


def test_the_parser_itself_speaks_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--interface-language", "pl", "play", "--mode", "sleep"])
    assert ended.value.code == 2
    assert "nieprawidłowa wartość: 'sleep'" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["check", "--help", "--interface-language", "en"])
    assert "usage: newsquiz check" in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--interface-language=pl", "check", "--help"])
    assert "użycie: newsquiz check" in capsys.readouterr().out
    assert vars(argparse)["_"]("usage: ") == "użycie: "


def test_messages_follow_the_language_at_once() -> None:
    use("pl")
    assert (code(), _("Back")) == ("pl", "Wróć")
    forms = [ngettext("{n} question", "{n} questions", n).format(n=n) for n in (1, 2, 5, 12, 22)]
    assert forms == ["1 pytanie", "2 pytania", "5 pytań", "12 pytań", "22 pytania"]
    use("en_GB.UTF-8")
    assert (code(), _("Back")) == ("en", "Back")
    use("kl")
    assert code() == "en"


def said(source: Path) -> str:
    with compiled(source) as file:
        return gettext.GNUTranslations(file).gettext("Back")


def test_a_changed_catalogue_is_made_anew(tmp_path: Path) -> None:
    source = tmp_path / "newsquiz.po"
    source.write_text(PO.format("Back", "Wróć"), "utf-8")
    assert said(source) == "Wróć"
    made = source.with_suffix(".mo")
    before = made.read_bytes()
    assert said(source) == "Wróć"
    # An older source than the compiled one is another source as well: a checkout goes back too.
    source.write_text(PO.format("Back", "Cofnij"), "utf-8")
    os.utime(source, (1, 1))
    assert said(source) == "Cofnij"
    assert made.read_bytes() != before
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["newsquiz.mo", "newsquiz.po"]


def test_an_installed_catalogue_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "newsquiz.po"
    source.write_text(PO.format("Back", "Wróć"), "utf-8")
    said(source)
    source.unlink()
    monkeypatch.setattr(catalogue, "compile_catalogue", None)
    assert said(source) == "Wróć"


def test_a_folder_that_is_not_ours_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(catalogue, "keep", refuse)
    source = tmp_path / "newsquiz.po"
    source.write_text(PO.format("Back", "Wróć"), "utf-8")
    assert said(source) == "Wróć"
    assert not source.with_suffix(".mo").exists()


def test_a_damaged_catalogue_leaves_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    monkeypatch.setattr("quiz.base.language.LOCALES", tmp_path)
    for text in ("<<<<<<< HEAD\n", 'msgid "Back"\nmsgstr "x\n'):
        (folder / "newsquiz.po").write_text(text, "utf-8")
        use("pl")
        assert _("Back") == "Back"
        use("en")
    (folder / "newsquiz.po").unlink()
    (folder / "newsquiz.mo").write_bytes(b"\xde\x12\x04\x95 torn")
    use("pl")
    assert _("Back") == "Back"
