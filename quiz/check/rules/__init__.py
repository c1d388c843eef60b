"""The rules, a function each, in the order of their codes."""

from __future__ import annotations

from quiz.check.finding import Severity
from quiz.check.rule import Rule
from quiz.check.rules import bank, cues, options, pairs, proof, right, stem

UNKNOWN = Rule("NQ901", "unknown-rule", Severity.ERROR, lambda _nothing: iter(()), "allow")
UNUSED = Rule("NQ902", "unused-allowance", Severity.ADVICE, lambda _nothing: iter(()), "allow")

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (
            *cues.RULES,
            *options.RULES,
            *right.RULES,
            *stem.RULES,
            *proof.RULES,
            *bank.RULES,
            *pairs.RULES,
            UNKNOWN,
            UNUSED,
        ),
        key=lambda rule: rule.code,
    )
}
