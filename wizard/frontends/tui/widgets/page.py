"""PageView: a document of any length, which scrolls at the cost of the lines in view. Knows no workshop."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual import events, on
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.worker import get_current_worker

from wizard.frontends.tui.widgets.search import NONE, Hits, Span, found
from wizard.frontends.tui.widgets.typeset import Job, Lines, Look, Typesetter

_TELL_S = 0.1
"""How long setting goes on before what is there is shown, and how far it is."""
_KEPT_ROWS = 2  # of the page before, when one goes on by a page
_MARGIN, _SMALL_MARGIN, _ROOMY = 4, 2, 100
_COLOURS = ("accent", "primary", "quiet", "border-blurred")
_HERE = Style(reverse=True, bold=True)
_THERE = Style(underline=True, bold=True)


class Setting(Message):
    """How far setting is, 0..1; None when everything is there."""

    def __init__(self, part: float | None) -> None:
        super().__init__()
        self.part = part


class _Set(Message):
    """Lines from the thread that sets them. whole: they are all that there are."""

    def __init__(self, job: Job, lines: Lines, part: float, *, whole: bool) -> None:
        super().__init__()
        self.job = job
        self.lines = lines
        self.part = part
        self.whole = whole


class PageView(ScrollView, can_focus=True):
    """Shows a text, as Markdown or as its source; sets it once for a width and its colours."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,pagedown", "page(1)", "Page down", show=False),
        Binding("b,pageup", "page(-1)", "Page up", show=False),
        Binding("up,k", "rows(-1)", "Up", show=False),
        Binding("down,j", "rows(1)", "Down", show=False),
        Binding("home,g", "to_top", "To the top", show=False),
        Binding("end,G", "to_end", "To the end", show=False),
    ]
    ALLOW_SELECT = False
    # A bar that came and went with the text would change the width that the text is set for.
    DEFAULT_CSS = """
    PageView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._setter = Typesetter()
        self._text = ""
        self._source = False
        self._job: Job | None = None
        self._lines = Lines([], [])
        self._shown: Job | None = None  # the job that the lines are of
        self._texts: list[str] | None = None
        self._words = ""
        self._hits: Hits = NONE
        self._hit = 0
        self._base = Style()

    # What it shows

    @property
    def count(self) -> int:
        """How many lines are set."""
        return len(self._lines.strips)

    @property
    def is_set(self) -> bool:
        """Whether everything that should be shown is."""
        return self._shown is not None and self._shown == self._job

    def show_text(self, text: str, *, source: bool, fresh: bool) -> None:
        """Show a text. fresh: another one, from its top; else the same, perhaps changed, where it stood."""
        if fresh:
            self._lines, self._job, self._shown, self._texts = Lines([], []), None, None, None
            self._hits, self._hit = NONE, 0
            self.virtual_size = Size(0, 0)
            self.scroll_to(0, 0, animate=False, immediate=True)
        self._text, self._source = text, source
        self._begin()

    def on_resize(self, event: events.Resize) -> None:
        del event
        self._begin()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self._job is not None:
            self._begin()

    def _begin(self) -> None:
        """Set the text, if it isn't set already or being set."""
        room = self.scrollable_content_region.width
        margin = _MARGIN if room >= _ROOMY else _SMALL_MARGIN
        width = room - 2 * margin
        job = Job(self._text, width, self._look(), self._source, margin)
        if width < 1 or job == self._job:
            return
        self._job = job
        self.run_worker(lambda: self._set(job), thread=True, exclusive=True, group="setting")

    def _look(self) -> Look:
        colours = self.app.theme_variables
        return Look(*(Color.parse(colours[name]).rich_color.name for name in _COLOURS))

    def _set(self, job: Job) -> None:
        """Set a job, in a thread of its own; what is there is sent from time to time."""
        worker = get_current_worker()
        told = time.monotonic()
        ready = Lines([], [])
        for part, lines in self._setter.lines(job):
            ready.strips.extend(lines.strips)
            ready.rows.extend(lines.rows)
            if worker.is_cancelled:
                return
            if time.monotonic() - told > _TELL_S:
                told = time.monotonic()
                self.post_message(_Set(job, Lines([*ready.strips], [*ready.rows]), part, whole=False))
            time.sleep(0)  # the keys come first
        self.post_message(_Set(job, ready, 1.0, whole=True))

    @on(_Set)
    def _take(self, event: _Set) -> None:
        event.stop()
        if event.job != self._job:
            return
        self.post_message(Setting(None if event.whole else event.part))
        if not event.whole and self._shown is not None:
            return  # what was there before stays until everything is
        row = self._row_at_top()
        before, self._lines, self._texts = self._shown, event.lines, None
        self.virtual_size = Size(event.job.width + 2 * event.job.margin, self.count)
        if before is not None:
            self._stand_at(moved(row, before.text, event.job.text))
        if event.whole:
            self._shown = event.job
            self._look_again()
        self.refresh()

    # Where it stands

    def _row_at_top(self) -> int:
        at = self.scroll_offset.y
        return self._lines.rows[at] if at < self.count else 0

    def _stand_at(self, row: int) -> None:
        line = next((n for n, of in enumerate(self._lines.rows) if of >= row), self.count)
        self.scroll_to(0, line if row else 0, animate=False, immediate=True)

    def action_rows(self, by: int) -> None:
        self.scroll_to(0, self.scroll_offset.y + by, animate=False, immediate=True)

    def action_page(self, by: int) -> None:
        self.action_rows(by * max(self.size.height - _KEPT_ROWS, 1))

    def action_to_top(self) -> None:
        self.scroll_to(0, 0, animate=False, immediate=True)

    def action_to_end(self) -> None:
        self.scroll_to(0, self.count, animate=False, immediate=True)

    # Finding

    @property
    def place(self) -> tuple[int, int]:
        """Which of the places with the words one is at, from 1, and how many there are; 0 for none."""
        many = len(self._hits.lines)
        return (self._hit + 1 if many else 0), many

    def find(self, words: str) -> None:
        """Show where words stand, and go to the first place from here on; '' forgets them."""
        self._words = words
        self._look_again()
        if self._hits.lines:
            top = self.scroll_offset.y
            self._hit = next((n for n, line in enumerate(self._hits.lines) if line >= top), 0)
            self._to_hit()
        self.refresh()

    def find_next(self, by: int) -> None:
        """To the next place, round and round."""
        if self._hits.lines:
            self._hit = (self._hit + by) % len(self._hits.lines)
            self._to_hit()
            self.refresh()

    def _look_again(self) -> None:
        if self._texts is None:
            self._texts = [strip.text for strip in self._lines.strips]
        self._hits = found(self._texts, self._words)
        self._hit = min(self._hit, max(len(self._hits.lines) - 1, 0))

    def _to_hit(self) -> None:
        line, height = self._hits.lines[self._hit], self.size.height
        if not self.scroll_offset.y <= line < self.scroll_offset.y + height:
            self.scroll_to(0, line - height // 3, animate=False, immediate=True)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        self._base = self.rich_style  # to work it out for each line would cost as much as everything else
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        at, width = self.scroll_offset.y + y, self.scrollable_content_region.width
        if at >= self.count:
            return Strip.blank(width, self._base)
        strip = self._lines.strips[at]
        if spans := self._hits.spans.get(at):
            strip = self._marked(strip, spans)
        if strip.cell_length != width:  # of the width before, until the new lines are there
            strip = strip.adjust_cell_length(width)
        return strip.apply_style(self._base)

    def _marked(self, strip: Strip, spans: Iterable[Span]) -> Strip:
        """A line with the words that were looked for made to stand out."""
        text, pieces, at = strip.text, [], 0
        for span in spans:
            start, end = (cell_len(text[:n]) for n in (span.start, span.end))
            style = _HERE if span.hit == self._hit else _THERE
            pieces += [strip.crop(at, start), strip.crop(start, end).apply_style(style)]
            at = end
        return Strip.join([*pieces, strip.crop(at)])


def moved(row: int, before: str, after: str) -> int:
    """Where a row of a text stands now that the text has changed."""
    if before == after:
        return row
    old, new = before.split("\n"), after.split("\n")
    same = next(
        (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new))
    )
    if row < same:
        return row
    shorter = min(len(old), len(new)) - same
    ends = zip(reversed(old), reversed(new), strict=False)
    tail = next((n for n, (a, b) in enumerate(ends) if a != b or n >= shorter), shorter)
    return row + len(new) - len(old) if row >= len(old) - tail else same
