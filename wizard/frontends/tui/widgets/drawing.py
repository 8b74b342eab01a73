"""Text that fits: cut and filled by the cells of a terminal, where some characters take two."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

from wizard.core.controls import one_line


def cut(text: str, width: int) -> str:
    """A text on one line, at most `width` cells wide, with a sign where something was left off."""
    text = one_line(text)
    if cell_len(text) <= width:
        return text
    return "" if width < 1 else set_cell_size(text, width - 1).rstrip() + "…"


def filled(text: str, width: int) -> str:
    """The same, exactly `width` cells wide."""
    return set_cell_size(cut(text, width), max(width, 0))


def wrapped(text: str, width: int, most: int) -> list[str]:
    """A text in at most `most` lines of `width` cells, broken between words where that is possible."""
    lines: list[str] = []
    line = ""
    for word in one_line(text).split():
        pieces = chop_cells(word, width) if cell_len(word) > width else [word]
        for piece in pieces:
            longer = f"{line} {piece}" if line else piece
            if cell_len(longer) > width:
                lines.append(line)
                longer = piece
            line = longer
    lines = [*lines, line] if line else lines
    if len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        lines = [*lines[: most - 1], cut(rest, width)]
    return lines
