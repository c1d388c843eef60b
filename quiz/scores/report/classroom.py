"""Many score files read into one class: each round once, each pupil once, each answer filed."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from quiz.base.files import reason
from quiz.base.language import _, ngettext
from quiz.base.text import one_line
from quiz.scores.file import ScoreError, ScoreFile
from quiz.scores.report.models import SourceFile
from quiz.scores.report.names import bare, written

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from quiz.game.answer import Answer
    from quiz.scores.models import Played
    from quiz.scores.report.models import AnswersWanted


class Sitting(NamedTuple):
    """A round without its answers."""

    id: str
    started: datetime
    bank: str
    mode: str
    finished: bool
    correct: int
    answered: int
    points: int
    seconds: float
    file: str


class Given(NamedTuple):
    """An answer to a question that is known from where it is filed."""

    when: float
    """The round's start as a time stamp."""
    order: int
    """Of reading, which decides between answers of one time."""
    correct: bool
    chosen: str
    seconds: float
    limit: int


@dataclass(slots=True)
class Asked:
    """One question with the answers to it, by pupil."""

    category: str
    prompt: str
    answer: str
    when: float
    wordings: set[tuple[str, str]] = field(default_factory=set)
    given: dict[str, list[Given]] = field(default_factory=dict)

    def add(self, pupil: str, given: Given, answer: Answer, wanted: AnswersWanted) -> None:
        """File an answer; of a pupil's answers only what is wanted is kept."""
        self.wordings.add((answer.prompt, answer.answer))
        if given.when > self.when:
            self.when = given.when
            self.category, self.prompt, self.answer = answer.category, answer.prompt, answer.answer
        held = self.given.setdefault(pupil, [])
        if wanted == "all" or not held:
            held.append(given)
        elif (given[:2] < held[0][:2]) == (wanted == "first"):
            held[0] = given


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rounds take part."""

    bank: str | None = None
    """Only rounds on this bank."""
    mode: str | None = None
    since: date | None = None
    """Only rounds that began on this day of the player's calendar or later."""

    def takes(self, played: Played) -> bool:
        """Tell whether a round takes part."""
        return (
            (self.bank is None or self.bank in {played.bank, *played.bank.split(" + ")})
            and (self.mode is None or self.mode == played.mode)
            and (self.since is None or played.started.date() >= self.since)
        )


@dataclass(slots=True)
class Classroom:
    """All that the files hold, filed by pupil and by question."""

    wanted: AnswersWanted = "first"
    merge: bool = False
    """Take names that look alike for one pupil's."""
    filter: Filter = field(default_factory=Filter)
    files: list[SourceFile] = field(default_factory=list)
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """By pupil: how often the name is written how."""
    sittings: dict[str, list[Sitting]] = field(default_factory=lambda: defaultdict(list))
    """By pupil, in the order of reading."""
    asked: dict[tuple[str, str], Asked] = field(default_factory=dict)
    """By bank and the question's id, in the order of reading."""
    written: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """By name as it is read: the ways in which the files write it."""
    _seen: dict[str, int] = field(default_factory=dict)
    _order: int = 0

    def read(self, paths: Sequence[Path], tell: Callable[[int, int], None]) -> None:
        """Read files; what is damaged or refused is passed over with a note.

        `tell` is called now and then with how many files and rounds have been read.
        """
        for number, (path, name) in enumerate(zip(paths, _short(paths), strict=True)):
            self._read(path, name, partial(tell, number))

    def _read(self, path: Path, name: str, tell: Callable[[int], None]) -> None:
        problems, rounds, repeated, edited = list[str](), 0, 0, 0
        tell(len(self._seen))
        try:
            for raw in written(path):
                self.written[one_line(raw)].add(raw)
            for played in ScoreFile(path).rounds(problems):
                content = hash((played.player, played.bank, played.started, played.answers))
                if played.id in self._seen:
                    repeated += 1
                    edited += content != self._seen[played.id]
                    continue
                self._seen[played.id] = content
                if len(self._seen) % _OFTEN == 0:
                    tell(len(self._seen))
                if self.filter.takes(played):
                    rounds += 1
                    self._file(played, name)
        except ScoreError as error:
            problems.append(str(error))
        except OSError as error:
            told = _("The scores in {path} could not be read: {reason}.")
            problems.append(told.format(path=name, reason=reason(error)))
        if edited:
            told = ngettext(
                "{n} round has the id of another one but not its content: only the one that was "
                "read first counts",
                "{n} rounds have the ids of others but not their content: only those that were "
                "read first count",
                edited,
            )
            problems.append(told.format(n=edited))
        self.files.append(
            SourceFile(name=name, rounds=rounds, repeated=repeated, problems=tuple(problems))
        )

    def _file(self, played: Played, name: str) -> None:
        pupil = self._pupil(played.player, name)
        self.spellings[pupil][played.player] += 1
        self.sittings[pupil].append(
            Sitting(
                played.id,
                played.started,
                sys.intern(played.bank),
                sys.intern(played.mode),
                played.outcome == "finished",
                sum(answer.correct for answer in played.answers),
                len(played.answers),
                played.points,
                played.seconds,
                name,
            )
        )
        when = played.started.timestamp()
        for answer in played.answers:
            bank = answer.bank or played.bank
            if self.filter.bank in {None, bank, played.bank}:
                self._order += 1
                self._answer(pupil, bank, answer, when)

    def _answer(self, pupil: str, bank: str, answer: Answer, when: float) -> None:
        asked = self.asked.get((bank, answer.question))
        if asked is None:
            asked = Asked(answer.category, answer.prompt, answer.answer, when)
            self.asked[bank, answer.question] = asked
        given = Given(
            when, self._order, answer.correct, answer.chosen, answer.seconds, answer.limit
        )
        asked.add(pupil, given, answer, self.wanted)

    def _pupil(self, player: str, file: str) -> str:
        """Return the key of a pupil. Who has no name is known by the file."""
        if not player:
            return f"{_NAMELESS}{file}"
        return bare(player) if self.merge else player


def shown_name(pupil: str, spellings: Counter[str]) -> str:
    """Return how a pupil is called in the report."""
    if pupil.startswith(_NAMELESS):
        return _("(no name, {file})").format(file=pupil.removeprefix(_NAMELESS))
    return by_frequency(spellings)[0]


def by_frequency(spellings: Counter[str]) -> tuple[str, ...]:
    """Return the ways in which a name is written, the most frequent first."""
    return tuple(sorted(spellings, key=lambda name: (-spellings[name], name)))


_OFTEN = 64  # rounds from one telling to the next
_NAMELESS = "\0"  # no name holds it


def _short(paths: Sequence[Path]) -> list[str]:
    """Name files by what of their paths differs, which for one is its name."""
    parts = [path.absolute().parts for path in paths]
    shared = 0
    while all(len(each) > shared + 1 and each[shared] == parts[0][shared] for each in parts):
        shared += 1
    return [one_line("/".join(each[shared:])) for each in parts]
