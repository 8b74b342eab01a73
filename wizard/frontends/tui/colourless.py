"""Colourless: what is left of colours where NO_COLOR is set. Bold, dim and reversed, and no colour at all."""

from __future__ import annotations

from functools import lru_cache

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from wizard.frontends.tui.themes import BOLD

_BOLD = RichColor.parse(BOLD).triplet
_LIGHT = 0.5  # what is brighter stands out of the black ground


class Colourless(LineFilter):
    """Reads the colours of the theme `COLOURLESS` as what they stand for. Colours of others just go."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        del background
        return [
            Segment(text, None if style is None else colourless(style), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def colourless(style: Style) -> Style:
    """The same style without a colour: a light ground is reversed, dark grey dim, the mark for bold bold."""
    on_light = _brightness(style.bgcolor, 0.0) > _LIGHT
    ink = _brightness(style.color, 1.0)
    return Style(
        bold=style.bold or (style.color is not None and style.color.triplet == _BOLD) or None,
        dim=style.dim or (0.2 < ink < 0.6 and not on_light) or None,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=bool(style.reverse) != on_light or None,
        link=style.link,
        meta=style.meta or None,
    )


def _brightness(colour: RichColor | None, default: float) -> float:
    """0 for black to 1 for white; `default` where a terminal's own colour is meant."""
    return default if colour is None or colour.triplet is None else Color.from_rich_color(colour).brightness
