"""The palette can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from rich._palettes import EIGHT_BIT_PALETTE, STANDARD_PALETTE
from rich.color import Color as RichColor
from rich.color import ColorSystem
from textual.color import Color

from quiz.app.theme import EIGHT_BIT, LIMITED, PAIRS, PALETTES, STANDARD, Palette, themes

if TYPE_CHECKING:
    from rich.palette import Palette as RichPalette

ALL = [palette for each in (PALETTES, EIGHT_BIT, STANDARD) for palette in each.values()]


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


@pytest.mark.parametrize("palette", ALL)
@pytest.mark.parametrize(("text", "background"), PAIRS)
def test_text_stands_out(palette: Palette, text: str, background: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, background)) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_right_and_wrong_differ_in_lightness(palette: Palette) -> None:
    assert contrast(palette.right, palette.wrong) >= 1.4


@pytest.mark.parametrize("colours", [None, "truecolor", *LIMITED])
def test_themes_are_named_as_in_the_settings(colours: str | None) -> None:
    palettes = LIMITED.get(colours or "", PALETTES)
    assert [theme.name for theme in themes(colours)] == ["dark", "light"]
    assert [theme.dark for theme in themes(colours)] == [True, False]
    assert [theme.foreground for theme in themes(colours)] == [p.ink for p in palettes.values()]


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize(
    ("palettes", "system", "known"),
    [
        (EIGHT_BIT, ColorSystem.EIGHT_BIT, EIGHT_BIT_PALETTE),
        (STANDARD, ColorSystem.STANDARD, STANDARD_PALETTE),
    ],
    ids=["256", "16"],
)
def test_text_stands_out_where_a_terminal_has_few_colours(
    palettes: dict[str, Palette], system: ColorSystem, known: RichPalette, theme: str
) -> None:
    def shown(name: str) -> str:
        colour = RichColor.parse(getattr(palettes[theme], name)).downgrade(system)
        assert colour.number is not None
        return known[colour.number].hex

    for text, background in PAIRS:
        assert contrast(shown(text), shown(background)) >= 4.5, (text, background)
    assert shown("right") != shown("wrong")
