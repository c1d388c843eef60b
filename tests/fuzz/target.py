"""One reader in the hands of libFuzzer: what `run.py` starts, a process a reader.

python tests/fuzz/target.py READER [libFuzzer's options] CORPUS
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # an extra

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["quiz"], enable_loader_override=False):
    from tests.fuzz.cost import allowed
    from tests.fuzz.readers import READERS

SLOWER = 5
"""How many times slower a reader may be while its branches are counted."""


def main() -> None:
    """Let libFuzzer call the reader until the time is up or something is found."""
    reader = READERS[sys.argv.pop(1)]

    def once(data: bytes) -> None:
        packed = reader.pack(data)
        start = time.process_time()
        things = reader.read(packed)
        seconds = time.process_time() - start
        if seconds > SLOWER * allowed(len(packed), things):
            raise TimeoutError(f"{len(packed)} bytes took {seconds:.1f} s")

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
