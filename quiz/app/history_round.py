"""One round of the past in full: what was asked, chosen and right, how long it took, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content

from quiz.app import words
from quiz.app.again import play_again
from quiz.app.answers import INDENT, AnswersPage, Figure, Line, answered, figures
from quiz.app.history_delete import Deleting
from quiz.app.history_filter import player_name
from quiz.app.keys import Key
from quiz.app.printed import Ends, Hanging, Rule
from quiz.base import dates
from quiz.base.errors import QuizError
from quiz.base.language import _, ngettext
from quiz.base.names import mode_name

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from quiz.scores.history.values import Reviewed
    from quiz.scores.index.index import ScoreIndex
    from quiz.scores.models import Played


class Whole(NamedTuple):
    """A round and what is known of its questions today."""

    played: Played
    reviewed: tuple[Reviewed, ...]


class PastRoundPage(AnswersPage, Deleting):
    """Looks back on one round."""

    CSS_PATH = "history_round.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "mistakes", "Mistakes", show=False),
        Binding("a", "again", "Again", show=False),
        Binding("d", "delete", "Delete", show=False),
        Binding("escape,backspace", "back", "Back", show=False),
    ]

    def __init__(self, identity: str) -> None:
        """Show the round with this id."""
        super().__init__()
        self._identity = identity
        self._whole: Whole | None = None

    def content(self) -> ComposeResult:
        """Heading; figures and answers come when they are read."""
        with Container(id="sheet"):
            yield Ends(id="head")
            yield Rule("━", "$signal")
            yield Container(id="figures")
            with VerticalScroll(id="answers", can_focus=False):
                yield Hanging([])

    def on_mount(self) -> None:
        """Read the round."""
        self.run_worker(self._read())

    async def _read(self) -> None:
        launch = self.game.launch

        def work(index: ScoreIndex) -> Whole | None:
            from quiz.scores.history.questions import look_up  # noqa: PLC0415  # a validator

            played = index.played(self._identity)
            if played is None:
                return None
            return Whole(played, look_up(played, launch.banks_folder, launch.banks))

        try:
            self._whole = await self.game.archive.ask(work)
        except QuizError as error:
            self._tell(str(error))
            return
        if not self.standing:
            return
        if self._whole is None:
            self._tell(_("This round is not in the score file any more."))
            return
        await self._show(self._whole)

    def _tell(self, told: str) -> None:
        lines = [(Content(f"{words.NOTE} "), Content(told))]
        self.query_one(Hanging).show(lines)

    async def _show(self, whole: Whole) -> None:
        played = whole.played
        title = f"{dates.long_day(played.started.date())}, {played.started:%H:%M}"
        about = f"   {played.bank or '–'} · {mode_name(played.mode)}"
        who = player_name(played.player)
        if played.outcome != "finished":
            who = f"{outcome_told(played.outcome)} · {who}"
        self.query_one("#head", Ends).show(
            Content.assemble((title, "bold"), (about, "$faint")), Content.styled(who, "$faint")
        )
        took = Figure(dates.length(played.seconds), _("in all"))
        shown = figures(played.points, played.correct, played.answers)
        await self.query_one("#figures").mount_all([*shown, took])
        self.query_one(Hanging).show(answers_told(whole))
        self.show_keys()

    def action_again(self) -> None:
        """Play all questions of the round once more."""
        self._play(wrong=False)

    def action_mistakes(self) -> None:
        """Play what was wrong in this round once more."""
        self._play(wrong=True)

    def _play(self, *, wrong: bool) -> None:
        from quiz.scores.history.again import asked_in  # noqa: PLC0415  # after the first frame

        if self._whole is None:
            return
        played = self._whole.played
        pairs = asked_in(played, wrong=wrong)
        mode = "mistakes" if wrong or played.mode not in REPEATED else played.mode
        if pairs:
            self.run_worker(play_again(self.game, pairs, mode))

    def action_delete(self) -> None:
        """Delete the round, after a question."""
        if self._whole is not None:
            self.ask_to_delete_round(self._whole.played, self.action_back)

    def keys(self) -> tuple[Key, ...]:
        """Return the keys that do something."""
        played = self._whole.played if self._whole else None
        wrong = played is not None and any(not answer.correct for answer in played.answers)
        return (
            *(
                (Key("m", _("Mistakes again"), _("Play what was wrong again"), "mistakes"),)
                if wrong
                else ()
            ),
            *(
                (Key("a", _("All again"), _("Play all its questions again"), "again"),)
                if played and played.answers
                else ()
            ),
            Key("Esc", _("Back"), _("Back to all rounds"), "back"),
            Key("↑↓", _("Scroll"), _("Read the answers (also Page Up and Page Down)")),
            *((Key("d", _("Delete"), _("Delete this round"), "delete"),) if played else ()),
            Key("q", "", _("Quit (also Ctrl+Q)"), "quit"),
            Key("?", _("Help"), _("This help"), "help"),
        )


REPEATED = ("timed", "relaxed", "exam")
"""Modes that say how to ask; the others say what."""


def outcome_told(outcome: str) -> str:
    """Say how a round ended."""
    told = {
        "finished": _("finished"),
        "quit": _("left before its end"),
        "interrupted": _("interrupted"),
    }
    return told.get(outcome, outcome)


def answers_told(whole: Whole) -> list[Line]:
    """Tell every answer of a round, each line with its lead."""
    if not whole.reviewed:
        return [(Content(), Content.styled(_("No question was answered."), "$faint"))]
    lines: list[Line] = []
    gone = sorted(
        {each.answer.bank or whole.played.bank for each in whole.reviewed if each.bank is None}
    )
    if gone:
        told = ngettext(
            "The bank {banks} is not in your banks folder any more: what was asked and chosen is "
            "kept here, explanations and evidence were in the bank.",
            "The banks {banks} are not in your banks folder any more: what was asked and chosen is "
            "kept here, explanations and evidence were in the banks.",
            len(gone),
        )
        names = ", ".join(name or "–" for name in gone)
        note = Content.styled(f" {words.NOTE}    ", "bold $signal")
        lines += [
            (note, Content.styled(told.format(banks=names), "$faint")),
            (Content(), Content()),
        ]
    for number, each in enumerate(whole.reviewed, 1):
        lines += _told(number, each)
    return lines[:-1]


def _told(number: int, reviewed: Reviewed) -> list[Line]:
    """Tell one answer: the question, what was chosen, what was right, why, and the proof."""
    answer, question = reviewed.answer, reviewed.question
    lines = answered(number, answer)
    time = words.seconds(answer.seconds)
    if answer.limit:
        time = _("{time} of {limit} s").format(time=time, limit=answer.limit)
    facts = f"{time} · {words.points(answer.points)} · {words.category_name(answer.category)}"
    lines.append((INDENT, Content.styled(facts, "$faint")))
    if question is not None:
        if question.explanation:
            lines.append((INDENT, Content(question.explanation)))
        lines += [(INDENT, each) for each in _proofs(reviewed)]
        if question.status == "retired":
            lines.append((INDENT, Content.styled(_("It is not asked any more."), "$faint")))
    elif reviewed.bank is not None:
        gone = _("The bank does not hold this question any more.")
        lines.append((INDENT, Content.styled(gone, "$faint")))
    return [*lines, (Content(), Content())]


def _proofs(reviewed: Reviewed) -> list[Content]:
    assert reviewed.question is not None  # noqa: S101  # the caller has looked
    sources = {each.id: each for each in reviewed.bank.sources} if reviewed.bank else {}
    proofs = []
    for proof in reviewed.question.evidence:
        origin = words.source_told(sources.get(proof.source))
        end = f"  — {origin}" if origin else ""
        proofs.append(Content.assemble(words.quotation(proof.quote), (end, "$faint")))
    return proofs
