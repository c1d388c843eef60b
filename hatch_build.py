"""Compiles the catalogues when a package is built: an installed game has no need to."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Catalogues(BuildHookInterface):  # type: ignore[type-arg]
    """Puts a `.mo` beside each `.po`."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile; what is built says by pyproject.toml which of the two it takes."""
        sys.path.insert(0, self.root)
        from quiz.base.catalogue import compile_catalogue, keep  # noqa: PLC0415  # of this very tree

        for source in Path(self.root).glob("quiz/locales/*/LC_MESSAGES/*.po"):
            keep(source.with_suffix(".mo"), compile_catalogue(source), source.stat().st_mtime_ns)
