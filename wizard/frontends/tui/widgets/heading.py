"""Heading: what is asked, on a few lines. A name in it may be as long as it likes, the box stays in view."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

MOST_LINES = 3


class Heading(Widget):
    """A text of at most three lines; a sign says where something was left off."""

    def __init__(self, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._text = Content("")

    def show_text(self, text: Content) -> None:
        if not text.is_same(self._text):
            self._text = text
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport
        return len(shortened(self._text, width))

    def render(self) -> Content:
        return Content("\n").join(shortened(self._text, self.size.width))


def shortened(text: Content, width: int) -> list[Content]:
    """The text as lines of so many cells, three at most."""
    lines = text.wrap(width) if width > 0 else []
    if len(lines) > MOST_LINES:
        last = lines[MOST_LINES - 1].truncate(width - 1).rstrip()
        lines = [*lines[: MOST_LINES - 1], last.append("…")]
    return lines
