"""A screen made ready for its first drawing, so that Textual does nothing twice. Knows no screen of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.app import App
from textual.screen import Screen


def dress(app: App[Any], screen: Screen[Any]) -> None:
    """Give a screen its classes and its colours before it is shown."""
    _give_classes(app, screen)
    _give_styles(app, screen)


def _give_classes(app: App[Any], screen: Screen[Any]) -> None:
    """Those for this size of terminal. Textual brings them after the first drawing: one would see a jump."""
    for cells, breakpoints in (
        (app.size.width, app.HORIZONTAL_BREAKPOINTS),
        (app.size.height, app.VERTICAL_BREAKPOINTS),
    ):
        fitting = [name for least, name in breakpoints or () if cells >= least]
        screen.add_class(*fitting[-1:])


def _give_styles(app: App[Any], screen: Screen[Any]) -> None:
    """Its own stylesheet. Textual would read those of all other widgets anew for it."""
    for path in map(str, screen.css_path):
        if not app.stylesheet.has_source(path):
            app.stylesheet.add_source(Path(path).read_text("utf-8"), (path, ""))
