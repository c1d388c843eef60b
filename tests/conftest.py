"""What all tests stand on."""

from __future__ import annotations

import pytest

from quiz.base.language import SOURCE, VARIABLE, use


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have chosen another language; what is expected is in English."""
    monkeypatch.setenv(VARIABLE, SOURCE)
    use(SOURCE)
