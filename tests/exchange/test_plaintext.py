"""HTML, Markdown and Moodle's format become the text that a reader would see."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quiz.exchange.plaintext import escape, from_html, from_markdown, from_moodle, plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>two</p>", "One\n\ntwo"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>end", "- a\n- b\n\nend"),
        ("a&nbsp;&lt;b&gt; &amp;amp; &#8222;c&rdquo; &hellip;", "a <b> &amp; „c” …"),
        ("10<sup>2</sup> m<sup>-1</sup> x<sup>a+b</sup> H<sub>2</sub>O", "10² m⁻¹ x^(a+b) H₂O"),
        ("<!-- hidden --><style>p {}</style>seen<script>alert(1)</script>", "seen"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ('see <a href="https://example.org/x">this</a>', "see this (https://example.org/x)"),
        ('<a href="https://example.org/">https://example.org</a>', "https://example.org"),
        ("<o:p>Word</o:p> <unknown>tags</unknown>", "Word tags"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("unclosed <b>bold", "unclosed bold"),
        ("a < b and c > d", "a < b and c > d"),
        ("<q>Zażółć</q>", "“Zażółć”"),
        ("<![CDATA[inner]]>", "inner"),
    ],
)
def test_html(html: str, text: str) -> None:
    assert from_html(html).text == text


@pytest.mark.parametrize(
    ("moodle", "text"),
    [
        ("if a <x and y> b\nthen e & f", "if a <x and y> b\nthen e & f"),
        ("AT&T &c. 5 < 7", "AT&T &c. 5 < 7"),
        ("<b>Bold</b> list<int>\nnext", "Bold list<int>\nnext"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
    ],
)
def test_moodles_own_format_is_html_only_where_it_must_be(moodle: str, text: str) -> None:
    assert from_moodle(moodle).text == text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold** and _soft_ and *soft* and __bold__", "bold and soft and soft and bold"),
        ("snake_case_name and 5 * 3 * 2 and 2*3*4", "snake_case_name and 5 * 3 * 2 and 2*3*4"),
        ("`code_with_*stars*`", "code_with_*stars*"),
        ("# Head #\ntext", "Head\ntext"),
        ("[a page](https://example.org/x) \\*kept\\*", "a page (https://example.org/x) *kept*"),
        ("* one\n* two", "- one\n- two"),
        ("line  \nbreak", "line\nbreak"),
    ],
)
def test_markdown(markdown: str, text: str) -> None:
    assert from_markdown(markdown).text == text


def test_what_is_no_text_is_counted() -> None:
    assert from_html('<p><img src="a.png" alt="A map"> <video></video></p>') == ("A map", 2)
    assert from_markdown("![A map](a.png)") == ("A map", 1)
    assert plain("<img src=a>", "plain") == ("<img src=a>", 0)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_escaped_text_is_itself(text: str) -> None:
    text = " ".join(text.split())
    assert from_html(escape(text)).text == text


@given(st.text(st.sampled_from("<>&;/!-[]*_`#\\()\"'= abp\n"), max_size=80))
@example("<![;")
@example("a<![if !IE]>b<![endif")
def test_any_mark_up_is_read(text: str) -> None:
    for format_name in ("html", "markdown", "plain", "moodle"):
        assert isinstance(plain(text, format_name).text, str)


PIECES = ["<b>", "<div>", "</p>", "*", "_a", "[", "![", "&#", "<!--", "<sup>", "`", "[a]("]


@pytest.mark.parametrize("piece", PIECES)
def test_deep_or_broken_mark_up_is_read(piece: str) -> None:
    for format_name in ("html", "markdown", "moodle"):
        assert isinstance(plain(piece * 5_000, format_name).text, str)


@given(st.text("ab <>&\n\r\t\xa0;#39\"'", max_size=30))
def test_a_text_without_a_tag_is_what_it_is_behind_one(text: str) -> None:
    assert from_html(text) == from_html(f"<b></b>{text}")
