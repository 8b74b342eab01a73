"""Where blocks stand in the cells of a terminal, and which one is next to which. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from wizard.core.screen import BlockView


class Spot(NamedTuple):
    """The cells of a frame, all included. Neighbours share the line between them."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Cells inside the frame, from left to right."""
        return max(self.right - self.left - 1, 0)

    @property
    def height(self) -> int:
        return max(self.bottom - self.top - 1, 0)

    @property
    def middle(self) -> tuple[int, int]:
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


def spots(blocks: Iterable[BlockView], width: int, height: int) -> dict[str, Spot]:
    """Where each block stands on so many cells, by its id."""
    blocks = tuple(blocks)
    columns = max((block.column + block.width - 1 for block in blocks), default=1)
    rows = max((block.row + block.height - 1 for block in blocks), default=1)
    return {
        block.id: Spot(
            (block.column - 1) * (width - 1) // columns,
            (block.row - 1) * (height - 1) // rows,
            (block.column - 1 + block.width) * (width - 1) // columns,
            (block.row - 1 + block.height) * (height - 1) // rows,
        )
        for block in blocks
    }


def neighbour(
    places: Mapping[str, Spot], here: str, right: int, down: int, at: tuple[int, int]
) -> str | None:
    """The block that lies that way, None where there is none. One of `right` and `down` is 1 or -1.

    at: the cell to set out from. A block that it looks straight at comes first, then the nearest.
    """
    mine = _turned(places[here], right, down)
    x, y = at
    aside = y if right else x
    found: list[tuple[bool, int, int, str]] = []
    for id, spot in places.items():
        ahead, _, low, high = _turned(spot, right, down)
        if id == here or ahead < mine[1]:
            continue
        aslant = min(high, mine[3]) <= max(low, mine[2])
        off = max(low - aside, aside - high, 0)
        found.append((aslant, ahead - mine[1] + off, abs((low + high) // 2 - aside), id))
    return min(found)[3] if found else None


def _turned(spot: Spot, right: int, down: int) -> tuple[int, int, int, int]:
    """A spot as if one looked to the right: where it begins and ends ahead, and where from side to side."""
    begin, end = (spot.left, spot.right) if right else (spot.top, spot.bottom)
    sides = (spot.top, spot.bottom) if right else (spot.left, spot.right)
    if right + down < 0:
        begin, end = -end, -begin
    return begin, end, *sides
