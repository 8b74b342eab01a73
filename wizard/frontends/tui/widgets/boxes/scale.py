"""ScaleBox: a number between two ends, with words at them."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive

from wizard.core.problems import Place
from wizard.core.screen import Input
from wizard.core.tongue import mark
from wizard.frontends.tui.widgets.boxes.box import AnswerBox, AnswerEntered, AnswerTyped, FieldLeft

_NOWHERE = Input(place=Place(""), kind="scale", ask="")


class ScaleBox(AnswerBox, can_focus=True):
    """A row of numbers. A digit or an arrow chooses, backspace empties, enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("up", "leave(-1)", show=False),
        Binding("down", "leave(1)", show=False),
        Binding("backspace,delete", "empty", show=False),
        Binding("enter", "enter", show=False),
    ]
    chosen = reactive("")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._asked = _NOWHERE

    def show_asked(self, asked: Input, typed: str | None) -> None:
        self._asked = asked
        with self.prevent(AnswerTyped):
            self.chosen = asked.raw if typed is None else typed
        self.refresh(layout=True)

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]  # noqa: N802 - it depends on what is chosen
        keys = (("←→ 1 2 3", mark("choose")), ("enter", mark("next")))
        return (*keys, ("del", mark("clear"))) if self.chosen else keys

    @property
    def _ids(self) -> list[str]:
        return [option.id for option in self._asked.options]

    @property
    def raw(self) -> str:
        return self.chosen

    @property
    def asked_place(self) -> Place:
        return self._asked.place

    @property
    def is_touched(self) -> bool:
        return self.chosen != self._asked.raw

    def render(self) -> Content:
        parts: list[str | tuple[str, str]] = []
        for id in self._ids:
            if id == self.chosen:
                parts.append((f" {id} ", "bold $background on $accent"))
            elif id == self._asked.suggestion_raw and not self.chosen:
                parts.append((f"({id})", "italic $accent"))
            else:
                parts.append((f" {id} ", "$foreground on $panel"))
            parts.append(" ")
        ids = self._ids
        words = (
            f"{ids[0]} {self._asked.low} · {ids[-1]} {self._asked.high}" if ids and self._asked.low else ""
        )
        return Content.assemble(*parts, "\n", (words, "$quiet"))

    def action_move(self, by: int) -> None:
        ids = self._ids
        if not ids:
            return
        start = self.chosen or self._asked.suggestion_raw
        at = ids.index(start) + by if start in ids else (0 if by > 0 else len(ids) - 1)
        self.chosen = ids[min(max(at, 0), len(ids) - 1)]
        self._say()

    def action_empty(self) -> None:
        self.chosen = ""
        self._say()

    def action_leave(self, by: int) -> None:
        self.post_message(FieldLeft(by))

    def action_enter(self) -> None:
        self.post_message(AnswerEntered(self._asked.place, self.chosen))

    def on_key(self, event: events.Key) -> None:
        """Digits choose; two of them where the scale goes beyond nine."""
        if event.character is None or not event.character.isdecimal():
            return
        event.stop()
        for wanted in (self.chosen + event.character, event.character):
            if wanted in self._ids:
                self.chosen = wanted
                self._say()
                return

    def on_click(self, event: events.Click) -> None:
        """Find the number under the mouse: each is as wide as its digits and three cells more."""
        event.stop()
        offset = event.get_content_offset(self)
        left = 0
        for id in self._ids:
            if offset is not None and offset.y == 0 and left <= offset.x < left + len(id) + 2:
                self.chosen = id
                self._say()
                return
            left += len(id) + 3

    def _say(self) -> None:
        self.post_message(AnswerTyped(self._asked.place, self.chosen))
