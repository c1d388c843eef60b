"""Fetching pages: what comes back, what is never sent, and an end to everything."""

from __future__ import annotations

import asyncio
import gzip
import re
import socket
import ssl
import zlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import trustme

from quiz.base.errors import QuizError
from quiz.generate.web import fetch
from quiz.generate.web.fetch import Limits, get
from quiz.generate.web.outside import is_outside
from tests.generate.web.pages import portal
from tests.generate.web.server import Handler, Site
from tests.generate.web.server import site as serve

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = portal()
LIMITS = Limits(seconds=20, connecting=5, size=100_000, redirects=4)
SHORT = replace(LIMITS, seconds=0.6)
"""For what only time ends: on a busy machine anything else may take as long."""


def redirect(to: str, status: int = 302) -> Callable[[Handler], None]:
    return lambda handler: handler.answer("", status, Location=to)


def refusal(site: Site, path: str, limits: Limits = LIMITS) -> str:
    """Return why a page was not fetched, which is one line."""
    with pytest.raises(QuizError) as caught:
        fetch.fetch(site.address(path), limits)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def trickle(handler: Handler) -> None:
    handler.begin({"Content-Type": "text/html"})
    while not handler.over.wait(0.02):
        handler.wfile.write(b"a")
        handler.wfile.flush()


def endless(handler: Handler) -> None:
    handler.begin({"Content-Type": "text/html"})
    while not handler.over.is_set():
        handler.wfile.write(b"<p>tekst</p>" * 1000)


def endless_head(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not handler.over.is_set():
        handler.wfile.write(b"X-More: " + b"a" * 1000 + b"\r\n")


def silent(handler: Handler) -> None:
    handler.over.wait(5)


def cut_short(handler: Handler) -> None:
    handler.begin({"Content-Type": "text/html", "Content-Length": "5000"})
    handler.wfile.write(b"<p>tekst</p>")


def bomb(handler: Handler) -> None:
    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    data = b"".join(packer.compress(bytes(1_000_000)) for _ in range(50)) + packer.flush()
    handler.answer(data, Content_Encoding="gzip")


def test_a_page_comes_with_what_its_server_says_of_it() -> None:
    with serve({"/a": PAGE}) as site:
        found = fetch.fetch(site.address("/a#komentarze"))
        assert (found.data.decode(), found.kind, found.charset) == (PAGE, "page", "utf-8")
        assert found.address == site.address("/a")


def test_a_packed_page_is_unpacked() -> None:
    def packed(handler: Handler) -> None:
        handler.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    with serve({"/a": packed}) as site:
        assert fetch.fetch(site.address("/a")).data == PAGE.encode()


def test_redirects_are_followed_and_told() -> None:
    pages = {"/a": redirect("/b", 301), "/b": redirect("c?x=1", 307), "/c": PAGE}
    with serve(pages) as site:
        found = fetch.fetch(site.address("/a"))
        assert (found.asked, found.address) == (site.address("/a"), site.address("/c?x=1"))


def test_nothing_of_the_person_is_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cookie(handler: Handler) -> None:
        handler.answer("", 302, Location="/b", Set_Cookie="kto=ala; Path=/")

    secrets = tmp_path / "netrc"
    secrets.write_text("machine 127.0.0.1 login ala password kot\n")
    monkeypatch.setenv("NETRC", str(secrets))
    with serve({"/a": cookie, "/b": PAGE}) as site:
        fetch.fetch(site.address("/a"))
        fetch.fetch(site.address("/b"))
        assert len(site.headers) == 3
        for headers in site.headers:
            assert not {"cookie", "authorization", "referer", "from"} & headers.keys()
            assert headers["user-agent"].startswith("newsquiz/")


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (lambda h: h.answer("brak", 404), "no such page"),
        (lambda h: h.answer("brak", 410), "no such page"),
        (lambda h: h.answer("nie", 403), "not give this page to programs"),
        (lambda h: h.answer("kto?", 401, WWW_Authenticate="Basic"), "not give this page"),
        (lambda h: h.answer("", 503, cf_mitigated="challenge"), "not give this page to programs"),
        (lambda h: h.answer("za często", 429), "too often"),
        (lambda h: h.answer("błąd", 500), "trouble of its own"),
        (lambda h: h.answer("błąd", 418), "refuses this address"),
        (lambda h: h.answer("", 302), "empty answer"),
        (lambda h: h.answer(b"%PDF-1.7", Content_Type="application/pdf"), "application/pdf"),
        (lambda h: h.answer(b"abc", Content_Type="image/png; a=\x1b[2J"), "image/png"),
        (lambda h: h.answer(b"abc", Content_Encoding="br"), "not asked for"),
        (lambda h: h.answer(b"abc", Content_Encoding="gzip, gzip"), "not asked for"),
        (lambda h: h.answer(b"abc", Content_Encoding="gzip"), "damaged"),
        (
            lambda h: h.answer(gzip.compress(PAGE.encode())[:-9], Content_Encoding="gzip"),
            "damaged",
        ),
        (lambda h: h.answer(b"", Content_Length="999999999999"), "too long"),
        (lambda h: h.wfile.write(b"to nie jest HTTP\r\n\r\n"), "broke off"),
        (lambda h: h.connection.close(), "broke off"),
        (cut_short, "broke off"),
        (trickle, "not there within 0.6 seconds"),
        (silent, "stopped answering|not there within"),
        (endless, "too long"),
        (endless_head, "broke off"),
        (bomb, "too long"),
    ],
)
def test_what_is_no_page_is_one_line(answer: Callable[[Handler], None], message: str) -> None:
    with serve({"/a": answer}) as site:
        told = refusal(site, "/a", SHORT if answer in {trickle, silent} else LIMITS)
        assert re.search(message, told)
        assert "\x1b" not in told


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ("/a", "in a circle"),
        ("/b", "in a circle"),
        ("file:///etc/passwd", "only addresses"),
        ("ftp://127.0.0.1/a", "only addresses"),
        ("javascript:alert", "something that is no address"),
        ("http://ala:kot@127.0.0.1/a", "a user name or a password"),
        ("https://", "no address"),
        ("http://[::1", "something that is no address"),
    ],
)
def test_a_redirect_leads_nowhere_it_should_not(to: str, message: str) -> None:
    with serve({"/a": redirect(to), "/b": redirect("/a")}) as site:
        told = refusal(site, "/a")
        assert message in told
        assert "kot" not in told
        assert len(site.asked) <= 3


def test_there_is_an_end_to_redirects() -> None:
    pages = {f"/{n}": redirect(f"/{n + 1}") for n in range(30)}
    with serve(pages) as site:
        assert "in a circle" in refusal(site, "/0")
        assert len(site.asked) == LIMITS.redirects + 1


@pytest.fixture
def authority(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> trustme.CA:
    made = trustme.CA()
    path = tmp_path / "authority.pem"
    made.cert_pem.write_to_path(str(path))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return made


def server_side(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def test_an_encrypted_page_never_leads_to_one_that_is_not(authority: trustme.CA) -> None:
    with serve({"/a": PAGE}) as open_site:
        pages = {"/a": PAGE, "/b": redirect(open_site.address("/a"))}
        with serve(pages, server_side(authority, "127.0.0.1")) as site:
            assert fetch.fetch(site.address("/a")).data == PAGE.encode()
            assert "not encrypted" in refusal(site, "/b")
            assert not open_site.asked


def test_a_certificate_of_another_name_or_authority_is_one_line(authority: trustme.CA) -> None:
    for signed in (authority, trustme.CA()):
        name = "kurier.example" if signed is authority else "127.0.0.1"
        with serve({"/a": PAGE}, server_side(signed, name)) as site:
            assert "cannot prove that it is 127.0.0.1" in refusal(site, "/a")
            assert not site.asked


def test_an_open_site_asked_for_encryption_is_one_line() -> None:
    with serve({"/a": PAGE}) as site, pytest.raises(QuizError, match="no secure connection"):
        fetch.fetch(site.address("/a").replace("http:", "https:"), LIMITS)


def test_nobody_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(QuizError, match="refuses the connection"):
            fetch.fetch(f"http://127.0.0.1:{port}/", LIMITS)

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(QuizError, match=r"no site kurier\.example"):
        fetch.fetch("https://kurier.example/a", LIMITS)


def test_a_proxy_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("socks5://127.0.0.1:9", "http://127.0.0.1:9", "bad://"):
        monkeypatch.setenv("HTTP_PROXY", value)
        with pytest.raises(QuizError) as caught:
            fetch.fetch("http://kurier.example/a", LIMITS)
        assert "\n" not in str(caught.value)


def test_a_page_can_be_given_up() -> None:
    async def give_up(site: Site) -> None:
        task = asyncio.create_task(get(site.address("/a"), LIMITS))
        while not site.asked:
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    with serve({"/a": silent}) as site:
        asyncio.run(give_up(site))
        assert not site.over.is_set()


@pytest.mark.parametrize(
    ("host", "outside"),
    [
        ("8.8.8.8", True),
        ("[2001:4860:4860::8888]", True),
        ("127.0.0.1", False),
        ("2130706433", False),
        ("10.1.2.3", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("[::1]", False),
        ("[::ffff:10.0.0.1]", False),
        ("0.0.0.0", False),  # noqa: S104  # an address to be refused
    ],
)
def test_the_own_network_is_told_from_the_internet(host: str, outside: bool) -> None:
    assert asyncio.run(is_outside(f"http://{host}:80/a")) is outside


def test_the_internet_never_leads_into_the_own_network(monkeypatch: pytest.MonkeyPatch) -> None:
    async def named(address: str) -> bool:
        return "localhost" in address

    monkeypatch.setattr("quiz.generate.web.outside.is_outside", named)
    with serve({"/a": PAGE}) as inside:
        inside.pages["/b"] = redirect(inside.address("/a"))
        abroad = inside.address("/b").replace("127.0.0.1", "localhost")
        with pytest.raises(QuizError, match="into your own network"):
            fetch.fetch(abroad)
        assert inside.asked == ["/b"]
        with pytest.raises(QuizError, match="into your own network"):
            fetch.fetch(inside.address("/a"), origin=abroad)
        assert inside.asked == ["/b"]
        assert fetch.fetch(inside.address("/b")).data == PAGE.encode()
