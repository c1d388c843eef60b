"""Fetching one page, with an end to everything: time, size, redirects.

Nothing of the person goes out but the address: no cookies, no passwords, no referrer. What comes
back is bytes; nothing here reads them.
"""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import TYPE_CHECKING

from quiz import __version__
from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.generate.web.address import checked, host, joined, shorten
from quiz.generate.web.failures import explained, no_address, refused, too_late, too_long
from quiz.generate.web.outside import require_outside

if TYPE_CHECKING:
    import httpx

KINDS = {
    "text/html": "page", "application/xhtml+xml": "page",
    "text/plain": "text", "text/markdown": "text", "text/x-markdown": "text",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed",
    "application/xml": "", "text/xml": "", "": "", "application/octet-stream": "",
}  # fmt: skip
"""What a media type promises; nothing where the bytes themselves must tell."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a page is waited for."""

    seconds: float = 30.0
    """From the first step to the last byte, redirects included."""
    connecting: float = 10.0
    """Seconds until a connection stands."""
    size: int = 4_000_000
    """Bytes, unpacked."""
    redirects: int = 10


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    asked: str
    """The address that was asked for."""
    address: str
    """Where it led."""
    data: bytes
    kind: str
    """page, text, feed, or nothing where the bytes must tell."""
    charset: str
    """The character set that the server declares; nothing if it does not."""


async def get(address: str, limits: Limits | None = None, *, origin: str = "") -> Fetched:
    """Fetch what stands at an address; raises QuizError, which says in one line what to do.

    `origin` is the page or feed that led there, if one did: from the internet nothing leads into
    the person's own network. Cancelling it closes the connection.
    """
    limits = limits or LIMITS
    asked = checked(address)
    try:
        client = await asyncio.to_thread(_client, limits)
    except ImportError:
        message = _("{address}: the web needs an extra; write: pip install 'newsquiz[web]'")
        raise QuizError(message.format(address=shorten(address))) from None
    except (OSError, ValueError) as error:
        # A proxy or a file of certificates that the environment names is not there.
        raise QuizError(f"{shorten(address)}: {error}") from None
    try:
        async with asyncio.timeout(limits.seconds), client:
            if origin:
                await require_outside(origin, asked)
            return await _follow(client, asked, limits)
    except TimeoutError:
        raise too_late(asked, limits.seconds) from None


def fetch(address: str, limits: Limits | None = None, *, origin: str = "") -> Fetched:
    """Do as `get` where no event loop runs."""
    return asyncio.run(get(address, limits, origin=origin))


def _client(limits: Limits) -> httpx.AsyncClient:
    import httpx  # an extra, and a tenth of a second  # noqa: PLC0415

    return httpx.AsyncClient(
        timeout=httpx.Timeout(limits.seconds, connect=min(limits.connecting, limits.seconds)),
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        headers={
            "User-Agent": f"newsquiz/{__version__}",
            "Accept": "text/html, application/xhtml+xml, application/rss+xml, "
            "application/atom+xml, application/xml;q=0.9, text/plain;q=0.8",
            "Accept-Encoding": "gzip",
        },
    )


async def _follow(client: httpx.AsyncClient, asked: str, limits: Limits) -> Fetched:
    """Go from redirect to redirect until there is a page."""
    import httpx  # noqa: PLC0415  # loaded by now

    address, seen = asked, {asked}
    while True:
        try:
            url = httpx.URL(address)
        except (httpx.InvalidURL, UnicodeError):
            raise no_address(address) from None
        try:
            async with client.stream("GET", url) as answer:
                if not answer.has_redirect_location:
                    return await _taken(answer, asked, address, limits)
                onward = joined(address, answer.headers["Location"])
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, UnicodeError) as error:
            # The client itself looks at where a redirect leads.
            if isinstance(error, httpx.InvalidURL) or "location header" in str(error):
                message = _("{address} leads on to something that is no address; check it")
                raise QuizError(message.format(address=shorten(address))) from None
            raise explained(address, error) from None
        if address.startswith("https:") and onward.startswith("http:"):
            message = _(
                "{address} leads on to {onward}, which is not encrypted; if you trust that, name "
                "the second address"
            )
            raise QuizError(message.format(address=shorten(address), onward=shorten(onward)))
        if onward in seen or len(seen) > limits.redirects:
            message = _(
                "{address} leads in a circle, as sites do that insist on cookies; open it in a "
                "browser, save the page and name the file"
            )
            raise QuizError(message.format(address=shorten(asked)))
        await require_outside(address, onward)
        seen.add(onward)
        address = onward


async def _taken(answer: httpx.Response, asked: str, address: str, limits: Limits) -> Fetched:
    if answer.status_code != 200:
        raise refused(address, answer.status_code, answer.headers)
    media, _semicolon, _rest = answer.headers.get("Content-Type", "").partition(";")
    kind = KINDS.get(media.strip().lower())
    if kind is None:
        message = _("{address}: this is no page but {media}; save its text in a file and name that")
        raise QuizError(message.format(address=shorten(address), media=shorten(media.strip())))
    length = answer.headers.get("Content-Length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > limits.size:
        raise too_long(address, limits.size)
    data = await _unpacked(answer, address, limits.size)
    return Fetched(asked, address, data, kind, answer.charset_encoding or "")


async def _unpacked(answer: httpx.Response, address: str, size: int) -> bytes:
    """Read the body, unpacking no more of it than the limit allows."""
    packed = answer.headers.get("Content-Encoding", "").strip().lower()
    if packed not in {"", "identity", "gzip", "x-gzip"}:
        message = _("{host} sends the page packed in a way that was not asked for ({packed})")
        raise QuizError(message.format(host=host(address), packed=shorten(packed)))
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if packed.endswith("gzip") else None
    data = bytearray()
    try:
        async for part in answer.aiter_raw():
            # One more than the limit is enough to tell that it is passed.
            data += unpacker.decompress(part, size + 1) if unpacker else part
            if len(data) > size:
                raise too_long(address, size)
        whole = unpacker is None or unpacker.eof
    except zlib.error:
        whole = False
    if not whole:
        message = _("{address}: the page arrived damaged; try again, or save it in a browser")
        raise QuizError(message.format(address=shorten(address)))
    return bytes(data)
