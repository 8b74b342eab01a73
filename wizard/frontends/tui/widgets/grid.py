"""Grid: a drawing of boxes and text in the cells of a terminal. Knows nothing of canvases."""

from __future__ import annotations

from itertools import groupby

from rich.cells import split_graphemes
from textual.content import Content

_UP, _DOWN, _LEFT, _RIGHT = 1, 2, 4, 8
# The sign for each set of arms that meet in a cell.
_LINES = {
    _LEFT | _RIGHT: "─", _UP | _DOWN: "│",
    _DOWN | _RIGHT: "┌", _DOWN | _LEFT: "┐", _UP | _RIGHT: "└", _UP | _LEFT: "┘",
    _UP | _DOWN | _RIGHT: "├", _UP | _DOWN | _LEFT: "┤",
    _DOWN | _LEFT | _RIGHT: "┬", _UP | _LEFT | _RIGHT: "┴",
    _UP | _DOWN | _LEFT | _RIGHT: "┼",
}  # fmt: skip
_BEHIND_WIDE = ""  # the second cell of a character that takes two


class Grid:
    """So many cells, each with a character and a style."""

    def __init__(self, width: int, height: int) -> None:
        self._arms = [[0] * width for _ in range(height)]
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def box(self, left: int, top: int, right: int, bottom: int) -> None:
        """A frame through these cells; frames that touch grow together."""
        for x in range(left, right + 1):
            arms = (_LEFT if x > left else 0) | (_RIGHT if x < right else 0)
            self._arms[top][x] |= arms
            self._arms[bottom][x] |= arms
        for y in range(top, bottom + 1):
            arms = (_UP if y > top else 0) | (_DOWN if y < bottom else 0)
            self._arms[y][left] |= arms
            self._arms[y][right] |= arms

    def write(self, x: int, y: int, text: str, style: str) -> None:
        """Text from a cell on; it is the writer's part that it fits."""
        row = self._cells[y]
        for start, end, size in split_graphemes(text)[0]:
            if size == 0 and 0 < x <= len(row):  # nothing to see by itself: it goes with what is before it
                row[x - 1] = (row[x - 1][0] + text[start:end], style)
            for behind in range(size):
                if x + behind < len(row):
                    row[x + behind] = (_BEHIND_WIDE if behind else text[start:end], style)
            x += size

    def content(self, frame: str) -> Content:
        """The drawing. frame: the style of the lines."""
        lines = []
        for arms, cells in zip(self._arms, self._cells, strict=True):
            drawn = [
                (_LINES[arm], frame) if arm in _LINES else cell for arm, cell in zip(arms, cells, strict=True)
            ]
            pieces = groupby(drawn, key=lambda cell: cell[1])
            lines.append(
                Content.assemble(*(("".join(text for text, _ in run), style) for style, run in pieces))
            )
        return Content("\n").join(lines)
