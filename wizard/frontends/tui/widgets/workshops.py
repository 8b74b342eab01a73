"""WorkshopList: ways to begin, then workshops, one line each. Draws only the lines that are in view.

It opens nothing and reads no store: it says what was chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message as TextualMessage
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from wizard.core.tongue import t
from wizard.frontends.tui.finding import fit
from wizard.frontends.tui.widgets.drawing import filled
from wizard.frontends.tui.widgets.workshop_line import SIGN, Pieces, columns, workshop_line
from wizard.ports import Summary

_KEY_WIDTH = 3


class Way(NamedTuple):
    """A way to begin. key: the one that does the same from anywhere on the screen."""

    does: Literal["new", "example"]
    text: str
    help: str = ""
    key: str = ""


class Found(NamedTuple):
    """A workshop that fits what is searched for. at: the characters of its name that say so."""

    summary: Summary
    at: tuple[int, ...] = ()


Row = Way | Found


class RowChosen(TextualMessage):
    """Somebody wants to go where a row leads."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row


class WorkshopList(ScrollView, can_focus=True):
    """Thousands of workshops cost no more to walk through than ten; searching looks at names only."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"workshops--cursor", "workshops--hover"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(0)", show=False),
        Binding("end", "end(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="home-list")
        self._ways: tuple[Way, ...] = ()
        self._all: tuple[Summary, ...] = ()
        self._words = ""
        self._rows: list[Row] = []
        self._cursor = 0
        self._hover: int | None = None
        self._now: datetime | None = None
        self._flows = False
        self._styles: dict[tuple[Style, str], RichStyle] = {}

    # What there is

    def show_rows(
        self, ways: Sequence[Way], summaries: Sequence[Summary], now: datetime, at: str = ""
    ) -> None:
        """Show these. at: id of the workshop to stand at, '' to stay, or to begin at the last changed one."""
        first = not any(isinstance(row, Found) for row in self._rows)
        was = self.summary.id if self.summary is not None else ""
        self._ways, self._all, self._now = tuple(ways), tuple(summaries), now
        self._flows = len({summary.flow for summary in summaries}) > 1
        self._fill()
        self._stand_at(at or was, len(self._ways) if first and summaries else self._cursor)

    def search(self, words: str) -> None:
        """Show the workshops whose name fits, the best first; all of them where nothing is typed."""
        words = words.strip()
        if words != self._words:
            was = self.summary.id if self.summary is not None else ""
            self._words = words
            self._fill()
            self._stand_at("" if words else was, 0 if words else len(self._ways))

    def _stand_at(self, workshop: str, row: int) -> None:
        """Stand at a workshop; where it isn't shown, at that row."""
        rows = (
            n for n, row in enumerate(self._rows) if isinstance(row, Found) and row.summary.id == workshop
        )
        self._stand(next(rows, row))

    def _fill(self) -> None:
        if self._words:
            fits = ((fit(self._words, summary.name), summary) for summary in self._all)
            found = [(fitted, summary) for fitted, summary in fits if fitted is not None]
            found.sort(key=lambda one: -one[0].score)
            self._rows = [Found(summary, fitted.at) for fitted, summary in found]
        else:
            self._rows = [*self._ways, *(Found(summary) for summary in self._all)]
        self._hover = None
        self.virtual_size = Size(0, max(self._line(len(self._rows) - 1) + 1, 1))
        self.refresh()

    @property
    def at_hand(self) -> Row | None:
        return self._rows[self._cursor] if self._cursor < len(self._rows) else None

    @property
    def summary(self) -> Summary | None:
        """The workshop at hand."""
        row = self.at_hand
        return row.summary if isinstance(row, Found) else None

    @property
    def found(self) -> int:
        """How many workshops are shown."""
        return sum(1 for row in self._rows if isinstance(row, Found))

    # Where things are: a blank line stands between the ways and the workshops

    def _line(self, row: int) -> int:
        return row + 1 if self._is_parted and row >= len(self._ways) else row

    def _row(self, line: int) -> int | None:
        if self._is_parted and line >= len(self._ways):
            line = line - 1 if line > len(self._ways) else -1
        return line if 0 <= line < len(self._rows) else None

    @property
    def _is_parted(self) -> bool:
        return not self._words and bool(self._ways) and bool(self._all)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as without a search: nothing moves while one types."""
        del container, viewport, width
        return max(len(self._ways) + len(self._all) + (1 if self._ways and self._all else 0), 1)

    # Walking

    def _stand(self, row: int) -> None:
        was, self._cursor = self._cursor, max(min(row, len(self._rows) - 1), 0)
        for changed in (was, self._cursor):
            self.refresh_line(self._line(changed))
        if self.size:  # before there is any, everything would seem to be out of view
            line = Region(0, self._line(self._cursor), 1, 1)
            self.scroll_to_region(line, animate=False, force=True, immediate=True, x_axis=False)

    def on_resize(self) -> None:
        self._stand(self._cursor)

    def action_walk(self, by: int) -> None:
        self._stand(self._cursor + by)

    def action_page(self, by: int) -> None:
        self._stand(self._cursor + by * max(self.size.height - 1, 1))

    def action_end(self, row: int) -> None:
        self._stand(row if row >= 0 else len(self._rows) - 1)

    def action_choose(self) -> None:
        if (row := self.at_hand) is not None:
            self.post_message(RowChosen(row))

    def _under(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        return None if offset is None else self._row(offset.y + self.scroll_offset.y)

    def on_click(self, event: events.Click) -> None:
        row = self._under(event)
        if row is not None:
            self._stand(row)
            self.action_choose()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._point(self._under(event))

    def on_leave(self) -> None:
        self._point(None)

    def _point(self, row: int | None) -> None:
        if row != self._hover:
            was, self._hover = self._hover, row
            for changed in (was, row):
                if changed is not None:
                    self.refresh_line(self._line(changed))

    # Drawing

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        row = self._row(line)
        here = row is not None and row == self._cursor
        style = self.visual_style
        if here or (row is not None and row == self._hover):
            style = self.get_visual_style("workshops--cursor" if here else "workshops--hover")
        pieces = self._drawn(self._rows[row], width, here=here) if row is not None else self._blank(line)
        segments = [Segment(text, self._painted(style, name)) for text, name in pieces]
        return Strip(segments).extend_cell_length(width, style.rich_style)

    def _painted(self, line: Style, name: str) -> RichStyle:
        """A style on that of a line, worked out once: for every piece it would take longer than all else."""
        found = self._styles.get((line, name))
        if found is None:
            found = self._styles[line, name] = (line + Style.parse(name) if name else line).rich_style
        return found

    def _blank(self, line: int) -> Pieces:
        nothing = self._words and line == 0
        return [(f"  {t('No name fits. esc shows all workshops.')}", "$quiet")] if nothing else []

    def _drawn(self, row: Row, width: int, *, here: bool) -> Pieces:
        sign = (SIGN, "$accent") if here else (" " * len(SIGN), "")
        if isinstance(row, Found):
            assert self._now is not None
            widths = columns(width, flows=self._flows)
            return [sign, *workshop_line(row.summary, row.at, widths, self._now)]
        room = width - len(SIGN) - _KEY_WIDTH
        text = t(row.text)
        help = filled(t(row.help), room - len(text) - 2)
        return [
            sign,
            (text, "bold"),
            ("  ", ""),
            (help, "$quiet"),
            (row.key.rjust(_KEY_WIDTH), "bold $primary"),
        ]
