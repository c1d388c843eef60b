"""Bytes become text only where it is certain which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.exchange.decode import decode
from quiz.exchange.protocol import UnreadableError

POLISH = "Gdzie leży Łódź?\nZażółć gęślą jaźń „na próbę” – już.\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1250"],
)
def test_polish_is_read_in_every_encoding_that_is_certain(encoding: str) -> None:
    assert decode(POLISH.encode(encoding)) == POLISH


def test_iso_8859_2_is_told_from_windows() -> None:
    text = "Gdzie leży Łódź? Śnieg i ciąg.\n"
    assert decode(text.encode("iso8859-2")) == text
    assert decode(text.encode("cp1250")) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo \xff\xfe\xfd three", "line 2: the byte 0xFF is not UTF-8"),
        ("Übermäßig schön".encode("cp1252"), "line 1: the byte 0xDC is not UTF-8"),
        (b"one\n\nthree\x00", "line 3 holds a NUL"),
        (b"\xff\xfea\x00b", "line 1: the byte"),
        (b"\xef\xbb\xbfa\n\xc5", "line 2: the byte 0xC5 is not UTF-8"),
    ],
)
def test_what_is_uncertain_is_refused_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        decode(data)


def test_line_ends_become_one() -> None:
    assert decode(b"a\r\nb\rc\n") == "a\nb\nc\n"


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data)
    except UnreadableError as error:
        text = str(error).replace("NUL", "")
    assert "\x00" not in text
