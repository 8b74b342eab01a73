"""FigureTable: numbers as a table to walk through, a line for each, a column for each card."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from wizard.core.figures import FigureView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.frontends.tui.widgets.signs import NO_ANSWER
from wizard.frontends.tui.widgets.walks import OVER_CELLS

_NARROWEST, _READABLE, _WIDEST = 9, 12, 24  # cells of a column, with the gap before it
_AROUND = 2  # lines that are no rows: the heads, and what is out of view
_AT_HAND, _LEFT_THERE = "bold $background on $accent", "bold $foreground on $border-blurred"


class FigureLine(NamedTuple):
    """One number for every column."""

    title: str
    figures: tuple[FigureView, ...]


class FigureAtHand(Message):
    """The cursor stands on another number."""


class FigureChosen(Message):
    """Somebody wants to see what went into the number at hand."""


class FigureTable(Widget, can_focus=True):
    """row, column: of the number at hand. heads: what each column is of; none where there is one only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *OVER_CELLS,
        Binding("enter", "choose", show=False),
    ]
    row = reactive(0)
    column = reactive(0)

    def __init__(self) -> None:
        super().__init__(id="figure-table")
        self._heads: tuple[str, ...] = ()
        self._lines: tuple[FigureLine, ...] = ()
        self._top = 0  # the first line in view

    def show_figures(self, heads: tuple[str, ...], lines: tuple[FigureLine, ...], id: str = "") -> None:
        """Show these. id: of the number to stand on; where it isn't among them, the first one is."""
        self._heads, self._lines = heads, lines
        places = ((one.id, r, c) for r, line in enumerate(lines) for c, one in enumerate(line.figures))
        self.row, self.column = next(((r, c) for found, r, c in places if found == id), (0, 0))
        self.refresh(layout=True)
        self.post_message(FigureAtHand())

    @property
    def figure(self) -> FigureView | None:
        """The number at hand."""
        if self.row >= len(self._lines) or self.column >= len(self._lines[self.row].figures):
            return None
        return self._lines[self.row].figures[self.column]

    # Drawing

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport, width
        return len(self._lines) + _AROUND

    def render(self) -> Content:
        titles, columns, width = self._measured()
        room = max(self.size.height - _AROUND, 1)
        last = max(len(self._lines) - room, 0)
        self._top = max(min(self._top, self.row, last), self.row - room + 1)
        shown = range(self._top, min(self._top + room, len(self._lines)))
        drawn = [self._line(row, titles, columns, width) for row in shown]
        return Content("\n").join([self._head(titles, columns, width), *drawn, self._more(shown)])

    def _measured(self) -> tuple[int, range, int]:
        """Cells of the titles; the columns in view, around the one at hand; cells of each."""
        count, room = max(len(self._heads), 1), self.size.width - 2
        longest = max((cell_len(line.title) for line in self._lines), default=0) + 1
        values = max((cell_len(_shown(one)) for line in self._lines for one in line.figures), default=0) + 2
        heads = max(map(cell_len, self._heads), default=0) + 2
        width = max(values, min(heads, _WIDEST), _NARROWEST)
        # Heads and titles may be cut where that brings all columns into view.
        less = max(values, min(width, (room - longest) // count), _READABLE)
        if count * less + min(longest, room * 2 // 5) <= room:
            width = min(width, less)
        titles = max(min(longest, room - count * width), min(longest, room // 3))
        room = max(room - titles, _NARROWEST)
        in_view = max(1, min(count, room // width))
        first = max(0, min(self.column - in_view // 2, count - in_view))
        return titles, range(first, first + in_view), min(width, room)

    def _head(self, titles: int, columns: range, width: int) -> Content:
        more = ("‹" if columns.start else " ", "›" if columns.stop < len(self._heads) else " ")
        heads = [
            (_at_right(self._heads[n], width), "bold $accent" if n == self.column else "bold")
            for n in columns
            if n < len(self._heads)
        ]
        return Content.assemble(filled("", titles), (more[0], "$accent"), *heads, (more[1], "$accent"))

    def _line(self, row: int, titles: int, columns: range, width: int) -> Content:
        line, here = self._lines[row], row == self.row
        parts: list[tuple[str, str]] = [
            (filled(line.title, titles), "bold $accent" if here else "$foreground"),
            (" ", ""),
        ]
        for n in columns:
            one = line.figures[n]
            style = "$quiet" if not one.value else "$warning" if (one.amount or 0) < 0 else "$foreground"
            if here and n == self.column:
                style = _AT_HAND if self.has_focus else _LEFT_THERE
            parts += [(" ", ""), (_at_right(_shown(one), width - 1), style)]
        return Content.assemble(*parts)

    def _more(self, shown: range) -> Content:
        """How much is out of view."""
        above, below = shown.start, len(self._lines) - shown.stop
        more = [t("↑ {count} more", count=above)] if above else []
        more += [t("↓ {count} more", count=below)] if below else []
        return Content.styled(" · ".join(more), "$quiet")

    # Walking

    def validate_row(self, row: int) -> int:
        return min(max(row, 0), max(len(self._lines) - 1, 0))

    def validate_column(self, column: int) -> int:
        return min(max(column, 0), max(len(self._heads) - 1, 0))

    def watch_row(self) -> None:
        self.post_message(FigureAtHand())

    def watch_column(self) -> None:
        self.post_message(FigureAtHand())

    def action_walk(self, down: int, right: int) -> None:
        self.row, self.column = self.row + down, self.column + right

    def action_page(self, by: int) -> None:
        self.row += by * max(self.size.height - _AROUND - 1, 1)

    def action_choose(self) -> None:
        self.post_message(FigureChosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.row += 1

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.row -= 1

    def on_click(self, event: events.Click) -> None:
        """A click takes a number at hand; on the one that is, the same as enter."""
        offset = event.get_content_offset(self)
        if offset is None or not 1 <= offset.y <= self.size.height - _AROUND:
            return
        titles, columns, width = self._measured()
        row, left = self._top + offset.y - 1, (offset.x - titles - 1) // width
        if row >= len(self._lines):
            return
        event.stop()
        column = columns[left] if 0 <= left < len(columns) else self.column
        if (row, column) == (self.row, self.column):
            self.action_choose()
        else:
            self.row, self.column = row, column


def _shown(one: FigureView) -> str:
    return one.value or NO_ANSWER


def _at_right(text: str, width: int) -> str:
    """A text at the right end of so many cells, with one before it at least."""
    text = cut(text, width - 1)
    return " " * (width - cell_len(text)) + text
