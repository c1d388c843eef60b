"""From score files to the values of the report."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.scores.report.build import Wishes, build, find_bank
from quiz.scores.report.classroom import Filter
from quiz.scores.report.data import to_json
from quiz.scores.report.files import Found
from quiz.scores.report.items import KnownBank
from tests.scores.report.classes import LSAT_6, answer, rows, save, sitting, taken

if TYPE_CHECKING:
    from quiz.scores.report.models import Item, Report

KNOWN = KnownBank("Things", {f"q{number}": ("a", "b", "c") for number in range(1, 6)})


def report(*paths: Path, wishes: Wishes | None = None, bank: KnownBank | None = KNOWN) -> Report:
    return build(Found(paths, ()), wishes or Wishes(), lambda _name: bank)


def items(found: Report) -> tuple[Item, ...]:
    (bank,) = found.banks
    return bank.items


def as_data(found: Report) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(to_json(found))
    return loaded


def test_a_published_class_goes_through_files_to_its_figures(tmp_path: Path) -> None:
    whole = taken(rows(LSAT_6))
    paths = [save(tmp_path / f"{at}.toml", whole[at::3]) for at in range(3)]
    (bank,) = as_data(report(*paths))["banks"]
    questions = bank["questions"]
    assert [each["question"] for each in questions] == ["q1", "q2", "q3", "q4", "q5"]
    assert [each["facility"] for each in questions] == [0.924, 0.709, 0.553, 0.763, 0.870]
    assert [round(each["discrimination"], 4) for each in questions] == [
        0.1128, 0.1532, 0.1728, 0.1444, 0.1216,
    ]  # fmt: skip
    assert bank["alpha"] == pytest.approx(0.2950, abs=5e-5)
    assert bank["pupils"] == 1000
    assert all(each["reasons"] == {} for each in questions)


def test_the_files_of_one_pupil_merge_and_a_round_counts_once(tmp_path: Path) -> None:
    one, two = (
        sitting(number, "Ala", [answer(at, at % 2 == 0) for at in range(1, 5)], days=number)
        for number in (1, 2)
    )
    first = save(tmp_path / "home.toml", [one])
    second = save(tmp_path / "school.toml", [two, one])
    found = report(first, second)
    (pupil,) = found.pupils
    assert (pupil.name, pupil.rounds, found.rounds) == ("Ala", 2, 2)
    assert [file.repeated for file in found.files] == [0, 1]
    assert [item.answers for item in items(found)] == [1, 1, 1, 1]
    (row,) = found.gradebook.rows
    (cell,) = row.cells
    assert cell is not None
    assert (cell.id, cell.attempts, cell.percent) == (one.id, 2, 50.0)


def test_a_name_that_plays_twice_at_once_may_be_two_pupils(tmp_path: Path) -> None:
    long = [answer(at, True, seconds=10) for at in range(1, 11)]
    one = save(tmp_path / "a.toml", [sitting(1, "Ala", long)])
    later = save(tmp_path / "b.toml", [sitting(2, "Ala", long, days=1)])
    at_once = save(tmp_path / "c.toml", [sitting(3, "Ala", long, days=50 / 86400)])
    (merged,) = (note for note in report(one, later).notes)
    assert merged == "1 pupil has several files, which were merged: Ala (2)."
    assert any("c.toml at the same time" in note for note in report(one, at_once).notes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(data=st.data())
def test_reading_more_copies_changes_nothing(tmp_path: Path, data: st.DataObject) -> None:
    marks = data.draw(
        st.lists(
            st.lists(st.sampled_from([True, False, None]), min_size=3, max_size=3).filter(any),
            min_size=1,
            max_size=12,
        )
    )
    whole = taken(marks)
    cut = data.draw(st.integers(0, len(whole)))
    shuffled = data.draw(st.permutations(whole))
    once = as_data(report(save(tmp_path / "once.toml", whole)))
    again = as_data(
        report(
            save(tmp_path / "a.toml", shuffled[cut:]),
            save(tmp_path / "b.toml", shuffled),
            save(tmp_path / "c.toml", shuffled[:cut]),
        )
    )
    for data_of in (once, again):
        del data_of["files"], data_of["notes"]
        for pupil in data_of["pupils"]:
            del pupil["files"]
    assert again == once


def test_a_round_that_was_edited_in_a_copy_is_told(tmp_path: Path) -> None:
    played = sitting(1, "Ala", [answer(1, False)])
    better = sitting(1, "Ala", [answer(1, True)])
    found = report(save(tmp_path / "a.toml", [played]), save(tmp_path / "b.toml", [better]))
    assert [item.right for item in items(found)] == [0]
    assert any("b.toml" in note and "not its content" in note for note in found.notes)


def test_names_that_look_alike_are_pointed_out_and_merged_only_on_request(tmp_path: Path) -> None:
    names = ["Ala Nowak", "ala nowak", "AlaNowak", "Ewa"]
    path = save(
        tmp_path / "a.toml",
        [sitting(at, name, [answer(1, True)], days=at) for at, name in enumerate(names, 1)],
    )
    apart = report(path)
    assert [pupil.name for pupil in apart.pupils] == ["Ala Nowak", "ala nowak", "AlaNowak", "Ewa"]
    assert apart.similar_names == (("Ala Nowak", "AlaNowak", "ala nowak"),)
    assert any("--merge-names" in note for note in apart.notes)
    merged = report(path, wishes=Wishes(merge=True))
    assert [pupil.name for pupil in merged.pupils] == ["Ala Nowak", "Ewa"]
    assert items(merged)[0].answers == 2


def test_a_name_written_with_other_spaces_is_pointed_out(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.toml",
        [sitting(at, "Ala Nowak", [answer(1, True)]) for at in (1, 2)],
    )
    path.write_bytes(path.read_bytes().replace(b'"Ala Nowak"', b'"Ala  Nowak "', 1))
    found = report(path)
    assert [pupil.name for pupil in found.pupils] == ["Ala Nowak"]
    assert any("Ala Nowak" in note and "2 ways" in note for note in found.notes)


def test_who_has_no_name_is_known_by_the_file(tmp_path: Path) -> None:
    first, second = taken([[True], [False]], named=False)
    found = report(save(tmp_path / "ala.toml", [first]), save(tmp_path / "bo.toml", [second]))
    assert [pupil.name for pupil in found.pupils] == ["(no name, ala.toml)", "(no name, bo.toml)"]


@pytest.mark.parametrize(
    ("answers", "right", "asked"), [("first", 0, 1), ("last", 1, 1), ("all", 2, 3)]
)
def test_which_answers_count(tmp_path: Path, answers: Any, right: int, asked: int) -> None:
    tries = [
        sitting(number, "Ala", [answer(1, mark)], days=number)
        for number, mark in ((1, False), (2, True), (3, True))
    ]
    found = report(save(tmp_path / "a.toml", tries[::-1]), wishes=Wishes(answers=answers))
    (item,) = items(found)
    assert (item.right, item.answers) == (right, asked)


def test_the_filters_leave_rounds_out(tmp_path: Path) -> None:
    path = save(
        tmp_path / "a.toml",
        [
            sitting(1, "Ala", [answer(1, True)]),
            sitting(2, "Ala", [answer(1, True)], bank="others", days=1),
            sitting(3, "Ala", [replace(answer(1, True), bank="others")], bank="others + things"),
            sitting(4, "Ala", [answer(1, True)], mode="exam"),
        ],
    )

    def left(**wanted: Any) -> int:
        return report(path, wishes=Wishes(filter=Filter(**wanted))).rounds

    assert left() == 4
    assert left(bank="others") == 2
    assert left(mode="exam") == 1
    assert left(since=sitting(0, "", [], days=1).started.date()) == 1


def test_a_distractor_that_nobody_chose_is_named_if_the_bank_is_known(tmp_path: Path) -> None:
    class_ = [
        sitting(at, f"P{at}", [answer(1, at > 4, chosen="a" if at <= 4 else "K")])
        for at in range(1, 21)
    ]
    path = save(tmp_path / "a.toml", class_)
    (item,) = items(report(path))
    assert [(each.text, each.count, each.share, each.idle) for each in item.distractors] == [
        ("a", 4, 0.2, False),
        ("b", 0, 0.0, True),
        ("c", 0, 0.0, True),
    ]
    assert "“b”, “c”" in item.distractors_verdict.text
    unknown = report(path, bank=None)
    (item,) = items(unknown)
    assert [each.text for each in item.distractors] == ["a"]
    assert any("--banks" in note for note in unknown.notes)


def test_one_in_twenty_is_just_enough_to_function(tmp_path: Path) -> None:
    for size, idle in ((20, False), (21, True)):
        class_ = [sitting(at, f"P{at}", [answer(1, at > 1)]) for at in range(1, size + 1)]
        (item,) = items(report(save(tmp_path / f"{size}.toml", class_)))
        assert item.distractors[0].idle is idle, size


def test_a_wrong_key_is_found(tmp_path: Path) -> None:
    """Those who are right elsewhere choose b, and the key is chosen by those who are not."""
    class_ = []
    for at in range(1, 31):
        good = at <= 20
        others = [answer(number, good) for number in (2, 3, 4)]
        first = answer(1, not good, chosen="b" if good else "K")
        class_.append(sitting(at, f"P{at}", [first, *others]))
    item = items(report(save(tmp_path / "a.toml", class_)))[0]
    assert item.discrimination.value == pytest.approx(-1)
    assert item.verdict.level == "poor"
    assert "“b” may be right" in item.verdict.advice


@pytest.mark.parametrize("size", [1, 2, 4, 5, 9, 10])
def test_too_few_answers_give_a_reason_and_no_figure(tmp_path: Path, size: int) -> None:
    marks = [[at % 2 == 0, at % 3 == 0, at % 5 != 0] for at in range(size)]
    (bank,) = as_data(report(save(tmp_path / "a.toml", taken(marks))))["banks"]
    for item in bank["questions"]:
        assert (item["facility"] is None) == (size < 5)
        assert (item["discrimination"] is None) == (size < 10)
        assert (item["discriminative_efficiency"] is None) == (size < 10)
        for name in ("facility", "discrimination", "discriminative_efficiency", "median_seconds"):
            assert (item[name] is None) == (name in item["reasons"])
    assert (bank["alpha"] is None) == (size < 10)
    assert (bank["alpha"] is None) == bool(bank["reasons"])
    if size < 10:
        assert f"{size} of the 10" in bank["reasons"]["alpha"]


def test_the_threshold_can_be_lowered(tmp_path: Path) -> None:
    marks = [[True, True, True], [True, True, False], [True, False, False], [False, False, False]]
    found = report(save(tmp_path / "a.toml", taken(marks)), wishes=Wishes(fewest=2))
    (bank,) = found.banks
    assert bank.alpha.value == pytest.approx(0.75)  # 3/2 (1 - (3/16 + 1/4 + 3/16) / (5/4))


@pytest.mark.parametrize(
    "marks",
    [
        [[True] * 4] * 12,
        [[False] * 4] * 12,
        [[True]] * 6 + [[False]] * 6,
        [[True, False]] * 6 + [[False, True]] * 6,
        [[True, None], [None, True]] * 10,
        [[True]],
    ],
)
def test_a_class_without_differences_is_no_failure(tmp_path: Path, marks: Any) -> None:
    text = to_json(report(save(tmp_path / "a.toml", taken(marks))))
    assert "NaN" not in text
    (bank,) = json.loads(text)["banks"]
    assert bank["alpha"] is None
    assert bank["reasons"]["alpha"]


def test_pupils_who_met_other_questions_are_compared_fairly(tmp_path: Path) -> None:
    marks: list[list[bool | None]] = [
        [at % 3 != 0, at % 2 == 0, None] if at % 2 else [at % 3 != 0, None, at % 5 != 0]
        for at in range(40)
    ]
    found = report(save(tmp_path / "a.toml", taken(marks)))
    assert [item.answers for item in items(found)] == [40, 20, 20]
    assert all(item.facility.value is not None for item in items(found))
    for item in items(found):
        assert -1 <= (item.discrimination.value or 0) <= 1


def test_a_damaged_file_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    path = save(tmp_path / "a.toml", taken([[True], [False], [True]]))
    path.write_bytes(path.read_bytes()[:-30] + b"\xff")
    found = report(path, save(tmp_path / "b.toml", []))
    assert found.rounds == 2
    assert any(note.startswith("a.toml: ") for note in found.notes)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    at=st.integers(0, 2000),
    cut=st.integers(0, 400),
    put=st.one_of(
        st.binary(max_size=12),
        st.sampled_from([b"[[rounds]]\n", b"player = 1\n", b'player = "\\ud800"\n', b"'" * 3]),
    ),
)
def test_no_damage_stops_the_report(tmp_path: Path, at: int, cut: int, put: bytes) -> None:
    path = save(tmp_path / "a.toml", taken([[True, False], [False, True], [True, True]]))
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + put + whole[at + cut :])
    found = report(path)
    assert found.rounds <= 4
    assert to_json(found)


def test_a_question_that_was_changed_says_so(tmp_path: Path) -> None:
    edited = replace(answer(1, True), answer="L", chosen="L")
    path = save(
        tmp_path / "a.toml",
        [sitting(1, "Ala", [answer(1, True)]), sitting(2, "Ewa", [edited], days=1)],
    )
    (item,) = items(report(path))
    assert item.changed
    assert item.answer == "L"


@pytest.mark.parametrize("name", ["../secret.toml", "secret", "{}/secret.toml", "..", "", "a\0b"])
def test_a_score_file_does_not_say_which_file_is_read(name: str, tmp_path: Path) -> None:
    banks = tmp_path / "banks"
    banks.mkdir()
    known = Path(__file__).parent.parent.parent / "banks" / "valid" / "smallest.toml"
    (tmp_path / "secret.toml").write_bytes(known.read_bytes())
    (banks / "known.toml").write_bytes(known.read_bytes())
    assert find_bank(name.format(tmp_path), banks) is None
    assert find_bank("known", banks) is not None
