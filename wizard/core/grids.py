"""GridView: a list of cards as a table of two choices, with its holes. Plain data; knows no answers."""

from __future__ import annotations

import msgspec


class Heading(msgspec.Struct, frozen=True):
    """A row or a column. id: of the option or the card that it stands for."""

    id: str
    label: str


class GridCell(msgspec.Struct, frozen=True):
    """Where a row and a column meet. cards: ids of those that are there; () is a hole."""

    row: str
    column: str
    cards: tuple[str, ...] = ()


class GridView(msgspec.Struct, frozen=True, kw_only=True):
    """The cards of a question by two of their fields. row_field, column_field: ids of the fields.

    cells: row by row. unplaced: ids of the cards that stand in no row or in no column, in their order. said:
    which holes there are, in a sentence.
    """

    row_field: str
    column_field: str
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[GridCell, ...]
    unplaced: tuple[str, ...] = ()
    said: str = ""

    @property
    def holes(self) -> tuple[GridCell, ...]:
        """The cells without a card, in the order in which they are read."""
        return tuple(cell for cell in self.cells if not cell.cards)

    def values(self, cell: GridCell) -> dict[str, str]:
        """What a card that begins in a cell holds from the start: field id -> raw answer."""
        return {self.row_field: cell.row, self.column_field: cell.column}

    def named(self, cell: GridCell) -> tuple[str, str]:
        """The labels of the row and the column of a cell."""
        row = next(row.label for row in self.rows if row.id == cell.row)
        return row, next(column.label for column in self.columns if column.id == cell.column)
