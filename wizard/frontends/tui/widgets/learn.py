"""LearnPane: the teaching text of the step, below the question, where there is room for it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class LearnPane(VerticalScroll, can_focus=False):
    """Shows Markdown. What draws Markdown is imported after the question is on the screen."""

    def __init__(self) -> None:
        super().__init__(id="learn")
        self._shown = ""
        self._text = Static(id="learn-text", markup=False)

    def compose(self) -> ComposeResult:
        yield self._text

    def show_text(self, text: str) -> None:
        if text != self._shown:
            self._shown = text
            self.set_class(not text.strip(), "-blank")
            self.scroll_home(animate=False)
            self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        from wizard.frontends.tui.widgets.prose import Prose  # noqa: PLC0415 - it would hold up the first question

        self._text.update(Prose(self._shown))
