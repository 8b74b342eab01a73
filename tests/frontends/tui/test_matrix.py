"""The grid of a matrix: how it is walked, filled and clicked, and what is in view of a large one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.tui.driver import TuiDriver
from tests.frontends.tui.stage import SMALL, WIDE, room, shown, stage
from wizard.core.intents import AddCard
from wizard.core.problems import Place
from wizard.frontends.tui.widgets.matrix import MatrixBox

GRID = """
flow: grid
title: A grid
steps:
  - id: one
    title: One
    ask:
      - {id: rows, type: cards, ask: Rows?, fields: [{id: name, ask: N}]}
      - {id: columns, type: cards, ask: Columns?, fields: [{id: name, ask: N}]}
      - id: fit
        type: matrix
        ask: How well does each fit?
        rows: rows
        columns: columns
        cell: {type: scale, range: 0..3, low: Not at all, high: Fully}
"""


def large(folder: Path, rows: int = 30, columns: int = 12) -> Room:
    at = room(folder, GRID)
    for n in range(1, rows + 1):
        at.workshop.send(AddCard("rows", {"name": f"Row {n} which has quite a long name"}))
    for n in range(1, columns + 1):
        at.workshop.send(AddCard("columns", {"name": f"Column {n} which is wide"}))
    return at


def grid(person: TuiDriver) -> MatrixBox:
    return person.screen.query_one(MatrixBox)


def given(at: Room, row: int, column: int) -> object:
    cards = at.workshop.state.cards
    place = Place("fit", row=cards["rows"][row - 1], column=cards["columns"][column - 1])
    return at.workshop.state.answers.get(place)


@pytest.mark.parametrize("size", [SMALL, (60, 18)])
async def test_the_heads_stay_in_view_while_the_rows_go_by(tmp_path: Path, size: tuple[int, int]) -> None:
    at = large(tmp_path)
    async with stage(at, size, at="fit") as person:
        await person.press(*["pagedown"] * 5, "3")
        text = shown(person.app)
        assert "3" == given(at, 30, 1)
        assert "Colum" in text
        assert "Row 30" in text
        assert "↑ " in text
        assert "↓ " not in text
        assert "0 Not at all · 3 Fully" in text
        await person.press("pageup", "pageup")

        assert "↓ " in shown(person.app)


async def test_the_row_and_the_column_at_hand_are_named_in_full(tmp_path: Path) -> None:
    async with stage(large(tmp_path), (100, 30), at="fit") as person:
        await person.press("down", "end")
        text = shown(person.app)

        assert "Row 2 which has quite a long name · Column 12 which is wide" in text


async def test_columns_that_dont_fit_are_announced_and_come_with_the_cursor(tmp_path: Path) -> None:
    at = large(tmp_path)
    async with stage(at, at="fit") as person:
        heads = next(line for line in shown(person.app).splitlines() if "Colum" in line)
        assert "›" in heads
        assert "‹" not in heads
        await person.press("end", "2", "home", "1")

        assert ("1", "2") == (given(at, 1, 1), given(at, 1, 12))


async def test_a_click_takes_a_cell_at_hand_and_a_second_one_turns_it(tmp_path: Path) -> None:
    at = large(tmp_path, 3, 2)
    async with stage(at, WIDE, at="fit") as person:
        box = grid(person)
        assert box._view is not None
        window = box._window(box._view)
        spot = (window.labels + 1 + window.width + 1, 3)
        await person.pilot.click(box, offset=spot)
        assert (2, 1) == (box.row, box.column)
        assert None is given(at, 3, 2)
        await person.pilot.click(box, offset=spot)
        assert "0" == given(at, 3, 2)
        await person.pilot.click(box, offset=spot)

        assert "1" == given(at, 3, 2)


async def test_a_click_beside_the_cells_does_nothing(tmp_path: Path) -> None:
    at = large(tmp_path, 3, 2)
    async with stage(at, WIDE, at="fit") as person:
        for spot in ((0, 0), (1, 1), (3, 4), (3, 6)):
            await person.pilot.click(grid(person), offset=spot)

        assert (0, 0) == (grid(person).row, grid(person).column)
