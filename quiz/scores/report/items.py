"""The item analysis of a bank: from the answers of a class to figures and verdicts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from quiz.base.fold import fold
from quiz.scores.report import verdicts
from quiz.scores.report.formulas import (
    Figure,
    Lack,
    Matrix,
    discrimination,
    discriminative_efficiency,
    marks_and_rests,
    reliability,
)
from quiz.scores.report.models import BankAnalysis, Distractor, Item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quiz.scores.report.classroom import Asked, Given


@dataclass(frozen=True, slots=True)
class KnownBank:
    """What the report wants to know of a bank that was found."""

    title: str
    distractors: Mapping[str, tuple[str, ...]]
    """By the question's id, in the bank's order."""


def analyse(
    name: str,
    questions: Mapping[str, Asked],
    pupils: Sequence[str],
    bank: KnownBank | None,
    fewest: int = verdicts.FEWEST,
) -> BankAnalysis:
    """Analyse the answers to the questions of one bank.

    A row of the analysis is a pupil, or with all answers counted a pupil's first answers, the
    same pupil's second answers, and so on. `pupils` gives their order; `fewest` is how many
    answers a correlation needs.
    """
    places = {identity: at for at, identity in enumerate(bank.distractors if bank else ())}
    identities = sorted(
        questions, key=lambda identity: (places.get(identity, len(places)), _natural(identity))
    )
    rows = _rows(questions, pupils)
    columns = [_column(questions[identity], rows) for identity in identities]
    matrix = Matrix.of(
        len(rows), ({row: one.correct for row, one in column.items()} for column in columns)
    )
    items = [
        _Item(name, number, identity, questions[identity], column, bank, fewest).judge(*compared)
        for number, (identity, column, compared) in enumerate(
            zip(identities, columns, marks_and_rests(matrix), strict=True), 1
        )
    ]
    took_part = [
        pupil for pupil in pupils if any(pupil in each.given for each in questions.values())
    ]
    found = reliability(matrix, fewest)
    return BankAnalysis(
        bank=name,
        title=bank.title if bank else "",
        pupils=len(took_part),
        answers=sum(item.answers for item in items),
        items=tuple(items),
        alpha=found.alpha,
        sem=found.sem,
        mean=found.mean,
        sd=found.sd,
        questions_in_alpha=found.questions,
        verdict=verdicts.on_reliability(found, len(took_part)),
        scores=tuple(_share(pupil, questions) for pupil in took_part),
    )


@dataclass(frozen=True, slots=True)
class _Item:
    """A question on its way to an Item: the answers to it by row."""

    bank_name: str
    number: int
    identity: str
    asked: Asked
    column: Mapping[int, Given]
    bank: KnownBank | None
    fewest: int

    def judge(self, rows: Sequence[int], marks: Sequence[float], rests: Sequence[float]) -> Item:
        """Work out the figures and the verdicts on them."""
        given = self.column.values()
        answers, right = len(given), sum(each.correct for each in given)
        unanswered = sum(not each.correct and not each.chosen for each in given)
        few, few_share = answers < self.fewest, answers < verdicts.FEWEST_FOR_SHARE
        lack = Figure(lack=Lack.FEW, needed=self.fewest)
        lack_share = Figure(lack=Lack.FEW, needed=verdicts.FEWEST_FOR_SHARE)
        facility = lack_share if few_share else Figure(right / answers)
        telling = lack if few else discrimination(marks, rests)
        efficiency = lack if few else discriminative_efficiency(marks, rests)
        time = lack_share if few_share else Figure(median(each.seconds for each in given))
        limit = round(median(each.limit for each in given))
        options = self._distractors(rows, rests)
        known = self.bank is not None and self.identity in self.bank.distractors
        wordings = {(fold(prompt), fold(key)) for prompt, key in self.asked.wordings}
        on_telling = verdicts.on_discrimination(telling, answers)
        parts = (
            verdicts.on_facility(facility, answers, len(options) + 1 if known else 0),
            on_telling,
            verdicts.on_efficiency(efficiency, answers, on_telling.level == "poor"),
            verdicts.on_distractors(options, known, answers, right, self.fewest),
            verdicts.on_time(time, limit, unanswered, answers),
        )
        return Item(
            bank=self.bank_name,
            number=self.number,
            question=self.identity,
            category=self.asked.category,
            prompt=self.asked.prompt,
            answer=self.asked.answer,
            answers=answers,
            right=right,
            unanswered=unanswered,
            facility=facility,
            discrimination=telling,
            discriminative_efficiency=efficiency,
            median_seconds=time,
            limit=limit,
            distractors=options,
            all_options_known=known,
            changed=len(wordings) > 1,
            facility_verdict=parts[0],
            discrimination_verdict=parts[1],
            efficiency_verdict=parts[2],
            distractors_verdict=parts[3],
            time_verdict=parts[4],
            verdict=verdicts.on_item(answers, facility, len(wordings) > 1, parts, self.fewest),
        )

    def _distractors(self, rows: Sequence[int], rests: Sequence[float]) -> tuple[Distractor, ...]:
        """List the wrong options: the bank's in its order, then others, the most chosen first."""
        chosen = Counter(
            each.chosen for each in self.column.values() if each.chosen and not each.correct
        )
        folded = {text: fold(text) for text in chosen}
        own = self.bank.distractors.get(self.identity) if self.bank else None
        texts = {fold(text): text for text in own or ()}
        in_bank = set(texts)
        for text, _count in sorted(chosen.items(), key=lambda each: (-each[1], each[0])):
            texts.setdefault(folded[text], text)
        answers = len(self.column)
        few, lack = answers < self.fewest, Figure(lack=Lack.FEW, needed=self.fewest)
        listed = list[Distractor]()
        for key, text in texts.items():
            count = sum(number for each, number in chosen.items() if folded[each] == key)
            taken = [float(folded.get(self._wrong(row)) == key) for row in rows]
            listed.append(
                Distractor(
                    text=text,
                    count=count,
                    share=count / answers,
                    functioning=None if few else count >= verdicts.FUNCTIONING * answers,
                    discrimination=lack if few else discrimination(taken, rests),
                    in_bank=None if own is None else key in in_bank,
                )
            )
        return tuple(listed)

    def _wrong(self, row: int) -> str:
        given = self.column[row]
        return "" if given.correct else given.chosen


def _rows(questions: Mapping[str, Asked], pupils: Sequence[str]) -> dict[tuple[str, int], int]:
    """Give each pupil a row, and more where the pupil answered a question more than once."""
    most = Counter[str]()
    for asked in questions.values():
        for pupil, given in asked.given.items():
            most[pupil] = max(most[pupil], len(given))
    places = ((pupil, time) for pupil in pupils for time in range(most[pupil]))
    return {place: row for row, place in enumerate(places)}


def _column(asked: Asked, rows: Mapping[tuple[str, int], int]) -> dict[int, Given]:
    return {
        rows[pupil, time]: one
        for pupil, given in asked.given.items()
        for time, one in enumerate(sorted(given))
    }


def _share(pupil: str, questions: Mapping[str, Asked]) -> float:
    marks = [one.correct for asked in questions.values() for one in asked.given.get(pupil, ())]
    return sum(marks) / len(marks)


def _natural(identity: str) -> list[tuple[int, str]]:
    """Return a key by which q2 comes before q10."""
    return [
        (int(part), "") if part.isascii() and part.isdigit() and len(part) < 19 else (-1, part)
        for part in _DIGITS.split(identity)
    ]


_DIGITS = re.compile(r"([0-9]+)")
