"""Start newsquiz from a checkout: `python play.py` takes all that `newsquiz` takes."""

import importlib.util
import sys

NEEDED = (
    "babel",
    "filelock",
    "platformdirs",
    "pydantic",
    "textual",
    "tomli",
    "tomli_w",
    "tree_sitter",
    "tree_sitter_toml",
)

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - run from a checkout, by whatever Python there is
        sys.exit("newsquiz needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        folder = __file__.rpartition("play.py")[0] or "."
        sys.exit(
            f"newsquiz needs {', '.join(missing)}: install what it needs with "
            f'"{sys.executable}" -m pip install -e "{folder}"'
        )
    from quiz.cli import main

    sys.exit(main())
