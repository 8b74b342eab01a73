"""How a value is written for people. Knows no scope: who asks says what a card is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from wizard.core.dates import display_date
from wizard.core.languages import ENGLISH, Language
from wizard.core.numbers import display, display_money, display_months, display_percent, for_reading
from wizard.core.values import Blank, Card, Grid, Money, Months, Percent, Rounded, Value

BLANK = "…"


def shown(value: Value | Blank, face: Callable[[Card], str], language: Language = ENGLISH) -> str:
    """A value as people read it; "…" for a blank. face: what a card is called."""
    match value:
        case Blank():
            written = BLANK
        case bool():
            written = language.yes if value else language.no
        case Money():
            amount = for_reading(value, value.currency) if value.worked_out else value
            written = display_money(amount, value.currency, language)
        case Percent():
            written = display_percent(value, language, places=1 if value.worked_out else 2)
        case Months():
            written = display_months(value, language)
        case Rounded():
            written = display(for_reading(value), language)
        case Decimal():
            written = display(value, language)
        case date():
            written = display_date(value, language)
        case Card():
            written = face(value)
        case tuple():
            written = ", ".join(shown(item, face, language) for item in value)
        case Grid():
            written = _shown_grid(value, face, language)
        case Mapping():
            written = ", ".join(f"{name}: {shown(item, face, language)}" for name, item in value.items())
        case _:
            written = str(value)
    return written


def _shown_grid(grid: Grid, face: Callable[[Card], str], language: Language) -> str:
    """The cells that are filled, row by row."""
    cells = (
        f"{shown(row, face)}, {shown(column, face)}: {shown(grid.cells[row.id, column.id], face, language)}"
        for row in grid.rows
        for column in grid.columns
        if (row.id, column.id) in grid.cells
    )
    return "; ".join(cells)
