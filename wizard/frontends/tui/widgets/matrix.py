"""MatrixBox: a grid of cells that one walks with the arrows and fills with single keys."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.widget import Widget

from wizard.core.problems import Place
from wizard.core.screen import AxisView, CellView, QuestionView
from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.boxes.box import AnswerEntered
from wizard.frontends.tui.widgets.drawing import cut, filled

_EMPTY = "·"
_NARROWEST = 7
_AROUND = 4  # lines of the grid that are no rows: heads, a blank line, what is at hand, what the keys mean
_NOTHING = mark("There is nothing to fill here yet: its cards come from earlier questions.")

Part = str | tuple[str, str]


class CellGiven(TextualMessage):
    """Somebody filled or emptied a cell."""

    def __init__(self, place: Place, raw: str) -> None:
        super().__init__()
        self.place = place
        self.raw = raw


class Window(NamedTuple):
    """The part of the grid that is in view. labels, width: cells that the labels and each column take."""

    rows: range
    columns: range
    labels: int
    width: int


class MatrixBox(Widget, can_focus=True):
    """The grid. A digit takes the number of a scale, or the option of that number; backspace empties.

    The heads of the columns stay where they are; the rows in view follow the one at hand.
    """

    KEYS = ((mark("arrows"), mark("walk")), ("1 2 3", mark("fill")), ("enter", mark("next")))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1, 0)", show=False),
        Binding("down", "walk(1, 0)", show=False),
        Binding("left", "walk(0, -1)", show=False),
        Binding("right", "walk(0, 1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "walk(0, -999)", show=False),
        Binding("end", "walk(0, 999)", show=False),
        Binding("space", "turn", "The next value", show=False),
        Binding("backspace,delete", "empty", "Empty the cell", show=False, key_display="backspace"),
        Binding("enter", "enter", show=False),
    ]
    row = reactive(0, layout=False)
    column = reactive(0, layout=False)

    def __init__(self) -> None:
        super().__init__(id="matrix")
        self._view: QuestionView | None = None
        self._cells: dict[tuple[str, str], CellView] = {}
        self._top = 0  # the first row in view

    def show_matrix(self, view: QuestionView) -> None:
        was = self._view
        self._view = view
        self._cells = {(cell.row, cell.column): cell for cell in view.cells}
        if was is None or was.input.place != view.input.place:
            self.row = self.column = self._top = 0
        self.row = min(self.row, max(len(view.rows) - 1, 0))
        self.column = min(self.column, max(len(view.columns) - 1, 0))
        same_size = was is not None and len(was.rows) == len(view.rows)
        self.refresh(layout=not same_size)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport, width
        return 1 if self._view is None else len(self._view.rows) + _AROUND

    # What is shown

    def _window(self, view: QuestionView) -> Window:
        """The rows and columns in view: around the cell at hand, as many as there is room for."""
        widest = max((cell_len(row.label) for row in view.rows), default=4)
        labels = min(widest + 1, self.size.width // 3)
        room, total = max(self.size.width - labels - 2, _NARROWEST), len(view.columns)
        shown = max(1, min(total, room // _NARROWEST))
        first = max(0, min(self.column - shown // 2, total - shown))
        height = max(min(self.size.height - _AROUND, len(view.rows)), 1)
        self._top = min(max(self._top, self.row - height + 1), self.row, len(view.rows) - height)
        return Window(
            range(self._top, self._top + height),
            range(first, first + shown),
            labels,
            max(room // shown, _NARROWEST),
        )

    def render(self) -> Content:
        view = self._view
        if view is None or not view.rows or not view.columns:
            return Content.styled(t(_NOTHING), "$warning")
        window = self._window(view)
        lines = [self._heads(view, window), *(self._row(view, window, n) for n in window.rows)]
        return Content("\n").join([*lines, self._more(view, window), self._at_hand(view), self._legend()])

    def _heads(self, view: QuestionView, window: Window) -> Content:
        columns = window.columns
        more = ("‹" if columns.start else " ", "›" if columns.stop < len(view.columns) else " ")
        heads = [
            (
                filled(view.columns[n].label, window.width - 1) + " ",
                "bold $accent" if n == self.column else "bold",
            )
            for n in columns
        ]
        return Content.assemble(filled("", window.labels), (more[0], "$accent"), *heads, (more[1], "$accent"))

    def _row(self, view: QuestionView, window: Window, number: int) -> Content:
        row = view.rows[number]
        parts: list[Part] = [
            (filled(row.label, window.labels), "bold $accent" if number == self.row else ""),
            " ",
        ]
        for n in window.columns:
            here = (number, n) == (self.row, self.column)
            cell = self._cells[row.id, view.columns[n].id]
            parts += [(_written(cell, window.width - 1), _style(here, self.has_focus)), " "]
        return Content.assemble(*parts)

    def _more(self, view: QuestionView, window: Window) -> Content:
        """How many rows are above and below those in view; a blank line where all are."""
        above, below = window.rows.start, len(view.rows) - window.rows.stop
        told = [t("↑ {count} more", count=above)] if above else []
        told += [t("↓ {count} more", count=below)] if below else []
        return Content.styled(" · ".join(told), "$quiet")

    def _at_hand(self, view: QuestionView) -> Content:
        """The row and the column at hand by their whole names, which may be cut in the grid."""
        row, column = view.rows[self.row].label, view.columns[self.column].label
        value = self.cell.value if self.cell is not None else ""
        room = max(self.size.width - min(cell_len(value), 20) - 6, 8)
        row_cells = min(cell_len(row), max(room // 2, room - cell_len(column)))
        parts: list[Part] = [(cut(row, row_cells), "bold"), (" · ", "$quiet")]
        parts += [(cut(column, room - row_cells), "bold"), ("  " + cut(value, 20), "$accent")]
        return Content.assemble(*parts)

    def _legend(self) -> Content:
        """What the keys mean here."""
        assert self._view is not None
        cell = self._view.cell
        if cell is None:
            return Content("")
        if cell.kind == "scale":
            ends = (
                f"{cell.options[0].id} {cell.low} · {cell.options[-1].id} {cell.high}" if cell.options else ""
            )
            return Content.styled(cut(ends, self.size.width), "$quiet")
        named = " · ".join(f"{number} {option.label}" for number, option in enumerate(cell.options, 1))
        return Content.styled(cut(named, self.size.width), "$quiet")

    # Walking

    def action_walk(self, down: int, right: int) -> None:
        if self._view is None:
            return
        self.row = min(max(self.row + down, 0), max(len(self._view.rows) - 1, 0))
        self.column = min(max(self.column + right, 0), max(len(self._view.columns) - 1, 0))

    def action_page(self, by: int) -> None:
        self.action_walk(by * max(self.size.height - _AROUND - 1, 1), 0)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.action_walk(1, 0)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.action_walk(-1, 0)

    def on_click(self, event: events.Click) -> None:
        """A click takes a cell at hand; on the one that is, the next option."""
        offset, view = event.get_content_offset(self), self._view
        if offset is None or view is None or not view.rows or not view.columns:
            return
        window = self._window(view)
        row, left = offset.y - 1, offset.x - window.labels - 1
        if not 0 <= row < len(window.rows) or not 0 <= left // window.width < len(window.columns):
            return
        event.stop()
        clicked = window.rows[row], window.columns[left // window.width]
        if clicked == (self.row, self.column):
            self.action_turn()
        else:
            self.row, self.column = clicked

    # Filling

    @property
    def cell(self) -> CellView | None:
        """The cell at hand."""
        view = self._view
        if view is None or not view.rows or not view.columns:
            return None
        return self._cells.get((_id_at(view.rows, self.row), _id_at(view.columns, self.column)))

    def _ids(self) -> list[str]:
        cell = self._view.cell if self._view is not None else None
        return [option.id for option in cell.options] if cell is not None else []

    def _fill(self, raw: str) -> None:
        if self.cell is not None and self._view is not None:
            question = self._view.input.place.question
            self.post_message(CellGiven(Place(question, row=self.cell.row, column=self.cell.column), raw))

    def action_turn(self) -> None:
        """The next option, round and round."""
        ids = self._ids()
        if ids and self.cell is not None:
            at = ids.index(self.cell.raw) + 1 if self.cell.raw in ids else 0
            self._fill(ids[at % len(ids)])

    def action_empty(self) -> None:
        self._fill("")

    def action_enter(self) -> None:
        if self._view is not None:
            self.post_message(AnswerEntered(self._view.input.place, ""))

    def on_key(self, event: events.Key) -> None:
        ids, typed = self._ids(), event.character or ""
        if not typed.isdecimal() or self._view is None or self._view.cell is None or self.cell is None:
            return
        event.stop()
        is_scale = self._view.cell.kind == "scale"
        wanted = (self.cell.raw + typed, typed) if is_scale else tuple(ids[int(typed) - 1 : int(typed)])
        raw = next((id for id in wanted if id in ids), None)
        if raw is not None:
            self._fill(raw)


def _id_at(axis: tuple[AxisView, ...], number: int) -> str:
    return axis[number].id


def _written(cell: CellView, width: int) -> str:
    return " " + filled(cell.value or _EMPTY, width - 1)


def _style(here: bool, focused: bool) -> str:
    if not here:
        return "$foreground on $panel"
    return "bold $background on $accent" if focused else "$foreground on $border-blurred"
