"""An edit changes what it means to change, and every other byte stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.banks.edit import BankText
from quiz.banks.models import Allowance, Bank, Evidence, Question, Source
from quiz.banks.read import BankError, parse_bank
from quiz.banks.syntax import items, statements
from quiz.banks.write import dumps, toml
from tests.banks.strategies import banks, lines, prose

HAND = '''\
#:schema ./bank.schema.json
# My bank. Ask me before you change it: Ola
format   = 1
title    = "Rivers"   # for class 4b
language = "en"

[[sources]]
id = "atlas"
title = "An atlas"

# Lengths

# Measured in 2020.
[[questions]]
id         = 'longest'
prompt     = 'Which river of Poland is the "longest"?'
answer     = "the Vistula"
distractors = [
    "the Oder",   # the second
    "the Warta",
    "the Bug",    # flows in from Ukraine
]
category = "things"
# Why, in a sentence:
explanation = """
The Vistula is \\
    1047 km long."""
evidence = [{ source = "atlas", quote = "1047 km" }]
# Checked twice.

[[ questions ]]   # the hard one
  "id" = "delta"
  prompt = "Where does it end?"
  answer = "in the Baltic"
  distractors = ["in the Black Sea", 'in the North Sea']
  category = "places"
  seconds = 40  # they need it
  [[questions.evidence]]
  source = "atlas"
  quote = """It ends
in the [[questions]] Baltic."""

# Names

[[questions]]
id = "old"
prompt = "Old?"
answer = "yes"
distractors = ["no"]
category = "things"
'''


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


TEXTS = pytest.mark.parametrize(
    "text",
    [HAND, crlf(HAND), "\ufeff" + HAND, HAND.removesuffix("\n")],
    ids=["plain", "crlf", "mark", "unended"],
)


def opened(text: str) -> tuple[BankText, Bank]:
    return BankText.cut(text, "b.toml"), parse_bank(text, "b.toml")


def same_but(bank: Bank, at: int, *put: Question) -> Bank:
    """Return the bank with other questions in place of the one at `at`."""
    return replace(bank, questions=(*bank.questions[:at], *put, *bank.questions[at + 1 :]))


@TEXTS
def test_a_text_is_cut_without_loss(text: str) -> None:
    cut, bank = opened(text)
    assert cut.text == text
    assert len(cut.bodies) == len(bank.questions) == 3
    assert cut.bodies[0].startswith("# Measured in 2020.")
    assert cut.bodies[0].endswith("# Checked twice.")
    assert cut.bodies[1].startswith("[[ questions ]]")
    assert cut.bodies[1].endswith('Baltic."""')


@TEXTS
def test_one_word_changes_one_word(text: str) -> None:
    cut, bank = opened(text)
    new = replace(bank.questions[0], answer="the river Vistula")
    after = cut.change(0, bank.questions[0], new).text
    assert after == text.replace('"the Vistula"', '"the river Vistula"')


def changed(at: int, text: str = HAND, **changes: object) -> str:
    cut, bank = opened(text)
    new = replace(bank.questions[at], **changes)  # type: ignore[arg-type]
    after = cut.change(at, bank.questions[at], new).text
    assert parse_bank(after, "b.toml") == same_but(bank, at, new)
    return after


def test_a_text_keeps_its_quotation_marks() -> None:
    new = 'Which is the "greatest" river?'
    assert f"prompt     = '{new}'" in changed(0, prompt=new)
    assert 'prompt     = "It\'s \\"long\\"?"' in changed(0, prompt='It\'s "long"?')


def test_a_distractor_changes_on_its_line() -> None:
    after = changed(0, distractors=("the Oder", "the San", "the Bug"))
    assert after == HAND.replace('"the Warta"', '"the San"')


def test_a_distractor_comes_and_goes_with_its_line() -> None:
    fewer = changed(0, distractors=("the Oder", "the Bug"))
    assert fewer == HAND.replace('    "the Warta",\n', "")
    last = changed(0, distractors=("the Oder", "the Warta"))
    assert last == HAND.replace('    "the Bug",    # flows in from Ukraine\n', "")
    more = changed(0, distractors=("the Oder", "the Warta", "the Bug", "the San"))
    assert more == HAND.replace("from Ukraine\n", 'from Ukraine\n    "the San",\n')
    first = changed(0, distractors=("the San", "the Oder", "the Warta", "the Bug"))
    assert first == HAND.replace('    "the Oder"', '    "the San",\n    "the Oder"')


def test_a_distractor_comes_and_goes_within_a_line() -> None:
    more = changed(1, distractors=("in the Black Sea", "in the North Sea", "in a lake"))
    assert more == HAND.replace("'in the North Sea']", "'in the North Sea', \"in a lake\"]")
    fewer = changed(1, distractors=("in the North Sea",))
    assert fewer == HAND.replace('"in the Black Sea", ', "")


def test_evidence_in_tables_of_its_own_stays_there() -> None:
    proof = Evidence(source="atlas", quote="In the sea.")
    after = changed(1, evidence=(proof,))
    assert '"""In the sea."""' in after
    assert after.count("[[questions.evidence]]") == 1
    assert changed(1, evidence=(proof, proof)).count("[[questions.evidence]]") == 2
    assert "[[questions.evidence]]" not in changed(1, evidence=())


def test_evidence_in_a_line_changes_within_it() -> None:
    after = changed(0, evidence=(Evidence(source="atlas", quote="It is 1047 km."),))
    assert after == HAND.replace('"1047 km"', '"It is 1047 km."')


def test_a_key_is_added_where_the_format_has_it_and_taken_out_with_its_line() -> None:
    after = changed(1, explanation="It does.", seconds=None)
    assert '  category = "places"\n  explanation = "It does."\n  [[questions' in after
    assert "  difficulty = 3\n" in changed(1, difficulty=3)


def test_a_last_key_goes_with_the_gap_above_it() -> None:
    text = HAND + '\nnote = "x"\n'
    assert changed(2, text, note="") == HAND


def test_a_new_status_is_a_line_or_a_word() -> None:
    reviewed = changed(2, status="reviewed")
    assert reviewed == HAND + 'status = "reviewed"\n'
    assert changed(2, reviewed, status="draft") == HAND + 'status = "draft"\n'


def test_layout_beyond_repair_is_written_anew_and_says_the_same() -> None:
    text = HAND.replace("distractors = [\n", "distractors = [ # }\n").replace(
        '[{ source = "atlas", quote = "1047 km" }]', '[{ source = "atlas", "quote" = "1047 km" }]'
    )
    changed(0, text, evidence=(Evidence(source="atlas", quote="x"),), distractors=("a", "b"))


def test_removing_closes_the_gap_and_keeps_headings() -> None:
    cut, bank = opened(HAND)
    after = cut.remove(1).text
    start = HAND.index("[[ questions ]]")
    assert after == HAND[:start] + HAND[HAND.index("# Names") :]
    assert parse_bank(after, "b.toml") == same_but(bank, 1)
    assert cut.remove(2).text == HAND[: HAND.index('\n[[questions]]\nid = "old"')]


def test_moving_leaves_headings_where_they_are() -> None:
    cut, _bank = opened(HAND)
    moved = cut.move(2, 0)
    assert [len(part) for part in moved.between] == [len(part) for part in cut.between]
    assert moved.bodies == (cut.bodies[2], cut.bodies[0], cut.bodies[1])
    assert moved.move(0, 2) == cut


@TEXTS
@pytest.mark.parametrize("at", range(4))
def test_inserting_adds_and_removing_takes_back(text: str, at: int) -> None:
    cut, bank = opened(text)
    new = replace(bank.questions[0], id="new")
    after = cut.insert(at, new)
    questions = parse_bank(after.text, "b.toml").questions
    assert questions == (*bank.questions[:at], new, *bank.questions[at:])
    assert after.remove(at).text.rstrip() == text.rstrip()
    if "\r" in text:
        assert "\n" not in after.text.replace("\r\n", "")


def test_the_first_question_of_a_bank() -> None:
    text = 'format = 1\ntitle = "t"\nlanguage = "en"'
    new = Question(id="q", prompt="p", answer="a", distractors=("b",), category="things")
    after = BankText.cut(text, "b.toml").insert(0, new).text
    assert after.startswith(text + "\n\n[[questions]]\n")
    assert parse_bank(after, "b.toml").questions == (new,)


def test_questions_that_are_no_tables_are_not_edited() -> None:
    inline = (
        'format = 1\ntitle = "t"\nlanguage = "en"\n'
        'questions = [{ id = "q", prompt = "p", answer = "a", distractors = ["b"],'
        ' category = "things" }]\n'
    )
    parse_bank(inline, "b.toml")
    with pytest.raises(BankError, match=r"b\.toml:4:1"):
        BankText.cut(inline, "b.toml")


# Any bank, in any layout that hands give it

UNHURRIED = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)

REMARKS = st.sampled_from(
    ["", "\n", "# [[questions]]\n", "\n# A heading\n\n", "# on the next one\n", "\t# \"\"\" '''\n"]
)
BEHIND = st.sampled_from(["", "  # why", " # ]] ''' \"", "\t"])


@st.composite
def handmade(draw: st.DrawFn) -> str:
    """Return the text of a valid bank with remarks, gaps and another newline strewn in."""
    text = dumps(draw(banks()))
    ends = [found.end for found in statements(text)]
    for end in reversed(ends):
        remark = draw(REMARKS)
        text = (
            text[:end]
            + draw(BEHIND)
            + ("\n" + remark.removesuffix("\n")) * bool(remark)
            + text[end:]
        )
    return draw(st.sampled_from([text, crlf(text), "\ufeff" + text]))


@UNHURRIED
@given(handmade())
def test_any_text_is_cut_without_loss(text: str) -> None:
    cut, bank = opened(text)
    assert cut.text == text
    assert len(cut.bodies) == len(bank.questions)


@UNHURRIED
@given(handmade(), st.data())
def test_any_edit_of_a_question_keeps_every_byte_of_the_rest(
    text: str, data: st.DataObject
) -> None:
    cut, bank = opened(text)
    if not bank.questions:
        return
    at = data.draw(st.integers(0, len(bank.questions) - 1))
    old = bank.questions[at]
    donor = data.draw(banks(least=1)).questions[0]
    names = data.draw(st.sets(st.sampled_from(
        ["answer", "distractors", "category", "explanation", "status", "seconds", "difficulty",
         "tags", "shuffle", "note", "allow"])))  # fmt: skip
    changes = {name: getattr(donor, name) for name in names}
    if {"answer", "distractors"} & names:
        changes |= {"answer": donor.answer, "distractors": donor.distractors}
    other_proof: bool = data.draw(st.booleans())
    if bank.sources and other_proof:
        proof = st.builds(Evidence, source=st.just(bank.sources[0].id), quote=lines())
        changes["evidence"] = tuple(data.draw(st.lists(proof, max_size=3)))
    new = replace(old, prompt=data.draw(st.just(old.prompt) | lines()), **changes)
    after = cut.change(at, old, new)
    assert after.between == cut.between
    assert after.bodies[:at] == cut.bodies[:at]
    assert after.bodies[at + 1 :] == cut.bodies[at + 1 :]
    assert parse_bank(after.text, "b.toml") == same_but(bank, at, new)
    assert BankText.cut(after.text, "b.toml").text == after.text
    remarks = [line for line in cut.bodies[at].splitlines() if line.lstrip().startswith("#")]
    if not changes:
        assert all(remark in after.bodies[at] for remark in remarks)


@UNHURRIED
@given(handmade(), st.data())
def test_questions_come_go_and_move(text: str, data: st.DataObject) -> None:
    cut, bank = opened(text)
    questions = list(bank.questions)
    new = Question(
        id="new", prompt="p", answer="a", distractors=("b",),
        category="things", explanation=data.draw(prose()),
    )  # fmt: skip
    at = data.draw(st.integers(0, len(questions)))
    cut = cut.insert(at, new)
    questions.insert(at, new)
    assert parse_bank(cut.text, "b.toml").questions == tuple(questions)
    start, to = (data.draw(st.integers(0, len(questions) - 1)) for _ in "ab")
    cut = cut.move(start, to)
    questions.insert(to, questions.pop(start))
    assert parse_bank(cut.text, "b.toml").questions == tuple(questions)
    at = data.draw(st.integers(0, len(questions) - 1))
    removed = cut.remove(at)
    del questions[at]
    assert parse_bank(removed.text, "b.toml").questions == tuple(questions)
    assert removed.bodies == (*cut.bodies[:at], *cut.bodies[at + 1 :])
    assert removed.between[:at] == cut.between[:at]
    assert removed.between[at + 1 :] == cut.between[at + 2 :]


@given(st.lists(lines(8), max_size=4), st.sampled_from(["", " ", "\n", " # ] ,\n", "\r\n\t"]))
def test_elements_of_an_array_are_found(values: list[str], gap: str) -> None:
    text = f"[{gap}{f',{gap}'.join(toml(value) + gap for value in values)}]"
    found = [text[start:end] for start, end in items(text, 0)]
    assert found == [toml(value) for value in values]


_ALLOWED = '  [[questions.allow]]\n  rule = "NQ101"\n  reason = "so"\n'
_PROOF = '  [[questions.evidence]]\n  source = "s"\n  quote = "7 km"\n'


@pytest.mark.parametrize("below", [_ALLOWED, _PROOF, _ALLOWED + _PROOF])
def test_allowed_rules_and_evidence_written_as_tables_of_their_own(below: str) -> None:
    text = dumps(
        Bank(
            format=1,
            title="T",
            language="en",
            sources=(Source(id="s", title="S"),),
            questions=(
                Question(
                    id="q", prompt="How far?", answer="7", distractors=("8",), category="numbers"
                ),
            ),
        )
    )
    old = parse_bank(text + below, "bank.toml").questions[0]
    changed = replace(old, allow=(Allowance(rule="NQ102", reason="it is meant"),), evidence=())
    edited = BankText.cut(text + below, "bank.toml").change(0, old, changed)
    assert parse_bank(edited.text, "bank.toml").questions[0] == changed
