"""What the workshop decides without a screen: the queue of a review, candidates, paths, fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quiz.app.formtable import blank_form, changed, form_of
from quiz.app.pathfield import completions
from quiz.app.queue import Queue
from quiz.app.review import next_rival
from quiz.app.sourcepane import place_of, read_articles
from quiz.banks.desk import Desk, Draft, examine_question
from quiz.banks.models import Evidence, Question, Source
from quiz.banks.write import dumps
from quiz.base.text import first_unsafe
from tests.banks.test_edit import HAND
from tests.banks.test_edit import opened as open_text

if TYPE_CHECKING:
    from pathlib import Path


def desk(*statuses: str) -> Desk:
    _text, bank = open_text(HAND)
    questions = tuple(
        Question(id=f"q{n}", prompt=f"{n}?", answer="a", distractors=("b",), category="things",
                 status=status)  # type: ignore[arg-type]
        for n, status in enumerate(statuses)
    )  # fmt: skip
    return Desk(Draft.of(dumps(replace(bank, questions=questions)), "b"))


def accept(desk: Desk, queue: Queue) -> None:
    question = queue.question
    assert question is not None
    desk.change(question.id, replace(question, status="reviewed"))
    queue.go_on()


def here(queue: Queue) -> str:
    return queue.question.id if queue.question else "-"


def test_a_review_goes_through_the_drafts_and_ends() -> None:
    d = desk("draft", "reviewed", "draft", "draft", "retired")
    queue = Queue(d, "q2")
    assert (here(queue), queue.left, queue.names) == ("q2", 3, ("q0", "q2", "q3"))
    for expected in ("q3", "q0", "-"):
        accept(d, queue)
        assert here(queue) == expected
    queue.go(-1)
    assert here(queue) == "q3"
    queue.go(1)
    assert here(queue) == "-"


def test_back_and_forward_stop_at_the_ends() -> None:
    queue = Queue(desk("draft", "draft"))
    queue.go(-1)
    assert here(queue) == "q0"
    queue.go(1)
    queue.go(1)
    assert here(queue) == "q1"


def test_what_was_rejected_comes_back_in_its_place() -> None:
    d = desk("draft", "draft", "draft")
    queue = Queue(d, "q1")
    d.remove("q1")
    queue.drop("q1")
    assert (here(queue), queue.names) == ("q2", ("q0", "q2"))
    queue.visit(str(d.undo()))
    assert (here(queue), queue.names) == ("q1", ("q0", "q1", "q2"))


def test_another_question_takes_the_place_and_gives_it_back() -> None:
    d = desk("draft", "draft")
    queue = Queue(d)
    d.change("q0", replace(d.question("q0"), id="new"))
    queue.rename("q0", "new")
    assert queue.names == ("new", "q1")
    queue.visit(str(d.undo()))
    assert (here(queue), queue.names) == ("q0", ("q0", "q1"))
    queue.visit(str(d.redo()))
    assert (here(queue), queue.names) == ("new", ("new", "q1"))


def test_others_go_round() -> None:
    queue = Queue(desk("draft"))
    chosen = [queue.next_other("q0", ["A?", "B?", "C?"], {"a?"}) for _ in range(3)]
    assert chosen == ["B?", "C?", "B?"]
    assert queue.next_other("q0", ["A?"], {"a?"}) is None


def test_candidates_go_round_and_are_never_an_option() -> None:
    question = Question(id="q", prompt="p", answer="a", distractors=("b", "own"), category="things")
    rivals = ("A", "b", "c", "d")
    assert next_rival(question, 0, rivals) == "c"
    assert next_rival(replace(question, distractors=("d", "own")), 0, rivals) == "b"
    assert next_rival(question, 1, rivals) == "c"
    assert next_rival(question, 0, ("A", "B", "OWN")) is None


def test_a_quote_is_found_however_lines_are_broken() -> None:
    assert place_of("two  words\nmore", "so two words more.") == (3, 17)
    assert place_of("(a.c)", "abc (a.c)") == (4, 9)
    assert place_of("", "abc") is None
    assert place_of("x", "abc") is None


def test_paths_are_completed(tmp_path: Path) -> None:
    for name in ("brief.txt", "Bridge.md", "photo.png", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / "brine").mkdir()
    assert completions(f"{tmp_path}/b") == [
        f"{tmp_path}/Bridge.md", f"{tmp_path}/brief.txt", f"{tmp_path}/brine/"
    ]  # fmt: skip
    assert completions(f"{tmp_path}/.h") == [f"{tmp_path}/.hidden.txt"]
    assert completions(f"{tmp_path}/nowhere/b") == []
    assert completions("a\0b/") == []
    assert completions("") == []


VALUES = {
    "prompt": "", "answer": "", "category": "things", "status": "draft", "explanation": "",
    "distractors.0": "", "distractors.1": "", "evidence.0": "", "evidence.1": "", "seconds": "",
    "difficulty": "", "tags": "", "shuffle": "true", "note": "",
}  # fmt: skip


def test_the_fields_of_a_form_become_a_question() -> None:
    _text, bank = open_text(HAND)
    filled = VALUES | {
        "prompt": "P?", "answer": "a", "distractors.1": "b", "evidence.1": "q", "seconds": "30",
        "difficulty": "2", "tags": "x, y;z", "shuffle": "false", "note": "n",
    }  # fmt: skip
    before = {**blank_form(), "evidence": [{"source": "atlas", "quote": "x"}] * 2}
    form = changed(before, VALUES | {"evidence.0": "x", "evidence.1": "x"}, filled)
    question, findings = examine_question({**form, "id": "new"}, bank)
    assert findings == []
    assert question == Question(
        id="new", prompt="P?", answer="a", distractors=("b",), category="things",
        evidence=(Evidence(source="atlas", quote="q"),), seconds=30, difficulty=2,
        tags=("x", "y", "z"), shuffle=False, note="n",
    )  # fmt: skip
    assert form_of(question) == form


@pytest.mark.parametrize("text", ["2", "x", "99999999999", "٣"])
def test_a_wrong_number_is_said_to_be_one(text: str) -> None:
    _text, bank = open_text(HAND)
    filled = VALUES | {"prompt": "P?", "answer": "a", "distractors.0": "b", "seconds": text}
    form = changed(blank_form(), VALUES, filled)
    question, findings = examine_question({**form, "id": "new"}, bank)
    assert question is None
    assert [finding.path for finding in findings] == [("seconds",)]


def test_an_article_is_read_clean_and_only_from_the_bank_s_folder(tmp_path: Path) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    (folder / "a.txt").write_text("A headline\n\nRed \x1b[31m and \u202eturned.\n", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c.txt").write_bytes(b"\xff\xfe\x00")
    sources = tuple(
        Source(id=name, title=name, path=name)
        for name in ("a.txt", "b.txt", "c.txt", "d.txt", "../secret.txt", "ż" * 200, "circle")
    )
    (folder / "circle").symlink_to(folder / "circle")
    articles = read_articles((*sources, Source(id="e", title="e")), folder)
    assert list(articles) == ["a.txt"]
    assert first_unsafe(articles["a.txt"].text) is None
