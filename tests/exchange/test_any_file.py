"""Whatever stands in a file, a reader makes a valid bank of it or refuses it in one line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.read import parse_bank
from quiz.banks.write import dumps
from quiz.exchange.assemble import Origin, assemble
from quiz.exchange.formats import by_name
from quiz.exchange.protocol import UnreadableError

PIECES = {
    "gift": "{ } { } = ~ # #### % %50% \\ : :: // [html] [markdown] $CATEGORY: / T TRUE F -> <b> "
    "<p> <img> &amp; [id:x] [tag:] ] _____ **",
    "aiken": "A) B) C) D. a) ANSWER: ANSWER: A B Answer",
    "moodle": "<quiz> </quiz> <question> <question·type='multichoice'> <question·type='truefalse'> "
    "</question> <answer·fraction='100'> <answer·fraction='x'> <answer> </answer> <text> </text> "
    "<questiontext·format='html'> </questiontext> <name> </name> <![CDATA[ ]]> &amp; &lt;b> true "
    "false <file> <single>false</single> <generalfeedback> <shuffleanswers>1</shuffleanswers>",
    "csv": "prompt answer distractor·1 option·1 A B correct image tags seconds , , , ; \" '= = 1 2 "
    "60000 evidence·1 source·1",
    "blooket": 'Question·Text Answer·1 Answer·2 Time·Limit Correct·Answer , , , " 1 2 typing',
    "gimkit": 'Question Correct·Answer Incorrect·Answer·1 , , , "',
    "anki": "#separator:tab #separator:, #html:true #tags·column:2 #columns: #guid·column:0 \t , "
    '<ol> <ul> <li> </li> </ol> <b·class="answer"> </b> <div·data-id="x"> <img> [sound:a]',
}


BEGINNINGS = {
    "moodle": "<quiz><question type='multichoice'>",
    "csv": "prompt,answer,distractor 1,option,evidence,seconds,difficulty\n",
    "blooket": "Question Text,Answer 1,Answer 2,Time Limit,Correct Answer\n",
    "gimkit": "Question,Correct Answer,Incorrect Answer 1\n",
    "anki": "#separator:tab\n#html:true\n",
}


@pytest.mark.parametrize("name", PIECES)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_file_makes_a_valid_bank_or_is_refused(name: str, data: st.DataObject) -> None:
    pieces = [piece.replace("·", " ") for piece in PIECES[name].split(" ")]
    words = st.one_of(
        st.sampled_from(pieces), st.sampled_from(["\n", "\n\n", " ", "a", "b"]), st.text(max_size=3)
    )
    text = data.draw(st.sampled_from(["", BEGINNINGS.get(name, "")]))
    text += "".join(data.draw(st.lists(words, max_size=40)))
    content = text.encode("utf-8", "surrogatepass")
    known = by_name(name)
    assert known.read
    refusals = []
    try:
        bank, skipped, told = assemble(known.read(content), Origin(title="T", language="en"))
    except UnreadableError as error:
        refusals = [str(error)]
    else:
        assert parse_bank(dumps(bank), "made") == bank
        assert all(reason for _line, _what, reason in (*skipped, *told))
    assert not [refusal for refusal in refusals if "\n" in refusal]
