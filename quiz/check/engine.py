"""Running the rules over a question, a bank or several banks; no file is touched."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from quiz.banks.problems import shown
from quiz.base.cycles import undisturbed
from quiz.base.language import _
from quiz.check.asked import Asked
from quiz.check.finding import Finding
from quiz.check.rule import Mark, Volume
from quiz.check.rules import RULES, UNKNOWN, UNUSED
from quiz.languages.words import get_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quiz.banks.models import Bank, Question
    from quiz.check.quotes import SourceText
    from quiz.check.rule import Rule

_KEPT = 4096  # questions whose words are remembered between calls, for whoever edits a bank


class _Said(NamedTuple):
    """A rule's mark on a question, or with `asked` None on a bank, before allowances."""

    rule: Rule
    mark: Mark
    asked: Asked | None


def acceptable(question: Question, language: str) -> list[Finding]:
    """Check a question by itself, in "pl" or "en", before it is in any bank."""
    asked = _remembered(question, language, 0)
    rules = _rules(language, "question")
    said = list(_on_question(asked, rules))
    return _findings([asked], said, {rule.code for rule in rules})


def check_question(
    question: Question, bank: Bank, *, texts: Mapping[str, SourceText] | None = None
) -> list[Finding]:
    """Check a question as it would stand in a bank, in place of the one with its id.

    `texts` are those of the sources (quiz.check.sources); without them no quote is looked up. Takes
    a few milliseconds in a bank of hundreds, of which it remembers what it has read.
    """
    asked = _remembered(question, bank.language, bank.seconds)
    others = [
        _remembered(other, bank.language, bank.seconds)
        for other in bank.playable()
        if other.id != question.id
    ]
    said = list(_on_question(asked, _rules(bank.language, "question")))
    said += _on_banks([*others, asked], bank.language)
    said += _on_bank(Volume(bank, (asked,), texts))
    mine = [one for one in said if one.asked is asked]
    return _findings([asked], mine, _ran(bank.language, texts))


def check_bank(bank: Bank, *, texts: Mapping[str, SourceText] | None = None) -> list[Finding]:
    """Check all of a bank but its retired questions; in the order of the questions."""
    return check_banks([(bank, texts)])[0]


@undisturbed()
def check_banks(
    banks: Sequence[tuple[Bank, Mapping[str, SourceText] | None]],
) -> list[list[Finding]]:
    """Check several banks, each with the texts of its sources, and against each other."""
    volumes = [
        Volume(bank, tuple(_asked(bank, number)), texts)
        for number, (bank, texts) in enumerate(banks)
    ]
    said: list[list[_Said]] = [[] for _volume in volumes]
    for number, volume in enumerate(volumes):
        rules = _rules(volume.bank.language, "question")
        for asked in volume.asked:
            said[number] += _on_question(asked, rules)
        said[number] += _on_bank(volume)
    for language in sorted({volume.bank.language for volume in volumes}):
        every = [a for v in volumes if v.bank.language == language for a in v.asked]
        for one in _on_banks(every, language):
            if one.asked is not None:
                said[one.asked.bank].append(one)
    return [
        _findings(volume.asked, found, _ran(volume.bank.language, volume.texts))
        for volume, found in zip(volumes, said, strict=True)
    ]


def skipped(language: str) -> list[Rule]:
    """Return the rules that are left out for want of a dictionary."""
    if get_words(language).inflects:
        return []
    return [rule for rule in RULES.values() if rule.inflects]


def _asked(bank: Bank, number: int) -> Iterator[Asked]:
    for question in bank.playable():
        yield Asked(question, bank.language, seconds=bank.seconds, bank=number)


@lru_cache(maxsize=_KEPT)
def _remembered(question: Question, language: str, seconds: int) -> Asked:
    return Asked(question, language, seconds=seconds)


def _rules(language: str, scope: str) -> list[Rule]:
    inflects = get_words(language).inflects
    return [
        rule for rule in RULES.values() if rule.scope == scope and (inflects or not rule.inflects)
    ]


def _ran(language: str, texts: object) -> set[str]:
    """Return the codes of the rules that have looked at a bank, with or without `texts`."""
    return {
        rule.code
        for scope in ("question", "bank", "banks")
        for rule in _rules(language, scope)
        if texts is not None or not rule.reads
    }


def _on_question(asked: Asked, rules: Sequence[Rule]) -> Iterator[_Said]:
    for rule in rules:
        for mark in rule.find(asked):
            yield _Said(rule, mark, asked)


def _on_bank(volume: Volume) -> Iterator[_Said]:
    for rule in _rules(volume.bank.language, "bank"):
        for mark in rule.find(volume):
            yield _Said(rule, mark, mark.asked)


def _on_banks(every: Sequence[Asked], language: str) -> Iterator[_Said]:
    for rule in _rules(language, "banks"):
        for mark in rule.find(every):
            yield _Said(rule, mark, mark.asked)


def _findings(asked: Iterable[Asked], said: Sequence[_Said], ran: set[str]) -> list[Finding]:
    """Leave out what is allowed, add what is wrong with allowances, and put all in order."""
    of: defaultdict[Asked | None, list[_Said]] = defaultdict(list)
    for one in said:
        of[one.asked].append(one)
    found = [_finding(one.rule, one.mark, None) for one in of[None]]
    for question in asked:
        allowed = {allowance.rule for allowance in question.question.allow}
        used = set()
        for one in sorted(of[question], key=lambda one: one.rule.code):
            if one.rule.code in allowed:
                used.add(one.rule.code)
            else:
                found.append(_finding(one.rule, one.mark, question))
        found += _about_allowances(question, used, ran)
    return found


def _finding(rule: Rule, mark: Mark, asked: Asked | None) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=mark.message,
        question=asked.question.id if asked else "",
        field=mark.field,
        item=mark.item,
        other=mark.other.question.id if mark.other else "",
    )


def _about_allowances(asked: Asked, used: set[str], ran: set[str]) -> Iterator[Finding]:
    for at, allowance in enumerate(asked.question.allow):
        if allowance.rule not in RULES:
            message = _(
                "there is no rule {rule}: write a code that `newsquiz check --explain` lists"
            )
            mark = Mark(message.format(rule=shown(allowance.rule)), "allow", at)
            yield _finding(UNKNOWN, mark, asked)
        elif allowance.rule in ran and allowance.rule not in used:
            message = _("the question does not break {rule}: take it out of allow")
            yield _finding(UNUSED, Mark(message.format(rule=allowance.rule), "allow", at), asked)
