"""CanvasPane: the canvas in its real arrangement, as large as there is room for."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from wizard.core.screen import BlockView
from wizard.frontends.tui.widgets.drawing import cut, wrapped
from wizard.frontends.tui.widgets.grid import Grid

_ROOMY = 12  # a narrower block has no room for bullets and hints
_MARKS_BELOW = 6  # a narrower one shows how many cards it has, instead of a letter or two of each


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
        hint = wrapped(block.hint, width, room) if width >= _ROOMY and room > 0 else []
        return [*lines, *((text, "italic $quiet") for text in hint)]
    if width < _MARKS_BELOW:
        count = len(block.cards)
        return [*lines, ("■" * count if count <= width else f"■ {count}", "$foreground")]
    return [*lines, *_face_lines([face or "…" for _, face in block.cards], width, room)]


def _face_lines(faces: list[str], width: int, room: int) -> list[tuple[str, str]]:
    """Faces, over several lines where there is room for whole words, and how many more there are."""
    bullet = "• " if width >= _ROOMY else ""
    shown = faces if len(faces) <= room else faces[: room - 1]
    spare = max(room - len(faces), 0) if width >= _ROOMY else 0
    lines = []
    for face in shown:
        first, *others = wrapped(face, width - len(bullet), 1 + spare) or ["…"]
        spare -= len(others)
        lines += [bullet + first, *(" " * len(bullet) + other for other in others)]
    more = len(faces) - len(shown)
    told = f"+ {more} more" if width >= _ROOMY else f"+ {more}"
    return [*((line, "$foreground") for line in lines), *([(told, "$quiet")] if more else [])]


def short_title(title: str, width: int) -> str:
    """A title that fits: whole, else its last word, else its initials; one word alone is cut."""
    words = title.split()
    if cell_len(title) <= width or len(words) < 2:
        return cut(title, width)
    last = words[-1].capitalize()
    return last if cell_len(last) <= width else cut("".join(word[0].upper() for word in words), width)
