"""What files with mark-up in them are made of, and what of it may be repeated without end."""

from __future__ import annotations

Shapes = tuple[tuple[str, str, str], ...]


def split(words: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(words.split())


HTML = (
    "<b>", "</b>", "<p>", "<br>", "<ol>", "<ul>", "<li>", "</li>", "</ol>", "<img src=a alt='b'>",
    "<sub>", "</sub>", "<sup>", "</sup>", '<a href="http://x">', "</a>", "<pre>", "<q>", "<!--",
    "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<?", "<!", "&amp;", "&#33;", "&#x1b;",
    "&#0;", "&lt;", "&", "<svg>",
)  # fmt: skip
MARKDOWN = ("**", "__", "*", "_", "`", "```", "![a](b)", "[a](http://b)", "# ", "\\*", "  \n")
UNSAFE = ("\x1b[31m", "\x9b", "\u202e", "\u200b", "\u0301" * 12, "\ue0000", "\ufeff", "\x00")
LONG = (
    ("", "<!--", ""), ("", "<![CDATA[", ""), ("", "<a ", ""), ("", "<a href='", ""), ("", "&#", ""),
    ("", "<sup>", ""), ("<p>", "<sup>1</sup>", ""), ("", "<pre>", ""), ("", "<", ""), ("", "&", ""),
    ("", "<?", ""), ("", "<!", ""), ("", "<script>", ""), ("", "<li>", ""), ("", "</a>", ""),
    ("", '<a href="http://x">', "</a>"), ("", "&amp;", ""), ("", "\n ", ""), ("", " ", "x"),
    ("", "<ol>", ""), ("", "<ol><li>a", ""), ("", "[sound:", ""), ("", "[sound:a]", ""),
    ("", '<b class="answer">', ""), ("", "e\u0301", ""), ("", "\u0315", ""), ("", "<a<", ""),
)  # fmt: skip
LONG_MARKDOWN = (
    ("", "*", ""), ("", "_", ""), ("", "**a", ""), ("", "*a ", ""), ("", "_a ", ""), ("", "`", ""),
    ("", "`a", ""), ("", "[", ""), ("", "[a", ""), ("", "[a](", ""), ("", "![", ""),
    ("", "![a](", ""),
    ("", "\\*", ""), ("", "#", ""), ("", "\n#", ""), ("", "# \n", ""), ("", "(", ""),
    ("", "__a", ""),
)  # fmt: skip
_EVIDENCE = (
    ("", '<blockquote class="{}"><p>', ""), ("", '<blockquote class="{}"><p></p><cite>', ""),
    ("", '<blockquote class="{}"><p></p><cite></cite></blockquote>', ""),
    ('<blockquote class="{}"><p>', "</p><cite>", ""),
    ('<blockquote class="{}"><p>' * 100, "</p><cite>" * 10, ""),
)  # fmt: skip


def evidence(mark: str) -> Shapes:
    """Return what our own quotes are repeated as; `mark` is the class of their element."""
    return tuple(
        (before.replace("{}", mark), piece.replace("{}", mark), behind)
        for before, piece, behind in _EVIDENCE
    )


def within(before: str, shapes: Shapes, behind: str) -> Shapes:
    """Put shapes between two texts."""
    return tuple((before + first, piece, last + behind) for first, piece, last in shapes)


def in_cdata(shapes: Shapes, place: str) -> Shapes:
    """Put shapes into an element of a question of Moodle's."""
    begin = f"<quiz><question type='multichoice'><{place} format='html'><text><![CDATA["
    safe = tuple(shape for shape in shapes if "]]>" not in "".join(shape))
    end = (
        f"]]></text></{place}><answer fraction='100'><text>a</text></answer>"
        "<answer fraction='0'><text>b</text></answer></question></quiz>"
    )
    return within(begin, safe, end)
