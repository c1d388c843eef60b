"""Files made to hurt end in one clear line, with bounded memory, and nothing is made of them."""

from __future__ import annotations

import pytest

from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import by_name, recognise
from quiz.exchange.protocol import MOST, SURELY, UnreadableError, most_in

QUESTION = (
    "<question type='multichoice'><questiontext><text>Q{}</text></questiontext>"
    "<answer fraction='100'><text>a</text></answer><answer fraction='0'><text>b</text></answer>"
    "</question>"
)
BOMB = (
    "<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(12))
    + "]><quiz><question type='essay'><name><text>&m;</text></name></question></quiz>"
)
OUTSIDE = (
    "<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY f SYSTEM 'file:///etc/hostname'>]>"
    "<quiz><question type='essay'><name><text>&f;</text></name></question></quiz>"
)


def refused(name: str, data: bytes) -> str:
    """Read a file to its end, and return the line that refuses it."""
    read = by_name(name).read
    assert read
    with pytest.raises(UnreadableError) as caught:
        assemble(read(data), Origin(title="T"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("text", [BOMB, OUTSIDE])
def test_entities_are_refused(text: str) -> None:
    assert recognise(text.encode()) is by_name("moodle")
    assert "entities" in refused("moodle", text.encode())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<quiz>" + "<a>" * 100_000, "line 1: its elements are nested too deeply"),
        ("<quiz>\n<question>" + "<a/>" * 20_000, "line 2: a question has more than 20000"),
        ("<quiz>\n<question>", "line 2, column 11: this is no well-formed XML"),
        ("<quiz>\n</quizz>", "line 2, column 3: this is no well-formed XML"),
        ("<html></html>", "it does not begin with <quiz>"),
        ("<quiz>\x00</quiz>", "line 1, column 7: this is no well-formed XML"),
        ("<?xml version='1.0' encoding='klingon'?><quiz/>", "encoding"),
    ],
)
def test_broken_xml_is_refused_with_its_line(text: str, message: str) -> None:
    assert message in refused("moodle", text.encode())


def test_a_good_beginning_does_not_save_a_broken_file() -> None:
    text = "<quiz>" + "".join(QUESTION.format(n) for n in range(2000)) + "<oops>"
    assert "no well-formed XML" in refused("moodle", text.encode())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("gift", "A?{=a ~b}\n\n"),
        ("aiken", "A?\nA) a\nB) b\nANSWER: A\n\n"),
        ("moodle", QUESTION),
    ],
)
def test_more_questions_than_anyone_can_use_are_refused(
    name: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.exchange.assemble.MOST", 50)
    whole = text * 1000
    whole = f"<quiz>{whole}</quiz>" if name == "moodle" else whole
    assert "more than 50 questions" in refused(name, whole.encode())


def test_what_is_said_often_has_an_id_each_time() -> None:
    read = by_name("csv").read
    assert read
    rows = "".join(f"A?,a,b,{name},Quote,{source}\n" for name, source in (
        ("", "Да"), ("", "Нет"), ("", "Да"), ("a-94e425dd-3", "Не"), ("", "Source 3"), ("", "Но"),
    ))  # fmt: skip
    text = f"prompt,answer,distractor 1,id,evidence,source\n{rows}"
    bank, _skipped, _told = assemble(read(text.encode()), Origin(title="T", language="en"))
    assert [question.id for question in bank.questions] == [
        "a", "a-94e425dd", "a-94e425dd-2", "a-94e425dd-3", "a-94e425dd-4", "a-94e425dd-5",
    ]  # fmt: skip
    assert [source.id for source in bank.sources] == [
        "source", "source-2", "source-3", "source-3-2", "source-4",
    ]  # fmt: skip


def test_a_gigantic_text_skips_its_question_only() -> None:
    read = by_name("gift").read
    assert read
    text = f"{'long ' * 300}?{{=a ~b}}\n\n{'{' * 100_001}\n\nShort?{{=a ~b}}\n"
    bank, skipped, _told = assemble(read(text.encode()), Origin(title="T", language="en"))
    assert [question.prompt for question in bank.questions] == ["Short?"]
    assert skipped[0].reason == "the question has 1501 characters, and a bank holds 1000"
    assert skipped[1].reason == "it has 100001 characters, and a question 100000 at most"
    assert len(skipped[0].what) < 100


def test_a_file_of_nothing_but_short_questions_is_refused_by_its_size() -> None:
    read = by_name("csv").read
    assert read
    data = ("prompt,answer,distractor 1\n" + "A?,a,b\n" * (SURELY + 1)).encode()
    with pytest.raises(UnreadableError, match="more than 10000 questions"):
        assemble(read(data), Origin(title="T", language="en"), most_in(len(data)))
    assert most_in(5_000_000) == MOST
