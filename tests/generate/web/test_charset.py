"""Pages in whatever character set, whatever they say of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.base.errors import QuizError
from quiz.generate.web.charset import decoded, garbled
from tests.generate.web import pages
from tests.generate.web.reading import read


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-2", "windows-1250"])
@pytest.mark.parametrize("said", ["server", "page", "wrongly", "nobody"])
def test_a_page_is_read_in_the_set_it_is_in_whatever_it_says(charset: str, said: str) -> None:
    html = pages.portal().replace("©", "")
    declared = {"page": charset, "wrongly": "iso-8859-1"}.get(said, "")
    html = html.replace(
        '<meta charset="utf-8">', f'<meta charset="{declared}">' if declared else ""
    )
    data = html.encode(charset, "xmlcharrefreplace")
    article = read(data, charset=charset if said == "server" else "")
    assert all(paragraph in article.text for paragraph in pages.PARAGRAPHS)


def test_letters_that_were_lost_before_are_one_line() -> None:
    html = pages.portal().encode().decode("cp1252", "replace")
    with pytest.raises(QuizError, match="garbled"):
        read(html)


def test_a_single_byte_gone_wrong_costs_its_paragraph_and_no_more() -> None:
    html = pages.portal(body=f"<p>Zdanie zepsute _ tutaj, w środku artykułu.</p>{pages.BODY}")
    text = read(html.encode().replace(b" _ ", b" \xb3 ")).text
    assert "zepsute" not in text
    assert pages.PARAGRAPHS[0] in text


@settings(deadline=None)
@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "cp1250", "punycode", "nonsense", "\0"])
)
def test_no_bytes_break_the_reading_of_character_sets(data: bytes, declared: str) -> None:
    text = decoded(data, declared)
    assert text is None or isinstance(garbled(text), bool)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_utf8_is_always_read_as_such(text: str) -> None:
    if not text.startswith(("\ufeff",)):
        assert decoded(text.encode(), "iso-8859-2") == text
