"""Keeping pages of the internet from leading into the network of whoever reads them.

A router or a printer in a school's network may do what any GET asks, without a password, because
it takes whoever reaches it for one of its own (server-side request forgery, CWE-918).
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from urllib.parse import urlsplit

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.generate.web.address import shorten


async def require_outside(origin: str, onward: str) -> None:
    """Raise QuizError where a page of the internet leads to a machine that is not on it."""
    if urlsplit(origin).hostname == urlsplit(onward).hostname:
        return
    if await is_outside(origin) and not await is_outside(onward):
        message = _(
            "{address} leads on into your own network, to {onward}; if you trust that, name the "
            "second address"
        )
        raise QuizError(message.format(address=shorten(origin), onward=shorten(onward)))


async def is_outside(address: str) -> bool:
    """Whether an address is one of the internet; also where its name leads nowhere."""
    host = urlsplit(address).hostname or ""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
        return all(ipaddress.ip_address(str(place[4][0])).is_global for place in found)
    except (OSError, ValueError, UnicodeError):
        return True
