"""How a value is written for people. Knows no scope: who asks says what a card is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from wizard.core.dates import display_date
from wizard.core.numbers import display, display_money, display_percent
from wizard.core.values import Blank, Card, Grid, Money, Percent, Value

BLANK = "…"


def shown(value: Value | Blank, face: Callable[[Card], str]) -> str:
    """A value as people read it; "…" for a blank. face: what a card is called."""
    match value:
        case Blank():
            written = BLANK
        case bool():
            written = "yes" if value else "no"
        case Money():
            written = display_money(value, value.currency)
        case Percent():
            written = display_percent(value)
        case Decimal():
            written = display(value)
        case date():
            written = display_date(value)
        case Card():
            written = face(value)
        case tuple():
            written = ", ".join(shown(item, face) for item in value)
        case Grid():
            written = _shown_grid(value, face)
        case Mapping():
            written = ", ".join(f"{name}: {shown(item, face)}" for name, item in value.items())
        case _:
            written = str(value)
    return written


def _shown_grid(grid: Grid, face: Callable[[Card], str]) -> str:
    """The cells that are filled, row by row."""
    cells = (
        f"{shown(row, face)}, {shown(column, face)}: {shown(grid.cells[row.id, column.id], face)}"
        for row in grid.rows
        for column in grid.columns
        if (row.id, column.id) in grid.cells
    )
    return "; ".join(cells)
