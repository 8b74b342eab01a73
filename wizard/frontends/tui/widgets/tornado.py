"""Tornado: what moves a number most, as bars from where it is now. Draws them, and works nothing out."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from wizard.core.sensitivity import Influence, SensitivityView
from wizard.core.tongue import t
from wizard.frontends.tui.widgets.drawing import cut, filled
from wizard.frontends.tui.widgets.signs import NO_ANSWER
from wizard.frontends.tui.widgets.walks import OVER_LINES

DOWN, UP = "░", "█"
"""What bars are made of: of an input that goes down, and of one that goes up."""
DOWN_STYLE, UP_STYLE = "$primary", "$accent"
_HEADS = 1
_BAR = 4  # cells on either side, at least
_KEPT = 10  # cells of a question that are left beside a long name of a card
_AT_HAND = "bold $block-cursor-foreground on $block-cursor-background"
_LEFT_THERE = "bold $block-cursor-blurred-foreground on $block-cursor-blurred-background"


class Measures(NamedTuple):
    """Cells of a label, of the words at either end, of a bar on either side of the middle."""

    label: int
    end: int
    bar: int


class InfluenceAtHand(Message):
    """The cursor stands on another line."""


class InfluenceChosen(Message):
    """Somebody wants to go where the input at hand is asked."""


class Tornado(Widget, can_focus=True):
    """row: the line at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *OVER_LINES,
        Binding("enter", "choose", show=False),
    ]
    row = reactive(0)

    def __init__(self) -> None:
        super().__init__(id="tornado")
        self._view: SensitivityView | None = None
        self._top = 0

    def show_view(self, view: SensitivityView, *, stay: bool) -> None:
        """stay: on the line at hand, where there is one."""
        self._view = view
        self.row = self.validate_row(self.row) if stay else 0
        self.refresh()
        self.post_message(InfluenceAtHand())

    @property
    def rows(self) -> tuple[Influence, ...]:
        return self._view.rows if self._view is not None else ()

    @property
    def influence(self) -> Influence | None:
        """The line at hand."""
        return self.rows[self.row] if self.rows else None

    @property
    def pitch(self) -> int:
        """Lines that each takes: two where there is room for all, so that the card has one of its own."""
        return 2 if len(self.rows) * 2 + _HEADS <= self.size.height else 1

    # Drawing

    def render(self) -> Content:
        view = self._view
        if view is None or self.size.width < 20:
            return Content("")
        measures, room = measured(view, self.size.width), max(self.size.height - _HEADS, 1) // self.pitch
        last = max(len(view.rows) - room, 0)
        self._top = max(min(self._top, self.row, last), self.row - room + 1)
        shown = range(self._top, min(self._top + room, len(view.rows)))
        drawn = [line for n in shown for line in self._lines(view.rows[n], measures, here=n == self.row)]
        more = "↑" * (shown.start > 0) + "↓" * (shown.stop < len(view.rows))
        return Content("\n").join([head(view, measures, more), *drawn])

    def _lines(self, row: Influence, measures: Measures, *, here: bool) -> list[Content]:
        style = (_AT_HAND if self.has_focus else _LEFT_THERE) if here else "$foreground"
        if self.pitch == 1:
            label = (filled(short_label(row, measures.label - 1), measures.label), style)
            return [Content.assemble(label, *bar_line(row, measures))]
        first = (filled(row.label, measures.label), style)
        second = ("  " + filled(row.card, measures.label - 2), style if here else "$quiet")
        return [Content.assemble(first, *bar_line(row, measures)), Content.assemble(second)]

    # Walking

    def validate_row(self, row: int) -> int:
        return min(max(row, 0), max(len(self.rows) - 1, 0))

    def watch_row(self) -> None:
        self.post_message(InfluenceAtHand())

    def action_walk(self, by: int) -> None:
        self.row += by

    def action_page(self, by: int) -> None:
        self.row += by * max((self.size.height - _HEADS) // self.pitch - 1, 1)

    def action_choose(self) -> None:
        if self.influence is not None:
            self.post_message(InfluenceChosen())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.row += 1

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.row -= 1

    def on_click(self, event: events.Click) -> None:
        """A click takes a line at hand; on the one that is, the same as enter."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < _HEADS:
            return
        row = self._top + (offset.y - _HEADS) // self.pitch
        if row < len(self.rows):
            event.stop()
            if row == self.row:
                self.action_choose()
            else:
                self.row = row


def measured(view: SensitivityView, width: int) -> Measures:
    """How the cells of a line are shared out."""
    ends = max((cell_len(text) for row in view.rows for text in _ends(row)), default=0)
    ends = min(ends, width // 4)
    longest = max((cell_len(f"{row.card} · {row.label}") for row in view.rows), default=0)
    room = width - 2 * (ends + 1) - 3  # numbers are cut last
    label = max(min(longest + 1, width * 2 // 5, room - 2 * _BAR), 1)
    return Measures(label, ends + 1, max((room - label) // 2, 2))


def head(view: SensitivityView, measures: Measures, more: str) -> Content:
    """Where the number is now, above the middle; what the bars mean; whether there is more."""
    middle = measures.label + measures.end + 1 + measures.bar
    legend = cut(t("{sign} {by} less", sign=DOWN, by=view.by), measures.label)
    legend_up = cut(t("{sign} {by} more", sign=UP, by=view.by), measures.label)
    left = cell_len(legend) + 2 + cell_len(legend_up)
    gap = max(middle - left - cell_len(view.value) // 2, 2)
    rest = middle + measures.bar + measures.end + 1 - left - gap - cell_len(view.value) - len(more)
    return Content.assemble(
        (legend, DOWN_STYLE),
        "  ",
        (legend_up, UP_STYLE),
        " " * gap,
        (view.value, "bold"),
        " " * max(rest, 1),
        (more, "$quiet"),
    )


def bar_line(row: Influence, measures: Measures) -> list[tuple[str, str]]:
    """What stands behind a label: the number at the left end, the bars, the number at the right end."""
    at_left, at_right = _ends(row)
    left, right = sides(row, measures.bar)
    end = " " * (measures.end - cell_len(at_left)) + cut(at_left, measures.end)
    return [
        (end, "$foreground"),
        (" ", ""),
        *left,
        ("│", "$quiet"),
        *right,
        (f" {cut(at_right, measures.end)}", "$foreground"),
    ]


def sides(row: Influence, width: int) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The bars at the left and at the right of the middle, each `width` cells wide.

    Where both ends lie on one side, the shorter bar lies before the longer one.
    """
    lengths = [
        (_cells(share, width), sign, style)
        for share, sign, style in ((row.low_share, DOWN, DOWN_STYLE), (row.high_share, UP, UP_STYLE))
    ]
    return (
        [*reversed(_side([(-n, sign, style) for n, sign, style in lengths if n < 0], width))],
        _side([(n, sign, style) for n, sign, style in lengths if n > 0], width),
    )


def _side(bars: list[tuple[int, str, str]], width: int) -> list[tuple[str, str]]:
    """Bars from the middle outwards, and what is left of the width."""
    runs, at = [], 0
    for length, sign, style in sorted(bars):
        runs.append((sign * (length - at), style))
        at = max(at, length)
    return [*runs, (" " * (width - at), "")]


def _cells(share: float, width: int) -> int:
    """So many cells to the right, or to the left; what is there at all is seen."""
    if not share:
        return 0
    return max(round(abs(share) * width), 1) * (1 if share > 0 else -1)


def _ends(row: Influence) -> tuple[str, str]:
    """The number at the left end and at the right one."""
    low, high = (text or NO_ANSWER for text in (row.low, row.high))
    return (high, low) if row.low_share > 0 or row.high_share < 0 else (low, high)


def short_label(row: Influence, width: int) -> str:
    """Card and question on one line; where there is little room, something of both."""
    if not row.card:
        return cut(row.label, width)
    card = cut(row.card, max(width - _KEPT - 3, width - cell_len(row.label) - 3))
    return f"{card} · {cut(row.label, max(width - cell_len(card) - 3, 1))}"
