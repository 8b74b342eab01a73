"""The themes: dark, light, high contrast, and one without colours. Meaning never hangs on a colour alone.

Each has eight colours for badges, `badge-1` to `badge-8`, that keep apart for people who see few colours; the
first four keep apart best. Every text colour is readable on every background that text stands on.
"""

from __future__ import annotations

from textual.theme import Theme

from wizard.core.tongue import mark

BADGES = 8


def _badges(*colours: str) -> dict[str, str]:
    return {f"badge-{number}": colour for number, colour in enumerate(colours, 1)}


DARK = Theme(
    name="canvas-dark",
    primary="#7fb4ca",
    secondary="#a79dd0",
    accent="#e6b450",
    foreground="#d8dbe2",
    background="#14161c",
    surface="#1b1e26",
    panel="#252a35",
    success="#8cc084",
    warning="#e6a15c",
    error="#f08a80",
    dark=True,
    variables={
        "quiet": "#a0a7b7",
        "text-muted": "#a0a7b7",
        "border": "#6ea3ba",
        "border-blurred": "#3f4757",
        "block-cursor-background": "#26394a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#262c38",
        "block-cursor-blurred-foreground": "#d8dbe2",
        "input-selection-background": "#3d5a6c",
        "scrollbar": "#39404f",
        "scrollbar-hover": "#4a5366",
        "scrollbar-active": "#5b8aa0",
        "scrollbar-background": "#1b1e26",
        "scrollbar-background-hover": "#1b1e26",
        "scrollbar-background-active": "#1b1e26",
        **_badges("#b3bce6", "#e68c4c", "#20df7c", "#d98cb2", "#f7f4c9", "#d2f7f9", "#f3c7c4", "#b892e8"),
    },
)
LIGHT = Theme(
    name="canvas-light",
    primary="#1a5f7b",
    secondary="#5d4e9c",
    accent="#8a4d00",
    foreground="#22252c",
    background="#f6f4ef",
    surface="#fdfcf9",
    panel="#e9e5db",
    success="#25672a",
    warning="#8a4d00",
    error="#a3211a",
    dark=False,
    variables={
        "quiet": "#5c5b55",
        "text-muted": "#5c5b55",
        "border": "#1a5f7b",
        "border-blurred": "#c9c3b4",
        "block-cursor-background": "#cfe3ec",
        "block-cursor-foreground": "#10222b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#ebe7dc",
        "block-cursor-blurred-foreground": "#22252c",
        "input-selection-background": "#b5d3e0",
        "scrollbar": "#c9c3b4",
        "scrollbar-hover": "#b3ab98",
        "scrollbar-active": "#1a5f7b",
        "scrollbar-background": "#f0ece2",
        "scrollbar-background-hover": "#f0ece2",
        "scrollbar-background-active": "#f0ece2",
        **_badges("#183cdc", "#7c563c", "#17302a", "#b81471", "#5c5c0a", "#0c646e", "#5c1b0a", "#411b7e"),
    },
)
CONTRAST = Theme(
    name="canvas-contrast",
    primary="#00d7ff",
    secondary="#ff87ff",
    accent="#ffff00",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    success="#5fff5f",
    warning="#ffd700",
    error="#ff8787",
    dark=True,
    text_alpha=1.0,
    variables={
        "quiet": "#ffffff",
        "text-muted": "#ffffff",
        "border": "#ffff00",
        "border-blurred": "#ffffff",
        "block-cursor-background": "#00306b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#303030",
        "block-cursor-blurred-foreground": "#ffffff",
        "input-selection-background": "#004a9f",
        "scrollbar": "#8a8a8a",
        "scrollbar-hover": "#ffffff",
        "scrollbar-active": "#ffff00",
        "scrollbar-background": "#1c1c1c",
        "scrollbar-background-hover": "#1c1c1c",
        "scrollbar-background-active": "#1c1c1c",
        **_badges("#adbcff", "#ff7b00", "#2fbc73", "#e085b3", "#ffffad", "#a3f6ff", "#f8c6bf", "#b485ff"),
    },
)
THEMES = (DARK, LIGHT, CONTRAST)

# Where colours aren't wanted (NO_COLOR), these four say what `colourless` makes of a place: white on black is
# plain text, grey is dim, almost white is bold, and a white background is reversed.
PLAIN, DIM, BOLD, GROUND = "#ffffff", "#808080", "#fefefe", "#000000"
COLOURLESS = Theme(
    name="canvas-colourless",
    primary=PLAIN,
    secondary=PLAIN,
    accent=PLAIN,
    foreground=PLAIN,
    background=GROUND,
    surface=GROUND,
    panel=GROUND,
    success=PLAIN,
    warning=BOLD,
    error=BOLD,
    dark=True,
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={
        "quiet": PLAIN,
        "text-muted": PLAIN,
        "border": BOLD,
        "border-blurred": DIM,
        "block-cursor-background": PLAIN,
        "block-cursor-foreground": GROUND,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": GROUND,
        "block-cursor-blurred-foreground": PLAIN,
        "block-cursor-blurred-text-style": "underline",
        "input-cursor-background": PLAIN,
        "input-cursor-foreground": GROUND,
        "input-cursor-text-style": "none",
        "input-selection-background": PLAIN,
        "input-selection-foreground": GROUND,
        "scrollbar": PLAIN,
        "scrollbar-hover": PLAIN,
        "scrollbar-active": PLAIN,
        "scrollbar-background": GROUND,
        "scrollbar-background-hover": GROUND,
        "scrollbar-background-active": GROUND,
        "scrollbar-corner-color": GROUND,
        **_badges(*[PLAIN] * BADGES),
    },
)
TITLES = {
    DARK.name: mark("Dark"),
    LIGHT.name: mark("Light"),
    CONTRAST.name: mark("High contrast"),
}
