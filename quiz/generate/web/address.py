"""Addresses of the web: what counts as one, what of it is kept, and when two lead to one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.base.text import first_unsafe, one_line

SCHEMES = ("http", "https")
LONGEST = 2000
"""Characters of an address; browsers and servers refuse longer ones."""

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?=//)", re.IGNORECASE)
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|wt_mc|ref_src|cmpid)",
    re.IGNORECASE,
)
"""Parameters that say how a reader came, not what is read."""


def is_address(name: str) -> bool:
    """Whether what a person wrote is meant as an address, of whatever scheme."""
    return bool(_SCHEME.match(name.strip()))


def checked(address: str) -> str:
    """Return an address that may be asked for, without its fragment.

    Raises QuizError where it is no address of http or https, names no host, or holds a password.
    """
    shown = shorten(address)
    text = address.strip()
    scheme = _SCHEME.match(text)
    if not scheme or scheme[1].lower() not in SCHEMES:
        message = _("{address}: only addresses that begin with http:// or https:// are read")
        raise QuizError(message.format(address=shown))
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    odd = len(text) > LONGEST or first_unsafe(text) or re.search(r"\s", text)
    if not parts.hostname or port == 0 or odd:
        raise QuizError(_("{address}: this is no address; copy it again").format(address=shown))
    if parts.username is not None or parts.password is not None:
        message = _(
            "{address}: an address with a user name or a password is not read, as the bank would "
            "tell it to everybody; open the page in a browser, save it and name the file"
        )
        raise QuizError(message.format(address=shown))
    whole: str = urlunsplit((scheme[1].lower(), parts.netloc, parts.path, parts.query, ""))
    return whole


def shorten(address: str) -> str:
    """Write an address into a message: one line, no password, at most 160 characters."""
    text = re.sub(r"(?<=//)[^/?#\s]*@", "", one_line(address))
    return text if len(text) <= 160 else text[:159] + "…"


def joined(base: str, link: str) -> str:
    """Return where a link of the page at `base` leads. Raises QuizError as `checked`."""
    try:
        return checked(urljoin(base, link.strip()))
    except ValueError:
        message = _("{address}: this is no address; copy it again")
        raise QuizError(message.format(address=shorten(link))) from None


def tidy(address: str) -> str:
    """Return an address as a bank keeps it: without parameters that follow a reader's way."""
    parts = urlsplit(address)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, query, ""))


def same_page(address: str) -> str:
    """Return what the addresses of one page have in common.

    That is neither the scheme nor `www.`, a slash at the end, or how a reader came.
    """
    parts = urlsplit(tidy(address))
    host = parts.netloc.removeprefix("www.").removesuffix(":80").removesuffix(":443")
    return urlunsplit(("", host, parts.path.rstrip("/"), parts.query, ""))


def host(address: str) -> str:
    """Return the host of an address as a reader knows it, without `www.`."""
    try:
        name = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return one_line(name).removeprefix("www.")
