"""ReviewPane: "check your answers", of a step or of everything, with the way on at the top."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message as TextualMessage
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from wizard.core.screen import Message, Screen
from wizard.core.tongue import mark
from wizard.core.where import Stop
from wizard.frontends.tui.widgets.boxes.box import KeysChanged
from wizard.frontends.tui.widgets.signs import said
from wizard.frontends.tui.widgets.tasks import Row, Way, head, rows


class WayChosen(TextualMessage):
    """Somebody wants to go on from a review."""

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way


class LineChosen(TextualMessage):
    """Somebody wants to change an answer."""

    def __init__(self, stop: Stop) -> None:
        super().__init__()
        self.stop_at = stop


class ReviewList(OptionList):
    """only_open: whether nothing else is shown."""

    only_open = False

    @property
    def KEYS(self) -> tuple[tuple[str, str], ...]:  # noqa: N802 - it depends on what is shown
        other = mark("show all") if self.only_open else mark("only open")
        return ("enter", mark("choose")), ("↑↓", mark("to an answer")), ("o", other)


class Left(NamedTuple):
    """How somebody left a review: by which row, and how much had been done then."""

    review: Stop
    row: int
    position: int


class ReviewPane(Vertical):
    """The list of tasks. Who left by one, changed nothing and goes back finds themselves there again.

    Otherwise the next one that is open is at hand, or the way on: enter never opens the same one twice.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "only_open", "Only what is open", show=False, tooltip="Or everything again")
    ]

    def __init__(self) -> None:
        super().__init__(id="review")
        self._view: Screen | None = None
        self._rows: tuple[Row, ...] = ()
        self._left: Left | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="review-title", markup=False)
        yield Static(id="review-said", markup=False, classes="said")
        yield ReviewList(id="review-list", markup=False)

    @property
    def options(self) -> ReviewList:
        return self.query_one("#review-list", ReviewList)

    def show_review(self, view: Screen, messages: tuple[Message, ...], *, arrived: bool, back: bool) -> None:
        """Show the answers. arrived: the person comes from elsewhere, to go on. back: by esc."""
        self._view = view
        left = self._left if arrived and self._left is not None and self._left.review == view.stop else None
        if arrived:
            self._left = None
            self.options.only_open = False
        at = self.options.highlighted if not arrived else left.row if left is not None else None
        key = self._rows[at].key if at is not None and at < len(self._rows) else None
        self._draw(at, key)
        if left is not None and not (back and left.position == view.position):
            self.options.highlighted = self._next_open(view, self.options.highlighted or 0)
        told = self.query_one("#review-said", Static)
        told.update(said(messages))
        told.display = bool(messages)

    def _draw(self, at: int | None, key: tuple[str, object] | None) -> None:
        """Draw the list anew, and stand at the same row, else at the one that has taken its place."""
        assert self._view is not None
        self._rows = tuple(rows(self._view, only_open=self.options.only_open))
        self.query_one("#review-title", Static).update(head(self._view, only_open=self.options.only_open))
        self.options.clear_options()
        self.options.add_options(Option(row.text, disabled=row.key is None) for row in self._rows)
        same = next((n for n, row in enumerate(self._rows) if key is not None and row.key == key), None)
        wanted = same if same is not None else min(at or 0, len(self._rows) - 1)
        while self._rows[wanted].key is None and wanted > 0:
            wanted -= 1
        self.options.highlighted = wanted

    def _next_open(self, view: Screen, at: int) -> int:
        """The next row that is open, below the one at hand, else above it; without any, the way on."""
        still_open = {("line", line.stop) for line in view.review if line.status in ("open", "unfinished")}
        around = [*range(at + 1, len(self._rows)), *range(at)]
        return next((n for n in around if self._rows[n].key in still_open), 0)

    def action_only_open(self) -> None:
        """Only what there is something to do about, or everything again."""
        at = self.options.highlighted
        key = self._rows[at].key if at is not None else None
        self.options.only_open = not self.options.only_open
        self._draw(0, key)
        self.post_message(KeysChanged())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        row = self._rows[event.option_index]
        if row.way is not None:
            self.post_message(WayChosen(row.way))
        elif row.stop is not None and self._view is not None:
            self._left = Left(self._view.stop, event.option_index, self._view.position)
            self.post_message(LineChosen(row.stop))
