"""CanvasPane: the canvas in its real arrangement, as large as there is room for."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.widget import Widget

from wizard.core.screen import BlockView
from wizard.frontends.tui.widgets.drawing import cut, wrapped
from wizard.frontends.tui.widgets.grid import Grid

_MARKS_BELOW = 12  # a narrower block shows how many cards it has, instead of a letter or two of each


class CanvasPane(Widget):
    """The blocks with their cards. A block that this step fills stands out."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._blocks: tuple[BlockView, ...] = ()

    def show_blocks(self, blocks: tuple[BlockView, ...]) -> None:
        if blocks != self._blocks:
            self._blocks = blocks
            self.refresh()

    def render(self) -> Content:
        return canvas_drawn(self._blocks, self.size.width, self.size.height)


def canvas_drawn(blocks: tuple[BlockView, ...], width: int, height: int) -> Content:
    """The canvas in so many cells. Boxes share their borders."""
    if not blocks or width < 4 or height < 3:
        return Content("")
    columns = max(block.column + block.width - 1 for block in blocks)
    rows = max(block.row + block.height - 1 for block in blocks)
    grid = Grid(width, height)
    spots: list[tuple[BlockView, int, int, int, int]] = []
    for block in blocks:
        left, right = (n * (width - 1) // columns for n in (block.column - 1, block.column - 1 + block.width))
        top, bottom = (n * (height - 1) // rows for n in (block.row - 1, block.row - 1 + block.height))
        grid.box(left, top, right, bottom)
        spots.append((block, left, top, right, bottom))
    for block, left, top, right, bottom in spots:
        for n, (text, style) in enumerate(block_lines(block, right - left - 1, bottom - top - 1)):
            grid.write(left + 1, top + 1 + n, text, style)
    return grid.content("$border-blurred")


def block_lines(block: BlockView, width: int, height: int) -> list[tuple[str, str]]:
    """What stands in a block, as lines with their styles: its title, then its cards, and how many more."""
    if width < 1 or height < 1:
        return []
    lines = [(short_title(block.title, width), "bold $accent" if block.here else "bold $primary")]
    room = height - 1
    if room < 1 or not block.cards:
        hint = wrapped(block.hint, width, room) if width >= _MARKS_BELOW and room > 0 else []
        return [*lines, *((text, "italic $quiet") for text in hint)]
    if width < _MARKS_BELOW:
        count = len(block.cards)
        return [*lines, ("■" * count if count <= width else f"■ {count}", "$foreground")]
    faces = [face or "…" for _, face in block.cards]
    shown = faces if len(faces) <= room else faces[: room - 1]
    lines += [(cut(f"• {face}", width), "$foreground") for face in shown]
    if len(shown) < len(faces):
        lines.append((f"+ {len(faces) - len(shown)} more", "$quiet"))
    return lines


def short_title(title: str, width: int) -> str:
    """A title that fits: whole, else its last word, else as much of that as there is room for."""
    last = title.rsplit(maxsplit=1)[-1].capitalize() if title.split() else ""
    if cell_len(title) <= width:
        return title
    return set_cell_size(last, min(width, cell_len(last)))
