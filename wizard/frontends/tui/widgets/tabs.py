"""TabLine: the name of the workshop and the titles of pages, one of which is open."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from wizard.frontends.tui.widgets.drawing import cut

_TITLE_CELLS = 28
_GAP = "  "


class TabChosen(Message):
    """Somebody clicked on a title."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self.at = at


class TabLine(Widget):
    """Titles side by side; where there is no room for all, those around the open one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._workshop = ""
        self._titles: tuple[str, ...] = ()
        self._at = 0
        self._ends: list[tuple[int, int]] = []  # where each title ends on the line, and its number

    def show_titles(self, name: str, titles: tuple[str, ...], at: int) -> None:
        if (name, titles, at) != (self._workshop, self._titles, self._at):
            self._workshop, self._titles, self._at = name, titles, at
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        titles = [cut(title, _TITLE_CELLS) for title in self._titles]
        named = cut(self._workshop, max(width // 3, 8))
        line = Content.assemble((named, "bold $accent"), ("  ›  ", "$quiet"))
        first, last = tabs_in_view(titles, self._at, width - line.cell_length)
        parts: list[Content] = [Content.styled("… ", "$quiet")] if first else []
        self._ends = []
        for n in range(first, last):
            here = n == self._at
            parts.append(Content.styled(tab(titles[n], here=here), "bold" if here else "$quiet"))
            end = line.cell_length + sum(part.cell_length for part in parts)
            self._ends.append((end, n))
            parts.append(Content(_GAP))
        if last < len(titles):
            parts.append(Content.styled("…", "$quiet"))
        return Content.assemble(line, *parts)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        chosen = next((n for end, n in self._ends if offset is not None and offset.x < end), None)
        if chosen is not None:
            event.stop()
            self.post_message(TabChosen(chosen))


def tab(title: str, *, here: bool) -> str:
    return f"▶ {title}" if here else title


def tabs_in_view(titles: list[str], at: int, width: int) -> tuple[int, int]:
    """The first title that there is room for, and the one behind the last; the open one is among them."""

    def needed(first: int, last: int) -> int:
        signs = 2 * (first > 0) + (last < len(titles))
        texts = [tab(titles[n], here=n == at) for n in range(first, last)]
        return signs + sum(cell_len(text) + len(_GAP) for text in texts)

    first = last = min(at, max(len(titles) - 1, 0))
    last += bool(titles)
    while last < len(titles) and needed(first, last + 1) <= width:
        last += 1
    while first > 0 and needed(first - 1, last) <= width:
        first -= 1
    return first, last
