"""A round line by line on any text stream: for screen readers, braille displays and pipes.

Nothing here moves the cursor, draws or colours; every line is flushed, so that it is heard at
once. Reading a line cannot be interrupted by the clock: an answer that comes after the time is
told to be late, and counts as a time-out.
"""

from __future__ import annotations

import string
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from quiz.base import dates
from quiz.base.figures import decimal, whole
from quiz.base.language import _, ngettext
from quiz.game.round import Phase, Round, Rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from quiz.game.answer import Answer
    from quiz.game.pick import Asked

_HELP, _PAUSE, _QUIT = "?", "p", "q"


class _End(Exception):  # noqa: N818 - the end of a conversation is no error
    """Nobody is listening or speaking any more."""


def play_plain(
    asked: tuple[Asked, ...],
    rules: Rules,
    *,
    read: TextIO,
    write: TextIO,
    clock: Callable[[], float],
    on_answer: Callable[[Answer], None],
) -> Round:
    """Play one round and return it over: `finished`, or `quit` where the player or a stream ended.

    `clock` returns monotonic seconds; `on_answer` is given each answer as soon as it is decided,
    before anything is said about it. The end of input, Ctrl+C and a reader of ours that has gone
    all end the round quietly, and its answers stay.
    """
    table = _Table(Round.begin(asked, rules), read, write, clock, on_answer)
    try:
        table.play()
    except (_End, KeyboardInterrupt):
        table.leave()
    with suppress(_End, KeyboardInterrupt):
        table.sum_up()
    return table.round


class _Table:
    """The round, and the two streams it is played over."""

    def __init__(
        self,
        begun: Round,
        read: TextIO,
        write: TextIO,
        clock: Callable[[], float],
        on_answer: Callable[[Answer], None],
    ) -> None:
        self.round = begun
        self._read = read
        self._write = write
        self._clock = clock
        self._on_answer = on_answer

    def play(self) -> None:
        """Ask question after question until the round is over."""
        while self.round.phase is not Phase.OVER:
            self._put_question()
            self._take(self.round.show(self._clock()))
            self._converse()
            if self.round.phase is Phase.FEEDBACK:
                self._tell(self.round.answers[-1])
                self._go_on()
            self._say()

    def leave(self) -> None:
        """End the round as it stands."""
        self._take(self.round.leave(self._clock()))

    def _converse(self) -> None:
        """Hear line after line until the question is answered or the round is left."""
        answered = len(self.round.answers)
        while self.round.outcome is None and len(self.round.answers) == answered:
            self._hear(self._ask(self._prompt()))

    def _say(self, line: str = "") -> None:
        self._put(f"{line}\n")

    def _put(self, text: str) -> None:
        try:
            self._write.write(text)
            self._write.flush()
        except OSError as error:
            raise _End from error

    def _ask(self, prompt: str) -> str:
        """Return the line that answers `prompt`, in small letters without spaces around."""
        self._put(prompt)
        try:
            line = self._read.readline()
        except UnicodeDecodeError:
            return "\N{REPLACEMENT CHARACTER}"
        except OSError as error:
            raise _End from error
        except KeyboardInterrupt:
            self._say()
            raise
        if not (line and self._read.isatty()):
            self._say()  # no Enter of a person at a terminal has ended the line of the prompt
        if not line:
            raise _End
        return line.strip().casefold()

    def _take(self, changed: Round) -> None:
        """Put a round in the place of the last, and hand over the answer that it adds."""
        fresh = changed.answers[len(self.round.answers) :]
        self.round = changed
        for answer in fresh:
            self._on_answer(answer)

    def _put_question(self) -> None:
        asked = self.round.current
        if asked is None:
            return
        self._say(
            _("Question {number} of {count}. {category}. {time}").format(
                number=self.round.number,
                count=len(self.round.asked),
                category=_category(asked.question.category),
                time=_time_allowed(asked.limit),
            )
        )
        self._say(asked.question.prompt)
        for letter, option in zip(string.ascii_lowercase, asked.options, strict=False):
            self._say(f"{letter}) {option}")

    def _letters(self) -> str:
        asked = self.round.current
        return string.ascii_lowercase[: len(asked.options)] if asked else ""

    def _prompt(self) -> str:
        return _("Your answer ({first}-{last}, q to quit): ").format(
            first=self._letters()[0], last=self._letters()[-1]
        )

    def _hear(self, line: str) -> None:
        """Do what a line says; one that says nothing is told so while the clock runs on."""
        now = self._clock()
        late = self._late(now)
        position = _position(line, self._letters())
        if line == _QUIT:
            self._take(self.round.leave(now))
        elif late is not None:
            self._take(self.round.tick(now))
            self._say(late)
        elif position is not None:
            self._take(self.round.choose(position, now))
        elif line == _PAUSE:
            self._take(self.round.pause(now))
            self._wait_for_player()
        elif line == _HELP:
            self._help()
        else:
            self._say(
                _("That is no answer. Type a letter from {first} to {last}, or ? for help.").format(
                    first=self._letters()[0], last=self._letters()[-1]
                )
            )

    def _late(self, now: float) -> str | None:
        """Say how late it is, where the time is up."""
        asked = self.round.current
        if asked is None or self.round.remaining(now) > 0:
            return None
        return _("Too late by {seconds} s; this one counts as not answered.").format(
            seconds=decimal(self.round.elapsed(now) - asked.limit, 1)
        )

    def _wait_for_player(self) -> None:
        if self._ask(_("Paused: the clock stands still. Press Enter to go on: ")) == _QUIT:
            self.leave()
            return
        self._put_question()
        self._take(self.round.resume(self._clock()))

    def _help(self) -> None:
        self._say(_("Type the letter or the number of your answer and press Enter."))
        self._say(_("p pauses and stops the clock, q ends the round, ? shows this help."))
        left = self.round.remaining(self._clock())
        if self.round.current and self.round.current.limit:
            seconds = round(left)
            self._say(
                ngettext(
                    "The clock runs on: {seconds} second left.",
                    "The clock runs on: {seconds} seconds left.",
                    seconds,
                ).format(seconds=seconds)
            )

    def _tell(self, answer: Answer) -> None:
        """Say whether the answer was right, what it earned, and why."""
        if answer.correct:
            self._say(_("Right."))
        elif answer.chosen:
            self._say(_("Wrong. The answer is {answer}.").format(answer=answer.answer.rstrip(".")))
        else:
            self._say(
                _("Time is up. The answer is {answer}.").format(answer=answer.answer.rstrip("."))
            )
        self._say(
            _("{points}. Total: {total}. Streak: {streak}.").format(
                points=_points(answer.points), total=self.round.points, streak=self.round.streak
            )
        )
        if self.round.current:
            self._explain(self.round.current)

    def _explain(self, asked: Asked) -> None:
        if asked.question.explanation:
            self._say(asked.question.explanation)
        for quote, source in asked.proofs:
            if source is None:
                self._say(_("Evidence: “{quote}”").format(quote=quote))
                continue
            known = (
                source.title,
                source.publisher,
                source.published and dates.day(source.published),
            )
            self._say(
                _("Evidence: “{quote}” ({source})").format(
                    quote=quote, source=", ".join(part for part in known if part)
                )
            )

    def _go_on(self) -> None:
        """Go on to the next question: at once in a pipe, at a key press where a person reads."""
        if self._read.isatty() and self._ask(_("Press Enter to go on: ")) == _QUIT:
            self.leave()
        self._take(self.round.advance())

    def sum_up(self) -> None:
        """Say how the round went, and what was chosen and right in each question."""
        played, answers = self.round, self.round.answers
        if played.outcome == "finished":
            self._say(_("The round is over."))
        else:
            self._say(_("The round was ended before its last question."))
        if not answers:
            self._say(_("No question was answered."))
            return
        self._say(_("Total: {points}.").format(points=_points(played.points)))
        self._say(
            ngettext(
                "Right: {correct} of {count} question ({share:.0%}).",
                "Right: {correct} of {count} questions ({share:.0%}).",
                len(answers),
            ).format(
                correct=played.correct, count=len(answers), share=played.correct / len(answers)
            )
        )
        pace = sum(answer.seconds for answer in answers) / len(answers)
        self._say(_("Pace: {seconds} s a question.").format(seconds=decimal(pace, 1)))
        self._say(_("Longest streak: {streak}.").format(streak=played.longest_streak))
        for number, (asked, answer) in enumerate(zip(played.asked, answers, strict=False), start=1):
            self._say()
            self._say(f"{number}. {answer.prompt}")
            self._say(_verdict(answer))
            if played.rules.mode == "exam":
                self._explain(asked)


def _position(line: str, letters: str) -> int | None:
    """Return the option that a line names by letter or number: "b", "B)", "2." are the second."""
    name = line.strip("().")
    if len(name) == 1 and name in letters:
        return letters.index(name)
    if name.isdecimal() and name.isascii() and 1 <= int(name) <= len(letters):
        return int(name) - 1
    return None


def _verdict(answer: Answer) -> str:
    if answer.correct:
        return _("Right: {answer}").format(answer=answer.answer)
    if answer.chosen:
        return _("Wrong: you chose {chosen}; the answer is {answer}").format(
            chosen=answer.chosen, answer=answer.answer
        )
    return _("Not answered in time; the answer is {answer}").format(answer=answer.answer)


def _points(points: int) -> str:
    return ngettext("{points} point", "{points} points", points).format(points=whole(points))


def _time_allowed(seconds: int) -> str:
    if not seconds:
        return _("No time limit.")
    return ngettext("{seconds} second.", "{seconds} seconds.", seconds).format(seconds=seconds)


def _category(category: str) -> str:
    return {
        "dates": _("Dates"),
        "numbers": _("Numbers"),
        "roles": _("Roles"),
        "people": _("People"),
        "places": _("Places"),
        "organisations": _("Organisations"),
        "things": _("Things"),
    }[category]
