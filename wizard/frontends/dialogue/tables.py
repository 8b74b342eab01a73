"""A list of cards as a table, in lines that can be read aloud. Must not know who reads them, nor how."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.core.grids import GridCell, GridView
from wizard.core.screen import QuestionView
from wizard.core.tongue import t
from wizard.frontends.dialogue import phrases
from wizard.frontends.dialogue.asker import Entry, index_of
from wizard.frontends.dialogue.prose import one_line


def table_lines(question: QuestionView) -> Iterator[str]:
    """Row by row, what is in each column; then what stands nowhere. Nothing where there is no table."""
    grid = question.grid
    if grid is None:
        return
    faces = {card.id: one_line(card.face) for card in question.cards}
    labels = {column.id: one_line(column.label) for column in grid.columns}
    for row in grid.rows:
        cells = [
            t(phrases.TABLE_CELL, column=labels[cell.column], cards=_listed(cell.cards, faces))
            for cell in grid.cells
            if cell.row == row.id
        ]
        yield t(phrases.TABLE_ROW, row=one_line(row.label), cells=". ".join(cells))
    if grid.unplaced:
        yield t(phrases.TABLE_UNPLACED, cards=_listed(grid.unplaced, faces))


def _listed(cards: tuple[str, ...], faces: dict[str, str]) -> str:
    return ", ".join(faces[card] for card in cards) or t(phrases.TABLE_EMPTY)


def cell_name(grid: GridView, cell: GridCell) -> str:
    """A cell by its row and its column."""
    row, column = grid.named(cell)
    return t(phrases.TABLE_PLACE, row=one_line(row), column=one_line(column))


def cell_called(grid: GridView, text: str) -> GridCell | None:
    """The cell that somebody means by its row and its column; None where there is none."""
    wanted = text.strip().casefold()
    return next((cell for cell in grid.cells if cell_name(grid, cell).casefold() == wanted), None)


def hole_meant(grid: GridView, text: str) -> GridCell | None:
    """The hole that somebody means by its number or its name; None for anything else."""
    index = index_of(text, len(grid.holes))
    if index is not None:
        return grid.holes[index]
    cell = cell_called(grid, text)
    return cell if cell in grid.holes else None


def hole_entries(grid: GridView) -> tuple[Entry, ...]:
    """The holes, each with its number."""
    return tuple(Entry(str(number), cell_name(grid, cell)) for number, cell in enumerate(grid.holes, 1))


def fill_entry(grid: GridView) -> Entry:
    """How one gets to the holes. There is one at least."""
    first = cell_name(grid, grid.holes[0])
    return Entry("fill", t(phrases.HOLE_FILL), t(phrases.HOLE_FIRST, place=first))
