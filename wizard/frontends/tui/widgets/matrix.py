"""MatrixBox: a grid of cells that one walks with the arrows and fills with single keys."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.widget import Widget

from wizard.core.problems import Place
from wizard.core.screen import CellView, QuestionView
from wizard.frontends.tui.widgets.boxes.box import AnswerEntered
from wizard.frontends.tui.widgets.drawing import filled

_EMPTY = "·"
_NARROWEST = 7


class CellGiven(TextualMessage):
    """Somebody filled or emptied a cell."""

    def __init__(self, place: Place, raw: str) -> None:
        super().__init__()
        self.place = place
        self.raw = raw


class MatrixBox(Widget, can_focus=True):
    """The grid. A digit takes the number of a scale, or the option of that number; backspace empties."""

    KEYS = (("arrows", "walk"), ("1 2 3", "fill"), ("enter", "next"))
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1, 0)", show=False),
        Binding("down", "walk(1, 0)", show=False),
        Binding("left", "walk(0, -1)", show=False),
        Binding("right", "walk(0, 1)", show=False),
        Binding("space", "turn", show=False),
        Binding("backspace,delete", "empty", show=False),
        Binding("enter", "enter", show=False),
    ]
    row = reactive(0, layout=False)
    column = reactive(0, layout=False)

    def __init__(self) -> None:
        super().__init__(id="matrix")
        self._view: QuestionView | None = None

    def show_matrix(self, view: QuestionView) -> None:
        was = self._view
        self._view = view
        if was is None or was.input.place != view.input.place:
            self.row = self.column = 0
        self.row = min(self.row, max(len(view.rows) - 1, 0))
        self.column = min(self.column, max(len(view.columns) - 1, 0))
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, viewport, width
        return 1 if self._view is None else len(self._view.rows) + 3

    def _widths(self) -> tuple[int, int, range]:
        """How wide the labels and the columns are, and which columns are in view around the one at hand."""
        assert self._view is not None
        labels = min(
            max((cell_len(row.label) for row in self._view.rows), default=4) + 1, self.size.width // 3
        )
        room, total = max(self.size.width - labels - 2, _NARROWEST), len(self._view.columns)
        shown = max(1, min(total, room // _NARROWEST))
        first = max(0, min(self.column - shown // 2, total - shown))
        return labels, max(room // shown, _NARROWEST), range(first, min(first + shown, total))

    def render(self) -> Content:
        view = self._view
        if view is None or not view.rows or not view.columns:
            return Content.styled(
                "There is nothing to fill here yet: its cards come from earlier questions.", "$warning"
            )
        labels, width, columns = self._widths()
        cells = {(cell.row, cell.column): cell for cell in view.cells}
        more = ("‹" if columns.start else " ", "›" if columns.stop < len(view.columns) else " ")
        heads = [
            (filled(view.columns[n].label, width - 1) + " ", "bold $accent" if n == self.column else "bold")
            for n in columns
        ]
        lines = [Content.assemble(filled("", labels), more[0], *heads, more[1])]
        for r, row in enumerate(view.rows):
            parts: list[str | tuple[str, str]] = [
                (filled(row.label, labels), "bold $accent" if r == self.row else ""),
                " ",
            ]
            for n in columns:
                here = (r, n) == (self.row, self.column)
                parts += [
                    (_written(cells[row.id, view.columns[n].id], width - 1), _style(here, self.has_focus)),
                    " ",
                ]
            lines.append(Content.assemble(*parts))
        return Content("\n").join([*lines, Content(""), self._legend()])

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
            return Content.styled(ends, "$quiet")
        named = " · ".join(f"{number} {option.label}" for number, option in enumerate(cell.options, 1))
        return Content.styled(named, "$quiet")

    def action_walk(self, down: int, right: int) -> None:
        if self._view is None:
            return
        self.row = min(max(self.row + down, 0), max(len(self._view.rows) - 1, 0))
        self.column = min(max(self.column + right, 0), max(len(self._view.columns) - 1, 0))
        self.call_after_refresh(self.scroll_to_cell)

    def scroll_to_cell(self) -> None:
        """Keep the row at hand in view, where the grid is higher than its pane."""
        if isinstance(self.parent, Widget):
            self.parent.scroll_to_region(Region(0, self.virtual_region.y + self.row + 1, 1, 2), animate=False)

    @property
    def cell(self) -> CellView | None:
        """The cell at hand."""
        view = self._view
        if view is None or not view.rows or not view.columns:
            return None
        wanted = view.rows[self.row].id, view.columns[self.column].id
        return next((cell for cell in view.cells if (cell.row, cell.column) == wanted), None)

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


def _written(cell: CellView, width: int) -> str:
    return " " + filled(cell.value or _EMPTY, width - 1)


def _style(here: bool, focused: bool) -> str:
    if not here:
        return "$foreground on $panel"
    return "bold $background on $accent" if focused else "$foreground on $border-blurred"
