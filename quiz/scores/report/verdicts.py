"""What the figures mean in plain words, and what a teacher should do about a question.

The bounds are those of Moodle's documentation ("Quiz report statistics") where it has any:
facility in its bands, discrimination with 50, 30 and 20 per cent (a negative one is bad where it
is further from 0 than its standard error), a coefficient of internal
consistency of 75 per cent as satisfactory and below 64 as not. A distractor functions that 5 per
cent of all choose (Haladyna & Downing 1993, "How many options is enough for a multiple-choice
test item?", Educational and Psychological Measurement 53, 999-1010). The rest is our own: half and
three tenths for the discriminative efficiency, and what is said of time.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from quiz.base.figures import decimal, short
from quiz.base.language import _, ngettext, quoted
from quiz.scores.report.formulas import Figure, Lack, questions_needed
from quiz.scores.report.models import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quiz.scores.report.formulas import Reliability
    from quiz.scores.report.models import Distractor

FUNCTIONING = 0.05
"""The share of all answers from which on a distractor functions."""

FEWEST = 10
"""Answers that a correlation, an alpha or a distractor's verdict needs.

The standard error of a correlation near 0 is 1/sqrt(n - 1) (Fisher 1915, Biometrika 10, 507-521):
a third at 10 answers, as much as divides a good question from a useless one; fewer tell nothing.
"""

FEWEST_FOR_SHARE = 5
"""Answers that a facility or a median time needs: the standard error of a share is then still up
to 0.22, the square root of p(1 - p)/n."""

SURE = 30
"""Answers from which on a figure stands without a warning: the standard error of a correlation is
below 0.19 then, so that 0.4 can be told from 0."""

SATISFACTORY = 0.75
"""The alpha that Moodle's documentation calls satisfactory."""


def why(figure: Figure, answers: int) -> str:
    """Say why there is no figure, of which there is none."""
    return {
        Lack.FEW: _("Too few answers: {n} of the {fewest} that it takes.").format(
            n=answers, fewest=figure.needed
        ),
        Lack.ALIKE: _("Everybody answered alike, which tells nobody from anybody."),
        Lack.REST_ALIKE: _("Everybody did equally well on the other questions."),
        Lack.ALONE: _("There is no other question to compare it with."),
        Lack.TOTAL_ALIKE: _("All have the same total: there is no difference to measure."),
    }[figure.lack or Lack.FEW]


def on_facility(facility: Figure, answers: int, options: int) -> Verdict:
    """Judge how easy a question is; `options` is how many there are to guess from, 0 if unknown."""
    share = facility.value
    if share is None:
        few = _("Too few answers to say how easy it is: {n} of {needed}.")
        return _none(facility, answers, few)
    if share <= 0:
        return Verdict(
            "poor", _("Nobody is right."), _("Check the key; then whether it was ever taught.")
        )
    if options > 1 and share <= 1 / options:
        return Verdict(
            "poor",
            _("No more are right than would be by guessing."),
            _("Check the key and the wording: something misleads them, or it was never taught."),
        )
    if share < 0.2:
        return Verdict(
            "poor",
            _("Very hard: fewer than one in five are right."),
            _("Check the key and the wording; teach it again or ask it later."),
        )
    if share < 0.35:
        return Verdict("fair", _("Hard."), _("Go over it in class; keep it if it matters."))
    if share < 0.66:
        return Verdict("good", _("About right for most."), _("Keep it."))
    if share < 0.81:
        return Verdict("good", _("Fairly easy."), _("Keep it."))
    if share < 0.95:
        return Verdict("good", _("Easy."), _("Keep it as a warm-up or to check the basics."))
    told = _("Everybody is right.") if share >= 1 else _("Nearly everybody is right.")
    return Verdict(
        "fair", told, _("Keep it to encourage; to tell pupils apart, ask something harder.")
    )


def on_discrimination(figure: Figure, answers: int) -> Verdict:
    """Judge how well a question tells those who know more from those who know less."""
    value = figure.value
    if value is None:
        return _none(figure, answers, _few_to_tell())
    if value < -_chance(answers):
        return Verdict(
            "poor",
            _("The wrong way round: those who know more get it wrong more often."),
            _("Check the key first; then look for a second right answer or a misleading word."),
        )
    if value < 0.2:
        return Verdict(
            "fair",
            _("It hardly tells those who know more from the others."),
            _("Look at the wording and at what the distractors have in common with the key."),
        )
    if value < 0.3:
        return Verdict(
            "fair",
            _("It tells those who know more from the others, if weakly."),
            _("Keep it; sharpen the distractors when you next edit it."),
        )
    if value < 0.5:
        return Verdict("good", _("It tells those who know more from the others."), _("Keep it."))
    return Verdict(
        "good", _("It tells those who know more from the others very well."), _("Keep it.")
    )


def on_efficiency(figure: Figure, answers: int, contrary: bool) -> Verdict:
    """Judge how much of the discrimination that its facility allows a question has.

    `contrary` tells that it is the wrong way round by more than chance.
    """
    value = figure.value
    if value is None:
        return _none(figure, answers, _few_to_tell())
    if value < 0 and contrary:
        return Verdict(
            "poor",
            _("It works against what it could tell."),
            _("Check the key before anything else."),
        )
    told = _("It tells {share:.0%} of what a question this easy or hard could tell.")
    text = told.format(share=max(0.0, value))
    if value < 0.3:
        return Verdict("fair", text, _("Its wording, not its difficulty, is what to work on."))
    if value < 0.5:
        return Verdict("fair", text, _("There is room for sharper distractors."))
    return Verdict("good", text, _("Keep it."))


def on_distractors(
    distractors: Sequence[Distractor], known: bool, answers: int, right: int, fewest: int
) -> Verdict:
    """Judge the wrong options; `known` tells whether those that nobody chose are among them."""
    if answers < fewest:
        few = _("Too few answers to say which distractors draw whom: {n} of {needed}.")
        return Verdict("unknown", few.format(n=answers, needed=fewest), _wait())
    for each in distractors:
        drawn = each.discrimination.value
        if each.count > right and drawn is not None and drawn > 0:
            return Verdict(
                "poor",
                _("More chose “{option}” than the key, and those who know more did.").format(
                    option=each.text
                ),
                _("Check the key: “{option}” may be right.").format(option=each.text),
            )
    idle = [each.text for each in distractors if each.idle]
    if idle:
        names = ", ".join(map(quoted, idle))
        text = ngettext(
            "{n} distractor is not functioning (chosen by fewer than 5%): {names}.",
            "{n} distractors are not functioning (chosen by fewer than 5%): {names}.",
            len(idle),
        )
        advice = ngettext(
            "Replace {names} by a mistake that pupils really make, or leave it out.",
            "Replace {names} by mistakes that pupils really make, or leave them out.",
            len(idle),
        )
        told = text.format(n=len(idle), names=names)
        return Verdict("fair", told, advice.format(names=names))
    if not known:
        return Verdict(
            "unknown",
            _("The bank was not found, so that distractors which nobody chose are not known."),
            _("Say where the bank is with --banks."),
        )
    return Verdict("good", _("Every distractor draws some."), _("Keep them."))


def on_time(median: Figure, limit: int, unanswered: int, answers: int) -> Verdict:
    """Judge the time that a question takes."""
    value = median.value
    if value is None:
        few = _("Too few answers to say how long it takes: {n} of {needed}.")
        return _none(median, answers, few)
    if unanswered * 5 >= answers:
        return Verdict(
            "poor",
            _("The time ran out for {share:.0%}.").format(share=unanswered / answers),
            _("Give it more time, or shorten the question."),
        )
    if limit and value > 0.8 * limit:
        return Verdict(
            "fair",
            _("Half of them need more than four fifths of the time."),
            _("Give it more time, or shorten the question."),
        )
    return Verdict("good", _("There is time enough."), "")


def on_item(
    answers: int,
    facility: Figure,
    changed: bool,
    parts: Sequence[Verdict],
    fewest: int,
) -> Verdict:
    """Choose what matters most.

    `parts` are the verdicts on facility, discrimination, efficiency, distractors and time.
    """
    on_share, on_tell, _on_efficiency, on_options, on_clock = parts
    if answers < fewest:
        few = _("Too few answers to judge it: {n} of {needed}.")
        return Verdict("unknown", few.format(n=answers, needed=fewest), _wait())
    if changed and any(part.level == "poor" for part in parts):
        return Verdict(
            "poor",
            _("The question was changed between the answers, so that the figures mix two."),
            _("Wait for answers to the new wording before you change it again."),
        )
    for part in (on_options, on_share, on_tell, on_clock):
        if part.level == "poor":
            return part
    easy = facility.value is not None and facility.value >= 0.9
    for part in (on_share, on_clock) if easy else (on_tell, on_share, on_clock):
        if part.level == "fair":
            return part
    if on_options.level == "fair":
        # Worth an edit, but the question does its work: few have three distractors that function.
        return Verdict("good", on_options.text, on_options.advice)
    return Verdict("good", _("It does its work."), _("Keep it."))


def on_reliability(found: Reliability, pupils: int) -> Verdict:
    """Judge how far the totals on a bank are to be trusted."""
    alpha, sem = found.alpha.value, found.sem.value
    if alpha is None or sem is None:
        few = _(
            "Too few answered the same questions to tell how far a total can be trusted: it takes "
            "{needed} pupils for each pair of questions, and {n} played."
        )
        return _none(found.alpha, pupils, few)
    margin = _("Two totals in three are within {sem} right answers of what they should be.")
    margin = margin.format(sem=decimal(sem, 1))
    if alpha < 0:
        return Verdict(
            "poor",
            _("The questions contradict each other: a total says nothing."),
            _("Look for a wrong key among the questions whose discrimination is below 0."),
        )
    if alpha >= SATISFACTORY:
        return Verdict(
            "good",
            _("The total can be trusted.") + " " + margin,
            _("Use it for grades, with an eye on that margin."),
        )
    needed = questions_needed(found.questions, alpha, SATISFACTORY)
    more = ""
    if needed is not None and needed <= 10 * found.questions:
        more = " " + ngettext(
            "About {n} question of this kind would make it {wanted}.",
            "About {n} questions of this kind would make it {wanted}.",
            needed,
        ).format(n=needed, wanted=short(SATISFACTORY))
    if alpha >= 0.64:
        return Verdict(
            "fair",
            _("The total is a fair guide.") + " " + margin,
            _("Good enough for feedback; do not let a grade hang on one point.") + more,
        )
    return Verdict(
        "poor",
        _("The total is a rough guide only.") + " " + margin,
        _("Give no grade on it alone; mend the questions named below, or ask more.") + more,
    )


def few(answers: int) -> bool:
    """Tell whether figures stand on so few answers that they are a hint and no more."""
    return answers < SURE


def _chance(answers: int) -> float:
    """Return what a correlation of 0 comes to by chance: its standard error."""
    return 1 / sqrt(max(1, answers - 1))


def _none(figure: Figure, answers: int, few: str) -> Verdict:
    """Say that there is no figure; `few` is the sentence for when it lacks answers."""
    if figure.lack is Lack.FEW:
        return Verdict("unknown", few.format(n=answers, needed=figure.needed), _wait())
    return Verdict("unknown", why(figure, answers))


def _few_to_tell() -> str:
    return _("Too few answers to say whom it tells apart: {n} of {needed}.")


def _wait() -> str:
    return _("Wait for more answers before you change anything.")
