"""CardTable: cards in rows and columns, with the holes between them. Knows no question and adds no card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message as TextualMessage
from textual.reactive import reactive
from textual.widget import Widget

from wizard.core.grids import GridCell, GridView
from wizard.core.screen import CardView
from wizard.core.tongue import mark, t
from wizard.frontends.tui.widgets.boxes.box import FieldLeft, KeysChanged
from wizard.frontends.tui.widgets.card_list import CardOpened, ListLeft
from wizard.frontends.tui.widgets.cells import (
    LABELS,
    NARROWEST,
    Measures,
    heads,
    measured,
    pitch_for,
    row_lines,
)
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.frontends.tui.widgets.walks import OVER_CELLS

_AROUND = 2  # lines that are no rows: the heads, and what is at hand
_QUESTION = 10  # lines that are needed around the table, for the question and for what is above and below

_AT_HAND, _LEFT_THERE = "bold $background on $accent", "$foreground on $border-blurred"


class CellChosen(TextualMessage):
    """Somebody wants what is in a cell, or to fill it. another: one more card there, whatever it holds."""

    def __init__(self, cell: GridCell, *, another: bool) -> None:
        super().__init__()
        self.cell = cell
        self.another = another


class CardTable(Widget, can_focus=True):
    """The table; below it the cards that stand nowhere in it, and how to go on.

    row: the line at hand: of a row, then of a card below them, then the way on. column: the one at hand.
    """

    LETTERS = frozenset("at")
    BINDINGS: ClassVar[list[BindingType]] = [
        *OVER_CELLS,
        Binding("enter", "select", show=False),
        Binding("a", "another", show=False),
    ]
    row = reactive(0)
    column = reactive(0)

    def __init__(self) -> None:
        super().__init__(id="card-table")
        self.view: GridView | None = None
        self._cards: dict[str, CardView] = {}
        self._with_actions = False
        self._pitch = 1  # lines that a row takes
        self._top = 0  # the first line in view of those below the heads

    # What is shown

    def show_table(self, view: GridView, cards: tuple[CardView, ...], *, with_actions: bool) -> None:
        """Show these cards. The cell at hand stays; in another table it is the first hole."""
        was, before = self.view, self.cell
        same = was is not None and (was.row_field, was.column_field) == (view.row_field, view.column_field)
        same_size = same and self.line_count == len(view.rows) + len(view.unplaced) + with_actions
        self.view, self._cards, self._with_actions = view, {card.id: card for card in cards}, with_actions
        if not same or before is None or not self._to_cell(before.row, before.column):
            if not same:
                self._to_cell(*next(((hole.row, hole.column) for hole in view.holes), ("", "")))
            self.row, self.column = self.validate_row(self.row), self.validate_column(self.column)
        self.refresh(layout=not same_size)

    @property
    def line_count(self) -> int:
        """How many lines one can stand on."""
        view = self.view
        return 0 if view is None else len(view.rows) + len(view.unplaced) + self._with_actions

    def fits(self, width: int) -> bool:
        """Whether every column has room to say something in so many cells."""
        return self.view is not None and width >= LABELS + 1 + NARROWEST * len(self.view.columns)

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # noqa: N802 - they are those of the cell at hand
        """What the bottom line says."""
        cell, turn = self.cell, ("t", mark("list"))
        if cell is None:
            return (("enter", mark("open") if self._unplaced else mark("go on")), turn)
        if not cell.cards:
            return (("enter", mark("add one here")), turn)
        does = mark("open") if len(cell.cards) == 1 else mark("choose one")
        return (("enter", does), ("a", mark("add another")), turn)

    @property
    def cell(self) -> GridCell | None:
        """The cell at hand; None below the rows."""
        view = self.view
        if view is None or self.row >= len(view.rows):
            return None
        return view.cells[self.row * len(view.columns) + self.column]

    @property
    def _unplaced(self) -> str | None:
        """The card at hand below the rows."""
        at = self.row - len(self.view.rows) if self.view is not None else -1
        return self.view.unplaced[at] if self.view is not None and 0 <= at < len(self.view.unplaced) else None

    @property
    def card(self) -> CardView | None:
        """The card at hand, where there is one and no more."""
        ids = self.cell.cards if self.cell is not None else (self._unplaced or "",)
        return self._cards.get(ids[0]) if len(ids) == 1 else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        del container, width
        rows = len(self.view.rows) if self.view is not None else 0
        below = self.line_count - rows
        room = viewport.height - _QUESTION - _AROUND - below
        self._pitch = pitch_for(rows, room)
        return rows * self._pitch + below + _AROUND

    def _line_of(self, row: int) -> int:
        """The line on which a row, or one of the lines below the rows, begins."""
        rows = len(self.view.rows) if self.view is not None else 0
        return min(row, rows) * self._pitch + max(row - rows, 0)

    def render(self) -> Content:
        view = self.view
        if view is None or self.size.width < NARROWEST:
            return Content("")
        measures, room = self._measured(view), max(self.size.height - _AROUND, 1)
        at, end = self._line_of(self.row), self._line_of(self.line_count)
        behind = min(self._line_of(self.row + 1), at + room)
        self._top = max(min(self._top, at, max(end - room, 0)), behind - room)
        lines = (line for row in range(self.line_count) for line in self._lines(view, measures, row))
        body = list(lines)[self._top : self._top + room]
        above, below = self._top // self._pitch, self.line_count - self._row_at(self._top + room)
        column = self.column if self.cell is not None else None
        return Content("\n").join([heads(view, measures, column), *body, self._told(view, above, below)])

    def _measured(self, view: GridView) -> Measures:
        return measured(view, self.size.width, self.column, self._pitch)

    def _row_at(self, line: int) -> int:
        """The first row that begins on this line or behind it."""
        return next((row for row in range(self.line_count) if self._line_of(row) >= line), self.line_count)

    def _lines(self, view: GridView, measures: Measures, row: int) -> Iterable[Content]:
        if row >= len(view.rows):
            return (self._line_below(view, row - len(view.rows), at_hand=row == self.row),)
        at_hand = (self.column, self._style(at_hand=True)) if row == self.row else None
        return row_lines(view, measures, row, self._cards, at_hand)

    def _line_below(self, view: GridView, at: int, *, at_hand: bool) -> Content:
        """A card that stands nowhere in the table, or the way on."""
        style = self._style(at_hand=at_hand)
        if at == len(view.unplaced):
            return Content.assemble(("→ ", style or "$success"), (t("Go on"), style))
        face = cut(self._cards[view.unplaced[at]].face, self.size.width // 2)
        return Content.assemble(
            ("? ", style or "$warning"), (face, style), ("  " + t("not placed yet"), style or "$quiet")
        )

    def _style(self, *, at_hand: bool) -> str:
        if not at_hand:
            return ""
        return _AT_HAND if self.has_focus else _LEFT_THERE

    def _told(self, view: GridView, above: int, below: int) -> Content:
        """The cell at hand by its whole names, which may be cut in the table; what is out of view."""
        more = [t("↑ {count} more", count=above)] if above else []
        more += [t("↓ {count} more", count=below)] if below else []
        behind = " · ".join(more)
        cell, room = self.cell, self.size.width - cell_len(behind) - 2
        if cell is None:
            return Content.assemble((filled("", room) + "  ", ""), (behind, "$quiet"))
        row, column = view.named(cell)
        most = room * 2 // 3
        named = cut(f"{cut(row, max(most - cell_len(column) - 3, most // 3))} · {column}", most)
        held = ", ".join(self._cards[id].face for id in cell.cards) or t("nothing yet")
        rest = filled(held, room - cell_len(named) - 2)
        return Content.assemble((named, "bold"), "  ", (rest, "$accent"), "  ", (behind, "$quiet"))

    # Walking

    def validate_row(self, row: int) -> int:
        return min(max(row, 0), max(self.line_count - 1, 0))

    def validate_column(self, column: int) -> int:
        return min(max(column, 0), max(len(self.view.columns) - 1, 0)) if self.view is not None else 0

    def watch_row(self) -> None:
        self.post_message(KeysChanged())

    def watch_column(self) -> None:
        self.post_message(KeysChanged())

    def _to_cell(self, row: str, column: str) -> bool:
        """Whether there is such a cell; it is at hand then."""
        view = self.view
        found = ((n, cell) for n, cell in enumerate(view.cells if view is not None else ()))
        at = next((n for n, cell in found if (cell.row, cell.column) == (row, column)), None)
        if view is not None and at is not None:
            self.row, self.column = divmod(at, len(view.columns))
        return at is not None

    def highlight_card(self, card: str) -> None:
        """Stand where a card is."""
        view = self.view
        if view is not None and card in view.unplaced:
            self.row = len(view.rows) + view.unplaced.index(card)
            return
        for cell in view.cells if view is not None else ():
            if card in cell.cards:
                self._to_cell(cell.row, cell.column)

    def highlight_next_hole(self) -> None:
        """Stand at the hole behind this cell, else at the first one; where there is none, at the way on."""
        view, cell = self.view, self.cell
        if view is None or cell is None:
            return
        at = self.row * len(view.columns) + self.column
        holes = [hole for hole in (*view.cells[at + 1 :], *view.cells[:at]) if not hole.cards]
        if holes:
            self._to_cell(holes[0].row, holes[0].column)
        else:
            self.row = self.line_count - 1 if self._with_actions else self.row

    def action_walk(self, down: int, right: int) -> None:
        if down == 1 and self.row == self.line_count - 1 and not self._with_actions:
            self.post_message(FieldLeft(1))
        self.row, self.column = self.row + down, self.column + (right if self.cell is not None else 0)

    def action_page(self, by: int) -> None:
        self.row += by * max((self.size.height - _AROUND) // self._pitch - 1, 1)

    # What is done at the cell at hand

    def action_select(self) -> None:
        if self.cell is not None:
            self.post_message(CellChosen(self.cell, another=False))
        else:
            self.post_message(CardOpened(self._unplaced) if self._unplaced else ListLeft())

    def action_another(self) -> None:
        if self.cell is not None:
            self.post_message(CellChosen(self.cell, another=True))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.row += 1

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.row -= 1

    def on_click(self, event: events.Click) -> None:
        """A click takes a cell at hand; on the one that is, the same as enter."""
        offset, view = event.get_content_offset(self), self.view
        if offset is None or view is None:
            return
        line = offset.y - 1 + self._top
        row = next((n for n in reversed(range(self.line_count)) if self._line_of(n) <= line), None)
        inside = 1 <= offset.y <= self.size.height - _AROUND and line < self._line_of(self.line_count)
        if not inside or row is None:
            return
        measures, column = self._measured(view), self.column
        if row < len(view.rows):
            left = (offset.x - measures.labels - 1) // measures.width
            if not 0 <= left < len(measures.columns):
                return
            column = measures.columns[left]
        event.stop()
        if (row, column) == (self.row, self.column):
            self.action_select()
        else:
            self.row, self.column = row, column
