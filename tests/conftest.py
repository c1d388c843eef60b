"""What all tests stand on."""

from __future__ import annotations

import pytest

from quiz.base.language import SOURCE, VARIABLE, use


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have chosen another language; what is expected is in English."""
    monkeypatch.setenv(VARIABLE, SOURCE)
    use(SOURCE)


@pytest.fixture(autouse=True)
def _all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever terminal the tests run in, the pictures are of one that shows every colour."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)
