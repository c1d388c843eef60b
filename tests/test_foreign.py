"""Whatever a person reads goes through the catalogues: what comes out tells.

The interface is spoken in a made-up language of Cyrillic letters, and all banks and names are
written in Greek ones. A Latin word on a screen or in the output has then come by another way, but
for names of keys, files, options and fields.
"""

from __future__ import annotations

import gettext
import io
import re
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import tomli
import tomli_w

from quiz.banks.models import Allowance, Bank, Evidence, Question, Source
from quiz.banks.read import read_bank
from quiz.base import language
from quiz.base.vocabulary import CATEGORIES, LANGUAGES, STATUSES
from quiz.cli import RUN, main
from quiz.exchange.formats import FORMATS
from quiz.scores.blocks import HEADER, encode
from tests.app import test_languages as screens
from tests.app import test_workshop_snapshots as workshop
from tests.app.history_kit import look_back, renamed, rounds, save
from tests.app.kit import BANKS, make, until
from tests.app.workshop_kit import by_hand

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    Out = pytest.CaptureFixture[str]

HERE = Path(__file__).parent
CHECKED, INVALID = HERE / "check" / "banks", HERE / "banks" / "invalid"
CORPUS = HERE / "exchange" / "corpus"
FIELD = re.compile(r"(\{\w*(?:![rs])?(?::[^{}]*)?\}|%(?:\(\w+\))?[rs])")
LATIN = re.compile(r"(?<![-\w/\\{$])(?<!\w\.)[a-zA-Z]{2,}(?![-\w/\\}=]|\.\w)")
"""A word that stands by itself; an option, a path or a place in a file does not."""
NAMES = {"newsquiz", "delta", "rivers", "cost", "opened", "broken", "toml", "polski", "English"} | {
    *("Enter", "Esc", "Tab", "Ctrl", "Space", "UTF"),
}
"""Names of the program, of banks and questions, of keys, and of languages in themselves."""


KEYS = {
    word
    for of in (Bank, Source, Question, Evidence, Allowance)
    for field in fields(of)
    for word in (field.name, *field.name.split("_"))
} | {
    *CATEGORIES,
    *STATUSES,
    *LANGUAGES,
    "sources",
    "questions",
    "format",
    "CC",
    "BY",
    "true",
    "false",
}
"""What stands in a bank beside its texts."""
UNICODE = re.compile(r"\b[A-Z]{3,}\b")
"""A word of the name that the Unicode Standard gives to a character."""


class Foreign(gettext.NullTranslations):
    """A language that nobody speaks."""

    def gettext(self, message: str) -> str:
        return message and cyrillic(message)  # argparse also asks for None

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return cyrillic(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        return cyrillic(one if count == 1 else many)


def moved(text: str, first: int) -> str:
    """Write the Latin letters of a text as others, beginning with the character `first`."""
    return re.sub(r"[a-zA-Z]", lambda found: chr(first + ord(found[0].lower()) % 24), text)


def cyrillic(message: str) -> str:
    """Write a message in Cyrillic letters; its fields stay."""
    parts = FIELD.split(message)
    return "".join(part if at % 2 else moved(part, 0x430) for at, part in enumerate(parts))


def greek(value: object, key: str = "") -> object:
    """Write all texts of a bank in Greek letters; ids and the like stay."""
    if isinstance(value, dict):
        return {name: greek(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [greek(each, key) for each in value]
    kept = ("id", "language", "category", "status", "path", "source", "format", "licence", "url")
    return moved(value, 0x3B1) if isinstance(value, str) and key not in kept else value


@pytest.fixture(autouse=True)
def _foreign(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language._Chosen, "catalogue", Foreign())


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    folder = tmp_path / "banks"
    folder.mkdir()
    table = tomli.loads((BANKS / "delta.toml").read_text("utf-8"))
    (folder / "delta.toml").write_text(tomli_w.dumps(greek(table)), "utf-8")  # type: ignore[arg-type]
    return folder


def latin(text: str, *names: str) -> list[str]:
    """Return the Latin words of a text that are no names."""
    return [word for word in LATIN.findall(text) if word not in NAMES and word not in names]


def only_foreign(reach: screens.Reach) -> screens.Reach:
    """Reach a screen and look for Latin words."""

    async def looked(pilot: Pilot[None]) -> None:
        await reach(pilot)
        text = screens.text(pilot)
        assert re.search("[а-я]{3}", text)
        assert latin(text) == []

    return looked


async def shown(app: object, reach: screens.Reach) -> None:
    """Run an app as far as a screen, and look."""
    async with app.run_test(size=(140, 45)) as pilot:  # type: ignore[attr-defined]
        await only_foreign(reach)(pilot)


@pytest.mark.parametrize("reach", screens.PLAYING, ids=lambda reach: reach.__name__.strip("_"))
async def test_playing(reach: screens.Reach, tmp_path: Path, banks: Path) -> None:
    await shown(make(tmp_path, 'player = "Αλα"\n', banks_folder=banks), reach)


@pytest.mark.parametrize("reach", screens.EDITING, ids=lambda reach: reach.__name__)
async def test_editing(reach: screens.Reach, tmp_path: Path) -> None:
    table = greek(tomli.loads(workshop.BANK))
    path = by_hand(tmp_path / "own banks", tomli_w.dumps(table))  # type: ignore[arg-type]
    (path.parent / "sources").mkdir()
    article = moved(workshop.ARTICLE, 0x3B1)
    (path.parent / "sources" / "bridge.txt").write_text(article, "utf-8")
    await shown(make(tmp_path / "own", edit=path, banks_folder=path.parent), reach)


@pytest.mark.parametrize("name", screens.HISTORY)
async def test_history(name: str, tmp_path: Path, banks: Path) -> None:
    save(tmp_path, rounds(40, "Αλα", asked=read_bank(banks / "delta.toml").questions))

    async def reach(pilot: Pilot[None]) -> None:
        page = await look_back(pilot)
        for key in screens.HISTORY[name]:
            await pilot.press(key)
        await until(pilot, lambda: page.settled)
        await pilot.pause(0.1)

    await shown(make(tmp_path, 'player = "Αλα"\n', banks_folder=banks), reach)


@pytest.fixture
def said(tmp_path: Path, banks: Path, capsys: Out) -> Callable[..., str]:
    """Run a command and return all it says."""
    save(tmp_path, rounds(8, "Αλα", asked=read_bank(banks / "delta.toml").questions))
    common = ("--scores", str(tmp_path / "scores" / "scores.toml"), "--banks", str(banks))

    def run(*words: str) -> str:
        with suppress(SystemExit):
            main([*words, *common])
        out, err = capsys.readouterr()
        return out + err

    return run


@pytest.mark.parametrize("command", ["", *RUN])
def test_help(command: str, said: Callable[..., str]) -> None:
    text = said(*command.split(), "--help")
    text = re.sub(r"\{[\w,]+\}", "", text)  # choices
    assert len(text) > 400
    assert latin(text, *RUN, *(known.name for known in FORMATS)) == []


def test_wrong_use(said: Callable[..., str]) -> None:
    for words in (("play", "--mode"), ("play", "--seed", "x"), ("nonsense",), ("export", "delta")):
        assert latin(said(*words), *words, *RUN, "int") == [], words


def test_banks_and_scores(said: Callable[..., str], tmp_path: Path) -> None:
    assert latin(said("banks"), "en") == []
    assert latin(said("scores")) == []
    assert latin(said("scores", "--verify")) == []
    assert latin(said("scores", "--compact")) == []
    (tmp_path / "banks" / "delta.toml").write_text('format = 1\ntitle = "Τ"\n', "utf-8")
    assert latin(said("banks"), "language", "pl", "en") == []


def test_a_round_line_by_line(
    said: Callable[..., str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("sys.stdin", io.StringIO("?\n1\nx\n2\n3\np\n\n4\n1\n"))
    text = said("play", "delta", "--plain", "--seed", "1")
    assert text.count("“") > 3
    assert latin(text) == []


def test_a_report(said: Callable[..., str], tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    asked = read_bank(tmp_path / "banks" / "delta.toml").questions
    for number, pupil in enumerate(("Αλα", "Βο", "Γη", "Δω", "Ερ", "Ζη")):
        made = rounds(3, pupil, asked=asked, hard=(0.0, 0.1, 0.6, -0.5, 0.3))
        made = [renamed(each, number * 100 + at) for at, each in enumerate(made)]
        (folder / f"{number}.toml").write_bytes(HEADER + b"".join(map(encode, made)))
    (folder / "no.toml").write_text("x = 1\n")
    assert latin(said("report", str(folder)), "no") == []
    assert latin(said("report", str(folder / "nowhere"))) == []
    page = tmp_path / "class.html"
    said("report", str(folder), "--html", str(page))
    text = page.read_text("utf-8")
    head, _body, body = text.partition("<body")
    told = re.findall(r'(?:aria-label|title|alt)="([^"]*)"', text)
    assert latin(re.sub(r"<[^>]*>", " ", body), "en") == []
    assert latin(" ".join(told)) == []
    assert latin(head.partition("<title>")[2].partition("</title>")[0]) == []


def test_findings(said: Callable[..., str], tmp_path: Path) -> None:
    for name in ("bad-en", "bad-pl"):
        table = tomli.loads((CHECKED / f"{name}.toml").read_text("utf-8"))
        texts = set(re.findall(r"[^\W\d_]+", str(table)))
        path = tmp_path / f"{name}.toml"
        path.write_text(tomli_w.dumps(table), "utf-8")
        text = re.sub(r"\[[\w-]+\]", "", said("check", str(path)))  # ids of questions
        assert len(text.splitlines()) > 20
        found = latin(text, *texts, *KEYS, "czerwcu")  # an example for a Polish bank
        assert [word for word in found if not re.fullmatch(r"[A-Z]{2}", word)] == []


@pytest.mark.parametrize("path", sorted(INVALID.glob("*.toml")), ids=lambda path: path.stem)
def test_what_is_wrong_with_a_bank(path: Path, said: Callable[..., str]) -> None:
    data = path.read_bytes().decode("utf-8", "replace")
    text = said("check", str(path))
    assert re.search("[а-я]{3}", text)
    assert latin(text, *re.findall(r"\w+", data), *KEYS, *UNICODE.findall(text)) == []


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.txt")), ids=lambda path: path.stem)
def test_what_cannot_be_imported(path: Path, said: Callable[..., str], tmp_path: Path) -> None:
    source = path.with_suffix("")
    name = {"csv": "csv"}.get(source.suffix[1:], source.suffix[1:])
    text = said("import", str(source), "--from", name, "-o", str(tmp_path / "new.toml"))
    assert re.search("[а-я]{3}", text)
    titles = [word for each in FORMATS for word in each.title.split()]
    data = re.findall(r"[^\W\d_]+", source.read_bytes().decode("utf-8", "replace"))
    assert latin(text, *data, *titles, *UNICODE.findall(text)) == []
