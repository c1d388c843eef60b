"""The look of the game: ink, paper and one signal colour, as a newspaper by day and by night.

Right and wrong differ in lightness as well as in hue, and the interface never tells them by
colour alone. Every pair that `PAIRS` lists keeps a contrast of at least 4.5 to 1 (WCAG 2.2,
success criterion 1.4.3); rules and bars are no text and may be fainter.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.theme import Theme


class Palette(NamedTuple):
    """The colours of one theme, each by what it is for."""

    paper: str
    """What everything is printed on."""
    card: str
    """A sheet that lies on the paper: dialogs, the chosen row's neighbours, feedback."""
    chosen: str
    """The row under the cursor."""
    ink: str
    faint: str
    """Text of the second rank."""
    rule: str
    """Lines and the empty part of bars: no text is printed in it."""
    signal: str
    """The one accent: keys, the cursor, what asks for attention."""
    right: str
    wrong: str


NIGHT = Palette(
    paper="#14130f",
    card="#1f1d18",
    chosen="#302c22",
    ink="#efe8d8",
    faint="#a99f8c",
    rule="#4a4436",
    signal="#f3b33e",
    right="#9fdcb0",
    wrong="#f0796a",
)
DAY = Palette(
    paper="#f8f2e4",
    card="#f0e7d2",
    chosen="#e6d9bb",
    ink="#1d1a14",
    faint="#5c5443",
    rule="#c3b595",
    signal="#824600",
    right="#1f6540",
    wrong="#7d0f0c",
)
PALETTES = {"dark": NIGHT, "light": DAY}
EIGHT_BIT = {
    "dark": Palette(
        paper="#121212",
        card="#1c1c1c",
        chosen="#303030",
        ink="#eeeeee",
        faint="#a8a8a8",
        rule="#4e4e4e",
        signal="#ffaf5f",
        right="#afd7af",
        wrong="#ff8787",
    ),
    "light": Palette(
        paper="#ffffff",
        card="#f5f5f5",
        chosen="#ebebeb",
        ink="#121212",
        faint="#585858",
        rule="#b2b2b2",
        signal="#5f5f00",
        right="#005f00",
        wrong="#5f0000",
    ),
}
"""For terminals of 256 colours: those next to the paper of the day would be a pink and a green."""

STANDARD = {
    "dark": Palette(
        paper="#000000",
        card="#000000",
        chosen="#000000",
        ink="#ffffff",
        faint="#aaaaaa",
        rule="#555555",
        signal="#ffff55",
        right="#55ff55",
        wrong="#ff5555",
    ),
    "light": Palette(
        paper="#ffffff",
        card="#ffffff",
        chosen="#ffffff",
        ink="#000000",
        faint="#000000",
        rule="#555555",
        signal="#0000aa",
        right="#0000aa",
        wrong="#aa0000",
    ),
}
"""For terminals of sixteen colours, as Rich has them: yellow, green and grey on white are not to be
read on many of them, and no third background goes with all texts. The mark of the cursor says which
row is chosen."""

LIMITED = {"256": EIGHT_BIT, "standard": STANDARD, "windows": STANDARD}
"""The palettes of terminals that do not show every colour, by Rich's name for what they show."""

BACKGROUNDS = ("paper", "card", "chosen")
TEXTS = ("ink", "faint", "signal", "right", "wrong")
PAIRS = tuple((text, background) for text in TEXTS for background in BACKGROUNDS) + tuple(
    ("paper", background) for background in ("signal", "right", "wrong")
)
"""Every text colour and background that meet on the screen."""


def themes(colours: str | None = None) -> tuple[Theme, ...]:
    """Return the themes, named as the settings name them.

    `colours` is what the terminal shows, as Rich names it; None is all there are.
    """
    palettes = LIMITED.get(colours or "", PALETTES)
    return tuple(_theme(name, palette) for name, palette in palettes.items())


def variables(palette: Palette) -> dict[str, str]:
    """Return the style variables of a palette: its own names, and Textual's in its colours."""
    named = {name: getattr(palette, name) for name in (*BACKGROUNDS, *TEXTS, "rule")}
    return named | {
        "text": palette.ink,
        "text-muted": palette.faint,
        "text-disabled": palette.faint,
        "text-primary": palette.signal,
        "text-accent": palette.signal,
        "text-success": palette.right,
        "text-error": palette.wrong,
        "text-warning": palette.signal,
        "border": palette.signal,
        "border-blurred": palette.rule,
        "block-cursor-foreground": palette.ink,
        "block-cursor-background": palette.chosen,
        "block-cursor-text-style": "bold",
        "block-hover-background": palette.card,
        "input-cursor-foreground": palette.paper,
        "input-cursor-background": palette.signal,
        "input-selection-foreground": palette.ink,
        "input-selection-background": palette.chosen,
        "scrollbar": palette.rule,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.signal,
        "scrollbar-background": palette.paper,
        "scrollbar-background-hover": palette.paper,
        "scrollbar-background-active": palette.paper,
        "scrollbar-corner-color": palette.paper,
    }


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        primary=palette.signal,
        secondary=palette.faint,
        accent=palette.signal,
        success=palette.right,
        error=palette.wrong,
        warning=palette.signal,
        foreground=palette.ink,
        background=palette.paper,
        surface=palette.paper,
        panel=palette.card,
        dark=name == "dark",
        variables=variables(palette),
    )
