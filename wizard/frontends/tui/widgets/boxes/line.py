"""LineBox: an answer on one line, for text, numbers, money, percentages and dates."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets._input import Input as TextualInput

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.frontends.tui.widgets.boxes.box import AnswerBox, AnswerEntered, AnswerTyped, FieldLeft

_NOWHERE = Input(place=Place(""), kind="text", ask="")


class LineBox(TextualInput, AnswerBox):
    """One line. Enter goes on; up and down leave it where there is something above or below."""

    KEYS = (("enter", "next"),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
        Binding("ctrl+e", "screen.editor", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self._asked = _NOWHERE

    def show_asked(self, asked: Input, typed: str | None) -> None:
        self._asked = asked
        with self.prevent(TextualInput.Changed):
            self.value = asked.raw if typed is None else typed
        self.cursor_position = len(self.value)
        self.placeholder = asked.suggestion

    @property
    def raw(self) -> str:
        return self.value

    @property
    def asked_place(self) -> Place:
        return self._asked.place

    @property
    def is_touched(self) -> bool:
        return self.value != self._asked.raw

    def put(self, text: str) -> None:
        self.value = " ".join(text.split("\n"))
        self.cursor_position = len(self.value)

    def action_leave(self, by: int) -> None:
        self.post_message(FieldLeft(by))

    async def action_submit(self) -> None:
        self.post_message(AnswerEntered(self._asked.place, self.value))

    def on_input_changed(self, event: TextualInput.Changed) -> None:
        event.stop()
        self.post_message(AnswerTyped(self._asked.place, event.value))

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.take_pasted(event.text)

    def take_pasted(self, text: str) -> None:
        """Keep every line of what is pasted, where Textual would keep the first one only."""
        if line := " ".join(text.splitlines()):
            self.replace(line, *sorted(self.selection))
