"""How a table of cards is drawn: its heads, its rows, what a cell says in its little room. Knows no keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from wizard.core.grids import GridView
from wizard.core.screen import CardView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut, filled, wrapped

NARROWEST = 9  # cells of a column, with the gap behind it
LABELS = 8  # cells of the labels of the rows, at least
_PITCHES = (3, 2)  # lines of a row where there is room: two with words, and one between it and the next
_HOLE, _FILLED = "$quiet", ("$foreground on $panel", "$foreground on $surface")

Part = str | tuple[str, str]


class Measures(NamedTuple):
    """columns: those in view. labels, width: cells of the labels, of each column. pitch: lines of a row."""

    columns: range
    labels: int
    width: int
    pitch: int


def pitch_for(rows: int, room: int) -> int:
    """How many lines each of so many rows takes."""
    return next((pitch for pitch in _PITCHES if rows * pitch <= room), 1)


def measured(view: GridView, width: int, column: int, pitch: int) -> Measures:
    """The columns in view, around the one at hand, as many as there is room for in so many cells."""
    widest = max(cell_len(row.label) for row in view.rows)
    labels = max(min(widest + 1, width // 4), min(LABELS, widest + 1))
    room, total = max(width - labels - 2, NARROWEST), len(view.columns)
    shown = max(1, min(total, room // NARROWEST))
    first = max(0, min(column - shown // 2, total - shown))
    return Measures(range(first, first + shown), labels, max(room // shown, NARROWEST), pitch)


def heads(view: GridView, measures: Measures, column: int | None) -> Content:
    """The labels of the columns, and whether there are more on either side. column: the one at hand."""
    columns = measures.columns
    more = ("‹" if columns.start else " ", "›" if columns.stop < len(view.columns) else " ")
    labels = [
        (
            " " + filled(view.columns[n].label, measures.width - 2) + " ",
            "bold $accent" if n == column else "bold",
        )
        for n in columns
    ]
    return Content.assemble(filled("", measures.labels), (more[0], "$accent"), *labels, (more[1], "$accent"))


def row_lines(
    view: GridView,
    measures: Measures,
    row: int,
    cards: Mapping[str, CardView],
    at_hand: tuple[int, str] | None,
) -> Iterator[Content]:
    """A row. at_hand: the column at hand and the style of its cell, None where it is in another row."""
    height = min(measures.pitch, 2)
    cells = [view.cells[row * len(view.columns) + n] for n in measures.columns]
    drawn = [cell_lines([cards[id] for id in cell.cards], measures.width - 1, height) for cell in cells]
    label = wrapped(view.rows[row].label, measures.labels - 1, height)
    label_style = "bold $accent" if at_hand is not None else ""
    filled_style = _FILLED[row % 2 if measures.pitch == 2 else 0]  # rows that touch are told apart
    for n in range(height):
        parts: list[Part] = [(filled("".join(label[n : n + 1]), measures.labels), label_style), " "]
        for column, cell, lines in zip(measures.columns, cells, drawn, strict=True):
            style = filled_style if cell.cards else _HOLE
            if at_hand is not None and at_hand[0] == column:
                style = at_hand[1]
            parts += [(lines[n], style), " "]
        yield Content.assemble(*parts)
    if measures.pitch > height:
        yield Content("")


def cell_lines(cards: Sequence[CardView], width: int, height: int) -> tuple[str, ...]:
    """The names of the cards in `height` lines of `width` cells; a hole says that one can add something."""
    if not cards:
        words = (t("add"), t("new"), "+")  # the first that there is room for
        lines = ["· " + next(word for word in words if cell_len(word) <= width - 3 or word == "+")]
    elif len(cards) == 1:
        lines = wrapped(_named(cards[0]), width - 1, height)
    else:
        shown = cards[:height] if len(cards) <= height else cards[: max(height - 1, 1)]
        lines = [cut(_named(card), width - 1) for card in shown]
        if behind := len(cards) - len(shown):
            more = f"+{behind}"
            short = cut(lines[0], width - 2 - len(more))
            lines = [*lines, more] if len(lines) < height else [f"{short} {more}"]
    return tuple(" " + filled(lines[n] if n < len(lines) else "", width - 1) for n in range(height))


def _named(card: CardView) -> str:
    """A card by its name, with a sign where it isn't finished."""
    sign = "… " if any(field.typed for field in card.fields) else "" if card.complete else "● "
    return sign + (card.face or "…")
