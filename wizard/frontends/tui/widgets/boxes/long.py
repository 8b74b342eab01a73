"""LongBox: an answer of several lines."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import mark
from wizard.frontends.tui.widgets.boxes.box import AnswerBox, AnswerEntered, AnswerTyped, FieldLeft

_NOWHERE = Input(place=Place(""), kind="long", ask="")


class LongBox(TextArea, AnswerBox):
    """Several lines. Enter goes on, as everywhere; ctrl+j, which all terminals send, begins a new line."""

    KEYS = (("enter", mark("next")), ("ctrl+j", mark("new line")), ("ctrl+e", mark("editor")))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+j,alt+enter,shift+enter", "new_line", show=False),
        Binding("ctrl+e", "screen.editor", show=False),
        Binding("f6", "screen.dont_know", show=False),  # where a TextArea would select a line
        Binding("f7", "screen.skip", show=False),  # and everything
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, highlight_cursor_line=False)
        self._asked = _NOWHERE

    def show_asked(self, asked: Input, typed: str | None) -> None:
        self._asked = asked
        text = asked.raw if typed is None else typed
        if text != self.text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)
        self.move_cursor(self.document.end)
        self.placeholder = asked.suggestion

    @property
    def raw(self) -> str:
        return self.text

    @property
    def asked_place(self) -> Place:
        return self._asked.place

    @property
    def is_touched(self) -> bool:
        return self.text != self._asked.raw

    def put(self, text: str) -> None:
        self.text = text
        self.move_cursor(self.document.end)

    def action_new_line(self) -> None:
        self.insert("\n")

    def action_undo(self) -> None:
        """Take back typing; once all of it is taken back, the key means the last answer again."""
        if not self.is_touched:
            raise SkipAction
        super().action_undo()

    def action_redo(self) -> None:
        if not self.is_touched:
            raise SkipAction
        super().action_redo()

    async def _on_key(self, event: events.Key) -> None:
        at = self.cursor_location
        if event.key == "enter":
            self.post_message(AnswerEntered(self._asked.place, self.text))
        elif event.key == "up" and at[0] == 0 and self.navigator.is_first_wrapped_line(at):
            self.post_message(FieldLeft(-1))
        elif event.key == "down" and self.navigator.is_last_wrapped_line(at) and self._on_last_line:
            self.post_message(FieldLeft(1))
        else:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()

    @property
    def _on_last_line(self) -> bool:
        return self.cursor_location[0] == self.document.line_count - 1

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(AnswerTyped(self._asked.place, self.text))
