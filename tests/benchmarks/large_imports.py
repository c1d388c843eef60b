"""Import files of a size that nobody means: what each ends in, how long it takes, in what memory.

`python tests/benchmarks/large_imports.py` makes files of a million questions and worse in a
temporary folder and imports each with `newsquiz import` in a process of its own. Time is also given
as a ratio to an import of 1,000 questions in GIFT, in the same run, and peak memory to the size of
the file. Needs a system that tells the memory of a process when it ends.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen, run
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from quiz.banks.models import Bank, Question
from quiz.exchange.formats import by_name, write
from quiz.exchange.protocol import Wishes

if TYPE_CHECKING:
    from collections.abc import Callable

COMMAND = (
    "import sys; sys.path.insert(0, sys.argv.pop(1))\nfrom quiz.cli import main\nsys.exit(main())"
)
MANY = 1_000_000
HEADER = b"prompt,answer,distractor 1\n"
XML = (
    "<question type='multichoice'><questiontext><text>Question {}?</text></questiontext>"
    "<answer fraction='100'><text>a</text></answer><answer fraction='0'><text>b</text></answer>"
    "</question>\n"
)


def gift(questions: int) -> bytes:
    return b"".join(b"Question %d?{=a ~b}\n\n" % at for at in range(questions))


def aiken() -> bytes:
    return b"".join(b"Question %d?\nA) a\nB) b\nANSWER: A\n\n" % at for at in range(MANY))


def moodle() -> bytes:
    return f"<quiz>{''.join(XML.format(at) for at in range(MANY // 3))}</quiz>".encode()


def table() -> bytes:
    rows = b"".join(b"Question %d?,a,b\n" % at for at in range(MANY))
    return HEADER + rows


def spreadsheet() -> bytes:
    """Return a spreadsheet, written by hand: openpyxl would take minutes."""
    question = Question(id="q", prompt="Q", answer="a", distractors=("b",), category="things")
    bank = Bank(format=1, title="T", language="en", questions=(question,))
    rows = b"".join(
        b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>%s %d?</t></is></c><c r="C%d"><v>1</v></c>'
        b'<c r="D%d"><v>2</v></c><c r="H%d"><v>1</v></c></row>'
        % (at, at, os.urandom(20).hex().encode(), at, at, at, at)
        for at in range(4, MANY // 4)
    )
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write(by_name("wayground"), bank, Wishes()).data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"</sheetData>", rows + b"</sheetData>"))
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 500_000_000)
    return out.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "1,000 questions.gift": lambda: gift(1000),
    "50,000 questions.gift": lambda: gift(50_000),
    "one question 50,000 times.gift": lambda: b"A question?{=a ~b}\n\n" * 50_000,
    "1,000,000 questions.gift": lambda: gift(MANY),
    "1,000,000 questions.txt": aiken,
    "333,333 questions.xml": moodle,
    "1,000,000 questions.csv": table,
    "250,000 questions.xlsx": spreadsheet,
    "one line of 60 MB.gift": lambda: b"x" * 60_000_000,
    "60 MB of braces.gift": lambda: b"{" * 60_000_000,
    "60 MB of marks.gift": lambda: b"Q?{" + b"=a#" * 20_000_000 + b"}",
    "one cell of 60 MB.csv": lambda: HEADER + b"x" * 60_000_000,
    "a quotation never closed.csv": lambda: HEADER + b'"' + b"x,\n" * 20_000_000,
    "60 MB of elements.xml": lambda: b"<quiz>" + b"<a/>" * 15_000_000,
    "60 MB of parts.xml": lambda: b"<quiz><question>" + b"<a/>" * 15_000_000,
    "one text of 60 MB.xml": lambda: b"<quiz><question><name>" + b"x" * 60_000_000,
    "60 MB of blank lines.txt": lambda: b"\n" * 60_000_000 + b"A) a\nANSWER: A",
    "a zip bomb of 500 MB.xlsx": bomb,
}


def import_file(path: Path) -> tuple[float, float, str]:
    """Import a file; return the seconds, the peak of memory in MB and the last line it says."""
    begin = time.perf_counter()
    words = ["import", str(path), "-o", str(path.with_suffix(".toml")), "--force"]
    with Popen(
        [sys.executable, "-c", COMMAND, str(ROOT), *words], stdout=DEVNULL, stderr=PIPE, text=True
    ) as process:
        assert process.stderr
        said = process.stderr.read().splitlines() or [""]
        _pid, _status, used = os.wait4(process.pid, 0)
        process.returncode = 0
    return time.perf_counter() - begin, used.ru_maxrss / 1024, said[-1]


def main() -> None:
    """Print two lines for each file."""
    with tempfile.TemporaryDirectory() as folder:
        unit = 0.0
        for name in FILES:
            path = Path(folder) / name.replace(" ", "-")
            # A process is said to have had the memory of the one that began it: keep that small.
            run([sys.executable, __file__, name, str(path)], check=True)
            seconds, memory, said = import_file(path)
            unit = unit or seconds
            size = path.stat().st_size / 1024 / 1024
            print(
                f"{name:30} {size:5.1f} MB {seconds:5.1f} s = {seconds / unit:5.1f} × the first; "
                f"{memory:5.0f} MB = {memory / max(size, 0.1):5.1f} × the file"
            )
            print(f"    {said.replace(folder, '')[:150]}", flush=True)
            path.unlink()


if __name__ == "__main__":
    if len(sys.argv) == 3:
        Path(sys.argv[2]).write_bytes(FILES[sys.argv[1]]())
    else:
        main()
