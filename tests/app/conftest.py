"""What all tests of the app stand on."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have another locale; the pictures are in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
