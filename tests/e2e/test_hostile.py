"""Whatever others wrote into files and names: a terminal gets nothing of it to act on."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.banks.write import dumps
from quiz.scores.blocks import HEADER, encode
from tests.hostile_texts import REFUSED, SHOWN
from tests.scores.rounds import SAPPERS, played
from tests.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parent.parent.parent
GAME = [sys.executable, str(ROOT / "play.py")]
NASTY = "".join(attempt.text for attempt in REFUSED)
IN_A_NAME = "".join(each.text for each in REFUSED if each.text.isascii() and "\0" not in each.text)
IN_A_NAME = IN_A_NAME.replace("/", "").replace("\r", "")[:120]
OURS = re.compile(rb"\x1b\[\d*K")
"""What a command itself may send: the line of progress is wiped."""


class Recorded(Terminal):
    """Keeps every byte that the program prints."""

    bytes = b""

    def read(self, seconds: float) -> bool:
        """Take what is printed, and keep it."""
        before = len(self.output)
        alive = super().read(seconds)
        self.bytes += self.output[before:]
        return alive


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Recorded]]:
    environment = {
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "PYTHONUTF8": "1",
        "NEWSQUIZ_SCORES": str(tmp_path / "scores.toml"),
    }
    started: list[Recorded] = []

    def begin(*words: str, columns: int = 100, rows: int = 30) -> Recorded:
        os.chdir(tmp_path)
        started.append(Recorded([*GAME, *words], environment, columns, rows))
        return started[-1]

    before = Path.cwd()
    yield begin
    os.chdir(before)
    for terminal in started:
        terminal.kill()


def harmless(sent: bytes, *, of_the_app: bool = False) -> None:
    """Require that nothing of what is refused was sent to the terminal."""
    if not of_the_app:
        rest = OURS.sub(b"", sent).decode("utf-8")
        odd = {character for character in rest if character < " " or "\x7f" <= character < "\xa0"}
        assert odd <= {"\n", "\r", "\t"}, f"{odd}: {sent[:2000]!r}"
    for attempt in REFUSED:
        if attempt.bytes not in {b"\r", b"\x08", b"\x07"}:
            assert attempt.bytes not in sent, f"{attempt.name}: {sent[:2000]!r}"


def questions() -> tuple[Question, ...]:
    return tuple(
        Question(
            id=f"q{number} {text}"[:80].strip(),
            prompt=f"{text}?",
            answer=text,
            distractors=(f"1 {text}", f"2 {text}"),
            category="things",
            explanation=f"{text}\n{text}",
            evidence=(Evidence(source="s", quote=f"{text} {text}"),),
            tags=(text[:80],),
            note=text,
        )
        for number, text in enumerate(SHOWN)
    )


BANK = Bank(
    format=1, title=" ".join(SHOWN[:3]), language="en", description=SHOWN[3], authors=(SHOWN[4],),
    licence=SHOWN[1], sources=(Source(id="s", title=SHOWN[1], publisher=SHOWN[0]),),
    questions=questions(),
)  # fmt: skip
ROUND = replace(
    played(1), player=SHOWN[1], bank=SHOWN[0], mode=SHOWN[2],
    answers=tuple(
        replace(SAPPERS, question=text, prompt=text, answer=text, chosen=text, category=text)
        for text in SHOWN
    ),
)  # fmt: skip


def escaped(text: str) -> str:
    """Write a text of TOML with every character by its number, as a person could smuggle it in."""
    return "".join(f"\\U{ord(character):08x}" for character in text)


def lay_out(folder: Path) -> None:
    """Write a file of each kind that holds whatever is refused, and one that holds what is not."""
    banks = folder / "banks"
    banks.mkdir()
    (banks / "odd.toml").write_text(dumps(BANK), "utf-8")
    nasty = dumps(BANK).replace(" beware", " " + escaped(NASTY))
    (banks / "nasty.toml").write_text(nasty, "utf-8")
    raw = dumps(BANK).replace(" beware", NASTY).encode("utf-8", "replace")
    (banks / "raw.toml").write_bytes(raw)
    (banks / f"{IN_A_NAME}.toml").write_text(dumps(BANK), "utf-8")
    (folder / f"{IN_A_NAME}.txt").write_text("Jan", "utf-8")
    block = encode(ROUND).decode().replace(" beware", " " + escaped(NASTY))
    (folder / "scores.toml").write_bytes(HEADER + block.encode())
    (folder / "torn.toml").write_bytes(HEADER + block.encode() + f"\n[[rounds]]\n{NASTY}".encode())
    (folder / f"{IN_A_NAME} scores.toml").write_bytes(HEADER + block.encode())
    gift = (
        f"::{NASTY}::{NASTY}?{{=a ~b}}\n\n{NASTY}{{\n\n// [id:{NASTY}]\nQ?{{={NASTY} ~{NASTY}}}\n"
    )
    (folder / "nasty.gift").write_bytes(gift.replace("\0", "").encode("utf-8", "replace"))
    typing = (
        f"Question Text,Answer 1,Answer 2,Time Limit,Correct Answer,\n{NASTY}?,a,b,20,1,,,,typing\n"
    )
    (folder / "nasty.csv").write_bytes(typing.replace("\0", "").replace("\r", "").encode())
    article = f"# {NASTY}\n\n3 maja 2021 roku {NASTY} premier Jan {NASTY} otworzył most w Gdyni.\n"
    (folder / "article.md").write_bytes(article.replace("\0", "").encode())


COMMANDS = {
    "banks": ["banks", "--banks", "banks"],
    "check odd": ["check", "banks/odd.toml"],
    "check nasty": ["check", "banks/nasty.toml"],
    "check raw": ["check", "banks/raw.toml"],
    "check a name": ["check", f"banks/{IN_A_NAME}.toml"],
    "check no name": ["check", IN_A_NAME],
    "scores": ["scores"],
    "scores verify": ["scores", "--scores", "torn.toml", "--verify"],
    "scores csv": ["scores", "--csv"],
    "scores no name": ["scores", "--scores", f"{IN_A_NAME}/none/{IN_A_NAME}"],
    "scores no option": ["scores", f"--{IN_A_NAME}"],
    "report": ["report", "scores.toml", "torn.toml", f"{IN_A_NAME} scores.toml"],
    "report no name": ["report", IN_A_NAME],
    "report no page": ["report", "scores.toml", "--html", f"{IN_A_NAME}/none"],
    "import": ["import", "nasty.gift", "-o", "new.toml", "--language", "en"],
    "import typing": ["import", "nasty.csv", "-o", "new.toml", "--from", "blooket"],
    "import no name": ["import", IN_A_NAME, "-o", "new.toml"],
    "export": ["export", "banks/odd.toml", "-o", f"{IN_A_NAME}.gift"],
    "export too long": ["export", "banks/odd.toml", "-o", "kahoot.xlsx", "--to", "kahoot"],
    "facts": ["facts", "article.md", "--language", "pl"],
    "facts a name": ["facts", f"{IN_A_NAME}.txt"],
    "facts no name": ["facts", IN_A_NAME],
    "facts no address": ["facts", f"ftp://{IN_A_NAME}"],
    "generate": ["generate", "article.md", "-o", f"{IN_A_NAME}.new.toml", "--language", "pl"],
    "generate to a name": ["generate", "article.md", "-o", f"{IN_A_NAME}.txt"],
    "no command": [IN_A_NAME],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_sends_nothing_that_others_wrote_for_the_terminal(
    name: str, tmp_path: Path, start: Callable[..., Recorded]
) -> None:
    lay_out(tmp_path)
    terminal = start(*COMMANDS[name])
    status = terminal.wait()
    while terminal.read(0.05):
        pass
    assert status in {0, 1, 2}
    assert terminal.bytes
    assert b"Traceback" not in terminal.bytes
    harmless(terminal.bytes)


def test_a_plain_round_shows_odd_texts_as_they_are(
    tmp_path: Path, start: Callable[..., Recorded]
) -> None:
    lay_out(tmp_path)
    terminal = start("play", "banks/odd.toml", "--plain", "--questions", "5", "--mode", "relaxed")
    for _ in range(5):
        terminal.settle(0.4)
        terminal.send("1\r")
        terminal.settle(0.4)
        terminal.send("\r")
    terminal.settle(0.5)
    terminal.send("\x04")
    terminal.wait()
    assert b"beware" in terminal.bytes
    harmless(terminal.bytes)


def test_the_app_shows_odd_texts_as_they_are_and_acts_on_none(
    tmp_path: Path, start: Callable[..., Recorded]
) -> None:
    lay_out(tmp_path)
    settings = tmp_path / "data" / "newsquiz" / "settings.toml"
    settings.parent.mkdir(parents=True)
    player = escaped(NASTY)
    settings.write_text(f'player = "[@click=app.quit]{player}[/]"\nmotion = false\n', "utf-8")
    game = start("--banks", "banks", columns=120, rows=40)
    game.wait_for("odd", "nasty")
    game.settle()
    game.send("h")
    for key, wanted in (("\r", "beware"), ("\x1b", ""), ("3", ""), ("4", ""), ("2", "")):
        game.settle(0.5)
        game.send(key)
        game.wait_for(wanted)
    game.settle(0.5)
    game.send("\x1b")
    game.wait_for("odd", "nasty")
    harmless(game.bytes, of_the_app=True)
    game.send("\x11")
    assert game.wait() == 0


def test_a_click_on_a_text_that_asks_for_an_action_is_none(
    tmp_path: Path, start: Callable[..., Recorded]
) -> None:
    lay_out(tmp_path)
    asked = replace(BANK, questions=(BANK.questions[1],))
    (tmp_path / "click.toml").write_text(dumps(asked), "utf-8")
    game = start("play", "click.toml", "--mode", "relaxed", columns=120, rows=40)
    shown = game.wait_for("[@click=app.quit]beware[/]?")
    game.settle()
    line = next(at for at, text in enumerate(shown.splitlines()) if "beware[/]?" in text)
    column = shown.splitlines()[line].index("@click") + 3
    for end in "Mm":
        game.send(f"\x1b[<0;{column};{line + 1}{end}")
    game.settle(0.5)
    game.send("1")
    game.wait_for_any("Right", "Wrong")
    game.wait_for("— [@click=app.quit]beware[/], [bold red]beware[/]")
    harmless(game.bytes, of_the_app=True)
    game.send("\x11")
    assert game.wait() == 0
