"""The pages that are written do nothing in a browser: no script runs, and nothing is loaded."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING

import pytest

from quiz.banks.models import Bank, Evidence, Question, Source
from quiz.exchange.formats import by_name, write
from quiz.exchange.protocol import Wishes
from quiz.scores.blocks import HEADER, encode
from quiz.scores.report.build import Wishes as Asked
from quiz.scores.report.build import build
from quiz.scores.report.files import Found
from quiz.scores.report.items import KnownBank
from quiz.scores.report.page import to_html
from tests.scores.rounds import SAPPERS, STARTED, played

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), ""
)
needs_browser = pytest.mark.skipif(not BROWSER, reason="there is no Chromium to open the page in")

RUN = "document.title='it ran'"
ATTEMPTS = (
    f"<script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"--></script><script>{RUN}</script>",
    f'<img src=x onerror="{RUN}">',
    f'"onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    f"' onclick='{RUN}' style='animation: x' onanimationstart='{RUN}",
    f"<svg onload={RUN}><a href=javascript:{RUN}>x</a></svg>",
    f"javascript:{RUN}",
    f'<iframe srcdoc="&lt;script&gt;parent.{RUN}&lt;/script&gt;"></iframe>',
    f"<details open ontoggle={RUN}>x</details>",
    "<meta http-equiv=refresh content='0;url=data:text/html,taken'>",
    "<base href='https://taken.example/'><link rel=stylesheet href=//taken.example/x.css>",
    f"]]><body onload={RUN}>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
)
"""Each of them runs a script, or loads something, where it is taken for mark-up."""


def bank(attempt: str) -> Bank:
    text = attempt[:190]
    return Bank(
        format=1,
        title=text,
        language="en",
        description=attempt,
        authors=(text,),
        licence=text,
        sources=(Source(id=text[:80].strip(), title=text, publisher=text, url=text),),
        questions=(
            Question(
                id=text[:80].strip(),
                prompt=attempt,
                answer=text,
                distractors=(f"1{text}"[:190], f"2{text}"[:190]),
                category="things",
                explanation=attempt,
                evidence=(Evidence(source=text[:80].strip(), quote=attempt),),
                tags=(text[:80].strip(),),
                note=attempt,
            ),
        ),
    )


def sheet(attempt: str) -> str:
    wishes = Wishes(seed=1, variants=2, key=True)
    return write(by_name("html"), bank(attempt), wishes).data.decode("utf-8")


def report(attempt: str, folder: Path) -> str:
    answers = tuple(
        replace(
            SAPPERS, question=f"{number}{attempt}", prompt=attempt, answer=attempt,
            chosen=attempt if number % 2 else f"3{attempt}", category=attempt,
            correct=number % 2 > 0,
        )
        for number in range(4)
    )  # fmt: skip
    rounds = (
        replace(played(number), player=f"{number}{attempt}", bank=attempt, answers=answers)
        for number in range(12)
    )
    path = folder / "scores.toml"
    path.write_bytes(HEADER + b"".join(map(encode, rounds)))
    known = KnownBank(attempt, {f"{number}{attempt}": (f"3{attempt}",) for number in range(4)})
    made = build(Found((path,), (attempt,)), Asked(), lambda _name: known)
    return to_html(made, STARTED)


def pages(folder: Path) -> Iterator[str]:
    for attempt in ATTEMPTS:
        yield sheet(attempt)
        yield report(attempt, folder)


def opened(page: Path, home: Path) -> str:
    """Open a page and return the document as it is once everything on it has run."""
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        f"--user-data-dir={home}", "--virtual-time-budget=2000", "--dump-dom", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_a_page_lets_no_script_run_and_loads_nothing(tmp_path: Path) -> None:
    for page in pages(tmp_path):
        head = page.partition("</head>")[0]
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', head)
        assert policy, head[:500]
        assert unescape(policy[1]).startswith("default-src 'none'; style-src 'unsafe-inline'; ")
        assert "script-src" not in policy[1]
        assert head.index("Content-Security-Policy") < head.index("<title")
        tags = re.findall(r"<\s*(/?\w+)", page)
        assert not {"script", "iframe", "base", "img", "link", "object", "embed"} & set(tags)
        assert not re.search(r"<[^<>]*\son\w+\s*=", re.sub(r'"[^"]*"', '""', page))


@needs_browser
def test_the_attempts_do_run_where_they_are_not_escaped(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>quiet</title>{ATTEMPTS[0]}", "utf-8")
    assert "<title>it ran</title>" in opened(page, tmp_path / "home")


@needs_browser
def test_in_a_browser_nothing_runs(tmp_path: Path) -> None:
    # All in one document, with the policy taken out: it is the escaping that must hold.
    every = "".join(pages(tmp_path))
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", every)
    whole = tmp_path / "page.html"
    whole.write_text(f"<title>quiet</title>{bare}", "utf-8")
    document = opened(whole, tmp_path / "home")
    assert "<title>quiet</title>" in document
    assert "<title>it ran" not in document
    assert not re.search(r"<(?:script|iframe|base|img|object|embed|link)\b", document)
    assert "taken" not in re.sub(r">[^<]*<|\"[^\"]*\"", "", document)
