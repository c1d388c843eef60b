"""A site on the loopback address, with pages that end, and some that do not."""

from __future__ import annotations

import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator, Mapping


class Handler(BaseHTTPRequestHandler):
    """Serves what the site holds at a path."""

    server: _Server

    def do_GET(self) -> None:  # http.server's name
        site = self.server.site
        site.asked.append(self.path)
        site.headers.append({key.lower(): value for key, value in self.headers.items()})
        answer = site.pages.get(self.path.partition("?")[0])
        if answer is None:
            self.answer("there is nothing", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.answer(answer)

    def answer(self, body: str | bytes, status: int = 200, **headers: str) -> None:
        """Send a page; an underscore in the name of a header stands for a hyphen."""
        data = body.encode() if isinstance(body, str) else body
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        names.setdefault("Content-Type", "text/html; charset=utf-8")
        names.setdefault("Content-Length", str(len(data)))
        self.begin(names, status)
        self.wfile.write(data)

    def begin(self, headers: Mapping[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    @property
    def over(self) -> threading.Event:
        return self.server.site.over

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    site: Site

    def handle_error(self, *_: object) -> None:
        pass  # whoever asked went away, which is what the tests are about


class Site:
    """A site: `pages` by path, what was `asked` for, and with which `headers`."""

    def __init__(self, pages: Mapping[str, Any], tls: ssl.SSLContext | None = None) -> None:
        """Serve a text as a page, and let a function answer by itself."""
        self.pages = dict(pages)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.over = threading.Event()
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.site = self
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        self.scheme = "https" if tls else "http"
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            self._server.serve_forever(poll_interval=0.01)

    def address(self, path: str = "/") -> str:
        return f"{self.scheme}://127.0.0.1:{self._server.server_port}{path}"

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


@contextmanager
def site(pages: Mapping[str, Any], tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    served = Site(pages, tls)
    try:
        yield served
    finally:
        served.close()
