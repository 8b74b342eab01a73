"""The top line and the bottom line: where one is, and which keys there are."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget

from wizard.core.screen import Screen
from wizard.core.tongue import t
from wizard.frontends.tui.timebox import TimeTold
from wizard.frontends.tui.widgets.drawing import cut

Key = tuple[str, str, str]  # the key, what it does, the action for a click on it ('' for none)

_BAR = 10
_ROOM_FOR_TIME, _ROOM_FOR_WORDS = 56, 98
_MOODS = {"fine": "$quiet", "soon": "bold $warning", "over": "bold $error", "paused": "italic $quiet"}


class TopLine(Widget):
    """The venture, the step, how far everything is, how long the step should take."""

    def __init__(self) -> None:
        super().__init__(id="top")
        self._view: Screen | None = None
        self._time: TimeTold | None = None
        self._time_from = 0  # the column where the time begins

    def show_screen(self, view: Screen) -> None:
        if view != self._view:
            self._view = view
            self.refresh()

    def show_time(self, time: TimeTold | None) -> None:
        """What is said of the time at this step; None where nothing is."""
        if time != self._time:
            self._time = time
            self.refresh()

    def render(self) -> Content:
        view = self._view
        if view is None:
            return Content("")
        step = view.step
        where = f"{step.number} {step.title}" if step is not None else t("Everything")
        full = round(view.progress * _BAR)
        time, style = self._time_told()
        right = Content.assemble(
            ("━" * full, "$accent"),
            ("─" * (_BAR - full), "$border-blurred"),
            (f" {round(view.progress * 100):>3} %", "bold"),
            (f"  {time}" if time else "", style),
        )
        self._time_from = self.size.width - cell_len(time) if time else self.size.width
        room = self.size.width - right.cell_length - 3
        name = cut(view.name, max(room - cell_len(where) - 4, room // 3))
        left = Content.assemble(
            (name, "bold $accent"), ("  ›  ", "$quiet"), cut(where, room - cell_len(name) - 5)
        )
        gap = " " * max(self.size.width - left.cell_length - right.cell_length, 1)
        return Content.assemble(left, gap, right)

    def _time_told(self) -> tuple[str, str]:
        """The time in as many words as there is room for, and their style."""
        if self._time is None or self.size.width < _ROOM_FOR_TIME:
            return "", ""
        text = self._time.long if self.size.width >= _ROOM_FOR_WORDS else self._time.short
        return text, _MOODS[self._time.mood]

    async def on_click(self, event: events.Click) -> None:
        """A click on the time pauses it."""
        offset = event.get_content_offset(self)
        if self._time is not None and offset is not None and offset.x >= self._time_from:
            await self.run_action("screen.pause")


class KeyLine(Widget):
    """The keys that mean something now, as many as there is room for, and whether everything is saved."""

    def __init__(self, keys: tuple[Key, ...] = ()) -> None:
        super().__init__(id="keys")
        self._keys = keys
        self._saved: tuple[str, str] = ("", "")
        self._ends: list[tuple[int, str]] = []  # where each key ends on the line, and its action

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """keys: the most needed first, in English."""
        if keys != self._keys:
            self._keys = keys
            self.refresh()

    def show_saved(self, text: str, style: str) -> None:
        if (text, style) != self._saved:
            self._saved = (text, style)
            self.refresh()

    def render(self) -> Content:
        saved, style = self._saved
        room = self.size.width - cell_len(saved) - 1
        line = Content("")
        self._ends = []
        for key, does, action in self._keys:
            part = Content.assemble("  " if line else "", (t(key), "bold $primary"), " ", (t(does), "$quiet"))
            if line.cell_length + part.cell_length > room:
                break
            line = Content.assemble(line, part)
            self._ends.append((line.cell_length, action))
        gap = " " * max(self.size.width - line.cell_length - cell_len(saved), 1)
        return Content.assemble(line, gap, (saved, style))

    async def on_click(self, event: events.Click) -> None:
        """A click on a key is as good as the key."""
        offset = event.get_content_offset(self)
        action = next((does for end, does in self._ends if offset is not None and offset.x < end), "")
        if action:
            await self.run_action(action)
