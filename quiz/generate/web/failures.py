"""Why a page could not be fetched, each in one line that says what to do."""

from __future__ import annotations

import socket
import ssl
from typing import TYPE_CHECKING

from quiz.base.errors import QuizError
from quiz.base.language import _
from quiz.generate.web.address import host, shorten

if TYPE_CHECKING:
    from collections.abc import Mapping


def no_address(address: str) -> QuizError:
    """Say that something is no address."""
    message = _("{address}: this is no address; copy it again")
    return QuizError(message.format(address=shorten(address)))


def too_late(address: str, seconds: float) -> QuizError:
    """Say that a page took too long as a whole."""
    message = _(
        "{address}: the page was not there within {n} seconds; try again later, or save it in a "
        "browser and name the file"
    )
    return QuizError(message.format(address=shorten(address), n=f"{seconds:g}"))


def too_long(address: str, size: int) -> QuizError:
    """Say that a page is larger than any article."""
    message = _("{address}: too long for an article (over {n} MB)")
    return QuizError(message.format(address=shorten(address), n=round(size / 1_000_000, 1)))


def refused(address: str, status: int, headers: Mapping[str, str]) -> QuizError:
    """Say what a status other than success means (RFC 9110, section 15)."""
    if headers.get("cf-mitigated") == "challenge" or status in {401, 402, 403, 407, 451}:
        told = _(
            "{host} does not give this page to programs ({status}); open it in a browser, save it "
            "and name the file, or paste its text"
        )
    elif status in {404, 410}:
        told = _("{address}: there is no such page ({status}); check the address")
    elif status == 429:
        told = _("{host} was asked too often ({status}); try again in an hour")
    elif status >= 500:
        told = _("{host} has trouble of its own ({status}); try again later")
    elif status < 400:
        told = _("{address}: there is no page but an empty answer ({status}); check the address")
    else:
        told = _("{host} refuses this address ({status}); check it in a browser")
    return QuizError(told.format(address=shorten(address), host=host(address), status=status))


def explained(address: str, error: Exception) -> QuizError:
    """Say what went wrong between here and the server, by the error of the HTTP client."""
    kind = type(error).__name__
    causes = list(_causes(error))
    name = {"address": shorten(address), "host": host(address)}
    if kind in {"UnsupportedProtocol", "LocalProtocolError"} or isinstance(error, UnicodeError):
        return no_address(address)
    if kind == "ConnectTimeout":
        told = _("{host} does not answer; try again later")
    elif kind == "ProxyError":
        told = _("the proxy that your settings name does not let {host} through")
    elif any(isinstance(cause, socket.gaierror) for cause in causes):
        told = _("there is no site {host}, or no connection to the internet; check both")
    elif any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        told = _(
            "{host} cannot prove that it is {host}: its certificate is not valid here; look at it "
            "in a browser, and save the page there if you trust it"
        )
    elif any(isinstance(cause, ssl.SSLError) for cause in causes):
        told = _("no secure connection with {host} comes about; try http:// or another address")
    elif kind == "ConnectError":
        told = _("{host} refuses the connection; check the address, or try again later")
    elif kind.endswith("Timeout"):
        told = _("{host} has stopped answering; try again later")
    else:
        told = _("the connection with {host} broke off before the page was there; try again")
    return QuizError(told.format(**name))


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found
