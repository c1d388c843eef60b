"""Readers of the program's own formats: a file of ours may have been changed by anybody."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.banks.desk import Draft
from quiz.banks.edit import UnsuitedError
from quiz.banks.find import find_banks
from quiz.banks.keep import Keep, Unfinished
from quiz.banks.load import decode
from quiz.banks.outline import outline
from quiz.banks.problems import BankError
from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.base import settings
from quiz.check.engine import check_bank
from quiz.check.quotes import SourceText
from quiz.check.report import as_json, as_line, locate
from quiz.scores.blocks import HEADER, encode, encode_answer, encode_removal, encode_start
from quiz.scores.errors import ScoreError
from quiz.scores.export import table, to_csv, to_json
from quiz.scores.file import ScoreFile
from quiz.scores.history import (
    calendar,
    due,
    mastery,
    missed_most,
    mistakes,
    progress,
    rounds,
    standing,
    streak,
    total,
)
from quiz.scores.index.index import ScoreIndex
from quiz.scores.index.store import index_path
from quiz.scores.models import Removal
from quiz.scores.report.build import Wishes, build
from quiz.scores.report.data import to_csv as report_csv
from quiz.scores.report.data import to_json as report_json
from quiz.scores.report.files import Found
from quiz.scores.report.page import to_html
from quiz.scores.report.text import to_text
from tests.fuzz.reader import Reader, scratch, told
from tests.scores.rounds import SAPPERS, SHOIGU, STARTED, played

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.banks.models import Bank

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_BANKS = Path(__file__).parent.parent / "banks"


def bank(data: bytes) -> int:
    """Read and write a bank."""
    made, _text = _bank(data)
    if made is None:
        return 0
    written = dumps(made)
    assert parse_bank(written, "again") == made
    return len(made.questions)


def _bank(data: bytes) -> tuple[Bank | None, str]:
    try:
        text = decode(data, "bank.toml")
        return parse_bank(text, "bank.toml"), text
    except BankError as error:
        told(str(error), lines=True)
        return None, ""


def checked(data: bytes) -> int:
    """Check a bank."""
    made, text = _bank(data)
    if made is None:
        return 0
    texts = {source.id: SourceText("A text.") for source in made.sources}
    found = locate(check_bank(made, texts=texts), made, text, "bank.toml")
    assert as_json(found)
    for one in found:
        told(as_line(one))
    return len(made.questions)


def edited(data: bytes) -> int:
    """Edit a bank."""
    made, text = _bank(data)
    if made is None:
        return 0
    try:
        draft = Draft.of(text.removeprefix("\ufeff"), "bank.toml")
    except UnsuitedError as error:
        told(str(error))
        return len(made.questions)
    assert draft.text.text == text.removeprefix("\ufeff")
    for question in made.questions[:3]:
        fewer = draft.remove(question.id)
        kept = [each for each in made.questions if each.id != question.id]
        assert list(parse_bank(fewer.text.text, "fewer").questions) == kept
    return len(made.questions)


def listed(data: bytes) -> int:
    """List a bank, and count its questions by its lines as a large one's are."""
    with scratch() as folder:
        (folder / "bank.toml").write_bytes(data)
        for found in find_banks(folder):
            told(found.title)
            told(found.problem)
            if not found.problem:
                text = decode(data, "bank.toml").removeprefix("\ufeff")
                counted = outline(text, "bank.toml")
                assert counted is None or counted[1] == found.size
    return 0


def scores(data: bytes) -> int:
    """Read a score file in every way, mend it, add to it, and report on it."""
    with scratch() as folder:
        path = folder / "scores.toml"
        path.write_bytes(data)
        file = ScoreFile(path, now=lambda: NOW)
        problems = list[str]()
        before = list(file.rounds(problems))
        for problem in problems:
            told(problem)
        _shown(path)
        _reported(path)
        told(table(before, 80), lines=True)
        to_json(before)
        to_csv(before)
        try:
            recovery = file.recover()
            for message in recovery.messages:
                told(message)
            file.append(played(99))
        except ScoreError as error:
            told(str(error))
            assert path.read_bytes() == data
            return len(before) + len(problems)
        made = len(before) + len(problems)
        problems.clear()
        after = list(file.rounds(problems))
        assert not problems, problems
        one = played(99)
        assert one in after or any(each.id == one.id for each in before)
        assert [each for each in after if each.id != one.id] == [
            each for each in before if each.id != one.id
        ]
        _shown(path)
    return made


def _shown(path: Path) -> None:
    try:
        index = ScoreIndex(path)
    except ScoreError as error:
        told(str(error))
        return
    with closing(index):
        page = rounds(index, limit=1000)
        assert len(page.rounds) <= 1000
        for each in page.rounds:
            index.played(each.id)
        for player in {each.player for each in page.rounds} | {"Ala"}:
            due(index, player, NOW, ahead=True)
            mistakes(index, player)
            standing(index, player, "korea-rosja-2025")
            streak(index, player, NOW.date())
        total(index)
        calendar(index)
        for by in ("day", "week", "month"):
            progress(index, by=by)
        mastery(index, by="category")
        mastery(index, by="bank")
        missed_most(index)


def _reported(path: Path) -> None:
    report = build(Found((path,), ()), Wishes(), lambda _name: None)
    to_html(report, NOW)
    report_json(report)
    report_csv(report, ("grades", "questions", "banks"))
    if report.rounds:
        told(to_text(report, ("grades", "questions", "banks"), 80), lines=True)


def _alone(do: Callable[[Path], object]) -> Callable[[bytes], int]:
    """Do one thing with a score file, as one command or one screen does."""

    def read(data: bytes) -> int:
        with scratch() as folder:
            path = folder / "scores.toml"
            path.write_bytes(data)
            try:
                do(path)
            except ScoreError as error:
                told(str(error))
        return 0

    return read


def _listed(path: Path) -> None:
    problems = list[str]()
    told(table(list(ScoreFile(path).rounds(problems)), 80), lines=True)


_ALONE = {
    "start": _alone(lambda path: ScoreFile(path, now=lambda: NOW).recover()),
    "list": _alone(_listed),
    "history": _alone(_shown),
    "report": _alone(_reported),
    "append": _alone(lambda path: ScoreFile(path, now=lambda: NOW).append(played(99))),
}


def index(data: bytes) -> int:
    """Open a score file with any index beside it: the answers are those of the score file."""
    with scratch() as folder:
        path = folder / "scores.toml"
        path.write_bytes(_score_file())
        index_path(path).write_bytes(data)
        _shown(path)
    return 0


def journal(data: bytes) -> int:
    """Start with any journal there: it never keeps the game from starting and saving."""
    with scratch() as folder:
        path = folder / "scores.toml"
        path.write_bytes(_score_file())
        left = folder / "scores.journal-0.toml"
        left.write_bytes(data)
        file = ScoreFile(path, now=lambda: NOW)
        recovery = file.recover()
        for message in recovery.messages:
            told(message)
        file.append(played(99))
        problems = list[str]()
        assert played(99) in list(file.rounds(problems))
        assert not problems, problems
        for message in ScoreFile(path).recover().messages:
            told(message)
            assert left.exists(), "what is told again and again is still there"
    return 0


def saved_settings(data: bytes) -> int:
    """Start with any settings."""
    with scratch() as folder:
        path = folder / "settings.toml"
        path.write_bytes(data)
        read = settings.load(path)
        told(read.player)
        settings.save(path, read)
        assert settings.load(path) == read
    return 0


def unfinished(data: bytes) -> int:
    """Open a bank with anything in the file of unfinished questions."""
    with scratch() as folder:
        keep = Keep(folder / "bank.toml", folder / "own")
        keep.put_by(Unfinished(None, "", {"a": {"prompt": "b"}}))
        (left,) = (folder / "own").glob("*.json")
        left.write_bytes(data)
        keep.put_by(keep.left())
    return 0


@cache
def _score_file() -> bytes:
    mark = encode_removal(Removal(rounds=(played(1).id,), at=STARTED))
    return HEADER + encode(played(1)) + encode(played(2, answers=4)) + mark


@cache
def _index() -> bytes:
    with scratch() as folder:
        path = folder / "scores.toml"
        path.write_bytes(_score_file())
        _shown(path)
        return index_path(path).read_bytes()


def _files(*folders: str) -> list[bytes]:
    return [
        path.read_bytes() for name in folders for path in sorted((_BANKS / name).glob("*.toml"))
    ]


_TOML = (
    '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\r\n", "\\",
    "\\u202e", "\\u0000", "\\ud800", "true", "inf", "nan", "-", "0x", "1_0", "1e400",
    "2025-06-18", "1979-05-27T07:32:00Z", "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00", "24:00", "\ufeff", "\x1b", "\u202e", "\u0301",
)  # fmt: skip
_NESTED = (
    ("a = ", "[", ""), ("a = ", "{a=", ""), ("", "a.", "b = 1"), ("[", "a.", "b]\n"),
    ("a = ", '"""', ""), ('a = "', "\\\\", '"'), ('a = "', "\\u0041", '"'), ("", "#\n", ""),
    ("", "[[a]]\n", ""), ("a = [", "1,", "]"), ("a = [", "[],", "]"), ("a = ", "1", ""),
    ("a = ", "1_", ""), ("", "\n", ""), ("", "\r", ""), ("", " ", ""), ("", "=", ""),
    ("", '"', ""), ("", "'", ""), ("", "[a.b]\n", ""),
)  # fmt: skip

_BANK_KEYS = (
    "format = 1\n", "title", "language", '"pl"', '"en"', "seconds", "[[sources]]\n", "id", "path",
    "[[questions]]\n", "prompt", "answer", "distractors", "category", '"numbers"', "explanation",
    "evidence", "source", "quote", "status", '"retired"', "difficulty", "tags", "shuffle", "note",
    "allow", "rule", "reason", "../", "C:\\\\",
)  # fmt: skip
_HEAD = 'format = 1\ntitle = "T"\nlanguage = "en"\n'
_ONE = (
    '[[questions]]\nid = "{n}"\nprompt = "P?"\nanswer = "a"\ndistractors = ["b"]\n'
    'category = "things"\n'
)
_BANK_SHAPES = (
    (_HEAD, '[[questions]]\nid = "a"\n', ""), (_HEAD, "x = 1\n", ""), (_HEAD, _ONE, ""),
    (_HEAD, '[[sources]]\nid = "a"\ntitle = "b"\n', ""), (_HEAD, "# remark\n", _ONE),
    (_HEAD + '[[questions]]\nprompt = "', "long ", '"\n'),
    (_HEAD + '[[questions]]\nprompt = "', "e\u0301\u0301", '"\n'),
    (_HEAD + '[[questions]]\nprompt = "a', "\u0315", '"\n'),
    (_HEAD + '[[questions]]\nanswer = "a"\ndistractors = [', '"a", ', "]\n"),
    (_HEAD + "[[questions]]\nevidence = [", '{ source = "x", quote = "y" }, ', "]\n"),
    (_HEAD + "[[questions]]\ntags = [", '"\\u001b", ', "]\n"),
)  # fmt: skip
_SCORE_KEYS = (
    "[[rounds]]\n", "[[removed]]\n", "format = 1\n", "format = 2\n", "id", "player", "bank", "mode",
    "started", "seconds", "outcome", '"finished"', "correct", "points", "answers", "question",
    "category", "prompt", "chosen", "limit", "restored", "at", "]\n", "[[answers]]\n",
    "9007199254740992", "9007199254740993", "-1",
)  # fmt: skip
_ROUND = encode(played(1)).decode()
_SCORE_SHAPES = (
    ("format = 1\n", "[[rounds]]\n", ""), ("format = 1\n", "]\n", ""), ("format = 1\n", _ROUND, ""),
    ("format = 1\n", _ROUND[:-3], ""), ("", _ROUND, ""), ("format = 1\n", '"""\n[[rounds]]\n', ""),
    ("format = 1\n[[rounds]]\n", "] \t", "x"), ("format = 1\n[[rounds]]\n", "]\t\n", ""),
    ("format = 1\n", "[[removed]]\nrounds = []\n", ""), ("\0", "\0", ""),
    ("format = 1\n[[rounds]]\nplayer = '", "e\u0301", "'"),
)  # fmt: skip
_ANSWER = encode_answer(SAPPERS).decode()
_START = encode_start(played(3)).decode()

READERS = (
    Reader(
        "bank", bank, lambda: _files("valid", "invalid"), (*_TOML, *_BANK_KEYS),
        (*_NESTED, *_BANK_SHAPES),
    ),
    Reader(
        "check", checked, lambda: _files("valid", "invalid"), (*_TOML, *_BANK_KEYS),
        (*_NESTED, *_BANK_SHAPES),
    ),
    Reader(
        "edit", edited, lambda: _files("valid", "invalid"), (*_TOML, *_BANK_KEYS),
        (*_NESTED, *_BANK_SHAPES),
    ),
    Reader(
        "list", listed, lambda: _files("valid", "invalid"), (*_TOML, *_BANK_KEYS),
        (*_NESTED, *_BANK_SHAPES),
    ),
    Reader(
        "scores", scores,
        lambda: [
            _score_file(), _score_file()[:-40], encode(played(1)), b"format = 2\n", b"",
            b"format = 1\nrounds = []\n", HEADER + encode(played(1)).replace(b"Ala", b"\xff"),
        ],
        (*_TOML, *_SCORE_KEYS), (*_NESTED, *_SCORE_SHAPES), parts=_ALONE,
    ),
    Reader("index", index, lambda: [_index(), b"", _index()[:5000]]),
    Reader(
        "journal", journal,
        lambda: [
            encode_start(played(3)) + encode_answer(SAPPERS) + encode_answer(SHOIGU),
            encode_start(played(2)) + encode_answer(SAPPERS)[:-9], b"",
        ],
        (*_TOML, *_SCORE_KEYS),
        (*_NESTED, (_START, _ANSWER, ""), (_START, "\n[[answers]]\n", ""),
        (_START, "points = 1\n", "")),
    ),
    Reader(
        "settings", saved_settings,
        lambda: [b'player = "Ala"\nmode = "exam"\nquestions = 5\nmotion = true\n', b""],
        (*_TOML, "player", "mode", "questions", "seconds", "speed", "streak", "advance", "theme"),
        _NESTED,
    ),
    Reader(
        "unfinished", unfinished,
        lambda: [b'{"bank": "a", "text": "b", "seen": "c", "forms": {"d": {"prompt": "e"}}}', b""],
        ("{", "}", "[", "]", '"', ":", ",", "null", "true", "1e999", "NaN", "\\ud800", "text",
         "seen", "forms", "bank"),
        (("", "[", ""), ("", '{"a":', ""), ('"', "\\u0041", '"'), ("", "1", "")),
    ),
)  # fmt: skip
"""All of them."""
