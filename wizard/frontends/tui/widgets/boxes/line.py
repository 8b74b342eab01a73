"""LineBox: an answer on one line, for text, numbers, money, percentages and dates."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets._input import Input as TextualInput

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import mark
from wizard.frontends.tui.widgets.boxes.box import AnswerBox, AnswerEntered, AnswerTyped, FieldLeft

_MORE = "…"
_NOWHERE = Input(place=Place(""), kind="text", ask="")


class LineBox(TextualInput, AnswerBox):
    """One line. Enter goes on; up and down leave it where there is something above or below."""

    KEYS = (("enter", mark("next")),)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
        Binding("ctrl+j,alt+enter,shift+enter", "blank", show=False),
        Binding("ctrl+e", "screen.editor", show=False),
    ]
    virtual_size = Reactive(Size(0, 0))  # Textual would lay out the whole screen anew at every key

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, select_on_focus=False)
        self._asked = _NOWHERE

    def show_asked(self, asked: Input, typed: str | None) -> None:
        self._asked = asked
        with self.prevent(TextualInput.Changed):
            self.value = asked.raw if typed is None else typed
        self.cursor_position = len(self.value)
        self.placeholder = asked.suggestion
        self.border_title = asked.unit

    @property
    def raw(self) -> str:
        return self.value

    def on_resize(self) -> None:
        """Show the end that the cursor is at: Textual does so only when the cursor moves."""
        self.scroll_to_region(Region(self._cursor_offset, 0, 1, 1), animate=False, force=True)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The box, with a sign beside its text at an end where that goes on."""
        strips = super().render_lines(crop)
        row = self.gutter.top - crop.y
        if 0 <= row < len(strips):
            right = self.gutter.left + self.scrollable_content_region.width
            for goes_on, at in zip(self._goes_on, (self.gutter.left - 1, right), strict=True):
                if goes_on:
                    strips[row] = self._with_sign(strips[row], at - crop.x)
        return strips

    @property
    def _goes_on(self) -> tuple[bool, bool]:
        """Whether there is more of the text at the left, and at the right."""
        end = self.scroll_offset.x + self.scrollable_content_region.width
        cells = self.content_width - (1 if self.value else 0)  # behind what is typed is one for the cursor
        return self.scroll_offset.x > 0, cells > end

    def _with_sign(self, strip: Strip, at: int) -> Strip:
        if not 0 <= at < strip.cell_length:
            return strip
        before, _, after = strip.divide([at, at + 1, strip.cell_length])
        return Strip.join([before, Strip([Segment(_MORE, self.rich_style)]), after])

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

    def action_blank(self) -> None:
        """Where a long answer begins a new line, a short one has a blank between its words."""
        before = self.value[: self.cursor_position]
        if before.strip() and not before.endswith(" "):
            self.insert_text_at_cursor(" ")

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
