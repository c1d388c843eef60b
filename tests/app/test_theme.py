"""The palette can be read."""

from __future__ import annotations

import pytest
from textual.color import Color

from quiz.app.theme import PAIRS, PALETTES, Palette, themes


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    linear = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in Color.parse(colour).normalized
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize(("text", "background"), PAIRS)
def test_text_stands_out(palette: Palette, text: str, background: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, background)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_right_and_wrong_differ_in_lightness(palette: Palette) -> None:
    assert contrast(palette.right, palette.wrong) >= 1.4


def test_themes_are_named_as_in_the_settings() -> None:
    assert [theme.name for theme in themes()] == ["dark", "light"]
