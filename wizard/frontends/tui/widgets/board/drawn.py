"""The whole board as lines of styled text: frames that share their lines, and the blocks in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from wizard.frontends.tui.widgets.board.faces import Line, Run
from wizard.frontends.tui.widgets.board.places import Spot
from wizard.frontends.tui.widgets.grid import Grid

FRAME, HERE = "$border-blurred", "bold $accent"


def board_lines(
    places: Mapping[str, Spot], blocks: Mapping[str, list[Line]], here: str, width: int, height: int
) -> list[Line]:
    """The board in so many cells. blocks: the lines in each. here: the block with a heavy frame."""
    frame = _frame(tuple(places.values()), width, height)
    rows: list[list[tuple[Spot, Line]]] = [[] for _ in range(height)]
    for id, spot in places.items():
        for y, line in enumerate(blocks.get(id, ()), spot.top + 1):
            rows[y].append((spot, line))
    return [
        _row(frame[y], sorted(rows[y], key=lambda part: part[0].left), places.get(here), y)
        for y in range(height)
    ]


@lru_cache(maxsize=8)
def _frame(places: tuple[Spot, ...], width: int, height: int) -> tuple[str, ...]:
    """The lines around all blocks, a text a row."""
    grid = Grid(width, height)
    for spot in places:
        grid.box(*spot)
    return tuple(grid.content("").plain.split("\n"))


def _row(frame: str, parts: Iterable[tuple[Spot, Line]], here: Spot | None, y: int) -> Line:
    """One line of the screen: what stands in the blocks, and the frames between them."""
    line: list[Run] = []
    x = 0
    for spot, inside in parts:
        line += _between(frame, x, spot.left + 1, here, y)
        line += inside
        x = spot.right
    line += _between(frame, x, len(frame), here, y)
    return tuple(line)


def _between(frame: str, begin: int, end: int, here: Spot | None, y: int) -> list[Run]:
    """The frame from a cell up to another one; heavy where it is that of the block at hand."""
    if here is None or not here.top <= y <= here.bottom:
        return [(frame[begin:end], FRAME)] if end > begin else []
    if y in (here.top, here.bottom):
        left, right = ("┏", "┓") if y == here.top else ("┗", "┛")
        heavy = {here.left: left + "━" * here.width + right}
    else:
        heavy = {here.left: "┃", here.right: "┃"}
    runs: list[Run] = []
    x = begin
    for at, text in heavy.items():
        low, high = max(at, x), min(at + len(text), end)
        if low < high:
            runs += [(frame[x:low], FRAME), (text[low - at : high - at], HERE)]
            x = high
    return [run for run in [*runs, (frame[x:end], FRAME)] if run[0]]
