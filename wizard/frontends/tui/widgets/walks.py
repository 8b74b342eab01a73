"""The keys by which one walks over drawn lines, and over drawn cells. What is walked over is the widget's."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

FAR = 9_999
"""More steps than anything has lines."""


def _bound(keys: Mapping[str, str]) -> tuple[Binding, ...]:
    return tuple(Binding(key, action, show=False) for key, action in keys.items())


_PAGES = {"pageup": "page(-1)", "pagedown": "page(1)"}

OVER_LINES = _bound(
    {"up": "walk(-1)", "down": "walk(1)", **_PAGES, "home": f"walk(-{FAR})", "end": f"walk({FAR})"}
)
"""`walk(lines)` and `page(pages)`."""

OVER_CELLS = _bound(
    {
        **{"up": "walk(-1, 0)", "down": "walk(1, 0)", "left": "walk(0, -1)", "right": "walk(0, 1)"},
        **_PAGES,
        **{"home": f"walk(-{FAR}, 0)", "end": f"walk({FAR}, 0)"},
    }
)
"""`walk(lines, columns)` and `page(pages)`."""
